//! `cargo xtask bench`: speed, as ratios taken side by side in one run.

use crate::shell::{self, Trouble};
use crate::system::Need;
use crate::{programs, setup};

/// Builds as shipped, measures, leaves `target/bench.json`; fails when an aim is missed. `--only WORD` measures one
/// family of rows.
pub fn start(arguments: &[String]) -> Result<(), Trouble> {
    setup::for_need(Need::Test)?;
    shell::say("Measuring; other work on this machine disturbs the figures");
    let programs = [programs::BENCH, programs::APP, programs::EMPTY_WINDOW];
    programs::run_with_report(&programs, arguments, "target/bench.json")
}
