//! Copies from before a new recovery code. They open with the sheet of their time and with no other, so they count
//! neither as copies of the book nor among those that are let go by themselves.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::rotate::{self, Present};
use super::{AT_WORK, containers, own_folder, sequence_of};
use crate::book::Book;
use crate::container::{ContainerKeys, read_first_page};
use crate::error::VaultError;
use crate::fsio;
use crate::keys::{BookId, KeyHeader};
use crate::lock::BookLock;

/// Tells what is under the book's present recovery code from what is under an earlier one. It opens nothing.
#[derive(Clone, Copy)]
pub struct CodeMark {
    book: BookId,
    check: [u8; 8],
}

impl Book {
    /// Returns the mark of the present recovery code.
    #[must_use]
    pub fn code_mark(&self) -> CodeMark {
        CodeMark { book: self.id(), check: self.root().check_bytes() }
    }
}

/// Returns the copies made by themselves in a folder that are under an earlier recovery code. Only first pages are read.
///
/// # Errors
/// [`VaultError::CopiesUnreachable`]; what the file system said.
pub fn older_copies_in(chosen: &Path, mark: CodeMark) -> Result<Vec<PathBuf>, VaultError> {
    if !chosen.is_dir() {
        return Err(VaultError::CopiesUnreachable);
    }
    let mut found = containers(&own_folder(chosen, mark.book))?;
    found.retain(|path| is_older(path, mark));
    found.sort();
    Ok(found)
}

/// Deletes them, and the scans only they have. Refused before a copy under the present code is there. Returns how many
/// went.
///
/// # Errors
/// As [`older_copies_in`]; [`VaultError::NotFound`] without a newer copy, and then nothing is deleted.
pub fn forget_older_copies(book: &Book, chosen: &Path) -> Result<usize, VaultError> {
    let _one = BookLock::wait_for(&book.folder().path().join(AT_WORK))?;
    let older = older_copies_in(chosen, book.code_mark())?;
    let (own, keys) = (own_folder(chosen, book.id()), ContainerKeys::of(book.root()));
    if !Present::read(&own, book.id(), &keys)?.is_there_one() {
        return Err(VaultError::NotFound);
    }
    for path in &older {
        fsio::remove_if_there(path)?;
    }
    rotate::let_go(&own, book.id(), &keys)?;
    Ok(older.len())
}

/// Deletes every copy made by itself before the one with this number, under whatever code, and the scans only they have:
/// they hold what was erased since. Refused before that one is there. Returns how many went.
///
/// # Errors
/// As [`older_copies_in`]; [`VaultError::NotFound`] without that copy, and then nothing is deleted.
pub fn forget_copies_before(book: &Book, chosen: &Path, sequence: u64) -> Result<usize, VaultError> {
    let _one = BookLock::wait_for(&book.folder().path().join(AT_WORK))?;
    let older = older_copies_in(chosen, book.code_mark())?;
    let (own, keys) = (own_folder(chosen, book.id()), ContainerKeys::of(book.root()));
    let present = Present::read(&own, book.id(), &keys)?;
    if !present.has(sequence) {
        return Err(VaultError::NotFound);
    }
    let gone = [older, present.before(sequence)].concat();
    for path in &gone {
        fsio::remove_if_there(path)?;
    }
    rotate::let_go(&own, book.id(), &keys)?;
    Ok(gone.len())
}

/// A name we give, a whole first page of this book, and another code.
fn is_older(path: &Path, mark: CodeMark) -> bool {
    let named = path.file_name().is_some_and(|name| sequence_of(&name.to_string_lossy()).is_some());
    named && first_page_of(path).is_some_and(|there| there.book() == mark.book && there.check_bytes() != mark.check)
}

fn first_page_of(path: &Path) -> Option<KeyHeader> {
    read_first_page(&mut File::open(path).ok()?).ok()?.ok()
}
