//! A book read by nothing but the byte tables of `SECURITY.md`: no code of the vault, and no SQLite.
//!
//! It shows what lies in every page, pages nobody uses and the log included, which a query never does; and it shows that
//! the tables say enough for others to write a reader.

use std::{error::Error, fs, path::Path};

use aes::Aes256;
use cbc::cipher::{BlockModeDecrypt, KeyIvInit, block_padding::NoPadding};
use hkdf::Hkdf;
use sha2::Sha512;

type Answer<T> = Result<T, Box<dyn Error>>;

const PAGE: usize = 4096;
/// Behind what a page holds: IV 16, HMAC 64.
const RESERVE: usize = 80;
const SALT: usize = 16;
/// The log's own head, and the head of each page in it.
const LOG_HEAD: usize = 32;
const FRAME_HEAD: usize = 24;
const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The key of a database.
pub(crate) struct PageKey([u8; 32]);

impl PageKey {
    /// The key that the code of a recovery sheet stands for.
    pub(crate) fn of_code(code: &str) -> Answer<Self> {
        let letters = code.chars().filter_map(|letter| ALPHABET.find(letter));
        // Five bits a letter, first bit first; the last group is for checking.
        let bits: Vec<bool> =
            letters.take(32).flat_map(|value| (0..5).rev().map(move |bit| value >> bit & 1 == 1)).collect();
        let root: Vec<u8> =
            bits.chunks(8).map(|byte| byte.iter().fold(0, |sum, bit| sum << 1 | u8::from(*bit))).collect();
        let mut key = [0; 32];
        let expanded = Hkdf::<Sha512>::new(None, &root).expand(b"coachbook/db/v1", &mut key);
        expanded.map_err(|_| "no key comes of the code")?;
        Ok(Self(key))
    }

    /// The key of the sample, whose code lies beside it.
    pub(crate) fn of_sample(database: &Path) -> Answer<Self> {
        let note = fs::read_to_string(database.with_file_name("sample.key"))?;
        Self::of_code(note.lines().next_back().ok_or("no code in sample.key")?)
    }

    /// Everything in the pages of a database, in the clear.
    pub(crate) fn database(&self, file: &[u8]) -> Vec<u8> {
        let pages = file.chunks_exact(PAGE).enumerate();
        pages
            .flat_map(|(nth, page)| self.page(page.get(if nth == 0 { SALT } else { 0 }..).unwrap_or_default()))
            .collect()
    }

    /// Everything in the pages of a log, in the clear.
    pub(crate) fn log(&self, file: &[u8]) -> Vec<u8> {
        let frames = file.get(LOG_HEAD..).unwrap_or_default().chunks_exact(FRAME_HEAD + PAGE);
        frames
            .flat_map(|frame| {
                let number = frame.get(..4).and_then(|number| number.try_into().ok()).map_or(0, u32::from_be_bytes);
                let page = frame.get(FRAME_HEAD..).unwrap_or_default();
                self.page(page.get(if number == 1 { SALT } else { 0 }..).unwrap_or_default())
            })
            .collect()
    }

    /// What a page holds, without the salt before the first.
    fn page(&self, page: &[u8]) -> Vec<u8> {
        let (held, reserve) = page.split_at(page.len().saturating_sub(RESERVE));
        let mut held = held.to_vec();
        let Ok(cipher) = cbc::Decryptor::<Aes256>::new_from_slices(&self.0, reserve.get(..16).unwrap_or_default())
        else {
            return Vec::new();
        };
        if cipher.decrypt_padded::<NoPadding>(&mut held).is_err() {
            return Vec::new();
        }
        held
    }
}

/// The database inside a safety copy.
pub(crate) fn snapshot(copy: &[u8]) -> Option<&[u8]> {
    let number = |at: usize| Some(u32::from_le_bytes(copy.get(at..at + 4)?.try_into().ok()?) as usize);
    let manifest = number(4096)?;
    let at = 4096 + 4 + 24 + manifest;
    let length = usize::try_from(u64::from_le_bytes(copy.get(at..at + 8)?.try_into().ok()?)).ok()?;
    copy.get(at + 8..at + 8 + length)
}

/// How often words stand in bytes.
pub(crate) fn hits(bytes: &[u8], words: &str) -> usize {
    let Some(first) = words.as_bytes().first() else { return 0 };
    let begins = bytes.iter().enumerate().filter(|(_, byte)| *byte == first);
    begins.filter(|(at, _)| bytes.get(*at..).is_some_and(|rest| rest.starts_with(words.as_bytes()))).count()
}
