//! Trials of the layout with texts nobody would choose: in every script, of any length, and meant to do harm.
//! What must hold: every mark inside its page, no word lost or said twice, pages numbered, nothing torn that belongs
//! together.

use chrono::NaiveDate;

use super::place::{Item, Mark, Placed};
use super::sheet::Sheet;
use super::{layout, look};
use crate::blocks::*;
use crate::fonts::Fonts;
use crate::paper::{DateStyle, Letterhead, PageSize, PaperSetup};
use crate::stationery::{HeadStyle, Margins, Stationery};

/// A small generator with a seed, so that a failure comes again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        // Knuth's multiplier; the high bits are the good ones.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % sides.max(1)
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.roll(of.len())]
    }
}

const WORDS: [&str; 18] = [
    "coaching",
    "Żółć",
    "Zusammensetzung",
    "ответственность",
    "Ψυχή",
    "العمل",
    "الخيالي،",
    "שלום",
    "(בדיקה)",
    "व्यक्ति",
    "👩\u{200d}👩\u{200d}👧",
    "e\u{301}",
    "a\u{202e}b",
    "x\u{2066}y",
    "12:30",
    "tab\there",
    "Đặng",
    "\u{200b}",
];

/// Words of many scripts, each followed by a numbered one that is looked for on the pages.
struct Writer {
    dice: Dice,
    written: usize,
}

impl Writer {
    fn text(&mut self, count: usize) -> String {
        let mut text = String::new();
        for _ in 0..count {
            self.written += 1;
            let between = self.dice.pick(&[" ", " ", " ", "\n", "  "]);
            text.push_str(&format!("{} q{}z{between}", self.dice.pick(&WORDS), self.written));
        }
        if self.dice.roll(12) == 0 {
            text.push_str(&"W".repeat(self.dice.roll(600)));
        }
        text
    }

    fn line(&mut self, most: usize) -> Line {
        let count = 1 + self.dice.roll(most);
        words(self.text(count))
    }

    fn lines(&mut self, most: usize) -> Vec<Line> {
        (0..1 + self.dice.roll(8)).map(|_| self.line(most)).collect()
    }

    fn table(&mut self) -> Block {
        let widths = [Width::Points(40), Width::Points(70), Width::Share(1), Width::Share(3)];
        let count = 1 + self.dice.roll(4);
        let columns: Vec<Column> = (0..count)
            .map(|_| Column { head: self.text(1), width: self.dice.pick(&widths), right: self.dice.roll(4) == 0 })
            .collect();
        // A narrow cell with many words is taller than a page.
        let rows = (0..self.dice.roll(30)).map(|_| {
            let most = self.dice.pick(&[2, 2, 2, 2, 8, 90]);
            Row::Cells((0..count).map(|_| Cell { lines: vec![self.line(most)], tick: None }).collect())
        });
        let rows = rows.collect();
        Block::Table { columns, rows }
    }

    fn stationery(&mut self) -> Stationery {
        let (side, top, bottom) = (self.dice.pick(&[0, 70, 900]), self.dice.pick(&[0, 66]), self.dice.pick(&[0, 74]));
        Stationery {
            head: self.dice.pick(&[HeadStyle::Split, HeadStyle::Centred, HeadStyle::Quiet]),
            margins: self.dice.pick(&[Margins::default(), Margins { side, top, bottom }]),
            large_print: self.dice.roll(3) == 0,
            ..Stationery::default()
        }
    }

