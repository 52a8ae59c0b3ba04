//! Papers beyond the first four, and how all of them look: a logo and a colour of her own, the coach's copy of a
//! session, a form to fill in by hand, and the log of hours as a table.

use crate::driver::{App, Home, PATIENCE};
use crate::steps;
use std::{fs, path::Path, time::Duration};

const CLIENT: &str = "Zofia Żółkiewska-Przykładowa";
/// A picture of one colour, which no paper has once the accent is another one.
const LOGO: &[u8] = include_bytes!("../../crates/documents/tests/papers/pictures/green.jpg");
const ACCENT: &str = "#b0005c";

/// Returns how many dots of the first page have about this colour; none before it is drawn.
#[track_caller]
fn dots(app: &App, [red, green, blue]: [u8; 3]) -> i64 {
    let script = format!(
        "const done = arguments[0]; const page = document.querySelector('.paper__sheet'); if (!page) return done(0);\
         page.decode().then(() => {{\
           const canvas = document.createElement('canvas'); canvas.width = 600; canvas.height = 850;\
           const pen = canvas.getContext('2d'); pen.drawImage(page, 0, 0, 600, 850);\
           const dots = pen.getImageData(0, 0, 600, 850).data; let found = 0;\
           for (let at = 0; at < dots.length; at += 4) {{\
             const off = Math.abs(dots[at] - {red}) + Math.abs(dots[at + 1] - {green}) + Math.abs(dots[at + 2] - {blue});\
             if (off < 60) found += 1;\
           }}\
           done(found);\
         }}, (fault) => done(String(fault)))"
    );
    app.execute_async(&script).as_i64().expect("a number of dots")
}

/// Waits until the page beside the settings has more dots of a colour than `than`.
#[track_caller]
fn wait_for_dots(app: &App, colour: [u8; 3], than: i64) {
    wait_for_page(app, &format!("shows {colour:?}"), |app| dots(app, colour) > than);
}

/// Waits until the page beside the settings has no more dots of a colour than it had without the logo.
#[track_caller]
fn wait_for_page_without(app: &App, colour: [u8; 3], before: i64) {
    let drawn = |app: &App| app.execute("return !!document.querySelector('.paper__sheet')") == true;
    wait_for_page(app, &format!("no longer shows {colour:?}"), |app| drawn(app) && dots(app, colour) <= before + 50);
}

#[track_caller]
fn wait_for_page(app: &App, what: &str, is_so: impl Fn(&App) -> bool) {
    let began = std::time::Instant::now();
    while !is_so(app) {
        assert!(began.elapsed() < PATIENCE, "the page beside the settings never {what}");
        std::thread::sleep(Duration::from_millis(200));
    }
}

#[test]
fn a_logo_and_a_colour_stand_on_every_paper_and_more_papers_are_behind_one_door() {
    let home = Home::new();
    let app = App::start(&home);
    app.resize(1280, 900);
    steps::start_my_book(&app);
    her_own_stationery(&app, &home);
    steps::add_client(&app, CLIENT);
    app.find("tab", "Sessions").click();
    app.field("Minutes").replace_text("50");
    app.button("Wrap it up").click();
    app.wait_text("You wrote nothing, and that is fine.");
    app.button("Finish").click();
    app.button("Reopen").wait();
    more_papers(&app);
    the_log_as_a_table(&app, &home);
    named_once_she_agreed(&app, &home);
}

#[track_caller]
fn her_own_stationery(app: &App, home: &Home) {
    let (green, accent) = ([28, 91, 70], [0xb0, 0x00, 0x5c]);
    app.find("link", "Settings").click();
    app.find("heading", "Your papers").wait();
    steps::click_when_there(app, "[name=head][value=centred]");
    let no_accent = dots(app, accent);
    // The colour is chosen in a dialog of the system's, which gives it to the field.
    app.execute(&format!(
        "const field = document.querySelector('[name=accent]'); field.value = '{ACCENT}';\
         field.dispatchEvent(new Event('change', {{ bubbles: true }}))"
    ));
    wait_for_dots(app, accent, no_accent + 50);
    let no_logo = dots(app, green);
    refused_in_words(app, home);
    let logo = home.path("Documents/logo.jpg");
    fs::write(&logo, LOGO).expect("a logo");
    app.button("Choose a logo…").click();
    app.choose_file(&logo);
    wait_for_dots(app, green, no_logo + 50);
    app.assert_accessible("settings-papers");
    app.button("Remove the logo").click();
    app.wait_text("The logo is removed.");
    // Only a page drawn without it can show that it is back.
    wait_for_page_without(app, green, no_logo);
    app.button("Undo").click();
    app.button("Choose another…").wait();
    wait_for_dots(app, green, no_logo + 50);
    a_drawing(app, home);
}

