//! Names of people in a text: to be left out of a paper, or looked at before it is given.
//!
//! A name is found as a whole word in any script, whatever its capitals and accents and however it is coded, the longest
//! first. Names that are to stay, the client's and the coach's, are passed over whole: *Anna Berg* keeps her first name
//! where another Anna is sought.

mod letters;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::fold::{folded, spelled};
use letters::Letters;

/// Names that are sought, and names that stay.
#[derive(Debug, Clone, Default)]
pub struct Names(Vec<Name>);

#[derive(Debug, Clone)]
struct Name {
    signs: Vec<char>,
    /// How a name that stays is spelled; none of a sought one.
    stays: Option<String>,
}

impl Name {
    /// Of two names with the same signs, as *José* and *Jose*: the one that stays does so only where it is spelled like
    /// this.
    fn weight(&self, words: &str) -> u8 {
        match &self.stays {
            Some(spelling) if *spelling == spelled(words) => 2,
            None => 1,
            Some(_) => 0,
        }
    }
}

impl Names {
    /// Returns names ready for looking.
    pub fn new<'a>(sought: impl IntoIterator<Item = &'a str>, staying: impl IntoIterator<Item = &'a str>) -> Self {
        let stay = staying.into_iter().map(|name| Name { signs: folded(name), stays: Some(spelled(name)) });
        let all = sought.into_iter().map(|name| Name { signs: folded(name), stays: None }).chain(stay);
        Self(all.filter(|name| !name.signs.is_empty()).collect())
    }

    /// Where sought names stand in a text, in bytes, from its beginning on.
    pub fn found(&self, text: &str) -> Vec<Range<usize>> {
        let read = Letters::of(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < read.len() {
            let here = self.0.iter().filter_map(|name| Some((read.end(at, &name.signs)?, name)));
            let words = |end| text.get(read.bytes(at..end)).unwrap_or_default();
            match here.max_by_key(|(end, name)| (*end, name.weight(words(*end)))) {
                Some((end, name)) => {
                    if name.stays.is_none() {
                        found.push(read.bytes(at..end));
                    }
                    at = end;
                }
                None => at += 1,
            }
        }
        found
    }
}

/// Returns those of these names that one of the texts holds.
pub fn held_by<'a>(texts: &[&str], names: &'a [String]) -> Vec<&'a str> {
    let texts: Vec<Letters> = texts.iter().map(|text| Letters::of(text)).collect();
    let held = |name: &&String| {
        let signs = folded(name);
        texts.iter().any(|text| text.hold(&signs))
    };
    names.iter().filter(held).map(String::as_str).collect()
}
