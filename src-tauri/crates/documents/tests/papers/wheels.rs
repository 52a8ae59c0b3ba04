//! The wheel of life: drawing, words for those who cannot see it, and the table that says the same.

use coachbook_core::wheel::{Place, Segment, Wheel, WheelContent, laid_over};
use coachbook_documents::papers::wheel_of_life;
use coachbook_documents::{Fonts, PageSize, placed_text};

use crate::people::*;

fn wheel(on: chrono::NaiveDate, parts: &[(&str, u8, u8)]) -> Wheel {
    let segments = parts.iter().map(|(label, now, wanted)| Segment {
        label: (*label).to_owned(),
        now: Place::of(*now),
        wanted: Place::of(*wanted),
        note: (*label == "Health").then(|| "walks, but **sleeps badly**".to_owned()),
    });
    Wheel { on, segments: segments.collect(), chosen: some("One free evening a week") }
}

pub fn two_days() -> WheelContent {
    let now = wheel(
        day(2026, 3, 4),
        &[
            ("Work", 7, 7),
            ("Friends and family", 4, 8),
            ("Health", 5, 8),
            ("Gesundheit der Großeltern in Oberösterreich", 6, 6),
            ("Money", 8, 8),
            ("Learning", 3, 6),
            ("دوستان", 2, 5),
            ("Time alone", 0, 4),
        ],
    );
    let before =
        wheel(day(2025, 11, 3), &[("Work", 9, 7), ("Friends and family", 2, 8), ("Health", 5, 8), ("Money", 8, 8)]);
    laid_over(&now, Some(&before)).unwrap()
}

#[test]
fn the_wheel_is_drawn_said_and_counted() {
    let setup = setup(PageSize::A4);
    let pdf = pdf(&wheel_of_life("Ana Inventada", &two_days(), &setup), &setup);
    let path = kept("wheel.pdf", &pdf.bytes);
    assert!(pdf.missing.is_empty());
    let Some(text) = read_back("wheel-read.pdf", &pdf) else { return };
    for words in ["Friends and family", "now 4, wanted 8", "3 November 2025", "sleeps badly", "One free evening"] {
        assert!(text.contains(words), "{words} in {text}");
    }
    let Some((_, tree)) = tool("pdfinfo", &["-struct"], &path) else { return };
    assert!(tree.contains("Figure"), "{tree}");
    let Some((_, objects)) = tool("qpdf", &["--json"], &path) else { return };
    assert!(objects.contains("A wheel of life with places from 0 to 10. Work: now 7, wanted 7, on 3 November 2025 9;"));
}

#[test]
fn the_drawing_stays_on_its_page_whatever_the_names() {
    let setup = setup(PageSize::Letter);
    for count in 4..=12 {
        let long = "a very long name for a part of life that wraps";
        let parts: Vec<(&str, u8, u8)> = (0..count).map(|nth| (long, (nth % 11) as u8, 10)).collect();
        let content = laid_over(&wheel(day(2026, 3, 4), &parts), None).unwrap();
        let placed = placed_text(&wheel_of_life("Ana", &content, &setup), &setup, &mut Fonts::bundled());
        kept(&format!("wheel-of-{count}.pdf"), &pdf(&wheel_of_life("Ana", &content, &setup), &setup).bytes);
        let mut paths = 0;
        for line in placed.lines().filter(|line| line.contains("Drawing(0)")) {
            paths += 1;
            let mut numbers = line.split_whitespace().filter_map(|word| word.parse::<f32>().ok());
            let (x, y) = (numbers.next().unwrap(), numbers.next().unwrap());
            assert!((40.0..=572.0).contains(&x) && (60.0..=722.0).contains(&y), "off the page: {line}");
        }
        assert!(paths > 20, "control: the wheel of {count} parts is drawn");
    }
}

#[test]
fn now_wanted_and_earlier_are_told_apart_without_colour() {
    let setup = setup(PageSize::A4);
    let with = placed_text(&wheel_of_life("Ana", &two_days(), &setup), &setup, &mut Fonts::bundled());
    let looks = ["filled Tint", "2.2 Accent", "1.1 Text 4.0/2.5"];
    for look in looks {
        assert!(with.contains(look), "no part is drawn as {look}");
    }
    let alone =
        laid_over(&wheel(day(2026, 3, 4), &[("a", 1, 2), ("b", 1, 2), ("c", 1, 2), ("d", 1, 2)]), None).unwrap();
    let without = placed_text(&wheel_of_life("Ana", &alone, &setup), &setup, &mut Fonts::bundled());
    assert!(!without.contains("4.0/2.5"), "control: no earlier day, no dashed line");
}
