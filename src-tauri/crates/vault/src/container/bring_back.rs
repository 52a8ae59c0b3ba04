//! Bringing damaged files of the open book back from a safety copy, without touching anything else.

use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use super::format;
use super::restore::Opened;
use super::rewrap;
use super::write::is_whole;
use super::{Look, Unlock};
use crate::attachments::stored_files;
use crate::book::Book;
use crate::error::VaultError;
use crate::files::{FileStore, StoredFile};
use crate::fsio;

/// What became of the damaged files of a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BroughtBack {
    /// Files that are whole again.
    pub whole: u64,
    /// Files the copy does not hold; they stay as they are.
    pub still_lost: u64,
}

/// Looks for the attached files that are damaged or missing, and takes them from a safety copy of the same book. A file
/// never changes, so one of any age is the right one. The records are not touched.
///
/// # Errors
/// As [`inspect_safety_copy`](super::inspect_safety_copy); [`VaultError::WrongCode`] for a copy of another book,
/// [`VaultError::OlderCode`] for one from before a new recovery code.
pub fn bring_files_back(book: &Book, path: &Path) -> Result<BroughtBack, VaultError> {
    let store = FileStore::of(book);
    let mut lost = Vec::new();
    for stored in stored_files(book.connection())? {
        match store.read(&stored) {
            Err(VaultError::FileDamaged) => lost.push(stored),
            read => drop(read?),
        }
    }
    if let Ok(header) = rewrap::key_page(path)? {
        rewrap::is_under_this_code(book, &header)?;
    }
    let code = book.recovery_code();
    let mut copy = Opened::open(path, &Unlock::Code(&code), &Look::default())?;
    let behind = i64::try_from(copy.snapshot_bytes).map_err(|_| VaultError::BookDamaged)?;
    copy.file.seek(SeekFrom::Current(behind))?;
    let mut whole = 0;
    for (name, packed) in &copy.copy.files {
        match lost.iter().find(|stored| stored.name == *name) {
            Some(stored) => {
                let next = fsio::sibling(&store.path(*name), ".next");
                let mut file = fsio::create_private(&next, false)?;
                format::hashed_piece(&mut copy.file, packed.bytes, packed.hash, |part| Ok(file.write_all(part)?))?;
                file.sync_all()?;
                drop(file);
                put_in_place(&store, stored, &next)?;
                whole += 1;
            }
            None => {
                let length = i64::try_from(packed.bytes).map_err(|_| VaultError::BookDamaged)?;
                copy.file.seek(SeekFrom::Current(length))?;
            }
        }
    }
    for (name, wanted) in &copy.copy.beside {
        let Some(stored) = lost.iter().find(|stored| stored.name == *name) else { continue };
        let from = copy.scans.join(name.to_string());
        if is_whole(&from, wanted)? {
            let next = fsio::sibling(&store.path(*name), ".next");
            fs::copy(&from, &next)?;
            fs::File::open(&next)?.sync_all()?;
            put_in_place(&store, stored, &next)?;
            whole += 1;
        }
    }
    Ok(BroughtBack { whole, still_lost: (lost.len() as u64).saturating_sub(whole) })
}

/// Gives the file its name, and reads it as the coach will.
fn put_in_place(store: &FileStore, stored: &StoredFile, next: &Path) -> Result<(), VaultError> {
    let path = store.path(stored.name);
    fs::rename(next, &path)?;
    path.parent().map_or(Ok(()), fsio::sync_dir)?;
    store.read(stored).map(drop)
}
