//! Start's three doors: a new book, the sample, a safety copy; and the key to a book that is there.

use std::time::{Duration, Instant};

use coachbook_core::book::{BookSettings, CoachProfile};
use coachbook_vault::{
    Argon2Cost, Book, BookId, BookPlaces, LockedBook, Passphrase, RandomUids, RecoveryCode, UidSource, VaultError,
    has_undo,
};

use crate::{
    keys::KEY_TIME,
    os::keychain,
    papers,
    sample::{self, SampleClock},
    state::{Desk, local_zone, off_the_main_thread},
    views,
    wire::{
        CommandError,
        book::{BookEntry, BookStatus, CodeGroup},
    },
};

/// How long an opening waits for another program to let go of the book.
const LETTING_GO: Duration = Duration::from_secs(30);
const LOOK_AGAIN: Duration = Duration::from_millis(100);

/// Returns which doors Start shows.
pub(crate) async fn status(desk: &Desk) -> Result<BookStatus, CommandError> {
    let places = desk.places().clone();
    let books = off_the_main_thread(move || places.books()).await??;
    let open = if desk.is_open() { Some(desk.with(|vault| Ok(facts(vault))).await?) } else { None };
    // The sample opens without asking: alone it is no book to unlock.
    let state = match (&open, books.iter().all(LockedBook::is_sample)) {
        (Some(_), _) => "open",
        (None, true) => "none",
        (None, false) => "locked",
    };
    Ok(BookStatus {
        state: state.to_owned(),
        books: books.iter().map(|book| entry(desk, book)).collect(),
        open_uid: open.as_ref().map(|facts| facts.uid.clone()),
        sample: open.as_ref().is_some_and(|facts| facts.sample),
        recovery_confirmed: open.as_ref().is_some_and(|facts| facts.recovery_confirmed),
        needs_new_phrase: open.as_ref().is_some_and(|facts| facts.needs_new_phrase),
        zone: local_zone().name().to_owned(),
        rest_seconds: desk.tries().rest_seconds(),
    })
}

/// What Start and the frame need to know of the open book.
struct OpenFacts {
    uid: String,
    sample: bool,
    recovery_confirmed: bool,
    needs_new_phrase: bool,
}

fn facts(vault: &mut coachbook_vault::Vault) -> OpenFacts {
    let recovery_confirmed = vault.practice().settings().is_ok_and(|settings| settings.recovery_confirmed);
    let book = vault.book();
    OpenFacts {
        uid: book.id().to_string(),
        sample: book.is_sample(),
        recovery_confirmed,
        needs_new_phrase: book.needs_new_phrase(),
    }
}

fn entry(desk: &Desk, book: &LockedBook) -> BookEntry {
    // Where the folder cannot be read, nothing is offered.
    let has_undo = has_undo(desk.places(), book.id()).unwrap_or_default();
    let keychain = book.has_keychain();
    BookEntry { uid: book.id().to_string(), name: book.name().to_owned(), sample: book.is_sample(), has_undo, keychain }
}

/// Makes a book for the coach and lays it open on the desk.
pub(crate) async fn create(desk: &Desk, coach_name: String, phrase: Passphrase) -> Result<(), CommandError> {
    let name = coach_name.trim().to_owned();
    if name.is_empty() {
        return Err(CommandError::new("name_missing", "The book needs your name.", "It stands on your agreements."));
    }
    let places = desk.places().clone();
    let title = name.clone();
    let book = off_the_main_thread(move || -> Result<Book, VaultError> {
        let cost = Argon2Cost::calibrate(KEY_TIME)?;
        places.create_book(new_book_id()?, &title, &phrase, cost)
    })
    .await??;
    desk.lay(book)?;
    desk.with(move |vault| {
        vault.practice().save_coach(&CoachProfile { legal_name: name, ..CoachProfile::default() })?;
        vault.practice().save_settings(&BookSettings::default())?;
        Ok(())
    })
    .await
}

fn new_book_id() -> Result<BookId, VaultError> {
    RandomUids.next().0.parse()
}

/// Opens the sample, and makes it first when there is none.
pub(crate) async fn open_sample(desk: &Desk) -> Result<(), CommandError> {
    let places = desk.places().clone();
    let (book, fresh) = off_the_main_thread(move || -> Result<(Book, bool), VaultError> {
        match the_sample(&places)? {
            Some(book) => Ok((book.open_sample()?, false)),
            None => Ok((places.create_sample(new_book_id()?, "Sample")?, true)),
        }
    })
    .await??;
    if fresh { fill_sample(desk, book).await } else { desk.lay(book) }
}

/// Writes the sample into its new book, on the sample's own day, and lays it open on the desk.
async fn fill_sample(desk: &Desk, book: Book) -> Result<(), CommandError> {
    let sample = sample::record()?;
    desk.lay_at(book, Box::new(SampleClock::new(&sample)))?;
    let before = sample.clone();
    let (_, engagement, version) = desk.with(move |vault| sample::before_the_session(vault, &before)).await?;
    let pdf = papers::agreement_pdf(desk, version).await?;
    let book = desk
        .take_after(move |vault| {
            views::issue(vault, version, &pdf)?;
            vault.agreements().mark_signed(version, sample.session.held_on)?;
            sample::the_session(vault, &sample, engagement, &mut RandomUids).map(drop)
        })
        .await?;
    desk.lay(book)
}

fn the_sample(places: &BookPlaces) -> Result<Option<LockedBook>, VaultError> {
    Ok(places.books()?.into_iter().find(LockedBook::is_sample))
}

