//! A new recovery code: the old one is void, the phrase stays, and a change that is cut off leaves one of the two.

use std::fs;
use std::path::PathBuf;

use coachbook_vault::{
    Book, CopyStamp, LockedBook, RecoveryCode, RenewedCode, Unlock, VaultError, inspect_safety_copy,
    rewrap_safety_copies, write_safety_copy,
};

use crate::home::{Home, NEXT, RIGHT, code_of, id, phrase, tiny, try_phrase};

const STAMP: CopyStamp = CopyStamp { sequence: 1, made_at: None };

#[track_caller]
fn renewed(book: Book) -> Book {
    match book.renew_code(&phrase(RIGHT), tiny()) {
        RenewedCode::Renewed(book) => book,
        RenewedCode::Unchanged(_, why) | RenewedCode::Closed(why) => panic!("the code stayed: {why}"),
    }
}

fn try_code(book: &LockedBook, code: &str) -> &'static str {
    code_of(book.open_with_code(&RecoveryCode::parse(code).unwrap()))
}

fn open(book: &LockedBook) -> Book {
    book.open_with_phrase(&phrase(RIGHT), tiny()).unwrap()
}

#[test]
fn the_old_code_is_void_and_the_phrase_and_the_new_code_open() {
    let (home, book, old) = Home::with_book();
    let open = renewed(open(&book));
    let new = open.recovery_code().text().to_string();
    assert!(new != old && !open.needs_new_phrase());
    let (book, emptied) = open.lock();
    emptied.unwrap();
    assert_eq!((try_code(&book, &old), try_code(&book, &new), try_phrase(&book, RIGHT)), ("wrong_code", "ok", "ok"));
    // No key file that leads to the old secret is left, and none that a crash would have needed.
    for folder in [home.file(1, ""), home.dir.join("config/keys")] {
        let names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        let stray = names.iter().find(|name| name.to_string_lossy().contains(".prev"));
        assert_eq!(stray, None);
    }
    fs::remove_file(home.file(1, "book.keys")).unwrap();
    fs::remove_file(home.key_copy(1)).unwrap();
    assert_eq!((try_code(&book, &old), try_code(&book, &new)), ("wrong_code", "ok"), "without key files");
}

#[test]
fn whoever_does_not_know_the_phrase_changes_nothing() {
    let (home, book, old) = Home::with_book();
    let before = fs::read(home.file(1, "book.keys")).unwrap();
    let RenewedCode::Unchanged(mut open, VaultError::WrongPhrase) = open(&book).renew_code(&phrase(NEXT), tiny())
    else {
        panic!("a wrong phrase was taken")
    };
    assert_eq!(open.change_phrase(&phrase(NEXT), &phrase(NEXT), tiny()), Err(VaultError::WrongPhrase));
    assert_eq!(open.change_phrase(&phrase(RIGHT), &phrase("password1"), tiny()), Err(VaultError::WeakPhrase));
    drop(open);
    assert_eq!(fs::read(home.file(1, "book.keys")).unwrap(), before);
    assert_eq!((try_code(&book, &old), try_phrase(&book, RIGHT)), ("ok", "ok"));
    let sample = home.places.create_sample(id(3), "Sample").unwrap();
    assert!(matches!(sample.renew_code(&phrase(RIGHT), tiny()), RenewedCode::Unchanged(_, VaultError::Locked)));
}

#[test]
fn copies_from_before_open_as_they_did_and_are_named_when_the_phrase_changes() {
    let (home, book, old) = Home::with_book();
    let [before, after, foreign] = ["before", "after", "foreign"].map(|name| home.dir.join(name));
    let first = open(&book);
    write_safety_copy(&first, &before, STAMP).unwrap();
    write_safety_copy(&home.create(2), &foreign, STAMP).unwrap();
    let mut open = renewed(first);
    write_safety_copy(&open, &after, STAMP).unwrap();
    assert_eq!(open.change_phrase(&phrase(RIGHT), &phrase(NEXT), tiny()), Ok(()));
    let gone = home.dir.join("on a stick");
    let paths = [before.clone(), after.clone(), foreign.clone(), gone.clone()];
    let left = rewrap_safety_copies(&open, &paths);
    let said: Vec<_> = left.iter().map(|(path, why)| (path, why.code())).collect();
    assert_eq!(said, [(&before, "older_code"), (&foreign, "wrong_code"), (&gone, "book_missing")]);
    let by = |path: &PathBuf, text: &str| code_of(inspect_safety_copy(path, &Unlock::Phrase(&phrase(text))));
    assert_eq!((by(&before, RIGHT), by(&before, NEXT)), ("ok", "wrong_phrase"));
    assert_eq!((by(&after, RIGHT), by(&after, NEXT)), ("wrong_phrase", "ok"));
    let old = RecoveryCode::parse(&old).unwrap();
    assert_eq!(code_of(inspect_safety_copy(&before, &Unlock::Code(&old))), "ok");
    assert_eq!(code_of(inspect_safety_copy(&after, &Unlock::Code(&old))), "wrong_code");
}

