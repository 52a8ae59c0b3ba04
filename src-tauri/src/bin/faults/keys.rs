//! Trials: the program is killed while the phrase is changed, and while the recovery code is. Either change is old or new
//! afterwards, the book is never unreadable, and what was written in it is there.
//!
//! The child changes over and over and acknowledges each change after the vault has returned; the kill comes within a
//! quarter or half a second, the time one to several changes take. A guess costs next to nothing here, so that the time
//! goes into the steps on the disk. The controls do what a careless program would: the first writes both key files anew
//! in place, the second has one key file and keeps no old one.

use std::{
    fs,
    path::{Path, PathBuf},
    thread::sleep,
    time::{Duration, Instant},
};

use coachbook_vault::{Argon2Cost, Book, Passphrase, RandomUids, RenewedCode, SystemClock, Vault, VaultError};

use crate::{
    acknowledged::{all_there, keep, sound, words},
    chance::Chance,
    plan::Plan,
    process::{Process, tell},
    trial::{CONTROLS_AT_MOST, Trial},
    workshop::{Answer, key_files, locked_book, make_locked},
};

/// The two phrases that take turns.
const PHRASES: [&str; 2] = ["lantern gravel otter sonnet plum", "velvet harbour quartz pigeon yoga"];
const CARELESS: &str = "careless";
/// Notes that must be there after every kill; enough for a database of some hundred pages.
const NOTES: u32 = 60;

fn phrase(nth: usize) -> Passphrase {
    Passphrase::new(PHRASES.get(nth % 2).copied().unwrap_or_default())
}

fn open(folder: &Path, nth: usize) -> Result<Book, VaultError> {
    locked_book(folder)?.open_with_phrase(&phrase(nth), Argon2Cost::for_tests())
}

fn make(folder: &Path) -> Answer<()> {
    let mut vault = make_locked(folder, &phrase(0), Argon2Cost::for_tests())?;
    for nth in 0..NOTES {
        keep(&mut vault, &words(0, nth))?;
    }
    Ok(vault.into_book().lock().1?)
}

/// Sees that every note is there, and that every page can be read.
fn whole(book: Book, folder: &Path) -> Result<Book, String> {
    let mut vault = Vault::new(book, Box::new(SystemClock), Box::new(RandomUids));
    let notes: Vec<String> = (0..NOTES).map(|nth| words(0, nth)).collect();
    all_there(&mut vault, notes.iter())?;
    sound(&vault, folder).map_err(|error| format!("the book is not sound: {error}"))?;
    Ok(vault.into_book())
}

/// Starts a child that changes keys, kills it within `longest` ms, and returns what it had acknowledged.
fn killed(role: &str, folder: &Path, rest: &[&str], longest: u64, chance: &mut Chance) -> Answer<Vec<String>> {
    let child = Process::start(role, folder, rest)?;
    child.expect("ready")?;
    sleep(Duration::from_millis(chance.between(1, longest)));
    Ok(child.kill()?.1)
}

/// Kills while the phrase is changed.
pub(crate) fn change_phrase(plan: &Plan, trial: &mut Trial<'_>) -> Answer<()> {
    let mut chance = Chance::new(plan.seed, 6);
    let folder = trial.folder("book");
    make(&folder)?;
    let (mut now, mut ahead, mut acknowledged) = (0, 0, 0);
    for _ in 0..plan.count {
        let lines = killed("phrase-changer", &folder, &[&now.to_string()], 250, &mut chance)?;
        acknowledged += lines.len();
        let said = now + lines.len();
        let held = one_phrase(&folder, said);
        ahead += u32::from(held.as_ref().is_ok_and(|found| *found != said % 2));
        now = held.clone().unwrap_or(said);
        trial.tried(held.map(drop));
    }
    trial.figures(format!("{acknowledged} changes acknowledged, {ahead} made and not yet told"));
    let controls = trial.folder("control");
    trial.until_noticed(plan.notices(), CONTROLS_AT_MOST, |run| {
        let folder = controls.join(run.to_string());
        make(&folder)?;
        killed("phrase-changer", &folder, &["0", CARELESS], 65, &mut chance)?;
        Ok(one_phrase(&folder, 0).map(drop))
    })
}

/// Exactly one of the two phrases opens; returns which. It is the one told last, or the one after it.
fn one_phrase(folder: &Path, said: usize) -> Result<usize, String> {
    let (book, which) = match open(folder, said) {
        Ok(book) => (book, said % 2),
        Err(one) => match open(folder, said + 1) {
            Ok(book) => (book, (said + 1) % 2),
            Err(two) => return Err(format!("no phrase opens the book: {one} {two}")),
        },
    };
    drop(whole(book, folder)?);
    match open(folder, which + 1) {
        Err(VaultError::WrongPhrase) => Ok(which),
        Ok(_) => Err("the other phrase opens the book as well".to_owned()),
        Err(error) => Err(format!("the other phrase was answered with {error}")),
    }
}

