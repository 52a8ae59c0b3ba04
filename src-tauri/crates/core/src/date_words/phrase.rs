//! The grammar of a date phrase: an opener, then a day.

use chrono::{NaiveDate, Weekday};

use super::calendar::{self, Unit};
use crate::results::{Due, DueKind};

/// One word of a line: where it starts and ends, and its lower-case form without surrounding punctuation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) word: String,
}

/// What a phrase means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Meaning {
    kind: DueKind,
    from: Option<NaiveDate>,
    date: Option<NaiveDate>,
    /// Whether the phrase may stand at the end of a line without a due word before it.
    pub(super) opens_itself: bool,
}

impl Meaning {
    pub(super) fn into_due(self, said: &str) -> Due {
        Due { kind: self.kind, text: Some(said.to_owned()), from: self.from, date: self.date, read_from_words: true }
    }
}

/// A day or a stretch of days, before an opener says what it is for.
enum Span {
    /// One day, and whether it needs an opener at the end of a line.
    Day(NaiveDate, Opener),
    /// "In …": says by itself that it is a last day, so no opener goes before it.
    Distance(NaiveDate),
    /// A whole week.
    Week(NaiveDate, NaiveDate),
}

/// Whether a day word can open a phrase at the end of a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opener {
    Needed,
    Spared,
}

/// Cuts a line at white space. Curly apostrophes count as straight ones.
pub(super) fn tokens(line: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut begin = None;
    for (at, c) in line.char_indices().chain(std::iter::once((line.len(), ' '))) {
        match (c.is_whitespace(), begin) {
            (false, None) => begin = Some(at),
            (true, Some(start)) => {
                found.extend(line.get(start..at).map(|raw| Token { start, end: at, word: bare(raw) }));
                begin = None;
            }
            _ => {}
        }
    }
    found
}

fn bare(raw: &str) -> String {
    // A closing comma or full stop belongs to the sentence; an inner one, as in "12.3.", makes the word unclear.
    let trimmed = raw.trim_start_matches('(').trim_end_matches(['.', ',', ';', '!', ')']);
    trimmed.to_lowercase().replace('\u{2019}', "'")
}

/// Reads all of `tokens` as one phrase.
pub(super) fn meaning(tokens: &[Token], base: NaiveDate, week_start: Weekday) -> Option<Meaning> {
    let words: Vec<&str> = tokens.iter().map(|token| token.word.as_str()).collect();
    let (kind, day_words) = opener(&words);
    let span = span(day_words, base, week_start)?;
    let opened = kind.is_some();
    match (kind, span) {
        (None, Span::Week(from, date)) => Some(made(DueKind::Window, Some(from), Some(date), true)),
        (Some(DueKind::StartOn), Span::Week(from, _)) => Some(made(DueKind::StartOn, Some(from), None, true)),
        // "By next week" may mean its first day or its last: unclear, so it stays words.
        (Some(_), Span::Week(..) | Span::Distance(_)) => None,
        (None, Span::Distance(date)) => Some(made(DueKind::By, None, Some(date), true)),
        (Some(DueKind::StartOn), Span::Day(day, _)) => Some(made(DueKind::StartOn, Some(day), None, true)),
        (kind, Span::Day(day, need)) => {
            Some(made(kind.unwrap_or(DueKind::By), None, Some(day), opened || need == Opener::Spared))
        }
    }
}

fn made(kind: DueKind, from: Option<NaiveDate>, date: Option<NaiveDate>, opens_itself: bool) -> Meaning {
    Meaning { kind, from, date, opens_itself }
}

/// Takes the due word off the front.
fn opener<'a, 'b>(words: &'a [&'b str]) -> (Option<DueKind>, &'a [&'b str]) {
    match words {
        ["starting", "from", rest @ ..] | ["starting" | "from", rest @ ..] => (Some(DueKind::StartOn), rest),
        ["by" | "until" | "till", rest @ ..] => (Some(DueKind::By), rest),
        // "At the end of the month" is the one day that takes "at".
        ["at", rest @ ..] if matches!(rest, ["the", "end", ..] | ["end", ..]) => (Some(DueKind::By), rest),
        ["on", rest @ ..] => (Some(DueKind::On), rest),
        _ => (None, words),
    }
}

fn span(words: &[&str], base: NaiveDate, week_start: Weekday) -> Option<Span> {
    let words = match words {
        ["the", rest @ ..] => rest,
        _ => words,
    };
    match words {
        ["today"] => Some(Span::Day(base, Opener::Needed)),
        ["tomorrow"] => calendar::step(base, 1, Unit::Days).map(spared),
        ["day", "after", "tomorrow"] => calendar::step(base, 2, Unit::Days).map(spared),
        ["next", "week"] => calendar::next_week(base, week_start).map(|(first, last)| Span::Week(first, last)),
        ["end", "of", "month"] | ["end", "of", "the", "month"] => calendar::end_of_month(base).map(spared),
        ["this", day] => calendar::weekday_from(base, weekday(day)?.0).map(spared),
        ["next", day] => {
            let (first, _) = calendar::next_week(base, week_start)?;
            calendar::weekday_from(first, weekday(day)?.0).map(spared)
        }
        ["in", rest @ ..] => distance(rest, base).map(Span::Distance),
        [word] => single(word, base),
        _ => named_day(words, base).map(needed),
    }
}

