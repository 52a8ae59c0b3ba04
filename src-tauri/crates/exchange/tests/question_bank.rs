//! The bank that comes with the program.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use std::{collections::BTreeSet, path::Path};

use coachbook_core::{
    marks::{INTENTS, gathers_options},
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
    let bank = built_in().unwrap();
    for model in &bank.models {
        for phase in model.phases.iter().map(|phase| phase.key.as_str()).chain(["OPEN", "CLOSE"]) {
            let all = of_phase(&bank.questions, phase, model).len();
            let shown = five(&bank.questions, phase, model, &[], &[]);
            assert_eq!(shown.len(), SHOWN.min(all), "{} {phase}", model.key);
            assert!(shown.len() >= 4, "{} {phase}", model.key);
            assert!(!what_else(&bank.questions, phase, model).is_empty());
        }
    }
    let grow = &bank.models[0];
    for phase in ["G", "R", "O", "W"] {
        let intents: BTreeSet<&str> =
            five(&bank.questions, phase, grow, &[], &[]).iter().map(|question| question.intent.as_str()).collect();
        assert_eq!(intents.len(), SHOWN, "{phase}");
    }
}

#[test]
fn every_intent_the_writing_line_knows_is_in_the_bank() {
    let bank = built_in().unwrap();
    for (intent, _) in INTENTS {
        assert!(bank.questions.iter().any(|question| question.intent == *intent), "{intent}");
    }
}

#[test]
fn it_is_the_bank_that_was_written_for_this_product() {
    let written = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/domain/question_bank.json");
    let Ok(written) = std::fs::read(written) else {
        eprintln!("skipped: the bank as it was written is not here");
        return;
    };
    assert!(written == include_bytes!("../data/question_bank.json"));
}
