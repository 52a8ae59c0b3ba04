//! A real encrypted book in a folder that goes when the test is over.

use std::{
    env, fs,
    path::PathBuf,
    process,
    sync::atomic::{AtomicU64, Ordering},
};

use coachbook_vault::{BookId, BookPlaces, Vault};

use crate::{CountedUids, TestClock};

static NEXT: AtomicU64 = AtomicU64::new(1);

/// A place for one book. It is a sample book, which opens without the seconds a passphrase takes.
pub struct TestBook {
    folder: PathBuf,
    id: BookId,
    opened: u64,
}

impl TestBook {
    /// Makes a place and an empty book in it.
    #[must_use]
    pub fn new(clock: &TestClock) -> (Self, Vault) {
        let nth = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("coachbook-test-{}-{nth}", process::id()));
        let book = Self { folder, id: BookId::from_bytes([7; 16]), opened: 1 };
        let made = book.places().create_sample(book.id, "Test").expect("a new book");
        let vault = Vault::new(made, Box::new(clock.clone()), Box::new(CountedUids::run(1)));
        (book, vault)
    }

    /// Opens the book again, as after a crash when the vault was dropped without being locked.
    pub fn open(&mut self, clock: &TestClock) -> Vault {
        self.opened += 1;
        let locked = self.places().book(self.id).expect("the book that was made");
        let book = locked.open_sample().expect("the book opens");
        Vault::new(book, Box::new(clock.clone()), Box::new(CountedUids::run(self.opened)))
    }

    fn places(&self) -> BookPlaces {
        BookPlaces::new(self.folder.join("data"), self.folder.join("config"))
    }
}

impl Drop for TestBook {
    fn drop(&mut self) {
        // On a system that deletes no open file the folder stays in the temporary folder; it holds fiction.
        let _ = fs::remove_dir_all(&self.folder);
    }
}
