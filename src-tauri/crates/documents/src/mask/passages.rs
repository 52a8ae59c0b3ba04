//! All the words of a paper, passage by passage, to be looked through and changed.

use crate::blocks::{Block, Cell, Doc, Inline, Line, Row};
use crate::drawing::Shape;

/// Words that are read on end, in pieces of different looks.
pub(super) type Passage<'a> = [&'a mut String];

pub(super) fn whole(passage: &Passage<'_>) -> String {
    passage.iter().map(|piece| piece.as_str()).collect()
}

/// Visits all words that are read, in reading order. Heads and places to sign name the coach and who signs.
pub(super) fn each_passage(doc: &mut Doc, visit: &mut impl FnMut(&mut Passage<'_>)) {
    doc.blocks.iter_mut().for_each(|block| of_block(block, visit));
}

fn of_block(block: &mut Block, visit: &mut impl FnMut(&mut Passage<'_>)) {
    match block {
        Block::Head { .. } | Block::Signatures(_) | Block::Space(_) | Block::PageBreak => {}
        Block::Title { text, under } => {
            visit(&mut [text]);
            under.iter_mut().for_each(|under| visit(&mut [under]));
        }
        Block::Heading { text, .. } | Block::WriteLine { label: text, .. } => visit(&mut [text]),
        Block::Para(_, line) | Block::Tick { line, .. } => of_line(line, visit),
        Block::BulletList(lines) | Block::NumberedList { items: lines, .. } => {
            lines.iter_mut().for_each(|line| of_line(line, visit));
        }
        Block::KeyValue(pairs) => pairs.iter_mut().for_each(|(name, line)| {
            visit(&mut [name]);
            of_line(line, visit);
        }),
        Block::Table { rows, .. } => rows.iter_mut().for_each(|row| of_row(row, visit)),
        Block::TwoColumns { left, right } => [left, right].into_iter().for_each(|(heading, lines)| {
            visit(&mut [heading]);
            lines.iter_mut().for_each(|line| of_line(line, visit));
        }),
        Block::Keep(blocks) => blocks.iter_mut().for_each(|block| of_block(block, visit)),
        Block::Drawing(drawing) => {
            visit(&mut [&mut drawing.alternative]);
            drawing.shapes.iter_mut().for_each(|shape| of_shape(shape, visit));
        }
    }
}

fn of_row(row: &mut Row, visit: &mut impl FnMut(&mut Passage<'_>)) {
    match row {
        Row::Cells(cells) => {
            let lines = cells.iter_mut().flat_map(|Cell { lines, .. }| lines);
            lines.for_each(|line| of_line(line, visit));
        }
        Row::Band(text) => visit(&mut [text]),
        Row::Blank(_) => {}
    }
}

/// A line is one passage, up to a place to write on: a name may be half in bold.
fn of_line(line: &mut Line, visit: &mut impl FnMut(&mut Passage<'_>)) {
    let mut passage = Vec::new();
    for inline in line {
        match inline {
            Inline::Words(span) => passage.push(&mut span.text),
            Inline::Gap { label, .. } => {
                visit(&mut std::mem::take(&mut passage));
                visit(&mut [label]);
            }
        }
    }
    visit(&mut passage);
}

fn of_shape(shape: &mut Shape, visit: &mut impl FnMut(&mut Passage<'_>)) {
    if let Shape::Label { text, under, .. } = shape {
        visit(&mut [text]);
        visit(&mut [under]);
    }
}
