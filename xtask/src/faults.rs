//! `cargo xtask faults`: what happens to the book when the machine fails.

use crate::shell::{self, Trouble};
use crate::system::Need;
use crate::{programs, setup};

/// Runs the trials, leaves `target/faults.json`.
pub fn start(arguments: &[String]) -> Result<(), Trouble> {
    shell::no_arguments(arguments)?;
    setup::for_need(Need::Test)?;
    shell::say("Crashing, filling disks, flipping bits; each trial has a control that must fail");
    programs::run_with_report(programs::FAULTS, "target/faults.json")
}
