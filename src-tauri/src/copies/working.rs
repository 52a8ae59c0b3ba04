//! Copies that are made by themselves: every half hour of use, on lock and on exit, each on a thread of its own.
//!
//! The book is held up only while its bytes are taken down. When it locks, its key is wiped first and the bytes are
//! copied afterwards, with keys that open neither records nor scans.

use std::{
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use chrono::{NaiveDate, Utc};
use coachbook_vault::{
    BookId, BookPlaces, CopyOrder, CopyPlan, CopyProgress, LockedFile, MadeCopy, Snapshot, Vault, VaultError,
};

use crate::wire::CommandError;

/// How long the book is used between two copies.
const EVERY: Duration = Duration::from_secs(30 * 60);
/// How long after opening what was not copied before is copied.
const AFTER_OPENING: Duration = Duration::from_secs(60);
/// How long an opening waits for the bytes of the book to be taken down.
const TAKING_DOWN: Duration = Duration::from_secs(30);

/// How long a change of keys, or an erasure, waits for a copy under way.
const COPY_TIME: Duration = Duration::from_secs(60);

/// What is under way, and when the next copy is due.
pub(crate) struct Copying {
    places: BookPlaces,
    state: Mutex<State>,
    changed: Condvar,
    /// Held while a plan is read, changed and kept.
    plans: Mutex<()>,
    progress: CopyProgress,
}

struct State {
    due: Instant,
    /// Copies under way.
    running: u32,
    /// Locked books whose bytes are being taken down, and which nobody can open so long.
    holding: u32,
    failed: Option<VaultError>,
}

impl Copying {
    /// Returns the copying of the books in these places.
    pub(crate) fn new(places: BookPlaces) -> Arc<Self> {
        let state = State { due: Instant::now(), running: 0, holding: 0, failed: None };
        Arc::new(Self {
            places,
            state: Mutex::new(state),
            changed: Condvar::new(),
            plans: Mutex::default(),
            progress: CopyProgress::default(),
        })
    }

    /// Returns where copies of a book go.
    pub(crate) fn plan(&self, book: BookId) -> Option<CopyPlan> {
        self.places.copy_plan(book)
    }

    /// Changes where copies of a book go, and what is known about them; nothing when no folder was chosen.
    pub(crate) fn change_plan(&self, book: BookId, change: impl FnOnce(&mut CopyPlan)) -> Result<(), VaultError> {
        let _one = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(mut plan) = self.places.copy_plan(book) else { return Ok(()) };
        let before = plan.clone();
        change(&mut plan);
        if plan == before { Ok(()) } else { self.places.keep_copy_plan(book, &plan) }
    }

    /// Keeps a plan as it is given; none forgets where copies go.
    pub(crate) fn set_plan(&self, book: BookId, plan: Option<&CopyPlan>) -> Result<(), VaultError> {
        let _one = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        self.state().failed = None;
        match plan {
            Some(plan) => self.places.keep_copy_plan(book, plan),
            None => self.places.forget_copy_plan(book),
        }
    }

    /// Notes that a book was opened: what an exit left uncopied is copied soon.
    pub(crate) fn opened(&self, book: BookId, now: Instant) {
        let mut state = self.state();
        state.due = now + AFTER_OPENING;
        state.failed = None;
        let busy = state.running > 0;
        drop(state);
        if !busy {
            // What a crash left and cannot be deleted only takes room.
            let _ = self.places.clear_snapshots(book);
        }
        self.note_use(book);
    }

    /// Returns whether it is time to look for changes; the next time is half an hour later.
    pub(crate) fn is_due(&self, now: Instant) -> bool {
        let mut state = self.state();
        let due = state.due <= now;
        if due {
            state.due = now + EVERY;
        }
        due
    }

    /// Copies the open book, if it changed since the newest copy. Only its bytes are taken down here.
    pub(crate) fn from_open(self: &Arc<Self>, vault: &Vault) {
        self.note_use(vault.book().id());
        let Some(order) = self.order(vault) else { return };
        match order.from_open(vault.book()) {
            Ok(snapshot) => self.start(vault.book().id(), move |_| Ok(snapshot)),
            Err(fault) => self.state().failed = Some(fault),
        }
    }

    /// Returns what a copy of the book as it is now needs, if it changed since the newest one; for a book about to lock.
    pub(crate) fn order(&self, vault: &Vault) -> Option<CopyOrder> {
        if vault.book().is_sample() {
            return None;
        }
        let plan = self.plan(vault.book().id())?;
        let revision = vault.last_rev().ok().and_then(|rev| i64::try_from(rev).ok());
        if plan.last.is_some_and(|last| Some(last.revision) == revision) {
            return None;
        }
        vault.book().order_copy().map_err(|fault| self.state().failed = Some(fault)).ok()
    }

    /// Copies a book that was just locked.
    pub(crate) fn from_locked(self: &Arc<Self>, book: BookId, order: CopyOrder, file: LockedFile) {
        self.state().holding += 1;
        self.start(book, move |copying| {
            let snapshot = order.from_locked(file);
            copying.state().holding -= 1;
            copying.changed.notify_all();
            snapshot
        });
    }

    fn start(
        self: &Arc<Self>,
        book: BookId,
        snapshot: impl FnOnce(&Self) -> Result<Snapshot, VaultError> + Send + 'static,
    ) {
        self.state().running += 1;
        let copying = Arc::clone(self);
        std::thread::spawn(move || {
            // What failed is told in Settings and on Today; the next copy tries again.
            let _ = snapshot(&copying).and_then(|snapshot| copying.write(book, snapshot));
            copying.state().running -= 1;
            copying.changed.notify_all();
        });
    }

    /// Writes a copy into the chosen folder and looks at it; notes how that went.
    pub(crate) fn write(&self, book: BookId, snapshot: Snapshot) -> Result<MadeCopy, VaultError> {
        let made_at = Utc::now();
        let made = self.plan(book).ok_or(VaultError::NotFound).and_then(|plan| {
            let after = plan.last.map_or(0, |last| last.sequence);
            snapshot.write_into(&plan.folder, made_at, after, &self.progress)
        });
        let noted = made.and_then(|made| {
            self.change_plan(book, |plan| plan.note_made(&made, made_at))?;
            Ok(made)
        });
        self.state().failed = noted.as_ref().err().copied();
        noted
    }

    /// As [`Copying::write`], for a copy somebody waits for: it counts as under way.
    pub(crate) fn write_counted(&self, book: BookId, snapshot: Snapshot) -> Result<MadeCopy, VaultError> {
        self.counted(|| self.write(book, snapshot))
    }

    /// Does what the end of the program waits for.
    pub(crate) fn counted<R>(&self, work: impl FnOnce() -> R) -> R {
        self.state().running += 1;
        let done = work();
        self.state().running -= 1;
        self.changed.notify_all();
        done
    }

    /// Waits until no locked book is kept from opening.
    pub(crate) fn wait_until_free(&self) {
        drop(self.changed.wait_timeout_while(self.state(), TAKING_DOWN, |state| state.holding > 0));
    }

    /// Returns whether a copy is under way.
    pub(crate) fn is_busy(&self) -> bool {
        self.state().running > 0
    }

    /// Waits until no copy is under way, but no longer than this.
    pub(crate) fn wait_until_done(&self, longest: Duration) {
        drop(self.changed.wait_timeout_while(self.state(), longest, |state| state.running > 0));
    }

    /// Waits for copies under way: each holds what was there when it was begun, and is written with the keys of then.
    ///
    /// # Errors
    /// `copy_under_way` when that takes too long.
    pub(crate) fn must_be_done(&self) -> Result<(), CommandError> {
        self.wait_until_done(COPY_TIME);
        if self.is_busy() {
            return Err(CommandError::new(
                "copy_under_way",
                "A safety copy is still being made.",
                "Wait until Settings says that it is done, then try again. Nothing was changed.",
            ));
        }
        Ok(())
    }

    /// Returns how many bytes went through, and how many there are, while a copy is under way.
    pub(crate) fn progress(&self) -> (u64, u64) {
        self.progress.seen()
    }

    /// Returns why the last copy was not made, if so.
    pub(crate) fn failed(&self) -> Option<VaultError> {
        self.state().failed
    }

    fn note_use(&self, book: BookId) {
        // A day that is not counted makes a reminder come a day later.
        let _ = self.change_plan(book, |plan| plan.note_use(today()));
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns the day by the calendar on the coach's wall.
pub(crate) fn today() -> NaiveDate {
    crate::state::local_day(Utc::now())
}

#[cfg(test)]
mod tests {
    use coachbook_core::client::ClientDraft;
    use coachbook_vault::{Argon2Cost, Book, Passphrase, RandomUids, SystemClock, UidSource, safety_copies_in};

    use super::*;

    /// A computer with a book and a stick, gone at the end.
    struct Place(std::path::PathBuf);

    impl Place {
        fn new(name: &str) -> Self {
            Self(std::env::temp_dir().join(format!("coachbook-{name}-{}", std::process::id())))
        }

        fn books(&self) -> BookPlaces {
            BookPlaces::new(self.0.join("books"), self.0.join("config"))
        }

        fn book(&self) -> Book {
            let (id, phrase) =
                (RandomUids.next().0.parse().unwrap(), Passphrase::new("walnut ferry cobalt thimble lantern"));
            self.books().create_book(id, "Ada", &phrase, Argon2Cost::FLOOR).unwrap()
        }
    }

    impl Drop for Place {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_minute_after_opening_and_every_half_hour_from_then_on() {
        let place = Place::new("due");
        let copying = Copying::new(place.books());
        let opened = Instant::now();
        copying.opened(RandomUids.next().0.parse().unwrap(), opened);
        let due = |minutes: &[f64]| {
            let after = |minutes: &f64| copying.is_due(opened + Duration::from_secs_f64(minutes * 60.0));
            minutes.iter().map(after).collect::<Vec<_>>()
        };
        assert_eq!(due(&[0.0, 0.9, 1.0, 1.1, 30.9]), [false, false, true, false, false]);
        assert_eq!(due(&[31.1, 31.2, 61.0, 61.1]), [true, false, false, true]);
        assert_eq!(due(&[900.0, 900.1, 929.9, 930.0]), [true, false, false, true], "once after a long sleep");
    }

    #[test]
    fn when_it_is_due_what_changed_is_copied_and_what_did_not_is_left() {
        let place = Place::new("half-hour");
        let stick = place.0.join("stick");
        let mut vault = Vault::new(place.book(), Box::new(SystemClock), Box::new(RandomUids));
        let (copying, id) = (Copying::new(place.books()), vault.book().id());
        std::fs::create_dir_all(&stick).unwrap();
        copying.set_plan(id, Some(&CopyPlan::new(stick.clone(), today()))).unwrap();
        let mut copies_after = |name: Option<&str>| {
            if let Some(name) = name {
                vault.clients().save(None, None, &ClientDraft::named(name)).unwrap();
            }
            copying.from_open(&vault);
            copying.wait_until_done(Duration::from_secs(30));
            assert_eq!(copying.failed(), None);
            safety_copies_in(&stick, id).unwrap().len()
        };
        assert_eq!([copies_after(Some("Ana")), copies_after(None), copies_after(Some("Mira"))], [1, 1, 2]);
    }
}
