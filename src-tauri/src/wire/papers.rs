//! Which paper is meant, and what its preview needs.

use coachbook_core::access::Review;
use coachbook_documents::{Found, Place};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CommandError, agreements::MissingGap, bounded};

/// A paper, named by what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)] // The names say it.
pub enum PaperRequest {
    Agreement {
        version_id: i64,
    },
    RecordingConsent {
        session_id: Option<i64>,
        engagement_id: Option<i64>,
    },
    SessionSummary {
        session_id: i64,
    },
    /// Of one session; without one, of the engagement's last session or all that is still open.
    ActionPlan {
        session_id: Option<i64>,
        engagement_id: Option<i64>,
        last_session: bool,
    },
    SessionSheet {
        session_id: i64,
    },
    RecoverySheet,
    /// The coach's own copy of a session.
    SessionRecord {
        session_id: i64,
    },
    /// As the sponsor receives it once the client has approved these very words; until then as the client's copy.
    SponsorReport {
        engagement_id: i64,
    },
    CoachingPlan {
        engagement_id: i64,
    },
    ClosingReport {
        engagement_id: i64,
    },
    /// Everything kept about a client, with what was decided about records that name somebody else.
    AccessExport {
        client_id: i64,
    },
    /// Between two days; without the first from the beginning, without the last until today.
    HoursLog {
        from: Option<String>,
        until: Option<String>,
    },
    PrivacyNotice,
    ProcessingRecord,
    DataHandling,
    ContinuitySheet,
    /// A form to fill in by hand; for a client, on her sheet and in her size of letters.
    BlankForm {
        form: BlankForm,
        client_id: Option<i64>,
    },
    /// A paper that was given, byte for byte.
    Kept {
        paper_id: i64,
    },
    /// A paper signed on screen: its very bytes, and the page of the signatures behind them.
    Signed {
        paper_id: i64,
    },
}

/// A form to fill in by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
#[allow(missing_docs)]
pub enum BlankForm {
    Agreement,
    Consent,
    BeforeSession,
    GrowSheet,
    ActionPlan,
    Wheel,
}

/// A record that names somebody the client speaks of.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct RecordNaming {
    /// Known by its words: other words, another key.
    pub key: String,
    pub title: String,
    pub on: Option<String>,
    pub text: String,
    pub names: Vec<String>,
    pub private: bool,
    pub review: Option<RecordReview>,
}

/// What was decided about a record: `as_written`, `renamed` with new words, or `left_out`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct RecordReview {
    pub key: String,
    pub choice: String,
    pub words: Option<String>,
}

impl RecordReview {
    pub(crate) fn of(key: &str, review: &Review) -> Self {
        let (choice, words) = review.parts();
        Self { key: key.to_owned(), choice: choice.to_owned(), words: words.map(str::to_owned) }
    }

    pub(crate) fn decision(self) -> Result<Review, CommandError> {
        let words = self.words.map(bounded).transpose()?;
        Review::from_parts(&self.choice, words).ok_or_else(CommandError::malformed)
    }
}

/// What a sponsor is told, and whether the client has approved it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct SponsorReport {
    pub client_id: i64,
    pub sponsor: String,
    pub from: Option<String>,
    pub until: Option<String>,
    pub progress: String,
    /// `no_period`, `backwards`, `waiting`, `changed` or `approved`.
    pub standing: String,
    pub approved_on: Option<String>,
}

/// What stands behind the papers of the practice, counted.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct PracticePapers {
    /// Clients named in the log of hours.
    pub listed: usize,
    /// Clients with hours who have not agreed to be named.
    pub left_off: usize,
    /// Clients with sessions of which nobody has said who pays.
    pub pay_not_said: usize,
    /// Clients on the sheet for a colleague.
    pub active: usize,
    /// Day that sheet was last printed.
    pub continuity_printed: Option<String>,
    /// Clients who came, left or changed since then.
    pub changed_since: u32,
}

/// A paper ready to be looked at.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct PaperPreview {
    pub token: u32,
    pub pages: usize,
    /// Of a page, in points.
    pub width: f32,
    pub height: f32,
    pub suggested_name: String,
    pub warnings: Vec<PaperWarning>,
    pub frozen: bool,
    pub can_be_given: bool,
}

/// What to look at before a paper is handed over.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub enum PaperWarning {
    /// An empty box stands in their place.
    MissingCharacters {
        characters: Vec<String>,
    },
    /// Gaps of the agreement that are neither filled nor left as a line.
    OpenGaps {
        engagement_id: i64,
        gaps: Vec<MissingGap>,
    },
    /// Clauses that came with the program are in English, the client reads this language.
    ClausesInEnglish {
        language: String,
    },
    /// Fields of the coach's own words nothing is known for, by their names on screen.
    EmptyFields {
        labels: Vec<String>,
    },
    /// Fields of a consent that print a line to write on, by their keys.
    LinesLeft {
        fields: Vec<String>,
    },
    /// No signed agreement stands behind the paper; `issued` if one waits for its signature.
    NotSigned {
        engagement_id: i64,
        issued: bool,
    },
    LogoUnreadable,
    /// The fixed words come in this language, and nobody who grew up with it has checked them.
    FixedWordsUnreviewed {
        language: String,
    },
}

/// Words found in a paper.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PaperHit {
    /// Counted from 0.
    pub page: usize,
    /// One for each line they stand on.
    pub places: Vec<PaperPlace>,
}

/// A place on a page, in fractions of its width and height.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PaperPlace {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

impl From<Found> for PaperHit {
    fn from(found: Found) -> Self {
        let places = found.places.into_iter();
        let places = places.map(|Place { x, y, width, height }| PaperPlace { x, y, width, height });
        Self { page: found.page, places: places.collect() }
    }
}

/// A paper as plain text.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PaperText {
    pub text: String,
}
