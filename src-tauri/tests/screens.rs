//! Pictures of every screen, light and dark, for looking at. Started by `cargo xtask screens --out DIR`;
//! `cargo test` alone leaves it out.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what went wrong by stopping"
)]

#[allow(dead_code, reason = "the stories use all of it, the pictures a part")]
#[path = "e2e/driver/mod.rs"]
mod driver;
#[allow(dead_code, reason = "the stories use all of it, the pictures a part")]
#[path = "e2e/steps.rs"]
mod steps;

use driver::{App, Home, Theme};
use std::{path::PathBuf, time::Duration};

/// Names and saves pictures of one theme.
struct Album<'app> {
    app: &'app App,
    theme: Theme,
}

impl Album<'_> {
    /// Saves the window as `screen-state-theme.png`.
    fn picture(&self, screen: &str, state: &str) {
        let folder = std::env::var_os("SCREENS_OUT").expect("`cargo xtask screens --out DIR` says where to");
        let name = format!("{screen}-{state}-{}.png", self.theme.word());
        self.app.screenshot(&PathBuf::from(folder).join(name));
    }

    /// Saves the window after it has had time to fetch and draw.
    fn shown(&self, screen: &str, state: &str) {
        std::thread::sleep(Duration::from_millis(900));
        self.picture(screen, state);
    }
}

#[test]
fn light() {
    walk(Theme::Light);
}

#[test]
fn dark() {
    walk(Theme::Dark);
}

/// Goes through the screens in the order in which a coach meets them.
fn walk(theme: Theme) {
    let home = Home::with_theme(theme);
    let app = App::start(&home);
    let album = Album { app: &app, theme };
    app.resize(1280, 720);
    app.find("heading", "Coachbook").wait();
    album.picture("start", "doors");
    app.button("Start my book").click();
    album.picture("start", "new-book");
    new_book(&app, &album);
    app.execute("location.hash = '#/settings'");
    album.shown("settings", "coach");
    app.execute("location.hash = '#/change-phrase'");
    album.shown("settings", "phrase");
    app.execute("location.hash = '#/new-code'");
    album.shown("settings", "code");
    app.keys("{Ctrl+l}");
    steps::wait_locked(&app);
    album.shown("start", "locked");
    app.button("Look around with a sample").click();
    app.wait_text("Sample book");
    album.shown("today", "sample");
    sample_pages(&album);
    own_texts(&app, &album);
    before_a_session(&app, &album);
    session_forms(&app, &album);
    session_panels(&app, &album);
}

/// Her own texts: the list, and one with a slip in it.
fn own_texts(app: &App, album: &Album<'_>) {
    app.execute("location.hash = '#/templates'");
    app.find("heading", "Opening").wait();
    app.button("Make my own copy: Agreement").click();
    app.field("Words of “Parties”").click();
    app.keys("{Ctrl+End}");
    app.type_text(" With {client.nmae} it is a pleasure.");
    app.wait_text("Did you mean");
    album.shown("templates", "slip");
    app.button("Insert a field: Parties").click();
    album.shown("templates", "fields");
    app.keys("{Esc}");
    app.button("Preview").click();
    album.shown("templates", "preview");
    app.execute("location.hash = '#/templates'");
    album.shown("templates", "list");
}

/// What she reads five minutes before, and the sheet she can take along.
fn before_a_session(app: &App, album: &Album<'_>) {
    app.execute("location.hash = '#/client/1/sessions'");
    app.find("heading", "Plan a session").wait();
    let tomorrow = chrono::Local::now().date_naive() + chrono::Days::new(1);
    steps::set_date(app, "Day", &tomorrow.to_string());
    app.button("Plan a session").click();
    app.wait_text("Planned for");
    steps::click_when_there(app, ".client__panel a[href*=prep]");
    app.find("heading", "Open actions").wait();
    album.shown("prep", "second-session");
    app.button("Set a question aside").click();
    app.type_text("what else");
    album.shown("prep", "questions");
    app.keys("{Enter}");
    album.shown("prep", "set-aside");
    app.execute("location.hash = location.hash.replace('prep', 'paper/session_sheet')");
    album.shown("paper", "session-sheet");
    app.execute("location.hash = '#/paper/action_plan/1'");
    album.shown("paper", "action-plan");
}

