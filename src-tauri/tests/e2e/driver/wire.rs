//! The WebDriver protocol: one session with the web view of one started app.

use super::app::PATIENCE;
use super::http;
use super::processes::{Companion, child_running, wait_until};
use serde_json::{Value, json};
use std::fmt;
use std::path::Path;
use std::process::Command;

/// The name under which the protocol hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// What the driver refused to do, in its own words.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) code: String,
    pub(super) message: String,
}

impl Refusal {
    /// Returns whether the same request may succeed in a moment, because the page is being drawn.
    pub(super) fn may_pass(&self) -> bool {
        let passing =
            ["stale element reference", "element click intercepted", "element not interactable", "no such element"];
        passing.contains(&self.code.as_str())
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.code, self.message)
    }
}

/// A running app under the driver's hand.
pub(super) struct Session {
    port: u16,
    path: String,
    app: u32,
    _driver: Companion,
}

impl Session {
    /// Starts the driver, which starts the app, by itself or through a script that ends in it; returns when its window
    /// is there.
    pub(super) fn start(program: &Path, script: Option<&Path>, driver: &mut Command) -> Result<Self, Refusal> {
        let port = http::free_port().expect("a free port on this machine");
        let driver = Companion::start(driver.arg(format!("--port={port}")));
        assert!(wait_until(PATIENCE, || http::answers(port)), "WebKitWebDriver did not begin to listen");
        let wanted = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": { "binary": script.unwrap_or(program) } } } });
        let made = send(port, "POST", "/session", Some(&wanted))?;
        let path = format!("/session/{}", made["sessionId"].as_str().unwrap_or_default());
        let app = child_running(driver.id(), program).expect("the app runs as a child of its driver");
        Ok(Self { port, path, app, _driver: driver })
    }

    /// Returns the app's process id.
    pub(super) fn app(&self) -> u32 {
        self.app
    }

    /// Asks something of the session.
    pub(super) fn get(&self, path: &str) -> Result<Value, Refusal> {
        self.request("GET", path, None)
    }

    /// Tells the session something.
    pub(super) fn post(&self, path: &str, body: &Value) -> Result<Value, Refusal> {
        self.request("POST", path, Some(body))
    }

    /// Returns the elements a selector finds, in the order of the page.
    pub(super) fn elements(&self, css: &str) -> Result<Vec<String>, Refusal> {
        let found = self.post("/elements", &json!({ "using": "css selector", "value": css }))?;
        let elements = found.as_array().map(Vec::as_slice).unwrap_or_default();
        Ok(elements.iter().filter_map(|element| element[ELEMENT].as_str()).map(str::to_owned).collect())
    }

    /// Asks something of an element.
    pub(super) fn of(&self, element: &str, what: &str) -> Result<Value, Refusal> {
        self.get(&format!("/element/{element}/{what}"))
    }

    /// Returns whether an element takes room on the page. The driver's own "displayed" says no to what is scrolled out
    /// of view, which a person scrolls to, and yes to what a closed menu holds.
    pub(super) fn is_drawn(&self, element: &str) -> Result<bool, Refusal> {
        let script = "const it = arguments[0];
            return it.getClientRects().length > 0 && getComputedStyle(it).visibility === 'visible'
                && !it.closest('details:not([open]) > :not(summary)')";
        let body = json!({ "script": script, "args": [{ (ELEMENT): element }] });
        Ok(self.post("/execute/sync", &body)? == json!(true))
    }

    /// Scrolls to an element where something else is in its place, as a person turns the wheel. Returns whether it had to.
    /// The driver itself scrolls while it clicks, and then hits what has moved there.
    pub(super) fn scroll_to(&self, element: &str) -> Result<bool, Refusal> {
        let script = "const it = arguments[0], { left, top, width, height } = it.getBoundingClientRect();
            const there = document.elementFromPoint(left + width / 2, top + height / 2);
            if (it.contains(there) || there?.contains(it)) return false;
            it.scrollIntoView({ block: 'center', behavior: 'instant' });
            return true";
        let body = json!({ "script": script, "args": [{ (ELEMENT): element }] });
        Ok(self.post("/execute/sync", &body)? == json!(true))
    }

    fn request(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, Refusal> {
        let path = format!("{}{path}", self.path);
        match send(self.port, method, &path, body) {
            // Locking destroys the window and makes another; the session lives on, but looks at the old one.
            Err(refusal) if refusal.code == "no such window" && self.turn_to_newest_window() => {
                send(self.port, method, &path, body)
            }
            answer => answer,
        }
    }

    fn turn_to_newest_window(&self) -> bool {
        let mut newest = Value::Null;
        wait_until(PATIENCE, || {
            // Without a session there will be no window.
            let Ok(handles) = send(self.port, "GET", &format!("{}/window/handles", self.path), None) else {
                return true;
            };
            newest = handles.as_array().and_then(|handles| handles.last().cloned()).unwrap_or_default();
            newest.is_string()
        });
        send(self.port, "POST", &format!("{}/window", self.path), Some(&json!({ "handle": newest }))).is_ok()
    }
}

fn send(port: u16, method: &str, path: &str, body: Option<&Value>) -> Result<Value, Refusal> {
    let mut answer = http::exchange(port, method, path, body)
        .map_err(|error| Refusal { code: "driver gone".to_owned(), message: error.to_string() })?;
    let value = answer["value"].take();
    match value["error"].as_str() {
        Some(code) => {
            let message = value["message"].as_str().unwrap_or_default();
            Err(Refusal { code: code.to_owned(), message: message.to_owned() })
        }
        None => Ok(value),
    }
}
