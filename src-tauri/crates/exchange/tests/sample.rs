//! The sample client.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use chrono::{NaiveDate, Weekday};
use coachbook_core::{
    ClientId, EngagementId,
    clauses::{Jurisdiction, initial_clauses},
    client::Client,
    date_words,
    engagement::Engagement,
    flags::flags,
    note::{NoteKind, Visibility},
    printed::{Context, SummaryContent, action_plan, summary, when},
    results::DueKind,
    session::{FocusSlot, MeasureResult},
};
use coachbook_exchange::sample::{SampleRecord, sample};

fn with_context<T>(sample: &SampleRecord, make: impl FnOnce(Context<'_>) -> T) -> T {
    let client = Client { id: ClientId(1), rev: 1, pseudonym: "Client 001".into(), fields: sample.client.clone() };
    let fields = sample.engagement.clone();
    let engagement = Engagement { id: EngagementId(1), client_id: ClientId(1), rev: 1, fields };
    make(Context { coach: &sample.coach, client: &client, engagement: &engagement, agreement: None })
}

fn client_copy(sample: &SampleRecord) -> SummaryContent {
    with_context(sample, |context| summary(&sample.session_record(), context, true))
}

#[test]
fn it_holds_what_it_should() {
    let sample = sample().unwrap();
    let held = &sample.session;
    assert!(sample.notice.contains("fictional"));
    assert_eq!((held.topics.len(), held.measures.len(), held.consents.len()), (2, 2, 2));
    let notes = |phase: &str| held.notes.iter().filter(|note| note.fields.phase == phase).count();
    assert_eq!(["G", "R", "O", "W", "CLOSE"].map(notes), [4, 24, 4, 1, 1]);
    assert_eq!((held.insights.len(), held.strengths.len(), held.resources.len()), (6, 3, 3));
    assert_eq!((held.skills.len(), held.actions.len()), (9, 10));
    assert_eq!((held.accountability.len(), held.follow_ups.len(), sample.people.len()), (2, 1, 8));
    assert!(held.notes.iter().all(|note| note.fields.visibility == Visibility::Private));
    let clauses = initial_clauses(Jurisdiction::Elsewhere);
    for clause in &sample.agreement {
        assert!(clauses.iter().any(|known| known.key == clause.key && known.included), "{}", clause.key);
    }
}

#[test]
fn what_was_not_said_stays_empty_and_is_counted() {
    let sample = sample().unwrap();
    let record = sample.session_record();
    let found = flags(&record.frame);
    assert_eq!((found.no_retention_date, found.withdrawal_not_mentioned), (2, 2));
    assert!(found.limits_not_stated);
    // Six have no date, a seventh only follows another.
    assert_eq!((found.undated_actions, found.measures_unknown), (7, 0));
    assert_eq!(found.actions_nobody_knows, 7);
    assert!(record.frame.focus.iter().all(|line| line.slot != FocusSlot::NeedToAddress));
    assert_eq!((record.frame.session.minutes(), record.frame.session.next_session_at), (None, None));
}

#[test]
fn its_dates_are_what_the_words_mean_on_its_day() {
    let sample = sample().unwrap();
    for action in &sample.session.actions {
        if !matches!(action.due.kind, DueKind::By | DueKind::StartOn | DueKind::Window) {
            continue;
        }
        let words = action.due.text.as_deref().unwrap();
        let read = date_words::read(words, sample.session.held_on, Weekday::Mon).unwrap();
        assert_eq!((read.kind, read.from, read.date), (action.due.kind, action.due.from, action.due.date), "{words}");
    }
}

#[test]
fn its_summary_holds_what_the_client_needs_and_nothing_private() {
    let sample = sample().unwrap();
    let content = client_copy(&sample);
    let printed = format!("{content:?}");
    for words in [
        "John Doe",
        "The argument with Mr. X",
        "Building rapport",
        "A plan for handling this client and the situation",
        "A plan that can also be used to build client relationship skills",
        "technical background",
        "being upfront with clients",
        "sharing accurate facts",
        "friend at work",
        "yearly appraisal tracker",
        "Recorded { purpose: Some(\"evaluation only\"), shared_with: Some(\"XYZ accreditation body\") }",
        "ClientWrites",
    ] {
        assert!(printed.contains(words), "{words}");
    }
    assert_eq!((content.insights.len(), content.actions.len()), (6, 10));
    assert_eq!(content.standings.iter().filter(|row| row.result == MeasureResult::Met).count(), 3);
    assert!(content.standings.iter().take(2).all(|row| row.result == MeasureResult::Met));
    assert_eq!((content.next_session, content.explored.len()), (None, 0));
    for note in sample.session.notes.iter().filter(|note| note.fields.kind == NoteKind::Assumption) {
        assert!(!printed.contains(&note.fields.text));
    }
    // The control: a note that is shared does appear, a belief does not even then.
    let mut opened = sample.clone();
    for note in &mut opened.session.notes {
        note.fields.visibility = Visibility::Shared;
    }
    let opened_print = format!("{:?}", client_copy(&opened));
    for note in &opened.session.notes {
        let belief = note.fields.kind == NoteKind::Assumption;
        assert_eq!(opened_print.contains(&format!("{:?}", note.fields.text)), !belief, "{:?}", note.id);
    }
}

#[test]
fn its_plan_keeps_the_undated_apart() {
    let sample = sample().unwrap();
    let today = sample.session.held_on;
    let plan = with_context(&sample, |context| action_plan(&sample.session_record(), context, today));
    let undated: Vec<usize> = plan.undated.iter().map(|row| row.number).collect();
    assert_eq!(undated, [1, 2, 3, 4, 5, 9, 10]);
    assert_eq!(when(&plan.undated[1], |day: NaiveDate| day.to_string()), "after action 1");
    let dated: Vec<String> = plan.dated.iter().map(|row| when(row, |day| day.to_string())).collect();
    let expected =
        ["2026-03-11 (in a week's time)", "start 2026-03-05 (from tomorrow)", "2026-03-09 to 2026-03-15 (next week)"];
    assert_eq!(dated, expected);
    assert_eq!(plan.accountability[0].actions, [6, 7, 8]);
}
