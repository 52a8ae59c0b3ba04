//! Every key of the expected record, and the column it is compared with or why it is not.

use super::record::Record;
use coachbook_core::note::NoteKind;
use coachbook_core::results::DueKind;
use coachbook_core::session::{AssessedBy, CheckKey, FocusSlot, MeasureResult, Standing};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What becomes of a key.
enum Treated {
    /// Compared with this column, value by value.
    Column(&'static str),
    /// In this column, but said in our own words there: only that it is there is compared.
    OurWords(&'static str),
    /// Not compared, and why.
    Out(#[allow(dead_code, reason = "the reason is for the reader")] &'static str),
}
use Treated::{Column, OurWords, Out};

const PLACE: Treated = Out("its place in the list stands for it");

/// `[]` stands for every place of a list.
const MAP: &[(&str, Treated)] = &[
    ("fixture.session_date_D", Column("session.started_at, local day")),
    ("fixture.weekday", Out("follows from the day")),
    ("fixture.week_starts", Out("a setting of the date words, Monday by default")),
    ("fixture.notice", Out("about the fixture")),
    ("client.display_name", Column("client.display_name")),
    ("client.kind", Out("only a person is coached; there is no other kind")),
    ("client.role_title", Column("client.role_title")),
    ("client.role_now", Column("client.role_now")),
    ("client.background", Column("client.background")),
    ("client.sector", Column("client.sector")),
    ("client.organisation", Column("client.organisation")),
    ("client.email", Column("client.email")),
    ("client.phone", Column("client.phone")),
    ("client.sponsor", Out("sponsors come with three-way agreements")),
    ("client.engaged_by", Column("engagement.funded_by")),
    ("people_mentioned[].alias", Column("person.alias")),
    ("people_mentioned[].real_name", Out("the book has no place for the real name of a third person, on purpose")),
    ("people_mentioned[].relation", Column("person.relation")),
    ("opening_checks[].key", Column("session_check.key")),
    ("opening_checks[].done", Column("session_check, whether there is a row")),
    ("opening_checks[].acknowledged_by_client", Column("session_check.acknowledged")),
    ("consents[].purpose", Column("consent.purpose")),
    ("consents[].decision", Column("consent.decision")),
    ("consents[].method", Column("consent.method")),
    ("consents[].recipient", Column("consent.recipient")),
    ("consents[].use_limit", Column("consent.use_limit")),
    ("consents[].client_identity_disclosed", Column("consent.identity_disclosed")),
    ("consents[].third_party_identity_disclosed", Column("consent.third_party_disclosed")),
    ("consents[].quote", OurWords("consent.quote")),
    ("consents[].given_on", Column("consent.given_on, D being the day the session was held")),
    ("consents[].retention_until", Column("consent.retention_until")),
    ("consents[].withdrawal_told", Column("consent.withdrawal_explained")),
    ("session_focus.topics[].id", PLACE),
    ("session_focus.topics[].title", Column("topic.title")),
    ("session_focus.topics[].order", Column("topic, place in the list")),
    (
        "session_focus.topics[].status",
        Out("the window shows a topic with lines as worked; nothing writes topic.status"),
    ),
    ("session_focus.topics[].raised_after", Column("topic.after_what_else")),
    ("session_focus.presenting_state[]", OurWords("focus_line.text, present_state")),
    ("session_focus.result_wanted[]", OurWords("focus_line.text, wanted_result")),
    ("session_focus.importance[]", OurWords("focus_line.text, importance")),
    ("session_focus.success_measures[].id", PLACE),
    ("session_focus.success_measures[].topic", Column("measure.topic_id")),
    ("session_focus.success_measures[].text", Column("measure.text")),
    ("session_focus.success_measures[].how_known", Column("measure.how_known")),
    ("session_focus.need_to_address", Column("focus_line.text, need_to_address")),
    ("notes[].id", PLACE),
    ("notes[].topic", Column("note.topic_id")),
    ("notes[].phase", Column("note.phase")),
    ("notes[].kind", Column("note.kind")),
    ("notes[].text", Column("note.text")),
    ("insights[].id", PLACE),
    ("insights[].topic", Column("insight.topic_id")),
    ("insights[].text", Column("insight.text")),
    ("strengths[].id", PLACE),
    ("strengths[].text", Column("strength.text")),
    ("resources_from_past[].text", Column("resource.text")),
    ("skills_to_build[].text", Column("development_area.text")),
    ("actions[].id", PLACE),
    ("actions[].topic", Column("action.topic_id")),
    ("actions[].what", Column("action.what")),
    ("actions[].wording", Column("action.wording")),
    ("actions[].due_kind", Column("action.due_kind")),
    ("actions[].due_text", Column("action.due_text")),
    ("actions[].due_from", Column("action.due_from")),
    ("actions[].due", Column("action.due_date, or due_from of an action that starts on a day")),
    ("actions[].rule", Out("how the day follows from the words")),
    ("actions[].after", Column("action.after_action_id")),
    ("actions[].support", Column("action.support")),
    ("accountability[].kind", Column("accountability.kind")),
    ("accountability[].who", Column("accountability.who")),
    ("accountability[].covers[]", Column("accountability_action.action_id")),
    ("accountability[].how_often", Column("accountability.how_often")),
    ("success_check[].measure", PLACE),
    ("success_check[].wanted", PLACE),
    ("success_check[].result", Column("measure.result, focus_line.result")),
    ("success_check[].by", Column("measure.assessed_by, focus_line.assessed_by")),
    ("success_check[].evidence", OurWords("measure.evidence, focus_line.evidence")),
    ("state_after[]", OurWords("focus_line.text, state_after")),
    ("closing.anything_else", Column("session_check.note, anything_else_asked")),
    ("follow_up[].id", PLACE),
    ("follow_up[].owner", Column("follow_up.owner")),
    ("follow_up[].what", Column("follow_up.what")),
    ("follow_up[].due", Column("follow_up.due_date")),
    ("next_session", Column("session.next_session_at")),
];

/// Three notes quote the client in the fixture and are said in our own words in what is typed.
const NOTES_IN_OUR_WORDS: [&str; 3] = ["notes[7].text", "notes[16].text", "notes[20].text"];

/// Compares the record with the expected one.
#[track_caller]
pub(super) fn assert_matches(kept: &Record) {
    let expected: Value = serde_json::from_str(include_str!("expected.json")).expect("the expected record is JSON");
    let found = disagreements(&expected, kept);
    assert!(found.is_empty(), "the book and the expected record disagree:\n{}", found.join("\n"));
    let mut altered = kept.clone();
    altered.session.frame.actions[0].wording = Some("must".to_owned());
    assert_eq!(disagreements(&expected, &altered).len(), 1, "an altered verb was not noticed");
}

fn disagreements(expected: &Value, kept: &Record) -> Vec<String> {
    let mut values = Vec::new();
    flatten("", expected, &mut values);
    let stored = stored(kept);
    let (mut found, mut used) = (Vec::new(), BTreeSet::new());
    for (place, value) in values {
        let key = pattern(&place);
        match MAP.iter().find(|(mapped, _)| *mapped == key) {
            None => found.push(format!("{key} is in no row of the map")),
            Some((_, Out(_))) => {}
            Some((_, Column(column))) if !NOTES_IN_OUR_WORDS.contains(&place.as_str()) => {
                let here = stored.get(&place).map_or("null", String::as_str);
                if here != value {
                    found.push(format!("{place}: expected {value}, {column} holds {here}"));
                }
            }
            Some((_, Column(column) | OurWords(column))) => {
                if stored.get(&place).is_none_or(String::is_empty) {
                    found.push(format!("{place}: {column} holds nothing"));
                }
            }
        }
        used.insert(key);
    }
    let unused = MAP.iter().filter(|(key, _)| !used.contains(*key));
    found.extend(unused.map(|(key, _)| format!("{key} is in the map and not in the expected record")));
    found
}

/// Every value with its place; a list that is empty has none.
fn flatten(place: &str, value: &Value, into: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let dot = if place.is_empty() { "" } else { "." };
                flatten(&format!("{place}{dot}{name}"), value, into);
            }
        }
        Value::Array(rows) => {
            rows.iter().enumerate().for_each(|(at, row)| flatten(&format!("{place}[{at}]"), row, into))
        }
        Value::String(text) => into.push((place.to_owned(), text.clone())),
        other => into.push((place.to_owned(), other.to_string())),
    }
}

