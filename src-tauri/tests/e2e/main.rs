//! The real window, used as a person uses it: controls by role and name, keys to whatever has the focus.
//!
//! `driver` is the hand and the eye; every other module is a story. `E2E_KEEP_HOME=1` leaves the homes on disk.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what went wrong by stopping"
)]

mod accessible;
mod adversary;
mod away;
mod before_and_after;
mod course;
mod crash;
mod crooked;
mod documents;
mod doors_and_names;
mod driver;
#[cfg(feature = "developer")] // It reads a book as the trials do.
mod erasing;
mod giving;
mod harness;
mod hostile;
mod john_doe;
mod john_doe_by_keyboard;
mod keychain;
mod keys;
mod leaks;
mod lock;
mod moments;
mod of_three;
mod papers_on_demand;
mod preview;
mod questions;
mod safety_copies;
mod scans;
mod sealed_off;
mod second_client;
mod steps;
mod templates;
mod under_way;
mod writing_line;
