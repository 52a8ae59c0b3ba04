//! What a person does again and again, in her words: start a book, add a client, begin a session, keep a line.

use crate::driver::{App, Home, PATIENCE};
use coachbook_vault::{Argon2Cost, BookPlaces, LockedBook, Passphrase, RandomUids, SystemClock, Vault, VaultError};

/// What opening a book may cost at the least; a book says itself what its phrase costs.
pub(crate) const QUICK: Argon2Cost = Argon2Cost::FLOOR;

/// The coach of the tests.
pub(crate) const COACH: &str = "Ada Lindqvist";

/// Starts a book with the phrase the window offers, and leaves the recovery sheet for later. Returns the phrase.
#[track_caller]
pub(crate) fn start_my_book(app: &App) -> String {
    app.button("Start my book").click();
    app.field("Your name").type_text(COACH);
    let phrase = offered_phrase(app);
    app.find("checkbox", "I have written it down").tick();
    app.button("Make my book").click();
    app.find("heading", "Your recovery sheet").wait();
    app.button("Later").click();
    app.find("heading", "Today").wait();
    phrase
}

/// Reads the phrase off the screen: it stands above the sentence that says to write it down.
#[track_caller]
fn offered_phrase(app: &App) -> String {
    let below = "Write them on paper before you go on.";
    // The box comes with the phrase.
    app.find("checkbox", "I have written it down").wait();
    let screen = app.text().split_whitespace().collect::<Vec<_>>().join(" ");
    let above = screen.split_once(below).map_or("", |(above, _)| above);
    let phrase = above.rsplit_once("The words that lock your book").map_or("", |(_, phrase)| phrase).trim().to_owned();
    assert!(phrase.split(' ').count() >= 5, "no phrase of several words was offered, but “{phrase}”");
    phrase
}

/// Waits until the book is locked and its new window is drawn.
///
/// By the words first: asked for a role or a name while the old window's process is ended, WebKitGTK's own automation
/// ends the whole app (2.50.6: `std::optional<String>` of a reply that will not come). A person never asks that.
#[track_caller]
pub(crate) fn wait_locked(app: &App) {
    app.wait_text("Your book is locked");
    app.find("heading", "Your book is locked").wait();
}

/// Opens the locked book with a phrase.
#[track_caller]
pub(crate) fn unlock(app: &App, phrase: &str) {
    app.field("Your phrase").type_text(phrase);
    app.keys("{Enter}");
    app.find("heading", "Your book is locked").wait_gone();
}

/// Adds a client by name and stands on the client's page.
#[track_caller]
pub(crate) fn add_client(app: &App, name: &str) {
    app.find("link", "Clients").click();
    app.find("heading", "Clients").wait();
    app.button("Add a client").click();
    app.field("Name or code").type_text(name);
    app.keys("{Enter}");
    app.find("heading", name).wait();
    app.find("tab", "Overview").wait();
}

/// Begins a session from the client's page; the opening list is there.
#[track_caller]
pub(crate) fn start_session(app: &App) {
    app.button("Start session").click();
    app.find("heading", "Opening").wait();
}

/// Begins a session and goes straight to the writing line.
#[track_caller]
pub(crate) fn start_writing(app: &App) {
    start_session(app);
    app.keys("{Esc}");
    app.find("heading", "Focus for today").wait();
    app.keys("{Esc}");
    assert_caret_in_line(app);
}

/// Types a line and keeps it.
#[track_caller]
pub(crate) fn keep_line(app: &App, words: &str) {
    app.type_text(words);
    app.keys("{Enter}");
}

/// Fails unless the next key goes into the writing line.
#[track_caller]
pub(crate) fn assert_caret_in_line(app: &App) {
    app.field("Writing line").wait();
    let focused = app.focused();
    assert_eq!(focused.1, "Writing line", "the caret is not in the writing line but in {focused:?}");
}

