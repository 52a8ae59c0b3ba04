//! Opening a book with this computer's keychain: off until the coach wants it, and never the only way in.

use coachbook_vault::{BookId, KeychainKey, Passphrase, VaultError};

use crate::{
    doors,
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

/// Opens a book with the key the keychain has for it.
pub(crate) async fn unlock(desk: &Desk, uid: &str) -> Result<(), CommandError> {
    let id: BookId = uid.parse()?;
    let key = off_the_main_thread(move || keychain::fetch(id)).await??.ok_or(VaultError::WrongKeychain)?;
    doors::open(desk, id, move |book| book.open_with_keychain(&key)).await
}
