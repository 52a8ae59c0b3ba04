//! One control, named as a person would name it. It is looked for anew at every act.

use super::app::{App, PATIENCE};
use super::keys::Pace;
use super::processes::wait_until;
use super::roles;
use super::wire::Refusal;
use serde_json::{Value, json};
use std::time::Duration;

/// What a control is looked for by.
#[derive(Clone, Debug)]
enum Sought {
    /// A role the web view must agree to.
    Role(String),
    /// Anything that takes text or a choice.
    Field,
}

/// A control, by role and name.
#[derive(Clone)]
pub(crate) struct Control<'app> {
    app: &'app App,
    sought: Sought,
    name: String,
    nth: usize,
}

impl<'app> Control<'app> {
    pub(super) fn with_role(app: &'app App, role: &str, name: &str) -> Self {
        Self { app, sought: Sought::Role(role.to_owned()), name: name.to_owned(), nth: 0 }
    }

    pub(super) fn field(app: &'app App, name: &str) -> Self {
        Self { app, sought: Sought::Field, name: name.to_owned(), nth: 0 }
    }

    /// Means the nth of those with the same role and name, from 0.
    pub(crate) fn nth(mut self, nth: usize) -> Self {
        self.nth = nth;
        self
    }

    /// Clicks it.
    #[track_caller]
    pub(crate) fn click(&self) {
        self.act("clicked", |element| {
            let session = self.app.session();
            if session.scroll_to(element)? {
                std::thread::sleep(SETTLE);
            }
            session.post(&format!("/element/{element}/click"), &json!({}))
        });
    }

    /// Ticks a box, and sees that it is ticked.
    #[track_caller]
    pub(crate) fn tick(&self) {
        self.click();
        assert!(wait_until(PATIENCE, || self.is_checked()), "{} is not ticked. {}", self.called(), self.app.seen());
    }

    /// Draws on it with the mouse: places in pixels from its middle.
    #[track_caller]
    pub(crate) fn draw(&self, places: &[(i64, i64)]) {
        self.act("drawn on", |element| {
            let session = self.app.session();
            session.scroll_to(element)?;
            let origin = json!({ "element-6066-11e4-a52e-4f735466cecf": element });
            let to = |(x, y): &(i64, i64)| json!({ "type": "pointerMove", "duration": 60, "x": x, "y": y, "origin": origin });
            let mut actions: Vec<_> = places.iter().map(to).collect();
            actions.insert(1, json!({ "type": "pointerDown", "button": 0 }));
            actions.push(json!({ "type": "pointerUp", "button": 0 }));
            let mouse = json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": actions });
            session.post("/actions", &json!({ "actions": [mouse] }))
        });
    }

    /// Clicks into it and types, each character as a key.
    #[track_caller]
    pub(crate) fn type_text(&self, words: &str) {
        self.click();
        self.app.type_text(words);
    }

    /// Clicks into it, selects what it holds and types over it.
    #[track_caller]
    pub(crate) fn replace_text(&self, words: &str) {
        self.click();
        self.app.keys("{Ctrl+a}{Delete}");
        self.app.type_text(words);
    }

    /// Types into it at a chosen pace.
    #[track_caller]
    pub(crate) fn type_at(&self, words: &str, pace: Pace) {
        self.click();
        self.app.type_text_at(words, pace);
    }

