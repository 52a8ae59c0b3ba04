//! Words for days, the same in every plain text.

use chrono::NaiveDate;

use super::content::ActionRow;

/// Returns when an action is due, for a table: the days written by `day`, then the words used in brackets; "after
/// action 1" for one that follows; nothing for one without a date.
pub fn when(row: &ActionRow, day: impl Fn(NaiveDate) -> String) -> String {
    let days = match (row.due.from, row.due.date) {
        (Some(from), Some(to)) => format!("{} to {}", day(from), day(to)),
        (Some(from), None) => format!("start {}", day(from)),
        (None, Some(date)) => day(date),
        (None, None) => return row.after.map_or_else(|| undated_words(row), |n| format!("after action {n}")),
    };
    match row.due.text.as_deref().map(str::trim).filter(|said| !said.is_empty()) {
        Some(said) => format!("{days} ({said})"),
        None => days,
    }
}

fn undated_words(row: &ActionRow) -> String {
    row.due.text.clone().unwrap_or_default()
}

pub(super) fn tracker_line(row: &ActionRow) -> String {
    let when = when(row, |date| date.to_string());
    let when = if when.is_empty() { "no date yet".to_owned() } else { when };
    format!("{}. {}: {when}", row.number, row.what)
}