/// A book of one's own: what is empty, and the first client's agreement.
fn new_book(app: &App, album: &Album<'_>) {
    app.field("Your name").type_text("Iris Example");
    album.picture("start", "phrase");
    app.find("checkbox", "I have written it down").click();
    app.button("Make my book").click();
    app.find("heading", "Your recovery sheet").wait();
    album.shown("recovery", "sheet");
    app.button("Later").click();
    album.shown("today", "empty");
    app.execute("location.hash = '#/clients'");
    album.shown("clients", "empty");
    steps::add_client(app, "Zofia Żółkiewska-Przykładowa (invented)");
    album.shown("client", "new");
    app.button("Prepare the agreement").click();
    album.shown("agreement", "draft");
    on_paper(app, album);
}

/// A session held on paper, with the scan of its notes beside it; and the sheet of an agreement that was signed.
fn on_paper(app: &App, album: &Album<'_>) {
    let folder = std::env::temp_dir().join(format!("coachbook-screens-{}-{}", std::process::id(), album.theme.word()));
    std::fs::create_dir_all(&folder).expect("a folder for a scan");
    let scan = folder.join("notes of 4 March.png");
    app.screenshot(&scan);
    app.execute("location.hash = '#/client/1/sessions'");
    app.button("Wrap it up").click();
    app.wait_text("You wrote nothing, and that is fine.");
    album.shown("wrap-up", "empty");
    app.button("Add a scan").click();
    app.choose_file(&scan);
    album.shown("wrap-up", "scan");
    app.resize(760, 720);
    album.shown("wrap-up", "scan-half");
    app.resize(1280, 720);
    app.execute("location.hash = '#/client/1/papers'");
    album.shown("client", "papers-scans");
    app.execute("location.hash = '#/scan/1'");
    album.shown("scan", "page");
    app.execute("location.hash = '#/agreement/1'");
    app.find("heading", "Coaching agreement").wait();
    steps::issue(app);
    album.shown("agreement", "issued");
    app.button("Add a scan").click();
    app.choose_file(&scan);
    album.shown("agreement", "signed-scan");
    app.execute("location.hash = '#/sign/1'");
    album.shown("sign", "agreement");
    std::fs::remove_dir_all(folder).expect("the scan is there");
}

/// Pages of the sample that need no clicking.
fn sample_pages(album: &Album<'_>) {
    for (hash, screen, state) in [
        ("#/clients", "clients", "list"),
        ("#/client/1", "client", "overview"),
        ("#/client/1/sessions", "client", "sessions"),
        ("#/client/1/plan", "client", "plan"),
        ("#/client/1/papers", "client", "papers"),
        ("#/client/1/privacy", "client", "privacy"),
        ("#/agreement/1", "agreement", "signed"),
        ("#/session/1/wrap-up", "wrap-up", "finished"),
        ("#/session/1", "session", "finished"),
        ("#/paper/session_summary/1", "paper", "summary"),
        ("#/paper/coaching_plan/1", "paper", "coaching-plan"),
        ("#/access/1", "access", "review"),
        ("#/sponsor/1", "sponsor", "empty"),
        ("#/practice-papers", "practice-papers", "all"),
        ("#/paper/hours_log", "paper", "hours-log"),
        ("#/settings/papers", "settings", "papers"),
        ("#/settings/protection", "settings", "protection"),
        ("#/paper/data_handling", "paper", "data-handling"),
        ("#/settings/about", "settings", "about"),
    ] {
        album.app.execute(&format!("location.hash = '{hash}'"));
        album.shown(screen, state);
    }
    given(album);
    erasing(album);
}

/// What a coach reads before she erases a client; she leaves it.
fn erasing(album: &Album<'_>) {
    let app = album.app;
    app.execute("location.hash = '#/client/1/privacy'");
    app.button("Erase John for good …").click();
    app.field("Type John to go on").wait();
    album.shown("client", "erasing");
    app.keys("{Esc}");
}

/// A copy that was handed over, and the dialog it was noted in.
fn given(album: &Album<'_>) {
    let app = album.app;
    app.execute("location.hash = '#/paper/session_summary/1'");
    app.button("Give a copy…").click();
    app.find("checkbox", "Leave out the names of other people").click();
    album.shown("paper", "give");
    app.find("radio", "I handed it over").click();
    app.button("Note it").click();
    app.execute("location.hash = '#/client/1/papers'");
    album.shown("client", "papers-given");
}

