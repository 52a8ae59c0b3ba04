//! `cargo xtask run`: from a clean clone to the open window.

use crate::shell::{self, Trouble};
use crate::system::Need;
use crate::{programs, setup};

/// Sets up what building needs, builds, opens the app.
pub fn start(arguments: &[String]) -> Result<(), Trouble> {
    let profile: &[&str] = match arguments {
        [] => &[],
        [only] if only == "--release" => &["--release"],
        _ => return Err(Trouble::new("takes nothing but --release")),
    };
    setup::for_need(Need::Build)?;
    shell::say("Building and opening Coachbook (the first build takes some minutes; the window's files are built in)");
    let line = [&["run", "--bin", programs::APP], profile].concat();
    shell::run(&mut shell::command("cargo", &line))
}
