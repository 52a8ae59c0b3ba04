//! Every way to change a sealed file, and the sizes around the borders of its pieces.

use super::*;

fn key() -> SubKey {
    SubKey::from_bytes([9; 32])
}

fn name(byte: u8) -> StoredName {
    StoredName([byte; 16])
}

/// Bytes that differ from piece to piece.
fn plain(length: usize) -> Vec<u8> {
    (0..length).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect()
}

fn sealed(length: usize) -> Vec<u8> {
    let mut out = Vec::new();
    seal(&key(), name(1), &plain(length), &mut out).unwrap();
    out
}

/// Opens as a record would that promises `length` bytes.
fn opened(bytes: &[u8], length: usize) -> Result<Vec<u8>, VaultError> {
    open(&key(), name(1), length as u64, &mut &*bytes).map(|plain| plain.to_vec())
}

const FULL: usize = PIECE + TAG_BYTES;

#[test]
fn every_size_around_a_border_comes_back_and_is_as_long_as_told() {
    // Where a piece ends, and where one would end that was taken with its tag.
    let around = |border: usize| [0, 1, TAG_BYTES - 1, TAG_BYTES, TAG_BYTES + 1].map(|by| [border - by, border + by]);
    let borders = [PIECE, 2 * PIECE, 3 * PIECE].into_iter().flat_map(around).flatten();
    for size in (0..TAG_BYTES + 3).chain(borders).chain([1000, 12_345]) {
        let bytes = sealed(size);
        assert_eq!(bytes.len() as u64, sealed_length(size as u64), "{size}");
        assert_eq!(opened(&bytes, size).as_deref(), Ok(&*plain(size)), "{size}");
        for other in [size + 1, size.saturating_sub(1), size + PIECE].into_iter().filter(|other| *other != size) {
            assert_eq!(opened(&bytes, other), Err(VaultError::FileDamaged), "{size} read as {other}");
        }
    }
}

#[test]
fn a_flipped_bit_in_any_piece_is_noticed() {
    let size = 2 * PIECE + 100;
    let whole = sealed(size);
    assert!(opened(&whole, size).is_ok(), "control");
    let everywhere = (0..whole.len()).step_by(997);
    let edges = [0, 9, 10, 28, 29, HEAD_BYTES + PIECE, HEAD_BYTES + FULL - 1, HEAD_BYTES + FULL, whole.len() - 1];
    for at in everywhere.chain(edges) {
        let mut changed = whole.clone();
        changed[at] ^= 1 << (at % 8);
        assert_eq!(opened(&changed, size), Err(VaultError::FileDamaged), "byte {at}");
    }
}

#[test]
fn pieces_moved_left_out_or_repeated_are_noticed_whatever_the_record_says() {
    let whole = sealed(3 * PIECE);
    let (head, pieces) = whole.split_at(HEAD_BYTES);
    let [one, two, three] = pieces.chunks(FULL).collect::<Vec<_>>()[..] else { panic!("three pieces") };
    let put = |order: &[&[u8]]| [&[head], order].concat().concat();
    assert!(opened(&put(&[one, two, three]), 3 * PIECE).is_ok(), "control");
    for (order, length) in [
        (put(&[two, one, three]), 3),
        (put(&[one, three, two]), 3),
        (put(&[one, one, three]), 3),
        (put(&[one, two]), 2),
        (put(&[one]), 1),
        (put(&[one, three]), 2),
        (put(&[three]), 1),
        (put(&[two, three]), 2),
        (put(&[one, two, three, three]), 4),
        (put(&[one, two, two, three]), 4),
    ] {
        assert_eq!(opened(&order, length * PIECE), Err(VaultError::FileDamaged), "{length}");
    }
}

#[test]
fn a_file_cut_off_or_continued_is_noticed() {
    let size = PIECE + 500;
    let whole = sealed(size);
    for length in (0..whole.len()).step_by(251).chain([whole.len() - 1, HEAD_BYTES, HEAD_BYTES + FULL]) {
        assert_eq!(opened(&whole[..length], size), Err(VaultError::FileDamaged), "{length}");
    }
    assert_eq!(opened(&[&whole[..], b"x"].concat(), size), Err(VaultError::FileDamaged));
}

#[test]
fn a_file_under_another_name_or_key_does_not_open() {
    let bytes = sealed(100);
    let other_name = open(&key(), name(2), 100, &mut &*bytes);
    assert_eq!(other_name.err(), Some(VaultError::FileDamaged));
    let other_key = SubKey::from_bytes([8; 32]);
    assert_eq!(open(&other_key, name(1), 100, &mut &*bytes).err(), Some(VaultError::FileDamaged));
}

#[test]
fn the_same_file_sealed_twice_shares_nothing() {
    let (one, two) = (sealed(1000), sealed(1000));
    let same = one.iter().zip(&two).skip(10).filter(|(one, two)| one == two).count();
    assert!(same < 50, "{same} of 1000 bytes are the same");
}
