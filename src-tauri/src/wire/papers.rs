//! Which paper is meant, and what its preview needs.

use coachbook_documents::{Found, Place};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::agreements::MissingGap;

/// A paper, named by what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)] // The names say it.
pub enum PaperRequest {
    Agreement {
        version_id: i64,
    },
    RecordingConsent {
        session_id: Option<i64>,
        engagement_id: Option<i64>,
    },
    SessionSummary {
        session_id: i64,
    },
    /// Of one session; without one, of the engagement's last session or all that is still open.
    ActionPlan {
        session_id: Option<i64>,
        engagement_id: Option<i64>,
        last_session: bool,
    },
    SessionSheet {
        session_id: i64,
    },
    RecoverySheet,
}

/// A paper ready to be looked at.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct PaperPreview {
    pub token: u32,
    pub pages: usize,
    /// Of a page, in points.
    pub width: f32,
    pub height: f32,
    pub suggested_name: String,
    pub warnings: Vec<PaperWarning>,
    pub frozen: bool,
}

/// What to look at before a paper is handed over.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub enum PaperWarning {
    /// An empty box stands in their place.
    MissingCharacters {
        characters: Vec<String>,
    },
    /// Gaps of the agreement that are neither filled nor left as a line.
    OpenGaps {
        engagement_id: i64,
        gaps: Vec<MissingGap>,
    },
    /// Fields of a consent that print a line to write on, by their keys.
    LinesLeft {
        fields: Vec<String>,
    },
    /// No signed agreement stands behind the paper; `issued` if one waits for its signature.
    NotSigned {
        engagement_id: i64,
        issued: bool,
    },
    LogoUnreadable,
}

/// Words found in a paper.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PaperHit {
    /// Counted from 0.
    pub page: usize,
    /// One for each line they stand on.
    pub places: Vec<PaperPlace>,
}

/// A place on a page, in fractions of its width and height.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PaperPlace {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

impl From<Found> for PaperHit {
    fn from(found: Found) -> Self {
        let places = found.places.into_iter();
        let places = places.map(|Place { x, y, width, height }| PaperPlace { x, y, width, height });
        Self { page: found.page, places: places.collect() }
    }
}

/// A paper as plain text.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PaperText {
    pub text: String,
}
