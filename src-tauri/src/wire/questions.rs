//! Questions and coaching models as they cross to the window.

use coachbook_core::{model as core_model, question as core_question};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{moment, said};

/// A question, or a sentence to say, as the coach made it hers.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)] // The fields are those of the record.
pub struct Question {
    pub key: String,
    pub phase: String,
    pub intent: String,
    pub text: String,
    pub statement: bool,
    pub own: bool,
    pub favourite: bool,
    pub hidden: bool,
    /// `client`, `next`, `today`, or none.
    pub aside: Option<String>,
}

impl Question {
    /// Returns a question with what the coach made of it.
    pub fn chosen(record: core_question::Question, choices: &core_question::Choices) -> Self {
        Self {
            favourite: choices.favourites.contains(&record.key),
            hidden: choices.hidden.contains(&record.key),
            aside: choices.aside_of(&record.key).map(|aside| aside.key().to_owned()),
            key: record.key,
            phase: record.phase,
            intent: record.intent,
            text: record.text,
            statement: record.statement,
            own: record.own,
        }
    }
}

/// A question of the coach's own, to be written.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct OwnQuestion {
    pub phase: String,
    pub intent: String,
    pub text: String,
}

impl From<OwnQuestion> for core_question::OwnQuestion {
    fn from(wire: OwnQuestion) -> Self {
        Self { phase: wire.phase, intent: wire.intent, text: wire.text }
    }
}

/// A phase of a model.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct Phase {
    pub key: String,
    pub label: String,
    pub hint: Option<String>,
    pub bank: Vec<String>,
}

/// A coaching model.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct CoachingModel {
    pub key: String,
    pub name: String,
    pub phases: Vec<Phase>,
}

impl From<core_model::CoachingModel> for CoachingModel {
    fn from(record: core_model::CoachingModel) -> Self {
        let phase =
            |phase: core_model::Phase| Phase { key: phase.key, label: phase.label, hint: phase.hint, bank: phase.bank };
        Self { key: record.key, name: record.name, phases: record.phases.into_iter().map(phase).collect() }
    }
}

/// Which questions stand in the column in a phase, by key.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct FiveOfPhase {
    pub phase: String,
    pub keys: Vec<String>,
}

/// How the questions behave.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct QuestionSettings {
    pub default_model: Option<String>,
    pub log_uses: bool,
    pub column_closed: bool,
}

impl From<core_question::QuestionSettings> for QuestionSettings {
    fn from(record: core_question::QuestionSettings) -> Self {
        Self { default_model: record.default_model, log_uses: record.log_uses, column_closed: record.column_closed }
    }
}

impl From<QuestionSettings> for core_question::QuestionSettings {
    fn from(wire: QuestionSettings) -> Self {
        Self { default_model: said(wire.default_model), log_uses: wire.log_uses, column_closed: wire.column_closed }
    }
}

/// The bank in the coach's order, the models, and what the column shows.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct QuestionBank {
    pub questions: Vec<Question>,
    pub models: Vec<CoachingModel>,
    pub what_else: String,
    /// For every phase of the session's model, opening and closing too.
    pub five: Vec<FiveOfPhase>,
    pub settings: QuestionSettings,
}

/// An own question that was saved, and the bank with it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct SavedQuestion {
    pub key: String,
    pub bank: QuestionBank,
}

/// A question that was used in a session, as logged.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct QuestionUse {
    pub at: String,
    pub phase: String,
    pub intent: String,
    /// The words as they stand in the bank now; none when the question is gone, and for the bare *What else?*.
    pub text: Option<String>,
}

impl QuestionUse {
    /// Returns a logged use with the words of its question.
    pub fn with_words(record: core_question::QuestionUse, text: Option<String>) -> Self {
        Self { at: moment(record.at), phase: record.phase, intent: record.intent, text }
    }
}
