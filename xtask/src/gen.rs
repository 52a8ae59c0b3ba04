//! `cargo xtask gen`: the wire types of the window, written from the Rust types.
//!
//! They are always written into an empty folder first: so a type that was taken away leaves no file behind,
//! and the test can compare without touching what is committed.

use crate::packages::write_if_changed;
use crate::shell::{self, Trouble};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the committed types stand.
const COMMITTED: &str = "ui/types/wire";
/// Where they are written anew.
const FRESH: &str = "target/wire";

/// Brings the committed types up to date.
pub fn start(arguments: &[String]) -> Result<(), Trouble> {
    shell::no_arguments(arguments)?;
    shell::say("Writing the wire types");
    let fresh = generate()?;
    let folder = shell::root().join(COMMITTED);
    let mut changed = 0;
    for name in read(&folder)?.keys().filter(|name| !fresh.contains_key(*name)) {
        fs::remove_file(folder.join(name)).map_err(|error| Trouble::new(format!("{}: {error}", name.display())))?;
        changed += 1;
    }
    for (name, text) in &fresh {
        changed += write_if_changed(&folder.join(name), text)?;
    }
    println!("   {} types, {changed} files changed", fresh.len());
    Ok(())
}

/// Returns an error that names the stale files, if there are any.
pub fn check() -> Result<(), Trouble> {
    let fresh = generate()?;
    let committed = read(&shell::root().join(COMMITTED))?;
    let names = fresh.keys().chain(committed.keys());
    let mut stale: Vec<String> =
        names.filter(|name| fresh.get(*name) != committed.get(*name)).map(|name| name.display().to_string()).collect();
    stale.sort();
    stale.dedup();
    if stale.is_empty() {
        println!("   {} types, all current", fresh.len());
        return Ok(());
    }
    Err(Trouble::new(format!(
        "{COMMITTED} is not what the Rust types say; `cargo xtask gen` writes it: {}",
        stale.join(", ")
    )))
}

/// Lets ts-rs write every exported type, which it does in tests it adds to the app's library.
fn generate() -> Result<BTreeMap<PathBuf, Vec<u8>>, Trouble> {
    let fresh = shell::root().join(FRESH);
    if fresh.exists() {
        fs::remove_dir_all(&fresh).map_err(|error| Trouble::new(format!("{}: {error}", fresh.display())))?;
    }
    fs::create_dir_all(&fresh).map_err(|error| Trouble::new(format!("{}: {error}", fresh.display())))?;
    let line = ["test", "--quiet", "--package", "coachbook", "--lib", "export_bindings"];
    let mut command = shell::command("cargo", &line);
    // The library's own tests say how many ran; here that is noise.
    command.env("TS_RS_EXPORT_DIR", &fresh).stdout(std::process::Stdio::null());
    shell::run(&mut command)?;
    read(&fresh)
}

/// Reads every file below a folder; a missing folder holds none.
fn read(folder: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>, Trouble> {
    let mut files = BTreeMap::new();
    let mut waiting = vec![PathBuf::new()];
    while let Some(inside) = waiting.pop() {
        let Ok(entries) = fs::read_dir(folder.join(&inside)) else {
            continue;
        };
        for entry in entries.flatten() {
            let name = inside.join(entry.file_name());
            if entry.path().is_dir() {
                waiting.push(name);
            } else {
                let bytes =
                    fs::read(entry.path()).map_err(|error| Trouble::new(format!("{}: {error}", name.display())))?;
                files.insert(name, bytes);
            }
        }
    }
    Ok(files)
}
