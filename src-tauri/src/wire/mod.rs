//! Twins of the records as they cross to the window, and nothing else: the only place that derives `Serialize` and `TS`.
//!
//! Keys of enums travel as strings and are checked on the way in; days as `YYYY-MM-DD`; moments in UTC with `Z`.

pub mod agreements;
pub mod book;
pub mod clients;
pub mod copies;
pub mod course;
pub mod erasing;
pub mod error;
pub mod giving;
#[cfg(feature = "developer")]
pub mod hostile;
pub mod notes;
pub mod papers;
pub mod prep;
pub mod questions;
pub mod results;
pub mod scans;
pub mod sessions;
pub mod signing;
pub mod templates;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};

pub use error::CommandError;

/// Writes a moment for the wire.
pub(crate) fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// Reads a moment sent by the window.
pub(crate) fn read_moment(text: &str) -> Result<DateTime<Utc>, CommandError> {
    Ok(DateTime::parse_from_rfc3339(text)?.with_timezone(&Utc))
}

/// Reads a day sent by the window; empty words mean none.
pub(crate) fn read_day(text: Option<&str>) -> Result<Option<NaiveDate>, CommandError> {
    match text.map(str::trim) {
        None | Some("") => Ok(None),
        Some(day) => Ok(Some(NaiveDate::parse_from_str(day, "%Y-%m-%d")?)),
    }
}

/// Writes a day for the wire.
pub(crate) fn day(date: NaiveDate) -> String {
    date.format("%Y-%m-%d").to_string()
}

/// Turns words that are only white space into none, so that "not said" has one form in the book.
pub(crate) fn said(text: Option<String>) -> Option<String> {
    text.filter(|words| !words.trim().is_empty())
}

/// Longest text of one field, in bytes: far above a 3,000-word note, far below what would stall the window.
const LONGEST_TEXT: usize = 200_000;

/// Refuses text longer than any field takes.
pub(crate) fn bounded(text: String) -> Result<String, CommandError> {
    if text.len() > LONGEST_TEXT { Err(CommandError::too_long()) } else { Ok(text) }
}

/// Longest tag of a language that is no mistake.
const LONGEST_TAG: usize = 35;

/// Reads the tag of a language, as `de` or `pt-BR`.
pub(crate) fn language_tag(tag: &str) -> Result<String, CommandError> {
    let tag = tag.trim();
    let fits = |part: &str| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric());
    let is_tag = tag.len() <= LONGEST_TAG && tag.split('-').all(fits);
    if is_tag { Ok(tag.to_owned()) } else { Err(CommandError::malformed()) }
}

/// Reads a time of day, as `14:30`.
pub(crate) fn read_time(text: &str) -> Result<chrono::NaiveTime, CommandError> {
    Ok(chrono::NaiveTime::parse_from_str(text.trim(), "%H:%M")?)
}
