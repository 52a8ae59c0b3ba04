//! Erasing a client for good, and the little that says it was done.

use chrono::{DateTime, Utc};
use coachbook_core::{ClientId, hours::EarlierHours};
use rusqlite::Row;

use super::Clients;
use crate::{
    error::VaultError,
    store::{Answer, Named, Stored, all, day, one, required_moment, small},
};

/// How much there is about a client, without what was removed and can still come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientHoldings {
    /// Sessions, held and planned.
    pub sessions: u32,
    /// Lines of notes.
    pub notes: u32,
    /// Insights, actions and whatever else came out of sessions.
    pub results: u32,
    /// Papers that were given or made ready to sign.
    pub papers: u32,
    /// Scans.
    pub scans: u32,
}

/// What is left of a client who was erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasedClient {
    /// The number they had in this book, as "Client 001".
    pub pseudonym: String,
    /// When they were erased.
    pub erased_at: DateTime<Utc>,
    /// What they had agreed to add to the log of hours.
    pub hours: Option<EarlierHours>,
}

impl Clients<'_> {
    /// Counts what there is about a client.
    pub fn holdings(&self, id: ClientId) -> Answer<ClientHoldings> {
        one(self.0.read(), include_str!("erasing/holdings.sql"), &[(":id", &id.0)], |row| {
            Ok(ClientHoldings {
                sessions: row.get("sessions")?,
                notes: row.get("notes")?,
                results: row.get("results")?,
                papers: row.get("papers")?,
                scans: row.get("scans")?,
            })
        })
    }

    /// Returns whether a session with this client is under way.
    pub fn is_being_met(&self, id: ClientId) -> Answer<bool> {
        one(self.0.read(), include_str!("erasing/is_met.sql"), &[(":id", &id.0)], |row| row.get(0))
    }

    /// Erases a client for good: every record about them, their place in the search, their files, and the log that
    /// held them. `hours` is what stays in the log of hours, without a name. Safety copies made before still have them.
    ///
    /// Returns what kept the disk from being cleared up, if anything did: the records are gone all the same, and the
    /// next opening goes on with it.
    ///
    /// # Errors
    /// [`VaultError::SessionUnderWay`], [`VaultError::NotFound`]; what the disk said. Nothing is erased then.
    pub fn erase(&mut self, id: ClientId, hours: Option<&EarlierHours>) -> Answer<Option<VaultError>> {
        if self.is_being_met(id)? {
            return Err(VaultError::SessionUnderWay);
        }
        let values: Named<'_> = &[
            (":id", &id.0),
            (":first", &Stored::Day(hours.map(|sum| sum.first))),
            (":last", &Stored::Day(hours.map(|sum| sum.last))),
            (":paid", &hours.map(|sum| sum.paid_minutes)),
            (":pro_bono", &hours.map(|sum| sum.pro_bono_minutes)),
        ];
        self.0.write(|tx| {
            tx.change(include_str!("erasing/note.sql"), values)?;
            tx.change(include_str!("erasing/erase.sql"), &[(":id", &id.0)])
        })?;
        let cleared = self.0.attachments().tidy().and_then(|()| self.0.book().checkpoint());
        Ok(cleared.err())
    }

    /// Returns what is left of those who were erased, oldest first.
    pub fn erased(&self) -> Answer<Vec<ErasedClient>> {
        all(self.0.read(), include_str!("erasing/erased.sql"), &[], |row| {
            Ok(ErasedClient {
                pseudonym: row.get("pseudonym")?,
                erased_at: required_moment(row, "created_at")?,
                hours: read_hours(row)?,
            })
        })
    }
}

fn read_hours(row: &Row<'_>) -> rusqlite::Result<Option<EarlierHours>> {
    let (first, last) = (day(row, "first_on")?, day(row, "last_on")?);
    let (paid, pro_bono) = (small(row, "paid_minutes")?, small(row, "pro_bono_minutes")?);
    Ok(first.zip(last).zip(paid.zip(pro_bono)).map(|((first, last), (paid_minutes, pro_bono_minutes))| EarlierHours {
        first,
        last,
        paid_minutes,
        pro_bono_minutes,
    }))
}
