//! Which safety copies are kept, when one is due, and when the coach hears of it.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};

/// The newest copies, kept whatever their day.
const NEWEST: usize = 10;
/// Days, weeks and months of which the last copy is kept.
const PERIODS: [usize; 3] = [7, 4, 6];
/// With no more copies than this, nothing is let go.
const FEWEST: usize = 3;
/// A step of the clock further than this, from one copy to the next, may be a clock set wrong.
const LEAP_DAYS: u64 = 31;
/// What a clock that was set may cost in copies kept longer than they had to be, a kind of period.
const MOST_EXTRA: usize = 8;
/// Days of use after which a missing copy is told.
const OLD_AFTER: u32 = 7;
/// Days from one look into the newest copy to the next.
const CHECK_EVERY: u64 = 180;

/// A copy in the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptCopy {
    /// Its number among the copies of its book; a later copy has a higher one.
    pub sequence: u64,
    /// The day it was made on, by the clock of that moment.
    pub made_on: NaiveDate,
}

/// Returns the numbers of the copies that may be let go: all but the 10 newest and the last ones of 7 days, 4 weeks and
/// 6 months.
///
/// New and old are a matter of numbers alone; no clock is asked. Days only tell periods apart, and where they step back
/// or leap ahead from one number to the next, another stretch of time begins: the same day on both sides counts twice,
/// and two more periods are kept, so that a clock set wrong takes no place from a copy made before it was.
#[must_use]
pub fn to_let_go(copies: &[KeptCopy]) -> Vec<u64> {
    let mut copies = copies.to_vec();
    copies.sort_by_key(|copy| std::cmp::Reverse(copy.sequence));
    if copies.len() <= FEWEST {
        return Vec::new();
    }
    let stretches = stretches(&copies);
    let extra = (2 * stretches.last().copied().unwrap_or_default()).min(MOST_EXTRA);
    let mut kept: BTreeSet<u64> = copies.iter().take(NEWEST).map(|copy| copy.sequence).collect();
    for (period, most) in [of_day, of_week, of_month].into_iter().zip(PERIODS) {
        let mut seen = BTreeSet::new();
        for (copy, stretch) in copies.iter().zip(&stretches) {
            if seen.len() < most + extra && seen.insert((*stretch, period(copy.made_on))) {
                kept.insert(copy.sequence);
            }
        }
    }
    copies.iter().map(|copy| copy.sequence).filter(|sequence| !kept.contains(sequence)).collect()
}

/// For each copy, newest first, the stretch of time it belongs to: another one begins where the days are out of order.
fn stretches(newest_first: &[KeptCopy]) -> Vec<usize> {
    let mut stretch = 0;
    let mut later: Option<NaiveDate> = None;
    let each = newest_first.iter().map(|copy| {
        let leaps = |later: NaiveDate| {
            later < copy.made_on || copy.made_on.checked_add_days(Days::new(LEAP_DAYS)).is_some_and(|end| end < later)
        };
        stretch += usize::from(later.is_some_and(leaps));
        later = Some(copy.made_on);
        stretch
    });
    each.collect()
}

fn of_day(day: NaiveDate) -> (i32, u32) {
    (day.year(), day.ordinal())
}

fn of_week(day: NaiveDate) -> (i32, u32) {
    (day.iso_week().year(), day.iso_week().week())
}

fn of_month(day: NaiveDate) -> (i32, u32) {
    (day.year(), day.month())
}

/// How the copies of a book stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CopiesStanding {
    /// Whether the folder can be reached now.
    pub reachable: bool,
    /// Whether a copy has been made there.
    pub made: bool,
    /// Days on which the book was used since the newest copy.
    pub days_of_use: u32,
    /// When the newest copy was opened last to see that it can be, or when the folder was chosen.
    pub checked_on: NaiveDate,
}

/// What Today says about the safety copies. At most one thing at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyNeed {
    /// The folder cannot be reached, as when a stick is not plugged in.
    Unreachable,
    /// The newest copy is older than seven days of use.
    Old,
    /// It is time to see that the newest copy opens.
    Check,
}

impl CopyNeed {
    /// Returns the key it is known by.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Unreachable => "copies_unreachable",
            Self::Old => "copies_old",
            Self::Check => "copies_check",
        }
    }
}

/// Returns what the coach should hear on this day.
#[must_use]
pub fn need(standing: CopiesStanding, today: NaiveDate) -> Option<CopyNeed> {
    if !standing.reachable {
        return Some(CopyNeed::Unreachable);
    }
    if standing.days_of_use > OLD_AFTER {
        return Some(CopyNeed::Old);
    }
    (standing.made && is_check_due(standing.checked_on, today)).then_some(CopyNeed::Check)
}

/// Returns whether the newest copy was not looked into for half a year. A day that lies ahead says that a clock was
/// wrong: then nothing is known, and it is due.
#[must_use]
pub fn is_check_due(checked_on: NaiveDate, today: NaiveDate) -> bool {
    let due = checked_on.checked_add_days(Days::new(CHECK_EVERY));
    let ahead = today.checked_add_days(Days::new(1)).is_some_and(|tomorrow| checked_on > tomorrow);
    ahead || due.is_none_or(|due| today >= due)
}
