//! Gaps in the text of a clause, as `{fee_text}`: what they are called, where their words come from, and a sheet with
//! all of them filled as far as the book knows.
//!
//! Nothing is made up: a gap is filled by the coach's own hand, from a record, or from an answer about the practice
//! that was given before. Otherwise it is missing, or a line to write on where the coach wants one.

mod table;

use std::borrow::Cow;

use crate::{
    agreement::{Clause, GapAnswer, GapFill},
    book::CoachProfile,
    clauses::{self, ClauseClass},
    client::ClientDraft,
    engagement::EngagementDraft,
    keyed::keyed_enum,
    template,
};
use table::{GAPS, OPTIONAL};

keyed_enum! {
    /// Where the words of a gap come from when the coach has not typed them for this agreement.
    GapSource {
        /// The client's page.
        Client = "client",
        /// The coach's profile.
        Coach = "coach",
        /// The engagement.
        Engagement = "engagement",
        /// An answer about the practice, kept for the next client.
        Practice = "practice",
        /// The session.
        Session = "session",
        /// The paper itself, and the day it is made.
        Paper = "paper",
        /// Nowhere: it differs with every agreement.
        Typed = "typed",
    }
}

/// What is known about a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapSpec {
    /// Name on screen.
    pub label: Cow<'static, str>,
    /// Source.
    pub source: GapSource,
    /// Whether an answer is kept for the next client.
    pub remembered: bool,
    /// An example, shown in the empty field and never printed.
    pub example: &'static str,
    /// Whether the sentence is whole without it.
    pub optional: bool,
}

/// Returns what is known about a gap. A key of the coach's own making gets a label from its own words.
pub fn gap_spec(key: &str) -> GapSpec {
    match GAPS.iter().find(|(known, ..)| *known == key) {
        Some((_, label, source, example)) => GapSpec {
            label: Cow::Borrowed(label),
            source: *source,
            remembered: *source == GapSource::Practice,
            example,
            optional: OPTIONAL.contains(&key),
        },
        None => {
            let field = template::row(key);
            GapSpec {
                label: field.as_ref().map_or_else(|| Cow::Owned(label_from(key)), |field| field.label.clone()),
                source: field.as_ref().map_or(GapSource::Typed, |field| field.source),
                remembered: false,
                example: field.map_or("", |field| field.example),
                optional: false,
            }
        }
    }
}

/// Returns the keys of every gap the built-in clauses use.
pub fn gap_keys() -> impl Iterator<Item = &'static str> {
    GAPS.iter().map(|(key, ..)| *key)
}

fn label_from(key: &str) -> String {
    let words = key.replace(['_', '.'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A part of a clause's text, the gaps not yet filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words.
    Text(&'a str),
    /// A gap, by its key.
    Gap(&'a str),
}

/// Cuts a text at its gaps. Braces that hold anything but a key are text: no input is an error.
pub fn parse(body: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = body;
    let mut from = 0;
    while let Some((open, close)) = next_gap(rest, from) {
        pieces.extend(rest.get(..open).filter(|text| !text.is_empty()).map(Piece::Text));
        pieces.extend(rest.get(open + 1..close).map(Piece::Gap));
        rest = rest.get(close + 1..).unwrap_or_default();
        from = 0;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// Finds the first braces around a key, from `from` on.
fn next_gap(text: &str, mut from: usize) -> Option<(usize, usize)> {
    loop {
        let open = from + text.get(from..)?.find('{')?;
        let inner = text.get(open + 1..)?;
        let length = inner.find(|c: char| !of_key(c))?;
        if length > 0 && inner.get(length..)?.starts_with('}') {
            return Some((open, open + 1 + length));
        }
        from = open + 1;
    }
}

/// Whether words are a key, as it stands between the braces of a gap.
pub fn is_key(words: &str) -> bool {
    !words.is_empty() && words.chars().all(of_key)
}

fn of_key(sign: char) -> bool {
    sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '_' || sign == '.'
}

/// A part of a clause as it will be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Words.
    Text(String),
    /// A gap.
    Gap {
        /// Key.
        key: String,
        /// Name on screen.
        label: String,
        /// Words, when known.
        value: Option<String>,
        /// Whether it is left as a line to write on.
        line: bool,
        /// Source of the words that were not typed for this agreement.
        source: GapSource,
        /// Whether the sentence is whole without it; empty it prints nothing.
        optional: bool,
    },
}

/// A clause of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetClause {
    /// Key.
    pub key: String,
    /// Heading.
    pub heading: String,
    /// Whether it is part of the agreement.
    pub included: bool,
    /// Whether every agreement has it.
    pub required: bool,
    /// Text.
    pub parts: Vec<Part>,
}

/// A gap nothing is known for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingGap {
    /// Key.
    pub key: String,
    /// Name on screen.
    pub label: String,
}

/// An agreement with its gaps filled as far as is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Clauses in order, left-out ones too.
    pub clauses: Vec<SheetClause>,
    /// Gaps of included clauses that are neither filled nor left as a line, each once, in order.
    pub missing: Vec<MissingGap>,
}

/// What the records hold as a day or a choice, in words of the language the clauses are written in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spoken {
    /// The start of the agreement.
    pub effective_date: Option<String>,
    /// How sessions are held, as it stands after "held".
    pub delivery: Option<String>,
}

/// Where the words for the gaps are looked up.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// Gaps filled by hand for this version; they win over everything else.
    pub fills: &'a [GapFill],
    /// The client.
    pub client: &'a ClientDraft,
    /// The engagement.
    pub engagement: &'a EngagementDraft,
    /// What of it is no text, in words.
    pub spoken: &'a Spoken,
    /// The coach.
    pub coach: &'a CoachProfile,
    /// Answers about the practice that are kept.
    pub practice: &'a [GapFill],
}

