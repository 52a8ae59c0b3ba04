//! What a coach should know about a paper before she hands it over.

use coachbook_core::{EngagementId, SessionId, VersionId, agreement::VersionStatus, client::ClientStatus};
use coachbook_documents::papers::ConsentPaper;
use coachbook_vault::Vault;

use super::gather;
use crate::{
    views,
    wire::{
        CommandError,
        agreements::MissingGap,
        papers::{PaperRequest, PaperWarning},
    },
};

/// Returns what the book says about a paper: words that are missing, an agreement that is not signed.
pub(super) fn of(vault: &mut Vault, request: &PaperRequest) -> Result<Vec<PaperWarning>, CommandError> {
    let warning = match *request {
        PaperRequest::Agreement { version_id } => open_gaps(vault, VersionId(version_id))?,
        PaperRequest::RecordingConsent { session_id, engagement_id } => {
            lines_left(&gather::consent(vault, session_id, engagement_id)?)
        }
        PaperRequest::SessionSummary { session_id } => not_signed(vault, Some(session_id), None)?,
        PaperRequest::ActionPlan { session_id, engagement_id, .. } => not_signed(vault, session_id, engagement_id)?,
        PaperRequest::SessionSheet { .. } | PaperRequest::RecoverySheet => None,
    };
    Ok(warning.into_iter().collect())
}

/// Returns what setting a paper brought to light.
pub(super) fn of_print(missing: &[char], logo_unreadable: bool) -> Vec<PaperWarning> {
    let characters = missing.iter().copied().map(String::from).collect();
    let missing = (!missing.is_empty()).then_some(PaperWarning::MissingCharacters { characters });
    missing.into_iter().chain(logo_unreadable.then_some(PaperWarning::LogoUnreadable)).collect()
}

fn open_gaps(vault: &mut Vault, version: VersionId) -> Result<Option<PaperWarning>, CommandError> {
    let filled = views::fields_and_sheet(vault, version)?;
    let gaps = filled.sheet.missing.into_iter().map(|gap| MissingGap { key: gap.key, label: gap.label });
    let gaps: Vec<MissingGap> = gaps.collect();
    let open = filled.version.status == VersionStatus::Draft && !gaps.is_empty();
    Ok(open.then(|| PaperWarning::OpenGaps { engagement_id: filled.engagement.id.0, gaps }))
}

/// A consent prints a line for what is not known yet.
fn lines_left(paper: &ConsentPaper) -> Option<PaperWarning> {
    let fields = [
        ("sessions", paper.sessions.is_none()),
        ("recorded", paper.recorded.is_none()),
        ("purpose", paper.purpose.is_none()),
        ("hearers", paper.hearers.is_none()),
        ("kept_until", paper.kept_until.is_none()),
    ];
    let fields: Vec<String> = fields.into_iter().filter(|(_, empty)| *empty).map(|(key, _)| key.to_owned()).collect();
    (!fields.is_empty()).then_some(PaperWarning::LinesLeft { fields })
}

/// Whoever is only being talked to has agreed to nothing yet, and need not have.
fn not_signed(
    vault: &mut Vault,
    session: Option<i64>,
    engagement: Option<i64>,
) -> Result<Option<PaperWarning>, CommandError> {
    let session = session.map(|id| vault.sessions().frame(SessionId(id))).transpose()?.map(|frame| frame.session);
    let whose = session.as_ref().map(|session| session.engagement_id).or(engagement.map(EngagementId));
    let engagement = vault.engagements().get(whose.ok_or_else(CommandError::malformed)?)?;
    let status = vault.clients().get(engagement.client_id)?.fields.status;
    if status == ClientStatus::Prospect || engagement.fields.signed_on_paper.is_some() {
        return Ok(None);
    }
    let current = vault.agreements().current(engagement.id)?;
    let held_under = session.and_then(|session| session.agreement_version);
    let held_under = held_under.map(|id| vault.agreements().get(id)).transpose()?;
    if [&held_under, &current].into_iter().flatten().any(|version| version.signed_on.is_some()) {
        return Ok(None);
    }
    let issued = current.is_some_and(|version| version.status != VersionStatus::Draft);
    Ok(Some(PaperWarning::NotSigned { engagement_id: engagement.id.0, issued }))
}
