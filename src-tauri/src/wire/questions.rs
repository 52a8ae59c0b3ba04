//! Questions and coaching models as they cross to the window.

use coachbook_core::{model as core_model, question as core_question};
use serde::Serialize;
use ts_rs::TS;

/// A question, or a sentence to say.
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
}

impl From<core_question::Question> for Question {
    fn from(record: core_question::Question) -> Self {
        Self {
            key: record.key,
            phase: record.phase,
            intent: record.intent,
            text: record.text,
            statement: record.statement,
        }
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

/// The bank and the models.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct QuestionBank {
    pub questions: Vec<Question>,
    pub models: Vec<CoachingModel>,
    pub what_else: String,
}
