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
