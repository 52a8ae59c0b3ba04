//! A book as the next release would open it, for trying what an upgrade does when the machine fails in the middle.

use super::{Book, LockedBook};
use crate::error::VaultError;
use crate::lock::BookLock;
use crate::migrate;

/// What an invented next release changes: a table is built anew with its rows, as the worst of upgrades do, and one is
/// added.
const NEXT: &str = include_str!("next_release.sql");

impl LockedBook {
    /// Opens the sample and brings it up to the tables of an invented next release. Only `coachbook-faults` and tests use
    /// it: afterwards this program calls the book newer than itself.
    ///
    /// # Errors
    /// As [`LockedBook::open_sample`].
    #[doc(hidden)]
    pub fn open_sample_as_next_release(&self) -> Result<Book, VaultError> {
        self.must_be_there()?;
        let lock = BookLock::take(&self.folder().lock())?;
        let steps: Vec<&str> = migrate::MIGRATIONS.iter().copied().chain([NEXT]).collect();
        let raw = self.raw()?;
        let root = self.sample_root()?;
        let connection = self.connect_by(&root, None, &steps)?;
        Ok(self.opened(connection, raw, root, None, lock))
    }
}
