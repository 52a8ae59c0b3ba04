//! How every failure becomes `{ code, message, hint }`.

use coachbook_core::UnknownKey;
use coachbook_vault::VaultError;

use crate::wire::CommandError;

impl From<VaultError> for CommandError {
    fn from(fault: VaultError) -> Self {
        Self::new(fault.code(), &fault.message(), fault.hint())
    }
}

impl From<UnknownKey> for CommandError {
    fn from(_: UnknownKey) -> Self {
        Self::malformed()
    }
}

impl From<chrono::ParseError> for CommandError {
    fn from(_: chrono::ParseError) -> Self {
        Self::new(
            "not_a_date",
            "That is not a date Coachbook can read.",
            "Write it as 2026-03-11. Nothing was changed.",
        )
    }
}

impl From<tauri::Error> for CommandError {
    fn from(_: tauri::Error) -> Self {
        Self::unexpected()
    }
}

impl CommandError {
    /// Returns the answer for arguments the window should never send.
    pub(crate) fn malformed() -> Self {
        Self::new(
            "malformed",
            "The window asked for something this version does not know.",
            "Lock the book and open it again.",
        )
    }

    /// Returns the answer for a fault in the program itself.
    pub(crate) fn unexpected() -> Self {
        Self::new(
            "unexpected",
            "Something in Coachbook failed.",
            "What was saved is safe. Close Coachbook and open it again.",
        )
    }
}
