//! What is read before a session and kept after it, as it crosses to the window.

use serde::Serialize;
use ts_rs::TS;

use super::{
    clients::Person,
    day, moment,
    results::{Action, FollowUp, Insight, Resource, Skill, Strength},
    sessions::{AgreementInForce, Consent, FocusLine, Measure, Session, Topic},
};

/// A topic of an earlier session that waits to be taken up again.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)] // The fields are those of the record.
pub struct WaitingTopic {
    pub session_number: Option<u32>,
    pub held_on: String,
    #[serde(flatten)]
    pub topic: Topic,
}

impl From<coachbook_vault::WaitingTopic> for WaitingTopic {
    fn from(record: coachbook_vault::WaitingTopic) -> Self {
        Self { session_number: record.session_number, held_on: day(record.held_on), topic: record.topic.into() }
    }
}

/// A moment a record was finished or opened again.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct SessionStep {
    pub finished: bool,
    pub at: String,
}

impl From<coachbook_vault::SessionStep> for SessionStep {
    fn from(record: coachbook_vault::SessionStep) -> Self {
        Self { finished: record.finished, at: moment(record.at) }
    }
}

/// What a line said before it was written over.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct Revision {
    pub at: String,
    pub text: String,
}

/// An open action of an earlier session.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct PriorAction {
    pub session_number: Option<u32>,
    pub held_on: Option<String>,
    #[serde(flatten)]
    pub action: Action,
}

/// The session held last.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct SessionBefore {
    pub session_id: i64,
    pub number: Option<u32>,
    pub held_on: Option<String>,
    pub focus: Vec<FocusLine>,
    pub measures: Vec<Measure>,
    pub insights: Vec<Insight>,
}

/// Everything on the page before a session.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct Prep {
    pub session: Session,
    pub client_id: i64,
    pub name_on_screen: String,
    /// The number the session will have.
    pub number: u32,
    pub planned: Option<u32>,
    pub preferred_name: Option<String>,
    pub pronouns: Option<String>,
    pub role_title: Option<String>,
    pub organisation: Option<String>,
    pub call_link: Option<String>,
    /// Whether there is nothing to recall.
    pub first: bool,
    /// False for somebody who is only being talked to: no agreement is missing then.
    pub agreement_expected: bool,
    pub for_next_time: Option<String>,
    pub before: Option<SessionBefore>,
    pub actions: Vec<PriorAction>,
    /// Topics already chosen for this session.
    pub topics: Vec<Topic>,
    pub waiting: Vec<WaitingTopic>,
    pub promises: Vec<FollowUp>,
    pub people: Vec<Person>,
    pub strengths: Vec<Strength>,
    pub resources: Vec<Resource>,
    pub skills: Vec<Skill>,
    pub agreement: Option<AgreementInForce>,
    /// Consents that hold now.
    pub consents: Vec<Consent>,
    /// Consents withdrawn that nobody has yet said were acted on.
    pub withdrawals_to_see_to: Vec<i64>,
}
