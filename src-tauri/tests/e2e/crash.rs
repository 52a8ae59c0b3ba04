//! A crash in mid-session: every kept line is there again, and of the line being typed half a second at most is gone.

use crate::driver::{App, Home, Pace};
use crate::steps;

#[test]
fn a_crash_while_she_types_loses_half_a_second_at_most() {
    let home = Home::new();
    let app = App::start(&home);
    let phrase = steps::start_my_book(&app);
    steps::add_client(&app, "Mira");
    steps::start_writing(&app);
    let kept = ["first words kept", "second words kept", "third words kept"];
    for line in kept {
        app.type_text_at(line, Pace::Human);
        app.keys("{Enter}");
    }
    let typed = "half a thought that was still being typed when";
    app.type_text_at(typed, Pace::Human);
    app.kill9();

    let app = App::start(&home);
    steps::unlock(&app, &phrase);
    app.field("Writing line").wait();
    for line in kept {
        app.wait_text(line);
    }
    let left = app.field("Writing line").value();
    assert!(typed.starts_with(&left), "the line holds other words than were typed: “{left}”");
    // A quick typist's six keys a second: half a second is three keys, and one may be on its way.
    let lost = typed.len() - left.len();
    assert!(lost <= 4, "{lost} characters of “{typed}” are gone; “{left}” is left");
    steps::assert_caret_in_line(&app);
    assert!(app.button("Close session").is_there(), "the session is not running any more");
    app.keys("{End} it fell{Enter}");
    app.wait_text(&format!("{left} it fell"));
    app.quit();
    let mut vault = steps::open_book(&home, &phrase);
    let session = vault.sessions().in_progress().expect("sessions are read").expect("the session is still running");
    assert_eq!(vault.sessions().get(session.id).expect("the session is read").notes.len(), 4);
}
