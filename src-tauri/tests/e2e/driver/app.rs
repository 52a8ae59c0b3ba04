//! The app as it stands on the screen.

use super::base64;
use super::control::{Control, SETTLE};
use super::home::Home;
use super::keys::{self, Pace};
use super::processes::{is_running, kill, require, wait_until};
use super::screen::Screen;
use super::wire::Session;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// The app. Known to tests only; the bench shares the driver and names the program itself.
pub(super) const PROGRAM: &str = match option_env!("CARGO_BIN_EXE_coachbook") {
    Some(program) => program,
    None => "coachbook",
};

/// How long a test waits before it says that something does not work. Far longer than a person would: the machine may be
/// busy with other work, and how fast the app is is measured elsewhere.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// How the system's file dialogs are called.
const FILE_DIALOG: &str = "^(Open|Save|Select|Choose)";

/// How the system's print dialog is called.
const PRINT_DIALOG: &str = "^Print$";

/// How long a person looks at the print dialog before each key; it does not say when it is ready.
const UNHURRIED: Duration = Duration::from_millis(1_500);

/// When keys are pressed again that a dialog seems to have passed over.
const PRESSED_AGAIN: Duration = Duration::from_secs(5);

/// The app, running on a screen of its own. Let go, it is gone with all that belongs to it.
pub(crate) struct App {
    session: Session,
    screen: Screen,
}

/// What a failure says when the driver forgot its session while the app went on.
///
/// A lock destroys the window and makes another. The driver sometimes ends its session in between; this was seen only
/// while several windows were driven on the same machine. A person at the window sees nothing of it.
pub(crate) const DRIVER_LOST: &str = " (the driver lost its session; the app is still running)";

impl App {
    /// Starts the app in a home and waits for its window.
    #[track_caller]
    pub(crate) fn start(home: &Home) -> Self {
        Self::start_program(Path::new(PROGRAM), home)
    }

    /// Starts another build of the app in a home.
    #[track_caller]
    pub(crate) fn start_program(program: &Path, home: &Home) -> Self {
        let screen = Screen::start(home);
        let mut driver = Command::new("WebKitWebDriver");
        driver
            .envs(screen.environment())
            .envs(home.environment())
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            // The accessibility bus would be looked for on the bus of the person at this machine.
            .env("NO_AT_BRIDGE", "1")
            .env("LANG", "C.UTF-8")
            // Drawing keeps compiled shaders in the home, which only makes it harder to look through.
            .env("MESA_SHADER_CACHE_DISABLE", "true")
            .env_remove("WAYLAND_DISPLAY");
        require("WebKitWebDriver");
        let session = Session::start(program, home.script(), &mut driver);
        Self { session: session.unwrap_or_else(|refusal| panic!("the app did not open its window: {refusal}")), screen }
    }

