//! When an unattended book locks by itself.

use chrono::{DateTime, TimeDelta, Utc};

use crate::session::{Session, SessionStatus};

/// Minutes after the planned end of a running session before idle time counts again.
const GRACE_AFTER_PLANNED_END: i64 = 15;

/// Hours after the start of a session beyond which it keeps nothing open, however long it was planned.
const LONGEST_SESSION: i64 = 4;

/// Returns whether idle time counts at `now`.
///
/// A coach who listens does not type: in a running session idle time does not count until 15 minutes after its
/// planned end, and at most 4 hours after its start.
pub fn idle_counts(running: Option<&Session>, now: DateTime<Utc>) -> bool {
    let Some(session) = running.filter(|session| session.status == SessionStatus::InProgress) else { return true };
    let Some(start) = session.started_at else { return true };
    let planned = TimeDelta::minutes(i64::from(session.planned_minutes) + GRACE_AFTER_PLANNED_END);
    let longest = TimeDelta::hours(LONGEST_SESSION);
    let age = now - start;
    // A clock set back makes the age negative: then nothing can be said for the session, and idle time counts.
    age < TimeDelta::zero() || age >= planned.min(longest)
}

#[cfg(test)]
mod tests {
    use chrono_tz::Tz;

    use super::*;
    use crate::{EngagementId, SessionId};

    fn running(minutes: u32) -> Session {
        Session {
            id: SessionId(1),
            rev: 1,
            engagement_id: EngagementId(1),
            number: Some(1),
            status: SessionStatus::InProgress,
            planned_at: None,
            started_at: Some(start()),
            ended_at: None,
            paused_ms: 0,
            paused_since: None,
            planned_minutes: minutes,
            zone: Tz::UTC,
            model: "GROW".to_owned(),
            active_topic: None,
            phase: "G".to_owned(),
            agreement_version: None,
            next_session_at: None,
            for_next_time: None,
            reflection: None,
        }
    }

    fn start() -> DateTime<Utc> {
        "2026-03-04T09:00:00Z".parse().unwrap()
    }

    #[test]
    fn a_listening_coach_is_not_locked_out() {
        let session = running(60);
        for (minutes, counts) in [(0, false), (45, false), (74, false), (75, true), (-5, true)] {
            let now = start() + TimeDelta::minutes(minutes);
            assert_eq!(idle_counts(Some(&session), now), counts, "{minutes} minutes after the start");
        }
        assert!(idle_counts(None, start()), "outside a session idle time always counts");
    }

    #[test]
    fn no_session_keeps_a_book_open_beyond_four_hours() {
        let session = running(600);
        assert!(!idle_counts(Some(&session), start() + TimeDelta::minutes(239)), "still within four hours");
        assert!(idle_counts(Some(&session), start() + TimeDelta::minutes(240)), "four hours are the end");
    }

    #[test]
    fn an_ended_session_protects_nothing() {
        let session = Session { status: SessionStatus::Ended, ..running(60) };
        assert!(idle_counts(Some(&session), start()), "only a running session protects");
    }
}
