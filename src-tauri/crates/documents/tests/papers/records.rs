//! The coach's copy: all of it, marked on every page, and the mark never among the words.

use coachbook_core::coach_copy::*;
use coachbook_core::consent::{ConsentDecision, ConsentMethod, ConsentPurpose};
use coachbook_core::note::{BeliefStatus, Commitment, NoteKind};
use coachbook_core::session::CheckKey;
use coachbook_documents::papers::{session_record, session_summary};
use coachbook_documents::{Doc, Fonts, PageSize, PaperSetup, placed_text};

use crate::people::*;

fn line(minute: i64, kind: NoteKind, text: &str) -> NoteLine {
    NoteLine {
        minute,
        kind,
        topic: some("Mr. X"),
        text: text.to_owned(),
        in_client_words: false,
        commitment: None,
        shared: false,
    }
}

fn private() -> Private {
    let reality = vec![
        NoteLine { in_client_words: true, ..line(12, NoteKind::Feeling, "humiliated, still angry on the way home") },
        line(15, NoteKind::Assumption, "He asks because he is against the plan"),
        NoteLine { shared: true, ..line(21, NoteKind::Evidence, "he read all forty pages before the meeting") },
        line(22, NoteKind::CoachObservation, "speaks faster when the boss comes up"),
    ];
    let option = NoteLine { commitment: Some(Commitment::Will), ..line(41, NoteKind::Option, "ask a friend at work") };
    Private {
        phases: vec![
            Phase { key: "G".to_owned(), lines: vec![line(4, NoteKind::Plain, "two topics, one thread")] },
            Phase { key: "R".to_owned(), lines: reality },
            Phase { key: "O".to_owned(), lines: vec![option] },
        ],
        beliefs: vec![Belief {
            text: "He asks because he is against the plan".to_owned(),
            became: BeliefStatus::Loosened,
            answers: texts(&["he read all forty pages before the meeting"]),
        }],
        questions: texts(&["What else could his questions mean?"]),
        checks: vec![
            Check { key: CheckKey::RoleRestated, acknowledged: Some(true), answer: None },
            Check { key: CheckKey::ReadyConfirmed, acknowledged: None, answer: some("yes, let us start") },
        ],
        consents: vec![ConsentLine {
            purpose: ConsentPurpose::ShareRecording,
            decision: ConsentDecision::Granted,
            method: ConsentMethod::Verbal,
            recipient: some("the XYZ accreditation body"),
            quote: some("sure, go ahead"),
            given_on: Some(day(2026, 3, 4)),
            kept_until: None,
        }],
        reflection: some("I stayed in Reality too long.\n\n- ask for the wish earlier"),
        for_next_time: some("begin with the manager"),
    }
}

pub fn record(setup: &PaperSetup) -> Doc {
    let name = |key: &str| match key {
        "G" => "Goal".to_owned(),
        "R" => "Reality".to_owned(),
        "O" => "Options".to_owned(),
        other => other.to_owned(),
    };
    session_record(&john(), &private(), name, setup)
}

#[test]
fn the_record_holds_the_summary_and_all_that_is_private() {
    let setup = setup(PageSize::A4);
    let pdf = pdf(&record(&setup), &setup);
    let Some(text) = read_back("record-read.pdf", &pdf) else { return };
    let mut rest = text.as_str();
    for words in [
        "Session record",
        "What you wanted from the session",
        "How the success measures stand",
        "Notes",
        "Goal",
        "two topics, one thread",
        "Reality",
        "humiliated",
        "speaks faster",
        "Options",
        "option: will",
        "Beliefs and what became of them",
        "less sure",
        "Questions used",
        "Said and asked",
        "acknowledged",
        "Consents",
        "with the XYZ accreditation body",
        "Your reflection",
        "begin with the manager",
    ] {
        let at = rest.find(words).unwrap_or_else(|| panic!("{words} is missing or out of order"));
        rest = &rest[at..];
    }
}

#[test]
fn the_word_private_lies_under_every_page_and_in_no_copied_text() {
    let setup = setup(PageSize::A4);
    let (record, summary) = (record(&setup), session_summary(&john(), &setup));
    let placed = placed_text(&record, &setup, &mut Fonts::bundled());
    for page in placed.split("== page").skip(1) {
        let first = page.lines().nth(1).unwrap();
        assert!(first.contains("turned 52 Private"), "it is drawn first: {first}");
        assert!(page.contains("Private  ·  Document"), "the foot says it in words");
    }
    let plain = placed_text(&summary, &setup, &mut Fonts::bundled());
    assert!(!plain.contains("turned") && plain.contains("Confidential  ·"), "control: the client's copy has none");
    let marked = pdf(&record, &setup);
    let path = kept("record-marked.pdf", &marked.bytes);
    let Some((_, text)) = tool("pdftotext", &["-enc", "UTF-8"], &path) else { return };
    assert_eq!(text.matches("Private").count(), marked.pages, "once a page, in the foot: {text}");
    let (_, tree) = tool("pdfinfo", &["-struct-text"], &path).unwrap();
    assert!(!tree.contains("Private"), "nobody reads it out");
}

#[test]
fn a_long_watermark_is_set_smaller_and_stays_on_the_page() {
    let setup = setup(PageSize::A4);
    let size = |word: &str| -> f32 {
        let doc = Doc { watermark: Some(word.to_owned()), ..session_summary(&john(), &setup) };
        let placed = placed_text(&doc, &setup, &mut Fonts::bundled());
        placed.lines().nth(1).unwrap().split_whitespace().nth(2).unwrap().parse().unwrap()
    };
    assert!(size("Private") > 100.0, "control");
    assert!((10.0..60.0).contains(&size("Not yet approved by the client")));
    assert!((10.0..=110.0).contains(&size("سري للغاية")));
}
