//! Trial: the program is killed while it makes a safety copy. Every copy that has its name must be whole, none that was
//! acknowledged may be missing, and the next copy clears what was left.
//!
//! The control writes its copy under its name from the first byte on.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    thread::sleep,
    time::Duration,
};

use coachbook_vault::{RecoveryCode, Unlock, inspect_safety_copy, safety_copies_in};

use crate::{
    acknowledged::{keep, reopen, words},
    chance::Chance,
    drills::copy,
    plan::Plan,
    process::{Process, tell},
    trial::{CONTROLS_AT_MOST, Trial},
    workshop::{Answer, make_book, open_book},
};

const PLAIN: &str = "plain";
/// What the control writes at a time.
const PIECE: usize = 4096;

/// Makes the tries and the controls.
pub(crate) fn run(plan: &Plan, trial: &mut Trial<'_>) -> Answer<()> {
    let mut chance = Chance::new(plan.seed, 7);
    let folder = trial.folder("book");
    let code = begin(&folder)?;
    let mut made = 0;
    for run in 0..plan.count {
        let number = run.to_string();
        let acknowledged = kill(&folder, &[&number], &mut chance)?;
        made += acknowledged.len();
        trial.tried(check(&folder, &code, &acknowledged));
    }
    trial.figures(format!("{made} copies acknowledged"));
    let controls = trial.folder("control");
    trial.until_noticed(plan.controls(), CONTROLS_AT_MOST, |run| {
        let folder = controls.join(run.to_string());
        let code = begin(&folder)?;
        let acknowledged = kill(&folder, &["0", PLAIN], &mut chance)?;
        Ok(check(&folder, &code, &acknowledged))
    })
}

fn begin(folder: &Path) -> Answer<String> {
    let (mut vault, _) = make_book(folder)?;
    (0..60).try_for_each(|nth| keep(&mut vault, &words(0, nth)))?;
    fs::create_dir_all(stick(folder))?;
    Ok(vault.book().recovery_code().text().to_string())
}

fn stick(folder: &Path) -> PathBuf {
    folder.join("stick")
}

/// Returns the names of the copies the child acknowledged.
fn kill(folder: &Path, rest: &[&str], chance: &mut Chance) -> Answer<Vec<String>> {
    let copier = Process::start("copier", folder, rest)?;
    copier.expect("ready")?;
    sleep(Duration::from_millis(chance.between(5, 120)));
    Ok(copier.kill()?.1)
}

fn check(folder: &Path, code: &str, acknowledged: &[String]) -> Result<(), String> {
    let (vault, _) = reopen(folder)?;
    let code = RecoveryCode::parse(code).map_err(|error| error.to_string())?;
    let there = safety_copies_in(&stick(folder), vault.book().id()).map_err(|error| error.to_string())?;
    for path in &there {
        inspect_safety_copy(path, &Unlock::Code(&code))
            .map_err(|error| format!("{} has a name: {error}", name(path)))?;
    }
    // The newest cannot have been let go.
    if let Some(last) = acknowledged.last().filter(|last| !there.iter().any(|path| name(path) == **last)) {
        return Err(format!("{last} was acknowledged and is gone"));
    }
    copy(&vault, &stick(folder)).map_err(|error| format!("no copy can be made any more: {error}"))?;
    match unfinished(&stick(folder)) {
        0 => Ok(()),
        left => Err(format!("{left} unfinished files were left")),
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn unfinished(folder: &Path) -> usize {
    let inside = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    inside.map(|path| if path.is_dir() { unfinished(&path) } else { usize::from(name(&path).ends_with(".part")) }).sum()
}

/// The child: keeps a note and makes a copy, until it is killed.
pub(crate) fn copy_until_killed(folder: &Path, rest: &[String]) -> Answer<()> {
    let (run, plain): (u32, bool) = match rest {
        [run] => (run.parse()?, false),
        [run, how] if how == PLAIN => (run.parse()?, true),
        _ => return Err("the copier takes the number of its run".into()),
    };
    let mut vault = open_book(folder)?;
    tell("ready")?;
    for nth in 0_u32.. {
        keep(&mut vault, &words(run, nth))?;
        let made = copy(&vault, &stick(folder))?;
        if plain {
            return write_plainly(&made.path);
        }
        tell(&name(&made.path))?;
    }
    Ok(())
}

/// The control's child: writes a copy of a copy, without care, over and over.
fn write_plainly(whole: &Path) -> Answer<()> {
    let bytes = fs::read(whole)?;
    loop {
        let mut file = fs::File::create(whole.with_file_name("2026-03-04_safety-copy_999999.coachbook"))?;
        for piece in bytes.chunks(PIECE) {
            file.write_all(piece)?;
            file.sync_data()?;
        }
    }
}
