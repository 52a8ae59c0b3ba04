//! One session with everything: a third topic raised late, one put off, an action let go, a consent taken back, a pause,
//! the lid closed for an hour, midnight, and the night in which the clocks go back. Under a clock on the wall that the
//! test sets, with the steady clock going on: to the app that is a machine that slept.

use crate::driver::{App, Home, WallClock};
use crate::john_doe::Record;
use crate::steps;
use chrono::{DateTime, Utc};
use coachbook_core::consent::ConsentDecision;
use coachbook_core::results::ActionStatus;
use coachbook_core::session::{SessionStatus, TopicStatus};

/// Twenty past eleven in Warsaw, in the night in which three o'clock comes twice.
const BEGINS: &str = "2026-10-24T21:20:00Z";

/// The window, the clock it goes by, and the phrase that brings it back.
struct Night<'home> {
    app: App,
    clock: &'home WallClock,
    phrase: String,
}

#[test]
fn a_session_in_which_everything_happens_is_on_record_rightly() {
    let clock = WallClock::showing(BEGINS);
    let home = Home::new().set("TZ", "Europe/Warsaw");
    let app = App::start(&home);
    let phrase = steps::start_my_book(&app);
    steps::add_client(&app, "Nadia Brook");
    app.quit();
    let home = clock.home(home);
    let app = App::start(&home);
    steps::unlock(&app, &phrase);
    app.find("heading", "Today").wait();
    app.find("link", "Clients").click();
    app.find("link", "Nadia Brook no session yet").click();
    // What it took to come here is no part of the night.
    clock.pass(0);
    steps::start_writing(&app);
    let night = Night { app, clock: &clock, phrase };
    before_midnight(&night);
    over_midnight(&night);
    the_lid(&night);
    the_clocks_go_back(&night);
    let phrase = night.phrase;
    night.app.quit();
    assert_record(&Record::read(&mut steps::open_book(&home, &phrase)));
}

impl Night<'_> {
    /// Keeps a line, and sees it in the stream before the clock goes on.
    #[track_caller]
    fn keep(&self, line: &str) {
        steps::keep_line(&self.app, line);
        self.app.wait_text(line.trim_start_matches("> "));
    }

    /// The lid is closed for some minutes: the book is locked, and opened again.
    #[track_caller]
    fn close_the_lid(&self, minutes: i64) {
        self.clock.pass(minutes);
        self.app.wait_text("Your book is locked");
        steps::unlock(&self.app, &self.phrase);
        self.app.field("Writing line").wait();
        steps::wait_caret(&self.app, "Writing line");
    }

    /// Time in which she was there all along; the machine dozed off, and she says that it counts.
    #[track_caller]
    fn attended(&self, minutes: i64) {
        self.close_the_lid(minutes);
        self.app.button("Count").click();
        self.app.wait_no_text("away: count them?");
        steps::assert_caret_in_line(&self.app);
    }
}

/// 23:20 to 23:50.
#[track_caller]
fn before_midnight(night: &Night<'_>) {
    let app = &night.app;
    app.keys("#The report{Enter}#The team{Enter}");
    app.button("team, now").wait();
    steps::menu(app, "Ask for recording");
    app.find("radio", "Yes").click();
    app.button("Keep the answer").click();
    app.button("Recording").wait();
    night.keep("three drafts, none sent");
    night.keep("> send the first draft");
    night.attended(30);
    night.keep("half an hour in");
}

/// 23:50 to 0:30: a pause, midnight, a third topic, an action by tomorrow, one let go.
#[track_caller]
fn over_midnight(night: &Night<'_>) {
    let app = &night.app;
    app.keys("/z");
    app.wait_text("Paused");
    night.close_the_lid(20);
    assert!(!app.text().contains("away: count them?"), "a gap is asked about that lies in a pause");
    steps::menu(app, "Go on");
    app.wait_no_text("Paused");
    app.keys("#My evenings{Enter}");
    app.button("My evenings, now").wait();
    steps::keep_line(app, "> leave at six by tomorrow");
    app.wait_text("leave at six");
    night.attended(20);
    app.button("2 actions").click();
    app.field("How it stands").nth(0).choose("let go");
    app.keys("{Esc}");
    steps::assert_caret_in_line(app);
    app.button("Recording").click();
    app.button("Withdraw: Recording").click();
    app.button("Consent withdrawn").wait();
    app.wait_text("Withdrawn at 00:30");
    app.keys("{Esc}");
    steps::assert_caret_in_line(app);
}

