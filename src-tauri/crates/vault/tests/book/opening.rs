use std::fs;
use std::time::Instant;

use coachbook_vault::{Argon2Cost, RecoveryCode, VaultError};

use crate::home::{Home, NEXT, RIGHT, code_of, id, phrase, tiny, try_phrase};

#[test]
fn the_right_phrase_opens_and_a_wrong_one_does_not() {
    let (_home, book, _) = Home::with_book();
    assert_eq!(try_phrase(&book, RIGHT), "ok");
    assert_eq!(try_phrase(&book, NEXT), "wrong_phrase");
    assert_eq!(try_phrase(&book, ""), "wrong_phrase");
    assert_eq!(try_phrase(&book, RIGHT), "ok");
}

#[test]
fn the_printed_code_opens_and_asks_for_a_new_phrase() {
    let (_home, locked, code) = Home::with_book();
    let mut book = locked.open_with_code(&RecoveryCode::parse(&code).unwrap()).ok().unwrap();
    assert!(book.needs_new_phrase());
    assert_eq!(book.set_new_phrase(&phrase(NEXT), tiny()), Ok(()));
    assert!(!book.needs_new_phrase());
    let (locked, _) = book.lock();
    assert_eq!(try_phrase(&locked, NEXT), "ok");
    assert_eq!(try_phrase(&locked, RIGHT), "wrong_phrase");
}

#[test]
fn another_books_code_is_a_wrong_code_with_and_without_key_files() {
    let (home, book, _) = Home::with_book();
    let other = home.create(2).recovery_code().text().to_string();
    let other = RecoveryCode::parse(&other).unwrap();
    assert_eq!(code_of(book.open_with_code(&other)), "wrong_code");
    fs::remove_file(home.file(1, "book.keys")).unwrap();
    fs::remove_file(home.key_copy(1)).unwrap();
    assert_eq!(code_of(book.open_with_code(&other)), "wrong_code");
}

#[test]
fn a_second_opener_is_told_at_once() {
    let (home, locked, code) = Home::with_book();
    let open = locked.open_with_phrase(&phrase(RIGHT), tiny()).unwrap();
    let started = Instant::now();
    assert_eq!(try_phrase(&home.places.book(id(1)).unwrap(), RIGHT), "already_open");
    assert_eq!(code_of(locked.open_with_code(&RecoveryCode::parse(&code).unwrap())), "already_open");
    // Generous: what matters is that no busy timeout of seconds was waited for.
    assert!(started.elapsed().as_secs() < 2);
    drop(open);
    assert_eq!(try_phrase(&locked, RIGHT), "ok");
}

#[test]
fn weak_phrases_make_no_book_and_no_change() {
    let home = Home::new();
    let weak = home.places.create_book(id(1), "Berg Coaching", &phrase("Berg Coaching 2026"), tiny());
    assert_eq!(code_of(weak), "weak_phrase");
    assert!(home.places.books().unwrap().is_empty());
    let mut book = home.create(1);
    assert_eq!(book.set_new_phrase(&phrase("password1"), tiny()), Err(VaultError::WeakPhrase));
    assert_eq!(try_phrase(&book.lock().0, RIGHT), "ok");
}

#[test]
fn a_slot_below_the_floor_is_sealed_again_on_opening() {
    let (home, book, _) = Home::with_book();
    let before = fs::read(home.file(1, "book.keys")).unwrap();
    assert_eq!(code_of(book.open_with_phrase(&phrase(RIGHT), Argon2Cost::FLOOR)), "ok");
    let after = fs::read(home.file(1, "book.keys")).unwrap();
    // Memory in KiB stands behind magic 8, format 2, book 16, check 8, count 1, kind 1, length 2, KDF 1.
    let memory = |bytes: &[u8]| u32::from_le_bytes(bytes[39..43].try_into().unwrap());
    assert_eq!((memory(&before), memory(&after)), (32, 64 * 1024));
    assert_eq!(fs::read(home.key_copy(1)).unwrap(), after);
    assert_eq!(try_phrase(&book, RIGHT), "ok");
}

#[test]
fn locking_leaves_no_wal_behind() {
    let (home, _, _) = Home::with_book();
    for name in ["book.db-wal", "book.db-shm", "book.db-journal"] {
        let length = fs::metadata(home.file(1, name)).map_or(0, |file| file.len());
        assert_eq!(length, 0, "{name}");
    }
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_anything() {
    use std::os::unix::fs::PermissionsExt;
    let (home, _, _) = Home::with_book();
    let mode = |path: std::path::PathBuf| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for file in [
        home.file(1, "book.db"),
        home.file(1, "book.keys"),
        home.file(1, "book.lock"),
        home.key_copy(1),
        home.dir.join("config/books.txt"),
    ] {
        assert_eq!(mode(file.clone()), 0o600, "{file:?}");
    }
    for folder in [home.file(1, ""), home.file(1, "files"), home.dir.join("config")] {
        assert_eq!(mode(folder.clone()), 0o700, "{folder:?}");
    }
}

#[test]
fn every_error_says_what_happened_and_what_to_do() {
    let all = [
        VaultError::WrongPhrase,
        VaultError::WrongCode,
        VaultError::CodeMistyped,
        VaultError::WeakPhrase,
        VaultError::BookMissing,
        VaultError::HeaderDamaged,
        VaultError::NotABook,
        VaultError::BookDamaged,
        VaultError::NewerBook,
        VaultError::AlreadyOpen,
        VaultError::AlreadyThere,
        VaultError::ReadOnly,
        VaultError::DiskFull,
        VaultError::OutOfMemory,
        VaultError::Stale,
        VaultError::NotFound,
        VaultError::Locked,
        VaultError::Storage(5),
    ];
    let mut codes: Vec<_> = all.iter().map(|error| error.code()).collect();
    codes.dedup();
    assert_eq!(codes.len(), all.len());
    assert!(all.iter().all(|error| error.message().ends_with('.') && error.hint().ends_with('.')));
}
