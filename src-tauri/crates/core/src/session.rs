//! A session: its clock, opening checks, focus for the day, and everything kept in it.

mod course;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::{
    EngagementId, FocusLineId, MeasureId, SessionId, TopicId, VersionId,
    client::Person,
    consent::Consent,
    keyed::keyed_enum,
    note::Note,
    results::{Accountability, Action, DevelopmentArea, FollowUp, Insight, Resource, Strength},
};

pub use crate::session_row::{SessionRow, SessionRowId};
pub use course::SHORTEST_GAP;

keyed_enum! {
    /// Where a session stands.
    SessionStatus {
        /// In the calendar.
        Planned = "planned",
        /// Being held.
        InProgress = "in_progress",
        /// Ended; the record may still be completed.
        Ended = "ended",
        /// The record is finished.
        Completed = "completed",
        /// The client called it off.
        CancelledByClient = "cancelled_by_client",
        /// The coach called it off.
        CancelledByCoach = "cancelled_by_coach",
        /// The client did not come.
        NoShow = "no_show",
    }
}

keyed_enum! {
    /// What the coach says or asks around a session; a tick means it was said.
    CheckKey {
        /// The coach's role.
        RoleRestated = "role_restated",
        /// The agreement.
        AgreementReferredTo = "agreement_referred_to",
        /// No advice, no solutions.
        NoAdviceRestated = "no_advice_restated",
        /// Confidentiality.
        ConfidentialityRestated = "confidentiality_restated",
        /// Its limits.
        ConfidentialityLimitsStated = "confidentiality_limits_stated",
        /// Permission to record.
        RecordingConsentAsked = "recording_consent_asked",
        /// Ready to begin.
        ReadyConfirmed = "ready_confirmed",
        /// How the measures stand.
        MeasuresChecked = "measures_checked",
        /// Anything else.
        AnythingElseAsked = "anything_else_asked",
        /// The actions, read back.
        ActionsReadBack = "actions_read_back",
        /// A consent was taken back: the recording is stopped, deleted or not passed on, as the client wishes.
        WithdrawalSeenTo = "withdrawal_seen_to",
    }
}

/// One check that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionCheck {
    /// Which.
    pub key: CheckKey,
    /// Moment it was ticked.
    pub done_at: DateTime<Utc>,
    /// Whether the client acknowledged it; none when not noted.
    pub acknowledged: Option<bool>,
    /// The client's answer.
    pub note: Option<String>,
}

keyed_enum! {
    /// Where a topic stands.
    TopicStatus {
        /// Raised, not yet touched.
        Open = "open",
        /// Being worked on.
        Active = "active",
        /// Worked on.
        Worked = "worked",
        /// Put aside.
        Parked = "parked",
        /// Waits for the next session.
        CarriedForward = "carried_forward",
    }
}

/// A topic of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Row number; none when new.
    pub id: Option<TopicId>,
    /// Full title.
    pub title: String,
    /// One or two words for the chip; none means the title's beginning.
    pub short_name: Option<String>,
    /// Where it stands.
    pub status: TopicStatus,
    /// Phase to come back to.
    pub phase: String,
    /// Whether it came after "What else?".
    pub after_what_else: bool,
    /// Moment the topic was taken up again.
    pub returned_at: Option<DateTime<Utc>>,
}

keyed_enum! {
    /// A slot of the focus card.
    FocusSlot {
        /// How it is now.
        PresentState = "present_state",
        /// What is wanted from today.
        WantedResult = "wanted_result",
        /// Why it matters.
        Importance = "importance",
        /// What needs looking at.
        NeedToAddress = "need_to_address",
        /// How it is at the end.
        StateAfter = "state_after",
    }
}

keyed_enum! {
    /// How a measure or a wanted result stands. "Not asked" is a legal answer.
    MeasureResult {
        /// Nothing noted.
        Unknown = "unknown",
        /// Not asked.
        NotAsked = "not_asked",
        /// Not met.
        NotMet = "not_met",
        /// Partly.
        Partly = "partly",
        /// Met.
        Met = "met",
        /// Goes on after the session.
        CarriedForward = "carried_forward",
    }
}

keyed_enum! {
    /// Who said how a measure stands.
    AssessedBy {
        /// The client, asked.
        ClientAsked = "client_asked",
        /// The client, unasked.
        ClientVolunteered = "client_volunteered",
        /// The coach, from the record.
        Coach = "coach",
    }
}

/// How something wanted stands at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Result.
    pub result: MeasureResult,
    /// The client's words about it.
    pub evidence: Option<String>,
    /// Who said so.
    pub assessed_by: Option<AssessedBy>,
}

impl Standing {
    /// Returns the standing of something nobody has looked at yet.
    pub const fn unknown() -> Self {
        Self { result: MeasureResult::Unknown, evidence: None, assessed_by: None }
    }
}

/// A line of the focus for the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FocusLine {
    /// Row number; none when new.
    pub id: Option<FocusLineId>,
    /// Slot.
    pub slot: FocusSlot,
    /// The words.
    pub text: String,
    /// How it stands, for what was wanted.
    pub standing: Standing,
}

/// A success measure of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Row number; none when new.
    pub id: Option<MeasureId>,
    /// Topic it belongs to.
    pub topic_id: Option<TopicId>,
    /// The measure.
    pub text: String,
    /// How the client will know.
    pub how_known: Option<String>,
    /// How it stands.
    pub standing: Standing,
}

