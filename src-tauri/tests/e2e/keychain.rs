//! This computer's keychain as a second way in: off until it is wanted, and never the only one.

mod mock;

use crate::driver::{App, Home};
use crate::keys::{BEFORE, make_book};
use crate::steps;
use mock::{Keychain, nobody_on};

/// The page of the keychain, reached with keys from Settings.
#[track_caller]
fn keychain_page(app: &App) {
    app.find("link", "Settings").click();
    app.find("heading", "Settings").wait();
    steps::reach(app, "Tab", "This computer’s keychain");
    app.keys("{Enter}");
    app.find("heading", "This computer’s keychain").wait();
}

#[track_caller]
fn lock(app: &App) {
    app.keys("{Ctrl+l}");
    steps::wait_locked(app);
}

#[track_caller]
fn turn_on(app: &App) {
    keychain_page(app);
    steps::wait_caret(app, "Your phrase");
    app.keys("not these words{Enter}");
    app.wait_text("That phrase does not open this book.");
    steps::wait_caret(app, "Your phrase");
    app.keys(&format!("{{Ctrl+a}}{BEFORE}{{Enter}}"));
    app.wait_text("This computer’s keychain opens your book now.");
}

#[test]
fn the_keychain_opens_the_book_until_it_is_turned_off() {
    steps::once_more_if_the_driver_is_lost(|| {
        let home = Home::new();
        make_book(&home);
        let app = App::start(&home);
        let keychain = Keychain::on(app.bus_address());
        assert!(!app.text().contains("Open with the keychain"), "it is off until it is wanted");
        steps::unlock(&app, BEFORE);
        turn_on(&app);
        let key = keychain.kept().expect("a key is kept");
        assert!(key.len() == 64 && !key.contains(BEFORE), "it is a key of its own");

        lock(&app);
        app.button("Open with the keychain").click();
        app.find("heading", "Today").wait();
        assert_eq!(keychain.times_asked(), 0);

        // Another key, and a keychain that stays closed, leave the book locked and say so.
        lock(&app);
        keychain.replace(&"0".repeat(64));
        app.button("Open with the keychain").click();
        app.wait_text("This computer's keychain has no key that opens this book.");
        keychain.close();
        app.button("Open with the keychain").click();
        app.wait_text("The keychain stayed closed.");
        assert_eq!(keychain.times_asked(), 1);
        steps::unlock(&app, BEFORE);
        app.find("heading", "Today").wait();

        keychain_page(&app);
        steps::reach(&app, "Tab", "Turn this off");
        app.keys("{Enter}");
        app.wait_text("The keychain opens your book no more.");
        assert!(!steps::book_of(&home).has_keychain());
        lock(&app);
        assert!(!app.text().contains("Open with the keychain"));
    });
}

#[test]
fn a_keychain_that_stays_closed_opens_nothing_afterwards() {
    let home = Home::new();
    make_book(&home);
    let app = App::start(&home);
    let keychain = Keychain::on(app.bus_address());
    keychain.close();
    steps::unlock(&app, BEFORE);
    keychain_page(&app);
    steps::wait_caret(&app, "Your phrase");
    app.keys(&format!("{BEFORE}{{Enter}}"));
    app.wait_text("The keychain stayed closed.");
    assert_eq!(keychain.kept(), None);
    assert!(!steps::book_of(&home).has_keychain(), "a slot without a key is left");
}

#[test]
fn where_no_keychain_answers_nothing_is_offered() {
    let home = Home::new();
    make_book(&home);
    let app = App::start(&home);
    // Whatever keychain this machine may have stays out of it.
    let _nobody = nobody_on(app.bus_address());
    steps::unlock(&app, BEFORE);
    keychain_page(&app);
    app.wait_text("No keychain answers on this computer");
    assert!(!app.text().contains("Keep a key in the keychain"));
}
