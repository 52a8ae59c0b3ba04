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
