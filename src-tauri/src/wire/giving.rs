//! Giving a copy, and what was given.

use coachbook_documents::mask::Place;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A place where a third person is named.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)] // The names say it.
pub struct MaskPlace {
    pub before: String,
    pub found: String,
    pub after: String,
}

impl From<Place> for MaskPlace {
    fn from(place: Place) -> Self {
        Self { before: place.before, found: place.found, after: place.after }
    }
}

/// What there is to choose before a paper is given.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct GivingChoices {
    pub recipient: String,
    /// A ready-made password; used only if she ticks it.
    pub password: String,
    pub has_text: bool,
    pub places: Vec<MaskPlace>,
}

/// What she chose. The password travels beside it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct GivingWanted {
    pub recipient: String,
    pub way: String,
    pub mask: Vec<usize>,
}

/// What was given just now.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct GivenNow {
    /// None when no file was written.
    pub file_name: Option<String>,
}

/// One time a paper was given.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct GivenOnce {
    pub recipient: String,
    pub at: String,
    pub way: String,
    pub locked: bool,
}

/// A paper that was given or signed.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct GivenPaper {
    pub id: i64,
    pub kind: String,
    pub session_number: Option<u32>,
    pub version_no: Option<u32>,
    pub made_on: String,
    pub document_id: Option<String>,
    pub masked: bool,
    /// Day of the earlier one it replaces.
    pub replaces: Option<String>,
    pub given: Vec<GivenOnce>,
    /// Whether somebody has signed it on screen.
    pub signed: bool,
}

/// A paper that waits for a signature.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct OutstandingPaper {
    pub paper_id: i64,
    pub kind: String,
    pub session_number: Option<u32>,
    pub version_no: Option<u32>,
    pub since: String,
    /// Who has not signed yet, by role.
    pub missing: Vec<String>,
}

/// Everything that was given to a client, and what is not signed.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct GivenPapers {
    pub papers: Vec<GivenPaper>,
    pub outstanding: Vec<OutstandingPaper>,
}
