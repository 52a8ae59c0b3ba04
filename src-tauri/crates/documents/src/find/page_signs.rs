//! The letters of a page as they are compared, each sign with the letter it comes from.

use coachbook_core::fold::signs;

use super::lines::Letter;

/// The end of a line that no blank stands at.
const LINE_END: char = '\u{2028}';

/// A sign of the folded text and the letter on the page it comes from; a blank between two lines comes from none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Folded {
    sign: char,
    pub(super) letter: Option<u32>,
}

impl Folded {
    pub(super) fn is_line_end(&self) -> bool {
        self.sign == LINE_END
    }
}

/// A sign as a query sees it: the end of a line is a blank.
pub(super) fn blank_or_char(folded: &Folded) -> char {
    if folded.is_line_end() { ' ' } else { folded.sign }
}

/// Folds the letters of a page.
pub(super) fn folded(letters: &[Letter]) -> Vec<Folded> {
    let mut folded: Vec<Folded> = Vec::with_capacity(letters.len() + letters.len() / 16);
    let mut before: Option<&Letter> = None;
    for (nth, letter) in (0_u32..).zip(letters) {
        if let Some(before) = before {
            if before.part != letter.part {
                blank(&mut folded, None);
            } else if before.line != letter.line && folded.last().is_some_and(|last| blank_or_char(last) != ' ') {
                folded.push(Folded { sign: LINE_END, letter: None });
            }
        }
        for piece in letter.text.split_inclusive(char::is_whitespace) {
            folded.extend(signs(piece).map(|sign| Folded { sign, letter: Some(nth) }));
            if piece.ends_with(char::is_whitespace) {
                blank(&mut folded, Some(nth));
            }
        }
        before = Some(letter);
    }
    folded
}

/// Several blanks are one, and one at the end of a line is there for all.
fn blank(folded: &mut Vec<Folded>, letter: Option<u32>) {
    match folded.last_mut() {
        Some(last) if blank_or_char(last) == ' ' => last.sign = ' ',
        _ => folded.push(Folded { sign: ' ', letter }),
    }
}
