//! Agreements: clauses with gaps, versions that freeze.

use chrono::{DateTime, NaiveDate, Utc};

use crate::{AgreementId, EngagementId, VersionId, keyed::keyed_enum};

keyed_enum! {
    /// Where a version stands.
    VersionStatus {
        /// Can be changed.
        Draft = "draft",
        /// Made ready to sign; its text never changes again.
        Issued = "issued",
        /// Signed.
        Signed = "signed",
        /// A later version took its place.
        Superseded = "superseded",
    }
}

/// One clause of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Key in the library, or `own:` and a number for the coach's own.
    pub key: String,
    /// Heading.
    pub heading: String,
    /// Text with gaps in braces, in the block grammar of `text`.
    pub body: String,
    /// Whether it is part of this version.
    pub included: bool,
}

/// How one gap is filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GapAnswer {
    /// With words.
    Words(String),
    /// Left as a line to write on.
    Line,
}

/// A filled gap of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapFill {
    /// Key of the gap, as `fee_text`.
    pub key: String,
    /// Answer.
    pub answer: GapAnswer,
}

/// A version of an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementVersion {
    /// Row number.
    pub id: VersionId,
    /// Agreement it belongs to.
    pub agreement_id: AgreementId,
    /// Engagement it is for.
    pub engagement_id: EngagementId,
    /// Revision.
    pub rev: i64,
    /// 1, 2, …
    pub version_no: u32,
    /// Where it stands.
    pub status: VersionStatus,
    /// Moment it was made ready to sign.
    pub issued_at: Option<DateTime<Utc>>,
    /// Day it was signed on paper.
    pub signed_on: Option<NaiveDate>,
    /// Clauses in order, left-out ones too.
    pub clauses: Vec<Clause>,
    /// Gaps filled by hand for this version.
    pub fills: Vec<GapFill>,
    /// Whether a frozen PDF is kept.
    pub has_pdf: bool,
}
