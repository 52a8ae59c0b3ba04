//! A book's search index filled by itself, with its memory wiped when SQLite frees it, or not: what the wiping costs.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, params};

use crate::{engine, error::VaultError, migrate::MIGRATIONS, pragmas, store::all};

/// An encrypted file with the tables of a book, and nothing in it but the index of words.
pub struct WordIndex(Connection);

impl WordIndex {
    /// Makes the file under a key of no worth. The engine wipes in the whole program or not at all, and once it does it
    /// goes on: a program that compares starts one process for each.
    ///
    /// # Errors
    /// What SQLite or the file system said.
    pub fn create(path: &Path, wiped: bool) -> Result<Self, VaultError> {
        let connection = engine::open(path, OpenFlags::default())?;
        if wiped {
            pragmas::before_key(&connection)?;
        }
        connection.pragma_update(None, "key", format!("x'{}'", "5a".repeat(32)))?;
        pragmas::before_first_read(&connection)?;
        pragmas::for_writing(&connection)?;
        MIGRATIONS.iter().try_for_each(|step| connection.execute_batch(step))?;
        Ok(Self(connection))
    }

    /// Puts texts into the index, in one transaction.
    ///
    /// # Errors
    /// What SQLite or the file system said.
    pub fn fill(&mut self, texts: impl Iterator<Item = String>) -> Result<(), VaultError> {
        let transaction = self.0.transaction()?;
        for text in texts {
            transaction.prepare_cached(include_str!("word_index_keep.sql"))?.execute(params![text])?;
        }
        Ok(transaction.commit()?)
    }

    /// Returns the twenty best pieces with a word, as a list of findings shows them.
    ///
    /// # Errors
    /// What SQLite said.
    pub fn find(&self, word: &str) -> Result<Vec<String>, VaultError> {
        all(&self.0, include_str!("word_index_find.sql"), &[(":word", &word)], |row| row.get(0))
    }
}
