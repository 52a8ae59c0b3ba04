//! Date words at the very end of an action line.

use chrono::{NaiveDate, Weekday};

use super::phrase::{self, Token};
use crate::results::Due;

/// The longest phrase has seven words: "by the 12th of March 2026" and a little air.
const LONGEST: usize = 8;

/// Words that, left at the end of an action, show that the date belongs to them: "not before tomorrow", "plan for
/// Friday", "between Monday and Friday", "every Friday".
const HOLDS_ON: &[&str] = &[
    "a", "about", "after", "an", "and", "around", "at", "before", "between", "but", "by", "during", "each", "every",
    "except", "for", "from", "in", "last", "next", "not", "of", "on", "or", "past", "previous", "since", "than", "the",
    "this", "through", "till", "to", "until", "with", "within",
];

/// Words that make a day of their own with what follows: "three days from tomorrow", "a week on Friday".
const COUNTS_ON: &[&str] = &["day", "days", "week", "weeks", "fortnight", "month", "months"];

/// Splits an action line into what is to be done and when.
///
/// Date words are taken only from the very end, only when a due word opens them and nothing before them claims them.
/// Everything less clear stays in the words of the action, and the action has no date.
pub fn split_action(text: &str, base: NaiveDate, week_start: Weekday) -> (String, Due) {
    let line = text.trim();
    let undated = || (line.to_owned(), Due::none());
    let tokens = phrase::tokens(line);
    let Some((at, meaning)) = at_end(&tokens, base, week_start) else { return undated() };
    let (Some(before), Some(said)) = (tokens.get(..at), tokens.get(at..)) else { return undated() };
    if !meaning.opens_itself || claimed(before, said) || at_end(before, base, week_start).is_some() {
        return undated();
    }
    let (what, words) = (cut(line, before), cut(line, said));
    let what = what.trim_end_matches([' ', ',', ';', ':', '-', '–', '—', '(']);
    if !what.chars().any(char::is_alphanumeric) {
        return undated();
    }
    let words = words.trim_start_matches('(').trim_end_matches(['.', ',', ';', '!', ')']);
    (what.to_owned(), meaning.into_due(words))
}

/// Finds the longest phrase the tokens end in, and where it begins.
fn at_end(tokens: &[Token], base: NaiveDate, week_start: Weekday) -> Option<(usize, phrase::Meaning)> {
    let first = tokens.len().saturating_sub(LONGEST);
    (first..tokens.len()).find_map(|at| {
        let meaning = phrase::meaning(tokens.get(at..)?, base, week_start)?;
        Some((at, meaning))
    })
}

/// Returns whether the words before the phrase need it to make sense.
fn claimed(before: &[Token], said: &[Token]) -> bool {
    let (Some(last), Some(first)) = (before.last(), said.first()) else { return true };
    // "Plan the week by Friday" is clear; "a week from tomorrow" counts on.
    let may_count = !matches!(first.word.as_str(), "by" | "until" | "till" | "in");
    HOLDS_ON.contains(&last.word.as_str()) || (may_count && COUNTS_ON.contains(&last.word.as_str()))
}

fn cut<'a>(line: &'a str, tokens: &[Token]) -> &'a str {
    let start = tokens.first().map_or(0, |token| token.start);
    let end = tokens.last().map_or(start, |token| token.end);
    line.get(start..end).unwrap_or_default()
}
