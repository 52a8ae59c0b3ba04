//! The looks of a paper: three letterheads, colours, margins, large print; and what can be followed in them.

use coachbook_documents::papers::*;
use coachbook_documents::{
    Accent, Fonts, HeadStyle, Margins, PageSize, PaperSetup, Pdf, Stationery, placed_text, typeset,
};

use crate::people::*;

fn icon() -> Vec<u8> {
    std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../icons/128x128.png")).unwrap()
}

fn looking(stationery: Stationery) -> PaperSetup {
    PaperSetup { stationery, ..setup(PageSize::A4) }
}

fn summary(setup: &PaperSetup) -> Pdf {
    typeset(&session_summary(&john(), setup), setup, &mut Fonts::bundled()).unwrap()
}

#[test]
fn every_letterhead_says_the_same() {
    let mut seen = Vec::new();
    for head in [HeadStyle::Split, HeadStyle::Centred, HeadStyle::Quiet] {
        for logo in [None, Some(icon())] {
            for language in ["en", "he"] {
                let mut setup = looking(Stationery { head, ..Stationery::default() });
                setup.language = language.to_owned();
                setup.letterhead.logo = logo.clone();
                let pdf = summary(&setup);
                let name = format!("head-{head:?}-{language}-{}.pdf", logo.is_some());
                let Some(text) = read_back(&name, &pdf) else { return };
                let said = ["Zofia Łuczak", "Still Water Coaching", "ul. Zmyślona 7", "00-000 Nibylandia"];
                for words in said.into_iter().chain(["zofia@stillwater.example", "+48 00 000 00 00"]) {
                    assert!(text.contains(words), "{name}: {words} in {text}");
                }
                seen.push(placed_text(&session_summary(&john(), &setup), &setup, &mut Fonts::bundled()));
            }
        }
    }
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 12, "control: no two of them are alike");
}

#[test]
fn a_logo_may_be_a_jpeg() {
    let mut setup = looking(Stationery { head: HeadStyle::Centred, ..Stationery::default() });
    setup.letterhead.logo = Some(include_bytes!("pictures/green.jpg").to_vec());
    let pdf = summary(&setup);
    assert!(!pdf.logo_unreadable);
    let Some((_, images)) = tool("pdfimages", &["-list"], &kept("jpeg.pdf", &pdf.bytes)) else { return };
    assert!(images.contains(" 40 ") && images.contains(" 20 "), "{images}");
    let Some((_, none)) =
        tool("pdfimages", &["-list"], &kept("no-jpeg.pdf", &summary(&looking(Stationery::default())).bytes))
    else {
        return;
    };
    assert!(!none.contains("image"), "control: {none}");
}

#[test]
fn looks_change_the_file_and_not_the_document() {
    let plain = summary(&looking(Stationery::default()));
    let looks = [
        Stationery { accent: Accent::new([20, 60, 120]), ..Stationery::default() },
        Stationery { margins: Margins { side: 90, top: 90, bottom: 90 }, ..Stationery::default() },
        Stationery { large_print: true, ..Stationery::default() },
        Stationery { head: HeadStyle::Quiet, ..Stationery::default() },
    ];
    for look in looks {
        let pdf = summary(&looking(look));
        assert_eq!(pdf.document_id, plain.document_id);
        assert_ne!(pdf.bytes, plain.bytes, "{look:?}");
        assert_eq!(pdf.bytes, summary(&looking(look)).bytes, "the same look gives the same file");
    }
    let same = Stationery { accent: Accent::new([0x1e, 0x5b, 0x47]), ..Stationery::default() };
    assert_eq!(summary(&looking(same)).bytes, plain.bytes, "control");
}

