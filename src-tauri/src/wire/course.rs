//! What the course of a session asks the coach, as it crosses to the window.

use coachbook_core::session::Session;
use coachbook_vault::SessionGap;
use serde::Serialize;
use ts_rs::TS;

use super::{day, moment};

/// A gap in a session the coach has not answered for.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct Gap {
    pub id: i64,
    pub started_at: String,
    pub ended_at: String,
    pub minutes: i64,
}

impl From<SessionGap> for Gap {
    fn from(record: SessionGap) -> Self {
        Self {
            id: record.id,
            started_at: moment(record.started_at),
            ended_at: moment(record.ended_at),
            minutes: record.minutes(),
        }
    }
}

/// A session that was ended at its last line because another one began. Nothing in it says whose it was: it is shown
/// while somebody else sits there.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct EndedBefore {
    pub session_id: i64,
    pub held_on: Option<String>,
    pub held_at: Option<String>,
    pub held_until: Option<String>,
}

impl From<Session> for EndedBefore {
    fn from(record: Session) -> Self {
        let on_the_wall =
            |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&record.zone).format("%H:%M").to_string();
        Self {
            session_id: record.id.0,
            held_on: record.base_date().map(day),
            held_at: record.started_at.map(on_the_wall),
            held_until: record.ended_at.map(on_the_wall),
        }
    }
}

/// Where the course of a session waits for the coach.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct Course {
    pub gaps: Vec<Gap>,
    /// Local time of the end, `HH:MM`.
    pub held_until: Option<String>,
    /// Whether the end is that of the last line, and nobody has said so.
    pub end_assumed: bool,
    /// Whether it may still be given to another client.
    pub may_change_client: bool,
    pub ended_before: Option<EndedBefore>,
    /// Whether the window asks the system to stay out of screen sharing, and the system knows that wish.
    pub stays_out_of_sharing: bool,
}

/// An engagement a session may belong to; a client who has none yet stands there without one.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct SessionHome {
    pub engagement_id: Option<i64>,
    pub client_id: i64,
    pub name: String,
    pub title: Option<String>,
}

/// What became of the window when it was asked to be the strip, or itself again.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Strip {
    pub on: bool,
    /// Whether the system keeps it above other windows.
    pub above: bool,
}
