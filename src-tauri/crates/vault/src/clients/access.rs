//! What was decided about records that name third persons, for a client who asks for their data.

use std::collections::HashMap;

use coachbook_core::{
    ClientId,
    access::{Held, Review},
};
use rusqlite::Error;

use super::Clients;
use crate::{
    files::sha256_hex,
    store::{Answer, Named, all},
};

/// Returns the mark of a record: other words, another mark.
pub fn record_mark(record: &Held) -> String {
    sha256_hex(format!("{}\n{}", record.title, record.text).as_bytes())
}

impl Clients<'_> {
    /// Returns what was decided, by the mark of the record.
    pub fn access_reviews(&self, client: ClientId) -> Answer<HashMap<String, Review>> {
        let rows = all(self.0.read(), include_str!("access/get.sql"), &[(":client", &client.0)], |row| {
            let choice: String = row.get("choice")?;
            let review = Review::from_parts(&choice, row.get("words")?).ok_or(Error::InvalidQuery)?;
            Ok((row.get("record_sha256")?, review))
        })?;
        Ok(rows.into_iter().collect())
    }

    /// Keeps what was decided about a record.
    pub fn review_record(&mut self, client: ClientId, mark: &str, review: &Review) -> Answer<()> {
        let (choice, words) = review.parts();
        let values: Named<'_> = &[(":client", &client.0), (":record", &mark), (":choice", &choice), (":words", &words)];
        self.0.write(|tx| tx.change(include_str!("access/save.sql"), values))
    }

    /// Forgets decisions about records that are gone, or read otherwise now: no words of theirs stay behind.
    pub fn forget_reviews(&mut self, client: ClientId, marks: &[String]) -> Answer<()> {
        self.0.write(|tx| {
            for mark in marks {
                tx.run(include_str!("access/forget.sql"), &[(":client", &client.0), (":record", mark)])?;
            }
            Ok(())
        })
    }
}
