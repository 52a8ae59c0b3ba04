//! How often each trial is made.

use std::{
    path::PathBuf,
    time::{SystemTime, UNIX_EPOCH},
};

use crate::workshop::Answer;

/// What was asked for on the command line.
pub(crate) struct Plan {
    /// Number of kills; the other trials are counted from it.
    pub(crate) count: u32,
    /// Where chance begins; the same seed chooses the same moments and bits.
    pub(crate) seed: u64,
    /// Where the report goes.
    pub(crate) report: PathBuf,
}

impl Plan {
    /// Reads the command line.
    pub(crate) fn read(arguments: &[String]) -> Answer<Self> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH)?;
        let mut plan = Self { count: 100, seed: now.as_secs(), report: PathBuf::from("target/faults.json") };
        let mut rest = arguments.iter();
        while let Some(flag) = rest.next() {
            let mut value = || rest.next().ok_or(format!("{flag} needs a value"));
            match flag.as_str() {
                "--short" => plan.count = 10,
                "--count" => plan.count = value()?.parse()?,
                "--seed" => plan.seed = value()?.parse()?,
                "--report" => plan.report = PathBuf::from(value()?),
                _ => return Err(format!("`{flag}` is not known: --count N, --short, --seed N, --report FILE").into()),
            }
        }
        Ok(plan)
    }

    /// Returns how often a control is tried: enough to be noticed, and at least a few times.
    pub(crate) fn controls(&self) -> u32 {
        (self.count / 10).max(3)
    }
}
