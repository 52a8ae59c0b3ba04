//! A second way into the open book: a key that this computer's keychain keeps. It is never the only one, and opens no
//! safety copy.

use super::Book;
use crate::error::VaultError;
use crate::keys::{KeyHeader, KeychainKey, Passphrase};

impl Book {
    /// Whether a key in this computer's keychain opens the book.
    #[must_use]
    pub fn has_keychain(&self) -> bool {
        self.header().is_some_and(KeyHeader::has_keychain)
    }

    /// Lets `key` open the book from now on, and no other key of a keychain; for whoever knows the present passphrase.
    ///
    /// # Errors
    /// [`VaultError::WrongPhrase`]; [`VaultError::Locked`] for the sample, which nothing locks; what the file system
    /// said, and then the phrase opens the book as before.
    pub fn add_keychain(&mut self, present: &Passphrase, key: &KeychainKey) -> Result<(), VaultError> {
        self.knows(present)?;
        let header = self.header().ok_or(VaultError::HeaderDamaged)?.with_keychain(self.root(), key)?;
        self.replace_header(header, |header| header.open_with_keychain(key))
    }

    /// Lets no key of a keychain open the book any more.
    ///
    /// # Errors
    /// What the file system said.
    pub fn drop_keychain(&mut self) -> Result<(), VaultError> {
        let Some(header) = self.header().filter(|header| header.has_keychain()) else { return Ok(()) };
        let header = header.without_keychain();
        self.locked.key_files().settle(&header)?;
        self.header = Some(header);
        Ok(())
    }
}
