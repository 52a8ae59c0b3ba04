//! Trial: a safety copy is brought back into an empty home, whole or spoilt.
//!
//! A whole copy, the newest or an older one, must bring back every row as it was. A copy that was cut or changed, one of
//! another book, and a code of another book must be refused and leave nothing behind; a bit changed in the book's file
//! while it is copied must leave no copy. The control takes an older copy for the newest.

use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use coachbook_vault::{
    BookPlaces, CopyProgress, IfThere, MadeCopy, RandomUids, RecoveryCode, SystemClock, Unlock, Vault, VaultError,
    restore_into,
};

use crate::{
    acknowledged::{keep, words},
    chance::Chance,
    plan::Plan,
    trial::Trial,
    workshop::{Answer, database, make_book, open_book},
};

/// Notes in the older copy, and in the newest.
const NOTES: [u32; 2] = [40, 80];
/// Bytes of a copy that a changed passphrase rewrites: damage there leaves the code as the way in.
const KEY_PAGE: u64 = 4096;
/// The ways a copy is brought back, or kept from being made.
const WAYS: [&str; 7] = ["newest", "older", "cut", "flipped", "foreign", "wrong code", "page"];

/// Makes the tries and the controls.
pub(crate) fn run(plan: &Plan, trial: &mut Trial<'_>) -> Answer<()> {
    let mut chance = Chance::new(plan.seed, 6);
    let scene = Scene::new(trial)?;
    for nth in 0..plan.count * 3 {
        let way = WAYS.get(nth as usize % WAYS.len()).copied().unwrap_or("newest");
        let held = scene.try_once(way, &mut chance)?;
        trial.tried(held.map_err(|what| format!("{way}: {what}")));
    }
    trial.figures(format!("{} of each way, or one more", plan.count * 3 / u32::try_from(WAYS.len())?));
    for _ in 0..plan.controls() {
        let held = scene.brings_back(&scene.older, &scene.code, &scene.rows);
        trial.control(held);
    }
    Ok(())
}

/// A book, two copies of it, and one of another book.
struct Scene {
    book: PathBuf,
    home: PathBuf,
    spoilt: PathBuf,
    code: String,
    other_code: String,
    older: PathBuf,
    newest: PathBuf,
    foreign: PathBuf,
    older_rows: String,
    rows: String,
}

impl Scene {
    fn new(trial: &Trial<'_>) -> Answer<Self> {
        let (book, other) = (trial.folder("book"), trial.folder("other"));
        let (mut vault, _) = make_book(&book)?;
        let code = vault.book().recovery_code().text().to_string();
        let [few, many] = NOTES;
        (0..few).try_for_each(|nth| keep(&mut vault, &words(0, nth)))?;
        let (older_rows, older) = (vault.book().row_hash()?, copy(&vault, &folder(trial, "stick")?)?.path);
        (few..many).try_for_each(|nth| keep(&mut vault, &words(0, nth)))?;
        let (rows, newest) = (vault.book().row_hash()?, copy(&vault, &folder(trial, "stick")?)?.path);
        vault.into_book().lock().1?;
        let (vault, _) = make_book(&other)?;
        let other_code = vault.book().recovery_code().text().to_string();
        let foreign = copy(&vault, &folder(trial, "other stick")?)?.path;
        let (home, spoilt) = (trial.folder("home"), folder(trial, "spoilt")?.join("copy.coachbook"));
        Ok(Self { book, home, spoilt, code, other_code, older, newest, foreign, older_rows, rows })
    }

    fn try_once(&self, way: &str, chance: &mut Chance) -> Answer<Result<(), String>> {
        Ok(match way {
            "older" => self.brings_back(&self.older, &self.code, &self.older_rows),
            "foreign" => self.refuses(&self.foreign, &self.code),
            "wrong code" => self.refuses(&self.newest, &self.other_code),
            "page" => self.no_copy_of_a_changed_page(chance)?,
            "cut" => {
                let mut bytes = fs::read(&self.newest)?;
                bytes.truncate(usize::try_from(chance.between(0, bytes.len() as u64))?);
                fs::write(&self.spoilt, bytes)?;
                self.refuses(&self.spoilt, &self.code)
            }
            "flipped" => {
                let mut bytes = fs::read(&self.newest)?;
                let bit = chance.between(0, bytes.len() as u64 * 8);
                flip(&mut bytes, bit)?;
                fs::write(&self.spoilt, bytes)?;
                match bit / 8 < KEY_PAGE {
                    true => self.brings_back_or_refuses(&self.spoilt),
                    false => self.refuses(&self.spoilt, &self.code),
                }
                .map_err(|what| format!("bit {bit}: {what}"))
            }
            _ => self.brings_back(&self.newest, &self.code, &self.rows),
        })
    }

