//! The writing line: marks, letters, and what a question makes of the next line.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use coachbook_core::{
    marks::{
        Becomes, INTENTS, LETTERS, MARKS, Mark, Next, after_question, gathers_options, on_enter, quoted_parts,
        read_line,
    },
    model::Phase,
    note::NoteKind,
    session::FocusSlot,
};

fn phase(key: &str, bank: &[&str]) -> Phase {
    Phase { key: key.into(), label: key.into(), hint: None, bank: bank.iter().map(|b| (*b).into()).collect() }
}

#[test]
fn a_mark_is_the_very_first_character() {
    let table: &[(&str, Option<Mark>, &str, bool)] = &[
        ("plain words", None, "plain words", false),
        ("", None, "", false),
        ("!it was fear", Some(Mark::Insight), "it was fear", false),
        ("! it was fear", Some(Mark::Insight), "it was fear", false),
        ("!\"such a revelation\"", Some(Mark::Insight), "such a revelation", true),
        (">write to Ana by Friday", Some(Mark::Action), "write to Ana by Friday", false),
        ("\"that's how it is", Some(Mark::ClientWords), "that's how it is", true),
        ("\"that's how it is\"", Some(Mark::ClientWords), "that's how it is", true),
        ("\u{201c}so be it\u{201d}", Some(Mark::ClientWords), "so be it", true),
        ("\u{201e}so be it\u{201c}", Some(Mark::ClientWords), "so be it", true),
        // Words follow the closing sign: part of the line is quoted, the line is the coach's.
        ("\"never\" was the word", None, "\"never\" was the word", false),
        ("= no agreement means unhappy", Some(Mark::Belief), "no agreement means unhappy", false),
        ("<not everyone", Some(Mark::LessSure), "not everyone", false),
        ("+ask the manager", Some(Mark::Option), "ask the manager", false),
        ("*looks away", Some(Mark::Noticed), "looks away", false),
        ("#Rapport", Some(Mark::Topic), "Rapport", false),
        ("?how do you know", Some(Mark::Question), "how do you know", false),
        ("@Mr. X", Some(Mark::Person), "Mr. X", false),
        ("/q", Some(Mark::Others), "q", false),
        (" !not a mark", None, "!not a mark", false),
        ("a > b", None, "a > b", false),
        ("שלום", None, "שלום", false),
    ];
    for (line, mark, rest, own) in table {
        let read = read_line(line);
        assert_eq!((read.mark, read.rest, read.in_client_words), (*mark, *rest, *own), "{line:?}");
    }
    assert!(read_line("!").acts_on_line_above());
    assert!(!read_line("! x").acts_on_line_above());
    assert!(!read_line("").acts_on_line_above());
}

#[test]
fn every_sign_and_letter_means_one_thing() {
    let mut signs: Vec<char> = MARKS.iter().flat_map(|row| row.signs.iter().copied()).collect();
    let mut letters: Vec<char> = LETTERS.iter().map(|row| row.letter).collect();
    let (many_signs, many_letters) = (signs.len(), letters.len());
    signs.sort_unstable();
    signs.dedup();
    letters.sort_unstable();
    letters.dedup();
    assert_eq!((signs.len(), letters.len()), (many_signs, many_letters));
    assert_eq!(MARKS.len(), Mark::ALL.len());
    assert_eq!(MARKS.iter().filter(|row| row.taught).count(), 3);
    assert_eq!(LETTERS.iter().filter(|row| row.live_only).map(|row| row.letter).collect::<String>(), "cez");
}

#[test]
fn only_closed_quotation_marks_quote() {
    assert_eq!(quoted_parts("it is \"always\" so, \u{201c}always\u{201d}"), ["always", "always"]);
    assert_eq!(quoted_parts("it is \"always so"), Vec::<&str>::new());
    assert_eq!(quoted_parts("that's John's"), Vec::<&str>::new());
    assert_eq!(quoted_parts("\"a\" and \"b"), ["a"]);
}

#[test]
fn enter_goes_by_mark_then_question_then_phase() {
    let options = phase("O", &["O"]);
    let outcome = phase("O", &["G:outcome", "G:measure"]);
    let mixed = phase("E", &["R:facts", "O"]);
    assert!(gathers_options(&options) && gathers_options(&phase("I", &["O:generate"])));
    assert!(!gathers_options(&outcome) && !gathers_options(&mixed) && !gathers_options(&phase("O", &[])));
    let evidence = after_question("evidence");
    let table = [
        (None, None, Some(&options), Becomes::Note(NoteKind::Option)),
        (None, None, Some(&outcome), Becomes::Note(NoteKind::Plain)),
        (None, None, None, Becomes::Note(NoteKind::Plain)),
        (None, evidence, Some(&options), Becomes::Note(NoteKind::Evidence)),
        (Some(Mark::ClientWords), evidence, None, Becomes::Note(NoteKind::Evidence)),
        (Some(Mark::ClientWords), None, Some(&options), Becomes::Note(NoteKind::Option)),
        (Some(Mark::Belief), evidence, Some(&options), Becomes::Note(NoteKind::Assumption)),
        (Some(Mark::Noticed), None, Some(&options), Becomes::Note(NoteKind::CoachObservation)),
        (Some(Mark::Action), evidence, None, Becomes::Action),
        (None, after_question("outcome"), None, Becomes::Fills(Next::Focus(FocusSlot::WantedResult))),
        (None, after_question("when"), None, Becomes::Fills(Next::ActionWhen)),
    ];
    for (mark, next, phase, becomes) in table {
        assert_eq!(on_enter(mark, next, phase), becomes, "{mark:?} {next:?}");
    }
}

#[test]
fn no_question_makes_a_commitment() {
    for (intent, _) in INTENTS {
        let becomes = on_enter(None, after_question(intent), None);
        assert!(!matches!(becomes, Becomes::Action | Becomes::Insight), "{intent}");
    }
    assert_eq!(after_question("generate"), None);
    // The control: the mark does.
    assert_eq!(on_enter(Some(Mark::Action), after_question("generate"), None), Becomes::Action);
}
