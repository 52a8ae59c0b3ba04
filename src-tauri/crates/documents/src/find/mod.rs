//! Finds words on the pages of a finished PDF, read from its own bytes: what is found is what stands on the paper.

mod lines;
mod page_signs;
mod reader;

use coachbook_core::fold;

use crate::error::PaperError;
use lines::Letter;
use page_signs::{Folded, blank_or_char, folded};

/// Where something stands on a page, in fractions of its width and height from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// From the left edge.
    pub x: f32,
    /// From the top edge.
    pub y: f32,
    /// Share of the page's width.
    pub width: f32,
    /// Share of the page's height.
    pub height: f32,
}

/// Words found on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The page, counted from 0.
    pub page: usize,
    /// One place for each line they stand on.
    pub places: Vec<Place>,
}

/// The words of a paper with their places. Running heads, page numbers and watermarks are not among them.
#[derive(Debug, Clone)]
pub struct PaperWords {
    pages: Vec<PageWords>,
}

#[derive(Debug, Clone)]
struct PageWords {
    letters: Vec<Letter>,
    folded: Vec<Folded>,
}

impl PaperWords {
    /// Reads a PDF. Fails on bytes that are not one.
    pub fn read(pdf: &[u8]) -> Result<Self, PaperError> {
        let pages = reader::letters_of_pages(pdf)?;
        let pages = pages.into_iter().map(|letters| PageWords { folded: folded(&letters), letters }).collect();
        Ok(Self { pages })
    }

    /// Every place where the words stand, in reading order, whatever their case and accents, also over the end of a line.
    /// Blank words are found nowhere.
    pub fn find(&self, words: &str) -> Vec<Found> {
        let wanted: Vec<char> = fold::folded(words);
        if wanted.is_empty() {
            return Vec::new();
        }
        (0..).zip(&self.pages).flat_map(|(page, read)| read.find(page, &wanted)).collect()
    }
}

impl PageWords {
    fn find(&self, page: usize, wanted: &[char]) -> Vec<Found> {
        let mut found = Vec::new();
        let mut from = 0;
        while from < self.folded.len() {
            match self.end_of_match(from, wanted) {
                Some(end) => {
                    let places = lines::places(self.letters_of(from, end));
                    found.push(Found { page, places });
                    from = end;
                }
                None => from += 1,
            }
        }
        found
    }

    /// The letters behind a stretch of the folded text, each once: one letter may be several signs.
    fn letters_of(&self, from: usize, end: usize) -> impl Iterator<Item = &Letter> {
        let mut numbers: Vec<u32> =
            self.folded.get(from..end).unwrap_or_default().iter().filter_map(|sign| sign.letter).collect();
        numbers.dedup();
        numbers.into_iter().filter_map(|nth| self.letters.get(nth as usize))
    }

    /// Where a match that begins here ends. The end of a line is a blank only to who looks for one: lines of Chinese run
    /// on without.
    fn end_of_match(&self, from: usize, wanted: &[char]) -> Option<usize> {
        let mut at = from;
        for sign in wanted {
            while self.folded.get(at)?.is_line_end() && at > from && *sign != ' ' {
                at += 1;
            }
            if blank_or_char(self.folded.get(at)?) != *sign {
                return None;
            }
            at += 1;
        }
        Some(at)
    }
}

#[cfg(test)]
mod tests {
    use hayro_svg::hayro_interpret::kurbo::Rect;

    use super::*;

    /// A page with these lines in one part, every letter a tenth of the page wide.
    fn page(lines: &[&str]) -> PaperWords {
        let letters = (0_u32..).zip(lines).flat_map(|(line, text)| {
            text.chars().enumerate().map(move |(nth, c)| {
                let (x, y) = (nth as f64 / 10.0, f64::from(line) / 10.0);
                Letter { text: c.into(), places: vec![Rect::new(x, y, x + 0.1, y + 0.05)], part: 0, line }
            })
        });
        let letters: Vec<Letter> = letters.collect();
        PaperWords { pages: vec![PageWords { folded: folded(&letters), letters }] }
    }

    #[test]
    fn a_script_without_blanks_runs_on_over_the_end_of_a_line() {
        let paper = page(&["虚构的人在", "这里写下"]);
        let found = paper.find("人在这里");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].places.len(), 2, "{:?}", found[0].places);
        assert_eq!(paper.find("在 这").len(), 1, "and a blank is taken for the end of the line");
        assert!(paper.find("人这").is_empty(), "control");
    }

    #[test]
    fn a_line_without_a_blank_at_its_end_parts_words_for_who_looks_for_two() {
        let paper = page(&["12 Long", "Road"]);
        assert_eq!((paper.find("long road").len(), paper.find(" Long  Road ").len()), (1, 1));
        assert!(paper.find("12Long").is_empty(), "a printed blank is one");
    }
}
