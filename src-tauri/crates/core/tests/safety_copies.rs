//! Which safety copies are kept, over two years of use and whatever the clock says.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use coachbook_core::safety_copies::{CopiesStanding, CopyNeed, KeptCopy, is_check_due, need, to_let_go};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What a clock shows on a day.
type WrongClock = fn(NaiveDate) -> NaiveDate;

/// Copies as they gather: three a working day, and after each the rule is kept.
struct Folder {
    copies: Vec<KeptCopy>,
    next: u64,
}

impl Folder {
    fn new() -> Self {
        Self { copies: Vec::new(), next: 1 }
    }

    fn add(&mut self, made_on: NaiveDate) {
        self.copies.push(KeptCopy { sequence: self.next, made_on });
        self.next += 1;
        let gone = to_let_go(&self.copies);
        self.copies.retain(|copy| !gone.contains(&copy.sequence));
    }

    fn use_it(&mut self, from: NaiveDate, days: u64, clock: impl Fn(NaiveDate) -> NaiveDate) {
        for nth in 0..days {
            let today = from + Days::new(nth);
            (0..3).for_each(|_| self.add(clock(today)));
        }
    }

    fn sequences(&self) -> BTreeSet<u64> {
        self.copies.iter().map(|copy| copy.sequence).collect()
    }
}

#[test]
fn ten_newest_seven_days_four_weeks_six_months() {
    let mut folder = Folder::new();
    folder.use_it(day("2024-11-18"), 730, |today| today);
    let last = folder.next - 1;
    let kept = folder.sequences();
    assert!((last - 9..=last).all(|sequence| kept.contains(&sequence)), "the ten newest");
    let days: BTreeSet<NaiveDate> = folder.copies.iter().map(|copy| copy.made_on).collect();
    let end = day("2024-11-18") + Days::new(729);
    assert!((0..7).all(|back| days.contains(&(end - Days::new(back)))), "one of each of the last seven days");
    let months: BTreeSet<String> = days.iter().map(|day| day.format("%Y-%m").to_string()).collect();
    assert_eq!(months.len(), 6, "{months:?}");
    assert!(kept.len() <= 27 && kept.len() >= 20, "{} copies are kept", kept.len());
    assert!(days.iter().any(|day| (end - *day).num_days() > 120), "control: old ones are kept");
}

#[test]
fn few_copies_are_never_let_go_and_the_newest_never() {
    let old = |sequence| KeptCopy { sequence, made_on: day("2026-03-04") };
    assert_eq!(to_let_go(&[]), Vec::<u64>::new());
    for count in 1..=10 {
        assert_eq!(to_let_go(&(1..=count).map(old).collect::<Vec<_>>()), Vec::<u64>::new(), "{count} copies");
    }
    // Of one day the newest stays anyway: the eleventh newest is the first that goes.
    assert_eq!(to_let_go(&(1..=12).map(old).collect::<Vec<_>>()), [2, 1]);
}

#[test]
fn a_clock_set_wrong_takes_no_copy_that_was_made_before() {
    let start = day("2026-01-05");
    let jump = start + Days::new(200);
    let clocks: [(&str, WrongClock); 4] = [
        ("-1 day", |today| today - Days::new(1)),
        ("+1 year", |today| today + Days::new(365)),
        ("2099", |today| day("2099-01-01") + Days::new((today - day("2026-07-24")).num_days().unsigned_abs())),
        ("1970", |_| day("1970-01-01")),
    ];
    for (name, wrong) in clocks {
        let (mut right, mut folder) = (Folder::new(), Folder::new());
        for each in [&mut right, &mut folder] {
            each.use_it(start, 200, |today| today);
        }
        let before = right.next;
        for nth in 0..12 {
            let today = jump + Days::new(nth);
            right.use_it(today, 1, |today| today);
            // Wrong from the second copy of a day on, for four days, then set right.
            for copy in 0..3 {
                folder.add(if nth < 4 && (nth, copy) != (0, 0) { wrong(today) } else { today });
            }
            let wanted: BTreeSet<u64> = right.sequences().into_iter().filter(|copy| *copy < before).collect();
            let missing: Vec<&u64> = wanted.iter().filter(|copy| !folder.sequences().contains(copy)).collect();
            assert!(missing.is_empty(), "{name}, day {nth}: {missing:?} were let go");
            assert!(folder.copies.len() <= 27 + 24, "{name}: {} copies", folder.copies.len());
        }
    }
}

#[test]
fn a_clock_that_never_stands_still_fills_no_disk() {
    let mut folder = Folder::new();
    for nth in 0..2000_u64 {
        folder.add(if nth % 2 == 0 { day("1970-01-01") } else { day("2026-01-01") + Days::new(nth) });
    }
    assert!(folder.copies.len() <= 27 + 24, "{} copies are kept", folder.copies.len());
}

/// What the rule would be if it went by the clock: copies of the last days. It loses, and the trial above would see it.
#[test]
fn control_a_rule_that_goes_by_the_clock_would_let_them_go() {
    let mut folder = Folder::new();
    folder.use_it(day("2026-01-05"), 200, |today| today);
    let now = day("2099-01-01");
    let gone = folder.copies.iter().filter(|copy| (now - copy.made_on).num_days() > 180).count();
    assert_eq!(gone, folder.copies.len(), "every copy is older than half a year by that clock");
    assert_eq!(to_let_go(&folder.copies), Vec::<u64>::new(), "ours lets none of them go");
}

#[test]
fn today_says_one_thing_at_most() {
    let today = day("2026-11-26");
    let fine = CopiesStanding { reachable: true, made: true, days_of_use: 7, checked_on: day("2026-06-01") };
    assert_eq!(need(fine, today), None);
    assert_eq!(need(CopiesStanding { days_of_use: 8, ..fine }, today), Some(CopyNeed::Old));
    let away = CopiesStanding { reachable: false, days_of_use: 30, checked_on: day("2020-01-01"), ..fine };
    assert_eq!(need(away, today), Some(CopyNeed::Unreachable));
    assert_eq!(need(CopiesStanding { checked_on: day("2026-05-30"), ..fine }, today), Some(CopyNeed::Check));
    let none = CopiesStanding { made: false, checked_on: day("2020-01-01"), ..fine };
    assert_eq!(need(none, today), None, "there is nothing to look into yet");
}

#[test]
fn a_look_is_due_after_half_a_year_and_when_a_clock_was_wrong() {
    let checked = day("2026-06-01");
    for (today, due) in [
        ("2026-06-01", false),
        ("2026-11-27", false),
        ("2026-11-28", true),
        ("2027-06-01", true),
        ("2099-01-01", true),
        ("2026-05-31", false),
        ("2026-05-30", true),
    ] {
        assert_eq!(is_check_due(checked, day(today)), due, "{today}");
    }
}