    /// Returns the button with a name.
    pub(crate) fn button(&self, name: &str) -> Control<'_> {
        self.find("button", name)
    }

    /// Returns the field with a label, whatever kind of field it is.
    pub(crate) fn field(&self, label: &str) -> Control<'_> {
        Control::field(self, label)
    }

    /// Returns the control with a role and a name.
    pub(crate) fn find(&self, role: &str, name: &str) -> Control<'_> {
        Control::with_role(self, role, name)
    }

    /// Presses keys; names of keys and chords stand in braces, as `keys` describes.
    #[track_caller]
    pub(crate) fn keys(&self, line: &str) {
        self.press(&keys::read(line), Pace::Swift);
    }

    /// Presses keys at a chosen pace.
    #[track_caller]
    pub(crate) fn keys_at(&self, line: &str, pace: Pace) {
        self.press(&keys::read(line), pace);
    }

    /// Types words into whatever has the focus; a line end is Shift+Enter.
    #[track_caller]
    pub(crate) fn type_text(&self, words: &str) {
        self.press(&keys::text(words), Pace::Swift);
    }

    /// Types words at a chosen pace.
    #[track_caller]
    pub(crate) fn type_text_at(&self, words: &str, pace: Pace) {
        self.press(&keys::text(words), pace);
    }

    /// Returns all the text on the screen.
    pub(crate) fn text(&self) -> String {
        let body = self.session.elements("body").ok().and_then(|found| found.into_iter().next());
        let text = body.and_then(|body| self.session.of(&body, "text").ok());
        text.and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Waits until a piece of text is on the screen.
    #[track_caller]
    pub(crate) fn wait_text(&self, words: &str) {
        self.wait_text_for(words, PATIENCE);
    }

    /// Waits longer, where a person is told to wait too.
    #[track_caller]
    pub(crate) fn wait_text_for(&self, words: &str, patience: Duration) {
        assert!(wait_until(patience, || self.text().contains(words)), "“{words}” did not appear. {}", self.seen());
    }

    /// Waits until one of several pieces of text is on the screen.
    #[track_caller]
    pub(crate) fn wait_any_text(&self, any: &[&str]) {
        let there = || any.iter().any(|words| self.text().contains(words));
        assert!(wait_until(PATIENCE, there), "none of {any:?} appeared. {}", self.seen());
    }

    /// Waits until a piece of text has gone from the screen.
    #[track_caller]
    pub(crate) fn wait_no_text(&self, words: &str) {
        assert!(wait_until(PATIENCE, || !self.text().contains(words)), "“{words}” stayed. {}", self.seen());
    }

    /// Returns the role and name of what has the focus.
    pub(crate) fn focused(&self) -> (String, String) {
        let active = self.session.get("/element/active").ok();
        let active = active.and_then(|found| found.as_object()?.values().next()?.as_str().map(str::to_owned));
        let word = |what: &str| {
            let answer = active.as_deref().and_then(|element| self.session.of(element, what).ok());
            answer.and_then(|answer| answer.as_str().map(str::to_owned)).unwrap_or_default()
        };
        (word("computedrole"), word("computedlabel"))
    }

    /// Saves a picture of the window's content.
    #[track_caller]
    pub(crate) fn screenshot(&self, path: &Path) {
        let picture = self.session.get("/screenshot").unwrap_or_else(|refusal| panic!("no picture: {refusal}"));
        let bytes = base64::decode(picture.as_str().unwrap_or_default());
        std::fs::write(path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }

    /// Makes the window's content this large, in CSS pixels.
    #[track_caller]
    pub(crate) fn resize(&self, width: u32, height: u32) {
        let wanted = json!({ "width": width, "height": height });
        self.session.post("/window/rect", &wanted).unwrap_or_else(|refusal| panic!("not resized: {refusal}"));
        let inner = || self.execute("return [innerWidth, innerHeight]");
        let done = wait_until(PATIENCE, || inner() == json!([width, height]));
        assert!(done, "the window is {} instead of {width} × {height}", inner());
    }

    /// Asks the window to close, as the person's window manager would, and waits until the app has ended.
    #[track_caller]
    pub(crate) fn quit(self) {
        let app = self.session.app();
        let press = || self.screen.xdotool(&["key", "--clearmodifiers", "alt+F4"]);
        press();
        // The window manager sometimes misses a key, and a person presses again. An app that heard the first and does not
        // end hears no second: that stays a failure.
        if !wait_until(PATIENCE / 8, || !is_running(app)) {
            eprintln!("the window is asked to close once more");
            press();
        }
        assert!(
            wait_until(PATIENCE, || !is_running(app)),
            "the app did not end when its window was closed. {}",
            self.seen()
        );
    }

    /// Asks the window to close, and waits until it has gone. The program may have something left to do without it.
    #[track_caller]
    pub(crate) fn close_window(&self) {
        self.screen.xdotool(&["key", "--clearmodifiers", "alt+F4"]);
        let gone = || self.named_window("^Coachbook$").is_none();
        assert!(wait_until(PATIENCE, gone), "the window stays: {:?}", self.window_titles());
    }

    /// Ends the app as a crash would: no word to it, nothing written.
    pub(crate) fn kill9(self) {
        let app = self.session.app();
        kill(app);
        wait_until(PATIENCE, || !is_running(app));
    }

    /// Returns the app's process id.
    pub(crate) fn pid(&self) -> u32 {
        self.session.app()
    }

    /// Returns the ids of the web processes that draw the app's window.
    pub(crate) fn web_processes(&self) -> Vec<u32> {
        super::processes::children_named(self.session.app(), "WebKitWebProc")
    }

    /// Returns where the message bus of the app's desktop is reached.
    pub(crate) fn bus_address(&self) -> &str {
        self.screen.bus_address()
    }

    /// Returns whether the app has not ended.
    pub(crate) fn is_running(&self) -> bool {
        is_running(self.session.app())
    }

    /// Returns the titles of the windows on the screen, as the window manager shows them.
    pub(crate) fn window_titles(&self) -> Vec<String> {
        let windows = self.screen.xdotool(&["search", "--onlyvisible", "--name", ""]);
        windows.lines().map(|window| self.screen.xdotool(&["getwindowname", window]).trim().to_owned()).collect()
    }

    /// Answers the system's file dialog as somebody does who knows where the file is: by typing its path.
    #[track_caller]
    pub(crate) fn choose_file(&self, path: &Path) {
        let dialog = self.file_dialog();
        self.screen.xdotool(&["windowfocus", "--sync", &dialog]);
        // The first key opens the line for a path, or puts the caret into the one that is there.
        self.screen.xdotool(&["key", "--clearmodifiers", "ctrl+l"]);
        self.screen.xdotool(&["key", "--clearmodifiers", "ctrl+a"]);
        let typed = path.to_str().expect("a path that can be typed");
        self.screen.xdotool(&["type", "--clearmodifiers", "--delay", "15", typed]);
        // The first Enter may only close the list of names it offers; on a busy machine another may be passed over.
        for patience in [Duration::from_millis(800)].into_iter().chain([PRESSED_AGAIN; 10]) {
            self.screen.xdotool(&["key", "--clearmodifiers", "Return"]);
            if wait_until(patience, || self.dialog().is_none()) {
                return;
            }
        }
        panic!("the file dialog stays: {:?}", self.window_titles());
    }

    /// Answers the system's print dialog with *Print to File*, by keys, and returns the file it wrote.
    #[track_caller]
    pub(crate) fn print_to_file(&self, folder: &Path) -> PathBuf {
        self.wait_print_dialog();
        let before = files_in(folder);
        let (mut printed, mut pressed) = (None, None::<Instant>);
        wait_until(PATIENCE, || {
            // A dialog that does not know its printer yet passes over the keys; they are pressed again as long as it stays.
            if pressed.is_none_or(|at| at.elapsed() > PRESSED_AGAIN) {
                self.choose_printer();
                pressed = Some(Instant::now());
            }
            printed = files_in(folder).into_iter().find(|file| !before.contains(file));
            printed.as_deref().is_some_and(is_whole)
        });
        printed
            .filter(|file| is_whole(file))
            .unwrap_or_else(|| panic!("nothing was printed: {:?}. {}", self.window_titles(), self.seen()))
    }

    /// Down chooses the one printer there is; Enter on it prints.
    fn choose_printer(&self) {
        let Some(dialog) = self.named_window(PRINT_DIALOG) else { return };
        self.screen.xdotool(&["windowfocus", "--sync", &dialog]);
        self.screen.xdotool(&["key", "--clearmodifiers", "Down"]);
        // An Enter before the printer counts as chosen closes the dialog, and nothing is printed.
        std::thread::sleep(UNHURRIED);
        self.screen.xdotool(&["key", "--clearmodifiers", "Return"]);
    }

    /// Closes the system's print dialog without an answer.
    #[track_caller]
    pub(crate) fn close_print_dialog(&self) {
        let dialog = self.wait_print_dialog();
        self.screen.xdotool(&["windowfocus", "--sync", &dialog]);
        self.screen.xdotool(&["key", "--clearmodifiers", "Escape"]);
        assert!(wait_until(PATIENCE, || self.named_window(PRINT_DIALOG).is_none()), "the dialog stays");
    }

    /// Waits for the print dialog; returns the number of its window.
    #[track_caller]
    pub(crate) fn wait_print_dialog(&self) -> String {
        let there = || self.named_window(PRINT_DIALOG).is_some();
        assert!(wait_until(PATIENCE, there), "no print dialog: {:?}. {}", self.window_titles(), self.seen());
        // It is drawn before it knows its printers.
        std::thread::sleep(UNHURRIED);
        self.named_window(PRINT_DIALOG).unwrap_or_default()
    }

    /// Closes the system's file dialog without an answer.
    #[track_caller]
    pub(crate) fn close_file_dialog(&self) {
        let dialog = self.file_dialog();
        self.screen.xdotool(&["windowfocus", "--sync", &dialog]);
        self.screen.xdotool(&["key", "--clearmodifiers", "Escape"]);
        assert!(wait_until(PATIENCE, || self.dialog().is_none()), "the dialog stays: {:?}", self.window_titles());
    }

    /// Waits for the file dialog; returns the number of its window.
    #[track_caller]
    fn file_dialog(&self) -> String {
        assert!(wait_until(PATIENCE, || self.dialog().is_some()), "no file dialog: {:?}", self.window_titles());
        // It is drawn before it takes keys.
        std::thread::sleep(Duration::from_millis(400));
        self.dialog().unwrap_or_default()
    }

    fn dialog(&self) -> Option<String> {
        self.named_window(FILE_DIALOG)
    }

    fn named_window(&self, name: &str) -> Option<String> {
        let found = self.screen.xdotool(&["search", "--onlyvisible", "--name", name]);
        found.lines().next().map(str::to_owned)
    }

    /// Returns whether the window manager keeps the app's window above others; nothing where `xprop` is not installed.
    pub(crate) fn is_above(&self) -> Option<bool> {
        super::processes::is_installed("xprop").then(|| {
            let window = self.screen.xdotool(&["search", "--onlyvisible", "--name", "^Coachbook$"]);
            self.screen.xprop(window.trim()).contains("_NET_WM_STATE_ABOVE")
        })
    }

    /// Runs a script in the page. A probe, for what a person sees but cannot say: sizes, colours.
    #[track_caller]
    pub(crate) fn execute(&self, script: &str) -> Value {
        self.run_script("sync", script)
    }

    /// Runs a script that calls `arguments[0]` with its answer.
    #[track_caller]
    pub(crate) fn execute_async(&self, script: &str) -> Value {
        self.run_script("async", script)
    }

    /// Returns role and name of the elements a selector finds. For writing a story, when a control is not found.
    pub(crate) fn names(&self, css: &str) -> Vec<(String, String)> {
        let word = |element: &str, what: &str| {
            let answer = self.session.of(element, what).unwrap_or_default();
            answer.as_str().unwrap_or_default().to_owned()
        };
        let found = self.session.elements(css).unwrap_or_default();
        found.iter().map(|element| (word(element, "computedrole"), word(element, "computedlabel"))).collect()
    }

    pub(super) fn session(&self) -> &Session {
        &self.session
    }

    /// Says what is on the screen, for the words of a failure.
    pub(super) fn seen(&self) -> String {
        let refusal = self.session.get("/window").err().map(|refusal| refusal.to_string()).unwrap_or_default();
        let lost = refusal.starts_with("invalid session id") && self.is_running();
        let gone = if refusal.is_empty() { String::new() } else { format!("(no window: {refusal})") };
        let state = self.page_state();
        format!("On the screen:\n{}{gone}{}\n{state}\n", self.text(), if lost { DRIVER_LOST } else { "" })
    }

    /// Says how the page stands, for what its words do not tell: whether it is seen, where it is, and what it still waits for.
    fn page_state(&self) -> Value {
        let script = "return [location.hash, document.visibilityState, document.readyState, \
            [...document.querySelectorAll('*')].map((each) => each.localName).filter((name) => name.includes('-')).join(' '), \
            ['today-page', 'client-page'].map((page) => page + (customElements.get(page) ? ' is there' : ' is not there')), \
            [...document.querySelectorAll('input')].map((each) => each.value.length), \
            [...document.querySelectorAll('link')].map((link) => link.getAttribute('href') + (link.sheet ? ' is here' : ' is not here')), Math.round(performance.now())]";
        let body = json!({ "script": script, "args": [] });
        self.session.post("/execute/sync", &body).unwrap_or_default()
    }

    #[track_caller]
    fn run_script(&self, kind: &str, script: &str) -> Value {
        let body = json!({ "script": script, "args": [] });
        self.session
            .post(&format!("/execute/{kind}"), &body)
            .unwrap_or_else(|refusal| panic!("the script failed: {refusal}"))
    }

    #[track_caller]
    fn press(&self, strokes: &[Vec<char>], pace: Pace) {
        for request in keys::requests(strokes, pace) {
            self.session
                .post("/actions", &request)
                .unwrap_or_else(|refusal| panic!("keys not taken: {refusal}. {}", self.seen()));
        }
        std::thread::sleep(SETTLE);
    }
}

impl Drop for App {
    fn drop(&mut self) {
        // The driver would leave it running when it is killed itself.
        kill(self.session.app());
    }
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

/// Returns whether a PDF has been written to its end.
fn is_whole(file: &Path) -> bool {
    std::fs::read(file).is_ok_and(|bytes| bytes.trim_ascii_end().ends_with(b"%%EOF"))
}
