//! Counting a trial and its control.

use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use crate::{
    report::{quoted, say},
    workshop::Answer,
};

/// How many failures are told in words; the rest is only counted.
const TOLD: u32 = 5;
/// How often a cheap control is tried that notices by chance. The rarest notices 15 times in 100, so that a run in
/// which none does comes once in 10^28.
pub(crate) const CONTROLS_AT_MOST: u32 = 400;

/// A trial under way.
pub(crate) struct Trial<'a> {
    folder: &'a Path,
    name: &'a str,
    began: Instant,
    figures: String,
    count: u32,
    failed: u32,
    control_failed: u32,
    skipped: Option<String>,
}

impl<'a> Trial<'a> {
    /// Begins a trial that may use `folder`.
    pub(crate) fn new(name: &'a str, folder: &'a Path) -> Self {
        let began = Instant::now();
        Self { folder, name, began, figures: String::new(), count: 0, failed: 0, control_failed: 0, skipped: None }
    }

    /// Returns a folder below the trial's own.
    pub(crate) fn folder(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Counts one try: it held, or this is what was lost.
    pub(crate) fn tried(&mut self, held: Result<(), String>) {
        self.count += 1;
        if let Err(what) = held {
            self.failed += 1;
            if self.failed <= TOLD {
                say(&format!("  {}: try {}: {what}", self.name, self.count));
            }
        }
    }

    /// Counts one try of the control, which is meant to fail.
    pub(crate) fn control(&mut self, held: Result<(), String>) {
        self.control_failed += u32::from(held.is_err());
    }

    /// Tries a control until it was noticed `wanted` times, at most `most` times: many a kill comes at a harmless moment.
    pub(crate) fn until_noticed(
        &mut self,
        wanted: u32,
        most: u32,
        mut control: impl FnMut(u32) -> Answer<Result<(), String>>,
    ) -> Answer<()> {
        let before = self.control_failed;
        for run in 0..most {
            if self.control_failed - before == wanted {
                break;
            }
            let held = control(run)?;
            self.control(held);
        }
        Ok(())
    }

    /// Adds what else was measured, for the printed table.
    pub(crate) fn figures(&mut self, words: String) {
        self.figures = words;
    }

    /// Says why the trial could not be made here.
    pub(crate) fn skip(&mut self, why: &str) {
        self.skipped = Some(why.to_owned());
    }

    /// Ends the trial.
    pub(crate) fn into_row(self) -> Row {
        let Self { name, began, figures, count, failed, control_failed, skipped, .. } = self;
        let name = match &skipped {
            Some(why) => format!("{name} (skipped: {why})"),
            None => name.to_owned(),
        };
        Row { name, figures, count, failed, control_failed, skipped: skipped.is_some(), took: began.elapsed() }
    }
}

/// A trial that is over.
pub(crate) struct Row {
    name: String,
    figures: String,
    count: u32,
    failed: u32,
    control_failed: u32,
    skipped: bool,
    took: Duration,
}

impl Row {
    /// Whether nothing failed and the control was noticed. A skipped trial proves nothing and fails nothing.
    pub(crate) fn holds(&self) -> bool {
        self.skipped || (self.count > 0 && self.failed == 0 && self.control_failed > 0)
    }

    /// Returns the row for people.
    pub(crate) fn line(&self) -> String {
        let Self { name, figures, count, failed, control_failed, took, .. } = self;
        let seconds = took.as_secs_f64();
        let verdict = if self.skipped {
            "skipped"
        } else if self.holds() {
            "holds"
        } else {
            "FAILS"
        };
        format!(
            "{verdict:<8} {name:<35} {count:>4} tried {failed:>3} failed {control_failed:>3} controls noticed \
             {seconds:>6.1} s  {figures}"
        )
    }

    /// Returns the row for the report.
    pub(crate) fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("trial", quoted(&self.name)),
            ("count", self.count.to_string()),
            ("failed", self.failed.to_string()),
            ("control_failed", self.control_failed.to_string()),
            ("seconds", format!("{:.1}", self.took.as_secs_f64())),
            ("figures", quoted(&self.figures)),
        ]
    }
}
