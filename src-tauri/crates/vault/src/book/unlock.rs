//! From a locked book to an open one: by passphrase, by printed code, or, for the sample, without asking.

use std::fs::File;

use super::{Book, LockedBook};
use crate::error::VaultError;
use crate::keys::{Argon2Cost, KeyHeader, Passphrase, RootSecret};
use crate::lock::BookLock;
use crate::recovery::RecoveryCode;
use crate::{container, migrate, open, pragmas};

impl LockedBook {
    /// Opens the book with its passphrase. Takes the time Argon2 takes; call it off the window's thread.
    ///
    /// A slot cheaper than [`Argon2Cost::FLOOR`] is sealed again with `wanted` on the way, and a missing or damaged
    /// copy of the key file is replaced.
    ///
    /// # Errors
    /// [`VaultError::WrongPhrase`], [`VaultError::AlreadyOpen`] (at once, before Argon2), [`VaultError::BookMissing`],
    /// [`VaultError::HeaderDamaged`], [`VaultError::BookDamaged`], [`VaultError::NotABook`], [`VaultError::NewerBook`].
    pub fn open_with_phrase(&self, phrase: &Passphrase, wanted: Argon2Cost) -> Result<Book, VaultError> {
        self.must_be_there()?;
        let lock = BookLock::take(&self.folder().lock())?;
        let header = self.key_files().read()?;
        let root = header.open(phrase)?;
        let mut book = self.open_with_root(root, Some(header), lock)?;
        book.heal_key_files();
        book.strengthen(phrase, wanted);
        Ok(book)
    }

    /// Opens the book with the printed code alone; no key file is needed. [`Book::needs_new_phrase`] is true then.
    ///
    /// # Errors
    /// As [`LockedBook::open_with_phrase`], with [`VaultError::WrongCode`] for another book's code.
    pub fn open_with_code(&self, code: &RecoveryCode) -> Result<Book, VaultError> {
        self.must_be_there()?;
        let lock = BookLock::take(&self.folder().lock())?;
        let header = self.key_files().read().ok();
        let ours = header.as_ref().map(|header| header.belongs_to(code.root()));
        if ours == Some(false) {
            return Err(VaultError::WrongCode);
        }
        let mut book = match self.open_with_root(code.root().clone(), header, lock) {
            // Without a header nothing vouches for the code, and a wrong one is likelier than damage.
            Err(VaultError::BookDamaged) if ours.is_none() => return Err(VaultError::WrongCode),
            opened => opened?,
        };
        book.needs_new_phrase = true;
        Ok(book)
    }

    /// Opens the sample.
    ///
    /// # Errors
    /// [`VaultError::HeaderDamaged`] when the key beside it is missing, which is so for every book that is no sample.
    pub fn open_sample(&self) -> Result<Book, VaultError> {
        self.must_be_there()?;
        let lock = BookLock::take(&self.folder().lock())?;
        self.open_with_root(self.sample_root()?, None, lock)
    }

    fn open_with_root(&self, root: RootSecret, header: Option<KeyHeader>, lock: BookLock) -> Result<Book, VaultError> {
        self.open_by(root, header, lock, migrate::MIGRATIONS)
    }

    /// Opens the book and brings its tables up to the last of `steps`.
    pub(super) fn open_by(
        &self,
        root: RootSecret,
        header: Option<KeyHeader>,
        lock: BookLock,
        steps: &[&str],
    ) -> Result<Book, VaultError> {
        let folder = self.folder();
        self.must_be_there()?;
        // Opened before SQLite opens it and closed after: closing a file gives back what SQLite has locked in it.
        let raw = File::open(folder.database())?;
        let mut connection = open::open_database(&folder.database(), &root.database_key())?;
        if migrate::version(&connection)? > steps.len() {
            return Err(VaultError::NewerBook);
        }
        pragmas::for_writing(&connection)?;
        migrate::migrate_by(&mut connection, steps, |connection, from| {
            container::before_upgrade(connection, self, &root, header.as_ref(), from)
        })?;
        Ok(Book {
            connection,
            raw,
            root,
            header,
            locked: self.clone(),
            needs_new_phrase: false,
            key_file_trouble: None,
            _lock: lock,
        })
    }
}
