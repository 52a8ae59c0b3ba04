//! Which paper is meant, and what its preview needs.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    /// A paper that was given, byte for byte.
    Kept {
        paper_id: i64,
    },
    /// The page that goes with a paper signed on screen.
    Signatures {
        paper_id: i64,
    },
}

/// A paper ready to be looked at.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct PaperPreview {
    pub token: u32,
    pub pages: usize,
    pub suggested_name: String,
    pub missing: Vec<String>,
    pub frozen: bool,
    pub can_be_given: bool,
}

/// A paper as plain text.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PaperText {
    pub text: String,
}
