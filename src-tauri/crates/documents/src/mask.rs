//! Names of third persons, masked in a paper before it leaves: every place is named first, and only chosen ones change.
//! What goes out beside the paper, its text or a letter, is masked by the same choice.

use std::ops::Range;

use coachbook_core::{fold::folded, names::Names};

use crate::blocks::Doc;

mod passages;
#[cfg(test)]
mod tests;

use passages::{Passage, each_passage, whole};

/// Letters shown before and after a name, for looking at it; cut between words.
const AROUND: usize = 30;

/// Stands where words are cut off.
const CUT: char = '…';

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

impl Place {
    fn of(text: &str, name: Range<usize>) -> Self {
        Self {
            before: last_words(text.get(..name.start).unwrap_or_default()),
            after: first_words(text.get(name.end..).unwrap_or_default()),
            found: text.get(name).unwrap_or_default().to_owned(),
        }
    }
}

fn first_words(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(AROUND) else { return text.to_owned() };
    let cut = text.get(..end).unwrap_or_default();
    let whole = cut.rfind(char::is_whitespace).and_then(|end| cut.get(..end)).filter(|whole| !whole.trim().is_empty());
    format!("{}{CUT}", whole.unwrap_or(cut))
}

fn last_words(text: &str) -> String {
    let Some(skip) = text.chars().count().checked_sub(AROUND + 1) else { return text.to_owned() };
    let cut: String = text.chars().skip(skip + 1).collect();
    let whole = cut.split_once(char::is_whitespace).map(|(_, whole)| whole).filter(|whole| !whole.trim().is_empty());
    format!("{CUT}{}", whole.unwrap_or(&cut))
}

/// Every place of the paper where a name to mask stands, in reading order.
pub fn places(doc: &Doc, names: &Names) -> Vec<Place> {
    let mut places = Vec::new();
    let mut doc = doc.clone();
    each_passage(&mut doc, &mut |passage| {
        let text = whole(passage);
        places.extend(names.found(&text).into_iter().map(|name| Place::of(&text, name)));
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

/// Words that go out beside a paper, masked as it is. A place stays only where the paper has the same words around the
/// name and the coach let all of those stay; a name the paper does not have is masked.
pub fn masked_beside(text: &str, names: &Names, places: &[Place], chosen: &[usize], mask: &str) -> String {
    let reviewed: Vec<Reviewed> =
        places.iter().enumerate().map(|(nth, place)| Reviewed::of(place, chosen.contains(&nth))).collect();
    let mut masked = text.to_owned();
    for name in names.found(text).into_iter().rev() {
        if !stays(text, &name, &reviewed) {
            masked.replace_range(name, mask);
        }
    }
    masked
}

/// A place of the paper as it is compared with others, and whether it is masked there.
struct Reviewed {
    before: Vec<char>,
    found: Vec<char>,
    after: Vec<char>,
    masked: bool,
}

impl Reviewed {
    fn of(place: &Place, masked: bool) -> Self {
        let part = |words: &str| folded(words.trim_matches(CUT));
        Self { before: part(&place.before), found: part(&place.found), after: part(&place.after), masked }
    }

    fn len(&self) -> usize {
        self.before.len() + self.after.len()
    }
}

/// Of the paper's places with the same words around the name, the ones with most of them decide.
fn stays(text: &str, name: &Range<usize>, reviewed: &[Reviewed]) -> bool {
    let part = |range: Range<usize>| folded(text.get(range).unwrap_or_default());
    let (before, found, after) = (part(0..name.start), part(name.clone()), part(name.end..text.len()));
    let same = |one: &&Reviewed| {
        one.found == found
            && before.strip_suffix(&*one.before).is_some_and(|rest| !joined(rest.last(), one.before.first()))
            && after.strip_prefix(&*one.after).is_some_and(|rest| !joined(rest.first(), one.after.last()))
    };
    let same: Vec<&Reviewed> = reviewed.iter().filter(same).collect();
    let most = same.iter().map(|one| one.len()).max();
    most.is_some_and(|most| same.iter().filter(|one| one.len() == most).all(|one| !one.masked))
}

/// Whether what is compared would begin or end within a word. Scripts without blanks are cut anywhere.
fn joined(beyond: Option<&char>, edge: Option<&char>) -> bool {
    [beyond, edge].iter().all(|c| c.is_some_and(|c| c.is_alphanumeric() && *c < '\u{e00}'))
}

/// Puts the mask where a name begins, and takes the rest of the name out of the pieces after it.
fn replace(passage: &mut Passage<'_>, name: Range<usize>, mut mask: &str) {
    let mut at = 0;
    for piece in passage {
        let (begin, end) = (at, at + piece.len());
        at = end;
        if name.start < end && begin < name.end {
            piece.replace_range(name.start.max(begin) - begin..name.end.min(end) - begin, std::mem::take(&mut mask));
        }
    }
}
