//! The course of a session: planned, begun, paused, moved through its stages, ended, finished.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use coachbook_core::{
    EngagementId, SessionId, TopicId,
    session::{Session, SessionStatus},
};

use super::{
    gaps::{left_out_ms, store_paused},
    read::{in_progress, session},
    waiting::add_step,
};
use crate::{
    notes, questions,
    store::{Answer, OUT_OF_TURN, Stored, Tx, maybe, moment, one, required_moment},
};

/// What a session is begun from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StartFrom {
    /// Nothing was planned.
    Engagement(EngagementId),
    /// A planned session.
    Planned(SessionId),
}

/// A session that was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Started {
    /// The session, now in progress.
    pub session: Session,
    /// Another one that had been left running, now ended at its last line.
    pub ended: Option<Session>,
}

pub(super) fn plan(
    tx: &mut Tx<'_>,
    engagement: EngagementId,
    at: Option<DateTime<Utc>>,
    zone: Tz,
    planned_minutes: u32,
) -> Answer<SessionId> {
    tx.insert(
        include_str!("plan.sql"),
        &[
            (":engagement", &engagement.0),
            (":planned_at", &Stored::Moment(at)),
            (":planned_minutes", &planned_minutes),
            (":zone", &zone.name()),
        ],
    )
    .map(SessionId)
}

pub(super) fn start(tx: &mut Tx<'_>, from: StartFrom, zone: Tz, planned_minutes: u32) -> Answer<Started> {
    let running = in_progress(tx.sql)?;
    // The same button pressed twice: the session already runs.
    if let Some(session) = running.clone().filter(|session| from == StartFrom::Planned(session.id)) {
        return Ok(Started { session, ended: None });
    }
    let ended = running.map(|other| end_at_last_line(tx, &other)).transpose()?;
    let id = match from {
        StartFrom::Planned(id) => id,
        StartFrom::Engagement(engagement) => plan(tx, engagement, None, zone, planned_minutes)?,
    };
    must_be(&session(tx.sql, id)?, SessionStatus::Planned)?;
    tx.change(
        include_str!("begin.sql"),
        &[(":id", &id.0), (":planned_minutes", &planned_minutes), (":zone", &zone.name())],
    )?;
    open_span(tx, id, "active", tx.now)?;
    questions::bring(tx, id)?;
    Ok(Started { session: session(tx.sql, id)?, ended })
}

/// Ends a session somebody forgot to end. Its last line is the last thing known to have happened in it.
fn end_at_last_line(tx: &mut Tx<'_>, running: &Session) -> Answer<Session> {
    let last = one(tx.sql, include_str!("last_line_at.sql"), &[(":id", &running.id.0)], |row| moment(row, "last_at"))?;
    let end = last.max(running.started_at).unwrap_or(tx.now);
    end_at(tx, running, end, true)
}

/// Ends a running session at `end`; a running pause ends with it. `assumed` when the coach has not said so herself.
fn end_at(tx: &mut Tx<'_>, running: &Session, end: DateTime<Utc>, assumed: bool) -> Answer<Session> {
    // A clock set back must not make a session end before it began.
    let end = end.max(running.started_at.unwrap_or(end));
    close_span(tx, running.id, end)?;
    cut(tx, running.id, end)?;
    // Counted from the spans, because a pause after the last line is no part of the session.
    let paused_ms = left_out_ms(tx.sql, running.id)?;
    tx.change(
        include_str!("end.sql"),
        &[
            (":id", &running.id.0),
            (":ended_at", &Stored::from(end)),
            (":assumed", &assumed),
            (":paused_ms", &paused_ms),
        ],
    )?;
    session(tx.sql, running.id)
}

fn cut(tx: &mut Tx<'_>, id: SessionId, until: DateTime<Utc>) -> Answer<()> {
    tx.run(include_str!("span/cut.sql"), &[(":session", &id.0), (":until", &Stored::from(until))])?;
    Ok(())
}

pub(super) fn end(tx: &mut Tx<'_>, id: SessionId) -> Answer<Session> {
    let running = session(tx.sql, id)?;
    if running.status == SessionStatus::Ended {
        return Ok(running);
    }
    must_be(&running, SessionStatus::InProgress)?;
    end_at(tx, &running, tx.now, false)
}

/// Says when an ended session ended, by the clock on the wall: on its day, or after midnight. The minute it already
/// ended in stays to the second.
pub(super) fn set_ended(tx: &mut Tx<'_>, id: SessionId, time: NaiveTime) -> Answer<Session> {
    let held = session(tx.sql, id)?;
    let (Some(was), Some(named)) = (held.ended_at, held.moment_of(time)) else { return Err(OUT_OF_TURN) };
    let minute = |at: DateTime<Utc>| at.timestamp().div_euclid(60);
    let end = if minute(was) == minute(named) { was } else { named };
    if end > tx.now {
        return Err(OUT_OF_TURN);
    }
    cut(tx, id, end)?;
    lengthen(tx, id, end)?;
    tx.change(include_str!("set_ended.sql"), &[(":id", &id.0), (":ended_at", &Stored::from(end))])?;
    store_paused(tx, id)?;
    session(tx.sql, id)
}

/// What lies between the last span and a later end was part of the session.
fn lengthen(tx: &mut Tx<'_>, id: SessionId, end: DateTime<Utc>) -> Answer<()> {
    let last = maybe(tx.sql, include_str!("span/last.sql"), &[(":session", &id.0)], |row| {
        Ok((row.get::<_, i64>("id")?, row.get::<_, String>("state")?, required_moment(row, "ended_at")?))
    })?;
    match last {
        Some((_, _, until)) if until >= end => Ok(()),
        Some((span, state, _)) if state == "active" => {
            tx.change(include_str!("span/lengthen.sql"), &[(":id", &span), (":until", &Stored::from(end))])
        }
        Some((_, _, until)) => {
            open_span(tx, id, "active", until)?;
            close_span(tx, id, end)
        }
        None => Ok(()),
    }
}

