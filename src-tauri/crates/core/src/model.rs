//! Coaching models as data: GROW by default.

/// A phase of a model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// Key, as `G`.
    pub key: String,
    /// Label, editable by the coach.
    pub label: String,
    /// What the phase is for, in a few words.
    pub hint: Option<String>,
    /// Which questions it draws on: `G`, or `G:topic` for one intent.
    pub bank: Vec<String>,
}

/// A coaching model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoachingModel {
    /// Key, as `GROW`.
    pub key: String,
    /// Name.
    pub name: String,
    /// Phases in order.
    pub phases: Vec<Phase>,
}

/// A label the coach gave a phase of a model; the key stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseLabel {
    /// Key of the model.
    pub model: String,
    /// Key of the phase.
    pub phase: String,
    /// Her word for it.
    pub label: String,
}

/// Longest label of a phase, in characters: it is said at every change of phase.
pub const LONGEST_LABEL: usize = 40;

impl CoachingModel {
    /// Returns the model with the coach's own words for its phases.
    #[must_use]
    pub fn relabelled(mut self, labels: &[PhaseLabel]) -> Self {
        for phase in &mut self.phases {
            let own = labels.iter().find(|label| label.model == self.key && label.phase == phase.key);
            if let Some(own) = own {
                phase.label.clone_from(&own.label);
            }
        }
        self
    }
}

/// Returns the model with `key`; one this program does not know is taken for the default, which is the first.
pub fn model_or_default<'a>(models: &'a [CoachingModel], key: Option<&str>) -> Option<&'a CoachingModel> {
    models.iter().find(|model| Some(model.key.as_str()) == key).or_else(|| models.first())
}
