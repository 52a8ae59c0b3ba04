//! Seeing that every page of the database is one that SQLCipher wrote there, with a key that opens none.
//!
//! SQLCipher 4 ends each page of 4096 bytes with 16 bytes of initialisation vector and an HMAC-SHA-512 over what is
//! sealed, the vector and the number of the page (4 bytes, little-endian); the first page begins with 16 bytes of salt
//! that are not covered. The HMAC's key is PBKDF2-HMAC-SHA-512 of the database's key with two rounds and the salt, each
//! byte of it XOR 0x3a. Nobody gets from there to the database's key.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::num::NonZero;
use std::ops::Range;
use std::path::Path;
use std::thread;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha512;
use zeroize::Zeroizing;

use crate::error::VaultError;
use crate::keys::DatabaseKey;

/// Bytes of a page.
pub(crate) const PAGE: usize = 4096;
/// Bytes the salt takes on the first page.
pub(crate) const SALT: usize = 16;
/// Bytes of the HMAC at the end of a page.
const HMAC: usize = 64;
/// What makes the HMAC's salt another than the key's.
const MASK: u8 = 0x3a;
/// Cores that check pages at the same time: the window wants some too.
const CORES_AT_MOST: u32 = 4;
/// The page SQLite leaves empty because systems lock files by the bytes in it: the one at 1 GiB.
const LOCK_PAGE: u32 = (1 << 30) / PAGE as u32 + 1;

/// Tells a page that is whole from one that is not.
pub(crate) struct PageKey {
    /// Has taken its key in; a copy of it for each page spares two blocks.
    mac: Hmac<Sha512>,
    salt: [u8; SALT],
}

impl PageKey {
    /// The key for the database that begins with this salt.
    pub(crate) fn new(key: &DatabaseKey, salt: [u8; SALT]) -> Result<Self, VaultError> {
        let first = hmac(key.expose(), &[&salt.map(|byte| byte ^ MASK), &1_u32.to_be_bytes()])?;
        let second = hmac(key.expose(), &[first.as_slice()])?;
        let mut out = Zeroizing::new([0; 32]);
        out.iter_mut().zip(first.iter().zip(second.iter())).for_each(|(out, (one, two))| *out = one ^ two);
        Ok(Self { mac: keyed(out.as_slice())?, salt })
    }

    /// Reads the database that lies in `file` from `start` on, `bytes` bytes long: a stretch of it on each core.
    ///
    /// # Errors
    /// [`VaultError::BookDamaged`] when a page is not whole, or is another's.
    pub(crate) fn check(
        &self,
        file: &Path,
        start: u64,
        bytes: u64,
        seen: impl Fn(u64) + Sync,
    ) -> Result<(), VaultError> {
        if bytes == 0 || !bytes.is_multiple_of(PAGE as u64) {
            return Err(VaultError::BookDamaged);
        }
        let pages = u32::try_from(bytes / PAGE as u64).map_err(|_| VaultError::BookDamaged)?;
        let cores = u32::try_from(thread::available_parallelism().map_or(1, NonZero::get)).unwrap_or(1);
        let (cores, seen) = (cores.min(CORES_AT_MOST), &seen);
        thread::scope(|scope| {
            let stretches = (0..cores).map(|nth| part_of(pages, nth, cores)..part_of(pages, nth + 1, cores));
            let at_work: Vec<_> =
                stretches.map(|stretch| scope.spawn(move || self.check_stretch(file, start, stretch, seen))).collect();
            at_work.into_iter().try_for_each(|one| one.join().map_err(|_| VaultError::Storage(-7))?)
        })
    }

