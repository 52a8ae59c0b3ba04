//! Safety copies that are made by themselves.

mod checked;
mod erased;
mod let_go;
mod made;
mod other_keys;
mod planned;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Days, Utc};
use coachbook_vault::{CopyProgress, CopyStamp, LockedBook, MadeCopy, Unlock, Vault, VaultError};

use crate::home::{Home, RIGHT, id, phrase};

const STAMP: CopyStamp = CopyStamp { sequence: 1, made_at: None };

fn at(day: u64) -> DateTime<Utc> {
    "2026-03-04T09:00:00Z".parse::<DateTime<Utc>>().unwrap() + Days::new(day)
}

/// A stick that is plugged in.
pub(crate) fn stick(home: &Home) -> PathBuf {
    let folder = home.dir.join("stick");
    fs::create_dir_all(&folder).unwrap();
    folder
}

pub(crate) fn own(stick: &Path) -> PathBuf {
    stick.join(format!("coachbook-{}", id(1)))
}

/// A copy as the timer makes it.
pub(crate) fn copy_open(vault: &Vault, stick: &Path, day: u64) -> Result<MadeCopy, VaultError> {
    let book = vault.book();
    book.order_copy()?.from_open(book)?.write_into(stick, at(day), 0, &CopyProgress::default())
}

pub(crate) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn the_book(home: &Home) -> LockedBook {
    home.places.book(id(1)).unwrap()
}

fn right(work: impl FnOnce(&Unlock<'_>)) {
    work(&Unlock::Phrase(&phrase(RIGHT)));
}
