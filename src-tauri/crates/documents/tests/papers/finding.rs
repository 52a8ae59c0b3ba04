//! Words found on the pages of a finished paper, and where.

use coachbook_documents::blocks::*;
use coachbook_documents::papers::*;
use coachbook_documents::{Doc, Fonts, Found, PageSize, PaperError, PaperWords, Place, typeset};

use crate::people::*;

fn read(doc: &Doc, language: &str) -> PaperWords {
    let setup = coachbook_documents::PaperSetup { language: language.to_owned(), ..setup(PageSize::A4) };
    PaperWords::read(&typeset(doc, &setup, &mut Fonts::with_system()).unwrap().bytes).unwrap()
}

fn paragraph(text: &str) -> PaperWords {
    read(&trial(vec![Block::Para(ParaStyle::Body, words(text))]), "en")
}

fn inside(found: &[Found]) -> bool {
    let fits = |place: &Place| {
        place.x >= 0.0 && place.y >= 0.0 && place.x + place.width <= 1.0 && place.y + place.height <= 1.0
    };
    found.iter().all(|hit| !hit.places.is_empty() && hit.places.iter().all(fits))
}

#[test]
fn a_word_is_found_on_every_page_it_stands_on() {
    let paper = read(&agreement(&contract(), &setup(PageSize::A4)), "en");
    let found = paper.find("CONFIDENTIAL");
    assert!(!found.is_empty() && inside(&found), "{found:?}");
    assert!(found.is_sorted_by_key(|hit| hit.page), "{found:?}");
    let all: std::collections::BTreeSet<usize> = paper.find("the").iter().map(|hit| hit.page).collect();
    assert!(all.len() > 1, "words of later pages are found: {all:?}");
    assert!(paper.find("no such word stands here").is_empty(), "control");
    assert!(paper.find("  ").is_empty() && paper.find("\u{200b}").is_empty(), "blank words are found nowhere");
}

#[test]
fn the_place_is_where_the_word_is_printed() {
    let paper = paragraph("left middle right");
    let at = |word: &str| paper.find(word)[0].places[0];
    let (left, middle, right) = (at("left"), at("middle"), at("right"));
    assert!(left.x + left.width < middle.x && middle.x + middle.width < right.x, "{left:?} {middle:?} {right:?}");
    assert!((left.y - right.y).abs() < 0.001 && left.height > 0.008 && left.height < 0.03, "{left:?}");
    let both = paper.find("left middle");
    assert_eq!(both[0].places.len(), 1, "two words on a line are marked as one");
    assert!((both[0].places[0].width - (middle.x + middle.width - left.x)).abs() < 0.001);
}

#[test]
fn case_accents_and_quotation_marks_do_not_count() {
    let paper = paragraph("Zażółć gęślą jaźń, said “José Łuczak”. Straße, Ψυχή, Office");
    for typed in ["ZAZOLC GESLA", "\"jose luczak\"", "strasse", "ψυχη", "office", "jaźń, said"] {
        assert_eq!(paper.find(typed).len(), 1, "{typed}");
    }
    assert!(paper.find("gesle").is_empty(), "control");
}

#[test]
fn words_are_found_over_the_end_of_a_line() {
    let text = "one two three four five six seven eight nine ten eleven twelve ".repeat(12);
    let paper = paragraph(&text);
    let found = paper.find("twelve one two three four five six seven eight nine ten eleven twelve");
    assert!(found.iter().any(|hit| hit.places.len() > 1), "one goes over the end of a line: {found:?}");
    assert_eq!(paper.find("seven eight").len(), 12);
}

#[test]
fn a_parted_word_is_found_whole_and_both_halves_are_marked() {
    let column = Column { head: "Spalte".into(), width: Width::Points(80), right: false };
    let long = "Auftragsverarbeitungsvereinbarung";
    let cell = Cell { lines: vec![words(format!("Die {long} gilt"))], tick: None };
    let paper = read(&trial(vec![Block::Table { columns: vec![column], rows: vec![Row::Cells(vec![cell])] }]), "de");
    let found = paper.find(long);
    assert_eq!(found.len(), 1);
    let lines: Vec<f32> = found[0].places.iter().map(|place| place.y).collect();
    assert!(lines.len() > 1 && lines.is_sorted() && lines[0] < lines[1], "{:?}", found[0].places);
    assert_eq!(paper.find(&format!("die {long} gilt")).len(), 1);
}

#[test]
fn lines_read_from_the_right_are_found_as_they_are_typed() {
    for (text, typed) in [
        ("العمل أولا، ثم الراحة (3 مرات).", "ثم الراحة"),
        ("العمل أولا، ثم الراحة (3 مرات).", "الراحة (3 مرات)"),
        ("שלום עולם (בדיקה) 12", "שלום עולם"),
        ("she said שלום עולם to them", "said שלום עולם to"),
        ("محمد الخيالي in the office today", "in the office"),
    ] {
        let paper = paragraph(text);
        let found = paper.find(typed);
        assert_eq!(found.len(), 1, "{typed} in {text}");
        assert!(inside(&found));
        let backwards: String = typed.chars().rev().collect();
        assert!(paper.find(&backwards).is_empty(), "control: {backwards}");
    }
    let arabic = read(&trial(vec![Block::Para(ParaStyle::Body, words("العمل أولا ثم الراحة ".repeat(30)))]), "ar");
    assert_eq!(arabic.find("اولا ثم").len(), 30, "on a page that is turned over, and over the ends of lines");
}

#[test]
fn words_of_other_scripts_are_found() {
    let paper = paragraph("काल्पनिक व्यक्ति ने कहा");
    assert_eq!(paper.find("व्यक्ति").len(), 1);
    let chinese = "虚构的人在这里写下许多文字".repeat(20);
    let doc = trial(vec![Block::Para(ParaStyle::Body, words(&chinese))]);
    if !typeset(&doc, &setup(PageSize::A4), &mut Fonts::with_system()).unwrap().missing.is_empty() {
        eprintln!("left out: no Chinese font on this machine (Debian: fonts-noto-cjk)");
        return;
    }
    let found = read(&doc, "zh").find("这里写下");
    assert_eq!(found.len(), 20, "over the ends of lines too");
    assert!(inside(&found));
}

#[test]
fn a_table_keeps_its_cells_apart_and_a_watermark_says_nothing() {
    let column = |head: &str| Column { head: head.into(), width: Width::Points(120), right: false };
    let cell = |text: &str| Cell { lines: vec![words(text)], tick: None };
    let rows = vec![Row::Cells(vec![cell("over"), cell("view")])];
    let mut doc = trial(vec![Block::Table { columns: vec![column("One"), column("Two")], rows }]);
    doc.watermark = Some("Private".into());
    let paper = read(&doc, "en");
    assert!(paper.find("overview").is_empty(), "two cells are two words");
    assert_eq!(paper.find("over view").len(), 1);
    assert!(paper.find("Private").is_empty(), "a watermark is no part of what a paper says");
}

#[test]
fn what_is_no_paper_is_refused() {
    assert_eq!(PaperWords::read(b"no pdf").err(), Some(PaperError::Preview));
}
