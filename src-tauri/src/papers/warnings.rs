//! What a coach should know about a paper before she hands it over.

use coachbook_core::{EngagementId, PaperId, SessionId, VersionId, agreement::VersionStatus, client::ClientStatus};
use coachbook_documents::papers::ConsentPaper;
use coachbook_vault::Vault;

use super::{language, own_words};
use crate::{
    views,
    wire::{
        CommandError,
        agreements::MissingGap,
        papers::{PaperRequest, PaperWarning},
    },
};

/// Returns what the book says about a paper: words that are missing or in another language, an agreement that is not
/// signed.
pub(super) fn of(vault: &mut Vault, request: &PaperRequest) -> Result<Vec<PaperWarning>, CommandError> {
    let warnings = match *request {
        PaperRequest::Agreement { version_id } => of_agreement(vault, VersionId(version_id))?,
        PaperRequest::RecordingConsent { session_id, engagement_id } => {
            let setup = language::setup(vault, request)?;
            let paper = own_words::consent(vault, session_id, engagement_id, &setup)?;
            let usual = own_words::empty_in_consent(vault, session_id, engagement_id, &setup)?;
            [lines_left(&paper), empty_fields(usual)]
        }
        PaperRequest::SessionSummary { session_id } => {
            let empty = own_words::empty_in_summary(vault, session_id)?;
            [not_signed(vault, Some(session_id), None)?, empty_fields(empty)]
        }
        PaperRequest::ActionPlan { session_id, engagement_id, .. } => {
            [not_signed(vault, session_id, engagement_id)?, None]
        }
        _ => [None, None],
    };
    Ok(warnings.into_iter().flatten().collect())
}

/// Returns what is known of a paper that is shown as it was given: it is not set again, and nobody has checked its
/// language since.
pub(super) fn of_kept(vault: &mut Vault, id: PaperId) -> Result<Vec<PaperWarning>, CommandError> {
    let kept = vault.papers().get(id)?;
    let unreviewed = kept.language.as_deref().and_then(language::unreviewed);
    Ok(of_print(&kept.missing, false).into_iter().chain(unreviewed).collect())
}

/// Returns what setting a paper brought to light.
pub(super) fn of_print(missing: &str, logo_unreadable: bool) -> Vec<PaperWarning> {
    let characters = missing.chars().map(String::from).collect();
    let missing = (!missing.is_empty()).then_some(PaperWarning::MissingCharacters { characters });
    missing.into_iter().chain(logo_unreadable.then_some(PaperWarning::LogoUnreadable)).collect()
}

/// Open gaps, and clauses that are not in the client's language: once it is ready to sign, nothing of it changes.
fn of_agreement(vault: &mut Vault, version: VersionId) -> Result<[Option<PaperWarning>; 2], CommandError> {
    let filled = views::fields_and_sheet(vault, version)?;
    let english = views::english_for(vault, &filled.client, &filled.version.clauses)?;
    let gaps = filled.sheet.missing.into_iter().map(|gap| MissingGap { key: gap.key, label: gap.label });
    let gaps: Vec<MissingGap> = gaps.collect();
    let open = filled.version.status == VersionStatus::Draft && !gaps.is_empty();
    Ok([
        open.then_some(PaperWarning::OpenGaps { engagement_id: filled.engagement.id.0, gaps }),
        english.map(|language| PaperWarning::ClausesInEnglish { language }),
    ])
}

