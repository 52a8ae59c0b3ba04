//! The small rows beside the notes of a session.

use coachbook_core::{ConsentId, SessionId};
use tauri::State;

use crate::{
    state::Desk,
    views,
    wire::{
        CommandError,
        notes::SavedRow,
        results::Due,
        sessions::{SessionFrame, SessionRow},
    },
};

/// Saves a row, new or changed.
#[tauri::command]
pub(crate) async fn save_session_row(
    desk: State<'_, Desk>,
    session_id: i64,
    row: SessionRow,
) -> Result<SavedRow, CommandError> {
    desk.note_activity();
    desk.with(move |vault| views::save_row(vault, SessionId(session_id), row)).await
}

/// Takes a row away; it can be brought back.
#[tauri::command]
pub(crate) async fn remove_session_row(
    desk: State<'_, Desk>,
    session_id: i64,
    r#type: String,
    id: i64,
) -> Result<SessionFrame, CommandError> {
    let row = views::row_id(&r#type, id)?;
    views::after(&desk, session_id, move |vault, session| Ok(vault.sessions().remove_row(session, row)?)).await
}

/// Brings a row back.
#[tauri::command]
pub(crate) async fn restore_session_row(
    desk: State<'_, Desk>,
    session_id: i64,
    r#type: String,
    id: i64,
) -> Result<SessionFrame, CommandError> {
    let row = views::row_id(&r#type, id)?;
    views::after(&desk, session_id, move |vault, session| Ok(vault.sessions().restore_row(session, row)?)).await
}

/// Takes a consent back, at once and for that purpose alone.
#[tauri::command]
pub(crate) async fn withdraw_consent(
    desk: State<'_, Desk>,
    session_id: i64,
    consent_id: i64,
) -> Result<SessionFrame, CommandError> {
    views::after(&desk, session_id, move |vault, _| Ok(vault.sessions().withdraw_consent(ConsentId(consent_id))?)).await
}

/// Reads date words from the session's day, changing nothing.
#[tauri::command]
pub(crate) async fn read_date_words(
    desk: State<'_, Desk>,
    session_id: i64,
    words: String,
) -> Result<Option<Due>, CommandError> {
    desk.with(move |vault| views::read_words(vault, SessionId(session_id), &words)).await
}
