//! From a snapshot to a copy in the coach's folder: the scans that are not there yet, the container, a look at every
//! byte of it, and only then its name.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Seek;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use super::order::Snapshot;
use super::rotate::{self, Present};
use super::{AT_WORK, file_name, own_folder, settle};
use crate::container::{
    MacWriter, PackedFile, SCANS, SafetyCopy, check_mac, hashed_piece, in_chunks, is_whole, read_manifest,
    sealed_manifest, unique_sibling,
};
use crate::error::VaultError;
use crate::files::StoredName;
use crate::fsio;
use crate::lock::BookLock;

/// How far a copy is, for a screen to look at.
#[derive(Debug, Default)]
pub struct CopyProgress {
    done: AtomicU64,
    total: AtomicU64,
}

impl CopyProgress {
    /// Returns bytes that went through, and bytes there are.
    #[must_use]
    pub fn seen(&self) -> (u64, u64) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }

    fn begin(&self, total: u64) {
        self.done.store(0, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
    }

    fn add(&self, bytes: u64) {
        self.done.fetch_add(bytes, Ordering::Relaxed);
    }
}

/// A copy that was made, and looked at from its first byte to its last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeCopy {
    /// Where it lies.
    pub path: PathBuf,
    /// Its number.
    pub sequence: u64,
    /// The book's counter at the moment it shows.
    pub revision: i64,
    /// How long it is, its scans left out.
    pub bytes: u64,
    /// Scans that are damaged in the book and lie whole nowhere beside the copy.
    pub lost_files: u64,
    /// How long reading it back took, which is part of making it.
    pub read_back: Duration,
    /// Copies that were let go after it was made.
    pub let_go: usize,
}

impl Snapshot {
    /// Writes the copy into `chosen`, with a number above `after` and above every copy there, and lets old ones go.
    ///
    /// Nothing is let go unless this copy has its name. What a crash leaves behind is cleared by the next copy.
    ///
    /// # Errors
    /// [`VaultError::CopiesUnreachable`]; [`VaultError::DiskFull`], [`VaultError::ReadOnly`];
    /// [`VaultError::BookDamaged`] when the book's file is not whole, and then the older copies are what there is.
    pub fn write_into(
        self,
        chosen: &Path,
        made_at: DateTime<Utc>,
        after: u64,
        progress: &CopyProgress,
    ) -> Result<MadeCopy, VaultError> {
        if !chosen.is_dir() {
            return Err(VaultError::CopiesUnreachable);
        }
        // One copy at a time: a program that is ending may be at work on the one before.
        let _one = BookLock::wait_for(&self.order.book.folder().path().join(AT_WORK))?;
        let own = own_folder(chosen, self.order.book.id);
        let scans = own.join(SCANS);
        fsio::create_private_dir(&scans)?;
        clear_unfinished(&[&own, &scans])?;
        let present = Present::read(&own, self.order.book.id, &self.order.keys)?;
        progress.begin(self.bytes.saturating_mul(3).saturating_add(self.bytes_to_bring(&scans)));
        let (beside, lost_files) = self.bring_scans(&scans, progress)?;
        let copy = SafetyCopy {
            sequence: present.highest().max(after).saturating_add(1),
            made_at: Some(made_at),
            beside,
            lost_files,
            ..self.order.copy.clone()
        };
        let path = own.join(file_name(made_at, copy.sequence));
        let read_back = self.write_container(&path, &copy, progress)?;
        let made = MadeCopy {
            sequence: copy.sequence,
            revision: copy.max_rev,
            bytes: fs::metadata(&path)?.len(),
            lost_files,
            read_back,
            let_go: 0,
            path,
        };
        present.bring_phrase(&self.order.first_page);
        // The new copy is there, whatever becomes of the old ones.
        let let_go = rotate::let_go(&own, self.order.book.id, &self.order.keys).unwrap_or_default();
        Ok(MadeCopy { let_go, ..made })
    }

    fn bytes_to_bring(&self, scans: &Path) -> u64 {
        let missing = self.order.files.iter().filter(|(name, wanted)| !is_there(&beside(scans, *name), wanted));
        missing.map(|(_, wanted)| wanted.bytes.saturating_mul(2)).sum()
    }

    /// Copies each scan that is not there yet; returns those that are now, and how many are damaged in the book.
    fn bring_scans(
        &self,
        scans: &Path,
        progress: &CopyProgress,
    ) -> Result<(BTreeMap<StoredName, PackedFile>, u64), VaultError> {
        let (mut there, mut lost) = (BTreeMap::new(), 0);
        for (name, wanted) in &self.order.files {
            let target = beside(scans, *name);
            if is_there(&target, wanted) || self.bring_scan(*name, wanted, &target, progress)? {
                there.insert(*name, *wanted);
            } else {
                lost += 1;
            }
        }
        settle(scans)?;
        Ok((there, lost))
    }

