//! Engagements: one coaching programme with a client.

use chrono::NaiveDate;

use crate::{ClientId, EngagementId, keyed::keyed_enum};

keyed_enum! {
    /// Who pays for the work.
    FundedBy {
        /// The client.
        SelfPaid = "self",
        /// A sponsor outside the client's employment.
        Sponsor = "sponsor",
        /// The client's employer.
        Employer = "employer",
        /// Nobody.
        ProBono = "pro_bono",
        /// Something other than money.
        Barter = "barter",
    }
}

keyed_enum! {
    /// How sessions are held.
    Delivery {
        /// In one room.
        InPerson = "in_person",
        /// By telephone.
        Phone = "phone",
        /// By video call.
        Video = "video",
        /// Now one way, now another.
        Mixed = "mixed",
    }
}

/// What can be written about an engagement; it needs nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EngagementDraft {
    /// Title, as "Leading a new team".
    pub title: Option<String>,
    /// What the work concerns.
    pub scope: Option<String>,
    /// Who pays.
    pub funded_by: Option<FundedBy>,
    /// First day.
    pub start_date: Option<NaiveDate>,
    /// Last day.
    pub end_date: Option<NaiveDate>,
    /// Number of sessions planned.
    pub planned_sessions: Option<u32>,
    /// Sessions held before the book, on paper.
    pub sessions_before: Option<u32>,
    /// Length of a session in minutes.
    pub session_minutes: Option<u32>,
    /// How often, as "every two weeks".
    pub cadence: Option<String>,
    /// How sessions are held.
    pub delivery: Option<Delivery>,
    /// Fee as it stands in the agreement.
    pub fee_text: Option<String>,
    /// Day a paper agreement outside the book was signed.
    pub signed_on_paper: Option<NaiveDate>,
    /// The organisation that pays for somebody else, where three agree.
    pub sponsor: Option<String>,
    /// Who speaks and signs for it.
    pub sponsor_contact: Option<String>,
    /// Key of the coaching model its sessions use; none means the book's default.
    pub model: Option<String>,
}

/// An engagement in the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Engagement {
    /// Row number.
    pub id: EngagementId,
    /// The client.
    pub client_id: ClientId,
    /// Revision.
    pub rev: i64,
    /// The fields.
    pub fields: EngagementDraft,
}
