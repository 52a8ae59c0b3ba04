//! A folder to work in that goes when the work is done, and invented records in a book there.

use std::{
    error::Error,
    fs, io,
    path::{Path, PathBuf},
    process,
};

use chrono_tz::Tz;
use coachbook_core::{SessionId, client::ClientDraft, engagement::EngagementDraft};
use coachbook_vault::{
    Argon2Cost, Book, BookId, BookPlaces, LockedBook, Passphrase, RandomUids, StartFrom, SystemClock, Vault, VaultError,
};

/// What every step answers with.
pub(crate) type Answer<T> = Result<T, Box<dyn Error>>;

/// The one book of a workshop.
fn book_id() -> BookId {
    BookId::from_bytes([9; 16])
}

/// A folder that is deleted with everything in it when it goes out of scope.
pub(crate) struct Workshop(PathBuf);

impl Workshop {
    /// Makes a folder below `parent`; `name` tells several of one program apart.
    pub(crate) fn below(parent: &Path, name: &str) -> io::Result<Self> {
        let folder = parent.join(format!("coachbook-{name}-{}", process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }

    /// Returns the folder.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        // On a system that deletes no open file something stays; it holds fiction.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn places(folder: &Path) -> BookPlaces {
    BookPlaces::new(folder.join("data"), folder.join("config"))
}

/// Makes a book with one session running. It is a sample book, which opens without the second a passphrase takes;
/// everything after opening is the same.
pub(crate) fn make_book(folder: &Path) -> Result<(Vault, SessionId), VaultError> {
    make_session(|id| places(folder).create_sample(id, "Trial"))
}

/// Makes a book in a way of one's own, with one session running.
pub(crate) fn make_session(
    make: impl FnOnce(BookId) -> Result<Book, VaultError>,
) -> Result<(Vault, SessionId), VaultError> {
    let book = make(book_id())?;
    let mut vault = Vault::new(book, Box::new(SystemClock), Box::new(RandomUids));
    let client = vault.clients().save(None, None, &ClientDraft::named("Ada Trial"))?.id;
    let engagement = vault.engagements().save(client, None, None, &EngagementDraft::default())?.id;
    let session = vault.sessions().start(StartFrom::Engagement(engagement), Tz::UTC, 60)?.session.id;
    Ok((vault, session))
}

/// Makes a book that a phrase locks, with one session running.
#[allow(dead_code, reason = "one of the two programs needs no lock")]
pub(crate) fn make_locked(folder: &Path, phrase: &Passphrase, cost: Argon2Cost) -> Result<Vault, VaultError> {
    make_session(|id| places(folder).create_book(id, "Trial", phrase, cost)).map(|(vault, _)| vault)
}

/// Returns the book, locked.
#[allow(dead_code, reason = "one of the two programs needs no lock")]
pub(crate) fn locked_book(folder: &Path) -> Result<LockedBook, VaultError> {
    places(folder).book(book_id())
}

/// Returns where both copies of its key file lie.
#[allow(dead_code, reason = "one of the two programs needs no lock")]
pub(crate) fn key_files(folder: &Path) -> [PathBuf; 2] {
    let id = book_id().to_string();
    [folder.join("data/books").join(&id).join("book.keys"), folder.join("config/keys").join(format!("{id}.keys"))]
}

/// Opens the book again.
#[allow(dead_code, reason = "one of the two programs never opens a book twice")]
pub(crate) fn open_book(folder: &Path) -> Result<Vault, VaultError> {
    let book = places(folder).book(book_id())?.open_sample()?;
    Ok(Vault::new(book, Box::new(SystemClock), Box::new(RandomUids)))
}

/// Opens the book as an invented next release would.
#[allow(dead_code, reason = "one of the two programs never upgrades a book")]
pub(crate) fn open_as_next_release(folder: &Path) -> Result<Vault, VaultError> {
    let book = places(folder).book(book_id())?.open_sample_as_next_release()?;
    Ok(Vault::new(book, Box::new(SystemClock), Box::new(RandomUids)))
}

/// Returns where the book's database lies.
#[allow(dead_code, reason = "one of the two programs never touches it")]
pub(crate) fn database(folder: &Path) -> PathBuf {
    folder.join("data/books").join(book_id().to_string()).join("book.db")
}
