//! What a practice does with personal data, why, on which basis, and for how long.
//!
//! The lists are a start and not legal advice: a coach changes them to what she does, and has them looked at by a
//! lawyer.

mod register;

pub use register::{Processing, default_register, default_rules};

use chrono::{Days, Months, NaiveDate};

use crate::keyed::keyed_enum;

keyed_enum! {
    /// A kind of record that is kept and deleted together.
    RecordClass {
        /// Sound or picture of a session.
        Recording = "recording",
        /// The words of a session, written out.
        Transcript = "transcript",
        /// Lines kept in sessions.
        Note = "note",
        /// Session summaries, plans, insights and actions.
        SessionRecord = "session_record",
        /// Agreements.
        Agreement = "agreement",
        /// Consents.
        Consent = "consent",
        /// Lines of the hours log.
        Hours = "hours",
        /// Invoices and payments.
        Invoice = "invoice",
        /// People who asked and did not become clients.
        Prospect = "prospect",
        /// Names, addresses, telephone numbers.
        Contact = "contact",
    }
}

impl RecordClass {
    /// Returns what papers call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Recording => "Recordings",
            Self::Transcript => "Transcripts",
            Self::Note => "Notes of sessions",
            Self::SessionRecord => "Session summaries and plans",
            Self::Agreement => "Agreements",
            Self::Consent => "Consents",
            Self::Hours => "Lines of the hours log",
            Self::Invoice => "Invoices and payments",
            Self::Prospect => "Enquiries that led to no work",
            Self::Contact => "Contact details",
        }
    }
}

keyed_enum! {
    /// What makes a use of personal data lawful.
    Basis {
        /// Needed for the agreement with the person.
        Contract = "contract",
        /// The coach's interest, weighed against the person's.
        LegitimateInterest = "legitimate_interest",
        /// The person's consent.
        Consent = "consent",
        /// Explicit consent, for health and the like.
        ExplicitConsent = "explicit_consent",
        /// A law asks for it.
        LegalObligation = "legal_obligation",
    }
}

impl Basis {
    /// Returns what the coach's own register calls it.
    pub const fn register_words(self) -> &'static str {
        match self {
            Self::Contract => "agreement with the client",
            Self::LegitimateInterest => "legitimate interest",
            Self::Consent => "consent",
            Self::ExplicitConsent => "explicit consent, for health and the like",
            Self::LegalObligation => "duty under the law",
        }
    }

    /// Returns what papers for a client call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Contract => "the agreement with you",
            Self::LegitimateInterest => "the coach\u{2019}s legitimate interest",
            Self::Consent => "your consent",
            Self::ExplicitConsent => "your explicit consent",
            Self::LegalObligation => "a duty under the law",
        }
    }
}

keyed_enum! {
    /// From when a period of keeping is counted.
    Trigger {
        /// The day the record was made.
        Created = "created",
        /// The last session of the programme.
        EngagementEnd = "engagement_end",
        /// The day an evaluation is done.
        EvaluationDone = "evaluation_done",
        /// The end of the tax year.
        TaxYearEnd = "tax_year_end",
    }
}

/// How long something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// So many days.
    Days(u32),
    /// So many months.
    Months(u32),
}

/// How long a class of records is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RetentionRule {
    /// The class.
    pub class: RecordClass,
    /// How long.
    pub period: Period,
    /// From when.
    pub from: Trigger,
}

impl RetentionRule {
    /// Returns the first day a record is no longer kept, when the period began on `day`. In a shorter month the last
    /// day stands in.
    pub fn ends(&self, day: NaiveDate) -> NaiveDate {
        let end = match self.period {
            Period::Days(days) => day.checked_add_days(Days::new(u64::from(days))),
            Period::Months(months) => day.checked_add_months(Months::new(months)),
        };
        end.unwrap_or(NaiveDate::MAX)
    }

    /// Returns the rule in words, as "3 years after the last session".
    pub fn words(&self) -> String {
        let (count, unit) = match self.period {
            Period::Days(days) => (days, "day"),
            Period::Months(months) if months % 12 == 0 => (months / 12, "year"),
            Period::Months(months) => (months, "month"),
        };
        let after = match self.from {
            Trigger::Created => "after it was made",
            Trigger::EngagementEnd => "after the last session",
            Trigger::EvaluationDone => "at most, or until the evaluation is done",
            Trigger::TaxYearEnd => "after the end of the tax year",
        };
        let plural = if count == 1 { "" } else { "s" };
        format!("{count} {unit}{plural} {after}")
    }
}

/// Returns the classes of a register no rule says how long to keep. A notice that leaves one out is not whole.
pub fn without_rule(register: &[Processing], rules: &[RetentionRule]) -> Vec<RecordClass> {
    let mut open: Vec<RecordClass> = register
        .iter()
        .flat_map(|one| one.classes.iter().copied())
        .filter(|class| !rules.iter().any(|rule| rule.class == *class))
        .collect();
    open.sort_unstable();
    open.dedup();
    open
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_register_is_whole() {
        assert_eq!(without_rule(&default_register(), &default_rules()), []);
        let mut rules = default_rules();
        rules.retain(|rule| rule.class != RecordClass::Recording);
        assert_eq!(without_rule(&default_register(), &rules), [RecordClass::Recording], "control");
        for one in default_register() {
            assert!(!one.basis.is_empty() && !one.classes.is_empty(), "{}", one.name);
        }
    }

    #[test]
    fn periods_end_on_the_calendar() {
        let rule = |period, from| RetentionRule { class: RecordClass::Note, period, from };
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        for (period, from, ends) in [
            (Period::Days(90), "2026-03-04", "2026-06-02"),
            (Period::Months(36), "2024-02-29", "2027-02-28"),
            (Period::Months(1), "2026-01-31", "2026-02-28"),
            (Period::Days(0), "2026-03-04", "2026-03-04"),
        ] {
            assert_eq!(rule(period, Trigger::Created).ends(day(from)), day(ends));
        }
        let forever = rule(Period::Months(u32::MAX), Trigger::Created);
        assert_eq!(forever.ends(day("2026-03-04")), NaiveDate::MAX);
        assert_eq!(rule(Period::Months(36), Trigger::EngagementEnd).words(), "3 years after the last session");
        assert_eq!(rule(Period::Months(1), Trigger::Created).words(), "1 month after it was made");
        assert_eq!(
            rule(Period::Days(90), Trigger::EvaluationDone).words(),
            "90 days at most, or until the evaluation is done"
        );
    }
}
