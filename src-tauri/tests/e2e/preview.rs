//! A paper as it will be handed over: sizes, small pages, words found, what to look at first; and printed through the
//! system's own dialog, page for page what is saved.

use crate::driver::{App, Home, PATIENCE};
use crate::steps;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::Command;

/// An agreement of several pages on the screen, a draft with open gaps.
fn agreement(home: &Home) -> App {
    let app = App::start(home);
    steps::start_my_book(&app);
    steps::add_client(&app, "Mira Holm");
    app.button("Prepare the agreement").click();
    app.wait_text("Still open");
    app.find("link", "Preview").click();
    app.wait_text("Page 1 of");
    app
}

#[test]
fn what_is_printed_is_what_is_saved() {
    let home = Home::new();
    let app = agreement(&home);
    let a4 = saved_and_printed(&app, &home, "a4");
    assert_same_pages(&a4, "595");
    assert_controls_fail(&a4);
    app.execute("location.hash = '#/settings'");
    app.field("Paper size").choose("Letter");
    app.wait_text("Saved");
    app.execute("location.hash = '#/paper/agreement/1'");
    app.wait_text("Page 1 of");
    let letter = saved_and_printed(&app, &home, "letter");
    assert_same_pages(&letter, "612");
    assert!(!are_the_same(&a4.0, &letter.1, 1), "control: another size of paper");
}

#[test]
fn a_print_dialog_closed_without_an_answer_changes_nothing() {
    let home = Home::new();
    let app = agreement(&home);
    app.keys("{Ctrl+p}");
    app.close_print_dialog();
    app.wait_text("Page 1 of");
    assert!(!app.text().contains("could not print"), "closing a dialog is no failure: {}", app.text());
    assert!(app.button("Print…").is_enabled());
}

/// The paper on the screen, saved by *Save as…* and printed by *Print…*.
fn saved_and_printed(app: &App, home: &Home, name: &str) -> (PathBuf, PathBuf) {
    let saved = home.path(&format!("{name}.pdf"));
    app.button("Save as…").click();
    app.choose_file(&saved);
    app.wait_text(&format!("Kept as {name}.pdf."));
    app.button("Print…").click();
    let printed = app.print_to_file(&home.path("Documents"));
    let kept = home.path(&format!("{name}-printed.pdf"));
    std::fs::rename(&printed, &kept).expect("the printed file is kept");
    (saved, kept)
}

#[track_caller]
fn assert_same_pages((saved, printed): &(PathBuf, PathBuf), width: &str) {
    let (pages, size) = told(saved);
    assert!(pages > 2, "control: there are pages to compare");
    let (printed_pages, printed_size) = told(printed);
    assert_eq!(printed_pages, pages, "as many pages, no blank one among them");
    assert!(size.starts_with(width) && printed_size.starts_with(width), "{size} printed on {printed_size}");
    for page in 1..=pages {
        assert!(are_the_same(saved, printed, page), "page {page} is printed otherwise than it is saved");
    }
}

/// The comparison sees another page, and the same one printed smaller or elsewhere.
fn assert_controls_fail((saved, printed): &(PathBuf, PathBuf)) {
    let (first, second) = (picture(saved, 1), picture(printed, 2));
    for (what, other) in [
        ("another page", second),
        ("moved by less than a millimetre", first.moved(3)),
        ("at 94 %", first.smaller(0.94)),
    ] {
        let apart = first.apart(&other);
        eprintln!("control, {what}: {:.0} %", apart * 100.0);
        assert!(apart > 5.0 * BOUND, "control: {what}");
    }
    assert!(first.apart(&first.clone()) < f64::EPSILON);
}

/// Share of the ink of two pages that has none beside it on the other.
const BOUND: f64 = 0.05;

fn are_the_same(one: &Path, other: &Path, page: usize) -> bool {
    let apart = picture(one, page).apart(&picture(other, page));
    eprintln!("page {page}: {:.2} % of the ink stands elsewhere", apart * 100.0);
    apart < BOUND
}

