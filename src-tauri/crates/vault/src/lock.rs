//! One program per book: an operating-system lock on `book.lock`, freed by the system even after a crash.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use crate::error::VaultError;

/// Held as long as a book is open. Dropping it, or the end of the process, frees the book.
pub(crate) struct BookLock {
    // Never read: closing the file is what unlocks it.
    _file: File,
}

impl BookLock {
    /// Takes the lock at `path` at once or fails at once.
    ///
    /// # Errors
    /// [`VaultError::AlreadyOpen`] when another holder exists; otherwise what the file system said.
    pub(crate) fn take(path: &Path) -> Result<Self, VaultError> {
        let file = open_lock_file(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(VaultError::AlreadyOpen),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// Takes the lock at `path`, waiting for the other holder. Only for locks held for milliseconds.
    pub(crate) fn wait_for(path: &Path) -> Result<Self, VaultError> {
        let file = open_lock_file(path)?;
        file.lock()?;
        Ok(Self { _file: file })
    }
}

fn open_lock_file(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    // Not truncated: on some systems truncating a locked file fails.
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}
