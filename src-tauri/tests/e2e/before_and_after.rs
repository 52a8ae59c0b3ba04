//! What stands around a session: prep finds what the session before left, wrap-up by keyboard, a session on paper.

use crate::driver::{App, Home};
use crate::steps;
use chrono::{Days, Local};

const CLIENT: &str = "Ana Inventada";
/// A question whose gap nobody can fill yet.
const ASKS_FOR_A_WORD: &str = "What do you mean by …?";
const FOR_NEXT_TIME: &str = "Ask about the letter first";

#[test]
fn the_second_session_finds_what_the_first_left() {
    let home = Home::new();
    let app = App::start(&home);
    app.resize(1280, 720);
    let phrase = steps::start_my_book(&app);
    steps::add_client(&app, CLIENT);
    the_first_session(&app);
    wrap_up_by_keyboard(&app);
    copied_as_text(&app);
    plan_the_next(&app);
    prep_shows_everything(&app);
    what_waits_is_taken_up(&app);
    one_key_prints_the_sheet(&app);
    all_open_or_the_last_session(&app);
    the_session_begins_with_what_waits(&app);
    app.quit();
    everything_is_kept(&home, &phrase);
}

/// Two topics, of which one is never touched; two actions; key words; a line for next time.
#[track_caller]
fn the_first_session(app: &App) {
    steps::start_writing(app);
    app.keys("#The letter{Enter}");
    app.wait_text("letter");
    app.keys("#The move{Enter}");
    app.wait_text("move");
    for line in ["afraid of the anser", "many questions cross chk", "never mind this one"] {
        steps::keep_line(app, line);
    }
    steps::keep_line(app, "! I may be late with an answer");
    steps::keep_line(app, "> Call the notary by Friday");
    steps::keep_line(app, "> Write to Mr. X");
    app.button("2 actions").click();
    app.field("Add a person").type_text("Mr. X");
    app.keys("{Enter}");
    app.field("Who they are").type_text("head of the other team");
    app.keys("{Enter}{Esc}");
    app.button("Close session").click();
    app.button("End").click();
    app.wait_text("The session has ended.");
    app.field("For next time").type_text(FOR_NEXT_TIME);
    app.keys("{Enter}");
}

/// Arrows move, Enter edits, Esc leaves, letters sort, digits set the phase over a range; all of it can be taken back.
#[track_caller]
fn wrap_up_by_keyboard(app: &App) {
    if app.button("Wrap up now").is_there() {
        app.button("Wrap up now").click();
    }
    app.button("Finish").wait();
    app.assert_accessible("wrap-open");
    to_the_first_line(app);
    app.keys("{Enter}");
    app.field("Line").wait();
    app.keys("{End}{Backspace}{Backspace}{Backspace}");
    app.type_text("swer, and of being late");
    app.keys("{Enter}");
    app.wait_text("afraid of the answer, and of being late");
    app.keys("f");
    app.wait_text("feeling");
    // The first two lines at once.
    app.keys("{Shift+Down}2");
    app.keys("{Down}");
    app.keys("d");
    app.wait_no_text("never mind this one");
    app.wait_text("Left out.");
    app.keys("{Ctrl+z}");
    app.wait_text("never mind this one");
    app.button("1 earlier wording").click();
    app.wait_text("afraid of the anser");
    app.button("Next time: The move").click();
    app.find("button", "Next time: The move").wait();
    // Finished with things open, opened again, finished.
    app.button("Finish").click();
    app.button("Reopen").click();
    app.wait_text("Opened again");
    app.button("Finish").click();
    app.button("Reopen").wait();
    app.assert_accessible("wrap-done");
    app.resize(760, 720);
    app.assert_accessible("wrap-half");
    app.resize(1280, 720);
}

#[track_caller]
fn to_the_first_line(app: &App) {
    for _ in 0..40 {
        if app.execute("return document.activeElement?.dataset?.index ?? null") == "0" {
            return;
        }
        app.keys("{Tab}");
    }
    panic!("no line can be reached by the Tab key; the focus is on {:?}", app.focused());
}

