//! Goals of an engagement: what the work is for, and how one will know.

use chrono::NaiveDate;

use crate::keyed::keyed_enum;

keyed_enum! {
    /// Where a goal stands.
    GoalStatus {
        /// Being worked toward.
        Open = "open",
        /// Reached.
        Reached = "reached",
        /// Became another goal.
        Changed = "changed",
        /// Let go.
        Dropped = "dropped",
    }
}

/// How one will know that a goal is reached.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GoalMeasure {
    /// What is looked at.
    pub text: String,
    /// How it was at the start.
    pub baseline: Option<String>,
    /// How it is wanted.
    pub target: Option<String>,
}

/// A goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// The goal.
    pub title: String,
    /// Why it matters.
    pub why: Option<String>,
    /// How it is now.
    pub present_state: Option<String>,
    /// How one will know.
    pub measures: Vec<GoalMeasure>,
    /// Day it is wanted by.
    pub target_date: Option<NaiveDate>,
    /// Where it stands.
    pub status: GoalStatus,
    /// Whether client, coach and sponsor agreed on it together.
    pub agreed_with_sponsor: bool,
}

impl Goal {
    /// Returns an open goal with nothing but its words, the client's own.
    pub fn of(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            why: None,
            present_state: None,
            measures: Vec::new(),
            target_date: None,
            status: GoalStatus::Open,
            agreed_with_sponsor: false,
        }
    }
}
