//! Papers: preview, save, and plain text.

use coachbook_vault::VaultError;
use tauri::{AppHandle, State, ipc::Response};

use crate::{
    clipboard::Clipboard,
    dialogs, papers,
    state::{Desk, off_the_main_thread},
    window,
    wire::{
        CommandError,
        book::SavedFile,
        bounded,
        papers::{PaperHit, PaperPreview, PaperRequest, PaperText},
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
    window::print(&app, desk.shelved(token)?).await
}

/// Saves the very bytes that were looked at.
#[tauri::command]
pub(crate) async fn save_paper(app: AppHandle, desk: State<'_, Desk>, token: u32) -> Result<SavedFile, CommandError> {
    let paper = desk.shelved(token)?;
    let path = dialogs::where_to_save(app, paper.suggested_name.clone(), "PDF", "pdf").await?;
    let file_name = dialogs::file_name(&path);
    off_the_main_thread(move || coachbook_vault::replace_file(&path, &paper.bytes)).await?.map_err(VaultError::from)?;
    Ok(SavedFile { file_name })
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
