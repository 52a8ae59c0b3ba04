//! The sample client.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use std::{collections::HashSet, path::PathBuf};

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
    session::FocusSlot,
};
use coachbook_exchange::sample::{SampleRecord, sample};
use serde_json::Value;

fn shared(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared").join(path)
}

fn expected() -> Option<Value> {
    let Ok(text) = std::fs::read_to_string(shared("domain/john_doe_expected.json")) else {
        eprintln!("skipped: the expected record is not here");
        return None;
    };
    Some(serde_json::from_str(&text).unwrap())
}

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
        "Recorded with your permission for evaluation only, shared with XYZ accreditation body",
        "You will write to schedule the next session",
    ] {
        assert!(printed.contains(words), "{words}");
    }
    assert_eq!((content.insights.len(), content.actions.len()), (6, 10));
    assert_eq!(content.standings.iter().filter(|row| row.result == "Met").count(), 3);
    assert!(content.standings.iter().take(2).all(|row| row.result == "Met"));
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

/// Takes out the line numbers the expected record cites.
fn without_lines(text: &str) -> String {
    let cited = |inner: &str| !inner.is_empty() && inner.chars().all(|c| c.is_ascii_digit() || " ,-".contains(c));
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, opened)) = rest.split_once('(') {
        match opened.split_once(')') {
            Some((inner, after)) if cited(inner) => {
                out.push_str(before.trim_end());
                rest = after;
            }
            _ => {
                out.push_str(before);
                out.push('(');
                rest = opened;
            }
        }
    }
    out + rest
}

fn texts(list: &Value, key: &str) -> Vec<String> {
    list.as_array().unwrap().iter().map(|row| without_lines(row[key].as_str().unwrap())).collect()
}

#[test]
fn it_says_what_the_expected_record_says() {
    let Some(expected) = expected() else { return };
    let sample = sample().unwrap();
    let held = &sample.session;
    assert_eq!(texts(&expected["insights"], "text"), held.insights.iter().map(|r| r.text.clone()).collect::<Vec<_>>());
    assert_eq!(
        texts(&expected["strengths"], "text"),
        held.strengths.iter().map(|r| r.text.clone()).collect::<Vec<_>>()
    );
    assert_eq!(
        texts(&expected["skills_to_build"], "text"),
        held.skills.iter().map(|r| r.text.clone()).collect::<Vec<_>>()
    );
    assert_eq!(texts(&expected["actions"], "what"), held.actions.iter().map(|r| r.what.clone()).collect::<Vec<_>>());
    assert_eq!(
        texts(&expected["session_focus"]["topics"], "title"),
        held.topics.iter().map(|r| r.title.clone()).collect::<Vec<_>>()
    );
    assert_eq!(
        texts(&expected["people_mentioned"], "alias"),
        sample.people.iter().map(|p| p.alias.clone()).collect::<Vec<_>>()
    );
    let wanted = expected["notes"].as_array().unwrap();
    let mut said_again = 0;
    for (note, wanted) in held.notes.iter().zip(wanted) {
        let kind = wanted["kind"].as_str().unwrap();
        // A fact is a plain line here.
        assert_eq!(note.fields.kind.key(), if kind == "fact" { "plain" } else { kind });
        assert_eq!(note.fields.phase, wanted["phase"].as_str().unwrap());
        said_again += usize::from(note.fields.text != without_lines(wanted["text"].as_str().unwrap()));
    }
    assert_eq!(said_again, 2, "notes whose quotation was said again in other words");
    for (action, wanted) in held.actions.iter().zip(expected["actions"].as_array().unwrap()) {
        assert_eq!(action.due.kind.key(), wanted["due_kind"].as_str().unwrap());
        assert_eq!(action.due.text.as_deref(), wanted["due_text"].as_str());
        assert_eq!(action.wording.as_deref(), wanted["wording"].as_str());
        assert_eq!(action.support.as_deref(), wanted["support"].as_str());
        let day = action.due.date.or(action.due.from).map(|day| day.to_string());
        assert_eq!(day.as_deref(), wanted["due"].as_str());
    }
}

fn word_list(text: &str) -> Vec<String> {
    let plain = text.to_lowercase().replace(['\u{2019}', '\''], "");
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Finds the runs of `length` words that `text` shares with `source`.
fn shared_runs(text: &str, source: &str, length: usize) -> Vec<String> {
    let source = word_list(source);
    let runs: HashSet<&[String]> = source.windows(length).collect();
    word_list(text).windows(length).filter(|run| runs.contains(run)).map(|run| run.join(" ")).collect()
}

#[test]
fn it_is_told_in_our_own_words() {
    let Ok(folder) = std::fs::read_dir(shared("seed")) else {
        eprintln!("skipped: the article the sample is modelled on is not here");
        return;
    };
    let mut read = 0;
    for entry in folder {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|end| end != "txt") {
            continue;
        }
        let article = std::fs::read_to_string(path).unwrap();
        assert_eq!(shared_runs(include_str!("../data/sample.json"), &article, 8), Vec::<String>::new());
        // The control: the article shares runs with itself.
        assert!(!shared_runs(&article, &article, 8).is_empty());
        read += 1;
    }
    assert!(read > 0, "no article was read");
}
