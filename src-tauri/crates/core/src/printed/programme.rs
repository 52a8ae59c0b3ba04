//! What the papers about a whole programme may say: taken from shared rows of its sessions, each thing once.
//!
//! What was wanted from one session is no goal of the programme, and how it stood that day says nothing of the end: the
//! plan takes it from the last session that named it, and the report of the end does not take it at all.

use chrono::NaiveDate;

use super::{
    Context,
    content::{Head, MeasureRow, Words},
    rows::engagement_head,
};
use crate::{
    note::Visibility,
    session::{FocusSlot, MeasureResult, SessionFrame},
};

/// A programme over its sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgrammeContent {
    /// The head; it names no session.
    pub head: Head,
    /// First day: as agreed, else that of the first session.
    pub first: Option<NaiveDate>,
    /// Last day, as agreed.
    pub agreed_end: Option<NaiveDate>,
    /// How it is now, in the words of the last session that said so.
    pub present: Vec<String>,
    /// What was wanted last and is not met.
    pub wanted: Vec<String>,
    /// How one would know, from the same session.
    pub measures: Vec<MeasureRow>,
    /// What became clear.
    pub insights: Vec<Words>,
    /// Strengths.
    pub strengths: Vec<String>,
    /// What worked before.
    pub resources: Vec<String>,
    /// Skills to build.
    pub skills: Vec<String>,
    /// Days of the sessions that were held.
    pub sessions: Vec<NaiveDate>,
    /// How many were agreed; none where some were held before the book, which has no days for them.
    pub planned: Option<u32>,
}

/// Returns what may be said of a programme. `frames` are the sessions that were held, oldest first.
pub fn programme(frames: &[SessionFrame], context: Context<'_>) -> ProgrammeContent {
    let fields = &context.engagement.fields;
    let sessions: Vec<NaiveDate> = frames.iter().filter_map(|frame| frame.session.base_date()).collect();
    let last_wanted = frames.iter().rfind(|frame| !wanted(frame).is_empty());
    let shared = |rows: Vec<(&String, Visibility)>| {
        let texts = rows.into_iter().filter(|(_, seen)| *seen == Visibility::Shared).map(|(text, _)| text.clone());
        each_once(texts.collect())
    };
    ProgrammeContent {
        head: engagement_head(context),
        first: fields.start_date.or_else(|| sessions.first().copied()),
        agreed_end: fields.end_date,
        present: frames.iter().rev().map(state).find(|state| !state.is_empty()).unwrap_or_default(),
        wanted: last_wanted.map(wanted).unwrap_or_default(),
        measures: last_wanted.map(measures).unwrap_or_default(),
        insights: each_once(
            frames
                .iter()
                .flat_map(|frame| &frame.insights)
                .filter(|row| row.visibility == Visibility::Shared)
                .map(|row| Words { text: row.text.clone(), in_client_words: row.in_client_words })
                .collect(),
        ),
        strengths: shared(frames.iter().flat_map(|f| &f.strengths).map(|row| (&row.text, row.visibility)).collect()),
        resources: shared(frames.iter().flat_map(|f| &f.resources).map(|row| (&row.text, row.visibility)).collect()),
        skills: shared(frames.iter().flat_map(|f| &f.skills).map(|row| (&row.text, row.visibility)).collect()),
        sessions,
        planned: fields.planned_sessions.filter(|_| fields.sessions_before.unwrap_or(0) == 0),
    }
}

/// How it was at the end of a session, or at its beginning where nobody said.
fn state(frame: &SessionFrame) -> Vec<String> {
    let after = lines(frame, FocusSlot::StateAfter);
    if after.is_empty() { lines(frame, FocusSlot::PresentState) } else { after }
}

fn lines(frame: &SessionFrame, slot: FocusSlot) -> Vec<String> {
    frame.focus.iter().filter(|line| line.slot == slot).map(|line| line.text.clone()).collect()
}

fn wanted(frame: &SessionFrame) -> Vec<String> {
    let open = frame.focus.iter().filter(|line| line.slot == FocusSlot::WantedResult);
    open.filter(|line| line.standing.result != MeasureResult::Met).map(|line| line.text.clone()).collect()
}

fn measures(frame: &SessionFrame) -> Vec<MeasureRow> {
    let open = frame.measures.iter().filter(|row| row.standing.result != MeasureResult::Met);
    open.map(|row| MeasureRow { text: row.text.clone(), how_known: row.how_known.clone() }).collect()
}

/// The same words in two sessions are one thing.
fn each_once<T: PartialEq>(rows: Vec<T>) -> Vec<T> {
    let mut once: Vec<T> = Vec::with_capacity(rows.len());
    for row in rows {
        if !once.contains(&row) {
            once.push(row);
        }
    }
    once
}
