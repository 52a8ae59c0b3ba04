//! What each crate may know.

use crate::source::{Source, app_code, assert_clean, below, read, saying};

const CORE_MUST_NOT: &[&str] = &[
    "std::fs",
    "std::net",
    "std::process",
    "std::env",
    "std::io",
    "SystemTime",
    "Instant",
    "Utc::now",
    "Local::now",
    "serde",
    "serde_json",
    "rusqlite",
    "tauri",
];
const NETWORK: &[&str] = &["std::net", "TcpStream", "TcpListener", "UdpSocket", "reqwest", "ureq", "hyper"];
const SQL: &[&str] = &["SELECT", "INSERT", "UPDATE", "DELETE FROM", "PRAGMA", "CREATE TABLE"];

fn outside(folders: &[&str]) -> Vec<Source> {
    let is_outside = |source: &Source| !folders.iter().any(|folder| source.path.starts_with(folder));
    app_code().into_iter().filter(is_outside).collect()
}

#[test]
fn core_does_no_io_reads_no_clock_and_knows_no_json() {
    let check = |text: &str| saying(text, CORE_MUST_NOT);
    assert_clean("core has no I/O, clock, JSON or SQL", &below("src-tauri/crates/core/src", ".rs"), check);
    let manifest = read("src-tauri/crates/core/Cargo.toml");
    let depends = |text: &str| saying(text, &["serde", "serde_json", "rusqlite", "tauri"]);
    assert_clean("core depends on none of these", &[manifest], depends);

    assert_eq!(check("let now = chrono::Utc::now();").len(), 1, "control");
    assert_eq!(depends("serde = \"1\"").len(), 1, "control");
}

#[test]
fn only_the_vault_names_rusqlite_and_writes_sql() {
    let check = |text: &str| saying(text, &["rusqlite"]);
    assert_clean("only vault names rusqlite", &outside(&["src-tauri/crates/vault/"]), check);
    let sql = |text: &str| saying(text, SQL);
    assert_clean("SQL stands in the vault", &below("src-tauri/src", ".rs"), sql);

    assert_eq!(check("use rusqlite::Connection;").len(), 1, "control");
    assert_eq!(sql("let all = \"SELECT name FROM client\";").len(), 1, "control");
}

#[test]
fn databases_are_opened_through_one_door() {
    let check =
        |text: &str| saying(text, &["Connection::open", "Connection::open_in_memory", "Connection::open_with_flags"]);
    assert_clean("only engine.rs opens a database", &outside(&["src-tauri/crates/vault/src/engine.rs"]), check);

    assert_eq!(check("let sql = rusqlite::Connection::open_in_memory()?;").len(), 1, "control");
}

#[test]
fn documents_touch_no_file_and_one_module_names_printpdf() {
    let files = |text: &str| saying(text, &["std::fs", "File::open", "File::create", "coachbook_vault"]);
    let documents = below("src-tauri/crates/documents/src", ".rs");
    assert_clean("documents returns bytes and reads no vault", &documents, files);
    let check = |text: &str| saying(text, &["printpdf"]);
    assert_clean("only documents/src/pdf names printpdf", &outside(&["src-tauri/crates/documents/src/pdf"]), check);

    assert_eq!(files("std::fs::write(path, bytes)").len(), 1, "control");
    assert_eq!(check("use printpdf::Op;").len(), 1, "control");
}

#[test]
fn serde_stands_at_the_edges_and_types_for_the_window_in_one_place() {
    let check = |text: &str| saying(text, &["serde", "serde_json", "Serialize", "Deserialize"]);
    let edges = ["src-tauri/src/wire/", "src-tauri/src/error.rs", "src-tauri/crates/exchange/"];
    assert_clean("serde only in wire and exchange", &outside(&edges), check);
    let twins = |text: &str| saying(text, &["ts_rs", "derive(TS", "TS)]"]);
    assert_clean("only wire derives TS", &outside(&["src-tauri/src/wire/", "src-tauri/src/error.rs"]), twins);

    assert_eq!(check("#[derive(serde::Serialize)]").len(), 1, "control");
    assert_eq!(twins("#[derive(Debug, TS)]").len(), 1, "control");
}

#[test]
fn nothing_opens_a_network_socket() {
    assert_clean("no network", &app_code(), |text| saying(text, NETWORK));
    let plugins = |text: &str| saying(text, &["tauri-plugin-fs", "tauri-plugin-http", "tauri-plugin-shell"]);
    assert_clean("no such plugin", &[read("Cargo.toml")], plugins);

    assert_eq!(saying("TcpStream::connect(address)", NETWORK).len(), 1, "control");
    assert_eq!(plugins("tauri-plugin-http = \"2\"").len(), 1, "control");
}

#[test]
fn secrets_can_be_neither_printed_nor_sent() {
    let check = |text: &str| {
        let mut attributes = String::new();
        let mut found = Vec::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.starts_with("#[") {
                attributes.push_str(line);
            } else if !line.starts_with("//") {
                let is_secret = ["struct ", "enum "].iter().any(|kind| line.contains(kind))
                    && ["Secret", "Passphrase", "RecoveryCode"].iter().any(|word| line.contains(word));
                if is_secret && !saying(&attributes, &["Debug", "Serialize"]).is_empty() {
                    found.push(format!("{}: {line}", number + 1));
                }
                attributes.clear();
            }
        }
        found
    };
    // What could not be read as a secret is an error about one, and errors are printed.
    let check = |text: &str| check(text).into_iter().filter(|found| !found.contains("Error")).collect::<Vec<_>>();
    assert_clean("secrets derive neither Debug nor Serialize", &app_code(), check);

    assert_eq!(check("#[derive(Clone, Debug)]\n/// Words.\npub struct Passphrase(String);").len(), 1, "control");
    assert!(check("#[derive(Debug)]\nstruct Name;\n#[derive(Clone)]\nstruct RootSecret;").is_empty(), "control");
}

#[test]
fn every_crate_takes_the_shared_lints() {
    let check = |text: &str| {
        let takes = text.contains("[lints]\nworkspace = true");
        if takes { Vec::new() } else { vec!["0: no `[lints] workspace = true`".to_owned()] }
    };
    let mut manifests = below("src-tauri/crates", "Cargo.toml");
    manifests.push(read("Cargo.toml"));
    assert_clean("unsafe, unwrap and friends are refused by the shared lints", &manifests, check);

    assert_eq!(check("[package]\nname = \"loose\"\n").len(), 1, "control");
}
