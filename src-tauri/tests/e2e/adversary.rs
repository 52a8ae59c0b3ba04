//! What goes wrong in a life: each time the window says what happened and what to do, and nothing is lost.

use crate::driver::{App, Home};
use crate::steps;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// A home with a book that has one client; the app has ended. Returns the phrase.
fn a_book(home: &Home) -> String {
    let app = App::start(home);
    let phrase = steps::start_my_book(&app);
    steps::add_client(&app, "Mira");
    app.quit();
    phrase
}

/// The folder of the one book of a home.
fn folder(home: &Home) -> PathBuf {
    let books = fs::read_dir(home.data().join("books")).expect("there are books").flatten();
    books.map(|entry| entry.path()).find(|path| path.join("book.db").is_file()).expect("there is a book")
}

#[track_caller]
fn assert_told(app: &App, message: &str, hint: &str) {
    app.wait_text(message);
    app.wait_text(hint);
}

#[test]
fn a_wrong_phrase_is_refused_in_words_and_the_right_one_opens() {
    let home = Home::new();
    let phrase = a_book(&home);
    let app = App::start(&home);
    app.field("Your phrase").type_text("not these words at all");
    app.keys("{Enter}");
    assert_told(&app, "That phrase does not open this book.", "Check capital letters");
    app.field("Your phrase").replace_text(&phrase);
    app.keys("{Enter}");
    app.find("heading", "Today").wait();
}

#[test]
fn a_wrong_code_is_refused_and_the_right_one_opens_without_any_key_file() {
    let home = Home::new();
    let phrase = a_book(&home);
    let code = steps::open_book(&home, &phrase).into_book().recovery_code().text().to_string();
    fs::remove_file(folder(&home).join("book.keys")).expect("the key file is there");
    fs::remove_dir_all(home.config().join("keys")).expect("its second copy is there");
    let app = App::start(&home);
    app.field("Your phrase").type_text(&phrase);
    app.keys("{Enter}");
    assert_told(&app, "The key file of this book is missing or damaged.", "Type the code on your recovery sheet");
    app.button("Use the code on my recovery sheet").click();
    let wrong = if code.starts_with('2') { code.replacen('2', "3", 1) } else { format!("2{}", &code[1..]) };
    app.field("Code on your recovery sheet").type_text(&wrong);
    app.keys("{Enter}");
    assert_told(&app, "The recovery code has a typing mistake in it.", "group by group; nothing was changed");
    app.field("Code on your recovery sheet").replace_text(&code);
    app.keys("{Enter}");
    app.find("heading", "Choose a new phrase").wait();
    app.find("checkbox", "I have written it down").tick();
    app.button("Keep this phrase").click();
    app.find("link", "Clients").click();
    app.wait_text("Mira");
}

#[test]
fn a_book_that_is_cut_off_or_foreign_is_named_and_left_alone() {
    for cut in [true, false] {
        let home = Home::new();
        let phrase = a_book(&home);
        let database = folder(&home).join("book.db");
        let whole = fs::read(&database).expect("the book's file is read");
        let damaged = if cut { whole[..whole.len() / 2].to_vec() } else { b"PK\x03\x04 some other file".repeat(900) };
        fs::write(&database, &damaged).expect("the book's file is changed");
        let app = App::start(&home);
        app.field("Your phrase").type_text(&phrase);
        app.keys("{Enter}");
        assert_told(&app, "The book's file is damaged.", "restore the latest safety copy");
        assert_eq!(fs::read(&database).ok(), Some(damaged), "the damaged file was written to");
    }
}

#[test]
fn a_disk_that_may_not_be_written_is_named_for_an_old_book_and_a_new_one() {
    let home = Home::new();
    let Some(disk) = SmallDisk::over(&home.data(), 24) else {
        eprintln!("skipped: this user may not mount a disk to protect");
        return;
    };
    disk.protect(true);
    let app = App::start(&home);
    app.button("Start my book").click();
    app.field("Your name").type_text(steps::COACH);
    app.find("checkbox", "I have written it down").tick();
    app.button("Make my book").click();
    assert_told(&app, "Coachbook may not write here.", "Check that the disk is not write-protected");
    assert_eq!(app.field("Your name").value(), steps::COACH, "what she typed is gone");
    app.quit();
    disk.protect(false);
    let phrase = a_book(&home);
    disk.protect(true);
    let app = App::start(&home);
    app.field("Your phrase").type_text(&phrase);
    app.keys("{Enter}");
    assert_told(&app, "Coachbook may not write here.", "Check that the disk is not write-protected");
}

