//! What a practice does with personal data, why, on which basis, and for how long.
//!
//! The lists are a start and not legal advice: a coach changes them to what she does, and has them looked at by a
//! lawyer.

mod register;

pub use register::{Activity, ActivityWords, KEEP_YEARS, Processing, default_register, default_rules, retention_rules};

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

    fn unnamed(_: Activity) -> ActivityWords {
        ActivityWords::default()
    }

    #[test]
    fn the_built_in_register_is_whole() {
        assert_eq!(without_rule(&default_register(unnamed), &default_rules()), []);
        let mut rules = default_rules();
        rules.retain(|rule| rule.class != RecordClass::Recording);
        assert_eq!(without_rule(&default_register(unnamed), &rules), [RecordClass::Recording], "control");
        for (activity, one) in Activity::ALL.iter().zip(default_register(unnamed)) {
            assert!(!one.basis.is_empty() && !one.classes.is_empty(), "{activity:?}");
        }
    }

    #[test]
    fn what_was_agreed_is_kept_as_long_as_the_notes_and_the_law_has_its_own_years() {
        let kept = |years, class| {
            let rules = retention_rules(years);
            rules.into_iter().find(|rule| rule.class == class).map(|rule| rule.period)
        };
        for (years, notes, agreed) in [(1, 12, 72), (KEEP_YEARS, 36, 72), (6, 72, 72), (10, 120, 120)] {
            assert_eq!(kept(years, RecordClass::Note), Some(Period::Months(notes)));
            assert_eq!(kept(years, RecordClass::Agreement), Some(Period::Months(agreed)));
            assert_eq!(kept(years, RecordClass::Invoice), Some(Period::Months(84)));
        }
        assert_eq!(without_rule(&default_register(unnamed), &retention_rules(1)), []);
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
    }
}
