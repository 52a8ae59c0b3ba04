//! Everything that can go wrong with a book, in words a coach can act on.
//!
//! No variant carries text from a record, a path or a key, so the derived `Debug` cannot leak one.

use std::io;

use rusqlite::ErrorCode;
use thiserror::Error;

/// What went wrong. `Display` says what happened, [`VaultError::hint`] what to do,
/// [`VaultError::code`] is the stable word the interface switches on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum VaultError {
    /// The passphrase opens no slot of the header.
    #[error("That phrase does not open this book.")]
    WrongPhrase,
    /// The keychain's key is not the one for this book, or there is none.
    #[error("This computer's keychain has no key that opens this book.")]
    WrongKeychain,
    /// The recovery code is well formed but belongs to another book, or to this one before its code was changed.
    #[error("That recovery code does not open this book.")]
    WrongCode,
    /// A safety copy was made before the recovery code was changed.
    #[error("This safety copy is from before your recovery code was changed.")]
    OlderCode,
    /// The recovery code's check group does not fit the rest.
    #[error("The recovery code has a typing mistake in it.")]
    CodeMistyped,
    /// A new passphrase would be guessed too soon.
    #[error("That phrase is too easy to guess.")]
    WeakPhrase,
    /// The book's folder or database is not where it should be.
    #[error("The book is not where it was.")]
    BookMissing,
    /// No whole copy of the key file was found.
    #[error("The key file of this book is missing or damaged. Your notes are not.")]
    HeaderDamaged,
    /// The file is something other than a Coachbook book.
    #[error("This file is not a Coachbook book.")]
    NotABook,
    /// The right key does not make sense of the file, or a checksum failed.
    #[error("The book's file is damaged.")]
    BookDamaged,
    /// The file was written by a later version.
    #[error("This book was written by a newer Coachbook.")]
    NewerBook,
    /// Another window or process holds the book.
    #[error("This book is already open in another window.")]
    AlreadyOpen,
    /// A book with this identity is already on this computer.
    #[error("This book is already on this computer.")]
    AlreadyThere,
    /// The disk or folder refuses writing.
    #[error("Coachbook may not write here.")]
    ReadOnly,
    /// The disk is full.
    #[error("The disk is full, so the last change was not saved.")]
    DiskFull,
    /// Argon2 could not get its memory.
    #[error("There is not enough free memory to check the phrase.")]
    OutOfMemory,
    /// The folder the safety copies go to is not there, as when a disk is not plugged in.
    #[error("The folder for safety copies can't be reached.")]
    CopiesUnreachable,
    /// The row was changed since it was read.
    #[error("This was changed elsewhere since you opened it.")]
    Stale,
    /// The day on which a session can be given to another client is over.
    #[error("A session can be given to another client only on the day it is held.")]
    DayOver,
    /// A session with this client is under way.
    #[error("A session with this client is under way.")]
    SessionUnderWay,
    /// The chosen file has no bytes.
    #[error("That file is empty.")]
    FileEmpty,
    /// The chosen file is larger than a scan needs to be.
    #[error("That file is too large to keep in the book.")]
    FileTooLarge,
    /// The chosen file is of a kind that cannot be shown again.
    #[error("That file is not a PDF, PNG or JPEG, whatever its name says.")]
    FileUnknown,
    /// The chosen file could not be read.
    #[error("That file could not be read.")]
    FileUnreadable,
    /// The sealed bytes of an attachment are not what was written, or are not there.
    #[error("The file of this scan is damaged or missing, so nothing of it is shown.")]
    FileDamaged,
    /// A paper is not, byte for byte, the one that was kept or shown.
    #[error("This paper is not the one that was kept, so it is neither shown nor signed.")]
    PaperAltered,
    /// The row does not exist.
    #[error("That is not in your book any more.")]
    NotFound,
    /// The book is locked.
    #[error("The book is locked.")]
    Locked,
    /// SQLite or the operating system failed in another way.
    #[error("The book could not be read or written (fault {0}).")]
    Storage(i32),
}