#[test]
fn large_print_sets_everything_larger_and_loses_nothing() {
    for size in [PageSize::A4, PageSize::Letter] {
        let large = PaperSetup { size, ..looking(Stationery { large_print: true, ..Stationery::default() }) };
        let plain = setup(size);
        let docs = [
            ("agreement", agreement(&contract(), &plain)),
            ("plan", action_plan(&plan(), &plain)),
            ("summary", session_summary(&john(), &plain)),
            ("consent", consent(&asked(), &plain)),
        ];
        for (name, doc) in docs {
            let sizes = |setup: &PaperSetup| {
                let placed = placed_text(&doc, setup, &mut Fonts::bundled());
                let sizes = placed
                    .lines()
                    .filter(|line| line.contains("Paragraph"))
                    .filter_map(|line| line.split_whitespace().nth(2).and_then(|size| size.parse::<f32>().ok()));
                sizes.fold((f32::INFINITY, 0.0_f32), |(least, most), size| (least.min(size), most.max(size)))
            };
            let ((least, most), (least_large, most_large)) = (sizes(&plain), sizes(&large));
            assert!((least_large - least * 1.4).abs() < 0.11 && (most_large - most * 1.4).abs() < 0.11, "{name}");
            let pdf = typeset(&doc, &large, &mut Fonts::bundled()).unwrap();
            let Some(text) = read_back(&format!("large-{name}-{size:?}.pdf"), &pdf) else { return };
            let Some(before) =
                read_back(&format!("plain-{name}.pdf"), &typeset(&doc, &plain, &mut Fonts::bundled()).unwrap())
            else {
                return;
            };
            for word in before.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)) {
                // A hyphen that was typed may stand at the end of a line in one of them: poppler takes it out.
                assert!(text.replace(['-', ' '], "").contains(word), "{name}: {word}");
            }
        }
    }
}

#[test]
fn in_large_print_a_crowded_table_leaves_room_for_words() {
    let large = looking(Stationery { large_print: true, ..Stationery::default() });
    let mut summary = john();
    for action in &mut summary.actions {
        action.sign_of_success = Some("A meeting is in both calendars".to_owned());
    }
    let doc = session_summary(&summary, &large);
    let placed = placed_text(&doc, &large, &mut Fonts::bundled());
    let signs = summary.actions.len();
    assert!(signs > 5 && placed.matches("calendars\n").count() == signs, "{placed}");
    assert_eq!(placed.matches("meeting").count(), signs, "a word is broken: {placed}");
    kept("large-signs.pdf", &typeset(&doc, &large, &mut Fonts::bundled()).unwrap().bytes);
}

#[test]
fn addresses_can_be_followed_and_are_tagged() {
    for head in [HeadStyle::Split, HeadStyle::Centred, HeadStyle::Quiet] {
        let setup = looking(Stationery { head, ..Stationery::default() });
        let path = kept("links.pdf", &summary(&setup).bytes);
        let Some((_, links)) = tool("pdfinfo", &["-url"], &path) else { return };
        assert!(links.contains("mailto:zofia@stillwater.example"), "{links}");
        assert!(links.contains("https://stillwater.example"), "{links}");
        assert_eq!(links.matches("Annotation").count(), 2, "{links}");
        let (_, tree) = tool("pdfinfo", &["-struct-text"], &path).unwrap();
        let link = tree.split("Link").nth(1).unwrap_or_default();
        assert!(link.contains("zofia@stillwater.example") && tree.contains("Object"), "{tree}");
        let Some((sound, report)) = tool("qpdf", &["--check"], &path) else { return };
        assert!(sound && !report.contains("WARNING"), "{report}");
    }
    let mut bare = looking(Stationery::default());
    (bare.letterhead.email, bare.letterhead.website) = (None, None);
    let Some((_, links)) = tool("pdfinfo", &["-url"], &kept("no-links.pdf", &summary(&bare).bytes)) else { return };
    assert!(!links.contains("Annotation"), "control: {links}");
}

#[test]
fn the_headings_stand_in_the_outline_in_order() {
    for language in ["en", "he"] {
        let setup = PaperSetup { language: language.to_owned(), ..looking(Stationery::default()) };
        let pdf = typeset(&agreement(&contract(), &setup), &setup, &mut Fonts::bundled()).unwrap();
        let path = kept("outline.pdf", &pdf.bytes);
        let Some((_, page)) = tool("pdftohtml", &["-xml", "-i", "-stdout"], &path) else { return };
        let mut outline = page.split_once("<outline>").expect("an outline").1;
        for words in
            ["Coaching agreement", "1 What coaching is", "4 Services", "9 Whole agreement", "Schedule B", "Signatures"]
        {
            let at = outline.find(words).unwrap_or_else(|| panic!("{words} is missing or out of order in {outline}"));
            outline = &outline[at..];
        }
    }
}
