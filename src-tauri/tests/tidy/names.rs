//! Words that say nothing, and places that are nobody else's business.

use crate::source::{app_code, assert_clean, below, code, has_word};

const EMPTY: &[&str] = &["Manager", "Service", "Helper", "Utils", "Util", "Processor"];
const VAGUE: &[&str] = &["data", "info"];

/// Returns names made here that say nothing. Names of others (Tauri's `Manager`) are only used, not made.
fn empty_names(text: &str) -> Vec<String> {
    let kinds = ["struct ", "enum ", "trait ", "type ", "mod ", "fn ", "class ", "function "];
    let mut found = Vec::new();
    for (number, line) in code(text) {
        let line = line
            .trim_start()
            .trim_start_matches("pub(crate) ")
            .trim_start_matches("pub ")
            .trim_start_matches("export ");
        let line = line.trim_start_matches("async ");
        let made = kinds.iter().find_map(|kind| line.strip_prefix(kind)).map(first_name);
        let bound = ["let mut ", "let ", "const "].iter().find_map(|kind| line.strip_prefix(kind)).map(first_name);
        let says_nothing = made
            .is_some_and(|name| EMPTY.iter().any(|word| name.ends_with(word)) || name.starts_with("do_"))
            || made.or(bound).is_some_and(|name| VAGUE.contains(&name));
        if says_nothing {
            found.push(format!("{number}: {line}"));
        }
    }
    found
}

fn first_name(text: &str) -> &str {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or("")
}

#[test]
fn names_say_what_they_mean() {
    assert_clean("banned names", &app_code(), empty_names);
    assert_clean("banned names", &below("xtask", ".rs"), empty_names);
    assert_clean("banned names", &below("ui/src", ".js"), empty_names);

    for bad in ["pub struct NoteManager;", "fn do_save() {}", "let data = read();", "export class ClientService {"] {
        assert_eq!(empty_names(bad).len(), 1, "control: {bad}");
    }
    assert!(empty_names("use tauri::Manager;\nlet database = open();").is_empty(), "control");
}

/// Returns mentions of somebody's machine or of where packages are fetched from.
fn places(text: &str) -> Vec<String> {
    // Put together here, so that this file does not mention them either.
    let folders = [["/wo", "rk/"].concat(), ["/ro", "ot/"].concat(), ["/ho", "me/"].concat()];
    let hosts = [
        ["registry.", "npmjs.org"].concat(),
        ["static.", "crates.io"].concat(),
        ["index.", "crates.io"].concat(),
        ["files.", "pythonhosted.org"].concat(),
        ["deb.", "debian.org"].concat(),
    ];
    let is_absolute = |line: &str, folder: &str| {
        let before = |at: usize| line[..at].chars().next_back();
        line.match_indices(folder)
            .any(|(at, _)| !before(at).is_some_and(|letter| letter.is_alphanumeric() || "._-}".contains(letter)))
    };
    let lines = text.lines().enumerate();
    lines
        .filter(|(_, line)| {
            folders.iter().any(|folder| is_absolute(line, folder)) || hosts.iter().any(|host| has_word(line, host))
        })
        .map(|(number, line)| format!("{}: {}", number + 1, line.trim()))
        .collect()
}

#[test]
fn no_file_names_somebodys_machine() {
    let mut files = below("", "");
    files.retain(|file| !file.path.ends_with("Cargo.lock") && !file.path.ends_with("package-lock.json"));
    files.retain(|file| file.path != "src-tauri/notices.txt");
    assert!(files.len() > 50, "the project's files were not found");
    assert_clean("paths and hosts of one machine", &files, places);

    assert_eq!(places(&["cd /wo", "rk/main"].concat()).len(), 1, "control");
    assert_eq!(places(&["from https://registry.", "npmjs.org/x"].concat()).len(), 1, "control");
    assert!(places("the framework/work/x and net/work/").is_empty(), "control");
}

/// Returns promises no signature of this program keeps: what is drawn or typed here is a simple electronic signature.
fn digital_signatures(text: &str) -> Vec<String> {
    let promises = [["digitally", " sign"].concat(), ["digital", " signature"].concat()];
    let lines = text.lines().enumerate();
    lines
        .filter(|(_, line)| promises.iter().any(|promise| line.to_lowercase().contains(promise)))
        .map(|(number, line)| format!("{}: {}", number + 1, line.trim()))
        .collect()
}

#[test]
fn nothing_is_called_digitally_signed() {
    assert_clean("a promise of another kind of signature", &below("ui/src", ".js"), digital_signatures);
    assert_clean("a promise of another kind of signature", &below("src-tauri", ".rs"), digital_signatures);
    assert_clean("a promise of another kind of signature", &below("src-tauri/crates", ".txt"), digital_signatures);
    assert_eq!(digital_signatures(&["Digitally", " signed by Ana"].concat()).len(), 1, "control");
    assert!(digital_signatures("signed on screen, drawn; digits").is_empty(), "control");
}
