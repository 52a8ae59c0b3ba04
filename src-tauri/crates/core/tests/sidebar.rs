//! Which five questions stand beside the notes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use coachbook_core::{
    model::{CoachingModel, Phase},
    question::Question,
    sidebar::{five, of_phase, what_else},
};

fn bank() -> Vec<Question> {
    let rows = [
        ("G-1", "G", "topic"),
        ("G-2", "G", "topic"),
        ("G-3", "G", "what_else"),
        ("G-4", "G", "outcome"),
        ("G-5", "G", "measure"),
        ("R-1", "R", "facts"),
        ("R-2", "R", "facts"),
        ("R-3", "R", "evidence"),
        ("R-4", "R", "facts"),
        ("R-5", "R", "what_else"),
        ("O-1", "OPEN", "arrival"),
        ("O-2", "OPEN", "role_reminder"),
    ];
    rows.iter()
        .map(|(key, phase, intent)| Question {
            key: (*key).into(),
            phase: (*phase).into(),
            intent: (*intent).into(),
            text: (*key).into(),
            statement: *key == "O-2",
        })
        .collect()
}

fn model() -> CoachingModel {
    let phase = |key: &str, bank: &[&str]| Phase {
        key: key.into(),
        label: key.into(),
        hint: None,
        bank: bank.iter().map(|b| (*b).into()).collect(),
    };
    let phases = vec![phase("G", &["G"]), phase("R", &["R"]), phase("T", &["G:measure", "G:topic", "R:facts"])];
    CoachingModel { key: "M".into(), name: "M".into(), phases }
}

fn keys(found: &[&Question]) -> Vec<String> {
    found.iter().map(|question| question.key.clone()).collect()
}

#[test]
fn chosen_ones_first_then_different_intents() {
    let (bank, model) = (bank(), model());
    assert_eq!(keys(&five(&bank, "G", &model, &[], &[])), ["G-1", "G-4", "G-5", "G-2"]);
    let aside = ["G-2".to_owned(), "R-2".to_owned(), "gone".to_owned()];
    let favourites = ["G-3".to_owned(), "G-2".to_owned()];
    assert_eq!(keys(&five(&bank, "G", &model, &aside, &favourites)), ["G-2", "G-3", "G-4", "G-5", "G-1"]);
    assert_eq!(keys(&five(&bank, "R", &model, &[], &[])), ["R-1", "R-3", "R-2", "R-4"]);
}

#[test]
fn never_more_than_five() {
    let (bank, model) = (bank(), model());
    let all: Vec<String> = bank.iter().map(|question| question.key.clone()).collect();
    assert_eq!(five(&bank, "T", &model, &all, &all).len(), 5);
}

#[test]
fn other_models_draw_on_parts_of_the_bank_and_statements_are_not_asked() {
    let (bank, model) = (bank(), model());
    assert_eq!(keys(&of_phase(&bank, "T", &model)), ["G-5", "G-1", "G-2", "R-1", "R-2", "R-4"]);
    assert_eq!(keys(&five(&bank, "T", &model, &[], &[])), ["G-5", "G-1", "R-1", "G-2", "R-2"]);
    assert_eq!(keys(&of_phase(&bank, "OPEN", &model)), ["O-1"]);
    assert_eq!(of_phase(&bank, "nowhere", &model), Vec::<&Question>::new());
}

#[test]
fn what_else_is_there_in_every_phase() {
    let (bank, model) = (bank(), model());
    assert_eq!(keys(&what_else(&bank, "G", &model)), ["G-3"]);
    assert_eq!(keys(&what_else(&bank, "T", &model)), ["G-3", "R-5"]);
    assert_eq!(keys(&what_else(&bank, "OPEN", &model)), ["G-3", "R-5"]);
}
