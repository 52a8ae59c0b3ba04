//! Labels with words to fill in, and the small signs between words.

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::Labels;

/// A label with its `{keys}` filled in. One that is not given stays as it stands, so that a test can see it.
pub(super) fn filled(label: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(label.len());
    let mut rest = label;
    // Piece by piece, so that braces in what is filled in are never taken for a key.
    while let Some((before, key, after)) = next_key(rest) {
        out.push_str(before);
        match values.iter().find(|(name, _)| *name == key) {
            Some((_, value)) => out.push_str(value),
            None => out.extend(["{", key, "}"]),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The first `{key}` with what stands before and after it.
pub(super) fn next_key(label: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = label.split_once('{')?;
    let (key, after) = rest.split_once('}')?;
    Some((before, key, after))
}

impl Labels {
    /// A label with its `{keys}` filled in.
    pub fn fill(&self, label: &str, values: &[(&str, &str)]) -> String {
        filled(label, values)
    }

    /// What stands before and after a label's one key, where a line to write on takes its place.
    pub fn around(&self, label: &'static str) -> (&'static str, &'static str) {
        next_key(label).map_or((label, ""), |(before, _, after)| (before, after))
    }

    /// A day as it is written out.
    pub fn date(&self, date: NaiveDate) -> String {
        let day = if date.day() == 1 { self.first_day.to_owned() } else { date.day().to_string() };
        let month = nth(self.months, date.month0());
        filled(self.date, &[("day", &day), ("month", month), ("year", &date.year().to_string())])
    }

    /// A day with the day of the week.
    pub fn weekday_date(&self, date: NaiveDate) -> String {
        let weekday = nth(self.weekdays, date.weekday().num_days_from_monday());
        filled(self.weekday_date, &[("weekday", weekday), ("date", &self.date(date))])
    }

    /// A day and a time by the clock.
    pub fn date_time(&self, date: &str, at: NaiveDateTime) -> String {
        filled(self.date_time, &[("date", date), ("time", &at.format("%H:%M").to_string())])
    }

    /// From one day to another.
    pub fn period(&self, from: &str, until: &str) -> String {
        filled(self.period, &[("from", from), ("until", until)])
    }

    /// `this of that`.
    pub fn of_count(&self, n: impl ToString, count: impl ToString) -> String {
        filled(self.of, &[("n", &n.to_string()), ("count", &count.to_string())])
    }

    /// A name and what belongs to it.
    pub fn named(&self, name: &str, text: &str) -> String {
        filled(self.named, &[("name", name), ("text", text)])
    }

    /// Words as they were said.
    pub fn quoted(&self, words: &str) -> String {
        filled(self.quoted, &[("words", words)])
    }

    /// Words in a row, with the language's comma.
    pub fn commas<S: AsRef<str>>(&self, parts: &[S]) -> String {
        joined(parts, self.comma)
    }

    /// Words in a row that may hold commas themselves.
    pub fn semicolons<S: AsRef<str>>(&self, parts: &[S]) -> String {
        joined(parts, self.semicolon)
    }

    /// Words bound by *and*.
    pub fn all_of(&self, parts: &[&str]) -> String {
        let parts = parts.iter().map(|part| (*part).to_owned());
        parts.reduce(|one, other| filled(self.both, &[("one", &one), ("other", &other)])).unwrap_or_default()
    }
}

fn joined<S: AsRef<str>>(parts: &[S], sign: &str) -> String {
    parts.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(&format!("{sign} "))
}

fn nth(names: &'static str, n: u32) -> &'static str {
    names.split('|').nth(n as usize).unwrap_or_default().trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_never_read_as_a_key() {
        assert_eq!(filled("{a}, {b}", &[("a", "{b}"), ("b", "x")]), "{b}, x");
        assert_eq!(filled("{a} {c", &[("a", "1")]), "1 {c");
        assert_eq!(filled("{a} {c}", &[("a", "1")]), "1 {c}", "what is not given can be seen");
    }
}
