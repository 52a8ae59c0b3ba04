//! The register a practice begins with.

use super::{Basis, Period, RecordClass, RetentionRule, Trigger};
use crate::keyed::keyed_enum;

keyed_enum! {
    /// A thing most practices do with personal data.
    Activity {
        /// Somebody asks.
        FirstContact = "first_contact",
        /// Sessions are arranged and held.
        Sessions = "sessions",
        /// What is written down about them.
        Notes = "notes",
        /// What is recorded of them.
        Recordings = "recordings",
        /// The hours coached.
        Hours = "hours",
        /// Invoices and books.
        Accounts = "accounts",
    }
}

/// What is said of something a practice does with personal data, in the language of the paper it stands on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ActivityWords {
    /// What it is called.
    pub name: String,
    /// What for.
    pub purpose: String,
    /// Whose data.
    pub people: String,
    /// Which data.
    pub data: String,
    /// Who else receives them.
    pub recipients: String,
}

/// One thing a practice does with personal data.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Processing {
    /// What it is and what for.
    pub words: ActivityWords,
    /// What makes it lawful.
    pub basis: Vec<Basis>,
    /// The records it makes, which say how long it is kept.
    pub classes: Vec<RecordClass>,
}

/// Years after the last session the records of a client are kept until the coach says otherwise.
pub const KEEP_YEARS: u32 = 3;
/// Months after the last session what was agreed is kept at the least: a claim may come late.
const AGREED: u32 = 72;

/// Returns how long each class is kept until the coach says otherwise.
pub fn default_rules() -> Vec<RetentionRule> {
    retention_rules(KEEP_YEARS)
}

/// Returns how long each class is kept by a coach who keeps the records of a client for so many years after the last
/// session. What was agreed is never kept shorter than the notes it speaks of.
pub fn retention_rules(years: u32) -> Vec<RetentionRule> {
    use {Period::*, RecordClass::*, Trigger::*};
    let notes = years.saturating_mul(12);
    let agreed = notes.max(AGREED);
    [
        (Recording, Days(90), EvaluationDone),
        (Transcript, Days(90), Created),
        (Note, Months(notes), EngagementEnd),
        (SessionRecord, Months(notes), EngagementEnd),
        (Contact, Months(notes), EngagementEnd),
        (Agreement, Months(agreed), EngagementEnd),
        (Consent, Months(agreed), EngagementEnd),
        (Hours, Months(agreed), EngagementEnd),
        (Invoice, Months(84), TaxYearEnd),
        (Prospect, Months(12), Created),
    ]
    .map(|(class, period, from)| RetentionRule { class, period, from })
    .to_vec()
}

/// Returns what most practices do, each in the words of a language.
pub fn default_register(words: impl Fn(Activity) -> ActivityWords) -> Vec<Processing> {
    let one = |activity: &Activity| {
        let (basis, classes) = ground(*activity);
        Processing { words: words(*activity), basis: basis.to_vec(), classes: classes.to_vec() }
    };
    Activity::ALL.iter().map(one).collect()
}

/// What makes an activity lawful, and the records it makes.
const fn ground(activity: Activity) -> (&'static [Basis], &'static [RecordClass]) {
    use {Basis::*, RecordClass::*};
    match activity {
        Activity::FirstContact => (&[LegitimateInterest], &[Prospect]),
        Activity::Sessions => (&[Contract], &[Contact, Agreement]),
        Activity::Notes => (&[LegitimateInterest, ExplicitConsent], &[Note, SessionRecord]),
        Activity::Recordings => (&[Basis::Consent], &[Recording, Transcript, RecordClass::Consent]),
        Activity::Hours => (&[Basis::Consent], &[RecordClass::Hours]),
        Activity::Accounts => (&[Contract, LegalObligation], &[Invoice]),
    }
}