/// 0:30 to 1:30: an hour that is left out.
#[track_caller]
fn the_lid(night: &Night<'_>) {
    let app = &night.app;
    app.type_text("a word before the");
    night.close_the_lid(60);
    assert_eq!(app.field("Writing line").value(), "a word before the");
    app.wait_any_text(&[
        "59 minutes away: count them?",
        "60 minutes away: count them?",
        "61 minutes away: count them?",
    ]);
    app.button("Leave out").click();
    app.wait_no_text("away: count them?");
    app.keys(" lid{Enter}");
}

/// 1:30 to ten past two, the second time: a hundred minutes by any clock but the one on the wall.
#[track_caller]
fn the_clocks_go_back(night: &Night<'_>) {
    let app = &night.app;
    night.attended(100);
    night.keep("the last line");
    app.button("Close session").click();
    app.button("End").click();
    app.button("Wrap up now").click();
    // 30 minutes, 20 and 100: the pause and the hour under the lid are no part of them.
    app.wait_any_text(&["149 min", "150 min", "151 min"]);
    assert_eq!(app.field("Held on: Date").value(), "2026-10-24");
    assert_eq!(app.field("Held on: Time").value(), "23:20");
    assert_eq!(app.field("to Ended at").value(), "02:10");
    app.button("Next time: The team").click();
    app.wait_any_text(&["25 October", "October 25"]);
    app.assert_accessible("the wrap-up of a crooked session");
    app.button("Finish").click();
    app.button("Reopen").wait();
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}

#[track_caller]
fn assert_record(kept: &Record) {
    let frame = &kept.session.frame;
    let session = &frame.session;
    let near = |moment: Option<DateTime<Utc>>, wanted: &str| {
        let apart = moment.expect("a moment is on record") - at(wanted);
        assert!(apart.num_seconds().abs() < 240, "{moment:?} instead of {wanted}");
    };
    assert_eq!(session.status, SessionStatus::Completed);
    assert_eq!(session.base_date().map(|day| day.to_string()).as_deref(), Some("2026-10-24"));
    near(session.started_at, BEGINS);
    near(session.ended_at, "2026-10-25T01:10:00Z");
    assert!(session.minutes().is_some_and(|minutes| (149..=151).contains(&minutes)), "{:?}", session.minutes());
    let topics: Vec<_> = frame.topics.iter().map(|topic| (topic.title.as_str(), topic.status)).collect();
    assert_eq!(topics.len(), 3);
    assert_eq!(topics[1], ("The team", TopicStatus::CarriedForward));
    assert_eq!(topics[2].0, "My evenings");
    let actions: Vec<_> = frame.actions.iter().map(|row| (row.what.as_str(), row.status)).collect();
    assert_eq!(actions, [("send the first draft", ActionStatus::Dropped), ("leave at six", ActionStatus::Open)]);
    let day = frame.actions[1].due.date.map(|day| day.to_string());
    assert_eq!(day.as_deref(), Some("2026-10-25"), "tomorrow is counted from the day the session began");
    let consent = &frame.consents[0];
    assert_eq!(consent.decision, ConsentDecision::Withdrawn);
    near(consent.withdrawn_at, "2026-10-24T22:30:00Z");
    // The clock goes on while keys are pressed: each line may be a minute late.
    let minutes = kept.session.notes.iter().map(|note| note.elapsed_ms / 60_000);
    let lines: Vec<&str> = kept.session.notes.iter().map(|note| note.fields.text.as_str()).collect();
    assert_eq!(
        lines,
        [
            "three drafts, none sent",
            "send the first draft",
            "half an hour in",
            "leave at six by tomorrow",
            "a word before the lid",
            "the last line"
        ]
    );
    let wanted = [0, 0, 30, 30, 50, 150];
    assert!(
        minutes.clone().zip(wanted).all(|(told, wanted)| (told - wanted).abs() <= 1),
        "{:?}",
        minutes.collect::<Vec<_>>()
    );
}
