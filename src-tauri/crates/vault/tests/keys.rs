//! The key file as a stranger's bytes.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use coachbook_vault::{Argon2Cost, BookId, KeyHeader, KeychainKey, Passphrase, RootSecret, VaultError};

/// SplitMix64: small, deterministic, good enough to throw bytes about.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }
}

fn book(byte: u8) -> BookId {
    BookId::from_bytes([byte; 16])
}

fn header() -> KeyHeader {
    let root = RootSecret::from_bytes(&[5; 20]);
    KeyHeader::seal(book(1), &root, &Passphrase::new("right"), Argon2Cost::for_tests()).ok().unwrap()
}

/// Puts a fitting checksum under changed bytes, so that the parser behind it is reached.
fn with_checksum(mut content: Vec<u8>) -> Vec<u8> {
    let checksum = blake3::hash(&content);
    content.extend_from_slice(checksum.as_bytes());
    content
}

#[test]
fn a_header_is_159_bytes_and_survives_the_round_trip() {
    let bytes = header().to_bytes();
    assert_eq!(bytes.len(), 8 + 2 + 16 + 8 + 1 + (3 + 89) + 32);
    let read = KeyHeader::from_bytes(&bytes).ok().unwrap();
    assert!(read.to_bytes() == bytes);
    assert!(read.open(&Passphrase::new("right")).is_ok());
    assert_eq!(read.open(&Passphrase::new("wrong")).err(), Some(VaultError::WrongPhrase));
}

#[test]
fn the_same_phrase_typed_otherwise_opens_and_another_does_not() {
    let root = RootSecret::from_bytes(&[5; 20]);
    let sealed = KeyHeader::seal(book(1), &root, &Passphrase::new("Bäume im Wind"), Argon2Cost::for_tests());
    let sealed = sealed.ok().unwrap();
    for same in ["Bäume im Wind", "Ba\u{308}ume im Wind", "  Bäume  im\u{a0}Wind "] {
        assert!(sealed.open(&Passphrase::new(same)).is_ok(), "{same}");
    }
    for other in ["bäume im Wind", "Baume im Wind", "BäumeimWind", ""] {
        assert!(sealed.open(&Passphrase::new(other)).is_err(), "{other}");
    }
}

#[test]
fn a_slot_belongs_to_its_book() {
    let mut moved = header().to_bytes();
    moved.truncate(moved.len() - 32);
    moved[10..26].fill(2);
    let moved = KeyHeader::from_bytes(&with_checksum(moved)).ok().unwrap();
    assert_eq!(moved.book(), book(2));
    assert_eq!(moved.open(&Passphrase::new("right")).err(), Some(VaultError::WrongPhrase));
}

#[test]
fn a_newer_format_is_said_to_be_newer() {
    let mut newer = header().to_bytes();
    newer.truncate(newer.len() - 32);
    newer[8] = 2;
    assert_eq!(KeyHeader::from_bytes(&with_checksum(newer)).err(), Some(VaultError::NewerBook));
}

#[test]
fn a_slot_of_an_unknown_kind_is_carried_along() {
    let mut bytes = header().to_bytes();
    bytes.truncate(bytes.len() - 32);
    bytes[34] = 2;
    bytes.extend_from_slice(&[200, 3, 0, 7, 8, 9]);
    let read = KeyHeader::from_bytes(&with_checksum(bytes)).ok().unwrap();
    let root = read.open(&Passphrase::new("right")).ok().unwrap();
    let resealed = read.resealed(&root, &Passphrase::new("next"), Argon2Cost::for_tests()).ok().unwrap();
    let written = resealed.to_bytes();
    assert!(written.windows(6).any(|piece| piece == [200, 3, 0, 7, 8, 9]));
    assert!(resealed.open(&Passphrase::new("right")).is_err());
    assert!(resealed.open(&Passphrase::new("next")).is_ok());
}

