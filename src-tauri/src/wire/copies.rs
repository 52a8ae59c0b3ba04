//! Safety copies, as they cross to the window. A folder is named so that the coach knows it again; none is ever sent
//! back.

use coachbook_vault::SafetyCopy;
use serde::Serialize;
use ts_rs::TS;

use super::{CommandError, moment};

/// Where safety copies go, and how they stand.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)] // The names say it.
pub struct SafetyCopies {
    /// None before one was chosen.
    pub folder: Option<String>,
    pub reachable: bool,
    /// Whether the coach said that another program takes the folder elsewhere.
    pub synced: bool,
    /// Whether the folder would go with the laptop's own disk.
    pub same_disk: bool,
    pub newest: Option<NewestCopy>,
    pub running: Option<CopyRunning>,
    /// Why the last copy was not made.
    pub problem: Option<CommandError>,
    pub checked_on: Option<String>,
    pub check_due: bool,
    /// Whether a book is kept that a safety copy took the place of.
    pub has_undo: bool,
    /// Copies in the folder that open with an earlier recovery code only.
    pub older: usize,
}

/// The newest copy that was made and looked at.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct NewestCopy {
    pub made_at: String,
    pub sequence: u64,
    pub bytes: u64,
    pub lost_scans: u64,
    /// Whether nothing was changed since.
    pub is_current: bool,
}

/// A copy under way, in bytes.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct CopyRunning {
    pub done: u64,
    pub total: u64,
}

/// What a safety copy will bring.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct CopyContents {
    pub name: String,
    pub made_at: Option<String>,
    pub clients: u64,
    pub sessions: u64,
    pub papers: u64,
    pub scans: u64,
    /// Scans that were damaged in the book, or are missing beside the copy.
    pub missing_scans: u64,
    pub last_line_at: Option<String>,
    /// Whether the book is on this computer already.
    pub already_here: bool,
}

impl CopyContents {
    /// What a copy says of itself.
    pub(crate) fn of(copy: &SafetyCopy, already_here: bool) -> Self {
        Self {
            name: copy.name.clone(),
            made_at: copy.made_at.map(moment),
            clients: copy.counts.clients,
            sessions: copy.counts.sessions,
            papers: copy.counts.papers,
            scans: copy.counts.scans,
            missing_scans: copy.lost_files + copy.missing_files,
            last_line_at: copy.counts.last_line_at.map(moment),
            already_here,
        }
    }
}