pub(super) fn set_paused(tx: &mut Tx<'_>, id: SessionId, paused: bool) -> Answer<Session> {
    let running = session(tx.sql, id)?;
    must_be(&running, SessionStatus::InProgress)?;
    if running.paused_since.is_some() == paused {
        return Ok(running);
    }
    close_span(tx, id, tx.now)?;
    open_span(tx, id, if paused { "paused" } else { "active" }, tx.now)?;
    let paused_ms = left_out_ms(tx.sql, id)?;
    let since = paused.then_some(tx.now);
    tx.change(
        include_str!("set_pause.sql"),
        &[(":id", &id.0), (":paused_ms", &paused_ms), (":paused_since", &Stored::Moment(since))],
    )?;
    session(tx.sql, id)
}

pub(super) fn set_stage(tx: &mut Tx<'_>, id: SessionId, topic: Option<TopicId>, phase: &str) -> Answer<Session> {
    let before = session(tx.sql, id)?;
    if before.active_topic == topic && before.phase == phase {
        return Ok(before);
    }
    tx.change(
        include_str!("set_stage.sql"),
        &[(":id", &id.0), (":topic", &topic.map(|topic| topic.0)), (":phase", &phase)],
    )?;
    // Time is counted while the session is held; sorting lines afterwards is not time in a phase.
    if before.status == SessionStatus::InProgress {
        close_span(tx, id, tx.now)?;
        open_span(tx, id, if before.paused_since.is_some() { "paused" } else { "active" }, tx.now)?;
    }
    session(tx.sql, id)
}

pub(super) fn open_span(tx: &mut Tx<'_>, id: SessionId, state: &str, from: DateTime<Utc>) -> Answer<()> {
    tx.change(include_str!("span/open.sql"), &[(":session", &id.0), (":state", &state), (":from", &Stored::from(from))])
}

pub(super) fn close_span(tx: &mut Tx<'_>, id: SessionId, until: DateTime<Utc>) -> Answer<()> {
    tx.run(include_str!("span/close.sql"), &[(":session", &id.0), (":until", &Stored::from(until))])?;
    Ok(())
}

pub(super) fn finish(tx: &mut Tx<'_>, id: SessionId) -> Answer<Session> {
    let mut ending = session(tx.sql, id)?;
    if ending.status == SessionStatus::InProgress {
        ending = end_at(tx, &ending, tx.now, false)?;
    }
    if ending.status != SessionStatus::Completed {
        must_be(&ending, SessionStatus::Ended)?;
        set_status(tx, id, SessionStatus::Ended, SessionStatus::Completed)?;
        add_step(tx, id, "finished")?;
    }
    notes::wipe_left_out(tx, id)?;
    session(tx.sql, id)
}

pub(super) fn reopen(tx: &mut Tx<'_>, id: SessionId) -> Answer<Session> {
    set_status(tx, id, SessionStatus::Completed, SessionStatus::Ended)?;
    add_step(tx, id, "reopened")?;
    session(tx.sql, id)
}

fn set_status(tx: &mut Tx<'_>, id: SessionId, was: SessionStatus, status: SessionStatus) -> Answer<()> {
    tx.change(include_str!("set_status.sql"), &[(":id", &id.0), (":was", &was.key()), (":status", &status.key())])
}

/// Moves the moment a session was held. One that has ended keeps its length, its spans and the lines kept in it move
/// along; one in progress only begins earlier or later.
pub(super) fn set_held_on(tx: &mut Tx<'_>, id: SessionId, date: NaiveDate, time: NaiveTime) -> Answer<Session> {
    let held = session(tx.sql, id)?;
    let (Some(from), to) = (held.started_at, local_moment(held.zone, date, time)?) else { return Err(OUT_OF_TURN) };
    let running = held.status == SessionStatus::InProgress;
    // A running clock that began yesterday would count the night: that session is ended first, then moved.
    if running && !(Duration::zero()..Duration::hours(12)).contains(&(tx.now - to)) {
        return Err(OUT_OF_TURN);
    }
    let shift = to - from;
    tx.change(
        include_str!("set_held_on.sql"),
        &[
            (":id", &id.0),
            (":started_at", &Stored::from(to)),
            (":ended_at", &Stored::Moment(held.ended_at.map(|end| end + shift))),
            (":paused_since", &Stored::Moment(held.paused_since.map(|since| since.max(to)))),
        ],
    )?;
    if let Some(end) = held.ended_at {
        let shift = format!("{:+.3} seconds", shift.num_milliseconds() as f64 / 1000.0);
        tx.run(include_str!("span/shift.sql"), &[(":session", &id.0), (":shift", &shift)])?;
        notes::shift(tx, id, (from, end), &shift)?;
    }
    session(tx.sql, id)
}

/// The moment a local date and time name. Of an hour that comes twice, the first; of one that is skipped, the next.
fn local_moment(zone: Tz, date: NaiveDate, time: NaiveTime) -> Answer<DateTime<Utc>> {
    let local = date.and_time(time);
    zone.from_local_datetime(&local)
        .earliest()
        .or_else(|| zone.from_local_datetime(&(local + Duration::hours(1))).earliest())
        .map(|at| at.to_utc())
        .ok_or(OUT_OF_TURN)
}

pub(super) fn must_be(session: &Session, status: SessionStatus) -> Answer<()> {
    if session.status == status { Ok(()) } else { Err(OUT_OF_TURN) }
}
