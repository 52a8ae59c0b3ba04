//! Papers: from the book to the very bytes that are shown, saved and printed.

mod content;
mod evidence;
mod gather;
mod given;
mod giving;
mod letter;
mod sample_set;
mod sheet;

pub(crate) use given::Givable;
pub(crate) use giving::{Wanted, choices, give};
pub use sample_set::{SamplePaper, sample_papers, three_way_papers};

use std::sync::Arc;

use chrono::NaiveDate;
use coachbook_core::{PaperId, SessionId, VersionId, agreement::VersionStatus, giving::Subject};
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
    let (gathered, givable, today) = desk.with(move |vault| beside_earlier(vault, asked)).await?;
    let frozen = matches!(gathered, Gathered::Frozen(_));
    let (bytes, missing) = set(desk, gathered).await?;
    let pages = render_svg(&bytes).map_err(|_| unprintable())?;
    let kind = givable.as_ref().map_or_else(|| own_kind(&request), |givable| &givable.subject.kind);
    let suggested_name = given::suggested_name(kind, today);
    let givable = givable.filter(|givable| givable.kept.is_some() || givable.draft.is_some()).map(Arc::new);
    let can_be_given = givable.is_some();
    let paper = ShelvedPaper { bytes: Arc::new(bytes), pages: Arc::new(pages), suggested_name, givable };
    Ok(PaperPreview {
        pages: paper.pages.len(),
        suggested_name: paper.suggested_name.clone(),
        token: desk.shelve(paper),
        missing: missing.into_iter().map(String::from).collect(),
        frozen,
        can_be_given,
    })
}

/// Gathers a paper and sets it beside those given before: what was given already is shown as it was given.
fn beside_earlier(
    vault: &mut Vault,
    request: PaperRequest,
) -> Result<(Gathered, Option<Givable>, NaiveDate), CommandError> {
    let today = gather::today(vault);
    let gathered = gather(vault, &request)?;
    let Some(subject) = given::subject(vault, &request)? else { return Ok((gathered, None, today)) };
    let (doc, setup) = match gathered {
        Gathered::Frozen(bytes) => {
            let kept = kept_as(vault, &request, &subject)?;
            return Ok((
                Gathered::Frozen(bytes),
                Some(Givable { request, subject, kept, plain: None, draft: None }),
                today,
            ));
        }
        // A draft of an agreement is not given before it is made ready to sign.
        Gathered::Blocks(..) if subject.version.is_some() => {
            return Ok((gathered, Some(Givable { request, subject, kept: None, plain: None, draft: None }), today));
        }
        Gathered::Blocks(doc, setup) => (*doc, *setup),
    };
    let settled = given::settled(vault, &doc, &setup, &subject, false)?;
    let draft = settled.same.is_none().then(|| given::draft(&subject, &settled, &setup, false));
    let shown = match settled.same {
        Some(id) => Gathered::Frozen(vault.papers().bytes(id)?),
        None => Gathered::Blocks(Box::new(settled.doc), Box::new(setup.clone())),
    };
    Ok((shown, Some(Givable { request, subject, kept: settled.same, plain: Some((doc, setup)), draft }), today))
}

fn kept_as(vault: &mut Vault, request: &PaperRequest, subject: &Subject) -> Result<Option<PaperId>, CommandError> {
    match (request, subject.version) {
        (PaperRequest::Kept { paper_id }, _) => Ok(Some(PaperId(*paper_id))),
        (_, Some(version)) => Ok(vault.papers().of_version(version)?),
        _ => Ok(None),
    }
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
        let setup = gather::setup(vault)?;
        let text = match request {
            PaperRequest::SessionSummary { session_id } => {
                paper::session_summary_text(&gather::summary(vault, session_id)?, &setup)
            }
            PaperRequest::ActionPlan { session_id, engagement_id, last_session } => {
                paper::action_plan_text(&gather::plan(vault, session_id, engagement_id, last_session)?, &setup)
            }
            PaperRequest::Agreement { .. }
            | PaperRequest::Kept { .. }
            | PaperRequest::Signatures { .. }
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

/// Whether a paper can be had as plain text.
fn has_text(request: &PaperRequest) -> bool {
    matches!(request, PaperRequest::SessionSummary { .. } | PaperRequest::ActionPlan { .. })
}

fn gather(vault: &mut Vault, request: &PaperRequest) -> Result<Gathered, CommandError> {
    let setup = gather::setup(vault)?;
    let doc = match *request {
        PaperRequest::Agreement { version_id } => return gather_agreement(vault, VersionId(version_id)),
        PaperRequest::Kept { paper_id } => return Ok(Gathered::Frozen(vault.papers().bytes(PaperId(paper_id))?)),
        PaperRequest::Signatures { paper_id } => {
            paper::evidence_page(&evidence::evidence(vault, PaperId(paper_id))?, &setup)
        }
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

/// Kind of a paper that is the coach's own.
fn own_kind(request: &PaperRequest) -> &'static str {
    match request {
        PaperRequest::SessionSheet { .. } => "session_sheet",
        PaperRequest::RecoverySheet => "recovery_sheet",
        _ => "paper",
    }
}

fn unprintable() -> CommandError {
    CommandError::new(
        "unprintable",
        "This paper could not be set.",
        "Nothing was lost. Look for a very unusual character or picture in it, and try again.",
    )
}
