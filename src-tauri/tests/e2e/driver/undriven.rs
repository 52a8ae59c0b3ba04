//! The app as a person has it, without the test driver: keys go through the screen, and nothing can be asked of the page.

use super::app::PATIENCE;
use super::home::Home;
use super::processes::{Companion, wait_until};
use super::screen::Screen;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// The app on a screen of its own. Let go, it is gone.
pub(crate) struct Undriven {
    app: Companion,
    screen: Screen,
}

impl Undriven {
    /// Starts a line of shell that ends in the app.
    pub(crate) fn start(home: &Home, line: &str) -> Self {
        let screen = Screen::start(home);
        let mut shell = Command::new("sh");
        shell.args(["-c", line]).envs(screen.environment()).envs(home.environment());
        shell.env("NO_AT_BRIDGE", "1").env("LANG", "C.UTF-8").env("MESA_SHADER_CACHE_DISABLE", "true");
        let app = Companion::start(shell.env_remove("WAYLAND_DISPLAY").env_remove("TAURI_WEBVIEW_AUTOMATION"));
        Self { app, screen }
    }

    /// Waits for the window, and until it has drawn its first page.
    #[track_caller]
    pub(crate) fn wait_window(&self) {
        let there = || !self.screen.xdotool(&["search", "--onlyvisible", "--name", "^Coachbook$"]).trim().is_empty();
        assert!(wait_until(PATIENCE, there), "no window appeared");
        std::thread::sleep(Duration::from_secs(3));
    }

    /// Types words into whatever has the focus.
    pub(crate) fn type_text(&self, words: &str) {
        self.screen.xdotool(&["type", "--delay", "30", words]);
    }

    /// Presses a key.
    pub(crate) fn key(&self, key: &str) {
        self.screen.xdotool(&["key", "--clearmodifiers", key]);
    }

    /// Waits until the app has a book open, or none; returns whether it came to that.
    pub(crate) fn wait_open(&self, data: &Path, open: bool) -> bool {
        wait_until(PATIENCE, || self.has_open(data) == open)
    }

    /// Whether any process of this app holds a database of these books.
    fn has_open(&self, data: &Path) -> bool {
        let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        processes.flat_map(|process| std::fs::read_dir(process.path().join("fd")).into_iter().flatten().flatten()).any(
            |held| {
                let file = std::fs::read_link(held.path()).unwrap_or_default();
                file.starts_with(data) && file.ends_with("book.db")
            },
        )
    }

    /// Returns the process id.
    pub(crate) fn pid(&self) -> u32 {
        self.app.id()
    }
}
