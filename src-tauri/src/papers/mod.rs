//! Papers: from the book to the very bytes that are shown, saved and printed.

mod content;
mod evidence;
mod gather;
mod given;
mod giving;
mod language;
mod letter;
mod masking;
mod names;
mod own_words;
#[cfg(feature = "developer")]
mod sample_set;
mod sheet;
mod stationery;
mod tables;
#[cfg(test)]
mod translated;
#[cfg(test)]
mod trials;
mod warnings;

pub(crate) use gather::{access::records_naming, practice::stays_in_log, today};
pub(crate) use given::Givable;

pub(crate) use giving::{Wanted, choices, give};
pub(crate) use own_words::Facts;
#[cfg(feature = "developer")]
pub use sample_set::{SamplePaper, sample_papers, summaries_in_every_language, three_way_papers};
pub(crate) use stationery::{LogoFile, check_picture, read_logo, try_logo};
pub(crate) use tables::{access_json, hours_csv, practice_papers};

use std::sync::Arc;

use chrono::NaiveDate;
use coachbook_core::{
    ClientId, PaperId, SessionId, VersionId, agreement::VersionStatus, clauses::Jurisdiction, giving::Subject,
};
use coachbook_documents::{
    Doc, Fonts, PaperSetup, Pdf, joined, measure_sheets, papers as paper, render_svg_page, typeset,
};
use coachbook_vault::{Vault, VaultError};
use tauri::AppHandle;

use letter::Letter;

use crate::{
    shelf::ShelvedPaper,
    state::{Desk, off_the_main_thread},
    window,
    wire::{
        CommandError,
        papers::{BlankForm, PaperHit, PaperPreview, PaperRequest, PaperText, PaperWarning},
        read_day,
    },
};

/// A paper gathered from the book: blocks still to be set, a PDF frozen earlier, or such a PDF with the page of its
/// signatures to come behind it.
enum Gathered {
    Blocks(Box<Doc>, Box<PaperSetup>),
    Frozen(Vec<u8>),
    Signed(Vec<u8>, Box<Doc>, Box<PaperSetup>),
}

