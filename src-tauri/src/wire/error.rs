//! The one shape of an error on the wire.

use serde::Serialize;
use ts_rs::TS;

/// What happened, and what to do. The window switches on `code`, never on the words.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct CommandError {
    /// Stable word for the kind of failure.
    pub code: String,
    /// What happened, in one sentence.
    pub message: String,
    /// What the coach can do.
    pub hint: String,
}

impl CommandError {
    /// Returns an error from its three parts.
    pub fn new(code: &str, message: &str, hint: &str) -> Self {
        Self { code: code.to_owned(), message: message.to_owned(), hint: hint.to_owned() }
    }

    /// Returns the answer for text no field takes.
    pub fn too_long() -> Self {
        Self::new("too_long", "This text is too long for one field.", "Split it over two notes. Nothing was changed.")
    }

    /// Returns the answer for a closed dialog, which the window passes over in silence.
    pub fn cancelled() -> Self {
        Self::new("cancelled", "Nothing was saved.", "")
    }
}
