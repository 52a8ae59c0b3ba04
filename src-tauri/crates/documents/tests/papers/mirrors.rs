//! Papers read from the right: everything stands on the other side, and every word stays as it was written.

use coachbook_documents::blocks::*;
use coachbook_documents::papers::*;
use coachbook_documents::{Doc, Fonts, PageSize, PaperSetup, placed_text, typeset};

use crate::people::*;

fn in_language(language: &str) -> PaperSetup {
    PaperSetup { language: language.to_owned(), ..setup(PageSize::A4) }
}

fn doc(setup: &PaperSetup) -> Doc {
    let row = |no: &str, what: &str| {
        let cell = |text: &str| Cell { lines: vec![words(text)], tick: None };
        Row::Cells(vec![cell(no), cell(what), Cell { lines: Vec::new(), tick: Some(true) }])
    };
    let column = |head: &str, width| Column { head: head.into(), width, right: false };
    let blocks = vec![
        head(setup),
        Block::Title { text: "הסכם אימון".into(), under: Some("בין שני הצדדים".into()) },
        Block::Heading { level: 1, number: Some("1".into()), text: "מהו אימון".into() },
        Block::Para(ParaStyle::Body, words("אימון הוא שיחה (בת 50 דקות) שבה הלקוח מוצא את דרכו. ".repeat(4))),
        Block::KeyValue(vec![("לקוח".into(), words("אברהם בדוי")), ("Name".into(), words_or_gap(None, "שם"))]),
        Block::BulletList(vec![words("להקשיב"), words("ask and listen")]),
        Block::NumberedList { start: 9, items: vec![words("ראשון"), words("שני")] },
        Block::Table {
            columns: vec![
                column("מס", Width::Points(30)),
                column("פעולה", Width::Share(1)),
                column("נעשה", Width::Points(40)),
            ],
            rows: vec![row("1", "להתקשר לחבר"), row("2", "Call Mr. X (again)")],
        },
        Block::TwoColumns {
            left: ("המאמן עושה".into(), vec![words("שואל")]),
            right: ("המאמן אינו עושה".into(), vec![words("מייעץ")]),
        },
        Block::Para(ParaStyle::Copy, words("העתק פשוט")),
        Block::Tick { ticked: true, line: words("מותר להקליט") },
        Block::WriteLine { label: "הערות".into(), lines: 2 },
        Block::Signatures(vec![
            Signer { role: "מנחה".into(), name: Some("Zofia Łuczak".into()) },
            Signer { role: "מונחה".into(), name: None },
        ]),
    ];
    Doc {
        title: "הסכם".into(),
        author: "Nobody".into(),
        running_head: "הסכם".into(),
        mark: "חסוי".into(),
        blocks,
        watermark: None,
        behind: None,
    }
}

fn head(setup: &PaperSetup) -> Block {
    agreement(&contract(), setup).blocks.into_iter().find(|block| matches!(block, Block::Head { .. })).unwrap()
}

/// Place of the first mark whose words begin with this one.
fn at(placed: &str, words: &str) -> f32 {
    let line = placed.lines().find(|line| {
        !line.starts_with("==")
            && line.split_whitespace().nth(4).is_some_and(|word| word.trim_end_matches('.') == words)
    });
    let line = line.unwrap_or_else(|| panic!("{words} is not in\n{placed}"));
    line.split_whitespace().next().unwrap().parse().unwrap()
}

/// Pairs of words of which the first stands left of the second where one reads from the left.
const SIDES: &[(&str, &str)] = &[
    ("Zofia", "zofia@stillwater.example"),
    ("1", "מהו"),
    ("לקוח", "אברהם"),
    ("•", "להקשיב"),
    ("9", "ראשון"),
    ("מס", "פעולה"),
    ("2", "Call"),
    ("עושה", "אינו"),
    ("מנחה", "מונחה"),
];

#[test]
fn everything_changes_sides() {
    for (language, mirrored) in
        [("he", true), ("en", false), ("ar", true), ("fa-IR", true), ("ur", true), ("pl", false)]
    {
        let setup = in_language(language);
        let placed = placed_text(&doc(&setup), &setup, &mut Fonts::bundled());
        for (first, second) in SIDES {
            // A mark beside words of the other direction stands where those words begin: not compared.
            let own = !["•", "9"].contains(first) || mirrored;
            assert!(!own || (at(&placed, first) > at(&placed, second)) == mirrored, "{language}: {first}, {second}");
        }
        let word = setup.labels().page.split(' ').next().unwrap();
        let page = placed.lines().find(|line| !line.starts_with("==") && line.contains(word)).unwrap();
        let page: f32 = page.split_whitespace().next().unwrap().parse().unwrap();
        assert_eq!(page < 100.0, mirrored, "{language}: the page number");
    }
}

#[test]
fn rules_boxes_and_bars_are_the_mirror_image_to_the_point() {
    let drawn = |language: &str, mirror: bool| {
        let setup = in_language(language);
        let placed = placed_text(&doc(&setup), &setup, &mut Fonts::bundled());
        let mut marks: Vec<(i32, i32)> = Vec::new();
        for line in placed.lines().filter(|line| line.contains(" fill ") || line.contains(" box ")) {
            let mut parts = line.split_whitespace();
            let x: f32 = parts.next().unwrap().parse().unwrap();
            let y: f32 = parts.next().unwrap().parse().unwrap();
            let width: f32 = parts.nth(1).unwrap().split('x').next().unwrap().parse().unwrap();
            let x = if mirror { 595.28 - x - width } else { x };
            marks.push((x.round() as i32, y.round() as i32));
        }
        marks.sort_unstable();
        marks
    };
    let (from_left, from_right) = (drawn("en", true), drawn("he", false));
    assert!(from_left.len() > 15, "control: there are marks to compare");
    assert_eq!(from_left.len(), from_right.len());
    for (a, b) in from_left.iter().zip(&from_right) {
        // Gaps stand where their words end, which differs by a point or two.
        assert!((a.0 - b.0).abs() <= 2 && (a.1 - b.1).abs() <= 1, "{a:?} {b:?}");
    }
    assert_ne!(drawn("en", false), from_right, "control: they do change sides");
}

#[test]
fn a_mirrored_paper_reads_as_it_was_written() {
    let setup = in_language("he");
    let pdf = typeset(&doc(&setup), &setup, &mut Fonts::bundled()).unwrap();
    let Some(text) = read_back("mirrored.pdf", &pdf) else { return };
    let text: String =
        text.chars().filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in ["הסכם אימון", "אברהם בדוי", "Call Mr. X (again", "מותר להקליט", "Zofia Łuczak", "+48 00 000 00 00"]
    {
        assert!(text.contains(words), "{words} in {text}");
    }
    // The papers as they are, to be looked at.
    kept(
        "mirrored-agreement.pdf",
        &typeset(&agreement(&contract(), &setup), &setup, &mut Fonts::bundled()).unwrap().bytes,
    );
    kept(
        "mirrored-summary.pdf",
        &typeset(&session_summary(&john(), &setup), &setup, &mut Fonts::bundled()).unwrap().bytes,
    );
}
