//! Clients, the people they speak of, and engagements.

use coachbook_core::{
    PersonId,
    book::PaperSize,
    client::{self as core_client, ClientStatus},
    engagement::{self as core_engagement, Delivery, FundedBy},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CommandError, bounded, day, language_tag, read_day, results::Action, said};

/// What can be written about a client.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)] // The fields are those of the record.
pub struct ClientFields {
    pub display_name: String,
    pub legal_name: Option<String>,
    pub preferred_name: Option<String>,
    pub pronouns: Option<String>,
    pub language: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub address: Option<String>,
    pub role_title: Option<String>,
    pub role_now: Option<String>,
    pub background: Option<String>,
    pub sector: Option<String>,
    pub organisation: Option<String>,
    pub call_link: Option<String>,
    pub status: String,
    pub large_print: bool,
    pub paper_size: Option<String>,
}

impl From<core_client::ClientDraft> for ClientFields {
    fn from(record: core_client::ClientDraft) -> Self {
        Self {
            display_name: record.display_name,
            legal_name: record.legal_name,
            preferred_name: record.preferred_name,
            pronouns: record.pronouns,
            language: record.language,
            email: record.email,
            phone: record.phone,
            address: record.address,
            role_title: record.role_title,
            role_now: record.role_now,
            background: record.background,
            sector: record.sector,
            organisation: record.organisation,
            call_link: record.call_link,
            status: record.status.key().to_owned(),
            large_print: record.large_print,
            paper_size: record.paper_size.map(|size| size.key().to_owned()),
        }
    }
}

impl TryFrom<ClientFields> for core_client::ClientDraft {
    type Error = CommandError;

    fn try_from(wire: ClientFields) -> Result<Self, CommandError> {
        let display_name = bounded(wire.display_name.trim().to_owned())?;
        if display_name.is_empty() {
            return Err(CommandError::new(
                "name_missing",
                "A client needs a name or a code.",
                "Anything you will recognise will do; you can change it later.",
            ));
        }
        Ok(Self {
            display_name,
            legal_name: said(wire.legal_name),
            preferred_name: said(wire.preferred_name),
            pronouns: said(wire.pronouns),
            language: said(wire.language).as_deref().map(language_tag).transpose()?,
            email: said(wire.email),
            phone: said(wire.phone),
            address: said(wire.address),
            role_title: said(wire.role_title),
            role_now: said(wire.role_now),
            background: said(wire.background),
            sector: said(wire.sector),
            organisation: said(wire.organisation),
            call_link: said(wire.call_link),
            status: ClientStatus::from_key(&wire.status)?,
            large_print: wire.large_print,
            paper_size: said(wire.paper_size).map(|key| PaperSize::from_key(&key)).transpose()?,
        })
    }
}

/// A client in the book.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct Client {
    pub id: i64,
    pub rev: i64,
    pub pseudonym: String,
    pub name_on_screen: String,
    pub fields: ClientFields,
}

impl From<core_client::Client> for Client {
    fn from(record: core_client::Client) -> Self {
        Self {
            id: record.id.0,
            rev: record.rev,
            name_on_screen: record.name_on_screen().to_owned(),
            pseudonym: record.pseudonym,
            fields: record.fields.into(),
        }
    }
}

/// A line of the client list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct ClientRow {
    pub id: i64,
    pub rev: i64,
    pub name: String,
    pub name_on_screen: String,
    pub role_title: Option<String>,
    pub status: String,
    pub open_actions: u32,
    pub last_session_on: Option<String>,
    pub next_session_at: Option<String>,
    pub engagement_id: Option<i64>,
    pub held: u32,
    pub planned: Option<u32>,
    /// `none`, `draft`, `issued`, `unsigned_long` or `signed`.
    pub agreement: String,
}

/// A person a client speaks of.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Person {
    pub id: Option<i64>,
    pub alias: String,
    pub relation: Option<String>,
}

impl From<core_client::Person> for Person {
    fn from(record: core_client::Person) -> Self {
        Self { id: record.id.map(|id| id.0), alias: record.alias, relation: record.relation }
    }
}

impl TryFrom<Person> for core_client::Person {
    type Error = CommandError;

