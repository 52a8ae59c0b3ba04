//! Lines kept in a session.

use coachbook_core::{NoteId, SessionId, Uid};
use tauri::State;

use crate::{
    state::Desk,
    views,
    wire::{
        CommandError,
        notes::{KeptNote, NoteFields, SavedRow},
    },
};

/// Keeps a line, and in the same step makes a row of it (an action, insight, strength, resource or skill) and empties
/// the writing line.
#[tauri::command]
pub(crate) async fn keep_note(
    desk: State<'_, Desk>,
    session_id: i64,
    uid: String,
    note: NoteFields,
    make: Option<String>,
) -> Result<KeptNote, CommandError> {
    desk.note_activity();
    let draft = note.try_into()?;
    let make = make.as_deref().map(views::made_row).transpose()?;
    desk.with(move |vault| views::kept_note(vault, SessionId(session_id), &Uid(uid), &draft, make)).await
}

/// Saves a changed line.
#[tauri::command]
pub(crate) async fn save_note(
    desk: State<'_, Desk>,
    note_id: i64,
    rev: i64,
    note: NoteFields,
) -> Result<KeptNote, CommandError> {
    let draft = note.try_into()?;
    desk.with(move |vault| views::noted_again(vault, NoteId(note_id), rev, &draft)).await
}

/// Makes an insight, action, strength, resource or skill of a line.
#[tauri::command]
pub(crate) async fn make_from_note(
    desk: State<'_, Desk>,
    note_id: i64,
    make: String,
) -> Result<SavedRow, CommandError> {
    let make = views::made_row(&make)?;
    desk.with(move |vault| views::row_made_from_note(vault, NoteId(note_id), make)).await
}

/// Leaves a line out, as the client asked.
#[tauri::command]
pub(crate) async fn leave_out_note(desk: State<'_, Desk>, note_id: i64) -> Result<(), CommandError> {
    desk.with(move |vault| Ok(vault.notes().leave_out(NoteId(note_id))?)).await
}

/// Brings a line back.
#[tauri::command]
pub(crate) async fn restore_note(desk: State<'_, Desk>, note_id: i64) -> Result<(), CommandError> {
    desk.with(move |vault| Ok(vault.notes().restore(NoteId(note_id)).map(drop)?)).await
}

/// Stores half-typed words.
#[tauri::command]
pub(crate) async fn save_draft(
    desk: State<'_, Desk>,
    session_id: i64,
    editor: String,
    text: String,
) -> Result<(), CommandError> {
    desk.note_activity();
    let text = crate::wire::bounded(text)?;
    desk.with(move |vault| Ok(vault.drafts().save(SessionId(session_id), &editor, &text)?)).await
}
