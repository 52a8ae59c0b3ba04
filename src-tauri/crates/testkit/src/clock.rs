//! Time and ids that do what a test says.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, Duration, Utc};
use coachbook_core::Uid;
use coachbook_vault::{Clock, UidSource};

/// Returns the moment written as `2026-03-04T09:00:00Z`.
#[must_use]
pub fn at(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).expect("a moment like 2026-03-04T09:00:00Z").to_utc()
}

/// A clock that stands still until it is moved. Its clones show the same time.
#[derive(Debug, Clone)]
pub struct TestClock(Arc<Mutex<DateTime<Utc>>>);

impl TestClock {
    /// Returns a clock that shows `text`.
    #[must_use]
    pub fn showing(text: &str) -> Self {
        Self(Arc::new(Mutex::new(at(text))))
    }

    /// Sets the clock.
    pub fn set(&self, text: &str) {
        *self.0.lock().expect("no test panicked") = at(text);
    }

    /// Moves the clock on.
    pub fn pass(&self, minutes: i64) {
        *self.0.lock().expect("no test panicked") += Duration::minutes(minutes);
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().expect("no test panicked")
    }
}

/// Ids that count up, in the form of a UUID. `nth` starts a run, so that a book opened again does not repeat itself.
#[derive(Debug, Clone)]
pub struct CountedUids(u64, u64);

impl CountedUids {
    /// Returns the `nth` run of ids.
    #[must_use]
    pub const fn run(nth: u64) -> Self {
        Self(nth, 0)
    }
}

impl UidSource for CountedUids {
    fn next(&mut self) -> Uid {
        self.1 += 1;
        Uid(format!("{:08x}-0000-4000-8000-{:012x}", self.0, self.1))
    }
}