    /// The same rows are in an empty home afterwards.
    fn brings_back(&self, copy: &Path, code: &str, rows: &str) -> Result<(), String> {
        match self.bring_back(copy, code) {
            Ok(found) if found == rows => Ok(()),
            Ok(_) => Err("other rows came back".to_owned()),
            Err(error) => Err(format!("refused: {error}")),
        }
    }

    /// Nothing is in the home afterwards.
    fn refuses(&self, copy: &Path, code: &str) -> Result<(), String> {
        match self.bring_back(copy, code) {
            Err(_) if self.home.join("data").exists() => Err("something was left in the home".to_owned()),
            Err(_) => Ok(()),
            Ok(_) => Err("it was brought back".to_owned()),
        }
    }

    fn brings_back_or_refuses(&self, copy: &Path) -> Result<(), String> {
        match self.bring_back(copy, &self.code) {
            Ok(found) if found != self.rows => Err("other rows came back".to_owned()),
            _ => Ok(()),
        }
    }

    fn bring_back(&self, copy: &Path, code: &str) -> Result<String, VaultError> {
        if self.home.exists() {
            fs::remove_dir_all(&self.home)?;
        }
        let places = BookPlaces::new(self.home.join("data"), self.home.join("config"));
        let code = RecoveryCode::parse(code)?;
        let book = restore_into(&places, copy, &Unlock::Code(&code), IfThere::Refuse)?.open_with_code(&code)?;
        let vault = Vault::new(book, Box::new(SystemClock), Box::new(RandomUids));
        vault.book().row_hash()
    }

    /// The bit is flipped when the book is locked and not yet copied.
    fn no_copy_of_a_changed_page(&self, chance: &mut Chance) -> Answer<Result<(), String>> {
        let file = database(&self.book);
        let whole = fs::read(&file)?;
        let stick = self.home.with_file_name("empty stick");
        fs::create_dir_all(&stick)?;
        let vault = open_book(&self.book)?;
        let order = vault.book().order_copy()?;
        let (locked, emptied) = vault.into_book().lock_for_copy();
        emptied?;
        let mut changed = fs::read(&file)?;
        let bit = chance.between(0, changed.len() as u64 * 8);
        flip(&mut changed, bit)?;
        fs::write(&file, changed)?;
        let made = order.from_locked(locked)?.write_into(&stick, SystemTime::now().into(), 0, &CopyProgress::default());
        fs::write(&file, &whole)?;
        let named = named_files(&stick);
        fs::remove_dir_all(&stick)?;
        Ok(match made {
            Err(VaultError::BookDamaged) if named == 0 => Ok(()),
            Err(error) => Err(format!("bit {bit}: {named} copies, called {}", error.code())),
            Ok(_) => Err(format!("bit {bit}: a copy was made")),
        })
    }
}

/// Makes a copy as the program does by itself.
pub(crate) fn copy(vault: &Vault, stick: &Path) -> Result<MadeCopy, VaultError> {
    let snapshot = vault.book().order_copy()?.from_open(vault.book())?;
    snapshot.write_into(stick, SystemTime::now().into(), 0, &CopyProgress::default())
}

fn folder(trial: &Trial<'_>, name: &str) -> Answer<PathBuf> {
    let folder = trial.folder(name);
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn flip(bytes: &mut [u8], bit: u64) -> Answer<()> {
    let byte = bytes.get_mut(usize::try_from(bit / 8)?).ok_or("a bit outside the file")?;
    *byte ^= 1 << (bit % 8);
    Ok(())
}

/// How many files with the name of a copy lie below a folder.
fn named_files(folder: &Path) -> usize {
    let inside = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    inside
        .map(|path| match path.is_dir() {
            true => named_files(&path),
            false => usize::from(path.extension().is_some_and(|ending| ending == "coachbook")),
        })
        .sum()
}
