//! The bytes around the snapshot: first page, sealed manifest, MAC.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::manifest::SafetyCopy;
use crate::error::VaultError;
use crate::keys::{ByteReader, KeyHeader, RootSecret, SubKey, fill_random};

/// First eight bytes of every container.
const MAGIC: &[u8; 8] = b"COACHBK1";
/// The only format there is so far.
const FORMAT: u16 = 1;
/// Bytes before the key page.
const PREFIX_BYTES: usize = 16;
/// Prefix and key page together: one disk page.
pub(super) const FIRST_PAGE: usize = 4096;
/// Bytes of the closing MAC.
const MAC_BYTES: u64 = 32;
/// Largest manifest accepted: 16 MiB. Ours is about 2 KB, and 120 bytes for each attached file.
const MAX_MANIFEST: u32 = 16 * 1024 * 1024;
/// Piece that files are copied in.
const CHUNK: usize = 64 * 1024;

/// What a container is checked and its manifest opened with. It opens no record and no scan.
pub(crate) struct ContainerKeys {
    mac: SubKey,
    manifest: SubKey,
}

impl ContainerKeys {
    /// The keys of a book's containers.
    pub(crate) fn of(root: &RootSecret) -> Self {
        Self { mac: root.container_mac_key(), manifest: root.manifest_key() }
    }
}

/// Format 1, written by a program that needs no newer reader.
fn prefix() -> [u8; PREFIX_BYTES] {
    let mut bytes = [0; PREFIX_BYTES];
    let fields = MAGIC.iter().copied().chain(FORMAT.to_le_bytes()).chain(FORMAT.to_le_bytes());
    bytes.iter_mut().zip(fields).for_each(|(place, byte)| *place = byte);
    bytes
}

/// The 4096 bytes a container begins with. A key in a computer's keychain opens the book there and no copy of it.
pub(crate) fn first_page(header: &KeyHeader) -> Result<Vec<u8>, VaultError> {
    let keys = header.without_keychain().to_bytes();
    let mut page = prefix().to_vec();
    let length = u16::try_from(keys.len()).map_err(|_| VaultError::HeaderDamaged)?;
    page.extend_from_slice(&length.to_le_bytes());
    page.extend_from_slice(&keys);
    if page.len() > FIRST_PAGE {
        return Err(VaultError::HeaderDamaged);
    }
    page.resize(FIRST_PAGE, 0);
    Ok(page)
}

/// Reads the first page: the prefix must be ours, the keys may be damaged because the code opens the file anyway.
pub(crate) fn read_first_page(file: &mut File) -> Result<Result<KeyHeader, VaultError>, VaultError> {
    let mut page = [0; FIRST_PAGE];
    file.seek(SeekFrom::Start(0))?;
    file.read_exact(&mut page).map_err(|_| VaultError::NotABook)?;
    let mut rest = ByteReader(&page);
    if rest.take().as_ref() != Some(MAGIC) {
        return Err(VaultError::NotABook);
    }
    let _format: [u8; 2] = rest.take().ok_or(VaultError::NotABook)?;
    if rest.take().map(u16::from_le_bytes).is_none_or(|oldest| oldest > FORMAT) {
        return Err(VaultError::NewerBook);
    }
    let _zero: [u8; 4] = rest.take().ok_or(VaultError::NotABook)?;
    let length = rest.take().map(u16::from_le_bytes).unwrap_or_default();
    let keys = rest.take_slice(usize::from(length)).ok_or(VaultError::HeaderDamaged);
    Ok(keys.and_then(KeyHeader::from_bytes))
}

/// The manifest as it stands after the first page: length, nonce, sealed text.
pub(crate) fn sealed_manifest(keys: &ContainerKeys, copy: &SafetyCopy) -> Result<Vec<u8>, VaultError> {
    let mut nonce = [0; 24];
    fill_random(&mut nonce)?;
    let text = Zeroizing::new(copy.to_text());
    let sealed = XChaCha20Poly1305::new(keys.manifest.expose().into())
        .encrypt(&XNonce::from(nonce), Payload { msg: text.as_bytes(), aad: &prefix() })
        .map_err(|_| VaultError::Storage(-3))?;
    let length = u32::try_from(sealed.len()).ok().filter(|len| *len <= MAX_MANIFEST);
    let mut out = length.ok_or(VaultError::Storage(-3))?.to_le_bytes().to_vec();
    out.extend_from_slice(&nonce);
    out.extend_from_slice(&sealed);
    Ok(out)
}

/// Checks the MAC over the whole file, then reads the manifest and leaves the file at the snapshot's first byte. The
/// attached files come right behind the snapshot, as the manifest lists them.
///
/// `seen` is told how many bytes more were read, and may end it. Returns the manifest and the snapshot's length in bytes.
pub(crate) fn read_verified(
    file: &mut File,
    keys: &ContainerKeys,
    seen: impl FnMut(u64) -> Result<(), VaultError>,
) -> Result<(SafetyCopy, u64), VaultError> {
    check_mac(file, keys, seen)?;
    read_manifest(file, keys)
}

