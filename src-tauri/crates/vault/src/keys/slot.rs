//! One way to reach the root secret, sealed by itself so that it can be replaced without touching anything else.

use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use super::cost::Argon2Cost;
use super::header::BookId;
use super::passphrase::Passphrase;
use super::secret::{ROOT_BYTES, RootSecret, fill_random};
use crate::error::VaultError;

/// Number of a passphrase slot in a header. 2 is kept for the system's keychain.
pub(super) const KIND_PHRASE: u8 = 1;
/// Number of Argon2id version 0x13 in a slot.
const KDF_ARGON2ID: u8 = 1;
/// Bytes of a passphrase slot: KDF 1, memory 4, passes 4, lanes 4, salt 16, nonce 24, sealed secret 20, tag 16.
pub(super) const PHRASE_BYTES: usize = 1 + 12 + 16 + 24 + ROOT_BYTES + TAG_BYTES;
const TAG_BYTES: usize = 16;

/// The root secret sealed with XChaCha20-Poly1305 under Argon2id(passphrase).
#[derive(Clone, PartialEq, Eq)]
pub(super) struct PhraseSlot {
    cost: Argon2Cost,
    salt: [u8; 16],
    nonce: [u8; 24],
    sealed: [u8; ROOT_BYTES],
    tag: [u8; TAG_BYTES],
}

impl PhraseSlot {
    /// Seals `root` for `phrase` with a fresh salt and nonce.
    pub(super) fn seal(
        root: &RootSecret,
        phrase: &Passphrase,
        cost: Argon2Cost,
        book: BookId,
    ) -> Result<Self, VaultError> {
        let mut slot = Self { cost, salt: [0; 16], nonce: [0; 24], sealed: [0; ROOT_BYTES], tag: [0; TAG_BYTES] };
        fill_random(&mut slot.salt)?;
        fill_random(&mut slot.nonce)?;
        let key = cost.stretch(phrase, &slot.salt)?;
        let cipher = XChaCha20Poly1305::new((&*key).into());
        // Sealed in a wiped copy, so that no plain secret is left in a slot if sealing fails.
        let mut inside = root.clone();
        let tag = cipher
            .encrypt_inout_detached(
                &XNonce::from(slot.nonce),
                &slot.bound_to(book),
                inside.expose_mut().as_mut_slice().into(),
            )
            .map_err(|_| VaultError::Storage(-3))?;
        slot.sealed = *inside.expose();
        slot.tag = tag.into();
        Ok(slot)
    }

    /// Opens the slot.
    ///
    /// # Errors
    /// [`VaultError::WrongPhrase`] when the tag does not fit: wrong phrase, other book, or changed bytes.
    pub(super) fn open(&self, phrase: &Passphrase, book: BookId) -> Result<RootSecret, VaultError> {
        let key = self.cost.stretch(phrase, &self.salt)?;
        let cipher = XChaCha20Poly1305::new((&*key).into());
        let mut root = RootSecret::from_bytes(&self.sealed);
        cipher
            .decrypt_inout_detached(
                &XNonce::from(self.nonce),
                &self.bound_to(book),
                root.expose_mut().as_mut_slice().into(),
                &self.tag.into(),
            )
            .map_err(|_| VaultError::WrongPhrase)?;
        Ok(root)
    }

    /// What one guess at this slot costs.
    pub(super) fn cost(&self) -> Argon2Cost {
        self.cost
    }

    /// Associated data: a slot lifted into another book's header, or with changed parameters, does not open.
    fn bound_to(&self, book: BookId) -> Vec<u8> {
        let mut bound = b"coachbook/slot/v1".to_vec();
        bound.extend_from_slice(book.as_bytes());
        bound.push(KIND_PHRASE);
        self.push_parameters(&mut bound);
        bound
    }

    fn push_parameters(&self, out: &mut Vec<u8>) {
        let (memory_kib, passes, lanes) = self.cost.parts();
        out.push(KDF_ARGON2ID);
        for number in [memory_kib, passes, lanes] {
            out.extend_from_slice(&number.to_le_bytes());
        }
        out.extend_from_slice(&self.salt);
    }

    /// The slot's [`PHRASE_BYTES`] bytes.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(PHRASE_BYTES);
        self.push_parameters(&mut out);
        out.extend_from_slice(&self.nonce);
        out.extend_from_slice(&self.sealed);
        out.extend_from_slice(&self.tag);
        out
    }

    /// Reads a slot body; `None` when the length, the KDF or its parameters are not ours.
    pub(super) fn from_bytes(body: &[u8]) -> Option<Self> {
        let mut rest = ByteReader(body);
        if rest.take::<1>()? != [KDF_ARGON2ID] {
            return None;
        }
        let mut number = || rest.take().map(u32::from_le_bytes);
        let (memory_kib, passes, lanes) = (number()?, number()?, number()?);
        let slot = Self {
            cost: Argon2Cost::from_untrusted(memory_kib, passes, lanes)?,
            salt: rest.take()?,
            nonce: rest.take()?,
            sealed: rest.take()?,
            tag: rest.take()?,
        };
        rest.0.is_empty().then_some(slot)
    }
}

/// Takes fixed pieces off the front of bytes nobody vouches for.
pub(crate) struct ByteReader<'a>(pub(crate) &'a [u8]);

impl<'a> ByteReader<'a> {
    /// The next `N` bytes, or `None` at the end.
    pub(crate) fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (piece, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*piece)
    }

    /// The next `len` bytes, or `None` at the end. Borrows: nothing is allocated for a length that lies.
    pub(crate) fn take_slice(&mut self, len: usize) -> Option<&'a [u8]> {
        let (piece, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(piece)
    }
}