fn pattern(place: &str) -> String {
    let mut key = String::new();
    let mut inside = false;
    for letter in place.chars() {
        inside = letter == '[' || inside && letter != ']';
        if !inside || letter == '[' {
            key.push(letter);
        }
    }
    key
}

/// What the book holds, under the places the expected record uses.
fn stored(kept: &Record) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut put = |place: String, value: Option<String>| {
        if let Some(value) = value {
            found.insert(place, value);
        }
    };
    client(kept, &mut put);
    opening(kept, &mut put);
    focus(kept, &mut put);
    results(kept, &mut put);
    actions(kept, &mut put);
    standing(kept, &mut put);
    found
}

type Put<'a> = &'a mut dyn FnMut(String, Option<String>);

fn client(kept: &Record, put: Put<'_>) {
    let client = &kept.client;
    put("fixture.session_date_D".into(), kept.session.frame.session.base_date().map(|day| day.to_string()));
    put("client.display_name".into(), Some(client.display_name.clone()));
    for (name, value) in [
        ("role_title", &client.role_title),
        ("role_now", &client.role_now),
        ("background", &client.background),
        ("sector", &client.sector),
        ("organisation", &client.organisation),
        ("email", &client.email),
        ("phone", &client.phone),
    ] {
        put(format!("client.{name}"), value.clone());
    }
    put("client.engaged_by".into(), kept.programme.funded_by.map(|by| by.key().to_owned()));
    for (at, person) in kept.session.frame.people.iter().enumerate() {
        put(format!("people_mentioned[{at}].alias"), Some(person.alias.clone()));
        put(format!("people_mentioned[{at}].relation"), person.relation.clone());
    }
}

