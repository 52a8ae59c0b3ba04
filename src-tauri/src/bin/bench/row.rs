//! One comparison.

use std::time::Duration;

use crate::report::quoted;

/// What was compared, and how it came out.
pub(crate) struct Row {
    name: String,
    ours: Option<f64>,
    other: Option<f64>,
    aim: Option<f64>,
}

impl Row {
    /// A comparison whose ratio ours / other must not exceed `aim`.
    pub(crate) fn new(name: impl Into<String>, ours: f64, other: f64, aim: f64) -> Self {
        Self { name: name.into(), ours: Some(ours), other: Some(other), aim: Some(aim) }
    }

    /// A comparison nobody set an aim for.
    pub(crate) fn without_aim(name: impl Into<String>, ours: f64, other: f64) -> Self {
        Self { name: name.into(), ours: Some(ours), other: Some(other), aim: None }
    }

    /// A comparison that could not be made here.
    pub(crate) fn skipped(name: &str, aim: f64, why: &str) -> Self {
        Self { name: format!("{name} (skipped: {why})"), ours: None, other: None, aim: Some(aim) }
    }

    /// A comparison without an aim that could not be made here.
    pub(crate) fn skipped_without_aim(name: &str, why: &str) -> Self {
        Self { aim: None, ..Self::skipped(name, 0.0, why) }
    }

    fn ratio(&self) -> Option<f64> {
        self.ours.zip(self.other).map(|(ours, other)| ours / other)
    }

    /// Whether the aim is met; none without figures or without an aim.
    fn ok(&self) -> Option<bool> {
        self.ratio().zip(self.aim).map(|(ratio, aim)| ratio <= aim)
    }

    /// Whether no aim is missed.
    pub(crate) fn holds(&self) -> bool {
        self.ok() != Some(false)
    }

    /// Returns the head of the printed table.
    pub(crate) fn heading() -> String {
        format!("{:<62} {:>10} {:>10} {:>7} {:>6}", "", "ours", "other", "ratio", "aim")
    }

    /// Returns the row for people.
    pub(crate) fn line(&self) -> String {
        let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format!("{value:.2}"));
        let verdict = match self.ok() {
            Some(true) => "met",
            Some(false) => "MISSED",
            None => "",
        };
        let [ours, other, ratio, aim] = [self.ours, self.other, self.ratio(), self.aim].map(number);
        format!("{:<62} {ours:>10} {other:>10} {ratio:>7} {aim:>6}  {verdict}", self.name)
    }

    /// Returns the row for the report.
    pub(crate) fn fields(&self) -> Vec<(&'static str, String)> {
        let number = |value: Option<f64>| value.map_or_else(|| "null".to_owned(), |value| format!("{value:.4}"));
        vec![
            ("name", quoted(&self.name)),
            ("ours", number(self.ours)),
            ("other", number(self.other)),
            ("ratio", number(self.ratio())),
            ("aim", number(self.aim)),
            ("ok", self.ok().map_or_else(|| "null".to_owned(), |ok| ok.to_string())),
        ]
    }
}

/// Returns the value in the middle.
pub(crate) fn median(values: &[f64]) -> f64 {
    part(values, 0.5)
}

/// Returns the value below which `share` of all lie.
pub(crate) fn part(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().saturating_sub(1) as f64;
    sorted.get((last * share).round() as usize).copied().unwrap_or(f64::NAN)
}

/// Returns milliseconds.
pub(crate) fn ms(took: Duration) -> f64 {
    took.as_secs_f64() * 1000.0
}
