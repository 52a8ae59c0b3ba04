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

/// Returns how long each class is kept until the coach says otherwise.
pub fn default_rules() -> Vec<RetentionRule> {
    use {Period::*, RecordClass::*, Trigger::*};
    [
        (Recording, Days(90), EvaluationDone),
        (Transcript, Days(90), Created),
        (Note, Months(36), EngagementEnd),
        (SessionRecord, Months(36), EngagementEnd),
        (Contact, Months(36), EngagementEnd),
        (Agreement, Months(72), EngagementEnd),
        (Consent, Months(72), EngagementEnd),
        (Hours, Months(72), EngagementEnd),
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
