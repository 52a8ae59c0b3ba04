//! When a session does not run straight: gaps, midnight, clocks that change, the wrong client.

use chrono::{DateTime, Days, NaiveTime, TimeDelta, TimeZone, Timelike, Utc};

use super::{Session, SessionStatus};

/// A gap in a session, as from a closed lid, that is worth a question. Shorter ones are a glass of water.
pub const SHORTEST_GAP: TimeDelta = TimeDelta::minutes(4);

impl Session {
    /// Returns whether the session may still be given to another client: while it runs, and on the local days it
    /// began and ended. Later, papers of the wrong client may have been made from it.
    pub fn may_change_client(&self, now: DateTime<Utc>) -> bool {
        let day = |at: DateTime<Utc>| at.with_timezone(&self.zone).date_naive();
        let held = [self.started_at, self.ended_at];
        match self.status {
            SessionStatus::InProgress => true,
            SessionStatus::Ended | SessionStatus::Completed => held.into_iter().flatten().any(|at| day(at) == day(now)),
            SessionStatus::Planned
            | SessionStatus::CancelledByClient
            | SessionStatus::CancelledByCoach
            | SessionStatus::NoShow => false,
        }
    }

    /// Returns the moment a session that began at its start came to the local time `time`: on the day it began, or
    /// after midnight; of an hour that comes twice, the first after the start. None before it began.
    pub fn moment_of(&self, time: NaiveTime) -> Option<DateTime<Utc>> {
        let start = self.started_at?;
        let local = start.with_timezone(&self.zone);
        let first = local.date_naive();
        // A time is chosen by the minute: the minute it began in is still in the session.
        let from = start
            - TimeDelta::seconds(i64::from(local.second()))
            - TimeDelta::nanoseconds(i64::from(local.nanosecond()));
        [Some(first), first.checked_add_days(Days::new(1))]
            .into_iter()
            .flatten()
            .flat_map(|day| {
                let named = self.zone.from_local_datetime(&day.and_time(time));
                [named.earliest(), named.latest()]
            })
            .flatten()
            .map(|at| at.to_utc())
            .find(|at| *at >= from)
            .map(|at| at.max(start))
    }
}

#[cfg(test)]
mod tests {
    use chrono_tz::{Europe::Warsaw, Tz};

    use super::*;

    /// A session in Warsaw that has ended.
    fn held(started: &str, ended: &str) -> Session {
        Session {
            status: SessionStatus::Ended,
            ended_at: Some(at(ended)),
            zone: Warsaw,
            ..Session::running(at(started), 60)
        }
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn time(text: &str) -> NaiveTime {
        text.parse().unwrap()
    }

    /// (what, begun, ended, local day it began, minutes)
    const NIGHTS: [(&str, &str, &str, &str, i64); 5] = [
        // 23:30 to 00:40 in winter: UTC says the same day, Warsaw does not.
        ("over midnight", "2026-03-04T22:30:00Z", "2026-03-04T23:40:00Z", "2026-03-04", 70),
        // 01:10 local; in UTC it is still the day before.
        ("after midnight", "2026-03-04T00:10:00Z", "2026-03-04T01:10:00Z", "2026-03-04", 60),
        ("begun on the day before in UTC", "2026-03-03T23:10:00Z", "2026-03-04T00:10:00Z", "2026-03-04", 60),
        // 01:30 to 03:30 on the clock; the hour from two to three does not exist.
        ("clocks go forward", "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z", "2026-03-29", 60),
        // 02:30 to 02:30 on the clock, an hour apart.
        ("clocks go back", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25", 60),
    ];

    #[test]
    fn the_day_it_began_and_its_minutes_hold_over_midnight_and_changed_clocks() {
        for (what, started, ended, day, minutes) in NIGHTS {
            let session = held(started, ended);
            assert_eq!(session.base_date().map(|day| day.to_string()).as_deref(), Some(day), "{what}");
            assert_eq!(session.minutes(), Some(minutes), "{what}");
        }
        let elsewhere = Session { zone: Tz::UTC, ..held(NIGHTS[2].1, NIGHTS[2].2) };
        assert_eq!(elsewhere.base_date().map(|day| day.to_string()).as_deref(), Some("2026-03-03"), "a control");
    }

    #[test]
    fn a_time_on_the_wall_is_found_on_the_session_s_own_day() {
        let named = |started: &str, wall: &str| held(started, started).moment_of(time(wall));
        let found = [
            ("the same evening", "2026-03-04T22:30:20Z", "23:45:00", "2026-03-04T22:45:00Z"),
            ("after midnight", "2026-03-04T22:30:20Z", "00:40:00", "2026-03-04T23:40:00Z"),
            ("the minute it began in", "2026-03-04T22:30:20Z", "23:30:00", "2026-03-04T22:30:20Z"),
            ("after the skipped hour", "2026-03-29T00:30:00Z", "03:10:00", "2026-03-29T01:10:00Z"),
            ("the first of two", "2026-10-25T00:10:00Z", "02:30:00", "2026-10-25T00:30:00Z"),
            ("the second of two, when the first is over", "2026-10-25T00:50:00Z", "02:30:00", "2026-10-25T01:30:00Z"),
        ];
        for (what, started, wall, moment) in found {
            assert_eq!(named(started, wall), Some(at(moment)), "{what}");
        }
        // Half past two does not exist in that night; the next one is a day away.
        assert_eq!(named("2026-03-29T00:30:00Z", "02:30:00"), Some(at("2026-03-30T00:30:00Z")));
    }

    #[test]
    fn a_session_changes_its_client_only_on_its_day() {
        let over_midnight = held("2026-03-04T22:30:00Z", "2026-03-04T23:40:00Z");
        for (now, may) in [
            ("2026-03-04T22:50:00Z", true),
            ("2026-03-05T22:59:00Z", true),
            ("2026-03-05T23:00:00Z", false),
            ("2026-03-03T22:00:00Z", false),
        ] {
            assert_eq!(over_midnight.may_change_client(at(now)), may, "at {now}");
        }
        let running = Session { status: SessionStatus::InProgress, ended_at: None, ..over_midnight.clone() };
        assert!(running.may_change_client(at("2026-03-06T12:00:00Z")), "while it runs it is not over");
        let planned = Session { status: SessionStatus::Planned, started_at: None, ended_at: None, ..over_midnight };
        assert!(!planned.may_change_client(at("2026-03-04T22:50:00Z")), "a plan is planned anew instead");
    }
}
