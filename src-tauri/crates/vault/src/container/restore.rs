//! Opening a safety copy and bringing it back.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::format::{self, ContainerKeys};
use super::manifest::SafetyCopy;
use super::undo;
use super::write::is_whole;
use super::{Look, Unlock};
use crate::attachments::stored_files;
use crate::book::{BookFolder, BookPlaces, LockedBook, sample_note};
use crate::error::VaultError;
use crate::files::FileStore;
use crate::keys::{KeyHeader, RootSecret, overwrite_stack};
use crate::lock::BookLock;
use crate::{fsio, migrate, open};

/// The folder beside copies that were made by themselves, with one file for each attached file.
pub(crate) const SCANS: &str = "scans";

/// How many steps SQLite takes before it asks whether to go on.
const STEPS: i32 = 10_000;

/// What to do when the book is on this computer already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IfThere {
    /// Fail with [`VaultError::AlreadyThere`].
    Refuse,
    /// Keep the present folder as `<uid>.undo-<n>` and take the copy's place.
    KeepAside,
}

/// As [`Look::restore_into`], to the end.
///
/// # Errors
/// As there.
pub fn restore_into(
    places: &BookPlaces,
    path: &Path,
    unlock: &Unlock<'_>,
    if_there: IfThere,
) -> Result<LockedBook, VaultError> {
    Look::default().restore_into(places, path, unlock, if_there)
}

impl Look {
    /// Brings a safety copy back as a book of this computer. The book that is there is not touched before the copy has
    /// been unpacked, opened and compared with its manifest; from then on it goes on to its end, whoever ends the look.
    ///
    /// # Errors
    /// As [`Look::inspect`]; [`VaultError::AlreadyThere`]; [`VaultError::AlreadyOpen`] when the present one is open.
    pub fn restore_into(
        &self,
        places: &BookPlaces,
        path: &Path,
        unlock: &Unlock<'_>,
        if_there: IfThere,
    ) -> Result<LockedBook, VaultError> {
        let brought = Opened::open(path, unlock, self).and_then(|mut opened| opened.bring_into(places, if_there));
        overwrite_stack();
        brought
    }
}

/// A container whose every byte has been checked.
pub(super) struct Opened {
    /// Stands at the snapshot's first byte.
    pub(super) file: File,
    header: Option<KeyHeader>,
    root: RootSecret,
    pub(super) copy: SafetyCopy,
    pub(super) snapshot_bytes: u64,
    /// Where attached files lie that are not in it.
    pub(super) scans: PathBuf,
    /// Asked between pieces whether to go on.
    look: Look,
}

impl Opened {
    pub(super) fn open(path: &Path, unlock: &Unlock<'_>, look: &Look) -> Result<Self, VaultError> {
        let mut file = match File::open(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(VaultError::BookMissing),
            opened => opened?,
        };
        let header = format::read_first_page(&mut file)?;
        let root = match unlock {
            Unlock::Phrase(phrase) => header.as_ref().map_err(|error| *error)?.open(phrase)?,
            Unlock::Code(code) => code.root().clone(),
        };
        // The phrase takes its time to become a key: the book may be locked by now.
        look.goes_on()?;
        let vouched = header.as_ref().ok().map(|header| header.belongs_to(&root));
        if vouched == Some(false) {
            return Err(VaultError::WrongCode);
        }
        let keys = ContainerKeys::of(&root);
        let (copy, snapshot_bytes) = match format::read_verified(&mut file, &keys, |_| look.goes_on()) {
            // With the key page gone, nothing but the MAC can say that the code is another book's.
            Err(VaultError::BookDamaged) if vouched.is_none() => return Err(VaultError::WrongCode),
            read => read?,
        };
        let header = header.ok().filter(|header| header.book() == copy.book);
        let scans = path.with_file_name(SCANS);
        Ok(Self { file, header, root, copy, snapshot_bytes, scans, look: look.clone() })
    }

    /// What it holds; the keys are wiped.
    pub(super) fn into_copy(self) -> SafetyCopy {
        self.copy
    }

    /// How many attached files do not lie beside it as they should.
    pub(super) fn missing(&self) -> Result<u64, VaultError> {
        let mut missing = 0;
        for (name, wanted) in &self.copy.beside {
            self.look.goes_on()?;
            missing += u64::from(!is_whole(&self.scans.join(name.to_string()), wanted)?);
        }
        Ok(missing)
    }

