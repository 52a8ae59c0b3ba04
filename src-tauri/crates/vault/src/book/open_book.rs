//! An open book. Everything that reads or writes a record hangs on this type.

use std::fmt;
use std::fs::File;
use std::path::PathBuf;

use rusqlite::Connection;

use super::make::must_be_strong;
use super::{BookFolder, BookPlaces, LockedBook};
use crate::error::VaultError;
use crate::keys::{Argon2Cost, BookId, KeyHeader, Passphrase, RootSecret};
use crate::lock::BookLock;
use crate::pragmas;
use crate::recovery::RecoveryCode;

/// A book that is open. Dropping it closes the file; [`Book::lock`] does so tidily.
///
/// Fields are dropped from top to bottom: the database is closed before the lock is given back.
pub struct Book {
    pub(super) connection: Connection,
    /// The database as it lies on the disk, for copying it as it is.
    pub(super) raw: File,
    pub(super) root: RootSecret,
    pub(super) header: Option<KeyHeader>,
    pub(super) locked: LockedBook,
    pub(super) needs_new_phrase: bool,
    pub(super) key_file_trouble: Option<VaultError>,
    pub(super) _lock: BookLock,
}

/// The file of a locked book, which nobody opens while this is held. No key is in it.
pub(crate) struct HeldBook {
    pub(crate) raw: File,
    _lock: BookLock,
}

/// Names the book by its identity and shows nothing of what is in it.
impl fmt::Debug for Book {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Book").field(&self.locked.id.to_string()).finish()
    }
}

impl Book {
    /// Which book this is.
    #[must_use]
    pub fn id(&self) -> BookId {
        self.locked.id
    }

