//! Names in other scripts: shaped, embedded, and read back as they were typed.

use coachbook_documents::blocks::{Block, ParaStyle, words};
use coachbook_documents::papers::{SessionSummary, session_summary};
use coachbook_documents::{Doc, Fonts, PageSize, Pdf, typeset};

use crate::people::*;

const NONE: [char; 0] = [];

fn printed(text: &str, fonts: &mut Fonts) -> Pdf {
    let block = Block::Para(ParaStyle::Body, words(text));
    let doc = Doc {
        title: "Names".into(),
        author: "Nobody".into(),
        running_head: String::new(),
        mark: "Confidential".into(),
        watermark: None,
        behind: None,
        blocks: vec![block],
    };
    typeset(&doc, &setup(PageSize::A4), fonts).unwrap()
}

#[test]
fn names_come_back_as_they_were_typed() {
    let mut fonts = Fonts::bundled();
    let names = [
        "Zażółć Gęślą Jaźń",
        "Đặng Thị Giả",
        "Ἀριάδνη Ψευδής",
        "Вымышлена Ивановна",
        "Office affluent fjord",
        "e\u{301}toile",
        "محمد الخيالي",
        "אברהם בדוי",
        "काल्पनिक व्यक्ति",
        "रितु शर्मिला",
    ];
    for (nth, name) in names.into_iter().enumerate() {
        let pdf = printed(name, &mut fonts);
        assert_eq!(pdf.missing, NONE, "{name}");
        let Some(text) = read_back(&format!("name-{nth}.pdf"), &pdf) else { return };
        // poppler marks right-to-left stretches with invisible signs.
        let text: String =
            text.chars().filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')).collect();
        assert!(text.contains(name), "{name} came back as {text}");
    }
}

#[test]
fn emoji_are_drawn_in_one_colour_and_kept_as_text() {
    let pdf = printed("Done 👍🏽 at home 👩‍👩‍👧 in 🇵🇱 ✔", &mut Fonts::bundled());
    assert_eq!(pdf.missing, NONE);
    let path = kept("emoji.pdf", &pdf.bytes);
    let Some((_, fonts)) = tool("pdffonts", &[], &path) else { return };
    assert!(fonts.contains("NotoEmoji"), "{fonts}");
    let text = read_back("emoji.pdf", &pdf).unwrap();
    assert!(text.contains("👍🏽") && text.contains("👩‍👩‍👧") && text.contains("🇵🇱"), "{text}");
}

#[test]
fn letters_no_face_has_are_named() {
    let mut fonts = Fonts::bundled();
    assert_eq!(printed("Linear B: 𐀀𐀁 and Cuneiform 𒀀", &mut fonts).missing, ['𐀀', '𐀁', '𒀀']);
    assert_eq!(printed("nothing unusual", &mut fonts).missing, NONE, "control");
    let soft = printed("soft\u{ad}hyphen, zero\u{200b}width, tab\there, bell\u{7}", &mut fonts);
    assert_eq!(soft.missing, NONE, "what prints nothing is no loss");
}

#[test]
fn chinese_needs_the_system_and_is_named_without_it() {
    let name = "虚构的人";
    assert_eq!(printed(name, &mut Fonts::bundled()).missing.len(), 4);
    let pdf = printed(name, &mut Fonts::with_system());
    if !pdf.missing.is_empty() {
        eprintln!("left out: no Chinese font on this machine (Debian: fonts-noto-cjk)");
        return;
    }
    let Some(text) = read_back("cjk.pdf", &pdf) else { return };
    assert!(text.contains(name), "{text}");
}

#[test]
fn a_summary_in_many_scripts_reads_right() {
    let setup = setup(PageSize::Letter);
    let summary = SessionSummary {
        client_name: "محمد الخيالي".into(),
        held_on: day(2026, 3, 4),
        insights: texts(&[
            "العمل أولا، ثم الراحة (3 مرات).",
            "שלום עולם (בדיקה) 12",
            "काल्पनिक व्यक्ति ने कहा",
            "Zażółć gęślą jaźń",
        ]),
        strengths: texts(&["صبر", "hope 🌱", "Ψυχή"]),
        actions: vec![action(1, "اتصال بالصديق"), action(2, "להתקשר לחבר")],
        ..SessionSummary::default()
    };
    let pdf = pdf(&session_summary(&summary, &setup), &setup);
    assert_eq!(pdf.missing, NONE);
    kept("many-scripts.pdf", &pdf.bytes);
}
