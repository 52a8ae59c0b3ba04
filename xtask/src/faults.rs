//! `cargo xtask faults`: what happens to the book when the machine fails.

use crate::shell::{self, Trouble};
use crate::system::Need;
use crate::{programs, setup};

/// Runs the trials, leaves `target/faults.json`; fails when a trial fails or its control does not. `--count N` tries
/// oftener than a hundred times, `--short` less often, `--seed N` repeats a run, `--only WORDS` makes the
/// trials with these words in their name.
pub fn start(arguments: &[String]) -> Result<(), Trouble> {
    setup::for_need(Need::Test)?;
    shell::say("Crashing, filling disks, flipping bits; each trial has a control that must fail");
    programs::run_with_report(&[programs::FAULTS], arguments, "target/faults.json")
}
