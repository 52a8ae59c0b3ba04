//! `cargo xtask setup`: what the machine is missing.

use crate::shell::{self, Trouble};
use crate::system::{self, Need};
use crate::{notices, packages};

/// Installs everything, the tests' needs included.
pub fn start(arguments: &[String]) -> Result<(), Trouble> {
    shell::no_arguments(arguments)?;
    for_need(Need::Test)?;
    println!("\nReady: `cargo xtask run` opens the app, `cargo xtask test` checks it.");
    Ok(())
}

/// Installs what `need` asks for, and writes the files the build embeds.
pub fn for_need(need: Need) -> Result<(), Trouble> {
    system::install_missing(need)?;
    packages::set_up()?;
    notices::write()
}