/// The session workspace in its four forms, with some lines in it.
fn session_forms(app: &App, album: &Album<'_>) {
    app.execute("location.hash = '#/client/1/sessions'");
    album.shown("client", "before-session");
    app.button("Start session").click();
    app.find("heading", "Focus for today").wait();
    for words in ["Argument with Mr. X", "ways out of it", "the appraisal hangs on it", "a plan for Mr. X"] {
        app.type_text(words);
        app.keys("{Enter}");
    }
    album.shown("session", "focus");
    app.keys("{Esc}{Ctrl+2}");
    for line in [
        "= no agreement, so he is unhappy",
        "not everyone; former manager, could gauge his mood",
        "! many questions may be cross-checking, else an outright no",
        "> talk to the manager by Friday",
    ] {
        steps::keep_line(app, line);
    }
    for (width, height, state) in [(1280, 720, "page"), (760, 720, "half"), (640, 720, "small"), (640, 132, "strip")] {
        app.resize(width, height);
        album.shown("session", state);
    }
    app.resize(1280, 720);
    app.button("1 action").click();
    album.shown("session", "results");
    app.keys("{Esc}");
    app.button("All questions").click();
    album.shown("session", "questions");
    app.keys("{Esc}");
    app.button("Close session").click();
    album.shown("session", "closing");
    app.keys("{Esc}");
    app.execute("document.documentElement.style.setProperty('font-size', '200%')");
    album.shown("session", "page-200");
    app.execute("document.documentElement.style.removeProperty('font-size')");
}

/// What comes up over the lines and goes again.
fn session_panels(app: &App, album: &Album<'_>) {
    app.keys("/");
    album.shown("session", "letters");
    app.keys("{Backspace}{Ctrl+k}");
    album.shown("session", "everything");
    app.keys("{Esc}{Ctrl+0}");
    album.shown("session", "opening");
    app.keys("{Esc}{Esc}");
    steps::menu(app, "Ask for recording");
    album.shown("session", "recording");
    app.find("radio", "Yes").click();
    app.button("Keep the answer").click();
    app.button("Recording").click();
    app.button("Withdraw: Recording").click();
    album.shown("session", "withdrawn");
    app.keys("{Esc}{Ctrl+Shift+h}");
    album.shown("session", "cover");
    app.keys("{Ctrl+Shift+h}");
    steps::menu(app, "This session belongs to …");
    album.shown("session", "belongs");
    app.keys("{Esc}");
    app.button("Close session").click();
    app.button("End").click();
    album.shown("session", "ended");
    app.button("Wrap up now").click();
    app.find("heading", "Wrap-up John · 2").wait();
    album.shown("wrap-up", "open");
}

#[test]
fn safety_light() {
    ways_back(Theme::Light);
}

#[test]
fn safety_dark() {
    ways_back(Theme::Dark);
}

/// What a coach sees of her book's protection: copies, the lock, and the sheet before a client is erased.
fn ways_back(theme: Theme) {
    let home = Home::with_theme(theme);
    let app = App::start(&home);
    let album = Album { app: &app, theme };
    let stick = std::env::temp_dir().join(format!("coachbook-stick-{}-{}", std::process::id(), theme.word()));
    std::fs::create_dir_all(&stick).expect("a folder for copies");
    app.resize(1280, 800);
    let phrase = steps::start_my_book(&app);
    for name in [LONG, "عبد الرحمن بن محمد الأنصاري", "Ana Inventada"] {
        steps::add_client(&app, name);
    }
    copied_text(&app, &album);
    places(&app, &album, &stick);
    erasing_names(&app, &album);
    locked(&app, &album, &stick, &phrase);
    std::fs::remove_dir_all(stick).expect("the folder is there");
}

const LONG: &str = "Maximiliane Freifrau von und zu Hohenlohe-Waldenburg-Schillingsfürst-Beispielhausen (invented)";

