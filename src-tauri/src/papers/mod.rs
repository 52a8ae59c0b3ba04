//! Papers: from the book to the very bytes that are shown, saved and printed.

mod content;
mod gather;
#[cfg(feature = "developer")]
mod sample_set;
mod sheet;
mod stationery;
mod tables;
#[cfg(test)]
mod trials;

pub(crate) use gather::access::records_naming;
#[cfg(feature = "developer")]
pub use sample_set::{SamplePaper, sample_papers, three_way_papers};
pub(crate) use stationery::{read_logo, try_logo};
pub(crate) use tables::{access_json, hours_csv, practice_papers};

use std::sync::Arc;

use chrono::NaiveDate;
use coachbook_core::{ClientId, EngagementId, SessionId, VersionId, agreement::VersionStatus, clauses::Jurisdiction};
use coachbook_documents::{Doc, PaperSetup, Pdf, papers as paper, render_svg, typeset};
use coachbook_vault::{Vault, VaultError};

use crate::{
    shelf::ShelvedPaper,
    state::Desk,
    wire::{
        CommandError,
        papers::{BlankForm, PaperPreview, PaperRequest, PaperText},
        read_day,
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
        let setup = setup_of(vault, &request)?;
        let text = match request {
            PaperRequest::SessionSummary { session_id } => {
                paper::session_summary_text(&gather::summary(vault, session_id)?, &setup)
            }
            PaperRequest::ActionPlan { session_id, engagement_id, last_session } => {
                paper::action_plan_text(&gather::plan(vault, session_id, engagement_id, last_session)?, &setup)
            }
            _ => return Err(CommandError::malformed()),
        };
        Ok(PaperText { text })
    })
    .await
}

fn gather(vault: &mut Vault, request: &PaperRequest) -> Result<Gathered, CommandError> {
    if let PaperRequest::Agreement { version_id } = request {
        return gather_agreement(vault, VersionId(*version_id));
    }
    let setup = setup_of(vault, request)?;
    let doc = match request {
        PaperRequest::HoursLog { .. }
        | PaperRequest::PrivacyNotice
        | PaperRequest::ProcessingRecord
        | PaperRequest::ContinuitySheet
        | PaperRequest::RecoverySheet => of_the_practice(vault, request, &setup)?,
        PaperRequest::BlankForm { form, .. } => blank_form(*form, &setup),
        _ => of_a_client(vault, request, &setup)?,
    };
    Ok(Gathered::Blocks(Box::new(doc), Box::new(setup)))
}

fn of_a_client(vault: &mut Vault, request: &PaperRequest, setup: &PaperSetup) -> Result<Doc, CommandError> {
    Ok(match request {
        PaperRequest::RecordingConsent { session_id, engagement_id } => {
            paper::consent(&gather::consent(vault, *session_id, *engagement_id)?, setup)
        }
        PaperRequest::SessionSummary { session_id } => {
            paper::session_summary(&gather::summary(vault, *session_id)?, setup)
        }
        PaperRequest::ActionPlan { session_id, engagement_id, last_session } => {
            paper::action_plan(&gather::plan(vault, *session_id, *engagement_id, *last_session)?, setup)
        }
        PaperRequest::SessionSheet { session_id } => {
            paper::session_sheet(&gather::sheet(vault, SessionId(*session_id))?, setup)
        }
        PaperRequest::SessionRecord { session_id } => {
            let own = gather::programme::own_copy(vault, *session_id)?;
            paper::session_record(&own.summary, &own.private, |key| own.phases.of(key), setup)
        }
        PaperRequest::ThreeWayAgreement { engagement_id } => {
            paper::three_way_agreement(&gather::sponsor::three_way(vault, *engagement_id)?, setup)
        }
        PaperRequest::SponsorReport { engagement_id } => {
            paper::sponsor_report(&gather::sponsor::report(vault, *engagement_id)?, setup)
        }
        PaperRequest::CoachingPlan { engagement_id } => {
            paper::coaching_plan(&gather::programme::coaching_plan(vault, *engagement_id)?, setup)
        }
        PaperRequest::ClosingReport { engagement_id } => {
            paper::closing_report(&gather::programme::closing_report(vault, *engagement_id)?, setup)
        }
        PaperRequest::AccessExport { client_id, reviews } => {
            paper::access_export(&gather::access::answer(vault, ClientId(*client_id), reviews)?, setup)
        }
        _ => return Err(CommandError::malformed()),
    })
}

