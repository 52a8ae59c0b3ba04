//! From a locked book to an open one: by passphrase, by the key in a keychain, by printed code, or, for the sample,
//! without asking.

use std::fs::File;

use rusqlite::Connection;

use super::{Book, LockedBook};
use crate::error::VaultError;
use crate::keys::{Argon2Cost, KeyHeader, KeychainKey, Passphrase, RootSecret};
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
        let mut book = self.open_by_key_file(|header| header.open(phrase))?;
        book.strengthen(phrase, wanted);
        Ok(book)
    }

    /// Opens the book with the key this computer's keychain keeps for it.
    ///
    /// # Errors
    /// As [`LockedBook::open_with_phrase`], with [`VaultError::WrongKeychain`] when that key is not the book's.
    pub fn open_with_keychain(&self, key: &KeychainKey) -> Result<Book, VaultError> {
        self.open_by_key_file(|header| header.open_with_keychain(key))
    }

    /// Whether a key in this computer's keychain opens the book.
    #[must_use]
    pub fn has_keychain(&self) -> bool {
        let newest = self.key_files().read().ok().and_then(|headers| headers.into_iter().next());
        newest.is_some_and(|header| header.has_keychain())
    }

    /// Opens the book with what `open` finds in its key file, and makes the copies of that file whole.
    fn open_by_key_file(
        &self,
        open: impl Fn(&KeyHeader) -> Result<RootSecret, VaultError>,
    ) -> Result<Book, VaultError> {
        self.must_be_there()?;
        let lock = BookLock::take(&self.folder().lock())?;
        let raw = self.raw()?;
        let (connection, root, header) = self.open_by_header(open)?;
        let mut book = self.opened(connection, raw, root, Some(header), lock);
        book.heal_key_files();
        Ok(book)
    }

    /// The newest key file says whether phrase or key is right. Where a change of the recovery code was cut off, the
    /// database may still be under the one before it.
    fn open_by_header(
        &self,
        open: impl Fn(&KeyHeader) -> Result<RootSecret, VaultError>,
    ) -> Result<(Connection, RootSecret, KeyHeader), VaultError> {
        let mut headers = self.key_files().read()?.into_iter();
        let newest = headers.next().ok_or(VaultError::HeaderDamaged)?;
        let root = open(&newest)?;
        match self.connect(&root, Some(&newest)) {
            Err(VaultError::BookDamaged) => {}
            connected => return connected.map(|connection| (connection, root, newest)),
        }
        for header in headers {
            let Ok(root) = open(&header) else { continue };
            if let Ok(connection) = self.connect(&root, Some(&header)) {
                return Ok((connection, root, header));
            }
        }
        Err(VaultError::BookDamaged)
    }

    /// Opens the book with the printed code alone; no key file is needed. [`Book::needs_new_phrase`] is true then.
    ///
    /// # Errors
    /// As [`LockedBook::open_with_phrase`], with [`VaultError::WrongCode`] for another book's code.
    pub fn open_with_code(&self, code: &RecoveryCode) -> Result<Book, VaultError> {
        self.must_be_there()?;
        let lock = BookLock::take(&self.folder().lock())?;
        let headers = self.key_files().read().unwrap_or_default();
        let known = headers.len();
        let header = headers.into_iter().find(|header| header.belongs_to(code.root()));
        if header.is_none() && known > 0 {
            return Err(VaultError::WrongCode);
        }
        let raw = self.raw()?;
        let connection = match self.connect(code.root(), header.as_ref()) {
            // One header vouches for its code. Without any, or with two after a change of the code that was cut off, a
            // code that is not the right one is likelier than damage.
            Err(VaultError::BookDamaged) if known != 1 => return Err(VaultError::WrongCode),
            connected => connected?,
        };
        let mut book = self.opened(connection, raw, code.root().clone(), header, lock);
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
        let raw = self.raw()?;
        let root = self.sample_root()?;
        let connection = self.connect(&root, None)?;
        Ok(self.opened(connection, raw, root, None, lock))
    }

    /// Opens the database, brings its tables up to date, and makes it ready for writing.
    pub(super) fn connect(&self, root: &RootSecret, header: Option<&KeyHeader>) -> Result<Connection, VaultError> {
        self.connect_by(root, header, migrate::MIGRATIONS)
    }

    /// Opens the database and brings its tables up to the last of `steps`.
    pub(super) fn connect_by(
        &self,
        root: &RootSecret,
        header: Option<&KeyHeader>,
        steps: &[&str],
    ) -> Result<Connection, VaultError> {
        let mut connection = open::open_database(&self.folder().database(), &root.database_key())?;
        if migrate::version(&connection)? > steps.len() {
            return Err(VaultError::NewerBook);
        }
        pragmas::for_writing(&connection)?;
        migrate::migrate_by(&mut connection, steps, |connection, from| {
            container::before_upgrade(connection, self, root, header, from)
        })?;
        Ok(connection)
    }

    /// The file of the database. It is opened before SQLite opens it and closed after: closing a file gives back what
    /// SQLite has locked in it.
    pub(super) fn raw(&self) -> Result<File, VaultError> {
        Ok(File::open(self.folder().database())?)
    }

    pub(super) fn opened(
        &self,
        connection: Connection,
        raw: File,
        root: RootSecret,
        header: Option<KeyHeader>,
        lock: BookLock,
    ) -> Book {
        Book {
            connection,
            raw,
            root,
            header,
            locked: self.clone(),
            needs_new_phrase: false,
            key_file_trouble: None,
            _lock: lock,
        }
    }
}
