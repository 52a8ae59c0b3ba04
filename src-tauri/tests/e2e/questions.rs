//! The question bank by keyboard alone: made hers, filled with a word, searched in place, and another model.

use crate::driver::{App, Home};
use crate::steps::{self, reach};
use coachbook_core::question::{Aside, QuestionSettings};

const FOLLOWS: &str = "What follows if nothing changes?";
const KNOW: &str = "How do you know?";
const SNAG: &str = "What is the real snag?";
const OWN: &str = "Who told you so?";

#[test]
fn the_question_bank_by_keyboard() {
    let home = Home::new().set("TZ", "UTC");
    let app = App::start(&home);
    app.resize(1280, 960);
    let phrase = steps::start_my_book(&app);
    steps::add_client(&app, "Nadia Berg");
    steps::start_writing(&app);
    app.keys("{Ctrl+2}");
    steps::keep_line(&app, "boss keeps \"grilling\" her on every point");
    making_it_hers(&app);
    using_it(&app);
    leave(&app);
    another_model(&app);
    closed_for_good(&app);
    leave(&app);
    settings(&app);
    noted_and_seen_afterwards(&app);
    app.quit();
    assert_kept(&home, &phrase);
}

/// Favourite, hidden, set aside, own, in her order; the column shows it at once.
fn making_it_hers(app: &App) {
    assert!(app.button(KNOW).is_there(), "the column has the usual first ones");
    find(app, "follows nothing", FOLLOWS);
    app.keys("f");
    app.button(FOLLOWS).nth(1).wait();
    find(app, "how know", KNOW);
    app.keys("h");
    app.button(KNOW).wait_gone();
    find(app, "snag", SNAG);
    app.keys("c");
    app.button(SNAG).nth(1).wait();
    reach(app, "Shift+Tab", "Write a question");
    app.keys("{Enter}");
    steps::wait_caret(app, "Your question");
    app.type_text(OWN);
    app.assert_accessible("the bank, with a question being written");
    app.keys("{Enter}");
    wait_on(app, OWN);
    app.keys("f{Alt+Up}");
    app.button(OWN).nth(1).wait();
    app.keys("{Esc}");
    steps::assert_caret_in_line(app);
    let column: Vec<String> = app.names(".side__question").into_iter().map(|(_, name)| name).collect();
    assert_eq!(column[0], SNAG, "set aside for her comes first: {column:?}");
    assert!(column[1..3].contains(&FOLLOWS.to_owned()) && column[1..3].contains(&OWN.to_owned()), "{column:?}");
    assert!(!column.contains(&KNOW.to_owned()), "hidden ones do not stand there: {column:?}");
}

/// A word of the last line stands in the question, and never in the writing line; `?` finds in place.
fn using_it(app: &App) {
    find(app, "mean by", "What do you mean by “grilling”?");
    app.keys("{Enter}");
    steps::assert_caret_in_line(app);
    assert_eq!(app.field("Writing line").value(), "", "using a question never inserts its text");
    app.type_text("?know");
    assert!(!app.find("option", &format!("R {KNOW}")).is_there(), "a hidden question is not offered");
    app.keys("{Ctrl+a}{Delete}");
    app.type_text("?told you");
    app.keys("{Enter}");
    assert_eq!(app.field("Writing line").value(), "");
    app.type_text("?and your sister");
    app.keys("{Enter}");
    app.wait_text("and your sister");
}

/// A programme has a model of its own: its letters, its digits, and closing after its last phase.
fn another_model(app: &App) {
    steps::add_client(app, "Omar Lund");
    // The programme begins with its agreement.
    reach(app, "Tab", "Prepare the agreement");
    app.keys("{Enter}");
    app.find("link", "Back to Omar Lund").wait();
    reach(app, "Shift+Tab", "Back to Omar Lund");
    app.keys("{Enter}");
    app.button("Change the programme").wait();
    reach(app, "Tab", "Change the programme");
    app.keys("{Enter}");
    reach(app, "Tab", "Coaching model");
    app.keys("OSK");
    reach(app, "Tab", "Save");
    app.keys("{Enter}");
    app.wait_text("OSKAR");
    steps::start_writing(app);
    for (digit, phase) in [(1, "Outcome"), (3, "Know-how"), (5, "Review")] {
        app.keys(&format!("{{Ctrl+{digit}}}"));
        let pressed = || app.button(phase).attribute("aria-pressed").as_deref() == Some("true");
        assert!((0..40).any(|_| pressed() || pause()), "Ctrl+{digit} is not {phase}");
    }
    assert!(!app.button(SNAG).is_there(), "what was set aside for one client is not another's");
    app.keys("{Ctrl+6}");
    app.find("heading", "Closing").wait();
    app.keys("{Esc}");
}

