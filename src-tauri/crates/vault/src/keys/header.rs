//! `book.keys`: which book, which ways in. Losing it costs nothing to whoever has the printed code.

use std::fmt;
use std::str::FromStr;

use super::cost::Argon2Cost;
use super::keychain::{KIND_KEYCHAIN, KeychainKey, KeychainSlot};
use super::passphrase::Passphrase;
use super::secret::RootSecret;
use super::slot::{ByteReader, KIND_PHRASE, PhraseSlot};
use crate::error::VaultError;

/// First eight bytes of every key file.
const MAGIC: &[u8; 8] = b"COACHKEY";
/// The only format there is so far. A higher number means a newer program wrote it.
const FORMAT: u16 = 1;
/// More slots than anyone needs; more than this is not a header.
const MAX_SLOTS: u8 = 8;
/// Bytes of the closing BLAKE3 checksum.
const CHECKSUM_BYTES: usize = 32;

/// The identity of a book: the 16 bytes of a UUID, written in its usual form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BookId([u8; 16]);

impl BookId {
    /// The identity with these UUID bytes (big-endian, as UUIDs are written).
    #[must_use]
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The UUID's bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for BookId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, byte) in self.0.iter().enumerate() {
            if matches!(at, 4 | 6 | 8 | 10) {
                f.write_str("-")?;
            }
            write!(f, "{byte:02x}")?;
        }
        Ok(())
    }
}

impl FromStr for BookId {
    type Err = VaultError;

    /// Reads the lower-case form with four dashes that `Display` writes, and nothing else: it names a folder.
    fn from_str(text: &str) -> Result<Self, VaultError> {
        let mut bytes = [0; 16];
        let digits: String = text.chars().filter(|c| *c != '-').collect();
        let mut pairs = digits.as_bytes().chunks(2);
        for byte in &mut bytes {
            let pair = pairs.next().and_then(|p| std::str::from_utf8(p).ok()).unwrap_or_default();
            *byte = u8::from_str_radix(pair, 16).map_err(|_| VaultError::NotFound)?;
        }
        let id = Self(bytes);
        if id.to_string() == text { Ok(id) } else { Err(VaultError::NotFound) }
    }
}

/// A slot as it stands in the file; kinds we do not know are carried along unread.
#[derive(Clone, PartialEq, Eq)]
enum Slot {
    Phrase(PhraseSlot),
    Keychain(KeychainSlot),
    Other { kind: u8, body: Vec<u8> },
}

/// The content of a key file.
#[derive(Clone, PartialEq, Eq)]
pub struct KeyHeader {
    book: BookId,
    check: [u8; 8],
    slots: Vec<Slot>,
}

impl KeyHeader {
    /// A header whose only way in is `phrase`.
    ///
    /// # Errors
    /// [`VaultError::OutOfMemory`] when Argon2 gets no memory.
    pub fn seal(book: BookId, root: &RootSecret, phrase: &Passphrase, cost: Argon2Cost) -> Result<Self, VaultError> {
        let slot = PhraseSlot::seal(root, phrase, cost, book)?;
        Ok(Self { book, check: root.check_bytes(), slots: vec![Slot::Phrase(slot)] })
    }

    /// A header without slots: only the code opens what it stands before. Used for the sample's containers.
    pub(crate) fn without_slots(book: BookId, root: &RootSecret) -> Self {
        Self { book, check: root.check_bytes(), slots: Vec::new() }
    }

    /// The same header with `phrase` as its only passphrase; slots of other kinds stay.
    ///
    /// # Errors
    /// As [`KeyHeader::seal`].
    pub fn resealed(&self, root: &RootSecret, phrase: &Passphrase, cost: Argon2Cost) -> Result<Self, VaultError> {
        let mut fresh = Self::seal(self.book, root, phrase, cost)?;
        fresh.slots.extend(self.slots.iter().filter(|slot| !matches!(slot, Slot::Phrase(_))).cloned());
        Ok(fresh)
    }

    /// The same header with `key` as its only key of a keychain.
    ///
    /// # Errors
    /// [`VaultError::Storage`] when the system has no randomness to give.
    pub fn with_keychain(&self, root: &RootSecret, key: &KeychainKey) -> Result<Self, VaultError> {
        let mut fresh = self.without_keychain();
        fresh.slots.push(Slot::Keychain(KeychainSlot::seal(root, key, self.book)?));
        Ok(fresh)
    }

    /// The same header without the way in through a keychain.
    #[must_use]
    pub fn without_keychain(&self) -> Self {
        let mut fresh = self.clone();
        fresh.slots.retain(|slot| !matches!(slot, Slot::Keychain(_)));
        fresh
    }

    /// Whether a key in a keychain opens the book.
    #[must_use]
    pub fn has_keychain(&self) -> bool {
        self.slots.iter().any(|slot| matches!(slot, Slot::Keychain(_)))
    }

