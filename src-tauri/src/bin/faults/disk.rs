//! A disk that may lose power: what was synced stays, of the rest anything may be there, or not, or half.
//!
//! Files by what they hold, names by folder. A sync of a file keeps what it holds; a sync of a folder keeps its names.
//! What was not synced is lost, kept, kept up to a point, or torn at 512 bytes, by chance. Changes of names come in
//! their order, as file systems with a journal bring them.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use crate::{chance::Chance, recording::Act, workshop::Answer};

/// What a disk writes at once, or not at all.
const SECTOR: usize = 512;

/// What is done to a file and not synced yet.
#[derive(Clone)]
enum Change {
    Write(u64, Vec<u8>),
    Cut(u64),
}

#[derive(Clone, Default)]
struct File {
    synced: Vec<u8>,
    now: Vec<u8>,
    waiting: Vec<Change>,
}

/// What is done to names and not synced yet.
#[derive(Clone)]
enum Naming {
    Add(PathBuf, usize),
    Move(PathBuf, PathBuf),
    Remove(PathBuf),
}

impl Naming {
    fn is_in(&self, folder: &Path) -> bool {
        let (Self::Add(path, _) | Self::Move(_, path) | Self::Remove(path)) = self;
        path.parent() == Some(folder)
    }
}

/// The disk.
#[derive(Clone, Default)]
pub(crate) struct Disk {
    files: Vec<File>,
    synced_names: BTreeMap<PathBuf, usize>,
    names: BTreeMap<PathBuf, usize>,
    waiting: Vec<Naming>,
    folder: PathBuf,
}

impl Disk {
    /// A disk that holds what `folder` does, all of it synced.
    pub(crate) fn holding(folder: &Path) -> Answer<Self> {
        let mut disk = Self { folder: folder.to_owned(), ..Self::default() };
        for path in files_below(folder)? {
            let held = fs::read(&path)?;
            disk.files.push(File { synced: held.clone(), now: held, waiting: Vec::new() });
            disk.names.insert(path, disk.files.len() - 1);
        }
        disk.synced_names.clone_from(&disk.names);
        Ok(disk)
    }

    /// Takes over what a program did.
    pub(crate) fn take(&mut self, act: &Act) {
        match act {
            Act::Opened { path, emptied } => self.open(path, *emptied),
            Act::Wrote { path, at, bytes } => self.change(path, Change::Write(*at, bytes.clone())),
            Act::Cut { path, length } => self.change(path, Change::Cut(*length)),
            Act::Synced(path) => self.sync(path),
            Act::Moved { from, to } => self.name(Naming::Move(from.clone(), to.clone())),
            Act::Removed(path) => self.name(Naming::Remove(path.clone())),
            Act::Said(_) => {}
        }
    }

    fn open(&mut self, path: &Path, emptied: bool) {
        if !path.starts_with(&self.folder) {
            return;
        }
        if !self.names.contains_key(path) {
            self.files.push(File::default());
            self.name(Naming::Add(path.to_owned(), self.files.len() - 1));
        } else if emptied {
            self.change(path, Change::Cut(0));
        }
    }

    fn change(&mut self, path: &Path, change: Change) {
        if let Some(file) = self.names.get(path).and_then(|at| self.files.get_mut(*at)) {
            apply(&mut file.now, &change);
            file.waiting.push(change);
        }
    }

    fn name(&mut self, naming: Naming) {
        rename(&mut self.names, &naming);
        self.waiting.push(naming);
    }

    fn sync(&mut self, path: &Path) {
        if let Some(file) = self.names.get(path).and_then(|at| self.files.get_mut(*at)) {
            file.synced.clone_from(&file.now);
            file.waiting.clear();
            return;
        }
        let (done, waiting) = std::mem::take(&mut self.waiting).into_iter().partition(|naming| naming.is_in(path));
        self.waiting = waiting;
        let done: Vec<Naming> = done;
        done.iter().for_each(|naming| rename(&mut self.synced_names, naming));
    }

