//! Notes as they cross to the window.

use coachbook_core::{
    NoteId, TopicId,
    note::{self as core_note, BeliefStatus, Commitment, NoteKind, Visibility},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CommandError, bounded, moment, sessions::SessionFrame};

/// What can be written about a note.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)] // The fields are those of the record.
pub struct NoteFields {
    pub text: String,
    pub model: String,
    pub phase: String,
    pub kind: String,
    pub topic_id: Option<i64>,
    pub in_client_words: bool,
    pub visibility: String,
    pub belief_status: Option<String>,
    pub answers: Option<i64>,
    pub commitment: Option<String>,
}

impl From<core_note::NoteDraft> for NoteFields {
    fn from(record: core_note::NoteDraft) -> Self {
        Self {
            text: record.text,
            model: record.model,
            phase: record.phase,
            kind: record.kind.key().to_owned(),
            topic_id: record.topic_id.map(|id| id.0),
            in_client_words: record.in_client_words,
            visibility: record.visibility.key().to_owned(),
            belief_status: record.belief_status.map(|status| status.key().to_owned()),
            answers: record.answers.map(|id| id.0),
            commitment: record.commitment.map(|said| said.key().to_owned()),
        }
    }
}

impl TryFrom<NoteFields> for core_note::NoteDraft {
    type Error = CommandError;

    fn try_from(wire: NoteFields) -> Result<Self, CommandError> {
        let draft = Self {
            text: bounded(wire.text)?,
            model: wire.model,
            phase: wire.phase,
            kind: NoteKind::from_key(&wire.kind)?,
            topic_id: wire.topic_id.map(TopicId),
            in_client_words: wire.in_client_words,
            visibility: Visibility::from_key(&wire.visibility)?,
            belief_status: wire.belief_status.map(|key| BeliefStatus::from_key(&key)).transpose()?,
            answers: wire.answers.map(NoteId),
            commitment: wire.commitment.map(|key| Commitment::from_key(&key)).transpose()?,
        };
        Ok(draft.settled())
    }
}

/// A line kept in a session.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct Note {
    pub id: i64,
    pub rev: i64,
    pub at: String,
    pub elapsed_ms: i64,
    /// How many earlier wordings it has.
    pub earlier: u32,
    #[serde(flatten)]
    pub fields: NoteFields,
}

impl From<core_note::Note> for Note {
    fn from(record: core_note::Note) -> Self {
        Self {
            id: record.id.0,
            rev: record.rev,
            at: moment(record.at),
            elapsed_ms: record.elapsed_ms,
            earlier: 0,
            fields: record.fields.into(),
        }
    }
}

/// A kept line, and the session's small lists when something else changed with it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct KeptNote {
    pub note: Note,
    pub frame: Option<SessionFrame>,
}

/// A row made from a note.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct SavedRow {
    pub id: i64,
    pub frame: SessionFrame,
}
