//! Papers: from the book to the very bytes that are shown, saved and printed.

mod content;
mod gather;
mod sample_set;
mod sheet;
mod warnings;

pub use sample_set::{SamplePaper, sample_papers, three_way_papers};

use chrono::NaiveDate;
use coachbook_core::{SessionId, VersionId, agreement::VersionStatus};
use coachbook_documents::{Doc, PaperSetup, Pdf, measure_sheets, papers as paper, render_svg_page, typeset};
use coachbook_vault::{Vault, VaultError};

use crate::{
    shelf::ShelvedPaper,
    state::{Desk, off_the_main_thread},
    wire::{
        CommandError,
        papers::{PaperHit, PaperPreview, PaperRequest, PaperText, PaperWarning},
    },
};

/// A paper gathered from the book: blocks still to be set, or a PDF frozen earlier.
enum Gathered {
    Blocks(Box<Doc>, Box<PaperSetup>),
    Frozen(Vec<u8>),
}

/// Sets a paper, puts it on the shelf, and returns what its preview needs.
pub(crate) async fn preview(desk: &Desk, request: PaperRequest) -> Result<PaperPreview, CommandError> {
    let asked = request.clone();
    let gathering =
        move |vault: &mut Vault| Ok((gather(vault, &asked)?, warnings::of(vault, &asked)?, gather::today(vault)));
    let (gathered, mut warnings, today) = desk.with(gathering).await?;
    let frozen = matches!(gathered, Gathered::Frozen(_));
    let (bytes, of_print) = set(desk, gathered).await?;
    warnings.extend(of_print);
    let sheets = measure_sheets(&bytes).map_err(|_| unprintable())?;
    let paper = ShelvedPaper::new(bytes, sheets, suggested_name(&request, today));
    Ok(PaperPreview {
        pages: sheets.pages,
        width: sheets.width,
        height: sheets.height,
        suggested_name: paper.suggested_name.clone(),
        token: desk.shelve(paper),
        warnings,
        frozen,
    })
}

/// Draws one page of a paper on the shelf, counted from 0. A long paper is drawn as far as it is looked at.
pub(crate) async fn page(desk: &Desk, token: u32, page: usize) -> Result<String, CommandError> {
    let bytes = desk.shelved(token)?.bytes;
    let drawn = off_the_main_thread(move || render_svg_page(&bytes, page.saturating_add(1))).await?;
    drawn.map_err(|_| CommandError::malformed())
}

/// Finds words on the pages of a paper on the shelf.
pub(crate) async fn find(desk: &Desk, token: u32, words: String) -> Result<Vec<PaperHit>, CommandError> {
    let paper = desk.shelved(token)?;
    let found = off_the_main_thread(move || paper.words().map(|read| read.find(&words))).await?;
    Ok(found.ok_or_else(unprintable)?.into_iter().map(PaperHit::from).collect())
}

async fn set(desk: &Desk, gathered: Gathered) -> Result<(Vec<u8>, Vec<PaperWarning>), CommandError> {
    match gathered {
        Gathered::Frozen(bytes) => Ok((bytes, Vec::new())),
        Gathered::Blocks(doc, setup) => {
            let pdf = desk.with_fonts(move |fonts| typeset(&doc, &setup, fonts)).await?;
            let Pdf { bytes, missing, logo_unreadable, .. } = pdf.map_err(|_| unprintable())?;
            Ok((bytes, warnings::of_print(&missing, logo_unreadable)))
        }
    }
}

/// Returns the PDF an agreement will be frozen with: set now, from the words as they stand.
pub(crate) async fn agreement_pdf(desk: &Desk, version: VersionId) -> Result<Vec<u8>, CommandError> {
    let gathered = desk.with(move |vault| gather_agreement(vault, version)).await?;
    Ok(set(desk, gathered).await?.0)
}

/// Returns a summary or plan as plain text.
pub(crate) async fn text(desk: &Desk, request: PaperRequest) -> Result<PaperText, CommandError> {
    desk.with(move |vault| {
        let setup = gather::setup(vault)?;
        let text = match request {
            PaperRequest::SessionSummary { session_id } => {
                paper::session_summary_text(&gather::summary(vault, session_id)?, &setup)
            }
            PaperRequest::ActionPlan { session_id, engagement_id, last_session } => {
                paper::action_plan_text(&gather::plan(vault, session_id, engagement_id, last_session)?, &setup)
            }
            PaperRequest::Agreement { .. }
            | PaperRequest::RecordingConsent { .. }
            | PaperRequest::SessionSheet { .. }
            | PaperRequest::RecoverySheet => {
                return Err(CommandError::malformed());
            }
        };
        Ok(PaperText { text })
    })
    .await
}

fn gather(vault: &mut Vault, request: &PaperRequest) -> Result<Gathered, CommandError> {
    let setup = gather::setup(vault)?;
    let doc = match *request {
        PaperRequest::Agreement { version_id } => return gather_agreement(vault, VersionId(version_id)),
        PaperRequest::RecordingConsent { session_id, engagement_id } => {
            paper::consent(&gather::consent(vault, session_id, engagement_id)?, &setup)
        }
        PaperRequest::SessionSummary { session_id } => {
            paper::session_summary(&gather::summary(vault, session_id)?, &setup)
        }
        PaperRequest::ActionPlan { session_id, engagement_id, last_session } => {
            paper::action_plan(&gather::plan(vault, session_id, engagement_id, last_session)?, &setup)
        }
        PaperRequest::SessionSheet { session_id } => {
            paper::session_sheet(&gather::sheet(vault, SessionId(session_id))?, &setup)
        }
        PaperRequest::RecoverySheet => paper::recovery_sheet(&gather::recovery_sheet(vault), &setup),
    };
    Ok(Gathered::Blocks(Box::new(doc), Box::new(setup)))
}

fn gather_agreement(vault: &mut Vault, version: VersionId) -> Result<Gathered, CommandError> {
    let status = vault.agreements().get(version)?.status;
    if status != VersionStatus::Draft {
        return Ok(Gathered::Frozen(vault.agreements().pdf(version)?.ok_or(VaultError::NotFound)?));
    }
    let setup = gather::setup(vault)?;
    let doc = paper::agreement(&gather::agreement(vault, version)?, &setup);
    Ok(Gathered::Blocks(Box::new(doc), Box::new(setup)))
}

/// Date and kind, never the client's name: file names show in folders, recent lists and mail programs.
fn suggested_name(request: &PaperRequest, today: NaiveDate) -> String {
    let kind = match request {
        PaperRequest::Agreement { .. } => "coaching-agreement",
        PaperRequest::RecordingConsent { .. } => "recording-consent",
        PaperRequest::SessionSummary { .. } => "session-summary",
        PaperRequest::ActionPlan { .. } => "action-plan",
        PaperRequest::SessionSheet { .. } => "session-sheet",
        PaperRequest::RecoverySheet => "recovery-sheet",
    };
    format!("{today}_{kind}.pdf")
}

fn unprintable() -> CommandError {
    CommandError::new(
        "unprintable",
        "This paper could not be set.",
        "Nothing was lost. Look for a very unusual character or picture in it, and try again.",
    )
}
