//! Making a book, the coach's own or the sample, and removing the sample.

use std::fs;

use super::list::one_line;
use super::{Book, BookFolder, BookPlaces, LockedBook};
use crate::error::VaultError;
use crate::keys::{Argon2Cost, BookId, KeyHeader, Passphrase, RootSecret};
use crate::lock::BookLock;
use crate::phrase::judge_phrase;
use crate::recovery::RecoveryCode;
use crate::{fsio, migrate, open, pragmas};

impl BookPlaces {
    /// Makes an empty book and opens it. Print [`Book::recovery_code`] before anything is written into it.
    ///
    /// `id` is a fresh UUID, `cost` what [`Argon2Cost::calibrate`] found.
    ///
    /// # Errors
    /// [`VaultError::WeakPhrase`]; [`VaultError::AlreadyThere`] when `id` exists; what the file system said.
    pub fn create_book(
        &self,
        id: BookId,
        name: &str,
        phrase: &Passphrase,
        cost: Argon2Cost,
    ) -> Result<Book, VaultError> {
        must_be_strong(phrase, name)?;
        let root = RootSecret::generate()?;
        let header = KeyHeader::seal(id, &root, phrase, cost)?;
        let book = LockedBook { places: self.clone(), id, name: one_line(name), sample: false };
        self.build(&book, &root, |folder| Ok(fsio::replace_file(&folder.keys(), &header.to_bytes())?))?;
        book.key_files().settle(&header)?;
        book.open_with_phrase(phrase, cost)
    }

    /// Makes an empty sample book and opens it. Its key lies beside it: it holds fiction and says so.
    ///
    /// # Errors
    /// As [`BookPlaces::create_book`].
    pub fn create_sample(&self, id: BookId, name: &str) -> Result<Book, VaultError> {
        let root = RootSecret::generate()?;
        let book = LockedBook { places: self.clone(), id, name: one_line(name), sample: true };
        let note = sample_note(&root);
        self.build(&book, &root, |folder| Ok(fsio::replace_file(&folder.sample_key(), note.as_bytes())?))?;
        book.open_sample()
    }

    /// Deletes a sample book with everything in it. Refuses the coach's own books.
    ///
    /// # Errors
    /// [`VaultError::NotFound`] for a book that is no sample, [`VaultError::AlreadyOpen`] while it is open.
    pub fn remove_sample(&self, id: BookId) -> Result<(), VaultError> {
        let _list = self.lock_list()?;
        let folder = self.folder(id);
        if !folder.sample_key().is_file() {
            return Err(VaultError::NotFound);
        }
        // Taken to see that nobody has it open, and given back because Windows deletes no open file.
        drop(BookLock::take(&folder.lock())?);
        self.take_off_list(id)?;
        self.key_files(id).remove()?;
        Ok(fs::remove_dir_all(folder.path())?)
    }

    /// Puts a book together out of sight and gives it its name when everything is on disk.
    fn build(
        &self,
        book: &LockedBook,
        root: &RootSecret,
        add_key: impl FnOnce(&BookFolder) -> Result<(), VaultError>,
    ) -> Result<(), VaultError> {
        let _list = self.lock_list()?;
        let workshop = self.clear_workshop(book.id)?;
        let mut connection = open::create_database(&workshop.database(), &root.database_key())?;
        pragmas::for_writing(&connection)?;
        migrate::migrate(&mut connection, |_, _| Ok(()))?;
        pragmas::checkpoint_truncate(&connection)?;
        connection.close().map_err(|(_, error)| error)?;
        add_key(&workshop)?;
        self.move_in(book, &workshop)
    }

    /// An empty folder to build `id` in. The caller holds the list lock, so a leftover belongs to a crash.
    pub(crate) fn clear_workshop(&self, id: BookId) -> Result<BookFolder, VaultError> {
        let workshop = self.workshop(id);
        if workshop.path().exists() {
            fs::remove_dir_all(workshop.path())?;
        }
        fsio::create_private_dir(&workshop.files())?;
        Ok(workshop)
    }

    /// Gives the finished folder its name and lists the book. The caller holds the list lock.
    pub(crate) fn move_in(&self, book: &LockedBook, workshop: &BookFolder) -> Result<(), VaultError> {
        let folder = book.folder();
        if folder.path().exists() {
            fs::remove_dir_all(workshop.path())?;
            return Err(VaultError::AlreadyThere);
        }
        fsio::sync_dir(workshop.path())?;
        fs::rename(workshop.path(), folder.path())?;
        fsio::sync_dir(&self.books_dir())?;
        self.put_in_list(book)
    }
}

/// Refuses what [`judge_phrase`] does not call strong, here as well as on the screen.
pub(super) fn must_be_strong(phrase: &Passphrase, book_name: &str) -> Result<(), VaultError> {
    if judge_phrase(phrase.as_str(), &[book_name]).strong { Ok(()) } else { Err(VaultError::WeakPhrase) }
}

/// What `sample.key` says; its last line is the code.
pub(crate) fn sample_note(root: &RootSecret) -> String {
    let code = RecoveryCode::new(root.clone()).text();
    format!(
        "This is the key of Coachbook's sample book. It lies open because the people in that book are invented.\n{}\n",
        code.as_str()
    )
}

impl LockedBook {
    /// The root secret of a sample, from the key beside it.
    pub(super) fn sample_root(&self) -> Result<RootSecret, VaultError> {
        let bytes = fsio::read_small(&self.folder().sample_key(), fsio::MAX_SMALL_FILE)?;
        let text = String::from_utf8(bytes.ok_or(VaultError::HeaderDamaged)?).map_err(|_| VaultError::HeaderDamaged)?;
        let code = text.lines().next_back().ok_or(VaultError::HeaderDamaged)?;
        let code = RecoveryCode::parse(code).map_err(|_| VaultError::HeaderDamaged)?;
        Ok(code.root().clone())
    }
}
