//! Templates: the coach's own words for papers, e-mails and the opening.

use coachbook_core::{ClientId, TemplateId, template::TemplateKind};
use tauri::{AppHandle, State};

use crate::{
    state::Desk,
    templates, views,
    wire::{
        CommandError,
        book::SavedFile,
        templates::{KeptTemplate, TemplateList, TemplatePart, TemplateSheet, TemplateWords},
    },
};

/// Returns the list of templates.
#[tauri::command]
pub(crate) async fn list_templates(desk: State<'_, Desk>) -> Result<TemplateList, CommandError> {
    desk.with(views::templates).await
}

/// Makes an own copy of the built-in words, or of another template.
#[tauri::command]
pub(crate) async fn copy_template(
    desk: State<'_, Desk>,
    kind: String,
    name: String,
    from: Option<i64>,
) -> Result<KeptTemplate, CommandError> {
    let kind = TemplateKind::from_key(&kind)?;
    desk.with(move |vault| views::copy_template(vault, kind, name, from.map(TemplateId))).await
}

/// Opens a template, filled with a client's values or with samples.
#[tauri::command]
pub(crate) async fn open_template(
    desk: State<'_, Desk>,
    template_id: i64,
    client_id: Option<i64>,
) -> Result<TemplateSheet, CommandError> {
    desk.with(move |vault| views::template_sheet(vault, TemplateId(template_id), client_id.map(ClientId))).await
}

/// Saves what was written, and says what is wrong in it.
#[tauri::command]
pub(crate) async fn save_template(
    desk: State<'_, Desk>,
    template_id: i64,
    words: TemplateWords,
    client_id: Option<i64>,
) -> Result<TemplateSheet, CommandError> {
    desk.with(move |vault| {
        views::save_template(vault, TemplateId(template_id), words)?;
        views::template_sheet(vault, TemplateId(template_id), client_id.map(ClientId))
    })
    .await
}

/// Leaves a template: what was written is a version from now on.
#[tauri::command]
pub(crate) async fn leave_template(desk: State<'_, Desk>, template_id: i64) -> Result<(), CommandError> {
    desk.with(move |vault| Ok(vault.templates().close(TemplateId(template_id))?)).await
}

/// Makes new papers from a template, or no longer.
#[tauri::command]
pub(crate) async fn use_template(
    desk: State<'_, Desk>,
    template_id: i64,
    used: bool,
) -> Result<TemplateList, CommandError> {
    desk.with(move |vault| {
        vault.templates().set_in_use(TemplateId(template_id), used)?;
        views::templates(vault)
    })
    .await
}

/// Returns the words of an earlier version.
#[tauri::command]
pub(crate) async fn template_version(
    desk: State<'_, Desk>,
    template_id: i64,
    number: u32,
) -> Result<Vec<TemplatePart>, CommandError> {
    let words = desk.with(move |vault| Ok(vault.templates().version(TemplateId(template_id), number)?)).await?;
    Ok(words.into_iter().map(Into::into).collect())
}

/// Brings an earlier version back as a new one.
#[tauri::command]
pub(crate) async fn bring_back_template(
    desk: State<'_, Desk>,
    template_id: i64,
    number: u32,
) -> Result<TemplateSheet, CommandError> {
    let id = TemplateId(template_id);
    desk.with(move |vault| {
        vault.templates().bring_back(id, number)?;
        views::template_sheet(vault, id, None)
    })
    .await
}

/// Removes a template; it can be brought back.
#[tauri::command]
pub(crate) async fn remove_template(desk: State<'_, Desk>, template_id: i64) -> Result<(), CommandError> {
    desk.with(move |vault| Ok(vault.templates().remove(TemplateId(template_id))?)).await
}

/// Takes the removal of a template back.
#[tauri::command]
pub(crate) async fn restore_template(desk: State<'_, Desk>, template_id: i64) -> Result<(), CommandError> {
    desk.with(move |vault| Ok(vault.templates().restore(TemplateId(template_id))?)).await
}

/// Writes a template to a plain file.
#[tauri::command]
pub(crate) async fn export_template(
    app: AppHandle,
    desk: State<'_, Desk>,
    template_id: i64,
) -> Result<SavedFile, CommandError> {
    templates::export(app, &desk, TemplateId(template_id)).await
}

/// Brings a template in from a plain file.
#[tauri::command]
pub(crate) async fn import_template(app: AppHandle, desk: State<'_, Desk>) -> Result<KeptTemplate, CommandError> {
    templates::import(app, &desk).await
}
