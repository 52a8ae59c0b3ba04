//! Scans kept with a session or an agreement.

use coachbook_core::{AttachmentId, ClientId, attachment::KeptWith};
use coachbook_vault::{GivenFile, VaultError};
use tauri::{AppHandle, State, ipc::Response};

use crate::{
    copies, dialogs,
    state::{Desk, off_the_main_thread},
    views,
    wire::{
        CommandError,
        book::SavedFile,
        scans::{OpenedScan, Scan, ScanHome, ScansBack},
    },
};

/// Returns the scans kept with a session or a version of an agreement.
#[tauri::command]
pub(crate) async fn list_scans(desk: State<'_, Desk>, home: ScanHome) -> Result<Vec<Scan>, CommandError> {
    desk.with(move |vault| views::scans(vault, home.into())).await
}

/// Returns every scan of a client.
#[tauri::command]
pub(crate) async fn client_scans(desk: State<'_, Desk>, client_id: i64) -> Result<Vec<Scan>, CommandError> {
    desk.with(move |vault| views::scans_of_client(vault, ClientId(client_id))).await
}

/// Asks for a file and keeps it.
#[tauri::command]
pub(crate) async fn add_scan(app: AppHandle, desk: State<'_, Desk>, home: ScanHome) -> Result<Scan, CommandError> {
    let kept_with = KeptWith::from(home);
    // Asked before the dialog, so that nobody picks a file for what is not there.
    desk.with(move |vault| views::scans(vault, kept_with)).await?;
    let path = dialogs::which_to_open(app, "PDF, PNG, JPEG", dialogs::SCANS).await?;
    let file = off_the_main_thread(move || GivenFile::read(&path)).await??;
    desk.note_activity();
    desk.with(move |vault| {
        let kept = vault.attachments().add(kept_with, &file)?;
        views::scan(vault, kept)
    })
    .await
}

/// Opens a scan. What is damaged is still named, so that it is known which one it is.
#[tauri::command]
pub(crate) async fn open_scan(desk: State<'_, Desk>, scan_id: i64) -> Result<OpenedScan, CommandError> {
    let id = AttachmentId(scan_id);
    let (row, file) = desk.with(move |vault| Ok((vault.attachments().get(id)?, vault.attachments().read(id)))).await?;
    let (kind, damage) = (row.media_type, file.as_ref().err().map(|fault| CommandError::from(*fault)));
    // Counted beside the book, which goes on keeping what is typed.
    let pages = off_the_main_thread(move || file.ok().and_then(|file| views::pages(kind, &file))).await?;
    let scan = desk.with(move |vault| views::scan(vault, row)).await?;
    Ok(OpenedScan { scan, pages, damage })
}

/// Returns one page of a scan as a picture, behind a byte that says whether all of it could be drawn.
#[tauri::command]
pub(crate) async fn scan_page(desk: State<'_, Desk>, scan_id: i64, page: usize) -> Result<Response, CommandError> {
    let (row, file) = desk.with(move |vault| views::scan_bytes(vault, AttachmentId(scan_id))).await?;
    let picture = off_the_main_thread(move || views::page_picture(row.media_type, file.as_ref(), page)).await??;
    Ok(Response::new(picture))
}

/// Saves a scan as it was given.
#[tauri::command]
pub(crate) async fn save_scan(app: AppHandle, desk: State<'_, Desk>, scan_id: i64) -> Result<SavedFile, CommandError> {
    let (row, file) = desk.with(move |vault| views::scan_bytes(vault, AttachmentId(scan_id))).await?;
    let extension = row.media_type.extension();
    // Day and kind, as for papers: what she called the file may name somebody.
    let suggested = format!("{}_scan.{extension}", row.added_at.format("%Y-%m-%d"));
    let path = dialogs::where_to_save(app, suggested, "Scan", extension).await?;
    let file_name = dialogs::file_name(&path);
    off_the_main_thread(move || coachbook_vault::replace_file(&path, file.as_ref()))
        .await?
        .map_err(VaultError::from)?;
    Ok(SavedFile { file_name })
}

/// Brings damaged scans back from a safety copy of this book.
#[tauri::command]
pub(crate) async fn bring_scans_back(app: AppHandle, desk: State<'_, Desk>) -> Result<ScansBack, CommandError> {
    copies::bring_scans_back(app, &desk).await
}

/// Removes a scan; it can be brought back.
#[tauri::command]
pub(crate) async fn remove_scan(desk: State<'_, Desk>, scan_id: i64) -> Result<(), CommandError> {
    let id = AttachmentId(scan_id);
    desk.with(move |vault| Ok(vault.attachments().remove(id)?)).await
}

/// Takes the removal of a scan back.
#[tauri::command]
pub(crate) async fn restore_scan(desk: State<'_, Desk>, scan_id: i64) -> Result<(), CommandError> {
    let id = AttachmentId(scan_id);
    desk.with(move |vault| Ok(vault.attachments().restore(id).map(drop)?)).await
}
