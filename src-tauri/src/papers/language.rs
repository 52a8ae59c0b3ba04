//! For whose eyes a paper is, and so in which language it comes.
//!
//! What a client is given comes in the client's language, or where none is said in the language of the book's papers.
//! What the coach prints for herself comes in the book's language, and what is not translated comes in English, foot and
//! all.

use coachbook_core::{ClientId, EngagementId, PaperId, SessionId, VersionId};
use coachbook_documents::{PaperSetup, language};
use coachbook_vault::Vault;

use super::stationery;
use crate::wire::{
    CommandError,
    papers::{PaperRequest, PaperWarning},
};

/// Returns sheet, letterhead, day and language of a paper.
pub(super) fn setup(vault: &mut Vault, request: &PaperRequest) -> Result<PaperSetup, CommandError> {
    let client = client_of(vault, request)?;
    let setup = stationery::setup(vault, client)?;
    Ok(if is_translated(request) { setup } else { setup.in_english() })
}

/// Returns the language whose fixed words nobody who grew up with it has checked yet, if a paper comes in one.
pub(super) fn unreviewed(setup: &PaperSetup) -> Option<PaperWarning> {
    let language = language(&setup.language);
    (!language.reviewed).then(|| PaperWarning::FixedWordsUnreviewed { language: language.in_english.to_owned() })
}

/// Whether all of a paper comes in other languages. Those that only the coach reads have no other words, and what is
/// kept about a client is listed and explained in English so far: half of a page in each would help nobody.
fn is_translated(request: &PaperRequest) -> bool {
    !matches!(
        request,
        PaperRequest::RecoverySheet
            | PaperRequest::SessionRecord { .. }
            | PaperRequest::HoursLog { .. }
            | PaperRequest::ContinuitySheet
            | PaperRequest::Signatures { .. }
            | PaperRequest::AccessExport { .. }
            | PaperRequest::PrivacyNotice
            | PaperRequest::ProcessingRecord
    )
}

/// The client a paper is printed for. What the coach keeps for herself is printed for nobody.
pub(super) fn client_of(vault: &mut Vault, request: &PaperRequest) -> Result<Option<ClientId>, CommandError> {
    let (session, engagement) = match request {
        PaperRequest::Agreement { version_id } => {
            (None, Some(vault.agreements().get(VersionId(*version_id))?.engagement_id))
        }
        PaperRequest::SessionSummary { session_id } => (Some(*session_id), None),
        PaperRequest::RecordingConsent { session_id, engagement_id }
        | PaperRequest::ActionPlan { session_id, engagement_id, .. } => (*session_id, engagement_id.map(EngagementId)),
        PaperRequest::CoachingPlan { engagement_id } | PaperRequest::ClosingReport { engagement_id } => {
            (None, Some(EngagementId(*engagement_id)))
        }
        PaperRequest::Kept { paper_id } | PaperRequest::Signatures { paper_id } => {
            return Ok(Some(vault.papers().get(PaperId(*paper_id))?.subject.client));
        }
        PaperRequest::AccessExport { client_id, .. } => return Ok(Some(ClientId(*client_id))),
        PaperRequest::BlankForm { client_id, .. } => return Ok(client_id.map(ClientId)),
        PaperRequest::SessionSheet { .. }
        | PaperRequest::SessionRecord { .. }
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
