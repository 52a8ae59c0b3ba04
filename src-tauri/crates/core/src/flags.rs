//! Quiet counts beside the headings of wrap-up: what is open, never an error.

use crate::{
    consent::{Consent, ConsentDecision, ConsentPurpose},
    results::{Action, ActionStatus, DueKind},
    session::{CheckKey, MeasureResult, SessionFrame},
};

/// What is open in a session. A zero is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Flags {
    /// Granted recording consents without a day until which the recording is kept.
    pub no_retention_date: usize,
    /// Granted recording consents where it is not noted that withdrawal was explained.
    pub withdrawal_not_mentioned: usize,
    /// Whether confidentiality was restated without its limits.
    pub limits_not_stated: bool,
    /// Open actions without a day of their own, also those that only follow another.
    pub undated_actions: usize,
    /// Open actions whose date was read from words and not yet looked at.
    pub dates_to_look_at: usize,
    /// Open actions nobody will know about.
    pub actions_nobody_knows: usize,
    /// Measures nobody has noted anything about. *Not asked* is an answer and does not count.
    pub measures_unknown: usize,
}

/// Counts what is open.
pub fn flags(frame: &SessionFrame) -> Flags {
    let recordings: Vec<&Consent> = in_force(&frame.consents)
        .into_iter()
        .filter(|consent| consent.decision == ConsentDecision::Granted && concerns_a_recording(consent.purpose))
        .collect();
    let open: Vec<&Action> = frame
        .actions
        .iter()
        .filter(|action| matches!(action.status, ActionStatus::Open | ActionStatus::Doing))
        .collect();
    let ticked = |key| frame.checks.iter().any(|check| check.key == key);
    let known =
        |action: &Action| action.id.is_some_and(|id| frame.accountability.iter().any(|row| row.actions.contains(&id)));
    Flags {
        no_retention_date: recordings.iter().filter(|consent| consent.retention_until.is_none()).count(),
        withdrawal_not_mentioned: recordings.iter().filter(|c| c.withdrawal_explained != Some(true)).count(),
        limits_not_stated: ticked(CheckKey::ConfidentialityRestated) && !ticked(CheckKey::ConfidentialityLimitsStated),
        undated_actions: open.iter().filter(|action| is_undated(action)).count(),
        dates_to_look_at: open.iter().filter(|action| action.due.read_from_words).count(),
        actions_nobody_knows: open.iter().filter(|action| !known(action)).count(),
        measures_unknown: frame
            .measures
            .iter()
            .filter(|measure| measure.standing.result == MeasureResult::Unknown)
            .count(),
    }
}

/// Returns whether an action has no day of its own. One that is meant to go on without end needs none.
pub fn is_undated(action: &Action) -> bool {
    action.due.date.is_none() && action.due.from.is_none() && action.due.kind != DueKind::Ongoing
}

/// Returns the consents that hold now: the latest of each purpose and recipient, since a later word replaces an
/// earlier one to the same party. `consents` stand oldest first.
pub fn in_force(consents: &[Consent]) -> Vec<&Consent> {
    let replaced = |at: usize, old: &Consent| {
        consents.iter().skip(at + 1).any(|new| new.purpose == old.purpose && new.recipient == old.recipient)
    };
    consents.iter().enumerate().filter(|(at, old)| !replaced(*at, old)).map(|(_, consent)| consent).collect()
}

const fn concerns_a_recording(purpose: ConsentPurpose) -> bool {
    !matches!(purpose, ConsentPurpose::ListInHoursLog)
}
