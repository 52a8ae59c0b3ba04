//! A text letter by letter, folded, so that what is found leads back to the very bytes it was found in.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::fold::{self, TATWEEL, is_apostrophe, is_invisible};

/// Articles and prepositions that lose their vowel before a name, in French and Italian: *d’Anna*, *qu’Antoine*.
const ELIDED: [&str; 19] = [
    "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "all", "coll", "dall", "dell", "nell",
    "quell", "sull",
];

/// A letter with the marks that belong to it. Invisible signs between letters belong to none.
struct Letter {
    at: Range<usize>,
    base: char,
}

/// A text by its letters.
pub(super) struct Letters {
    letters: Vec<Letter>,
    /// What the letters are compared by, each with the number of its letter: `ß` is two of them, an accent none.
    signs: Vec<(char, usize)>,
}

impl Letters {
    pub(super) fn of(text: &str) -> Self {
        let mut letters: Vec<Letter> = Vec::with_capacity(text.len());
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            match letters.last_mut() {
                Some(last) if goes_with_the_last(c) => last.at.end = end,
                _ if is_invisible(c) && !c.is_whitespace() => {}
                _ => letters.push(Letter { at: at..end, base: c }),
            }
        }
        let mut signs: Vec<(char, usize)> = Vec::with_capacity(letters.len());
        for (nth, letter) in letters.iter().enumerate() {
            if letter.base.is_whitespace() {
                if signs.last().is_none_or(|(sign, _)| *sign != ' ') {
                    signs.push((' ', nth));
                }
            } else {
                signs.extend(fold::signs(text.get(letter.at.clone()).unwrap_or_default()).map(|sign| (sign, nth)));
            }
        }
        Self { letters, signs }
    }

    /// How many signs there are.
    pub(super) const fn len(&self) -> usize {
        self.signs.len()
    }

    /// Whether a folded name stands anywhere.
    pub(super) fn hold(&self, name: &[char]) -> bool {
        (0..self.len()).any(|at| self.end(at, name).is_some())
    }

    /// The bytes of a stretch of signs.
    pub(super) fn bytes(&self, signs: Range<usize>) -> Range<usize> {
        let first = self.letter_of(signs.start).map_or(0, |letter| letter.at.start);
        first..self.letter_of(signs.end.saturating_sub(1)).map_or(first, |letter| letter.at.end)
    }

    /// Where a folded name that begins at this sign ends, if it stands there as a word of its own.
    pub(super) fn end(&self, at: usize, name: &[char]) -> Option<usize> {
        let end = at + name.len();
        let here = self.signs.get(at..end).filter(|here| !here.is_empty())?;
        if !here.iter().zip(name).all(|((sign, _), wanted)| sign == wanted) {
            return None;
        }
        let (first, last) = (here.first()?.1, here.last()?.1);
        let whole = at.checked_sub(1).and_then(|at| self.signs.get(at)).is_none_or(|(_, before)| *before != first)
            && self.signs.get(end).is_none_or(|(_, after)| *after != last);
        (whole && self.begins(first) && self.ends(last)).then_some(end)
    }

    fn letter_of(&self, sign: usize) -> Option<&Letter> {
        self.signs.get(sign).and_then(|(_, nth)| self.letters.get(*nth))
    }

    fn base(&self, nth: Option<usize>) -> Option<char> {
        self.letters.get(nth?).map(|letter| letter.base)
    }

    fn ends(&self, last: usize) -> bool {
        parts(self.base(Some(last)), self.base(last.checked_add(1)))
    }

    /// Whether a word may begin at this letter. *O’Brien* is not *Brien*, but *d’Anna* is *Anna*, and so is a name behind
    /// the *and* or *to* that Arabic and Hebrew write as one word with it.
    fn begins(&self, first: usize) -> bool {
        let (here, before) = (self.base(Some(first)), self.base(first.checked_sub(1)));
        match before {
            Some(c) if is_apostrophe(c) => {
                let word = self.word_before(first - 1);
                word.is_empty() || ELIDED.contains(&word.to_lowercase().as_str())
            }
            _ => parts(here, before) || here.is_some_and(|here| is_joined(&self.word_before(first), here)),
        }
    }

    /// The word that ends before this letter; empty where none does.
    fn word_before(&self, nth: usize) -> String {
        let before = self.letters.get(..nth).unwrap_or_default().iter().rev().map(|letter| letter.base);
        let word: Vec<char> = before.take_while(|c| is_of_a_word(*c)).collect();
        word.into_iter().rev().collect()
    }
}

/// Accents and vowel signs, the sign that makes an Arabic word longer, and what completes a Korean syllable.
fn goes_with_the_last(c: char) -> bool {
    is_combining_mark(c) || c == TATWEEL || matches!(c, '\u{1160}'..='\u{11ff}')
}

/// Whether a word may stand apart from the letter next to it. Some scripts put no space between words.
fn parts(edge: Option<char>, next: Option<char>) -> bool {
    edge.is_some_and(is_unspaced) || next.is_none_or(|next| is_unspaced(next) || !is_of_a_word(next))
}

fn is_of_a_word(c: char) -> bool {
    (c.is_alphabetic() && !is_apostrophe(c)) || c.is_ascii_digit()
}

/// Whether this is what Arabic or Hebrew write before a name without a space: *and*, *to*, *with*, *like*, *from*.
fn is_joined(word: &str, name: char) -> bool {
    let joined = match name {
        '\u{590}'..='\u{5ff}' => "ובלמהשכ",
        '\u{600}'..='\u{6ff}' => "وفبلك",
        _ => "",
    };
    (1..=2).contains(&word.chars().count()) && word.chars().all(|c| joined.contains(c))
}

/// Letters of scripts that put no space between words, or hang small words on a name: Thai, Lao, Burmese, Korean, Khmer,
/// Japanese, Chinese.
fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c), 0xE00..=0xEFF | 0x1000..=0x11FF | 0x1780..=0x17FF | 0x3040..=0x30FF | 0x3130..=0x318F)
        || matches!(u32::from(c), 0x3400..=0x9FFF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF)
}
