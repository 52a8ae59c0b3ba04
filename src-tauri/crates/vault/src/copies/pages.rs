//! Seeing that every page of the database is one that SQLCipher wrote there, with a key that opens none.
//!
//! SQLCipher 4 ends each page of 4096 bytes with 16 bytes of initialisation vector and an HMAC-SHA-512 over what is
//! sealed, the vector and the number of the page (4 bytes, little-endian); the first page begins with 16 bytes of salt
//! that are not covered. The HMAC's key is PBKDF2-HMAC-SHA-512 of the database's key with two rounds and the salt, each
//! byte of it XOR 0x3a. Nobody gets from there to the database's key.

use std::io::Read;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha512;
use zeroize::Zeroizing;

use crate::error::VaultError;
use crate::keys::{DatabaseKey, SubKey};

/// Bytes of a page.
pub(crate) const PAGE: usize = 4096;
/// Bytes the salt takes on the first page.
pub(crate) const SALT: usize = 16;
/// Bytes of the HMAC at the end of a page.
const HMAC: usize = 64;
/// What makes the HMAC's salt another than the key's.
const MASK: u8 = 0x3a;
/// The page SQLite leaves empty because systems lock files by the bytes in it: the one at 1 GiB.
const LOCK_PAGE: u32 = (1 << 30) / PAGE as u32 + 1;

/// Tells a page that is whole from one that is not.
pub(crate) struct PageKey {
    key: SubKey,
    salt: [u8; SALT],
}

impl PageKey {
    /// The key for the database that begins with this salt.
    pub(crate) fn new(key: &DatabaseKey, salt: [u8; SALT]) -> Result<Self, VaultError> {
        let first = hmac(key.expose(), &[&salt.map(|byte| byte ^ MASK), &1_u32.to_be_bytes()])?;
        let second = hmac(key.expose(), &[first.as_slice()])?;
        let mut out = [0; 32];
        out.iter_mut().zip(first.iter().zip(second.iter())).for_each(|(out, (one, two))| *out = one ^ two);
        Ok(Self { key: SubKey::from_bytes(out), salt })
    }

    /// Reads a database of `bytes` bytes.
    ///
    /// # Errors
    /// [`VaultError::BookDamaged`] when a page is not whole, or is another's.
    pub(crate) fn check(
        &self,
        source: &mut impl Read,
        bytes: u64,
        mut seen: impl FnMut(u64),
    ) -> Result<(), VaultError> {
        if bytes == 0 || !bytes.is_multiple_of(PAGE as u64) {
            return Err(VaultError::BookDamaged);
        }
        let pages = u32::try_from(bytes / PAGE as u64).map_err(|_| VaultError::BookDamaged)?;
        let mut page = [0; PAGE];
        for number in 1..=pages {
            source.read_exact(&mut page).map_err(|_| VaultError::BookDamaged)?;
            if number != LOCK_PAGE {
                self.check_page(&page, number)?;
            }
            seen(PAGE as u64);
        }
        Ok(())
    }

    fn check_page(&self, page: &[u8; PAGE], number: u32) -> Result<(), VaultError> {
        let (covered, there) = page.split_at(PAGE - HMAC);
        let (salt, after) = covered.split_at(if number == 1 { SALT } else { 0 });
        if number == 1 && salt != self.salt {
            return Err(VaultError::BookDamaged);
        }
        let mut mac = keyed(self.key.expose())?;
        mac.update(after);
        mac.update(&number.to_le_bytes());
        mac.verify_slice(there).map_err(|_| VaultError::BookDamaged)
    }
}

fn keyed(key: &[u8]) -> Result<Hmac<Sha512>, VaultError> {
    Hmac::new_from_slice(key).map_err(|_| VaultError::Storage(-3))
}

fn hmac(key: &[u8], parts: &[&[u8]]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let mut mac = keyed(key)?;
    parts.iter().for_each(|part| mac.update(part));
    Ok(Zeroizing::new(mac.finalize().into_bytes().to_vec()))
}
