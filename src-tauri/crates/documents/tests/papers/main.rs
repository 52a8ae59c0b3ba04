//! Papers set, written and read back. Every person in these tests is invented.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    unreachable_pub
)]

mod accounts;
mod agreements;
mod files;
mod finding;
mod foreign;
mod forms;
mod golden;
mod hostile;
mod hyphens;
mod joined;
mod languages;
mod letterheads;
mod locks;
mod mirrors;
mod people;
mod programmes;
mod records;
mod scripts;
mod sheets;
mod signatures;
mod summaries;
mod tables;
mod wheels;
