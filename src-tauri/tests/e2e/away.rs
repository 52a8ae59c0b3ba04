//! The coach goes away without a word: the lid, the system's own lock, another user. Heard on message buses of the
//! test's own, on which the test is logind and the desktop.

pub(crate) mod mock;

use crate::driver::{App, Home};
use crate::steps;
use coachbook_vault::Passphrase;
use mock::{ANOTHER, Login, OWN, Speaker};
use std::time::{Duration, Instant};

/// A home whose system bus is the test's own.
fn home_with_login() -> (Home, Login) {
    let home = Home::new();
    let login = Login::start(&home);
    let home = home.set("DBUS_SYSTEM_BUS_ADDRESS", &login.address);
    (home, login)
}

/// Mira's session is being held, with half a line in it.
fn half_typed(app: &App) -> String {
    let phrase = steps::start_my_book(app);
    steps::add_client(app, "Mira");
    steps::start_writing(app);
    app.type_text("a line that is only half");
    phrase
}

#[track_caller]
fn back_in_the_line(app: &App, phrase: &str) {
    steps::wait_locked(app);
    steps::unlock(app, phrase);
    app.field("Writing line").wait();
    assert_eq!(app.field("Writing line").value(), "a line that is only half");
    steps::assert_caret_in_line(app);
}

#[test]
fn a_closed_lid_waits_until_the_book_is_locked() {
    steps::once_more_if_the_driver_is_lost(|| {
        let (home, login) = home_with_login();
        let app = App::start(&home);
        let phrase = half_typed(&app);
        assert_eq!(login.times_held(), 1, "the app did not ask to be waited for");
        let can_be_opened = || steps::book_of(&home).open_with_phrase(&Passphrase::new(&phrase), steps::QUICK).is_ok();
        assert!(!can_be_opened(), "a control: an open book lets nobody else in");
        let asked = Instant::now();
        login.sleep(true);
        login.wait_let_go();
        let locked = asked.elapsed();
        assert!(can_be_opened(), "the machine was let go to sleep with an open book");
        eprintln!("lid closed: locked after {} ms", locked.as_millis());
        assert!(locked < Duration::from_secs(2), "logind waits no longer than it likes: {locked:?}");
        login.sleep(false);
        back_in_the_line(&app, &phrase);
        assert_eq!(login.times_held(), 1, "after waking it did not ask again");
        // And the next time.
        login.sleep(true);
        login.wait_let_go();
        steps::wait_locked(&app);
    });
}

#[test]
fn the_system_s_lock_and_another_user_lock_the_book() {
    /// What is called, and what the system then says.
    type Happening = (&'static str, fn(&Login));
    let ways: [Happening; 3] = [
        ("lock", |login| login.lock(OWN)),
        ("a locked session", |login| login.change(OWN, "LockedHint", true)),
        ("another user", |login| login.change(OWN, "Active", false)),
    ];
    steps::once_more_if_the_driver_is_lost(|| {
        let (home, login) = home_with_login();
        let app = App::start(&home);
        let phrase = half_typed(&app);
        for (what, happen) in ways {
            eprintln!("{what}");
            happen(&login);
            back_in_the_line(&app, &phrase);
        }
    });
}

#[test]
fn the_desktop_s_screen_lock_locks_the_book() {
    steps::once_more_if_the_driver_is_lost(|| {
        let home = Home::new();
        let app = App::start(&home);
        let phrase = half_typed(&app);
        let desktop = Speaker::on(app.bus_address());
        for name in ["org.gnome.ScreenSaver", "org.freedesktop.ScreenSaver"] {
            desktop.say("/ScreenSaver", name, "ActiveChanged", (true,));
            back_in_the_line(&app, &phrase);
        }
    });
}

#[test]
fn what_does_not_concern_her_leaves_the_book_open() {
    let (home, login) = home_with_login();
    let app = App::start(&home);
    half_typed(&app);
    let desktop = Speaker::on(app.bus_address());
    login.sleep(false);
    login.lock(ANOTHER);
    login.change(ANOTHER, "LockedHint", true);
    login.change(OWN, "LockedHint", false);
    login.change(OWN, "IdleHint", true);
    desktop.say("/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", (false,));
    desktop.say("/ScreenSaver", "org.example.Other", "ActiveChanged", (true,));
    // What was said is heard in order: had any of it been taken for leaving, this would come after a lock.
    std::thread::sleep(Duration::from_secs(2));
    app.type_text(", and on");
    assert_eq!(app.field("Writing line").value(), "a line that is only half, and on");
}

#[test]
fn a_closed_lid_takes_a_print_dialog_away() {
    steps::once_more_if_the_driver_is_lost(|| {
        let (home, login) = home_with_login();
        let app = App::start(&home);
        steps::start_my_book(&app);
        steps::add_client(&app, "Mira");
        app.button("Prepare the agreement").click();
        app.find("link", "Preview").click();
        app.wait_text("Page 1 of");
        app.button("Print…").click();
        app.wait_print_dialog();
        login.sleep(true);
        login.wait_let_go();
        steps::wait_locked(&app);
        assert!(!app.window_titles().iter().any(|title| title == "Print"), "{:?}", app.window_titles());
    });
}
