//! Every paper of the sample book, and of an invented programme of three, for looking at.

mod case;
mod plain;
mod signed;

use chrono::TimeDelta;
use coachbook_core::{EngagementId, SessionId, VersionId, coach_copy::coach_copy, printed};
use coachbook_documents::{
    DateStyle, Doc, Fonts, PageSize, PaperSetup, Stationery, languages, papers as paper, typeset,
};
use coachbook_exchange::sample::SampleRecord;
use coachbook_vault::{BookPlaces, RandomUids, UidSource, Vault};

use super::{content, stationery, unprintable};
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
    let from_book: Result<Vec<SamplePaper>, CommandError> = requests(engagement, version, session, next)
        .into_iter()
        .map(|(name, request)| Ok(SamplePaper { name, bytes: set(&mut vault, &mut fonts, &request)? }))
        .collect();
    let setup = stationery::setup(&mut vault, None)?;
    let record = session_record(&mut vault, session, &setup)?;
    let (_, _) = vault.into_book().lock();
    let case = case::john(&sample.client, sample.session.held_on);
    let mut docs = vec![("P5-session-record", record)];
    docs.push(("P2-three-way-agreement", signed::three_way(&case, &sample.coach, &setup)));
    docs.extend(plain::docs(&case, &setup)?);
    let mut papers = from_book?;
    papers.extend(typeset_all(docs, &setup, &mut fonts)?);
    Ok(papers)
}

/// Sets the papers of an invented programme of three, with names in several scripts. There is no book behind them.
///
/// # Errors
/// What went wrong, in words.
pub fn three_way_papers() -> Result<Vec<SamplePaper>, CommandError> {
    let sample = sample::record()?;
    let (coach, setup) = (&sample.coach, setup_of(&sample, "en"));
    let case = case::three_way(setup.generated_on);
    let mut docs = signed::docs(&case, coach, &setup);
    docs.push(("P2-three-way-agreement", signed::three_way(&case, coach, &setup)));
    docs.extend(plain::docs(&case, &setup)?);
    typeset_all(docs, &setup, &mut Fonts::bundled())
}

/// Sets the summary of the programme of three in every language papers can speak, each named by its tag.
///
/// # Errors
/// What went wrong, in words.
pub fn summaries_in_every_language() -> Result<Vec<SamplePaper>, CommandError> {
    let sample = sample::record()?;
    let mut fonts = Fonts::bundled();
    let mut papers = Vec::new();
    for language in languages() {
        let setup = setup_of(&sample, language.tag);
        let case = case::three_way(setup.generated_on);
        let doc = paper::session_summary(&signed::summary(&case, &setup), &setup);
        papers.extend(typeset_all(vec![(language.tag, doc)], &setup, &mut fonts)?);
    }
    Ok(papers)
}

fn setup_of(sample: &SampleRecord, language: &str) -> PaperSetup {
    PaperSetup {
        size: PageSize::A4,
        language: language.to_owned(),
        generated_on: sample.session.held_on,
        date_style: DateStyle::Long,
        letterhead: stationery::letterhead(sample.coach.clone()),
        stationery: Stationery::default(),
    }
}

fn typeset_all(
    docs: Vec<(&'static str, Doc)>,
    setup: &PaperSetup,
    fonts: &mut Fonts,
) -> Result<Vec<SamplePaper>, CommandError> {
    let one = |(name, doc): (&'static str, Doc)| {
        let pdf = typeset(&doc, setup, fonts).map_err(|_| unprintable())?;
        Ok(SamplePaper { name, bytes: pdf.bytes })
    };
    docs.into_iter().map(one).collect()
}

/// The coach's copy of the session, from the book.
fn session_record(vault: &mut Vault, session: SessionId, setup: &PaperSetup) -> Result<Doc, CommandError> {
    let record = vault.sessions().get(session)?;
    let engagement = vault.engagements().get(record.frame.session.engagement_id)?;
    let client = vault.clients().get(engagement.client_id)?;
    let coach = vault.practice().coach()?;
    let context = printed::Context { coach: &coach, client: &client, engagement: &engagement, agreement: None };
    let (summary, private) = coach_copy(&record, context, Vec::new());
    let summary = content::summary(summary, setup);
    Ok(paper::session_record(&summary, &private, signed::phase_name, setup))
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
    Ok(super::written(super::gather(vault, request)?, fonts)?.bytes)
}