#[test]
fn every_flipped_bit_and_every_truncation_is_noticed() {
    let bytes = header().to_bytes();
    for at in 0..bytes.len() * 8 {
        let mut changed = bytes.clone();
        changed[at / 8] ^= 1 << (at % 8);
        assert_eq!(KeyHeader::from_bytes(&changed).err(), Some(VaultError::HeaderDamaged), "bit {at}");
    }
    for len in 0..bytes.len() {
        assert_eq!(KeyHeader::from_bytes(&bytes[..len]).err(), Some(VaultError::HeaderDamaged), "length {len}");
    }
}

/// Twenty thousand hostile files, half of them with a fitting checksum: each is refused or read back unchanged, and
/// none asks Argon2 for more than the caps.
#[test]
fn random_bytes_never_panic_and_never_ask_for_too_much() {
    let mut random = Random(42);
    let good = header().to_bytes();
    let mut read = 0;
    for case in 0..20_000 {
        let content = match case % 4 {
            0 => (0..random.below(300)).map(|_| random.next() as u8).collect(),
            _ => {
                let mut content = good[..good.len() - 32].to_vec();
                for _ in 0..=random.below(4) {
                    let at = 8 + random.below(content.len() - 8);
                    content[at] = random.next() as u8;
                }
                if case % 4 == 1 {
                    content.truncate(random.below(content.len()));
                }
                content
            }
        };
        let bytes = if case % 2 == 0 { content } else { with_checksum(content) };
        if let Ok(header) = KeyHeader::from_bytes(&bytes) {
            assert!(header.to_bytes() == bytes);
            read += 1;
        }
    }
    // The control: some mutants are well formed, so the parser was really reached.
    assert!(read > 100, "{read}");
}

#[test]
fn book_ids_read_only_what_they_write() {
    let id = BookId::from_bytes(std::array::from_fn(|at| at as u8 * 17));
    assert_eq!(id.to_string(), "00112233-4455-6677-8899-aabbccddeeff");
    assert_eq!(id.to_string().parse(), Ok(id));
    for bad in [
        "",
        "..",
        "00112233-4455-6677-8899-AABBCCDDEEFF",
        "00112233445566778899aabbccddeeff",
        "+0112233-4455-6677-8899-aabbccddeeff",
        "é0112233-4455-6677-8899-aabbccddeef",
    ] {
        assert!(bad.parse::<BookId>().is_err(), "{bad}");
    }
}

#[test]
fn a_slot_of_a_keychain_belongs_to_its_book_and_survives_the_round_trip() {
    let root = RootSecret::from_bytes(&[5; 20]);
    let text = "07".repeat(32);
    let key = KeychainKey::from_text(&text).unwrap();
    assert_eq!(key.to_text().as_str(), text);
    for other in ["", &text[1..], &format!("{text}0"), &text.replace("07", "+7")] {
        assert!(KeychainKey::from_text(other).is_none(), "{other}");
    }
    let with = header().with_keychain(&root, &key).ok().unwrap();
    let bytes = with.to_bytes();
    assert_eq!(bytes.len(), 159 + 3 + 60);
    let read = KeyHeader::from_bytes(&bytes).ok().unwrap();
    assert!(read.to_bytes() == bytes && read.has_keychain() && read.open_with_keychain(&key).is_ok());
    let mut moved = bytes[..bytes.len() - 32].to_vec();
    moved[10..26].fill(2);
    let moved = KeyHeader::from_bytes(&with_checksum(moved)).ok().unwrap();
    assert_eq!(moved.open_with_keychain(&key).err(), Some(VaultError::WrongKeychain));
    let mut short = bytes[..bytes.len() - 33].to_vec();
    let at = 8 + 2 + 16 + 8 + 1 + (3 + 89) + 1;
    short[at] = 59;
    assert_eq!(KeyHeader::from_bytes(&with_checksum(short)).err(), Some(VaultError::HeaderDamaged));
}
