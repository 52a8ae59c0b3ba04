//! Which five questions stand beside the notes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use coachbook_core::{
    model::{CoachingModel, Phase, PhaseLabel, model_or_default},
    question::{Aside, Choices, OwnQuestion, Question, laid_out},
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
            own: false,
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

fn owned(keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| (*key).to_owned()).collect()
}

#[test]
fn set_aside_first_then_favourites_then_the_first_ones() {
    let (bank, model) = (bank(), model());
    let none = Choices::default();
    assert_eq!(keys(&five(&bank, "G", &model, &none)), ["G-1", "G-2", "G-4", "G-5"]);
    let chosen = Choices {
        favourites: owned(&["G-3", "G-2"]),
        aside: vec![("G-5".into(), Aside::Client), ("R-2".into(), Aside::Today), ("gone".into(), Aside::Client)],
        ..Choices::default()
    };
    assert_eq!(keys(&five(&bank, "G", &model, &chosen)), ["G-5", "G-2", "G-3", "G-1", "G-4"]);
    assert_eq!(keys(&five(&bank, "R", &model, &chosen)), ["R-2", "R-1", "R-3", "R-4"]);
    let later = Choices { aside: vec![("R-2".into(), Aside::Next)], ..Choices::default() };
    assert_eq!(keys(&five(&bank, "R", &model, &later)), ["R-1", "R-2", "R-3", "R-4"], "not before the next session");
}

#[test]
fn hidden_ones_and_gaps_stand_back() {
    let (mut bank, model) = (bank(), model());
    let hidden = Choices { hidden: owned(&["G-1", "G-4"]), favourites: owned(&["G-4"]), ..Choices::default() };
    assert_eq!(keys(&five(&bank, "G", &model, &hidden)), ["G-2", "G-5"]);
    bank[0].text = "What do you mean by {word}?".into();
    assert_eq!(keys(&five(&bank, "G", &model, &Choices::default())), ["G-2", "G-4", "G-5"]);
    let chosen = Choices { favourites: owned(&["G-1"]), ..Choices::default() };
    assert_eq!(keys(&five(&bank, "G", &model, &chosen))[0], "G-1", "chosen by the coach, it stands there");
}

#[test]
fn her_own_order_is_taken_as_it_is() {
    let order = owned(&["G-5", "G-2", "G-1"]);
    let own = Question {
        key: "own-1".into(),
        phase: "G".into(),
        intent: "own".into(),
        text: "And then?".into(),
        statement: false,
        own: true,
    };
    let bank = laid_out(bank(), vec![own], &order);
    let all: Vec<&str> = bank.iter().map(|question| question.key.as_str()).collect();
    assert_eq!(all[..7], ["G-5", "G-2", "G-1", "G-3", "G-4", "own-1", "R-1"]);
    let choices = Choices { order, ..Choices::default() };
    assert_eq!(keys(&five(&bank, "G", &model(), &choices)), ["G-5", "G-2", "G-1", "G-4", "own-1"]);
    assert_eq!(keys(&five(&bank, "R", &model(), &choices)), ["R-1", "R-2", "R-3", "R-4"], "another phase is as it was");
}

#[test]
fn the_usual_first_ones_open_a_phase() {
    let mut bank = bank();
    bank[1].key = "G-01".into();
    let bank = laid_out(bank, vec![], &[]);
    assert_eq!(keys(&five(&bank, "G", &model(), &Choices::default()))[..2], ["G-01", "G-1"]);
}

#[test]
fn an_own_question_has_words_and_a_place() {
    let own = |phase: &str, text: &str| {
        OwnQuestion { phase: phase.into(), intent: "own".into(), text: text.into() }.settled()
    };
    assert_eq!(own("R", "  What  would\nAnna say? ").unwrap().text, "What would Anna say?");
    assert_eq!(own("R", "  "), None);
    assert_eq!(own("X", "What?"), None);
    assert_eq!(own("R", &"a".repeat(301)), None);
}

#[test]
fn a_label_is_hers_and_the_key_stays() {
    let label = PhaseLabel { model: "M".into(), phase: "R".into(), label: "What is so".into() };
    let other = PhaseLabel { model: "N".into(), phase: "G".into(), label: "Elsewhere".into() };
    let named = model().relabelled(&[label, other]);
    let phases: Vec<(&str, &str)> = named.phases.iter().map(|one| (one.key.as_str(), one.label.as_str())).collect();
    assert_eq!(phases, [("G", "G"), ("R", "What is so"), ("T", "T")]);
    let models = [named];
    assert_eq!(model_or_default(&models, Some("newer")).unwrap().key, "M");
    assert_eq!(model_or_default(&[], None), None);
}

#[test]
fn never_more_than_five() {
    let (bank, model) = (bank(), model());
    let all: Vec<String> = bank.iter().map(|question| question.key.clone()).collect();
    let aside = all.iter().map(|key| (key.clone(), Aside::Client)).collect();
    let choices = Choices { favourites: all, aside, ..Choices::default() };
    assert_eq!(five(&bank, "T", &model, &choices).len(), 5);
}

#[test]
fn other_models_draw_on_parts_of_the_bank_and_statements_are_not_asked() {
    let (bank, model) = (bank(), model());
    assert_eq!(keys(&of_phase(&bank, "T", &model)), ["G-5", "G-1", "G-2", "R-1", "R-2", "R-4"]);
    assert_eq!(keys(&five(&bank, "T", &model, &Choices::default())), ["G-5", "R-1", "G-1", "R-2", "G-2"]);
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
