//! Words as they are compared: without case, accents and invisible signs, blanks as one. Finding words on a paper and
//! finding names in a text both read by it.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// The sign that only makes an Arabic word longer.
pub(crate) const TATWEEL: char = '\u{640}';

/// Words as signs, blanks as one; none at the ends.
pub fn folded(words: &str) -> Vec<char> {
    let words = words.split_whitespace().map(|word| signs(word).collect::<String>());
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ").chars().collect()
}

/// The signs of words, blanks left out. Marks above and below letters go; those that make another letter, as in Hindi
/// and Japanese, stay.
pub fn signs(words: &str) -> impl Iterator<Item = char> + '_ {
    let lower = visible_lower(words);
    let bare = lower.nfkd().filter(|c| *c != TATWEEL && canonical_combining_class(*c) < 10);
    bare.flat_map(|c| plain(c).chars().chain(if plain(c).is_empty() { Some(c) } else { None }))
}

/// Words with their accents: without case and invisible signs, however they are coded.
pub(crate) fn spelled(words: &str) -> String {
    let words: Vec<String> = words.split_whitespace().map(|word| visible_lower(word).nfd().collect()).collect();
    words.join(" ")
}

fn visible_lower(words: &str) -> impl Iterator<Item = char> + '_ {
    let visible = words.chars().filter(|c| !is_invisible(*c)).flat_map(char::to_lowercase);
    visible.map(|c| if is_apostrophe(c) { '\'' } else { c })
}

/// Characters that print nothing by themselves, so that lacking a glyph for them is no loss.
pub fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// What is typed or printed for an apostrophe.
pub(crate) const fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '`' | '\u{b4}' | '\u{2b9}'..='\u{2bc}' | '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' | '\u{ff07}'
    )
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
        '‚' | '‹' | '›' => "'",
        '“' | '”' | '„' | '«' | '»' => "\"",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(words: &str) -> String {
        folded(words).into_iter().collect()
    }

    #[test]
    fn case_accents_and_invisible_signs_do_not_count() {
        for (typed, folded) in [
            ("  Zażółć   GĘŚLĄ ", "zazolc gesla"),
            ("Łódź", "lodz"),
            ("STRASSE", said("Straße").as_str()),
            ("over\u{ad}view", "overview"),
            ("“that’s”", "\"that's\""),
            ("O´Brien, Oʼbrien", "o'brien, o'brien"),
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

    #[test]
    fn a_spelling_keeps_its_accents_however_they_are_coded() {
        assert_eq!(spelled("JOSÉ\u{a0}Ruiz"), spelled("jose\u{301} ru\u{ad}iz"));
        assert_eq!(spelled("O’Brien"), spelled("O'Brien"));
        assert_ne!(spelled("José"), spelled("Jose"));
    }
}
