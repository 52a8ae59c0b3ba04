//! A screen, a window manager and a message bus that nobody else sees.

use super::home::Home;
use super::processes::{Companion, is_installed};
use std::process::Command;

/// Everything a desktop is to the app. Fields are dropped in order: the screen goes last.
pub(super) struct Screen {
    display: String,
    bus_address: String,
    _manager: Companion,
    _bus: Option<Companion>,
    _server: Companion,
}

impl Screen {
    /// Starts a screen on a display number that is free.
    pub(super) fn start(home: &Home) -> Self {
        let server = ["-displayfd", "1", "-screen", "0", "1680x1050x24", "-nolisten", "tcp", "-noreset"];
        let (server, number) = Companion::start_and_read(Command::new("Xvfb").args(server));
        let display = format!(":{number}");
        let (bus, bus_address) = Self::start_bus(home);
        let mut manager = Command::new("openbox");
        let manager = Companion::start(manager.arg("--sm-disable").envs(home.environment()).env("DISPLAY", &display));
        Self { display, bus_address, _manager: manager, _bus: bus, _server: server }
    }

    /// Returns the variables that put a program on this screen.
    pub(super) fn environment(&self) -> [(&'static str, &str); 3] {
        [("DISPLAY", &self.display), ("DBUS_SESSION_BUS_ADDRESS", &self.bus_address), ("GDK_BACKEND", "x11")]
    }

    /// Runs xdotool on this screen and returns what it printed.
    pub(super) fn xdotool(&self, arguments: &[&str]) -> String {
        super::processes::require("xdotool");
        let output = Command::new("xdotool").args(arguments).env("DISPLAY", &self.display).output();
        String::from_utf8_lossy(&output.expect("xdotool runs").stdout).into_owned()
    }

    /// Returns what a window manager says about the state of a window.
    pub(super) fn xprop(&self, window: &str) -> String {
        let asked = ["-id", window, "_NET_WM_STATE"];
        let output = Command::new("xprop").args(asked).env("DISPLAY", &self.display).output();
        String::from_utf8_lossy(&output.expect("xprop runs").stdout).into_owned()
    }

    /// A bus of its own keeps the test from the desktop of whoever runs it; without the program there is none at all.
    fn start_bus(home: &Home) -> (Option<Companion>, String) {
        if !is_installed("dbus-daemon") {
            return (None, "disabled:".to_owned());
        }
        let line = ["--session", "--nofork", "--nopidfile", "--print-address=1"];
        let (bus, address) = Companion::start_and_read(Command::new("dbus-daemon").args(line).envs(home.environment()));
        (Some(bus), address)
    }
}
