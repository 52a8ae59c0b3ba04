//! Before and after a session: what is recalled, what waits, what was held on paper.

use coachbook_core::{EngagementId, NoteId, SessionId, TopicId};
use coachbook_vault::HeldOnPaper;
use tauri::State;

use crate::{
    state::{Desk, local_zone},
    views,
    wire::{
        CommandError,
        notes::SavedRow,
        prep::{Prep, Revision},
        read_day, read_time,
        sessions::PlannedSession,
    },
};

/// Returns the page before a session.
#[tauri::command]
pub(crate) async fn get_prep(desk: State<'_, Desk>, session_id: i64) -> Result<Prep, CommandError> {
    desk.with(move |vault| views::prep(vault, SessionId(session_id))).await
}

/// Takes a waiting topic up in a session.
#[tauri::command]
pub(crate) async fn take_up_topic(
    desk: State<'_, Desk>,
    session_id: i64,
    topic_id: i64,
) -> Result<SavedRow, CommandError> {
    desk.note_activity();
    desk.with(move |vault| {
        let session = SessionId(session_id);
        let id = vault.sessions().take_up(session, TopicId(topic_id))?.0;
        Ok(SavedRow { id, frame: views::session_frame(vault, session)? })
    })
    .await
}

/// Notes a session that was held on paper: a planned one, or one nobody planned.
#[tauri::command]
pub(crate) async fn record_session(
    desk: State<'_, Desk>,
    engagement_id: Option<i64>,
    session_id: Option<i64>,
    date: String,
    time: String,
    minutes: Option<u32>,
) -> Result<PlannedSession, CommandError> {
    desk.note_activity();
    let date = read_day(Some(&date))?.ok_or_else(CommandError::malformed)?;
    let held = HeldOnPaper { date, time: read_time(&time)?, minutes };
    desk.with(move |vault| {
        let (engagement, planned) = (engagement_id.map(EngagementId), session_id.map(SessionId));
        let id = views::on_paper(vault, engagement, planned, local_zone(), held)?;
        Ok(PlannedSession { session_id: id.0 })
    })
    .await
}

/// Returns what a line said before, oldest first.
#[tauri::command]
pub(crate) async fn note_revisions(desk: State<'_, Desk>, note_id: i64) -> Result<Vec<Revision>, CommandError> {
    desk.with(move |vault| views::revisions(vault, NoteId(note_id))).await
}
