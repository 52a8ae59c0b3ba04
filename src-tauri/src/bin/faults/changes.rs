//! Bytes changed by chance: bits, bytes and pieces are flipped, taken out, doubled, put where they do not belong; words
//! the reader knows are put in; two examples are joined; now and then a piece is repeated until it is long.

use crate::{chance::Chance, workshop::Answer};

/// Bytes that readers take for something.
const TELLING: [u8; 8] = [0, 1, 0x7f, 0x80, 0xff, b'"', b'{', 0xe2];
/// How long a piece repeated on purpose becomes.
const LONG: usize = 100_000;

/// Returns one of the examples, changed.
pub(crate) fn changed(examples: &[Vec<u8>], tokens: &[&[u8]], chance: &mut Chance) -> Answer<Vec<u8>> {
    let mut bytes = one_of(examples, chance)?;
    for _ in 0..chance.between(1, 6) {
        match chance.between(0, 64) {
            0 => lengthen(&mut bytes, chance)?,
            1..4 => join(&mut bytes, &one_of(examples, chance)?, chance)?,
            4..20 => put_in(&mut bytes, tokens, chance)?,
            _ => change(&mut bytes, chance)?,
        }
    }
    Ok(bytes)
}

fn one_of(examples: &[Vec<u8>], chance: &mut Chance) -> Answer<Vec<u8>> {
    let which = place(examples.len().saturating_sub(1), chance)?;
    Ok(examples.get(which).cloned().unwrap_or_default())
}

/// A place from 0 to `last`.
fn place(last: usize, chance: &mut Chance) -> Answer<usize> {
    Ok(usize::try_from(chance.between(0, last as u64 + 1))?)
}

fn lengthen(bytes: &mut Vec<u8>, chance: &mut Chance) -> Answer<()> {
    let at = place(bytes.len(), chance)?;
    let end = (at + place(16, chance)?).min(bytes.len());
    let piece = bytes.get(at..end).unwrap_or_default().to_vec();
    let times = LONG / piece.len().max(1);
    drop(bytes.splice(at..at, piece.repeat(times)));
    Ok(())
}

fn join(bytes: &mut Vec<u8>, other: &[u8], chance: &mut Chance) -> Answer<()> {
    bytes.truncate(place(bytes.len(), chance)?);
    bytes.extend(other.iter().skip(place(other.len(), chance)?));
    Ok(())
}

fn put_in(bytes: &mut Vec<u8>, tokens: &[&[u8]], chance: &mut Chance) -> Answer<()> {
    let token = tokens.get(place(tokens.len().saturating_sub(1), chance)?).copied().unwrap_or_default();
    let at = place(bytes.len(), chance)?;
    // Put between what is there, or written over it.
    let end = if chance.between(0, 2) == 0 { at } else { (at + token.len()).min(bytes.len()) };
    drop(bytes.splice(at..end, token.iter().copied()));
    Ok(())
}

fn change(bytes: &mut Vec<u8>, chance: &mut Chance) -> Answer<()> {
    let at = place(bytes.len(), chance)?;
    let length = usize::try_from(chance.between(1, 17))?.min(bytes.len().saturating_sub(at));
    match chance.between(0, 6) {
        0 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << (length % 8)),
        1 => bytes
            .iter_mut()
            .skip(at)
            .take(length)
            .for_each(|byte| *byte = TELLING.get(length % 8).copied().unwrap_or(0)),
        2 => drop(bytes.drain(at..at + length)),
        3 => bytes.truncate(at),
        4 => {
            let piece = bytes.get(at..at + length).unwrap_or_default().to_vec();
            let to = place(bytes.len(), chance)?;
            drop(bytes.splice(to..to, piece.repeat(1 + length % 3)));
        }
        _ => bytes.insert(at, u8::try_from(chance.between(0, 256))?),
    }
    Ok(())
}
