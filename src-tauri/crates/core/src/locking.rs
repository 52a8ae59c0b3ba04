//! When an unattended book locks by itself, and how long its lock rests after wrong phrases.

use chrono::{DateTime, TimeDelta, Utc};

use crate::session::{Session, SessionStatus};

/// Minutes after the planned end of a running session before idle time counts again.
const GRACE_AFTER_PLANNED_END: i64 = 15;

/// Hours after the start of a session beyond which it keeps nothing open, however long it was planned.
const LONGEST_SESSION: i64 = 4;

/// Wrong phrases in a row that cost nothing but the time of trying: capital letters, another keyboard.
const FORGIVEN: u32 = 2;

/// How long the lock rests after the first wrong phrase that is not forgiven, and after the last of many.
const RESTS: (i64, i64) = (5, 60);

/// Returns how long the lock rests after so many wrong phrases in a row: 5 seconds after the third, twice as long after
/// each further one, a minute at most. A coach is never shut out of her book for longer than she can wait.
pub fn rest_after(wrong_in_a_row: u32) -> TimeDelta {
    let (first, longest) = RESTS;
    match wrong_in_a_row.saturating_sub(FORGIVEN) {
        0 => TimeDelta::zero(),
        // Doubled no oftener than it takes to reach the longest.
        beyond => TimeDelta::seconds((first << (beyond - 1).min(8)).min(longest)),
    }
}

/// Returns how much of `idle`, the time without a key up to `now`, counts towards locking.
///
/// A coach who listens does not type: in a running session idle time does not count until 15 minutes after its
/// planned end, pauses left out, and at most 4 hours after its start. What passed before is not counted afterwards: she
/// is not locked out in the very minute the planned end is a quarter of an hour ago.
pub fn counted_idle(running: Option<&Session>, idle: TimeDelta, now: DateTime<Utc>) -> TimeDelta {
    let Some(session) = running.filter(|session| session.status == SessionStatus::InProgress) else { return idle };
    let Some(start) = session.started_at else { return idle };
    let age = now - start;
    // A clock set back makes the age negative: then nothing can be said for the session, and idle time counts.
    if age < TimeDelta::zero() {
        return idle;
    }
    let paused = age - TimeDelta::milliseconds(session.elapsed_ms(now));
    let planned = TimeDelta::minutes(i64::from(session.planned_minutes) + GRACE_AFTER_PLANNED_END) + paused;
    let counting = age - planned.min(TimeDelta::hours(LONGEST_SESSION));
    idle.min(counting.max(TimeDelta::zero()))
}

#[cfg(test)]
mod tests {

    use super::*;

    fn running(minutes: u32) -> Session {
        Session::running(start(), minutes)
    }

    fn start() -> DateTime<Utc> {
        "2026-03-04T09:00:00Z".parse().unwrap()
    }

    /// Minutes that count after `idle` minutes without a key, `after` minutes into the session.
    fn counted(session: &Session, idle: i64, after: i64) -> i64 {
        counted_idle(Some(session), TimeDelta::minutes(idle), start() + TimeDelta::minutes(after)).num_minutes()
    }

    #[test]
    fn a_listening_coach_is_not_locked_out() {
        let session = running(60);
        for (after, idle, counts) in
            [(0, 0, 0), (45, 45, 0), (74, 74, 0), (75, 75, 0), (80, 80, 5), (85, 85, 10), (85, 3, 3), (-5, 7, 7)]
        {
            assert_eq!(counted(&session, idle, after), counts, "{after} minutes after the start, {idle} without a key");
        }
        let idle = TimeDelta::minutes(7);
        assert_eq!(counted_idle(None, idle, start()), idle, "outside a session idle time always counts");
    }

    #[test]
    fn a_pause_moves_the_planned_end() {
        let paused = Session { paused_ms: 20 * 60_000, ..running(60) };
        assert_eq!(counted(&paused, 94, 94), 0, "the planned end was 80 minutes after the start");
        assert_eq!(counted(&paused, 100, 100), 5);
        let still = Session { paused_since: Some(start() + TimeDelta::minutes(50)), ..running(60) };
        assert_eq!(counted(&still, 100, 100), 0, "a pause that lasts moves it on");
        assert_eq!(counted(&still, 250, 250), 10, "but not beyond four hours");
    }

    #[test]
    fn no_session_keeps_a_book_open_beyond_four_hours() {
        let session = running(600);
        assert_eq!(counted(&session, 239, 239), 0, "still within four hours");
        assert_eq!(counted(&session, 250, 250), 10, "from four hours on idle time counts");
    }

    #[test]
    fn the_lock_rests_longer_after_each_wrong_phrase_and_never_beyond_a_minute() {
        let rests: Vec<i64> = (0..9).map(|wrong| rest_after(wrong).num_seconds()).collect();
        assert_eq!(rests, [0, 0, 0, 5, 10, 20, 40, 60, 60]);
        for many in [63, 64, 65, 66, 67, 1_000, u32::MAX] {
            assert_eq!(rest_after(many).num_seconds(), 60, "{many}");
        }
    }

    #[test]
    fn an_ended_session_protects_nothing() {
        let session = Session { status: SessionStatus::Ended, ..running(60) };
        assert_eq!(counted(&session, 30, 30), 30, "only a running session protects");
    }
}
