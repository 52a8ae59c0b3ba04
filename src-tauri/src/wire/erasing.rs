//! Erasing a client, as it crosses to the window.

use coachbook_vault::{ClientHoldings, ErasedClient};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::moment;

/// What the coach reads before she erases a client.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)] // The names say it.
pub struct ErasureSheet {
    /// The number the client had here, which stays.
    pub pseudonym: String,
    /// Whether a session with them is under way: nothing is erased then.
    pub being_met: bool,
    pub sessions: u32,
    pub notes: u32,
    pub results: u32,
    pub papers: u32,
    pub scans: u32,
    /// Minutes that stay in the log of hours without a name; none when they had not agreed, or there are none.
    pub minutes_kept: Option<u64>,
    /// Safety copies that hold them; none when no place was chosen.
    pub copies: Option<CopiesHolding>,
    /// Whether the book as it was earlier lies beside it.
    pub earlier_states: bool,
}

impl ErasureSheet {
    /// What the book itself knows.
    pub(crate) fn of(held: ClientHoldings, pseudonym: String) -> Self {
        Self {
            pseudonym,
            being_met: false,
            sessions: held.sessions,
            notes: held.notes,
            results: held.results,
            papers: held.papers,
            scans: held.scans,
            minutes_kept: None,
            copies: None,
            earlier_states: false,
        }
    }
}

/// Safety copies that were made before.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct CopiesHolding {
    pub folder: String,
    pub reachable: bool,
    /// Made by themselves.
    pub made: usize,
    /// Written there by the coach.
    pub by_hand: usize,
}

/// What goes along.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct ErasureChoice {
    /// The book as it was earlier.
    pub earlier_states: bool,
    /// The safety copies made before, once a new one is there.
    pub earlier_copies: bool,
}

/// How an erasure went. The client is gone from the book in any case.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct Erased {
    /// Whether the disk was cleared up, too; else the next opening does it.
    pub cleared: bool,
    /// Whether a new safety copy was made; none when no place was chosen.
    pub copied: Option<bool>,
    /// Safety copies there that still hold the client; none when they could not be looked at.
    pub copies_left: Option<usize>,
    /// Whether the book as it was earlier still lies beside it.
    pub earlier_left: bool,
}

/// What is left of a client who was erased.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct ErasedRow {
    pub pseudonym: String,
    pub erased_at: String,
}

impl From<ErasedClient> for ErasedRow {
    fn from(left: ErasedClient) -> Self {
        Self { pseudonym: left.pseudonym, erased_at: moment(left.erased_at) }
    }
}