/// The words about the clipboard, beside the paper whose text was copied.
fn copied_text(app: &App, album: &Album<'_>) {
    app.button("Start session").click();
    app.find("heading", "Opening").wait();
    app.keys("{Esc}");
    app.find("heading", "Focus for today").wait();
    app.keys("{Esc}");
    steps::keep_line(app, "! it was a cross-check and no refusal");
    app.button("Close session").click();
    app.button("End").click();
    app.button("Later today").click();
    app.execute("location.hash = '#/paper/session_summary/1'");
    app.button("Copy as text for an e-mail").click();
    album.shown("paper", "copied");
    app.keys("{Ctrl+k}");
    steps::wait_caret(app, "What would you like to do?");
    app.type_text("plan");
    album.shown("everything", "papers");
    app.keys("{Enter}");
    album.shown("everything", "for-whom");
    app.keys("{Esc}");
    app.execute("location.hash = '#/client/1'");
    app.find("tab", "Overview").wait();
    app.keys("{Ctrl+k}");
    album.shown("everything", "at-a-client");
    app.keys("{Esc}");
}

fn places(app: &App, album: &Album<'_>, stick: &std::path::Path) {
    let shown = |state| {
        app.execute("location.hash = '#/'");
        app.find("heading", "Today").wait();
        app.execute("location.hash = '#/settings/safety'");
        app.find("heading", "Safety copies").wait();
        album.shown("safety", state);
    };
    shown("no-place");
    app.button("Choose a place").click();
    app.choose_file(stick);
    app.wait_text("Holds everything up to now.");
    shown("place");
    let away = stick.with_extension("away");
    std::fs::rename(stick, &away).expect("the stick is pulled");
    shown("away");
    std::fs::rename(&away, stick).expect("the stick is plugged in");
    let protection = |state| {
        app.execute("location.hash = '#/'");
        app.find("heading", "Today").wait();
        app.execute("location.hash = '#/settings/protection'");
        app.find("heading", "How your book is protected").wait();
        album.shown("protection", state);
    };
    protection("own-book");
    app.execute("document.documentElement.style.setProperty('font-size', '200%')");
    shown("place-200");
    protection("200");
    app.execute("document.documentElement.style.removeProperty('font-size')");
}

fn erasing_names(app: &App, album: &Album<'_>) {
    for (client, state) in [(1, "erasing-long"), (2, "erasing-arabic"), (3, "erasing-short")] {
        app.execute(&format!("location.hash = '#/client/{client}/privacy'"));
        app.find("heading", "Erasing").wait();
        steps::click_when_there(app, ".erase__offer");
        app.wait_text("What stays");
        album.shown("client", state);
        app.execute("document.querySelector('.dialog__body').scrollTo(0, 9999)");
        album.shown("client", &format!("{state}-end"));
        app.execute("document.documentElement.style.setProperty('font-size', '200%')");
        app.resize(480, 480);
        album.shown("client", &format!("{state}-480-200"));
        app.execute("document.documentElement.style.removeProperty('font-size')");
        app.resize(1280, 800);
        app.keys("{Esc}");
    }
}

fn locked(app: &App, album: &Album<'_>, stick: &std::path::Path, phrase: &str) {
    app.keys("{Ctrl+l}");
    steps::wait_locked(app);
    for words in ["not these words", "nor these", "and these neither"] {
        app.field("Your phrase").replace_text(words);
        app.keys("{Enter}");
        std::thread::sleep(Duration::from_secs(2));
    }
    app.wait_text("seconds");
    album.picture("start", "lock-rests");
    app.execute("document.documentElement.style.setProperty('font-size', '200%')");
    album.shown("start", "lock-rests-200");
    app.execute("document.documentElement.style.removeProperty('font-size')");
    app.button("Open a safety copy").click();
    app.field("Phrase or code").type_text(phrase);
    app.keys("{Enter}");
    let folder = std::fs::read_dir(stick).expect("the stick").flatten().next().expect("its book").path();
    let mut copies: Vec<_> = std::fs::read_dir(folder).expect("copies").flatten().map(|entry| entry.path()).collect();
    copies.retain(|path| path.extension().is_some_and(|ending| ending == "coachbook"));
    copies.sort();
    app.choose_file(copies.last().expect("a copy"));
    app.wait_text("This safety copy is whole.");
    album.shown("start", "copy-contents");
    app.execute("document.documentElement.style.setProperty('font-size', '200%')");
    album.shown("start", "copy-contents-200");
}