    /// Reads the pages with these numbers, counted from 0.
    fn check_stretch(
        &self,
        file: &Path,
        start: u64,
        numbers: Range<u32>,
        seen: impl Fn(u64),
    ) -> Result<(), VaultError> {
        let mut source = File::open(file)?;
        source.seek(SeekFrom::Start(start + u64::from(numbers.start) * PAGE as u64))?;
        let mut source = BufReader::with_capacity(16 * PAGE, source);
        let mut page = [0; PAGE];
        for number in numbers.map(|before| before + 1) {
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
        let mut mac = self.mac.clone();
        mac.update(after);
        mac.update(&number.to_le_bytes());
        mac.verify_slice(there).map_err(|_| VaultError::BookDamaged)
    }
}

/// Returns how many of `pages` come before stretch `nth` of `stretches`.
fn part_of(pages: u32, nth: u32, stretches: u32) -> u32 {
    u32::try_from(u64::from(pages) * u64::from(nth) / u64::from(stretches)).unwrap_or(pages)
}

fn keyed(key: &[u8]) -> Result<Hmac<Sha512>, VaultError> {
    Hmac::new_from_slice(key).map_err(|_| VaultError::Storage(-3))
}

fn hmac(key: &[u8], parts: &[&[u8]]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let mut mac = keyed(key)?;
    parts.iter().for_each(|part| mac.update(part));
    Ok(Zeroizing::new(mac.finalize().into_bytes().to_vec()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test says what went wrong by stopping")]

    use std::fs;

    use super::*;

    /// Bytes before the database in its file.
    const BEFORE: usize = 100;

    fn key() -> PageKey {
        PageKey { mac: keyed(&[7; 32]).unwrap(), salt: [b's'; SALT] }
    }

    /// A file with pages that are whole, behind something else.
    fn written(pages: u32) -> Vec<u8> {
        let mut bytes = vec![0; BEFORE];
        for number in 1..=pages {
            let mut page = [u8::try_from(number).unwrap(); PAGE];
            page[..SALT].copy_from_slice(&[b's'; SALT]);
            let mut mac = key().mac;
            mac.update(&page[if number == 1 { SALT } else { 0 }..PAGE - HMAC]);
            mac.update(&number.to_le_bytes());
            page[PAGE - HMAC..].copy_from_slice(&mac.finalize().into_bytes());
            bytes.extend_from_slice(&page);
        }
        bytes
    }

    fn checked(bytes: &[u8], pages: u32) -> Result<(), VaultError> {
        let file = tempfile(bytes);
        let checked = key().check(&file, BEFORE as u64, u64::from(pages) * PAGE as u64, |_| ());
        fs::remove_file(file).unwrap();
        checked
    }

    fn tempfile(bytes: &[u8]) -> std::path::PathBuf {
        let file = std::env::temp_dir().join(format!("coachbook-pages-{:016x}", getrandom::u64().unwrap()));
        fs::write(&file, bytes).unwrap();
        file
    }

    #[test]
    fn a_bit_of_any_page_is_noticed_wherever_the_cores_divide_them() {
        for pages in 1..=9 {
            let whole = written(pages);
            assert_eq!(checked(&whole, pages), Ok(()));
            for page in 0..pages as usize {
                let mut changed = whole.clone();
                changed[BEFORE + page * PAGE + 4000] ^= 1;
                assert_eq!(checked(&changed, pages), Err(VaultError::BookDamaged), "page {page} of {pages}");
            }
        }
    }

    #[test]
    fn pages_in_another_order_and_a_file_cut_short_are_noticed() {
        let whole = written(3);
        let mut turned = whole.clone();
        let (one, two) = turned[BEFORE + PAGE..].split_at_mut(PAGE);
        one.swap_with_slice(two);
        assert_eq!(checked(&turned, 3), Err(VaultError::BookDamaged));
        assert_eq!(checked(&whole[..whole.len() - 1], 3), Err(VaultError::BookDamaged));
        assert_eq!(checked(&whole, 4), Err(VaultError::BookDamaged));
        assert_eq!(checked(&whole, 0), Err(VaultError::BookDamaged));
    }

    #[test]
    fn each_page_has_its_place_in_one_stretch() {
        for (pages, cores) in [(1, 4), (9, 4), (4, 4), (u32::MAX, 3)] {
            assert_eq!((part_of(pages, 0, cores), part_of(pages, cores, cores)), (0, pages));
        }
    }
}
