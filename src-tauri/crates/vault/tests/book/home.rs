use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use coachbook_vault::{Argon2Cost, Book, BookId, BookPlaces, LockedBook, Passphrase, VaultError};

pub(crate) const RIGHT: &str = "lantern gravel otter sonnet plum";
pub(crate) const NEXT: &str = "velvet harbour quartz pigeon yoga";

pub(crate) fn id(byte: u8) -> BookId {
    BookId::from_bytes([byte; 16])
}

pub(crate) fn phrase(text: &str) -> Passphrase {
    Passphrase::new(text)
}

pub(crate) fn tiny() -> Argon2Cost {
    Argon2Cost::for_tests()
}

/// A computer of our own: two folders that vanish at the end.
pub(crate) struct Home {
    pub(crate) dir: PathBuf,
    pub(crate) places: BookPlaces,
}

impl Home {
    pub(crate) fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let dir = std::env::temp_dir().join(format!("coachbook-book-{}-{number}", std::process::id()));
        let _ = fs::remove_dir_all(&dir);
        let places = BookPlaces::new(dir.join("data"), dir.join("config"));
        Self { dir, places }
    }

    /// A home with book 1 in it, locked, and its printed code.
    pub(crate) fn with_book() -> (Self, LockedBook, String) {
        let home = Self::new();
        let book = home.create(1);
        let code = book.recovery_code().text().to_string();
        let (locked, emptied) = book.lock();
        emptied.unwrap();
        (home, locked, code)
    }

    pub(crate) fn create(&self, byte: u8) -> Book {
        self.places.create_book(id(byte), "My clients", &phrase(RIGHT), tiny()).unwrap()
    }

    pub(crate) fn file(&self, byte: u8, name: &str) -> PathBuf {
        self.dir.join("data/books").join(id(byte).to_string()).join(name)
    }

    pub(crate) fn key_copy(&self, byte: u8) -> PathBuf {
        self.dir.join("config/keys").join(format!("{}.keys", id(byte)))
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.dir);
    }
}

/// The code of the error, or "ok".
pub(crate) fn code_of<T>(outcome: Result<T, VaultError>) -> &'static str {
    outcome.err().map_or("ok", VaultError::code)
}

/// Opens with a phrase and locks again; says how it went.
pub(crate) fn try_phrase(book: &LockedBook, text: &str) -> &'static str {
    code_of(book.open_with_phrase(&phrase(text), tiny()))
}
