//! Books on a real disk, with real SQLCipher files, through the public door.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod attached;
mod copies;
mod damage;
mod home;
mod keychain;
mod lists;
mod look;
mod opening;
mod renew;
mod rewrap;
mod safety_copy;
