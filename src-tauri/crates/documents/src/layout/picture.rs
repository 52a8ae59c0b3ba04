//! Width to height of a logo, from its first bytes; the picture itself is decoded only when it is written.

/// Longest side, largest file and most pixels accepted for a logo: more is a photograph, and a trap for memory.
const MAX_SIDE: u32 = 4_000;
const MAX_BYTES: usize = 5_000_000;
const MAX_AREA: u64 = 12_000_000;

/// Why a picture cannot stand in a letterhead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LogoFault {
    /// More pixels or bytes than a logo needs.
    #[error("this picture is too large for a letterhead: at most 4000 by 3000 pixels and 5 MB")]
    TooLarge,
    /// A drawing in SVG.
    #[error("a drawing in SVG cannot stand in a letterhead yet: please save it as a PNG, about 1000 pixels wide")]
    Svg,
    /// Neither PNG nor JPEG.
    #[error("this is not a PNG or JPEG picture, or it is damaged")]
    NotAPicture,
}

/// What is wrong with a logo as far as its first bytes tell: its size is judged before anything is decoded. A picture
/// damaged further on shows only when it is printed.
pub fn check_logo(bytes: &[u8]) -> Result<(), LogoFault> {
    ratio(bytes).map(|_| ())
}

/// Width divided by height of a PNG or JPEG.
pub(crate) fn ratio(bytes: &[u8]) -> Result<f32, LogoFault> {
    if bytes.len() > MAX_BYTES {
        return Err(LogoFault::TooLarge);
    }
    let size = png(bytes).or_else(|| jpeg(bytes)).filter(|(width, height)| *width > 0 && *height > 0);
    let (width, height) = size.ok_or(if is_svg(bytes) { LogoFault::Svg } else { LogoFault::NotAPicture })?;
    let is_small = width.max(height) <= MAX_SIDE && u64::from(width) * u64::from(height) <= MAX_AREA;
    if is_small { Ok(width as f32 / height as f32) } else { Err(LogoFault::TooLarge) }
}

fn is_svg(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(1_000)).unwrap_or_default();
    start.windows(4).any(|part| part.eq_ignore_ascii_case(b"<svg"))
}

fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let side = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    Some((side(16)?, side(20)?))
}

/// Walks a JPEG's segments to the frame header, which holds the size.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    bytes.strip_prefix(b"\xff\xd8")?;
    let pair = |at: usize| Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?));
    let mut at = 2;
    loop {
        let marker = pair(at)?;
        // Any number of filling bytes may stand before a marker.
        if marker == 0xffff {
            at += 1;
            continue;
        }
        let length = usize::from(pair(at + 2)?);
        let is_frame = matches!(marker, 0xffc0..=0xffcf) && !matches!(marker, 0xffc4 | 0xffc8 | 0xffcc);
        if is_frame {
            return Some((u32::from(pair(at + 7)?), u32::from(pair(at + 5)?)));
        }
        if marker < 0xff00 || length < 2 {
            return None;
        }
        at += 2 + length;
    }
}

#[cfg(test)]
mod tests {
    use super::{LogoFault, ratio};

    #[test]
    fn reads_png_and_jpeg_sizes_and_nothing_else() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend([0, 0, 1, 0, 0, 0, 0, 128]);
        assert_eq!(ratio(&png), Ok(2.0));
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\0\x10\0\x20\x03";
        assert_eq!(ratio(jpeg), Ok(2.0));
        for broken in [&b""[..], b"GIF89a", b"\xff\xd8", b"\xff\xd8\xff\xe0\0\0", b"\x89PNG\r\n\x1a\n"] {
            assert_eq!(ratio(broken), Err(LogoFault::NotAPicture));
        }
        png[19] = 0;
        png[18] = 0;
        assert_eq!(ratio(&png), Err(LogoFault::NotAPicture), "a picture without width");
    }
}
