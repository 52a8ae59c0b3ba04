//! Clients and engagements.

use coachbook_core::{ClientId, EngagementId};
use tauri::State;

use crate::{
    state::Desk,
    views,
    wire::{
        CommandError,
        clients::{Client, ClientFields, ClientPage, ClientRow, Engagement, EngagementFields},
    },
};

/// Returns the list of clients, archived ones too.
#[tauri::command]
pub(crate) async fn list_clients(desk: State<'_, Desk>) -> Result<Vec<ClientRow>, CommandError> {
    desk.with(views::client_rows).await
}

/// Returns everything on a client's page.
#[tauri::command]
pub(crate) async fn get_client(desk: State<'_, Desk>, client_id: i64) -> Result<ClientPage, CommandError> {
    desk.with(move |vault| views::client_page(vault, ClientId(client_id))).await
}

/// Saves a client, new or changed.
#[tauri::command]
pub(crate) async fn save_client(
    desk: State<'_, Desk>,
    client_id: Option<i64>,
    rev: Option<i64>,
    fields: ClientFields,
) -> Result<Client, CommandError> {
    desk.note_activity();
    let draft = fields.try_into()?;
    desk.with(move |vault| Ok(vault.clients().save(client_id.map(ClientId), rev, &draft)?.into())).await
}

/// Puts a client away; nothing is deleted.
#[tauri::command]
pub(crate) async fn archive_client(desk: State<'_, Desk>, client_id: i64) -> Result<(), CommandError> {
    desk.with(move |vault| Ok(vault.clients().archive(ClientId(client_id)).map(drop)?)).await
}

/// Brings an archived client back.
#[tauri::command]
pub(crate) async fn restore_client(desk: State<'_, Desk>, client_id: i64) -> Result<(), CommandError> {
    desk.with(move |vault| Ok(vault.clients().restore(ClientId(client_id)).map(drop)?)).await
}

/// Saves an engagement, new or changed.
#[tauri::command]
pub(crate) async fn save_engagement(
    desk: State<'_, Desk>,
    engagement_id: Option<i64>,
    client_id: i64,
    rev: Option<i64>,
    fields: EngagementFields,
) -> Result<Engagement, CommandError> {
    desk.note_activity();
    let draft = fields.try_into()?;
    desk.with(move |vault| {
        let saved = vault.engagements().save(ClientId(client_id), engagement_id.map(EngagementId), rev, &draft)?;
        views::engagement(vault, saved)
    })
    .await
}