fn of_the_practice(vault: &mut Vault, request: &PaperRequest, setup: &PaperSetup) -> Result<Doc, CommandError> {
    Ok(match request {
        PaperRequest::HoursLog { from, until } => {
            let (from, until) = (read_day(from.as_deref())?, read_day(until.as_deref())?);
            paper::hours_log(&gather::practice::hours(vault, from, until)?.log, setup)
        }
        PaperRequest::PrivacyNotice => paper::privacy_notice(&gather::practice::privacy(), setup),
        PaperRequest::ProcessingRecord => paper::processing_record(&gather::practice::privacy(), setup),
        PaperRequest::ContinuitySheet => paper::continuity_sheet(&gather::practice::continuity_sheet(vault)?, setup),
        PaperRequest::RecoverySheet => paper::recovery_sheet(&gather::recovery_sheet(vault), setup),
        _ => return Err(CommandError::malformed()),
    })
}

fn blank_form(form: BlankForm, setup: &PaperSetup) -> Doc {
    match form {
        BlankForm::Agreement => paper::blank_agreement(Jurisdiction::Elsewhere, setup),
        BlankForm::Consent => paper::consent(&paper::ConsentPaper::default(), setup),
        BlankForm::BeforeSession => paper::before_session_form(setup),
        BlankForm::GrowSheet => paper::grow_sheet(setup),
        BlankForm::ActionPlan => paper::blank_action_plan(setup),
        BlankForm::Wheel => paper::blank_wheel(setup),
    }
}

fn setup_of(vault: &mut Vault, request: &PaperRequest) -> Result<PaperSetup, CommandError> {
    let client = client_of(vault, request)?;
    stationery::setup(vault, client)
}

/// The client a paper is printed for. What the coach keeps for herself is printed for nobody.
fn client_of(vault: &mut Vault, request: &PaperRequest) -> Result<Option<ClientId>, CommandError> {
    let (session, engagement) = match request {
        PaperRequest::Agreement { version_id } => {
            (None, Some(vault.agreements().get(VersionId(*version_id))?.engagement_id))
        }
        PaperRequest::SessionSummary { session_id } => (Some(*session_id), None),
        PaperRequest::RecordingConsent { session_id, engagement_id }
        | PaperRequest::ActionPlan { session_id, engagement_id, .. } => (*session_id, engagement_id.map(EngagementId)),
        PaperRequest::ThreeWayAgreement { engagement_id }
        | PaperRequest::CoachingPlan { engagement_id }
        | PaperRequest::ClosingReport { engagement_id } => (None, Some(EngagementId(*engagement_id))),
        PaperRequest::AccessExport { client_id, .. } => return Ok(Some(ClientId(*client_id))),
        PaperRequest::BlankForm { client_id, .. } => return Ok(client_id.map(ClientId)),
        PaperRequest::SessionSheet { .. }
        | PaperRequest::SessionRecord { .. }
        | PaperRequest::SponsorReport { .. }
        | PaperRequest::RecoverySheet
        | PaperRequest::HoursLog { .. }
        | PaperRequest::PrivacyNotice
        | PaperRequest::ProcessingRecord
        | PaperRequest::ContinuitySheet => return Ok(None),
    };
    let of_session = session.map(|id| vault.sessions().frame(SessionId(id))).transpose()?;
    let engagement = of_session.map(|frame| frame.session.engagement_id).or(engagement);
    Ok(engagement.map(|id| vault.engagements().get(id)).transpose()?.map(|engagement| engagement.client_id))
}

fn gather_agreement(vault: &mut Vault, version: VersionId) -> Result<Gathered, CommandError> {
    let status = vault.agreements().get(version)?.status;
    if status != VersionStatus::Draft {
        return Ok(Gathered::Frozen(vault.agreements().pdf(version)?.ok_or(VaultError::NotFound)?));
    }
    let setup = setup_of(vault, &PaperRequest::Agreement { version_id: version.0 })?;
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
        PaperRequest::SessionRecord { .. } => "session-record",
        PaperRequest::ThreeWayAgreement { .. } => "three-way-agreement",
        PaperRequest::SponsorReport { .. } => "sponsor-report",
        PaperRequest::CoachingPlan { .. } => "coaching-plan",
        PaperRequest::ClosingReport { .. } => "closing-report",
        PaperRequest::AccessExport { .. } => "your-data",
        PaperRequest::HoursLog { .. } => "hours-log",
        PaperRequest::PrivacyNotice => "privacy-notice",
        PaperRequest::ProcessingRecord => "record-of-processing",
        PaperRequest::ContinuitySheet => "continuity-sheet",
        PaperRequest::BlankForm { form, .. } => match form {
            BlankForm::Agreement => "blank-agreement",
            BlankForm::Consent => "blank-consent",
            BlankForm::BeforeSession => "blank-before-session",
            BlankForm::GrowSheet => "blank-grow-sheet",
            BlankForm::ActionPlan => "blank-action-plan",
            BlankForm::Wheel => "blank-wheel",
        },
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
