//! Trial: the log beside the book is damaged, by one flipped bit or by being cut short.
//!
//! What was emptied into the book must all be there, in its order; of the log the notes up to some point, and no other
//! words. Afterwards a quiet moment must leave an empty log and a sound book. In the control nothing may be missing.

use std::{fs, path::Path};

use crate::{
    acknowledged::{keep, sound, texts, words},
    chance::Chance,
    disk::{copy_all, files_below},
    plan::Plan,
    trial::Trial,
    workshop::{Answer, database, make_book, open_book},
};

/// Notes that are in the book itself.
const SAFE: u32 = 30;
/// Notes that are in the log alone.
const IN_LOG: u32 = 4;

/// Makes the tries and the controls.
pub(crate) fn run(plan: &Plan, trial: &mut Trial<'_>) -> Answer<()> {
    let mut chance = Chance::new(plan.seed, 7);
    let (whole, book) = (trial.folder("whole"), trial.folder("book"));
    fill(&trial.folder("writing"), &whole)?;
    let log = database(&book).with_extension("db-wal");
    let (mut lost, mut refused) = (0_u32, 0_u32);
    for nth in 0..plan.times(500, 8) {
        copy_all(&whole, &book)?;
        let what = damage(&log, nth, &mut chance)?;
        let found = look(&book, &log);
        match &found {
            Ok(Some(there)) => lost += SAFE + IN_LOG - there,
            Ok(None) => refused += 1,
            Err(_) => {}
        }
        trial.tried(found.map(|_| ()).map_err(|why| format!("{what}: {why}")));
    }
    trial.figures(format!("{lost} notes of the log gone in all, {refused} times called damaged"));
    for nth in 0..plan.controls() {
        copy_all(&whole, &book)?;
        damage(&log, nth, &mut chance)?;
        let all = look(&book, &log).ok().flatten() == Some(SAFE + IN_LOG);
        trial.control(if all { Ok(()) } else { Err("something is missing".to_owned()) });
    }
    Ok(())
}

/// Makes a book whose last notes are in its log, as after a crash.
fn fill(writing: &Path, whole: &Path) -> Answer<()> {
    let (mut vault, _) = make_book(writing)?;
    for nth in 0..SAFE {
        keep(&mut vault, &words(0, nth))?;
    }
    vault.book().checkpoint()?;
    for nth in SAFE..SAFE + IN_LOG {
        keep(&mut vault, &words(0, nth))?;
    }
    // Copied while it is open: closing would empty the log.
    copy_all(writing, whole)?;
    if !files_below(whole)?.iter().any(|file| file.extension().is_some_and(|kind| kind == "db-wal")) {
        return Err("the log is not where it is looked for".into());
    }
    Ok(())
}

fn damage(log: &Path, nth: u32, chance: &mut Chance) -> Answer<String> {
    let mut bytes = fs::read(log)?;
    let what = if nth.is_multiple_of(4) {
        let length = chance.between(0, bytes.len() as u64);
        bytes.truncate(usize::try_from(length)?);
        format!("cut to {length} bytes")
    } else {
        let bit = chance.between(0, bytes.len() as u64 * 8);
        *bytes.get_mut(usize::try_from(bit / 8)?).ok_or("a bit outside the log")? ^= 1 << (bit % 8);
        format!("bit {bit}")
    };
    fs::write(log, bytes)?;
    Ok(what)
}

/// Returns how many notes are there; nothing when the book says that it is damaged.
fn look(book: &Path, log: &Path) -> Result<Option<u32>, String> {
    let opened = open_book(book).and_then(|mut vault| texts(&mut vault).map(|found| (vault, found)));
    let (vault, found) = match opened {
        Ok(opened) => opened,
        Err(coachbook_vault::VaultError::BookDamaged) => return Ok(None),
        Err(error) => return Err(format!("called {} instead of damaged", error.code())),
    };
    let right = found.iter().zip(0_u32..).all(|(text, nth)| *text == words(0, nth));
    let count = u32::try_from(found.len()).unwrap_or(u32::MAX);
    if !right || count < SAFE {
        return Err(format!("{count} notes are there, in order: {right}"));
    }
    vault.book().checkpoint().map_err(|error| format!("the log is not emptied: {error}"))?;
    let left = fs::metadata(log).map_or(0, |about| about.len());
    if left > 0 {
        return Err(format!("the log holds {left} bytes after a quiet moment"));
    }
    sound(&vault, book).map_err(|error| format!("the book is not sound: {error}"))?;
    Ok(Some(count))
}
