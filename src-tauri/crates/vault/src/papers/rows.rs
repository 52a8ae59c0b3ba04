//! Reading papers back.

use coachbook_core::{
    ClientId, EngagementId, PaperId, SessionId, VersionId,
    giving::{
        Giving, GivingDraft, GivingWay, KeptPaper, Outstanding, Signature, SignatureDraft, SignerRole, Strokes, Subject,
    },
};
use rusqlite::{Error, Result, Row};

use crate::store::{day, required_day, required_keyed, required_moment, small};

pub(super) fn paper(row: &Row<'_>) -> Result<KeptPaper> {
    let number = |column: &str| row.get::<_, Option<i64>>(column);
    Ok(KeptPaper {
        id: PaperId(row.get("id")?),
        subject: Subject {
            client: ClientId(row.get("client_id")?),
            kind: row.get("kind")?,
            session: number("session_id")?.map(SessionId),
            engagement: number("engagement_id")?.map(EngagementId),
            version: number("version_id")?.map(VersionId),
        },
        document_id: row.get("document_id")?,
        look: row.get("look")?,
        language: row.get("language")?,
        missing: row.get("missing")?,
        masked: row.get("masked")?,
        replaces: number("replaces_id")?.map(PaperId),
        made_on: day(row, "made_on")?,
        sha256: row.get("sha256")?,
        kept_at: required_moment(row, "created_at")?,
    })
}

pub(super) fn giving(row: &Row<'_>) -> Result<Giving> {
    Ok(Giving {
        paper: PaperId(row.get("paper_id")?),
        at: required_moment(row, "created_at")?,
        draft: GivingDraft {
            recipient: row.get("recipient")?,
            way: required_keyed(row, "way", GivingWay::from_key)?,
            locked: row.get("locked")?,
        },
    })
}

pub(super) fn outstanding(row: &Row<'_>) -> Result<Outstanding> {
    Ok(Outstanding {
        paper: PaperId(row.get("id")?),
        kind: row.get("kind")?,
        version_no: small(row, "version_no")?,
        session: row.get::<_, Option<i64>>("session_id")?.map(SessionId),
        since: required_moment(row, "since")?,
    })
}

pub(super) fn signature(row: &Row<'_>) -> Result<Signature> {
    let drawn: Option<String> = row.get("strokes")?;
    let strokes = drawn.map(|text| Strokes::from_text(&text).ok_or(Error::InvalidQuery)).transpose()?;
    Ok(Signature {
        paper: PaperId(row.get("paper_id")?),
        at: required_moment(row, "created_at")?,
        sha256: row.get("sha256")?,
        draft: SignatureDraft {
            role: required_keyed(row, "role", SignerRole::from_key)?,
            name: row.get("name")?,
            strokes,
            place: row.get("place")?,
            signed_on: required_day(row, "signed_on")?,
            zone: row.get("zone")?,
            intent: row.get("intent")?,
        },
    })
}
