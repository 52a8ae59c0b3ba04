//! The file itself: sound, the same every time, tagged, and drawn as it prints.

use coachbook_core::invoice::InvoiceKind;
use coachbook_documents::papers::*;
use coachbook_documents::{Doc, Fonts, PageSize, PaperError, render_svg, render_svg_page, typeset};

use crate::people::*;

fn all(setup: &coachbook_documents::PaperSetup) -> Vec<(&'static str, Doc)> {
    let mut all = vec![
        ("agreement", agreement(&contract(), setup)),
        ("consent", consent(&asked(), setup)),
        ("summary", session_summary(&john(), setup)),
        ("plan", action_plan(&plan(), setup)),
        ("wheel", wheel_of_life("Ana Inventada", &crate::wheels::two_days(), setup)),
        ("record", crate::records::record(setup)),
        ("three", three_way_agreement(&crate::programmes::three(setup.labels()), setup)),
        ("development", coaching_plan(&crate::programmes::development(), setup)),
        ("hours", hours_log(&crate::programmes::log(), setup)),
        ("closing", closing_report(&crate::programmes::closing(), setup)),
        ("sponsor", crate::programmes::sponsors(true, setup)),
        ("sponsor-draft", crate::programmes::sponsors(false, setup)),
        ("notice", privacy_notice(&crate::forms::privacy(setup.labels()), setup)),
        ("record-of-processing", processing_record(&crate::forms::privacy(setup.labels()), setup)),
        ("continuity", crate::forms::envelope(setup)),
        ("invoice", invoice(&crate::accounts::bill(InvoiceKind::Invoice), setup).unwrap()),
        ("access", access_export(&crate::accounts::asked_for(setup.labels()), setup)),
        ("reflection", crate::accounts::mirror(setup)),
        ("evidence", evidence_page(&crate::signatures::signed(setup.labels()), setup)),
    ];
    all.extend(crate::forms::blanks(setup));
    all
}