#[test]
fn a_client_named_like_a_page_is_only_a_name() {
    let home = Home::new();
    let app = App::start(&home);
    steps::start_my_book(&app);
    let name = "<img src=x onerror=alert(1)>";
    steps::add_client(&app, name);
    assert!(app.find("heading", name).is_there(), "the name is not shown as it was typed");
    app.find("link", "Clients").click();
    app.wait_text(name);
    let made = app.execute("return document.querySelectorAll('img[src=\"x\"]').length");
    assert_eq!(made, 0, "the name became an element of the page");
    app.find("link", "Today").click();
    assert!(app.window_titles().iter().all(|title| !title.contains("img")), "a client's name is in a window's title");
}

#[test]
fn a_second_window_says_at_once_that_the_book_is_open() {
    let home = Home::new();
    let app = App::start(&home);
    let phrase = steps::start_my_book(&app);
    let second = App::start(&home);
    second.field("Your phrase").type_text(&phrase);
    let asked = Instant::now();
    second.keys("{Enter}");
    assert_told(&second, "This book is already open in another window.", "Go to the other window");
    // A window that lets go of the book is waited for, half a minute long.
    assert!(asked.elapsed() < Duration::from_secs(10), "it took {:?} to say so", asked.elapsed());
    assert!(app.is_running());
}

/// A small disk of its own. Given back when the test is over.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// Mounts it over a folder; none when this user may not.
    fn over(folder: &Path, megabytes: u32) -> Option<Self> {
        fs::create_dir_all(folder).ok()?;
        let size = format!("size={megabytes}m");
        let done = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder).output().ok()?;
        done.status.success().then(|| Self(folder.to_owned()))
    }

    /// Writes until nothing more fits.
    fn fill(&self) {
        let full = fs::write(self.0.join("filler"), vec![7_u8; 64 << 20]);
        assert!(full.is_err(), "the small disk did not get full");
    }

    /// Makes it read-only, or gives it back.
    fn protect(&self, on: bool) {
        let options = if on { "remount,ro" } else { "remount,rw" };
        let done = Command::new("mount").args(["-o", options]).arg(&self.0).status();
        assert!(done.is_ok_and(|done| done.success()), "the disk could not be protected");
    }

    fn empty(&self) {
        fs::remove_file(self.0.join("filler")).expect("the filler is there");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Lazily, because the app may still be ending.
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_while_she_types_loses_nothing() {
    let home = Home::new();
    let Some(disk) = SmallDisk::over(&home.data(), 24) else {
        eprintln!("skipped: this user may not mount a small disk to fill");
        return;
    };
    fs::set_permissions(home.data(), fs::Permissions::from_mode(0o700)).expect("own folder closed to others");
    let app = App::start(&home);
    let phrase = steps::start_my_book(&app);
    steps::add_client(&app, "Mira");
    steps::start_writing(&app);
    steps::keep_line(&app, "kept while there was room");
    app.wait_text("kept while there was room");
    disk.fill();
    let long = "words that find no room on the disk any more ".repeat(20);
    steps::keep_line(&app, long.trim());
    app.type_text("and half a line");
    app.wait_text("Not saved since");
    app.wait_text("Your words are safe in this window.");
    assert!(
        app.text().contains("words that find no room on the disk any more"),
        "the line she kept is gone from the window"
    );
    assert_eq!(app.field("Writing line").value(), "and half a line");
    disk.empty();
    app.button("Try again").click();
    app.wait_no_text("Not saved since");
    app.keys("{Enter}");
    app.wait_text("and half a line");
    app.quit();
    let mut vault = steps::open_book(&home, &phrase);
    let session = vault.sessions().in_progress().expect("sessions are read").expect("the session is running");
    let notes = vault.sessions().get(session.id).expect("the session is read").notes;
    let texts: Vec<_> = notes.iter().map(|note| note.fields.text.as_str()).collect();
    assert_eq!(texts, ["kept while there was room", long.trim(), "and half a line"]);
}
