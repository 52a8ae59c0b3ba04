//! Making a safety copy: snapshot, pack, read back, and only then give it its name.

use std::fs::{self, File};
use std::io::{Seek, SeekFrom};
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::CopyStamp;
use super::format::{self, ContainerKeys, MacWriter};
use super::manifest::{PackedFile, Packing, SafetyCopy};
use crate::attachments::stored_files;
use crate::book::{Book, LockedBook};
use crate::error::VaultError;
use crate::files::FileStore;
use crate::keys::{KeyHeader, RootSecret};
use crate::{fsio, open};

/// Pages copied in one step of SQLite's backup: 4 MiB.
const PAGES_A_STEP: i32 = 1024;

/// Writes a safety copy of an open book to `path`, replacing a file of that name only when the new one is proven.
///
/// The snapshot is checked page by page and row count by row count, every attached file byte by byte; the finished file
/// is read back and its MAC compared, all before it gets its name. An attached file that is damaged in the book keeps no
/// copy from being made: [`SafetyCopy::lost_files`] counts it.
///
/// # Errors
/// [`VaultError::DiskFull`], [`VaultError::ReadOnly`], [`VaultError::BookDamaged`] when the book itself is not whole.
pub fn write_safety_copy(book: &Book, path: &Path, stamp: CopyStamp) -> Result<SafetyCopy, VaultError> {
    let source =
        Source { connection: book.connection(), book: book.locked(), root: book.root(), header: book.header() };
    let packing = source.packing()?;
    source.write_to(path, stamp, packing)
}

/// What a copy is made from.
pub(super) struct Source<'a> {
    pub(super) connection: &'a Connection,
    pub(super) book: &'a LockedBook,
    pub(super) root: &'a RootSecret,
    pub(super) header: Option<&'a KeyHeader>,
}

impl Source<'_> {
    /// Checks every attached file and notes what will stand in the copy.
    fn packing(&self) -> Result<Packing, VaultError> {
        let store = self.store();
        let mut packing = Packing::default();
        for stored in stored_files(self.connection)? {
            if is_whole(&store.path(stored.name), &stored.packed())? {
                packing.files.insert(stored.name, stored.packed());
            } else {
                packing.lost += 1;
            }
        }
        Ok(packing)
    }

    fn store(&self) -> FileStore {
        FileStore::new(self.book.folder().files())
    }

    pub(super) fn write_to(&self, path: &Path, stamp: CopyStamp, packing: Packing) -> Result<SafetyCopy, VaultError> {
        let copy = SafetyCopy::of(self.connection, self.book.id, &self.book.name, self.book.sample, stamp, packing)?;
        // The snapshot lies in the book's own folder: the target may be slow, or watched by a sync program.
        let snapshot = Temporary::at(self.book.folder().path().join("snapshot.next"))?;
        self.snapshot_to(&snapshot.0, &copy)?;
        let packed = Temporary::at(unique_sibling(path)?)?;
        self.pack(&snapshot.0, &packed.0, &copy)?;
        let mut read_back = File::open(&packed.0)?;
        let (there, snapshot_bytes) = format::read_verified(&mut read_back, &ContainerKeys::of(self.root), |_| Ok(()))?;
        if there.rows != copy.rows || there.files != copy.files {
            return Err(VaultError::BookDamaged);
        }
        let behind = i64::try_from(snapshot_bytes).map_err(|_| VaultError::BookDamaged)?;
        read_back.seek(SeekFrom::Current(behind))?;
        for file in there.files.values() {
            format::hashed_piece(&mut read_back, file.bytes, file.hash, |_| Ok(()))?;
        }
        drop(read_back);
        fs::rename(&packed.0, path)?;
        path.parent().map_or(Ok(()), fsio::sync_dir)?;
        Ok(copy)
    }

    /// An encrypted database like the book's at this moment, checked through a connection of its own.
    fn snapshot_to(&self, path: &Path, copy: &SafetyCopy) -> Result<(), VaultError> {
        let key = self.root.database_key();
        drop(fsio::create_private(path, true)?);
        let mut target = open::connect(path, &key)?;
        {
            let backup = Backup::new(self.connection, &mut target)?;
            while backup.step(PAGES_A_STEP)? == StepResult::More {}
        }
        // The copy carries no WAL: it is one file.
        target.pragma_update(None, "journal_mode", "DELETE")?;
        target.close().map_err(|(_, error)| error)?;
        let fresh = open::open_database(path, &key)?;
        open::check_whole(&fresh)?;
        if !copy.describes(&fresh)? {
            return Err(VaultError::BookDamaged);
        }
        fresh.close().map_err(|(_, error)| VaultError::from(error))
    }

    fn pack(&self, snapshot: &Path, target: &Path, copy: &SafetyCopy) -> Result<(), VaultError> {
        let slotless;
        let header = match self.header {
            Some(header) => header,
            None => {
                slotless = KeyHeader::without_slots(self.book.id, self.root);
                &slotless
            }
        };
        let file = fsio::create_private(target, true)?;
        let keys = ContainerKeys::of(self.root);
        let mut writer = MacWriter::begin(file, &keys, &format::first_page(header)?)?;
        writer.add(&format::sealed_manifest(&keys, copy)?)?;
        let snapshot = File::open(snapshot)?;
        writer.add(&snapshot.metadata()?.len().to_le_bytes())?;
        writer.add_all(snapshot)?;
        for name in copy.files.keys() {
            writer.add_all(File::open(self.store().path(*name))?)?;
        }
        writer.finish()
    }
}

/// Whether a sealed file is, byte for byte, the one that was written. No key is needed.
pub(crate) fn is_whole(path: &Path, wanted: &PackedFile) -> Result<bool, VaultError> {
    let mut file = match File::open(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        opened => opened?,
    };
    if file.metadata()?.len() != wanted.bytes {
        return Ok(false);
    }
    match format::hashed_piece(&mut file, wanted.bytes, wanted.hash, |_| Ok(())) {
        Err(VaultError::BookDamaged) => Ok(false),
        read => read.map(|()| true),
    }
}

/// A file that is deleted when it goes out of scope, unless it was renamed away.
pub(crate) struct Temporary(pub(crate) PathBuf);

impl Temporary {
    /// Clears the way for a file at `path`; a leftover there belongs to a crash.
    pub(crate) fn at(path: PathBuf) -> Result<Self, VaultError> {
        fsio::remove_if_there(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        for suffix in ["", "-wal", "-journal"] {
            // What cannot be deleted is encrypted and in the way of nobody.
            let _ = fs::remove_file(fsio::sibling(&self.0, suffix));
        }
    }
}

/// A name beside `path` that no other program writing there has.
pub(crate) fn unique_sibling(path: &Path) -> Result<PathBuf, VaultError> {
    let random = getrandom::u64().map_err(|_| VaultError::Storage(-2))?;
    Ok(fsio::sibling(path, &format!(".{random:016x}.part")))
}
