//! What waits from session to session: topics that were put off, and when a record was finished and opened again.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use coachbook_core::{SessionId, TopicId, session::Topic};
use rusqlite::{Connection, Row};

use super::focus::read_topic;
use crate::store::{Answer, Tx, all, one, required_moment};

/// A topic of an earlier session that nobody has taken up again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingTopic {
    /// The session it was raised in.
    pub session_id: SessionId,
    /// That session's number.
    pub session_number: Option<u32>,
    /// The local day of that session.
    pub held_on: NaiveDate,
    /// The topic.
    pub topic: Topic,
}

/// A moment the record of a session was finished, or opened again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionStep {
    /// Whether it was finished then, and not opened again.
    pub finished: bool,
    /// When.
    pub at: DateTime<Utc>,
}

/// Topics of the client's other sessions that were put off or never touched, the oldest first.
pub(super) fn waiting_topics(sql: &Connection, id: SessionId) -> Answer<Vec<WaitingTopic>> {
    let client: i64 = one(sql, include_str!("client_of.sql"), &[(":id", &id.0)], |row| row.get(0))?;
    all(sql, include_str!("topic/waiting.sql"), &[(":client", &client), (":session", &id.0)], read_waiting)
}

fn read_waiting(row: &Row<'_>) -> rusqlite::Result<WaitingTopic> {
    let zone: Tz = row.get::<_, String>("zone")?.parse().map_err(|_| rusqlite::Error::InvalidQuery)?;
    Ok(WaitingTopic {
        session_id: SessionId(row.get("session_id")?),
        session_number: row.get("number")?,
        held_on: required_moment(row, "started_at")?.with_timezone(&zone).date_naive(),
        topic: read_topic(row)?,
    })
}

/// Begins a waiting topic anew in `id`. Removing the new topic lets the old one wait again.
pub(super) fn take_up(tx: &mut Tx<'_>, id: SessionId, topic: TopicId) -> Answer<TopicId> {
    tx.insert(include_str!("topic/take_up.sql"), &[(":session", &id.0), (":topic", &topic.0)]).map(TopicId)
}

pub(super) fn steps(sql: &Connection, id: SessionId) -> Answer<Vec<SessionStep>> {
    all(sql, include_str!("step/list.sql"), &[(":session", &id.0)], |row| {
        Ok(SessionStep {
            finished: row.get::<_, String>("kind")? == "finished",
            at: required_moment(row, "created_at")?,
        })
    })
}

/// Notes that the record was finished or opened again.
pub(super) fn add_step(tx: &mut Tx<'_>, id: SessionId, kind: &str) -> Answer<()> {
    tx.change(include_str!("step/add.sql"), &[(":session", &id.0), (":kind", &kind)])
}
