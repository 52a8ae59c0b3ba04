//! What is under way when she goes: a copy that is looked into while the book locks, a copy that is made while the program
//! ends, and the one that is made while she works.
//!
//! A scan that is a pipe opens only when somebody opens its other end. So a copy takes as long as a story needs.

use crate::driver::{App, Home, PATIENCE};
use crate::keys::{BEFORE, make_book};
use crate::leaks::{in_memory, memory, root_of};
use crate::safety_copies::{Stick, press, settings};
use crate::steps;
use chrono::{DateTime, Utc};
use coachbook_core::{attachment::KeptWith, client::ClientDraft, engagement::EngagementDraft};
use coachbook_vault::{BookPlaces, CopyPlan, CopyProgress, GivenFile, StartFrom, Vault};
use std::fs::{self, File};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant, SystemTime};

/// Where a pipe is opened for writing only if somebody reads it.
const ONLY_IF_READ: i32 = 0o4000;

/// Makes a book with a session and three scans, whose copies go to a stick. Returns the code on its sheet.
fn book_with_scans(home: &Home, stick: &Stick) -> String {
    let code = make_book(home);
    let mut vault = steps::open_book(home, BEFORE);
    let client = vault.clients().save(None, None, &ClientDraft::named("Ana Inventada")).expect("a client").id;
    let engagement = vault.engagements().save(client, None, None, &EngagementDraft::default()).expect("a programme").id;
    let begun = vault.sessions().start(StartFrom::Engagement(engagement), chrono_tz::UTC, 60).expect("a session");
    vault.sessions().end(begun.session.id).expect("the session ends");
    for name in ["one.pdf", "two.pdf", "three.pdf"] {
        let file = GivenFile::new(name, [b"%PDF-1.4 ", name.as_bytes()].concat().into()).expect("a scan");
        vault.attachments().add(KeptWith::Session(begun.session.id), &file).expect("the scan is kept");
    }
    let plan = CopyPlan::new(stick.0.clone(), now().date_naive());
    vault.book().places().keep_copy_plan(vault.book().id(), &plan).expect("the place is kept");
    close(vault);
    code
}

fn close(vault: Vault) {
    vault.into_book().lock().1.expect("the book is closed");
}

fn now() -> DateTime<Utc> {
    SystemTime::now().into()
}

/// Makes a copy as the program does.
fn copy(home: &Home, stick: &Stick) {
    let vault = steps::open_book(home, BEFORE);
    let (book, at) = (vault.book(), now());
    let order = book.order_copy().expect("a copy is ordered");
    let taken = order.from_open(book).expect("the bytes are taken down");
    let made = taken.write_into(&stick.0, at, 0, &CopyProgress::default()).expect("a copy is made");
    let mut plan = book.places().copy_plan(book.id()).expect("there is a place");
    plan.note_made(&made, at);
    book.places().keep_copy_plan(book.id(), &plan).expect("the copy is noted");
    close(vault);
}

/// Puts a pipe in the place of every file of a folder. Returns them in the order of their names.
fn pipes(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("a folder of scans").map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in &files {
        fs::rename(file, file.with_extension("kept")).expect("the scan is set aside");
        assert!(Command::new("mkfifo").arg(file).status().expect("mkfifo runs").success());
    }
    files
}

fn read_by_somebody(pipe: &Path) -> Option<File> {
    File::options().write(true).custom_flags(ONLY_IF_READ).open(pipe).ok()
}

