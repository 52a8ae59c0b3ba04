//! Consents: one row per purpose, each withdrawable by itself.

use chrono::{DateTime, NaiveDate, Utc};

use crate::{ConsentId, keyed::keyed_enum};

keyed_enum! {
    /// What a consent is for.
    ConsentPurpose {
        /// Recording sound.
        RecordAudio = "record_audio",
        /// Recording pictures.
        RecordVideo = "record_video",
        /// Giving a recording to somebody.
        ShareRecording = "share_recording",
        /// Giving a transcript to somebody.
        ShareTranscript = "share_transcript",
        /// Naming the client in a log of hours.
        ListInHoursLog = "list_in_hours_log",
    }
}

keyed_enum! {
    /// What the client decided.
    ConsentDecision {
        /// Yes.
        Granted = "granted",
        /// No; a refusal is an answer.
        Refused = "refused",
        /// Yes at first, taken back later.
        Withdrawn = "withdrawn",
    }
}

keyed_enum! {
    /// How the consent was given.
    ConsentMethod {
        /// Said in the session.
        Verbal = "verbal_in_session",
        /// On paper.
        Written = "written",
        /// On a device.
        Electronic = "electronic",
    }
}

/// One consent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// Row number; none when new.
    pub id: Option<ConsentId>,
    /// Purpose.
    pub purpose: ConsentPurpose,
    /// Who receives what is shared.
    pub recipient: Option<String>,
    /// The purpose it is limited to, as "evaluation only".
    pub use_limit: Option<String>,
    /// Whether the client is named to the recipient; none when not said.
    pub identity_disclosed: Option<bool>,
    /// Whether third persons are named to the recipient; none when not said.
    pub third_party_disclosed: Option<bool>,
    /// Decision.
    pub decision: ConsentDecision,
    /// Method.
    pub method: ConsentMethod,
    /// The words of the answer.
    pub quote: Option<String>,
    /// Local day it was given.
    pub given_on: Option<NaiveDate>,
    /// Day until which the recording is kept; none is flagged.
    pub retention_until: Option<NaiveDate>,
    /// Whether withdrawal was explained; none when not said.
    pub withdrawal_explained: Option<bool>,
    /// Moment of withdrawal; present exactly when withdrawn.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

impl Consent {
    /// Returns a new answer with nothing but its purpose, what was decided and how it was given.
    pub const fn answered(purpose: ConsentPurpose, decision: ConsentDecision, method: ConsentMethod) -> Self {
        Self {
            id: None,
            purpose,
            recipient: None,
            use_limit: None,
            identity_disclosed: None,
            third_party_disclosed: None,
            decision,
            method,
            quote: None,
            given_on: None,
            retention_until: None,
            withdrawal_explained: None,
            withdrawn_at: None,
        }
    }
}
