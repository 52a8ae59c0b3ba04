//! The file of the sample and its way into core values.

use std::collections::HashMap;

use chrono::NaiveDate;
use coachbook_core::{
    AccountabilityId, ActionId, DevelopmentAreaId, FocusLineId, FollowUpId, InsightId, MeasureId, NoteId, ResourceId,
    StrengthId, TopicId, UnknownKey,
    book::CoachProfile,
    client::{ClientDraft, Person},
    consent::{Consent, ConsentDecision, ConsentMethod, ConsentPurpose},
    engagement::{EngagementDraft, FundedBy},
    note::{NoteDraft, NoteKind, Visibility},
    results::{
        Accountability, AccountabilityKind, Action, ActionStatus, DevelopmentArea, Due, DueKind, FollowUp, Insight,
        NamedBy, Owner, Resource, Strength,
    },
    session::{AssessedBy, CheckKey, FocusLine, FocusSlot, Measure, MeasureResult, Standing, Topic, TopicStatus},
};

use super::{ReferencedClause, SampleCheck, SampleNote, SampleRecord, SampleSession, twin};
use crate::built_in::BuiltInError;

/// Local numbers by the keys the file uses, as `T1` and `A6`.
type Keys = HashMap<String, i64>;

pub(super) fn read(text: &str) -> Result<SampleRecord, BuiltInError> {
    let file: twin::SampleFile = serde_json::from_str(text)?;
    Ok(SampleRecord {
        notice: file.notice,
        coach: CoachProfile {
            legal_name: file.coach.legal_name,
            business_name: file.coach.business_name,
            ..CoachProfile::default()
        },
        client: client(file.client),
        engagement: EngagementDraft {
            title: file.engagement.title,
            funded_by: file.engagement.funded_by.map(|key| FundedBy::from_key(&key)).transpose()?,
            ..EngagementDraft::default()
        },
        people: file
            .people
            .into_iter()
            .map(|person| Person { id: None, alias: person.alias, relation: person.relation })
            .collect(),
        agreement: file
            .agreement
            .into_iter()
            .map(|clause| ReferencedClause { key: clause.clause, says: clause.says })
            .collect(),
        session: session(file.session)?,
    })
}

fn client(file: twin::ClientFile) -> ClientDraft {
    ClientDraft {
        role_title: file.role_title,
        role_now: file.role_now,
        background: file.background,
        sector: file.sector,
        organisation: file.organisation,
        email: file.email,
        phone: file.phone,
        ..ClientDraft::named(&file.display_name)
    }
}

fn session(file: twin::SessionFile) -> Result<SampleSession, BuiltInError> {
    let topic_keys = keys(file.topics.iter().map(|topic| topic.key.as_str()));
    let action_keys = keys(file.actions.iter().map(|action| action.key.as_str()));
    let again = numbered(&file.topics).filter(|(_, topic)| topic.taken_up_again).map(|(n, _)| TopicId(n)).collect();
    let model = file.model;
    Ok(SampleSession {
        held_on: file.held_on,
        zone: file.zone.parse().map_err(|_| UnknownKey { what: "Tz" })?,
        planned_minutes: file.planned_minutes,
        checks: all(file.checks, |_, row| check(row))?,
        consents: all(file.consents, |_, row| consent(row))?,
        taken_up_again: again,
        topics: all(file.topics, topic)?,
        focus: all(file.focus, focus_line)?,
        measures: all(file.measures, |n, row| measure(n, row, &topic_keys))?,
        notes: all(file.notes, |n, row| note(n, row, &topic_keys, &model))?,
        insights: all(file.insights, |n, row| insight(n, row, &topic_keys))?,
        strengths: all(file.strengths, |n, text| Ok(strength(n, text)))?,
        resources: all(file.resources, |n, text| Ok(resource(n, text)))?,
        skills: all(file.skills, |n, text| Ok(skill(n, text)))?,
        accountability: all(file.accountability, |n, row| accountability(n, row, &action_keys))?,
        actions: all(file.actions, |n, row| action(n, row, &topic_keys, &action_keys))?,
        follow_ups: all(file.follow_ups, follow_up)?,
        model,
    })
}

/// Converts rows, each with its local number.
fn all<F, R>(rows: Vec<F>, convert: impl Fn(i64, F) -> Result<R, BuiltInError>) -> Result<Vec<R>, BuiltInError> {
    (1..).zip(rows).map(|(number, row)| convert(number, row)).collect()
}

fn numbered<T>(rows: &[T]) -> impl Iterator<Item = (i64, &T)> {
    (1..).zip(rows)
}

fn keys<'a>(rows: impl Iterator<Item = &'a str>) -> Keys {
    (1..).zip(rows).map(|(number, key)| (key.to_owned(), number)).collect()
}

fn link(key: &str, keys: &Keys) -> Result<i64, BuiltInError> {
    keys.get(key).copied().ok_or(BuiltInError::LostLink)
}

fn topic_link(key: Option<&str>, keys: &Keys) -> Result<Option<TopicId>, BuiltInError> {
    key.map(|key| link(key, keys).map(TopicId)).transpose()
}

fn check(row: twin::CheckFile) -> Result<SampleCheck, BuiltInError> {
    Ok(SampleCheck { key: CheckKey::from_key(&row.key)?, acknowledged: row.acknowledged, answer: row.answer })
}

