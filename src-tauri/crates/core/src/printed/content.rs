//! The values of the papers. What has no field here can't be printed.

use chrono::{NaiveDate, NaiveDateTime};

use crate::{
    engagement::Delivery,
    results::{ActionStatus, Due},
    session::MeasureResult,
};

/// What every paper begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The client's name.
    pub client: String,
    /// The coach's name.
    pub coach: String,
    /// Title of the engagement.
    pub engagement: Option<String>,
    /// Number of the session.
    pub session_number: Option<u32>,
    /// How many sessions are planned.
    pub session_of: Option<u32>,
    /// Local day of the session.
    pub date: Option<NaiveDate>,
    /// Length in minutes.
    pub minutes: Option<i64>,
    /// How it was held.
    pub delivery: Option<Delivery>,
}

/// Words, and whether they may be printed in quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The words.
    pub text: String,
    /// Whether all of them are the client's own.
    pub in_client_words: bool,
}

/// A success measure as agreed at the start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureRow {
    /// The measure.
    pub text: String,
    /// How the client will know.
    pub how_known: Option<String>,
}

/// How something wanted stands at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingRow {
    /// What was wanted.
    pub what: String,
    /// How it stands.
    pub result: MeasureResult,
    /// The client's words; what the coach concluded from the record is not among them.
    pub words: Option<String>,
}

/// What was said under one topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explored {
    /// Title of the topic; none for lines without one.
    pub topic: Option<String>,
    /// Shared lines.
    pub lines: Vec<Words>,
}

/// An action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionRow {
    /// Number on this paper, from 1.
    pub number: usize,
    /// What.
    pub what: String,
    /// The client's verb: "can" is never printed as a promise.
    pub wording: Option<String>,
    /// Title of the topic.
    pub topic: Option<String>,
    /// When.
    pub due: Due,
    /// Number on this paper of the action it follows.
    pub after: Option<usize>,
    /// With or via whom.
    pub support: Option<String>,
    /// Sign of success.
    pub success_sign: Option<String>,
    /// What could get in the way.
    pub obstacle: Option<String>,
    /// Where it stands.
    pub status: ActionStatus,
    /// Whether it belongs under "No date yet".
    pub undated: bool,
}

/// Who will know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountabilityRow {
    /// Who or what.
    pub who: String,
    /// In what way.
    pub how: Option<String>,
    /// How often.
    pub how_often: Option<String>,
    /// Numbers on this paper of the actions it covers.
    pub actions: Vec<usize>,
}

/// What happens next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextRow {
    /// What.
    pub step: NextStep,
    /// Until when.
    pub due: Option<NaiveDate>,
}

/// What happens next, and who does it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextStep {
    /// The client writes about the next date.
    ClientWrites,
    /// Something else the client does.
    Client(String),
    /// Something the coach does.
    Coach(String),
}

/// A line at the foot of a summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FootLine {
    /// The agreement the session was held under.
    HeldUnder {
        /// Its version.
        version: u32,
        /// The day it was signed.
        signed: Option<NaiveDate>,
    },
    /// That the session was recorded, when permission was given in it.
    Recorded {
        /// The only purpose.
        purpose: Option<String>,
        /// With whom the recording is shared.
        shared_with: Option<String>,
    },
    /// For whom the paper is.
    Confidential,
}

/// The session summary, the client's copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryContent {
    /// Head.
    pub head: Head,
    /// At a glance: the first insight.
    pub one_insight: Option<Words>,
    /// At a glance: the number of the action that comes first, if any has a day.
    pub next_action: Option<usize>,
    /// How it was at the start.
    pub state_before: Vec<String>,
    /// How it was at the end.
    pub state_after: Vec<String>,
    /// Topics.
    pub topics: Vec<String>,
    /// What was wanted.
    pub wanted: Vec<String>,
    /// Why it matters.
    pub importance: Vec<String>,
    /// What needs looking at.
    pub need_to_address: Vec<String>,
    /// How the client would know.
    pub measures: Vec<MeasureRow>,
    /// What was explored; empty unless asked for.
    pub explored: Vec<Explored>,
    /// What became clear.
    pub insights: Vec<Words>,
    /// Strengths.
    pub strengths: Vec<String>,
    /// What already works.
    pub resources: Vec<String>,
    /// Actions in order, those without a day too.
    pub actions: Vec<ActionRow>,
    /// Who will know.
    pub accountability: Vec<AccountabilityRow>,
    /// Skills to build.
    pub skills: Vec<String>,
    /// How it stands.
    pub standings: Vec<StandingRow>,
    /// What happens next.
    pub next: Vec<NextRow>,
    /// The next session, in the session's own time zone.
    pub next_session: Option<NaiveDateTime>,
    /// Lines at the foot.
    pub footer: Vec<FootLine>,
}

/// The action plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionPlanContent {
    /// Head.
    pub head: Head,
    /// The day it shows.
    pub as_of: NaiveDate,
    /// Who will know.
    pub accountability: Vec<AccountabilityRow>,
    /// Actions with a day.
    pub dated: Vec<ActionRow>,
    /// Actions under "No date yet".
    pub undated: Vec<ActionRow>,
    /// Plain text for the client's own tracker.
    pub for_own_tracker: String,
}

/// What a recording holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// Sound.
    Sound,
    /// Picture.
    Picture,
}

/// The written consent to recording and sharing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentContent {
    /// Head; its number and date name the session.
    pub head: Head,
    /// What is recorded; empty when nothing of that kind was asked.
    pub recorded: Vec<Medium>,
    /// The only purpose.
    pub use_limit: Option<String>,
    /// Who will hear it.
    pub recipients: Vec<String>,
    /// Whether the client is named to them; none leaves a line.
    pub identity_disclosed: Option<bool>,
    /// Whether third persons are named to them.
    pub third_party_disclosed: Option<bool>,
    /// Day until which it is kept; none leaves a line.
    pub kept_until: Option<NaiveDate>,
    /// One box each: recording and sharing are decided apart.
    pub boxes: Vec<String>,
}