    /// Makes it a book of this computer.
    fn bring_into(&mut self, places: &BookPlaces, if_there: IfThere) -> Result<LockedBook, VaultError> {
        let copy = &self.copy;
        if copy.schema_version > migrate::newest_version() {
            return Err(VaultError::NewerBook);
        }
        let book = LockedBook { places: places.clone(), id: copy.book, name: copy.name.clone(), sample: copy.sample };
        let _list = places.lock_list()?;
        let present = book.folder();
        if present.path().exists() && if_there == IfThere::Refuse {
            return Err(VaultError::AlreadyThere);
        }
        let workshop = places.clear_workshop(book.id)?;
        let unpacked = self.unpack(&workshop).and_then(|()| self.add_keys(&workshop));
        // What was cut off is no damage.
        if let Err(error) = self.look.goes_on().and(unpacked) {
            fs::remove_dir_all(workshop.path())?;
            return Err(error);
        }
        let aside = if present.path().exists() { Some(set_aside(&present, &workshop)?) } else { None };
        if let Err(error) = places.move_in(&book, &workshop) {
            // The present book goes back to its place before anything is said, unless the new one already has it.
            if let Some(aside) = aside.filter(|_| !present.path().exists()) {
                fs::rename(aside, present.path())?;
            }
            return Err(error);
        }
        if let Some(header) = &self.header {
            book.key_files().settle(header)?;
        }
        Ok(book)
    }

    /// Writes the snapshot as a database, opens it, reads all of it and compares it with the manifest.
    pub(super) fn unpack(&mut self, workshop: &BookFolder) -> Result<(), VaultError> {
        let path = workshop.database();
        let mut database = fsio::create_private(&path, true)?;
        let look = self.look.clone();
        format::in_chunks(&mut (&mut self.file).take(self.snapshot_bytes), |chunk| {
            look.goes_on()?;
            std::io::Write::write_all(&mut database, chunk).map_err(VaultError::from)
        })?;
        database.sync_all()?;
        drop(database);
        self.unpack_files(workshop)?;
        look.goes_on()?;
        let mut connection = open::open_database(&path, &self.root.database_key())?;
        connection.progress_handler(STEPS, Some(move || look.is_over()))?;
        open::check_whole(&connection)?;
        if !self.copy.describes(&connection)? {
            return Err(VaultError::BookDamaged);
        }
        self.check_files(workshop, &connection)?;
        connection.close().map_err(|(_, error)| VaultError::from(error))
    }

    /// Writes the attached files behind the snapshot, each as it lay in the book.
    fn unpack_files(&mut self, workshop: &BookFolder) -> Result<(), VaultError> {
        for (name, packed) in &self.copy.files {
            self.look.goes_on()?;
            let mut target = fsio::create_private(&workshop.files().join(name.to_string()), true)?;
            format::hashed_piece(&mut self.file, packed.bytes, packed.hash, |chunk| {
                std::io::Write::write_all(&mut target, chunk).map_err(VaultError::from)
            })?;
            target.sync_all()?;
        }
        self.bring_files_beside(workshop)?;
        Ok(fsio::sync_dir(&workshop.files())?)
    }

    /// Copies the attached files that lie beside it. One that is missing or damaged there keeps nothing else from being
    /// brought: it is counted before, and told in the book as a damaged scan.
    fn bring_files_beside(&self, workshop: &BookFolder) -> Result<(), VaultError> {
        for (name, wanted) in &self.copy.beside {
            self.look.goes_on()?;
            let (from, to) = (self.scans.join(name.to_string()), workshop.files().join(name.to_string()));
            if from.is_file() {
                fs::copy(&from, &to)?;
                if is_whole(&to, wanted)? {
                    File::open(&to)?.sync_all()?;
                } else {
                    fs::remove_file(&to)?;
                }
            }
        }
        Ok(())
    }

    /// Reads every attached file as the coach will: it must be the one its record speaks of.
    fn check_files(&self, workshop: &BookFolder, connection: &Connection) -> Result<(), VaultError> {
        let store = FileStore::new(workshop.files());
        let stored = stored_files(connection)?;
        let mut packed = stored.iter().filter(|stored| self.copy.files.contains_key(&stored.name));
        packed.try_for_each(|stored| {
            self.look.goes_on()?;
            store.read(stored).map(drop).map_err(|_| VaultError::BookDamaged)
        })
    }

    fn add_keys(&self, workshop: &BookFolder) -> Result<(), VaultError> {
        if self.copy.sample {
            fsio::replace_file(&workshop.sample_key(), sample_note(&self.root).as_bytes())?;
        }
        if let Some(header) = &self.header {
            fsio::replace_file(&workshop.keys(), &header.to_bytes())?;
        }
        Ok(())
    }
}

/// Moves the present folder to the first free `<uid>.undo-<n>`; its attachments, which never change, go along in both.
fn set_aside(present: &BookFolder, workshop: &BookFolder) -> Result<PathBuf, VaultError> {
    // Given back before the rename because Windows renames no folder with an open file in it.
    drop(BookLock::take(&present.lock())?);
    if present.files().is_dir() {
        for entry in fs::read_dir(present.files())?.flatten() {
            let target = workshop.files().join(entry.file_name());
            // What the copy brought was checked a moment ago.
            if target.exists() {
                continue;
            }
            if fs::hard_link(entry.path(), &target).is_err() {
                fs::copy(entry.path(), &target)?;
            }
        }
    }
    let aside = undo::next_aside(present)?;
    fs::rename(present.path(), &aside)?;
    Ok(aside)
}
