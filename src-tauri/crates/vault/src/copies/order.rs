//! What a copy is made from. It is taken in a moment from the open book; the copying itself needs no key that opens a
//! record or a scan, so that it can go on when the book is locked.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};

use super::pages::{PageKey, SALT};
use super::{AT_WORK, LETTING_GO};
use crate::attachments::stored_files;
use crate::book::{Book, BookPlaces, HeldBook, LockedBook};
use crate::container::{ContainerKeys, CopyStamp, PackedFile, Packing, SafetyCopy, Temporary, first_page};
use crate::error::VaultError;
use crate::files::StoredName;
use crate::fsio;
use crate::keys::{BookId, KeyHeader};
use crate::lock::BookLock;

/// A wish for a copy: what will stand in it, and what its bytes are checked with.
pub struct CopyOrder {
    pub(super) book: LockedBook,
    pub(super) first_page: Vec<u8>,
    pub(super) keys: ContainerKeys,
    pub(super) pages: PageKey,
    pub(super) copy: SafetyCopy,
    /// The scans, as they lie sealed.
    pub(super) files: Vec<(StoredName, PackedFile)>,
}

impl Book {
    /// Takes down what a copy of this moment will hold. The bytes follow with [`CopyOrder::from_open`], before anything
    /// is written, or with [`CopyOrder::from_locked`].
    ///
    /// # Errors
    /// [`VaultError::DiskFull`] and the like, when the log cannot be emptied into the file.
    pub fn order_copy(&self) -> Result<CopyOrder, VaultError> {
        self.checkpoint()?;
        let locked = self.locked();
        let stamp = CopyStamp { sequence: 0, made_at: None };
        let packing = Packing::default();
        let copy = SafetyCopy::of(self.connection(), self.id(), &locked.name, locked.sample, stamp, packing)?;
        let header = match self.header() {
            Some(header) => first_page(header)?,
            None => first_page(&KeyHeader::without_slots(self.id(), self.root()))?,
        };
        Ok(CopyOrder {
            book: locked.clone(),
            first_page: header,
            keys: ContainerKeys::of(self.root()),
            pages: PageKey::new(&self.root().database_key(), salt_of(self.raw())?)?,
            copy: SafetyCopy { automatic: true, ..copy },
            files: stored_files(self.connection())?.iter().map(|stored| (stored.name, stored.packed())).collect(),
        })
    }

    /// Locks the book, as [`Book::lock`] does, and hands over its file for a copy of what it holds now. The key is wiped
    /// when this returns; until the file is copied nobody can open the book.
    pub fn lock_for_copy(self) -> (LockedFile, Result<(), VaultError>) {
        // Without it another program says that the book is open, which is no harm.
        let copied = BookLock::take(&self.folder().path().join(LETTING_GO)).ok();
        let (_, held, emptied) = self.lock_and_hold();
        (LockedFile(held, copied), emptied)
    }
}

impl LockedBook {
    /// Whether the program that has the book has locked it, and only takes down its bytes for a copy.
    #[must_use]
    pub fn is_being_copied(&self) -> bool {
        matches!(BookLock::take(&self.folder().path().join(LETTING_GO)), Err(VaultError::AlreadyOpen))
    }
}

/// The file of a book that was locked a moment ago.
///
/// Fields are dropped from top to bottom: who sees that it is no longer copied finds the book free.
pub struct LockedFile(HeldBook, #[allow(dead_code, reason = "held, never read")] Option<BookLock>);

/// The bytes of a book at one moment, in a file of their own beside it.
pub struct Snapshot {
    pub(super) order: CopyOrder,
    pub(super) file: Temporary,
    pub(super) bytes: u64,
}

impl CopyOrder {
    /// Copies the bytes of the open book, and lets nobody write meanwhile.
    ///
    /// # Errors
    /// [`VaultError::DiskFull`] and the like.
    pub fn from_open(self, book: &Book) -> Result<Snapshot, VaultError> {
        // What was written since the order belongs to the next copy; it may lie in the log, which is not copied.
        self.take(book.raw())
    }

    /// Copies the bytes of the locked book; after that it can be opened again.
    ///
    /// # Errors
    /// As [`CopyOrder::from_open`].
    pub fn from_locked(self, file: LockedFile) -> Result<Snapshot, VaultError> {
        self.take(&file.0.raw)
    }

    /// Returns the book's counter at the moment the copy will show.
    #[must_use]
    pub fn revision(&self) -> i64 {
        self.copy.max_rev
    }

    fn take(self, mut raw: &File) -> Result<Snapshot, VaultError> {
        let name = format!("snapshot-{:016x}.next", getrandom::u64().map_err(|_| VaultError::Storage(-2))?);
        let file = Temporary::at(self.book.folder().path().join(name))?;
        let mut target = fsio::create_private(&file.0, true)?;
        raw.seek(SeekFrom::Start(0))?;
        let bytes = io::copy(&mut raw, &mut target)?;
        Ok(Snapshot { order: self, file, bytes })
    }
}

impl BookPlaces {
    /// Deletes the snapshots that a crash left beside a book; nothing while somebody may be at work on one.
    ///
    /// # Errors
    /// What the file system said; they are sealed, and only take room.
    pub fn clear_snapshots(&self, book: BookId) -> Result<(), VaultError> {
        let folder = self.folder(book);
        let Ok(_nobody_else) = BookLock::take(&folder.path().join(AT_WORK)) else { return Ok(()) };
        for entry in fs::read_dir(folder.path())? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.strip_prefix("snapshot-").is_some_and(|rest| rest.strip_suffix(".next").is_some()) {
                fsio::remove_if_there(&entry.path())?;
            }
        }
        Ok(())
    }
}

/// The salt a database begins with.
fn salt_of(mut raw: &File) -> Result<[u8; SALT], VaultError> {
    let mut salt = [0; SALT];
    raw.seek(SeekFrom::Start(0))?;
    raw.read_exact(&mut salt)?;
    Ok(salt)
}
