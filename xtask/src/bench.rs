//! `cargo xtask bench`: speed, as ratios taken side by side in one run.

use crate::shell::{self, Trouble};
use crate::system::Need;
use crate::{programs, setup};

/// Builds as shipped, measures, leaves `target/bench.json`.
pub fn start(arguments: &[String]) -> Result<(), Trouble> {
    shell::no_arguments(arguments)?;
    setup::for_need(Need::Test)?;
    shell::say("Measuring; other work on this machine disturbs the figures");
    programs::run_with_report(programs::BENCH, "target/bench.json")
}