/// The window draws an SVG once; what it drew stands on papers like any picture.
#[track_caller]
fn a_drawing(app: &App, home: &Home) {
    let (drawing, blue) = (home.path("Documents/drawing.svg"), [28, 91, 156]);
    let rectangle = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 80' width='200' height='80'>\
                     <rect width='200' height='80' fill='rgb(28,91,156)'/></svg>";
    fs::write(&drawing, rectangle).expect("a drawing");
    let none = dots(app, blue);
    app.button("Choose another…").click();
    app.choose_file(&drawing);
    wait_for_dots(app, blue, none + 50);
}

#[track_caller]
fn refused_in_words(app: &App, home: &Home) {
    let drawing = home.path("Documents/logo.svg");
    fs::write(&drawing, "<svg xmlns='http://www.w3.org/2000/svg' <").expect("a broken drawing");
    app.button("Choose a logo…").click();
    app.choose_file(&drawing);
    app.wait_text("That drawing could not be drawn.");
    app.wait_text("Save it as a PNG");
}

/// Behind the door: her own copy, and a form, each shown and left again.
#[track_caller]
fn more_papers(app: &App) {
    app.execute("location.hash = '#/client/1/papers'");
    app.wait_text("More papers");
    assert!(!app.find("link", "Preview: Session record").is_there(), "the door stands open");
    steps::click_when_there(app, ".papers__more > summary");
    app.wait_text("Session record");
    app.assert_accessible("more-papers");
    app.find("link", "Preview: Session record").click();
    app.find("heading", "Session record").wait();
    steps::assert_pages_drawn(app);
    app.wait_text("It is for nobody else.");
    app.button("Back").click();
    app.find("link", "Preview: Blank form").wait();
    app.field("Which form").choose("GROW sheet");
    app.find("link", "Preview: Blank form").click();
    app.find("heading", "GROW sheet").wait();
    assert_eq!(steps::assert_pages_drawn(app), 2);
    app.button("Back").click();
    app.find("link", &format!("Prepare: Everything kept about {}", "Zofia")).click();
    app.wait_text("No record names anybody the client speaks of.");
    app.button("Show the paper").click();
    steps::assert_pages_drawn(app);
    app.assert_accessible("access");
}

#[track_caller]
fn the_log_as_a_table(app: &App, home: &Home) {
    app.find("link", "Settings").click();
    app.find("link", "Papers of my practice").click();
    app.wait_text("For 1 client nobody has said who pays");
    app.assert_accessible("practice-papers");
    app.find("link", "Preview: Continuity sheet").click();
    app.find("heading", "Continuity sheet").wait();
    assert_eq!(steps::assert_pages_drawn(app), 2);
    app.button("Back").click();
    app.find("link", "Preview: Coaching hours log").click();
    app.find("heading", "Coaching hours log").wait();
    steps::assert_pages_drawn(app);
    app.button("Save as CSV…").click();
    let table = home.path("Documents/hours.csv");
    app.choose_file(&table);
    app.wait_text("Kept as hours.csv.");
    assert!(said(&table).starts_with("\u{feff}No.,Client,"), "no table was saved");
    assert!(!said(&table).contains("Zofia"), "the log names a client who was not asked");
}

