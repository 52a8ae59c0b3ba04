//! The keys of the open book: its phrase and its recovery code are changed here.

use std::{path::PathBuf, time::Duration};

use coachbook_core::book::BookSettings;
use coachbook_vault::{Argon2Cost, Book, Passphrase, RenewedCode, Vault, VaultError, rewrap_safety_copies};

use crate::{
    dialogs,
    state::Desk,
    wire::{
        CommandError,
        book::{LeftCopy, PhraseChanged},
    },
};

/// How long checking a passphrase should take on this machine.
pub(crate) const KEY_TIME: Duration = Duration::from_secs(1);

/// Gives the open book, which was opened with its code, a new passphrase.
pub(crate) async fn set_phrase(desk: &Desk, phrase: Passphrase) -> Result<PhraseChanged, CommandError> {
    desk.with(move |vault| {
        let cost = Argon2Cost::calibrate(KEY_TIME)?;
        vault.book_mut().set_new_phrase(&phrase, cost)?;
        Ok(rewrapped(vault))
    })
    .await
}

/// Changes the passphrase for whoever knows the present one.
pub(crate) async fn change_phrase(
    desk: &Desk,
    present: Passphrase,
    phrase: Passphrase,
) -> Result<PhraseChanged, CommandError> {
    let tries = desk.tries();
    desk.with(move |vault| {
        tries.may_try()?;
        let cost = Argon2Cost::calibrate(KEY_TIME)?;
        let changed = vault.book_mut().change_phrase(&present, &phrase, cost);
        tries.note(&changed);
        changed?;
        Ok(rewrapped(vault))
    })
    .await
}

/// Takes the new phrase to the safety copies that are at hand; says which keep an older one.
fn rewrapped(vault: &Vault) -> PhraseChanged {
    let copies = copies_at_hand(vault.book());
    let left = rewrap_safety_copies(vault.book(), &copies);
    PhraseChanged {
        reached: copies.len() - left.len(),
        left: left
            .into_iter()
            .map(|(path, why)| LeftCopy { file_name: dialogs::file_name(&path), why: why.message() })
            .collect(),
    }
}

/// Every safety copy whose place is known.
fn copies_at_hand(book: &Book) -> Vec<PathBuf> {
    book.copies_beside()
}

/// Gives the open book a new recovery code. From now on its sheet counts as not checked.
pub(crate) async fn renew_code(desk: &Desk, phrase: Passphrase) -> Result<(), CommandError> {
    let tries = desk.tries();
    let checked = desk
        .with(move |vault| {
            let settings = vault.practice().settings()?;
            // Said before the change: a crash right after it must not leave a sheet that counts and does not open.
            vault.practice().save_settings(&BookSettings { recovery_confirmed: false, ..settings.clone() })?;
            Ok(settings.recovery_confirmed)
        })
        .await?;
    let renewed = desk
        .replace(move |book| {
            if let Err(refused) = tries.may_try() {
                return (Some(book), Err(refused));
            }
            let cost = match Argon2Cost::calibrate(KEY_TIME) {
                Ok(cost) => cost,
                Err(error) => return (Some(book), Err(error.into())),
            };
            let (book, outcome) = match book.renew_code(&phrase, cost) {
                RenewedCode::Renewed(book) => (Some(book), Ok(())),
                RenewedCode::Unchanged(book, why) => (Some(book), Err(why)),
                RenewedCode::Closed(why) => (None, Err(why)),
            };
            tries.note(&outcome);
            (book, outcome.map_err(CommandError::from))
        })
        .await;
    if renewed.is_err() && checked && desk.is_open() {
        // The sheet she has is good still. If this fails, Today asks her to look at it once more.
        let _ = desk.with(|vault| Ok(sheet_counts(vault)?)).await;
    }
    renewed
}

fn sheet_counts(vault: &mut Vault) -> Result<(), VaultError> {
    let settings = vault.practice().settings()?;
    vault.practice().save_settings(&BookSettings { recovery_confirmed: true, ..settings })
}
