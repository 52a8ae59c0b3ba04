//! Sessions and what is kept in them, as they cross to the window.

use coachbook_core::{
    ConsentId, FocusLineId, MeasureId, TopicId,
    consent::{self as core_consent, ConsentDecision, ConsentMethod, ConsentPurpose},
    session::{self as core_session, AssessedBy, FocusSlot, MeasureResult, TopicStatus},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    CommandError, bounded,
    clients::Person,
    course::Course,
    day, moment,
    notes::Note,
    prep::{SessionStep, WaitingTopic},
    questions::CoachingModel,
    read_day, read_moment,
    results::{Accountability, Action, FollowUp, Insight, Resource, Skill, Strength},
    said,
};

/// A session without what was kept in it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)] // The fields are those of the record.
pub struct Session {
    pub id: i64,
    pub rev: i64,
    pub engagement_id: i64,
    pub number: Option<u32>,
    pub status: String,
    pub planned_at: Option<String>,
    pub started_at: Option<String>,
    pub ended_at: Option<String>,
    pub paused_ms: i64,
    pub paused_since: Option<String>,
    pub planned_minutes: u32,
    pub zone: String,
    pub held_on: Option<String>,
    pub held_at: Option<String>,
    pub minutes: Option<i64>,
    pub model: String,
    pub active_topic: Option<i64>,
    pub phase: String,
    pub agreement_version: Option<i64>,
    pub next_session_at: Option<String>,
    pub for_next_time: Option<String>,
    pub reflection: Option<String>,
}

impl From<core_session::Session> for Session {
    fn from(record: core_session::Session) -> Self {
        let held_at = record.started_at.map(|at| at.with_timezone(&record.zone).format("%H:%M").to_string());
        Self {
            id: record.id.0,
            rev: record.rev,
            engagement_id: record.engagement_id.0,
            number: record.number,
            status: record.status.key().to_owned(),
            planned_at: record.planned_at.map(moment),
            started_at: record.started_at.map(moment),
            ended_at: record.ended_at.map(moment),
            paused_ms: record.paused_ms,
            paused_since: record.paused_since.map(moment),
            planned_minutes: record.planned_minutes,
            zone: record.zone.name().to_owned(),
            held_on: record.base_date().map(day),
            held_at,
            minutes: record.minutes(),
            model: record.model,
            active_topic: record.active_topic.map(|id| id.0),
            phase: record.phase,
            agreement_version: record.agreement_version.map(|id| id.0),
            next_session_at: record.next_session_at.map(moment),
            for_next_time: record.for_next_time,
            reflection: record.reflection,
        }
    }
}

/// A check that was ticked.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct Check {
    pub key: String,
    pub done_at: String,
    pub acknowledged: Option<bool>,
    pub note: Option<String>,
}

impl From<core_session::SessionCheck> for Check {
    fn from(record: core_session::SessionCheck) -> Self {
        Self {
            key: record.key.key().to_owned(),
            done_at: moment(record.done_at),
            acknowledged: record.acknowledged,
            note: record.note,
        }
    }
}

/// A topic.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Topic {
    pub id: Option<i64>,
    pub title: String,
    pub short_name: Option<String>,
    pub status: String,
    pub phase: String,
    pub after_what_else: bool,
    pub returned_at: Option<String>,
}

impl From<core_session::Topic> for Topic {
    fn from(record: core_session::Topic) -> Self {
        Self {
            id: record.id.map(|id| id.0),
            title: record.title,
            short_name: record.short_name,
            status: record.status.key().to_owned(),
            phase: record.phase,
            after_what_else: record.after_what_else,
            returned_at: record.returned_at.map(moment),
        }
    }
}

impl TryFrom<Topic> for core_session::Topic {
    type Error = CommandError;

