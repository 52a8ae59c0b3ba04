//! The only state of the program: a book, locked or open, and what hangs on it.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
    time::{Duration, Instant, SystemTime},
};

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use coachbook_documents::Fonts;
use coachbook_vault::{Book, BookPlaces, Clock, Look, RandomUids, SystemClock, Vault, VaultError};

use crate::{
    clocks::{is_too_long, left_alone},
    copies::working::Copying,
    shelf::{PaperShelf, ShelvedPaper},
    tries::Tries,
    wire::CommandError,
};

/// A locked book is the absence of an open one; nothing can be asked of it.
enum Slot {
    Locked,
    Open(Box<Vault>),
}

/// Everything the commands share.
pub(crate) struct Desk {
    slot: Arc<Mutex<Slot>>,
    places: BookPlaces,
    shelf: Mutex<PaperShelf>,
    fonts: Arc<OnceLock<Mutex<Fonts>>>,
    activity: Mutex<Activity>,
    tries: Arc<Tries>,
    /// The last moment before the machine slept, when that is why the book is being locked.
    asleep_since: Mutex<Option<DateTime<Utc>>>,
    shield: Box<dyn Fn(bool) + Send + Sync>,
    copying: Arc<Copying>,
    /// The safety copy that was looked into and may be opened next.
    chosen_copy: Mutex<Option<PathBuf>>,
    /// What looks into safety copies, or opens a book, now; locking ends it.
    look: Mutex<Look>,
}

/// How long without a key before the log is emptied.
const QUIET: Duration = Duration::from_secs(5);

/// When the coach last did something, by two clocks: one that no one can set, and one that counts sleep.
struct Activity {
    steady: Instant,
    wall: SystemTime,
    limit: Duration,
    /// Whether the log has been emptied into the book since then.
    tidied: bool,
}

impl Desk {
    /// Returns a desk with a locked book.
    ///
    /// `shield` is told whether client matter is open that is to stay out of screen sharing.
    pub(crate) fn new(places: BookPlaces, shield: impl Fn(bool) + Send + Sync + 'static) -> Self {
        Self {
            slot: Arc::new(Mutex::new(Slot::Locked)),
            copying: Copying::new(places.clone()),
            chosen_copy: Mutex::default(),
            look: Mutex::default(),
            places,
            shelf: Mutex::default(),
            fonts: Arc::default(),
            activity: Mutex::new(Activity {
                steady: Instant::now(),
                wall: SystemTime::now(),
                limit: Duration::MAX,
                tidied: true,
            }),
            tries: Arc::default(),
            asleep_since: Mutex::default(),
            shield: Box::new(shield),
        }
    }

    /// Returns where books and their second key copies are kept.
    pub(crate) fn places(&self) -> &BookPlaces {
        &self.places
    }

    /// Returns the making of safety copies.
    pub(crate) fn copying(&self) -> Arc<Copying> {
        Arc::clone(&self.copying)
    }

    /// Remembers which safety copy was looked into, so that no path comes from the window.
    pub(crate) fn choose_copy(&self, path: PathBuf) {
        *held(&self.chosen_copy) = Some(path);
    }

    /// Returns the safety copy that was looked into last.
    pub(crate) fn chosen_copy(&self) -> Option<PathBuf> {
        held(&self.chosen_copy).clone()
    }

    /// Returns what to look into safety copies and to open books with; it ends when the coach goes.
    pub(crate) fn look(&self) -> Look {
        held(&self.look).clone()
    }

    /// Ends every look: the keys it holds must not outlast a lock.
    pub(crate) fn end_looks(&self) {
        std::mem::take(&mut *held(&self.look)).end();
    }

