//! Every paper the window can ask for, set from a small book made through the vault.

mod masks;

use std::process::Command;

use chrono_tz::Europe::Warsaw;
use coachbook_core::{
    ClientId, EngagementId, SessionId, Uid, VersionId,
    access::Review,
    agreement::GapAnswer,
    book::{BookSettings, CoachProfile, HeadStyle, MarginWidth, PaperLook, PaperSize},
    clauses::{Jurisdiction, initial_clauses},
    client::{ClientDraft, Person},
    consent::{Consent, ConsentDecision, ConsentMethod, ConsentPurpose},
    engagement::{EngagementDraft, FundedBy},
    giving::{SignatureDraft, SignerRole},
    note::{NoteDraft, Visibility},
    results::{Action, DevelopmentArea, Insight, Resource, Strength},
    session::{FocusLine, FocusSlot, SessionRow, Standing},
};
use coachbook_documents::{Accent, Fonts, HeadStyle as Head, PageSize};
use coachbook_testkit::{TestBook, TestClock};
use coachbook_vault::{StartFrom, Vault};

use super::{gather::access, stationery, tables};
use crate::views;
use crate::wire::papers::{BlankForm, PaperRequest, PaperWarning, RecordNaming};

/// Stands in everything that is the coach's alone.
const MINE: &str = "canary";
/// Stands on the copy the client is asked to approve, and on no other.
const TO_APPROVE: &str = "agree that it goes to the sponsor";

struct Trial {
    vault: Vault,
    client: ClientId,
    engagement: EngagementId,
    version: VersionId,
    session: SessionId,
    clock: TestClock,
    _book: TestBook,
}

impl Trial {
    fn new() -> Self {
        let clock = TestClock::showing("2026-03-04T09:00:00Z");
        let (book, mut vault) = TestBook::new(&clock);
        let coach = CoachProfile { legal_name: "Mara Lind".into(), ..CoachProfile::default() };
        vault.practice().save_coach(&coach).unwrap();
        let ana = ClientDraft { email: Some("ana@mail.example".into()), ..ClientDraft::named("Ana Petrović") };
        let client = vault.clients().save(None, None, &ana).unwrap().id;
        let programme = EngagementDraft {
            title: Some("Speaking up".into()),
            funded_by: Some(FundedBy::SelfPaid),
            planned_sessions: Some(6),
            ..EngagementDraft::default()
        };
        let engagement = vault.engagements().save(client, None, None, &programme).unwrap().id;
        let version = vault.agreements().start(engagement, &initial_clauses(Jurisdiction::Elsewhere)).unwrap().id;
        vault.agreements().fill_gap(version, "fee_text", &GapAnswer::Words("90 euros".into())).unwrap();
        let from = StartFrom::Engagement(engagement);
        let session = vault.sessions().start(from, Warsaw, 60).unwrap().session.id;
        let mut trial = Self { vault, client, engagement, version, session, clock, _book: book };
        trial.hold_the_session();
        trial
    }

    fn hold_the_session(&mut self) {
        let focus = |slot, text: &str| {
            SessionRow::Focus(FocusLine { id: None, slot, text: text.into(), standing: Standing::unknown() })
        };
        let private = Visibility::Private;
        let mine = |what: &str| format!("{MINE} {what}");
        for row in [
            SessionRow::Person(Person { id: None, alias: "Mr. X".into(), relation: Some("her manager".into()) }),
            focus(FocusSlot::PresentState, "quiet in the round"),
            focus(FocusSlot::WantedResult, "one sentence in every meeting"),
            SessionRow::Insight(Insight::of("silence is a habit")),
            SessionRow::Insight(Insight { visibility: private, ..Insight::of(&mine("insight")) }),
            SessionRow::Strength(Strength::of("patience")),
            SessionRow::Strength(Strength { visibility: private, ..Strength::of(&mine("strength")) }),
            SessionRow::Resource(Resource::of("the choir")),
            SessionRow::Skill(DevelopmentArea::of("beginning a sentence")),
            SessionRow::Action(Action { support: Some("a colleague".into()), ..Action::of("speak first on Monday") }),
            SessionRow::Action(Action { visibility: private, ..Action::of(&mine("action")) }),
        ] {
            self.vault.sessions().save_row(self.session, &row).unwrap();
        }
        for text in ["Mr. X laughs", "a line without names"] {
            let draft = NoteDraft::plain(&mine(text), "R", None);
            self.vault.notes().keep(self.session, &Uid(text.into()), &draft, None, None).unwrap();
        }
        self.vault.sessions().set_reflection(self.session, Some(&mine("reflection"))).unwrap();
        self.clock.pass(50);
        self.vault.sessions().end(self.session).unwrap();
        self.vault.sessions().finish(self.session).unwrap();
    }

