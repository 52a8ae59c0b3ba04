//! Blank forms, privacy papers and the continuity sheet. Everybody in them is invented.

use coachbook_core::clauses::Jurisdiction;
use coachbook_core::client::ClientDraft;
use coachbook_core::continuity;
use coachbook_core::processing::{default_register, default_rules};
use coachbook_core::protection::{CopiesKept, Protection};
use coachbook_documents::papers::*;
use coachbook_documents::{Doc, Fonts, Labels, PageSize, PaperSetup, placed_text};

use crate::people::*;

pub fn blanks(setup: &PaperSetup) -> Vec<(&'static str, Doc)> {
    vec![
        ("blank-agreement", blank_agreement(Jurisdiction::EuropeanUnion, setup)),
        ("blank-consent", consent(&ConsentPaper::default(), setup)),
        ("blank-before-session", before_session_form(setup)),
        ("blank-grow", grow_sheet(setup)),
        ("blank-plan", blank_action_plan(setup)),
        ("blank-wheel", blank_wheel(setup)),
    ]
}

#[test]
fn forms_fill_whole_sheets_and_leave_room_to_write() {
    for (size, width) in [(PageSize::A4, 455.3), (PageSize::Letter, 472.0)] {
        let setup = setup(size);
        let wanted = [
            ("blank-consent", 2),
            ("blank-before-session", 1),
            ("blank-grow", 2),
            ("blank-plan", 1),
            ("blank-wheel", 1),
        ];
        for (name, doc) in blanks(&setup) {
            let paper = pdf(&doc, &setup);
            kept(&format!("{name}-{size:?}.pdf"), &paper.bytes);
            if let Some((_, pages)) = wanted.iter().find(|(form, _)| *form == name) {
                assert_eq!(paper.pages, *pages, "{name} on {size:?}");
            }
            assert!(!doc.title.is_empty());
        }
        let placed = placed_text(&before_session_form(&setup), &setup, &mut Fonts::bundled());
        let heights: Vec<f32> = placed
            .lines()
            .filter(|line| line.ends_with(&format!("fill {width:.1}x0.5")))
            .map(|line| line.split_whitespace().nth(1).unwrap().parse().unwrap())
            .collect();
        assert_eq!(heights.len(), 12, "{placed}");
        let steps: Vec<f32> = heights.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(steps.iter().all(|step| *step >= 23.9), "a hand needs eight millimetres: {steps:?}");
    }
}

#[test]
fn the_blank_agreement_has_every_clause_and_a_line_in_every_gap() {
    let setup = setup(PageSize::A4);
    let paper = pdf(&blank_agreement(Jurisdiction::EuropeanUnion, &setup), &setup);
    let Some(said) = read_back("blank-agreement-read.pdf", &paper) else { return };
    for words in ["What coaching is", "Right to cancel within 14 days", "Zofia Łuczak", "Name in print"] {
        assert!(said.contains(words), "{words}");
    }
    for words in ["{", "}", "legal_name", "fee_text"] {
        assert!(!said.contains(words), "a gap came through: {words}");
    }
    let elsewhere = pdf(&blank_agreement(Jurisdiction::UnitedStates, &setup), &setup);
    let elsewhere = read_back("blank-agreement-us.pdf", &elsewhere).unwrap();
    assert!(!elsewhere.contains("Right to cancel within 14 days"), "control: where no law gives it");
}

pub fn privacy(labels: &Labels) -> Privacy {
    Privacy {
        register: default_register(|one| labels.activity(one)),
        rules: default_rules(),
        safeguards: Some(labels.safeguards_text()),
        complaint_body: None,
        to_be_checked: true,
    }
}

#[test]
fn the_notice_says_who_what_why_who_else_how_long_and_what_one_may_do() {
    let setup = setup(PageSize::A4);
    let paper = pdf(&privacy_notice(&privacy(setup.labels()), &setup), &setup);
    let Some(said) = read_back("notice-read.pdf", &paper) else { return };
    let mut rest = said.as_str();
    for words in [
        "to be checked by the coach’s lawyer",
        "Who is responsible",
        "zofia@stillwater.example",
        "Which data",
        "What for, and what makes it lawful",
        "your explicit consent",
        "Who else receives them",
        "How long they are kept",
        "90 days at most",
        "3 years after the last session",
        "Your rights",
        "private notes included",
        "within a month",
        "Complaints",
        "name and address of the authority",
    ] {
        let at = rest.find(words).unwrap_or_else(|| panic!("{words} is missing or out of order in {said}"));
        rest = &rest[at..];
    }
    let checked = Privacy {
        to_be_checked: false,
        complaint_body: some("The authority of Nibylandia"),
        ..privacy(setup.labels())
    };
    let placed = placed_text(&privacy_notice(&checked, &setup), &setup, &mut Fonts::bundled());
    assert!(!placed.contains("lawyer") && !placed.contains("name and address of the authority"), "control");
}

