//! Words as they are compared: without case, accents and invisible signs, blanks as one.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::lines::Letter;
use crate::layout::is_invisible;

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

/// What is looked for, folded as the text is.
pub(super) fn query(words: &str) -> Vec<char> {
    let words = words.split_whitespace().map(|word| signs(word).collect::<String>());
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ").chars().collect()
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

/// The signs of words, blanks left out. Marks above and below letters go; those that make another letter, as in Hindi
/// and Japanese, stay.
fn signs(words: &str) -> impl Iterator<Item = char> + '_ {
    const TATWEEL: char = '\u{640}';
    let lower = words.chars().filter(|c| !is_invisible(*c)).flat_map(char::to_lowercase);
    let bare = lower.nfkd().filter(|c| *c != TATWEEL && canonical_combining_class(*c) < 10);
    bare.flat_map(|c| plain(c).chars().chain(if plain(c).is_empty() { Some(c) } else { None }))
}

/// Letters and signs that are typed more simply than they are printed, and do not come apart by themselves.
const fn plain(c: char) -> &'static str {
    match c {
        'ł' => "l",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ς' => "σ",
        '‘' | '’' | '‚' | '‹' | '›' => "'",
        '“' | '”' | '„' | '«' | '»' => "\"",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::query;

    fn said(words: &str) -> String {
        query(words).into_iter().collect()
    }

    #[test]
    fn case_accents_and_invisible_signs_do_not_count() {
        for (typed, folded) in [
            ("  Zażółć   GĘŚLĄ ", "zazolc gesla"),
            ("Łódź", "lodz"),
            ("STRASSE", said("Straße").as_str()),
            ("over\u{ad}view", "overview"),
            ("“that’s”", "\"that's\""),
            ("İstanbul", "istanbul"),
            ("ﬁne", "fine"),
            ("مُحَمَّد", "محمد"),
            ("أحمد", "احمد"),
            ("Ψυχής", "ψυχησ"),
            ("\u{200b}", ""),
            ("   ", ""),
        ] {
            assert_eq!(said(typed), folded, "{typed}");
        }
    }

    #[test]
    fn marks_that_make_another_letter_stay() {
        assert_ne!(said("कि"), said("क"), "a Hindi vowel");
        assert_ne!(said("が"), said("か"), "a Japanese voiced sound");
        assert_eq!(said("が"), said("か\u{3099}"), "written in two ways, the same");
    }
}
