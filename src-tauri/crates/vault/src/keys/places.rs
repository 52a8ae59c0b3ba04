//! The two places a key file is kept in, and how one copy heals the other.

use std::path::PathBuf;

use super::header::{BookId, KeyHeader};
use crate::error::VaultError;
use crate::fsio;

/// `book.keys` beside the database, and its copy in the config folder.
pub(crate) struct KeyFiles {
    book: BookId,
    /// In the order they are read and written.
    copies: [PathBuf; 2],
}

impl KeyFiles {
    /// The key files of `book` at these two paths.
    pub(crate) fn new(book: BookId, beside_database: PathBuf, in_config: PathBuf) -> Self {
        Self { book, copies: [beside_database, in_config] }
    }

    /// The first whole copy; the copies kept by an interrupted change come last.
    ///
    /// # Errors
    /// [`VaultError::HeaderDamaged`] when no copy is whole, [`VaultError::NewerBook`] when one is of a later format.
    pub(crate) fn read(&self) -> Result<KeyHeader, VaultError> {
        let previous = self.copies.iter().map(|path| fsio::sibling(path, ".prev"));
        let mut worst = VaultError::HeaderDamaged;
        for path in self.copies.iter().cloned().chain(previous) {
            // An unreadable copy is as good as none: the other one may be fine.
            let Ok(Some(bytes)) = fsio::read_small(&path, fsio::MAX_SMALL_FILE) else { continue };
            match KeyHeader::from_bytes(&bytes) {
                Ok(header) if header.book() == self.book => return Ok(header),
                Err(VaultError::NewerBook) => worst = VaultError::NewerBook,
                _ => {}
            }
        }
        Err(worst)
    }

    /// Puts `header` in both places, reads it back, and then drops the previous copies.
    ///
    /// The previous copies must not stay: the old passphrase would go on opening the book.
    ///
    /// # Errors
    /// What the file system said. The place beside the database is written first; if the second fails, the first
    /// already counts and the next opening heals the second.
    pub(crate) fn write(&self, header: &KeyHeader) -> Result<(), VaultError> {
        let bytes = header.to_bytes();
        for path in &self.copies {
            if let Some(folder) = path.parent() {
                fsio::create_private_dir(folder)?;
            }
            fsio::replace_keeping_previous(path, &bytes)?;
            if fsio::read_small(path, fsio::MAX_SMALL_FILE)?.as_ref() != Some(&bytes) {
                return Err(VaultError::HeaderDamaged);
            }
        }
        self.drop_previous()
    }

    /// Makes both copies equal to `header`, which has just opened the book, and clears what a crash left.
    ///
    /// # Errors
    /// What the file system said; the book is open all the same.
    pub(crate) fn repair(&self, header: &KeyHeader) -> Result<(), VaultError> {
        let bytes = header.to_bytes();
        for path in &self.copies {
            let whole = matches!(fsio::read_small(path, fsio::MAX_SMALL_FILE), Ok(Some(there)) if there == bytes);
            if !whole {
                if let Some(folder) = path.parent() {
                    fsio::create_private_dir(folder)?;
                }
                fsio::replace_file(path, &bytes)?;
            }
            fsio::remove_if_there(&fsio::sibling(path, ".next"))?;
        }
        self.drop_previous()
    }

    /// Deletes every copy, for a book that is being removed.
    pub(crate) fn remove(&self) -> Result<(), VaultError> {
        for path in &self.copies {
            for suffix in ["", ".prev", ".prev.next", ".next"] {
                fsio::remove_if_there(&fsio::sibling(path, suffix))?;
            }
        }
        Ok(())
    }

    fn drop_previous(&self) -> Result<(), VaultError> {
        for path in &self.copies {
            for suffix in [".prev", ".prev.next"] {
                fsio::remove_if_there(&fsio::sibling(path, suffix))?;
            }
        }
        Ok(())
    }
}