/// Closed for good, the column leaves the letters and *What else?*.
fn closed_for_good(app: &App) {
    reach(app, "Shift+Tab", "More");
    app.keys("{Enter}");
    reach(app, "Tab", "Close the column");
    app.keys("{Enter}");
    app.button("All questions").wait_gone();
    steps::assert_caret_in_line(app);
    assert!(app.button("What else?").is_there());
    assert_eq!(app.names(".side__question").len(), 0);
}

/// The column comes back and the log is switched on in Settings; a phase gets another word.
fn settings(app: &App) {
    app.find("link", "Settings").click();
    app.find("heading", "Questions and models").wait();
    app.assert_accessible("the settings of questions and models");
    reach(app, "Tab", "Word for W");
    app.keys("{Ctrl+a}");
    app.type_text("Will");
    for switch in ["Show the column of questions", "Note which questions I use"] {
        reach(app, "Tab", switch);
        app.keys("{Space}");
        app.wait_text("Saved");
    }
}

/// What is asked while the log is on is seen beside the reflection, and nothing of it during the session.
fn noted_and_seen_afterwards(app: &App) {
    app.find("link", "Today").click();
    reach(app, "Tab", "Return to Omar");
    app.keys("{Enter}");
    // Nothing was written yet, so it opens as at the beginning.
    app.find("heading", "Opening").wait();
    app.keys("{Esc}{Esc}");
    steps::assert_caret_in_line(app);
    app.keys("{Ctrl+3}");
    app.type_text("?look from the other chair");
    app.keys("{Enter}{Ctrl+e}{Ctrl+6}");
    app.find("heading", "Closing").wait();
    assert!(!app.text().contains("Questions used"));
    reach(app, "Tab", "End");
    app.keys("{Enter}");
    app.wait_text("The session has ended.");
    reach(app, "Tab", "Wrap up now");
    app.keys("{Enter}");
    app.wait_text("Questions used");
}

fn leave(app: &App) {
    reach(app, "Shift+Tab", "More");
    app.keys("{Enter}");
    reach(app, "Tab", "Leave for now");
    app.keys("{Enter}");
    app.find("heading", "Today").wait();
}

fn assert_kept(home: &Home, phrase: &str) {
    let mut vault = steps::open_book(home, phrase);
    let own = vault.questions().own().unwrap();
    assert_eq!((own[0].text.as_str(), own[0].phase.as_str()), (OWN, "R"));
    let clients = vault.clients().list().unwrap();
    let nadia = clients.iter().find(|row| row.client.fields.display_name == "Nadia Berg").unwrap().client.id;
    let session = vault.sessions().list_of_client(nadia).unwrap()[0].id;
    let choices = vault.questions().choices(Some(session)).unwrap();
    assert_eq!(choices.hidden, ["R-21"]);
    assert!(choices.favourites.contains(&"R-49".to_owned()) && choices.favourites.contains(&own[0].key));
    assert_eq!(choices.aside, [("R-46".to_owned(), Aside::Client)]);
    assert!(choices.is_placed(&own[0].key), "Alt and an arrow gave it a place");
    let logged = QuestionSettings { log_uses: true, ..QuestionSettings::default() };
    assert_eq!(vault.questions().settings().unwrap(), logged, "closed in the session, opened in Settings");
    assert_eq!(vault.questions().labels().unwrap()[0].label, "Will");
    assert_eq!(vault.questions().uses(session).unwrap(), [], "nothing is logged before she switches it on");
    let omar = clients.iter().find(|row| row.client.id != nadia).unwrap().client.id;
    let later = vault.sessions().list_of_client(omar).unwrap()[0].id;
    let uses = vault.questions().uses(later).unwrap();
    let seen: Vec<_> = uses.iter().map(|one| (one.key.as_deref(), one.model.as_str(), one.phase.as_str())).collect();
    assert_eq!(seen, [(Some("R-36"), "OSKAR", "K"), (None, "OSKAR", "K")]);
    let notes = vault.sessions().get(session).unwrap().notes;
    let texts: Vec<&str> = notes.iter().map(|note| note.fields.text.as_str()).collect();
    assert_eq!(texts, ["boss keeps \"grilling\" her on every point", "and your sister"], "no question was inserted");
}

/// Opens the bank if it is not, searches in it, and stands on the one question found.
#[track_caller]
fn find(app: &App, letters: &str, name: &str) {
    if !app.find("heading", "All questions").is_there() {
        reach(app, "Shift+Tab", "All questions");
        app.keys("{Enter}");
    } else {
        reach(app, "Shift+Tab", "Find a question");
        app.keys("{Ctrl+a}{Delete}");
    }
    steps::wait_caret(app, "Find a question");
    app.type_text(letters);
    app.keys("{Down}");
    wait_on(app, name);
}

/// Waits until the focus is on a button with this name.
#[track_caller]
fn wait_on(app: &App, name: &str) {
    assert!((0..40).any(|_| app.focused().1 == name || pause()), "not on “{name}” but on {:?}", app.focused());
}

/// Waits a little; false, so that it can stand in a condition.
fn pause() -> bool {
    std::thread::sleep(std::time::Duration::from_millis(100));
    false
}
