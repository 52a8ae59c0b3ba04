//! The agreement as a sheet with gaps to fill.

use coachbook_core::{EngagementId, VersionId, agreement::GapAnswer};
use tauri::State;

use crate::{
    papers,
    state::Desk,
    views,
    wire::{CommandError, agreements::AgreementSheet, bounded, read_day},
};

/// Returns the sheet of an engagement; the first call makes a draft.
#[tauri::command]
pub(crate) async fn open_agreement(desk: State<'_, Desk>, engagement_id: i64) -> Result<AgreementSheet, CommandError> {
    desk.with(move |vault| views::open_sheet(vault, EngagementId(engagement_id))).await
}

/// Fills a gap; answers about the practice are kept for the next client.
#[tauri::command]
pub(crate) async fn fill_gap(
    desk: State<'_, Desk>,
    version_id: i64,
    key: String,
    value: String,
) -> Result<AgreementSheet, CommandError> {
    let words = bounded(value)?;
    views::sheet_after(&desk, version_id, move |vault, id| views::fill_gap(vault, id, &key, words)).await
}

/// Leaves a gap as a line to write on.
#[tauri::command]
pub(crate) async fn leave_gap_as_line(
    desk: State<'_, Desk>,
    version_id: i64,
    key: String,
) -> Result<AgreementSheet, CommandError> {
    views::sheet_after(&desk, version_id, move |vault, id| {
        Ok(vault.agreements().fill_gap(id, &key, &GapAnswer::Line).map(drop)?)
    })
    .await
}

/// Empties a gap.
#[tauri::command]
pub(crate) async fn clear_gap(
    desk: State<'_, Desk>,
    version_id: i64,
    key: String,
) -> Result<AgreementSheet, CommandError> {
    views::sheet_after(&desk, version_id, move |vault, id| Ok(vault.agreements().clear_gap(id, &key).map(drop)?)).await
}

/// Takes a clause into the agreement, or out of it.
#[tauri::command]
pub(crate) async fn include_clause(
    desk: State<'_, Desk>,
    version_id: i64,
    key: String,
    included: bool,
) -> Result<AgreementSheet, CommandError> {
    views::sheet_after(&desk, version_id, move |vault, id| {
        Ok(vault.agreements().include_clause(id, &key, included).map(drop)?)
    })
    .await
}

/// Moves a clause to another place.
#[tauri::command]
pub(crate) async fn move_clause(
    desk: State<'_, Desk>,
    version_id: i64,
    key: String,
    to: usize,
) -> Result<AgreementSheet, CommandError> {
    views::sheet_after(&desk, version_id, move |vault, id| {
        Ok(vault.agreements().move_clause(id, &key, to).map(drop)?)
    })
    .await
}

/// Changes a clause in this agreement's own copy.
#[tauri::command]
pub(crate) async fn save_clause(
    desk: State<'_, Desk>,
    version_id: i64,
    key: String,
    heading: String,
    body: String,
) -> Result<AgreementSheet, CommandError> {
    let (heading, body) = (bounded(heading)?, bounded(body)?);
    views::sheet_after(&desk, version_id, move |vault, id| views::save_clause(vault, id, &key, heading, body)).await
}

/// Adds a clause of the coach's own.
#[tauri::command]
pub(crate) async fn add_clause(
    desk: State<'_, Desk>,
    version_id: i64,
    heading: String,
    body: String,
) -> Result<AgreementSheet, CommandError> {
    let (heading, body) = (bounded(heading)?, bounded(body)?);
    views::sheet_after(&desk, version_id, move |vault, id| views::add_clause(vault, id, heading, body)).await
}

/// Makes a draft an agreement of three, or one of two again.
#[tauri::command]
pub(crate) async fn set_sponsor_signs(
    desk: State<'_, Desk>,
    version_id: i64,
    signs: bool,
) -> Result<AgreementSheet, CommandError> {
    views::sheet_after(&desk, version_id, move |vault, id| views::set_sponsor_signs(vault, id, signs)).await
}

/// Makes the agreement ready to sign: its text and its PDF never change again.
#[tauri::command]
pub(crate) async fn issue_agreement(desk: State<'_, Desk>, version_id: i64) -> Result<AgreementSheet, CommandError> {
    let version = VersionId(version_id);
    let pdf = papers::agreement_pdf(&desk, version).await?;
    views::sheet_after(&desk, version_id, move |vault, id| views::issue(vault, id, &pdf)).await
}

/// Starts the next version from an issued one.
#[tauri::command]
pub(crate) async fn start_next_version(desk: State<'_, Desk>, version_id: i64) -> Result<AgreementSheet, CommandError> {
    desk.with(move |vault| {
        let agreement = vault.agreements().get(VersionId(version_id))?.agreement_id;
        let next = vault.agreements().start_next_version(agreement)?;
        views::sheet(vault, next.id)
    })
    .await
}

/// Notes the day the agreement was signed on paper.
#[tauri::command]
pub(crate) async fn mark_signed(
    desk: State<'_, Desk>,
    version_id: i64,
    on: String,
) -> Result<AgreementSheet, CommandError> {
    let day = read_day(Some(&on))?.ok_or_else(CommandError::malformed)?;
    views::sheet_after(&desk, version_id, move |vault, id| Ok(vault.agreements().mark_signed(id, day).map(drop)?)).await
}
