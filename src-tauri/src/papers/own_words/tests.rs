//! The coach's own words, from a template in the book to the paper, the e-mail and the opening.

use std::path::PathBuf;

use coachbook_core::{
    EngagementId, SessionId, TemplateId,
    client::ClientDraft,
    engagement::EngagementDraft,
    template::{Template, TemplateKind, TemplatePart, starting},
};
use coachbook_vault::{BookPlaces, RandomUids, UidSource, Vault};

use super::*;
use crate::{
    papers::letter_with_text as letter_of,
    sample::{self, SampleClock},
    views,
    wire::papers::{PaperRequest, PaperWarning},
};

/// The sample book, its session held, in a folder of its own.
struct Book {
    vault: Vault,
    engagement: EngagementId,
    session: SessionId,
    folder: PathBuf,
}

impl Book {
    fn setup(&mut self) -> PaperSetup {
        crate::papers::stationery::setup(&mut self.vault, None).unwrap()
    }

    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("coachbook-own-words-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        let places = BookPlaces::new(folder.join("books"), folder.join("config"));
        let record = sample::record().unwrap();
        let book = places.create_sample(RandomUids.next().0.parse().unwrap(), "Sample").unwrap();
        let mut vault = Vault::new(book, Box::new(SampleClock::new(&record)), Box::new(RandomUids));
        let (_, engagement, _) = sample::before_the_session(&mut vault, &record).unwrap();
        let session = sample::the_session(&mut vault, &record, engagement, &mut RandomUids).unwrap();
        Self { vault, engagement, session, folder }
    }

    /// Puts words of her own into the book and uses them.
    fn uses(&mut self, kind: TemplateKind, words: &[(&str, &str)]) -> TemplateId {
        let part = |(key, body): &(&str, &str)| TemplatePart {
            key: (*key).to_owned(),
            heading: if kind == TemplateKind::Agreement { "Mine".to_owned() } else { String::new() },
            body: (*body).to_owned(),
            included: true,
        };
        let parts = words.iter().map(part).collect();
        let template = Template { kind, name: "Mine".to_owned(), language: "en".to_owned(), parts };
        let id = self.vault.templates().add(&template.settled().unwrap()).unwrap();
        self.vault.templates().set_in_use(id, true).unwrap();
        id
    }

    fn letter(&mut self) -> Letter {
        letter_of(&mut self.vault, &PaperRequest::SessionSummary { session_id: self.session.0 }).unwrap()
    }
}

