//! How far a long trial came: a small file, so that one that was stopped goes on where it was.

use std::{fs, path::PathBuf};

use crate::workshop::Answer;

/// How far it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct HowFar {
    /// Where chance began.
    pub(crate) seed: u64,
    /// The next input that was not read yet.
    pub(crate) next: u64,
    /// Milliseconds of the processor spent on this stretch.
    pub(crate) spent_ms: u64,
}

/// The file in which one trial notes it.
pub(crate) struct Note(PathBuf);

impl Note {
    /// The note of a trial, in a folder that is kept from run to run.
    pub(crate) fn at(folder: PathBuf, name: &str) -> Self {
        Self(folder.join(name.replace(' ', "-")))
    }

    /// Returns how far it came; nothing before it began.
    pub(crate) fn read(&self) -> Option<HowFar> {
        let text = fs::read_to_string(&self.0).ok()?;
        let numbers: Vec<u64> = text.split_whitespace().filter_map(|number| number.parse().ok()).collect();
        match numbers.as_slice() {
            [seed, next, spent_ms] => Some(HowFar { seed: *seed, next: *next, spent_ms: *spent_ms }),
            _ => None,
        }
    }

    /// Notes how far it came.
    pub(crate) fn keep(&self, far: HowFar) -> Answer<()> {
        self.0.parent().map_or(Ok(()), fs::create_dir_all)?;
        let fresh = self.0.with_extension("new");
        fs::write(&fresh, format!("{} {} {}\n", far.seed, far.next, far.spent_ms))?;
        Ok(fs::rename(fresh, &self.0)?)
    }
}
