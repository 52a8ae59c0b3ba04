//! The lock rests after several wrong phrases in a row, a little longer each time.
//!
//! Counted as long as the program runs. Whoever can start it anew can also copy the files and guess elsewhere, where only
//! the phrase and the cost of a guess count; so nothing is written down about it.

use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use coachbook_core::locking::rest_after;
use coachbook_vault::VaultError;

use crate::wire::CommandError;

/// Wrong phrases in a row, and until when the lock rests.
#[derive(Default)]
pub(crate) struct Tries(Mutex<(u32, Option<Instant>)>);

impl Tries {
    /// Returns how long the lock still rests.
    pub(crate) fn rest(&self) -> Duration {
        let (_, until) = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        until.map(|until| until.saturating_duration_since(Instant::now())).unwrap_or_default()
    }

    /// Refuses a phrase while the lock rests.
    ///
    /// # Errors
    /// `lock_rests`, with the seconds to wait.
    pub(crate) fn may_try(&self) -> Result<(), CommandError> {
        match self.rest_seconds() {
            0 => Ok(()),
            seconds => Err(CommandError::new(
                "lock_rests",
                "The lock rests after several wrong phrases.",
                &format!("Wait {seconds} seconds, then try again. The code on your recovery sheet opens at once."),
            )),
        }
    }

    /// Returns the seconds to wait, rounded up.
    pub(crate) fn rest_seconds(&self) -> u32 {
        u32::try_from(self.rest().as_millis().div_ceil(1_000)).unwrap_or(u32::MAX)
    }

    /// Counts how a phrase did. Only a wrong one counts; a right one begins anew.
    pub(crate) fn note<T>(&self, outcome: &Result<T, VaultError>) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match outcome {
            Ok(_) => *held = (0, None),
            Err(VaultError::WrongPhrase) => {
                let wrong = held.0.saturating_add(1);
                let rest = rest_after(wrong).to_std().unwrap_or_default();
                *held = (wrong, Some(Instant::now() + rest));
            }
            Err(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_third_wrong_phrase_makes_the_lock_rest_and_a_right_one_begins_anew() {
        let tries = Tries::default();
        let wrong: Result<(), _> = Err(VaultError::WrongPhrase);
        tries.note(&wrong);
        tries.note(&Err::<(), _>(VaultError::AlreadyOpen));
        tries.note(&wrong);
        assert!(tries.may_try().is_ok(), "two are forgiven, and only wrong phrases count");
        tries.note(&wrong);
        let refused = tries.may_try().unwrap_err();
        assert_eq!(refused.code, "lock_rests");
        assert!(refused.hint.contains("5 seconds"), "{}", refused.hint);
        tries.note(&Ok::<(), VaultError>(()));
        assert_eq!((tries.rest_seconds(), tries.may_try().is_ok()), (0, true));
    }
}
