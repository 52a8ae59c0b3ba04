//! The sample client: one fictional client with one session that has been held, to look around in.
//!
//! Rows carry local numbers, counted from 1 in each kind, and point at each other by them: `ActionId(6)` is the sixth
//! action of the sample and no row of any book. Whoever puts the sample into a book gives each row its own number.

mod file;
mod twin;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use coachbook_core::{
    EngagementId, NoteId, SessionId, TopicId,
    book::CoachProfile,
    client::{ClientDraft, Person},
    consent::Consent,
    engagement::EngagementDraft,
    note::{Note, NoteDraft},
    results::{Accountability, Action, DevelopmentArea, FollowUp, Insight, Resource, Strength},
    session::{CheckKey, FocusLine, Measure, Session, SessionCheck, SessionFrame, SessionRecord, SessionStatus, Topic},
};

use crate::built_in::BuiltInError;

const FILE: &str = include_str!("../data/sample.json");

/// The sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleRecord {
    /// Says that all of it is fictional; shown wherever the sample is.
    pub notice: String,
    /// The coach of the sample.
    pub coach: CoachProfile,
    /// The client.
    pub client: ClientDraft,
    /// The engagement.
    pub engagement: EngagementDraft,
    /// People the client speaks of, by alias.
    pub people: Vec<Person>,
    /// What the coach said the agreement holds.
    pub agreement: Vec<ReferencedClause>,
    /// The session.
    pub session: SampleSession,
}

/// A clause the coach referred to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferencedClause {
    /// Key in the clause library.
    pub key: String,
    /// What was said of it.
    pub says: String,
}

/// A check without a moment: the sample has a day and no times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleCheck {
    /// Which.
    pub key: CheckKey,
    /// Whether the client acknowledged it.
    pub acknowledged: Option<bool>,
    /// The client's answer.
    pub answer: Option<String>,
}

/// A note with its local number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleNote {
    /// Local number.
    pub id: NoteId,
    /// The fields.
    pub fields: NoteDraft,
}

/// The session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleSession {
    /// Local day it was held.
    pub held_on: NaiveDate,
    /// Time zone.
    pub zone: Tz,
    /// Planned length in minutes.
    pub planned_minutes: u32,
    /// Key of the coaching model.
    pub model: String,
    /// Checks that were done.
    pub checks: Vec<SampleCheck>,
    /// Consents.
    pub consents: Vec<Consent>,
    /// Topics.
    pub topics: Vec<Topic>,
    /// Topics that were taken up again.
    pub taken_up_again: Vec<TopicId>,
    /// Focus lines.
    pub focus: Vec<FocusLine>,
    /// Success measures.
    pub measures: Vec<Measure>,
    /// Notes.
    pub notes: Vec<SampleNote>,
    /// Insights.
    pub insights: Vec<Insight>,
    /// Strengths.
    pub strengths: Vec<Strength>,
    /// Resources.
    pub resources: Vec<Resource>,
    /// Skills to build.
    pub skills: Vec<DevelopmentArea>,
    /// Actions.
    pub actions: Vec<Action>,
    /// Who will know.
    pub accountability: Vec<Accountability>,
    /// What happens next.
    pub follow_ups: Vec<FollowUp>,
}

/// Reads the sample.
///
/// # Errors
/// [`BuiltInError`] when the file was damaged in building.
pub fn sample() -> Result<SampleRecord, BuiltInError> {
    file::read(FILE)
}

impl SampleRecord {
    /// Returns the session as a record with the local numbers, for previews and tests that need no book.
    ///
    /// Its beginning is put at noon, so that the day reads the same in every zone people live in. It has no end: the
    /// sample knows no length, and none is made up.
    pub fn session_record(&self) -> SessionRecord {
        let started = self.session.held_on.and_time(noon()).and_utc();
        let notes = self
            .session
            .notes
            .iter()
            .map(|note| Note { id: note.id, rev: 1, at: started, elapsed_ms: 0, fields: note.fields.clone() })
            .collect();
        SessionRecord { frame: self.frame(started), notes }
    }

    fn frame(&self, started: DateTime<Utc>) -> SessionFrame {
        let held = &self.session;
        let checks = held
            .checks
            .iter()
            .map(|check| SessionCheck {
                key: check.key,
                done_at: started,
                acknowledged: check.acknowledged,
                note: check.answer.clone(),
            })
            .collect();
        SessionFrame {
            session: self.bare_session(started),
            checks,
            consents: held.consents.clone(),
            topics: held.topics.clone(),
            focus: held.focus.clone(),
            measures: held.measures.clone(),
            insights: held.insights.clone(),
            strengths: held.strengths.clone(),
            resources: held.resources.clone(),
            skills: held.skills.clone(),
            actions: held.actions.clone(),
            accountability: held.accountability.clone(),
            follow_ups: held.follow_ups.clone(),
            people: self.people.clone(),
            drafts: Vec::new(),
        }
    }

    fn bare_session(&self, started: DateTime<Utc>) -> Session {
        Session {
            id: SessionId(1),
            rev: 1,
            engagement_id: EngagementId(1),
            number: None,
            status: SessionStatus::Completed,
            planned_at: None,
            started_at: Some(started),
            ended_at: None,
            paused_ms: 0,
            paused_since: None,
            planned_minutes: self.session.planned_minutes,
            zone: self.session.zone,
            model: self.session.model.clone(),
            active_topic: None,
            phase: "CLOSE".to_owned(),
            agreement_version: None,
            next_session_at: None,
            for_next_time: None,
            reflection: None,
        }
    }
}

fn noon() -> NaiveTime {
    NaiveTime::from_hms_opt(12, 0, 0).unwrap_or(NaiveTime::MIN)
}