    /// The name the coach gave the book.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.locked.name
    }

    /// Where this computer keeps it, and its copies' plan.
    #[must_use]
    pub fn places(&self) -> &BookPlaces {
        &self.locked.places
    }

    /// Whether this is the sample.
    #[must_use]
    pub fn is_sample(&self) -> bool {
        self.locked.sample
    }

    /// Whether the book was opened by code and has to be given a new passphrase.
    #[must_use]
    pub fn needs_new_phrase(&self) -> bool {
        self.needs_new_phrase
    }

    /// Why a copy of the key file could not be repaired, if so. The book itself is fine.
    #[must_use]
    pub fn key_file_trouble(&self) -> Option<VaultError> {
        self.key_file_trouble
    }

    /// The code to print. It is the key itself: show it, print it, keep it nowhere.
    #[must_use]
    pub fn recovery_code(&self) -> RecoveryCode {
        RecoveryCode::new(self.root.clone())
    }

    /// Changes the passphrase for whoever knows the present one.
    ///
    /// # Errors
    /// [`VaultError::WrongPhrase`] when `present` is not the present one; else as [`Book::set_new_phrase`].
    pub fn change_phrase(
        &mut self,
        present: &Passphrase,
        phrase: &Passphrase,
        cost: Argon2Cost,
    ) -> Result<(), VaultError> {
        self.knows(present)?;
        self.set_new_phrase(phrase, cost)
    }

    /// Sets the passphrase. The database is not touched; two small files are replaced, each whole or not at all, and
    /// the old ones are dropped only after the new passphrase was seen to lead to the key.
    ///
    /// # Errors
    /// [`VaultError::WeakPhrase`]; [`VaultError::Locked`] for the sample, which has none; what the file system said,
    /// and then either the old or the new passphrase opens the book, never neither.
    pub fn set_new_phrase(&mut self, phrase: &Passphrase, cost: Argon2Cost) -> Result<(), VaultError> {
        if self.is_sample() {
            return Err(VaultError::Locked);
        }
        must_be_strong(phrase, self.name())?;
        self.reseal(phrase, cost)?;
        self.needs_new_phrase = false;
        Ok(())
    }

    /// Safety copies that lie in the book's own folder: those made before its tables were changed.
    #[must_use]
    pub fn copies_beside(&self) -> Vec<PathBuf> {
        let inside = std::fs::read_dir(self.folder().path()).into_iter().flatten().flatten();
        let mut copies: Vec<_> = inside.map(|entry| entry.path()).collect();
        copies.retain(|path| path.extension().is_some_and(|extension| extension == "coachbook"));
        copies.sort();
        copies
    }

    /// Locks the book: empties the WAL, closes the file, wipes the key. The book is locked whatever happens; the
    /// second value says whether the WAL could be emptied. If not, the next opening reads it, nothing is lost.
    pub fn lock(self) -> (LockedBook, Result<(), VaultError>) {
        let (locked, _, emptied) = self.lock_and_hold();
        (locked, emptied)
    }

    /// Locks the book as [`Book::lock`] does, and keeps others from opening it until its file has been copied.
    pub(crate) fn lock_and_hold(self) -> (LockedBook, HeldBook, Result<(), VaultError>) {
        let Self { connection, raw, root, header: _, locked, _lock, .. } = self;
        let emptied = pragmas::checkpoint_truncate(&connection);
        let closed = connection.close().map_err(|(connection, error)| {
            drop(connection);
            VaultError::from(error)
        });
        drop(root);
        (locked, HeldBook { raw, _lock }, emptied.and(closed))
    }

    /// Brings the search up to date and empties the WAL into the main file; for quiet moments and the end of a session.
    ///
    /// # Errors
    /// [`VaultError::DiskFull`] and the like; nothing is lost then.
    pub fn checkpoint(&self) -> Result<(), VaultError> {
        let indexed = self.index_lines();
        pragmas::checkpoint_truncate(&self.connection).and(indexed)
    }

    /// The file of the database. Nothing is written to it while the book is only lent.
    pub(crate) fn raw(&self) -> &File {
        &self.raw
    }

    /// The one connection.
    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// The one connection, for transactions.
    pub(crate) fn connection_mut(&mut self) -> &mut Connection {
        &mut self.connection
    }

    pub(crate) fn folder(&self) -> BookFolder {
        self.locked.folder()
    }

    pub(crate) fn root(&self) -> &RootSecret {
        &self.root
    }

    pub(crate) fn header(&self) -> Option<&KeyHeader> {
        self.header.as_ref()
    }

    pub(crate) fn locked(&self) -> &LockedBook {
        &self.locked
    }

    /// Makes both copies of the key file whole again.
    pub(super) fn heal_key_files(&mut self) {
        if let Some(header) = &self.header {
            self.key_file_trouble = self.locked.key_files().settle(header).err();
        }
    }

    /// Seals a slot again that is cheaper to guess than anything we write today.
    pub(super) fn strengthen(&mut self, phrase: &Passphrase, wanted: Argon2Cost) {
        let current = self.header.as_ref().and_then(KeyHeader::weakest_cost);
        let weak = current.is_some_and(|cost| cost.is_weaker_than(Argon2Cost::FLOOR) && cost.is_weaker_than(wanted));
        if weak {
            // Failing leaves the book as it was: open, with the slot it had.
            self.key_file_trouble = self.reseal(phrase, wanted).err();
        }
    }

    fn reseal(&mut self, phrase: &Passphrase, cost: Argon2Cost) -> Result<(), VaultError> {
        let header = match &self.header {
            Some(header) => header.resealed(&self.root, phrase, cost)?,
            None => KeyHeader::seal(self.id(), &self.root, phrase, cost)?,
        };
        self.replace_header(header, |header| header.open(phrase))
    }

    /// Puts another key file in the place of the present one. The present one is dropped only after the new one, read as
    /// the next start will read it, was seen to lead to the key in use.
    pub(super) fn replace_header(
        &mut self,
        header: KeyHeader,
        open: impl Fn(&KeyHeader) -> Result<RootSecret, VaultError>,
    ) -> Result<(), VaultError> {
        let files = self.locked.key_files();
        let proven = files.put(&header).and_then(|()| {
            let root = open(files.read()?.first().ok_or(VaultError::HeaderDamaged)?)?;
            if root.is_same_as(&self.root) { Ok(()) } else { Err(VaultError::HeaderDamaged) }
        });
        if let Err(error) = proven {
            if let Some(present) = &self.header {
                // Failing leaves both on disk; the next opening takes the one beside the database.
                let _ = files.settle(present);
            }
            return Err(error);
        }
        files.settle(&header)?;
        self.header = Some(header);
        Ok(())
    }

    /// Sees that this is the present passphrase.
    pub(super) fn knows(&self, phrase: &Passphrase) -> Result<(), VaultError> {
        match &self.header {
            Some(header) => header.open(phrase).map(drop),
            None if self.is_sample() => Err(VaultError::Locked),
            None => Err(VaultError::HeaderDamaged),
        }
    }
}
