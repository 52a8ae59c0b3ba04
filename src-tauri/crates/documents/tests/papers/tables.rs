//! Texts and tables that do not fit: long words, long rows, long texts.

use coachbook_documents::blocks::*;
use coachbook_documents::{Doc, Fonts, PageSize, placed_text};

use crate::people::*;

fn doc(blocks: Vec<Block>) -> Doc {
    Doc {
        title: "Trial".into(),
        author: "Nobody".into(),
        running_head: "Trial".into(),
        mark: "Confidential".into(),
        watermark: None,
        behind: None,
        blocks,
    }
}

fn table(cells: &[&str]) -> Block {
    let columns = ["First", "Second"].map(|head| Column { head: head.into(), width: Width::Share(1), right: false });
    let row = |text: &&str| Row::Cells(vec![Cell { lines: vec![words(*text)], tick: None }, Cell::default()]);
    Block::Table { columns: columns.to_vec(), rows: cells.iter().map(row).collect() }
}

/// Pages, after checking that nothing stands outside them.
fn placed(blocks: Vec<Block>) -> Vec<String> {
    let text = placed_text(&doc(blocks), &setup(PageSize::A4), &mut Fonts::bundled());
    for line in text.lines().filter(|line| !line.starts_with("==")) {
        let mut numbers = line.split_whitespace().filter_map(|word| word.parse::<f32>().ok());
        let (x, y) = (numbers.next().unwrap(), numbers.next().unwrap());
        assert!((40.0..=560.0).contains(&x) && (20.0..=830.0).contains(&y), "off the page: {line}");
    }
    text.split("== page").skip(1).map(str::to_owned).collect()
}

fn count(pages: &[String], words: &str) -> usize {
    pages.iter().map(|page| page.matches(words).count()).sum()
}

#[test]
fn three_thousand_words_lose_none() {
    let text: String = (0..3000).map(|nth| format!("w{nth}x ")).collect();
    let pages = placed(vec![Block::Para(ParaStyle::Body, words(text))]);
    assert!(pages.len() >= 5, "{}", pages.len());
    for nth in 0..3000 {
        assert_eq!(count(&pages, &format!("w{nth}x")), 1, "word {nth}");
    }
}

#[test]
fn a_long_unbroken_word_is_broken_and_stays_on_the_page() {
    let pages =
        placed(vec![Block::Para(ParaStyle::Body, words("ab".repeat(400))), table(&["cd".repeat(200).as_str()])]);
    let printed = pages.iter().flat_map(|page| page.lines()).filter_map(|line| line.split_whitespace().nth(4));
    let of =
        |set: &str| printed.clone().filter(|word| word.chars().all(|c| set.contains(c))).map(str::len).sum::<usize>();
    assert_eq!((of("ab"), of("cd")), (800, 400));
    assert!(pages[0].matches("abab").count() > 3, "control: more than one line");
}

#[test]
fn a_row_taller_than_a_page_runs_on_and_loses_nothing() {
    let tall: String = (0..900).map(|nth| format!("t{nth}x ")).collect();
    let pages = placed(vec![table(&["before", &tall, "after"])]);
    assert!(pages.len() >= 3);
    for nth in 0..900 {
        assert_eq!(count(&pages, &format!("t{nth}x")), 1, "word {nth}");
    }
    for page in &pages {
        assert!(page.contains("First") && page.contains("Second"), "the head is on every page");
    }
    assert_eq!((count(&pages, "before"), count(&pages, "after")), (1, 1));
}

#[test]
fn a_short_row_is_never_cut() {
    let three = "one\ntwo\nthree\nfour";
    let pages = placed(vec![table(&[three; 40])]);
    assert!(pages.len() > 1, "control: it does need more pages");
    for page in &pages {
        assert_eq!(page.matches(" one\n").count(), page.matches(" four\n").count());
    }
}

