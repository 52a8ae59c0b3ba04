//! In which language a paper comes.
//!
//! What a client is given comes in the client's language, or where none is said in the language of the book's papers.
//! What the coach prints for herself comes in the book's language, and what is not translated comes in English, foot and
//! all.

use coachbook_core::{EngagementId, SessionId, VersionId};
use coachbook_documents::{PaperSetup, language};
use coachbook_vault::Vault;

use super::gather;
use crate::wire::{CommandError, papers::PaperRequest};

/// For whose eyes a paper is.
enum Reader {
    /// The client of this engagement.
    Client(EngagementId),
    /// The coach, in the language of her papers.
    Coach,
    /// The coach, in the words the paper was written in.
    Untranslated,
}

fn reader(vault: &mut Vault, request: &PaperRequest) -> Result<Reader, CommandError> {
    let of_session = |vault: &mut Vault, session: i64| {
        Ok::<_, CommandError>(Reader::Client(vault.sessions().frame(SessionId(session))?.session.engagement_id))
    };
    match *request {
        PaperRequest::Agreement { version_id } => {
            Ok(Reader::Client(vault.agreements().get(VersionId(version_id))?.engagement_id))
        }
        PaperRequest::SessionSummary { session_id } => of_session(vault, session_id),
        PaperRequest::RecordingConsent { session_id, engagement_id }
        | PaperRequest::ActionPlan { session_id, engagement_id, .. } => match (session_id, engagement_id) {
            (Some(session), _) => of_session(vault, session),
            (None, Some(engagement)) => Ok(Reader::Client(EngagementId(engagement))),
            (None, None) => Err(CommandError::malformed()),
        },
        PaperRequest::SessionSheet { .. } => Ok(Reader::Coach),
        PaperRequest::RecoverySheet => Ok(Reader::Untranslated),
    }
}

/// Returns sheet, letterhead, day and language of a paper.
pub(super) fn setup(vault: &mut Vault, request: &PaperRequest) -> Result<PaperSetup, CommandError> {
    let of_the_book = gather::setup(vault)?;
    Ok(match reader(vault, request)? {
        Reader::Client(engagement) => {
            let client = vault.engagements().get(engagement)?.client_id;
            match vault.clients().get(client)?.fields.language {
                Some(language) => PaperSetup { language, ..of_the_book },
                None => of_the_book,
            }
        }
        Reader::Coach => of_the_book,
        Reader::Untranslated => of_the_book.in_english(),
    })
}

/// Returns the language whose fixed words nobody who grew up with it has checked yet, if a paper comes in one.
pub(super) fn unreviewed(setup: &PaperSetup) -> Option<String> {
    let language = language(&setup.language);
    (!language.reviewed).then(|| language.in_english.to_owned())
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
        let summary = gather::summary(&mut vault, session_id, &arabic).unwrap();
        let foot = summary.recording.last().map(String::as_str);
        assert_eq!(foot, Some("سري: لكم وللكوتش"), "the words of records follow, too");
        assert_eq!(unreviewed(&arabic).as_deref(), Some("Arabic"));
        assert_eq!(unreviewed(&setup(&mut vault, &hers[1]).unwrap()), None, "control");
        drop(vault.into_book().lock());
        std::fs::remove_dir_all(folder).unwrap();
    }
}
