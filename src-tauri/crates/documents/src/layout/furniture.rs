//! What every page carries: a running head from the second page on, a foot with the document id and page n of m.

use super::look;
use super::place::Item;
use super::shape::{Look, Shaper, TextLine};
use super::sheet::Sheet;
use crate::blocks::{Doc, Ink};
use crate::paper::PaperSetup;
use crate::signs::on_one_line;

/// A running head longer than this is cut: it names the paper, it does not tell it.
const HEAD_LETTERS: usize = 70;

/// What "Page 123 of 456" needs beside the words of the foot; it is never cut.
const PAGE_ROOM: f32 = 66.0;

/// Adds head and foot. Comes after paging, when the number of pages is known.
pub(crate) fn add(pages: &mut [Vec<Item>], shaper: &mut Shaper<'_>, doc: &Doc, setup: &PaperSetup, sheet: Sheet) {
    let text_width = sheet.measure();
    let area = sheet.area();
    let count = pages.len();
    let mut set = |text: &str, look: Look, y: f32, share: f32| -> Vec<Item> {
        let lines = fitting(shaper, text, look, text_width, share);
        let mut items: Vec<Item> = lines.into_iter().take(1).flat_map(|line| line.items).collect();
        items.iter_mut().for_each(|item| item.shift(sheet.side, y));
        items
    };
    let head_y = area.top - 34.0;
    let foot_y = area.bottom + 32.0;
    let mut head = set(&doc.running_head, look::RUNNING, head_y, 0.6);
    head.extend(set(&setup.letterhead.coach_name, look::RUNNING_END, head_y, 0.38));
    head.push(Item::rule(sheet.side, head_y + 14.0, text_width, 0.4, Ink::Hairline));
    let labels = setup.labels();
    let foot_words = foot_words(doc, setup);
    let mut foot = set(&foot_words, look::RUNNING, foot_y, 1.0 - PAGE_ROOM / text_width);
    foot.push(Item::rule(sheet.side, foot_y - 6.0, text_width, 0.4, Ink::Hairline));
    for (nth, page) in pages.iter_mut().enumerate() {
        if nth > 0 {
            page.extend(head.iter().cloned());
        }
        page.extend(foot.iter().cloned());
        let (label, before) = match &doc.behind {
            Some(behind) => (labels.page_alone, behind.pages),
            None => (labels.page, 0),
        };
        let number = [("n", &*(before + nth + 1).to_string()), ("count", &*count.to_string())];
        page.extend(set(&labels.fill(label, &number), look::RUNNING_END, foot_y, 1.0));
    }
}

/// What the paper is known by. Pages behind a paper name that one, and go on with its numbers; the count that stands on
/// its pages is not theirs.
fn foot_words(doc: &Doc, setup: &PaperSetup) -> String {
    let labels = setup.labels();
    let known_by = match &doc.behind {
        Some(behind) => vec![labels.fill(labels.belongs_to, &[("paper", &behind.paper)])],
        None => vec![
            labels.fill(labels.document, &[("id", &doc.document_id())]),
            labels.fill(labels.made, &[("date", &setup.date(setup.generated_on))]),
        ],
    };
    std::iter::once(doc.mark.clone()).chain(known_by).collect::<Vec<_>>().join("  ·  ")
}

/// The words on one line, cut to a share of the measure: what stands at the other edge needs room, too.
fn fitting(shaper: &mut Shaper<'_>, text: &str, look: Look, measure: f32, share: f32) -> Vec<TextLine> {
    let text = on_one_line(text);
    let mut cut: String = text.chars().take(HEAD_LETTERS).collect();
    let is_cut = cut.len() < text.len();
    if is_cut {
        cut.push('…');
    }
    while shaper.words(&cut, look, measure * share, None).len() > 1 {
        let fewer = cut.chars().count().saturating_sub(4);
        cut = cut.chars().take(fewer).chain(['…']).collect();
    }
    shaper.words(&cut, look, measure, None)
}
