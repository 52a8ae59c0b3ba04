//! Letting old copies go, and the scans no copy names any more. Nothing is touched that is not surely ours.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use coachbook_core::safety_copies::{KeptCopy, to_let_go};

use super::{book_of, containers, sequence_of, settle};
use crate::container::{ContainerKeys, SCANS, SafetyCopy, read_first_page, read_manifest};
use crate::error::VaultError;
use crate::files::StoredName;
use crate::fsio;
use crate::keys::BookId;

/// The copies in a book's own folder.
pub(super) struct Present {
    /// Those that are ours without doubt: name, first page and sealed manifest say the same.
    ours: Vec<(PathBuf, SafetyCopy)>,
    /// Whether there are others: damaged ones, moved ones, those under an older code.
    others: bool,
    highest: u64,
}

impl Present {
    pub(super) fn read(own: &Path, book: BookId, keys: &ContainerKeys) -> Result<Self, VaultError> {
        let mut present = Self { ours: Vec::new(), others: false, highest: 0 };
        for path in containers(own)? {
            let named = path.file_name().and_then(|name| sequence_of(&name.to_string_lossy()));
            // A number in a name is never used again, whatever is behind it.
            present.highest = present.highest.max(named.unwrap_or_default());
            match manifest_of(&path, book, keys) {
                Some(copy) if copy.automatic && Some(copy.sequence) == named => present.ours.push((path, copy)),
                _ => present.others = true,
            }
        }
        Ok(present)
    }

    /// Whether there is a copy of which all of that is so.
    pub(super) fn is_there_one(&self) -> bool {
        !self.ours.is_empty()
    }

    /// Whether there is the one with this number.
    pub(super) fn has(&self, sequence: u64) -> bool {
        self.ours.iter().any(|(_, copy)| copy.sequence == sequence)
    }

    /// Those with a lower number.
    pub(super) fn before(&self, sequence: u64) -> Vec<PathBuf> {
        self.ours.iter().filter(|(_, copy)| copy.sequence < sequence).map(|(path, _)| path.clone()).collect()
    }

    /// Brings copies that were away when the passphrase was changed up to the present one: their first page is written
    /// anew, nothing else is. What fails is tried with the next copy; until then they open with the phrase they had.
    pub(super) fn bring_phrase(&self, first_page: &[u8]) {
        for (path, _) in &self.ours {
            let _ = with_first_page(path, first_page);
        }
    }

    /// The highest number in use.
    pub(super) fn highest(&self) -> u64 {
        self.highest
    }
}

fn with_first_page(path: &Path, page: &[u8]) -> Result<(), VaultError> {
    let mut file = File::options().read(true).write(true).open(path)?;
    let mut there = vec![0; page.len()];
    file.read_exact(&mut there)?;
    if there != page {
        file.seek(SeekFrom::Start(0))?;
        file.write_all(page)?;
        file.sync_all()?;
    }
    Ok(())
}

fn manifest_of(path: &Path, book: BookId, keys: &ContainerKeys) -> Option<SafetyCopy> {
    if book_of(path).is_some_and(|named| named != book) {
        return None;
    }
    let mut file = File::open(path).ok()?;
    read_first_page(&mut file).ok()?.ok()?;
    let (copy, _) = read_manifest(&mut file, keys).ok()?;
    (copy.book == book).then_some(copy)
}

/// Deletes the copies that may go, and then the scans that no copy names. Returns how many copies went.
pub(super) fn let_go(own: &Path, book: BookId, keys: &ContainerKeys) -> Result<usize, VaultError> {
    let present = Present::read(own, book, keys)?;
    let dated = present
        .ours
        .iter()
        .filter_map(|(_, copy)| Some(KeptCopy { sequence: copy.sequence, made_on: copy.made_at?.date_naive() }));
    let gone = to_let_go(&dated.collect::<Vec<_>>());
    let (old, kept): (Vec<_>, Vec<_>) = present.ours.into_iter().partition(|(_, copy)| gone.contains(&copy.sequence));
    for (path, _) in &old {
        fsio::remove_if_there(path)?;
    }
    // A copy nobody can read may name scans, too.
    if !present.others {
        let named: BTreeSet<StoredName> = kept.iter().flat_map(|(_, copy)| copy.beside.keys().copied()).collect();
        forget_scans(&own.join(SCANS), &named)?;
    }
    settle(own)?;
    Ok(old.len())
}

fn forget_scans(scans: &Path, named: &BTreeSet<StoredName>) -> Result<(), VaultError> {
    for entry in fs::read_dir(scans)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().parse::<StoredName>();
        if name.is_ok_and(|name| !named.contains(&name)) {
            fsio::remove_if_there(&entry.path())?;
        }
    }
    settle(scans)
}
