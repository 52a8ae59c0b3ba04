//! A hand on the keyboard that counts what it presses.

use crate::driver::App;
use crate::steps;

/// Most keys beyond the words that one capture may cost, *Enter* included.
const MOST: usize = 2;
/// Most keys besides *Enter* that a capture may cost on average.
const MEAN: f64 = 1.0;

/// What one capture cost.
struct Capture {
    what: &'static str,
    keys: usize,
    enters: usize,
}

/// Presses and counts.
pub(super) struct Hand<'app> {
    pub(super) app: &'app App,
    captures: Vec<Capture>,
}

impl<'app> Hand<'app> {
    pub(super) fn new(app: &'app App) -> Self {
        Self { app, captures: Vec::new() }
    }

    /// Keeps one thing: keys before its words, its words, keys after.
    #[track_caller]
    pub(super) fn keep(&mut self, what: &'static str, before: &str, words: &str, after: &str) {
        self.app.keys(before);
        self.app.type_text(words);
        self.app.keys(after);
        let keys = keys_in(before) + keys_in(after);
        let enters = after.matches("{Enter}").count();
        self.captures.push(Capture { what, keys, enters });
        assert!(keys <= MOST, "{what} costs {keys} keys beyond its words");
    }

    /// Something that keeps nothing: going to a phase, opening what is asked next.
    pub(super) fn act(&mut self, _what: &'static str, keys: &str) {
        self.app.keys(keys);
    }

    /// The caret stands where the next words belong, by itself.
    #[track_caller]
    pub(super) fn caret(&self, field: &str) {
        steps::wait_caret(self.app, field);
    }

    /// The caret stands in the writing line, by itself.
    #[track_caller]
    pub(super) fn line(&self) {
        steps::assert_caret_in_line(self.app);
    }

    /// Prints the counts and holds them against what is promised.
    #[track_caller]
    pub(super) fn put_down(self) {
        eprintln!("keys  besides Enter  capture");
        for Capture { what, keys, enters } in &self.captures {
            eprintln!("{keys:>4}  {:>13}  {what}", keys - enters);
        }
        let besides: usize = self.captures.iter().map(|capture| capture.keys - capture.enters).sum();
        let mean = besides as f64 / self.captures.len() as f64;
        eprintln!("{} captures, {mean:.2} keys besides Enter on average", self.captures.len());
        assert!(mean <= MEAN, "a capture costs {mean:.2} keys besides Enter on average");
    }
}

/// Counts keys and chords; what stands in braces is one.
fn keys_in(line: &str) -> usize {
    let mut inside = false;
    line.chars()
        .filter(|letter| {
            let counts = !inside && *letter != '}';
            inside = *letter == '{' || inside && *letter != '}';
            counts
        })
        .count()
}

#[test]
fn a_chord_is_one_key_and_a_bare_letter_too() {
    assert_eq!(["", "{Enter}", "{Ctrl+5}w", "=", "{Tab}{Shift+Tab}"].map(keys_in), [0, 1, 2, 1, 2]);
}
