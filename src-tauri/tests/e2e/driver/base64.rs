//! Pictures come over the wire in Base64.

/// Decodes standard Base64; anything outside its alphabet (padding, line ends) is skipped.
pub(crate) fn decode(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let mut held = 0_u32;
    let mut bits = 0;
    for six in text.bytes().filter_map(value) {
        held = (held << 6) | u32::from(six);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
            held &= (1 << bits) - 1;
        }
    }
    bytes
}

fn value(letter: u8) -> Option<u8> {
    match letter {
        b'A'..=b'Z' => Some(letter - b'A'),
        b'a'..=b'z' => Some(letter - b'a' + 26),
        b'0'..=b'9' => Some(letter - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}

#[test]
fn base64_is_read_with_and_without_padding() {
    assert_eq!(decode("Q29hY2g="), b"Coach");
    assert_eq!(decode("Q29hY2hib29r"), b"Coachbook");
    assert_eq!(decode(""), b"");
}