/// Removes the sample with everything in it.
pub(crate) async fn remove_sample(desk: &Desk) -> Result<(), CommandError> {
    let places = desk.places().clone();
    if desk.is_open() && desk.with(|vault| Ok(vault.book().is_sample())).await? {
        desk.close_book();
    }
    off_the_main_thread(move || match the_sample(&places)? {
        Some(book) => places.remove_sample(book.id()),
        None => Ok(()),
    })
    .await??;
    Ok(())
}

/// Opens a book with its passphrase. A coach who goes away before it is open finds it locked; so in the other ways.
pub(crate) async fn unlock(desk: &Desk, uid: &str, phrase: Passphrase) -> Result<(), CommandError> {
    let id: BookId = uid.parse()?;
    desk.tries().may_try()?;
    let look = desk.look();
    let opened = opened(desk, id, move |book| book.open_with_phrase(&phrase, Argon2Cost::DEFAULT)).await?;
    desk.tries().note(&opened);
    desk.lay_unless_away(opened?, &look)
}

/// Opens a book with the code on its recovery sheet.
pub(crate) async fn unlock_with_code(desk: &Desk, uid: &str, code: RecoveryCode) -> Result<(), CommandError> {
    let (id, look) = (uid.parse()?, desk.look());
    let book = opened(desk, id, move |book| book.open_with_code(&code)).await??;
    desk.lay_unless_away(book, &look)
}

/// Opens a book with the key this computer's keychain has for it. The keychain may ask the coach for its own password.
pub(crate) async fn unlock_with_keychain(desk: &Desk, uid: &str) -> Result<(), CommandError> {
    let (id, look) = (uid.parse()?, desk.look());
    let key = off_the_main_thread(move || keychain::fetch(id)).await??.ok_or(VaultError::WrongKeychain)?;
    let book = opened(desk, id, move |book| book.open_with_keychain(&key)).await??;
    desk.lay_unless_away(book, &look)
}

/// Opens a book in one of its ways, as soon as copying lets go of it.
async fn opened(
    desk: &Desk,
    id: BookId,
    way: impl Fn(&LockedBook) -> Result<Book, VaultError> + Send + 'static,
) -> Result<Result<Book, VaultError>, CommandError> {
    let (places, copying) = (desk.places().clone(), desk.copying());
    off_the_main_thread(move || {
        copying.wait_until_free();
        let book = places.book(id)?;
        once_let_go(&book, || way(&book))
    })
    .await
}

/// Waits for a window that was closed a moment ago: until the bytes for its last copy are taken down, its program keeps the
/// book. One that is open in another window is said to be so at once.
fn once_let_go(book: &LockedBook, open: impl Fn() -> Result<Book, VaultError>) -> Result<Book, VaultError> {
    let asked = Instant::now();
    loop {
        match open() {
            Err(VaultError::AlreadyOpen) if book.is_being_copied() && asked.elapsed() < LETTING_GO => {
                std::thread::sleep(LOOK_AGAIN)
            }
            answer => return answer,
        }
    }
}

/// Returns which two groups of the code to type back. They are fixed per book, so that no state is kept.
pub(crate) fn asked_groups(id: BookId) -> (usize, usize) {
    let bytes = id.as_bytes();
    let pick = |at: usize| usize::from(bytes.get(at).copied().unwrap_or_default());
    let first = pick(14) % 4 + 1;
    let second = pick(15) % 4 + 5;
    (first, second)
}

/// Compares two groups typed back with the code, and notes that the sheet exists.
pub(crate) async fn confirm_recovery(desk: &Desk, first: CodeGroup, second: CodeGroup) -> Result<(), CommandError> {
    desk.with(move |vault| {
        let asked = asked_groups(vault.book().id());
        let groups = vault.book().recovery_code().groups();
        let same = |typed: &CodeGroup| {
            let right = groups.get(typed.group.wrapping_sub(1));
            right.is_some_and(|right| right.eq_ignore_ascii_case(typed.text.trim()))
        };
        if (first.group, second.group) != asked || !same(&first) || !same(&second) {
            return Err(CommandError::new(
                "groups_differ",
                "These groups are not the ones on the sheet.",
                "Compare them with the sheet letter by letter. The sheet can be printed again.",
            ));
        }
        let settings = BookSettings { recovery_confirmed: true, ..vault.practice().settings()? };
        Ok(vault.practice().save_settings(&settings)?)
    })
    .await
}

#[cfg(test)]
mod tests {
    use coachbook_vault::{Argon2Cost, SystemClock, Vault};

    use super::*;

    #[test]
    fn a_book_that_another_program_still_copies_opens_when_it_lets_go() {
        let folder = std::env::temp_dir().join(format!("coachbook-letting-go-{}", std::process::id()));
        let places = BookPlaces::new(folder.join("books"), folder.join("config"));
        let phrase = Passphrase::new("walnut ferry cobalt thimble lantern");
        let book = places.create_book(new_book_id().unwrap(), "Ada", &phrase, Argon2Cost::FLOOR).unwrap();
        let (id, vault) = (book.id(), Vault::new(book, Box::new(SystemClock), Box::new(RandomUids)));
        let there = places.book(id).unwrap();
        let asked = Instant::now();
        let refused = once_let_go(&there, || there.open_with_phrase(&phrase, Argon2Cost::FLOOR)).map(drop);
        assert_eq!(refused, Err(VaultError::AlreadyOpen), "control");
        assert!(asked.elapsed() < LETTING_GO, "it waits for a window that is open");
        let (copied, _) = vault.into_book().lock_for_copy();
        let opened = std::thread::scope(|scope| {
            let opening =
                scope.spawn(|| once_let_go(&there, || there.open_with_phrase(&phrase, Argon2Cost::FLOOR)).map(drop));
            std::thread::sleep(4 * LOOK_AGAIN);
            drop(copied);
            opening.join().unwrap()
        });
        assert_eq!(opened, Ok(()));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
