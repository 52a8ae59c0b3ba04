//! Where copies go and what is known of the last one.

use std::path::PathBuf;
use std::time::Duration;

use coachbook_vault::{CopyPlan, MadeCopy};

use super::at;
use crate::home::{Home, code_of, id};

/// What is told of a copy, where there need be none.
fn made(sequence: u64, revision: i64) -> MadeCopy {
    let (path, read_back) = (PathBuf::new(), Duration::ZERO);
    MadeCopy { path, sequence, revision, bytes: 5, lost_files: 0, read_back, let_go: 0 }
}

#[test]
fn a_plan_is_kept_on_this_computer_and_counts_days_of_use() {
    let home = Home::new();
    let day = |nth| at(nth).date_naive();
    assert_eq!(home.places.copy_plan(id(1)), None);
    let mut plan = CopyPlan::new(home.dir.join("a stick = \u{e9}t\u{e9}"), day(0));
    for nth in [0, 0, 1, 1, 400, 1] {
        plan.note_use(day(nth));
    }
    assert_eq!(plan.days_of_use, 4, "a leap of the clock is one day");
    assert_eq!(plan.checked_or_chosen_on(), day(0));
    (plan.synced, plan.checked_on) = (true, Some(day(200)));
    assert_eq!(plan.checked_or_chosen_on(), day(200));
    home.places.keep_copy_plan(id(1), &plan).unwrap();
    assert_eq!(home.places.copy_plan(id(1)), Some(plan.clone()));
    let made = MadeCopy { bytes: 9, lost_files: 2, let_go: 1, ..made(7, -1) };
    plan.note_made(&made, at(3));
    assert_eq!(plan.days_of_use, 0);
    home.places.keep_copy_plan(id(1), &plan).unwrap();
    assert_eq!(home.places.copy_plan(id(1)), Some(plan.clone()));
    plan.folder = PathBuf::from("two\nlines");
    assert_eq!(code_of(home.places.keep_copy_plan(id(1), &plan)), "copies_unreachable");
    home.places.forget_copy_plan(id(1)).unwrap();
    assert_eq!(home.places.copy_plan(id(1)), None);
}

#[test]
fn a_plan_knows_that_no_copy_holds_a_book_brought_back_or_under_another_code() {
    let home = Home::new();
    let today = at(0).date_naive();
    let made = made(7, 12);
    let mut plan = CopyPlan { checked_on: Some(today), ..CopyPlan::new(home.dir.join("stick"), today) };
    plan.note_made(&made, at(0));
    plan.note_other_book();
    home.places.keep_copy_plan(id(1), &plan).unwrap();
    let mut read = home.places.copy_plan(id(1)).unwrap();
    assert_eq!((read.last.map(|last| (last.sequence, last.revision)), read.checked_on), (Some((7, -1)), Some(today)));
    read.note_other_code();
    assert_eq!((read.last, read.checked_on), (None, None));
}
