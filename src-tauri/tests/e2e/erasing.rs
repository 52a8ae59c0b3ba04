//! A client is erased by keyboard alone: not while she is met, not under another name; and afterwards no page of the
//! window, of the book and of a safety copy has a word of her, while another client is whole.

use crate::documents::Documents;
use crate::driver::{App, Home};
use crate::steps;
use coachbook_vault::safety_copies_in;
use laid_bare::{PageKey, hits, snapshot};
use std::fs;
use std::path::{Path, PathBuf};

#[allow(dead_code, reason = "the trials use all of it, the story a part")]
#[path = "../../src/bin/faults/laid_bare.rs"]
mod laid_bare;

const CLIENT: &str = "Kanarina Voliere";
const SAID: &str = "kanarienvogelruf";
const STAYS: &str = "Wiedehopfbrut";

#[test]
fn a_client_is_erased_and_nothing_is_left_but_that_it_was_done() {
    let home = Home::new();
    let stick = Documents::new("erasing-stick");
    let app = App::start(&home);
    app.resize(1280, 720);
    let phrase = steps::start_my_book(&app);
    steps::add_client(&app, "Bela Kitalalt");
    meet(&app, STAYS);
    end(&app);
    steps::add_client(&app, CLIENT);
    meet(&app, SAID);
    app.keys(&format!("half a line of {SAID}"));
    not_while_she_is_met(&app);
    end(&app);
    a_place_for_copies(&app, &stick);
    let copy = only_copy(&home, &stick);
    let earlier = steps::book_of(&home).id().to_string();
    let earlier = home.data().join("books").join(earlier).join("before-2.coachbook");
    fs::copy(&copy, &earlier).expect("a copy as an update leaves one");

    erase(&app);
    nowhere_in_the_window(&app);
    app.quit();
    assert!(!copy.exists() && !earlier.exists(), "a copy from before is still there");
    nowhere_in_the_book(&home, &stick, &phrase);
}

#[track_caller]
fn press(app: &App, name: &str) {
    steps::reach(app, "Tab", name);
    app.keys("{Enter}");
}

/// A session with a line, and what came of it.
#[track_caller]
fn meet(app: &App, word: &str) {
    steps::start_writing(app);
    steps::keep_line(app, &format!("{word} said first"));
    steps::keep_line(app, &format!("> {word} by Friday"));
    app.button("1 action").wait();
}

#[track_caller]
fn end(app: &App) {
    app.button("Close session").click();
    app.find("heading", "Closing").wait();
    app.button("End").click();
    app.wait_text("The session has ended.");
    app.button("Later today").click();
    app.find("heading", "Today").wait();
}

/// From anywhere: everything by name, and the last of the tabs.
#[track_caller]
fn privacy(app: &App) {
    app.keys("{Ctrl+k}");
    steps::wait_caret(app, "What would you like to do?");
    app.type_text("Kanarina");
    app.keys("{Enter}");
    app.find("heading", CLIENT).wait();
    steps::reach(app, "Tab", "Overview");
    app.keys("{Right}{Right}{Right}{Right}");
    app.find("heading", "Erasing").wait();
}

#[track_caller]
fn not_while_she_is_met(app: &App) {
    std::thread::sleep(std::time::Duration::from_millis(700));
    steps::menu(app, "Leave for now");
    app.find("heading", "Today").wait();
    privacy(app);
    press(app, "Erase Kanarina for good …");
    app.wait_text("A session with Kanarina is under way. End it first");
    assert!(!app.button("Erase for good").is_there());
    picture(app, "erasing-being-met");
    app.keys("{Esc}");
    app.find("heading", "Erase Kanarina for good").wait_gone();
    press(app, "Today");
    press(app, "Return to Kanarina");
    steps::assert_caret_in_line(app);
}

#[track_caller]
fn a_place_for_copies(app: &App, stick: &Documents) {
    press(app, "Settings");
    app.find("heading", "Safety copies").wait();
    press(app, "Choose a place");
    app.choose_file(&stick.path(""));
    app.wait_text("Holds everything up to now.");
}

#[track_caller]
fn erase(app: &App) {
    privacy(app);
    press(app, "Erase Kanarina for good …");
    app.wait_text("1 session, 2 lines and 1 thing that came of them.");
    app.wait_text("1 copy from before lies in");
    app.assert_accessible("erasing");
    picture(app, "erasing-sheet");
    acts_stay_in_sight(app);
    let earlier =
        app.find("checkbox", "Delete the book as it was before you opened a safety copy, or before an update");
    assert!(earlier.is_checked());
    steps::reach(app, "Tab", "Delete that copy once the new one is there");
    app.keys("{Space}");
    steps::reach(app, "Tab", "Type Kanarina to go on");
    app.keys("Kanarienvogel{Enter}");
    app.wait_text("That is not the name of this client.");
    picture(app, "erasing-refused");
    steps::reach(app, "Tab", "Type Kanarina to go on");
    app.keys("{Ctrl+a}kanarina{Enter}");
    app.wait_text("The client is erased for good. A safety copy without them is made.");
    app.find("heading", "Clients").wait();
    app.wait_text("Bela Kitalalt");
    picture(app, "erasing-done");
}