/// A session without what was kept in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Row number.
    pub id: SessionId,
    /// Revision.
    pub rev: i64,
    /// The engagement it belongs to.
    pub engagement_id: EngagementId,
    /// Number within the engagement, in order of holding; none while planned.
    pub number: Option<u32>,
    /// Standing.
    pub status: SessionStatus,
    /// Planned moment.
    pub planned_at: Option<DateTime<Utc>>,
    /// Moment it began, as held; editable afterwards.
    pub started_at: Option<DateTime<Utc>>,
    /// Moment it ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// Pauses, in milliseconds.
    pub paused_ms: i64,
    /// Moment the running pause began.
    pub paused_since: Option<DateTime<Utc>>,
    /// Planned length in minutes.
    pub planned_minutes: u32,
    /// Time zone the session is held in.
    pub zone: Tz,
    /// Key of the coaching model.
    pub model: String,
    /// Topic being worked on.
    pub active_topic: Option<TopicId>,
    /// Phase the next line gets.
    pub phase: String,
    /// Agreement version in force when it began.
    pub agreement_version: Option<VersionId>,
    /// Next session, as agreed.
    pub next_session_at: Option<DateTime<Utc>>,
    /// The coach's line for the next time.
    pub for_next_time: Option<String>,
    /// The coach's reflection; never printed.
    pub reflection: Option<String>,
}

impl Session {
    /// Returns D, the base of all date words: the local date the session began (DESIGN §10.9), else the planned one.
    pub fn base_date(&self) -> Option<NaiveDate> {
        let moment = self.started_at.or(self.planned_at)?;
        Some(moment.with_timezone(&self.zone).date_naive())
    }

    /// Returns the milliseconds since the start, pauses left out, at `now`; 0 before the start and when the clock jumped back.
    pub fn elapsed_ms(&self, now: DateTime<Utc>) -> i64 {
        let Self { started_at, ended_at, paused_ms, paused_since, .. } = *self;
        SessionTime { started_at, ended_at, paused_ms, paused_since }.elapsed_ms(now)
    }

    /// Returns the length in whole minutes, rounded half up once (DESIGN §10.9); none while it has not ended.
    pub fn minutes(&self) -> Option<i64> {
        let end = self.ended_at?;
        Some((self.elapsed_ms(end) + 30_000) / 60_000)
    }
}

/// How the time of a session went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionTime {
    /// Moment it began, as held.
    pub started_at: Option<DateTime<Utc>>,
    /// Moment it ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// Pauses, in milliseconds.
    pub paused_ms: i64,
    /// Moment the running pause began.
    pub paused_since: Option<DateTime<Utc>>,
}

impl SessionTime {
    /// Returns the milliseconds since the start, pauses left out, at `now`; 0 before the start and when the clock jumped back.
    pub fn elapsed_ms(self, now: DateTime<Utc>) -> i64 {
        let Some(start) = self.started_at else { return 0 };
        let until = self.ended_at.unwrap_or(now);
        let pause = self.paused_since.map_or(0, |since| (until - since).num_milliseconds().max(0));
        ((until - start).num_milliseconds() - self.paused_ms - pause).max(0)
    }
}

/// Half-typed words of an editor, stored with the same promise as kept lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which editor: `line` for the writing line, `note:12`, `closing`, …
    pub editor: String,
    /// The words.
    pub text: String,
}

/// Everything of one session but its notes: small lists, sent whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionFrame {
    /// The session.
    pub session: Session,
    /// Checks that were ticked.
    pub checks: Vec<SessionCheck>,
    /// Consents of this client, oldest first.
    pub consents: Vec<Consent>,
    /// Topics in order.
    pub topics: Vec<Topic>,
    /// Focus lines in order.
    pub focus: Vec<FocusLine>,
    /// Success measures in order.
    pub measures: Vec<Measure>,
    /// Insights in order.
    pub insights: Vec<Insight>,
    /// Strengths named in this session.
    pub strengths: Vec<Strength>,
    /// Resources kept in this session.
    pub resources: Vec<Resource>,
    /// Skills to build from this session.
    pub skills: Vec<DevelopmentArea>,
    /// Actions born in this session, in order.
    pub actions: Vec<Action>,
    /// Who will know.
    pub accountability: Vec<Accountability>,
    /// What happens next.
    pub follow_ups: Vec<FollowUp>,
    /// People the client speaks of.
    pub people: Vec<Person>,
    /// Half-typed words.
    pub drafts: Vec<Draft>,
}

/// A whole session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRecord {
    /// All but the notes.
    pub frame: SessionFrame,
    /// The notes in the order they were kept.
    pub notes: Vec<Note>,
}

#[cfg(test)]
impl Session {
    /// A session being held since `started`, planned for so many minutes, for the tests of rules about time.
    pub(crate) fn running(started: DateTime<Utc>, planned_minutes: u32) -> Self {
        Self {
            id: SessionId(1),
            rev: 1,
            engagement_id: EngagementId(1),
            number: Some(1),
            status: SessionStatus::InProgress,
            planned_at: None,
            started_at: Some(started),
            ended_at: None,
            paused_ms: 0,
            paused_since: None,
            planned_minutes,
            zone: Tz::UTC,
            model: "GROW".to_owned(),
            active_topic: None,
            phase: "G".to_owned(),
            agreement_version: None,
            next_session_at: None,
            for_next_time: None,
            reflection: None,
        }
    }
}
