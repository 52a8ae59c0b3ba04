//! A message bus that nobody else speaks on.

use super::home::Home;
use super::processes::{Companion, is_installed};
use std::process::Command;

/// A bus, gone with the test.
pub(crate) struct Bus {
    /// Where it is reached.
    pub(crate) address: String,
    _daemon: Companion,
}

impl Bus {
    /// Starts a bus, which keeps the test from the desktop of whoever runs it; nothing where the program is missing.
    pub(crate) fn start(home: &Home) -> Option<Self> {
        if !is_installed("dbus-daemon") {
            return None;
        }
        let line = ["--session", "--nofork", "--nopidfile", "--print-address=1"];
        let mut daemon = Command::new("dbus-daemon");
        let (daemon, address) = Companion::start_and_read(daemon.args(line).envs(home.bare_environment()));
        Some(Self { address, _daemon: daemon })
    }
}
