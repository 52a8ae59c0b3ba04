//! A client's history on one line, and what Today shows.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use coachbook_core::{
    ActionId, ClientId, ConsentId, EngagementId, SessionId, VersionId, results::FollowUp, session::Session,
};
use rusqlite::Row;

use crate::{
    agreements::{Unsigned, unsigned_before},
    results::promises::read_follow_up,
    sessions::read_session,
    store::{Answer, Stored, Vault, all, maybe, one},
};

/// When something happened: to the moment, or known by its day alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimelineAt {
    /// A moment.
    Moment(DateTime<Utc>),
    /// A day.
    Day(NaiveDate),
}

/// What an entry is, with its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimelineKind {
    /// A session.
    Session(SessionId),
    /// A version of an agreement was issued.
    AgreementIssued(VersionId),
    /// A version of an agreement was signed.
    AgreementSigned(VersionId),
    /// A consent was asked for.
    Consent(ConsentId),
    /// A consent was taken back.
    ConsentWithdrawn(ConsentId),
    /// An action was chosen.
    Action(ActionId),
    /// An engagement began.
    Engagement(EngagementId),
    /// A session begun with this client by mistake was given to another one.
    SessionMovedAway,
    /// This session was begun with another client by mistake.
    SessionMovedHere,
}

/// An entry of a client's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEntry {
    /// When.
    pub at: TimelineAt,
    /// What.
    pub kind: TimelineKind,
    /// Words of the row: the action, the engagement's title, the key of the consent's purpose, a version's number.
    pub title: Option<String>,
    /// Key of where it stands: the session's or action's status, the consent's decision.
    pub state: Option<String>,
    /// The session it belongs to.
    pub session_id: Option<SessionId>,
}

/// A session with the name of its client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedSession {
    /// The client.
    pub client_id: ClientId,
    /// Name as it stands in lists.
    pub display_name: String,
    /// The session.
    pub session: Session,
}

/// A follow-up with the name of its client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedFollowUp {
    /// The client.
    pub client_id: ClientId,
    /// Name as it stands in lists.
    pub display_name: String,
    /// The session it came from.
    pub session_id: SessionId,
    /// The follow-up.
    pub follow_up: FollowUp,
}

/// How many open actions a client has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenActionCount {
    /// The client.
    pub client_id: ClientId,
    /// Name as it stands in lists.
    pub display_name: String,
    /// How many.
    pub count: u32,
}

/// What Today shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Today {
    /// Sessions planned from twelve hours ago to two days ahead, in order: one that was missed this morning still shows.
    pub planned: Vec<NamedSession>,
    /// The first session planned after those.
    pub later: Option<NamedSession>,
    /// The session being held.
    pub running: Option<NamedSession>,
    /// Sessions whose wrap-up waits, the newest first.
    pub to_wrap_up: Vec<NamedSession>,
    /// Agreements that have waited a week or more for a signature.
    pub unsigned: Vec<Unsigned>,
    /// Follow-ups that are not done, those with a date first.
    pub follow_ups: Vec<NamedFollowUp>,
    /// Open actions by client.
    pub open_actions: Vec<OpenActionCount>,
    /// Whether the recovery sheet still waits to be confirmed.
    pub recovery_unconfirmed: bool,
    /// Whether a session was held and no safety copy is on another disk.
    pub only_copy: bool,
}

/// What can be asked across records.
pub struct Timeline<'a>(pub(crate) &'a mut Vault);

impl Timeline<'_> {
    /// Returns the history of a client, newest first.
    pub fn of_client(&self, client: ClientId) -> Answer<Vec<TimelineEntry>> {
        all(self.0.read(), include_str!("of_client.sql"), &[(":client", &client.0)], read_entry)
    }

    /// Returns what Today shows.
    pub fn today(&mut self) -> Answer<Today> {
        let now = self.0.now();
        let (from, to) = (Stored::from(now - Duration::hours(12)), Stored::from(now + Duration::days(2)));
        let sql = self.0.read();
        let planned = all(sql, include_str!("planned.sql"), &[(":from", &from), (":to", &to)], read_named_session)?;
        let later = maybe(sql, include_str!("later.sql"), &[(":to", &to)], read_named_session)?;
        let running = maybe(sql, include_str!("running.sql"), &[], read_named_session)?;
        let to_wrap_up = all(sql, include_str!("to_wrap_up.sql"), &[], read_named_session)?;
        let unsigned = unsigned_before(sql, now - Duration::days(7))?;
        let follow_ups = all(sql, include_str!("follow_ups.sql"), &[], |row| {
            Ok(NamedFollowUp {
                client_id: ClientId(row.get("client_id")?),
                display_name: row.get("display_name")?,
                session_id: SessionId(row.get("session_id")?),
                follow_up: read_follow_up(row)?,
            })
        })?;
        let open_actions = all(sql, include_str!("open_actions.sql"), &[], |row| {
            Ok(OpenActionCount {
                client_id: ClientId(row.get("client_id")?),
                display_name: row.get("display_name")?,
                count: row.get("count")?,
            })
        })?;
        let only_copy = one(sql, include_str!("only_copy.sql"), &[], |row| row.get(0))?;
        let recovery_unconfirmed = !self.0.practice().settings()?.recovery_confirmed;
        Ok(Today {
            planned,
            later,
            running,
            to_wrap_up,
            unsigned,
            follow_ups,
            open_actions,
            recovery_unconfirmed,
            only_copy,
        })
    }
}

fn read_named_session(row: &Row<'_>) -> rusqlite::Result<NamedSession> {
    Ok(NamedSession {
        client_id: ClientId(row.get("client_id")?),
        display_name: row.get("display_name")?,
        session: read_session(row)?,
    })
}

fn read_entry(row: &Row<'_>) -> rusqlite::Result<TimelineEntry> {
    let kind: String = row.get("kind")?;
    let id: i64 = row.get("id")?;
    Ok(TimelineEntry {
        at: read_at(row)?,
        kind: match kind.as_str() {
            "session" => TimelineKind::Session(SessionId(id)),
            "agreement_issued" => TimelineKind::AgreementIssued(VersionId(id)),
            "agreement_signed" => TimelineKind::AgreementSigned(VersionId(id)),
            "consent" => TimelineKind::Consent(ConsentId(id)),
            "consent_withdrawn" => TimelineKind::ConsentWithdrawn(ConsentId(id)),
            "action" => TimelineKind::Action(ActionId(id)),
            "engagement" => TimelineKind::Engagement(EngagementId(id)),
            "session_moved_away" => TimelineKind::SessionMovedAway,
            "session_moved_here" => TimelineKind::SessionMovedHere,
            _ => return Err(rusqlite::Error::InvalidQuery),
        },
        title: row.get("title")?,
        state: row.get("state")?,
        session_id: row.get::<_, Option<i64>>("session_id")?.map(SessionId),
    })
}

/// A day is ten letters long, a moment more.
fn read_at(row: &Row<'_>) -> rusqlite::Result<TimelineAt> {
    let text: String = row.get("at")?;
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Ok(TimelineAt::Day(day));
    }
    DateTime::parse_from_rfc3339(&text)
        .map(|at| TimelineAt::Moment(at.to_utc()))
        .map_err(|_| rusqlite::Error::InvalidQuery)
}
