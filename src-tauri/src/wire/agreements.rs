//! The agreement as a sheet with gaps.

use serde::Serialize;
use ts_rs::TS;

/// A piece of a clause: words, or a gap.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)] // The names say it.
pub enum ClausePart {
    Text {
        text: String,
    },
    #[serde(rename_all = "camelCase")]
    Gap {
        key: String,
        label: String,
        placeholder: String,
        value: Option<String>,
        line: bool,
        source: String,
    },
}

/// Two lists side by side.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct ClauseColumns {
    pub does: Vec<String>,
    pub does_not: Vec<String>,
}

/// A clause on the sheet.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct SheetClause {
    pub key: String,
    pub heading: String,
    pub included: bool,
    pub required: bool,
    pub body: String,
    pub parts: Vec<ClausePart>,
    pub columns: Option<ClauseColumns>,
}

/// A gap nobody has filled.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct MissingGap {
    pub key: String,
    pub label: String,
}

/// One version in the list of versions.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct VersionRow {
    pub version_id: i64,
    pub version_no: u32,
    pub status: String,
    pub issued_at: Option<String>,
    pub signed_on: Option<String>,
}

/// The sheet.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct AgreementSheet {
    pub version_id: i64,
    pub engagement_id: i64,
    pub client_id: i64,
    pub rev: i64,
    pub version_no: u32,
    pub status: String,
    pub issued_at: Option<String>,
    pub signed_on: Option<String>,
    /// The paper it was made ready with.
    pub paper_id: Option<i64>,
    pub signed_on_screen: bool,
    pub title: String,
    /// Whether the sponsor signs it too.
    pub of_three: bool,
    /// Who could: the sponsor of the programme.
    pub sponsor: Option<String>,
    /// The language the client reads, where clauses are in English all the same.
    pub english_for: Option<String>,
    pub client_name: String,
    pub clauses: Vec<SheetClause>,
    pub missing: Vec<MissingGap>,
    pub versions: Vec<VersionRow>,
}