/// Fields of the coach's own words that nothing is known for.
fn empty_fields(labels: Vec<String>) -> Option<PaperWarning> {
    (!labels.is_empty()).then_some(PaperWarning::EmptyFields { labels })
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

/// Whoever is only being talked to has agreed to nothing yet, and need not have. An agreement signed once stands until
/// the next one is.
fn not_signed(
    vault: &mut Vault,
    session: Option<i64>,
    engagement: Option<i64>,
) -> Result<Option<PaperWarning>, CommandError> {
    let session = session.map(|id| vault.sessions().frame(SessionId(id))).transpose()?;
    let whose = session.map(|frame| frame.session.engagement_id).or(engagement.map(EngagementId));
    let engagement = vault.engagements().get(whose.ok_or_else(CommandError::malformed)?)?;
    let status = vault.clients().get(engagement.client_id)?.fields.status;
    if status == ClientStatus::Prospect || engagement.fields.signed_on_paper.is_some() {
        return Ok(None);
    }
    let versions = match vault.agreements().current(engagement.id)? {
        Some(current) => vault.agreements().versions(current.agreement_id)?,
        None => Vec::new(),
    };
    if versions.iter().any(|version| version.signed_on.is_some()) {
        return Ok(None);
    }
    let issued = versions.iter().any(|version| version.status == VersionStatus::Issued);
    Ok(Some(PaperWarning::NotSigned { engagement_id: engagement.id.0, issued }))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use coachbook_core::{
        agreement::{Clause, GapAnswer},
        client::ClientDraft,
        engagement::EngagementDraft,
        giving::{PaperDraft, Subject},
    };
    use coachbook_testkit::{TestBook, TestClock};

    use super::*;

    /// A book with a client and an engagement; the place goes when the test is over.
    fn book(status: ClientStatus, engagement: &EngagementDraft) -> (Vault, EngagementId, TestBook) {
        let (place, mut vault) = TestBook::new(&TestClock::showing("2026-03-04T09:00:00Z"));
        let draft = ClientDraft { status, ..ClientDraft::named("Zofia Nowak") };
        let client = vault.clients().save(None, None, &draft).unwrap().id;
        let engagement = vault.engagements().save(client, None, None, engagement).unwrap().id;
        (vault, engagement, place)
    }

    fn plan(engagement: EngagementId) -> PaperRequest {
        PaperRequest::ActionPlan { session_id: None, engagement_id: Some(engagement.0), last_session: false }
    }

    fn clause(body: &str) -> Vec<Clause> {
        vec![Clause { key: "fees".into(), heading: "Fees".into(), body: body.into(), included: true }]
    }

    #[test]
    fn an_agreement_that_is_not_signed_is_said_until_one_is() {
        let (mut vault, engagement, _place) = book(ClientStatus::Active, &EngagementDraft::default());
        let warned = |vault: &mut Vault| match of(vault, &plan(engagement)).unwrap().as_slice() {
            [] => None,
            [PaperWarning::NotSigned { engagement_id, issued }] => Some((*engagement_id, *issued)),
            other => panic!("{other:?}"),
        };
        assert_eq!(warned(&mut vault), Some((engagement.0, false)), "there is none");
        let draft = vault.agreements().start(engagement, &clause("100")).unwrap();
        assert_eq!(warned(&mut vault), Some((engagement.0, false)), "there is a draft");
        vault.agreements().issue(draft.id, &clause("100"), b"%PDF").unwrap();
        assert_eq!(warned(&mut vault), Some((engagement.0, true)), "one waits to be signed");
        vault.agreements().mark_signed(draft.id, NaiveDate::from_ymd_opt(2026, 3, 4).unwrap()).unwrap();
        assert_eq!(warned(&mut vault), None);
        vault.agreements().start_next_version(draft.agreement_id).unwrap();
        assert_eq!(warned(&mut vault), None, "the next one is being prepared, and the signed one stands");
    }

    #[test]
    fn nothing_is_said_of_a_talk_or_of_what_was_signed_on_paper() {
        let (mut vault, engagement, _place) = book(ClientStatus::Prospect, &EngagementDraft::default());
        assert!(of(&mut vault, &plan(engagement)).unwrap().is_empty(), "a talk with somebody new");
        let on_paper = EngagementDraft { signed_on_paper: NaiveDate::from_ymd_opt(2026, 1, 9), ..Default::default() };
        let (mut vault, engagement, _place) = book(ClientStatus::Active, &on_paper);
        assert!(of(&mut vault, &plan(engagement)).unwrap().is_empty(), "signed outside the book");
    }

    #[test]
    fn open_gaps_are_named_until_they_are_filled_or_left_as_a_line() {
        let (mut vault, engagement, _place) = book(ClientStatus::Active, &EngagementDraft::default());
        let version = vault.agreements().start(engagement, &clause("{fee_text}, {law}")).unwrap().id;
        let open =
            |vault: &mut Vault| match of(vault, &PaperRequest::Agreement { version_id: version.0 }).unwrap().pop() {
                Some(PaperWarning::OpenGaps { gaps, .. }) => gaps.into_iter().map(|gap| gap.key).collect(),
                _ => Vec::new(),
            };
        assert_eq!(open(&mut vault), ["fee_text", "law"]);
        vault.agreements().fill_gap(version, "fee_text", &GapAnswer::Words("100".to_owned())).unwrap();
        assert_eq!(open(&mut vault), ["law"]);
        vault.agreements().fill_gap(version, "law", &GapAnswer::Line).unwrap();
        assert!(open(&mut vault).is_empty());
    }

    #[test]
    fn a_consent_names_what_it_leaves_as_lines() {
        let (mut vault, engagement, _place) = book(ClientStatus::Active, &EngagementDraft::default());
        let consent = PaperRequest::RecordingConsent { session_id: None, engagement_id: Some(engagement.0) };
        let warnings = of(&mut vault, &consent).unwrap();
        let [PaperWarning::LinesLeft { fields }] = warnings.as_slice() else { panic!("{warnings:?}") };
        assert!(fields.iter().any(|field| field == "purpose"), "{fields:?}");
        let full = ConsentPaper {
            sessions: Some("1".into()),
            recorded: Some("sound".into()),
            purpose: Some("study".into()),
            hearers: Some("a mentor".into()),
            kept_until: NaiveDate::from_ymd_opt(2026, 6, 1),
            ..ConsentPaper::default()
        };
        assert!(lines_left(&full).is_none(), "control");
    }

    #[test]
    fn what_is_shown_as_it_was_given_says_again_what_was_said_of_it() {
        let (mut vault, engagement, _place) = book(ClientStatus::Active, &EngagementDraft::default());
        let client = vault.engagements().get(engagement).unwrap().client_id;
        let mut kept = |language: &str, missing: &str| {
            let kind = "session_summary".to_owned();
            let subject = Subject { client, kind, session: None, engagement: Some(engagement), version: None };
            let draft = PaperDraft {
                subject,
                document_id: "ab12cd34".to_owned(),
                look: String::new(),
                language: language.to_owned(),
                missing: missing.to_owned(),
                masked: false,
                replaces: None,
                made_on: NaiveDate::from_ymd_opt(2026, 3, 4).unwrap(),
            };
            let id = vault.papers().keep(&draft, format!("%PDF {language}").as_bytes()).unwrap();
            of_kept(&mut vault, id).unwrap()
        };
        let said = kept("de", "𐀀");
        let [PaperWarning::MissingCharacters { characters }, PaperWarning::FixedWordsUnreviewed { language }] =
            said.as_slice()
        else {
            panic!("{said:?}")
        };
        assert_eq!((characters.as_slice(), language.as_str()), (&["𐀀".to_owned()][..], "German"));
        assert!(kept("en", "").is_empty(), "control");
    }

    #[test]
    fn what_could_not_be_printed_is_said() {
        assert!(of_print("", false).is_empty());
        let warnings = of_print("𐀀", true);
        let [PaperWarning::MissingCharacters { characters }, PaperWarning::LogoUnreadable] = warnings.as_slice() else {
            panic!("{warnings:?}")
        };
        assert_eq!(characters, &["𐀀"]);
    }
}
