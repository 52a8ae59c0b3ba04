//! The question bank and the models, as the coach made them hers.

use coachbook_core::{
    SessionId,
    model::{CoachingModel, LONGEST_LABEL, model_or_default},
    question::{OwnQuestion, laid_out},
    sidebar,
};
use coachbook_exchange::question_bank::built_in;
use coachbook_vault::Vault;

use crate::wire::{
    CommandError,
    questions::{self as wire, FiveOfPhase, Question, QuestionUse},
};

/// Returns the models with the coach's own words for their phases; the built-in default comes first.
pub(super) fn models(vault: &mut Vault) -> Result<Vec<CoachingModel>, CommandError> {
    let labels = vault.questions().labels()?;
    let bank = built_in().map_err(|_| CommandError::unexpected())?;
    Ok(bank.models.iter().cloned().map(|model| model.relabelled(&labels)).collect())
}

/// What the phases of a model are called.
pub(crate) struct PhaseNames(Vec<(String, String)>);

impl PhaseNames {
    /// Returns the name of a phase; one nobody knows is its own name.
    pub(crate) fn of(&self, key: &str) -> String {
        let own = self.0.iter().find(|(known, _)| known == key).map(|(_, name)| name.as_str());
        let around = || match key {
            "OPEN" => "Opening",
            "CLOSE" => "Closing",
            other => other,
        };
        own.unwrap_or_else(around).to_owned()
    }
}

/// Returns what the phases of a model are called on papers, in the coach's own words.
pub(crate) fn phase_names(vault: &mut Vault, key: &str) -> Result<PhaseNames, CommandError> {
    let model = model(vault, Some(key))?;
    Ok(PhaseNames(model.phases.into_iter().map(|phase| (phase.key, phase.label)).collect()))
}

/// Returns the model with a key; one that a newer version wrote is taken for the default.
pub(super) fn model(vault: &mut Vault, key: Option<&str>) -> Result<CoachingModel, CommandError> {
    let models = models(vault)?;
    model_or_default(&models, key).cloned().ok_or_else(CommandError::unexpected)
}

/// Returns the bank in the coach's order, with what the column shows in each phase of the session's model.
pub(crate) fn question_bank(vault: &mut Vault, session: Option<SessionId>) -> Result<wire::QuestionBank, CommandError> {
    let choices = vault.questions().choices(session)?;
    let settings = vault.questions().settings()?;
    let in_use = match session {
        Some(id) => Some(vault.sessions().frame(id)?.session.model),
        None => settings.default_model.clone(),
    };
    let bank = built_in().map_err(|_| CommandError::unexpected())?;
    let questions = laid_out(bank.questions.clone(), vault.questions().own()?, &choices.order);
    let models = models(vault)?;
    let model = model_or_default(&models, in_use.as_deref()).ok_or_else(CommandError::unexpected)?;
    let phases = model.phases.iter().map(|phase| phase.key.as_str()).chain(["OPEN", "CLOSE"]);
    let five = phases
        .map(|phase| FiveOfPhase {
            phase: phase.to_owned(),
            keys: sidebar::five(&questions, phase, model, &choices).iter().map(|one| one.key.clone()).collect(),
        })
        .collect();
    Ok(wire::QuestionBank {
        five,
        questions: questions.into_iter().map(|question| Question::chosen(question, &choices)).collect(),
        models: models.into_iter().map(Into::into).collect(),
        what_else: "What else?".to_owned(),
        settings: settings.into(),
    })
}

/// Returns an own question as it may be kept.
pub(crate) fn settled_question(question: OwnQuestion) -> Result<OwnQuestion, CommandError> {
    let said = !question.text.trim().is_empty();
    question.settled().ok_or_else(|| if said { CommandError::too_long() } else { CommandError::malformed() })
}

/// Returns what was logged in a session, with the words of each question.
pub(crate) fn question_uses(vault: &mut Vault, session: SessionId) -> Result<Vec<QuestionUse>, CommandError> {
    let bank = built_in().map_err(|_| CommandError::unexpected())?;
    let known = laid_out(bank.questions.clone(), vault.questions().own()?, &[]);
    let words = |key: &str| known.iter().find(|question| question.key == key).map(|question| question.text.clone());
    let uses = vault.questions().uses(session)?;
    Ok(uses
        .into_iter()
        .map(|one| {
            let text = one.key.as_deref().and_then(words);
            QuestionUse::with_words(one, text)
        })
        .collect())
}

/// Gives a phase another word; empty words, and those of the program, bring the built-in one back.
pub(crate) fn name_phase(
    vault: &mut Vault,
    key: &str,
    phase: &str,
    label: Option<&str>,
) -> Result<Vec<wire::CoachingModel>, CommandError> {
    let bank = built_in().map_err(|_| CommandError::unexpected())?;
    let known = bank.models.iter().find(|model| model.key == key);
    let built_in = known.and_then(|model| model.phases.iter().find(|one| one.key == phase));
    let built_in = built_in.ok_or_else(CommandError::malformed)?;
    let label = label.map(str::trim).filter(|label| !label.is_empty() && *label != built_in.label);
    if label.is_some_and(|label| label.chars().count() > LONGEST_LABEL) {
        return Err(CommandError::too_long());
    }
    vault.questions().name_phase(key, phase, label)?;
    Ok(models(vault)?.into_iter().map(Into::into).collect())
}
