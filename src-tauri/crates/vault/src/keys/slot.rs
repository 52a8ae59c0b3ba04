//! One way to reach the root secret, sealed by itself so that it can be replaced without touching anything else.

use super::cost::Argon2Cost;
use super::header::BookId;
use super::passphrase::Passphrase;
use super::sealed_root::{SEALED_BYTES, SealedRoot};
use super::secret::{RootSecret, fill_random};
use crate::error::VaultError;

/// Number of a passphrase slot in a header.
pub(super) const KIND_PHRASE: u8 = 1;
/// Number of Argon2id version 0x13 in a slot.
const KDF_ARGON2ID: u8 = 1;
/// Bytes of a passphrase slot: KDF 1, memory 4, passes 4, lanes 4, salt 16, nonce 24, sealed secret 20, tag 16.
pub(super) const PHRASE_BYTES: usize = 1 + 12 + 16 + SEALED_BYTES;

/// The root secret sealed with XChaCha20-Poly1305 under Argon2id(passphrase).
#[derive(Clone, PartialEq, Eq)]
pub(super) struct PhraseSlot {
    cost: Argon2Cost,
    salt: [u8; 16],
    inside: SealedRoot,
}

impl PhraseSlot {
    /// Seals `root` for `phrase` with a fresh salt and nonce.
    pub(super) fn seal(
        root: &RootSecret,
        phrase: &Passphrase,
        cost: Argon2Cost,
        book: BookId,
    ) -> Result<Self, VaultError> {
        let mut salt = [0; 16];
        fill_random(&mut salt)?;
        let key = cost.stretch(phrase, &salt)?;
        let inside = SealedRoot::seal(root, &key, &bound_to(book, cost, &salt))?;
        Ok(Self { cost, salt, inside })
    }

    /// Opens the slot.
    ///
    /// # Errors
    /// [`VaultError::WrongPhrase`] when the tag does not fit: wrong phrase, other book, or changed bytes.
    pub(super) fn open(&self, phrase: &Passphrase, book: BookId) -> Result<RootSecret, VaultError> {
        let key = self.cost.stretch(phrase, &self.salt)?;
        self.inside.open(&key, &bound_to(book, self.cost, &self.salt)).ok_or(VaultError::WrongPhrase)
    }

    /// What one guess at this slot costs.
    pub(super) fn cost(&self) -> Argon2Cost {
        self.cost
    }

    /// The slot's [`PHRASE_BYTES`] bytes.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(PHRASE_BYTES);
        push_parameters(&mut out, self.cost, &self.salt);
        self.inside.push_to(&mut out);
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
            inside: SealedRoot::take_from(&mut rest)?,
        };
        rest.0.is_empty().then_some(slot)
    }
}

/// Associated data of every slot: one lifted into another book's header, or taken for another kind, does not open.
pub(super) fn slot_of(book: BookId, kind: u8) -> Vec<u8> {
    [b"coachbook/slot/v1".as_slice(), book.as_bytes(), &[kind]].concat()
}

/// That, and the parameters, which must not be changed either.
fn bound_to(book: BookId, cost: Argon2Cost, salt: &[u8; 16]) -> Vec<u8> {
    let mut bound = slot_of(book, KIND_PHRASE);
    push_parameters(&mut bound, cost, salt);
    bound
}

fn push_parameters(out: &mut Vec<u8>, cost: Argon2Cost, salt: &[u8; 16]) {
    let (memory_kib, passes, lanes) = cost.parts();
    out.push(KDF_ARGON2ID);
    for number in [memory_kib, passes, lanes] {
        out.extend_from_slice(&number.to_le_bytes());
    }
    out.extend_from_slice(salt);
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
