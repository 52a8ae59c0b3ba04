//! Width to height of a logo, from its first bytes; the picture itself is decoded only when it is written.

/// Longest side and largest file accepted for a logo: more is a photograph, and a trap for memory.
const MAX_PIXELS: u32 = 4_000;
const MAX_BYTES: usize = 5_000_000;

/// Width divided by height of a PNG or JPEG; `None` for anything else, or anything too large.
pub(crate) fn ratio(bytes: &[u8]) -> Option<f32> {
    let (width, height) = if bytes.len() > MAX_BYTES { None } else { png(bytes).or_else(|| jpeg(bytes)) }?;
    let fits = |side: u32| (1..=MAX_PIXELS).contains(&side);
    (fits(width) && fits(height)).then(|| width as f32 / height as f32)
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
    use super::ratio;

    #[test]
    fn reads_png_and_jpeg_sizes_and_nothing_else() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend([0, 0, 1, 0, 0, 0, 0, 128]);
        assert_eq!(ratio(&png), Some(2.0));
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\0\x10\0\x20\x03";
        assert_eq!(ratio(jpeg), Some(2.0));
        for broken in [&b""[..], b"GIF89a", b"\xff\xd8", b"\xff\xd8\xff\xe0\0\0", b"\x89PNG\r\n\x1a\n"] {
            assert_eq!(ratio(broken), None);
        }
        png[19] = 0;
        png[18] = 0;
        assert_eq!(ratio(&png), None, "a picture without width");
    }
}
