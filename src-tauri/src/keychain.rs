//! This computer's keychain opens the book: off until the coach wants it, and never the only way in.

use coachbook_vault::{KeychainKey, Passphrase};

use crate::{
    os::keychain,
    state::{Desk, off_the_main_thread},
    wire::{CommandError, book::KeychainStanding},
};

/// Returns whether there is a keychain, and whether it opens the book.
pub(crate) async fn standing(desk: &Desk) -> Result<KeychainStanding, CommandError> {
    let on = desk.with(|vault| Ok(vault.book().has_keychain())).await?;
    let there = off_the_main_thread(keychain::is_there).await?;
    Ok(KeychainStanding { there, on })
}

/// Lets the keychain open the book, for whoever knows the present phrase.
pub(crate) async fn keep(desk: &Desk, phrase: Passphrase) -> Result<(), CommandError> {
    let tries = desk.tries();
    let key = KeychainKey::generate()?;
    let in_book = key.clone();
    let id = desk
        .with(move |vault| {
            tries.may_try()?;
            let added = vault.book_mut().add_keychain(&phrase, &in_book);
            tries.note(&added);
            added?;
            Ok(vault.book().id())
        })
        .await?;
    // Not with the book in hand: a keychain may ask the coach something first.
    let kept = off_the_main_thread(move || keychain::keep(id, &key)).await?;
    if kept.is_err() {
        // Locked meanwhile, the slot stays without a key, opens nothing, and is said to be there.
        let _ = desk.with(|vault| Ok(vault.book_mut().drop_keychain()?)).await;
    }
    kept
}

/// Lets the keychain open the book no more.
pub(crate) async fn leave(desk: &Desk) -> Result<(), CommandError> {
    let id = desk
        .with(|vault| {
            vault.book_mut().drop_keychain()?;
            Ok(vault.book().id())
        })
        .await?;
    off_the_main_thread(move || keychain::forget(id)).await
}
