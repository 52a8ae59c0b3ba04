//! Trial: the disk fills up while notes are kept.
//!
//! A small disk in memory is mounted where only the child sees it, and filled but for a little. Notes are kept until
//! one is refused: the refusal must say that the disk is full, every note acknowledged before must still be there,
//! and the first note after space was freed must be kept; so after a crash, too. The control counts refused notes as
//! kept. Linux only, and only where mounting is allowed.

use std::{
    env,
    fs::{self, File, OpenOptions},
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use coachbook_vault::{Vault, VaultError};

use crate::{
    acknowledged::{all_there, keep, reopen, sound, words},
    plan::Plan,
    process::{Process, tell},
    trial::Trial,
    workshop::{Answer, make_book},
};

/// Kilobytes left free, from less than one commit takes to several.
const ROOM: [u64; 8] = [0, 8, 16, 64, 160, 240, 512, 1_500];
const IGNORES: &str = "ignores-refusals";

/// Makes the tries and the controls.
pub(crate) fn run(plan: &Plan, trial: &mut Trial<'_>) -> Answer<()> {
    let Some(around) = private_mounts() else {
        trial.skip("mounting a small disk is not allowed here");
        return Ok(());
    };
    // A short set takes every third size.
    let (rounds, step) = if plan.is_short() { (1, 3) } else { (4, 1) };
    let rooms = || ROOM.into_iter().step_by(step);
    for (nth, room) in (0..rounds).flat_map(|_| rooms()).enumerate() {
        let held = in_child(around, &trial.folder(&nth.to_string()), &[&room.to_string()])?;
        trial.tried(held);
    }
    for room in rooms().step_by(2) {
        let held = in_child(around, &trial.folder(&format!("control-{room}")), &[&room.to_string(), IGNORES])?;
        trial.control(held);
    }
    Ok(())
}

/// Returns the words that start a program with mounts of its own, if that is allowed.
fn private_mounts() -> Option<&'static [&'static str]> {
    const WAYS: [&[&str]; 2] = [&["unshare", "--mount"], &["unshare", "--user", "--map-root-user", "--mount"]];
    WAYS.into_iter().find(|way| {
        let (program, rest) = way.split_first().unwrap_or((&"", &[]));
        let mut command = Command::new(program);
        command.args(rest).args(["mount", "-t", "tmpfs", "tmpfs"]).arg(env::temp_dir());
        command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    })
}

fn in_child(around: &[&str], folder: &Path, rest: &[&str]) -> Answer<Result<(), String>> {
    fs::create_dir_all(folder)?;
    let (program, before) = around.split_first().ok_or("no way to mount")?;
    let mut command = Command::new(program);
    command.args(before).arg(env::current_exe()?).args(["--child", "full-disk"]).arg(folder).args(rest);
    let (well, lines) = Process::spawn(command)?.finish()?;
    match lines.last().map(String::as_str) {
        Some("held") if well => Ok(Ok(())),
        Some(line) => Ok(Err(line.to_owned())),
        None => Err("the child with the full disk said nothing".into()),
    }
}

/// The child: mounts a disk of 8 MB, fills it, and says how the book did.
pub(crate) fn fill(folder: &Path, rest: &[String]) -> Answer<()> {
    let (room, ignores) = match rest {
        [room] => (room.parse::<u64>()?, false),
        [room, how] if how == IGNORES => (room.parse::<u64>()?, true),
        _ => return Err("the full disk takes the room to leave".into()),
    };
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=8m", "tmpfs"]).arg(folder).status()?;
    if !mounted.success() {
        return Err("the small disk could not be mounted".into());
    }
    match keep_until_full(folder, room * 1024, ignores)? {
        Ok(()) => tell("held"),
        Err(what) => tell(&what),
    }
}

fn keep_until_full(folder: &Path, room: u64, ignores: bool) -> Answer<Result<(), String>> {
    let (mut vault, _) = make_book(folder)?;
    let ballast = folder.join("ballast");
    leave(&ballast, room)?;
    let mut acknowledged = Vec::new();
    let mut refused = None;
    for nth in 0..4_000 {
        let text = words(0, nth);
        match keep(&mut vault, &text) {
            Ok(()) => acknowledged.push(text),
            Err(error) => {
                refused = Some(error);
                acknowledged.extend(ignores.then_some(text));
                break;
            }
        }
    }
    Ok(check(vault, folder, refused, acknowledged, || fs::remove_file(&ballast)))
}

fn check(
    mut vault: Vault,
    folder: &Path,
    refused: Option<VaultError>,
    mut acknowledged: Vec<String>,
    free: impl FnOnce() -> std::io::Result<()>,
) -> Result<(), String> {
    let refused = refused.ok_or("the disk was never full")?;
    if refused != VaultError::DiskFull || !refused.message().contains("full") || refused.hint().is_empty() {
        return Err(format!("called {} instead of full", refused.code()));
    }
    all_there(&mut vault, acknowledged.iter()).map_err(|what| format!("while full, {what}"))?;
    free().map_err(|error| error.to_string())?;
    let after = "kept after space was freed".to_owned();
    keep(&mut vault, &after).map_err(|error| format!("saving does not resume: {error}"))?;
    acknowledged.push(after);
    drop(vault);
    let (mut vault, _) = reopen(folder)?;
    all_there(&mut vault, acknowledged.iter())?;
    sound(&vault, folder).map_err(|error| format!("the book is not sound: {error}"))
}

/// Fills the disk but for `room` bytes.
fn leave(ballast: &Path, room: u64) -> Answer<()> {
    let mut file = File::create(ballast)?;
    let block = [0x55; 4096];
    let mut written = 0_u64;
    while file.write_all(&block).is_ok() {
        written += block.len() as u64;
    }
    drop(file);
    Ok(OpenOptions::new().write(true).open(ballast)?.set_len(written.saturating_sub(room))?)
}
