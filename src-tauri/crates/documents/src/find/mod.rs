//! Finds words on the pages of a finished PDF, read from its own bytes: what is found is what stands on the paper.

mod fold;
mod lines;
mod reader;

use crate::error::PaperError;
use fold::{Folded, blank_or_char, folded};
use lines::Letter;

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
        let wanted: Vec<char> = fold::query(words);
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
