//! Keys changed by keyboard alone: other words for the lock, another code for the sheet, and what no longer opens.

use crate::driver::{App, Home};
use crate::steps;
use coachbook_vault::{Argon2Cost, BookPlaces, Passphrase, RandomUids, RecoveryCode, UidSource, VaultError};
use std::time::{Duration, Instant};

pub(crate) const BEFORE: &str = "walnut ferry cobalt thimble orchard lantern";
const AFTER: &str = "granite velvet otter sonnet harbour plum";

/// Makes a book without the window and returns the code on its sheet.
pub(crate) fn make_book(home: &Home) -> String {
    let places = BookPlaces::new(home.data(), home.config());
    let id = RandomUids.next().0.parse().expect("an id for a book");
    let book = places.create_book(id, steps::COACH, &Passphrase::new(BEFORE), Argon2Cost::FLOOR);
    book.expect("a book is made").recovery_code().text().to_string()
}

/// Goes to a link of the settings with keys alone and follows it.
#[track_caller]
fn follow(app: &App, link: &str) {
    if app.focused().1 != "Settings" {
        steps::reach(app, "Tab", "Settings");
    }
    app.keys("{Enter}");
    app.find("heading", "Settings").wait();
    steps::reach(app, "Tab", link);
    app.keys("{Enter}");
}

fn opens_by_code(home: &Home, code: &str) -> Result<(), VaultError> {
    let code = RecoveryCode::parse(code).expect("a code as it is printed");
    steps::book_of(home).open_with_code(&code).map(drop)
}

#[test]
fn another_phrase_and_another_code_by_keyboard_and_the_old_ones_are_void() {
    let home = Home::new();
    let first_code = make_book(&home);
    let app = App::start(&home);
    steps::unlock(&app, BEFORE);
    app.find("heading", "Today").wait();
    change_the_phrase(&app);
    app.quit();

    let app = App::start(&home);
    steps::wait_caret(&app, "Your phrase");
    app.keys(&format!("{BEFORE}{{Enter}}"));
    app.wait_text("That phrase does not open this book.");
    app.field("Your phrase").replace_text(AFTER);
    app.keys("{Enter}");
    app.find("heading", "Today").wait();
    renew_the_code(&app);
    app.quit();

    assert_eq!(opens_by_code(&home, &first_code), Err(VaultError::WrongCode));
    let second_code = steps::open_book(&home, AFTER).into_book().recovery_code().text().to_string();
    assert_ne!(second_code, first_code);
    let app = App::start(&home);
    app.button("Use the code on my recovery sheet").click();
    app.field("Code on your recovery sheet").type_text(&first_code);
    app.keys("{Enter}");
    app.wait_text("That recovery code does not open this book.");
    app.wait_text("a new code makes the older sheets void");
    app.field("Code on your recovery sheet").replace_text(&second_code);
    app.keys("{Enter}");
    app.find("heading", "Choose a new phrase").wait();
}

#[track_caller]
fn change_the_phrase(app: &App) {
    follow(app, "Change the phrase");
    steps::wait_caret(app, "Your present phrase");
    app.keys(BEFORE);
    steps::reach(app, "Tab", "Write my own");
    app.keys("{Enter}");
    steps::wait_caret(app, "Your own phrase");
    app.keys(AFTER);
    steps::reach(app, "Tab", "The same phrase once more");
    app.keys(&format!("{AFTER}{{Enter}}"));
    app.find("heading", "Your phrase is changed").wait();
    app.wait_text("they open your book from now on, and the old ones do not");
    app.keys("{Tab}{Enter}");
    app.find("heading", "Settings").wait();
}

/// Makes a new code; the sheet with it is shown.
#[track_caller]
fn renew_the_code(app: &App) {
    follow(app, "Make a new code");
    steps::wait_caret(app, "Your phrase");
    app.keys(&format!("{AFTER}{{Enter}}"));
    app.find("heading", "Your recovery sheet").wait();
    app.wait_text("Your book has a new code.");
    steps::assert_pages_drawn(app);
}

#[test]
fn after_three_wrong_phrases_the_lock_rests_and_says_for_how_long() {
    let home = Home::new();
    make_book(&home);
    let app = App::start(&home);
    wrong_until_it_rests(&app);
    app.wait_text("seconds left.");
    app.wait_text("You can try again now.");
    // The next rest is long enough for all that is typed in it, on a slow machine, too.
    wrong_until_it_rests(&app);
    // Enter on the right words does nothing while the lock rests.
    app.field("Your phrase").replace_text(BEFORE);
    app.keys("{Enter}");
    app.wait_text("You can try again now.");
    assert!(app.text().contains("Your book is locked"));
    app.field("Your phrase").click();
    app.keys("{Enter}");
    app.find("heading", "Today").wait();
}

/// Answers look alike, so each is given the time an answer takes; on a slow machine some keys meet an open question.
#[track_caller]
fn wrong_until_it_rests(app: &App) {
    for _ in 0..10 {
        app.field("Your phrase").replace_text("not these words");
        app.keys("{Enter}");
        let asked = Instant::now();
        while asked.elapsed() < Duration::from_secs(2) {
            if app.text().contains("The lock rests after several wrong phrases.") {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
    panic!("the lock does not rest after ten wrong phrases");
}

/// Pastes into a field and returns what came, or nothing after a while.
#[track_caller]
fn pasted(app: &App, field: &str) -> String {
    app.field(field).click();
    app.keys("{Ctrl+a}{Ctrl+v}");
    let pasted = Instant::now();
    while app.field(field).value().is_empty() && pasted.elapsed() < Duration::from_secs(5) {
        std::thread::sleep(Duration::from_millis(50));
    }
    app.field(field).value()
}

#[test]
fn what_was_copied_leaves_the_clipboard_when_the_book_is_locked() {
    steps::once_more_if_the_driver_is_lost(|| {
        let home = Home::new();
        make_book(&home);
        let app = App::start(&home);
        steps::unlock(&app, BEFORE);
        app.find("heading", "Today").wait();
        app.execute("window.__TAURI_INTERNALS__.invoke('copy_text', { text: 'what she said' })");
        app.find("link", "Clients").click();
        app.button("Add a client").click();
        assert_eq!(pasted(&app, "Name or code"), "what she said", "control");
        app.field("Name or code").replace_text("x");
        app.keys("{Esc}{Ctrl+l}");
        steps::wait_locked(&app);
        assert_eq!(pasted(&app, "Your phrase"), "");
    });
}
