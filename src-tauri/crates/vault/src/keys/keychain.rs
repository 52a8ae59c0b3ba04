//! The way in through this computer's own keychain: never the only one.

use zeroize::{Zeroize, ZeroizeOnDrop};

use super::header::BookId;
use super::sealed_root::SealedRoot;
use super::secret::{RootSecret, fill_random};
use super::slot::ByteReader;
use crate::error::VaultError;

/// Number of a keychain slot in a header.
pub(super) const KIND_KEYCHAIN: u8 = 2;
const KEY_BYTES: usize = 32;

/// What the keychain keeps for one book: 32 random bytes, which open the book's slot and are good for nothing else.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct KeychainKey(Box<[u8; KEY_BYTES]>);

impl KeychainKey {
    /// A key nobody has used.
    ///
    /// # Errors
    /// [`VaultError::Storage`] when the system has no randomness to give.
    pub fn generate() -> Result<Self, VaultError> {
        let mut key = Self(Box::new([0; KEY_BYTES]));
        fill_random(key.0.as_mut_slice())?;
        Ok(key)
    }

    /// The key a keychain gave back; `None` when it is not as long as ours.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Some(Self(Box::new(bytes.try_into().ok()?)))
    }

    /// The bytes for the keychain.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_slice()
    }
}

/// The root secret sealed under a [`KeychainKey`].
#[derive(Clone, PartialEq, Eq)]
pub(super) struct KeychainSlot(SealedRoot);

impl KeychainSlot {
    pub(super) fn seal(root: &RootSecret, key: &KeychainKey, book: BookId) -> Result<Self, VaultError> {
        Ok(Self(SealedRoot::seal(root, &key.0, &bound_to(book))?))
    }

    /// The root secret, if `key` is the slot's.
    pub(super) fn open(&self, key: &KeychainKey, book: BookId) -> Option<RootSecret> {
        self.0.open(&key.0, &bound_to(book))
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.0.push_to(&mut out);
        out
    }

    /// Reads a slot body; `None` when it is not as long as ours.
    pub(super) fn from_bytes(body: &[u8]) -> Option<Self> {
        let mut rest = ByteReader(body);
        let slot = Self(SealedRoot::take_from(&mut rest)?);
        rest.0.is_empty().then_some(slot)
    }
}

/// Associated data: a slot lifted into another book's header does not open.
fn bound_to(book: BookId) -> Vec<u8> {
    [b"coachbook/slot/v1".as_slice(), book.as_bytes(), &[KIND_KEYCHAIN]].concat()
}
