//! The log of coaching hours: what counts, who may be named, and how minutes become hours.
//!
//! Minutes are added up and turned into hours once, at the end: three sessions of fifty minutes are two hours and a
//! half. A client who has not agreed to be listed is left off and only counted.

mod log;

pub use log::{HoursContent, HoursRow, Measured, hours_log, may_be_listed, stays_in_log};

use chrono::NaiveDate;

use crate::{consent::Consent, keyed::keyed_enum, session::SessionStatus};

keyed_enum! {
    /// What a session was. Only coaching counts toward a credential.
    Activity {
        /// Coaching.
        Coaching = "coaching",
        /// Getting to know each other.
        Discovery = "discovery",
        /// Coaching of a coach on coaching.
        MentorCoaching = "mentor_coaching",
        /// Supervision.
        Supervision = "supervision",
        /// Going through the result of an assessment.
        AssessmentDebrief = "assessment_debrief",
        /// Client, coach and sponsor at one table.
        ThreeWayMeeting = "three_way_meeting",
        /// Training.
        Training = "training",
    }
}

keyed_enum! {
    /// How a session was paid for.
    PaidClass {
        /// With money.
        Paid = "paid",
        /// With something else, or in turn.
        Barter = "barter",
        /// Within an employment.
        Internal = "internal",
        /// By a third party.
        ThirdParty = "third_party",
        /// Not at all.
        ProBono = "pro_bono",
    }
}

impl PaidClass {
    /// Returns whether a log counts it as paid: everything but pro bono.
    pub const fn is_paid(self) -> bool {
        !matches!(self, Self::ProBono)
    }
}

/// A session as the log sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedSession {
    /// Local day.
    pub on: NaiveDate,
    /// Minutes that count.
    pub minutes: u32,
    /// What it was.
    pub activity: Activity,
    /// How it was paid for.
    pub paid: PaidClass,
    /// Where it stands; only what was held counts.
    pub status: SessionStatus,
}

/// Hours from before the book, added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierHours {
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
    /// Paid minutes.
    pub paid_minutes: u32,
    /// Minutes nobody paid for.
    pub pro_bono_minutes: u32,
}

/// A client, or a group under one person's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedClient {
    /// Name.
    pub name: String,
    /// Stands in place of the name where the work is done under confidentiality.
    pub alias: Option<String>,
    /// E-mail or telephone; with an alias, that of the organisation.
    pub contact: Option<String>,
    /// How many are in the group; none for one person.
    pub group_size: Option<u32>,
    /// Consents, oldest first.
    pub consents: Vec<Consent>,
    /// Sessions, all of them.
    pub sessions: Vec<LoggedSession>,
    /// Hours from before the book.
    pub earlier: Option<EarlierHours>,
    /// Whether the client was erased since: what is left is a number for a name, and hours they had agreed to have listed.
    pub erased: bool,
}

/// Which days a log covers, and what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoursFilter {
    /// First day; none begins with the first session.
    pub from: Option<NaiveDate>,
    /// Last day; the day "recent" is counted back from.
    pub until: NaiveDate,
    /// Day the coach's own training began, before which nothing counts.
    pub training_began: Option<NaiveDate>,
    /// Largest group that counts.
    pub group_max: u32,
}

/// What a credential asks for. Thresholds change, so they are data with the day they were looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CredentialTarget {
    /// Body and level, as the coach calls them.
    pub name: String,
    /// Hours in all.
    pub hours: u32,
    /// Of them paid.
    pub paid_hours: u32,
    /// Clients.
    pub clients: u32,
    /// Hours within the last so many months.
    pub recent: Option<(u32, u32)>,
    /// Day these numbers were looked up.
    pub checked_on: NaiveDate,
    /// Where.
    pub source: Option<String>,
}

/// Returns minutes as hours with two decimals, rounded half up once.
pub fn hours(minutes: u64) -> String {
    // A hundredth of an hour is 0.6 minutes.
    let hundredths = (minutes.saturating_mul(10) + 3) / 6;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