    fn agree_to_the_log(&mut self) {
        let granted =
            Consent::answered(ConsentPurpose::ListInHoursLog, ConsentDecision::Granted, ConsentMethod::Written);
        self.vault.sessions().save_row(self.session, &SessionRow::Consent(granted)).unwrap();
    }

    fn set(&mut self, request: &PaperRequest) -> (Vec<u8>, Vec<PaperWarning>) {
        let gathered = super::gather(&mut self.vault, request).unwrap_or_else(|fault| {
            panic!("{request:?}: {}", fault.message);
        });
        let print = super::written(gathered, &mut Fonts::bundled()).unwrap_or_else(|fault| panic!("{}", fault.message));
        (print.bytes, print.warnings)
    }

    /// Sets a paper; returns its words on one line, or none where the reader is not installed.
    fn words(&mut self, request: &PaperRequest) -> Option<String> {
        let (bytes, warnings) = self.set(request);
        assert!(warnings.is_empty(), "{request:?}: {warnings:?}");
        read(&bytes)
    }

    fn papers_for_the_client(&self) -> Vec<(PaperRequest, Vec<&'static str>)> {
        let (session_id, engagement_id) = (Some(self.session.0), Some(self.engagement.0));
        let id = self.engagement.0;
        vec![
            (PaperRequest::Agreement { version_id: self.version.0 }, vec!["Coaching agreement", "90 euros"]),
            (PaperRequest::RecordingConsent { session_id, engagement_id }, vec!["Ana Petrović", "session 1"]),
            (PaperRequest::SessionSummary { session_id: self.session.0 }, vec!["silence is a habit", "speak first"]),
            (
                PaperRequest::ActionPlan { session_id: None, engagement_id, last_session: false },
                vec!["All open actions", "speak first"],
            ),
            (
                PaperRequest::CoachingPlan { engagement_id: id },
                vec![
                    "Coaching plan",
                    "Speaking up",
                    "quiet in the round",
                    "one sentence in every meeting",
                    "patience",
                    "the choir",
                    "beginning a sentence",
                    "a colleague",
                ],
            ),
            (
                PaperRequest::ClosingReport { engagement_id: id },
                vec!["Closing report", "silence is a habit", "speak first", "1 of 6 planned", "4 March 2026"],
            ),
        ]
    }
}

