//! Gaps: a closed lid, a locked book, a machine that slept. Left out of the minutes until the coach counts them.

use chrono::{DateTime, Utc};
use coachbook_core::{
    SessionId,
    session::{SHORTEST_GAP, Session, SessionStatus},
};
use rusqlite::{Connection, Row};

use super::{
    course::{close_span, open_span},
    read::{in_progress, session},
};
use crate::store::{Answer, Stored, Tx, all, maybe, moment, one, required_moment};

/// A gap in a session that the coach has not answered for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionGap {
    /// Row number of the span.
    pub id: i64,
    /// Moment of the last sign of life before it.
    pub started_at: DateTime<Utc>,
    /// Moment the session went on.
    pub ended_at: DateTime<Utc>,
}

impl SessionGap {
    /// Returns its length in whole minutes, rounded half up.
    #[must_use]
    pub fn minutes(&self) -> i64 {
        ((self.ended_at - self.started_at).num_milliseconds() + 30_000) / 60_000
    }
}

/// A stretch that has not ended yet.
struct Open {
    id: i64,
    state: String,
    started_at: DateTime<Utc>,
}

fn open(sql: &Connection, id: SessionId) -> Answer<Option<Open>> {
    maybe(sql, include_str!("span/running.sql"), &[(":session", &id.0)], |row| {
        Ok(Open { id: row.get("id")?, state: row.get("state")?, started_at: required_moment(row, "started_at")? })
    })
}

/// Notes that the running session, if any, was last attended at `since`: the book is being closed.
pub(super) fn fall_asleep(tx: &mut Tx<'_>, since: DateTime<Utc>) -> Answer<()> {
    let Some(running) = in_progress(tx.sql)? else { return Ok(()) };
    let Some(span) = open(tx.sql, running.id)?.filter(|span| span.state == "active") else { return Ok(()) };
    let since = since.min(tx.now).max(span.started_at);
    close_span(tx, running.id, since)?;
    open_span(tx, running.id, "asleep", since)
}

/// Notes that a running session is attended again. `since` is the last moment before a sleep the window knows of;
/// without it, the moment the book was closed counts, or else the last one at which anything was written down.
pub(super) fn return_to(tx: &mut Tx<'_>, id: SessionId, since: Option<DateTime<Utc>>) -> Answer<Session> {
    let running = session(tx.sql, id)?;
    let span = open(tx.sql, id)?.filter(|span| running.status == SessionStatus::InProgress && span.state != "paused");
    let Some(span) = span else { return Ok(running) };
    let asleep = span.state == "asleep";
    let from = match since {
        _ if asleep => span.started_at,
        Some(since) => since,
        None => last_sign(tx.sql, id)?.unwrap_or(span.started_at),
    };
    // A clock that was set may say anything: a gap lies inside the stretch it interrupts.
    let from = from.min(tx.now).max(span.started_at);
    if tx.now - from < SHORTEST_GAP {
        tx.run(include_str!("span/wake.sql"), &[(":id", &span.id)])?;
        return session(tx.sql, id);
    }
    if !asleep {
        close_span(tx, id, from)?;
        open_span(tx, id, "asleep", from)?;
    }
    close_span(tx, id, tx.now)?;
    open_span(tx, id, "active", tx.now)?;
    store_paused(tx, id)?;
    session(tx.sql, id)
}

fn last_sign(sql: &Connection, id: SessionId) -> Answer<Option<DateTime<Utc>>> {
    one(sql, include_str!("gap/last_sign.sql"), &[(":session", &id.0)], |row| moment(row, "last_at"))
}

/// Returns the gaps nobody has answered for, oldest first.
pub(super) fn open_gaps(sql: &Connection, id: SessionId) -> Answer<Vec<SessionGap>> {
    let gaps = all(sql, include_str!("gap/open.sql"), &[(":session", &id.0)], read_gap)?;
    // One that was cut short by the session's end is no question any more.
    Ok(gaps.into_iter().filter(|gap| gap.ended_at - gap.started_at >= SHORTEST_GAP).collect())
}

/// Counts a gap, leaves it out, or takes the answer back (none).
pub(super) fn answer(tx: &mut Tx<'_>, id: SessionId, gap: i64, counted: Option<bool>) -> Answer<Session> {
    let (found, before) = one(tx.sql, include_str!("gap/get.sql"), &[(":id", &gap), (":session", &id.0)], |row| {
        Ok((read_gap(row)?, row.get::<_, Option<bool>>("counted")?))
    })?;
    tx.change(include_str!("gap/answer.sql"), &[(":id", &gap), (":session", &id.0), (":counted", &counted)])?;
    let length = (found.ended_at - found.started_at).num_milliseconds();
    let later = match (before == Some(true), counted == Some(true)) {
        (false, true) => length,
        (true, false) => -length,
        _ => 0,
    };
    if later != 0 {
        tx.run(
            include_str!("gap/later_lines.sql"),
            &[(":session", &id.0), (":until", &Stored::from(found.ended_at)), (":ms", &later)],
        )?;
    }
    store_paused(tx, id)?;
    session(tx.sql, id)
}

/// Milliseconds left out of a session: pauses, and gaps that are not counted.
pub(super) fn left_out_ms(sql: &Connection, id: SessionId) -> Answer<i64> {
    one(sql, include_str!("span/paused_ms.sql"), &[(":session", &id.0)], |row| row.get(0))
}

pub(super) fn store_paused(tx: &mut Tx<'_>, id: SessionId) -> Answer<()> {
    let paused_ms = left_out_ms(tx.sql, id)?;
    tx.change(include_str!("set_paused_ms.sql"), &[(":id", &id.0), (":paused_ms", &paused_ms)])
}

fn read_gap(row: &Row<'_>) -> rusqlite::Result<SessionGap> {
    Ok(SessionGap {
        id: row.get("id")?,
        started_at: required_moment(row, "started_at")?,
        ended_at: required_moment(row, "ended_at")?,
    })
}
