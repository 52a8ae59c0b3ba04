//! A session that does not run straight, in the real window: the wrong client, a pause, a gap, a forgotten end, Cover,
//! the strip, and a consent taken back.

use crate::driver::{App, Home, PATIENCE};
use crate::steps;
use chrono::{DateTime, TimeDelta, Utc};
use coachbook_core::{
    Uid,
    client::ClientDraft,
    consent::ConsentDecision,
    engagement::EngagementDraft,
    note::NoteDraft,
    session::{CheckKey, Session},
};
use coachbook_vault::{Clock, RandomUids, StartFrom, Vault};
use serde_json::json;

/// A clock that is some minutes behind.
struct Behind(TimeDelta);

impl Clock for Behind {
    fn now(&self) -> DateTime<Utc> {
        DateTime::<Utc>::from(std::time::SystemTime::now()) - self.0
    }
}

/// The book of a home under a clock that is `minutes` behind: what is written into it happened then.
fn some_time_ago(home: &Home, phrase: &str, minutes: i64) -> Vault {
    let book = steps::open_book(home, phrase).into_book();
    Vault::new(book, Box::new(Behind(TimeDelta::minutes(minutes))), Box::new(RandomUids))
}

/// A book with Mira in it, closed.
fn book_with_mira(home: &Home) -> String {
    let app = App::start(home);
    let phrase = steps::start_my_book(&app);
    steps::add_client(&app, "Mira");
    app.quit();
    phrase
}

/// The sessions of a client, newest first.
fn sessions_of(vault: &mut Vault, name: &str) -> Vec<Session> {
    let rows = vault.clients().list().expect("the clients are listed");
    let client =
        rows.into_iter().find(|row| row.client.fields.display_name == name).expect("the client is there").client.id;
    vault.sessions().list_of_client(client).expect("the sessions are listed")
}

#[test]
fn a_session_goes_to_the_client_it_belongs_to_and_back() {
    let home = Home::new();
    let app = App::start(&home);
    let phrase = steps::start_my_book(&app);
    steps::add_client(&app, "Adam");
    steps::add_client(&app, "Mira");
    steps::start_writing(&app);
    steps::keep_line(&app, "Mr. X asks for figures");
    steps::keep_line(&app, "> write it down");
    steps::menu(&app, "This session belongs to …");
    assert!(!app.text().contains("Adam"), "another client is named before a letter was typed");
    steps::wait_caret(&app, "A few letters of the name");
    app.keys("ad");
    app.button("Adam").wait();
    app.assert_accessible("the choice of another client");
    app.keys("{Enter}");
    app.wait_text("This session now belongs to Adam.");
    steps::assert_caret_in_line(&app);
    app.find("heading", "Session Adam").wait();
    steps::keep_line(&app, "with the right one");
    app.button("Undo").click();
    app.find("heading", "Session Mira").wait();
    app.wait_text("with the right one");

    // From wrap-up, and this time it stays.
    app.button("Close session").click();
    app.button("End").click();
    app.button("Wrap up now").click();
    app.find("heading", "Wrap-up Mira · 1").wait();
    app.button("This session belongs to …").click();
    app.keys("ad");
    app.button("Adam").wait();
    app.assert_accessible("the choice of another client, in wrap-up");
    app.keys("{Enter}");
    app.find("heading", "Wrap-up Adam · 1").wait();
    app.quit();

    let mut vault = steps::open_book(&home, &phrase);
    assert!(sessions_of(&mut vault, "Mira").is_empty(), "something of the session stayed behind");
    let moved = sessions_of(&mut vault, "Adam").remove(0);
    let record = vault.sessions().get(moved.id).expect("the session is read");
    let lines: Vec<&str> = record.notes.iter().map(|note| note.fields.text.as_str()).collect();
    assert_eq!(lines, ["Mr. X asks for figures", "write it down", "with the right one"]);
    assert_eq!(record.frame.actions.len(), 1);
}

#[test]
fn a_pause_by_two_letters_stops_the_clock_and_ends_again() {
    let home = Home::new();
    let app = App::start(&home);
    let phrase = steps::start_my_book(&app);
    steps::add_client(&app, "Mira");
    steps::start_writing(&app);
    app.keys("/z");
    app.wait_text("Paused");
    steps::assert_caret_in_line(&app);
    steps::keep_line(&app, "a line in the pause is kept");
    steps::menu(&app, "Go on");
    app.wait_no_text("Paused");
    app.quit();
    let mut vault = steps::open_book(&home, &phrase);
    let session = sessions_of(&mut vault, "Mira").remove(0);
    assert!(session.paused_ms > 0 && session.paused_since.is_none(), "the pause is not in the record: {session:?}");
    let spans = vault.sessions().spans(session.id).expect("the spans are read");
    assert!(spans.iter().any(|span| span.state == "paused" && span.ended_at.is_some()), "{spans:?}");
}