    /// Cuts the power and writes what is then on the disk below `to`, in the place of the disk's own folder.
    pub(crate) fn cut_power(&self, chance: &mut Chance, to: &Path) -> Answer<()> {
        let mut names = self.synced_names.clone();
        let kept = chance.between(0, self.waiting.len() as u64 + 1);
        self.waiting.iter().take(usize::try_from(kept)?).for_each(|naming| rename(&mut names, naming));
        for (path, at) in names {
            let file = self.files.get(at).ok_or("a name without a file")?;
            let target = to.join(path.strip_prefix(&self.folder)?);
            fs::create_dir_all(target.parent().ok_or("a file without a folder")?)?;
            fs::write(target, survived(file, chance))?;
        }
        Ok(())
    }
}

/// What of a file is on the disk after the cut.
fn survived(file: &File, chance: &mut Chance) -> Vec<u8> {
    let mut held = file.synced.clone();
    match chance.between(0, 4) {
        0 => {}
        1 => held.clone_from(&file.now),
        2 => {
            let whole = usize::try_from(chance.between(0, file.waiting.len() as u64 + 1)).unwrap_or(0);
            file.waiting.iter().take(whole).for_each(|change| apply(&mut held, change));
            if let Some(change) = file.waiting.get(whole) {
                torn(&mut held, change, chance);
            }
        }
        _ => {
            for change in &file.waiting {
                match chance.between(0, 3) {
                    0 => {}
                    1 => apply(&mut held, change),
                    _ => torn(&mut held, change, chance),
                }
            }
        }
    }
    held
}

/// Some of the sectors of a write arrive.
fn torn(held: &mut Vec<u8>, change: &Change, chance: &mut Chance) {
    let Change::Write(at, bytes) = change else { return };
    for (nth, sector) in bytes.chunks(SECTOR).enumerate() {
        if chance.between(0, 2) == 0 {
            apply(held, &Change::Write(at + (nth * SECTOR) as u64, sector.to_vec()));
        }
    }
}

fn apply(held: &mut Vec<u8>, change: &Change) {
    match change {
        Change::Cut(length) => held.resize(usize::try_from(*length).unwrap_or(0), 0),
        Change::Write(at, bytes) => {
            let at = usize::try_from(*at).unwrap_or(0);
            if held.len() < at + bytes.len() {
                held.resize(at + bytes.len(), 0);
            }
            held.iter_mut().skip(at).zip(bytes).for_each(|(place, byte)| *place = *byte);
        }
    }
}

fn rename(names: &mut BTreeMap<PathBuf, usize>, naming: &Naming) {
    match naming {
        Naming::Add(path, file) => {
            names.insert(path.clone(), *file);
        }
        Naming::Move(from, to) => {
            if let Some(file) = names.remove(from) {
                names.insert(to.clone(), file);
            }
        }
        Naming::Remove(path) => {
            names.remove(path);
        }
    }
}

/// Every file below a folder.
pub(crate) fn files_below(folder: &Path) -> Answer<Vec<PathBuf>> {
    let (mut found, mut waiting) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() { waiting.push(path) } else { found.push(path) }
        }
    }
    Ok(found)
}

/// Copies a folder with all in it, in the place of what was there.
pub(crate) fn copy_all(from: &Path, to: &Path) -> Answer<()> {
    clear(to)?;
    for path in files_below(from)? {
        let target = to.join(path.strip_prefix(from)?);
        fs::create_dir_all(target.parent().ok_or("a file without a folder")?)?;
        fs::copy(path, target)?;
    }
    Ok(())
}

/// Takes away a folder with all in it.
pub(crate) fn clear(folder: &Path) -> Answer<()> {
    if folder.exists() { Ok(fs::remove_dir_all(folder)?) } else { Ok(()) }
}