    fn try_from(wire: Topic) -> Result<Self, CommandError> {
        Ok(Self {
            id: wire.id.map(TopicId),
            title: bounded(wire.title)?,
            short_name: said(wire.short_name),
            status: TopicStatus::from_key(&wire.status)?,
            phase: wire.phase,
            after_what_else: wire.after_what_else,
            returned_at: wire.returned_at.as_deref().map(read_moment).transpose()?,
        })
    }
}

/// How something wanted stands at the end.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Standing {
    pub result: String,
    pub evidence: Option<String>,
    pub assessed_by: Option<String>,
}

impl From<core_session::Standing> for Standing {
    fn from(record: core_session::Standing) -> Self {
        Self {
            result: record.result.key().to_owned(),
            evidence: record.evidence,
            assessed_by: record.assessed_by.map(|key| key.key().to_owned()),
        }
    }
}

impl TryFrom<Standing> for core_session::Standing {
    type Error = CommandError;

    fn try_from(wire: Standing) -> Result<Self, CommandError> {
        Ok(Self {
            result: MeasureResult::from_key(&wire.result)?,
            evidence: said(wire.evidence),
            assessed_by: said(wire.assessed_by).map(|key| AssessedBy::from_key(&key)).transpose()?,
        })
    }
}

/// A line of the focus for the day.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct FocusLine {
    pub id: Option<i64>,
    pub slot: String,
    pub text: String,
    pub standing: Standing,
}

impl From<core_session::FocusLine> for FocusLine {
    fn from(record: core_session::FocusLine) -> Self {
        Self {
            id: record.id.map(|id| id.0),
            slot: record.slot.key().to_owned(),
            text: record.text,
            standing: record.standing.into(),
        }
    }
}

impl TryFrom<FocusLine> for core_session::FocusLine {
    type Error = CommandError;

    fn try_from(wire: FocusLine) -> Result<Self, CommandError> {
        Ok(Self {
            id: wire.id.map(FocusLineId),
            slot: FocusSlot::from_key(&wire.slot)?,
            text: bounded(wire.text)?,
            standing: wire.standing.try_into()?,
        })
    }
}

/// A success measure.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Measure {
    pub id: Option<i64>,
    pub topic_id: Option<i64>,
    pub text: String,
    pub how_known: Option<String>,
    pub standing: Standing,
}

impl From<core_session::Measure> for Measure {
    fn from(record: core_session::Measure) -> Self {
        Self {
            id: record.id.map(|id| id.0),
            topic_id: record.topic_id.map(|id| id.0),
            text: record.text,
            how_known: record.how_known,
            standing: record.standing.into(),
        }
    }
}

impl TryFrom<Measure> for core_session::Measure {
    type Error = CommandError;

    fn try_from(wire: Measure) -> Result<Self, CommandError> {
        Ok(Self {
            id: wire.id.map(MeasureId),
            topic_id: wire.topic_id.map(TopicId),
            text: bounded(wire.text)?,
            how_known: said(wire.how_known),
            standing: wire.standing.try_into()?,
        })
    }
}

/// A consent for one purpose.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Consent {
    pub id: Option<i64>,
    pub purpose: String,
    pub recipient: Option<String>,
    pub use_limit: Option<String>,
    pub identity_disclosed: Option<bool>,
    pub third_party_disclosed: Option<bool>,
    pub decision: String,
    pub method: String,
    pub quote: Option<String>,
    pub given_on: Option<String>,
    pub retention_until: Option<String>,
    pub withdrawal_explained: Option<bool>,
    pub withdrawn_at: Option<String>,
}

impl From<core_consent::Consent> for Consent {
    fn from(record: core_consent::Consent) -> Self {
        Self {
            id: record.id.map(|id| id.0),
            purpose: record.purpose.key().to_owned(),
            recipient: record.recipient,
            use_limit: record.use_limit,
            identity_disclosed: record.identity_disclosed,
            third_party_disclosed: record.third_party_disclosed,
            decision: record.decision.key().to_owned(),
            method: record.method.key().to_owned(),
            quote: record.quote,
            given_on: record.given_on.map(day),
            retention_until: record.retention_until.map(day),
            withdrawal_explained: record.withdrawal_explained,
            withdrawn_at: record.withdrawn_at.map(moment),
        }
    }
}

