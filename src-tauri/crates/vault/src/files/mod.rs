//! The files of a book that are no records: scans, each sealed by itself under a random name. None is ever changed.
//!
//! Each is sealed under a random key of its own, which stands in its record in the encrypted database: a new recovery
//! code leaves the files as they are, and an erased record takes the only key with it (`decisions/0010`).

mod seal;

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::SystemTime;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::book::Book;
use crate::container::PackedFile;
use crate::error::VaultError;
use crate::fsio;
use crate::keys::{SubKey, fill_random};

/// Ending of a file that is being written.
const UNFINISHED: &str = ".next";

/// The name a file lies under: 16 random bytes, which say nothing about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct StoredName([u8; 16]);

impl StoredName {
    fn new() -> Result<Self, VaultError> {
        let mut bytes = [0; 16];
        fill_random(&mut bytes)?;
        Ok(Self(bytes))
    }

    pub(crate) fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for StoredName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for StoredName {
    type Err = VaultError;

    fn from_str(text: &str) -> Result<Self, VaultError> {
        let digits = text.len() == 32 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let number = u128::from_str_radix(text, 16).ok().filter(|_| digits);
        number.map(|number| Self(number.to_be_bytes())).ok_or(VaultError::FileDamaged)
    }
}

/// What the record of a file says about its bytes. Holds the key, so it implements no `Debug`.
pub(crate) struct StoredFile {
    /// The name it lies under.
    pub(crate) name: StoredName,
    /// Its length before it was sealed.
    pub(crate) bytes: u64,
    /// SHA-256 of it before it was sealed, in hexadecimal digits.
    pub(crate) sha256: String,
    /// BLAKE3 of it as it lies sealed.
    pub(crate) sealed: blake3::Hash,
    /// What it is sealed with, and nothing else is.
    pub(crate) key: SubKey,
}

impl StoredFile {
    /// What a copy says about it.
    pub(crate) fn packed(&self) -> PackedFile {
        PackedFile { bytes: self.sealed_bytes(), hash: self.sealed }
    }

    /// How long the sealed file is.
    pub(crate) fn sealed_bytes(&self) -> u64 {
        seal::sealed_length(self.bytes)
    }
}

/// The folder `files/` of a book.
pub(crate) struct FileStore {
    folder: PathBuf,
}

impl FileStore {
    /// The files of an open book.
    pub(crate) fn of(book: &Book) -> Self {
        Self::new(book.folder().files())
    }

    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Where a file lies.
    pub(crate) fn path(&self, name: StoredName) -> PathBuf {
        self.folder.join(name.to_string())
    }

    /// Seals `plain` into a new file under a new key. It is on disk under its name when this returns.
    pub(crate) fn put(&self, plain: &[u8]) -> Result<StoredFile, VaultError> {
        let (name, key) = (StoredName::new()?, SubKey::generate()?);
        let path = self.path(name);
        let next = fsio::sibling(&path, UNFINISHED);
        fsio::create_private_dir(&self.folder)?;
        let written = write(&key, name, plain, &next).and_then(|sealed| {
            fs::rename(&next, &path)?;
            Ok(sealed)
        });
        if written.is_err() {
            // Half a file is of no use to anybody; what cannot be deleted is cleared at the next opening.
            let _ = fs::remove_file(&next);
        }
        let sealed = written?;
        fsio::sync_dir(&self.folder)?;
        Ok(StoredFile { name, bytes: plain.len() as u64, sha256: sha256_hex(plain), sealed, key })
    }

    /// Reads a file back, once every byte of it was found to be as it was written.
    ///
    /// # Errors
    /// [`VaultError::FileDamaged`] when one is not, or the file is not there.
    pub(crate) fn read(&self, stored: &StoredFile) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let mut sealed = match File::open(self.path(stored.name)) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(VaultError::FileDamaged),
            opened => opened?,
        };
        // Asked first, so that nothing is read into memory for a length that lies.
        if sealed.metadata()?.len() != stored.sealed_bytes() {
            return Err(VaultError::FileDamaged);
        }
        let plain = seal::open(&stored.key, stored.name, stored.bytes, &mut sealed)?;
        if sha256_hex(&plain) == stored.sha256 { Ok(plain) } else { Err(VaultError::FileDamaged) }
    }

    /// Takes files off the disk; it is done when this returns.
    pub(crate) fn erase(&self, names: &[StoredName]) -> Result<(), VaultError> {
        for name in names {
            fsio::remove_if_there(&self.path(*name))?;
        }
        if names.is_empty() || !self.folder.is_dir() { Ok(()) } else { Ok(fsio::sync_dir(&self.folder)?) }
    }

    /// Every whole file, with when it was written. Halves that a crash left are deleted on the way: the caller has the
    /// book open, so nobody is writing them.
    pub(crate) fn list(&self) -> Result<Vec<(StoredName, SystemTime)>, VaultError> {
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        let mut whole = Vec::new();
        for entry in entries {
            let entry = entry?;
            let text = entry.file_name().to_string_lossy().into_owned();
            if text.strip_suffix(UNFINISHED).is_some_and(|name| name.parse::<StoredName>().is_ok()) {
                fsio::remove_if_there(&entry.path())?;
            } else if let Ok(name) = text.parse() {
                whole.push((name, entry.metadata()?.modified()?));
            }
        }
        Ok(whole)
    }
}

/// Writes a sealed file, which is on disk when this returns; returns the BLAKE3 of what was written.
fn write(key: &SubKey, name: StoredName, plain: &[u8], path: &Path) -> Result<blake3::Hash, VaultError> {
    let mut file = Hashing { file: fsio::create_private(path, true)?, hash: blake3::Hasher::new() };
    seal::seal(key, name, plain, &mut file)?;
    file.file.sync_all()?;
    Ok(file.hash.finalize())
}

/// A file that is hashed on its way to the disk.
struct Hashing {
    file: File,
    hash: blake3::Hasher,
}

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hash.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// SHA-256 in hexadecimal digits.
pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
