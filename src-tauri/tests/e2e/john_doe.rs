//! John Doe from nothing: an empty laptop, then his agreement, his session and what it leaves behind, typed in the window.

mod field_map;
mod live;
mod record;

use crate::driver::{App, Home};
use crate::steps;
use coachbook_exchange::sample::{SampleRecord, sample};
pub(crate) use live::lines;
pub(crate) use record::Record;
use std::time::{Duration, Instant};

/// The day all date words of the session are read from.
const HELD_ON: &str = "2026-03-04";

#[test]
fn john_doe_from_nothing() {
    let home = Home::new().set("TZ", "UTC");
    let app = App::start(&home);
    app.resize(1280, 960);
    let said = sample().expect("the fixture is read");
    let phrase = before_the_session(&app, &said);
    live::by_hand(&app, &said);
    wrap_up(&app, &said);
    look_at_papers(&app, &said.client.display_name);
    app.quit();
    assert_kept(&home, &phrase, &said);
}

/// The book, the client and the signed agreement. Returns the phrase.
pub(crate) fn before_the_session(app: &App, said: &SampleRecord) -> String {
    let phrase = steps::start_my_book(app);
    steps::add_client(app, &said.client.display_name);
    app.button("Change the details").click();
    let facts = [
        ("Role", &said.client.role_title),
        ("Field of work", &said.client.sector),
        ("What they do now", &said.client.role_now),
        ("Background", &said.client.background),
    ];
    for (label, fact) in facts {
        app.field(label).type_text(fact.as_deref().expect("the fixture gives it"));
    }
    app.button("Save").click();
    app.button("Change the details").wait();
    steps::sign_agreement(app, &said.client.display_name);
    app.button("Change the programme").click();
    app.field("Who pays").choose("The client");
    app.button("Save").click();
    app.button("Change the programme").wait();
    phrase
}

/// The ten minutes after: the day it was held, the dates read from her words, what the client will do next.
pub(crate) fn wrap_up(app: &App, said: &SampleRecord) {
    app.button("Wrap up now").click();
    app.button("Finish").wait();
    steps::set_date(app, "Held on: Date", HELD_ON);
    app.wait_text("March 15");
    look_at_dates(app);
    let next = said.session.follow_ups.first().expect("the fixture gives it");
    app.field("Change “Write to schedule the next session”").replace_text(&next.what);
    app.keys("{Enter}");
    app.field(&format!("Change “{}”", next.what)).wait();
    app.button("Finish").click();
    app.button("Reopen").wait();
}

/// Every paper of the client is there to be looked at, page by page.
fn look_at_papers(app: &App, client: &str) {
    let on_screen = client.split(' ').next().unwrap_or(client);
    let papers = [
        (format!("Agreement for {on_screen}"), "Agreement"),
        ("Recording consent".to_owned(), "Recording consent"),
        ("Session summary".to_owned(), "Session summary"),
        ("Action plan".to_owned(), "Action plan"),
    ];
    for (nth, (title, heading)) in papers.iter().enumerate() {
        app.keys("{Ctrl+k}");
        steps::wait_caret(app, "What would you like to do?");
        app.type_text(client);
        app.keys("{Enter}");
        app.find("tab", "Papers").click();
        app.find("link", &format!("Preview: {title}")).click();
        if nth == 0 {
            app.find("link", "Preview, print or save").click();
        }
        app.find("heading", heading).wait();
        steps::assert_pages_drawn(app);
    }
}

/// Says of each date read from her words that it is right.
fn look_at_dates(app: &App) {
    let left = || app.text().matches("Right as read").count();
    for tried in 0.. {
        let open = left();
        if open == 0 {
            break;
        }
        assert!(tried < 12, "{open} dates that were looked at are still marked as read from her words");
        app.button("Right as read").click();
        let waited = Instant::now();
        while left() == open && waited.elapsed() < Duration::from_secs(2) {
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

/// Opens the book as nobody but its owner could, and compares.
pub(crate) fn assert_kept(home: &Home, phrase: &str, said: &SampleRecord) {
    let kept = Record::read(&mut steps::open_book(home, phrase));
    let differences = record::differences(&kept, &Record::of_sample(said));
    assert!(differences.is_empty(), "the book does not hold what was typed:\n{}", differences.join("\n"));
    record::assert_counts(&kept);
    record::assert_empty(&kept);
    record::assert_dates(&kept);
    assert_altered_is_noticed(&kept, said);
    field_map::assert_matches(&kept);
}

/// A comparison that never objects proves nothing.
fn assert_altered_is_noticed(kept: &Record, said: &SampleRecord) {
    let wanted = Record::of_sample(said);
    let mut altered = kept.clone();
    altered.session.notes[6].fields.phase = "O".to_owned();
    assert_eq!(record::differences(&altered, &wanted).len(), 1, "a note in another phase was not noticed");
    let mut altered = kept.clone();
    altered.session.frame.actions[7].due.date = None;
    assert_eq!(record::differences(&altered, &wanted).len(), 1, "a lost date was not noticed");
}
