//! Trial: the power goes, or the program is killed, while a book is brought up to the tables of the next release.
//!
//! The next release is invented: it builds a table anew and adds one. Afterwards the book must be an old one or a new
//! one, never something between, with every note; and if it is new, the copy made before must be there and whole. In
//! the control the disk lies about syncs.

use std::{fs, path::Path, thread::sleep, time::Duration};

use coachbook_vault::{RecoveryCode, Unlock, VaultError, inspect_safety_copy};

use crate::{
    acknowledged::{EDITOR, all_there, keep, sound, words},
    chance::Chance,
    disk::{Disk, clear, copy_all},
    plan::Plan,
    process::{Process, tell},
    recording::{Act, can_trace, record},
    trial::{CONTROLS_AT_MOST, Trial},
    workshop::{Answer, database, make_book, open_as_next_release, open_book},
};

const NOTES: u32 = 40;

/// Makes the tries and the controls.
pub(crate) fn run(plan: &Plan, trial: &mut Trial<'_>) -> Answer<()> {
    if !can_trace() {
        trial.skip("programs cannot be traced here, or strace is missing");
        return Ok(());
    }
    let mut chance = Chance::new(plan.seed, 8);
    let (whole, book) = (trial.folder("whole"), trial.folder("book"));
    fill(&whole)?;
    copy_all(&whole, &book)?;
    let start = Disk::holding(&book)?;
    let acts = record("upgrader", &book, &[])?;
    let mut new = 0;
    let cuts = plan.times(200, 3);
    for _ in 0..cuts {
        let moment = chance.between(0, acts.len() as u64 + 1);
        let held = cut(&start, &acts, moment, &mut chance, &book)?;
        new += u32::from(held == Ok(true));
        trial.tried(held.map(|_| ()));
    }
    for _ in 0..plan.times(50, 1) {
        copy_all(&whole, &book)?;
        let upgrader = Process::start("upgrader", &book, &[])?;
        upgrader.expect("ready")?;
        sleep(Duration::from_millis(chance.between(0, 220)));
        upgrader.kill()?;
        trial.tried(check(&book).map(|_| ()));
    }
    trial.figures(format!("{cuts} cuts, {new} of them found it new; the rest kills"));
    let lying: Vec<Act> = acts.into_iter().filter(|act| !matches!(act, Act::Synced(_))).collect();
    trial.until_noticed(plan.notices(), CONTROLS_AT_MOST, |_| {
        // Late, when a disk that kept nothing has most to lose.
        let moment = lying.len() as u64 * 3 / 4 + chance.between(0, lying.len() as u64 / 4);
        Ok(cut(&start, &lying, moment, &mut chance, &book)?.map(|_| ()))
    })
}

fn fill(folder: &Path) -> Answer<()> {
    let (mut vault, session) = make_book(folder)?;
    for nth in 0..NOTES {
        keep(&mut vault, &words(0, nth))?;
    }
    vault.drafts().save(session, EDITOR, &words(1, 0))?;
    Ok(vault.into_book().lock().1?)
}

fn cut(start: &Disk, acts: &[Act], moment: u64, chance: &mut Chance, book: &Path) -> Answer<Result<bool, String>> {
    let mut disk = start.clone();
    acts.iter().take(usize::try_from(moment)?).for_each(|act| disk.take(act));
    clear(book)?;
    disk.cut_power(chance, book)?;
    Ok(check(book).map_err(|what| format!("cut after act {moment}: {what}")))
}

/// Returns whether the book is a new one.
fn check(folder: &Path) -> Result<bool, String> {
    let is_new = match open_book(folder) {
        Ok(_) => false,
        Err(VaultError::NewerBook) => true,
        Err(error) => return Err(format!("the book does not open: {error}")),
    };
    let copy = database(folder).with_file_name("before-upgrade-1.coachbook");
    if is_new {
        let note =
            fs::read_to_string(database(folder).with_file_name("sample.key")).map_err(|error| error.to_string())?;
        let code =
            RecoveryCode::parse(note.lines().next_back().unwrap_or_default()).map_err(|error| error.to_string())?;
        inspect_safety_copy(&copy, &Unlock::Code(&code)).map_err(|error| format!("the copy made before: {error}"))?;
    }
    let mut vault = open_as_next_release(folder).map_err(|error| format!("the upgrade is not finished: {error}"))?;
    let wanted: Vec<String> = (0..NOTES).map(|nth| words(0, nth)).collect();
    all_there(&mut vault, wanted.iter())?;
    let session = vault.sessions().in_progress().ok().flatten().ok_or("no session is in progress any more")?.id;
    let draft = vault.drafts().get(session, EDITOR).map_err(|error| error.to_string())?;
    if draft != Some(words(1, 0)) {
        return Err("the half-typed line is gone".to_owned());
    }
    sound(&vault, folder).map_err(|error| format!("the book is not sound: {error}"))?;
    Ok(is_new)
}

/// The child: upgrades the book.
pub(crate) fn upgrade(folder: &Path) -> Answer<()> {
    tell("ready")?;
    let vault = open_as_next_release(folder)?;
    tell("new")?;
    Ok(vault.into_book().lock().1?)
}
