//! Reading sessions back.

use chrono::{DateTime, Utc};
use coachbook_core::{
    ClientId, EngagementId, SessionId, TopicId, VersionId,
    session::{CheckKey, Session, SessionCheck, SessionFrame, SessionStatus, SessionTime},
};
use rusqlite::{Connection, Row};

use super::rows::Rows;
use crate::{
    drafts,
    store::{Answer, all, maybe, moment, one, required_keyed, required_moment},
};

/// Reads a row of the view `session_numbered`.
pub(crate) fn read_session(row: &Row<'_>) -> rusqlite::Result<Session> {
    Ok(Session {
        id: SessionId(row.get("id")?),
        rev: row.get("rev")?,
        engagement_id: EngagementId(row.get("engagement_id")?),
        number: row.get("number")?,
        status: required_keyed(row, "status", SessionStatus::from_key)?,
        planned_at: moment(row, "planned_at")?,
        started_at: moment(row, "started_at")?,
        ended_at: moment(row, "ended_at")?,
        paused_ms: row.get("paused_ms")?,
        paused_since: moment(row, "paused_since")?,
        planned_minutes: row.get("planned_minutes")?,
        zone: row.get::<_, String>("zone")?.parse().map_err(|_| rusqlite::Error::InvalidQuery)?,
        model: row.get("model")?,
        active_topic: row.get::<_, Option<i64>>("active_topic")?.map(TopicId),
        phase: row.get("phase")?,
        agreement_version: row.get::<_, Option<i64>>("agreement_version")?.map(VersionId),
        next_session_at: moment(row, "next_session_at")?,
        for_next_time: row.get("for_next_time")?,
        reflection: row.get("reflection")?,
    })
}

pub(crate) fn session(sql: &Connection, id: SessionId) -> Answer<Session> {
    one(sql, include_str!("get.sql"), &[(":id", &id.0)], read_session)
}

/// Returns whose session it is and how its time went: all that a line being kept asks of it.
pub(crate) fn session_time(sql: &Connection, id: SessionId) -> Answer<(ClientId, SessionTime)> {
    one(sql, include_str!("time.sql"), &[(":id", &id.0)], |row| {
        let time = SessionTime {
            started_at: moment(row, "started_at")?,
            ended_at: moment(row, "ended_at")?,
            paused_ms: row.get("paused_ms")?,
            paused_since: moment(row, "paused_since")?,
        };
        Ok((ClientId(row.get("client_id")?), time))
    })
}

pub(super) fn in_progress(sql: &Connection) -> Answer<Option<Session>> {
    maybe(sql, include_str!("in_progress.sql"), &[], read_session)
}

pub(super) fn ends_assumed(sql: &Connection) -> Answer<Vec<Session>> {
    all(sql, include_str!("end_assumed.sql"), &[], read_session)
}

pub(super) fn list_of_client(sql: &Connection, client: ClientId) -> Answer<Vec<Session>> {
    all(sql, include_str!("list_of_client.sql"), &[(":client", &client.0)], read_session)
}

pub(super) fn frame(sql: &Connection, id: SessionId) -> Answer<SessionFrame> {
    let rows = Rows { sql, session: id };
    Ok(SessionFrame {
        session: session(sql, id)?,
        checks: all(sql, include_str!("check/list.sql"), &[(":session", &id.0)], read_check)?,
        consents: rows.consents()?,
        topics: rows.topics()?,
        focus: rows.focus()?,
        measures: rows.measures()?,
        insights: rows.insights()?,
        strengths: rows.strengths()?,
        resources: rows.resources()?,
        skills: rows.skills()?,
        actions: rows.actions()?,
        accountability: rows.accountability()?,
        follow_ups: rows.follow_ups()?,
        people: rows.people()?,
        drafts: drafts::of_session(sql, id)?,
    })
}

fn read_check(row: &Row<'_>) -> rusqlite::Result<SessionCheck> {
    Ok(SessionCheck {
        key: required_keyed(row, "key", CheckKey::from_key)?,
        done_at: required_moment(row, "done_at")?,
        acknowledged: row.get("acknowledged")?,
        note: row.get("note")?,
    })
}

/// A stretch of a session's time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionSpan {
    /// Topic that was being worked on.
    pub topic_id: Option<TopicId>,
    /// Key of the coaching model.
    pub model: String,
    /// Key of the phase.
    pub phase: String,
    /// Whether the clock ran: `active`, `paused`, `asleep`.
    pub state: String,
    /// Moment it began.
    pub started_at: DateTime<Utc>,
    /// Moment it ended; none while it lasts.
    pub ended_at: Option<DateTime<Utc>>,
}

pub(super) fn spans(sql: &Connection, id: SessionId) -> Answer<Vec<SessionSpan>> {
    all(sql, include_str!("span/list.sql"), &[(":session", &id.0)], |row| {
        Ok(SessionSpan {
            topic_id: row.get::<_, Option<i64>>("topic_id")?.map(TopicId),
            model: row.get("model")?,
            phase: row.get("phase")?,
            state: row.get("state")?,
            started_at: required_moment(row, "started_at")?,
            ended_at: moment(row, "ended_at")?,
        })
    })
}
