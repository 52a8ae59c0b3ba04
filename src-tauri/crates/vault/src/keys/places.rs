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

    /// The whole copies, the newest first, one of each root secret; those kept by an interrupted change come last. More
    /// than one is there only when a change of the recovery code was cut off.
    ///
    /// # Errors
    /// [`VaultError::HeaderDamaged`] when no copy is whole, [`VaultError::NewerBook`] when one is of a later format.
    pub(crate) fn read(&self) -> Result<Vec<KeyHeader>, VaultError> {
        let previous = self.copies.iter().map(|path| fsio::sibling(path, ".prev"));
        let mut worst = VaultError::HeaderDamaged;
        let mut whole: Vec<KeyHeader> = Vec::new();
        for path in self.copies.iter().cloned().chain(previous) {
            // An unreadable copy is as good as none: the other one may be fine.
            let Ok(Some(bytes)) = fsio::read_small(&path, fsio::MAX_SMALL_FILE) else { continue };
            match KeyHeader::from_bytes(&bytes) {
                // An older phrase for the same root is no way in any more: the first one counts.
                Ok(header) if header.book() == self.book && whole.iter().all(|other| !other.shares_root(&header)) => {
                    whole.push(header);
                }
                Err(VaultError::NewerBook) => worst = VaultError::NewerBook,
                _ => {}
            }
        }
        if whole.is_empty() { Err(worst) } else { Ok(whole) }
    }

    /// Puts `header` in both places and reads it back. The copies that were there stay beside them until
    /// [`KeyFiles::settle`], so that whoever finds the change to be no good can go back.
    ///
    /// # Errors
    /// What the file system said. The place beside the database is written first.
    pub(crate) fn put(&self, header: &KeyHeader) -> Result<(), VaultError> {
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
        Ok(())
    }

    /// Makes both copies equal to `header`, which opens the book, and drops every other: an older passphrase must not go
    /// on opening it, and what a crash left is of no use.
    ///
    /// # Errors
    /// What the file system said; the book is open all the same.
    pub(crate) fn settle(&self, header: &KeyHeader) -> Result<(), VaultError> {
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
