//! The fault trials, a short set: `cargo xtask faults` makes the whole.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by stopping"
)]

use std::{fs, path::Path, process::Command};

#[test]
fn nothing_acknowledged_is_lost_and_every_control_is_noticed() {
    let report = Path::new(env!("CARGO_TARGET_TMPDIR")).join("faults-short.json");
    let ran = Command::new(env!("CARGO_BIN_EXE_coachbook-faults"))
        .args(["--short", "--report"])
        .arg(&report)
        .output()
        .expect("the trials start");
    let said = [ran.stdout, ran.stderr].concat();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&said));
    let rows: serde_json::Value = serde_json::from_str(&fs::read_to_string(&report).unwrap()).unwrap();
    assert_eq!(rows["rows"].as_array().map(Vec::len), Some(17), "{rows}");
}
