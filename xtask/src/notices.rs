//! The notices About shows: what the program is made of, by whom it may be used, and the licences that ask to be shown.
//!
//! Made from the lock files at every set-up, so that no list can grow old; `src-tauri/notices.txt` is not committed.

use crate::packages::write_if_changed;
use crate::shell::{self, Trouble};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Code in C that comes inside a crate, under a licence of its own.
const INSIDE_CRATES: &str = "\
SQLCipher, in libsqlite3-sys: BSD-3-Clause, Copyright (c) Zetetic LLC
SQLite, in libsqlite3-sys: public domain
OpenSSL, in openssl-src: Apache-2.0, Copyright (c) The OpenSSL Project Authors
";

/// Shipped npm packages and the file that holds each one's licence.
const SHIPPED: &[(&str, &str)] = &[
    ("lit-html", "LICENSE"),
    ("@tauri-apps/api", "LICENSE-MIT"),
    ("@expo-google-fonts/noto-sans", "LICENSE_FONT"),
    ("@expo-google-fonts/noto-naskh-arabic", "LICENSE_FONT"),
    ("@expo-google-fonts/noto-sans-hebrew", "LICENSE_FONT"),
    ("@expo-google-fonts/noto-emoji", "LICENSE_FONT"),
];

/// Writes the notices.
pub fn write() -> Result<(), Trouble> {
    shell::say("Writing the notices of what the program is made of");
    let crates = crates()?;
    let modules = shell::root().join("ui/node_modules");
    let mut text = format!("Coachbook is made with the work of many.\n\nRust crates ({})\n\n", crates.len());
    for line in &crates {
        text.push_str(line);
        text.push('\n');
    }
    text.push_str("\nInside crates\n\n");
    text.push_str(INSIDE_CRATES);
    for (name, licence) in SHIPPED {
        let folder = modules.join(name);
        text.push_str(&format!("\n\n{name} {}\n\n{}", version(&folder)?, read(&folder.join(licence))?.trim()));
    }
    text.push('\n');
    let written = write_if_changed(&shell::root().join("src-tauri/notices.txt"), text.as_bytes())?;
    println!("   {} crates, {} packages{}", crates.len(), SHIPPED.len(), if written == 0 { ", unchanged" } else { "" });
    Ok(())
}

/// Returns `name version: licence` of every crate that ends up in the program.
fn crates() -> Result<BTreeSet<String>, Trouble> {
    let line = ["tree", "--package", "coachbook", "--edges", "normal", "--prefix", "none", "--format", "{p}|{l}"];
    let tree = shell::answer("cargo", &line)
        .ok_or_else(|| Trouble::new(format!("`cargo {}` failed; it says why when typed", line.join(" "))))?;
    Ok(tree.lines().filter_map(notice).collect())
}

/// Reads a line such as `serde v1.0.0 (proc-macro)|MIT OR Apache-2.0 (*)`; crates of our own stand in folders, not in a registry.
fn notice(line: &str) -> Option<String> {
    let (package, licence) = line.split_once('|')?;
    let mut words = package.split(' ');
    let (name, version) = (words.next()?, words.next()?);
    let is_ours = words.any(|word| word.starts_with('(') && (word.contains('/') || word.contains('\\')));
    let licence = licence.trim_end_matches("(*)").trim();
    let licence = if licence.is_empty() { "see its source" } else { licence };
    (!is_ours).then(|| format!("{name} {}: {licence}", version.trim_start_matches('v')))
}

fn version(folder: &Path) -> Result<String, Trouble> {
    let text = read(&folder.join("package.json"))?;
    let version = text.split("\"version\"").nth(1).and_then(|rest| rest.split('"').nth(1));
    version.map(str::to_owned).ok_or_else(|| Trouble::new(format!("{} names no version", folder.display())))
}

fn read(path: &Path) -> Result<String, Trouble> {
    fs::read_to_string(path).map_err(|error| Trouble::new(format!("{}: {error}", path.display())))
}

#[cfg(test)]
mod tests {
    use super::notice;

    #[test]
    fn crates_of_others_are_named_once_and_ours_not_at_all() {
        assert_eq!(notice("serde v1.0.2|MIT OR Apache-2.0 (*)").as_deref(), Some("serde 1.0.2: MIT OR Apache-2.0"));
        assert_eq!(notice("thiserror-impl v2.0.1 (proc-macro)|MIT").as_deref(), Some("thiserror-impl 2.0.1: MIT"));
        assert_eq!(notice("coachbook-core v0.1.0 (/somewhere/core)|MIT"), None);
    }
}
