//! Figures of a transcript, counted from a short talk that is invented.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use coachbook_core::reflection::*;

fn turn(speaker: Speaker, words: u32) -> Turn {
    Turn { speaker, paragraphs: 1 + words / 100, words }
}

fn question(turn: usize, text: &str, form: Form) -> Question {
    Question {
        turn,
        text: text.to_owned(),
        marked: text.ends_with('?'),
        form,
        by_hand: None,
        what_else: text.to_lowercase().contains("what else"),
        bare_what_else: text.eq_ignore_ascii_case("what else?"),
        rejected: false,
    }
}

fn talk() -> (Vec<Turn>, Vec<Question>) {
    use Speaker::*;
    let words = [(Coach, 9), (Client, 120), (Coach, 14), (Client, 70), (Coach, 2), (Client, 33), (Coach, 30)];
    let turns = words.map(|(speaker, words)| turn(speaker, words)).to_vec();
    let questions = vec![
        question(1, "What brings you here?", Form::Open),
        question(3, "How was that?", Form::Open),
        question(3, "Was it always so?", Form::Closed),
        question(5, "What else?", Form::Open),
    ];
    (turns, questions)
}

#[test]
fn words_turns_means_and_medians() {
    let (turns, questions) = talk();
    let found = figures(&turns, &questions, &[]);
    assert_eq!((found.coach.turns, found.client.turns), (4, 3));
    assert_eq!((found.coach.words, found.client.words), (55, 223));
    assert_eq!((found.coach.mean_tenths, found.client.mean_tenths), (138, 743), "13.75 is 13.8, half up");
    assert_eq!((found.coach.median_tenths, found.client.median_tenths), (115, 700));
    assert_eq!((found.coach.longest, found.client.longest), (Some((7, 30)), Some((2, 120))));
    assert_eq!(found.client.paragraphs, 4);
}

#[test]
fn questions_by_form_with_the_coachs_word_last() {
    let (turns, mut questions) = talk();
    let found = figures(&turns, &questions, &[]);
    assert_eq!((found.open, found.closed, found.directive, found.unmarked), (3, 1, 0, 0));
    assert_eq!((found.what_else, found.bare_what_else, found.turns_without), (1, 1, 1));
    assert_eq!(found.stacked, [(3, 2)]);
    questions[2].by_hand = Some(Form::Open);
    questions[0].rejected = true;
    let found = figures(&turns, &questions, &[]);
    assert_eq!((found.open, found.closed, found.questions.len(), found.turns_without), (3, 0, 3, 2));
}

#[test]
fn segments_count_their_own_turns() {
    let (turns, questions) = talk();
    let segment = |name: &str, from, to| Segment { name: name.to_owned(), phase: "G".to_owned(), from, to };
    let found = figures(&turns, &questions, &[segment("goal", 1, 2), segment("reality", 3, 7)]);
    let rows: Vec<_> = found.segments.iter().map(|row| (row.coach.words, row.client.words, row.questions)).collect();
    assert_eq!(rows, [(9, 120, 1), (46, 103, 3)]);
    assert_eq!(rows.iter().map(|row| row.0).sum::<u64>(), found.coach.words, "control: nothing is lost");
}

#[test]
fn shares_are_rounded_half_up_and_never_made_of_nothing() {
    assert_eq!(share(710, 3_581).map(tenths).as_deref(), Some("19.8"));
    assert_eq!(share(521, 521 + 2_835).map(tenths).as_deref(), Some("15.5"));
    assert_eq!(share(1, 2_000).map(tenths).as_deref(), Some("0.1"), "0.05 is half, and goes up");
    assert_eq!(ratio(710, 2_871), Some(404));
    assert_eq!((share(0, 0), ratio(0, 5)), (None, None));
    let none = figures(&[], &[], &[]);
    assert_eq!((none.coach.mean_tenths, none.coach.longest), (0, None));
}
