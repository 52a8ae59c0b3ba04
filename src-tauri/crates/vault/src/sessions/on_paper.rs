//! Sessions held without the window: on paper, or from memory.

use chrono::{Duration, NaiveDate, NaiveTime, TimeZone};
use chrono_tz::Tz;
use coachbook_core::session::{Session, SessionStatus};

use super::{
    course::{StartFrom, must_be, plan},
    read::session,
};
use crate::store::{Answer, OUT_OF_TURN, Stored, Tx};

/// When a session on paper was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldOnPaper {
    /// Local day.
    pub date: NaiveDate,
    /// Local time it began.
    pub time: NaiveTime,
    /// Its length in minutes; none when nobody knows, and then no paper names one.
    pub minutes: Option<u32>,
}

/// Notes a session that was held on paper. It stands where one that has ended stands, and needs no line.
pub(super) fn record(
    tx: &mut Tx<'_>,
    from: StartFrom,
    zone: Tz,
    planned_minutes: u32,
    held: HeldOnPaper,
) -> Answer<Session> {
    // Of an hour that comes twice, the first; one that is skipped was never on a clock.
    let begun = zone.from_local_datetime(&held.date.and_time(held.time)).earliest().ok_or(OUT_OF_TURN)?.to_utc();
    if begun > tx.now {
        return Err(OUT_OF_TURN);
    }
    let id = match from {
        StartFrom::Planned(id) => id,
        StartFrom::Engagement(engagement) => plan(tx, engagement, None, zone, planned_minutes)?,
    };
    must_be(&session(tx.sql, id)?, SessionStatus::Planned)?;
    let ended = begun + Duration::minutes(held.minutes.map_or(0, i64::from));
    tx.change(
        include_str!("on_paper.sql"),
        &[
            (":id", &id.0),
            (":started_at", &Stored::from(begun)),
            (":ended_at", &Stored::from(ended)),
            (":zone", &zone.name()),
            (":held_on", &Stored::Day(Some(held.date))),
        ],
    )?;
    session(tx.sql, id)
}