/// Only what is shared is on the clipboard, as plain text.
#[track_caller]
fn copied_as_text(app: &App) {
    app.button("Copy as text for an e-mail").click();
    app.wait_text("The text is on the clipboard.");
    app.execute(
        "const page = document.createElement('textarea'); page.id = 'letter'; document.body.append(page); page.focus()",
    );
    app.keys("{Ctrl+v}");
    let begun = std::time::Instant::now();
    let pasted = loop {
        let pasted =
            app.execute("return document.getElementById('letter').value").as_str().unwrap_or_default().to_owned();
        if !pasted.is_empty() || begun.elapsed().as_secs() > 8 {
            break pasted;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    };
    app.execute("document.getElementById('letter').remove()");
    assert!(pasted.contains("Call the notary") && pasted.contains("I may be late with an answer"), "{pasted}");
    for mine in [FOR_NEXT_TIME, "afraid of the answer", "cross chk"] {
        assert!(!pasted.contains(mine), "what is hers alone was copied: {pasted}");
    }
}

/// Plans a session so many days from today, on the client's own page.
#[track_caller]
fn plan_in_days(app: &App, days: u64) {
    let day = Local::now().date_naive() + Days::new(days);
    steps::set_date(app, "Day", &day.to_string());
    app.button("Plan a session").click();
    app.wait_text("Planned for");
}

#[track_caller]
fn plan_the_next(app: &App) {
    app.button("Later today").click();
    app.find("heading", "Today").wait();
    app.wait_text("Your only copy is on this laptop.");
    app.execute("location.hash = '#/client/1/sessions'");
    app.find("heading", "Plan a session").wait();
    plan_in_days(app, 1);
    app.find("link", "Today").click();
    app.find("heading", "Today").wait();
    app.assert_accessible("today");
    app.find("link", &format!("Prepare {CLIENT}")).click();
    app.find("heading", "For next time").wait();
}

#[track_caller]
fn prep_shows_everything(app: &App) {
    app.assert_accessible("prep");
    let text = app.text();
    let shown = [
        FOR_NEXT_TIME,
        "Call the notary",
        "by Friday",
        "Write to Mr. X",
        "The move",
        "I may be late with an answer",
        "head of the other team",
        "No signed agreement",
    ];
    for words in shown {
        assert!(text.contains(words), "prep does not show “{words}”: {text}");
    }
    assert_fits(app);
}

/// What waits is offered, done, and taken back.
#[track_caller]
fn what_waits_is_taken_up(app: &App) {
    app.button("Take up today: The move").click();
    app.wait_text("for today");
    app.button("Undo").click();
    app.button("Take up today: The move").click();
    app.wait_text("for today");
    app.field("How it stands: Write to Mr. X").choose("done");
    app.field("How it stands: Write to Mr. X").wait_gone();
    app.button("Undo").click();
    app.field("How it stands: Write to Mr. X").wait();
    app.button("Set a question aside").click();
    steps::wait_caret(app, "A few letters of a question");
    app.type_text("do you mean by");
    app.button(ASKS_FOR_A_WORD).wait();
    app.assert_accessible("prep-questions");
    app.keys("{Enter}");
    app.button(&format!("Take back “{ASKS_FOR_A_WORD}”")).wait();
    app.button("Set a question aside").click();
}

#[track_caller]
fn one_key_prints_the_sheet(app: &App) {
    app.find("heading", "For next time").wait();
    app.execute("document.activeElement?.blur()");
    app.keys("p");
    app.find("heading", "Session sheet").wait();
    app.close_print_dialog();
    app.assert_accessible("sheet");
    assert_eq!(steps::assert_pages_drawn(app), 2, "the sheet has two sides");
}

/// The plan shows everything open, or the last session alone.
#[track_caller]
fn all_open_or_the_last_session(app: &App) {
    app.execute("location.hash = '#/client/1/plan'");
    app.find("link", "Preview the action plan").click();
    app.find("heading", "Action plan").wait();
    steps::assert_pages_drawn(app);
    app.assert_accessible("plan");
    app.find("radio", "Last session").click();
    steps::assert_pages_drawn(app);
}

/// What is left waiting is one line of the focus card until it is wanted, and moves nothing.
#[track_caller]
fn the_session_begins_with_what_waits(app: &App) {
    app.execute("location.hash = '#/client/1/sessions'");
    app.find("heading", "Plan a session").wait();
    app.execute("[...document.querySelectorAll('.sessions__row button')].at(-1).click()");
    app.find("heading", "Focus for today").wait();
    app.wait_text("From last time: 1 topic waits, 2 actions open");
    app.button("From last time: 1 topic waits, 2 actions open").click();
    app.assert_accessible("focus-before");
    app.button("Take up today: The letter").click();
    app.wait_text("From last time: 2 actions open");
    app.keys("{Esc}");
    steps::assert_caret_in_line(app);
    app.keys("{Ctrl+z}");
    app.keys("{Ctrl+g}");
    app.wait_text("From last time: 1 topic waits, 2 actions open");
    app.keys("{Esc}");
    a_chosen_word_fills_the_question(app);
}

/// What was set aside before the session stands in the column, and takes the word that is chosen in a line.
#[track_caller]
fn a_chosen_word_fills_the_question(app: &App) {
    app.keys("{Ctrl+2}");
    steps::keep_line(app, "the letter came back on a Tuesday, unopened, with a stamp");
    app.button(ASKS_FOR_A_WORD).wait();
    app.execute(
        "const text = [...document.querySelector('.note__text').childNodes].find((node) => node.data?.includes('Tuesday'));
        getSelection().setBaseAndExtent(text, text.data.indexOf('Tuesday'), text, text.data.indexOf('Tuesday') + 7)",
    );
    app.button("What do you mean by Tuesday?").click();
    steps::assert_caret_in_line(app);
    steps::keep_line(app, "> answer it");
    app.button("What do you mean by answer it?").wait();
}

#[track_caller]
fn everything_is_kept(home: &Home, phrase: &str) {
    let mut vault = steps::open_book(home, phrase);
    let client = vault.clients().list().expect("clients are listed")[0].client.id;
    let sessions = vault.sessions().list_of_client(client).expect("sessions are listed");
    let first = sessions.last().expect("the first session").id;
    let record = vault.sessions().get(first).expect("the session is read");
    let phases: Vec<&str> = record.notes.iter().take(3).map(|note| note.fields.phase.as_str()).collect();
    assert_eq!(phases[..2], ["R", "R"], "the range did not get its phase: {phases:?}");
    assert_ne!(phases[2], "R", "the phase went beyond the range");
    assert_eq!(vault.notes().revisions(record.notes[0].id).expect("revisions")[0].1, "afraid of the anser");
    assert_eq!(vault.sessions().steps(first).expect("steps").len(), 3, "finished, opened again, finished");
    let next = vault.sessions().frame(sessions[0].id).expect("the planned session");
    assert_eq!(next.topics.len(), 1, "the topic was taken up once");
}

#[test]
fn a_session_on_paper_and_a_talk_with_somebody_new() {
    let home = Home::new();
    let app = App::start(&home);
    app.resize(1280, 720);
    steps::start_my_book(&app);
    steps::add_client(&app, CLIENT);
    app.find("tab", "Sessions").click();
    app.assert_accessible("paper-form");
    app.button("Wrap it up").click();
    app.wait_text("You wrote nothing, and that is fine.");
    app.assert_accessible("paper-wrap");
    app.field("Add an action").type_text("Send the plan by Monday");
    app.keys("{Enter}");
    app.field("Change “Send the plan”").wait_gone();
    app.button("Finish").click();
    app.button("Reopen").wait();
    app.button("Later today").click();
    app.find("heading", "Today").wait();
    app.wait_no_text("waits for its wrap-up");
    a_first_talk(&app);
}

/// Somebody who is only being talked to owes no agreement.
#[track_caller]
fn a_first_talk(app: &App) {
    steps::add_client(app, "Somebody New");
    app.button("Change the details").click();
    app.field("Where they stand").choose("First talks");
    app.button("Save").click();
    app.find("tab", "Sessions").click();
    plan_in_days(app, 30);
    app.find("link", "Today").click();
    app.wait_text("The next session is with Somebody New");
    app.wait_no_text("When a session is planned, it appears here");
    app.find("link", "Prepare Somebody New").click();
    app.assert_accessible("prep-first");
    app.wait_text("First meeting. Nothing to recall, only to be there.");
    app.wait_no_text("No signed agreement");
    app.button("Start").click();
    app.find("heading", "Opening").wait();
    app.wait_no_text("No signed agreement");
}

/// John has ten actions, five insights and three people: an ordinary client, and one page.
#[test]
fn prep_of_an_ordinary_client_is_one_page() {
    let home = Home::with_theme(crate::driver::Theme::Dark);
    let app = App::start(&home);
    app.resize(1280, 720);
    app.button("Look around with a sample").click();
    app.wait_text("Sample book");
    app.execute("location.hash = '#/client/1/sessions'");
    app.find("heading", "Plan a session").wait();
    plan_in_days(&app, 1);
    steps::click_when_there(&app, ".client__panel a[href*=prep]");
    app.find("heading", "Open actions").wait();
    app.assert_accessible("prep-john");
    // A book of one's own has no line that says it is a sample.
    app.execute("document.querySelector('.frame__sample').remove()");
    app.find("heading", "Open actions").wait();
    assert_fits(&app);
    // Twice the text: nothing is cut off at the side.
    app.execute("document.documentElement.style.setProperty('font-size', '200%')");
    app.assert_accessible("prep-200");
    let widths = app.execute("return document.documentElement.scrollWidth <= window.innerWidth");
    assert_eq!(widths, true, "at 200 % text prep is wider than the window");
    app.execute("location.hash = '#/session/1/wrap-up'");
    app.button("Reopen").wait();
    app.assert_accessible("wrap-200");
    app.execute("document.documentElement.style.setProperty('font-size', '100%')");
    app.resize(640, 720);
    app.assert_accessible("wrap-640");
    app.execute("location.hash = '#/settings'");
    app.find("heading", "Settings").wait();
    app.assert_accessible("settings");
}

/// The page is drawn again once its size is known, so it is given a moment.
#[track_caller]
fn assert_fits(app: &App) {
    let began = std::time::Instant::now();
    loop {
        let heights = app.execute("return [document.documentElement.scrollHeight, window.innerHeight]");
        let (needed, there) = (heights[0].as_i64().unwrap_or_default(), heights[1].as_i64().unwrap_or_default());
        if needed <= there {
            return;
        }
        let late = began.elapsed().as_secs() > 3;
        assert!(!late, "prep of an ordinary client has to be scrolled: {needed} of {there}");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}
