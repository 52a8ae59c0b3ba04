//! Every paper of the sample book, for looking at.

use chrono::TimeDelta;
use coachbook_core::{EngagementId, SessionId, VersionId};
use coachbook_documents::{Fonts, typeset};
use coachbook_vault::{BookPlaces, RandomUids, UidSource, Vault};

use super::{Gathered, unprintable};
use crate::{
    sample::{self, SampleClock},
    views,
    wire::{CommandError, papers::PaperRequest},
};

/// A paper of the sample, by its code.
pub struct SamplePaper {
    /// Name of the file, as `P4-session-summary`.
    pub name: &'static str,
    /// The PDF.
    pub bytes: Vec<u8>,
}

/// Makes the sample book in `folder`, which must be empty, and sets its papers. The same program gives the same bytes.
///
/// # Errors
/// What went wrong, in words.
pub fn sample_papers(folder: &std::path::Path) -> Result<Vec<SamplePaper>, CommandError> {
    let places = BookPlaces::new(folder.join("books"), folder.join("config"));
    let id = RandomUids.next().0.parse::<coachbook_vault::BookId>()?;
    let sample = sample::record()?;
    let book = places.create_sample(id, "Sample")?;
    let mut vault = Vault::new(book, Box::new(SampleClock::new(&sample)), Box::new(RandomUids));
    let mut fonts = Fonts::bundled();
    let (_, engagement, version) = sample::before_the_session(&mut vault, &sample)?;
    let pdf = set(&mut vault, &mut fonts, &PaperRequest::Agreement { version_id: version.0 })?;
    freeze(&mut vault, version, &pdf, sample.session.held_on)?;
    let session = sample::the_session(&mut vault, &sample, engagement, &mut RandomUids)?;
    let next = plan_the_next(&mut vault, engagement, session)?;
    let papers = requests(engagement, version, session, next)
        .into_iter()
        .map(|(name, request)| Ok(SamplePaper { name, bytes: set(&mut vault, &mut fonts, &request)? }))
        .collect();
    let (_, _) = vault.into_book().lock();
    papers
}

fn freeze(vault: &mut Vault, version: VersionId, pdf: &[u8], on: chrono::NaiveDate) -> Result<(), CommandError> {
    views::issue(vault, version, pdf)?;
    Ok(vault.agreements().mark_signed(version, on).map(drop)?)
}

/// The session a week after the one of the sample, for the sheet that is taken along to it.
fn plan_the_next(vault: &mut Vault, engagement: EngagementId, before: SessionId) -> Result<SessionId, CommandError> {
    let held = vault.sessions().frame(before)?.session;
    let at = held.started_at.ok_or_else(CommandError::unexpected)? + TimeDelta::weeks(1);
    Ok(vault.sessions().plan(engagement, at, held.zone, held.planned_minutes)?.id)
}

fn requests(
    engagement: EngagementId,
    version: VersionId,
    session: SessionId,
    next: SessionId,
) -> [(&'static str, PaperRequest); 6] {
    let (session_id, engagement_id) = (Some(session.0), Some(engagement.0));
    [
        ("P1-coaching-agreement", PaperRequest::Agreement { version_id: version.0 }),
        ("P3-recording-consent", PaperRequest::RecordingConsent { session_id, engagement_id }),
        ("P4-session-summary", PaperRequest::SessionSummary { session_id: session.0 }),
        ("P6-action-plan", PaperRequest::ActionPlan { session_id, engagement_id, last_session: false }),
        ("P6-all-open-actions", PaperRequest::ActionPlan { session_id: None, engagement_id, last_session: false }),
        ("P16-session-sheet", PaperRequest::SessionSheet { session_id: next.0 }),
    ]
}

fn set(vault: &mut Vault, fonts: &mut Fonts, request: &PaperRequest) -> Result<Vec<u8>, CommandError> {
    match super::gather(vault, request)? {
        Gathered::Frozen(bytes) => Ok(bytes),
        Gathered::Blocks(doc, setup) => Ok(typeset(&doc, &setup, fonts).map_err(|_| unprintable())?.bytes),
    }
}
