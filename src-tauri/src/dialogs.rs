//! Save and open dialogs: shown by Rust, so that no path ever crosses to the window.

use std::path::PathBuf;

use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FilePath};

use crate::{state::off_the_main_thread, wire::CommandError};

/// Asks where to save. `suggested` carries kind and date, never a client's name.
///
/// # Errors
/// `cancelled` when the dialog is closed.
pub(crate) async fn where_to_save(
    app: AppHandle,
    suggested: String,
    kind: &'static str,
    extension: &'static str,
) -> Result<PathBuf, CommandError> {
    let ask = move || {
        let dialog = app.dialog().file().set_file_name(suggested).add_filter(kind, &[extension]);
        dialog.blocking_save_file()
    };
    let mut path = chosen(off_the_main_thread(ask).await?)?;
    if path.extension().is_none() {
        path.set_extension(extension);
    }
    Ok(path)
}

/// How the files of a scanner end; some write it in capitals.
pub(crate) const SCANS: &[&str] = &["pdf", "png", "jpg", "jpeg", "PDF", "PNG", "JPG", "JPEG"];

/// How the names of pictures end. A drawing is offered, too: it is refused in words that say what to do.
pub(crate) const PICTURES: &[&str] = &["png", "jpg", "jpeg", "svg", "PNG", "JPG", "JPEG", "SVG"];

/// Asks which file to open.
///
/// # Errors
/// `cancelled` when the dialog is closed.
pub(crate) async fn which_to_open(
    app: AppHandle,
    kind: &'static str,
    extensions: &'static [&'static str],
) -> Result<PathBuf, CommandError> {
    let ask = move || app.dialog().file().add_filter(kind, extensions).blocking_pick_file();
    chosen(off_the_main_thread(ask).await?)
}

/// Asks for a folder. It begins in the coach's own: the GTK dialog begins among recent files otherwise, where no folder
/// can be taken, not even one whose path is typed.
///
/// # Errors
/// `cancelled` when the dialog is closed.
pub(crate) async fn which_folder(app: AppHandle) -> Result<PathBuf, CommandError> {
    let ask = move || {
        let dialog = app.dialog().file();
        match app.path().home_dir() {
            Ok(home) => dialog.set_directory(home).blocking_pick_folder(),
            Err(_) => dialog.blocking_pick_folder(),
        }
    };
    chosen(off_the_main_thread(ask).await?)
}

fn chosen(answer: Option<FilePath>) -> Result<PathBuf, CommandError> {
    let path = answer.ok_or_else(CommandError::cancelled)?;
    path.into_path().map_err(|_| CommandError::cancelled())
}

/// Returns the name of a file without its folder, for saying what was written.
pub(crate) fn file_name(path: &std::path::Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
