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
/// Crashes, full disks, flipped bits.
pub const FAULTS: &str = "coachbook-faults";

/// Builds the app as it is shipped and runs a program that tries it, which must leave a report.
pub fn run_with_report(program: &str, report: &str) -> Result<(), Trouble> {
    let report = shell::root().join(report);
    // An older report must not pass for this run's.
    if report.exists() {
        fs::remove_file(&report).map_err(|error| Trouble::new(format!("{}: {error}", report.display())))?;
    }
    shell::run(&mut shell::command(
        "cargo",
        &["build", "--release", "--features", "developer", "--bin", APP, "--bin", program],
    ))?;
    let ran = shell::run(&mut shell::command(
        "cargo",
        &["run", "--quiet", "--release", "--features", "developer", "--bin", program],
    ));
    println!("   {}", said_of(&report));
    ran
}

fn said_of(report: &Path) -> String {
    if report.exists() {
        format!("report: {}", report.display())
    } else {
        format!("no report was written to {}", report.display())
    }
}