/// A page in grey, as darkness, a hundred dots to the inch.
#[derive(Clone)]
struct Picture {
    width: usize,
    height: usize,
    ink: Vec<u8>,
}

impl Picture {
    fn at(&self, x: usize, y: usize) -> u8 {
        if x < self.width { self.ink.get(y * self.width + x).copied().unwrap_or(0) } else { 0 }
    }

    /// Two programs draw the edge of a letter a little differently: ink counts as there with some in a dot next to it.
    fn apart(&self, other: &Self) -> f64 {
        let sizes = (self.width.abs_diff(other.width), self.height.abs_diff(other.height));
        if sizes.0 > 1 || sizes.1 > 1 {
            return 1.0;
        }
        let (ink, elsewhere) = [(self, other), (other, self)]
            .into_iter()
            .map(|(one, two)| one.without(two))
            .fold((0.0, 0.0), |(ink, elsewhere), (all, left)| (ink + all, elsewhere + left));
        elsewhere / f64::max(ink, 1.0)
    }

    /// All the ink of this page, and what of it is left over where the other has none.
    fn without(&self, other: &Self) -> (f64, f64) {
        let mut sums = (0.0, 0.0);
        for (x, y) in (0..self.height).flat_map(|y| (0..self.width).map(move |x| (x, y))) {
            let ink = self.at(x, y);
            let around = (y.saturating_sub(1)..y + 2).flat_map(|y| (x.saturating_sub(1)..x + 2).map(move |x| (x, y)));
            let there = around.map(|(x, y)| other.at(x, y)).max().unwrap_or(0);
            sums = (sums.0 + f64::from(ink), sums.1 + f64::from(ink.saturating_sub(there)));
        }
        sums
    }

    fn drawn(&self, from: impl Fn(usize, usize) -> (usize, usize)) -> Self {
        let places = (0..self.height).flat_map(|y| (0..self.width).map(move |x| (x, y)));
        let ink = places.map(|(x, y)| from(x, y)).map(|(x, y)| self.at(x, y)).collect();
        Self { ink, ..*self }
    }

    fn moved(&self, by: usize) -> Self {
        self.drawn(|x, y| (x + by, y + by))
    }

    fn smaller(&self, scale: f64) -> Self {
        self.drawn(|x, y| ((x as f64 / scale) as usize, (y as f64 / scale) as usize))
    }
}

fn picture(pdf: &Path, page: usize) -> Picture {
    let page = page.to_string();
    let made = Command::new("pdftoppm").args(["-r", "100", "-gray", "-f", &page, "-l", &page]).arg(pdf).output();
    let made = made.expect("pdftoppm runs (Debian: poppler-utils)").stdout;
    // A picture in grey begins with three lines: its kind, its size, its white.
    let mut lines = made.splitn(4, |byte| *byte == b'\n');
    let mut line = || String::from_utf8_lossy(lines.next().unwrap_or_default()).into_owned();
    assert_eq!(line(), "P5");
    let size: Vec<usize> = line().split(' ').map(|side| side.parse().expect("a size")).collect();
    line();
    let ink = lines.next().unwrap_or_default().iter().map(|grey| 255 - grey).collect();
    Picture { width: size[0], height: size[1], ink }
}

/// How many pages a file has, and how large they are.
fn told(pdf: &Path) -> (usize, String) {
    let output = Command::new("pdfinfo").arg(pdf).output().expect("pdfinfo runs (Debian: poppler-utils)");
    let output = String::from_utf8_lossy(&output.stdout).into_owned();
    let after = |name: &str| {
        let line = output.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap_or_default().trim().to_owned()
    };
    (after("Pages:").parse().expect("a number of pages"), after("Page size:"))
}

