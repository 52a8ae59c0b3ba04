//! The page beside a paper that was signed on screen; papers that replace others; names that are masked.

use chrono::DateTime;
use coachbook_core::giving::Strokes;
use coachbook_core::names::Names;
use coachbook_documents::mask::{masked, places};

const MASK: &str = "[another person]";
use coachbook_documents::papers::*;
use coachbook_documents::{Fonts, Labels, PageSize, PaperSetup, placed_text};

use crate::people::*;

const SHA256: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

/// Signed by hand and by name.
pub fn signed(labels: &Labels) -> EvidencePage {
    let signature = |role: &str, name: &str, strokes: Option<&str>, place: Option<&str>, at: &str| ScreenSignature {
        role: role.to_owned(),
        name: name.to_owned(),
        strokes: strokes.map(|text| Strokes::from_text(text).unwrap()),
        intent: labels.intent_agree.to_owned(),
        place: place.map(str::to_owned),
        signed_on: day(2026, 3, 4),
        at: DateTime::parse_from_rfc3339(at).unwrap(),
        zone: "Europe/Warsaw".to_owned(),
    };
    let drawing = "60,220 120,60 180,230 240,80 300,220\n330,150 420,130 430,210 340,230\n480,60 500,240 620,200 760,150 940,180\n960,60";
    EvidencePage {
        paper: labels.fill(labels.paper_version, &[("title", labels.coaching_agreement), ("version", "1")]),
        pages: 5,
        bytes: 48213,
        sha256: SHA256.to_owned(),
        signatures: vec![
            signature(labels.client, "Żaneta Wójcik", Some(drawing), Some("Kraków"), "2026-03-04T18:05:09+01:00"),
            signature(labels.coach, "Zofia Łuczak", None, None, "2026-03-04T18:07:30+01:00"),
        ],
    }
}

#[test]
fn the_page_says_what_was_signed_by_whom_and_how() {
    let setup = setup(PageSize::A4);
    let pdf = pdf(&evidence_page(&signed(setup.labels()), &setup), &setup);
    assert_eq!(pdf.pages, 1);
    let Some(text) = read_back("evidence-read.pdf", &pdf) else { return };
    let mut rest = text.as_str();
    for words in [
        "Signatures made on screen",
        "Coaching agreement, version 1",
        "48 213",
        "9f86d081 884c7d65",
        "Client",
        "I have read this agreement and agree to it.",
        "Kraków",
        "4 March 2026, 18:05:09 (Europe/Warsaw, UTC+01:00)",
        "drawn on screen",
        "Coach",
        "typed on screen",
        "simple electronic signature",
    ] {
        let at = rest.find(words).unwrap_or_else(|| panic!("{words} is missing or out of order in {text}"));
        rest = &rest[at..];
    }
    assert!(!text.to_lowercase().contains("digital"), "{text}");
    let foot = text.lines().rev().find(|line| line.contains("Confidential")).unwrap_or_default();
    assert!(foot.contains("belongs to: Coaching agreement, version 1") && foot.contains("Page 6"), "{foot}");
    assert!(!foot.contains("of 1") && !foot.contains("Document"), "it is no paper of its own: {foot}");
}

#[test]
fn a_hand_is_never_turned_over() {
    let strokes_begin = |tag: &str| -> Vec<String> {
        let setup = PaperSetup { language: tag.to_owned(), ..setup(PageSize::A4) };
        let placed = placed_text(&evidence_page(&signed(setup.labels()), &setup), &setup, &mut Fonts::bundled());
        let strokes = placed.lines().filter(|line| line.contains("open path") && line.ends_with(" Text"));
        strokes.map(|line| line.split_whitespace().next().unwrap().to_owned()).collect()
    };
    assert_eq!(strokes_begin("en"), ["192.0", "256.8", "292.8"]);
    assert_eq!(strokes_begin("ar"), strokes_begin("en"), "a page read from the right");
}

#[test]
fn a_correction_says_which_one_it_replaces_and_has_an_id_of_its_own() {
    let setup = setup(PageSize::A4);
    let first = session_summary(&john(), &setup);
    let second = session_summary(&john(), &setup).replacing(day(2026, 3, 4), "ab12cd34", &setup);
    assert_ne!(first.document_id(), second.document_id());
    let Some(text) = read_back("replacing-read.pdf", &pdf(&second, &setup)) else { return };
    assert!(text.contains("Replaces the one of 4 March 2026 (document ab12cd34)."), "{text}");
}

#[test]
fn the_look_is_the_sheets_not_the_days() {
    let today = setup(PageSize::A4);
    let tomorrow = PaperSetup { generated_on: day(2026, 3, 5), ..setup(PageSize::A4) };
    assert_eq!(today.look(), tomorrow.look());
    assert_ne!(today.look(), setup(PageSize::Letter).look());
    let mut large = setup(PageSize::A4);
    large.stationery.large_print = true;
    assert_ne!(today.look(), large.look());
}

#[test]
fn chosen_places_are_masked_and_no_other() {
    let setup = setup(PageSize::A4);
    let mut summary = john();
    summary.insights = texts(&["Mr. X listens when Priya is there", "“Mr. X’s mood is not mine”"]);
    let doc = session_summary(&summary, &setup);
    let names = Names::new(["Mr. X", "Priya", "John"], ["John Doe", "John", "Zofia Łuczak"]);
    let found = places(&doc, &names);
    let at = found.iter().position(|place| place.after.contains("listens when")).unwrap();
    assert_eq!((found[at].found.as_str(), found[at + 1].found.as_str()), ("Mr. X", "Priya"));
    assert!(found.iter().all(|place| place.found != "John"), "the client's own name stays");

    let Some(before) = read_back("mask-none.pdf", &pdf(&masked(&doc, &names, &[], MASK), &setup)) else { return };
    assert!(before.contains("Mr. X listens when Priya"), "nothing chosen, nothing masked");
    let all: Vec<usize> = (0..found.len()).collect();
    let text = read_back("mask-all.pdf", &pdf(&masked(&doc, &names, &all, MASK), &setup)).unwrap();
    assert!(!text.contains("Mr. X") && !text.contains("Priya") && text.contains("John Doe"), "{text}");
    assert!(text.contains(&format!("{MASK} listens when {MASK} is there")), "{text}");
    let text = read_back("mask-one.pdf", &pdf(&masked(&doc, &names, &[at], MASK), &setup)).unwrap();
    assert!(text.contains(&format!("{MASK} listens when Priya is there")), "{text}");
}
