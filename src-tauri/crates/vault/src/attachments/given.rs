//! A file the coach chose, judged before anything is kept.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use coachbook_core::attachment::{LARGEST_FILE, MediaType, Refused, judge};
use zeroize::Zeroizing;

use crate::error::VaultError;

/// Longest name kept, in characters; it stands in a line of a list.
const MAX_NAME_CHARS: usize = 200;

/// A file of a kind that can be kept, with its bytes.
pub struct GivenFile {
    name: String,
    media_type: MediaType,
    bytes: Zeroizing<Vec<u8>>,
}

impl GivenFile {
    /// Reads a file that was chosen. Takes the time its disk takes; call it off the window's thread.
    ///
    /// # Errors
    /// [`VaultError::FileUnreadable`], [`VaultError::FileEmpty`], [`VaultError::FileTooLarge`],
    /// [`VaultError::FileUnknown`].
    pub fn read(path: &Path) -> Result<Self, VaultError> {
        let unreadable = |_| VaultError::FileUnreadable;
        // Asked before it is opened: opening a pipe waits until somebody writes into it.
        let about = fs::metadata(path).map_err(unreadable)?;
        if !about.is_file() {
            return Err(VaultError::FileUnknown);
        }
        if about.len() > LARGEST_FILE {
            return Err(VaultError::FileTooLarge);
        }
        // One byte more than allowed tells a file that grows, and sized once no copy is left in freed memory.
        let room = usize::try_from(about.len()).map_err(|_| VaultError::FileTooLarge)?;
        let mut bytes = Zeroizing::new(Vec::with_capacity(room.saturating_add(1)));
        let file = File::open(path).map_err(unreadable)?;
        file.take(LARGEST_FILE.saturating_add(1)).read_to_end(&mut bytes).map_err(unreadable)?;
        Self::new(&path.file_name().unwrap_or_default().to_string_lossy(), bytes)
    }

    /// Takes bytes that are in memory.
    ///
    /// # Errors
    /// As [`GivenFile::read`].
    pub fn new(name: &str, bytes: Zeroizing<Vec<u8>>) -> Result<Self, VaultError> {
        let media_type = judge(&bytes).map_err(|refused| match refused {
            Refused::Empty => VaultError::FileEmpty,
            Refused::TooLarge => VaultError::FileTooLarge,
            Refused::UnknownKind => VaultError::FileUnknown,
        })?;
        Ok(Self { name: one_line(name, media_type), media_type, bytes })
    }

    /// The name it has.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its kind, told from its bytes.
    #[must_use]
    pub fn media_type(&self) -> MediaType {
        self.media_type
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// A name that fits in one line, and is never empty. Characters that turn the direction of text are left out: they make
/// `exe` look like `pdf`.
fn one_line(name: &str, media_type: MediaType) -> String {
    let hidden = |c: char| {
        c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let flat: String = name.chars().filter(|c| !hidden(*c)).take(MAX_NAME_CHARS).collect();
    match flat.trim() {
        "" => format!("scan.{}", media_type.extension()),
        name => name.to_owned(),
    }
}
