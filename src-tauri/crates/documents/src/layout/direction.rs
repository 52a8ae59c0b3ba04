//! Papers read from the right: the whole page is the mirror image of one read from the left.
//!
//! Blocks are placed as if read from the left, and at the end every item is mirrored across the page: letterhead,
//! numbers, marks, columns and signatures change sides without knowing it. The words of a line must not: so the
//! shaper mirrors each line's items within its measure beforehand, and the two mirrorings leave the line as it was
//! set, in a column that has changed sides.

use parley::BaseDirection;

use super::place::Item;

/// Languages written from the right, by their first subtag.
const FROM_RIGHT: [&str; 10] = ["ar", "he", "fa", "ur", "ckb", "dv", "ps", "sd", "ug", "yi"];

/// Whether papers in a language (a BCP 47 tag) are read from the right.
pub(crate) fn from_right(language: &str) -> bool {
    let mut subtags = language.split(['-', '_']);
    let first = subtags.next().unwrap_or_default();
    // A script that is named decides: Azeri is written both ways.
    match subtags.find(|subtag| subtag.len() == 4 && subtag.chars().all(char::is_alphabetic)) {
        Some(script) => ["arab", "hebr", "aran", "thaa", "syrc", "nkoo"].contains(&script.to_lowercase().as_str()),
        None => FROM_RIGHT.contains(&first.to_lowercase().as_str()),
    }
}

/// Where a paragraph begins: its first letter says, and the mark or bare number of a list follows the paper. Other words
/// without letters, such as a telephone number, are read from the left everywhere.
pub(crate) fn base(text: &str, from_right: bool) -> BaseDirection {
    let is_number = text.trim_end_matches('.').chars().all(|c| c.is_ascii_digit());
    let is_mark = !text.chars().any(char::is_alphanumeric);
    if from_right && (is_number || is_mark) { BaseDirection::Rtl } else { BaseDirection::Auto }
}

/// Mirrors a line's items within its measure.
pub(crate) fn turn<'i>(items: impl Iterator<Item = &'i mut Item>, measure: f32) {
    items.for_each(|item| item.mirror(measure));
}

#[cfg(test)]
mod tests {
    use super::from_right;

    #[test]
    fn the_language_or_a_named_script_decides() {
        for tag in ["ar", "he", "fa", "ur", "he-IL", "AR-eg", "az-Arab", "ar_EG"] {
            assert!(from_right(tag), "{tag}");
        }
        for tag in ["en", "pl", "az", "ar-Latn", "", "arn", "fr-CA"] {
            assert!(!from_right(tag), "{tag}");
        }
    }
}
