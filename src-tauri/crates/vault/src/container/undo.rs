//! The book as it was before a safety copy took its place: kept beside it, until the coach lets it go.

use std::fs;
use std::path::PathBuf;

use crate::book::{Book, BookFolder, BookPlaces};
use crate::error::VaultError;
use crate::fsio;
use crate::keys::BookId;
use crate::lock::BookLock;

/// Where the present book is moved to: behind every other one, so that the one moved last has the highest number.
pub(super) fn next_aside(present: &BookFolder) -> Result<PathBuf, VaultError> {
    let number = last_aside(present)?.map_or(1, |(number, _)| number.saturating_add(1));
    Ok(aside(present, number))
}

fn aside(present: &BookFolder, number: u32) -> PathBuf {
    fsio::sibling(present.path(), &format!(".undo-{number}"))
}

/// Every book that was moved aside, with its number.
fn all_aside(present: &BookFolder) -> Result<Vec<(u32, PathBuf)>, VaultError> {
    let name = present.path().file_name().unwrap_or_default().to_string_lossy().into_owned();
    let entries = match fs::read_dir(present.path().parent().ok_or(VaultError::BookMissing)?) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        let text = entry.file_name().to_string_lossy().into_owned();
        let number = text.strip_prefix(&name).and_then(|rest| rest.strip_prefix(".undo-")?.parse().ok());
        if let Some(number) = number {
            found.push((number, entry.path()));
        }
    }
    Ok(found)
}

fn last_aside(present: &BookFolder) -> Result<Option<(u32, PathBuf)>, VaultError> {
    Ok(all_aside(present)?.into_iter().max_by_key(|(number, _)| *number))
}

/// Returns whether a book is kept that a safety copy took the place of.
///
/// # Errors
/// What the file system said.
pub fn has_undo(places: &BookPlaces, id: BookId) -> Result<bool, VaultError> {
    Ok(last_aside(&places.folder(id))?.is_some())
}

/// Returns whether the book as it was earlier lies beside the present one: what a safety copy took the place of, and
/// copies made before its tables were changed.
///
/// # Errors
/// What the file system said.
pub fn has_earlier_states(book: &Book) -> Result<bool, VaultError> {
    Ok(!book.copies_beside().is_empty() || has_undo(book.places(), book.id())?)
}

/// Deletes them all.
///
/// # Errors
/// What the file system said; what is left then is told by [`has_earlier_states`].
pub fn forget_earlier_states(book: &Book) -> Result<(), VaultError> {
    for path in book.copies_beside() {
        fsio::remove_if_there(&path)?;
    }
    forget_undo(book.places(), book.id())
}

/// Puts the book back that a safety copy took the place of; the present one is kept in its stead, so that this can be
/// taken back the same way.
///
/// # Errors
/// [`VaultError::NotFound`] when there is none; [`VaultError::AlreadyOpen`] while the present one is open.
pub fn undo_restore(places: &BookPlaces, id: BookId) -> Result<(), VaultError> {
    let _list = places.lock_list()?;
    let present = places.folder(id);
    let (_, before) = last_aside(&present)?.ok_or(VaultError::NotFound)?;
    let aside = next_aside(&present)?;
    // Given back before the rename because Windows renames no folder with an open file in it.
    drop(BookLock::take(&present.lock())?);
    fs::rename(present.path(), &aside)?;
    if let Err(error) = fs::rename(&before, present.path()) {
        fs::rename(&aside, present.path())?;
        return Err(error.into());
    }
    Ok(fsio::sync_dir(&places.books_dir())?)
}

/// Deletes every book that was moved aside.
///
/// # Errors
/// What the file system said; what is left then is told by [`has_undo`].
pub fn forget_undo(places: &BookPlaces, id: BookId) -> Result<(), VaultError> {
    let _list = places.lock_list()?;
    for (_, path) in all_aside(&places.folder(id))? {
        fs::remove_dir_all(path)?;
    }
    Ok(())
}
