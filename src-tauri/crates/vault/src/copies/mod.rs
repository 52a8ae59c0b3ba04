//! The safety copies that are made by themselves, in a folder the coach chose.
//!
//! ```text
//! <chosen folder>/coachbook-<uid>/
//!     2026-03-04_safety-copy_000012.coachbook    a container without its scans, as `container` describes it
//!     scans/<32 hexadecimal digits>              each scan once, as it lies sealed in the book
//! ```
//!
//! Copies are ordered by their number; the day in a name is for people.

mod make;
mod older;
mod order;
mod pages;
mod plan;
mod rotate;

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::container::{SCANS, SafetyCopy, is_whole, read_first_page};
use crate::error::VaultError;
use crate::fsio;
use crate::keys::BookId;

pub use make::{CopyProgress, MadeCopy};
pub use older::{CodeMark, forget_copies_before, forget_older_copies, older_copies_in};
pub use order::{CopyOrder, LockedFile, Snapshot};
pub use plan::{CopyPlan, LastCopy};

/// How a safety copy ends.
pub(crate) const ENDING: &str = "coachbook";

/// The folder of a book's own copies, below the one the coach chose.
pub(crate) fn own_folder(chosen: &Path, book: BookId) -> PathBuf {
    chosen.join(format!("coachbook-{book}"))
}

/// Locked in the book's folder while a copy is written.
pub(crate) const AT_WORK: &str = "copies.lock";

/// Locked in the book's folder while a locked book's bytes are taken down: the book will be free in a moment.
pub(crate) const LETTING_GO: &str = "letting-go.lock";

/// What stands between the day and the number in a copy's name.
const KIND: &str = "_safety-copy_";

/// The name of a copy: `2026-03-04_safety-copy_000012.coachbook`.
fn file_name(made_at: DateTime<Utc>, sequence: u64) -> String {
    format!("{}{KIND}{sequence:06}.{ENDING}", made_at.format("%Y-%m-%d"))
}

/// The number in a copy's name; none when it is no name we give.
fn sequence_of(name: &str) -> Option<u64> {
    let (_, number) = name.strip_suffix(ENDING)?.strip_suffix('.')?.split_once(KIND)?;
    let digits = number.len() >= 6 && number.bytes().all(|byte| byte.is_ascii_digit());
    number.parse().ok().filter(|_| digits)
}

/// Returns the newest of the copies that were made by themselves in a folder, by the number in its name.
///
/// # Errors
/// [`VaultError::CopiesUnreachable`]; [`VaultError::NotFound`] when there is none.
pub fn newest_copy_in(folder: &Path, book: BookId) -> Result<PathBuf, VaultError> {
    if !folder.is_dir() {
        return Err(VaultError::CopiesUnreachable);
    }
    let numbered = containers(&own_folder(folder, book))?.into_iter().filter_map(|path| {
        let number = sequence_of(&path.file_name()?.to_string_lossy())?;
        Some((number, path))
    });
    numbered.max().map(|(_, path)| path).ok_or(VaultError::NotFound)
}

/// Renames the scans beside a copy that are not whole to `<name>.damaged`: the next copy then brings them anew, if they
/// are whole in the book. Nothing is deleted.
///
/// # Errors
/// What the file system said.
pub fn set_damaged_scans_aside(path: &Path, copy: &SafetyCopy) -> Result<(), VaultError> {
    let scans = path.with_file_name(SCANS);
    for (name, wanted) in &copy.beside {
        let scan = scans.join(name.to_string());
        if scan.exists() && !is_whole(&scan, wanted)? {
            fs::rename(&scan, fsio::sibling(&scan, ".damaged"))?;
        }
    }
    Ok(())
}

/// Makes renames in a folder durable. Some systems of networks and sticks know no such thing for folders.
fn settle(folder: &Path) -> Result<(), VaultError> {
    match fsio::sync_dir(folder) {
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
        synced => Ok(synced?),
    }
}

/// Returns the safety copies of a book that lie in a folder: those the coach wrote there herself, and those that were
/// made by themselves. A copy whose key page is damaged is told by the folder it lies in; others of that kind are left
/// out. No key is needed, and nothing but first pages is read.
///
/// # Errors
/// [`VaultError::CopiesUnreachable`];  what the file system said.
pub fn safety_copies_in(folder: &Path, book: BookId) -> Result<Vec<PathBuf>, VaultError> {
    if !folder.is_dir() {
        return Err(VaultError::CopiesUnreachable);
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
