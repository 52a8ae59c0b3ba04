//! How often each trial is made.

use std::{
    path::PathBuf,
    time::{SystemTime, UNIX_EPOCH},
};

use crate::workshop::Answer;

/// Kills in the set that every run of the tests makes.
const SHORT: u32 = 5;

/// What was asked for on the command line.
pub(crate) struct Plan {
    /// Number of kills; the other trials are counted from it.
    pub(crate) count: u32,
    /// Where chance begins; the same seed chooses the same moments and bits.
    pub(crate) seed: u64,
    /// Words in the name of the trials to make; nothing for all.
    pub(crate) only: Option<String>,
    /// Minutes of the processor each reader of hostile bytes gets, instead of a number of inputs.
    pub(crate) minutes: Option<u64>,
    /// How often the real window is killed.
    pub(crate) window: Option<u32>,
    /// Where the report goes.
    pub(crate) report: PathBuf,
}

impl Plan {
    /// Reads the command line.
    pub(crate) fn read(arguments: &[String]) -> Answer<Self> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH)?;
        let report = PathBuf::from("target/faults.json");
        let mut plan = Self { count: 100, seed: now.as_secs(), only: None, minutes: None, window: None, report };
        let mut rest = arguments.iter();
        while let Some(flag) = rest.next() {
            let mut value = || rest.next().ok_or(format!("{flag} needs a value"));
            match flag.as_str() {
                "--short" => plan.count = SHORT,
                "--count" => plan.count = value()?.parse()?,
                "--seed" => plan.seed = value()?.parse()?,
                "--only" => plan.only = Some(value()?.clone()),
                "--minutes" => plan.minutes = Some(value()?.parse()?),
                "--window" => plan.window = Some(value()?.parse()?),
                "--report" => plan.report = PathBuf::from(value()?),
                _ => {
                    return Err(format!(
                        "`{flag}` is not known: --count N, --short, --seed N, --only WORDS, --minutes N, --window N, --report FILE"
                    )
                    .into());
                }
            }
        }
        Ok(plan)
    }

    /// Returns the folder in which long trials note how far they came.
    pub(crate) fn so_far(&self) -> PathBuf {
        self.report.with_file_name("faults-so-far")
    }

    /// Whether this is the set that every run of the tests makes.
    pub(crate) fn is_short(&self) -> bool {
        self.count < 50
    }

    /// Returns how often a trial is made that is made `whole` times at the usual count, and `short` times in a short set.
    pub(crate) fn times(&self, whole: u32, short: u32) -> u32 {
        if self.is_short() { short } else { (whole * self.count / 100).max(short) }
    }

    /// Returns how often a control must be noticed that is tried until then.
    pub(crate) fn notices(&self) -> u32 {
        if self.is_short() { 1 } else { 3 }
    }

    /// Returns how many trials are made at the same time. The short set waits for disks and children most of the time.
    pub(crate) fn workers(&self) -> usize {
        if self.is_short() { 2 } else { 1 }
    }

    /// Returns how often a control is tried: enough to be noticed, and at least a few times.
    pub(crate) fn controls(&self) -> u32 {
        if self.is_short() { 1 } else { (self.count / 10).max(3) }
    }
}
