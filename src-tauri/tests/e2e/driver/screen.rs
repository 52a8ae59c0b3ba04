//! A screen, a window manager and a message bus that nobody else sees.

use super::bus::Bus;
use super::home::Home;
use super::processes::Companion;
use std::process::Command;

/// Everything a desktop is to the app. Fields are dropped in order: the screen goes last.
pub(super) struct Screen {
    display: String,
    _manager: Companion,
    bus: Option<Bus>,
    _server: Companion,
}

impl Screen {
    /// Starts a screen on a display number that is free.
    pub(super) fn start(home: &Home) -> Self {
        let server = ["-displayfd", "1", "-screen", "0", "1680x1050x24", "-nolisten", "tcp", "-noreset"];
        let (server, number) = Companion::start_and_read(Command::new("Xvfb").args(server));
        let display = format!(":{number}");
        let bus = Bus::start(home);
        let mut manager = Command::new("openbox");
        let manager =
            Companion::start(manager.arg("--sm-disable").envs(home.bare_environment()).env("DISPLAY", &display));
        Self { display, _manager: manager, bus, _server: server }
    }

    /// Returns the variables that put a program on this screen.
    pub(super) fn environment(&self) -> [(&'static str, &str); 4] {
        [
            ("DISPLAY", &self.display),
            ("DBUS_SESSION_BUS_ADDRESS", self.bus_address()),
            // Whoever runs the test may close the lid: that is not the test's business.
            ("DBUS_SYSTEM_BUS_ADDRESS", self.bus_address()),
            ("GDK_BACKEND", "x11"),
        ]
    }

    /// Returns where the bus of this desktop is reached; nowhere where there is no program for it.
    pub(super) fn bus_address(&self) -> &str {
        self.bus.as_ref().map_or("disabled:", |bus| &bus.address)
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
}
