//! What is wrong in a template, and where: seen while it is written, never in the way.

use std::ops::Range;

use super::{Template, TemplateKind, TemplatePart, fields};
use crate::gaps;

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Braces around something that is no field; it is printed as it stands. In an agreement, a gap that is most
    /// likely a slip of the hand.
    Unknown {
        /// The field that was most likely meant.
        nearest: Option<&'static str>,
    },
    /// A field that is never filled in this kind of template.
    Misplaced,
    /// A brace that is not closed.
    Unclosed,
    /// A closing brace without an opening one.
    Unopened,
    /// Braces in a heading, where nothing is filled in.
    InHeading,
    /// A part without words.
    Empty,
}

/// One fault and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Place of the part in the template.
    pub part: usize,
    /// Bytes of the part's words, or of its heading, that it is about.
    pub at: Range<usize>,
    /// What is wrong.
    pub fault: Fault,
}

/// Returns what is wrong in the parts of a template that new papers are made from, in order.
pub fn check(template: &Template) -> Vec<Finding> {
    let parts = template.parts.iter().enumerate().filter(|(_, part)| part.included);
    parts.flat_map(|(place, part)| check_part(template.kind, place, part)).collect()
}

fn check_part(kind: TemplateKind, place: usize, part: &TemplatePart) -> Vec<Finding> {
    let finding = |at, fault| Finding { part: place, at, fault };
    let mut found: Vec<Finding> =
        braces(&part.heading).into_iter().map(|brace| finding(brace.at(), Fault::InHeading)).collect();
    if part.body.trim().is_empty() && !kind.may_be_empty() {
        found.push(finding(0..0, Fault::Empty));
    }
    for brace in braces(&part.body) {
        let fault = match &brace {
            Brace::Open(_) => Some(Fault::Unclosed),
            Brace::Close(_) => Some(Fault::Unopened),
            Brace::Pair(at) => fault_of(kind, part.body.get(at.start + 1..at.end - 1).unwrap_or_default()),
        };
        found.extend(fault.map(|fault| finding(brace.at(), fault)));
    }
    found
}

/// What is wrong with the words between two braces.
fn fault_of(kind: TemplateKind, inner: &str) -> Option<Fault> {
    if fields::fields(kind).iter().any(|field| field.key == inner) {
        return None;
    }
    if fields::field(inner).is_some() {
        return Some(Fault::Misplaced);
    }
    let nearest = nearest(kind, inner);
    // A key of her own is a gap to fill by hand, and only in an agreement there are such gaps.
    let own_gap = kind == TemplateKind::Agreement && nearest.is_none() && gaps::is_key(inner);
    (!own_gap).then_some(Fault::Unknown { nearest })
}

/// The field whose key is written most like this; none when nothing is near.
fn nearest(kind: TemplateKind, written: &str) -> Option<&'static str> {
    let plain = |words: &str| -> Vec<char> {
        let words = words.trim().to_lowercase();
        words.chars().map(|sign| if sign.is_alphanumeric() { sign } else { '.' }).take(60).collect()
    };
    let written = plain(written);
    let near = fields::fields(kind).into_iter().filter_map(|field| {
        let away = distance(&written, &plain(field.key));
        (away * 3 <= written.len()).then_some((away, field.key))
    });
    near.min_by_key(|(away, _)| *away).map(|(_, key)| key)
}

/// How many letters must be put in, taken out or changed to make one word of the other.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (nth, letter) in one.iter().enumerate() {
        let mut before = nth;
        let mut left = nth + 1;
        let mut next = vec![left];
        for (above, other) in row.iter().skip(1).zip(other) {
            left = (above + 1).min(left + 1).min(before + usize::from(letter != other));
            before = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

/// Braces of a text: pairs on one line without a brace in between, and those that stand alone.
enum Brace {
    Pair(Range<usize>),
    Open(usize),
    Close(usize),
}

impl Brace {
    fn at(&self) -> Range<usize> {
        match self {
            Self::Pair(at) => at.clone(),
            Self::Open(at) | Self::Close(at) => *at..at + 1,
        }
    }
}

fn braces(text: &str) -> Vec<Brace> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, sign) in text.char_indices() {
        match (sign, open) {
            ('{' | '\n', before) => {
                found.extend(before.map(Brace::Open));
                open = (sign == '{').then_some(at);
            }
            ('}', Some(from)) => {
                found.push(Brace::Pair(from..at + 1));
                open = None;
            }
            ('}', None) => found.push(Brace::Close(at)),
            _ => {}
        }
    }
    found.extend(open.map(Brace::Open));
    found
}
