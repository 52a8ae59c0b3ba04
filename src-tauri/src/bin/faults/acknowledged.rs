//! What a book must still hold, and seeing that it does.

use std::{
    collections::BTreeMap,
    path::Path,
    time::{Duration, Instant},
};

use coachbook_core::{Uid, note::NoteDraft};
use coachbook_vault::{CopyStamp, RandomUids, UidSource, Vault, VaultError, write_safety_copy};

use crate::workshop::open_book;

/// The editor a line is typed in.
pub(crate) const EDITOR: &str = "line";
/// A book that opens later than this after a crash counts as lost time.
const REOPEN: Duration = Duration::from_secs(2);

/// Returns the words of the `nth` note of a run: a paragraph, different from every other.
pub(crate) fn words(run: u32, nth: u32) -> String {
    format!("run {run} note {nth}: {}", "she said what she would do first, and by when. ".repeat(8))
}

/// Keeps a plain note in the running session, as *Enter* does.
pub(crate) fn keep(vault: &mut Vault, text: &str) -> Result<(), VaultError> {
    let session = vault.sessions().in_progress()?.ok_or(VaultError::NotFound)?.id;
    let uid: Uid = RandomUids.next();
    vault.notes().keep(session, &uid, &NoteDraft::plain(text, "R", None), Some(EDITOR), None)?;
    Ok(())
}

/// Opens the book after a crash; answers with it and the time that took.
pub(crate) fn reopen(folder: &Path) -> Result<(Vault, Duration), String> {
    let began = Instant::now();
    let mut vault = open_book(folder).map_err(|error| format!("the book does not open: {error}"))?;
    let running = vault.sessions().in_progress().map_err(|error| error.to_string())?;
    let took = began.elapsed();
    if running.is_none() {
        return Err("no session is in progress any more".to_owned());
    }
    if took > REOPEN {
        return Err(format!("opening took {took:?}"));
    }
    Ok((vault, took))
}

/// Sees that the running session holds each of these notes once.
pub(crate) fn all_there<'a>(vault: &mut Vault, wanted: impl Iterator<Item = &'a String>) -> Result<(), String> {
    let texts = texts(vault).map_err(|error| error.to_string())?;
    let mut found: BTreeMap<&str, u32> = BTreeMap::new();
    for text in &texts {
        *found.entry(text).or_default() += 1;
    }
    for text in wanted {
        match found.get(text.as_str()) {
            Some(1) => {}
            None => return Err(format!("lost: {}", beginning(text))),
            Some(times) => return Err(format!("{times} times there: {}", beginning(text))),
        }
    }
    Ok(())
}

/// Returns the words of every note of the running session.
pub(crate) fn texts(vault: &mut Vault) -> Result<Vec<String>, VaultError> {
    let session = vault.sessions().in_progress()?.ok_or(VaultError::NotFound)?.id;
    Ok(vault.sessions().get(session)?.notes.into_iter().map(|note| note.fields.text).collect())
}

/// Reads every page of the book: a safety copy is made of it, which checks structure, checksums and row counts.
pub(crate) fn sound(vault: &Vault, folder: &Path) -> Result<(), VaultError> {
    let copy = folder.join("trial.coachbook");
    write_safety_copy(vault.book(), &copy, CopyStamp { sequence: 1, made_at: None }).map(|_| ())
}

fn beginning(text: &str) -> String {
    text.chars().take(20).collect()
}
