//! Keys, as the protocol wants them: presses and releases that go to whatever has the focus.
//!
//! In a line of keys, braces name a key or a chord: `like this{Enter}`, `{Ctrl+Enter}`, `{Shift+Tab}`;
//! `{{` is a brace.

use serde_json::{Value, json};

/// How fast keys follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pace {
    /// As fast as the window takes them.
    Swift,
    /// About six keys a second, as a quick typist.
    Human,
}

impl Pace {
    /// Milliseconds between two keys.
    fn pause(self) -> u32 {
        match self {
            Self::Swift => 0,
            Self::Human => 160,
        }
    }
}

/// How many strokes go into one request: few enough that a request at a person's pace ends in time.
const BATCH: usize = 60;

/// One key with the keys held during it.
type Stroke = Vec<char>;

/// Names of keys that no character stands for, with the protocol's code points.
const NAMED: &[(&str, char)] = &[
    ("Backspace", '\u{e003}'),
    ("Tab", '\u{e004}'),
    ("Enter", '\u{e007}'),
    ("Shift", '\u{e008}'),
    ("Ctrl", '\u{e009}'),
    ("Alt", '\u{e00a}'),
    ("Meta", '\u{e03d}'),
    ("Esc", '\u{e00c}'),
    ("Space", ' '),
    ("PageUp", '\u{e00e}'),
    ("PageDown", '\u{e00f}'),
    ("End", '\u{e010}'),
    ("Home", '\u{e011}'),
    ("Left", '\u{e012}'),
    ("Up", '\u{e013}'),
    ("Right", '\u{e014}'),
    ("Down", '\u{e015}'),
    ("Delete", '\u{e017}'),
];

/// Reads a line of keys with names in braces.
pub(super) fn read(line: &str) -> Vec<Stroke> {
    let mut strokes = Vec::new();
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '{' {
            strokes.push(stroke_of(letter));
        } else if letters.next_if_eq(&'{').is_some() {
            strokes.push(stroke_of('{'));
        } else {
            let name: String = letters.by_ref().take_while(|letter| *letter != '}').collect();
            strokes.push(chord(&name));
        }
    }
    strokes
}

/// Reads text to be typed as it stands; line ends are Shift+Enter, a line break inside a note.
pub(super) fn text(words: &str) -> Vec<Stroke> {
    words.chars().map(|letter| if letter == '\n' { chord("Shift+Enter") } else { stroke_of(letter) }).collect()
}

/// Returns the requests that press these keys.
pub(super) fn requests(strokes: &[Stroke], pace: Pace) -> Vec<Value> {
    strokes.chunks(BATCH).map(|batch| request(batch, pace)).collect()
}

fn request(strokes: &[Stroke], pace: Pace) -> Value {
    let mut actions = Vec::new();
    for stroke in strokes {
        actions.extend(stroke.iter().map(|key| json!({ "type": "keyDown", "value": key.to_string() })));
        actions.extend(stroke.iter().rev().map(|key| json!({ "type": "keyUp", "value": key.to_string() })));
        if pace.pause() > 0 {
            actions.push(json!({ "type": "pause", "duration": pace.pause() }));
        }
    }
    json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] })
}

fn stroke_of(letter: char) -> Stroke {
    vec![if letter == '\n' { named("Enter") } else { letter }]
}

fn chord(name: &str) -> Stroke {
    name.split('+').map(named).collect()
}

fn named(name: &str) -> char {
    let known = NAMED.iter().find(|(known, _)| *known == name).map(|(_, key)| *key);
    let mut letters = name.chars();
    match (known, letters.next(), letters.next()) {
        (Some(key), _, _) | (None, Some(key), None) => key,
        _ => panic!("there is no key named `{name}`"),
    }
}

#[test]
fn lines_of_keys_are_read() {
    assert_eq!(read("a{{b"), [vec!['a'], vec!['{'], vec!['b']]);
    assert_eq!(read("x{Enter}"), [vec!['x'], vec!['\u{e007}']]);
    assert_eq!(read("{Ctrl+Shift+m}"), [vec!['\u{e009}', '\u{e008}', 'm']]);
}

#[test]
#[should_panic(expected = "no key named `Entr`")]
fn a_misspelt_key_is_noticed() {
    read("{Entr}");
}