/// Reads the manifest, which is sealed by itself, and leaves the file at the snapshot's first byte. Says nothing of the
/// rest of the file but that it is as long as it should be.
pub(crate) fn read_manifest(file: &mut File, keys: &ContainerKeys) -> Result<(SafetyCopy, u64), VaultError> {
    file.seek(SeekFrom::Start(FIRST_PAGE as u64))?;
    let damaged = |_| VaultError::BookDamaged;
    let mut length = [0; 4];
    let mut nonce = [0; 24];
    file.read_exact(&mut length).map_err(damaged)?;
    file.read_exact(&mut nonce).map_err(damaged)?;
    let length = u32::from_le_bytes(length);
    if length > MAX_MANIFEST {
        return Err(VaultError::BookDamaged);
    }
    let mut sealed = Vec::new();
    (&mut *file).take(u64::from(length)).read_to_end(&mut sealed)?;
    let text = XChaCha20Poly1305::new(keys.manifest.expose().into())
        .decrypt(&XNonce::from(nonce), Payload { msg: &sealed, aad: &prefix() })
        .map_err(|_| VaultError::BookDamaged)?;
    let text = Zeroizing::new(String::from_utf8(text).map_err(|_| VaultError::BookDamaged)?);
    let copy = SafetyCopy::from_text(&text).ok_or(VaultError::BookDamaged)?;
    let mut snapshot = [0; 8];
    file.read_exact(&mut snapshot).map_err(damaged)?;
    let snapshot = u64::from_le_bytes(snapshot);
    let rest = file.metadata()?.len().checked_sub(file.stream_position()?);
    let attached = copy.files.values().try_fold(MAC_BYTES, |sum, file| sum.checked_add(file.bytes));
    if rest.is_none() || rest != attached.and_then(|attached| snapshot.checked_add(attached)) {
        return Err(VaultError::BookDamaged);
    }
    Ok((copy, snapshot))
}

/// Hands the next `length` bytes of `source` to `each`; fewer or others than `hash` says are damage.
pub(crate) fn hashed_piece(
    source: &mut impl Read,
    length: u64,
    hash: blake3::Hash,
    mut each: impl FnMut(&[u8]) -> Result<(), VaultError>,
) -> Result<(), VaultError> {
    let mut found = blake3::Hasher::new();
    in_chunks(&mut source.take(length), |chunk| {
        found.update(chunk);
        each(chunk)
    })?;
    if found.finalize() == hash { Ok(()) } else { Err(VaultError::BookDamaged) }
}

/// A file that goes through the MAC on its way to the disk.
pub(crate) struct MacWriter {
    file: File,
    mac: blake3::Hasher,
}

impl MacWriter {
    /// Writes the first page, of which the MAC covers the prefix only.
    pub(crate) fn begin(mut file: File, keys: &ContainerKeys, page: &[u8]) -> Result<Self, VaultError> {
        file.write_all(page)?;
        let mut mac = blake3::Hasher::new_keyed(keys.mac.expose());
        mac.update(&prefix());
        Ok(Self { file, mac })
    }

    /// Writes and counts `bytes`.
    pub(crate) fn add(&mut self, bytes: &[u8]) -> Result<(), VaultError> {
        self.mac.update(bytes);
        Ok(self.file.write_all(bytes)?)
    }

    /// Writes and counts all of `source`.
    pub(crate) fn add_all(&mut self, mut source: impl Read) -> Result<(), VaultError> {
        in_chunks(&mut source, |chunk| self.add(chunk))
    }

    /// Writes the MAC and makes the file durable.
    pub(crate) fn finish(mut self) -> Result<(), VaultError> {
        self.file.write_all(self.mac.finalize().as_bytes())?;
        Ok(self.file.sync_all()?)
    }
}

/// Compares the MAC at the end with the bytes before it.
///
/// A wrong root makes the same difference as a changed bit; the caller knows whether the root is right.
pub(crate) fn check_mac(
    file: &mut File,
    keys: &ContainerKeys,
    mut seen: impl FnMut(u64) -> Result<(), VaultError>,
) -> Result<(), VaultError> {
    let length = file.metadata()?.len();
    let covered = length.checked_sub(FIRST_PAGE as u64 + MAC_BYTES).ok_or(VaultError::BookDamaged)?;
    let mut mac = blake3::Hasher::new_keyed(keys.mac.expose());
    let mut start = [0; PREFIX_BYTES];
    file.seek(SeekFrom::Start(0))?;
    file.read_exact(&mut start)?;
    mac.update(&start);
    file.seek(SeekFrom::Start(FIRST_PAGE as u64))?;
    in_chunks(&mut (&mut *file).take(covered), |chunk| {
        mac.update(chunk);
        seen(chunk.len() as u64)
    })?;
    let mut there = [0; 32];
    file.read_exact(&mut there).map_err(|_| VaultError::BookDamaged)?;
    // BLAKE3's comparison takes the same time wherever the first difference is.
    if mac.finalize() == there { Ok(()) } else { Err(VaultError::BookDamaged) }
}

/// Hands all of `source` to `each`, 64 KiB at a time.
pub(crate) fn in_chunks(
    source: &mut impl Read,
    mut each: impl FnMut(&[u8]) -> Result<(), VaultError>,
) -> Result<(), VaultError> {
    let mut buffer = vec![0; CHUNK];
    loop {
        let read = source.read(&mut buffer)?;
        match buffer.get(..read) {
            None | Some([]) => return Ok(()),
            Some(chunk) => each(chunk)?,
        }
    }
}