/// In a small window with large letters and a long name, too: one part scrolls, and the acts are below it.
#[track_caller]
fn acts_stay_in_sight(app: &App) {
    app.resize(480, 480);
    let seen = app.execute(
        "document.documentElement.dataset.text = '200';
        const sheet = document.querySelector('dialog.erase'), body = sheet.querySelector('.dialog__body');
        const named = [...sheet.querySelectorAll('#erase-title, .erase__named .field__label')];
        named.forEach((one) => one.append(' Waldenburg'.repeat(12)));
        const lowest = Math.max(...[...sheet.querySelectorAll('button')].map((act) => act.getBoundingClientRect().bottom));
        const seen = [body.scrollHeight > body.clientHeight, sheet.scrollHeight <= sheet.clientHeight,
            sheet.scrollWidth <= sheet.clientWidth, body.scrollWidth <= body.clientWidth, lowest <= innerHeight];
        named.forEach((one) => one.lastChild.remove());
        document.documentElement.dataset.text = '100';
        return seen",
    );
    assert_eq!(seen, serde_json::json!([true, true, true, true, true]), "something is out of sight, or scrolls twice");
    app.resize(1280, 720);
}

/// Neither by name nor by the ways back: every address she had says that nobody is there.
#[track_caller]
fn nowhere_in_the_window(app: &App) {
    app.keys("{Ctrl+k}");
    steps::wait_caret(app, "What would you like to do?");
    app.type_text("Kana");
    app.wait_text("Nothing has this name.");
    app.keys("{Esc}");
    for page in [
        "client/2/privacy",
        "access/2",
        "agreement/2",
        "sponsor/2",
        "session/2",
        "session/2/wrap-up",
        "prep/2",
        "paper/session_summary/2",
        "paper/action_plan/2",
    ] {
        app.execute(&format!("location.hash = '#/{page}'"));
        std::thread::sleep(std::time::Duration::from_millis(700));
        let source = app.execute("return document.documentElement.outerHTML").to_string();
        assert!(!source.contains("Kanarina") && !source.contains(SAID), "#/{page} shows her: {}", app.text());
        app.find("heading", "This is not in your book any more").wait();
        picture(app, &format!("erasing-gone-{}", page.replace('/', "-")));
    }
    app.assert_accessible("erasing-gone");
    app.execute("location.hash = '#/'");
    app.find("heading", "Today").wait();
    assert!(!app.text().contains("Kanarina"), "Today shows her");
}

#[track_caller]
fn only_copy(home: &Home, stick: &Documents) -> PathBuf {
    let found = safety_copies_in(&stick.path(""), steps::book_of(home).id()).expect("the stick is there");
    let [copy] = &found[..] else { panic!("one copy, not {found:?}") };
    copy.clone()
}

/// Every page of the book and of the copy is read without the vault and without SQLite.
#[track_caller]
fn nowhere_in_the_book(home: &Home, stick: &Documents, phrase: &str) {
    let mut vault = steps::open_book(home, phrase);
    let names: Vec<_> =
        vault.clients().list().expect("a list").into_iter().map(|row| row.client.fields.display_name).collect();
    assert_eq!(names, ["Bela Kitalalt"]);
    let erased = vault.clients().erased().expect("what is left");
    assert_eq!(erased.iter().map(|left| left.pseudonym.as_str()).collect::<Vec<_>>(), ["Client 002"]);
    let key = PageKey::of_code(&vault.book().recovery_code().text()).expect("the key");
    vault.into_book().lock().1.expect("the book is closed");
    let found = safety_copies_in(&stick.path(""), steps::book_of(home).id()).expect("the stick is there");
    assert!(!found.is_empty(), "no copy was made afterwards");
    let book = database(home);
    let mut places = vec![(book.clone(), key.database(&fs::read(&book).expect("the book")))];
    for copy in found {
        let bytes = fs::read(&copy).expect("a copy");
        places.push((copy, key.database(snapshot(&bytes).expect("a copy as SECURITY.md says"))));
    }
    for (path, pages) in places {
        assert!(hits(&pages, STAYS) > 0, "control: the words of another client are not in {}", path.display());
        for word in [SAID, "Kanarina", "kanarina", "Voliere"] {
            assert_eq!(hits(&pages, word), 0, "“{word}” is in {}", path.display());
        }
    }
}

fn database(home: &Home) -> PathBuf {
    let id = steps::book_of(home).id().to_string();
    home.data().join("books").join(id).join("book.db")
}

/// Keeps a picture where somebody who looks for it has said so.
fn picture(app: &App, name: &str) {
    if let Some(folder) = std::env::var_os("E2E_PICTURES") {
        app.screenshot(&Path::new(&folder).join(format!("{name}.png")));
    }
}
