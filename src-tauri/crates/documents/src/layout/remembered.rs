//! Words that were set before, or are set ahead. Names, days and minutes come again and again in a table, and a long
//! table has work for two threads.

use std::collections::{HashMap, HashSet};
use std::thread;

use super::hyphens::Parting;
use super::place::{FaceId, Mark, NodeId};
use super::shape::{Look, Shaper, Side, TextLine};
use crate::blocks::{Ink, Inline, Span};

/// Words and the lines they were set in.
#[derive(Default)]
pub(crate) struct Remembered(HashMap<Cell, Vec<TextLine>>);

/// Words of one look at one width.
#[derive(Hash, PartialEq, Eq)]
struct Cell {
    text: String,
    /// Size, leading and width, as bits.
    measures: [u32; 3],
    look: (Ink, bool, Side, Parting),
    span: (bool, bool, bool, Ink),
}

impl Cell {
    /// Longest words set ahead, and longest that may come again, in bytes.
    const LONGEST: usize = 400;
    const SHORT: usize = 48;

    fn of((content, look, width): ToSet<'_>) -> Option<Self> {
        let [Inline::Words(Span { text, bold, italic, small, ink })] = content else { return None };
        (text.len() <= Self::LONGEST).then(|| Self {
            text: text.clone(),
            measures: [look.size, look.leading, width].map(f32::to_bits),
            look: (look.ink, look.bold, look.side, look.parting),
            span: (*bold, *italic, *small, *ink),
        })
    }

    fn comes_again(&self) -> bool {
        self.text.len() <= Self::SHORT
    }
}

/// What is to be set: words, their look, the width they have.
pub(crate) type ToSet<'c> = (&'c [Inline], Look, f32);

/// Fewer cells are set sooner than a second thread is at work.
const WORTH_A_THREAD: usize = 200;

impl Shaper<'_> {
    /// Sets a paragraph in lines at most `width` points wide. Empty words give no lines.
    pub(crate) fn lines(&mut self, content: &[Inline], look: Look, width: f32, node: Option<NodeId>) -> Vec<TextLine> {
        let Some(cell) = Cell::of((content, look, width)) else { return self.set(content, look, width, node) };
        let again = cell.comes_again();
        let before = if again { self.remembered.0.get(&cell).cloned() } else { self.remembered.0.remove(&cell) };
        if let Some(mut lines) = before {
            lines.iter_mut().flat_map(|line| &mut line.items).for_each(|item| item.node = node);
            return lines;
        }
        let lines = self.set(content, look, width, node);
        if again {
            self.remembered.0.insert(cell, lines.clone());
        }
        lines
    }

    /// Sets the cells of a long table ahead, half of them on a thread beside this one. No cell knows of another, and
    /// who sets which is a matter of their order alone, so the paper is the same every time.
    pub(crate) fn set_ahead<'c>(&mut self, cells: impl Iterator<Item = ToSet<'c>>) {
        let mut met = HashSet::new();
        let new = |cell: &ToSet<'_>| {
            Cell::of(*cell).is_some_and(|cell| !self.remembered.0.contains_key(&cell) && met.insert(cell))
        };
        let cells: Vec<ToSet<'_>> = cells.filter(new).collect();
        if cells.len() < WORTH_A_THREAD {
            return;
        }
        let (here, beside) = cells.split_at(cells.len() / 2);
        let tongue = self.tongue;
        let mut fonts = self.fonts.take_second();
        let there = thread::scope(|scope| {
            let there = scope.spawn(|| {
                let mut shaper = Shaper::speaking(&mut fonts, tongue);
                shaper.remember(beside);
                (shaper.remembered, shaper.faces, shaper.missing)
            });
            self.remember(here);
            there.join()
        });
        self.fonts.second = Some(fonts);
        // What a failed thread did not set is set when its turn comes.
        let Ok((remembered, faces, missing)) = there else { return };
        let faces: Vec<Option<FaceId>> = faces.iter().map(|font| self.face(font)).collect();
        self.missing.extend(missing);
        for (cell, mut lines) in remembered.0 {
            for item in lines.iter_mut().flat_map(|line| &mut line.items) {
                if let Mark::Glyphs(run) = &mut item.mark
                    && let Some(Some(face)) = faces.get(usize::from(run.face))
                {
                    run.face = *face;
                }
            }
            self.remembered.0.insert(cell, lines);
        }
    }

    fn remember(&mut self, cells: &[ToSet<'_>]) {
        for cell in cells {
            let lines = self.set(cell.0, cell.1, cell.2, None);
            self.remembered.0.extend(Cell::of(*cell).map(|cell| (cell, lines)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::look;
    use super::*;
    use crate::fonts::Fonts;

    /// What is drawn: each run's face by the length of its file, its glyphs, where it begins.
    fn drawn(shaper: &Shaper<'_>, lines: &[TextLine]) -> Vec<(usize, Vec<u16>, f32)> {
        let items = lines.iter().flat_map(|line| &line.items);
        let run = |mark: &Mark| match mark {
            Mark::Glyphs(run) => {
                let face = shaper.faces[usize::from(run.face)].data.as_ref().len();
                Some((face, run.glyphs.iter().map(|glyph| glyph.id).collect(), run.x))
            }
            _ => None,
        };
        items.filter_map(|item| run(&item.mark)).collect()
    }

    #[test]
    fn cells_set_ahead_are_the_cells_set_when_their_turn_comes() {
        // The second half begins with a face the first half meets last, so that the two number their faces differently.
        let words: Vec<_> = (0..WORTH_A_THREAD + 50)
            .map(|n| match n {
                0..100 => format!("Leading a team, part {n}"),
                100..140 => format!("قيادة فريق {n}"),
                140..200 => format!("שיחה {n}"),
                _ => format!("Saying no {n}一"),
            })
            .map(crate::blocks::words)
            .collect();
        let cells: Vec<ToSet<'_>> = words.iter().map(|words| (words.as_slice(), look::CELL, 60.0)).collect();
        let (mut fonts, mut others) = (Fonts::bundled(), Fonts::bundled());
        let mut ahead = Shaper::new(&mut fonts, "en");
        ahead.set_ahead(cells.iter().copied());
        assert_eq!(ahead.remembered.0.len(), cells.len(), "all were set ahead");
        let mut in_turn = Shaper::new(&mut others, "en");
        for (words, look, width) in cells {
            let (one, other) = (ahead.lines(words, look, width, None), in_turn.lines(words, look, width, None));
            let (one, other) = (drawn(&ahead, &one), drawn(&in_turn, &other));
            assert_eq!(one, other, "{words:?}");
            assert!(!one.is_empty());
        }
        assert_eq!(ahead.missing, in_turn.missing);
        assert!(ahead.missing.contains(&'一'), "control");
        assert!(ahead.faces.len() > 2, "control: several faces were met");
    }
}
