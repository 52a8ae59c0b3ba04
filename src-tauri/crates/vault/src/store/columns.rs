//! How values lie in columns: moments and days as ISO text, enums under their keys.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use coachbook_core::UnknownKey;
use rusqlite::{
    Error, Result, Row, ToSql,
    types::{Null, ToSqlOutput, Type},
};

/// A value on its way into a column.
pub(crate) enum Stored {
    /// A moment: UTC, milliseconds, `Z`, so that text order is time order.
    Moment(Option<DateTime<Utc>>),
    /// A calendar day.
    Day(Option<NaiveDate>),
    /// The key of an enum.
    Key(Option<&'static str>),
}

impl ToSql for Stored {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        let text = match self {
            Self::Moment(at) => at.map(moment_text),
            Self::Day(on) => on.map(|day| day.format("%Y-%m-%d").to_string()),
            Self::Key(key) => key.map(str::to_owned),
        };
        Ok(text.map_or(ToSqlOutput::from(Null), ToSqlOutput::from))
    }
}

impl From<DateTime<Utc>> for Stored {
    fn from(at: DateTime<Utc>) -> Self {
        Self::Moment(Some(at))
    }
}

impl From<NaiveDate> for Stored {
    fn from(on: NaiveDate) -> Self {
        Self::Day(Some(on))
    }
}

/// The text a moment is stored as.
pub(crate) fn moment_text(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// Reads a moment that may be missing.
pub(crate) fn moment(row: &Row<'_>, column: &str) -> Result<Option<DateTime<Utc>>> {
    let Some(text) = row.get::<_, Option<String>>(column)? else { return Ok(None) };
    DateTime::parse_from_rfc3339(&text).map(|at| Some(at.to_utc())).map_err(|error| odd(row, column, error))
}

/// Reads a moment that is always there.
pub(crate) fn required_moment(row: &Row<'_>, column: &str) -> Result<DateTime<Utc>> {
    moment(row, column)?.ok_or_else(|| odd(row, column, UnknownKey { what: "moment" }))
}

/// Reads a day that may be missing.
pub(crate) fn day(row: &Row<'_>, column: &str) -> Result<Option<NaiveDate>> {
    let Some(text) = row.get::<_, Option<String>>(column)? else { return Ok(None) };
    text.parse().map(Some).map_err(|error: chrono::ParseError| odd(row, column, error))
}

/// Reads a day that is always there.
pub(crate) fn required_day(row: &Row<'_>, column: &str) -> Result<NaiveDate> {
    day(row, column)?.ok_or_else(|| odd(row, column, UnknownKey { what: "day" }))
}

/// Reads a key that may be missing.
pub(crate) fn keyed<T>(
    row: &Row<'_>,
    column: &str,
    from_key: fn(&str) -> std::result::Result<T, UnknownKey>,
) -> Result<Option<T>> {
    let Some(key) = row.get::<_, Option<String>>(column)? else { return Ok(None) };
    from_key(&key).map(Some).map_err(|error| odd(row, column, error))
}

/// Reads a key that is always there.
pub(crate) fn required_keyed<T>(
    row: &Row<'_>,
    column: &str,
    from_key: fn(&str) -> std::result::Result<T, UnknownKey>,
) -> Result<T> {
    keyed(row, column, from_key)?.ok_or_else(|| odd(row, column, UnknownKey { what: "key" }))
}

/// Reads a small whole number that may be missing.
pub(crate) fn small(row: &Row<'_>, column: &str) -> Result<Option<u32>> {
    row.get(column)
}

/// The error for a value that is not what its column promises: a damaged or newer file.
fn odd(row: &Row<'_>, column: &str, error: impl std::error::Error + Send + Sync + 'static) -> Error {
    let index = row.as_ref().column_index(column).unwrap_or_default();
    Error::FromSqlConversionFailure(index, Type::Text, Box::new(error))
}