#[test]
fn the_record_of_processing_has_a_row_for_each_activity() {
    let setup = setup(PageSize::A4);
    let paper = pdf(&processing_record(&privacy(setup.labels()), &setup), &setup);
    let Some(said) = read_back("record-of-processing-read.pdf", &paper) else { return };
    for one in default_register(|one| Labels::of("en").activity(one)) {
        assert!(said.contains(&one.words.name), "{}", one.words.name);
    }
    assert!(!said.contains("your consent") && said.contains("consent"), "it speaks to an authority, not to a client");
}

pub fn handling(copies: CopiesKept) -> DataHandling {
    let protection =
        Protection { idle_lock_minutes: 15, sheet_confirmed: true, hears_the_system: true, keychain: false, copies };
    DataHandling { protection, rules: default_rules() }
}

#[test]
fn how_data_are_handled_is_one_page_that_says_what_is_set() {
    let setup = setup(PageSize::A4);
    let paper = pdf(&data_handling(&handling(CopiesKept::OtherDisk), &setup), &setup);
    let Some(said) = read_back("data-handling-read.pdf", &paper) else { return };
    for words in
        ["After 15 minutes without a key", "at least one on another disk", "AES-256", "opens the book", "90 days"]
    {
        assert!(said.contains(words), "{words} is missing in {said}");
    }
    assert!(said.contains("Page 1 of 1") || !said.contains("Page 2"), "more than a page: {said}");
    let bare = DataHandling {
        protection: Protection {
            idle_lock_minutes: 1,
            sheet_confirmed: false,
            hears_the_system: false,
            keychain: true,
            copies: CopiesKept::None,
        },
        rules: Vec::new(),
    };
    let placed = placed_text(&data_handling(&bare, &setup), &setup, &mut Fonts::bundled());
    assert!(placed.contains("1 minute without") && placed.contains("only the book itself"), "{placed}");
    assert!(placed.contains("keychain of this computer keeps a key") && !said.contains("keychain"), "{placed}");
    assert!(placed.contains("after a sleep") && !placed.contains("or a locked screen"), "{placed}");
    let synced = placed_text(&data_handling(&handling(CopiesKept::Synced), &setup), &setup, &mut Fonts::bundled());
    assert!(synced.contains("page 1 of 1") && synced.contains("cloud") && !synced.contains("other disk"), "{synced}");
    assert!(!placed.contains("recovery sheet") && !placed.contains("How long"), "control: {placed}");
}

pub fn envelope(setup: &PaperSetup) -> Doc {
    let client = |name: &str, phone: Option<&str>| ClientDraft {
        phone: phone.map(str::to_owned),
        email: some("reach.me@mail.example"),
        role_title: some("canary"),
        ..ClientDraft::named(name)
    };
    let clients = [
        client("Dr. Μαρία-Ελένη Παπαδοπούλου-Φανταστική", Some("+30 00 0000 0000")),
        client("John Doe", None),
        client("שרה בדויה", Some("+972 00 000 0000")),
    ];
    let next = |day: &str| Some(format!("2026-03-{day}T10:00:00").parse().unwrap());
    let pairs = [(&clients[0], next("11")), (&clients[1], None), (&clients[2], next("05"))];
    let sheet = continuity::sheet(&pairs, some("Ewa Wymyślona"), day(2026, 3, 4));
    continuity_sheet(&sheet, setup)
}

#[test]
fn the_colleague_finds_names_ways_and_dates_behind_the_first_page() {
    let setup = setup(PageSize::A4);
    let placed = placed_text(&envelope(&setup), &setup, &mut Fonts::bundled());
    let pages: Vec<&str> = placed.split("== page").skip(1).collect();
    assert_eq!(pages.len(), 2);
    for name in ["John Doe", "+30 00 0000 0000", "reach.me@mail.example"] {
        assert!(!pages[0].contains(name) && pages[1].contains(name), "{name} stands inside, not outside");
    }
    assert!(pages[0].contains("Ewa Wymyślona") && pages[0].contains("Open this only if"));
    assert!(!placed.contains("canary"), "not a word of what they come for");
}