/// The child: changes the phrase until it is killed.
pub(crate) fn change_until_killed(folder: &Path, rest: &[String]) -> Answer<()> {
    let (from, careless) = match rest {
        [from] => (from.parse::<usize>()?, false),
        [from, how] if how == CARELESS => (from.parse()?, true),
        _ => return Err("the changer takes the phrase it begins with".into()),
    };
    let mut book = open(folder, from)?;
    tell("ready")?;
    for nth in from.. {
        if careless {
            write_in_place(folder)?;
        } else {
            book.change_phrase(&phrase(nth), &phrase(nth + 1), Argon2Cost::for_tests())?;
            tell("changed")?;
        }
    }
    Ok(())
}

/// Empties both key files and fills them again.
fn write_in_place(folder: &Path) -> Answer<()> {
    let files = key_files(folder);
    let bytes = fs::read(files.first().ok_or("no key file")?)?;
    for path in &files {
        fs::File::create(path)?.sync_all()?;
    }
    for path in &files {
        fs::write(path, &bytes)?;
    }
    Ok(())
}

/// Kills while the recovery code is changed.
pub(crate) fn renew_code(plan: &Plan, trial: &mut Trial<'_>) -> Answer<()> {
    let mut chance = Chance::new(plan.seed, 7);
    let folder = trial.folder("book");
    make(&folder)?;
    let mut code = code_of(&folder)?;
    let (mut acknowledged, mut halfway) = (0, 0);
    for _ in 0..plan.count {
        let lines = killed("code-renewer", &folder, &[], 500, &mut chance)?;
        acknowledged += lines.len();
        code = lines.last().cloned().unwrap_or(code);
        halfway += u32::from(is_halfway(&folder));
        let held = one_code(&folder, &code);
        code = held.clone().unwrap_or(code);
        trial.tried(held.map(drop));
    }
    trial.figures(format!("{acknowledged} changes acknowledged, {halfway} cut off between key file and database"));
    let controls = trial.folder("control");
    trial.until_noticed(plan.notices(), CONTROLS_AT_MOST, |run| {
        let folder = controls.join(run.to_string());
        make(&folder)?;
        let lines = killed_halfway(&folder)?;
        let [_, second] = key_files(&folder);
        for path in kept_aside(&folder).into_iter().chain([second]) {
            drop(fs::remove_file(path));
        }
        Ok(one_code(&folder, lines.last().map_or("", String::as_str)).map(drop))
    })
}

/// Kills between key file and database; returns what had been acknowledged.
fn killed_halfway(folder: &Path) -> Answer<Vec<String>> {
    let files = key_files(folder);
    let before = files.clone().map(|path| fs::read(path).ok());
    let child = Process::start("code-renewer", folder, &[])?;
    child.expect("ready")?;
    let began = Instant::now();
    let changed = || files.iter().zip(&before).all(|(path, before)| fs::read(path).ok() != *before);
    while !(is_halfway(folder) && changed()) && began.elapsed() < Duration::from_secs(5) {
        sleep(Duration::from_micros(200));
    }
    Ok(child.kill()?.1)
}

/// Where the vault keeps the key files of before while a change is under way.
fn kept_aside(folder: &Path) -> Vec<PathBuf> {
    key_files(folder).iter().map(|path| path.with_extension("keys.prev")).collect()
}

fn is_halfway(folder: &Path) -> bool {
    kept_aside(folder).iter().any(|path| path.exists())
}

fn code_of(folder: &Path) -> Result<String, String> {
    let book = open(folder, 0).map_err(|error| format!("the phrase does not open the book: {error}"))?;
    Ok(book.recovery_code().text().to_string())
}

/// The phrase opens the book whole; its code is the one told last or a newer one, and no other opens it. Returns it.
fn one_code(folder: &Path, told: &str) -> Result<String, String> {
    let book = open(folder, 0).map_err(|error| format!("the phrase does not open the book: {error}"))?;
    let book = whole(book, folder)?;
    let code = book.recovery_code();
    let there = code.text().to_string();
    drop(book);
    let locked = locked_book(folder).map_err(|error| error.to_string())?;
    drop(locked.open_with_code(&code).map_err(|error| format!("its own code does not open the book: {error}"))?);
    if there != told && !told.is_empty() {
        let old = coachbook_vault::RecoveryCode::parse(told).map_err(|error| error.to_string())?;
        match locked.open_with_code(&old) {
            Err(VaultError::WrongCode) => {}
            Ok(_) => return Err("the old code opens the book as well".to_owned()),
            Err(error) => return Err(format!("the old code was answered with {error}")),
        }
    }
    Ok(there)
}

/// The child: changes the code until it is killed.
pub(crate) fn renew_until_killed(folder: &Path) -> Answer<()> {
    let mut book = open(folder, 0)?;
    tell("ready")?;
    loop {
        book = match book.renew_code(&phrase(0), Argon2Cost::for_tests()) {
            RenewedCode::Renewed(book) => book,
            RenewedCode::Unchanged(_, error) | RenewedCode::Closed(error) => return Err(error.into()),
        };
        tell(&book.recovery_code().text())?;
    }
}
