//! Records in words a client can read: what they are, and what stands in them.

use coachbook_core::{
    access::Held,
    client::{ClientDraft, Person},
    consent::{Consent, ConsentDecision, ConsentPurpose},
    engagement::Engagement,
    note::Visibility,
    processing::RecordClass,
    results::{Action, ActionStatus, Owner},
    session::{CheckKey, FocusSlot, MeasureResult, SessionFrame, Standing},
};

use super::{mine, record};

/// The facts that are written, each on a line of its own.
fn listed<const N: usize>(facts: [(&str, Option<String>); N]) -> String {
    let lines = facts.into_iter().filter_map(|(name, value)| Some(format!("- {name}: {}", value?)));
    lines.collect::<Vec<_>>().join("\n")
}

pub(super) fn contact(client: &ClientDraft) -> Held {
    let client = client.clone();
    let text = listed([
        ("Name", Some(client.display_name)),
        ("Full name", client.legal_name),
        ("Addressed as", client.preferred_name),
        ("Pronouns", client.pronouns),
        ("E-mail", client.email),
        ("Telephone", client.phone),
        ("Address", client.address),
        ("Organisation", client.organisation),
        ("Role", client.role_title),
        ("What the role is now", client.role_now),
        ("Field of work", client.sector),
        ("Background", client.background),
        ("Call link", client.call_link),
        ("Papers in large letters", client.large_print.then(|| "yes".to_owned())),
    ]);
    record(RecordClass::Contact, None, "Contact details", text)
}

pub(super) fn person(person: &Person) -> Held {
    let text = match &person.relation {
        Some(relation) => format!("{}, {relation}", person.alias),
        None => person.alias.clone(),
    };
    record(RecordClass::Note, None, "A person spoken of", text)
}

pub(super) fn programme(engagement: &Engagement) -> Held {
    let fields = engagement.fields.clone();
    let number = |count: Option<u32>| count.map(|count| count.to_string());
    let text = listed([
        ("Name", fields.title),
        ("What the work concerns", fields.scope),
        ("Ends on", fields.end_date.map(|day| day.to_string())),
        ("Sessions agreed", number(fields.planned_sessions)),
        ("Sessions held before this record", number(fields.sessions_before)),
        ("Minutes a session", number(fields.session_minutes)),
        ("How often", fields.cadence),
        ("Fee", fields.fee_text),
    ]);
    record(RecordClass::Agreement, fields.start_date, "Programme", text)
}

pub(super) fn consent(consent: &Consent) -> Held {
    let said = match (consent.withdrawn_at, consent.decision) {
        (Some(_), _) | (None, ConsentDecision::Withdrawn) => "taken back",
        (None, ConsentDecision::Granted) => "agreed",
        (None, ConsentDecision::Refused) => "not agreed",
    };
    let title = match consent.purpose {
        ConsentPurpose::RecordAudio => "Consent, recording the sound",
        ConsentPurpose::RecordVideo => "Consent, recording picture and sound",
        ConsentPurpose::ShareRecording => "Consent, sharing the recording",
        ConsentPurpose::ShareTranscript => "Consent, sharing the transcript",
        ConsentPurpose::ListInHoursLog => "Consent, being named in a log of hours",
    };
    let text = listed([
        ("Answer", Some(said.to_owned())),
        ("With whom", consent.recipient.clone()),
        ("Only for", consent.use_limit.clone()),
        ("In the words", consent.quote.clone()),
        ("Kept until", consent.retention_until.map(|day| day.to_string())),
    ]);
    record(RecordClass::Consent, consent.given_on, title, text)
}

