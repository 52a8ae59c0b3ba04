//! Input meant to do harm: it gives a clear paper, or is refused in words.

use coachbook_documents::blocks::*;
use coachbook_documents::papers::*;
use coachbook_documents::{Doc, Fonts, LogoFault, PageSize, Pdf, check_logo, placed_text, typeset};

use crate::people::*;

/// A PNG that says it is so large; nothing follows its header.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend(b"\x08\x06\0\0\0\0\0\0\0");
    bytes
}

fn with_logo(logo: Vec<u8>) -> Pdf {
    let mut setup = setup(PageSize::A4);
    setup.letterhead.logo = Some(logo);
    typeset(&agreement(&contract(), &setup), &setup, &mut Fonts::bundled()).unwrap()
}

fn real_logo() -> Vec<u8> {
    std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../icons/128x128.png")).unwrap()
}

#[test]
fn a_picture_of_a_hundred_megapixels_is_refused_by_its_header() {
    for (bytes, fault) in [
        (png(10_000, 10_000), LogoFault::TooLarge),
        (png(4_000, 4_000), LogoFault::TooLarge),
        (png(u32::MAX, 1), LogoFault::TooLarge),
        (png(0, 7), LogoFault::NotAPicture),
        (b"\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff\x03".to_vec(), LogoFault::TooLarge),
        (vec![0; 6_000_000], LogoFault::TooLarge),
        (b"<?xml version='1.0'?>\n<SVG xmlns='http://www.w3.org/2000/svg'/>".to_vec(), LogoFault::Svg),
        (b"GIF89a".to_vec(), LogoFault::NotAPicture),
    ] {
        assert_eq!(check_logo(&bytes), Err(fault), "{fault}");
        assert!(with_logo(bytes).logo_unreadable, "{fault}");
    }
    assert_eq!(check_logo(&real_logo()), Ok(()), "control");
}

#[test]
fn a_picture_damaged_after_its_header_is_left_out_and_said() {
    let whole = real_logo();
    assert!(!with_logo(whole.clone()).logo_unreadable, "control");
    let mut cut = whole.clone();
    cut.truncate(whole.len() / 2);
    let mut garbled = whole;
    garbled.iter_mut().skip(60).for_each(|byte| *byte ^= 0x5a);
    for damaged in [cut, garbled, png(300, 300)] {
        assert_eq!(check_logo(&damaged), Ok(()), "the header is sound");
        let pdf = with_logo(damaged);
        assert!(pdf.logo_unreadable && pdf.pages > 0);
    }
}

#[test]
fn a_name_cannot_turn_its_neighbours_around() {
    let setup = setup(PageSize::A4);
    let plain = "Signed by Anna before Berta on 12 May";
    let placed = |text: &str| {
        let text = placed_text(&trial(vec![Block::Para(ParaStyle::Body, words(text))]), &setup, &mut Fonts::bundled());
        text.lines().filter(|line| line.contains("Paragraph")).map(str::to_owned).collect::<Vec<_>>()
    };
    for sign in ('\u{202a}'..='\u{202e}').chain('\u{2066}'..='\u{2069}') {
        assert_eq!(placed(&plain.replace("Anna", &format!("{sign}Anna"))), placed(plain), "{:x}", u32::from(sign));
    }
    assert_ne!(placed(&plain.replace("Anna", "אנה")), placed(plain), "control: letters from the right do show");
    let odd = format!("{}\u{0}\u{7}\u{1b}[2J\u{feff}\u{200b}{}", &plain[..10], &plain[10..]);
    let odd = trial(vec![Block::Para(ParaStyle::Body, words(odd))]);
    assert!(typeset(&odd, &setup, &mut Fonts::bundled()).unwrap().missing.is_empty());
}

#[test]
fn odd_signs_in_the_properties_leave_a_sound_file() {
    let setup = setup(PageSize::A4);
    let title = "Odd\u{0}\u{202e}\n<&>\"\u{fffe}()\\ título".to_owned();
    let odd = Doc { title, author: "A\u{7}\r\n)\\(".into(), ..trial(vec![Block::Para(ParaStyle::Body, words("x"))]) };
    let path = kept("odd-properties.pdf", &typeset(&odd, &setup, &mut Fonts::bundled()).unwrap().bytes);
    let Some((sound, report)) = tool("qpdf", &["--check"], &path) else { return };
    assert!(sound && !report.contains("WARNING"), "{report}");
    let Some((_, about)) = tool("pdfinfo", &[], &path) else { return };
    assert!(about.contains("Odd <&>\"()\\ título"), "{about}");
}

#[test]
fn a_clause_with_nested_lists_keeps_every_word() {
    let setup = setup(PageSize::A4);
    let nested = "- outer one\n  - inner two\n    1. innermost three\n      - deepest four\n- **outer five\n\n1. six\n- seven\n1. eight";
    let mut paper = contract();
    paper.clauses[0].parts = vec![ClausePart::Text(nested.repeat(3))];
    let placed = placed_text(&agreement(&paper, &setup), &setup, &mut Fonts::bundled());
    for word in ["outer one", "inner two", "innermost three", "deepest four", "outer five", "seven"] {
        assert_eq!(placed.matches(word).count(), 3, "{word} in {placed}");
    }
    let deep: String = (0..200).map(|depth| format!("{}- level q{depth}z\n", "  ".repeat(depth))).collect();
    paper.clauses[0].parts = vec![ClausePart::Text(deep)];
    let placed = placed_text(&agreement(&paper, &setup), &setup, &mut Fonts::bundled());
    for depth in 0..200 {
        assert_eq!(placed.matches(&format!("q{depth}z")).count(), 1, "level {depth}");
    }
}

#[test]
fn an_address_longer_than_the_page_runs_on() {
    let mut setup = setup(PageSize::A4);
    setup.letterhead.address = Some((0..200).map(|nth| format!("street q{nth}z\n")).collect());
    let pdf = pdf(&agreement(&contract(), &setup), &setup);
    let Some(text) = read_back("long-address.pdf", &pdf) else { return };
    for nth in 0..200 {
        assert_eq!(text.matches(&format!("q{nth}z")).count(), 1, "line {nth}");
    }
}
