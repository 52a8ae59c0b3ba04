//! Trial: the disk fails at one call, at every call in turn.
//!
//! The tracer lets the n-th write, sync or cut of the book's database or its log fail: once with an I/O error, or from
//! then on for a while with a full disk. A change that was refused must be refused in words; every note acknowledged
//! must be there afterwards, once; and saving must go on by itself when the calls succeed again. The control counts a
//! refused note as kept and does not keep it again.

use std::{
    env,
    path::Path,
    process::{Command, Stdio},
};

use coachbook_core::{Uid, note::NoteDraft};
use coachbook_vault::{RandomUids, UidSource, Vault, VaultError};

use crate::{
    acknowledged::{EDITOR, all_there, sound, words},
    disk::copy_all,
    plan::Plan,
    process::{Process, tell},
    recording::{Act, TRACER, can_trace, record},
    trial::Trial,
    workshop::{Answer, database, make_book, open_book},
};

/// Notes kept in one run: enough for every kind of call, few enough to try each.
const NOTES: u32 = 8;
/// How often a refused note is tried again before saving counts as stopped.
const PATIENCE: u32 = 40;
/// How many calls in a row find the disk full.
const FULL_FOR: usize = 6;
const IGNORES: &str = "ignores-refusals";

/// Makes the tries and the controls.
pub(crate) fn run(plan: &Plan, trial: &mut Trial<'_>) -> Answer<()> {
    if !can_trace() {
        trial.skip("programs cannot be traced here, or strace is missing");
        return Ok(());
    }
    let whole = trial.folder("whole");
    make_book(&whole)?.0.into_book().lock().1?;
    let book = trial.folder("book");
    copy_all(&whole, &book)?;
    let points = points(&record("persistent", &book, &[])?, &database(&book));
    // A short set tries every so many points, and other ones with each seed.
    let step = if plan.is_short() { 73 } else { 1 };
    let first = usize::try_from(plan.seed)? % step;
    let chosen: Vec<&Point> = points.iter().skip(first).step_by(step).collect();
    trial.figures(format!("{} of {} points", chosen.len(), points.len()));
    for point in &chosen {
        copy_all(&whole, &book)?;
        let held = fail_at(point, &book, false)?;
        trial.tried(held.map_err(|what| format!("{}: {what}", point.rule)));
    }
    for point in points.iter().step_by((points.len() / if plan.is_short() { 2 } else { 12 }).max(1)) {
        copy_all(&whole, &book)?;
        trial.control(fail_at(point, &book, true)?);
    }
    Ok(())
}

/// One call to let fail, as the tracer is told.
struct Point {
    rule: String,
}

/// Every call on the database and its log that can fail, once for each kind of failure.
fn points(acts: &[Act], database: &Path) -> Vec<Point> {
    let ours = |path: &Path| path.as_os_str().as_encoded_bytes().starts_with(database.as_os_str().as_encoded_bytes());
    let count = |call: fn(&Act) -> Option<&Path>| acts.iter().filter_map(call).filter(|path| ours(path)).count();
    let writes = count(|act| if let Act::Wrote { path, .. } = act { Some(path) } else { None });
    let syncs = count(|act| if let Act::Synced(path) = act { Some(path) } else { None });
    let cuts = count(|act| if let Act::Cut { path, .. } = act { Some(path) } else { None });
    let calls = [("pwrite64", writes), ("fsync", syncs), ("ftruncate", cuts)];
    let rules = calls.into_iter().flat_map(|(call, count)| {
        (1..=count).flat_map(move |nth| {
            let last = nth + FULL_FOR;
            [format!("{call}:error=EIO:when={nth}"), format!("{call}:error=ENOSPC:when={nth}..{last}")]
        })
    });
    rules.map(|rule| Point { rule }).collect()
}

fn fail_at(point: &Point, folder: &Path, ignores: bool) -> Answer<Result<(), String>> {
    let file = database(folder);
    let mut command = Command::new("strace");
    command.args(TRACER).args(["-o", "/dev/null", "-e", "trace=pwrite64,fsync,ftruncate", "-e"]);
    command.arg(format!("inject={}", point.rule)).arg("-P").arg(&file).arg("-P").arg(file.with_extension("db-wal"));
    command.arg(env::current_exe()?).args(["--child", "persistent"]).arg(folder).stderr(Stdio::null());
    command.args(ignores.then_some(IGNORES));
    let (well, lines) = Process::spawn(command)?.finish()?;
    if !well {
        return Ok(Err("the program ended badly".to_owned()));
    }
    Ok(check(folder, &lines))
}

fn check(folder: &Path, lines: &[String]) -> Result<(), String> {
    let named = |kind: &str| lines.iter().filter_map(|line| line.strip_prefix(kind)).collect::<Vec<_>>();
    if let Some(stopped) = named("stopped ").first() {
        return Err(format!("saving does not resume after {stopped}"));
    }
    let known = ["storage", "disk_full", "book_damaged", "read_only", "already_open", "out_of_memory"];
    if let Some(code) = named("refused ").into_iter().find(|code| !known.contains(code)) {
        return Err(format!("a refusal was called {code}"));
    }
    let mut vault = open_book(folder).map_err(|error| format!("the book does not open: {error}"))?;
    let kept: Vec<String> = named("note ").iter().filter_map(|nth| Some(words(0, nth.parse().ok()?))).collect();
    all_there(&mut vault, kept.iter())?;
    let opened = named("refused-to-open").is_empty();
    if opened && kept.len() < usize::try_from(NOTES).unwrap_or(0) {
        return Err(format!("only {} notes were kept", kept.len()));
    }
    sound(&vault, folder).map_err(|error| format!("the book is not sound: {error}"))
}

/// The child: keeps notes, each until it is kept, and locks. Says every refusal by its code.
pub(crate) fn keep_at_it(folder: &Path, rest: &[String]) -> Answer<()> {
    let ignores = rest.first().is_some_and(|how| how == IGNORES);
    let mut vault = match open_book(folder) {
        Ok(vault) => vault,
        Err(error) => {
            tell(&format!("refused {}", error.code()))?;
            return tell("refused-to-open");
        }
    };
    for nth in 0..NOTES {
        let uid: Uid = RandomUids.next();
        let mut tries = 0;
        while let Err(error) = keep_as(&mut vault, &uid, &words(0, nth)) {
            tell(&format!("refused {}", error.code()))?;
            tries += 1;
            if ignores {
                break;
            }
            if tries > PATIENCE {
                return tell(&format!("stopped {}", error.code()));
            }
        }
        tell(&format!("note {nth}"))?;
        if nth == NOTES / 2 {
            // Refused or not: what is in the log is safe there.
            let _ = vault.book().checkpoint();
        }
    }
    match vault.into_book().lock().1 {
        Ok(()) => Ok(()),
        Err(error) => tell(&format!("refused {}", error.code())),
    }
}

/// As *Enter* does, and *Try again*: the same line again, not another.
fn keep_as(vault: &mut Vault, uid: &Uid, text: &str) -> Result<(), VaultError> {
    let session = vault.sessions().in_progress()?.ok_or(VaultError::NotFound)?.id;
    vault.notes().keep(session, uid, &NoteDraft::plain(text, "R", None), Some(EDITOR), None)?;
    Ok(())
}
