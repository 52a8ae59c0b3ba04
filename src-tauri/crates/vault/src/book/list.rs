//! `books.txt` in the config folder: one line a book, `uid TAB own|sample TAB name`.
//!
//! The folders are the truth, the list only adds names: a lost or damaged list hides no book.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use super::{BookPlaces, LockedBook};
use crate::error::VaultError;
use crate::fsio;
use crate::keys::BookId;
use crate::lock::BookLock;

/// First line of the list.
const TITLE: &str = "coachbook books 1";
/// Longest name kept, in characters; it stands in a line of a list on the start screen.
const MAX_NAME_CHARS: usize = 120;

impl BookPlaces {
    /// All books of this computer: the listed ones in their order, then those found in the folder only.
    ///
    /// # Errors
    /// [`VaultError::ReadOnly`] when a folder may not be read, else [`VaultError::Storage`].
    pub fn books(&self) -> Result<Vec<LockedBook>, VaultError> {
        let mut books = self.listed();
        let known: BTreeSet<BookId> = books.iter().map(LockedBook::id).collect();
        for id in self.found()?.difference(&known) {
            let sample = self.folder(*id).sample_key().is_file();
            books.push(LockedBook { places: self.clone(), id: *id, name: String::new(), sample });
        }
        Ok(books)
    }

    /// The book with this identity.
    ///
    /// # Errors
    /// [`VaultError::BookMissing`] when there is none.
    pub fn book(&self, id: BookId) -> Result<LockedBook, VaultError> {
        self.books()?.into_iter().find(|book| book.id == id).ok_or(VaultError::BookMissing)
    }

    /// Gives a book another name.
    ///
    /// # Errors
    /// [`VaultError::BookMissing`]; what the file system said.
    pub fn rename(&self, id: BookId, name: &str) -> Result<LockedBook, VaultError> {
        let mut book = self.book(id)?;
        book.name = one_line(name);
        let _list = self.lock_list()?;
        self.put_in_list(&book)?;
        Ok(book)
    }

    /// Held while the list or the set of folders changes: two programs may be open.
    pub(crate) fn lock_list(&self) -> Result<BookLock, VaultError> {
        fsio::create_private_dir(&self.config_dir)?;
        BookLock::wait_for(&self.config_dir.join("books.lock"))
    }

    /// Adds or renames; the caller holds [`BookPlaces::lock_list`].
    pub(crate) fn put_in_list(&self, book: &LockedBook) -> Result<(), VaultError> {
        let mut books = self.listed();
        match books.iter_mut().find(|listed| listed.id == book.id) {
            Some(listed) => *listed = book.clone(),
            None => books.push(book.clone()),
        }
        self.write_list(&books)
    }

    /// Takes a book off the list; the caller holds [`BookPlaces::lock_list`].
    pub(crate) fn take_off_list(&self, id: BookId) -> Result<(), VaultError> {
        let mut books = self.listed();
        books.retain(|book| book.id != id);
        self.write_list(&books)
    }

    fn list_path(&self) -> PathBuf {
        self.config_dir.join("books.txt")
    }

    fn write_list(&self, books: &[LockedBook]) -> Result<(), VaultError> {
        let mut text = format!("{TITLE}\n");
        for book in books {
            let kind = if book.sample { "sample" } else { "own" };
            text.push_str(&format!("{}\t{kind}\t{}\n", book.id, one_line(&book.name)));
        }
        Ok(fsio::replace_file(&self.list_path(), text.as_bytes())?)
    }

    /// What the list says; lines that make no sense are passed over.
    fn listed(&self) -> Vec<LockedBook> {
        let bytes = fsio::read_small(&self.list_path(), fsio::MAX_SMALL_FILE).ok().flatten();
        let text = String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default();
        text.lines().skip(1).filter_map(|line| self.read_line(line)).collect()
    }

    fn read_line(&self, line: &str) -> Option<LockedBook> {
        let mut parts = line.splitn(3, '\t');
        let id = parts.next()?.parse().ok()?;
        let sample = parts.next()? == "sample";
        Some(LockedBook { places: self.clone(), id, name: parts.next()?.to_owned(), sample })
    }

    /// Folders that hold a book.
    fn found(&self) -> Result<BTreeSet<BookId>, VaultError> {
        let entries = match fs::read_dir(self.books_dir()) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
            Err(error) => return Err(error.into()),
        };
        let ids = entries.flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        Ok(ids.filter(|id| self.folder(*id).database().is_file()).collect())
    }
}

/// A name that fits in one line of the list.
pub(crate) fn one_line(name: &str) -> String {
    let flat: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    flat.trim().chars().take(MAX_NAME_CHARS).collect()
}
