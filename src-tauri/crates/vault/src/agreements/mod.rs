//! Agreements: versions that are drafted clause by clause, issued with their paper, and frozen from then on.

mod draft;
mod read;

pub use read::Unsigned;
pub(crate) use read::{unsigned_before, version};

use chrono::{Duration, NaiveDate};
use coachbook_core::{
    AgreementId, EngagementId, VersionId,
    agreement::{AgreementVersion, Clause, GapAnswer},
    giving::agreement_kind,
};

use crate::{
    files::sha256_hex,
    papers::whole,
    store::{Answer, Named, OUT_OF_TURN, Stored, Tx, Vault, maybe},
};

/// What can be asked about agreements.
pub struct Agreements<'a>(pub(crate) &'a mut Vault);

impl Agreements<'_> {
    /// Returns the newest version of an engagement's agreement: the one being drafted, else the one in force.
    pub fn current(&self, engagement: EngagementId) -> Answer<Option<AgreementVersion>> {
        read::current(self.0.read(), engagement)
    }

    /// Returns a version.
    pub fn get(&self, id: VersionId) -> Answer<AgreementVersion> {
        read::version(self.0.read(), id)
    }

    /// Returns all versions of an agreement, newest first.
    pub fn versions(&self, agreement: AgreementId) -> Answer<Vec<AgreementVersion>> {
        read::versions(self.0.read(), agreement)
    }

    /// Starts the agreement of an engagement with version 1; one that was started is returned as it is.
    pub fn start(&mut self, engagement: EngagementId, clauses: &[Clause]) -> Answer<AgreementVersion> {
        self.0.write(|tx| {
            if let Some(version) = read::current(tx.sql, engagement)? {
                return Ok(version);
            }
            let agreement = tx.insert(include_str!("start.sql"), &[(":engagement", &engagement.0)])?;
            let version = draft::add_version(tx, AgreementId(agreement))?;
            draft::put_clauses(tx, version, clauses)?;
            read::version(tx.sql, version)
        })
    }

    /// Saves a clause of a draft: a new key is put at the end.
    pub fn save_clause(&mut self, version: VersionId, clause: &Clause) -> Answer<AgreementVersion> {
        self.0.write(|tx| draft::change(tx, version, |tx| draft::save_clause(tx, version, clause)))
    }

    /// Begins a draft anew with other clauses; what filled its gaps stays.
    pub fn begin_anew(&mut self, version: VersionId, clauses: &[Clause]) -> Answer<AgreementVersion> {
        self.0.write(|tx| draft::change(tx, version, |tx| draft::put_clauses(tx, version, clauses)))
    }

    /// Moves a clause of a draft to place `to`, counted from 0.
    pub fn move_clause(&mut self, version: VersionId, key: &str, to: usize) -> Answer<AgreementVersion> {
        self.0.write(|tx| draft::change(tx, version, |tx| draft::move_clause(tx, version, key, to)))
    }

    /// Takes a clause of a draft in, or leaves it out.
    pub fn include_clause(&mut self, version: VersionId, key: &str, included: bool) -> Answer<AgreementVersion> {
        self.0.write(|tx| {
            draft::change(tx, version, |tx| {
                tx.change(
                    include_str!("include_clause.sql"),
                    &[(":version", &version.0), (":key", &key), (":included", &included)],
                )
            })
        })
    }

    /// Makes `clauses` the clauses of a draft, in their order.
    pub fn set_clauses(&mut self, version: VersionId, clauses: &[Clause]) -> Answer<AgreementVersion> {
        self.0.write(|tx| draft::change(tx, version, |tx| draft::put_clauses(tx, version, clauses)))
    }

    /// Fills a gap of a draft.
    pub fn fill_gap(&mut self, version: VersionId, key: &str, answer: &GapAnswer) -> Answer<AgreementVersion> {
        self.0.write(|tx| draft::change(tx, version, |tx| draft::fill_gap(tx, version, key, answer)))
    }

    /// Empties a gap of a draft.
    pub fn clear_gap(&mut self, version: VersionId, key: &str) -> Answer<AgreementVersion> {
        self.0.write(|tx| {
            draft::change(tx, version, |tx| {
                tx.run(include_str!("clear_gap.sql"), &[(":version", &version.0), (":key", &key)])?;
                Ok(())
            })
        })
    }

    /// Freezes a draft with its gaps resolved and its paper beside it. The version before it is superseded now.
    pub fn issue(&mut self, version: VersionId, clauses: &[Clause], pdf: &[u8]) -> Answer<AgreementVersion> {
        let sha256 = sha256_hex(pdf);
        self.0.write(|tx| {
            draft::change(tx, version, |tx| {
                draft::put_clauses(tx, version, clauses)?;
                let kind = agreement_kind(clauses);
                let paper: Named<'_> =
                    &[(":version", &version.0), (":kind", &kind), (":pdf", &pdf), (":sha256", &sha256)];
                tx.change(include_str!("keep_paper.sql"), paper)?;
                tx.run(include_str!("supersede.sql"), &[(":version", &version.0)])?;
                tx.change(include_str!("issue.sql"), &[(":version", &version.0)])
            })
        })
    }

    /// Returns the paper of an issued version, byte for byte as it was issued.
    ///
    /// # Errors
    /// [`VaultError::PaperAltered`](crate::VaultError::PaperAltered) when it is not as it was issued.
    pub fn pdf(&self, version: VersionId) -> Answer<Option<Vec<u8>>> {
        let kept = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get::<_, String>(1)?));
        let kept = maybe(self.0.read(), include_str!("pdf.sql"), &[(":version", &version.0)], kept)?;
        kept.map(|(pdf, sha256)| whole(pdf, &sha256)).transpose()
    }

    /// Notes the day an issued version was signed.
    pub fn mark_signed(&mut self, version: VersionId, on: NaiveDate) -> Answer<AgreementVersion> {
        self.0.write(|tx| {
            note_signed(tx, version, on)?;
            read::version(tx.sql, version)
        })
    }

    /// Starts the next version as a copy of the newest; one being drafted already is returned as it is.
    pub fn start_next_version(&mut self, agreement: AgreementId) -> Answer<AgreementVersion> {
        self.0.write(|tx| draft::start_next_version(tx, agreement))
    }

    /// Returns what was issued `days` days ago or earlier and is not signed, oldest first.
    pub fn unsigned_since(&self, days: u32) -> Answer<Vec<Unsigned>> {
        read::unsigned_before(self.0.read(), self.0.now() - Duration::days(i64::from(days)))
    }
}

/// Notes the day a version was signed; it has to be issued.
pub(crate) fn note_signed(tx: &mut Tx<'_>, version: VersionId, on: NaiveDate) -> Answer<()> {
    let values: Named<'_> = &[(":version", &version.0), (":on", &Stored::from(on))];
    if tx.run(include_str!("mark_signed.sql"), values)? == 0 { Err(OUT_OF_TURN) } else { Ok(()) }
}
