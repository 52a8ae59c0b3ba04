//! Signing on the screen: bound to the bytes that were shown, and to nothing else.

use coachbook_core::{
    PaperId,
    agreement::VersionStatus,
    giving::{KeptPaper, Signature, SignatureDraft, SignerRole, all_signed, waits_for_signatures},
};
use rusqlite::Connection;

use super::{rows, whole};
use crate::{
    agreements,
    error::VaultError,
    store::{Answer, Named, OUT_OF_TURN, Stored, Tx, all, one},
};

pub(super) fn whole_bytes(sql: &Connection, id: PaperId) -> Answer<Vec<u8>> {
    let kept = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get::<_, String>(1)?));
    let (pdf, sha256) = one(sql, include_str!("bytes.sql"), &[(":id", &id.0)], kept)?;
    whole(pdf, &sha256)
}

pub(super) fn signatures(sql: &Connection, paper: PaperId) -> Answer<Vec<Signature>> {
    all(sql, include_str!("signatures.sql"), &[(":paper", &paper.0)], rows::signature)
}

pub(super) fn sign(tx: &mut Tx<'_>, id: PaperId, shown_sha256: &str, signature: &SignatureDraft) -> Answer<()> {
    let paper = one(tx.sql, include_str!("get.sql"), &[(":id", &id.0)], rows::paper)?;
    whole_bytes(tx.sql, id)?;
    if paper.sha256 != shown_sha256 {
        return Err(VaultError::PaperAltered);
    }
    let before: Vec<SignerRole> = signatures(tx.sql, id)?.iter().map(|one| one.draft.role).collect();
    let status = paper.subject.version.map(|id| agreements::version(tx.sql, id).map(|version| version.status));
    let status = status.transpose()?;
    let kind = &paper.subject.kind;
    if !waits_for_signatures(kind, status, &before) || before.contains(&signature.role) {
        return Err(OUT_OF_TURN);
    }
    insert(tx, &paper, signature)?;
    let signed: Vec<SignerRole> = before.into_iter().chain([signature.role]).collect();
    match paper.subject.version.filter(|_| status == Some(VersionStatus::Issued)) {
        Some(version) if all_signed(kind, &signed) => agreements::note_signed(tx, version, signature.signed_on),
        _ => Ok(()),
    }
}

fn insert(tx: &mut Tx<'_>, paper: &KeptPaper, signature: &SignatureDraft) -> Answer<()> {
    let values: Named<'_> = &[
        (":paper", &paper.id.0),
        (":role", &signature.role.key()),
        (":name", &signature.name),
        (":method", &signature.method().key()),
        (":strokes", &signature.strokes.as_ref().map(|strokes| strokes.to_text())),
        (":place", &signature.place),
        (":signed_on", &Stored::from(signature.signed_on)),
        (":zone", &signature.zone),
        (":intent", &signature.intent),
        (":sha256", &paper.sha256),
    ];
    tx.insert(include_str!("sign.sql"), values).map(drop)
}