    /// Chooses an option by its words, in a closed choice.
    #[track_caller]
    pub(crate) fn choose(&self, option: &str) {
        let chosen = self.act("asked for its options", |element| {
            let body = json!({ "using": "css selector", "value": "option" });
            let options = self.app.session().post(&format!("/element/{element}/elements"), &body)?;
            for found in options
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|found| found.as_object()?.values().next()?.as_str())
            {
                if plain(&self.app.session().of(found, "text")?) == option {
                    return self
                        .app
                        .session()
                        .post(&format!("/element/{found}/click"), &json!({}))
                        .map(|_| json!(true));
                }
            }
            Ok(json!(false))
        });
        assert!(chosen == json!(true), "{} has no option “{option}”", self.called());
    }

    /// Returns the text it shows.
    #[track_caller]
    pub(crate) fn text(&self) -> String {
        plain(&self.act("read", |element| self.app.session().of(element, "text")))
    }

    /// Returns what a field holds.
    #[track_caller]
    pub(crate) fn value(&self) -> String {
        let value = self.act("read", |element| self.app.session().of(element, "property/value"));
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Returns an attribute, if it has it.
    #[track_caller]
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        let value = self.act("read", |element| self.app.session().of(element, &format!("attribute/{name}")));
        value.as_str().map(str::to_owned)
    }

    /// Returns whether a box is ticked or an option chosen.
    #[track_caller]
    pub(crate) fn is_checked(&self) -> bool {
        self.act("read", |element| self.app.session().of(element, "selected")) == json!(true)
    }

    /// Returns whether it can be used.
    #[track_caller]
    pub(crate) fn is_enabled(&self) -> bool {
        self.act("read", |element| self.app.session().of(element, "enabled")) == json!(true)
    }

    /// Returns left, top, width and height in the window.
    #[track_caller]
    pub(crate) fn place(&self) -> [f64; 4] {
        let rect = self.act("measured", |element| self.app.session().of(element, "rect"));
        ["x", "y", "width", "height"].map(|side| rect[side].as_f64().unwrap_or_default())
    }

    /// Returns whether it has the focus.
    #[track_caller]
    pub(crate) fn has_focus(&self) -> bool {
        let active = self.app.session().get("/element/active");
        let active = active.ok().and_then(|found| found.as_object()?.values().next()?.as_str().map(str::to_owned));
        active.is_some() && self.matching().is_ok_and(|found| found.get(self.nth) == active.as_ref())
    }

    /// Returns whether it is on the screen at this moment.
    pub(crate) fn is_there(&self) -> bool {
        self.matching().is_ok_and(|found| found.len() > self.nth)
    }

    /// Returns how many there are on the screen with this role and name.
    pub(crate) fn count(&self) -> usize {
        self.matching().map_or(0, |found| found.len())
    }

    /// Waits until it is on the screen.
    #[track_caller]
    pub(crate) fn wait(&self) -> &Self {
        assert!(wait_until(PATIENCE, || self.is_there()), "{} did not appear. {}", self.called(), self.app.seen());
        self
    }

    /// Waits until it is gone.
    #[track_caller]
    pub(crate) fn wait_gone(&self) {
        assert!(wait_until(PATIENCE, || !self.is_there()), "{} did not go away. {}", self.called(), self.app.seen());
    }

    /// Finds it and does something with it, again and again while the page is being drawn.
    #[track_caller]
    fn act(&self, done: &str, act: impl Fn(&str) -> Result<Value, Refusal>) -> Value {
        let mut last = "it is not on the screen".to_owned();
        let mut answer = None;
        wait_until(PATIENCE, || {
            let attempt = self.matching().and_then(|found| found.get(self.nth).map(|element| act(element)).transpose());
            match attempt {
                Ok(value) => answer = value,
                Err(refusal) => {
                    last = refusal.to_string();
                    return !refusal.may_pass();
                }
            }
            answer.is_some()
        });
        answer.unwrap_or_else(|| panic!("{} could not be {done}: {last}. {}", self.called(), self.app.seen()))
    }

    /// Returns the shown elements with the role and name, in the order of the page.
    fn matching(&self) -> Result<Vec<String>, Refusal> {
        let session = self.app.session();
        let css = match &self.sought {
            Sought::Role(role) => roles::candidates(role),
            Sought::Field => roles::FIELDS.to_owned(),
        };
        let mut found = Vec::new();
        for element in session.elements(&css)? {
            match self.is_meant(&element) {
                Ok(true) => found.push(element),
                Ok(false) => {}
                // One that was redrawn during the search is found again at the next try; of one that is not drawn
                // at all, as in a closed menu, the web view knows nothing.
                Err(refusal) if refusal.may_pass() || refusal.code == "unknown error" => {}
                Err(refusal) => return Err(refusal),
            }
        }
        Ok(found)
    }

    fn is_meant(&self, element: &str) -> Result<bool, Refusal> {
        let session = self.app.session();
        let mut name = plain(&session.of(element, "computedlabel")?);
        if name.is_empty() && matches!(self.sought, Sought::Role(_)) {
            // Roles named by their content (list items, folding headlines) are reported without a name.
            name = plain(&session.of(element, "text")?);
        }
        if name != self.name && !self.is_named_with_content(element, &name)? {
            return Ok(false);
        }
        if let Sought::Role(role) = &self.sought
            && !roles::agrees(role, &plain(&session.of(element, "computedrole")?))
        {
            return Ok(false);
        }
        session.is_drawn(element)
    }

    /// The web view counts what a field shows (its words, its hint, its choice, its date) as part of the label around it.
    fn is_named_with_content(&self, element: &str, name: &str) -> Result<bool, Refusal> {
        let Some(content) = name.strip_prefix(&self.name).and_then(|rest| rest.strip_prefix(' ')) else {
            return Ok(false);
        };
        let session = self.app.session();
        let kind = plain(&session.of(element, "property/type")?);
        Ok(match kind.as_str() {
            "select-one" => plain(&session.of(element, "property/textContent")?).contains(content),
            "date" | "time" => true,
            _ => {
                let shown = [session.of(element, "property/value")?, session.of(element, "property/placeholder")?];
                shown.iter().any(|shown| plain(shown) == content)
            }
        })
    }

    fn called(&self) -> String {
        let kind = match &self.sought {
            Sought::Role(role) => role.as_str(),
            Sought::Field => "field",
        };
        format!("the {kind} “{}”", self.name)
    }
}

/// How long to wait between a key and the look at what it did, where nothing announces it.
pub(super) const SETTLE: Duration = Duration::from_millis(50);

/// Returns text with every run of blanks as one.
fn plain(value: &Value) -> String {
    value.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}
