//! What every page carries: a running head from the second page on, a foot with the document id and page n of m.

use super::look;
use super::place::Item;
use super::shape::{Look, Shaper};
use crate::blocks::{Doc, Ink};
use crate::paper::PaperSetup;

/// A running head longer than this is cut: it names the paper, it does not tell it.
const HEAD_LETTERS: usize = 70;

/// Adds head and foot. Comes after paging, when the number of pages is known.
pub(crate) fn add(pages: &mut [Vec<Item>], shaper: &mut Shaper<'_>, doc: &Doc, setup: &PaperSetup) {
    let (width, height) = setup.size.points();
    let text_width = width - 2.0 * look::SIDE_MARGIN;
    let count = pages.len();
    let mut set = |text: &str, look: Look, y: f32| -> Vec<Item> {
        let lines = shaper.words(text, look, text_width, None);
        let mut items: Vec<Item> = lines.into_iter().take(1).flat_map(|line| line.items).collect();
        items.iter_mut().for_each(|item| item.shift(look::SIDE_MARGIN, y));
        items
    };
    let head_y = look::TOP_MARGIN - 34.0;
    let foot_y = height - look::BOTTOM_MARGIN + 32.0;
    let mut head = set(&shortened(&doc.running_head), look::RUNNING, head_y);
    head.extend(set(&shortened(&setup.letterhead.coach_name), look::RUNNING_END, head_y));
    head.push(Item::rule(look::SIDE_MARGIN, head_y + 14.0, text_width, 0.4, Ink::Hairline));
    let made = setup.date(setup.generated_on);
    let foot_words =
        [doc.mark.as_str(), &format!("Document {}", doc.document_id()), &format!("made {made}")].join("  ·  ");
    let mut foot = set(&foot_words, look::RUNNING, foot_y);
    foot.push(Item::rule(look::SIDE_MARGIN, foot_y - 6.0, text_width, 0.4, Ink::Hairline));
    for (nth, page) in pages.iter_mut().enumerate() {
        if nth > 0 {
            page.extend(head.iter().cloned());
        }
        page.extend(foot.iter().cloned());
        page.extend(set(&format!("Page {} of {count}", nth + 1), look::RUNNING_END, foot_y));
    }
}

fn shortened(text: &str) -> String {
    let mut cut: String = text.chars().take(HEAD_LETTERS).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}
