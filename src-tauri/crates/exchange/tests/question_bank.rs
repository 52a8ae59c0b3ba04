//! The bank that comes with the program.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use std::collections::BTreeSet;

use coachbook_core::{
    marks::{INTENTS, gathers_options},
    question::{Choices, laid_out},
    sidebar::{SHOWN, five, of_phase, what_else},
};
use coachbook_exchange::question_bank::built_in;

#[test]
fn the_counts_are_those_of_the_bank() {
    let bank = built_in().unwrap();
    assert_eq!(bank.questions.iter().filter(|question| !question.statement).count(), 219);
    assert_eq!(bank.questions.iter().filter(|question| question.statement).count(), 5);
    assert_eq!(bank.models.len(), 6);
    for (phase, count) in [("G", 44), ("R", 52), ("O", 44), ("W", 46), ("OPEN", 17), ("CLOSE", 21)] {
        assert_eq!(bank.questions.iter().filter(|question| question.phase == phase).count(), count, "{phase}");
    }
    let keys: BTreeSet<&str> = bank.questions.iter().map(|question| question.key.as_str()).collect();
    assert_eq!(keys.len(), bank.questions.len());
}

#[test]
fn grow_comes_first_and_its_last_phase_is_the_way_forward() {
    let bank = built_in().unwrap();
    let grow = &bank.models[0];
    assert_eq!(grow.key, "GROW");
    let labels: Vec<&str> = grow.phases.iter().map(|phase| phase.label.as_str()).collect();
    assert_eq!(labels, ["Goal", "Reality", "Options", "Way forward"]);
    let phases = || bank.models.iter().flat_map(|model| &model.phases).chain(&bank.parts);
    assert!(phases().all(|phase| phase.label != "Will"));
    let options: Vec<bool> = grow.phases.iter().map(gathers_options).collect();
    assert_eq!(options, [false, false, true, false]);
}

#[test]
fn every_phase_of_every_model_has_questions_to_show() {
    let mut bank = built_in().unwrap().clone();
    bank.questions = laid_out(bank.questions, vec![], &[]);
    for model in &bank.models {
        for phase in model.phases.iter().map(|phase| phase.key.as_str()).chain(["OPEN", "CLOSE"]) {
            let all = of_phase(&bank.questions, phase, model).len();
            let shown = five(&bank.questions, phase, model, &Choices::default());
            assert_eq!(shown.len(), SHOWN.min(all), "{} {phase}", model.key);
            assert!(shown.len() >= 4, "{} {phase}", model.key);
            assert!(!what_else(&bank.questions, phase, model).is_empty());
        }
    }
    let grow = &bank.models[0];
    for phase in ["G", "R", "O", "W"] {
        let intents: BTreeSet<&str> = five(&bank.questions, phase, grow, &Choices::default())
            .iter()
            .map(|question| question.intent.as_str())
            .collect();
        assert_eq!(intents.len(), SHOWN, "{phase}");
    }
}

#[test]
fn no_question_is_out_of_reach_in_any_model() {
    let bank = built_in().unwrap();
    for model in &bank.models {
        for question in bank.questions.iter().filter(|question| !question.statement) {
            let drawn = |phase: &str| of_phase(&bank.questions, phase, model).iter().any(|one| one.key == question.key);
            let somewhere = model.phases.iter().any(|phase| drawn(&phase.key)) || drawn("OPEN") || drawn("CLOSE");
            assert!(somewhere, "{} of {}", question.key, model.key);
        }
        // A model begins as its table in the bank says; what is added comes after.
        let keys: Vec<&str> = model.phases.iter().map(|phase| phase.key.as_str()).collect();
        assert_eq!(keys.concat(), if model.key == "FREE" { "N" } else { model.key.as_str() }.replace("FREE", "N"));
    }
}

#[test]
fn every_intent_the_writing_line_knows_is_in_the_bank() {
    let bank = built_in().unwrap();
    for (intent, _) in INTENTS {
        assert!(bank.questions.iter().any(|question| question.intent == *intent), "{intent}");
    }
}
