//! Today, the practice's own facts, and About.

use tauri::{AppHandle, State};

use crate::{
    copies, dialogs,
    papers::{self, LogoFile},
    state::{Desk, off_the_main_thread},
    views,
    wire::{
        CommandError,
        book::{About, ChosenLogo, Coach, PaperLook, Practice, Settings, Today},
    },
};

/// Returns the page called Today.
#[tauri::command]
pub(crate) async fn today(desk: State<'_, Desk>) -> Result<Today, CommandError> {
    let copies = copies::standing::Standing::of(&desk, copies::folder::open_book(&desk).await?).await?;
    desk.with(move |vault| views::today(vault, &copies)).await
}

/// Returns the page called Settings.
#[tauri::command]
pub(crate) async fn get_practice(desk: State<'_, Desk>) -> Result<Practice, CommandError> {
    desk.with(views::practice).await
}

/// Saves the coach's facts and the settings.
#[tauri::command]
pub(crate) async fn save_practice(
    desk: State<'_, Desk>,
    coach: Coach,
    settings: Settings,
) -> Result<Practice, CommandError> {
    let coach = coach.try_into()?;
    let saved = desk.with(move |vault| views::save_practice(vault, &coach, settings)).await?;
    desk.set_idle_limit(saved.settings.idle_lock_minutes);
    desk.shield(saved.settings.stay_out_of_sharing);
    Ok(saved)
}

/// Changes or forgets an answer about the practice.
#[tauri::command]
pub(crate) async fn save_practice_answer(
    desk: State<'_, Desk>,
    key: String,
    value: String,
) -> Result<Practice, CommandError> {
    let value = crate::wire::bounded(value)?;
    desk.with(move |vault| views::save_practice_answer(vault, &key, &value)).await
}

/// Saves how papers look.
#[tauri::command]
pub(crate) async fn save_paper_look(desk: State<'_, Desk>, look: PaperLook) -> Result<Practice, CommandError> {
    let look = look.try_into()?;
    desk.with(move |vault| {
        vault.practice().save_paper_look(look)?;
        views::practice(vault)
    })
    .await
}

/// Asks for a picture and keeps it as the logo. A drawing in SVG is handed to the window, which draws it.
#[tauri::command]
pub(crate) async fn choose_logo(app: AppHandle, desk: State<'_, Desk>) -> Result<ChosenLogo, CommandError> {
    let path = dialogs::which_to_open(app, "PNG, JPEG, SVG", dialogs::PICTURES).await?;
    Ok(match off_the_main_thread(move || papers::read_logo(&path)).await?? {
        LogoFile::Drawing(svg) => ChosenLogo { practice: None, drawing: Some(svg) },
        LogoFile::Picture(picture) => ChosenLogo { practice: Some(keep_logo(&desk, picture).await?), drawing: None },
    })
}

/// Keeps what the window drew of an SVG as the logo.
#[tauri::command]
pub(crate) async fn keep_drawn_logo(desk: State<'_, Desk>, png: Vec<u8>) -> Result<Practice, CommandError> {
    papers::check_picture(&png)?;
    keep_logo(&desk, png).await
}

async fn keep_logo(desk: &Desk, picture: Vec<u8>) -> Result<Practice, CommandError> {
    papers::try_logo(desk, picture.clone()).await?;
    desk.with(move |vault| {
        vault.practice().save_logo(&picture)?;
        views::practice(vault)
    })
    .await
}

/// Removes the logo; it can be restored.
#[tauri::command]
pub(crate) async fn remove_logo(desk: State<'_, Desk>) -> Result<Practice, CommandError> {
    desk.with(|vault| {
        vault.practice().remove_logo()?;
        views::practice(vault)
    })
    .await
}

/// Takes the removal of the logo back.
#[tauri::command]
pub(crate) async fn restore_logo(desk: State<'_, Desk>) -> Result<Practice, CommandError> {
    desk.with(|vault| {
        vault.practice().restore_logo()?;
        views::practice(vault)
    })
    .await
}

/// Returns version, licences and the notices of what Coachbook is built from.
#[tauri::command]
pub(crate) async fn about() -> Result<About, CommandError> {
    let engine = coachbook_vault::engine_versions()?;
    Ok(About {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        licence: env!("CARGO_PKG_LICENSE").to_owned(),
        notices: include_str!("../../notices.txt").to_owned(),
        sqlite: engine.sqlite,
        sqlcipher: engine.sqlcipher,
    })
}
