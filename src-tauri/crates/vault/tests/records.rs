//! The records on a real encrypted file.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "records/agreements.rs"]
mod agreements;
#[path = "records/attachments.rs"]
mod attachments;
#[path = "records/between.rs"]
mod between;
#[path = "records/clients.rs"]
mod clients;
#[path = "records/course.rs"]
mod course;
#[path = "records/erasing.rs"]
mod erasing;
#[path = "records/notes.rs"]
mod notes;
#[path = "records/papers.rs"]
mod papers;
#[path = "records/practice.rs"]
mod practice;
#[path = "records/questions.rs"]
mod questions;
#[path = "records/scene.rs"]
mod scene;
#[path = "records/sessions.rs"]
mod sessions;
#[path = "records/templates.rs"]
mod templates;
