//! People, clocks and books for tests.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot be set up has failed")]

mod book;
mod clock;

pub use book::TestBook;
pub use clock::{CountedUids, TestClock, at};
