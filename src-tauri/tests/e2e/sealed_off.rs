//! No network: every socket the program and its web processes open is seen by the system's tracer, and the program
//! works where there is no network at all.

use crate::driver::{App, Home, PATIENCE, Undriven};
use crate::steps;
use coachbook_vault::{Argon2Cost, BookId, BookPlaces, Passphrase};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const PROGRAM: &str = env!("CARGO_BIN_EXE_coachbook");
const PHRASE: &str = "quiet lantern over seven invented rivers";
/// Traces without standing between the program and who starts it.
const TRACE: &str = "strace -D -f -qq -s 200 -e trace=socket,connect,bind,sendto -o";

fn can(words: &str) -> bool {
    let quiet = Command::new("sh").args(["-c", words]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    quiet.is_ok_and(|status| status.success())
}

/// Calls that name an internet address or ask for a socket for one.
fn internet_calls(log: &Path) -> Vec<String> {
    // The tracer writes until the last of the traced has ended, and that it has is its last word.
    let (waited, mut text) = (Instant::now(), String::new());
    while !text.trim_end().ends_with("+++") && waited.elapsed() < PATIENCE {
        std::thread::sleep(Duration::from_millis(500));
        text = std::fs::read_to_string(log).expect("the tracer left its log");
    }
    text.lines().filter(|line| line.contains("AF_INET")).map(str::to_owned).collect()
}

#[test]
fn a_whole_day_opens_no_socket_but_the_test_drivers() {
    if !can("strace -o /dev/null true") {
        eprintln!("skipped: programs cannot be traced here, or strace is missing");
        return;
    }
    let home = Home::new();
    let log = home.path("calls");
    let traced = format!("exec {TRACE} '{}' '{PROGRAM}' \"$@\"", log.display());
    let home = home.started_by(Path::new(PROGRAM), &traced);
    let app = App::start(&home);
    let environment = std::fs::read(format!("/proc/{}/environ", app.pid())).expect("the environment of the app");
    let phrase = steps::start_my_book(&app);
    steps::add_client(&app, "Mira");
    steps::start_writing(&app);
    steps::keep_line(&app, "see http://example.org/ and mira@example.org");
    app.keys("{Ctrl+l}");
    steps::wait_locked(&app);
    steps::unlock(&app, &phrase);
    app.wait_text("see http://example.org/");
    app.execute("location.hash = '#/paper/session_summary/1'");
    steps::assert_pages_drawn(&app);
    app.quit();
    let calls = internet_calls(&log);
    let environment = String::from_utf8_lossy(&environment).into_owned();
    let driver = environment.split('\0').find_map(|entry| entry.strip_prefix("WEBKIT_INSPECTOR_SERVER="));
    let port = driver.and_then(|address| address.rsplit_once(':')).map(|(_, port)| format!("htons({port})"));
    let port = port.expect("the driver told the app where it listens");
    let (named, asked): (Vec<_>, Vec<_>) = calls.iter().partition(|line| line.contains("sin_port"));
    let others: Vec<_> = named.iter().filter(|line| !line.contains(&port)).collect();
    assert!(others.is_empty(), "addresses that are not the driver's: {others:#?}");
    // Each window made under the driver listens for it once, or answers it; nobody else asks for a socket.
    assert!(asked.len() <= named.len(), "sockets without the driver's address: {asked:#?} {named:#?}");
}

#[test]
fn without_a_network_a_book_opens_and_locks_and_no_socket_is_asked_for() {
    let apart = ["unshare --net", "unshare --user --map-root-user --net"]
        .into_iter()
        .find(|way| can(&format!("{way} strace -o /dev/null true")));
    let Some(apart) = apart else {
        eprintln!("skipped: a network of one's own, or tracing, is not allowed here");
        return;
    };
    let home = Home::new();
    let places = BookPlaces::new(home.data(), home.config());
    let book = places.create_book(BookId::from_bytes([6; 16]), "Practice", &Passphrase::new(PHRASE), Argon2Cost::FLOOR);
    book.expect("a book").lock().1.expect("the book is closed");
    let log = home.path("calls");
    let app = Undriven::start(&home, &format!("exec {apart} {TRACE} '{}' '{PROGRAM}'", log.display()));
    app.wait_window();
    open(&app, &home.data());
    // Something is drawn and asked for before it is locked.
    app.key("ctrl+k");
    app.type_text("settings");
    app.key("Return");
    std::thread::sleep(Duration::from_secs(2));
    app.key("ctrl+l");
    assert!(app.wait_open(&home.data(), false), "the book did not lock");
    drop(app);
    assert_eq!(internet_calls(&log), [""; 0], "sockets were asked for");
}

/// Nothing says when the page takes keys, and under a tracer that may be late: then they are typed once more.
#[track_caller]
fn open(app: &Undriven, data: &Path) {
    for _ in 0..3 {
        app.key("ctrl+a");
        app.type_text(PHRASE);
        app.key("Return");
        if app.wait_open(data, true) {
            return;
        }
    }
    panic!("the book did not open");
}

#[test]
fn the_tracer_sees_a_socket() {
    if !can("strace -o /dev/null true") || !can("perl -e 1") {
        eprintln!("skipped: programs cannot be traced here, or strace or perl is missing");
        return;
    }
    let home = Home::new();
    let log = home.path("calls");
    let asks = "use Socket; socket(my $s, PF_INET, SOCK_DGRAM, 0);";
    assert!(can(&format!("{TRACE} '{}' perl -e '{asks}'", log.display())));
    assert_eq!(internet_calls(&log).len(), 1, "a socket was not seen");
}