/// Sets a paper, puts it on the shelf, and returns what its preview needs.
pub(crate) async fn preview(desk: &Desk, request: PaperRequest) -> Result<PaperPreview, CommandError> {
    let asked = request.clone();
    let gathering = move |vault: &mut Vault| {
        let warnings = warnings::of(vault, &asked)?;
        let (gathered, givable, today) = beside_earlier(vault, asked)?;
        let kept = givable.as_ref().and_then(|givable| givable.kept);
        let of_kept = kept.map(|id| warnings::of_kept(vault, id)).transpose()?;
        Ok((gathered, givable, today, warnings.into_iter().chain(of_kept.unwrap_or_default()).collect::<Vec<_>>()))
    };
    let (gathered, givable, today, mut warnings) = desk.with(gathering).await?;
    let frozen = !matches!(gathered, Gathered::Blocks(..));
    let Print { bytes, missing, warnings: of_print } = set(desk, gathered).await?;
    warnings.extend(of_print);
    let givable = givable.map(|givable| givable.printed(missing));
    let sheets = measure_sheets(&bytes).map_err(|_| unprintable())?;
    let kind = givable.as_ref().map_or_else(|| names::own_kind(&request), |givable| &givable.subject.kind);
    let (kind, suggested_name) = (kind.to_owned(), names::suggested_name(kind, today));
    let givable = givable.filter(|givable| givable.kept.is_some() || givable.draft.is_some()).map(Arc::new);
    let can_be_given = givable.is_some();
    let paper = ShelvedPaper::new(bytes, sheets, kind, suggested_name).given_as(givable);
    Ok(PaperPreview {
        pages: sheets.pages,
        width: sheets.width,
        height: sheets.height,
        suggested_name: paper.suggested_name.clone(),
        token: desk.shelve(paper),
        warnings,
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
        Gathered::Signed(bytes, page, setup) => {
            let subject = if subject.version.is_some() { given::signed(subject) } else { subject };
            let settled = given::Settled { doc: *page, replaces: None, same: None };
            let draft = Some(given::draft(&subject, &settled, &setup, false));
            let gathered = Gathered::Signed(bytes, Box::new(settled.doc), setup);
            return Ok((gathered, Some(Givable { request, subject, kept: None, plain: None, draft }), today));
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

/// Draws one page of a paper on the shelf, counted from 0. A long paper is drawn as far as it is looked at.
pub(crate) async fn page(desk: &Desk, token: u32, page: usize) -> Result<String, CommandError> {
    let bytes = desk.shelved(token)?.bytes;
    let drawn = off_the_main_thread(move || render_svg_page(&bytes, page.saturating_add(1))).await?;
    drawn.map_err(|_| CommandError::malformed())
}

/// Opens the print dialog for a paper on the shelf. That the sheet for a colleague was printed is noted: it grows old.
pub(crate) async fn print(app: &AppHandle, desk: &Desk, token: u32) -> Result<(), CommandError> {
    let paper = desk.shelved(token)?;
    let for_colleague = paper.kind == names::CONTINUITY_SHEET;
    if window::print(app, paper).await? && for_colleague {
        desk.with(|vault| Ok(vault.practice().note_continuity_print()?)).await?;
    }
    Ok(())
}

/// Finds words on the pages of a paper on the shelf.
pub(crate) async fn find(desk: &Desk, token: u32, words: String) -> Result<Vec<PaperHit>, CommandError> {
    let paper = desk.shelved(token)?;
    let found = off_the_main_thread(move || paper.words().map(|read| read.find(&words))).await?;
    Ok(found.ok_or_else(unprintable)?.into_iter().map(PaperHit::from).collect())
}

/// A paper's bytes, the characters no face could print, and what setting it brought to light.
struct Print {
    bytes: Vec<u8>,
    missing: String,
    warnings: Vec<PaperWarning>,
}

impl Print {
    /// Bytes that were set before.
    const fn of_kept(bytes: Vec<u8>) -> Self {
        Self { bytes, missing: String::new(), warnings: Vec::new() }
    }
}

async fn set(desk: &Desk, gathered: Gathered) -> Result<Print, CommandError> {
    match gathered {
        Gathered::Frozen(bytes) => Ok(Print::of_kept(bytes)),
        other => desk.with_fonts(move |fonts| written(other, fonts)).await?,
    }
}

/// Returns the file, and what setting it brought to light.
fn written(gathered: Gathered, fonts: &mut Fonts) -> Result<Print, CommandError> {
    let set = |doc: &Doc, setup: &PaperSetup, fonts| typeset(doc, setup, fonts).map_err(|_| unprintable());
    match gathered {
        Gathered::Frozen(bytes) => Ok(Print::of_kept(bytes)),
        Gathered::Signed(bytes, page, setup) => {
            let whole = joined(&bytes, &set(&page, &setup, fonts)?.bytes);
            Ok(Print::of_kept(whole.map_err(|_| unprintable())?))
        }
        Gathered::Blocks(doc, setup) => {
            let Pdf { bytes, missing, logo_unreadable, .. } = set(&doc, &setup, fonts)?;
            let missing = String::from_iter(missing);
            let unreviewed = language::unreviewed(&setup.language);
            let warnings = warnings::of_print(&missing, logo_unreadable).into_iter().chain(unreviewed).collect();
            Ok(Print { bytes, missing, warnings })
        }
    }
}

/// Returns the PDF an agreement will be frozen with: set now, from the words as they stand.
pub(crate) async fn agreement_pdf(desk: &Desk, version: VersionId) -> Result<Vec<u8>, CommandError> {
    let gathered = desk.with(move |vault| gather_agreement(vault, version)).await?;
    Ok(set(desk, gathered).await?.bytes)
}

/// Returns a summary or plan as plain text.
pub(crate) async fn text(desk: &Desk, request: PaperRequest) -> Result<PaperText, CommandError> {
    desk.with(move |vault| Ok(PaperText { text: letter_with_text(vault, &request)?.text })).await
}

/// Returns the e-mail that brings the text of a summary or plan, within the coach's own words where she has any.
pub(crate) fn letter_with_text(vault: &mut Vault, request: &PaperRequest) -> Result<Letter, CommandError> {
    let setup = language::setup(vault, request)?;
    let (title, text) = match *request {
        PaperRequest::SessionSummary { session_id } => {
            let summary = own_words::summary(vault, session_id, &setup)?;
            (setup.labels().summary_title, paper::session_summary_text(&summary, &setup))
        }
        PaperRequest::ActionPlan { session_id, engagement_id, last_session } => {
            let plan = gather::plan(vault, session_id, engagement_id, last_session)?;
            (setup.labels().plan_title, paper::action_plan_text(&plan, &setup))
        }
        _ => return Err(CommandError::malformed()),
    };
    let about = given::subject(vault, request)?.ok_or_else(CommandError::malformed)?;
    let own = own_words::letter(vault, &about, title, &text)?;
    Ok(own.unwrap_or_else(|| Letter { subject: title.to_owned(), text }))
}

/// Whether a paper can be had as plain text.
fn has_text(request: &PaperRequest) -> bool {
    matches!(request, PaperRequest::SessionSummary { .. } | PaperRequest::ActionPlan { .. })
}

fn gather(vault: &mut Vault, request: &PaperRequest) -> Result<Gathered, CommandError> {
    match request {
        PaperRequest::Agreement { version_id } => return gather_agreement(vault, VersionId(*version_id)),
        PaperRequest::Kept { paper_id } => return Ok(Gathered::Frozen(vault.papers().bytes(PaperId(*paper_id))?)),
        PaperRequest::Signed { paper_id } => return signed(vault, PaperId(*paper_id)),
        _ => {}
    }
    let setup = language::setup(vault, request)?;
    let doc = match request {
        PaperRequest::HoursLog { .. }
        | PaperRequest::PrivacyNotice
        | PaperRequest::ProcessingRecord
        | PaperRequest::DataHandling
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
            paper::consent(&own_words::consent(vault, *session_id, *engagement_id, setup)?, setup)
        }
        PaperRequest::SessionSummary { session_id } => {
            paper::session_summary(&own_words::summary(vault, *session_id, setup)?, setup)
        }
        PaperRequest::ActionPlan { session_id, engagement_id, last_session } => {
            paper::action_plan(&gather::plan(vault, *session_id, *engagement_id, *last_session)?, setup)
        }
        PaperRequest::SessionSheet { session_id } => {
            paper::session_sheet(&gather::sheet(vault, SessionId(*session_id), setup)?, setup)
        }
        PaperRequest::SessionRecord { session_id } => {
            let own = gather::programme::own_copy(vault, *session_id, setup)?;
            paper::session_record(&own.summary, &own.private, |key| own.phases.of(key), setup)
        }
        PaperRequest::SponsorReport { engagement_id } => {
            paper::sponsor_report(&gather::sponsor::report(vault, *engagement_id)?, setup)
        }
        PaperRequest::CoachingPlan { engagement_id } => {
            paper::coaching_plan(&gather::programme::coaching_plan(vault, *engagement_id)?, setup)
        }
        PaperRequest::ClosingReport { engagement_id } => {
            paper::closing_report(&gather::programme::closing_report(vault, *engagement_id, setup)?, setup)
        }
        PaperRequest::AccessExport { client_id } => {
            paper::access_export(&gather::access::answer(vault, ClientId(*client_id), setup.labels())?, setup)
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
        PaperRequest::PrivacyNotice => paper::privacy_notice(&gather::practice::privacy(vault, setup.labels())?, setup),
        PaperRequest::ProcessingRecord => {
            paper::processing_record(&gather::practice::privacy(vault, setup.labels())?, setup)
        }
        PaperRequest::DataHandling => paper::data_handling(&gather::practice::data_handling(vault)?, setup),
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

fn gather_agreement(vault: &mut Vault, version: VersionId) -> Result<Gathered, CommandError> {
    let status = vault.agreements().get(version)?.status;
    if status != VersionStatus::Draft {
        let paper = vault.papers().of_version(version)?.ok_or(VaultError::NotFound)?;
        return if vault.papers().signatures(paper)?.is_empty() {
            Ok(Gathered::Frozen(vault.papers().bytes(paper)?))
        } else {
            signed(vault, paper)
        };
    }
    let setup = language::setup(vault, &PaperRequest::Agreement { version_id: version.0 })?;
    let doc = gather::agreement(vault, version, &setup)?;
    Ok(Gathered::Blocks(Box::new(doc), Box::new(setup)))
}

/// A paper that somebody signed on screen, as it is printed and given from then on.
fn signed(vault: &mut Vault, paper: PaperId) -> Result<Gathered, CommandError> {
    let setup = language::setup(vault, &PaperRequest::Signed { paper_id: paper.0 })?;
    let bytes = vault.papers().bytes(paper)?;
    let page = paper::evidence_page(&evidence::evidence(vault, paper, &bytes, setup.labels())?, &setup);
    Ok(Gathered::Signed(bytes, Box::new(page), Box::new(setup)))
}

fn unprintable() -> CommandError {
    CommandError::new(
        "unprintable",
        "This paper could not be set.",
        "Nothing was lost. Look for a very unusual character or picture in it, and try again.",
    )
}
