//! Changing a version as long as it is a draft.

use coachbook_core::{
    AgreementId, VersionId,
    agreement::{AgreementVersion, Clause, GapAnswer, VersionStatus},
};

use super::read::{version, versions};
use crate::{
    error::VaultError,
    store::{Answer, OUT_OF_TURN, Tx},
};

/// Changes a draft, marks it changed, and returns it. Triggers hold the same line for SQL that goes around this.
pub(super) fn change(
    tx: &mut Tx<'_>,
    id: VersionId,
    change: impl FnOnce(&mut Tx<'_>) -> Answer<()>,
) -> Answer<AgreementVersion> {
    if version(tx.sql, id)?.status != VersionStatus::Draft {
        return Err(OUT_OF_TURN);
    }
    change(tx)?;
    tx.change(include_str!("touch.sql"), &[(":version", &id.0)])?;
    version(tx.sql, id)
}

pub(super) fn add_version(tx: &mut Tx<'_>, agreement: AgreementId) -> Answer<VersionId> {
    tx.insert(include_str!("add_version.sql"), &[(":agreement", &agreement.0)]).map(VersionId)
}

pub(super) fn save_clause(tx: &mut Tx<'_>, id: VersionId, clause: &Clause) -> Answer<()> {
    tx.change(
        include_str!("save_clause.sql"),
        &[
            (":version", &id.0),
            (":key", &clause.key),
            (":heading", &clause.heading),
            (":body", &clause.body),
            (":included", &clause.included),
        ],
    )
}

/// Makes `clauses` the clauses of a draft, in their order; others are dropped.
pub(super) fn put_clauses(tx: &mut Tx<'_>, id: VersionId, clauses: &[Clause]) -> Answer<()> {
    tx.run(include_str!("drop_clauses.sql"), &[(":version", &id.0)])?;
    clauses.iter().try_for_each(|clause| save_clause(tx, id, clause))
}

pub(super) fn move_clause(tx: &mut Tx<'_>, id: VersionId, key: &str, to: usize) -> Answer<()> {
    let mut keys: Vec<String> = version(tx.sql, id)?.clauses.into_iter().map(|clause| clause.key).collect();
    let from = keys.iter().position(|other| other == key).ok_or(VaultError::NotFound)?;
    let moved = keys.remove(from);
    keys.insert(to.min(keys.len()), moved);
    for (place, key) in (1_i64..).zip(&keys) {
        tx.run(include_str!("place_clause.sql"), &[(":version", &id.0), (":key", key), (":ordinal", &place)])?;
    }
    Ok(())
}

pub(super) fn fill_gap(tx: &mut Tx<'_>, id: VersionId, key: &str, answer: &GapAnswer) -> Answer<()> {
    let (kind, words) = match answer {
        GapAnswer::Words(words) => ("words", Some(words)),
        GapAnswer::Line => ("line", None),
    };
    tx.change(
        include_str!("fill_gap.sql"),
        &[(":version", &id.0), (":key", &key), (":kind", &kind), (":words", &words)],
    )
}

pub(super) fn start_next_version(tx: &mut Tx<'_>, agreement: AgreementId) -> Answer<AgreementVersion> {
    let newest = versions(tx.sql, agreement)?.into_iter().next().ok_or(VaultError::NotFound)?;
    if newest.status == VersionStatus::Draft {
        return Ok(newest);
    }
    let next = add_version(tx, agreement)?;
    put_clauses(tx, next, &newest.clauses)?;
    for fill in &newest.fills {
        fill_gap(tx, next, &fill.key, &fill.answer)?;
    }
    version(tx.sql, next)
}
