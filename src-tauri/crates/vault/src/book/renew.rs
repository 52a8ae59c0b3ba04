//! A new root secret, and with it a new recovery code: for the coach whose sheet may be in other hands.
//!
//! Kill-safe at every step. The key file of the new secret is put in both places, the old one stays beside it, and only
//! then is every page of the database written under the new key, in one transaction. Whoever opens the book next tries
//! the new key file, then the old one; whichever the database answers to is kept, the other dropped.

use std::fs::File;

use rusqlite::Connection;

use super::{Book, LockedBook};
use crate::error::VaultError;
use crate::keys::{Argon2Cost, KeyHeader, Passphrase, RootSecret};
use crate::lock::BookLock;
use crate::open;

/// What became of the wish for a new recovery code.
pub enum RenewedCode {
    /// The book is open under the new code. The old code opens it no more; copies made before open with it still.
    Renewed(Book),
    /// The book is open under the code it had, for this reason.
    Unchanged(Book, VaultError),
    /// The book could not be opened again, for this reason. The next opening finds it under the old code or the new.
    Closed(VaultError),
}

impl Book {
    /// Gives the book a new root secret and a new recovery code. The passphrase stays, and has to be known. Files beside
    /// the database have keys of their own and are not touched. Takes as long as writing the database twice.
    #[must_use]
    pub fn renew_code(self, phrase: &Passphrase, cost: Argon2Cost) -> RenewedCode {
        match self.sealed_anew(phrase, cost) {
            Ok((root, header)) => self.rekeyed(root, header),
            Err(error) => RenewedCode::Unchanged(self, error),
        }
    }

    /// A new secret and its key file, both only in memory.
    fn sealed_anew(&self, phrase: &Passphrase, cost: Argon2Cost) -> Result<(RootSecret, KeyHeader), VaultError> {
        self.knows(phrase)?;
        let root = RootSecret::generate()?;
        let header = KeyHeader::seal(self.id(), &root, phrase, cost)?;
        Ok((root, header))
    }

    fn rekeyed(self, root: RootSecret, header: KeyHeader) -> RenewedCode {
        let files = self.locked.key_files();
        if let Err(error) = files.put(&header).and_then(|()| self.checkpoint()) {
            let mut unchanged = self;
            unchanged.heal_key_files();
            return RenewedCode::Unchanged(unchanged, error);
        }
        let Self { connection, raw, root: old_root, header: old_header, locked, _lock: lock, .. } = self;
        connection.flush_prepared_statement_cache();
        let rekeyed = connection.execute_batch(&root.database_key().rekey_pragma()).map_err(VaultError::from);
        // After a rekey, whatever it answered, only a new connection knows which key the file is under.
        if let Err((connection, _)) = connection.close() {
            drop(connection);
        }
        match reopened(&locked, &root, &header) {
            Ok(connection) => {
                let mut book = locked.opened(connection, raw, root, Some(header), lock);
                book.heal_key_files();
                RenewedCode::Renewed(book)
            }
            Err(VaultError::BookDamaged) => back(&locked, raw, old_root, old_header, lock, rekeyed),
            Err(error) => RenewedCode::Closed(error),
        }
    }
}

/// Opens the database under the new key and reads every page of it.
fn reopened(locked: &LockedBook, root: &RootSecret, header: &KeyHeader) -> Result<Connection, VaultError> {
    let connection = open::open_database(&locked.folder().database(), &root.database_key())?;
    open::check_whole(&connection)?;
    drop(connection);
    locked.connect(root, Some(header))
}

/// Opens the database under the key it had; the transaction that should have changed it left nothing behind.
fn back(
    locked: &LockedBook,
    raw: File,
    root: RootSecret,
    header: Option<KeyHeader>,
    lock: BookLock,
    rekeyed: Result<(), VaultError>,
) -> RenewedCode {
    let connection = match locked.connect(&root, header.as_ref()) {
        Ok(connection) => connection,
        Err(error) => return RenewedCode::Closed(error),
    };
    let mut book = locked.opened(connection, raw, root, header, lock);
    book.heal_key_files();
    RenewedCode::Unchanged(book, rekeyed.err().unwrap_or(VaultError::BookDamaged))
}
