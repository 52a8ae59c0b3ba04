//! Safety copies, by keyboard: a place is chosen, locking makes a copy there, an empty home gets the book from it, and one
//! act brings back what a copy took the place of.

use crate::driver::{App, Home, PATIENCE, Theme};
use crate::steps;
use coachbook_vault::{Passphrase, Unlock, VaultError, inspect_safety_copy};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Another disk than the one the homes are on. Gone when the story is over.
pub(crate) struct Stick(pub(crate) PathBuf);

impl Stick {
    pub(crate) fn new() -> Self {
        let memory = Path::new("/dev/shm");
        let place = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
        let folder = place.join(format!("coachbook-stick-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a stick");
        Self(folder)
    }

    /// The copies on it, oldest first.
    pub(crate) fn copies(&self) -> Vec<PathBuf> {
        let books = fs::read_dir(&self.0).into_iter().flatten().flatten().map(|entry| entry.path());
        let inside = books.flat_map(|book| fs::read_dir(book).into_iter().flatten().flatten());
        let mut copies: Vec<_> = inside.map(|entry| entry.path()).filter(|path| is_copy(path)).collect();
        copies.sort();
        copies
    }

    /// Waits until there are this many; returns the newest.
    #[track_caller]
    fn wait_for(&self, count: usize) -> PathBuf {
        let waited = Instant::now();
        while self.copies().len() < count {
            assert!(waited.elapsed() < PATIENCE, "there are only {:?}", self.copies());
            std::thread::sleep(Duration::from_millis(50));
        }
        assert_eq!(self.copies().len(), count, "there are more copies than there should be");
        self.copies().pop().expect("a copy")
    }
}

impl Drop for Stick {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn is_copy(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "coachbook")
}

#[track_caller]
pub(crate) fn press(app: &App, name: &str) {
    steps::reach(app, "Tab", name);
    app.keys("{Enter}");
}

#[track_caller]
pub(crate) fn settings(app: &App) {
    press(app, "Settings");
    app.find("heading", "Safety copies").wait();
}

#[test]
fn from_a_place_that_is_chosen_to_an_empty_home_and_back() {
    let stick = Stick::new();
    let home = Home::new();
    let app = App::start(&home);
    app.resize(1280, 720);
    let phrase = steps::start_my_book(&app);
    steps::add_client(&app, "Ana Inventada");
    settings(&app);
    app.wait_text("There is one copy of your book, here.");
    app.assert_accessible("copies-none");
    press(&app, "Choose a place");
    app.close_file_dialog();
    assert!(stick.copies().is_empty(), "a closed dialog made a copy");
    press(&app, "Choose a place");
    app.choose_file(&stick.0);
    app.wait_text("every byte looked at");
    app.wait_text("Holds everything up to now.");
    assert!(!app.text().contains("Your only copy is on this laptop"), "a stick is said to be this laptop");
    stick.wait_for(1);
    app.assert_accessible("copies-chosen");
    picture(&app, "copies-chosen");
    app.wait_text("Not yet. Try it once");
    app.resize(640, 720);
    let fits = app.execute("return document.documentElement.scrollWidth <= window.innerWidth");
    assert_eq!(fits, true, "the copies are wider than a small window");
    picture(&app, "copies-640");
    app.resize(1280, 720);
    the_newest_opens(&app, &phrase);

    steps::add_client(&app, "Béla Kitalált");
    app.keys("{Ctrl+l}");
    steps::wait_locked(&app);
    // She is back before the copy is made: nothing keeps her out.
    steps::unlock(&app, &phrase);
    app.find("heading", "Today").wait();
    let copy = stick.wait_for(2);
    steps::add_client(&app, "Zoé Inventée");
    app.quit();
    assert_eq!(stick.copies().len(), 3, "closing made no copy");
    stick_is_quiet(&stick);
    a_stick_that_is_not_plugged_in(&home, &stick, &phrase);

    in_an_empty_home(&copy, &phrase);
}

/// The drill: the phrase is typed, and what is in the copy is said.
#[track_caller]
fn the_newest_opens(app: &App, phrase: &str) {
    press(app, "See that the newest copy opens");
    steps::reach(app, "Tab", "Phrase or code");
    app.type_text("words of another book entirely");
    app.keys("{Enter}");
    app.wait_text("That phrase does not open this book.");
    steps::reach(app, "Shift+Tab", "Phrase or code");
    app.keys("{Ctrl+a}");
    app.type_text(phrase);
    app.keys("{Enter}");
    app.wait_text("It opens, and all of it is whole.");
    app.wait_text("It holds 1 client, no sessions, no papers and no scans.");
    app.assert_accessible("copies-checked");
    picture(app, "copies-checked");
}

#[track_caller]
fn a_stick_that_is_not_plugged_in(home: &Home, stick: &Stick, phrase: &str) {
    let away = stick.0.with_extension("away");
    fs::rename(&stick.0, &away).expect("the stick is pulled");
    let app = App::start(home);
    steps::unlock(&app, phrase);
    app.wait_text("The place for your safety copies can't be reached.");
    picture(&app, "copies-today");
    settings(&app);
    app.wait_text("Plug in the disk it is on.");
    press(&app, "Copy now");
    app.wait_text("This place can't be reached now.");
    app.assert_accessible("copies-away");
    picture(&app, "copies-away");
    fs::rename(&away, &stick.0).expect("the stick is plugged in");
    press(&app, "Copy now");
    app.wait_text("Holds everything up to now.");
}

const OTHER_WORDS: &str = "granite velvet otter sonnet harbour plum";

#[track_caller]
fn opens(copy: &Path, words: &str) -> bool {
    match inspect_safety_copy(copy, &Unlock::Phrase(&Passphrase::new(words))) {
        Ok(_) => true,
        Err(VaultError::WrongPhrase) => false,
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn a_new_phrase_is_taken_to_the_copies_and_a_new_code_makes_one_at_once() {
    let stick = Stick::new();
    let home = Home::new();
    let app = App::start(&home);
    app.resize(1280, 720);
    let phrase = steps::start_my_book(&app);
    settings(&app);
    press(&app, "Choose a place");
    app.choose_file(&stick.0);
    app.wait_text("Holds everything up to now.");
    let first = stick.wait_for(1);
    assert!(opens(&first, &phrase) && !opens(&first, OTHER_WORDS), "control");

    press(&app, "Change the phrase");
    steps::wait_caret(&app, "Your present phrase");
    app.keys(&phrase);
    press(&app, "Write my own");
    steps::wait_caret(&app, "Your own phrase");
    app.keys(OTHER_WORDS);
    steps::reach(&app, "Tab", "The same phrase once more");
    app.keys(&format!("{OTHER_WORDS}{{Enter}}"));
    app.find("heading", "Your phrase is changed").wait();
    app.wait_text("1 safety copy opens with the new phrase, too.");
    picture(&app, "keys-phrase-changed");
    assert!(opens(&first, OTHER_WORDS) && !opens(&first, &phrase), "the copy keeps the old phrase");

    app.keys("{Tab}{Enter}");
    app.find("heading", "Settings").wait();
    press(&app, "Make a new code");
    steps::wait_caret(&app, "Your phrase");
    app.keys(&format!("{OTHER_WORDS}{{Enter}}"));
    app.find("heading", "Your recovery sheet").wait();
    app.wait_text("A safety copy under the new code is made. 1 older copy opens only with the old sheet.");
    stick.wait_for(2);
    press(&app, "Later");
    app.find("heading", "Today").wait();
    settings(&app);
    app.wait_text("1 safety copy here is from before your new recovery code.");
    app.assert_accessible("copies-older");
    press(&app, "Delete them for good");
    app.wait_text("The copies from before your new code are deleted.");
    let newest = stick.wait_for(1);
    assert!(newest != first && opens(&newest, OTHER_WORDS));
}

/// Nothing half written stays on it.
#[track_caller]
fn stick_is_quiet(stick: &Stick) {
    let books = fs::read_dir(&stick.0).expect("the stick").flatten();
    for book in books {
        for entry in fs::read_dir(book.path()).expect("a folder of copies").flatten() {
            assert!(is_copy(&entry.path()) || entry.path().is_dir(), "{} was left behind", entry.path().display());
        }
    }
}

fn in_an_empty_home(copy: &Path, phrase: &str) {
    let home = Home::with_theme(Theme::Dark);
    let app = App::start(&home);
    app.resize(1280, 720);
    bring_back(&app, copy, phrase);
    app.find("heading", "Today").wait();
    steps::add_client(&app, "Later Person");
    let clients = |app: &App| {
        app.find("link", "Clients").click();
        app.find("heading", "Clients").wait();
        app.wait_text("Béla Kitalált");
        app.text()
    };
    assert!(clients(&app).contains("Later Person"));
    app.keys("{Ctrl+l}");
    steps::wait_locked(&app);

    bring_back(&app, copy, phrase);
    app.find("heading", "Today").wait();
    assert!(!clients(&app).contains("Later Person"), "the copy did not take the book's place");
    settings(&app);
    app.wait_text("The book as it was before you opened a safety copy is kept.");
    steps::reach(&app, "Tab", "Bring it back");
    picture(&app, "copies-undo");
    app.keys("{Enter}");
    steps::wait_locked(&app);
    steps::unlock(&app, phrase);
    app.find("heading", "Today").wait();
    assert!(clients(&app).contains("Later Person"), "the book as it was before did not come back");
}

/// From Start: the phrase, the file, what it will bring, and only then the book.
#[track_caller]
fn bring_back(app: &App, copy: &Path, phrase: &str) {
    press(app, "Open a safety copy");
    steps::wait_caret(app, "Phrase or code");
    app.type_text(phrase);
    app.keys("{Enter}");
    app.choose_file(copy);
    app.wait_text("This safety copy is whole.");
    app.wait_text("It holds 2 clients, no sessions, no papers and no scans.");
    assert!(!app.button("Lock").is_there(), "the book is open before it was wanted");
    app.assert_accessible("copy-contents");
    picture(app, "copy-contents");
    press(app, "Bring this book back");
}

/// Keeps a picture where somebody who looks for it has said so.
fn picture(app: &App, name: &str) {
    if let Some(folder) = std::env::var_os("E2E_PICTURES") {
        app.screenshot(&PathBuf::from(folder).join(format!("{name}.png")));
    }
}
