//! Papers kept byte for byte: agreements made ready to sign, and what was given to somebody; to whom, when and how; and
//! what was signed on the screen.
//!
//! The bytes are kept first, then the file is written, then the giving is noted: a crash in between leaves a paper
//! nobody was given, never a giving without its paper.

mod rows;
mod signing;

use coachbook_core::{
    ClientId, PaperId, VersionId,
    giving::{Giving, GivingDraft, KeptPaper, Outstanding, PaperDraft, Signature, SignatureDraft, Subject},
};

use crate::{
    error::VaultError,
    files::sha256_hex,
    store::{Answer, Named, Stored, Vault, all, maybe, one},
};

/// What can be asked about papers that are kept.
pub struct Papers<'a>(pub(crate) &'a mut Vault);

impl Papers<'_> {
    /// Keeps a paper; one that is kept already, byte for byte, is not kept twice.
    pub fn keep(&mut self, draft: &PaperDraft, pdf: &[u8]) -> Answer<PaperId> {
        let sha256 = sha256_hex(pdf);
        let PaperDraft { subject, document_id, look, language, missing, masked, replaces, made_on } = draft;
        self.0.write(|tx| {
            let client = subject.client.0;
            let same: Named<'_> = &[(":client", &client), (":sha256", &sha256)];
            if let Some(id) = maybe(tx.sql, include_str!("same.sql"), same, |row| row.get(0))? {
                return Ok(PaperId(id));
            }
            let values: Named<'_> = &[
                (":client", &client),
                (":kind", &subject.kind),
                (":session", &subject.session.map(|id| id.0)),
                (":engagement", &subject.engagement.map(|id| id.0)),
                (":document_id", &document_id),
                (":look", &look),
                (":language", &language),
                (":missing", &missing),
                (":made_on", &Stored::from(*made_on)),
                (":masked", &masked),
                (":replaces", &replaces.map(|id| id.0)),
                (":sha256", &sha256),
                (":pdf", &pdf),
            ];
            tx.insert(include_str!("keep.sql"), values).map(PaperId)
        })
    }

    /// Returns what is known about a paper.
    pub fn get(&self, id: PaperId) -> Answer<KeptPaper> {
        one(self.0.read(), include_str!("get.sql"), &[(":id", &id.0)], rows::paper)
    }

    /// Returns the paper of a version that was made ready to sign.
    pub fn of_version(&self, version: VersionId) -> Answer<Option<PaperId>> {
        let id = maybe(self.0.read(), include_str!("of_version.sql"), &[(":version", &version.0)], |row| row.get(0))?;
        Ok(id.map(PaperId))
    }

    /// Returns the bytes of a paper.
    ///
    /// # Errors
    /// [`VaultError::PaperAltered`] when they are not the ones that were kept.
    pub fn bytes(&self, id: PaperId) -> Answer<Vec<u8>> {
        signing::whole_bytes(self.0.read(), id)
    }

    /// Returns the newest paper about the same that was given, of the masked ones or of the others.
    pub fn last_given(&self, subject: &Subject, masked: bool) -> Answer<Option<KeptPaper>> {
        let values: Named<'_> = &[
            (":client", &subject.client.0),
            (":kind", &subject.kind),
            (":session", &subject.session.map(|id| id.0)),
            (":engagement", &subject.engagement.map(|id| id.0)),
            (":masked", &masked),
        ];
        maybe(self.0.read(), include_str!("last_given.sql"), values, rows::paper)
    }

    /// Notes that a kept paper was given.
    pub fn log(&mut self, paper: PaperId, giving: &GivingDraft) -> Answer<()> {
        self.0.write(|tx| {
            let values: Named<'_> = &[
                (":paper", &paper.0),
                (":recipient", &giving.recipient),
                (":way", &giving.way.key()),
                (":locked", &giving.locked),
            ];
            tx.insert(include_str!("log.sql"), values).map(drop)
        })
    }

    /// Returns the papers of a client that were given or signed, newest first.
    pub fn of_client(&self, client: ClientId) -> Answer<Vec<KeptPaper>> {
        all(self.0.read(), include_str!("of_client.sql"), &[(":client", &client.0)], rows::paper)
    }

    /// Returns each time a paper of a client was given, newest first.
    pub fn givings(&self, client: ClientId) -> Answer<Vec<Giving>> {
        all(self.0.read(), include_str!("givings.sql"), &[(":client", &client.0)], rows::giving)
    }

    /// Returns the client's papers that wait for a signature, oldest first.
    pub fn outstanding(&self, client: ClientId) -> Answer<Vec<Outstanding>> {
        all(self.0.read(), include_str!("outstanding.sql"), &[(":client", &client.0)], rows::outstanding)
    }

    /// Returns the signatures made on a paper, in their order.
    pub fn signatures(&self, paper: PaperId) -> Answer<Vec<Signature>> {
        signing::signatures(self.0.read(), paper)
    }

    /// Signs a paper on the screen. An agreement that everybody has signed is signed from that day.
    ///
    /// # Errors
    /// [`VaultError::PaperAltered`] when the kept bytes are not the ones that were shown; [`VaultError::Stale`] when it
    /// is not to be signed, or this person has signed. Nothing is signed then.
    pub fn sign(&mut self, paper: PaperId, shown_sha256: &str, signature: &SignatureDraft) -> Answer<()> {
        self.0.write(|tx| signing::sign(tx, paper, shown_sha256, signature))
    }

    /// Removes a paper that was given; it can be restored. An agreement stays.
    pub fn remove(&mut self, id: PaperId) -> Answer<()> {
        self.set_removed(id, true)
    }

    /// Takes the removal of a paper back.
    pub fn restore(&mut self, id: PaperId) -> Answer<()> {
        self.set_removed(id, false)
    }

    fn set_removed(&mut self, id: PaperId, removed: bool) -> Answer<()> {
        self.0.write(|tx| tx.change(include_str!("set_removed.sql"), &[(":id", &id.0), (":removed", &removed)]))
    }
}

/// Checks bytes against the hash they were kept with.
pub(crate) fn whole(pdf: Vec<u8>, sha256: &str) -> Answer<Vec<u8>> {
    if sha256_hex(&pdf) == sha256 { Ok(pdf) } else { Err(VaultError::PaperAltered) }
}