fn opening(kept: &Record, put: Put<'_>) {
    let clauses = [
        "coach_role",
        "scope",
        "dos_and_donts",
        "coach_boundary",
        "methods",
        "client_responsibility",
        "confidentiality",
        "recording_and_sharing",
    ];
    for (at, key) in clauses.into_iter().enumerate() {
        let clause = kept
            .agreement
            .iter()
            .flat_map(|version| &version.clauses)
            .find(|clause| clause.included && clause.key == key);
        put(format!("agreement_clauses_referenced[{at}].clause_key"), clause.map(|clause| clause.key.clone()));
    }
    let checks = [
        CheckKey::RoleRestated,
        CheckKey::AgreementReferredTo,
        CheckKey::NoAdviceRestated,
        CheckKey::ConfidentialityRestated,
        CheckKey::ConfidentialityLimitsStated,
        CheckKey::RecordingConsentAsked,
        CheckKey::ReadyConfirmed,
    ];
    for (at, key) in checks.into_iter().enumerate() {
        let check = kept.session.frame.checks.iter().find(|check| check.key == key);
        put(format!("opening_checks[{at}].key"), Some(key.key().to_owned()));
        put(format!("opening_checks[{at}].done"), Some(check.is_some().to_string()));
        put(
            format!("opening_checks[{at}].acknowledged_by_client"),
            check.and_then(|check| Some(check.acknowledged?.to_string())),
        );
    }
    let answer = kept.session.frame.checks.iter().find(|check| check.key == CheckKey::AnythingElseAsked);
    put("closing.anything_else".into(), answer.and_then(|check| check.note.clone()));
    for (at, row) in kept.session.frame.consents.iter().enumerate() {
        let mut put = |name: &str, value: Option<String>| put(format!("consents[{at}].{name}"), value);
        put("purpose", Some(row.purpose.key().to_owned()));
        put("decision", Some(row.decision.key().to_owned()));
        put("method", Some(row.method.key().to_owned()));
        put("recipient", row.recipient.clone());
        put("use_limit", row.use_limit.clone());
        put("client_identity_disclosed", row.identity_disclosed.map(|it| it.to_string()));
        put("third_party_identity_disclosed", row.third_party_disclosed.map(|it| it.to_string()));
        put("quote", row.quote.clone());
        let on_the_day = row.given_on.is_some() && row.given_on == kept.session.frame.session.base_date();
        put("given_on", row.given_on.map(|day| if on_the_day { "D".to_owned() } else { day.to_string() }));
        put("retention_until", row.retention_until.map(|day| day.to_string()));
        put("withdrawal_told", row.withdrawal_explained.map(|it| it.to_string()));
    }
}

fn focus(kept: &Record, put: Put<'_>) {
    for (at, topic) in kept.session.frame.topics.iter().enumerate() {
        put(format!("session_focus.topics[{at}].title"), Some(topic.title.clone()));
        put(format!("session_focus.topics[{at}].order"), Some((at + 1).to_string()));
        put(format!("session_focus.topics[{at}].raised_after"), topic.after_what_else.then(|| "what else".to_owned()));
    }
    for (name, slot) in [
        ("session_focus.presenting_state", FocusSlot::PresentState),
        ("session_focus.result_wanted", FocusSlot::WantedResult),
        ("session_focus.importance", FocusSlot::Importance),
        ("state_after", FocusSlot::StateAfter),
    ] {
        for (at, line) in kept.slot(slot).into_iter().enumerate() {
            put(format!("{name}[{at}]"), Some(line.text.clone()));
        }
    }
    let need = kept.slot(FocusSlot::NeedToAddress);
    put("session_focus.need_to_address".into(), need.first().map(|line| line.text.clone()));
    for (at, row) in kept.session.frame.measures.iter().enumerate() {
        let place = format!("session_focus.success_measures[{at}]");
        put(format!("{place}.topic"), Some(kept.topic(row.topic_id)));
        put(format!("{place}.text"), Some(row.text.clone()));
        put(format!("{place}.how_known"), row.how_known.clone());
    }
}

