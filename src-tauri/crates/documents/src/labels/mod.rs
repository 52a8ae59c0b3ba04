//! The fixed words of papers, in the languages papers can speak.
//!
//! Each language is one file of plain lines, so that whoever checks it needs to read nothing else. [`Labels::of`] finds
//! the words for a language; [`languages`] says which there are, and which of them somebody who grew up with the
//! language has checked.

mod activities;
mod counting;
mod file;
mod filling;
mod gaps;
mod keys;
mod numbers;
mod records;

pub use keys::Labels;

use std::sync::OnceLock;

/// A language with its file, which is read when it is first needed.
struct Catalogue {
    tag: &'static str,
    text: &'static str,
    labels: OnceLock<Labels>,
}

impl Catalogue {
    const fn of(tag: &'static str, text: &'static str) -> Self {
        Self { tag, text, labels: OnceLock::new() }
    }

    fn labels(&self) -> &Labels {
        self.labels.get_or_init(|| Labels::read(self.text))
    }
}

static ENGLISH: Catalogue = Catalogue::of("en", include_str!("en.txt"));

static OTHERS: [Catalogue; 9] = [
    Catalogue::of("de", include_str!("de.txt")),
    Catalogue::of("fr", include_str!("fr.txt")),
    Catalogue::of("es", include_str!("es.txt")),
    Catalogue::of("pt", include_str!("pt.txt")),
    Catalogue::of("it", include_str!("it.txt")),
    Catalogue::of("nl", include_str!("nl.txt")),
    Catalogue::of("pl", include_str!("pl.txt")),
    Catalogue::of("ar", include_str!("ar.txt")),
    Catalogue::of("hi", include_str!("hi.txt")),
];

/// A language papers can speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// BCP 47 tag, as `de`.
    pub tag: &'static str,
    /// What it calls itself, as *Deutsch*.
    pub name: &'static str,
    /// What it is called in English, as *German*.
    pub in_english: &'static str,
    /// Whether somebody who grew up with it has read its words.
    pub reviewed: bool,
}

/// The languages papers can speak, English first.
pub fn languages() -> Vec<Language> {
    std::iter::once(&ENGLISH).chain(&OTHERS).map(language_of).collect()
}

fn language_of(catalogue: &Catalogue) -> Language {
    let labels = catalogue.labels();
    Language {
        tag: catalogue.tag,
        name: labels.language,
        in_english: labels.in_english,
        reviewed: labels.reviewed == "yes",
    }
}

/// The catalogue of a language, a BCP 47 tag. A country or script after it changes no word; a language that is not
/// known speaks English.
fn catalogue(tag: &str) -> &'static Catalogue {
    let first = tag.split(['-', '_']).next().unwrap_or_default();
    OTHERS.iter().find(|one| one.tag.eq_ignore_ascii_case(first)).unwrap_or(&ENGLISH)
}

/// The language the words of a paper come in, when its language is the one of this BCP 47 tag.
pub fn language(tag: &str) -> Language {
    language_of(catalogue(tag))
}

impl Labels {
    /// The words of a language, a BCP 47 tag.
    pub fn of(tag: &str) -> &'static Labels {
        catalogue(tag).labels()
    }
}

#[cfg(test)]
mod tests;
