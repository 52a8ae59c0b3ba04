//! The safety copies that are made by themselves, in a folder the coach chose.
//!
//! ```text
//! <chosen folder>/coachbook-<uid>/
//!     2026-03-04_safety-copy_000012.coachbook    a container without its scans, as `container` describes it
//!     scans/<32 hexadecimal digits>              each scan once, as it lies sealed in the book
//! ```
//!
//! Copies are ordered by their number; the day in a name is for people.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::container::read_first_page;
use crate::error::VaultError;
use crate::keys::BookId;

/// How a safety copy ends.
pub(crate) const ENDING: &str = "coachbook";

/// The folder of a book's own copies, below the one the coach chose.
pub(crate) fn own_folder(chosen: &Path, book: BookId) -> PathBuf {
    chosen.join(format!("coachbook-{book}"))
}

/// Returns the safety copies of a book that lie in a folder: those the coach wrote there herself, and those that were
/// made by themselves. A copy whose key page is damaged is told by the folder it lies in; others of that kind are left
/// out. No key is needed, and nothing but first pages is read.
///
/// # Errors
/// [`VaultError::BookMissing`] when the folder cannot be reached; what the file system said.
pub fn safety_copies_in(folder: &Path, book: BookId) -> Result<Vec<PathBuf>, VaultError> {
    if !folder.is_dir() {
        return Err(VaultError::BookMissing);
    }
    let mut found = Vec::new();
    for (place, ours) in [(folder.to_owned(), false), (own_folder(folder, book), true)] {
        for path in containers(&place)? {
            match book_of(&path) {
                Some(named) if named == book => found.push(path),
                None if ours => found.push(path),
                _ => {}
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Every file of a folder that ends as a safety copy does; none when there is no such folder.
fn containers(folder: &Path) -> Result<Vec<PathBuf>, VaultError> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == ENDING) && path.is_file() {
            paths.push(path);
        }
    }
    Ok(paths)
}

/// The book named on a container's first page, if it can be read.
fn book_of(path: &Path) -> Option<BookId> {
    let header = read_first_page(&mut File::open(path).ok()?).ok()?;
    header.ok().map(|header| header.book())
}
