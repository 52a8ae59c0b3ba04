//! For whose eyes a paper is, and so in which language it comes.
//!
//! What a client is given comes in the client's language, or where none is said in the language of the book's papers.
//! What the coach prints for herself comes in the book's language, and what is not translated comes in English, foot and
//! all.

use coachbook_core::{ClientId, EngagementId, PaperId, SessionId, VersionId};
use coachbook_documents::{PaperSetup, language};
use coachbook_vault::Vault;

use super::stationery;
use crate::{
    views,
    wire::{
        CommandError,
        papers::{BlankForm, PaperRequest, PaperWarning},
    },
};

/// Returns sheet, letterhead, day and language of a paper.
pub(super) fn setup(vault: &mut Vault, request: &PaperRequest) -> Result<PaperSetup, CommandError> {
    let client = client_of(vault, request)?;
    let setup = stationery::setup(vault, client)?;
    // What goes to a sponsor has the sponsor's sheet and the language it was written in with the client.
    if let PaperRequest::SponsorReport { engagement_id } = request {
        let client = vault.engagements().get(EngagementId(*engagement_id))?.client_id;
        let client = vault.clients().get(client)?;
        return Ok(PaperSetup { language: views::language_of(vault, &client)?, ..setup });
    }
    Ok(if is_translated(request) { setup } else { setup.in_english() })
}

/// Returns the language whose fixed words nobody who grew up with it has checked yet, if a paper comes in one.
pub(super) fn unreviewed(tag: &str) -> Option<PaperWarning> {
    let language = language(tag);
    (!language.reviewed).then(|| PaperWarning::FixedWordsUnreviewed { language: language.in_english.to_owned() })
}

/// Whether all of a paper comes in other languages. Most that only the coach reads have no other words, and the blank
/// agreement prints the clauses the program came with: half of a page in each would help nobody. The clauses of an
/// agreement are the coach's own words, and English until she writes others; the preview says so.
fn is_translated(request: &PaperRequest) -> bool {
    !matches!(
        request,
        PaperRequest::RecoverySheet
            | PaperRequest::SessionRecord { .. }
            | PaperRequest::HoursLog { .. }
            | PaperRequest::ContinuitySheet
            | PaperRequest::BlankForm { form: BlankForm::Agreement, .. }
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
        PaperRequest::Kept { paper_id } | PaperRequest::Signed { paper_id } => {
            return Ok(Some(vault.papers().get(PaperId(*paper_id))?.subject.client));
        }
        PaperRequest::AccessExport { client_id } => return Ok(Some(ClientId(*client_id))),
        PaperRequest::BlankForm { client_id, .. } => return Ok(client_id.map(ClientId)),
        PaperRequest::SessionSheet { .. }
        | PaperRequest::SessionRecord { .. }
        | PaperRequest::SponsorReport { .. }
        | PaperRequest::RecoverySheet
        | PaperRequest::HoursLog { .. }
        | PaperRequest::PrivacyNotice
        | PaperRequest::ProcessingRecord
        | PaperRequest::DataHandling
        | PaperRequest::ContinuitySheet => return Ok(None),
    };
    let of_session = session.map(|id| vault.sessions().frame(SessionId(id))).transpose()?;
    let engagement = of_session.map(|frame| frame.session.engagement_id).or(engagement);
    Ok(engagement.map(|id| vault.engagements().get(id)).transpose()?.map(|engagement| engagement.client_id))
}

#[cfg(test)]
mod tests {
    use coachbook_vault::{BookPlaces, RandomUids, UidSource};

    use super::*;
    use crate::sample::{self, SampleClock};

    #[test]
    fn the_client_decides_then_the_book_and_her_own_papers_stay_hers() {
        let folder = std::env::temp_dir().join(format!("coachbook-language-{}", std::process::id()));
        let places = BookPlaces::new(folder.join("books"), folder.join("config"));
        let id = RandomUids.next().0.parse().unwrap();
        let sample = sample::record().unwrap();
        let book = places.create_sample(id, "Sample").unwrap();
        let mut vault = Vault::new(book, Box::new(SampleClock::new(&sample)), Box::new(RandomUids));
        let (client, engagement, version) = sample::before_the_session(&mut vault, &sample).unwrap();
        let session_id = sample::the_session(&mut vault, &sample, engagement, &mut RandomUids).unwrap().0;
        let engagement_id = Some(engagement.0);
        let of_client = [
            PaperRequest::Agreement { version_id: version.0 },
            PaperRequest::SessionSummary { session_id },
            PaperRequest::RecordingConsent { session_id: None, engagement_id },
            PaperRequest::ActionPlan { session_id: Some(session_id), engagement_id: None, last_session: false },
            PaperRequest::ActionPlan { session_id: None, engagement_id, last_session: false },
        ];
        let hers = [PaperRequest::SessionSheet { session_id }, PaperRequest::RecoverySheet];
        let spoken = |vault: &mut Vault| -> Vec<String> {
            of_client.iter().chain(&hers).map(|request| setup(vault, request).unwrap().language).collect()
        };
        assert_eq!(spoken(&mut vault), ["en"; 7]);

        let mut settings = vault.practice().settings().unwrap();
        settings.paper_language = "pl".to_owned();
        vault.practice().save_settings(&settings).unwrap();
        assert_eq!(spoken(&mut vault), ["pl", "pl", "pl", "pl", "pl", "pl", "en"]);

        let known = vault.clients().get(client).unwrap();
        let fields = coachbook_core::client::ClientDraft { language: Some("ar".to_owned()), ..known.fields };
        vault.clients().save(Some(client), Some(known.rev), &fields).unwrap();
        assert_eq!(spoken(&mut vault), ["ar", "ar", "ar", "ar", "ar", "pl", "en"]);

        let arabic = setup(&mut vault, &of_client[1]).unwrap();
        let summary = super::super::gather::summary(&mut vault, session_id, &arabic).unwrap();
        let foot = summary.recording.last().map(String::as_str);
        assert_eq!(foot, Some("سري: لكم وللكوتش"), "the words of records follow, too");
        assert!(
            matches!(unreviewed(&arabic.language), Some(PaperWarning::FixedWordsUnreviewed { language }) if language == "Arabic")
        );
        assert!(unreviewed(&setup(&mut vault, &hers[1]).unwrap().language).is_none(), "control");
        drop(vault.into_book().lock());
        std::fs::remove_dir_all(folder).unwrap();
    }
}