fn results(kept: &Record, put: Put<'_>) {
    for (at, row) in kept.session.notes.iter().enumerate() {
        let note = &row.fields;
        // What the fixture calls a fact is a line without a kind.
        let kind = if note.kind == NoteKind::Plain { "fact" } else { note.kind.key() };
        put(format!("notes[{at}].topic"), Some(kept.topic(note.topic_id)));
        put(format!("notes[{at}].phase"), Some(note.phase.clone()));
        put(format!("notes[{at}].kind"), Some(kind.to_owned()));
        put(format!("notes[{at}].text"), Some(note.text.clone()));
    }
    let frame = &kept.session.frame;
    for (at, row) in frame.insights.iter().enumerate() {
        put(format!("insights[{at}].topic"), Some(kept.topic(row.topic_id)));
        put(format!("insights[{at}].text"), Some(row.text.clone()));
    }
    frame
        .strengths
        .iter()
        .enumerate()
        .for_each(|(at, row)| put(format!("strengths[{at}].text"), Some(row.text.clone())));
    frame
        .resources
        .iter()
        .enumerate()
        .for_each(|(at, row)| put(format!("resources_from_past[{at}].text"), Some(row.text.clone())));
    frame
        .skills
        .iter()
        .enumerate()
        .for_each(|(at, row)| put(format!("skills_to_build[{at}].text"), Some(row.text.clone())));
    for (at, row) in frame.follow_ups.iter().enumerate() {
        put(format!("follow_up[{at}].owner"), Some(row.owner.key().to_owned()));
        put(format!("follow_up[{at}].what"), Some(row.what.clone()));
        put(format!("follow_up[{at}].due"), row.due_date.map(|day| day.to_string()));
    }
    put("next_session".into(), frame.session.next_session_at.map(|at| at.to_string()));
}

fn actions(kept: &Record, put: Put<'_>) {
    for (at, row) in kept.session.frame.actions.iter().enumerate() {
        let mut put = |name: &str, value: Option<String>| put(format!("actions[{at}].{name}"), value);
        put("topic", Some(kept.topic(row.topic_id)));
        put("what", Some(row.what.clone()));
        put("wording", row.wording.clone());
        put("due_kind", Some(row.due.kind.key().to_owned()));
        put("due_text", row.due.text.clone());
        let starts = row.due.kind == DueKind::StartOn;
        put("due_from", row.due.from.filter(|_| !starts).map(|day| day.to_string()));
        put("due", if starts { row.due.from } else { row.due.date }.map(|day| day.to_string()));
        put("after", row.after_action_id.map(|id| kept.action(Some(id))));
        put("support", row.support.clone());
    }
    for (at, row) in kept.session.frame.accountability.iter().enumerate() {
        let place = format!("accountability[{at}]");
        put(format!("{place}.kind"), Some(row.kind.key().to_owned()));
        put(format!("{place}.who"), Some(row.who.clone()));
        put(format!("{place}.how_often"), row.how_often.clone());
        for (nth, id) in row.actions.iter().enumerate() {
            put(format!("{place}.covers[{nth}]"), Some(kept.action(Some(*id))));
        }
    }
}

fn standing(kept: &Record, put: Put<'_>) {
    let measures = kept.session.frame.measures.iter().map(|row| &row.standing);
    let wanted = kept.slot(FocusSlot::WantedResult).into_iter().map(|row| &row.standing);
    let answered = measures.chain(wanted).filter(|standing: &&Standing| standing.result != MeasureResult::Unknown);
    for (at, standing) in answered.enumerate() {
        let by = standing.assessed_by.map(|by| match by {
            AssessedBy::ClientVolunteered => "client, volunteered",
            AssessedBy::ClientAsked => "client, asked",
            AssessedBy::Coach => "record",
        });
        put(format!("success_check[{at}].result"), Some(standing.result.key().to_owned()));
        put(format!("success_check[{at}].by"), by.map(str::to_owned));
        put(format!("success_check[{at}].evidence"), standing.evidence.clone());
    }
}
