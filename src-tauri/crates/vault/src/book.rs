//! A book: a folder that is locked, or open and then able to answer.

mod keychain;
mod list;
mod make;
mod next_release;
mod open_book;
mod renew;
mod unlock;

use std::path::{Path, PathBuf};

use crate::error::VaultError;
use crate::keys::{BookId, KeyFiles};

pub(crate) use make::sample_note;
pub use open_book::Book;
pub(crate) use open_book::HeldBook;
pub use renew::RenewedCode;

/// Where books live on this computer. Both folders are given by the shell; they are made when first needed.
#[derive(Clone)]
pub struct BookPlaces {
    data_dir: PathBuf,
    config_dir: PathBuf,
}

impl BookPlaces {
    /// Books in `data_dir/books`, their list and second key copies in `config_dir`.
    #[must_use]
    pub fn new(data_dir: impl Into<PathBuf>, config_dir: impl Into<PathBuf>) -> Self {
        Self { data_dir: data_dir.into(), config_dir: config_dir.into() }
    }

    /// Returns the folder the books lie in; it may not be there yet.
    #[must_use]
    pub fn books_dir(&self) -> PathBuf {
        self.data_dir.join("books")
    }

    pub(crate) fn folder(&self, id: BookId) -> BookFolder {
        BookFolder(self.books_dir().join(id.to_string()))
    }

    /// The file that says where copies of a book go.
    pub(crate) fn plan_path(&self, id: BookId) -> PathBuf {
        self.config_dir.join("copies").join(format!("{id}.txt"))
    }

    pub(crate) fn key_files(&self, id: BookId) -> KeyFiles {
        let copy = self.config_dir.join("keys").join(format!("{id}.keys"));
        KeyFiles::new(id, self.folder(id).keys(), copy)
    }

    /// The folder a safety copy is unpacked in to see that it is whole.
    pub(crate) fn checking(&self, id: BookId) -> BookFolder {
        BookFolder(self.books_dir().join(format!(".check-{id}")))
    }

    /// The folder a book is put together in before it gets its name, so that no half-made book is ever seen.
    pub(crate) fn workshop(&self, id: BookId) -> BookFolder {
        BookFolder(self.books_dir().join(format!(".new-{id}")))
    }
}

/// The files of one book.
pub(crate) struct BookFolder(PathBuf);

impl BookFolder {
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.0.join("book.db")
    }

    pub(crate) fn keys(&self) -> PathBuf {
        self.0.join("book.keys")
    }

    pub(crate) fn lock(&self) -> PathBuf {
        self.0.join("book.lock")
    }

    /// Attachments, each sealed by itself.
    pub(crate) fn files(&self) -> PathBuf {
        self.0.join("files")
    }

    /// The sample's code, lying open.
    pub(crate) fn sample_key(&self) -> PathBuf {
        self.0.join("sample.key")
    }
}

/// A book nobody can ask anything: its identity and the name the coach gave it, no client text.
#[derive(Clone)]
pub struct LockedBook {
    pub(crate) places: BookPlaces,
    pub(crate) id: BookId,
    pub(crate) name: String,
    pub(crate) sample: bool,
}

impl LockedBook {
    /// Which book this is.
    #[must_use]
    pub fn id(&self) -> BookId {
        self.id
    }

    /// The name the coach gave the book; empty when the list of books was lost.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether this is the sample, which opens without asking.
    #[must_use]
    pub fn is_sample(&self) -> bool {
        self.sample
    }

    /// Whether the book's database is where it should be.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.folder().database().is_file()
    }

    pub(crate) fn folder(&self) -> BookFolder {
        self.places.folder(self.id)
    }

    pub(crate) fn key_files(&self) -> KeyFiles {
        self.places.key_files(self.id)
    }

    pub(crate) fn must_be_there(&self) -> Result<(), VaultError> {
        if self.is_there() { Ok(()) } else { Err(VaultError::BookMissing) }
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod upgrades;