/// Waits until the next key goes into the field with this name.
#[track_caller]
pub(crate) fn wait_caret(app: &App, field: &str) {
    let waited = std::time::Instant::now();
    while !is_called(&app.focused().1, field) {
        assert!(waited.elapsed() < PATIENCE, "the caret is not in “{field}” but in {:?}", app.focused());
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

/// Returns whether this is the name, before what the web view adds to it: the words, hint or choice a field shows.
pub(crate) fn is_called(here: &str, name: &str) -> bool {
    here == name || here.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '))
}

/// Presses Tab or Shift+Tab until the focus is where it is wanted.
#[track_caller]
pub(crate) fn reach(app: &App, key: &str, name: &str) {
    for _ in 0..200 {
        if is_called(&app.focused().1, name) {
            return;
        }
        app.keys(&format!("{{{key}}}"));
    }
    panic!("{key} never came to “{name}”");
}

/// Waits for a paper's preview; no page of it may stay blank and no character may be missing. Returns its pages.
#[track_caller]
pub(crate) fn assert_pages_drawn(app: &App) -> usize {
    let began = std::time::Instant::now();
    let drawn = loop {
        // Pages are drawn as they come into sight: each is turned to.
        let drawn = app.execute_async(
            "const done = arguments[0], drawn = [], pause = () => new Promise((on) => setTimeout(on, 50));\
             (async () => {\
               for (const page of document.querySelectorAll('.paper__page')) {\
                 page.scrollIntoView({ block: 'center' });\
                 const until = Date.now() + 8000;\
                 while (!page.querySelector('.paper__sheet') && Date.now() < until) await pause();\
                 const sheet = page.querySelector('.paper__sheet');\
                 drawn.push(!!sheet && await sheet.decode().then(() => sheet.naturalWidth > 0, () => false));\
               }\
               done(drawn);\
             })()",
        );
        if drawn.as_array().is_some_and(|pages| !pages.is_empty()) || began.elapsed().as_secs() > 30 {
            break drawn;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    };
    let pages = drawn.as_array().expect("a list of pages");
    assert!(!pages.is_empty() && pages.iter().all(|page| page == true), "a page of the preview stays blank: {drawn}");
    let text = app.text();
    assert!(!text.contains("These characters cannot be printed"), "the preview says what it cannot print: {text}");
    pages.len()
}

/// Returns the one book of a home, locked.
#[track_caller]
pub(crate) fn book_of(home: &Home) -> LockedBook {
    let mut books = BookPlaces::new(home.data(), home.config()).books().expect("the books of this home are listed");
    assert_eq!(books.len(), 1, "there is more or less than one book in this home");
    books.remove(0)
}

/// Opens the book of a home in the test's own process, when the app has ended.
#[track_caller]
pub(crate) fn open_book(home: &Home, phrase: &str) -> Vault {
    let began = std::time::Instant::now();
    let book = loop {
        match book_of(home).open_with_phrase(&Passphrase::new(phrase), Argon2Cost::FLOOR) {
            Ok(book) => break book,
            // A killed program is gone before the last of its threads is, and its lock with that one.
            Err(VaultError::AlreadyOpen) if began.elapsed().as_secs() < 5 => {
                std::thread::sleep(std::time::Duration::from_millis(50));
            }
            Err(error) => panic!("the book does not open with the phrase it was made with: {error}"),
        }
    };
    Vault::new(book, Box::new(SystemClock), Box::new(RandomUids))
}

/// Prepares the agreement, leaves every gap as a line to write on, and makes it ready.
#[track_caller]
pub(crate) fn issue_agreement(app: &App) {
    app.button("Prepare the agreement").click();
    issue(app);
}

/// Leaves every gap of the agreement that is open as a line to write on, and makes it ready.
#[track_caller]
pub(crate) fn issue(app: &App) {
    app.button("Make ready to sign").click();
    // Each click goes on to the next gap, until there is none.
    let leave = app.button("Leave as a line to write on");
    while !app.text().contains("Every gap is filled or left as a line.") {
        if leave.is_there() {
            leave.click();
        }
    }
    app.button("Make ready to sign").click();
    app.wait_text("Its words do not change any more.");
    app.button("Close").click();
}

/// Prepares the agreement, leaves every gap as a line to write on, makes it ready and notes that it was signed today.
#[track_caller]
pub(crate) fn sign_agreement(app: &App, client: &str) {
    issue_agreement(app);
    app.button("Note the day").click();
    app.wait_text("Signed on paper on");
    app.find("link", &format!("Back to {client}")).click();
    app.find("heading", client).wait();
}

/// Chooses something behind the three dots of the session's bar.
#[track_caller]
pub(crate) fn menu(app: &App, item: &str) {
    app.button("More").click();
    app.button(item).click();
}

/// Types a day into a date field, which takes year, month and day each in its own part.
#[track_caller]
pub(crate) fn set_date(app: &App, label: &str, day: &str) {
    app.field(label).click();
    let [year, month, date] = day.split('-').collect::<Vec<_>>()[..] else { panic!("{day} is no day") };
    // A click lands in any of the parts, the month is the first, and none goes on to the next by itself.
    app.keys(&format!("{{Left}}{{Left}}{month}{{Tab}}{date}{{Tab}}{year}{{Tab}}"));
    assert_eq!(app.field(label).value(), day, "{label} does not hold the day that was typed");
}

/// Clicks what a selector finds, once it is drawn: for a link whose name stands on the page more than once.
#[track_caller]
pub(crate) fn click_when_there(app: &App, css: &str) {
    let began = std::time::Instant::now();
    let click = format!("const found = document.querySelector('{css}'); found?.click(); return !!found");
    while app.execute(&click) != true {
        assert!(began.elapsed() < PATIENCE, "nothing is {css}");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

/// Runs a story in which the window is made anew; once more if the driver lost the window and the app did not.
pub(crate) fn once_more_if_the_driver_is_lost(story: impl Fn()) {
    let Err(why) = std::panic::catch_unwind(std::panic::AssertUnwindSafe(&story)) else { return };
    let words = why.downcast_ref::<String>().map_or("", String::as_str);
    if !words.contains(crate::driver::DRIVER_LOST) {
        std::panic::resume_unwind(why);
    }
    eprintln!("the driver lost its session: once more");
    story();
}

#[test]
fn only_a_lost_driver_is_forgiven_and_only_once() {
    let tried = std::cell::Cell::new(0);
    let failing = |words: &'static str| {
        tried.set(0);
        let story = || {
            tried.set(tried.get() + 1);
            panic!("{words}{}", "");
        };
        let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| once_more_if_the_driver_is_lost(story)));
        (outcome.is_err(), tried.get())
    };
    assert_eq!(failing(crate::driver::DRIVER_LOST), (true, 2));
    assert_eq!(failing("the words are gone"), (true, 1));
}
