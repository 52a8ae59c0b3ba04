//! The printed recovery code: the root secret itself, in letters a person can copy from paper.
//!
//! 20 bytes are 32 characters of Crockford's base32 (no I, L, O, U), then come 4 check characters, a CRC of 20 bits.
//! A CRC and not a hash, because it *guarantees* what a hash makes likely: every wrong character, every two wrong
//! characters, every swap of neighbours and any one wholly wrong group is noticed.

use zeroize::{Zeroize, Zeroizing};

use crate::error::VaultError;
use crate::keys::RootSecret;

/// Crockford's alphabet, <https://www.crockford.com/base32.html>.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters of the secret: 160 bits of 5.
const SECRET_CHARS: usize = 32;
/// Characters of a whole code.
const CODE_CHARS: usize = 36;
/// Characters of a printed group.
const GROUP_CHARS: usize = 4;
/// Generator of degree 20, found by search: of 400 random ones the one with the fewest undetected triples of wrong
/// characters among those that detect every single and every pair (31 of 213 million); the tests prove the latter.
const GENERATOR: u32 = 0x1C_7039;
/// Added to the checksum so that a code of zeros only is not valid.
const OFFSET: u32 = 0xC_0AC4;

/// A recovery code, wiped when dropped. Neither `Debug` nor serialisable.
pub struct RecoveryCode(RootSecret);

impl RecoveryCode {
    pub(crate) fn new(root: RootSecret) -> Self {
        Self(root)
    }

    pub(crate) fn root(&self) -> &RootSecret {
        &self.0
    }

    /// Reads what the coach typed. Capital or small letters, spaces and dashes of any sort are all the same;
    /// O is read as 0, I and L as 1.
    ///
    /// # Errors
    /// [`VaultError::CodeMistyped`] when the length, a character or the check group is wrong. Which group holds
    /// the mistake cannot be known.
    pub fn parse(typed: &str) -> Result<Self, VaultError> {
        let mut values = Zeroizing::new([0_u8; CODE_CHARS]);
        let mut places = values.iter_mut();
        for character in typed.chars().filter(|c| !is_filler(*c)) {
            let place = places.next().ok_or(VaultError::CodeMistyped)?;
            *place = value_of(character).ok_or(VaultError::CodeMistyped)?;
        }
        if places.next().is_some() {
            return Err(VaultError::CodeMistyped);
        }
        let (secret, check) = values.split_at(SECRET_CHARS);
        let expected = check_values(secret);
        if check != expected.as_slice() {
            return Err(VaultError::CodeMistyped);
        }
        Ok(Self(pack(secret)))
    }

    /// The nine groups as they are printed, for instance `7K2M`.
    #[must_use]
    pub fn groups(&self) -> Zeroizing<Vec<String>> {
        let mut values = unpack(&self.0);
        let check = check_values(values.as_slice());
        let letter = |value: &u8| ALPHABET.get(usize::from(*value)).copied().map_or('0', char::from);
        let mut letters: Vec<char> = values.iter().chain(&check).map(letter).collect();
        values.zeroize();
        let groups = letters.chunks(GROUP_CHARS).map(|group| group.iter().collect()).collect();
        letters.zeroize();
        Zeroizing::new(groups)
    }

    /// The groups with dashes between them.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        Zeroizing::new(self.groups().join("-"))
    }
}

fn is_filler(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '-' | '_' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ad}' | '\u{feff}')
}

fn value_of(character: char) -> Option<u8> {
    let capital = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|letter| char::from(*letter) == capital).and_then(|at| u8::try_from(at).ok())
}

/// 160 bits as 32 values of five bits, first bit first.
fn unpack(root: &RootSecret) -> Zeroizing<[u8; SECRET_CHARS]> {
    let mut values = Zeroizing::new([0_u8; SECRET_CHARS]);
    let mut places = values.iter_mut();
    // Five bytes are eight characters exactly.
    for chunk in root.expose().chunks(5) {
        let bits = chunk.iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        for shift in (0..8).rev() {
            if let Some(place) = places.next() {
                *place = u8::try_from(bits >> (5 * shift) & 31).unwrap_or(0);
            }
        }
    }
    values
}

fn pack(values: &[u8]) -> RootSecret {
    let mut bytes = Zeroizing::new([0_u8; 20]);
    for (out, chunk) in bytes.chunks_mut(5).zip(values.chunks(8)) {
        let bits = chunk.iter().fold(0_u64, |bits, value| bits << 5 | u64::from(*value));
        for (place, byte) in out.iter_mut().zip(bits.to_be_bytes().iter().skip(3)) {
            *place = *byte;
        }
    }
    RootSecret::from_bytes(&bytes)
}

