//! The form of a language's file: `key = text` lines, with notes after `#`.

use std::collections::HashMap;

/// The lines of a file by their keys. What is no such line is passed over; the tests look for those.
pub(super) fn entries(text: &'static str) -> HashMap<&'static str, &'static str> {
    lines(text).filter_map(|line| line.split_once('=')).map(|(key, words)| (key.trim(), words.trim())).collect()
}

/// The lines that say something.
pub(super) fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}