/// Mira's session began 90 minutes ago, its last line was kept 52 minutes ago, and then the machine went out.
fn a_session_broken_off(home: &Home, phrase: &str) {
    let mut vault = some_time_ago(home, phrase, 90);
    let client = vault.clients().list().expect("the clients are listed").remove(0).client.id;
    let engagement =
        vault.engagements().save(client, None, None, &EngagementDraft::default()).expect("an engagement").id;
    let zone = "UTC".parse().expect("a zone");
    let session = vault.sessions().start(StartFrom::Engagement(engagement), zone, 60).expect("a session").session.id;
    drop(vault.into_book().lock());
    let mut vault = some_time_ago(home, phrase, 52);
    let line = NoteDraft::plain("the last line before", "G", None);
    vault.notes().keep(session, &Uid("e2e-1".to_owned()), &line, Some("line"), None).expect("a line");
    drop(vault.into_book().lock());
}

#[test]
fn a_gap_is_asked_about_in_the_status_row_and_left_out() {
    let home = Home::new().set("TZ", "UTC");
    let phrase = book_with_mira(&home);
    a_session_broken_off(&home, &phrase);
    let app = App::start(&home);
    steps::unlock(&app, &phrase);
    app.wait_text("52 minutes away: count them?");
    steps::assert_caret_in_line(&app);
    steps::keep_line(&app, "the first line after");
    app.wait_text("52 minutes away: count them?");
    let line = app.field("Writing line").place();
    app.assert_accessible("a gap in the status row");
    app.button("Leave out").click();
    app.wait_no_text("away");
    steps::assert_caret_in_line(&app);
    assert_eq!(app.field("Writing line").place(), line, "the answer moved the writing line");
    app.button("Close session").click();
    app.button("End").click();
    app.button("Wrap up now").click();
    app.wait_text("38 min");
    app.quit();
    let mut vault = steps::open_book(&home, &phrase);
    let session = sessions_of(&mut vault, "Mira").remove(0);
    assert_eq!(session.minutes(), Some(38));
    assert!(vault.sessions().gaps(session.id).expect("the gaps are read").is_empty());
}

#[test]
fn a_session_left_running_ends_at_its_last_line_and_takes_another_time() {
    let home = Home::new().set("TZ", "UTC");
    let phrase = book_with_mira(&home);
    a_session_broken_off(&home, &phrase);
    {
        let mut vault = steps::open_book(&home, &phrase);
        let adam = vault.clients().save(None, None, &ClientDraft::named("Adam")).expect("a client").id;
        vault.engagements().save(adam, None, None, &EngagementDraft::default()).expect("an engagement");
        drop(vault.into_book().lock());
    }
    let app = App::start(&home);
    steps::unlock(&app, &phrase);
    app.wait_text("52 minutes away");
    steps::menu(&app, "Leave for now");
    app.find("link", "Clients").click();
    app.find("link", "Adam no session yet").click();
    app.button("Start session").click();
    app.find("heading", "Opening").wait();
    app.keys("{Esc}{Esc}");
    app.wait_text("was still running.");
    steps::assert_caret_in_line(&app);
    app.assert_accessible("a session that was still running");
    assert!(!app.text().contains("Mira"), "the other client is named in front of this one");
    let last = DateTime::<Utc>::from(std::time::SystemTime::now()) - TimeDelta::minutes(52);
    let shown = app.field("Ended at its last line").value();
    let near = [-1, 0, 1].map(|minute| (last + TimeDelta::minutes(minute)).format("%H:%M").to_string());
    assert!(near.contains(&shown), "it says that it ended at {shown} instead of {}", near[1]);
    app.button("Right").click();
    app.wait_no_text("was still running.");
    steps::assert_caret_in_line(&app);
    app.quit();
    let mut vault = steps::open_book(&home, &phrase);
    let ended = sessions_of(&mut vault, "Mira").remove(0);
    assert_eq!(ended.minutes(), Some(38));
    assert!(vault.sessions().ends_assumed().expect("they are read").is_empty());
}

#[test]
fn under_cover_she_writes_on_blind_and_only_the_key_uncovers() {
    let home = Home::new();
    let app = App::start(&home);
    let phrase = steps::start_my_book(&app);
    steps::add_client(&app, "Mira");
    steps::start_writing(&app);
    steps::keep_line(&app, "seen before");
    let line = app.field("Writing line").place();
    app.execute(
        "document.dispatchEvent(new CustomEvent('notice:shown', { detail: { message: 'A notice about Mira' } }))",
    );
    app.wait_text("A notice about Mira");
    app.keys("{Ctrl+Shift+h}");
    app.wait_no_text("seen before");
    app.wait_no_text("A notice about");
    app.wait_text("min left");
    assert!(!app.text().contains("Mira"), "the name is on the covered page");
    steps::assert_caret_in_line(&app);
    assert_eq!(app.field("Writing line").place(), line, "Cover moved the writing line");
    let style = "return getComputedStyle(document.querySelector('writing-line textarea')).webkitTextSecurity";
    assert_eq!(app.execute(style), json!("disc"), "the words of the line can be read");
    steps::keep_line(&app, "written blind");
    app.assert_accessible("under Cover");
    assert!(!app.text().contains("written blind"));
    for key in ["{Esc}", "{Ctrl+0}", "{Ctrl+5}", "{Ctrl+g}", "/", "{Backspace}", "{Tab}", "{Shift+Tab}"] {
        app.keys(key);
        assert!(!app.text().contains("seen before"), "{key} uncovered the page");
        assert!(!app.find("heading", "Closing").is_there(), "{key} opened something over the cover");
    }
    steps::assert_caret_in_line(&app);
    app.keys("{Ctrl+Shift+h}");
    app.wait_text("written blind");
    app.wait_text("seen before");
    steps::assert_caret_in_line(&app);
    app.quit();
    let mut vault = steps::open_book(&home, &phrase);
    let session = sessions_of(&mut vault, "Mira").remove(0);
    assert_eq!(vault.sessions().get(session.id).expect("it is read").notes.len(), 2);
}

