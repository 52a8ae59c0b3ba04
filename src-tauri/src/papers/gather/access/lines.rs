//! Records in words a client can read: what they are, and what stands in them.

use coachbook_core::{
    access::Held,
    client::{ClientDraft, Person},
    consent::{Consent, ConsentDecision},
    engagement::Engagement,
    note::Visibility,
    processing::RecordClass,
    results::{Action, Owner},
    session::{SessionFrame, Standing},
};
use coachbook_documents::Labels;

use super::{mine, record};

/// The facts that are written, each on a line of its own.
fn listed<const N: usize>(facts: [(&str, Option<String>); N], labels: &Labels) -> String {
    let lines = facts.into_iter().filter_map(|(name, value)| Some(format!("- {}", labels.named(name, &value?))));
    lines.collect::<Vec<_>>().join("\n")
}

pub(super) fn contact(client: &ClientDraft, labels: &Labels) -> Held {
    let client = client.clone();
    let facts = [
        (labels.name, Some(client.display_name)),
        (labels.data_full_name, client.legal_name),
        (labels.addressed_as, client.preferred_name),
        (labels.data_pronouns, client.pronouns),
        (labels.data_email, client.email),
        (labels.data_phone, client.phone),
        (labels.data_address, client.address),
        (labels.data_organisation, client.organisation),
        (labels.data_role, client.role_title),
        (labels.data_role_now, client.role_now),
        (labels.data_sector, client.sector),
        (labels.data_background, client.background),
        (labels.data_call_link, client.call_link),
        (labels.data_large_print, client.large_print.then(|| labels.data_yes.to_owned())),
    ];
    record(RecordClass::Contact, None, labels.class_contact, listed(facts, labels))
}

pub(super) fn person(person: &Person, labels: &Labels) -> Held {
    let text = match &person.relation {
        Some(relation) => labels.commas(&[&person.alias, relation]),
        None => person.alias.clone(),
    };
    record(RecordClass::Note, None, labels.data_person, text)
}

pub(super) fn programme(engagement: &Engagement, labels: &Labels) -> Held {
    let fields = engagement.fields.clone();
    let number = |count: Option<u32>| count.map(|count| count.to_string());
    let facts = [
        (labels.name, fields.title),
        (labels.gap_scope, fields.scope),
        (labels.data_ends_on, fields.end_date.map(|day| labels.date(day))),
        (labels.data_sessions_agreed, number(fields.planned_sessions)),
        (labels.data_sessions_before, number(fields.sessions_before)),
        (labels.gap_session_length, number(fields.session_minutes)),
        (labels.gap_cadence, fields.cadence),
        (labels.gap_fee, fields.fee_text),
    ];
    record(RecordClass::Agreement, fields.start_date, labels.programme, listed(facts, labels))
}

pub(super) fn consent(consent: &Consent, labels: &Labels) -> Held {
    let said = match (consent.withdrawn_at, consent.decision) {
        (Some(_), _) | (None, ConsentDecision::Withdrawn) => labels.taken_back,
        (None, ConsentDecision::Granted) => labels.agreed,
        (None, ConsentDecision::Refused) => labels.not_agreed,
    };
    let title = labels.fill(labels.data_consent, &[("what", labels.consent_purpose(consent.purpose))]);
    let facts = [
        (labels.your_answer, Some(said.to_owned())),
        (labels.with_whom, consent.recipient.clone()),
        (labels.data_only_for, consent.use_limit.clone()),
        (labels.your_words, consent.quote.clone()),
        (labels.data_kept_until, consent.retention_until.map(|day| labels.date(day))),
    ];
    record(RecordClass::Consent, consent.given_on, &title, listed(facts, labels))
}

/// What a session left behind, its notes apart.
pub(super) fn session(frame: &SessionFrame, labels: &Labels) -> Vec<Held> {
    use Visibility::{Private, Shared};
    let (session, on) = (&frame.session, frame.session.base_date());
    let mut kept = Vec::new();
    let mut add = |title: &str, text: String, visibility| {
        kept.push(mine(record(RecordClass::SessionRecord, on, title, text), visibility));
    };
    let length = session.minutes().and_then(|minutes| usize::try_from(minutes).ok());
    let length = length.map(|minutes| labels.counted(labels.minutes, minutes));
    let number = session.number.map(|number| labels.fill(labels.data_session, &[("n", &number.to_string())]));
    let title = number.unwrap_or_else(|| labels.session.to_owned());
    add(&title, length.unwrap_or_else(|| labels.data_not_held.to_owned()), Shared);
    for check in &frame.checks {
        let title = labels.fill(labels.data_check, &[("what", labels.check(check.key))]);
        add(&title, check.note.clone().unwrap_or_else(|| labels.data_said.to_owned()), Shared);
    }
    frame.topics.iter().for_each(|row| add(labels.data_topic, row.title.clone(), Shared));
    frame.focus.iter().for_each(|row| add(labels.focus(row.slot), stood(&row.text, &row.standing, labels), Shared));
    for row in &frame.measures {
        let known = row.how_known.as_ref().map_or(String::new(), |how| format!(" ({how})"));
        add(labels.measure, stood(&format!("{}{known}", row.text), &row.standing, labels), Shared);
    }
    frame.insights.iter().for_each(|row| add(labels.data_insight, row.text.clone(), row.visibility));
    frame.strengths.iter().for_each(|row| add(labels.data_strength, row.text.clone(), row.visibility));
    frame.resources.iter().for_each(|row| add(labels.already_works, row.text.clone(), row.visibility));
    frame.skills.iter().for_each(|row| add(labels.skill, row.text.clone(), row.visibility));
    frame.actions.iter().for_each(|row| add(labels.action, action(row, labels), row.visibility));
    for row in &frame.accountability {
        let parts = [Some(row.who.clone()), row.how.clone(), row.how_often.clone()];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        add(labels.who_will_know, labels.commas(&parts), row.visibility);
    }
    for row in &frame.follow_ups {
        let who = if row.owner == Owner::Coach { labels.coach_next } else { labels.client_next };
        add(labels.next, labels.fill(who, &[("what", &row.what)]), row.visibility);
    }
    let own = [(labels.data_for_next_time, &session.for_next_time), (labels.data_reflection, &session.reflection)];
    own.into_iter()
        .filter_map(|(title, text)| Some((title, text.clone()?)))
        .for_each(|(title, text)| add(title, text, Private));
    kept
}

fn stood(text: &str, standing: &Standing, labels: &Labels) -> String {
    let result = labels.measure_result(standing.result).to_lowercase();
    let result = standing.evidence.as_ref().map_or_else(|| result.clone(), |words| labels.named(&result, words));
    format!("{text} ({result})")
}

fn action(row: &Action, labels: &Labels) -> String {
    let due = row.due.text.clone().or_else(|| row.due.date.or(row.due.from).map(|day| labels.date(day)));
    let facts = [
        (labels.by_when, due),
        (labels.with_whom, row.support.clone()),
        (labels.sign_of_success, row.success_sign.clone()),
        (labels.obstacle, row.obstacle.clone()),
        (labels.status, Some(labels.action_status(row.status).to_owned())),
    ];
    format!("{}\n\n{}", row.what, listed(facts, labels))
}
