//! What two clocks say about a book that is left alone: a steady one that no one can set, and the one on the wall, which
//! counts sleep and may be set.

use std::time::{Duration, SystemTime};

use chrono::{DateTime, TimeDelta, Utc};
use coachbook_core::{locking::counted_idle, session::Session};

/// How often idle time is looked at.
pub(crate) const IDLE_CHECK: Duration = Duration::from_secs(5);

/// How much longer than it should a look at idle time takes when the machine slept in between.
const A_SLEEP: Duration = Duration::from_secs(60);

/// Whether a look took so much longer than it should that the machine must have slept. By the clock on the wall: the
/// other one stands still during sleep on some systems, and a clock set forward by a minute locks too, which harms nobody.
pub fn slept(before: SystemTime, now: SystemTime) -> bool {
    now.duration_since(before).is_ok_and(|passed| passed >= IDLE_CHECK + A_SLEEP)
}

/// How long a book was left alone that was touched `since`. A clock set back says nothing; the steady one still counts.
pub fn left_alone(steady: Duration, since: SystemTime, now: SystemTime) -> Duration {
    steady.max(now.duration_since(since).unwrap_or_default())
}

/// Whether a book left alone for so long is to be locked; `running` is the session that is being held.
pub fn is_too_long(alone: Duration, limit: Duration, running: Option<&Session>, now: DateTime<Utc>) -> bool {
    let alone = TimeDelta::from_std(alone).unwrap_or(TimeDelta::MAX);
    counted_idle(running, alone, now).to_std().is_ok_and(|counted| counted >= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_look_means_the_machine_slept() {
        let before = SystemTime::now();
        for (passed, asleep) in [(5, false), (20, false), (64, false), (65, true), (3_120, true)] {
            assert_eq!(slept(before, before + Duration::from_secs(passed)), asleep, "{passed} s");
        }
        assert!(!slept(before, before - Duration::from_secs(3_600)), "a clock set back says nothing");
    }

    #[test]
    fn a_clock_set_back_takes_nothing_from_idle_time() {
        let (since, minute) = (SystemTime::now(), Duration::from_secs(60));
        assert_eq!(left_alone(minute, since, since - 100 * minute), minute);
        assert_eq!(left_alone(minute, since, since + 100 * minute), 100 * minute, "sleep counts");
    }
}
