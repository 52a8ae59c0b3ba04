//! What a paper that can be given is about, and how it stands to those given before: the same again, or a correction.

use coachbook_core::{
    ClientId, EngagementId, PaperId, SessionId, VersionId,
    giving::{CONSENT, KeptPaper, PaperDraft, Subject, agreement_kind},
};
use coachbook_documents::{Doc, PaperSetup};
use coachbook_vault::Vault;

use super::gather;
use crate::wire::{CommandError, papers::PaperRequest};

/// What the kind of a paper begins with that has the page of its signatures behind it.
pub(super) const SIGNED: &str = "signed_";

/// A previewed paper that can be given.
pub(crate) struct Givable {
    /// Which paper was asked for.
    pub(super) request: PaperRequest,
    /// What it is about.
    pub(super) subject: Subject,
    /// The row it is kept in already.
    pub(super) kept: Option<PaperId>,
    /// Its words before any line about an earlier one; none for bytes that were frozen.
    pub(super) plain: Option<(Doc, PaperSetup)>,
    /// How it will be kept; none when it is.
    pub(super) draft: Option<PaperDraft>,
}

impl Givable {
    /// The same, with the characters that could not be printed when it was set.
    pub(super) fn printed(self, missing: String) -> Self {
        Self { draft: self.draft.map(|draft| PaperDraft { missing, ..draft }), ..self }
    }
}

/// Returns what a paper is about; none for papers that are the coach's own and given to nobody.
pub(super) fn subject(vault: &mut Vault, request: &PaperRequest) -> Result<Option<Subject>, CommandError> {
    let (kind, session, engagement) = match *request {
        PaperRequest::Agreement { version_id } => return of_version(vault, VersionId(version_id)).map(Some),
        PaperRequest::Kept { paper_id } => return Ok(Some(vault.papers().get(PaperId(paper_id))?.subject)),
        PaperRequest::Signed { paper_id } => return Ok(Some(signed(vault.papers().get(PaperId(paper_id))?.subject))),
        PaperRequest::SessionSummary { session_id } => ("session_summary", Some(SessionId(session_id)), None),
        PaperRequest::RecordingConsent { session_id, engagement_id } => {
            (CONSENT, gather::session_meant(vault, session_id, engagement_id)?, engagement_id)
        }
        PaperRequest::ActionPlan { session_id, engagement_id, last_session: true } => {
            ("action_plan", gather::session_meant(vault, session_id, engagement_id)?, engagement_id)
        }
        PaperRequest::ActionPlan { session_id, engagement_id, .. } => {
            ("action_plan", session_id.map(SessionId), engagement_id)
        }
        PaperRequest::SponsorReport { engagement_id } => ("sponsor_report", None, Some(engagement_id)),
        PaperRequest::CoachingPlan { engagement_id } => ("coaching_plan", None, Some(engagement_id)),
        PaperRequest::ClosingReport { engagement_id } => ("closing_report", None, Some(engagement_id)),
        PaperRequest::AccessExport { client_id } => {
            let (client, kind) = (ClientId(client_id), "your_data".to_owned());
            return Ok(Some(Subject { client, kind, session: None, engagement: None, version: None }));
        }
        _ => return Ok(None),
    };
    let of_session = session.map(|id| vault.sessions().frame(id)).transpose()?;
    let whole = of_session.map(|frame| frame.session.engagement_id).or(engagement.map(EngagementId));
    let client = vault.engagements().get(whole.ok_or_else(CommandError::malformed)?)?.client_id;
    let engagement = if session.is_some() { None } else { whole };
    Ok(Some(Subject { client, kind: kind.to_owned(), session, engagement, version: None }))
}

fn of_version(vault: &mut Vault, version: VersionId) -> Result<Subject, CommandError> {
    let agreement = vault.agreements().get(version)?;
    let client = vault.engagements().get(agreement.engagement_id)?.client_id;
    let kind = agreement_kind(&agreement.clauses).to_owned();
    Ok(Subject { client, kind, session: None, engagement: None, version: Some(version) })
}

/// What a signed paper is about, once the page of its signatures stands behind it.
pub(super) fn signed(subject: Subject) -> Subject {
    Subject { kind: format!("{SIGNED}{}", subject.kind), version: None, ..subject }
}

/// Words beside those given last: with the line they carry, what they replace, and the row they are kept in.
pub(super) struct Settled {
    pub(super) doc: Doc,
    pub(super) replaces: Option<PaperId>,
    pub(super) same: Option<PaperId>,
}

/// Compares words with the last ones given about the same. Other words about the same session replace them; a plan of
/// another week is a new plan.
pub(super) fn settled(
    vault: &mut Vault,
    plain: &Doc,
    setup: &PaperSetup,
    subject: &Subject,
    masked: bool,
) -> Result<Settled, CommandError> {
    let plain = plain.clone();
    let Some(last) = vault.papers().last_given(subject, masked)? else {
        return Ok(Settled { doc: plain, replaces: None, same: None });
    };
    let before = last.replaces.map(|id| vault.papers().get(id)).transpose()?;
    let again = replacing(plain.clone(), before.as_ref(), setup);
    if Some(again.document_id()) == last.document_id {
        let same = (last.look == Some(setup.look())).then_some(last.id);
        return Ok(Settled { doc: again, replaces: last.replaces, same });
    }
    if subject.session.is_none() {
        return Ok(Settled { doc: plain, replaces: None, same: None });
    }
    Ok(Settled { doc: replacing(plain, Some(&last), setup), replaces: Some(last.id), same: None })
}

fn replacing(doc: Doc, earlier: Option<&KeptPaper>, setup: &PaperSetup) -> Doc {
    match earlier.and_then(|paper| Some((paper.made_on?, paper.document_id.as_deref()?))) {
        Some((made_on, document_id)) => doc.replacing(made_on, document_id, setup),
        None => doc,
    }
}

/// How words will be kept.
pub(super) fn draft(subject: &Subject, settled: &Settled, setup: &PaperSetup, masked: bool) -> PaperDraft {
    PaperDraft {
        subject: subject.clone(),
        document_id: settled.doc.document_id(),
        look: setup.look(),
        language: setup.language.clone(),
        // Known once it is set.
        missing: String::new(),
        masked,
        replaces: settled.replaces,
        made_on: setup.generated_on,
    }
}