#[test]
fn the_strip_and_back_by_one_key() {
    let home = Home::new();
    let app = App::start(&home);
    steps::start_my_book(&app);
    steps::add_client(&app, "Mira");
    steps::start_writing(&app);
    steps::keep_line(&app, "the last line");
    app.resize(1100, 700);
    app.keys("{Ctrl+Shift+m}");
    wait_size(&app, [640, 132]);
    steps::assert_caret_in_line(&app);
    assert_eq!(last_line(&app), "the last line");
    let place = app.execute("return [screenX + innerWidth / 2 - screen.width / 2, screenY]");
    let [middle, top] = [0, 1].map(|at| place[at].as_f64().expect("a place").abs());
    assert!(middle <= 2.0 && top < 40.0, "the strip is not at the top in the middle: {place}");
    assert!(app.is_above() != Some(false), "the strip is not kept above other windows");
    steps::keep_line(&app, "written in the strip");
    assert_eq!(last_line(&app), "written in the strip");
    app.keys("{Ctrl+Shift+m}");
    wait_size(&app, [1100, 700]);
    assert!(app.is_above() != Some(true), "the whole window stays above others");
    app.wait_text("the last line");
    steps::assert_caret_in_line(&app);

    // What has no room in the strip brings the window back.
    app.keys("{Ctrl+Shift+m}");
    wait_size(&app, [640, 132]);
    app.button("Whole window").wait();
    app.keys("{Ctrl+5}");
    wait_size(&app, [1100, 700]);
    app.find("heading", "Closing").wait();
    assert_ne!(app.focused().1, "Writing line", "the caret was taken out of the closing panel");
}

/// The line a person sees at the top of the strip. The driver takes lines that are cut off at the end for hidden ones.
fn last_line(app: &App) -> String {
    std::thread::sleep(std::time::Duration::from_millis(300));
    let seen =
        app.execute("return document.elementFromPoint(40, 20).closest('.note').querySelector('.note__text').innerText");
    seen.as_str().unwrap_or_default().trim().to_owned()
}

#[track_caller]
fn wait_size(app: &App, size: [u32; 2]) {
    let waited = std::time::Instant::now();
    while app.execute("return [innerWidth, innerHeight]") != json!(size) {
        let now = app.execute("return [innerWidth, innerHeight]");
        assert!(waited.elapsed() < PATIENCE, "the window is {now} instead of {size:?}");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

#[test]
fn a_consent_withdrawn_midway_is_told_with_its_time_and_red_until_seen_to() {
    let home = Home::new();
    let app = App::start(&home);
    let phrase = steps::start_my_book(&app);
    steps::add_client(&app, "Mira");
    steps::start_writing(&app);
    assert!(!app.button("Recording").is_there(), "recording is shown before anybody asked");
    steps::menu(&app, "Ask for recording");
    app.find("radio", "Yes").click();
    app.button("Keep the answer").click();
    app.button("Recording").click();
    app.button("Withdraw: Recording").click();
    app.wait_text("Recording: consent withdrawn at");
    app.wait_text("Withdrawn at");
    app.button("Consent withdrawn").wait();
    app.assert_accessible("a consent withdrawn");
    app.button("Done as the client wishes").click();
    app.button("Not recording").wait();
    app.keys("{Esc}");
    steps::assert_caret_in_line(&app);
    // And a check-in at any time, for one line.
    app.keys("/c");
    steps::keep_line(&app, "relieved");
    app.quit();
    let mut vault = steps::open_book(&home, &phrase);
    let session = sessions_of(&mut vault, "Mira").remove(0);
    let record = vault.sessions().get(session.id).expect("it is read");
    let consent = &record.frame.consents[0];
    assert_eq!(consent.decision, ConsentDecision::Withdrawn);
    assert!(consent.withdrawn_at >= session.started_at);
    assert!(record.frame.checks.iter().any(|check| check.key == CheckKey::WithdrawalSeenTo));
    assert_eq!(record.notes[0].fields.phase, "CLOSE");
    assert_ne!(record.frame.session.phase, "CLOSE", "the check-in changed the phase");
}
