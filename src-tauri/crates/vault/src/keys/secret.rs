//! The root secret and the keys derived from it.

use hkdf::Hkdf;
use sha2::Sha512;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::error::VaultError;

/// Bytes of the root secret: 160 bits, which is 32 characters of the printed code.
pub(crate) const ROOT_BYTES: usize = 20;

/// The secret a book hangs on. Whoever has it, as printed code or through a slot, opens the book.
///
/// Its bytes lie in one place on the heap: a value that is moved leaves a copy behind that nobody wipes, and an open book
/// is moved several times. Two such copies were found in memory after locking.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct RootSecret(Box<[u8; ROOT_BYTES]>);

impl RootSecret {
    /// A new secret from the operating system's random source.
    ///
    /// # Errors
    /// [`VaultError::Storage`] when the system has no randomness to give.
    pub fn generate() -> Result<Self, VaultError> {
        let mut secret = Self(Box::new([0; ROOT_BYTES]));
        fill_random(secret.0.as_mut_slice())?;
        Ok(secret)
    }

    /// The secret with exactly these bytes.
    #[must_use]
    pub fn from_bytes(bytes: &[u8; ROOT_BYTES]) -> Self {
        Self(Box::new(*bytes))
    }

    pub(crate) fn expose(&self) -> &[u8; ROOT_BYTES] {
        &self.0
    }

    /// Whether both are the same secret.
    pub(crate) fn is_same_as(&self, other: &Self) -> bool {
        self.0 == other.0
    }

    pub(crate) fn expose_mut(&mut self) -> &mut [u8; ROOT_BYTES] {
        &mut self.0
    }

    /// The raw SQLCipher key.
    pub(crate) fn database_key(&self) -> DatabaseKey {
        DatabaseKey(self.derive("coachbook/db/v1"))
    }

    /// Keys the BLAKE3 checksum over a whole container.
    pub(crate) fn container_mac_key(&self) -> SubKey {
        SubKey(self.derive("coachbook/backup-mac/v1"))
    }

    /// Seals a container's manifest.
    pub(crate) fn manifest_key(&self) -> SubKey {
        SubKey(self.derive("coachbook/manifest/v1"))
    }

    /// Eight bytes that tell whether a code belongs to a header. They reveal nothing of a 160-bit secret.
    pub(crate) fn check_bytes(&self) -> [u8; 8] {
        self.derive("coachbook/check/v1")
    }

    fn derive<const N: usize>(&self, label: &str) -> [u8; N] {
        let mut out = [0; N];
        // The only error is an output above 255 hash lengths; ours are 32 bytes and less. A failure would leave
        // zeros, so it is made loud in tests of every label and cannot happen by construction.
        let expanded = Hkdf::<Sha512>::new(None, self.0.as_slice()).expand(label.as_bytes(), &mut out);
        debug_assert!(expanded.is_ok());
        out
    }
}

/// A 32-byte key for one purpose.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(crate) struct SubKey([u8; 32]);

impl SubKey {
    /// A key nobody has used, for one attached file.
    pub(crate) fn generate() -> Result<Self, VaultError> {
        let mut key = Self([0; 32]);
        fill_random(&mut key.0)?;
        Ok(key)
    }

    pub(crate) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub(crate) fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

/// The 256-bit raw key of the database.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(crate) struct DatabaseKey([u8; 32]);

impl DatabaseKey {
    pub(crate) fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// `PRAGMA key` with the key as 64 hexadecimal digits, which makes SQLCipher skip its own PBKDF2.
    pub(crate) fn pragma(&self) -> Zeroizing<String> {
        self.statement("PRAGMA key")
    }

    /// `PRAGMA rekey`, which writes every page of the open database anew under this key, in one transaction.
    pub(crate) fn rekey_pragma(&self) -> Zeroizing<String> {
        self.statement("PRAGMA rekey")
    }

    fn statement(&self, pragma: &str) -> Zeroizing<String> {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        // Sized once: growing would leave a copy of half the key in freed memory.
        let mut sql = Zeroizing::new(String::with_capacity(96));
        sql.push_str(pragma);
        sql.push_str(" = \"x'");
        for byte in &self.0 {
            for nibble in [byte >> 4, byte & 15] {
                let digit = DIGITS.get(usize::from(nibble)).copied().unwrap_or(b'0');
                sql.push(char::from(digit));
            }
        }
        sql.push_str("'\";");
        sql
    }
}

/// Overwrites what calls that have returned left below on the stack: where keys are derived, the hash keeps a copy of the
/// secret in a frame of its own.
#[inline(never)]
pub(crate) fn overwrite_stack() {
    let mut below = [0_u8; 128 * 1024];
    std::hint::black_box(&mut below);
}

/// A key nobody has used, for one file that leaves the book under a password.
///
/// # Errors
/// [`VaultError::Storage`] when the system has no randomness to give.
pub fn fresh_key() -> Result<Zeroizing<[u8; 32]>, VaultError> {
    let mut key = Zeroizing::new([0_u8; 32]);
    fill_random(key.as_mut())?;
    Ok(key)
}

/// Fills `out` from the operating system's random source.
pub(crate) fn fill_random(out: &mut [u8]) -> Result<(), VaultError> {
    getrandom::fill(out).map_err(|_| VaultError::Storage(-2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_gives_a_key_of_its_own() {
        let root = RootSecret::from_bytes(&[7; 20]);
        let keys = [root.database_key().0, root.container_mac_key().0, root.manifest_key().0];
        for (at, key) in keys.iter().enumerate() {
            assert_ne!(key, &[0; 32]);
            assert!(keys.iter().skip(at + 1).all(|other| other != key));
        }
        assert_ne!(root.check_bytes(), [0; 8]);
    }

    #[test]
    fn key_pragma_is_64_hex_digits_and_never_moves() {
        let sql = DatabaseKey([0xab; 32]).pragma();
        assert_eq!(sql.as_str(), format!("PRAGMA key = \"x'{}'\";", "ab".repeat(32)));
        let rekey = DatabaseKey([0xab; 32]).rekey_pragma();
        assert_eq!(rekey.as_str(), format!("PRAGMA rekey = \"x'{}'\";", "ab".repeat(32)));
        assert!(rekey.len() <= 96);
    }
}