    /// Runs `work` on the open book, off the main thread.
    ///
    /// # Errors
    /// `locked` when no book is open, and whatever `work` answers.
    pub(crate) async fn with<R: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Vault) -> Result<R, CommandError> + Send + 'static,
    ) -> Result<R, CommandError> {
        let slot = Arc::clone(&self.slot);
        off_the_main_thread(move || match &mut *held(&slot) {
            Slot::Open(vault) => work(vault),
            Slot::Locked => Err(VaultError::Locked.into()),
        })
        .await?
    }

    /// Lays a book on the desk that was opened under `look`. A coach who went away meanwhile finds it locked.
    pub(crate) fn lay_unless_away(&self, book: Book, look: &Look) -> Result<(), CommandError> {
        if look.is_over() {
            return Ok(book.lock().1?);
        }
        self.lay(book)
    }

    /// Lays an opened book on the desk. A book that was open before is closed first.
    pub(crate) fn lay(&self, book: Book) -> Result<(), CommandError> {
        self.lay_at(book, Box::new(SystemClock))
    }

    /// Lays an opened book on the desk under another clock than the system's.
    pub(crate) fn lay_at(&self, book: Book, clock: Box<dyn Clock>) -> Result<(), CommandError> {
        self.close_book();
        let mut vault = Vault::new(book, clock, Box::new(RandomUids));
        // What a crash or an erased record left on the disk is cleared now; what fails is done at the next opening.
        let _ = vault.attachments().tidy();
        let settings = vault.practice().settings()?;
        self.set_idle_limit(settings.idle_lock_minutes);
        self.shield(settings.stay_out_of_sharing);
        self.copying.opened(vault.book().id(), Instant::now());
        *held(&self.slot) = Slot::Open(Box::new(vault));
        Ok(())
    }

    /// Runs `work` on the open book and takes the book off the desk, whatever the answer.
    ///
    /// # Errors
    /// As [`Desk::with`].
    pub(crate) async fn take_after(
        &self,
        work: impl FnOnce(&mut Vault) -> Result<(), CommandError> + Send + 'static,
    ) -> Result<Book, CommandError> {
        let slot = Arc::clone(&self.slot);
        off_the_main_thread(move || match std::mem::replace(&mut *held(&slot), Slot::Locked) {
            Slot::Open(mut vault) => work(&mut vault).map(|()| vault.into_book()),
            Slot::Locked => Err(VaultError::Locked.into()),
        })
        .await?
    }

    /// Lends the book itself to `work`, which gives it back or had to close it. Nobody can lock it in between, and who
    /// asks for that waits: a book given back is never open after it was locked.
    ///
    /// # Errors
    /// As [`Desk::with`].
    pub(crate) async fn replace<R: Send + 'static>(
        &self,
        work: impl FnOnce(Book) -> (Option<Book>, Result<R, CommandError>) + Send + 'static,
    ) -> Result<R, CommandError> {
        held(&self.shelf).clear();
        let slot = Arc::clone(&self.slot);
        let replaced = off_the_main_thread(move || {
            let mut slot = held(&slot);
            let Slot::Open(vault) = std::mem::replace(&mut *slot, Slot::Locked) else {
                return Err(VaultError::Locked.into());
            };
            let (book, outcome) = work(vault.into_book());
            if let Some(book) = book {
                *slot = Slot::Open(Box::new(Vault::new(book, Box::new(SystemClock), Box::new(RandomUids))));
            }
            outcome
        })
        .await?;
        if !self.is_open() {
            self.shield(false);
        }
        replaced
    }

    /// Returns the count of wrong phrases.
    pub(crate) fn tries(&self) -> Arc<Tries> {
        Arc::clone(&self.tries)
    }

    /// Closes the book and forgets its papers. Returns whether one was open.
    pub(crate) fn close_book(&self) -> bool {
        self.end_looks();
        held(&self.shelf).clear();
        let asleep_since = held(&self.asleep_since).take();
        match std::mem::replace(&mut *held(&self.slot), Slot::Locked) {
            Slot::Open(mut vault) => {
                // A session goes on without the book; from now on nobody can say that it was attended. Locked
                // whatever the answer: without the mark its last line says so.
                let since = asleep_since.unwrap_or_else(|| vault.now());
                let _ = vault.sessions().fall_asleep(since);
                // Locked whatever the answer: a log that could not be emptied is read at the next opening.
                match (vault.book().id(), self.copying.order(&vault)) {
                    (id, Some(order)) => {
                        let (file, _) = vault.into_book().lock_for_copy();
                        self.copying.from_locked(id, order, file);
                    }
                    (_, None) => drop(vault.into_book().lock()),
                }
                self.shield(false);
                true
            }
            Slot::Locked => false,
        }
    }

    /// Keeps the window out of screen sharing, or not, while the book is open.
    pub(crate) fn shield(&self, out: bool) {
        (self.shield)(out);
    }

    /// Remembers when the machine fell asleep, for the session that was being held.
    pub(crate) fn slept_since(&self, since: Option<SystemTime>) {
        *held(&self.asleep_since) = since.map(Into::into);
    }

    /// Returns whether a book is open.
    pub(crate) fn is_open(&self) -> bool {
        matches!(*held(&self.slot), Slot::Open(_))
    }

    /// Runs `work` with the fonts, off the main thread; they are loaded once, at the first paper.
    pub(crate) async fn with_fonts<R: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Fonts) -> R + Send + 'static,
    ) -> Result<R, CommandError> {
        let fonts = Arc::clone(&self.fonts);
        off_the_main_thread(move || work(&mut held(fonts.get_or_init(|| Mutex::new(Fonts::with_system()))))).await
    }

    /// Puts a paper on the shelf and returns its token.
    pub(crate) fn shelve(&self, paper: ShelvedPaper) -> u32 {
        held(&self.shelf).put(paper)
    }

    /// Returns a paper from the shelf.
    ///
    /// # Errors
    /// `preview_gone` when it is no longer there.
    pub(crate) fn shelved(&self, token: u32) -> Result<ShelvedPaper, CommandError> {
        held(&self.shelf).get(token)
    }

    /// Takes every paper off the shelf.
    pub(crate) fn clear_shelf(&self) {
        held(&self.shelf).clear();
    }

    /// Notes that the coach did something.
    pub(crate) fn note_activity(&self) {
        let mut activity = held(&self.activity);
        activity.steady = Instant::now();
        activity.wall = SystemTime::now();
        activity.tidied = false;
    }

    /// Empties the log into the book once the coach has been quiet for a while: a damaged log then costs little.
    pub(crate) fn tidy_when_quiet(&self) {
        let due = {
            let mut activity = held(&self.activity);
            let due = !activity.tidied && activity.steady.elapsed() >= QUIET;
            activity.tidied |= due;
            due
        };
        if let (true, Slot::Open(vault)) = (due, &*held(&self.slot)) {
            // A full disk is said at the next change; nothing is lost by trying again then.
            let _ = vault.book().checkpoint();
        }
    }

    /// Makes a safety copy when it is time and something changed. Returns whether it was time.
    pub(crate) fn copy_when_due(&self) -> bool {
        let due = self.copying.is_due(Instant::now());
        if let (true, Slot::Open(vault)) = (due, &*held(&self.slot)) {
            self.copying.from_open(vault);
        }
        due
    }

    /// Sets after how many minutes without a key the book locks.
    pub(crate) fn set_idle_limit(&self, minutes: u32) {
        held(&self.activity).limit = Duration::from_secs(u64::from(minutes) * 60);
        self.note_activity();
    }

    /// Returns whether an open book has been left alone for too long.
    pub(crate) fn is_idle_too_long(&self) -> bool {
        let (idle, limit) = {
            let activity = held(&self.activity);
            (left_alone(activity.steady.elapsed(), activity.wall, SystemTime::now()), activity.limit)
        };
        if idle < limit {
            return false;
        }
        match &mut *held(&self.slot) {
            Slot::Open(vault) => {
                let running = vault.sessions().in_progress().ok().flatten();
                is_too_long(idle, limit, running.as_ref(), vault.now())
            }
            Slot::Locked => false,
        }
    }
}

