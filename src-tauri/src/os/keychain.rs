//! The system's keychain: on Linux whoever answers as Secret Service (GNOME Keyring, KWallet, KeePassXC). Elsewhere none
//! is asked: nothing that could not be tried is offered as a way in.

use coachbook_vault::{BookId, KeychainKey};

use crate::wire::CommandError;

/// Whether a keychain answers that can keep a key for longer than a login. It is not asked to open.
pub(crate) fn is_there() -> bool {
    asked::is_there()
}

/// Puts the key for a book into the keychain, in the place of an earlier one, and reads it back. The keychain may ask the
/// coach to open it first.
///
/// # Errors
/// `keychain_missing`; `keychain_closed` when it was not opened, or kept something else.
pub(crate) fn keep(book: BookId, key: &KeychainKey) -> Result<(), CommandError> {
    asked::keep(book, key)?;
    let kept = asked::fetch(book)?;
    if kept.is_some_and(|kept| kept.is_same_as(key)) { Ok(()) } else { Err(closed()) }
}

/// Returns the key the keychain has for a book; `None` when it has none.
///
/// # Errors
/// As [`keep`].
pub(crate) fn fetch(book: BookId) -> Result<Option<KeychainKey>, CommandError> {
    asked::fetch(book)
}

/// Takes the key for a book out of the keychain. What is left there by a keychain that does not answer opens nothing:
/// the book's own side is gone before this is called.
pub(crate) fn forget(book: BookId) {
    let _ = asked::forget(book);
}

fn missing() -> CommandError {
    CommandError::new(
        "keychain_missing",
        "No keychain answers on this computer.",
        "Your phrase opens your book as always.",
    )
}

fn closed() -> CommandError {
    CommandError::new(
        "keychain_closed",
        "The keychain stayed closed.",
        "Open it when it asks, or type your phrase: it opens your book as always.",
    )
}

#[cfg(target_os = "linux")]
mod asked {
    use std::collections::HashMap;

    use coachbook_vault::{BookId, KeychainKey};
    use dbus_secret_service::{Collection, EncryptionType, Error, Item, SecretService};
    use zeroize::Zeroizing;

    use super::{closed, missing};
    use crate::wire::CommandError;

    /// How long a keychain may take to ask the coach for its own password.
    const PATIENCE_SECONDS: u64 = 120;
    /// What the entry is called in the list a keychain shows: no name of a coach or client.
    const LABEL: &str = "Coachbook";

    pub(super) fn is_there() -> bool {
        // A wait of no seconds shows no question.
        connect(0).is_ok_and(|service| service.get_default_collection().is_ok())
    }

    pub(super) fn keep(book: BookId, key: &KeychainKey) -> Result<(), CommandError> {
        let service = connect(PATIENCE_SECONDS).map_err(said)?;
        let collection = service.get_default_collection().map_err(said)?;
        open(&collection).map_err(said)?;
        // As text: not every keychain brings bytes back as they were.
        let text = key.to_text();
        let id = book.to_string();
        collection.create_item(LABEL, named(&id), text.as_bytes(), true, "text/plain").map(drop).map_err(said)
    }

    pub(super) fn fetch(book: BookId) -> Result<Option<KeychainKey>, CommandError> {
        let service = connect(PATIENCE_SECONDS).map_err(said)?;
        let id = book.to_string();
        let found = service.search_items(named(&id)).map_err(said)?;
        let Some(item) = found.unlocked.first().or(found.locked.first()) else { return Ok(None) };
        let secret = secret_of(item).map_err(said)?;
        Ok(std::str::from_utf8(&secret).ok().and_then(KeychainKey::from_text))
    }

    pub(super) fn forget(book: BookId) -> Result<(), Error> {
        let service = connect(0)?;
        let id = book.to_string();
        let found = service.search_items(named(&id))?;
        found.unlocked.iter().chain(&found.locked).try_for_each(Item::delete)
    }

    fn connect(patience_seconds: u64) -> Result<SecretService, Error> {
        // Plain on the bus: whoever could listen there could ask the keychain as well.
        SecretService::connect_with_max_prompt_timeout(EncryptionType::Plain, patience_seconds)
    }

    fn open(collection: &Collection<'_>) -> Result<(), Error> {
        if collection.is_locked()? { collection.unlock() } else { Ok(()) }
    }

    fn secret_of(item: &Item<'_>) -> Result<Zeroizing<Vec<u8>>, Error> {
        if item.is_locked()? {
            item.unlock()?;
        }
        item.get_secret().map(Zeroizing::new)
    }

    fn named(book: &str) -> HashMap<&str, &str> {
        HashMap::from([("application", "coachbook"), ("book", book)])
    }

    fn said(error: Error) -> CommandError {
        match error {
            Error::Locked | Error::Prompt => closed(),
            _ => missing(),
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod asked {
    use coachbook_vault::{BookId, KeychainKey};

    use super::missing;
    use crate::wire::CommandError;

    pub(super) fn is_there() -> bool {
        false
    }

    pub(super) fn keep(_book: BookId, _key: &KeychainKey) -> Result<(), CommandError> {
        Err(missing())
    }

    pub(super) fn fetch(_book: BookId) -> Result<Option<KeychainKey>, CommandError> {
        Err(missing())
    }

    pub(super) fn forget(_book: BookId) -> Result<(), CommandError> {
        Err(missing())
    }
}