    /// Copies one scan and reads it back; false when it is damaged in the book.
    fn bring_scan(
        &self,
        name: StoredName,
        wanted: &PackedFile,
        target: &Path,
        progress: &CopyProgress,
    ) -> Result<bool, VaultError> {
        let source = self.order.book.folder().files().join(name.to_string());
        let Ok(mut source) = File::open(source) else { return Ok(false) };
        let part = Part(unique_sibling(target)?);
        let mut file = fsio::create_private(&part.0, true)?;
        let copied = hashed_piece(&mut source, wanted.bytes, wanted.hash, |chunk| {
            progress.add(chunk.len() as u64);
            Ok(std::io::Write::write_all(&mut file, chunk)?)
        });
        match copied {
            Err(VaultError::BookDamaged) => return Ok(false),
            copied => copied?,
        }
        file.sync_all()?;
        drop(file);
        if !is_whole(&part.0, wanted)? {
            return Err(VaultError::Storage(-6));
        }
        progress.add(wanted.bytes);
        fs::rename(&part.0, target)?;
        Ok(true)
    }

    /// Returns how long reading it back took.
    fn write_container(&self, path: &Path, copy: &SafetyCopy, progress: &CopyProgress) -> Result<Duration, VaultError> {
        let order = &self.order;
        let part = Part(unique_sibling(path)?);
        let file = fsio::create_private(&part.0, true)?;
        let mut writer = MacWriter::begin(file, &order.keys, &order.first_page)?;
        writer.add(&sealed_manifest(&order.keys, copy)?)?;
        writer.add(&self.bytes.to_le_bytes())?;
        in_chunks(&mut File::open(&self.file.0)?, |chunk| {
            progress.add(chunk.len() as u64);
            writer.add(chunk)
        })?;
        writer.finish()?;
        let written = Instant::now();
        self.look_at(&part.0, copy, progress)?;
        let read_back = written.elapsed();
        fs::rename(&part.0, path)?;
        path.parent().map_or(Ok(()), settle)?;
        Ok(read_back)
    }

    /// Opens what was written anew, and reads all of it: the manifest, and side by side the checksum over the whole and
    /// each page.
    fn look_at(&self, part: &Path, copy: &SafetyCopy, progress: &CopyProgress) -> Result<(), VaultError> {
        let keys = &self.order.keys;
        let mut file = File::open(part)?;
        let (there, bytes) = read_manifest(&mut file, keys)?;
        // The manifest keeps seconds only.
        let same = SafetyCopy { made_at: copy.made_at, counts: copy.counts, ..there } == *copy;
        if !same || bytes != self.bytes {
            return Err(VaultError::BookDamaged);
        }
        let start = file.stream_position()?;
        thread::scope(|scope| {
            let whole = scope.spawn(move || {
                check_mac(&mut file, keys, |read| {
                    progress.add(read);
                    Ok(())
                })
            });
            self.order.pages.check(part, start, bytes, |read| progress.add(read))?;
            whole.join().map_err(|_| VaultError::Storage(-7))?
        })
    }
}

fn beside(scans: &Path, name: StoredName) -> PathBuf {
    scans.join(name.to_string())
}

/// Whether a scan lies beside the copies. It was read back when it was put there, and never changes; all of its bytes
/// are looked at when a copy is checked or brought back.
fn is_there(path: &Path, wanted: &PackedFile) -> bool {
    fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() == wanted.bytes)
}

/// A file that is being written; deleted when it goes out of scope, unless it was renamed away.
struct Part(PathBuf);

impl Drop for Part {
    fn drop(&mut self) {
        // The next copy clears what stays.
        let _ = fs::remove_file(&self.0);
    }
}

/// Deletes what a crash left: files with the name of one of ours and the ending of a file that is being written.
fn clear_unfinished(folders: &[&Path]) -> Result<(), VaultError> {
    for folder in folders {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if is_unfinished(&entry.file_name().to_string_lossy()) {
                fsio::remove_if_there(&entry.path())?;
            }
        }
    }
    Ok(())
}

/// `<name>.<16 hexadecimal digits>.part`, where the name is a copy's or a scan's.
fn is_unfinished(name: &str) -> bool {
    let ours = name.strip_suffix(".part").and_then(|rest| rest.rsplit_once('.'));
    ours.is_some_and(|(of, random)| {
        random.len() == 16
            && random.bytes().all(|byte| byte.is_ascii_hexdigit())
            && (super::sequence_of(of).is_some() || of.parse::<StoredName>().is_ok())
    })
}