    /// The root secret, if `key` opens the slot of the keychain.
    ///
    /// # Errors
    /// [`VaultError::WrongKeychain`] when it does not, or when there is none.
    pub fn open_with_keychain(&self, key: &KeychainKey) -> Result<RootSecret, VaultError> {
        let opened = self.slots.iter().find_map(|slot| match slot {
            Slot::Keychain(slot) => slot.open(key, self.book),
            _ => None,
        });
        opened.ok_or(VaultError::WrongKeychain)
    }

    /// The root secret, if `phrase` opens a slot.
    ///
    /// # Errors
    /// [`VaultError::WrongPhrase`] when it opens none; [`VaultError::OutOfMemory`].
    pub fn open(&self, phrase: &Passphrase) -> Result<RootSecret, VaultError> {
        for slot in &self.slots {
            if let Slot::Phrase(slot) = slot {
                match slot.open(phrase, self.book) {
                    Err(VaultError::WrongPhrase) => {}
                    opened_or_failed => return opened_or_failed,
                }
            }
        }
        Err(VaultError::WrongPhrase)
    }

    /// Which book this header is for.
    #[must_use]
    pub fn book(&self) -> BookId {
        self.book
    }

    /// Whether `root` is this book's secret. Tells a foreign code from a damaged database; proves nothing else.
    pub(crate) fn belongs_to(&self, root: &RootSecret) -> bool {
        self.check == root.check_bytes()
    }

    /// What tells its code from others; it opens nothing.
    pub(crate) fn check_bytes(&self) -> [u8; 8] {
        self.check
    }

    /// Whether both headers lead to the same root secret.
    pub(crate) fn shares_root(&self, other: &Self) -> bool {
        self.check == other.check
    }

    /// The cheapest guess any passphrase slot allows.
    pub(crate) fn weakest_cost(&self) -> Option<Argon2Cost> {
        let costs = self.slots.iter().filter_map(|slot| match slot {
            Slot::Phrase(slot) => Some(slot.cost()),
            _ => None,
        });
        costs.reduce(|low, next| if next.is_weaker_than(low) { next } else { low })
    }

    /// The bytes of the file, checksum included. One passphrase makes 159, a keychain 63 more.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.extend_from_slice(&FORMAT.to_le_bytes());
        out.extend_from_slice(self.book.as_bytes());
        out.extend_from_slice(&self.check);
        let written = self.slots.iter().take(usize::from(MAX_SLOTS));
        out.push(u8::try_from(written.len()).unwrap_or(MAX_SLOTS));
        for slot in written {
            let (kind, body) = match slot {
                Slot::Phrase(slot) => (KIND_PHRASE, slot.to_bytes()),
                Slot::Keychain(slot) => (KIND_KEYCHAIN, slot.to_bytes()),
                Slot::Other { kind, body } => (*kind, body.clone()),
            };
            out.push(kind);
            // A body came from a u16 length or is one of ours: it fits.
            out.extend_from_slice(&u16::try_from(body.len()).unwrap_or(u16::MAX).to_le_bytes());
            out.extend_from_slice(&body);
        }
        let checksum = blake3::hash(&out);
        out.extend_from_slice(checksum.as_bytes());
        out
    }

    /// Reads a key file from bytes nobody vouches for. Never panics, allocates no more than it was given.
    ///
    /// # Errors
    /// [`VaultError::HeaderDamaged`]; [`VaultError::NewerBook`] for a whole header of a later format.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, VaultError> {
        let (content, checksum) = bytes.split_last_chunk::<CHECKSUM_BYTES>().ok_or(VaultError::HeaderDamaged)?;
        if blake3::hash(content) != *checksum {
            return Err(VaultError::HeaderDamaged);
        }
        let mut rest = ByteReader(content);
        if rest.take().as_ref() != Some(MAGIC) {
            return Err(VaultError::HeaderDamaged);
        }
        match rest.take().map(u16::from_le_bytes) {
            Some(FORMAT) => read_body(rest).ok_or(VaultError::HeaderDamaged),
            Some(newer) if newer > FORMAT => Err(VaultError::NewerBook),
            _ => Err(VaultError::HeaderDamaged),
        }
    }
}

fn read_body(mut rest: ByteReader<'_>) -> Option<KeyHeader> {
    let book = BookId(rest.take()?);
    let check = rest.take()?;
    let [count] = rest.take()?;
    if count > MAX_SLOTS {
        return None;
    }
    let mut slots = Vec::new();
    for _ in 0..count {
        let [kind] = rest.take()?;
        let len = u16::from_le_bytes(rest.take()?);
        let body = rest.take_slice(usize::from(len))?;
        slots.push(match kind {
            KIND_PHRASE => Slot::Phrase(PhraseSlot::from_bytes(body)?),
            KIND_KEYCHAIN => Slot::Keychain(KeychainSlot::from_bytes(body)?),
            _ => Slot::Other { kind, body: body.to_vec() },
        });
    }
    rest.0.is_empty().then_some(KeyHeader { book, check, slots })
}