    fn block(&mut self) -> Block {
        match self.dice.roll(14) {
            0 => Block::Title { text: self.text(3), under: Some(self.text(2)) },
            1 | 2 => Block::Heading { level: 1, number: Some("7".into()), text: self.text(3) },
            3 => Block::Para(ParaStyle::Label, self.line(4)),
            4 | 5 => Block::Para(ParaStyle::Body, self.line(200)),
            6 => Block::BulletList(self.lines(20)),
            7 => Block::NumberedList { start: 98, items: self.lines(9) },
            8 => Block::KeyValue((0..self.dice.roll(5)).map(|_| (self.text(2), self.line(40))).collect()),
            9 => self.table(),
            10 => Block::TwoColumns { left: (self.text(2), self.lines(30)), right: (self.text(1), self.lines(9)) },
            12 => Block::Head {
                logo: None,
                names: vec![self.text(2), self.text(4)],
                contact: vec![self.text(3), self.text(1), self.text(9)],
            },
            11 => Block::Tick { ticked: true, line: self.line(30) },
            _ => Block::Keep((0..self.dice.roll(3)).map(|_| Block::Para(ParaStyle::Lead, self.line(30))).collect()),
        }
    }
}

fn setup(size: PageSize, language: &str) -> PaperSetup {
    let generated_on = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    let letterhead = Letterhead { coach_name: "Zofia Łuczak".into(), ..Letterhead::default() };
    PaperSetup {
        size,
        language: language.into(),
        generated_on,
        date_style: DateStyle::Iso,
        letterhead,
        stationery: Stationery::default(),
    }
}

fn doc(blocks: Vec<Block>) -> Doc {
    Doc {
        title: "Trial".into(),
        author: "Nobody".into(),
        running_head: "WWWWWWWW ".repeat(20),
        mark: "Confidential".into(),
        watermark: None,
        behind: None,
        blocks,
    }
}

fn place(blocks: Vec<Block>, setup: &PaperSetup) -> Placed {
    let placed = layout(&doc(blocks), setup, &mut Fonts::bundled());
    let strays = strays(&placed, setup);
    assert!(strays.is_empty(), "{strays:#?}");
    placed
}

/// What stands outside the page or its margins, or in the room of head and foot.
fn strays(placed: &Placed, setup: &PaperSetup) -> Vec<String> {
    let sheet = Sheet::of(setup);
    let (area, scale, height) = (sheet.area(), sheet.scale, placed.size.1);
    let (first, last) = (area.left * scale, (area.left + sheet.measure()) * scale);
    let mut found = Vec::new();
    for (page, items) in placed.pages.iter().enumerate() {
        for item in items {
            let (left, right) = edges(item);
            // A hyphen hangs out, as does a heading's number; no more than that.
            let hang = (look::NUMBER_HANG + 1.0) * scale;
            let sides = left >= first - hang && right <= last + hang;
            let text = item.top() >= (area.top - 6.0) * scale && item.bottom() <= (area.bottom + 6.0) * scale;
            let is_in_place = item.node.is_none() || text;
            if !sides || !is_in_place || item.top() < 10.0 || item.bottom() > height - 10.0 {
                found.push(format!("page {} of {}: {:?}", page + 1, placed.pages.len(), item.mark));
            }
        }
    }
    found
}

/// Where an item's ink lies, without the white space at either end.
fn edges(item: &Item) -> (f32, f32) {
    let Mark::Glyphs(run) = &item.mark else { return item.sides() };
    let (mut x, mut left, mut right) = (run.x, f32::INFINITY, f32::NEG_INFINITY);
    for cluster in &run.clusters {
        let glyphs = &run.glyphs[cluster.glyphs.start as usize..cluster.glyphs.end as usize];
        let wide: f32 = glyphs.iter().map(|glyph| glyph.advance).sum();
        if !run.text[cluster.text.start as usize..cluster.text.end as usize].trim().is_empty() {
            (left, right) = (left.min(x), right.max(x + wide));
        }
        x += wide;
    }
    if left > right { (run.x, run.x) } else { (left, right) }
}

/// What a page says, in order, as somebody who copies it would get it.
fn said(items: &[Item]) -> String {
    let mut out = String::new();
    for item in items {
        let Mark::Glyphs(run) = &item.mark else { continue };
        let mut clusters: Vec<_> = run.clusters.iter().collect();
        clusters.sort_by_key(|cluster| cluster.text.start);
        for cluster in clusters {
            let range = cluster.says.as_ref().unwrap_or(&cluster.text);
            out.push_str(&run.text[range.start as usize..range.end as usize]);
        }
    }
    out
}

