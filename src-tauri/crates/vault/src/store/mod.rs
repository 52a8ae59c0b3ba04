//! The door to the records: an open book, a clock and a source of ids, and one transaction at a time.
//!
//! Each family of records has a folder with its Rust and, beside it, the SQL it runs.

mod clock;
mod columns;
mod statement;
#[cfg(test)]
mod tests;

pub use clock::{Clock, RandomUids, SystemClock, UidSource};
pub(crate) use columns::{
    Stored, day, keyed, moment, moment_text, required_day, required_keyed, required_moment, small,
};
pub(crate) use statement::{Named, Tx, all, maybe, one};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::{
    agreements::Agreements, attachments::Attachments, book::Book, clients::Clients, drafts::Drafts,
    engagements::Engagements, error::VaultError, notes::Notes, papers::Papers, practice::Practice,
    questions::Questions, results::Results, sessions::Sessions, templates::Templates, timeline::Timeline,
};

/// What every function here answers with.
pub(crate) type Answer<T> = Result<T, VaultError>;

/// The answer to something that cannot be done as things stand, as ending a session that was never begun. The coach
/// is shown the newer state, which is what a stale screen needs.
pub(crate) const OUT_OF_TURN: VaultError = VaultError::Stale;

/// An open book with everything that can be asked of it.
pub struct Vault {
    book: Book,
    clock: Box<dyn Clock>,
    uids: Box<dyn UidSource>,
}

impl Vault {
    /// Puts the records over an open book.
    #[must_use]
    pub fn new(book: Book, clock: Box<dyn Clock>, uids: Box<dyn UidSource>) -> Self {
        Self { book, clock, uids }
    }

    /// Gives the book back, to be locked.
    #[must_use]
    pub fn into_book(self) -> Book {
        self.book
    }

    /// Returns the open book.
    #[must_use]
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// Returns the open book, for changing its passphrase.
    pub fn book_mut(&mut self) -> &mut Book {
        &mut self.book
    }

    /// Returns the moment the book's clock shows.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Returns the book's counter: it grows with every change, so that copies are ordered by it and not by a clock.
    ///
    /// # Errors
    /// [`VaultError::Storage`] and the like.
    pub fn last_rev(&self) -> Answer<u64> {
        one(self.read(), include_str!("last_rev.sql"), &[], |row| row.get::<_, i64>(0))
            .map(|rev| u64::try_from(rev).unwrap_or(0))
    }

    /// The one way to change anything: all of `change` is stored, or nothing of it.
    pub(crate) fn write<T>(&mut self, change: impl FnOnce(&mut Tx<'_>) -> Answer<T>) -> Answer<T> {
        let now = self.clock.now();
        let sql = Transaction::new(self.book.connection_mut(), TransactionBehavior::Immediate)?;
        let mut tx = Tx::new(&sql, now, self.uids.as_mut());
        let answer = change(&mut tx)?;
        tx.store_rev()?;
        sql.commit()?;
        Ok(answer)
    }

    /// The connection, for reading.
    pub(crate) fn read(&self) -> &Connection {
        self.book.connection()
    }
}

/// The families of records.
impl Vault {
    /// The coach, settings, answers about the practice.
    pub fn practice(&mut self) -> Practice<'_> {
        Practice(self)
    }

    /// Clients.
    pub fn clients(&mut self) -> Clients<'_> {
        Clients(self)
    }

    /// Engagements.
    pub fn engagements(&mut self) -> Engagements<'_> {
        Engagements(self)
    }

    /// Agreements.
    pub fn agreements(&mut self) -> Agreements<'_> {
        Agreements(self)
    }

    /// Files kept with a session or an agreement.
    pub fn attachments(&mut self) -> Attachments<'_> {
        Attachments(self)
    }

    /// Papers that are kept, given and signed.
    pub fn papers(&mut self) -> Papers<'_> {
        Papers(self)
    }

    /// Sessions and the rows beside their notes.
    pub fn sessions(&mut self) -> Sessions<'_> {
        Sessions(self)
    }

    /// Notes.
    pub fn notes(&mut self) -> Notes<'_> {
        Notes(self)
    }

    /// Open actions and follow-ups across sessions.
    pub fn results(&mut self) -> Results<'_> {
        Results(self)
    }

    /// The question bank as the coach made it hers.
    pub fn questions(&mut self) -> Questions<'_> {
        Questions(self)
    }

    /// The coach's own templates.
    pub fn templates(&mut self) -> Templates<'_> {
        Templates(self)
    }

    /// Half-typed words.
    pub fn drafts(&mut self) -> Drafts<'_> {
        Drafts(self)
    }

    /// A client's history, and Today.
    pub fn timeline(&mut self) -> Timeline<'_> {
        Timeline(self)
    }
}