/// The client agrees, and it is said who pays: her hours are in the log now, under her name.
#[track_caller]
fn named_once_she_agreed(app: &App, home: &Home) {
    app.execute("location.hash = '#/client/1/privacy'");
    app.button("Yes, in writing").click();
    app.wait_text("They agreed to be named in the log of your hours.");
    app.assert_accessible("privacy-log");
    app.find("tab", "Overview").click();
    app.button("Change the programme").click();
    app.field("Who pays").choose("The client");
    app.button("Save").click();
    app.button("Change the programme").wait();
    app.execute("location.hash = '#/practice-papers'");
    app.wait_text("1 client is named in it.");
    app.find("link", "Preview: Coaching hours log").click();
    app.button("Save as CSV…").click();
    let table = home.path("Documents/hours-named.csv");
    app.choose_file(&table);
    app.wait_text("Kept as hours-named.csv.");
    assert!(said(&table).contains(CLIENT) && said(&table).contains("0.83"), "not in the log: {}", said(&table));
    app.execute("location.hash = '#/client/1/privacy'");
    app.button("They took it back").click();
    app.wait_text("They are not named in the log of your hours.");
    app.execute("location.hash = '#/practice-papers'");
    app.wait_text("1 client has not agreed to be named");
}

/// By keyboard alone: Ctrl+K, a few letters of the paper, and of the client where she is not at one.
#[test]
fn a_paper_is_found_by_name_from_today_and_from_the_client() {
    let home = Home::new();
    let app = App::start(&home);
    app.resize(1280, 800);
    steps::start_my_book(&app);
    steps::add_client(&app, "Béla Kitalált");
    steps::add_client(&app, CLIENT);
    app.button("Prepare the agreement").click();
    app.find("heading", "Coaching agreement").wait();
    app.find("link", "Today").click();
    app.find("heading", "Today").wait();
    by_name(&app, "action pl");
    steps::wait_caret(&app, "Action plan: for which client?");
    app.assert_accessible("everything-for-whom");
    app.keys("zof{Enter}");
    app.find("heading", "Action plan").wait();
    steps::assert_pages_drawn(&app);
    by_name(&app, "zofia");
    app.find("tab", "Overview").wait();
    by_name(&app, "recording");
    app.find("heading", "Recording consent").wait();
    steps::assert_pages_drawn(&app);
}

#[track_caller]
fn by_name(app: &App, letters: &str) {
    app.keys("{Ctrl+k}");
    steps::wait_caret(app, "What would you like to do?");
    app.type_text(letters);
    app.keys("{Enter}");
}

#[test]
fn a_sponsor_is_told_what_the_client_approved() {
    let home = Home::new();
    let app = App::start(&home);
    app.resize(1280, 900);
    steps::start_my_book(&app);
    steps::add_client(&app, CLIENT);
    app.button("Prepare the agreement").click();
    app.find("heading", "Coaching agreement").wait();
    app.execute("location.hash = '#/client/1'");
    app.button("Change the programme").click();
    app.field("Sponsor, if there is one").type_text("Example Works Ltd");
    app.field("Who signs for the sponsor").type_text("Ines Example");
    app.field("Who pays").choose("A sponsor");
    app.button("Save").click();
    app.wait_text("Example Works Ltd, Ines Example");
    app.find("tab", "Sessions").click();
    app.field("Minutes").replace_text("50");
    app.button("Wrap it up").click();
    app.button("Finish").click();
    app.button("Reopen").wait();
    app.execute("location.hash = '#/client/1/papers'");
    steps::click_when_there(&app, ".papers__more > summary");
    app.find("link", "Prepare: Report to the sponsor").click();
    app.field("Progress").type_text("She speaks in every meeting now.");
    steps::set_date(&app, "From", "2026-01-01");
    app.wait_text("A first and a last day are needed.");
    steps::set_date(&app, "Until", "2026-12-31");
    app.wait_text("Not approved yet.");
    steps::assert_pages_drawn(&app);
    app.assert_accessible("sponsor-report");
    app.button("The client approved it").click();
    app.wait_text("The report may go to the sponsor.");
    steps::assert_pages_drawn(&app);
    app.field("Progress").type_text(" Mostly.");
    app.keys("{Tab}");
    app.wait_text("They are to be approved anew.");
}

fn said(file: &Path) -> String {
    fs::read_to_string(file).expect("a table of words")
}