fn sorted(mut letters: Vec<char>) -> Vec<char> {
    letters.sort_unstable();
    letters
}

fn check(blocks: Vec<Block>, written: usize, setup: &PaperSetup, what: &str) {
    let placed = place(blocks, setup);
    let pages: Vec<String> = placed.pages.iter().map(|page| said(page)).collect();
    let whole: String = placed
        .pages
        .iter()
        .map(|page| said(&page.iter().filter(|i| i.node.is_some()).cloned().collect::<Vec<_>>()))
        .collect();
    for number in 1..=written {
        assert_eq!(whole.matches(&format!("q{number}z")).count(), 1, "{what}: word {number} of {written}");
    }
    for (nth, page) in pages.iter().enumerate() {
        let labels = setup.labels();
        let number = [("n", &*(nth + 1).to_string()), ("count", &*pages.len().to_string())];
        let number = labels.fill(labels.page, &number);
        let tail: Vec<char> = page.chars().rev().take(number.chars().count()).collect();
        // Words of both directions stand in the order they are drawn in.
        assert_eq!(sorted(tail), sorted(number.chars().collect()), "{what}: {page}");
    }
}

#[test]
fn any_paper_in_any_script_stays_on_its_pages_and_loses_no_word() {
    for seed in 0..40 {
        let mut writer = Writer { dice: Dice(seed), written: 0 };
        let blocks = (0..1 + writer.dice.roll(12)).map(|_| writer.block()).collect();
        let size = writer.dice.pick(&[PageSize::A4, PageSize::Letter]);
        let language = writer.dice.pick(&["en", "de", "he", "ar", "pl"]);
        let stationery = writer.stationery();
        let setup = PaperSetup { stationery, ..setup(size, language) };
        check(blocks, writer.written, &setup, &format!("seed {seed}, {language}, {stationery:?}"));
    }
}

#[test]
fn control_the_checks_see_a_stray_and_a_loss() {
    let setup = setup(PageSize::A4, "en");
    let mut placed = place(vec![Block::Para(ParaStyle::Body, words("q1z"))], &setup);
    placed.pages[0][0].shift(500.0, 0.0);
    assert_eq!(strays(&placed, &setup).len(), 1);
    placed.pages[0][0].shift(-500.0, 760.0);
    assert_eq!(strays(&placed, &setup).len(), 1);
    let lost = std::panic::catch_unwind(|| check(vec![Block::Para(ParaStyle::Body, words("q1z"))], 2, &setup, "lost"));
    assert!(lost.is_err());
}

#[test]
fn a_megabyte_in_one_field_is_a_long_paper() {
    let mut writer = Writer { dice: Dice(7), written: 0 };
    let mut text = String::new();
    while text.len() < 1_000_000 {
        text.push_str(&writer.text(2_000));
        text.push(' ');
    }
    let setup = setup(PageSize::A4, "de");
    let column = |width| Column { head: "Head".into(), width, right: false };
    let fields: [fn(Line) -> Block; 4] = [
        |line| Block::Para(ParaStyle::Body, line),
        |line| Block::KeyValue(vec![("Label".into(), line)]),
        |line| Block::Tick { ticked: false, line },
        |line| Block::TwoColumns { left: ("Left".into(), vec![line]), right: ("Right".into(), Vec::new()) },
    ];
    for (nth, field) in fields.into_iter().enumerate() {
        // The others are cut the same way, whatever the length: a part of it shows as much, sooner.
        let (part, looked_for) =
            if nth == 0 { (text.as_str(), 200) } else { (&text[..text.floor_char_boundary(90_000)], 0) };
        check(vec![field(words(part))], looked_for, &setup, &format!("field {nth}"));
    }
    let rows = vec![Row::Cells(vec![Cell::default(), Cell { lines: vec![words(text)], tick: None }])];
    let table = Block::Table { columns: vec![column(Width::Share(1)), column(Width::Points(90))], rows };
    check(vec![table], 0, &setup, "a cell");
}

