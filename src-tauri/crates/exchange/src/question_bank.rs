//! The question bank and the coaching models that come with the program.
//!
//! The file was written for this product. It is read once, when it is first asked for; a coach's own questions live in her book, and
//! built-in ones are never overwritten.

use std::sync::LazyLock;

use coachbook_core::{
    model::{CoachingModel, Phase},
    question::Question,
};
use serde::Deserialize;

use crate::built_in::BuiltInError;

const FILE: &str = include_str!("../data/question_bank.json");

/// On screen the fourth phase is the way forward: "Will" on a button reads as a name.
const WAY_FORWARD: &str = "Way forward";

/// Where the models that do not take whole parts of the bank find the rest of it: model, phase, entries.
///
/// The file says what a phase of such a model is about, and that comes first. What it leaves unsaid is added here, so
/// that no question of Goal, Reality, Options and Way forward is out of reach because of the model in use:
/// - GROWTH: strengths carry the tactics.
/// - OSKAR: the outcome takes all of Goal; scaling asks what is so now; know-how takes what speaks for and against;
///   options belong to affirm and action, with the rest of the way forward.
/// - CLEAR: the contract takes the rest of Goal; listening what is so and what follows; exploring the rest of Reality.
const ALSO: &[(&str, &str, &[&str])] = &[
    ("GROWTH", "T", &["W:strength_use"]),
    ("OSKAR", "O", &["G"]),
    ("OSKAR", "S", &["R:facts", "R:specificity", "R:feeling", "R:truth", "R:impact"]),
    ("OSKAR", "K", &["R"]),
    ("OSKAR", "A", &["O", "W"]),
    ("CLEAR", "C", &["G"]),
    ("CLEAR", "L", &["R:truth", "R:impact"]),
    ("CLEAR", "E", &["R"]),
];

/// The bank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionBank {
    /// Questions, and sentences to say, in the order of the bank.
    pub questions: Vec<Question>,
    /// Models; the first is the default.
    pub models: Vec<CoachingModel>,
    /// The parts of the bank, opening and closing among them.
    pub parts: Vec<Phase>,
}

/// Returns the built-in bank.
///
/// # Errors
/// [`BuiltInError`] when the file was damaged in building.
pub fn built_in() -> Result<&'static QuestionBank, BuiltInError> {
    static BANK: LazyLock<Result<QuestionBank, BuiltInError>> = LazyLock::new(read);
    BANK.as_ref().map_err(Clone::clone)
}

fn read() -> Result<QuestionBank, BuiltInError> {
    let file: BankFile = serde_json::from_str(FILE)?;
    let mut models: Vec<ModelFile> = file.models;
    // A stable sort: the default comes first, the others keep their order.
    models.sort_by_key(|model| !model.default);
    Ok(QuestionBank {
        questions: file.questions.into_iter().map(QuestionFile::into_question).collect(),
        models: models.into_iter().map(ModelFile::into_model).collect(),
        parts: file.phases.into_iter().map(PhaseFile::into_phase).collect(),
    })
}

#[derive(Deserialize)]
struct BankFile {
    phases: Vec<PhaseFile>,
    models: Vec<ModelFile>,
    questions: Vec<QuestionFile>,
}

#[derive(Deserialize)]
struct ModelFile {
    id: String,
    name: String,
    #[serde(default)]
    default: bool,
    phases: Vec<PhaseFile>,
}

impl ModelFile {
    fn into_model(self) -> CoachingModel {
        let mut phases: Vec<Phase> = self.phases.into_iter().map(PhaseFile::into_phase).collect();
        for (_, key, entries) in ALSO.iter().filter(|(model, _, _)| *model == self.id) {
            for phase in phases.iter_mut().filter(|phase| phase.key == *key) {
                phase.bank.extend(entries.iter().map(|entry| (*entry).to_owned()));
            }
        }
        CoachingModel { key: self.id, name: self.name, phases }
    }
}

#[derive(Deserialize)]
struct PhaseFile {
    key: String,
    label: String,
    hint: Option<String>,
    bank: Option<Vec<String>>,
}

impl PhaseFile {
    fn into_phase(self) -> Phase {
        let label = if self.key == "W" { WAY_FORWARD.to_owned() } else { self.label };
        let bank = self.bank.unwrap_or_else(|| vec![self.key.clone()]);
        Phase { key: self.key, label, hint: self.hint, bank }
    }
}

#[derive(Deserialize)]
struct QuestionFile {
    id: String,
    phase: String,
    intent: String,
    text: String,
    kind: KindFile,
}

#[derive(Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum KindFile {
    Question,
    Statement,
}

impl QuestionFile {
    fn into_question(self) -> Question {
        Question {
            key: self.id,
            phase: self.phase,
            intent: self.intent,
            text: self.text,
            statement: self.kind == KindFile::Statement,
            own: false,
        }
    }
}
