//! A clock on the wall that the test sets. The steady clock goes on, as it does while a machine sleeps.

use super::app::PROGRAM;
use super::home::Home;
use chrono::{DateTime, TimeDelta, Utc};
use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::SystemTime;

/// Where systems keep the library that stands between a program and the clock.
const FOLDERS: [&str; 4] = [
    "/usr/lib/x86_64-linux-gnu/faketime",
    "/usr/lib/aarch64-linux-gnu/faketime",
    "/usr/lib64/faketime",
    "/usr/lib/faketime",
];
const LIBRARY: &str = "libfaketimeMT.so.1";

/// A clock that shows what it was set to, and goes on from there.
pub(crate) struct WallClock {
    /// Read by the library at every look: how far the shown time is from the real one.
    file: PathBuf,
    library: PathBuf,
    shows: Cell<DateTime<Utc>>,
}

impl WallClock {
    /// Returns a clock that shows `text`, such as `2026-10-24T21:20:00Z`.
    #[track_caller]
    pub(crate) fn showing(text: &str) -> Self {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let library = FOLDERS.iter().map(|folder| Path::new(folder).join(LIBRARY)).find(|path| path.is_file());
        let library = library.expect("libfaketime is not installed. `cargo xtask setup` installs it.");
        let name = format!("coachbook-clock-{}-{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
        let shows = text.parse().expect("a moment like 2026-10-24T21:20:00Z");
        let clock = Self { file: std::env::temp_dir().join(name), library, shows: Cell::new(shows) };
        clock.set();
        clock
    }

    /// Makes this the clock of the app in a home. The driver keeps its own: it would lose its way in the other.
    pub(crate) fn home(&self, home: Home) -> Home {
        let lines = format!(
            "export LD_PRELOAD='{}' FAKETIME_TIMESTAMP_FILE='{}' FAKETIME_CACHE_DURATION=1 DONT_FAKE_MONOTONIC=1",
            self.library.display(),
            self.file.display()
        );
        home.started_by(Path::new(PROGRAM), &lines)
    }

    /// Sets the clock to so many minutes after what it was last set to.
    pub(crate) fn pass(&self, minutes: i64) {
        self.shows.set(self.shows.get() + TimeDelta::minutes(minutes));
        self.set();
    }

    fn set(&self) {
        let apart = self.shows.get() - DateTime::<Utc>::from(SystemTime::now());
        // Renamed into place: a half-written file would be a clock that jumps.
        let fresh = self.file.with_extension("new");
        std::fs::write(&fresh, format!("{:+}\n", apart.num_seconds())).expect("the clock is set");
        std::fs::rename(fresh, &self.file).expect("the clock is set");
    }
}

impl Drop for WallClock {
    fn drop(&mut self) {
        // It lies in a temporary folder, and must not hide why a test failed.
        let _ = std::fs::remove_file(&self.file);
    }
}
