//! Where every mark of each paper stands. `UPDATE_GOLDEN=1` writes them anew; look at the pages before keeping them.

use coachbook_core::invoice::InvoiceKind;
use coachbook_core::protection::CopiesKept;
use coachbook_documents::papers::*;
use coachbook_documents::{Doc, Fonts, PageSize, PaperSetup, placed_text};

use crate::people::*;

fn check(name: &str, doc: &Doc) {
    for (size, suffix) in [(PageSize::A4, "a4"), (PageSize::Letter, "letter")] {
        let setup = setup(size);
        check_on(&format!("{name}-{suffix}"), doc, &setup);
    }
}

/// Compares one setting of a paper with the one that was kept.
pub fn check_on(name: &str, doc: &Doc, setup: &PaperSetup) {
    let found = placed_text(doc, setup, &mut Fonts::bundled());
    kept(&format!("{name}.pdf"), &pdf(doc, setup).bytes);
    let file = format!("{}/tests/papers/golden/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&file, &found).unwrap();
    }
    let expected = std::fs::read_to_string(&file).unwrap_or_default();
    let differing = found.lines().zip(expected.lines()).find(|(a, b)| a != b);
    assert!(found == expected, "{name} moved; first difference (found, expected): {differing:?}");
}

#[test]
fn the_agreement_stands_where_it_stood() {
    check("agreement", &agreement(&contract(), &setup(PageSize::A4)));
}

#[test]
fn the_consent_stands_where_it_stood() {
    check("consent", &consent(&asked(), &setup(PageSize::A4)));
}

#[test]
fn the_summary_stands_where_it_stood() {
    check("summary", &session_summary(&john(), &setup(PageSize::A4)));
}

#[test]
fn the_plan_stands_where_it_stood() {
    check("plan", &action_plan(&plan(), &setup(PageSize::A4)));
}

#[test]
fn the_wheel_stands_where_it_stood() {
    check("wheel", &wheel_of_life("Ana Inventada", &crate::wheels::two_days(), &setup(PageSize::A4)));
}

#[test]
fn the_record_stands_where_it_stood() {
    check("record", &crate::records::record(&setup(PageSize::A4)));
}

#[test]
fn the_papers_of_a_programme_stand_where_they_stood() {
    let setup = setup(PageSize::A4);
    check("three", &three_way_agreement(&crate::programmes::three(setup.labels()), &setup));
    check("development", &coaching_plan(&crate::programmes::development(), &setup));
    check("hours", &hours_log(&crate::programmes::log(), &setup));
    check("closing", &closing_report(&crate::programmes::closing(), &setup));
    check("sponsor", &crate::programmes::sponsors(true, &setup));
    check("sponsor-draft", &crate::programmes::sponsors(false, &setup));
}

#[test]
fn forms_and_privacy_papers_stand_where_they_stood() {
    let setup = setup(PageSize::A4);
    for (name, doc) in crate::forms::blanks(&setup) {
        check(name, &doc);
    }
    check("notice", &privacy_notice(&crate::forms::privacy(setup.labels()), &setup));
    check("record-of-processing", &processing_record(&crate::forms::privacy(setup.labels()), &setup));
    check("data-handling", &data_handling(&crate::forms::handling(CopiesKept::SameDisk), &setup));
    check("continuity", &crate::forms::envelope(&setup));
}

#[test]
fn accounts_and_answers_stand_where_they_stood() {
    let setup = setup(PageSize::A4);
    check("invoice", &invoice(&crate::accounts::bill(InvoiceKind::Invoice), &setup).unwrap());
    check("access", &access_export(&crate::accounts::asked_for(setup.labels()), &setup));
    check("reflection", &crate::accounts::mirror(&setup));
}

#[test]
fn the_page_of_signatures_stands_where_it_stood() {
    let setup = setup(PageSize::A4);
    check("evidence", &evidence_page(&crate::signatures::signed(setup.labels()), &setup));
}

#[test]
fn control_a_changed_word_moves_a_mark() {
    let setup = setup(PageSize::A4);
    let mut changed = john();
    let before = placed_text(&session_summary(&changed, &setup), &setup, &mut Fonts::bundled());
    changed.insights[0].push_str(" indeed");
    let after = placed_text(&session_summary(&changed, &setup), &setup, &mut Fonts::bundled());
    assert_ne!(before, after);
}
