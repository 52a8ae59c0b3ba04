//! `cargo xtask faults`: what happens to the book when the machine fails.

use crate::shell::{self, Trouble};
use crate::system::Need;
use crate::{programs, setup};

/// Runs the trials, leaves `target/faults.json`; fails when a trial fails or its control does not. `--count N` tries
/// oftener than a hundred times, `--short` less often, `--seed N` repeats a run, `--only WORDS` makes the
/// trials with these words in their name. `--minutes N` reads hostile bytes for so many minutes of the processor a reader
/// (10 is the whole), `--window N` kills the real window so often (100 is the whole); stopped, both go on where they were.
pub fn start(arguments: &[String]) -> Result<(), Trouble> {
    setup::for_need(Need::Test)?;
    shell::say("Crashing, filling disks, flipping bits; each trial has a control that must fail");
    // The window that is killed is the one that ships.
    let kills_it = arguments.iter().any(|flag| flag == "--window");
    let named: &[&str] = if kills_it { &[programs::FAULTS, programs::APP] } else { &[programs::FAULTS] };
    programs::run_with_report(named, arguments, "target/faults.json")
}
