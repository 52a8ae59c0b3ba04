//! Looking into a safety copy: all of it is read, and no book is touched.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::Unlock;
use super::manifest::SafetyCopy;
use super::restore::Opened;
use crate::book::BookPlaces;
use crate::error::VaultError;
use crate::fsio;
use crate::keys::overwrite_stack;

/// A look into safety copies that others can end: a copy opens with the keys of the book, and they must not outlast a
/// book that is locked meanwhile.
#[derive(Debug, Clone, Default)]
pub struct Look(Arc<AtomicBool>);

impl Look {
    /// Ends the look, and every copy of it, for good. The keys are wiped within the piece that is being read: 64 KB, a scan,
    /// or SQLCipher's own pass over the pages.
    pub fn end(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Whether it was ended.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }

    pub(super) fn goes_on(&self) -> Result<(), VaultError> {
        if self.is_over() { Err(VaultError::Locked) } else { Ok(()) }
    }

    /// Tells what a safety copy holds, after checking every byte of it.
    ///
    /// # Errors
    /// [`VaultError::NotABook`], [`VaultError::NewerBook`], [`VaultError::WrongPhrase`], [`VaultError::WrongCode`],
    /// [`VaultError::HeaderDamaged`] (the code opens it still), [`VaultError::BookDamaged`]; [`VaultError::Locked`] when
    /// the look was ended.
    pub fn inspect(&self, path: &Path, unlock: &Unlock<'_>) -> Result<SafetyCopy, VaultError> {
        let seen = Opened::open(path, unlock, self).and_then(|opened| {
            let missing_files = opened.missing()?;
            Ok(SafetyCopy { missing_files, ..opened.into_copy() })
        });
        overwrite_stack();
        seen
    }

    /// Sees that a safety copy could be brought back: unpacks it out of sight, opens it, reads all of it, compares it with
    /// its manifest, and clears up.
    ///
    /// # Errors
    /// As [`Look::inspect`], and [`VaultError::BookDamaged`] for what only unpacking shows.
    pub fn check(&self, places: &BookPlaces, path: &Path, unlock: &Unlock<'_>) -> Result<SafetyCopy, VaultError> {
        let seen = self.unpacked(places, path, unlock);
        overwrite_stack();
        seen
    }

    fn unpacked(&self, places: &BookPlaces, path: &Path, unlock: &Unlock<'_>) -> Result<SafetyCopy, VaultError> {
        let mut opened = Opened::open(path, unlock, self)?;
        let missing_files = opened.missing()?;
        let folder = places.checking(opened.copy.book);
        fsio::create_private_dir(&folder.files())?;
        let checked = opened.unpack(&folder);
        let copy = opened.into_copy();
        fs::remove_dir_all(folder.path())?;
        // What was cut off is no damage.
        self.goes_on()?;
        checked?;
        Ok(SafetyCopy { missing_files, ..copy })
    }
}

/// As [`Look::inspect`], to the end.
///
/// # Errors
/// As there.
pub fn inspect_safety_copy(path: &Path, unlock: &Unlock<'_>) -> Result<SafetyCopy, VaultError> {
    Look::default().inspect(path, unlock)
}