impl Drop for Book {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn said(parts: &[ClausePart]) -> String {
    parts
        .iter()
        .map(|part| match part {
            ClausePart::Text(words) => words.as_str(),
            ClausePart::Gap { value, .. } => value.as_deref().unwrap_or("____"),
        })
        .collect()
}

#[test]
fn without_own_words_papers_and_e_mail_are_as_before() {
    let mut book = Book::new("none");
    let (session, setup) = (book.session.0, book.setup());
    let summary = summary(&mut book.vault, session, &setup).unwrap();
    assert_eq!(summary, gather::summary(&mut book.vault, session, &setup).unwrap());
    assert!(summary.opening.is_empty() && summary.closing.is_empty());
    let paper = consent(&mut book.vault, Some(session), None, &setup).unwrap();
    assert_eq!(paper, gather::consent(&mut book.vault, Some(session), None, &setup).unwrap());
    let letter = book.letter();
    assert_eq!(letter.subject, "Session summary");
    assert!(letter.text.starts_with("Session summary, "));
    assert_eq!(views::session_frame(&mut book.vault, book.session).unwrap().opening_words, None);
}

#[test]
fn the_words_in_use_stand_on_the_summary_the_consent_and_at_the_opening() {
    let mut book = Book::new("papers");
    let (session, setup) = (book.session.0, book.setup());
    book.uses(
        TemplateKind::SummaryWording,
        &[("opening", "{client.name}, on {session.date} we met."), ("closing", " ")],
    );
    let paper = summary(&mut book.vault, session, &setup).unwrap();
    let day = gather::summary(&mut book.vault, session, &setup).unwrap().held_on;
    assert_eq!(said(&paper.opening), format!("John, on {} we met.", setup.date(day)));
    assert!(paper.closing.is_empty(), "an empty part leaves nothing");

    let named = gather::consent(&mut book.vault, Some(session), None, &setup).unwrap().purpose;
    book.uses(
        TemplateKind::Consent,
        &[("purpose", "learning, by {coach.name}"), ("withdrawal", "Say no when you like.")],
    );
    let paper = consent(&mut book.vault, Some(session), None, &setup).unwrap();
    assert!(named.is_some() && paper.purpose == named, "what the record names is never replaced");
    assert_eq!(said(&paper.refusal), "Say no when you like.");
    let blank = book.vault.clients().save(None, None, &ClientDraft::named("Zofia Nowak")).unwrap().id;
    let blank = book.vault.engagements().save(blank, None, None, &EngagementDraft::default()).unwrap().id;
    let paper = consent(&mut book.vault, None, Some(blank.0), &setup).unwrap();
    let coach = book.vault.practice().coach().unwrap().legal_name;
    assert_eq!(paper.purpose, Some(format!("learning, by {coach}")), "where it names none, hers stand");
    let asked = PaperRequest::RecordingConsent { session_id: None, engagement_id: Some(blank.0) };
    let warned = crate::papers::warnings::of(&mut book.vault, &asked).unwrap();
    let left = |field: &str| {
        warned.iter().any(|one| matches!(one, PaperWarning::LinesLeft { fields } if fields.iter().any(|f| f == field)))
    };
    assert!(!left("purpose") && left("sessions"), "what the template says is no line to write on: {warned:?}");

    book.uses(TemplateKind::OpeningScript, &[("words", "Good day, {client.name}. \n")]);
    let opening = views::session_frame(&mut book.vault, book.session).unwrap().opening_words;
    assert_eq!(opening.as_deref(), Some("Good day, John."));
}

#[test]
fn what_her_words_ask_for_and_nobody_knows_is_said_beside_the_paper() {
    let mut book = Book::new("empty");
    let session_id = book.session.0;
    let empty = |book: &mut Book, request: &PaperRequest| -> Vec<String> {
        let warned = crate::papers::warnings::of(&mut book.vault, request).unwrap();
        warned
            .into_iter()
            .find_map(|one| if let PaperWarning::EmptyFields { labels } = one { Some(labels) } else { None })
            .unwrap_or_default()
    };
    let summary = PaperRequest::SessionSummary { session_id };
    let known = [("opening", "{client.name}"), ("closing", "{session.number}")];
    book.uses(TemplateKind::SummaryWording, &known);
    assert!(empty(&mut book, &summary).is_empty(), "control: all of it is known");
    book.uses(TemplateKind::SummaryWording, &[("opening", "{coach.website}"), ("closing", "{coach.website}")]);
    assert_eq!(empty(&mut book, &summary), ["Your website"], "once");
    let asked = PaperRequest::RecordingConsent { session_id: Some(session_id), engagement_id: None };
    book.uses(TemplateKind::Consent, &[("purpose", "{client.address}"), ("withdrawal", "{coach.phone}")]);
    assert_eq!(empty(&mut book, &asked), ["Your telephone"], "the record names a purpose, and hers is not printed");
}

#[test]
fn the_e_mail_holds_the_paper_and_its_subject_is_one_line() {
    let mut book = Book::new("letter");
    let plain = book.letter().text;
    book.uses(
        TemplateKind::Email,
        &[("subject", "{paper.title} for {client.name}"), ("body", "Dear {client.name},\n\n{paper.text}\n\nYours")],
    );
    let letter = book.letter();
    assert_eq!(letter.subject, "Session summary for John");
    assert_eq!(letter.text, format!("Dear John,\n\n{}\n\nYours", plain.trim()));
    let plan =
        PaperRequest::ActionPlan { session_id: None, engagement_id: Some(book.engagement.0), last_session: false };
    assert_eq!(letter_of(&mut book.vault, &plan).unwrap().subject, "Action plan for John");
    book.uses(
        TemplateKind::Email,
        &[("subject", "{paper.title} of session {session.number}"), ("body", "{paper.text}")],
    );
    let last =
        PaperRequest::ActionPlan { session_id: None, engagement_id: Some(book.engagement.0), last_session: true };
    assert_eq!(letter_of(&mut book.vault, &last).unwrap().subject, "Action plan of session 1", "the last is meant");
    book.uses(
        TemplateKind::Email,
        &[("subject", "{paper.title} for {client.name}"), ("body", "Dear {client.name},\n\n{paper.text}\n\nYours")],
    );

    // A client called like a field, over two lines: words, and still one line.
    let mut client = book.vault.clients().list().unwrap().remove(0).client;
    client.fields.preferred_name = Some("{coach.name}\nBcc: x".to_owned());
    book.vault.clients().save(Some(client.id), Some(client.rev), &client.fields).unwrap();
    assert_eq!(book.letter().subject, "Session summary for {coach.name}, Bcc: x");
}

#[test]
fn a_new_agreement_begins_with_her_clauses_and_closes_the_version_they_came_from() {
    let mut book = Book::new("agreement");
    let client = book.vault.engagements().get(book.engagement).unwrap().client_id;
    let before = views::open_sheet(&mut book.vault, book.engagement).unwrap();
    let template =
        book.uses(TemplateKind::Agreement, &[("own:1", "{client.name} and {coach.legal_name} agree on {fee_text}.")]);
    assert_eq!(views::open_sheet(&mut book.vault, book.engagement).unwrap().version_id, before.version_id);
    assert_ne!(before.clauses.len(), 1, "what was begun before keeps its clauses");

    let filled = views::template_sheet(&mut book.vault, template, Some(client)).unwrap().filled;
    let next = book.vault.engagements().save(client, None, None, &EngagementDraft::default()).unwrap().id;
    assert!(book.vault.templates().versions(template).unwrap()[0].closed_at.is_none());
    let sheet = views::open_sheet(&mut book.vault, next).unwrap();
    assert_eq!(sheet.clauses.len(), 1);
    assert_eq!(sheet.clauses[0].heading, "Mine");
    assert!(
        book.vault.templates().versions(template).unwrap()[0].closed_at.is_some(),
        "its words stay to be looked at"
    );
    let values: Vec<&crate::wire::templates::FilledPiece> = filled[0].pieces.iter().collect();
    assert!(matches!(values[0], crate::wire::templates::FilledPiece::Value { text } if text == "John"));
    assert_eq!(sheet.missing.iter().map(|gap| gap.key.as_str()).collect::<Vec<_>>(), ["fee_text"]);
}

#[test]
fn a_draft_in_english_for_a_client_who_does_not_read_it_takes_her_words_while_it_is_untouched() {
    let mut book = Book::new("untouched");
    let reader = ClientDraft { language: Some("pl".into()), ..ClientDraft::named("Zofia Nowak") };
    let reader = book.vault.clients().save(None, None, &reader).unwrap().id;
    let [left_alone, changed] = [0, 1].map(|_| {
        let id = book.vault.engagements().save(reader, None, None, &EngagementDraft::default()).unwrap().id;
        let sheet = views::open_sheet(&mut book.vault, id).unwrap();
        assert_eq!(sheet.english_for.as_deref(), Some("Polish"));
        (id, sheet)
    });
    let version = coachbook_core::VersionId(changed.1.version_id);
    views::save_clause(&mut book.vault, version, "scope", "Zakres".into(), "Praca.".into()).unwrap();
    let said =
        crate::papers::warnings::of(&mut book.vault, &PaperRequest::Agreement { version_id: version.0 }).unwrap();
    assert!(said.iter().any(|one| matches!(one, PaperWarning::ClausesInEnglish { language } if language == "Polish")));

    let part = TemplatePart {
        key: "own:1".into(),
        heading: "Umowa".into(),
        body: "Od {effective_date}.".into(),
        included: true,
    };
    let polish =
        Template { kind: TemplateKind::Agreement, name: "Moja".into(), language: "pl".into(), parts: vec![part] };
    let id = book.vault.templates().add(&polish).unwrap();
    book.vault.templates().set_in_use(id, true).unwrap();
    let sheet = views::open_sheet(&mut book.vault, left_alone.0).unwrap();
    assert_eq!((sheet.version_id, sheet.english_for), (left_alone.1.version_id, None));
    assert_eq!(sheet.clauses.iter().map(|clause| clause.heading.as_str()).collect::<Vec<_>>(), ["Umowa"]);
    let sheet = views::open_sheet(&mut book.vault, changed.0).unwrap();
    assert_eq!(sheet.clauses.len(), changed.1.clauses.len(), "control: what she changed stays");
    assert!(sheet.english_for.is_some());
}

#[test]
fn a_template_of_another_language_is_not_taken() {
    let mut book = Book::new("language");
    let parts = starting(TemplateKind::OpeningScript);
    let german = Template { kind: TemplateKind::OpeningScript, name: "Meine".into(), language: "de".into(), parts };
    let id = book.vault.templates().add(&german).unwrap();
    book.vault.templates().set_in_use(id, true).unwrap();
    assert_eq!(views::session_frame(&mut book.vault, book.session).unwrap().opening_words, None);
}
