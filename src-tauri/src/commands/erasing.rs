//! Erasing a client for good.

use coachbook_core::ClientId;
use tauri::State;

use crate::{
    clipboard::Clipboard,
    erasing,
    state::Desk,
    wire::{
        CommandError,
        erasing::{Erased, ErasedRow, ErasureChoice, ErasureSheet},
    },
};

/// Returns what goes and what stays when a client is erased.
#[tauri::command]
pub(crate) async fn erasure_sheet(desk: State<'_, Desk>, client_id: i64) -> Result<ErasureSheet, CommandError> {
    erasing::sheet(&desk, ClientId(client_id)).await
}

/// Erases the client with this name for good.
#[tauri::command]
pub(crate) async fn erase_client(
    desk: State<'_, Desk>,
    clipboard: State<'_, Clipboard>,
    client_id: i64,
    named: String,
    choice: ErasureChoice,
) -> Result<Erased, CommandError> {
    desk.note_activity();
    let erased = erasing::erase(&desk, ClientId(client_id), named, choice).await?;
    clipboard.clear();
    Ok(erased)
}

/// Returns that clients were erased, and when.
#[tauri::command]
pub(crate) async fn erased_clients(desk: State<'_, Desk>) -> Result<Vec<ErasedRow>, CommandError> {
    desk.with(|vault| Ok(vault.clients().erased()?.into_iter().map(Into::into).collect())).await
}
