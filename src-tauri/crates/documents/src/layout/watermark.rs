//! A word across every page, light and under the text. Decoration: nobody reads it out, and copied text is free of it.

use super::place::{Item, Mark};
use super::shape::{Look, Shaper, Side};
use crate::blocks::Ink;

/// Rises from left to right.
const DEGREES: f32 = 52.0;
/// Largest letters; a long word is set smaller.
const SIZE: f32 = 110.0;
/// What stays free of it along the diagonal.
const FREE: f32 = 280.0;
/// Longer than any word at that size.
const ONE_LINE: f32 = 20_000.0;

/// Lays the word under each page.
pub(crate) fn add(pages: &mut [Vec<Item>], shaper: &mut Shaper<'_>, word: &str, page: (f32, f32)) {
    let room = (page.0.hypot(page.1) - FREE).max(1.0);
    let set = |shaper: &mut Shaper<'_>, size: f32| {
        let look = Look::new(size, size).ink(Ink::Watermark).bold().side(Side::Near);
        // One line, however long: it is made smaller instead.
        shaper.words(&word.replace('\n', " "), look, ONE_LINE, None).into_iter().next()
    };
    let Some(first) = set(shaper, SIZE) else { return };
    let size = SIZE * (room / first.width.max(1.0)).min(1.0);
    let Some(line) = set(shaper, size) else { return };
    // The middle of the capitals, not of the line, stands in the middle of the page.
    let drop = size * 0.36;
    let begins = line.items.iter().map(|item| item.sides().0).fold(f32::INFINITY, f32::min);
    let turned = line.items.into_iter().filter_map(|item| match item.mark {
        Mark::Glyphs(mut run) => {
            run.x -= begins + line.width / 2.0;
            run.baseline = drop;
            let pivot = (page.0 / 2.0, page.1 / 2.0);
            Some(Item { mark: Mark::Turned { run, pivot, degrees: DEGREES }, node: None })
        }
        _ => None,
    });
    let turned: Vec<Item> = turned.collect();
    for page in pages {
        page.splice(0..0, turned.iter().cloned());
    }
}