/// What a crash left: the key file in both places, what is kept beside each, the database.
struct Cut<'a> {
    keys: [&'a [u8]; 2],
    kept: [Option<&'a [u8]>; 2],
    database: &'a [u8],
    /// Whether the change had come to its point.
    done: bool,
}

/// The files of a book before and after a new code.
struct States {
    home: Home,
    old: [Vec<u8>; 2],
    new: [Vec<u8>; 2],
    codes: [String; 2],
}

impl States {
    fn new() -> Self {
        let (home, book, old_code) = Home::with_book();
        let read =
            |home: &Home| [home.file(1, "book.keys"), home.file(1, "book.db")].map(|path| fs::read(path).unwrap());
        let old = read(&home);
        let open = renewed(open(&book));
        let new_code = open.recovery_code().text().to_string();
        open.lock().1.unwrap();
        let new = read(&home);
        Self { home, old, new, codes: [old_code, new_code] }
    }

    /// Lays down what a crash left.
    fn put(&self, cut: &Cut<'_>) {
        let places = [self.home.file(1, "book.keys"), self.home.key_copy(1)];
        for ((place, keys), kept) in places.iter().zip(cut.keys).zip(cut.kept) {
            fs::write(place, keys).unwrap();
            let aside = PathBuf::from(format!("{}.prev", place.display()));
            match kept {
                Some(bytes) => fs::write(aside, bytes).unwrap(),
                None => drop(fs::remove_file(aside)),
            }
        }
        fs::write(self.home.file(1, "book.db"), cut.database).unwrap();
    }
}

#[test]
fn every_state_a_crash_can_leave_opens_with_the_phrase_and_with_one_code() {
    let states = States::new();
    let book = states.home.places.book(id(1)).unwrap();
    let ([old_keys, old_data], [new_keys, new_data]) = (&states.old, &states.new);
    let [old_code, new_code] = &states.codes;
    let (kept, none) = (Some(&old_keys[..]), None);
    let before = |keys, kept| Cut { keys, kept, database: old_data, done: false };
    let after = |kept| Cut { keys: [new_keys, new_keys], kept, database: new_data, done: true };
    let cuts = [
        before([old_keys, old_keys], [kept, none]),
        before([new_keys, old_keys], [kept, none]),
        before([new_keys, new_keys], [kept, kept]),
        after([kept, kept]),
        after([none, kept]),
    ];
    for (nth, cut) in cuts.iter().enumerate() {
        let (opens, refused) = if cut.done { (new_code, old_code) } else { (old_code, new_code) };
        states.put(cut);
        assert_eq!(try_code(&book, refused), "wrong_code", "state {nth}");
        assert_eq!(try_code(&book, opens), "ok", "state {nth}");
        states.put(cut);
        assert_eq!(try_phrase(&book, NEXT), "wrong_phrase", "state {nth}");
        assert_eq!(try_phrase(&book, RIGHT), "ok", "state {nth}");
        // The opening has settled it: one key file in both places, nothing beside them.
        let settled = fs::read(states.home.key_copy(1)).unwrap();
        assert!(settled == if cut.done { &new_keys[..] } else { &old_keys[..] }, "state {nth}");
        assert_eq!(fs::read(states.home.file(1, "book.keys")).unwrap(), settled, "state {nth}");
        assert!(!states.home.file(1, "book.keys.prev").exists(), "state {nth}");
        assert_eq!((try_code(&book, refused), try_code(&book, opens)), ("wrong_code", "ok"), "state {nth}");
    }
}

/// The control: with the kept key file gone, a change that was cut off before the database would have lost the book.
#[test]
fn without_the_kept_key_file_the_book_would_be_lost_to_the_phrase() {
    let states = States::new();
    let book = states.home.places.book(id(1)).unwrap();
    let keys = [&states.new[0][..], &states.new[0][..]];
    states.put(&Cut { keys, kept: [None, None], database: &states.old[1], done: false });
    assert_eq!(try_phrase(&book, RIGHT), "book_damaged");
}

#[test]
fn a_step_that_fails_leaves_the_old_code() {
    let (home, book, old) = Home::with_book();
    // A folder where the key file's neighbour is written makes the first step fail on every system.
    fs::create_dir(home.file(1, "book.keys.prev.next")).unwrap();
    let outcome = open(&book).renew_code(&phrase(RIGHT), tiny());
    let RenewedCode::Unchanged(open, _) = outcome else { panic!("it was changed") };
    fs::remove_dir(home.file(1, "book.keys.prev.next")).unwrap();
    assert_eq!(open.recovery_code().text().as_str(), old);
    drop(open);
    assert_eq!((try_code(&book, &old), try_phrase(&book, RIGHT)), ("ok", "ok"));
}

#[test]
fn a_damaged_page_leaves_the_old_code_and_every_other_page() {
    let (home, book, old) = Home::with_book();
    let path = home.file(1, "book.db");
    let whole = fs::read(&path).unwrap();
    let mut met = 0;
    for page in (0..whole.len() / 4096).rev().step_by(5) {
        let mut damaged = whole.clone();
        damaged[page * 4096 + 2000] ^= 1;
        fs::write(&path, &damaged).unwrap();
        // A page that opening reads is noticed before anything is asked.
        let Ok(open) = book.open_with_phrase(&phrase(RIGHT), tiny()) else { continue };
        let outcome = open.renew_code(&phrase(RIGHT), tiny());
        assert!(matches!(&outcome, RenewedCode::Unchanged(_, VaultError::BookDamaged)), "page {page}");
        drop(outcome);
        assert!(fs::read(&path).unwrap() == damaged, "page {page}");
        met += 1;
    }
    assert!(met > 2, "{met}");
    fs::write(&path, whole).unwrap();
    assert_eq!((try_code(&book, &old), try_phrase(&book, RIGHT)), ("ok", "ok"));
}