#[test]
fn words_are_found_and_pages_turned_by_keys_alone() {
    let home = Home::new();
    let app = agreement(&home);
    app.assert_accessible("the paper's page");
    app.keys("{Ctrl+f}");
    steps::wait_caret(&app, "Find in this paper");
    app.keys("CONFIDENTIAL");
    app.wait_text("1 of 2");
    let [x, y, width, height] = marked(&app);
    assert!(width > 20.0 && height > 6.0, "the word is marked: {x} {y} {width} {height}");
    app.assert_accessible("words found");
    app.keys("{Enter}");
    app.wait_text("2 of 2");
    app.keys("{Shift+Enter}");
    app.wait_text("1 of 2");
    app.keys("{Ctrl+a}nowhere to be found");
    app.wait_text("Not in it");
    app.keys("{Esc}");
    app.wait_no_text("Not in it");
    app.execute("document.querySelector('.thumbs__one[aria-current]').focus()");
    app.keys("{Home}{Down}{Down}");
    assert_eq!(app.focused(), ("button".to_owned(), "Page 3 of 4".to_owned()));
    wait_reading(&app, "3");
    app.keys("{End}");
    wait_reading(&app, "4");
    app.keys("{Home}");
    wait_reading(&app, "1");
}

#[test]
fn pages_grow_and_shrink_without_moving_the_acts() {
    let home = Home::new();
    let app = agreement(&home);
    let wide = || app.execute("return document.querySelector('.paper__leaf').getBoundingClientRect().width").as_f64();
    let acts = app.button("Print…").place();
    let fits = wide();
    app.keys("{Ctrl+0}");
    app.field("Size of the pages").choose("100 %");
    assert_eq!(wide().map(|width| (width * 0.75).round()), Some(595.0), "true size");
    app.keys("{Ctrl+=}");
    assert_eq!(wide().map(|width| (width * 0.75 / 1.25).round()), Some(595.0), "125 %");
    for _ in 0..8 {
        app.keys("{Ctrl+=}");
    }
    assert_eq!(wide().map(|width| (width * 0.75 / 2.0).round()), Some(595.0), "no larger than twice");
    assert_eq!(app.button("Print…").place(), acts, "the acts stay where they are");
    assert_eq!(app.execute("return document.documentElement.scrollWidth > innerWidth"), json!(false));
    app.field("Size of the pages").choose("Whole page");
    let inside = "const leaf = document.querySelector('.paper__leaf').getBoundingClientRect(), view = document.querySelector('.paper__view').getBoundingClientRect(); return leaf.height <= view.height";
    assert_eq!(app.execute(inside), json!(true), "a whole page is in view");
    app.keys("{Ctrl+0}");
    assert_eq!(wide(), fits);
    assert_eq!(app.button("Print…").place(), acts);
}

#[test]
fn what_is_open_leads_back_to_its_gap() {
    let home = Home::new();
    let app = agreement(&home);
    app.wait_text("gaps are still open.");
    app.find("link", "Ways of working").click();
    app.wait_text("Still open");
    steps::wait_caret(&app, "Ways of working");
}

fn marked(app: &App) -> [f64; 4] {
    let place = app.execute(
        "const at = document.querySelector('.paper__hit--here').getBoundingClientRect(), view = document.querySelector('.paper__view').getBoundingClientRect();\
         return at.top >= view.top && at.bottom <= view.bottom ? [at.x, at.y, at.width, at.height] : null",
    );
    let place: Vec<f64> =
        place.as_array().expect("it is in view").iter().filter_map(serde_json::Value::as_f64).collect();
    place.try_into().expect("four sides")
}

#[track_caller]
fn wait_reading(app: &App, page: &str) {
    let begun = std::time::Instant::now();
    let read = "return document.querySelector('.thumbs__one[aria-current]').textContent.trim()";
    while app.execute(read) != json!(page) {
        assert!(begun.elapsed() < PATIENCE, "page {page} is not turned to: {}", app.execute(read));
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}
