//! `.coachbook`: a whole book in one file that can be moved, kept and brought back.
//!
//! ```text
//! 0       8   "COACHBK1"
//! 8       2   format (1)                        little-endian, as every number here
//! 10      2   oldest format a reader must know (1)
//! 12      4   zero
//! 16   4080   key page: u16 length, that many bytes of a key file, zeros. Outside the MAC: a change of passphrase
//!             rewrites these 4 KB and nothing else; every slot is sealed by itself, bound to the book
//! 4096    4   m, length of the sealed manifest
//! 4100   24   nonce
//! 4124    m   manifest, XChaCha20-Poly1305 (tag 16 bytes at its end), associated data = bytes 0..16
//! ..      8   s, length of the snapshot
//! ..      s   snapshot: a SQLCipher database under the book's own key
//! ..      f   attached files, each as it lies sealed in `files/`, one behind the other in the order of their names; the
//!             manifest has name, length and BLAKE3 of each
//! ..     32   keyed BLAKE3 of everything above except the key page
//! ```
//!
//! A copy that was made by itself holds no attached files: they lie beside it in `scans/`, each under its name, and the
//! manifest lists them as `beside.<name>=<length> <BLAKE3>` where it would say `file.<name>=…`.
//!
//! SQLCipher's own HMAC knows page numbers but not versions of a file; the MAC over the whole notices pages of two
//! snapshots mixed by a sync fault.

mod bring_back;
mod format;
mod look;
mod manifest;
mod restore;
mod rewrap;
mod undo;
mod write;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::book::LockedBook;
use crate::error::VaultError;
use crate::keys::{KeyHeader, Passphrase, RootSecret};
use crate::recovery::RecoveryCode;

pub use bring_back::{BroughtBack, bring_files_back};
pub(crate) use format::{
    ContainerKeys, MacWriter, check_mac, first_page, hashed_piece, in_chunks, read_first_page, read_manifest,
    sealed_manifest,
};
pub use look::{Look, inspect_safety_copy};
pub use manifest::{Counts, SafetyCopy};
pub(crate) use manifest::{PackedFile, Packing};
pub(crate) use restore::SCANS;
pub use restore::{IfThere, restore_into};
pub use rewrap::{rewrap_safety_copies, rewrap_safety_copy};
pub use undo::{forget_earlier_states, forget_undo, has_earlier_states, has_undo, undo_restore};
pub use write::write_safety_copy;
pub(crate) use write::{Temporary, is_whole, unique_sibling};

/// What opens a safety copy.
pub enum Unlock<'a> {
    /// The passphrase the book had when the copy was made, or when it was last rewrapped.
    Phrase(&'a Passphrase),
    /// The printed code, good for every copy of the book.
    Code(&'a RecoveryCode),
}

/// What the caller knows about a copy that is being made.
#[derive(Debug, Clone, Copy)]
pub struct CopyStamp {
    /// Counts the copies of this book; copies are ordered by it, never by a clock.
    pub sequence: u64,
    /// When, for showing only.
    pub made_at: Option<DateTime<Utc>>,
}

/// The copy made before a book's tables are changed to a newer shape: `before-upgrade-<old version>.coachbook` in
/// the book's folder.
pub(crate) fn before_upgrade(
    connection: &Connection,
    book: &LockedBook,
    root: &RootSecret,
    header: Option<&KeyHeader>,
    from: usize,
) -> Result<(), VaultError> {
    let folder = book.folder();
    let path: PathBuf = folder.path().join(format!("before-upgrade-{from}.coachbook"));
    let source = write::Source { connection, book, root, header };
    let stamp = CopyStamp { sequence: 0, made_at: None };
    // The attached files lie beside it, and no upgrade touches them.
    source.write_to(Path::new(&path), stamp, Packing::default()).map(|_| ())
}