/// The four check values: CRC-20 of the 160 bits, most significant bit first.
fn check_values(values: &[u8]) -> [u8; CODE_CHARS - SECRET_CHARS] {
    let bits = values.iter().flat_map(|value| (0..5).rev().map(move |bit| value >> bit & 1));
    let crc = bits.fold(0_u32, |crc, bit| {
        let fed_back = (crc >> 19 & 1) ^ u32::from(bit);
        (crc << 1 & 0xF_FFFF) ^ if fed_back == 1 { GENERATOR & 0xF_FFFF } else { 0 }
    });
    let crc = crc ^ OFFSET;
    [15, 10, 5, 0].map(|shift| u8::try_from(crc >> shift & 31).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(seed: u8) -> RecoveryCode {
        let bytes: [u8; 20] = std::array::from_fn(|at| seed.wrapping_mul(31).wrapping_add((at as u8).wrapping_mul(73)));
        RecoveryCode::new(RootSecret::from_bytes(&bytes))
    }

    #[test]
    fn what_is_printed_is_read_back() {
        for seed in 0..=255 {
            let printed = code(seed).text();
            assert_eq!(printed.len(), 9 * 4 + 8);
            let read = RecoveryCode::parse(&printed).ok().unwrap();
            assert_eq!(read.root().expose(), code(seed).root().expose());
        }
    }

    #[test]
    fn typing_is_forgiven() {
        let root = RootSecret::from_bytes(&[0x00, 0x44, 0x32, 1, 0, 0, 0, 0, 9, 9, 9, 9, 9, 0, 1, 2, 3, 4, 5, 6]);
        let printed = RecoveryCode::new(root.clone()).text();
        let sloppy = printed.to_lowercase().replace('0', "o").replace('1', "l").replace('-', " \u{2013} ");
        assert_eq!(RecoveryCode::parse(&sloppy).ok().unwrap().root().expose(), root.expose());
        let bare = printed.replace('-', "").replace('1', "I").replace('0', "O");
        assert!(RecoveryCode::parse(&bare).is_ok());
    }

    fn letters(text: &str) -> Vec<char> {
        text.chars().filter(|c| *c != '-').collect()
    }

    #[test]
    fn every_single_substitution_is_noticed() {
        let right = letters(&code(3).text());
        let mut tried = 0;
        for at in 0..CODE_CHARS {
            for letter in ALPHABET.iter().map(|l| char::from(*l)).filter(|l| *l != right[at]) {
                let mut wrong = right.clone();
                wrong[at] = letter;
                assert!(RecoveryCode::parse(&wrong.iter().collect::<String>()).is_err());
                tried += 1;
            }
        }
        assert_eq!(tried, 36 * 31);
    }

    /// The checksum is linear, so two wrong characters are noticed exactly if no two single ones shift it alike.
    #[test]
    fn every_pair_of_substitutions_is_noticed() {
        let shifted = |at: usize, error: u8| -> u32 {
            let mut values = [0_u8; CODE_CHARS];
            values[at] = error;
            let number = |v: [u8; 4]| v.iter().fold(0_u32, |n, v| n << 5 | u32::from(*v));
            let check: [u8; 4] = std::array::from_fn(|i| values[SECRET_CHARS + i]);
            number(check_values(&values[..SECRET_CHARS])) ^ OFFSET ^ number(check)
        };
        let mut seen: Vec<u32> = (0..36).flat_map(|at| (1..32).map(move |e| shifted(at, e))).collect();
        assert!(seen.iter().all(|s| *s != 0));
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 36 * 31);
    }

    #[test]
    fn swapped_neighbours_missing_and_foreign_characters_are_noticed() {
        let right = letters(&code(5).text());
        for at in 0..CODE_CHARS - 1 {
            let mut wrong = right.clone();
            wrong.swap(at, at + 1);
            assert_eq!(wrong == right, RecoveryCode::parse(&wrong.iter().collect::<String>()).is_ok());
        }
        for bad in ["", "0", "U", &right[1..].iter().collect::<String>(), "😀", &"0".repeat(36), &"0".repeat(4000)] {
            assert_eq!(RecoveryCode::parse(bad).err(), Some(VaultError::CodeMistyped));
        }
    }
}
