//! Calendar steps that return nothing instead of leaving the range of dates.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// A stretch of days, weeks or months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Days,
    Weeks,
    Months,
}

/// Returns the day `count` units after `base`; a month that is too short gives its last day.
pub(super) fn step(base: NaiveDate, count: u32, unit: Unit) -> Option<NaiveDate> {
    match unit {
        Unit::Days => base.checked_add_days(Days::new(u64::from(count))),
        Unit::Weeks => base.checked_add_days(Days::new(u64::from(count) * 7)),
        Unit::Months => base.checked_add_months(Months::new(count)),
    }
}

/// Returns the first and last day of the week after the one `base` is in.
pub(super) fn next_week(base: NaiveDate, week_start: Weekday) -> Option<(NaiveDate, NaiveDate)> {
    let into_week = base.weekday().days_since(week_start);
    let first = step(base, 7 - into_week, Unit::Days)?;
    Some((first, step(first, 6, Unit::Days)?))
}

/// Returns the first `day` strictly after `base`.
pub(super) fn weekday_after(base: NaiveDate, day: Weekday) -> Option<NaiveDate> {
    weekday_from(step(base, 1, Unit::Days)?, day)
}

/// Returns the first `day` from `base` on, `base` included.
pub(super) fn weekday_from(base: NaiveDate, day: Weekday) -> Option<NaiveDate> {
    step(base, day.days_since(base.weekday()), Unit::Days)
}

/// Returns the last day of the month `base` is in.
pub(super) fn end_of_month(base: NaiveDate) -> Option<NaiveDate> {
    // Counted down rather than "first of the next month less one", which has no answer in the last month of all.
    [31, 30, 29, 28].into_iter().find_map(|day| base.with_day(day))
}

/// Returns the given day of a year, or without a year the first such day from `base` on, this year or next.
///
/// 29 February said in a year that is not near a leap year names no day within reach and gives nothing.
pub(super) fn day_of_year(base: NaiveDate, day: u32, month: u32, year: Option<i32>) -> Option<NaiveDate> {
    if let Some(year) = year {
        return NaiveDate::from_ymd_opt(year, month, day);
    }
    let this_year = base.year();
    [this_year, this_year + 1]
        .into_iter()
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|date| *date >= base)
}