/// The smallest PNG with transparency: two pixels.
fn logo() -> Vec<u8> {
    let mut image = Vec::new();
    image.extend(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x01\x08\x06\0\0\0\xf4\x22\x7f\x8a");
    image.extend(b"\0\0\0\x11IDATx\x9cc\x90\x8b\xf6\xfe\x0f\xc4\r \x0c\0\x1e\x84\x05'");
    image
}

#[test]
fn two_runs_are_byte_for_byte_the_same() {
    let setup = setup(PageSize::A4);
    let mut warm = Fonts::bundled();
    for (name, doc) in all(&setup) {
        let first = typeset(&doc, &setup, &mut warm).unwrap();
        assert_eq!(first, typeset(&doc, &setup, &mut warm).unwrap(), "{name}, warm");
        assert!(first == typeset(&doc, &setup, &mut Fonts::bundled()).unwrap(), "{name}, fresh fonts");
    }
    let (one, other) = (&all(&setup)[0].1, &all(&setup)[1].1);
    assert_ne!(pdf(one, &setup).bytes, pdf(other, &setup).bytes, "control");
}

#[test]
fn the_document_id_is_the_contents_not_the_days() {
    let today = setup(PageSize::A4);
    let mut tomorrow = setup(PageSize::Letter);
    tomorrow.generated_on = day(2026, 3, 5);
    let id = |setup, summary: &SessionSummary| session_summary(summary, setup).document_id();
    assert_eq!(id(&today, &john()), id(&tomorrow, &john()));
    let mut changed = john();
    changed.insights.pop();
    assert_ne!(id(&today, &john()), id(&today, &changed));
    assert_eq!(id(&today, &john()).len(), 8);
}

#[test]
fn qpdf_finds_no_fault_and_fonts_are_cut_and_embedded() {
    for size in [PageSize::A4, PageSize::Letter] {
        let setup = setup(size);
        for (name, doc) in all(&setup) {
            let path = kept(&format!("checked-{name}-{size:?}.pdf"), &pdf(&doc, &setup).bytes);
            let Some((sound, report)) = tool("qpdf", &["--check"], &path) else { return };
            assert!(sound && !report.contains("WARNING"), "{name}: {report}");
            let Some((_, fonts)) = tool("pdffonts", &[], &path) else { return };
            for line in fonts.lines().skip(2) {
                assert!(line.contains("yes yes yes") && line.contains("+Noto"), "{name}: {line}");
            }
        }
    }
    let broken = kept("broken.pdf", b"%PDF-1.7\nnothing");
    assert!(!tool("qpdf", &["--check"], &broken).unwrap().0, "control: qpdf does find faults");
}

#[test]
fn the_properties_and_tags_are_there() {
    let setup = setup(PageSize::A4);
    let path = kept("tagged.pdf", &pdf(&session_summary(&john(), &setup), &setup).bytes);
    let Some((_, about)) = tool("pdfinfo", &[], &path) else { return };
    for words in
        ["Session summary", "Zofia Łuczak", "Tagged:          yes", "595.28 x 841.89", "PDF version:     1.7", "Mar  4"]
    {
        assert!(about.contains(words), "{words} in {about}");
    }
    assert!(!about.contains("John") && !about.contains("PDF/X") && !about.contains("PDF subtype"), "{about}");
    let (_, tree) = tool("pdfinfo", &["-struct-text"], &path).unwrap();
    for part in ["Document", "H1", "H2", "Table", "TR", "TH", "TD", "LBody"] {
        assert!(tree.contains(part), "{part} in {tree}");
    }
    assert_eq!(tree.matches("By when").count(), 1, "a repeated table head is said once");
}

#[test]
fn the_preview_draws_every_page_with_ids_of_its_own() {
    let setup = setup(PageSize::A4);
    let pdf = pdf(&agreement(&contract(), &setup), &setup);
    let pages = render_svg(&pdf.bytes).unwrap();
    assert_eq!(pages.len(), pdf.pages);
    let ids = |svg: &str| {
        svg.split("id=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap().to_owned())
            .collect::<std::collections::BTreeSet<_>>()
    };
    assert!(ids(&pages[0]).len() > 20, "control: there are ids to clash");
    assert!(ids(&pages[0]).is_disjoint(&ids(&pages[1])));
    for svg in &pages {
        assert!(svg.starts_with("<svg") && svg.contains("xmlns=\"http://www.w3.org/2000/svg\""));
        for used in svg.split("href=\"#").skip(1) {
            assert!(ids(svg).contains(used.split('"').next().unwrap()));
        }
    }
    kept("preview-1.svg", pages[0].as_bytes());
    assert_eq!(render_svg(b"no pdf"), Err(PaperError::Preview));
    assert_eq!(render_svg_page(&pdf.bytes, 2).unwrap(), pages[1]);
    assert_eq!(render_svg_page(&pdf.bytes, 0), Err(PaperError::Preview));
    assert_eq!(render_svg_page(&pdf.bytes, pages.len() + 1), Err(PaperError::Preview));
}

#[test]
fn a_logo_is_drawn_and_tagged() {
    let mut setup = setup(PageSize::A4);
    setup.letterhead.logo = Some(
        std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../icons/128x128.png")).unwrap_or_else(|_| logo()),
    );
    let pdf = typeset(&agreement(&contract(), &setup), &setup, &mut Fonts::bundled()).unwrap();
    let path = kept("logo.pdf", &pdf.bytes);
    assert!(!pdf.logo_unreadable);
    let Some((_, images)) = tool("pdfimages", &["-list"], &path) else { return };
    assert!(images.contains("image"), "{images}");
}

#[test]
fn fonts_can_be_kept_behind_a_lock_and_used_from_any_thread() {
    fn shared<T: Send + 'static>(_: &T) {}
    shared(&std::sync::Mutex::new(Fonts::bundled()));
}
