//! Letters in the order of reading. A page is painted from left to right, whatever way its lines are read.

use hayro_svg::hayro_interpret::kurbo::Rect;
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

use super::Place;

/// What one sign on the page says, and where it stands: in fractions of the page, more than one place where a word was
/// parted. `part` and `line` are counted through the page.
#[derive(Debug, Clone)]
pub(super) struct Letter {
    pub(super) text: String,
    pub(super) places: Vec<Rect>,
    pub(super) part: u32,
    pub(super) line: u32,
}

/// Puts the letters of every line into the order they are read in.
pub(super) fn in_reading_order(letters: Vec<Letter>) -> Vec<Letter> {
    let mut ordered = Vec::with_capacity(letters.len());
    for line in letters.chunk_by(|a, b| a.part == b.part && a.line == b.line) {
        if line.iter().any(|letter| is_rightward(first_sign(letter)) == Some(false)) {
            ordered.extend(reading_order(line).into_iter().filter_map(|nth| line.get(nth)).cloned());
        } else {
            ordered.extend_from_slice(line);
        }
    }
    ordered
}

/// The rules that turn what is read into what is painted, applied to what is painted, give back what is read. A line of
/// mostly Arabic or Hebrew letters is taken to be read from the right.
fn reading_order(line: &[Letter]) -> Vec<usize> {
    let painted: String = line.iter().map(first_sign).collect();
    let towards = |wanted: bool| painted.chars().filter(|c| is_rightward(*c) == Some(wanted)).count();
    let base = if towards(false) > towards(true) { Level::rtl() } else { Level::ltr() };
    let bidi = BidiInfo::new(&painted, Some(base));
    let levels: Vec<Level> = bidi
        .paragraphs
        .first()
        .map_or_else(Vec::new, |paragraph| bidi.reordered_levels_per_char(paragraph, paragraph.range.clone()));
    if levels.len() == line.len() { BidiInfo::reorder_visual(&levels) } else { (0..line.len()).collect() }
}

/// A letter of several signs is painted as one. Nothing may part the line into paragraphs.
fn first_sign(letter: &Letter) -> char {
    letter.text.chars().next().filter(|c| bidi_class(*c) != BidiClass::B).unwrap_or(' ')
}

fn is_rightward(c: char) -> Option<bool> {
    match bidi_class(c) {
        BidiClass::L => Some(true),
        BidiClass::R | BidiClass::AL => Some(false),
        _ => None,
    }
}

/// The places of letters that follow each other, those side by side as one.
pub(super) fn places<'a>(letters: impl Iterator<Item = &'a Letter>) -> Vec<Place> {
    let mut joined: Vec<Rect> = Vec::new();
    for place in letters.flat_map(|letter| &letter.places) {
        match joined.last_mut() {
            Some(last) if are_side_by_side(last, place) => *last = last.union(*place),
            _ => joined.push(*place),
        }
    }
    let wide = joined.into_iter().filter(|place| place.width() > 0.0);
    wide.map(|place| Place {
        x: place.x0 as f32,
        y: place.y0 as f32,
        width: place.width() as f32,
        height: place.height() as f32,
    })
    .collect()
}

fn are_side_by_side(one: &Rect, other: &Rect) -> bool {
    let overlap = one.y1.min(other.y1) - one.y0.max(other.y0);
    let apart = one.x0.max(other.x0) - one.x1.min(other.x1);
    overlap > 0.5 * one.height().min(other.height()) && apart < 0.5 * one.height()
}