    fn try_from(wire: Person) -> Result<Self, CommandError> {
        Ok(Self { id: wire.id.map(PersonId), alias: bounded(wire.alias)?, relation: said(wire.relation) })
    }
}

/// What can be written about an engagement.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct EngagementFields {
    pub title: Option<String>,
    pub scope: Option<String>,
    pub funded_by: Option<String>,
    pub start_date: Option<String>,
    pub end_date: Option<String>,
    pub planned_sessions: Option<u32>,
    pub sessions_before: Option<u32>,
    pub session_minutes: Option<u32>,
    pub cadence: Option<String>,
    pub delivery: Option<String>,
    pub fee_text: Option<String>,
    pub signed_on_paper: Option<String>,
    pub sponsor: Option<String>,
    pub sponsor_contact: Option<String>,
    pub model: Option<String>,
}

impl From<core_engagement::EngagementDraft> for EngagementFields {
    fn from(record: core_engagement::EngagementDraft) -> Self {
        Self {
            title: record.title,
            scope: record.scope,
            funded_by: record.funded_by.map(|key| key.key().to_owned()),
            start_date: record.start_date.map(day),
            end_date: record.end_date.map(day),
            planned_sessions: record.planned_sessions,
            sessions_before: record.sessions_before,
            session_minutes: record.session_minutes,
            cadence: record.cadence,
            delivery: record.delivery.map(|key| key.key().to_owned()),
            fee_text: record.fee_text,
            signed_on_paper: record.signed_on_paper.map(day),
            sponsor: record.sponsor,
            sponsor_contact: record.sponsor_contact,
            model: record.model,
        }
    }
}

impl TryFrom<EngagementFields> for core_engagement::EngagementDraft {
    type Error = CommandError;

    fn try_from(wire: EngagementFields) -> Result<Self, CommandError> {
        Ok(Self {
            title: said(wire.title),
            scope: said(wire.scope),
            funded_by: said(wire.funded_by).map(|key| FundedBy::from_key(&key)).transpose()?,
            start_date: read_day(wire.start_date.as_deref())?,
            end_date: read_day(wire.end_date.as_deref())?,
            planned_sessions: wire.planned_sessions,
            sessions_before: wire.sessions_before,
            session_minutes: wire.session_minutes,
            cadence: said(wire.cadence),
            delivery: said(wire.delivery).map(|key| Delivery::from_key(&key)).transpose()?,
            fee_text: said(wire.fee_text),
            signed_on_paper: read_day(wire.signed_on_paper.as_deref())?,
            sponsor: said(wire.sponsor),
            sponsor_contact: said(wire.sponsor_contact),
            model: said(wire.model),
        })
    }
}

/// An engagement in the book.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct Engagement {
    pub id: i64,
    pub client_id: i64,
    pub rev: i64,
    pub held: u32,
    pub planned: Option<u32>,
    pub agreement: String,
    pub version_id: Option<i64>,
    pub fields: EngagementFields,
}

/// One line of a client's timeline.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct TimelineEntry {
    pub at: String,
    pub kind: String,
    pub title: String,
    pub detail: Option<String>,
    pub session_id: Option<i64>,
    pub version_id: Option<i64>,
    pub engagement_id: Option<i64>,
}

/// An open action and the session it was born in.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct OpenAction {
    pub session_id: Option<i64>,
    #[serde(flatten)]
    pub action: Action,
}

/// A session in a client's list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct SessionListRow {
    pub session_id: i64,
    pub engagement_id: i64,
    pub number: Option<u32>,
    pub status: String,
    pub held_on: Option<String>,
    pub planned_at: Option<String>,
    pub minutes: Option<i64>,
}

/// Everything on a client's page.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct ClientPage {
    pub client: Client,
    pub engagements: Vec<Engagement>,
    pub timeline: Vec<TimelineEntry>,
    pub open_actions: Vec<OpenAction>,
    pub people: Vec<Person>,
    pub strengths: Vec<super::results::Strength>,
    pub resources: Vec<super::results::Resource>,
    pub skills: Vec<super::results::Skill>,
    pub sessions: Vec<SessionListRow>,
}
