//! The window itself.

use tauri::AppHandle;

use crate::{
    window,
    wire::{CommandError, course::Strip},
};

/// Makes the window the strip above a call, or as it was before.
#[tauri::command]
pub(crate) async fn set_strip(app: AppHandle, on: bool) -> Result<Strip, CommandError> {
    let above = window::set_strip(&app, on)?;
    Ok(Strip { on, above })
}
