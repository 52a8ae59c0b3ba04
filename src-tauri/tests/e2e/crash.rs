//! A crash measured to the key: how old was the first key that is gone, and is every kept line there exactly once.

use crate::driver::{App, Home};
use crate::steps;
use coachbook_core::note::NoteDraft;
use coachbook_vault::{Argon2Cost, Passphrase, RandomUids, SystemClock, UidSource, Vault, VaultError};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Lines in the session before the first crash.
const MANY: usize = 1_000;

/// What may be gone.
const ALLOWED: Duration = Duration::from_millis(500);

/// Her lines, in the order she keeps them; the last stands for the crash in its middle.
const LINES: [&str; 3] = ["she names the garden first", "the brother is not asked", "begin with one bed only"];

/// What she is typing when it happens; each crash comes at another key.
const TYPED: &str = "and then there is something about the water";

#[test]
fn each_of_three_crashes_in_a_long_session_costs_half_a_second_at_most() {
    let home = Home::new();
    let app = App::start(&home);
    let phrase = in_a_session(&app);
    app.quit();
    fill(&home, &phrase);
    let mut app = App::start(&home);
    steps::unlock(&app, &phrase);
    app.button("Close session").wait();
    let mut kept = Vec::new();
    for (line, keys) in LINES.into_iter().zip([18, 29, 43]) {
        steps::keep_line(&app, line);
        app.wait_text(line);
        kept.push(line);
        let typed = &TYPED[..keys];
        let (pressed, killed) = type_and_crash(app, typed);

        let left = read_after_crash(&home, &phrase, &kept);
        assert!(typed.starts_with(&left), "the line holds other words than were typed: “{left}”");
        let age = age_of_first_lost(&pressed, left.chars().count(), killed);
        eprintln!("{} of {keys} keys are left, the first lost one was {age:?} old", left.chars().count());
        assert!(age <= ALLOWED, "{age:?} of typing are gone: “{left}” is left of “{typed}”");

        app = App::start(&home);
        steps::unlock(&app, &phrase);
        app.button("Close session").wait();
        steps::assert_caret_in_line(&app);
        assert_eq!(app.field("Writing line").value(), left, "the screen shows other words than the book holds");
        app.keys("{Ctrl+a}{Delete}");
    }
}

/// The control: in a window that saves late, the same crash must be seen to cost too much.
#[test]
fn a_window_that_saves_late_is_noticed() {
    let home = Home::new();
    let app = App::start(&home);
    let phrase = in_a_session(&app);
    steps::keep_line(&app, LINES[0]);
    app.wait_text(LINES[0]);
    // No person can slow the window's clock down.
    app.execute("const own = window.setTimeout; window.setTimeout = (run, ms, ...rest) => own(run, ms < 500 ? 2500 : ms, ...rest)");
    let (pressed, killed) = type_and_crash(app, &TYPED[..29]);
    let left = read_after_crash(&home, &phrase, &LINES[..1]);
    let age = age_of_first_lost(&pressed, left.chars().count(), killed);
    assert!(age > ALLOWED, "a window that saves after 2.5 s was found good enough: {age:?}, “{left}” is left");
}

/// Makes a book and stands on the empty writing line of a session. Returns the phrase.
fn in_a_session(app: &App) -> String {
    let phrase = steps::start_my_book(app);
    steps::add_client(app, "Noor Ferreira");
    steps::start_writing(app);
    phrase
}

/// Adds so many lines that a session never has more.
fn fill(home: &Home, phrase: &str) {
    let mut vault = steps::open_book(home, phrase);
    let session = vault.sessions().in_progress().expect("sessions are read").expect("the session is running").id;
    for nth in 0..MANY {
        let draft = NoteDraft::plain(&format!("{nth}: something that was said"), "R", None);
        vault.notes().keep(session, &RandomUids.next(), &draft, None, None).expect("a line is kept");
    }
    vault.into_book().lock().1.expect("the book is closed tidily");
}

/// Types with an uneven pause between the keys and crashes at the last; returns when each key was pressed, and the crash.
fn type_and_crash(app: App, words: &str) -> (Vec<Instant>, Instant) {
    let mut pressed = Vec::new();
    for (at, letter) in words.chars().enumerate() {
        if at > 0 {
            sleep(Duration::from_millis([40, 90, 65, 120][at % 4]));
        }
        pressed.push(Instant::now());
        app.type_text(&letter.to_string());
    }
    let killed = Instant::now();
    app.kill9();
    (pressed, killed)
}

/// Opens the book as the crash left it, and returns what was half-typed.
fn read_after_crash(home: &Home, phrase: &str, kept: &[&str]) -> String {
    let mut vault = open_when_let_go(home, phrase);
    let session = vault.sessions().in_progress().expect("sessions are read").expect("the session is still running");
    let notes = vault.sessions().get(session.id).expect("the session is read").notes;
    let found: Vec<String> = notes.into_iter().map(|note| note.fields.text).collect();
    let differences = differences(kept, &found);
    assert!(differences.is_empty(), "after the crash: {differences:?}");
    let left = vault.drafts().get(session.id, "line").expect("half-typed words are read");
    left.unwrap_or_default()
}

/// A killed program counts as ended a moment before the last of its threads lets go of the book.
fn open_when_let_go(home: &Home, phrase: &str) -> Vault {
    let began = Instant::now();
    loop {
        match steps::book_of(home).open_with_phrase(&Passphrase::new(phrase), Argon2Cost::FLOOR) {
            Ok(book) => return Vault::new(book, Box::new(SystemClock), Box::new(RandomUids)),
            Err(VaultError::AlreadyOpen) if began.elapsed() < Duration::from_secs(2) => {
                sleep(Duration::from_millis(20))
            }
            Err(error) => panic!("the book does not open after the crash: {error}"),
        }
    }
}

/// Says which kept lines are not there exactly once.
fn differences(kept: &[&str], found: &[String]) -> Vec<String> {
    let times = |line: &str| found.iter().filter(|text| *text == line).count();
    let wrong = kept.iter().filter(|line| times(line) != 1);
    wrong.map(|line| format!("“{line}” is there {} times", times(line))).collect()
}

/// Returns how long before the crash the first key was pressed that is not in the book.
fn age_of_first_lost(pressed: &[Instant], left: usize, killed: Instant) -> Duration {
    pressed.get(left).map_or(Duration::ZERO, |first| killed.duration_since(*first))
}

#[test]
fn a_missing_line_a_double_one_and_late_keys_are_noticed() {
    let whole: Vec<String> = LINES.map(str::to_owned).to_vec();
    assert!(differences(&LINES, &whole).is_empty(), "a whole session was objected to");
    assert_eq!(differences(&LINES, &whole[1..]).len(), 1, "a missing line was not noticed");
    let mut double = whole.clone();
    double.push(LINES[1].to_owned());
    assert_eq!(differences(&LINES, &double).len(), 1, "a line kept twice was not noticed");
    let first = Instant::now();
    let pressed: Vec<Instant> = (0..10).map(|nth| first + Duration::from_millis(nth * 150)).collect();
    let killed = first + Duration::from_millis(1_500);
    assert!(age_of_first_lost(&pressed, 8, killed) <= ALLOWED, "two lost keys were too many");
    assert!(age_of_first_lost(&pressed, 5, killed) > ALLOWED, "750 ms of lost typing were not noticed");
}
