//! Programs that must not outlive the test.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A program that is killed when the test lets go of it.
pub(super) struct Companion(Child);

impl Companion {
    /// Starts a program from the system, or says how to install it. What it prints is not the test's output.
    pub(super) fn start(command: &mut Command) -> Self {
        Self::spawn(command.stdout(Stdio::null()))
    }

    fn spawn(command: &mut Command) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        require(&name);
        let child = command.stdin(Stdio::null()).stderr(Stdio::null()).spawn();
        Self(child.unwrap_or_else(|error| panic!("{name} could not be started: {error}")))
    }

    /// Starts a program and returns the first line it prints.
    pub(super) fn start_and_read(command: &mut Command) -> (Self, String) {
        let name = command.get_program().to_string_lossy().into_owned();
        let mut companion = Self::spawn(command.stdout(Stdio::piped()));
        let output = companion.0.stdout.take().expect("its output was asked for");
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line).unwrap_or_else(|error| panic!("{name} said nothing: {error}"));
        assert!(!line.trim().is_empty(), "{name} stopped at once");
        (companion, line.trim().to_owned())
    }

    /// Returns the process id.
    pub(super) fn id(&self) -> u32 {
        self.0.id()
    }
}

impl Drop for Companion {
    fn drop(&mut self) {
        // Either may fail because it has ended by itself, which is what is wanted.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Stops the test with words when a program is missing.
pub(super) fn require(name: &str) {
    let is_there = Path::new(name).is_absolute() || is_installed(name);
    assert!(is_there, "{name} is not installed. `cargo xtask setup` installs all that the tests of the window need.");
}

/// Returns whether a program is on the search path.
pub(super) fn is_installed(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
}

/// Returns the child of a process that runs the given program.
pub(super) fn child_running(parent: u32, program: &Path) -> Option<u32> {
    let processes = std::fs::read_dir("/proc").ok()?;
    let ids = processes.flatten().filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    ids.into_iter().find(|id| parent_of(*id) == Some(parent) && program_of(*id).as_deref() == Some(program))
}

/// Returns the running children of a process with this name, as the system cuts it.
pub(super) fn children_named(parent: u32, name: &str) -> Vec<u32> {
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = processes.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let is_meant = |id: &u32| {
        let called = std::fs::read_to_string(format!("/proc/{id}/comm")).unwrap_or_default();
        parent_of(*id) == Some(parent) && called.trim().starts_with(name) && is_running(*id)
    };
    ids.filter(is_meant).collect()
}

/// Returns whether a process is there and has not ended.
pub(super) fn is_running(id: u32) -> bool {
    std::fs::read_to_string(format!("/proc/{id}/stat")).is_ok_and(|line| !after_name(&line).starts_with('Z'))
}

/// Ends a process at once, as a crash would.
pub(super) fn kill(id: u32) {
    let _ = Command::new("sh").args(["-c", &format!("kill -9 {id}")]).stderr(Stdio::null()).status();
}

/// Asks again and again until the answer is yes; returns whether it came in time.
pub(super) fn wait_until(patience: Duration, mut question: impl FnMut() -> bool) -> bool {
    let started = Instant::now();
    loop {
        if question() {
            return true;
        }
        if started.elapsed() > patience {
            return false;
        }
        std::thread::sleep(Duration::from_millis(25));
    }
}

fn parent_of(id: u32) -> Option<u32> {
    let line = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    after_name(&line).split(' ').nth(1)?.parse().ok()
}

/// The name stands in brackets and may itself hold blanks and brackets.
fn after_name(line: &str) -> &str {
    line.rsplit_once(") ").map_or("", |(_, rest)| rest)
}

fn program_of(id: u32) -> Option<PathBuf> {
    std::fs::read_link(format!("/proc/{id}/exe")).ok()
}
