//! Refusals at the door that leave what was typed, and a name that is only ever a name.

use crate::driver::{App, Home};
use crate::steps;
use coachbook_vault::{Argon2Cost, BookPlaces, Passphrase, RandomUids, UidSource};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A phrase nobody uses.
const PHRASE: &str = "walnut ferry cobalt thimble orchard lantern";

/// Makes a book without the window and returns the code on its sheet.
fn make_book(home: &Home) -> String {
    let places = BookPlaces::new(home.data(), home.config());
    let id = RandomUids.next().0.parse().expect("an id for a book");
    let book = places.create_book(id, steps::COACH, &Passphrase::new(PHRASE), Argon2Cost::FLOOR);
    book.expect("a book is made").recovery_code().text().to_string()
}

#[test]
fn the_code_of_another_book_is_refused_and_stays_to_be_looked_at() {
    let (home, other) = (Home::new(), Home::new());
    let (code, foreign) = (make_book(&home), make_book(&other));
    let app = App::start(&home);
    app.button("Use the code on my recovery sheet").click();
    app.field("Code on your recovery sheet").type_text(&foreign);
    app.keys("{Enter}");
    app.wait_text("That recovery code does not open this book.");
    app.wait_text("Check that the sheet is the newest one printed for this book");
    let left = app.field("Code on your recovery sheet").value();
    assert_eq!(left, foreign, "the refused code is gone, and she would type nine groups again");
    app.field("Code on your recovery sheet").replace_text(&code.to_lowercase());
    app.keys("{Enter}");
    app.find("heading", "Choose a new phrase").wait();
    app.find("checkbox", "I have written it down").tick();
    app.button("Keep this phrase").click();
    app.find("heading", "Today").wait();
    app.quit();
    let old = steps::book_of(&home).open_with_phrase(&Passphrase::new(PHRASE), Argon2Cost::FLOOR);
    assert!(old.is_err(), "the old phrase still opens the book");
}

#[test]
fn a_refused_phrase_stays_to_be_mended() {
    let home = Home::new();
    make_book(&home);
    let app = App::start(&home);
    let (beginning, last) = PHRASE.split_at(PHRASE.len() - 1);
    app.field("Your phrase").type_text(beginning);
    app.keys("{Enter}");
    app.wait_text("That phrase does not open this book.");
    app.wait_text("Check capital letters");
    assert_eq!(app.field("Your phrase").value(), beginning, "the refused phrase is gone");
    app.field("Your phrase").click();
    app.keys(&format!("{{End}}{last}{{Enter}}"));
    app.find("heading", "Today").wait();
}

/// How many pictures the page made out of somebody's name. A probe: a picture that does not load is not seen.
fn pictures(app: &App) -> u64 {
    let found = app.execute("return document.querySelectorAll('img[src=\"x\"]').length");
    found.as_u64().expect("a number of elements")
}

#[test]
fn a_name_written_like_a_page_stays_a_name_in_session_and_agreement() {
    let name = "<img src=x onerror=alert(1)>";
    let home = Home::new();
    make_book(&home);
    let app = App::start(&home);
    steps::unlock(&app, PHRASE);
    app.find("heading", "Today").wait();
    steps::add_client(&app, name);
    let is_name_only = |place: &str| {
        app.wait_text(name);
        assert_eq!(pictures(&app), 0, "on {place} the name became a picture");
    };
    is_name_only("the client's page");
    app.find("link", "Clients").click();
    app.find("heading", "Clients").wait();
    is_name_only("the list");
    // A row's link is named with all that stands in it.
    app.find("link", &format!("{name} no session yet")).click();
    app.button("Prepare the agreement").click();
    app.button("Make ready to sign").wait();
    is_name_only("the agreement");
    app.find("link", &format!("Back to {name}")).click();
    steps::start_writing(&app);
    // The bar of a session shows the first word of a name.
    app.wait_text("<img · 1");
    assert_eq!(pictures(&app), 0, "in the session the name became a picture");
    // A probe that never finds anything would prove nothing.
    app.execute("document.body.append(Object.assign(document.createElement('img'), { src: 'x' })); document.body.lastChild.setAttribute('src', 'x')");
    assert_eq!(pictures(&app), 1, "a picture was not noticed");
}

/// A folder nobody may write to, not even root. Given back when the test is over.
struct ReadOnly(PathBuf);

impl ReadOnly {
    /// None when this user may not mount.
    fn over(folder: &Path) -> Option<Self> {
        let mount = |arguments: &[&str]| {
            let done = Command::new("mount").args(arguments).arg(folder).output();
            done.is_ok_and(|done| done.status.success())
        };
        let own = folder.to_str()?;
        let bound = mount(&["--bind", own]).then(|| Self(folder.to_owned()))?;
        mount(&["-o", "remount,ro,bind"]).then_some(bound)
    }
}

impl Drop for ReadOnly {
    fn drop(&mut self) {
        // Lazily, because the app may still be ending.
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

#[test]
fn a_folder_that_may_not_be_written_is_named_and_the_phrase_stays() {
    let home = Home::new();
    make_book(&home);
    let Some(closed) = ReadOnly::over(&home.data()) else {
        eprintln!("skipped: this user may not mount a folder read-only");
        return;
    };
    let app = App::start(&home);
    app.field("Your phrase").type_text(PHRASE);
    app.keys("{Enter}");
    app.wait_text("Coachbook may not write here.");
    app.wait_text("Check that the disk is not write-protected and that the folder belongs to you.");
    assert_eq!(app.field("Your phrase").value(), PHRASE, "what she typed is gone");
    drop(closed);
    app.button("Open my book").click();
    app.wait_no_text("Your book is locked");
    app.find("heading", "Today").wait();
}
