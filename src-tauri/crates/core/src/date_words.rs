//! Date words: "by Friday", "in a week's time", "from tomorrow" read against D, the local date a session began.
//!
//! The base is the session's day and not the day of typing, so a line completed a week later still means what the
//! client meant. The exact meanings, with the week beginning where the coach's week begins (Monday unless set):
//!
//! | words | meaning |
//! | --- | --- |
//! | today · tomorrow · the day after tomorrow | D · D+1 · D+2 |
//! | in a week · in N days, weeks, months | D+7 · counted from D; a month is the same day next month, clamped |
//! | next week | a window: the whole of the week after D's week |
//! | Friday | the first Friday after D, never D itself |
//! | this Friday | the first Friday from D on; may be D |
//! | next Friday | the Friday of next week |
//! | end of (the) month | the last day of D's month |
//! | +10d · +2w · +1m | as "in …" |
//! | 2026-03-12 · 12 March · March 12th, 2026 | that day; without a year the first one from D on |
//!
//! *by* and *until* name a last day, *on* the day itself, *from* a beginning that is never overdue; a bare day is a
//! last day. Anything else stays words: a date is never guessed.

mod calendar;
mod phrase;
mod split;

use chrono::{NaiveDate, Weekday};

use crate::results::{Due, DueKind};

pub use split::split_action;

/// Reads a whole phrase against `base`; none when any part of it is not understood.
///
/// The words are kept beside the days, and the result is marked as read from words until the coach has seen it.
pub fn read(words: &str, base: NaiveDate, week_start: Weekday) -> Option<Due> {
    let said = words.trim();
    let tokens = phrase::tokens(said);
    let meaning = phrase::meaning(&tokens, base, week_start)?;
    Some(meaning.into_due(said))
}

/// Returns whether an action with this date has passed its last day.
///
/// A beginning, an action after another one, and an action without a date are never overdue; a window is overdue
/// after its end.
pub fn is_overdue(due: &Due, today: NaiveDate) -> bool {
    match due.kind {
        DueKind::By | DueKind::On | DueKind::Window => due.date.is_some_and(|last| last < today),
        DueKind::None | DueKind::StartOn | DueKind::After | DueKind::Ongoing | DueKind::BeforeEvent => false,
    }
}
