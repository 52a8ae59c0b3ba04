//! The coach's own copy of a session: everything the client's copy holds, and everything that is hers alone.
//!
//! It is never given to anybody. What it says besides the summary has its own type, so that no paper for a client can
//! be made from it by mistake.

use chrono::NaiveDate;

use crate::{
    consent::{Consent, ConsentDecision, ConsentMethod, ConsentPurpose},
    note::{BeliefStatus, Commitment, Note, NoteKind, Visibility},
    printed::{self, Context, SummaryContent},
    session::{CheckKey, SessionFrame, SessionRecord},
};

/// Stands after what the coach keeps to herself, wherever it comes up in her copy.
const MINE: &str = " (mine)";

/// A line of the session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteLine {
    /// Whole minutes since the session began, pauses left out.
    pub minute: i64,
    /// Kind.
    pub kind: NoteKind,
    /// Title of the topic.
    pub topic: Option<String>,
    /// The words.
    pub text: String,
    /// Whether they are the client's own.
    pub in_client_words: bool,
    /// For an option, how firmly it was said.
    pub commitment: Option<Commitment>,
    /// Whether the client may see it.
    pub shared: bool,
}

/// The lines of one phase, in the order they were kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// Key, as `G`.
    pub key: String,
    /// The lines.
    pub lines: Vec<NoteLine>,
}

/// A belief and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Belief {
    /// The belief.
    pub text: String,
    /// What became of it.
    pub became: BeliefStatus,
    /// The lines that answered it.
    pub answers: Vec<String>,
}

/// A check that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Which.
    pub key: CheckKey,
    /// Whether the client acknowledged it.
    pub acknowledged: Option<bool>,
    /// The client's answer.
    pub answer: Option<String>,
}

/// A consent as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentLine {
    /// Purpose.
    pub purpose: ConsentPurpose,
    /// Decision; a consent that was taken back reads as withdrawn.
    pub decision: ConsentDecision,
    /// How it was given.
    pub method: ConsentMethod,
    /// Who receives what is shared.
    pub recipient: Option<String>,
    /// The words of the answer.
    pub quote: Option<String>,
    /// Day it was given.
    pub given_on: Option<NaiveDate>,
    /// Day until which the recording is kept.
    pub kept_until: Option<NaiveDate>,
}

/// What stands in the coach's copy besides the summary.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Private {
    /// Notes by phase, in the order the phases came up.
    pub phases: Vec<Phase>,
    /// Beliefs and what became of them.
    pub beliefs: Vec<Belief>,
    /// Questions that were used.
    pub questions: Vec<String>,
    /// Checks that were done.
    pub checks: Vec<Check>,
    /// Consents, oldest first.
    pub consents: Vec<ConsentLine>,
    /// The coach's reflection.
    pub reflection: Option<String>,
    /// Her line for the next time.
    pub for_next_time: Option<String>,
}

/// Returns the coach's copy: the summary with all rows, her own marked as such, and what is private. `used` are the
/// words of the questions noted as used.
pub fn coach_copy(record: &SessionRecord, context: Context<'_>, used: Vec<String>) -> (SummaryContent, Private) {
    let summary = printed::summary(&all_rows(record), context, false);
    let frame = &record.frame;
    let private = Private {
        phases: phases(record),
        beliefs: beliefs(&record.notes),
        questions: record
            .notes
            .iter()
            .filter(|note| note.fields.kind == NoteKind::QuestionAsked)
            .map(|note| note.fields.text.clone())
            .chain(used)
            .collect(),
        checks: frame
            .checks
            .iter()
            .map(|check| Check { key: check.key, acknowledged: check.acknowledged, answer: check.note.clone() })
            .collect(),
        consents: frame.consents.iter().map(consent).collect(),
        reflection: frame.session.reflection.clone(),
        for_next_time: frame.session.for_next_time.clone(),
    };
    (summary, private)
}

/// The session with every result readable, and what is the coach's marked: the summary's own rules then print it.
fn all_rows(record: &SessionRecord) -> SessionRecord {
    let mut frame: SessionFrame = record.frame.clone();
    let mark = |text: &mut String, visibility: &mut Visibility| {
        if *visibility == Visibility::Private {
            *visibility = Visibility::Shared;
            text.push_str(MINE);
        }
    };
    frame.insights.iter_mut().for_each(|row| mark(&mut row.text, &mut row.visibility));
    frame.strengths.iter_mut().for_each(|row| mark(&mut row.text, &mut row.visibility));
    frame.resources.iter_mut().for_each(|row| mark(&mut row.text, &mut row.visibility));
    frame.skills.iter_mut().for_each(|row| mark(&mut row.text, &mut row.visibility));
    frame.actions.iter_mut().for_each(|row| mark(&mut row.what, &mut row.visibility));
    frame.accountability.iter_mut().for_each(|row| mark(&mut row.who, &mut row.visibility));
    frame.follow_ups.iter_mut().for_each(|row| mark(&mut row.what, &mut row.visibility));
    // A quotation with a mark in it is none.
    frame.insights.iter_mut().filter(|row| row.text.ends_with(MINE)).for_each(|row| row.in_client_words = false);
    SessionRecord { frame, notes: Vec::new() }
}

fn phases(record: &SessionRecord) -> Vec<Phase> {
    let mut phases: Vec<Phase> = Vec::new();
    for note in &record.notes {
        let line = line(note, &record.frame);
        match phases.iter_mut().find(|phase| phase.key == note.fields.phase) {
            Some(phase) => phase.lines.push(line),
            None => phases.push(Phase { key: note.fields.phase.clone(), lines: vec![line] }),
        }
    }
    phases
}

fn line(note: &Note, frame: &SessionFrame) -> NoteLine {
    let fields = &note.fields;
    let topic = fields.topic_id.and_then(|id| frame.topics.iter().find(|topic| topic.id == Some(id)));
    NoteLine {
        minute: note.elapsed_ms.max(0) / 60_000,
        kind: fields.kind,
        topic: topic.map(|topic| topic.short_name.clone().unwrap_or_else(|| topic.title.clone())),
        text: fields.text.clone(),
        in_client_words: fields.in_client_words,
        commitment: fields.commitment,
        shared: fields.visibility == Visibility::Shared,
    }
}

fn beliefs(notes: &[Note]) -> Vec<Belief> {
    let answers = |belief: &Note| {
        let answering = notes.iter().filter(|note| note.fields.answers == Some(belief.id));
        answering.map(|note| note.fields.text.clone()).collect()
    };
    notes
        .iter()
        .filter(|note| note.fields.kind == NoteKind::Assumption)
        .map(|note| Belief {
            text: note.fields.text.clone(),
            became: note.fields.belief_status.unwrap_or(BeliefStatus::Held),
            answers: answers(note),
        })
        .collect()
}

fn consent(row: &Consent) -> ConsentLine {
    ConsentLine {
        purpose: row.purpose,
        decision: if row.withdrawn_at.is_some() { ConsentDecision::Withdrawn } else { row.decision },
        method: row.method,
        recipient: row.recipient.clone(),
        quote: row.quote.clone(),
        given_on: row.given_on,
        kept_until: row.retention_until,
    }
}
