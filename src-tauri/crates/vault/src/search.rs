//! Lines on their way into the search.

use rusqlite::{Transaction, TransactionBehavior};

use crate::{book::Book, error::VaultError, store::one};

impl Book {
    /// Brings the search up to the newest line. Keeping a line leaves its words out, because a client waits meanwhile
    /// (`decisions/0014`); whoever searches calls this first, and then finds every word.
    ///
    /// # Errors
    /// [`VaultError::DiskFull`] and the like; the lines are safe all the same.
    pub fn index_lines(&self) -> Result<(), VaultError> {
        let sql = self.connection();
        if !one(sql, include_str!("search/waiting.sql"), &[], |row| row.get(0))? {
            return Ok(());
        }
        let change = Transaction::new_unchecked(sql, TransactionBehavior::Immediate)?;
        change.execute(include_str!("search/index_lines.sql"), [])?;
        change.execute(include_str!("search/move_mark.sql"), [])?;
        Ok(change.commit()?)
    }
}
