//! Trial: the power goes while notes are kept, the book is tidied and locked.
//!
//! A writer is traced once; the power is then cut at any of the things it did, and the book is opened from what such a
//! disk may hold (`disk`). Every note acknowledged by then must be there, nothing but notes that were being kept may
//! be, and the book must be sound. In the control the disk lies: it answers a sync and does nothing.

use std::path::Path;

use crate::{
    acknowledged::{EDITOR, keep, sound, texts, words},
    chance::Chance,
    disk::{Disk, clear},
    plan::Plan,
    process::tell,
    recording::{Act, can_trace, record},
    trial::Trial,
    workshop::{Answer, make_book, open_book},
};

/// Notes one writer keeps.
const NOTES: u32 = 60;
/// The log is emptied into the book after so many, as it is when the coach is quiet.
const QUIET_EVERY: u32 = 20;

/// Makes the tries and the controls.
pub(crate) fn run(plan: &Plan, trial: &mut Trial<'_>) -> Answer<()> {
    if !can_trace() {
        trial.skip("programs cannot be traced here, or strace is missing");
        return Ok(());
    }
    let mut chance = Chance::new(plan.seed, 6);
    let folder = trial.folder("book");
    make_book(&folder)?.0.into_book().lock().1?;
    let start = Disk::holding(&folder)?;
    let acts = record("scribe", &folder, &[])?;
    let syncs = acts.iter().filter(|act| matches!(act, Act::Synced(_))).count();
    trial.figures(format!("cut anywhere in {} acts of the program, {syncs} of them syncs", acts.len()));
    let cut = trial.folder("cut");
    for held in cut_and_open(&start, &acts, plan.times(2_000, 12), &mut chance, &cut)? {
        trial.tried(held);
    }
    let lying: Vec<Act> = acts.into_iter().filter(|act| !matches!(act, Act::Synced(_))).collect();
    for held in cut_and_open(&start, &lying, plan.times(40, 12), &mut chance, &cut)? {
        trial.control(held);
    }
    Ok(())
}

/// Cuts the power at `count` moments, in their order, and says how each book was found.
fn cut_and_open(
    start: &Disk,
    acts: &[Act],
    count: u32,
    chance: &mut Chance,
    cut: &Path,
) -> Answer<Vec<Result<(), String>>> {
    let mut moments: Vec<u64> = (0..count).map(|_| chance.between(0, acts.len() as u64 + 1)).collect();
    moments.sort_unstable();
    let (mut disk, mut done, mut acknowledged) = (start.clone(), 0, 0);
    let mut found = Vec::new();
    for moment in moments {
        let moment = usize::try_from(moment)?;
        for act in acts.iter().take(moment).skip(done) {
            disk.take(act);
            acknowledged += u32::from(matches!(act, Act::Said(line) if line.starts_with("note ")));
        }
        done = moment;
        clear(cut)?;
        disk.cut_power(chance, cut)?;
        found.push(check(cut, acknowledged).map_err(|what| format!("cut after act {moment}: {what}")));
    }
    Ok(found)
}

/// The book holds what was acknowledged, in its order, and at most the one note that was being kept.
fn check(folder: &Path, acknowledged: u32) -> Result<(), String> {
    let mut vault = open_book(folder).map_err(|error| format!("the book does not open: {error}"))?;
    let found = texts(&mut vault).map_err(|error| format!("its notes are not read: {error}"))?;
    let right = found.iter().zip(0_u32..).all(|(text, nth)| *text == words(0, nth));
    let count = u32::try_from(found.len()).unwrap_or(u32::MAX);
    if !right || count < acknowledged || count > acknowledged + 1 {
        return Err(format!("{acknowledged} notes were acknowledged, {count} are there, in order: {right}"));
    }
    sound(&vault, folder).map_err(|error| format!("the book is not sound: {error}"))
}

/// The child: keeps notes, empties the log now and then, and locks.
pub(crate) fn write_and_lock(folder: &Path) -> Answer<()> {
    let mut vault = open_book(folder)?;
    let session = vault.sessions().in_progress()?.ok_or("no session is in progress")?.id;
    for nth in 0..NOTES {
        let text = words(0, nth);
        vault.drafts().save(session, EDITOR, &text)?;
        keep(&mut vault, &text)?;
        tell(&format!("note {nth}"))?;
        if (nth + 1) % QUIET_EVERY == 0 {
            vault.book().checkpoint()?;
        }
    }
    Ok(vault.into_book().lock().1?)
}
