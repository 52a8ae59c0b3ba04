//! A change of passphrase reaches the safety copies that are at hand: their key page is written anew, nothing else is.

use std::fs::{File, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::{Unlock, format, inspect_safety_copy};
use crate::book::Book;
use crate::copies::AT_WORK;
use crate::error::VaultError;
use crate::keys::KeyHeader;
use crate::lock::BookLock;

/// Gives an older safety copy the book's present passphrase, in place: 4 KB are written, the rest is not touched.
///
/// # Errors
/// [`VaultError::OlderCode`] for a copy from before a new recovery code; [`VaultError::WrongCode`] for another book's;
/// [`VaultError::BookDamaged`] when its key page is damaged and the rest as well. Nothing is written then.
pub fn rewrap_safety_copy(book: &Book, path: &Path) -> Result<(), VaultError> {
    let header = book.header().ok_or(VaultError::HeaderDamaged)?;
    match key_page(path)? {
        // The key page says whose copy it is; its other bytes do not matter to a new lock.
        Ok(there) => is_under_this_code(book, &there)?,
        // Only the MAC over the whole file can vouch for a copy whose key page is damaged.
        Err(_) => inspect_safety_copy(path, &Unlock::Code(&book.recovery_code())).map(drop)?,
    }
    let mut file = OpenOptions::new().read(true).write(true).open(path)?;
    file.seek(SeekFrom::Start(0))?;
    file.write_all(&format::first_page(header)?)?;
    file.sync_all()?;
    match key_page(path)? {
        Ok(written) if written == header.without_keychain() => Ok(()),
        _ => Err(VaultError::HeaderDamaged),
    }
}

/// Gives each of these safety copies the book's present passphrase. Answers with those that keep an older one, and why.
#[must_use]
pub fn rewrap_safety_copies(book: &Book, paths: &[PathBuf]) -> Vec<(PathBuf, VaultError)> {
    // A copy that is being written by a program that is ending still has the older page.
    let _one = BookLock::wait_for(&book.folder().path().join(AT_WORK));
    let left = |path: &PathBuf| rewrap_safety_copy(book, path).err().map(|why| (path.clone(), why));
    paths.iter().filter_map(left).collect()
}

/// Sees that the book's present code opens what stands behind this key page.
pub(super) fn is_under_this_code(book: &Book, there: &KeyHeader) -> Result<(), VaultError> {
    if there.belongs_to(book.root()) {
        Ok(())
    } else if there.book() == book.id() {
        Err(VaultError::OlderCode)
    } else {
        Err(VaultError::WrongCode)
    }
}

/// Reads the key page of a safety copy; it may be damaged while the rest is not.
pub(super) fn key_page(path: &Path) -> Result<Result<KeyHeader, VaultError>, VaultError> {
    match File::open(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(VaultError::BookMissing),
        opened => format::read_first_page(&mut opened?),
    }
}
