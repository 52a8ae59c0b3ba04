//! Every screen, light and dark, as axe-core sees it.

use crate::driver::{App, Home, Theme};
use crate::steps;

#[test]
fn every_screen_is_accessible_in_the_light() {
    steps::once_more_if_the_driver_is_lost(|| walk(Theme::Light));
}

#[test]
fn every_screen_is_accessible_in_the_dark() {
    steps::once_more_if_the_driver_is_lost(|| walk(Theme::Dark));
}

fn walk(theme: Theme) {
    let home = Home::with_theme(theme);
    let app = App::start(&home);
    let mut broken = Vec::new();
    let mut look = |screen: &str| {
        let found = app.axe();
        if !found.is_empty() {
            broken.push(format!("{screen}, {}: {found:#?}", theme.word()));
        }
    };
    app.button("Start my book").wait();
    look("Start");
    app.button("Start my book").click();
    app.wait_text("Write them on paper");
    look("new book");
    app.button("Write my own").click();
    look("new book, own phrase");
    app.button("Use a ready-made phrase").click();
    app.button("Back").click();
    let phrase = steps::start_my_book(&app);
    look("Today");
    app.find("link", "Clients").click();
    app.button("Add a client").wait();
    look("Clients, empty");
    app.button("Add a client").click();
    look("add a client");
    app.keys("Mira Holm{Enter}");
    app.find("tab", "Overview").wait();
    for tab in ["Sessions", "Plan", "Papers", "Privacy", "Overview"] {
        app.find("tab", tab).click();
        look(&format!("client, {tab}"));
    }
    app.button("Prepare the agreement").click();
    app.wait_text("Still open");
    look("agreement");
    app.find("link", "Preview").click();
    app.wait_text("Page 1 of");
    look("paper preview");
    app.button("Back").click();
    app.find("link", "Back to Mira Holm").click();
    steps::start_session(&app);
    look("session, opening");
    app.keys("{Esc}");
    app.field("Topic").type_text("Leading a team");
    app.keys("{Enter}");
    look("session, focus card");
    app.keys("{Esc}");
    for line in ["plain words", "=a belief", "!something clear", ">write to the team tomorrow", "\"my own words"] {
        app.keys(line);
        app.keys("{Enter}");
    }
    look("session, stream");
    app.button("1 action").click();
    app.field("Add an action").wait();
    look("session, results");
    app.keys("{Esc}{Ctrl+5}");
    app.find("heading", "Closing").wait();
    look("session, closing");
    app.button("End").click();
    app.button("Wrap up now").click();
    app.button("Finish").wait();
    look("wrap-up");
    app.button("Later today").click();
    app.find("link", "Settings").click();
    app.find("heading", "Settings").wait();
    look("settings");
    app.keys("{Ctrl+l}");
    steps::wait_locked(&app);
    look("locked");
    let _ = phrase;
    assert!(broken.is_empty(), "axe-core objects:\n{}", broken.join("\n"));
}
