//! The invariants of `ARCHITECTURE.md` that a machine can see.
//!
//! Every check is a function over text, tried twice: on the project, where it must find nothing, and on a
//! sample that breaks the rule, where it must find something. A check that cannot fail guards nothing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what went wrong by stopping"
)]

#[path = "tidy/commands.rs"]
mod commands;
#[path = "tidy/configuration.rs"]
mod configuration;
#[path = "tidy/layers.rs"]
mod layers;
#[path = "tidy/names.rs"]
mod names;
#[path = "tidy/sizes.rs"]
mod sizes;
#[path = "tidy/source.rs"]
mod source;
#[path = "tidy/window.rs"]
mod window;
