//! Safety copies that are made by themselves, and what a copy will bring.

use coachbook_vault::forget_undo as forget_books_aside;
use tauri::{AppHandle, State};

use crate::{
    copies::{self, folder, standing::safety_copies as standing},
    doors,
    state::{Desk, off_the_main_thread},
    wire::{
        CommandError,
        book::BookStatus,
        copies::{CopyContents, SafetyCopies},
    },
};

/// Returns where safety copies go, and how they stand.
#[tauri::command]
pub(crate) async fn safety_copies(desk: State<'_, Desk>) -> Result<SafetyCopies, CommandError> {
    standing(&desk).await
}

/// Asks for the folder they go to, and makes the first one.
#[tauri::command]
pub(crate) async fn choose_copies_folder(app: AppHandle, desk: State<'_, Desk>) -> Result<SafetyCopies, CommandError> {
    folder::choose(app, &desk).await?;
    standing(&desk).await
}

/// Makes no more copies by itself; those that are there stay.
#[tauri::command]
pub(crate) async fn leave_copies_folder(desk: State<'_, Desk>) -> Result<SafetyCopies, CommandError> {
    let book = folder::open_book(&desk).await?;
    desk.copying().set_plan(book, None)?;
    standing(&desk).await
}

/// Notes that another program takes the folder elsewhere, or not.
#[tauri::command]
pub(crate) async fn set_copies_synced(desk: State<'_, Desk>, synced: bool) -> Result<SafetyCopies, CommandError> {
    let book = folder::open_book(&desk).await?;
    desk.copying().change_plan(book, |plan| plan.synced = synced)?;
    standing(&desk).await
}

/// Makes a copy now.
#[tauri::command]
pub(crate) async fn copy_now(desk: State<'_, Desk>) -> Result<SafetyCopies, CommandError> {
    folder::now(&desk).await?;
    standing(&desk).await
}

/// Opens the newest copy out of sight and says what is in it.
#[tauri::command]
pub(crate) async fn check_newest_copy(desk: State<'_, Desk>, secret: String) -> Result<CopyContents, CommandError> {
    folder::check(&desk, secret).await
}

/// Asks for a safety copy and says what it will bring.
#[tauri::command]
pub(crate) async fn look_into_safety_copy(
    app: AppHandle,
    desk: State<'_, Desk>,
    secret: String,
) -> Result<CopyContents, CommandError> {
    copies::look_into(app, &desk, secret).await
}

/// Brings the book back that a safety copy took the place of.
#[tauri::command]
pub(crate) async fn undo_restore(
    app: AppHandle,
    desk: State<'_, Desk>,
    uid: String,
) -> Result<BookStatus, CommandError> {
    copies::undo(&app, &desk, &uid).await?;
    doors::status(&desk).await
}

/// Deletes the copies that open with an earlier recovery code only.
#[tauri::command]
pub(crate) async fn forget_older_copies(desk: State<'_, Desk>) -> Result<SafetyCopies, CommandError> {
    folder::forget_older(&desk).await?;
    standing(&desk).await
}

/// Deletes the books that safety copies took the place of.
#[tauri::command]
pub(crate) async fn forget_undo(desk: State<'_, Desk>) -> Result<SafetyCopies, CommandError> {
    let book = folder::open_book(&desk).await?;
    let places = desk.places().clone();
    off_the_main_thread(move || forget_books_aside(&places, book)).await??;
    standing(&desk).await
}
