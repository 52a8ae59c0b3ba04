//! Words parted at the end of a line: where it helps, by the language, and whole for whoever reads the file.

use coachbook_documents::blocks::*;
use coachbook_documents::{Doc, Fonts, PageSize, PaperSetup, Pdf, placed_text, typeset};

use crate::people::*;

const GERMAN: &str = "Die Zusammensetzung der Führungskräfteentwicklungsmaßnahmen bestimmt \
    der Verantwortungsbereich, und die Auftragsverarbeitungsvereinbarung mit Wettbewerbsbeobachtungsstelle folgt.";
const POLISH: &str =
    "odpowiedzialność przedsiębiorczość bezpieczeństwo niepodległościowy porozumiewanie usprawiedliwianie";

fn in_language(language: &str) -> PaperSetup {
    PaperSetup { language: language.to_owned(), ..setup(PageSize::A4) }
}

/// The words in cells of several widths.
fn narrow(text: &str) -> Doc {
    let widths = [48, 64, 80, 100, 120];
    let column = |width: &u16| Column { head: "Spalte".into(), width: Width::Points(*width), right: false };
    let cell = || Cell { lines: vec![words(text)], tick: None };
    let rows = vec![Row::Cells(widths.iter().map(|_| cell()).collect())];
    trial(vec![
        Block::Para(ParaStyle::Body, words(text)),
        Block::Table { columns: widths.iter().map(column).collect(), rows },
    ])
}

fn printed(doc: &Doc, language: &str) -> (Pdf, usize) {
    let setup = in_language(language);
    let placed = placed_text(doc, &setup, &mut Fonts::bundled());
    let hyphens = placed.lines().filter(|line| line.ends_with(" -")).count();
    (typeset(doc, &setup, &mut Fonts::bundled()).unwrap(), hyphens)
}

#[test]
fn parted_words_are_read_whole_and_without_hyphens() {
    for (language, text) in [("de", GERMAN), ("pl", POLISH)] {
        let (pdf, hyphens) = printed(&narrow(text), language);
        assert!(hyphens > 10, "control: {language} has {hyphens} hyphens to look for");
        let Some(read) = read_back(&format!("hyphens-{language}.pdf"), &pdf) else { return };
        for word in text.split_whitespace().filter(|word| word.len() > 12) {
            // In a column of 48 points some words are parted more than once.
            assert_eq!(read.matches(word).count(), 6, "{word} in {read}");
        }
        assert!(!read.contains('-') && !read.contains('\u{ad}') && !read.contains('\u{2010}'), "{read}");
    }
}

#[test]
fn no_language_no_hyphens_and_codes_names_and_headings_stay_whole() {
    assert_eq!(printed(&narrow(GERMAN), "xx").1, 0);
    let whole = "zofia.luczak.invented@stillwatercoaching.example P16-AB12CD34EF56 HTTPS://STILLWATERCOACHING.EXAMPLE";
    assert_eq!(printed(&narrow(whole), "en").1, 0);
    let long = "Wolverhamptonshire ".repeat(12);
    let signers = vec![Signer { role: "Client".into(), name: Some(long.clone()) }];
    let blocks = vec![
        Block::Heading { level: 1, number: None, text: "responsibilities ".repeat(30) },
        Block::Title { text: "responsibilities ".repeat(30), under: None },
        Block::Signatures(signers),
    ];
    assert_eq!(printed(&trial(blocks), "en").1, 0);
    let named = "Met Wolverhamptonshire and characteristically answered responsibilities";
    assert!(printed(&narrow(named), "en").1 > 0, "control");
}

#[test]
fn a_word_typed_with_soft_hyphens_is_whole_too() {
    let typed = format!("{}.", ["Donau", "dampf", "schiff", "fahrts", "gesell", "schafts", "kapitän"].join("\u{ad}"));
    let (pdf, hyphens) = printed(&narrow(&typed), "xx");
    assert!(hyphens > 3, "{hyphens}");
    let Some(read) = read_back("hyphens-typed.pdf", &pdf) else { return };
    assert_eq!(read.matches("Donaudampfschifffahrtsgesellschaftskapitän.").count(), 6, "{read}");
}

#[test]
fn wide_paragraphs_are_left_alone() {
    let text = "The coach keeps responsibilities apart and characteristically listens to what is said. ".repeat(9);
    let (_, hyphens) = printed(&trial(vec![Block::Para(ParaStyle::Body, words(text))]), "en");
    assert_eq!(hyphens, 0, "a hole of a few letters is no reason to part a word");
}
