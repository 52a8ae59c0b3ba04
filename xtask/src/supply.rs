//! Where the libraries come from, under which licences, and which must not be there: cargo-deny with `.deny.toml`.

use crate::shell::{self, Trouble, say};
use std::fs;
use std::path::{Path, PathBuf};

/// The one version whose answers were looked at.
const VERSION: &str = "0.18.9";

/// Checks bans, licences and sources. Advisories are checked in the GitHub workflow: their database is fetched anew each
/// time, and what passed yesterday need not pass today.
pub fn check() -> Result<(), Trouble> {
    say("Libraries: licences, bans, sources (skipped here: advisories, which the GitHub workflow checks)");
    let program = program()?;
    let line = ["--locked", "--workspace", "check", "--config", ".deny.toml", "bans", "licenses", "sources"];
    shell::run(&mut shell::command(&program.to_string_lossy(), &line))?;
    if refuses_what_is_banned(&program)? {
        return Ok(());
    }
    Err(Trouble::new("control: a ban on a library that is there was not noticed"))
}

/// The control: the same list with a ban on what the book is written with.
fn refuses_what_is_banned(program: &Path) -> Result<bool, Trouble> {
    let file = program.with_file_name("control.toml");
    let written = fs::write(&file, "[bans]\ndeny = [{ crate = \"rusqlite\" }]\n");
    written.map_err(|error| Trouble::new(format!("{}: {error}", file.display())))?;
    let line = ["--locked", "--workspace", "check", "--config", &file.to_string_lossy(), "bans"];
    Ok(!shell::succeeds(&program.to_string_lossy(), &line))
}

/// Returns the program, built once into `target/tools` from its own lock file.
fn program() -> Result<PathBuf, Trouble> {
    let home = shell::root().join("target/tools").join(format!("cargo-deny-{VERSION}"));
    let program = home.join("bin").join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX));
    if program.is_file() {
        return Ok(program);
    }
    println!("   cargo-deny {VERSION} is built once, which takes two or three minutes");
    // Not optimised: it runs for a second, and building it is what takes time.
    let line = ["install", "--quiet", "cargo-deny", "--version", VERSION, "--locked", "--debug", "--root"];
    let mut install = shell::command("cargo", &line);
    shell::run(install.arg(&home).env("CARGO_PROFILE_DEV_DEBUG", "0"))?;
    Ok(program)
}
