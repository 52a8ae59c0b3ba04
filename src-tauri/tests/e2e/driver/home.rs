//! A home folder of the test's own, so that no run sees another's book.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// Light or dark, as the system says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Theme {
    Light,
    Dark,
}

impl Theme {
    /// The word used in file names.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A person's home folder. It outlives the app, so that the app can be started in it again.
pub(crate) struct Home {
    folder: PathBuf,
    theme: Theme,
    settings: Vec<(OsString, OsString)>,
    script: Option<PathBuf>,
}

impl Home {
    /// Makes an empty home with the light theme.
    pub(crate) fn new() -> Self {
        Self::with_theme(Theme::Light)
    }

    /// Makes an empty home with a theme.
    pub(crate) fn with_theme(theme: Theme) -> Self {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let name = format!("coachbook-e2e-{}-{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        let home = Self { folder, theme, settings: Vec::new(), script: None };
        for part in ["config", "data", "cache", "state", "run", "tmp", "Documents"] {
            fs::create_dir_all(home.path(part)).expect("a folder for the test's home");
        }
        home.close_run_folder();
        // Where a desktop offers to print to a file.
        let documents = format!("XDG_DOCUMENTS_DIR=\"{}\"\n", home.path("Documents").display());
        fs::write(home.path("config/user-dirs.dirs"), documents).expect("the name of a folder");
        home
    }

    /// Adds an environment variable for the app, such as the time zone.
    pub(crate) fn set(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.settings.push((name.into(), value.into()));
        self
    }

    /// Lets the app be started by a shell script that ends in `exec "$PROGRAM"`: for what must reach the app and not its
    /// driver.
    pub(crate) fn started_by(mut self, program: &Path, lines: &str) -> Self {
        use std::os::unix::fs::PermissionsExt;
        let script = self.path("start.sh");
        fs::write(&script, format!("#!/bin/sh\n{lines}\nexec '{}' \"$@\"\n", program.display())).expect("a script");
        fs::set_permissions(&script, fs::Permissions::from_mode(0o700)).expect("a script to be run");
        self.script = Some(script);
        self
    }

    /// Returns the script that starts the app, if there is one.
    pub(super) fn script(&self) -> Option<&Path> {
        self.script.as_deref()
    }

    /// Returns a path inside the home.
    pub(crate) fn path(&self, inside: &str) -> PathBuf {
        self.folder.join(inside)
    }

    /// Returns the folder where the app keeps its books.
    pub(crate) fn data(&self) -> PathBuf {
        self.path("data/org.coachbook.Coachbook")
    }

    /// Returns the folder where the app keeps its list of books and second keys.
    pub(crate) fn config(&self) -> PathBuf {
        self.path("config/org.coachbook.Coachbook")
    }

    /// Returns every file in the home, for looking through what was left on disk.
    pub(crate) fn files(&self) -> Vec<PathBuf> {
        let mut files = Vec::new();
        let mut waiting = vec![self.folder.clone()];
        while let Some(folder) = waiting.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                match entry.file_type() {
                    Ok(kind) if kind.is_dir() => waiting.push(entry.path()),
                    Ok(kind) if kind.is_file() => files.push(entry.path()),
                    _ => {}
                }
            }
        }
        files.sort();
        files
    }

    /// Returns the variables that make this the app's home, with what was set for the app alone.
    pub(super) fn environment(&self) -> Vec<(OsString, OsString)> {
        let mut all = self.bare_environment();
        all.extend(self.settings.iter().cloned());
        all
    }

    /// Returns the variables that make this the home of whatever runs beside the app.
    pub(super) fn bare_environment(&self) -> Vec<(OsString, OsString)> {
        let folders = [
            ("HOME", ""),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_RUNTIME_DIR", "run"),
            ("TMPDIR", "tmp"),
        ];
        let mut all: Vec<(OsString, OsString)> =
            folders.iter().map(|(name, inside)| ((*name).into(), self.path(inside).into_os_string())).collect();
        // A theme named here is what the web view reports; the key in gtk-3.0/settings.ini is overruled by the tool kit.
        let theme = if self.theme == Theme::Dark { "Adwaita:dark" } else { "Adwaita" };
        all.push(("GTK_THEME".into(), theme.into()));
        all
    }

    /// The message bus refuses a run-time folder that others may read.
    fn close_run_folder(&self) {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(self.path("run"), fs::Permissions::from_mode(0o700)).expect("own folder closed to others");
    }
}

impl AsRef<Path> for Home {
    fn as_ref(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let kept = std::env::var_os("E2E_KEEP_HOME").is_some();
        if !kept {
            // What cannot be removed is in a temporary folder, and must not hide why a test failed.
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}