impl VaultError {
    /// The stable word for this kind of failure, the same in every version.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::WrongPhrase => "wrong_phrase",
            Self::WrongKeychain => "wrong_keychain",
            Self::WrongCode => "wrong_code",
            Self::OlderCode => "older_code",
            Self::CodeMistyped => "code_mistyped",
            Self::WeakPhrase => "weak_phrase",
            Self::BookMissing => "book_missing",
            Self::HeaderDamaged => "header_damaged",
            Self::NotABook => "not_a_book",
            Self::BookDamaged => "book_damaged",
            Self::NewerBook => "newer_book",
            Self::AlreadyOpen => "already_open",
            Self::AlreadyThere => "already_there",
            Self::ReadOnly => "read_only",
            Self::DiskFull => "disk_full",
            Self::OutOfMemory => "out_of_memory",
            Self::CopiesUnreachable => "copies_unreachable",
            Self::Stale => "stale",
            Self::DayOver => "day_over",
            Self::SessionUnderWay => "session_under_way",
            Self::FileEmpty => "file_empty",
            Self::FileTooLarge => "file_too_large",
            Self::FileUnknown => "file_unknown",
            Self::FileUnreadable => "file_unreadable",
            Self::FileDamaged => "file_damaged",
            Self::PaperAltered => "paper_altered",
            Self::NotFound => "not_found",
            Self::Locked => "locked",
            Self::Storage(_) => "storage",
        }
    }

    /// What happened, in one plain English sentence.
    #[must_use]
    pub fn message(self) -> String {
        self.to_string()
    }

    /// What the coach can do about it, in plain English.
    #[must_use]
    pub fn hint(self) -> &'static str {
        match self {
            Self::WrongPhrase => {
                "Check capital letters and the keyboard language, then try again. If it is lost, use the code on your recovery sheet."
            }
            Self::WrongKeychain => "Type your phrase. Settings can put a new key into the keychain.",
            Self::WrongCode => {
                "Check that the sheet is the newest one printed for this book: a new code makes the older sheets void."
            }
            Self::OlderCode => "It opens with the phrase or the sheet of that time. Nothing was changed.",
            Self::CodeMistyped => {
                "A code has nine groups of four letters and numbers. Compare it with the sheet, group by group; nothing was changed."
            }
            Self::WeakPhrase => "Take the suggested words, or add one or two more words that do not belong together.",
            Self::BookMissing => {
                "If the folder was moved, move it back. Otherwise restore the book from a safety copy."
            }
            Self::HeaderDamaged => {
                "Type the code on your recovery sheet; it opens the book without this file. Then you choose a new phrase."
            }
            Self::NotABook => "Choose a file that Coachbook made, ending in .coachbook.",
            Self::BookDamaged => "Close this, leave the files as they are, and restore the latest safety copy.",
            Self::NewerBook => "Install the current version of Coachbook, then open it again. Nothing was changed.",
            Self::AlreadyOpen => "Go to the other window, or close it and try again.",
            Self::AlreadyThere => "Open the book that is here, or choose to replace it.",
            Self::ReadOnly => "Check that the disk is not write-protected and that the folder belongs to you.",
            Self::DiskFull => "Free some space and try again. What was saved before is safe.",
            Self::OutOfMemory => "Close other programs and try again.",
            Self::CopiesUnreachable => {
                "Plug in the disk it is on, or choose another folder in Settings, Safety copies. Your book is not touched."
            }
            Self::Stale => "Look at the newer text, then save again.",
            Self::DayOver => "Nothing was moved. Write what belongs to the other client into a session of theirs.",
            Self::SessionUnderWay => "End the session first, then erase. Nothing was erased.",
            Self::FileEmpty => "Scan the sheet again, or choose another file. Nothing was added.",
            Self::FileTooLarge => {
                "A file may have 50 MB, and a picture 120 million dots. Scan it with fewer dots an inch: 200 are enough to read. Nothing was added."
            }
            Self::FileUnknown => "Save the scan as PDF, PNG or JPEG, then add that file. Nothing was added.",
            Self::FileUnreadable => {
                "Check that it is still there and that you may open it, then choose it again. Nothing was added."
            }
            Self::FileDamaged => {
                "Bring it back from a safety copy that was made when it was whole. Your notes are not touched."
            }
            Self::PaperAltered => "Open it again. If it stays, restore the latest safety copy.",
            Self::NotFound => "It was removed or erased. What there is stands under Today and Clients.",
            Self::Locked => "Unlock the book and try again.",
            Self::Storage(_) => {
                "Try again. If it happens twice, restart Coachbook; if it stays, restore a safety copy."
            }
        }
    }
}

impl From<io::Error> for VaultError {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => Self::DiskFull,
            Kind::ReadOnlyFilesystem | Kind::PermissionDenied => Self::ReadOnly,
            Kind::OutOfMemory => Self::OutOfMemory,
            _ => Self::Storage(error.raw_os_error().unwrap_or(-1)),
        }
    }
}

impl From<rusqlite::Error> for VaultError {
    fn from(error: rusqlite::Error) -> Self {
        match &error {
            rusqlite::Error::QueryReturnedNoRows => Self::NotFound,
            rusqlite::Error::SqliteFailure(fault, _) => match fault.code {
                ErrorCode::DiskFull => Self::DiskFull,
                ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly,
                ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt => Self::BookDamaged,
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::AlreadyOpen,
                ErrorCode::OutOfMemory => Self::OutOfMemory,
                _ => Self::Storage(fault.extended_code),
            },
            // Text of the other variants may quote SQL or values: only the fact is kept.
            _ => Self::Storage(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_and_write_protected_disks_are_recognised_whoever_reports_them() {
        let sqlite = |code| VaultError::from(rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None));
        assert_eq!(VaultError::from(io::Error::from(io::ErrorKind::StorageFull)), VaultError::DiskFull);
        assert_eq!(sqlite(rusqlite::ffi::SQLITE_FULL), VaultError::DiskFull);
        assert_eq!(VaultError::from(io::Error::from(io::ErrorKind::ReadOnlyFilesystem)), VaultError::ReadOnly);
        assert_eq!(sqlite(rusqlite::ffi::SQLITE_READONLY_DBMOVED), VaultError::ReadOnly);
        assert_eq!(sqlite(rusqlite::ffi::SQLITE_IOERR_FSYNC), VaultError::Storage(1034));
    }

    #[test]
    fn no_text_of_a_record_reaches_debug_or_display() {
        let words = "she wept";
        let told = rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(1), Some(words.to_owned()));
        let quoted = rusqlite::Error::InvalidColumnName(words.to_owned());
        for error in [VaultError::from(told), VaultError::from(quoted)] {
            assert!(!format!("{error:?} {error}").contains(words));
        }
    }
}
