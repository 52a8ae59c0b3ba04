//! The coach's book on disk: encrypted, locked by a type, safe against crashes, damage and lost passphrases.
//!
//! Start at [`BookPlaces`]: it lists books and makes new ones. A [`LockedBook`] knows no client; opening it gives a
//! [`Book`], the only thing that can be asked about one.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic))]

mod book;
mod container;
mod copies;
mod engine;
mod error;
mod files;
mod fsio;
mod keys;
mod lock;
mod migrate;
mod open;
mod phrase;
#[doc(hidden)]
pub mod plain_floor;
mod pragmas;
mod recovery;
mod row_hash;
mod search;

pub use book::{Book, BookPlaces, LockedBook, RenewedCode};
pub use container::{
    BroughtBack, CopyStamp, Counts, IfThere, Look, SafetyCopy, Unlock, bring_files_back, forget_earlier_states,
    forget_undo, has_earlier_states, has_undo, inspect_safety_copy, restore_into, rewrap_safety_copies,
    rewrap_safety_copy, undo_restore, write_safety_copy,
};
pub use copies::{
    CodeMark, CopyOrder, CopyPlan, CopyProgress, LastCopy, LockedFile, MadeCopy, Snapshot, forget_copies_before,
    forget_older_copies, newest_copy_in, older_copies_in, safety_copies_in, set_damaged_scans_aside,
};
pub use engine::{EngineVersions, engine_versions};
pub use error::VaultError;
pub use fsio::replace_file;
pub use keys::{Argon2Cost, BookId, KeyHeader, KeychainKey, Passphrase, RootSecret, fresh_key};
pub use phrase::{PhraseStrength, STRONG_LOG10, judge_phrase, suggest_paper_password, suggest_phrase};
pub use recovery::RecoveryCode;

// The records.
mod agreements;
mod attachments;
mod clients;
mod drafts;
mod engagements;
mod notes;
mod papers;
mod practice;
mod questions;
mod results;
mod sessions;
mod store;
mod templates;
mod timeline;

pub use agreements::{Agreements, Unsigned};
pub use attachments::{Attachments, GivenFile};
pub use clients::{ClientHoldings, ClientRow, Clients, ErasedClient, record_mark};
pub use drafts::Drafts;
pub use engagements::{Engagements, SessionCounts};
pub use notes::{Kept, Make, Notes};
pub use papers::Papers;
pub use practice::Practice;
pub use questions::Questions;
pub use results::{ClientAction, Gains, Results};
pub use sessions::{HeldOnPaper, SessionGap, SessionSpan, SessionStep, Sessions, StartFrom, Started, WaitingTopic};
pub use store::{Clock, RandomUids, SystemClock, UidSource, Vault};
pub use templates::{TemplateRow, TemplateVersion, Templates};
pub use timeline::{
    NamedFollowUp, NamedSession, OpenActionCount, Timeline, TimelineAt, TimelineEntry, TimelineKind, Today,
};
