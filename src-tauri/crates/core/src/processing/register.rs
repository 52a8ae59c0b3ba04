//! The register a practice begins with.

use super::{Basis, Period, RecordClass, RetentionRule, Trigger};

/// One thing a practice does with personal data.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Processing {
    /// What it is called.
    pub name: String,
    /// What for.
    pub purpose: String,
    /// Whose data.
    pub people: String,
    /// Which data.
    pub data: String,
    /// What makes it lawful.
    pub basis: Vec<Basis>,
    /// Who else receives them.
    pub recipients: String,
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

/// Returns what most practices do.
pub fn default_register() -> Vec<Processing> {
    let one = |words: [&str; 5], basis: &[Basis], classes: &[RecordClass]| {
        let [name, purpose, people, data, recipients] = words.map(str::to_owned);
        Processing { name, purpose, people, data, basis: basis.to_vec(), recipients, classes: classes.to_vec() }
    };
    use {Basis::*, RecordClass::*};
    vec![
        one(
            [
                "First contact",
                "to answer an enquiry and find out whether to work together",
                "people who ask",
                "name, contact details, what is asked",
                "nobody",
            ],
            &[LegitimateInterest],
            &[Prospect],
        ),
        one(
            [
                "Sessions",
                "to make the agreement, arrange and hold sessions",
                "clients",
                "name, contact details, agreement, dates",
                "nobody; with a sponsor, the dates and number of sessions",
            ],
            &[Contract],
            &[Contact, Agreement],
        ),
        one(
            [
                "Notes and plans",
                "to prepare sessions, follow what was agreed, and give the client summaries and plans",
                "clients, and people they speak of",
                "topics, notes, insights, actions, plans",
                "nobody; in supervision, cases without names",
            ],
            &[LegitimateInterest, ExplicitConsent],
            &[Note, SessionRecord],
        ),
        one(
            [
                "Recordings",
                "only what the consent names, such as the evaluation of the coach",
                "clients, and people they speak of",
                "sound or picture of a session, its words written out",
                "only those the consent names",
            ],
            &[Basis::Consent],
            &[Recording, Transcript, RecordClass::Consent],
        ),
        one(
            [
                "Hours log",
                "to show a professional body how many hours were coached",
                "clients who agreed to be listed",
                "name, contact, first and last date, hours",
                "the professional body",
            ],
            &[Basis::Consent],
            &[Hours],
        ),
        one(
            [
                "Accounts",
                "to invoice, and to keep the books the tax law asks for",
                "clients and sponsors",
                "name, address, dates, amounts",
                "tax office, and who keeps the books",
            ],
            &[Contract, LegalObligation],
            &[Invoice],
        ),
    ]
}
