//! What can be wrong with the matter that comes with the program.

use coachbook_core::UnknownKey;

/// Why built-in matter can't be read. It carries no text of the file, so it may be logged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BuiltInError {
    /// It is not the JSON it should be.
    #[error("built-in matter is damaged at line {line}")]
    Unreadable {
        /// Line where reading stopped.
        line: usize,
    },
    /// It names something this program does not know.
    #[error(transparent)]
    UnknownKey(#[from] UnknownKey),
    /// One row points at a row that is not there.
    #[error("a link between built-in rows leads nowhere")]
    LostLink,
}

impl From<serde_json::Error> for BuiltInError {
    fn from(error: serde_json::Error) -> Self {
        Self::Unreadable { line: error.line() }
    }
}