#[test]
fn headings_do_not_stand_alone_at_the_foot() {
    for filler in 0..50 {
        let mut blocks = vec![Block::Para(ParaStyle::Body, words("filler\n".repeat(filler) + "end"))];
        blocks.push(Block::Heading { level: 1, number: None, text: "Mark".into() });
        blocks.push(Block::Para(ParaStyle::Body, words("under the heading")));
        blocks.push(Block::Para(ParaStyle::Body, words("and one more")));
        let pages = placed(blocks);
        let home = pages.iter().position(|page| page.contains("Mark")).unwrap();
        assert!(pages[home].contains("under the heading"), "filler {filler}");
    }
}

#[test]
fn blocks_kept_together_are_parted_only_when_no_page_can_hold_them() {
    let lines = |n: usize| (0..n).map(|_| Block::Para(ParaStyle::Body, words("kept"))).collect::<Vec<_>>();
    let filler = || Block::Para(ParaStyle::Body, words("filler\n".repeat(30)));
    let pages = placed(vec![filler(), Block::Keep(lines(20))]);
    assert_eq!((pages[0].matches("kept").count(), pages[1].matches("kept").count()), (0, 20));
    let pages = placed(vec![Block::Keep(lines(80))]);
    assert_eq!(count(&pages, "kept"), 80, "too tall for any page: parted, not lost");
}

#[test]
fn no_item_of_a_list_stands_alone_beyond_a_page_break() {
    for filler in 0..50 {
        let items = (0..4).map(|nth| words(format!("item{nth}"))).collect();
        let pages = placed(vec![
            Block::Para(ParaStyle::Body, words("filler\n".repeat(filler) + "end")),
            Block::BulletList(items),
        ]);
        for page in &pages {
            assert_ne!(page.matches("item").count(), 1, "filler {filler}");
        }
    }
}

#[test]
fn a_paper_of_one_line_sections_fills_its_pages() {
    let section = |nth: usize| {
        let heading = Block::Heading { level: 1, number: None, text: format!("Section {nth}") };
        [heading, Block::Para(ParaStyle::Body, words(format!("The one line of {nth}.")))]
    };
    let doc = trial((1..=24).flat_map(section).collect());
    let placed = placed_text(&doc, &setup(PageSize::A4), &mut Fonts::bundled());
    let pages: Vec<usize> = placed.split("== page").skip(1).map(|page| page.matches("The one line").count()).collect();
    assert_eq!(pages.iter().sum::<usize>(), 24);
    assert!(pages.first().is_some_and(|lines| *lines >= 11), "the first page is left half empty: {pages:?}");
}

#[test]
fn a_list_that_wraps_leaves_no_hole_in_the_one_beside_it() {
    let list = |name: &str, count: usize, long: usize| -> (String, Vec<Line>) {
        let words_of = |nth: usize| if nth == long { "on and on ".repeat(12) } else { String::new() };
        let lines = (0..count).map(|nth| words(format!("{name}{nth} {}", words_of(nth))));
        (format!("List {name}"), lines.collect())
    };
    let at = |pages: &[String], name: &str| -> f32 {
        let line = pages.iter().flat_map(|page| page.lines()).find(|line| line.split_whitespace().nth(4) == Some(name));
        line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or_else(|| panic!("{name} is lost"))
    };
    let pages = placed(vec![Block::TwoColumns { left: list("a", 5, 1), right: list("b", 8, 9) }]);
    let step = at(&pages, "b1") - at(&pages, "b0");
    for nth in 1..8 {
        let down = at(&pages, &format!("b{nth}")) - at(&pages, "b0");
        assert!((down - step * nth as f32).abs() < 0.2, "b{nth} stands {down} below the first");
    }
    assert!(at(&pages, "a2") - at(&pages, "a1") > step + 10.0, "control: the other list wraps");
    // Long lists go on over the pages.
    let pages = placed(vec![Block::TwoColumns { left: list("a", 90, 1), right: list("b", 120, 60) }]);
    assert!(pages.len() > 2, "{}", pages.len());
    for nth in 0..120 {
        assert_eq!(count(&pages, &format!("b{nth} ")) + count(&pages, &format!("b{nth}\n")), 1, "b{nth}");
    }
}
