//! The merge fields: one table for every kind of template.

use std::borrow::Cow;

use super::TemplateKind::{self, Agreement, Consent, Email, OpeningScript, SummaryWording};
use crate::gaps::{self, GapSource};

/// A field that is filled from the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Key, as it stands between the braces.
    pub key: &'static str,
    /// Name on screen.
    pub label: Cow<'static, str>,
    /// Where its words come from.
    pub source: GapSource,
    /// A sample value, for the preview.
    pub example: &'static str,
}

type Row = (&'static str, &'static str, GapSource, &'static str, &'static [TemplateKind]);

const ALL: &[TemplateKind] = TemplateKind::ALL;
const NOT_AGREEMENT: &[TemplateKind] = &[Consent, SummaryWording, Email, OpeningScript];

/// Key, label, source, example, and the kinds it may stand in. An agreement has its gaps besides, see [`crate::gaps`].
const FIELDS: &[Row] = &[
    ("client.name", "Client's name", GapSource::Client, "Ana", ALL),
    ("client.address", "Client's address", GapSource::Client, "12 Garden Street, Porto", &[Agreement, Consent]),
    ("client.email", "Client's e-mail", GapSource::Client, "ana@example.org", &[Agreement, Consent]),
    ("coach.name", "Your name", GapSource::Coach, "Maria Keller", ALL),
    ("coach.business_name", "Your business name", GapSource::Coach, "Keller Coaching", ALL),
    ("coach.address", "Your address", GapSource::Coach, "3 Linden Road, Basel", &[Agreement, Consent, Email]),
    ("coach.email", "Your e-mail", GapSource::Coach, "maria@example.org", ALL),
    ("coach.phone", "Your telephone", GapSource::Coach, "+41 00 000 00 00", ALL),
    ("coach.website", "Your website", GapSource::Coach, "www.example.org", ALL),
    ("engagement.title", "Name of the programme", GapSource::Engagement, "Leading a new team", ALL),
    ("session.number", "Number of the session", GapSource::Session, "4", NOT_AGREEMENT),
    ("session.date", "Day of the session", GapSource::Session, "4 March 2026", NOT_AGREEMENT),
    ("session.next", "Next session", GapSource::Session, "18 March 2026, 10:00", &[SummaryWording, Email]),
    ("today", "Today", GapSource::Paper, "5 March 2026", &[Consent, SummaryWording, Email]),
    ("paper.title", "Name of the paper", GapSource::Paper, "Session summary", &[Email]),
    ("paper.text", "The text of the paper", GapSource::Paper, "Session summary, 4 March 2026\n…", &[Email]),
];

/// Returns the fields a kind of template may hold, in the order of the picker.
pub fn fields(kind: TemplateKind) -> Vec<Field> {
    let own = FIELDS.iter().filter(|row| row.4.contains(&kind)).map(of_row);
    let gaps = gaps::gap_keys().filter(|_| kind == Agreement).map(of_gap);
    own.chain(gaps).collect()
}

/// Returns the field with that key, whatever kind it belongs to.
pub fn field(key: &str) -> Option<Field> {
    let own = FIELDS.iter().find(|row| row.0 == key).map(of_row);
    own.or_else(|| gaps::gap_keys().find(|known| *known == key).map(of_gap))
}

/// Returns what is known about a field of the table; nothing for the gaps of an agreement.
pub(crate) fn row(key: &str) -> Option<Field> {
    FIELDS.iter().find(|row| row.0 == key).map(of_row)
}

fn of_row(row: &Row) -> Field {
    Field { key: row.0, label: Cow::Borrowed(row.1), source: row.2, example: row.3 }
}

fn of_gap(key: &'static str) -> Field {
    let spec = gaps::gap_spec(key);
    Field { key, label: spec.label, source: spec.source, example: spec.example }
}
