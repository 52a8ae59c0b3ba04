//! Locking: what was typed is saved first, the web process goes, and she comes back to where she was.

use crate::driver::{App, Home, PATIENCE};
use crate::steps;
use coachbook_core::book::BookSettings;
use std::time::{Duration, Instant};

/// A session with a kept line and a half-typed one.
fn half_typed(app: &App) -> String {
    let phrase = steps::start_my_book(app);
    steps::add_client(app, "Mira");
    steps::start_writing(app);
    steps::keep_line(app, "a line that is kept");
    app.type_text("a line that is only half");
    phrase
}

#[track_caller]
fn assert_locked_and_back(app: &App, phrase: &str, before: &[u32]) {
    steps::wait_locked(app);
    let waited = Instant::now();
    while app.web_processes().iter().any(|id| before.contains(id)) {
        assert!(waited.elapsed() < PATIENCE, "the web process that held the words is still there");
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(!app.web_processes().is_empty(), "no process draws the locked window");
    assert!(!app.text().contains("a line that is"), "words of the session are on the locked screen");
    steps::unlock(app, phrase);
    app.field("Writing line").wait();
    app.wait_text("a line that is kept");
    assert_eq!(app.field("Writing line").value(), "a line that is only half", "the half-typed line did not come back");
    steps::assert_caret_in_line(app);
}

#[test]
fn the_lock_key_saves_what_is_half_typed_and_she_comes_back_to_it() {
    locked_and_back(|app| app.keys("{Ctrl+l}"));
}

#[test]
fn the_lock_button_saves_what_is_half_typed_and_she_comes_back_to_it() {
    locked_and_back(|app| steps::menu(app, "Lock"));
}

fn locked_and_back(lock: impl Fn(&App)) {
    steps::once_more_if_the_driver_is_lost(|| {
        let home = Home::new();
        let app = App::start(&home);
        let phrase = half_typed(&app);
        let before = app.web_processes();
        lock(&app);
        assert_locked_and_back(&app, &phrase, &before);
    });
}

#[test]
fn a_book_left_alone_for_a_minute_locks_itself() {
    steps::once_more_if_the_driver_is_lost(left_alone);
}

fn left_alone() {
    let home = Home::new();
    let app = App::start(&home);
    let phrase = steps::start_my_book(&app);
    app.quit();
    one_minute(&home, &phrase);
    let app = App::start(&home);
    steps::unlock(&app, &phrase);
    app.find("heading", "Today").wait();
    let before = app.web_processes();
    app.wait_text_for("Your book is locked", Duration::from_secs(100));
    assert!(app.web_processes().iter().any(|id| !before.contains(id)), "the window was not made anew");
    steps::unlock(&app, &phrase);
    app.find("heading", "Today").wait();
}

/// The window offers five minutes and more, which no test should wait for.
fn one_minute(home: &Home, phrase: &str) {
    let mut vault = steps::open_book(home, phrase);
    let settings = vault.practice().settings().expect("the settings are read");
    let settings = BookSettings { idle_lock_minutes: 1, ..settings };
    vault.practice().save_settings(&settings).expect("the setting is saved");
    let (_, closed) = vault.into_book().lock();
    closed.expect("the book is closed tidily");
}
