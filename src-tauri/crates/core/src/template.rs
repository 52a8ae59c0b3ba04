//! Templates: the coach's own words for what is printed, sent or said, with fields that are filled from the book.
//!
//! What comes with the program is code and never written over: an own copy begins with it, see [`starting`].

mod check;
mod fields;
mod merge;
mod starting;

pub use check::{Fault, Finding, check};
pub use fields::{Field, field, fields};
pub use merge::{Known, Merged, as_line, as_text, merge};
pub use starting::starting;
pub(crate) use {fields::row, merge::personal};

use std::collections::HashSet;

use crate::{agreement::Clause, keyed::keyed_enum};

keyed_enum! {
    /// What a template is for.
    TemplateKind {
        /// The clauses of an agreement, in their order.
        Agreement = "agreement",
        /// What a consent to record says of its purpose, and of refusing and withdrawing.
        Consent = "consent",
        /// What stands before and after a session summary.
        SummaryWording = "summary_wording",
        /// Subject and text of an e-mail that brings a paper.
        Email = "email",
        /// What the coach says when a session begins.
        OpeningScript = "opening_script",
    }
}

impl TemplateKind {
    /// Returns the keys of the parts a template of this kind has; of an agreement, the clauses are its parts.
    pub const fn part_keys(self) -> &'static [&'static str] {
        match self {
            Self::Agreement => &[],
            Self::Consent => &["purpose", "withdrawal"],
            Self::SummaryWording => &["opening", "closing"],
            Self::Email => &[SUBJECT, "body"],
            Self::OpeningScript => &["words"],
        }
    }

    /// Whether something else, or nothing, is printed in the place of an empty part.
    pub const fn may_be_empty(self) -> bool {
        matches!(self, Self::Consent | Self::SummaryWording)
    }
}

/// Key of the part that is one line.
pub const SUBJECT: &str = "subject";

/// A part of a template: a clause, or one of the texts its kind has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplatePart {
    /// Key of the clause, or of the text.
    pub key: String,
    /// Heading of a clause; empty in every other kind.
    pub heading: String,
    /// Words with fields in braces, in the block grammar of `text`.
    pub body: String,
    /// Whether it is part of new papers; only a clause can be left out.
    pub included: bool,
}

impl From<TemplatePart> for Clause {
    fn from(part: TemplatePart) -> Self {
        Self { key: part.key, heading: part.heading, body: part.body, included: part.included }
    }
}

impl From<Clause> for TemplatePart {
    fn from(clause: Clause) -> Self {
        Self { key: clause.key, heading: clause.heading, body: clause.body, included: clause.included }
    }
}

/// A template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// What it is for.
    pub kind: TemplateKind,
    /// Name in the coach's list.
    pub name: String,
    /// BCP 47 tag of its language, as `en`.
    pub language: String,
    /// Its parts, in order.
    pub parts: Vec<TemplatePart>,
}

/// Languages a template is offered in. A file may bring any other.
pub const LANGUAGES: &[&str] = &["en", "de", "fr", "es", "pt", "it", "nl", "pl", "ar", "hi"];

/// Longest name and heading, in characters.
pub const LONGEST_NAME: usize = 120;

/// Most parts of one template.
pub const MOST_PARTS: usize = 100;

/// Longest words of all parts together, in bytes: as a file, a template stays far below a megabyte.
pub const LONGEST: usize = 400_000;

/// Why something is not a template that can be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// A name or heading is empty or too long, or holds a line break.
    #[error("a name or heading is empty or too long")]
    Name,
    /// The language is not a tag such as `en` or `pt-BR`.
    #[error("the language is not a language tag")]
    Language,
    /// Parts are missing, foreign to the kind, or too many.
    #[error("the parts are not those of this kind")]
    Parts,
    /// Two parts have one key.
    #[error("two parts have the same key")]
    Twice,
    /// The words are too long.
    #[error("the words are too long")]
    TooLong,
    /// Characters that cannot be seen.
    #[error("there are characters that cannot be seen")]
    Hidden,
}

/// Returns words without the characters that cannot be seen and do harm: control characters but the line break and the
/// tab, and the signs that turn the order of letters over.
pub fn seen(words: &str) -> String {
    words.replace("\r\n", "\n").chars().filter(|sign| !is_hidden(*sign)).collect()
}

fn is_hidden(sign: char) -> bool {
    (sign.is_control() && sign != '\n' && sign != '\t')
        || matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFF9}'..='\u{FFFC}')
}

impl Template {
    /// Returns the template as it may be kept: hidden characters gone, names without white space around them.
    ///
    /// # Errors
    /// [`Unfit`] when it is none.
    pub fn settled(mut self) -> Result<Self, Unfit> {
        self.name = seen(&self.name).trim().to_owned();
        for part in &mut self.parts {
            part.heading = seen(&part.heading).trim().to_owned();
            part.body = seen(&part.body);
            if part.key == SUBJECT {
                part.body = part.body.replace('\n', " ");
            }
        }
        self.fit().map(|()| self)
    }

    /// Says what keeps this from being a template.
    ///
    /// # Errors
    /// The first [`Unfit`] met.
    pub fn fit(&self) -> Result<(), Unfit> {
        if !is_name(&self.name) {
            return Err(Unfit::Name);
        }
        if !is_language(&self.language) {
            return Err(Unfit::Language);
        }
        self.parts_fit()?;
        if self.parts.iter().map(|part| part.body.len()).sum::<usize>() > LONGEST {
            return Err(Unfit::TooLong);
        }
        self.parts.iter().try_for_each(|part| self.part_fits(part))
    }

    fn parts_fit(&self) -> Result<(), Unfit> {
        let keys: Vec<&str> = self.parts.iter().map(|part| part.key.as_str()).collect();
        if keys.iter().collect::<HashSet<_>>().len() < keys.len() {
            return Err(Unfit::Twice);
        }
        let right = match self.kind {
            TemplateKind::Agreement => {
                !keys.is_empty() && keys.len() <= MOST_PARTS && keys.iter().all(|key| is_key(key))
            }
            kind => keys == kind.part_keys(),
        };
        if right { Ok(()) } else { Err(Unfit::Parts) }
    }

    fn part_fits(&self, part: &TemplatePart) -> Result<(), Unfit> {
        let clause = self.kind == TemplateKind::Agreement;
        if clause && !part.heading.is_empty() && !is_name(&part.heading) {
            return Err(Unfit::Name);
        }
        if !clause && (!part.heading.is_empty() || !part.included) {
            return Err(Unfit::Parts);
        }
        let line = part.key == SUBJECT && part.body.contains('\n');
        if line || part.body.chars().any(is_hidden) { Err(Unfit::Hidden) } else { Ok(()) }
    }
}

fn is_name(name: &str) -> bool {
    !name.trim().is_empty()
        && name.chars().count() <= LONGEST_NAME
        && !name.chars().any(|sign| is_hidden(sign) || sign == '\n' || sign == '\t')
}

/// A clause's key: that of the library, or one of the coach's own, as `own:3`.
fn is_key(key: &str) -> bool {
    let plain = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || matches!(sign, '_' | ':');
    !key.is_empty() && key.len() <= 60 && key.chars().all(plain)
}

fn is_language(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let first = subtags.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.chars().all(|sign| sign.is_ascii_lowercase())
        && tag.len() <= 35
        && subtags.all(|sub| (2..=8).contains(&sub.len()) && sub.chars().all(|sign| sign.is_ascii_alphanumeric()))
}
