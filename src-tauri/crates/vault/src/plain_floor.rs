//! A plain SQLite file with the settings of the book and none of its protection: the floor that saving a note is
//! measured against, and the control that shows what flipped bits do where no page carries a checksum.
//!
//! Only `coachbook-bench` and `coachbook-faults` use it, with invented words. It stands here because no other crate
//! may name rusqlite.

mod word_index;

use std::path::Path;

use rusqlite::{Connection, OpenFlags, params};

use crate::{engine, error::VaultError, keys::RootSecret, open, pragmas, store::all};

pub use word_index::WordIndex;

/// A plain file with one table that has the columns of a note.
pub struct PlainFloor(Connection);

impl PlainFloor {
    /// Makes the file.
    ///
    /// # Errors
    /// What SQLite or the file system said.
    pub fn create(path: &Path) -> Result<Self, VaultError> {
        let connection = engine::open(path, OpenFlags::default())?;
        connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
        pragmas::for_writing(&connection)?;
        connection.execute_batch(include_str!("plain_floor/create.sql"))?;
        Ok(Self(connection))
    }

    /// Makes the file as a book is made, encrypted and with its memory wiped: what the engine alone costs.
    ///
    /// # Errors
    /// What SQLite or the file system said.
    pub fn create_encrypted(path: &Path) -> Result<Self, VaultError> {
        let connection = open::create_database(path, &RootSecret::generate()?.database_key())?;
        pragmas::for_writing(&connection)?;
        connection.execute_batch(include_str!("plain_floor/create.sql"))?;
        Ok(Self(connection))
    }

    /// Opens a file that was made before and reads a row: the least an opening can be.
    ///
    /// # Errors
    /// What SQLite or the file system said.
    pub fn open(path: &Path) -> Result<Self, VaultError> {
        let connection = engine::open(path, OpenFlags::default())?;
        connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
        pragmas::for_writing(&connection)?;
        all(&connection, include_str!("plain_floor/newest.sql"), &[], |row| row.get::<_, String>(0))?;
        Ok(Self(connection))
    }

    /// Keeps one note in one transaction; it is on disk when this returns.
    ///
    /// # Errors
    /// What SQLite or the file system said.
    pub fn keep(&mut self, uid: &str, at: &str, text: &str) -> Result<(), VaultError> {
        self.0.prepare_cached(include_str!("plain_floor/keep.sql"))?.execute(params![uid, at, text])?;
        Ok(())
    }

    /// Moves everything into the main file and closes it.
    ///
    /// # Errors
    /// What SQLite or the file system said.
    pub fn close(self) -> Result<(), VaultError> {
        pragmas::checkpoint_truncate(&self.0)?;
        self.0.close().map_err(|(_, error)| VaultError::from(error))
    }

    /// Opens the file, lets SQLite check it, and returns the words of every note.
    ///
    /// # Errors
    /// [`VaultError::BookDamaged`] when SQLite notices something.
    pub fn read_back(path: &Path) -> Result<Vec<String>, VaultError> {
        let connection = engine::open(path, OpenFlags::default())?;
        let found: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        if found != "ok" {
            return Err(VaultError::BookDamaged);
        }
        all(&connection, include_str!("plain_floor/texts.sql"), &[], |row| row.get(0))
    }
}