/// Fills the gaps of `clauses`.
pub fn fill(clauses: &[Clause], sources: Sources<'_>) -> Sheet {
    let mut missing: Vec<MissingGap> = Vec::new();
    let filled = clauses.iter().map(|clause| fill_clause(clause, sources, &mut missing)).collect();
    Sheet { clauses: filled, missing }
}

fn fill_clause(clause: &Clause, sources: Sources<'_>, missing: &mut Vec<MissingGap>) -> SheetClause {
    let mut parts: Vec<Part> = Vec::new();
    for piece in parse(&clause.body) {
        let key = match piece {
            Piece::Text(words) => {
                parts.push(Part::Text(words.to_owned()));
                continue;
            }
            Piece::Gap(key) => key,
        };
        let gap = filled_gap(key, sources);
        if let Part::Gap { key, label, value: None, line: false, optional: false, .. } = &gap
            && clause.included
            && !missing.iter().any(|known| known.key == *key)
        {
            missing.push(MissingGap { key: key.clone(), label: label.clone() });
        }
        // "refunded{refund_terms}" runs up to the word before it, so that nothing is left over when it is empty.
        if matches!(&gap, Part::Gap { optional: true, value, line, .. } if value.is_some() || *line) {
            parts.push(Part::Text(" ".to_owned()));
        }
        parts.push(gap);
    }
    let class = clauses::library_clause(&clause.key).map(|known| known.class);
    SheetClause {
        key: clause.key.clone(),
        heading: clause.heading.clone(),
        included: clause.included,
        required: class == Some(ClauseClass::Required),
        parts,
    }
}

fn filled_gap(key: &str, sources: Sources<'_>) -> Part {
    let spec = gap_spec(key);
    let answer = answer_in(sources.fills, key)
        .or_else(|| recorded(key, sources).map(GapAnswer::Words))
        .or_else(|| spec.remembered.then(|| answer_in(sources.practice, key)).flatten());
    let (value, line) = match answer {
        Some(GapAnswer::Words(words)) => (Some(words), false),
        Some(GapAnswer::Line) => (None, true),
        None => (None, false),
    };
    Part::Gap {
        key: key.to_owned(),
        label: spec.label.into_owned(),
        value,
        line,
        source: spec.source,
        optional: spec.optional,
    }
}

/// Returns the last answer given for a key; blank words are no answer.
fn answer_in(fills: &[GapFill], key: &str) -> Option<GapAnswer> {
    let answer = &fills.iter().rev().find(|fill| fill.key == key)?.answer;
    match answer {
        GapAnswer::Words(words) => given(words).map(GapAnswer::Words),
        GapAnswer::Line => Some(GapAnswer::Line),
    }
}

/// Returns what the records say.
fn recorded(key: &str, sources: Sources<'_>) -> Option<String> {
    let engagement = sources.engagement;
    match key {
        "coach.legal_name" => given(&sources.coach.legal_name),
        // The name in lists stands in until the full one is known; the coach sees it on the sheet and can change it.
        "client.legal_name" => {
            let full = sources.client.legal_name.as_deref().and_then(given);
            full.or_else(|| given(&sources.client.display_name))
        }
        "effective_date" => sources.spoken.effective_date.clone(),
        "engagement.scope" => engagement.scope.as_deref().and_then(given),
        "planned_sessions" => engagement.planned_sessions.map(|count| count.to_string()),
        "session_length" => engagement.session_minutes.map(|minutes| minutes.to_string()),
        "cadence" => engagement.cadence.as_deref().and_then(given),
        "delivery" => sources.spoken.delivery.clone(),
        "fee_text" => engagement.fee_text.as_deref().and_then(given),
        "sponsor.name" => engagement.sponsor.as_deref().and_then(given),
        "engagement.title" => engagement.title.as_deref().and_then(given),
        _ => template::personal(key, Some(sources.client), Some(sources.coach)),
    }
}

fn given(words: &str) -> Option<String> {
    let words = words.trim();
    (!words.is_empty()).then(|| words.to_owned())
}
