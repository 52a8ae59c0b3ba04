//! One file, sealed piece by piece, so that a changed, missing, moved or added byte is noticed.
//!
//! ```text
//! 0     8   "COACHFIL"
//! 8     2   format (1), little-endian
//! 10   19   random start of every nonce
//! 29    p   pieces of 64 KiB of the file, the last one shorter or full: each XChaCha20-Poly1305 with its tag (16 bytes)
//!           behind it
//! ```
//!
//! The nonce of a piece is the random start, the piece's number (4 bytes, big-endian) and 1 for the last piece or 0
//! (STREAM: Hoang, Reyhanitabar, Rogaway, Vizár 2015). So no piece can be left out, moved, or be the end unless it was.
//! The associated data is the name the file lies under: one file in the place of another does not open.

use std::io::{Read, Write};

use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::StoredName;
use crate::error::VaultError;
use crate::keys::{SubKey, fill_random};

const MAGIC: &[u8; 8] = b"COACHFIL";
const FORMAT: u16 = 1;
const START_BYTES: usize = 19;
const HEAD_BYTES: usize = 8 + 2 + START_BYTES;
const TAG_BYTES: usize = 16;
/// Bytes of the file in one piece.
pub(super) const PIECE: usize = 64 * 1024;

/// How long a sealed file is.
pub(super) fn sealed_length(plain: u64) -> u64 {
    let pieces = plain.div_ceil(PIECE as u64).max(1);
    plain.saturating_add(HEAD_BYTES as u64).saturating_add(pieces.saturating_mul(TAG_BYTES as u64))
}

/// What every piece of one file is sealed with.
struct Sealer {
    cipher: XChaCha20Poly1305,
    start: [u8; START_BYTES],
    bound: Vec<u8>,
}

impl Sealer {
    fn new(key: &SubKey, start: [u8; START_BYTES], name: StoredName) -> Self {
        let mut bound = b"coachbook/file/v1".to_vec();
        bound.extend_from_slice(name.as_bytes());
        Self { cipher: XChaCha20Poly1305::new(key.expose().into()), start, bound }
    }

    fn nonce(&self, piece: u32, last: bool) -> XNonce {
        let mut nonce = [0; 24];
        let parts = self.start.iter().copied().chain(piece.to_be_bytes()).chain([u8::from(last)]);
        nonce.iter_mut().zip(parts).for_each(|(place, byte)| *place = byte);
        XNonce::from(nonce)
    }
}

/// Writes `plain` sealed to `out`.
pub(super) fn seal(key: &SubKey, name: StoredName, plain: &[u8], out: &mut impl Write) -> Result<(), VaultError> {
    let mut start = [0; START_BYTES];
    fill_random(&mut start)?;
    out.write_all(MAGIC)?;
    out.write_all(&FORMAT.to_le_bytes())?;
    out.write_all(&start)?;
    let sealer = Sealer::new(key, start, name);
    let mut rest = plain;
    let mut piece = Zeroizing::new(Vec::with_capacity(PIECE));
    for number in 0.. {
        let (now, later) = rest.split_at_checked(PIECE).unwrap_or((rest, &[]));
        piece.clear();
        piece.extend_from_slice(now);
        let nonce = sealer.nonce(number, later.is_empty());
        let tag = sealer
            .cipher
            .encrypt_inout_detached(&nonce, &sealer.bound, piece.as_mut_slice().into())
            .map_err(|_| VaultError::Storage(-3))?;
        out.write_all(&piece)?;
        out.write_all(&tag)?;
        if later.is_empty() {
            return Ok(());
        }
        rest = later;
    }
    Err(VaultError::FileTooLarge)
}

/// Reads a sealed file that holds `plain` bytes. Nothing is returned before every piece was checked.
///
/// # Errors
/// [`VaultError::FileDamaged`] when a byte is not as it was written; what the file system said.
pub(super) fn open(
    key: &SubKey,
    name: StoredName,
    plain: u64,
    sealed: &mut impl Read,
) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let sealer = Sealer::new(key, read_head(sealed)?, name);
    let length = usize::try_from(plain).map_err(|_| VaultError::FileTooLarge)?;
    // Sized once: growing would leave copies in freed memory.
    let mut out = Zeroizing::new(Vec::with_capacity(length));
    for number in 0.. {
        let left = length.saturating_sub(out.len());
        let from = out.len();
        let last = left <= PIECE;
        take(sealed, left.min(PIECE), &mut out)?;
        let mut tag = [0; TAG_BYTES];
        sealed.read_exact(&mut tag).map_err(cut_short)?;
        let piece = out.get_mut(from..).ok_or(VaultError::FileDamaged)?;
        sealer
            .cipher
            .decrypt_inout_detached(&sealer.nonce(number, last), &sealer.bound, piece.into(), &tag.into())
            .map_err(|_| VaultError::FileDamaged)?;
        if last {
            break;
        }
    }
    let added = sealed.read(&mut [0])?;
    if added == 0 && out.len() == length { Ok(out) } else { Err(VaultError::FileDamaged) }
}

fn read_head(sealed: &mut impl Read) -> Result<[u8; START_BYTES], VaultError> {
    let (mut magic, mut format, mut start) = ([0; 8], [0; 2], [0; START_BYTES]);
    sealed.read_exact(&mut magic).map_err(cut_short)?;
    sealed.read_exact(&mut format).map_err(cut_short)?;
    sealed.read_exact(&mut start).map_err(cut_short)?;
    match (&magic == MAGIC, u16::from_le_bytes(format)) {
        (true, FORMAT) => Ok(start),
        _ => Err(VaultError::FileDamaged),
    }
}

/// Reads `length` bytes to the end of `out`.
fn take(sealed: &mut impl Read, length: usize, out: &mut Vec<u8>) -> Result<(), VaultError> {
    let from = out.len();
    out.resize(from.saturating_add(length), 0);
    let place = out.get_mut(from..).ok_or(VaultError::FileDamaged)?;
    sealed.read_exact(place).map_err(cut_short)
}

fn cut_short(error: std::io::Error) -> VaultError {
    match error.kind() {
        std::io::ErrorKind::UnexpectedEof => VaultError::FileDamaged,
        _ => error.into(),
    }
}

#[cfg(test)]
#[path = "seal_tests.rs"]
mod tests;