impl TryFrom<Consent> for core_consent::Consent {
    type Error = CommandError;

    fn try_from(wire: Consent) -> Result<Self, CommandError> {
        Ok(Self {
            id: wire.id.map(ConsentId),
            purpose: ConsentPurpose::from_key(&wire.purpose)?,
            recipient: said(wire.recipient),
            use_limit: said(wire.use_limit),
            identity_disclosed: wire.identity_disclosed,
            third_party_disclosed: wire.third_party_disclosed,
            decision: ConsentDecision::from_key(&wire.decision)?,
            method: ConsentMethod::from_key(&wire.method)?,
            quote: said(wire.quote),
            given_on: read_day(wire.given_on.as_deref())?,
            retention_until: read_day(wire.retention_until.as_deref())?,
            withdrawal_explained: wire.withdrawal_explained,
            withdrawn_at: wire.withdrawn_at.as_deref().map(read_moment).transpose()?,
        })
    }
}

/// A small row of a session, of any kind.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub enum SessionRow {
    Topic(Topic),
    Focus(FocusLine),
    Measure(Measure),
    Insight(Insight),
    Strength(Strength),
    Resource(Resource),
    Skill(Skill),
    Action(Box<Action>),
    Accountability(Accountability),
    FollowUp(FollowUp),
    Person(Person),
    Consent(Box<Consent>),
}

/// What the agreement in force says, for the opening of a session.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct AgreementInForce {
    /// None when it was signed on paper before the book.
    pub version_id: Option<i64>,
    pub version_no: Option<u32>,
    pub signed_on: Option<String>,
    pub status: String,
    pub scope: Option<String>,
    pub does: Vec<String>,
    pub does_not: Vec<String>,
    pub limits: Option<String>,
}

/// Half-typed words of an editor.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct Draft {
    pub editor: String,
    pub text: String,
}

/// How often something is still open; a count, never an error.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct Flag {
    pub key: String,
    pub count: u32,
}

/// Everything of a session but its notes.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct SessionFrame {
    pub session: Session,
    pub client_id: i64,
    pub client_name: String,
    pub name_on_screen: String,
    /// What the coach says at the opening, in her own words.
    pub opening_words: Option<String>,
    pub planned: Option<u32>,
    pub agreement: Option<AgreementInForce>,
    /// False for somebody who is only being talked to: no agreement is missing then.
    pub agreement_expected: bool,
    pub first_of_engagement: bool,
    pub model: CoachingModel,
    pub checks: Vec<Check>,
    pub consents: Vec<Consent>,
    /// Consents withdrawn, in whatever session, that nobody has yet said were acted on.
    pub withdrawals_to_see_to: Vec<i64>,
    pub topics: Vec<Topic>,
    pub focus: Vec<FocusLine>,
    pub measures: Vec<Measure>,
    pub insights: Vec<Insight>,
    pub strengths: Vec<Strength>,
    pub resources: Vec<Resource>,
    pub skills: Vec<Skill>,
    pub actions: Vec<Action>,
    pub accountability: Vec<Accountability>,
    pub follow_ups: Vec<FollowUp>,
    pub people: Vec<Person>,
    pub drafts: Vec<Draft>,
    pub prior_actions: Vec<Action>,
    pub last_for_next_time: Option<String>,
    /// Topics of earlier sessions that wait to be taken up.
    pub waiting_topics: Vec<WaitingTopic>,
    /// When the record was finished and opened again, in order.
    pub steps: Vec<SessionStep>,
    pub flags: Vec<Flag>,
    pub course: Course,
}

/// A whole session.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct SessionView {
    pub frame: SessionFrame,
    pub notes: Vec<Note>,
}

/// A session that was planned.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct PlannedSession {
    pub session_id: i64,
}