fn consent(row: twin::ConsentFile) -> Result<Consent, BuiltInError> {
    Ok(Consent {
        id: None,
        purpose: ConsentPurpose::from_key(&row.purpose)?,
        recipient: row.recipient,
        use_limit: row.use_limit,
        identity_disclosed: row.identity_disclosed,
        third_party_disclosed: row.third_party_disclosed,
        decision: ConsentDecision::from_key(&row.decision)?,
        method: ConsentMethod::from_key(&row.method)?,
        quote: row.quote,
        given_on: row.given_on,
        retention_until: row.retention_until,
        withdrawal_explained: row.withdrawal_explained,
        withdrawn_at: None,
    })
}

fn topic(number: i64, row: twin::TopicFile) -> Result<Topic, BuiltInError> {
    Ok(Topic {
        id: Some(TopicId(number)),
        title: row.title,
        short_name: row.short_name,
        status: TopicStatus::from_key(&row.status)?,
        phase: "W".to_owned(),
        after_what_else: row.after_what_else,
        returned_at: None,
    })
}

fn standing(row: twin::StandingFile) -> Result<Standing, BuiltInError> {
    let Some(result) = row.result else { return Ok(Standing::unknown()) };
    Ok(Standing {
        result: MeasureResult::from_key(&result)?,
        evidence: row.evidence,
        assessed_by: row.assessed_by.map(|key| AssessedBy::from_key(&key)).transpose()?,
    })
}

fn focus_line(number: i64, row: twin::FocusFile) -> Result<FocusLine, BuiltInError> {
    Ok(FocusLine {
        id: Some(FocusLineId(number)),
        slot: FocusSlot::from_key(&row.slot)?,
        text: row.text,
        standing: standing(row.standing)?,
    })
}

fn measure(number: i64, row: twin::MeasureFile, topics: &Keys) -> Result<Measure, BuiltInError> {
    Ok(Measure {
        id: Some(MeasureId(number)),
        topic_id: topic_link(row.topic.as_deref(), topics)?,
        text: row.text,
        how_known: row.how_known,
        standing: standing(row.standing)?,
    })
}

fn note(number: i64, row: twin::NoteFile, topics: &Keys, model: &str) -> Result<SampleNote, BuiltInError> {
    let topic = topic_link(row.topic.as_deref(), topics)?;
    let fields = NoteDraft {
        model: model.to_owned(),
        kind: NoteKind::from_key(&row.kind)?,
        ..NoteDraft::plain(&row.text, &row.phase, topic)
    };
    Ok(SampleNote { id: NoteId(number), fields: fields.settled() })
}

fn insight(number: i64, row: twin::InsightFile, topics: &Keys) -> Result<Insight, BuiltInError> {
    Ok(Insight {
        id: Some(InsightId(number)),
        topic_id: topic_link(row.topic.as_deref(), topics)?,
        text: row.text,
        // Said again in our words, so it must never be printed in quotation marks.
        in_client_words: false,
        from_note_id: None,
        visibility: Visibility::Shared,
    })
}

fn strength(number: i64, text: String) -> Strength {
    Strength {
        id: Some(StrengthId(number)),
        text,
        named_by: NamedBy::Client,
        from_note_id: None,
        visibility: Visibility::Shared,
    }
}

fn resource(number: i64, text: String) -> Resource {
    Resource { id: Some(ResourceId(number)), text, from_note_id: None, visibility: Visibility::Shared }
}

fn skill(number: i64, text: String) -> DevelopmentArea {
    DevelopmentArea { id: Some(DevelopmentAreaId(number)), text, from_note_id: None, visibility: Visibility::Shared }
}

fn action(number: i64, row: twin::ActionFile, topics: &Keys, actions: &Keys) -> Result<Action, BuiltInError> {
    let after = row.after.as_deref().map(|key| link(key, actions).map(ActionId)).transpose()?;
    Ok(Action {
        id: Some(ActionId(number)),
        topic_id: topic_link(row.topic.as_deref(), topics)?,
        what: row.what,
        wording: row.wording,
        due: due(&row.due, row.due_text, row.from, row.date)?,
        after_action_id: after,
        support: row.support,
        success_sign: None,
        obstacle: None,
        from_note_id: None,
        status: ActionStatus::Open,
        visibility: Visibility::Shared,
    })
}

fn due(
    kind: &str,
    text: Option<String>,
    from: Option<NaiveDate>,
    date: Option<NaiveDate>,
) -> Result<Due, BuiltInError> {
    // The sample's wrap-up is done: its dates have been looked at.
    Ok(Due { kind: DueKind::from_key(kind)?, text, from, date, read_from_words: false })
}

fn accountability(number: i64, row: twin::AccountabilityFile, actions: &Keys) -> Result<Accountability, BuiltInError> {
    Ok(Accountability {
        id: Some(AccountabilityId(number)),
        kind: AccountabilityKind::from_key(&row.kind)?,
        who: row.who,
        how: None,
        how_often: None,
        actions: row.actions.iter().map(|key| link(key, actions).map(ActionId)).collect::<Result<_, _>>()?,
        visibility: Visibility::Shared,
    })
}

fn follow_up(number: i64, row: twin::FollowUpFile) -> Result<FollowUp, BuiltInError> {
    Ok(FollowUp {
        id: Some(FollowUpId(number)),
        owner: Owner::from_key(&row.owner)?,
        what: row.what,
        due_date: None,
        done: false,
        visibility: Visibility::Shared,
    })
}