#[test]
fn one_word_without_end_is_broken_and_kept() {
    let setup = setup(PageSize::Letter, "en");
    for word in ["W".repeat(500), "a".repeat(200_000), "ش".repeat(3_000), "漢".repeat(500), "-".repeat(700)] {
        let count = word.chars().count();
        let letter = word.chars().next().unwrap();
        let mut fonts = Fonts::bundled();
        let running = Doc { running_head: "Trial".into(), ..doc(vec![Block::Para(ParaStyle::Body, words(word))]) };
        let placed = layout(&running, &setup, &mut fonts);
        assert!(strays(&placed, &setup).is_empty(), "{letter}");
        if placed.missing.is_empty() {
            let body = placed.pages.iter().flatten().filter(|item| item.node.is_some()).cloned().collect::<Vec<_>>();
            assert_eq!(said(&body).matches(letter).count(), count, "{letter}");
        }
    }
}

#[test]
fn a_head_no_page_can_hold_comes_once_and_whole() {
    let mut writer = Writer { dice: Dice(3), written: 0 };
    let long: String = (0..40).map(|_| writer.text(20).replace('W', "")).collect();
    let rows = (0..30).map(|_| Row::Cells(vec![Cell { lines: vec![writer.line(4)], tick: None }])).collect();
    let columns = vec![Column { head: long, width: Width::Points(120), right: false }];
    let written = writer.written;
    check(vec![Block::Table { columns, rows }], written, &setup(PageSize::A4, "en"), "a tall head");
}

#[test]
fn signatures_are_never_torn_wherever_they_come_to_stand() {
    let setup = setup(PageSize::A4, "pl");
    let mut moved = 0;
    for lines in 0..60 {
        let signer = |role: &str, name: Option<&str>| Signer { role: role.into(), name: name.map(str::to_owned) };
        let signers = vec![signer("Coach", Some("Zofia Łuczak")), signer("Client", None), signer("Sponsor", None)];
        let blocks =
            vec![Block::Para(ParaStyle::Body, words("line\n".repeat(lines) + "end")), Block::Signatures(signers)];
        let placed = place(blocks, &setup);
        let pages: Vec<String> = placed.pages.iter().map(|page| said(page)).collect();
        let home = pages.iter().position(|page| page.contains("Coach")).unwrap();
        moved += home;
        let labels = setup.labels();
        let under = [labels.name_in_print, labels.signature, labels.place, labels.date_label].map(|label| (label, 3));
        for (words, count) in [("Client", 1), ("Sponsor", 1)].into_iter().chain(under) {
            assert_eq!(pages[home].matches(words).count(), count, "{words} with {lines} lines above");
        }
    }
    assert!(moved > 5, "control: some had to move");
}

#[test]
fn no_line_of_a_paragraph_stands_alone_and_headings_take_two_along() {
    let setup = setup(PageSize::A4, "en");
    for filler in 0..60 {
        let lines = |word: &str| Block::Para(ParaStyle::Body, words([word; 5].join("\n")));
        let blocks = vec![
            Block::Para(ParaStyle::Body, words("line\n".repeat(filler) + "end")),
            Block::Heading { level: 1, number: Some("1".into()), text: "Heading".into() },
            lines("first"),
            lines("second"),
        ];
        let placed = place(blocks, &setup);
        for page in &placed.pages {
            let text = said(page);
            for word in ["first", "second"] {
                assert_ne!(text.matches(word).count(), 1, "{word}, {filler}");
                assert_ne!(text.matches(word).count(), 4, "{word}, {filler}");
            }
            assert!(!text.contains("Heading") || text.matches("first").count() >= 2, "{filler}");
        }
    }
}
