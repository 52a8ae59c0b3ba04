//! Filling the fields of a text with what is known.

use super::{TemplateKind, fields};
use crate::{
    book::CoachProfile,
    client::ClientDraft,
    gaps::{self, Piece},
};

/// What fields are filled with. What is not known stays empty: nothing is made up.
#[derive(Debug, Clone, Default)]
pub struct Known<'a> {
    /// The coach.
    pub coach: Option<&'a CoachProfile>,
    /// The client.
    pub client: Option<&'a ClientDraft>,
    /// Name of the programme.
    pub programme: Option<&'a str>,
    /// Number of the session.
    pub session_number: Option<u32>,
    /// Day of the session, in words.
    pub session_date: Option<String>,
    /// The next session, in words.
    pub next_session: Option<String>,
    /// The day the paper is made, in words.
    pub today: Option<String>,
    /// Name of the paper.
    pub paper_title: Option<&'a str>,
    /// The paper as plain text.
    pub paper_text: Option<&'a str>,
    /// The kind of template whose fields are filled with samples where nothing is known, as in a preview.
    pub samples: Option<TemplateKind>,
}

impl Known<'_> {
    /// Returns the words for a field; none when they are not known.
    pub fn value(&self, key: &str) -> Option<String> {
        let known = match key {
            "session.number" => self.session_number.map(|number| number.to_string()),
            "session.date" => self.session_date.clone(),
            "session.next" => self.next_session.clone(),
            "today" => self.today.clone(),
            "engagement.title" => self.programme.and_then(line),
            "paper.title" => self.paper_title.and_then(line),
            "paper.text" => self.paper_text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()),
            _ => personal(key, self.client, self.coach),
        };
        let sample = || {
            let fields = self.samples.map(fields::fields).unwrap_or_default();
            fields.into_iter().find(|field| field.key == key).map(|field| field.example.to_owned())
        };
        known.or_else(sample)
    }
}

/// Returns the words for a field about the client or the coach.
pub(crate) fn personal(key: &str, client: Option<&ClientDraft>, coach: Option<&CoachProfile>) -> Option<String> {
    let of_client = |read: fn(&ClientDraft) -> Option<&String>| line(read(client?)?);
    let of_coach = |read: fn(&CoachProfile) -> Option<&String>| line(read(coach?)?);
    match key {
        "client.name" => line(client?.name_used()),
        "client.address" => of_client(|client| client.address.as_ref()),
        "client.email" => of_client(|client| client.email.as_ref()),
        "coach.name" => of_coach(|coach| Some(&coach.legal_name)),
        "coach.business_name" => of_coach(|coach| coach.business_name.as_ref()),
        "coach.address" => of_coach(|coach| coach.address.as_ref()),
        "coach.email" => of_coach(|coach| coach.email.as_ref()),
        "coach.phone" => of_coach(|coach| coach.phone.as_ref()),
        "coach.website" => of_coach(|coach| coach.website.as_ref()),
        _ => None,
    }
}

/// Words as one line, the lines of an address parted by commas; none when there are none.
fn line(words: &str) -> Option<String> {
    let lines: Vec<&str> = words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    (!lines.is_empty()).then(|| lines.join(", "))
}

/// A piece of a filled text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merged {
    /// Words of the template.
    Text(String),
    /// A field: what it was filled with is words and never read again, whatever it holds.
    Field {
        /// Key.
        key: String,
        /// Name on screen.
        label: String,
        /// Words; none when they are not known.
        value: Option<String>,
    },
}

/// Fills the fields of a text.
pub fn merge(body: &str, known: &Known<'_>) -> Vec<Merged> {
    let piece = |piece| match piece {
        Piece::Text(words) => Merged::Text(words.to_owned()),
        Piece::Gap(key) => Merged::Field {
            key: key.to_owned(),
            label: gaps::gap_spec(key).label.into_owned(),
            value: known.value(key),
        },
    };
    gaps::parse(body).into_iter().map(piece).collect()
}

/// Returns a filled text as plain words, what stayed empty left out.
pub fn as_text(merged: &[Merged]) -> String {
    merged
        .iter()
        .map(|piece| match piece {
            Merged::Text(words) => words.as_str(),
            Merged::Field { value, .. } => value.as_deref().unwrap_or_default(),
        })
        .collect()
}

/// Returns a filled text as one line, as a subject is.
pub fn as_line(merged: &[Merged]) -> String {
    as_text(merged).split_whitespace().collect::<Vec<_>>().join(" ")
}
