//! Reading agreements back.

use chrono::{DateTime, Utc};
use coachbook_core::{
    AgreementId, ClientId, EngagementId, VersionId,
    agreement::{AgreementVersion, Clause, GapAnswer, GapFill, VersionStatus},
};
use rusqlite::{Connection, Row};

use crate::store::{Answer, Stored, all, day, maybe, moment, one, required_keyed, required_moment};

/// An agreement that waits for its signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsigned {
    /// The version that was issued.
    pub version_id: VersionId,
    /// The engagement it is for.
    pub engagement_id: EngagementId,
    /// The client.
    pub client_id: ClientId,
    /// Name as it stands in lists.
    pub display_name: String,
    /// Moment it was issued.
    pub issued_at: DateTime<Utc>,
}

pub(crate) fn version(sql: &Connection, id: VersionId) -> Answer<AgreementVersion> {
    let head = one(sql, include_str!("get.sql"), &[(":id", &id.0)], read_head)?;
    with_text(sql, head)
}

pub(super) fn current(sql: &Connection, engagement: EngagementId) -> Answer<Option<AgreementVersion>> {
    let id = maybe(sql, include_str!("current.sql"), &[(":engagement", &engagement.0)], |row| row.get(0))?;
    id.map(|id| version(sql, VersionId(id))).transpose()
}

pub(super) fn versions(sql: &Connection, agreement: AgreementId) -> Answer<Vec<AgreementVersion>> {
    let heads = all(sql, include_str!("versions.sql"), &[(":agreement", &agreement.0)], read_head)?;
    heads.into_iter().map(|head| with_text(sql, head)).collect()
}

pub(crate) fn unsigned_before(sql: &Connection, moment: DateTime<Utc>) -> Answer<Vec<Unsigned>> {
    all(sql, include_str!("unsigned.sql"), &[(":before", &Stored::from(moment))], |row| {
        Ok(Unsigned {
            version_id: VersionId(row.get("version_id")?),
            engagement_id: EngagementId(row.get("engagement_id")?),
            client_id: ClientId(row.get("client_id")?),
            display_name: row.get("display_name")?,
            issued_at: required_moment(row, "issued_at")?,
        })
    })
}

fn with_text(sql: &Connection, head: AgreementVersion) -> Answer<AgreementVersion> {
    let clauses = all(sql, include_str!("clauses.sql"), &[(":version", &head.id.0)], |row| {
        Ok(Clause {
            key: row.get("key")?,
            heading: row.get("heading")?,
            body: row.get("body")?,
            included: row.get("included")?,
        })
    })?;
    let fills = all(sql, include_str!("fills.sql"), &[(":version", &head.id.0)], |row| {
        let words: Option<String> = row.get("words")?;
        Ok(GapFill { key: row.get("key")?, answer: words.map_or(GapAnswer::Line, GapAnswer::Words) })
    })?;
    Ok(AgreementVersion { clauses, fills, ..head })
}

fn read_head(row: &Row<'_>) -> rusqlite::Result<AgreementVersion> {
    Ok(AgreementVersion {
        id: VersionId(row.get("id")?),
        agreement_id: AgreementId(row.get("agreement_id")?),
        engagement_id: EngagementId(row.get("engagement_id")?),
        rev: row.get("rev")?,
        version_no: row.get("version_no")?,
        status: required_keyed(row, "status", VersionStatus::from_key)?,
        issued_at: moment(row, "issued_at")?,
        signed_on: day(row, "signed_on")?,
        clauses: Vec::new(),
        fills: Vec::new(),
        has_pdf: row.get("has_pdf")?,
    })
}
