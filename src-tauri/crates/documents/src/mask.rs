//! Names of third persons, masked in a paper before it leaves: every place is named first, and only chosen ones change.
//!
//! A name is found as a whole word, in any script and whatever its capitals, the longest first. Names that are to stay,
//! the client's and the coach's, are passed over whole: *Anna Berg* keeps her first name where another Anna is masked.

use unicode_normalization::char::is_combining_mark;

use crate::blocks::Doc;

mod passages;

use passages::{Passage, each_passage, whole};

/// Letters shown before and after a name, for looking at it.
const AROUND: usize = 30;

/// One place where a name stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The words before it.
    pub before: String,
    /// The name as it stands there.
    pub found: String,
    /// The words after it.
    pub after: String,
}

/// Names to mask, and names that stay.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Folded letters and whether the name is masked; the longest first, and of equals the ones that stay.
    sought: Vec<(Vec<char>, bool)>,
}

impl Names {
    /// Returns the names sorted for looking.
    pub fn new<'a>(masked: impl IntoIterator<Item = &'a str>, staying: impl IntoIterator<Item = &'a str>) -> Self {
        let stay = staying.into_iter().map(|name| (folded(name), false));
        let mut sought: Vec<_> = stay.chain(masked.into_iter().map(|name| (folded(name), true))).collect();
        sought.retain(|(name, _)| !name.is_empty());
        sought.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        Self { sought }
    }

    /// Where names to mask stand in a text, in bytes.
    fn found(&self, text: &str) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let here = self.sought.iter().find_map(|(name, masked)| Some((ends(text, at, name)?, *masked)));
            match here {
                Some((end, masked)) => {
                    if masked {
                        found.push((at, end));
                    }
                    at = end;
                }
                None => at += rest.chars().next().map_or(1, char::len_utf8),
            }
        }
        found
    }
}

/// Every place of the paper where a name to mask stands, in reading order.
pub fn places(doc: &Doc, names: &Names) -> Vec<Place> {
    let mut places = Vec::new();
    let mut doc = doc.clone();
    each_passage(&mut doc, &mut |passage| {
        let text = whole(passage);
        for (from, to) in names.found(&text) {
            places.push(Place {
                before: last(text.get(..from).unwrap_or_default()),
                found: text.get(from..to).unwrap_or_default().to_owned(),
                after: text.get(to..).unwrap_or_default().chars().take(AROUND).collect(),
            });
        }
    });
    places
}

/// The paper with `mask` in the chosen places; `chosen` counts them as [`places`] lists them.
pub fn masked(doc: &Doc, names: &Names, chosen: &[usize], mask: &str) -> Doc {
    let mut doc = doc.clone();
    let mut nth = 0;
    each_passage(&mut doc, &mut |passage| {
        let found = names.found(&whole(passage));
        let first = nth;
        nth += found.len();
        // From the end, so that the earlier places keep theirs.
        for (place, range) in (first..nth).zip(found).rev() {
            if chosen.contains(&place) {
                replace(passage, range, mask);
            }
        }
    });
    doc
}

/// Puts the mask where a name begins, and takes the rest of the name out of the pieces after it.
fn replace(passage: &mut Passage<'_>, (from, to): (usize, usize), mut mask: &str) {
    let mut at = 0;
    for piece in passage {
        let (begin, end) = (at, at + piece.len());
        at = end;
        if from < end && begin < to {
            piece.replace_range(from.max(begin) - begin..to.min(end) - begin, std::mem::take(&mut mask));
        }
    }
}

/// Letters in one case, every run of white space as one space.
fn folded(name: &str) -> Vec<char> {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").chars().flat_map(char::to_lowercase).collect()
}

/// Where a name that begins at `at` ends, if it stands there as a word of its own.
fn ends(text: &str, at: usize, name: &[char]) -> Option<usize> {
    if !begins(text.get(..at)?.chars().rev(), name.first().copied()?) {
        return None;
    }
    let mut rest = text.get(at..)?.char_indices().peekable();
    let mut wanted = name.iter().copied().peekable();
    while wanted.peek().is_some() {
        let (_, letter) = rest.next()?;
        if letter.is_whitespace() {
            wanted.next_if_eq(&' ')?;
            while rest.next_if(|(_, next)| next.is_whitespace()).is_some() {}
            continue;
        }
        for lower in letter.to_lowercase() {
            wanted.next_if_eq(&lower)?;
        }
    }
    let end = rest.peek().map_or(text.len(), |(offset, _)| at + offset);
    parts(text.get(end..)?.chars().next(), name.last().copied()?).then_some(end)
}

/// Whether a word may begin at this letter: none stands before it, not behind an apostrophe either (*O’Brien* is not
/// *Brien*).
fn begins(mut before: impl Iterator<Item = char>, first: char) -> bool {
    match before.next() {
        Some('\'' | '’') => !before.next().is_some_and(char::is_alphanumeric),
        next => parts(next, first),
    }
}

