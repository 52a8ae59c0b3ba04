//! The project's own programs that commands start.

use crate::shell::{self, Trouble};
use std::fs;
use std::path::Path;

/// The app.
pub const APP: &str = "coachbook";
/// Writes the papers of the sample book.
pub const PAPERS: &str = "coachbook-papers";
/// Measures.
pub const BENCH: &str = "coachbook-bench";
/// The window without an app that a cold start is measured against.
pub const EMPTY_WINDOW: &str = "coachbook-empty-window";
/// Crashes, full disks, flipped bits.
pub const FAULTS: &str = "coachbook-faults";

/// Builds the named programs as the app is shipped, and runs the first, which must leave a report. It ends badly when
/// something it promises does not hold.
pub fn run_with_report(programs: &[&str], arguments: &[String], report: &str) -> Result<(), Trouble> {
    let [first, ..] = programs else { return Err(Trouble::new("no program was named")) };
    let report = shell::root().join(report);
    // An older report must not pass for this run's.
    if report.exists() {
        fs::remove_file(&report).map_err(|error| Trouble::new(format!("{}: {error}", report.display())))?;
    }
    let mut build = shell::command("cargo", &["build", "--release", "--features", "developer"]);
    build.args(programs.iter().flat_map(|program| ["--bin", program]));
    shell::run(&mut build)?;
    let line = ["run", "--quiet", "--release", "--features", "developer", "--bin", first, "--"];
    let ran = shell::run(shell::command("cargo", &line).args(arguments));
    println!("   {}", said_of(&report));
    if ran.is_ok() && !report.exists() {
        return Err(Trouble::new(format!("{first} left no report")));
    }
    ran
}

fn said_of(report: &Path) -> String {
    if report.exists() {
        format!("report: {}", report.display())
    } else {
        format!("no report was written to {}", report.display())
    }
}