fn spared(day: NaiveDate) -> Span {
    Span::Day(day, Opener::Spared)
}

fn needed(day: NaiveDate) -> Span {
    Span::Day(day, Opener::Needed)
}

/// Reads one word: a weekday, `+10d` or an ISO date.
fn single(word: &str, base: NaiveDate) -> Option<Span> {
    if let Some((day, full)) = weekday(word) {
        // "Sat", "sun" and "wed" are words of their own, so the short names need an opener.
        let need = if full { Opener::Spared } else { Opener::Needed };
        return calendar::weekday_after(base, day).map(|date| Span::Day(date, need));
    }
    if let Some(plus) = word.strip_prefix('+') {
        return shorthand(plus, base).map(Span::Distance);
    }
    iso(word).map(needed)
}

/// Reads "a week", "two weeks' time", "10 days".
fn distance(words: &[&str], base: NaiveDate) -> Option<NaiveDate> {
    let (count, unit, rest) = match words {
        [count, unit, rest @ ..] => (number(count)?, *unit, rest),
        _ => return None,
    };
    if !matches!(rest, [] | ["time"]) {
        return None;
    }
    let plain = unit.trim_end_matches('\'');
    let plain = plain.strip_suffix("'s").unwrap_or(plain);
    match plain {
        "day" | "days" => calendar::step(base, count, Unit::Days),
        "week" | "weeks" => calendar::step(base, count, Unit::Weeks),
        "fortnight" => calendar::step(base, count.checked_mul(2)?, Unit::Weeks),
        "month" | "months" => calendar::step(base, count, Unit::Months),
        _ => None,
    }
}

/// Reads `10d`, `2w`, `1m`.
fn shorthand(word: &str, base: NaiveDate) -> Option<NaiveDate> {
    let unit_at = word.find(|c: char| !c.is_ascii_digit())?;
    let (count, unit) = (word.get(..unit_at)?, word.get(unit_at..)?);
    let unit = match unit {
        "d" => Unit::Days,
        "w" => Unit::Weeks,
        "m" => Unit::Months,
        _ => return None,
    };
    calendar::step(base, digits(count, 3)?, unit)
}

fn number(word: &str) -> Option<u32> {
    const NAMES: [&str; 13] =
        ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    match word {
        "a" | "an" => Some(1),
        "" => None,
        _ => NAMES
            .iter()
            .position(|name| *name == word)
            .and_then(|at| u32::try_from(at).ok())
            // Three digits at most: a longer number is not a stretch of time anybody promises.
            .or_else(|| digits(word, 3)),
    }
}

fn digits(word: &str, most: usize) -> Option<u32> {
    let right = !word.is_empty() && word.len() <= most && word.bytes().all(|b| b.is_ascii_digit());
    right.then(|| word.parse().ok()).flatten()
}

/// Reads a weekday's name; the flag says whether it was written out.
fn weekday(word: &str) -> Option<(Weekday, bool)> {
    let day = match word {
        "monday" | "mon" => Weekday::Mon,
        "tuesday" | "tue" | "tues" => Weekday::Tue,
        "wednesday" | "wed" => Weekday::Wed,
        "thursday" | "thu" | "thur" | "thurs" => Weekday::Thu,
        "friday" | "fri" => Weekday::Fri,
        "saturday" | "sat" => Weekday::Sat,
        "sunday" | "sun" => Weekday::Sun,
        _ => return None,
    };
    Some((day, word.ends_with("day")))
}

/// Reads `2026-03-12` and nothing looser: 12/3 is two different days in two countries.
fn iso(word: &str) -> Option<NaiveDate> {
    let mut parts = word.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || [year.len(), month.len(), day.len()] != [4, 2, 2] {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(digits(year, 4)?).ok()?, digits(month, 2)?, digits(day, 2)?)
}

/// Reads "12 March", "12th of March 2026", "March 12th, 2026".
fn named_day(words: &[&str], base: NaiveDate) -> Option<NaiveDate> {
    let (day, name, year) = match words {
        [day, "of", name] => (day, name, None),
        [day, "of", name, year] => (day, name, Some(year)),
        [first, second] => in_order(first, second, None),
        [first, second, year] => in_order(first, second, Some(year)),
        _ => return None,
    };
    let year = match year {
        Some(year) if year.len() == 4 => Some(i32::try_from(digits(year, 4)?).ok()?),
        Some(_) => return None,
        None => None,
    };
    calendar::day_of_year(base, day_number(day)?, month(name)?, year)
}

type DayParts<'a, 'b> = (&'a &'b str, &'a &'b str, Option<&'a &'b str>);

fn in_order<'a, 'b>(first: &'a &'b str, second: &'a &'b str, year: Option<&'a &'b str>) -> DayParts<'a, 'b> {
    if month(first).is_some() { (second, first, year) } else { (first, second, year) }
}

fn day_number(word: &str) -> Option<u32> {
    let plain = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    digits(plain, 2)
}

fn month(word: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let at = NAMES.iter().position(|name| *name == word || (word.len() == 3 && name.starts_with(word)));
    let at = at.or_else(|| (word == "sept").then_some(8))?;
    u32::try_from(at + 1).ok()
}