/// What a session left behind, its notes apart.
pub(super) fn session(frame: &SessionFrame) -> Vec<Held> {
    use Visibility::{Private, Shared};
    let (session, on) = (&frame.session, frame.session.base_date());
    let mut kept = Vec::new();
    let mut add = |title: &str, text: String, visibility| {
        kept.push(mine(record(RecordClass::SessionRecord, on, title, text), visibility));
    };
    let length = session.minutes().map(|minutes| format!("{minutes} minutes"));
    let state = length.unwrap_or_else(|| "planned, or not held".to_owned());
    add(&session.number.map_or("Session".to_owned(), |number| format!("Session {number}")), state, Shared);
    for check in &frame.checks {
        let answer = check.note.clone().unwrap_or_else(|| "said".to_owned());
        add(&format!("Opening and closing, {}", check_words(check.key)), answer, Shared);
    }
    frame.topics.iter().for_each(|row| add("Topic", row.title.clone(), Shared));
    frame.focus.iter().for_each(|row| add(slot_words(row.slot), stood(&row.text, &row.standing), Shared));
    for row in &frame.measures {
        let known = row.how_known.as_ref().map_or(String::new(), |how| format!(" ({how})"));
        add("Success measure", stood(&format!("{}{known}", row.text), &row.standing), Shared);
    }
    frame.insights.iter().for_each(|row| add("Insight", row.text.clone(), row.visibility));
    frame.strengths.iter().for_each(|row| add("Strength", row.text.clone(), row.visibility));
    frame.resources.iter().for_each(|row| add("What already works", row.text.clone(), row.visibility));
    frame.skills.iter().for_each(|row| add("Skill to build", row.text.clone(), row.visibility));
    frame.actions.iter().for_each(|row| add("Action", action(row), row.visibility));
    for row in &frame.accountability {
        let parts = [Some(row.who.clone()), row.how.clone(), row.how_often.clone()];
        add("Who will know", parts.into_iter().flatten().collect::<Vec<_>>().join(", "), row.visibility);
    }
    for row in &frame.follow_ups {
        let who = if row.owner == Owner::Coach { "The coach" } else { "You" };
        add("Next", format!("{who}: {}", row.what), row.visibility);
    }
    let own = [
        ("The coach\u{2019}s line for next time", &session.for_next_time),
        ("The coach\u{2019}s reflection", &session.reflection),
    ];
    own.into_iter()
        .filter_map(|(title, text)| Some((title, text.clone()?)))
        .for_each(|(title, text)| add(title, text, Private));
    kept
}

fn stood(text: &str, standing: &Standing) -> String {
    let evidence = standing.evidence.as_ref().map_or(String::new(), |words| format!(": {words}"));
    format!("{text} ({}{evidence})", result_words(standing.result))
}

const fn result_words(result: MeasureResult) -> &'static str {
    match result {
        MeasureResult::Met => "met",
        MeasureResult::Partly => "partly",
        MeasureResult::NotMet => "not met",
        MeasureResult::CarriedForward => "goes on",
        MeasureResult::NotAsked | MeasureResult::Unknown => "not asked",
    }
}

fn action(row: &Action) -> String {
    let parts = [
        Some(row.what.clone()),
        row.due.text.clone().or_else(|| row.due.date.or(row.due.from).map(|day| day.to_string())),
        row.support.as_ref().map(|who| format!("with {who}")),
        row.success_sign.as_ref().map(|sign| format!("sign of success: {sign}")),
        row.obstacle.as_ref().map(|what| format!("in the way: {what}")),
        Some(status_words(row.status).to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

const fn status_words(status: ActionStatus) -> &'static str {
    match status {
        ActionStatus::Open => "open",
        ActionStatus::Doing => "begun",
        ActionStatus::Done => "done",
        ActionStatus::NotDone => "not this time",
        ActionStatus::Dropped => "let go",
    }
}

const fn slot_words(slot: FocusSlot) -> &'static str {
    match slot {
        FocusSlot::PresentState => "How it was",
        FocusSlot::WantedResult => "Wanted from the session",
        FocusSlot::Importance => "Why it matters",
        FocusSlot::NeedToAddress => "What needs looking at",
        FocusSlot::StateAfter => "How it was at the end",
    }
}

const fn check_words(key: CheckKey) -> &'static str {
    match key {
        CheckKey::RoleRestated => "the coach\u{2019}s role",
        CheckKey::AgreementReferredTo => "the agreement",
        CheckKey::NoAdviceRestated => "no advice",
        CheckKey::ConfidentialityRestated => "confidentiality",
        CheckKey::ConfidentialityLimitsStated => "its limits",
        CheckKey::RecordingConsentAsked => "permission to record",
        CheckKey::ReadyConfirmed => "ready to begin",
        CheckKey::MeasuresChecked => "how the measures stand",
        CheckKey::AnythingElseAsked => "anything else",
        CheckKey::ActionsReadBack => "the actions, read back",
        CheckKey::WithdrawalSeenTo => "a withdrawal, seen to",
    }
}
