//! Records and rules of a coaching practice.
//!
//! Nothing here does input or output, reads a clock, or knows JSON or SQL: time and new ids are passed in.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

mod keyed;

pub mod access;
pub mod agreement;
pub mod attachment;
pub mod book;
pub mod clauses;
pub mod client;
pub mod coach_copy;
pub mod consent;
pub mod continuity;
pub mod date_words;
pub mod engagement;
pub mod flags;
pub mod fold;
pub mod gaps;
pub mod giving;
pub mod goals;
pub mod hours;
pub mod ids;
pub mod invoice;
pub mod locking;
pub mod marks;
pub mod model;
pub mod names;
pub mod note;
pub mod printed;
pub mod processing;
pub mod protection;
pub mod question;
pub mod reflection;
pub mod results;
pub mod safety_copies;
pub mod session;
mod session_row;
pub mod sidebar;
pub mod sponsor;
pub mod template;
pub mod text;
pub mod wheel;

pub use ids::*;
pub use keyed::UnknownKey;
