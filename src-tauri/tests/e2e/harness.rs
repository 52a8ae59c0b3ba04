//! The driver itself, tried on the app's first screen: a harness that sees nothing would pass everything.

use crate::driver::{App, Home, Theme};
use serde_json::json;

#[test]
fn the_window_opens_and_shows_words() {
    let home = Home::new();
    let app = App::start(&home);
    app.find("heading", "Coachbook").wait();
    assert!(app.is_running());
    assert!(app.window_titles().iter().any(|title| title == "Coachbook"), "{:?}", app.window_titles());
}

#[test]
#[should_panic(expected = "the button “No such button” did not appear")]
fn a_control_that_is_not_there_is_missed() {
    let home = Home::new();
    let app = App::start(&home);
    app.button("No such button").wait();
}

#[test]
fn both_themes_reach_the_page() {
    for theme in [Theme::Light, Theme::Dark] {
        let home = Home::with_theme(theme);
        let app = App::start(&home);
        let is_dark = app.execute("return matchMedia('(prefers-color-scheme: dark)').matches");
        assert_eq!(is_dark, json!(theme == Theme::Dark), "{}", theme.word());
    }
}

#[test]
fn axe_sees_what_is_wrong() {
    let home = Home::new();
    let app = App::start(&home);
    app.execute("const field = document.createElement('input'); document.body.append(field)");
    let rules: Vec<String> = app.axe().into_iter().map(|violation| violation.rule).collect();
    assert!(rules.iter().any(|rule| rule == "label"), "a field without a label was not noticed: {rules:?}");
}

#[test]
fn a_closed_window_ends_the_app_and_a_crash_leaves_the_home() {
    let home = Home::new();
    App::start(&home).quit();
    App::start(&home).kill9();
    assert!(App::start(&home).is_running());
}
