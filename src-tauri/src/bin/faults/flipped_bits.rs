//! Trial: one bit of `book.db` is flipped, and the book must say that it is damaged, never show other words.
//!
//! Noticed counts when opening, reading the session, or making a safety copy answers that the book is damaged. The
//! control flips bits of a plain SQLite file with the same words, and asks SQLite to check it.

use std::{fs, path::Path};

use coachbook_vault::{VaultError, plain_floor::PlainFloor};

use crate::{
    acknowledged::{keep, sound, texts, words},
    chance::Chance,
    plan::Plan,
    trial::Trial,
    workshop::{Answer, database, make_book, open_book},
};

const NOTES: u32 = 120;

/// Makes the tries and the controls.
pub(crate) fn run(plan: &Plan, trial: &mut Trial<'_>) -> Answer<()> {
    let mut chance = Chance::new(plan.seed, 4);
    let wanted: Vec<String> = (0..NOTES).map(|nth| words(0, nth)).collect();
    let folder = trial.folder("book");
    fill_book(&folder, &wanted)?;
    let file = database(&folder);
    let whole = fs::read(&file)?;
    let mut noticed_on = [0_u32; 3];
    for _ in 0..plan.count * 2 {
        let bit = flip(&file, &whole, &mut chance)?;
        let noticed = ask(&folder, &wanted);
        if let Some(times) = noticed.as_ref().ok().and_then(|step| noticed_on.get_mut(*step)) {
            *times += 1;
        }
        trial.tried(noticed.map(|_| ()).map_err(|what| format!("bit {bit}: {what}")));
    }
    fs::write(&file, &whole)?;
    let healthy = ask(&folder, &wanted);
    if healthy != Err("nothing was noticed".to_owned()) {
        return Err(format!("the book is called damaged with no bit flipped: {healthy:?}").into());
    }
    let [opening, reading, copying] = noticed_on;
    trial.figures(format!("noticed on opening {opening}, reading {reading}, copying {copying}"));
    control(plan, trial, &wanted, &mut chance)
}

fn fill_book(folder: &Path, wanted: &[String]) -> Answer<()> {
    let (mut vault, _) = make_book(folder)?;
    for text in wanted {
        keep(&mut vault, text)?;
    }
    Ok(vault.into_book().lock().1?)
}

fn flip(file: &Path, whole: &[u8], chance: &mut Chance) -> Answer<u64> {
    let bit = chance.between(0, whole.len() as u64 * 8);
    let mut changed = whole.to_vec();
    let byte = changed.get_mut(usize::try_from(bit / 8)?).ok_or("a bit outside the file")?;
    *byte ^= 1 << (bit % 8);
    fs::write(file, changed)?;
    Ok(bit)
}

/// Returns the step that noticed: opening, reading, copying.
fn ask(folder: &Path, wanted: &[String]) -> Result<usize, String> {
    let mut vault = match open_book(folder) {
        Ok(vault) => vault,
        Err(error) => return named(error, 0),
    };
    match texts(&mut vault) {
        Ok(found) if found != wanted => return Err("other words were shown".to_owned()),
        Ok(_) => {}
        Err(error) => return named(error, 1),
    }
    match sound(&vault, folder) {
        Ok(()) => Err("nothing was noticed".to_owned()),
        Err(error) => named(error, 2),
    }
}

fn named(error: VaultError, step: usize) -> Result<usize, String> {
    if error == VaultError::BookDamaged { Ok(step) } else { Err(format!("called {} instead of damaged", error.code())) }
}

fn control(plan: &Plan, trial: &mut Trial<'_>, wanted: &[String], chance: &mut Chance) -> Answer<()> {
    let file = trial.folder("plain.db");
    let mut plain = PlainFloor::create(&file)?;
    for (nth, text) in wanted.iter().enumerate() {
        plain.keep(&nth.to_string(), "2026-03-04T09:00:00.000Z", text)?;
    }
    plain.close()?;
    let whole = fs::read(&file)?;
    for _ in 0..plan.count {
        flip(&file, &whole, chance)?;
        let noticed = PlainFloor::read_back(&file);
        trial.control(noticed.map_or(Ok(()), |_| Err("nothing was noticed".to_owned())));
    }
    Ok(())
}
