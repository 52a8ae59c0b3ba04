//! The way in through this computer's own keychain: never the only one.

use std::fmt::Write;

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::header::BookId;
use super::sealed_root::SealedRoot;
use super::secret::{RootSecret, fill_random};
use super::slot::{ByteReader, slot_of};
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

    /// The key from what a keychain gave back; `None` when that is nothing of ours.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let mut key = Self(Box::new([0; KEY_BYTES]));
        let digits = text.as_bytes();
        if digits.len() != 2 * KEY_BYTES || !digits.iter().all(u8::is_ascii_hexdigit) {
            return None;
        }
        for (byte, pair) in key.0.iter_mut().zip(digits.chunks(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
        }
        Some(key)
    }

    /// The key as a keychain keeps it: 64 hexadecimal digits.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(2 * KEY_BYTES));
        for byte in self.0.iter() {
            // Writing to a string does not fail.
            let _ = write!(text, "{byte:02x}");
        }
        text
    }

    /// Whether both are the same key.
    #[must_use]
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

/// The root secret sealed under a [`KeychainKey`].
#[derive(Clone, PartialEq, Eq)]
pub(super) struct KeychainSlot(SealedRoot);

impl KeychainSlot {
    pub(super) fn seal(root: &RootSecret, key: &KeychainKey, book: BookId) -> Result<Self, VaultError> {
        Ok(Self(SealedRoot::seal(root, &key.0, &slot_of(book, KIND_KEYCHAIN))?))
    }

    /// The root secret, if `key` is the slot's.
    pub(super) fn open(&self, key: &KeychainKey, book: BookId) -> Option<RootSecret> {
        self.0.open(&key.0, &slot_of(book, KIND_KEYCHAIN))
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
