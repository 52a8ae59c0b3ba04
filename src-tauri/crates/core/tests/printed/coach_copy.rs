//! The coach's copy holds what no other paper may, and marks it.

use coachbook_core::{
    coach_copy::coach_copy,
    note::{BeliefStatus, NoteDraft, NoteKind, Visibility},
    printed::summary,
};

use super::*;

fn record() -> SessionRecord {
    let mut record = empty();
    record.frame.insights = vec![
        Insight { visibility: Visibility::Private, in_client_words: true, ..Insight::of(SECRET) },
        Insight::of(OPEN),
    ];
    let note = |id: i64, fields: NoteDraft| Note { id: NoteId(id), rev: 1, at: at(), elapsed_ms: id * 90_000, fields };
    let belief = NoteDraft {
        kind: NoteKind::Assumption,
        belief_status: Some(BeliefStatus::Dropped),
        ..NoteDraft::plain("nobody listens", "R", None)
    };
    let answer = NoteDraft { answers: Some(NoteId(1)), ..NoteDraft::plain("Eva did", "R", None) };
    record.notes = vec![note(1, belief), note(2, answer), note(3, NoteDraft::plain("a walk", "O", None))];
    record
}

#[test]
fn private_rows_are_there_and_marked() {
    let people = People::new();
    let context = people.context();
    let (copy, private) = coach_copy(&record(), context, vec!["What else?".to_owned()]);
    let texts: Vec<_> = copy.insights.iter().map(|row| (row.text.as_str(), row.in_client_words)).collect();
    assert_eq!(texts, [("canary (mine)", false), (OPEN, false)]);
    assert_eq!(private.reflection.as_deref(), Some("canary reflection"));
    assert_eq!(private.questions, ["What else?"]);
    let lines: Vec<_> =
        private.phases.iter().flat_map(|p| p.lines.iter().map(|l| (p.key.as_str(), l.minute))).collect();
    assert_eq!(lines, [("R", 1), ("R", 3), ("O", 4)]);
    assert_eq!(private.beliefs[0].became, BeliefStatus::Dropped);
    assert_eq!(private.beliefs[0].answers, ["Eva did"]);
    let clients = summary(&record(), context, true);
    assert!(!format!("{clients:?}").contains(SECRET), "control: the client's copy of the same session has none of it");
}
