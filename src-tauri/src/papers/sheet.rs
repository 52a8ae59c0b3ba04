//! From what is known before a session to the sheet she takes along. Hers alone: private lines may stand on it.

use coachbook_core::{
    client::ClientStatus,
    consent::{Consent, ConsentDecision},
    results::{DueKind, FollowUp, Owner},
    session::{FocusSlot, MeasureResult, SessionFrame, Standing},
};
use coachbook_documents::{
    Labels, PaperSetup,
    papers::{Action, Due, SessionSheet},
};

use crate::views::{OpenSince, PrepFacts};

pub(super) fn session_sheet(facts: PrepFacts, setup: &PaperSetup) -> SessionSheet {
    let labels = setup.labels();
    let standing = standing(&facts, setup);
    let name = facts.client.name_on_screen().to_owned();
    let client = facts.client.fields;
    let last = facts.before.as_ref().and_then(|frame| frame.session.number);
    let client_name = client.role_title.map_or(name.clone(), |role| format!("{name}, {role}"));
    let addressed = [client.preferred_name, client.pronouns];
    let addressed = addressed.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let waiting = facts.waiting.into_iter().map(|waiting| waiting.topic.title);
    SessionSheet {
        client_name,
        session_no: Some(facts.number),
        sessions_planned: facts.engagement.fields.planned_sessions,
        planned: facts.session.planned_at.map(|at| {
            let local = at.with_timezone(&facts.session.zone).naive_local();
            labels.date_time(&labels.weekday_date(local.date()), local)
        }),
        addressed: Some(addressed),
        for_next_time: facts.for_next_time,
        wanted: facts.before.as_ref().map(|before| wanted(before, labels)).unwrap_or_default(),
        clear: facts
            .before
            .iter()
            .flat_map(|frame| &frame.insights)
            .map(|row| quoted(&row.text, row.in_client_words, labels))
            .collect(),
        actions: (1..).zip(facts.actions).map(|(no, open)| action(no, open, last, labels)).collect(),
        topics: facts.topics.into_iter().map(|topic| topic.title).chain(waiting).collect(),
        promises: facts.promises.iter().map(|row| promise(row, labels)).collect(),
        people: facts
            .gains
            .people
            .into_iter()
            .map(|person| match person.relation {
                Some(relation) => labels.commas(&[person.alias, relation]),
                None => person.alias,
            })
            .collect(),
        works: (facts.gains.strengths.into_iter().map(|row| row.text))
            .chain(facts.gains.resources.into_iter().map(|row| row.text))
            .collect(),
        standing,
    }
}

fn quoted(text: &str, in_client_words: bool, labels: &Labels) -> String {
    if in_client_words { labels.quoted(text) } else { text.to_owned() }
}

/// What was wanted and how one would know, each with how it stood.
fn wanted(before: &SessionFrame, labels: &Labels) -> Vec<String> {
    let stood = |text: &str, standing: &Standing| match standing.result {
        MeasureResult::Unknown => text.to_owned(),
        result => format!("{text} ({})", labels.measure_result(result).to_lowercase()),
    };
    let wanted = before.focus.iter().filter(|line| line.slot == FocusSlot::WantedResult);
    let wanted = wanted.map(|line| stood(&line.text, &line.standing));
    wanted.chain(before.measures.iter().map(|row| stood(&row.text, &row.standing))).collect()
}

/// Where an action comes from is worth a word only when it has waited longer than since the `last` session.
fn action(no: u32, open: OpenSince, last: Option<u32>, labels: &Labels) -> Action {
    let from = |number: u32| labels.fill(labels.from_session_inside, &[("n", &number.to_string())]);
    let row = open.action;
    let words = row.due.text.clone();
    Action {
        no,
        what: row.what,
        topic: open.number.filter(|number| Some(*number) != last).map(from),
        wording: row.wording,
        due: match (row.due.kind, row.due.from, row.due.date) {
            (DueKind::Window, Some(from), Some(to)) => Due::Window { from, to, words },
            (DueKind::StartOn, Some(date), _) => Due::From { date, words },
            (_, _, Some(date)) => Due::By { date, words },
            _ => Due::None,
        },
        with_whom: row.support,
        sign_of_success: row.success_sign,
        obstacle: row.obstacle,
        ..Action::default()
    }
}

fn promise(row: &FollowUp, labels: &Labels) -> String {
    let what = row.what.trim();
    match row.owner {
        Owner::Coach => labels.fill(labels.sheet_coach, &[("what", what)]),
        Owner::Client => labels.fill(labels.sheet_client, &[("what", what)]),
    }
}

/// How the agreement stands, and each consent that was asked for.
fn standing(facts: &PrepFacts, setup: &PaperSetup) -> Vec<String> {
    let labels = setup.labels();
    let agreement = match &facts.agreement {
        Some(agreement) => match &agreement.signed_on {
            Some(day) => {
                let day = day.parse().map_or_else(|_| day.clone(), |day| setup.date(day));
                Some(labels.fill(labels.signed_on, &[("date", &day)]))
            }
            None => Some(labels.not_signed_yet.to_owned()),
        },
        // Somebody who is only being talked to has agreed to nothing, and nothing is missing.
        None => (facts.client.fields.status != ClientStatus::Prospect).then(|| labels.not_signed_yet.to_owned()),
    };
    agreement.into_iter().chain(facts.consents.iter().map(|row| consent(row, labels))).collect()
}

fn consent(row: &Consent, labels: &Labels) -> String {
    let said = match (row.withdrawn_at, row.decision) {
        (Some(_), _) => labels.taken_back,
        (None, ConsentDecision::Granted) => labels.agreed,
        (None, _) => labels.not_agreed,
    };
    labels.named(labels.consent_purpose(row.purpose), said)
}