fn read(pdf: &[u8]) -> Option<String> {
    let folder = std::env::temp_dir().join(format!("coachbook-paper-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(format!("{:?}.pdf", std::thread::current().id()));
    std::fs::write(&file, pdf).unwrap();
    // Without the reader there is nothing to compare; the papers were set all the same.
    let read = Command::new("pdftotext").arg("-raw").arg(&file).arg("-").output();
    std::fs::remove_file(&file).unwrap();
    let read = read.ok()?;
    Some(String::from_utf8_lossy(&read.stdout).split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn what_a_client_receives_says_what_was_shared_and_nothing_of_the_coachs() {
    let mut trial = Trial::new();
    for (request, expected) in trial.papers_for_the_client() {
        let Some(said) = trial.words(&request) else { return };
        for words in expected {
            assert!(said.contains(words), "{request:?} does not say “{words}”: {said}");
        }
        assert!(!said.contains(MINE), "{request:?} gives away what is the coach's");
    }
}

#[test]
fn the_agreement_of_three_names_the_sponsor_and_leaves_lines_for_what_is_not_said() {
    let mut trial = Trial::new();
    let fields = trial.vault.engagements().get(trial.engagement).unwrap().fields;
    let paid = EngagementDraft {
        sponsor: Some("Example Works Ltd".into()),
        sponsor_contact: Some("Ines Example".into()),
        funded_by: Some(FundedBy::Sponsor),
        ..fields
    };
    trial.vault.engagements().save(trial.client, Some(trial.engagement), None, &paid).unwrap();
    assert_eq!(trial.vault.engagements().get(trial.engagement).unwrap().fields, paid);
    let request = PaperRequest::Agreement { version_id: trial.version.0 };
    let Some(said) = trial.words(&request) else { return };
    assert!(!said.contains("Example Works Ltd"), "control: it is one of two until the sponsor is to sign it");
    views::set_sponsor_signs(&mut trial.vault, trial.version, true).unwrap();
    let said = trial.words(&request).unwrap();
    for words in [
        "Coaching agreement of three",
        "90 euros",
        "The sponsor Example Works Ltd pays",
        "Ines Example",
        "The sponsor pays each invoice",
        "Goals shared by all three",
        "The sponsor does not receive",
    ] {
        assert!(said.contains(words), "the agreement does not say “{words}”: {said}");
    }
    assert!(!said.contains(MINE));
}

#[test]
fn what_was_signed_on_screen_is_printed_with_its_signatures_behind_the_very_bytes() {
    let mut trial = Trial::new();
    let request = PaperRequest::Agreement { version_id: trial.version.0 };
    let (bytes, _) = trial.set(&request);
    views::issue(&mut trial.vault, trial.version, &bytes).unwrap();
    assert_eq!(trial.set(&request).0, bytes, "control: nobody has signed");
    let paper = trial.vault.papers().of_version(trial.version).unwrap().unwrap();
    let kept = trial.vault.papers().get(paper).unwrap();
    let coach = SignatureDraft {
        role: SignerRole::Coach,
        name: "Mara Lind".into(),
        strokes: None,
        place: None,
        signed_on: "2026-03-05".parse().unwrap(),
        zone: "Europe/Warsaw".into(),
        intent: "I agree.".into(),
    };
    trial.vault.papers().sign(paper, &kept.sha256, &coach).unwrap();
    let (whole, _) = trial.set(&request);
    assert!(whole.starts_with(&bytes) && whole.len() > bytes.len());
    assert_eq!(trial.set(&PaperRequest::Signed { paper_id: paper.0 }).0, whole);
    assert_eq!(trial.set(&PaperRequest::Kept { paper_id: paper.0 }).0, bytes, "what is signed next is shown as it is");
    let Some(said) = read(&whole) else { return };
    let size = format!("Bytes{}", bytes.len());
    assert!(said.replace(' ', "").contains(&size), "{size} is not in: {said}");
    assert!(said.contains("90 euros") && said.contains("typed on screen"), "{said}");
}

#[test]
fn a_sponsor_is_told_what_the_client_approved_and_nothing_else() {
    let mut trial = Trial::new();
    let request = PaperRequest::SponsorReport { engagement_id: trial.engagement.0 };
    assert!(super::gather(&mut trial.vault, &request).is_err(), "nothing was written yet");
    let day = |text: &str| -> chrono::NaiveDate { text.parse().unwrap() };
    let period = (Some(day("2026-01-01")), Some(day("2026-03-31")));
    let id = trial.engagement;
    trial.vault.engagements().save_sponsor_report(id, (period.0, None), "She speaks").unwrap();
    assert!(super::gather(&mut trial.vault, &request).is_err(), "the words are kept, and there is no last day");
    assert_eq!(views::sponsor_report(&mut trial.vault, id).unwrap().progress, "She speaks");
    trial.vault.engagements().save_sponsor_report(id, period, "She speaks in every meeting.").unwrap();
    let Some(said) = trial.words(&request) else { return };
    assert!(said.contains(TO_APPROVE), "{said}");
    trial.vault.engagements().approve_sponsor_report(id, "Ana Petrović", day("2026-03-05")).unwrap();
    let said = trial.words(&request).unwrap();
    for words in ["approved by Ana Petrović on 5 March 2026", "She speaks in every meeting.", "1 of 6 planned sessions"]
    {
        assert!(said.contains(words), "the report does not say “{words}”: {said}");
    }
    for word in [MINE, "silence is a habit", "speak first", "patience", TO_APPROVE] {
        assert!(!said.contains(word), "the sponsor is told “{word}”");
    }
    trial.vault.engagements().save_sponsor_report(id, period, "She speaks, at times.").unwrap();
    assert!(trial.words(&request).unwrap().contains(TO_APPROVE), "other words were approved");
}

#[test]
fn the_coachs_copy_is_marked_and_holds_her_lines() {
    let mut trial = Trial::new();
    let Some(said) = trial.words(&PaperRequest::SessionRecord { session_id: trial.session.0 }) else { return };
    for words in ["Private", "Reality", "canary reflection", "canary a line without names", "canary insight (mine)"] {
        assert!(said.contains(words), "the coach's copy does not say “{words}”: {said}");
    }
}

#[test]
fn how_long_records_are_kept_is_said_as_it_is_set() {
    let mut trial = Trial::new();
    let about = [PaperRequest::PrivacyNotice, PaperRequest::ProcessingRecord, PaperRequest::DataHandling];
    for years in [3, 5] {
        let settings = trial.vault.practice().settings().unwrap();
        trial.vault.practice().save_settings(&BookSettings { keep_years: years, ..settings }).unwrap();
        for request in &about {
            let Some(said) = trial.words(request) else { return };
            let says = |years: u32| said.contains(&format!("{years} years after the last session"));
            assert!(says(years) && !says(8 - years), "{request:?} at {years} years: {said}");
        }
    }
}

#[test]
fn papers_of_the_practice_and_forms_are_set() {
    let mut trial = Trial::new();
    let form = |form| PaperRequest::BlankForm { form, client_id: None };
    for (request, expected) in [
        (PaperRequest::PrivacyNotice, "to be checked by the coach"),
        (PaperRequest::ProcessingRecord, "Record of processing"),
        (PaperRequest::DataHandling, "After 10 minutes without a key"),
        (PaperRequest::ContinuitySheet, "ana@mail.example"),
        (PaperRequest::RecoverySheet, "Recovery"),
        (form(BlankForm::Agreement), "Coaching agreement"),
        (form(BlankForm::Consent), "record"),
        (form(BlankForm::BeforeSession), "Before our session"),
        (form(BlankForm::GrowSheet), "GROW sheet"),
        (form(BlankForm::ActionPlan), "Sign of success"),
        (form(BlankForm::Wheel), "Wheel of life"),
        (PaperRequest::SessionSheet { session_id: trial.session.0 }, "Ana"),
    ] {
        let Some(said) = trial.words(&request) else { return };
        assert!(said.contains(expected), "{request:?} does not say “{expected}”: {said}");
        if !matches!(request, PaperRequest::SessionSheet { .. }) {
            assert!(
                !said.contains(MINE) && !said.contains("silence is a habit"),
                "{request:?} says what was worked on"
            );
        }
    }
}

#[test]
fn the_log_names_only_who_agreed_and_counts_only_what_is_known() {
    let mut trial = Trial::new();
    let request = PaperRequest::HoursLog { from: None, until: None };
    let said = trial.words(&request);
    let Some(said) = said else { return };
    assert!(!said.contains("Ana") && said.contains("1 client has not agreed"), "{said}");
    trial.agree_to_the_log();
    let said = trial.words(&request).unwrap();
    assert!(said.contains("Ana Petrović") && said.contains("0.83"), "{said}");
    let (name, table) = tables::hours_csv(&mut trial.vault, None, None).unwrap();
    assert_eq!(name, "2026-03-04_hours-log.csv");
    assert!(String::from_utf8(table).unwrap().contains("Ana Petrović,individual,,ana@mail.example,2026-03-04"));
    let later = PaperRequest::HoursLog { from: Some("2026-03-05".into()), until: Some("2026-03-31".into()) };
    assert!(!trial.words(&later).unwrap().contains("Ana"), "nothing was held in those days");

    let silent = EngagementDraft { funded_by: None, ..EngagementDraft::default() };
    trial.vault.engagements().save(trial.client, Some(trial.engagement), None, &silent).unwrap();
    let counted = tables::practice_papers(&mut trial.vault).unwrap();
    assert_eq!((counted.listed, counted.left_off, counted.pay_not_said, counted.active), (0, 0, 1, 1));
}

#[test]
fn a_client_who_asks_gets_all_of_it_once_every_name_was_looked_at() {
    let mut trial = Trial::new();
    let client_id = trial.client.0;
    let asked = PaperRequest::AccessExport { client_id };
    let refused = super::gather(&mut trial.vault, &asked);
    assert_eq!(refused.err().map(|fault| fault.code), Some("not_reviewed".to_owned()));
    let naming = access::records_naming(&mut trial.vault, trial.client).unwrap();
    assert_eq!(
        naming.iter().map(|row| row.title.as_str()).collect::<Vec<_>>(),
        ["A person spoken of", "Note, Reality"]
    );
    let mut decide = |choices: [Review; 2]| {
        for (row, review) in naming.iter().zip(choices) {
            trial.vault.clients().review_record(trial.client, &row.key, &review).unwrap();
        }
        super::gather(&mut trial.vault, &asked).is_ok()
    };
    assert!(!decide([Review::LeftOut, Review::Renamed("Mr. X smiles".into())]), "the new words name him still");
    assert!(decide([Review::LeftOut, Review::Renamed("somebody laughs".into())]));
    let Some(said) = trial.words(&asked) else { return };
    for words in
        ["canary a line without names", "canary reflection", "somebody laughs", "90 euros", "1 record was left out"]
    {
        assert!(said.contains(words), "the answer does not say “{words}”: {said}");
    }
    assert!(!said.contains("Mr. X"), "a name that was replaced is there: {said}");
    let (_, file) = tables::access_json(&mut trial.vault, trial.client).unwrap();
    let file = String::from_utf8(file).unwrap();
    assert!(file.contains("canary reflection") && !file.contains("Mr. X"));

    // A decision holds for the words it was made about.
    let kept = access::records_naming(&mut trial.vault, trial.client).unwrap();
    let choices = |rows: &[RecordNaming]| -> Vec<Option<String>> {
        rows.iter().map(|row| Some(row.review.as_ref()?.choice.clone())).collect()
    };
    assert_eq!(choices(&kept), [Some("left_out".to_owned()), Some("renamed".to_owned())]);
    let note = trial.vault.sessions().get(trial.session).unwrap().notes.remove(0);
    let rewritten = NoteDraft { text: "Mr. X laughs aloud".into(), ..note.fields };
    trial.vault.notes().edit(note.id, note.rev, &rewritten).unwrap();
    let again = access::records_naming(&mut trial.vault, trial.client).unwrap();
    assert_eq!(choices(&again), [Some("left_out".to_owned()), None]);
    assert_eq!(trial.vault.clients().access_reviews(trial.client).unwrap().len(), 1, "no words of it stay behind");
}

#[test]
fn settings_and_what_a_client_needs_decide_how_a_paper_looks() {
    let mut trial = Trial::new();
    let plain = stationery::setup(&mut trial.vault, Some(trial.client)).unwrap();
    assert_eq!((plain.size, plain.stationery.large_print), (PageSize::A4, false));
    let look = PaperLook { head: HeadStyle::Centred, accent: [0xff, 0xe0, 0x40], margins: MarginWidth::Wide };
    trial.vault.practice().save_paper_look(look).unwrap();
    trial.vault.practice().save_logo(b"a picture").unwrap();
    let fields = trial.vault.clients().get(trial.client).unwrap().fields;
    let needs = ClientDraft { large_print: true, paper_size: Some(PaperSize::Letter), ..fields };
    trial.vault.clients().save(Some(trial.client), None, &needs).unwrap();

    let hers = stationery::setup(&mut trial.vault, Some(trial.client)).unwrap();
    assert_eq!((hers.size, hers.stationery.large_print), (PageSize::Letter, true));
    assert_eq!(hers.stationery.head, Head::Centred);
    assert_eq!(hers.stationery.accent, Accent::new([0xff, 0xe0, 0x40]));
    assert!(hers.stationery.margins.side > plain.stationery.margins.side);
    assert_eq!(hers.letterhead.logo.as_deref(), Some(&b"a picture"[..]));
    let own = stationery::setup(&mut trial.vault, None).unwrap();
    assert_eq!((own.size, own.stationery.large_print), (PageSize::A4, false), "the coach's own papers stay");
    let summary = PaperRequest::SessionSummary { session_id: trial.session.0 };
    let copy = PaperRequest::SessionRecord { session_id: trial.session.0 };
    assert_eq!(super::language::client_of(&mut trial.vault, &summary).unwrap(), Some(trial.client));
    assert_eq!(super::language::client_of(&mut trial.vault, &copy).unwrap(), None, "hers alone");
}

#[test]
fn a_file_that_is_no_logo_is_refused_in_words() {
    let folder = std::env::temp_dir().join(format!("coachbook-logo-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("logo.png");
    let cases: [(&[u8], &str); 3] = [
        (b"<svg \xff\xfe not a text", "not a PNG, JPEG or SVG"),
        (b"MZ\x90 a program", "not a PNG, JPEG or SVG"),
        (&vec![0; 6_000_000], "larger than a letterhead needs"),
    ];
    for (bytes, words) in cases {
        std::fs::write(&file, bytes).unwrap();
        let fault = stationery::read_logo(&file).unwrap_err();
        assert_eq!(fault.code, "logo_refused");
        assert!(format!("{} {}", fault.message, fault.hint).contains(words));
    }
    std::fs::write(&file, "<svg xmlns='http://www.w3.org/2000/svg'/>").unwrap();
    let drawing = stationery::read_logo(&file).unwrap();
    assert!(matches!(drawing, stationery::LogoFile::Drawing(_)), "a drawing is the window's to draw");
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(stationery::read_logo(&file).unwrap_err().code, "unreadable");
}