/// Whether a word may stand apart from the letter next to it. Some scripts put no space between words.
fn parts(next: Option<char>, edge: char) -> bool {
    is_unspaced(edge) || !next.is_some_and(|next| next.is_alphanumeric() || is_mark(next))
}

/// Accents and vowel signs that belong to the letter before them.
fn is_mark(letter: char) -> bool {
    is_combining_mark(letter) || matches!(letter, '\u{200c}' | '\u{200d}')
}

/// Letters of scripts that put no space between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
fn is_unspaced(letter: char) -> bool {
    matches!(u32::from(letter), 0xE00..=0xEFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3040..=0x30FF | 0x3400..=0x9FFF | 0x2_0000..=0x3_FFFF)
}

fn last(text: &str) -> String {
    let skip = text.chars().count().saturating_sub(AROUND);
    text.chars().skip(skip).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::{Block, Inline, ParaStyle, Span};

    fn after(text: &str, masked: &[&str], staying: &[&str]) -> String {
        let names = Names::new(masked.iter().copied(), staying.iter().copied());
        let mut text = text.to_owned();
        for (from, to) in names.found(&text.clone()).into_iter().rev() {
            text.replace_range(from..to, "▮");
        }
        text
    }

    #[test]
    fn whole_words_in_any_case_and_never_inside_another() {
        assert_eq!(after("Ann told ANN, not Anna or Joann.", &["Ann"], &[]), "▮ told ▮, not Anna or Joann.");
        assert_eq!(after("Mr. X and Mr.\n X; Mr. Xu", &["Mr. X"], &[]), "▮ and ▮; Mr. Xu");
        assert_eq!(after("ÉMILE, Émile", &["émile"], &[]), "▮, ▮");
        assert_eq!(after("STRASSE", &["straße"], &[]), "STRASSE", "control: no guessing at spellings");
    }

    #[test]
    fn possessives_are_masked_and_joined_names_are_not() {
        assert_eq!(after("Ann's and Ann’s team", &["Ann"], &[]), "▮'s and ▮’s team");
        assert_eq!(after("O’Brien and D'Ann", &["Brien", "Ann"], &[]), "O’Brien and D'Ann");
        assert_eq!(after("‘Ann’, 'Ann'", &["Ann"], &[]), "‘▮’, '▮'");
    }

    #[test]
    fn the_longest_name_goes_first() {
        let names = ["Ann", "Ann Lee", "Lee"];
        assert_eq!(after("Ann Lee, Ann and Lee", &names, &[]), "▮, ▮ and ▮");
    }

    #[test]
    fn the_client_and_the_coach_keep_their_names() {
        let staying = ["Anna Berg", "Anna"];
        assert_eq!(after("Anna Berg met Berg", &["Berg", "Anna"], &staying), "Anna Berg met ▮");
        assert_eq!(after("Anna met Anna", &["Anna"], &staying), "Anna met Anna");
    }

    #[test]
    fn other_scripts() {
        assert_eq!(after("دار الحديث مع مريم، ومريم", &["مريم"], &[]), "دار الحديث مع ▮، ومريم");
        assert_eq!(after("שיחה עם דן, דניאל", &["דן"], &[]), "שיחה עם ▮, דניאל");
        assert_eq!(after("דן־שרה", &["דן"], &[]), "▮־שרה", "a Hebrew hyphen parts words");
        assert_eq!(after("和王小明谈话", &["王小明"], &[]), "和▮谈话");
        assert_eq!(after("Ёлка и ёлка", &["ёлка"], &[]), "▮ и ▮");
        assert_eq!(after("İpek", &["ipek"], &[]), "İpek", "control: a dotted capital is another letter");
    }

    #[test]
    fn a_name_half_in_bold_is_one_name() {
        let words = |text: &str, bold: bool| Inline::Words(Span { text: text.to_owned(), bold, ..Span::default() });
        let line = vec![words("ask Mr. ", false), words("X", true), words(" and Mr. X", false)];
        let blocks = vec![Block::Para(ParaStyle::Body, line)];
        let none = String::new;
        let doc = Doc { title: none(), author: none(), running_head: none(), mark: none(), watermark: None, blocks };
        let names = Names::new(["Mr. X"], []);
        assert_eq!(places(&doc, &names).len(), 2);
        let texts = |doc: &Doc| match &doc.blocks[0] {
            Block::Para(_, line) => line
                .iter()
                .map(|inline| match inline {
                    Inline::Words(span) => span.text.clone(),
                    Inline::Gap { label, .. } => label.clone(),
                })
                .collect::<Vec<_>>(),
            _ => Vec::new(),
        };
        assert_eq!(texts(&masked(&doc, &names, &[0], "[another person]")), ["ask [another person]", "", " and Mr. X"]);
        assert_eq!(
            texts(&masked(&doc, &names, &[0, 1], "[another person]")).concat(),
            "ask [another person] and [another person]"
        );
    }

    #[test]
    fn nothing_to_look_for_finds_nothing() {
        assert_eq!(after("Ann", &["", "  "], &[]), "Ann");
        assert_eq!(after("", &["Ann"], &[]), "");
    }
}