/// Runs `work` where it may block without freezing the window.
///
/// # Errors
/// `unexpected` when it panicked.
pub(crate) async fn off_the_main_thread<R: Send + 'static>(
    work: impl FnOnce() -> R + Send + 'static,
) -> Result<R, CommandError> {
    tauri::async_runtime::spawn_blocking(work).await.map_err(|_| CommandError::unexpected())
}

/// Returns the time zone the laptop is set to; UTC when it names none we know. Where `TZ` names one for this program,
/// the web view goes by that, and so do we.
pub(crate) fn local_zone() -> Tz {
    let named = std::env::var("TZ").ok().and_then(|name| name.trim_start_matches(':').parse().ok());
    named.or_else(|| iana_time_zone::get_timezone().ok()?.parse().ok()).unwrap_or(Tz::UTC)
}

/// Returns the day a moment falls on by the calendar on the coach's wall.
pub(crate) fn local_day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&local_zone()).date_naive()
}

/// Takes a lock; a panic elsewhere does not make a book unreachable.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use coachbook_vault::{Argon2Cost, Passphrase, UidSource};

    use super::*;

    #[test]
    fn a_lock_ends_every_look_into_a_copy_and_the_next_one_goes_on() {
        let nowhere = std::env::temp_dir().join("coachbook-no-books");
        let desk = Desk::new(BookPlaces::new(nowhere.clone(), nowhere), |_| {});
        let (one, other) = (desk.look(), desk.look());
        assert!(!one.is_over() && !other.is_over());
        desk.close_book();
        assert!(one.is_over() && other.is_over());
        assert!(!desk.look().is_over());
    }

    #[test]
    fn a_book_that_is_open_only_after_the_coach_went_is_locked() {
        let folder = std::env::temp_dir().join(format!("coachbook-away-{}", std::process::id()));
        let places = BookPlaces::new(folder.join("books"), folder.join("config"));
        let desk = Desk::new(places.clone(), |_| {});
        let (id, phrase) =
            (RandomUids.next().0.parse().unwrap(), Passphrase::new("walnut ferry cobalt thimble lantern"));
        drop(places.create_book(id, "Ada", &phrase, Argon2Cost::FLOOR).unwrap().lock());
        for (goes, open) in [(true, false), (false, true)] {
            let look = desk.look();
            let book = places.book(id).unwrap().open_with_phrase(&phrase, Argon2Cost::FLOOR).unwrap();
            if goes {
                desk.end_looks();
            }
            desk.lay_unless_away(book, &look).unwrap();
            assert_eq!(desk.is_open(), open);
        }
        drop(desk);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
