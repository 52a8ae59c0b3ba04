//! Numbers as a language writes them. Each file shows one number, and how it is written says how all are.

use super::Labels;
use super::filling::filled;

/// How a language writes numbers, read from its sample.
struct Signs<'a> {
    decimal: &'a str,
    group: &'a str,
    /// Digits of the group next to the decimal sign, and of the others.
    sizes: (usize, usize),
}

impl<'a> Signs<'a> {
    /// Reads a sample such as `1 234 567.89`, or `12,34,567.89` where one counts by hundreds.
    fn of(sample: &'a str) -> Option<Self> {
        let mut signs = sample.char_indices().filter(|(_, c)| !c.is_ascii_digit());
        let (first, group) = signs.next()?;
        let second = signs.next()?.0;
        let (last, decimal) = sample.char_indices().rfind(|(_, c)| !c.is_ascii_digit())?;
        let group_end = first + group.len_utf8();
        Some(Self {
            decimal: sample.get(last..last + decimal.len_utf8())?,
            group: sample.get(first..group_end)?,
            sizes: (last - second - group.len_utf8(), second - group_end),
        })
    }

    fn write(&self, digits: &str, places: usize) -> String {
        let width = places + 1;
        let digits = format!("{digits:0>width$}");
        let (whole, rest) = digits.split_at(digits.len() - places);
        let mut out = String::new();
        for (nth, digit) in whole.chars().enumerate() {
            if nth > 0 && self.ends_group(whole.len() - nth) {
                out.push_str(self.group);
            }
            out.push(digit);
        }
        if places > 0 {
            out.push_str(self.decimal);
            out.push_str(rest);
        }
        out
    }

    /// Whether a group ends where so many digits are left.
    fn ends_group(&self, left: usize) -> bool {
        let (near, far) = self.sizes;
        left == near || (left > near && (left - near).is_multiple_of(far.max(1)))
    }
}

impl Labels {
    /// A number given in its smallest parts, so many of whose digits stand after the decimal sign.
    pub fn number(&self, parts: i64, places: usize) -> String {
        let digits = parts.unsigned_abs().to_string();
        let written = Signs::of(self.number).map(|signs| signs.write(&digits, places)).unwrap_or(digits);
        if parts < 0 { format!("\u{2212}{written}") } else { written }
    }

    /// A number of hundredths without noughts that say nothing: 1, 1.5, 0.25.
    pub fn hundredths(&self, number: i64) -> String {
        match (number % 100, number % 10) {
            (0, _) => self.number(number / 100, 0),
            (_, 0) => self.number(number / 10, 1),
            _ => self.number(number, 2),
        }
    }

    /// A rate in hundredths of a percent.
    pub fn percent(&self, hundredths: i64) -> String {
        filled(self.percent, &[("n", &self.hundredths(hundredths))])
    }
}
