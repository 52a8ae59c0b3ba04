//! Papers: preview, save, and plain text.

use std::path::PathBuf;

use chrono::NaiveDate;
use coachbook_core::{ClientId, EngagementId};
use coachbook_vault::VaultError;
use tauri::{AppHandle, State, ipc::Response};

use crate::{
    clipboard::Clipboard,
    dialogs, papers,
    state::{Desk, off_the_main_thread},
    views,
    wire::{
        CommandError,
        book::SavedFile,
        bounded,
        papers::{
            PaperHit, PaperPreview, PaperRequest, PaperText, PracticePapers, RecordNaming, RecordReview, SponsorReport,
        },
        read_day,
    },
};

/// Sets a paper and returns what its preview needs.
#[tauri::command]
pub(crate) async fn preview_paper(desk: State<'_, Desk>, paper: PaperRequest) -> Result<PaperPreview, CommandError> {
    papers::preview(&desk, paper).await
}

/// Returns one page of a preview, a drawing of the PDF's own bytes.
#[tauri::command]
pub(crate) async fn paper_page(desk: State<'_, Desk>, token: u32, page: usize) -> Result<Response, CommandError> {
    Ok(Response::new(papers::page(&desk, token, page).await?.into_bytes()))
}

/// Finds words in a preview and returns where they stand.
#[tauri::command]
pub(crate) async fn find_in_paper(
    desk: State<'_, Desk>,
    token: u32,
    words: String,
) -> Result<Vec<PaperHit>, CommandError> {
    papers::find(&desk, token, bounded(words)?).await
}

/// Opens the system's print dialog for the pages the window has made ready.
#[tauri::command]
pub(crate) async fn print_paper(app: AppHandle, desk: State<'_, Desk>, token: u32) -> Result<(), CommandError> {
    papers::print(&app, &desk, token).await
}

/// Saves the very bytes that were looked at.
#[tauri::command]
pub(crate) async fn save_paper(app: AppHandle, desk: State<'_, Desk>, token: u32) -> Result<SavedFile, CommandError> {
    let paper = desk.shelved(token)?;
    let path = dialogs::where_to_save(app, paper.suggested_name.clone(), "PDF", "pdf").await?;
    written(path, paper.bytes.to_vec()).await
}

/// Returns a summary or plan as plain text for an e-mail.
#[tauri::command]
pub(crate) async fn paper_text(desk: State<'_, Desk>, paper: PaperRequest) -> Result<PaperText, CommandError> {
    papers::text(&desk, paper).await
}

/// Puts words on the clipboard.
#[tauri::command]
pub(crate) async fn copy_text(clipboard: State<'_, Clipboard>, text: String) -> Result<(), CommandError> {
    clipboard.put(bounded(text)?).await
}

/// Counts what stands behind the papers of the practice.
#[tauri::command]
pub(crate) async fn practice_papers(desk: State<'_, Desk>) -> Result<PracticePapers, CommandError> {
    desk.with(papers::practice_papers).await
}

/// Saves the log of hours as a table other programs read.
#[tauri::command]
pub(crate) async fn save_hours_csv(
    app: AppHandle,
    desk: State<'_, Desk>,
    from: Option<String>,
    until: Option<String>,
) -> Result<SavedFile, CommandError> {
    let (suggested, table) = desk.with(move |vault| papers::hours_csv(vault, from, until)).await?;
    let path = dialogs::where_to_save(app, suggested, "CSV", "csv").await?;
    written(path, table).await
}

/// Returns the records of a client that name somebody else and are to be looked at before they are given.
#[tauri::command]
pub(crate) async fn records_naming(desk: State<'_, Desk>, client_id: i64) -> Result<Vec<RecordNaming>, CommandError> {
    desk.with(move |vault| papers::records_naming(vault, ClientId(client_id))).await
}

/// Keeps what was decided about a record that names somebody else.
#[tauri::command]
pub(crate) async fn review_record(
    desk: State<'_, Desk>,
    client_id: i64,
    review: RecordReview,
) -> Result<(), CommandError> {
    desk.note_activity();
    let (mark, decision) = (review.key.clone(), review.decision()?);
    desk.with(move |vault| Ok(vault.clients().review_record(ClientId(client_id), &mark, &decision)?)).await
}

/// Saves what a client who asks is given as a file machines can read.
#[tauri::command]
pub(crate) async fn save_access_file(
    app: AppHandle,
    desk: State<'_, Desk>,
    client_id: i64,
) -> Result<SavedFile, CommandError> {
    let (suggested, file) = desk.with(move |vault| papers::access_json(vault, ClientId(client_id))).await?;
    let path = dialogs::where_to_save(app, suggested, "JSON", "json").await?;
    written(path, file).await
}

/// Returns what a sponsor is told, and how it stands.
#[tauri::command]
pub(crate) async fn get_sponsor_report(
    desk: State<'_, Desk>,
    engagement_id: i64,
) -> Result<SponsorReport, CommandError> {
    desk.with(move |vault| views::sponsor_report(vault, EngagementId(engagement_id))).await
}

/// Writes what a sponsor is told, as it is typed.
#[tauri::command]
pub(crate) async fn save_sponsor_report(
    desk: State<'_, Desk>,
    engagement_id: i64,
    from: Option<String>,
    until: Option<String>,
    progress: String,
) -> Result<SponsorReport, CommandError> {
    desk.note_activity();
    let period = (read_day(from.as_deref())?, read_day(until.as_deref())?);
    let progress = bounded(progress)?;
    desk.with(move |vault| views::save_sponsor_report(vault, EngagementId(engagement_id), period, &progress)).await
}

/// Notes that the client approved these very words.
#[tauri::command]
pub(crate) async fn approve_sponsor_report(
    desk: State<'_, Desk>,
    engagement_id: i64,
    on: String,
) -> Result<SponsorReport, CommandError> {
    let on = required_day(&on)?;
    desk.with(move |vault| views::approve_sponsor_report(vault, EngagementId(engagement_id), on)).await
}

fn required_day(text: &str) -> Result<NaiveDate, CommandError> {
    read_day(Some(text))?.ok_or_else(CommandError::malformed)
}

async fn written(path: PathBuf, bytes: Vec<u8>) -> Result<SavedFile, CommandError> {
    let file_name = dialogs::file_name(&path);
    off_the_main_thread(move || coachbook_vault::replace_file(&path, &bytes)).await?.map_err(VaultError::from)?;
    Ok(SavedFile { file_name })
}
