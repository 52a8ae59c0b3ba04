//! Scans and other files a coach keeps with a session or an agreement: what may be kept, told from the bytes alone.

use chrono::{DateTime, Utc};

use crate::{AttachmentId, SessionId, Uid, VersionId, keyed::keyed_enum};

/// Bytes of the largest file that is kept: 50 MB, some hundred scanned pages.
pub const LARGEST_FILE: u64 = 50_000_000;
/// Dots of the largest picture that is kept. A sheet of A3 at 600 dots an inch has 70 million; four bytes are spent on
/// each when it is shown.
const MOST_DOTS: u64 = 120_000_000;

keyed_enum! {
    /// What kind of file it is.
    MediaType {
        /// Pages.
        Pdf = "application/pdf",
        /// A picture without loss.
        Png = "image/png",
        /// A photograph.
        Jpeg = "image/jpeg",
    }
}

impl MediaType {
    /// Returns how the names of such files end.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpg",
        }
    }
}

/// What a file is kept with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptWith {
    /// A session, as the notes taken on paper.
    Session(SessionId),
    /// A version of an agreement, as the signed sheets.
    Version(VersionId),
}

/// A file in the book. Its bytes lie sealed beside the records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Row number.
    pub id: AttachmentId,
    /// Id in exports.
    pub uid: Uid,
    /// Revision.
    pub rev: i64,
    /// What it is kept with.
    pub kept_with: KeptWith,
    /// Name the file had when it was given.
    pub name: String,
    /// Kind of file, told from its bytes.
    pub media_type: MediaType,
    /// Length in bytes.
    pub bytes: u64,
    /// Moment it was added.
    pub added_at: DateTime<Utc>,
}

/// Why a file is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// There is nothing in it.
    Empty,
    /// More bytes than [`LARGEST_FILE`], or a picture with too many dots to show.
    TooLarge,
    /// Its bytes are of no kind that can be shown again.
    UnknownKind,
}

/// Tells the kind of a file from how its bytes begin, whatever its name says.
///
/// # Errors
/// [`Refused`] says why such a file is not kept.
pub fn judge(file: &[u8]) -> Result<MediaType, Refused> {
    if file.is_empty() {
        return Err(Refused::Empty);
    }
    if file.len() as u64 > LARGEST_FILE {
        return Err(Refused::TooLarge);
    }
    if file.starts_with(b"%PDF-") {
        return Ok(MediaType::Pdf);
    }
    let (kind, size) = match (png_size(file), jpeg_size(file)) {
        (Some(size), _) => (MediaType::Png, size),
        (None, Some(size)) => (MediaType::Jpeg, size),
        (None, None) => return Err(Refused::UnknownKind),
    };
    match u64::from(size.0) * u64::from(size.1) {
        0 => Err(Refused::UnknownKind),
        dots if dots > MOST_DOTS => Err(Refused::TooLarge),
        _ => Ok(kind),
    }
}

/// Width and height of a PNG: its first block holds them (PNG, §11.2.1).
fn png_size(file: &[u8]) -> Option<(u32, u32)> {
    let rest = file.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")?;
    let (width, rest) = rest.split_first_chunk()?;
    let (height, _) = rest.split_first_chunk()?;
    Some((u32::from_be_bytes(*width), u32::from_be_bytes(*height)))
}

/// Width and height of a JPEG: its frame header holds them, behind segments that say how long they are (T.81, annex B).
fn jpeg_size(file: &[u8]) -> Option<(u32, u32)> {
    let mut rest = file.strip_prefix(b"\xff\xd8")?;
    loop {
        let (&[mark, kind], behind) = rest.split_first_chunk()?;
        if mark != 0xff {
            return None;
        }
        // A mark may be filled up with further 0xff.
        if kind == 0xff {
            rest = rest.get(1..)?;
            continue;
        }
        let (length, segment) = behind.split_first_chunk()?;
        let inside = usize::from(u16::from_be_bytes(*length)).checked_sub(2)?;
        if is_frame(kind) {
            let (&[_, h1, h0, w1, w0], _) = segment.split_first_chunk()?;
            return Some((u32::from(u16::from_be_bytes([w1, w0])), u32::from(u16::from_be_bytes([h1, h0]))));
        }
        rest = segment.get(inside..)?;
    }
}

/// Whether a segment is a frame header: 0xc0 to 0xcf without the three that are tables.
const fn is_frame(kind: u8) -> bool {
    matches!(kind, 0xc0..=0xcf) && !matches!(kind, 0xc4 | 0xc8 | 0xcc)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &width.to_be_bytes(), &height.to_be_bytes(), b"\x08\x02\0\0\0"].concat()
    }

    /// A JPEG with a comment before its frame header.
    fn jpeg(width: u16, height: u16) -> Vec<u8> {
        let frame = [&b"\xff\xc0\0\x11\x08"[..], &height.to_be_bytes(), &width.to_be_bytes(), b"\x03"].concat();
        [&b"\xff\xd8\xff\xe0\0\x04ab\xff\xff\xfe\0\x05abc"[..], &frame].concat()
    }

    #[test]
    fn the_kind_is_told_from_the_bytes() {
        assert_eq!(judge(b"%PDF-1.7\n"), Ok(MediaType::Pdf));
        assert_eq!(judge(&png(2480, 3508)), Ok(MediaType::Png));
        assert_eq!(judge(&jpeg(2480, 3508)), Ok(MediaType::Jpeg));
    }

    #[test]
    fn what_cannot_be_shown_again_is_refused() {
        assert_eq!(judge(b""), Err(Refused::Empty));
        for other in [
            &b"MZ\x90\0"[..],
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            b"<html>%PDF-1.7",
            b"PK\x03\x04",
            b"GIF89a",
            b"\x89PNG\r\n\x1a\n",
            b"\xff\xd8\xff",
            b"\xff\xd8\xff\xe0\0\0",
            b"\xff\xd8\xff\xe0\xff\xff",
            &png(0, 8),
            &jpeg(8, 0),
        ] {
            assert_eq!(judge(other), Err(Refused::UnknownKind), "{other:?}");
        }
    }

    #[test]
    fn a_file_or_a_picture_that_is_too_large_is_refused() {
        let mut pdf = b"%PDF-1.7".to_vec();
        pdf.resize(LARGEST_FILE as usize, 0);
        assert_eq!(judge(&pdf), Ok(MediaType::Pdf), "control: the largest that fits");
        pdf.push(0);
        assert_eq!(judge(&pdf), Err(Refused::TooLarge));
        assert_eq!(judge(&png(100_000, 100_000)), Err(Refused::TooLarge));
        assert_eq!(judge(&png(u32::MAX, u32::MAX)), Err(Refused::TooLarge));
        assert_eq!(judge(&jpeg(65_535, 65_535)), Err(Refused::TooLarge));
        assert_eq!(judge(&png(9_933, 7_016)), Ok(MediaType::Png), "control: A3 at 600 dots an inch");
    }

    #[test]
    fn a_file_cut_anywhere_stops_nothing() {
        let whole = jpeg(10, 10);
        for length in 0..whole.len() {
            let _ = judge(&whole[..length]);
        }
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] = 0xff;
            let _ = judge(&changed);
        }
    }
}
