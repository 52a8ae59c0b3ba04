//! Scans kept in the book, as they cross to the window.

use coachbook_core::{
    SessionId, VersionId,
    attachment::{Attachment, KeptWith},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CommandError, moment};

/// What a scan is kept with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)] // The names say it.
pub enum ScanHome {
    Session { session_id: i64 },
    Version { version_id: i64 },
}

impl From<ScanHome> for KeptWith {
    fn from(home: ScanHome) -> Self {
        match home {
            ScanHome::Session { session_id } => Self::Session(SessionId(session_id)),
            ScanHome::Version { version_id } => Self::Version(VersionId(version_id)),
        }
    }
}

/// A scan. Of what it is kept with, the number and the day, for a list that holds several.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct Scan {
    pub id: i64,
    pub name: String,
    pub media_type: String,
    pub bytes: u64,
    pub added_at: String,
    pub session_id: Option<i64>,
    pub session_number: Option<u32>,
    pub held_on: Option<String>,
    pub version_no: Option<u32>,
}

impl From<Attachment> for Scan {
    fn from(record: Attachment) -> Self {
        let session_id = match record.kept_with {
            KeptWith::Session(id) => Some(id.0),
            KeptWith::Version(_) => None,
        };
        Self {
            id: record.id.0,
            name: record.name,
            media_type: record.media_type.key().to_owned(),
            bytes: record.bytes,
            added_at: moment(record.added_at),
            session_id,
            session_number: None,
            held_on: None,
            version_no: None,
        }
    }
}

/// A scan that is looked at.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct OpenedScan {
    pub scan: Scan,
    /// None when its pages cannot be drawn.
    pub pages: Option<usize>,
    /// What is wrong with its bytes; then nothing of it can be shown or saved.
    pub damage: Option<CommandError>,
}

/// What became of damaged scans.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct ScansBack {
    pub whole: u64,
    pub still_lost: u64,
}

/// A safety copy that was written.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct WrittenCopy {
    pub file_name: String,
    /// Scans that are damaged in the book, and so are not in the copy.
    pub lost_scans: u64,
}
