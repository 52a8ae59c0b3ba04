//! Agreements and consents: what must be on the paper, and what unknown fields become.

use coachbook_documents::blocks::{Block, Inline};
use coachbook_documents::papers::*;
use coachbook_documents::{Fonts, PageSize, typeset};

use crate::people::*;

#[test]
fn the_agreement_says_everything_in_order() {
    let setup = setup(PageSize::A4);
    let pdf = pdf(&agreement(&contract(), &setup), &setup);
    let Some(text) = read_back("agreement-read.pdf", &pdf) else { return };
    let mut rest = text.as_str();
    for words in [
        "Zofia Łuczak",
        "Coaching agreement",
        "Żaneta Wójcik-Brzęczyszczykiewicz",
        "3 February 2026",
        "What coaching is",
        "The coach does",
        "The coach does not",
        "six",
        "in person or by video",
        "Confidentiality and its limits",
        "Schedule A: goals and topics",
        "Schedule B: fees",
        "Annex: privacy notice",
        "Signatures",
        "Name in print",
        "Signature",
        "Place",
        "Date",
    ] {
        let at = rest.find(words).unwrap_or_else(|| panic!("{words} is missing or out of order"));
        rest = &rest[at..];
    }
    assert!(
        text.contains(&format!("Page 1 of {}", pdf.pages)) && text.contains(&format!("Page {0} of {0}", pdf.pages))
    );
    assert!(text.contains(&pdf.document_id));
}

#[test]
fn unknown_values_are_lines_to_write_on_and_known_ones_are_not() {
    let setup = setup(PageSize::A4);
    let count = |paper: &AgreementPaper| gaps(&agreement(paper, &setup).blocks);
    let mut paper = contract();
    assert_eq!(count(&paper), ["minutes", "in person or by video"]);
    paper.client_name = Some("  ".to_owned());
    paper.effective_date = None;
    assert_eq!(count(&paper), ["name", "date", "minutes", "in person or by video"]);
}

fn gaps(blocks: &[Block]) -> Vec<String> {
    let lines = blocks.iter().flat_map(|block| match block {
        Block::Para(_, line) => vec![line.clone()],
        Block::KeyValue(pairs) => pairs.iter().map(|(_, line)| line.clone()).collect(),
        _ => Vec::new(),
    });
    lines
        .flatten()
        .filter_map(|inline| if let Inline::Gap { label, .. } = inline { Some(label) } else { None })
        .collect()
}

#[test]
fn an_object_sign_typed_in_a_clause_cannot_take_the_place_of_a_gap() {
    let setup = setup(PageSize::A4);
    let mut paper = contract();
    let clause = &mut paper.clauses[3];
    clause.parts.insert(0, ClausePart::Text("forged \u{fffc} sign ".to_owned()));
    assert_eq!(gaps(&agreement(&paper, &setup).blocks), ["minutes", "in person or by video"]);
}

#[test]
fn empty_schedules_leave_no_heading() {
    let setup = setup(PageSize::A4);
    let mut paper = contract();
    let has = |paper: &AgreementPaper, name: &str| {
        agreement(paper, &setup)
            .blocks
            .iter()
            .any(|block| matches!(block, Block::Heading { text, .. } if text.contains(name)))
    };
    assert!(
        has(&paper, "Schedule A") && has(&paper, "Schedule B") && has(&paper, "Annex"),
        "control: they are there when filled"
    );
    paper.schedule_goals.clear();
    paper.fee_schedule = texts(&["  "]);
    paper.privacy_notice.clear();
    assert!(!has(&paper, "Schedule") && !has(&paper, "Annex"));
}

#[test]
fn the_signatures_are_never_cut() {
    // Pushed down line by line, the block must be whole on whatever page it comes to stand.
    let mut fonts = Fonts::bundled();
    for lines in 0..45 {
        let setup = setup(PageSize::Letter);
        let mut paper = contract();
        paper.clauses = vec![Clause {
            heading: "Filler".to_owned(),
            parts: vec![ClausePart::Text("line\n".repeat(lines))],
            columns: None,
        }];
        let placed = coachbook_documents::placed_text(&agreement(&paper, &setup), &setup, &mut fonts);
        let pages: Vec<&str> = placed.split("== page").collect();
        let home = pages.iter().position(|page| page.contains("Signatures")).unwrap();
        for words in ["Name in print", "Signature", "Place", "Date", "each keeping a copy"] {
            assert!(pages[home].contains(words), "{words} left its page with {lines} lines");
        }
    }
}

#[test]
fn a_consent_is_two_pages_filled_or_blank_on_both_sheets() {
    for size in [PageSize::A4, PageSize::Letter] {
        let setup = setup(size);
        for paper in [asked(), ConsentPaper::default()] {
            let pdf = pdf(&consent(&paper, &setup), &setup);
            kept(&format!("consent-{size:?}-{}.pdf", paper.client_name.is_some()), &pdf.bytes);
            assert_eq!(pdf.pages, 2, "{size:?}");
            let Some(text) = read_back("consent-read.pdf", &pdf) else { return };
            for words in [
                "Who asks",
                "For which sessions",
                "What is recorded",
                "Purpose",
                "Who will hear it",
                "Third persons",
                "Kept until",
                "You may refuse",
                "You may record",
                "You may share",
                "Withdrawal of consent",
            ] {
                assert!(text.contains(words), "{words}");
            }
        }
    }
}

#[test]
fn the_ticks_are_two_and_apart() {
    let setup = setup(PageSize::A4);
    let paper = ConsentPaper { may_record: true, ..asked() };
    let ticks: Vec<bool> = consent(&paper, &setup)
        .blocks
        .iter()
        .filter_map(|b| if let Block::Tick { ticked, .. } = b { Some(*ticked) } else { None })
        .collect();
    assert_eq!(ticks, [true, false, false, false], "record, share, and the two of the withdrawal slip");
}

#[test]
fn a_logo_that_cannot_be_read_is_left_out_and_said() {
    let mut with_logo = setup(PageSize::A4);
    with_logo.letterhead.logo = Some(b"not a picture".to_vec());
    let pdf = typeset(&agreement(&contract(), &with_logo), &with_logo, &mut Fonts::bundled()).unwrap();
    assert!(pdf.logo_unreadable);
    let plain = setup(PageSize::A4);
    assert!(!typeset(&agreement(&contract(), &plain), &plain, &mut Fonts::bundled()).unwrap().logo_unreadable);
}
