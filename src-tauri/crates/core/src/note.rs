//! Notes: the lines kept during a session.

use chrono::{DateTime, Utc};

use crate::{NoteId, TopicId, keyed::keyed_enum};

keyed_enum! {
    /// Who may see a row on paper. On screen: mine, shared.
    Visibility {
        /// The coach alone.
        Private = "private",
        /// Printed for the client.
        Shared = "shared",
    }
}

keyed_enum! {
    /// What a line is. The plain kind carries no word on screen.
    NoteKind {
        /// A plain line.
        Plain = "plain",
        /// How the client arrives.
        Arrival = "arrival",
        /// A feeling.
        Feeling = "feeling",
        /// A belief the client holds.
        Assumption = "assumption",
        /// What speaks for or against a belief.
        Evidence = "evidence",
        /// A time it was different.
        Exception = "exception",
        /// What worked before.
        PastSuccess = "past_success",
        /// Another view.
        Perspective = "perspective",
        /// A pattern.
        Pattern = "pattern",
        /// An obstacle.
        Obstacle = "obstacle",
        /// An option.
        Option = "option",
        /// A word in between: how is it now.
        CheckIn = "check_in",
        /// What the coach noticed; never shared, never an action.
        CoachObservation = "coach_observation",
        /// A question of the coach's own.
        QuestionAsked = "question_asked",
    }
}

impl NoteKind {
    /// Returns whether a line of this kind may ever be printed for the client.
    pub const fn may_be_shared(self) -> bool {
        !matches!(self, NoteKind::CoachObservation)
    }
}

keyed_enum! {
    /// What became of a belief.
    BeliefStatus {
        /// Still held.
        Held = "held",
        /// Less sure.
        Loosened = "loosened",
        /// Let go.
        Dropped = "dropped",
    }
}

keyed_enum! {
    /// How firmly an option was said.
    Commitment {
        /// A possibility.
        Could = "could",
        /// A promise.
        Will = "will",
    }
}

/// What can be written about a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteDraft {
    /// The words.
    pub text: String,
    /// Key of the coaching model in use.
    pub model: String,
    /// Key of the phase: `OPEN`, a phase of the model, `CLOSE`.
    pub phase: String,
    /// Kind.
    pub kind: NoteKind,
    /// Topic the line belongs to.
    pub topic_id: Option<TopicId>,
    /// Whether the whole line is the client's own words.
    pub in_client_words: bool,
    /// Visibility.
    pub visibility: Visibility,
    /// For a belief: what became of it.
    pub belief_status: Option<BeliefStatus>,
    /// The belief this line loosens.
    pub answers: Option<NoteId>,
    /// For an option: how firmly it was said.
    pub commitment: Option<Commitment>,
}

impl NoteDraft {
    /// Returns a plain private line in `phase` of GROW.
    pub fn plain(text: &str, phase: &str, topic_id: Option<TopicId>) -> Self {
        Self {
            text: text.to_owned(),
            model: "GROW".to_owned(),
            phase: phase.to_owned(),
            kind: NoteKind::Plain,
            topic_id,
            in_client_words: false,
            visibility: Visibility::Private,
            belief_status: None,
            answers: None,
            commitment: None,
        }
    }

    /// Returns the same draft as it may be stored: a line that can never be shared is private whatever was asked.
    pub fn settled(mut self) -> Self {
        if !self.kind.may_be_shared() {
            self.visibility = Visibility::Private;
        }
        if self.kind == NoteKind::Assumption && self.belief_status.is_none() {
            self.belief_status = Some(BeliefStatus::Held);
        }
        if self.kind != NoteKind::Assumption {
            self.belief_status = None;
        }
        self
    }
}

/// A line kept in a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Row number.
    pub id: NoteId,
    /// Revision, for detecting stale saves.
    pub rev: i64,
    /// Moment it was kept.
    pub at: DateTime<Utc>,
    /// Milliseconds since the session began, pauses left out.
    pub elapsed_ms: i64,
    /// The fields.
    pub fields: NoteDraft,
}