/// Waits until somebody reads a pipe, who then waits for its end.
#[track_caller]
fn wait_read(pipe: &Path) -> File {
    let waited = Instant::now();
    loop {
        if let Some(end) = read_by_somebody(pipe) {
            return end;
        }
        assert!(waited.elapsed() < PATIENCE, "nobody reads {}", pipe.display());
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_copy_that_is_looked_into_is_let_go_with_its_keys_when_the_book_locks() {
    steps::once_more_if_the_driver_is_lost(|| {
        let (home, stick) = (Home::new(), Stick::new());
        let code = book_with_scans(&home, &stick);
        copy(&home, &stick);
        let folder = stick.copies().pop().expect("a copy").with_file_name("scans");
        let pipes = pipes(&folder);
        let app = App::start(&home);
        steps::unlock(&app, BEFORE);
        settings(&app);
        press(&app, "See that the newest copy opens");
        steps::reach(&app, "Tab", "Phrase or code");
        app.type_text(BEFORE);
        app.keys("{Enter}");
        // From the first it goes on to the second at once, and is held there.
        drop(wait_read(&pipes[0]));
        app.keys("{Ctrl+l}");
        steps::wait_locked(&app);
        let keys = || memory(app.pid()).map(|parts| in_memory(&parts, &root_of(&code)));
        let Some(held) = keys() else { return eprintln!("skipped: the memory of another process cannot be read here") };
        assert!(held > 0, "control: the look holds the key while it waits for the second scan");
        drop(wait_read(&pipes[1]));
        std::thread::sleep(Duration::from_secs(2));
        assert!(read_by_somebody(&pipes[2]).is_none(), "the look goes on to the third scan");
        let let_on = Instant::now();
        while keys() != Some(0) {
            assert!(let_on.elapsed() < PATIENCE, "the look leaves keys after the book was locked; it held {held}");
        }
    });
}

#[test]
fn a_program_that_still_makes_its_last_copy_keeps_nobody_out() {
    let (home, stick) = (Home::new(), Stick::new());
    book_with_scans(&home, &stick);
    let books = BookPlaces::new(home.data(), home.config()).books_dir();
    let folder = books.join(steps::book_of(&home).id().to_string()).join("files");
    let pipes = pipes(&folder);
    let first = App::start(&home);
    steps::unlock(&first, BEFORE);
    first.find("heading", "Today").wait();
    first.close_window();
    let copying = wait_read(&pipes[0]);
    assert!(first.is_running(), "the program ends before its copy is made");

    let second = App::start(&home);
    steps::unlock(&second, BEFORE);
    second.find("heading", "Today").wait();
    steps::add_client(&second, "Béla Kitalált");
    assert!(first.is_running() && stick.copies().is_empty(), "control: the copy is still being made");

    for pipe in &pipes {
        let aside = pipe.with_extension("pipe");
        fs::rename(pipe, &aside).expect("the pipe is set aside");
        fs::rename(pipe.with_extension("kept"), pipe).expect("the scan is back");
        fs::remove_file(aside).expect("the pipe is gone");
    }
    drop(copying);
    let waited = Instant::now();
    while first.is_running() {
        assert!(waited.elapsed() < PATIENCE, "the program stays when its copy is made");
        std::thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(stick.copies().len(), 1);
    settings(&second);
    second.wait_text("What you wrote since then goes into the next one.");
    second.quit();
    assert_eq!(stick.copies().len(), 2, "the second window made no copy when it was closed");
}

#[test]
fn a_copy_is_made_while_she_works_and_settings_say_so() {
    let (home, stick) = (Home::new(), Stick::new());
    book_with_scans(&home, &stick);
    copy(&home, &stick);
    let app = App::start(&home);
    steps::unlock(&app, BEFORE);
    app.find("heading", "Today").wait();
    steps::add_client(&app, "Zoé Inventée");
    settings(&app);
    app.wait_text("What you wrote since then goes into the next one.");
    // The first is due a minute after opening; those of every half hour go the same way.
    let waited = Instant::now();
    while stick.copies().len() < 2 {
        assert!(waited.elapsed() < Duration::from_secs(120), "no copy was made while the book is open");
        std::thread::sleep(Duration::from_millis(200));
    }
    app.wait_text("Holds everything up to now.");
    assert!(app.button("Lock").is_there(), "the book was locked");
}
