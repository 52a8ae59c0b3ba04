//! Papers: from the book to the very bytes that are shown, saved and printed.

mod content;
mod gather;
mod language;
mod sample_set;
mod sheet;

pub use sample_set::{SamplePaper, sample_papers, summaries_in_every_language, three_way_papers};

use std::sync::Arc;

use chrono::NaiveDate;
use coachbook_core::{SessionId, VersionId, agreement::VersionStatus};
use coachbook_documents::{Doc, PaperSetup, Pdf, papers as paper, render_svg, typeset};
use coachbook_vault::{Vault, VaultError};

use crate::{
    shelf::ShelvedPaper,
    state::Desk,
    wire::{
        CommandError,
        papers::{PaperPreview, PaperRequest, PaperText},
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
    let (gathered, today) = desk.with(move |vault| Ok((gather(vault, &asked)?, gather::today(vault)))).await?;
    let frozen = matches!(gathered, Gathered::Frozen(_));
    let unreviewed_language = match &gathered {
        Gathered::Frozen(_) => None,
        Gathered::Blocks(_, setup) => language::unreviewed(setup),
    };
    let (bytes, missing) = set(desk, gathered).await?;
    let pages = render_svg(&bytes).map_err(|_| unprintable())?;
    let suggested_name = suggested_name(&request, today);
    let paper = ShelvedPaper { bytes: Arc::new(bytes), pages: Arc::new(pages), suggested_name };
    Ok(PaperPreview {
        pages: paper.pages.len(),
        suggested_name: paper.suggested_name.clone(),
        token: desk.shelve(paper),
        missing: missing.into_iter().map(String::from).collect(),
        frozen,
        unreviewed_language,
    })
}

async fn set(desk: &Desk, gathered: Gathered) -> Result<(Vec<u8>, Vec<char>), CommandError> {
    match gathered {
        Gathered::Frozen(bytes) => Ok((bytes, Vec::new())),
        Gathered::Blocks(doc, setup) => {
            let pdf = desk.with_fonts(move |fonts| typeset(&doc, &setup, fonts)).await?;
            let Pdf { bytes, missing, .. } = pdf.map_err(|_| unprintable())?;
            Ok((bytes, missing))
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
        let setup = language::setup(vault, &request)?;
        let text = match request {
            PaperRequest::SessionSummary { session_id } => {
                paper::session_summary_text(&gather::summary(vault, session_id, &setup)?, &setup)
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
    let setup = language::setup(vault, request)?;
    let doc = match *request {
        PaperRequest::Agreement { version_id } => return gather_agreement(vault, VersionId(version_id)),
        PaperRequest::RecordingConsent { session_id, engagement_id } => {
            paper::consent(&gather::consent(vault, session_id, engagement_id, &setup)?, &setup)
        }
        PaperRequest::SessionSummary { session_id } => {
            paper::session_summary(&gather::summary(vault, session_id, &setup)?, &setup)
        }
        PaperRequest::ActionPlan { session_id, engagement_id, last_session } => {
            paper::action_plan(&gather::plan(vault, session_id, engagement_id, last_session)?, &setup)
        }
        PaperRequest::SessionSheet { session_id } => {
            paper::session_sheet(&gather::sheet(vault, SessionId(session_id), &setup)?, &setup)
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
    let setup = language::setup(vault, &PaperRequest::Agreement { version_id: version.0 })?;
    let doc = paper::agreement(&gather::agreement(vault, version, &setup)?, &setup);
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
