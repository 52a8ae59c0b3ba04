//! A key in this computer's keychain: a second way in, never the only one, and no way into a copy.

use std::fs;

use coachbook_vault::{
    Book, CopyStamp, IfThere, KeychainKey, LockedBook, RenewedCode, Unlock, VaultError, restore_into, write_safety_copy,
};

use crate::home::{Home, NEXT, RIGHT, code_of, id, phrase, tiny, try_phrase};

fn key(byte: u8) -> KeychainKey {
    KeychainKey::from_text(&format!("{byte:02x}").repeat(32)).unwrap()
}

fn open(book: &LockedBook) -> Book {
    book.open_with_phrase(&phrase(RIGHT), tiny()).unwrap()
}

fn try_key(book: &LockedBook, byte: u8) -> &'static str {
    code_of(book.open_with_keychain(&key(byte)))
}

/// A locked book that opens with `key(7)`.
fn with_keychain() -> (Home, LockedBook) {
    let (home, book, _) = Home::with_book();
    let mut opened = open(&book);
    assert!(!opened.has_keychain() && !book.has_keychain(), "off until it is wanted");
    opened.add_keychain(&phrase(RIGHT), &key(7)).unwrap();
    assert!(opened.has_keychain());
    (home, opened.lock().0)
}

#[test]
fn the_key_opens_the_book_and_the_phrase_still_does() {
    let (home, book) = with_keychain();
    assert!(book.has_keychain());
    assert_eq!((try_key(&book, 7), try_key(&book, 8), try_phrase(&book, RIGHT)), ("ok", "wrong_keychain", "ok"));
    fs::remove_file(home.file(1, "book.keys")).unwrap();
    assert_eq!(try_key(&book, 7), "ok", "the copy of the key file does as well");
    assert!(home.file(1, "book.keys").exists(), "and is healed from");
    assert!(!book.open_with_keychain(&key(7)).unwrap().needs_new_phrase());
}

#[test]
fn only_who_knows_the_phrase_lets_a_keychain_in() {
    let (home, book, _) = Home::with_book();
    let before = fs::read(home.file(1, "book.keys")).unwrap();
    assert_eq!(open(&book).add_keychain(&phrase(NEXT), &key(7)), Err(VaultError::WrongPhrase));
    assert_eq!(fs::read(home.file(1, "book.keys")).unwrap(), before);
    assert_eq!(try_key(&book, 7), "wrong_keychain");
    let mut sample = home.places.create_sample(id(3), "Sample").unwrap();
    assert_eq!(sample.add_keychain(&phrase(RIGHT), &key(7)), Err(VaultError::Locked));
}

#[test]
fn a_second_key_takes_the_place_of_the_first_and_dropping_it_leaves_the_phrase() {
    let (home, book) = with_keychain();
    open(&book).add_keychain(&phrase(RIGHT), &key(9)).unwrap();
    assert_eq!((try_key(&book, 7), try_key(&book, 9)), ("wrong_keychain", "ok"));
    open(&book).drop_keychain().unwrap();
    assert_eq!((try_key(&book, 9), try_phrase(&book, RIGHT), book.has_keychain()), ("wrong_keychain", "ok", false));
    let (beside, copy) = (fs::read(home.file(1, "book.keys")).unwrap(), fs::read(home.key_copy(1)).unwrap());
    assert!(beside == copy, "no file is left that the key opens");
}

#[test]
fn a_new_phrase_keeps_the_keychain_and_a_new_code_ends_it() {
    let (_home, book) = with_keychain();
    open(&book).change_phrase(&phrase(RIGHT), &phrase(NEXT), tiny()).unwrap();
    assert_eq!((try_key(&book, 7), try_phrase(&book, NEXT)), ("ok", "ok"));
    let RenewedCode::Renewed(renewed) = book.open_with_keychain(&key(7)).unwrap().renew_code(&phrase(NEXT), tiny())
    else {
        panic!("the code stayed")
    };
    assert!(!renewed.has_keychain());
    drop(renewed);
    assert_eq!((try_key(&book, 7), try_phrase(&book, NEXT)), ("wrong_keychain", "ok"));
}

#[test]
fn a_safety_copy_does_not_know_the_keychain() {
    let (home, book) = with_keychain();
    let copy = home.dir.join("copy.coachbook");
    write_safety_copy(&open(&book), &copy, CopyStamp { sequence: 1, made_at: None }).unwrap();
    let elsewhere = Home::new();
    let book = restore_into(&elsewhere.places, &copy, &Unlock::Phrase(&phrase(RIGHT)), IfThere::Refuse).unwrap();
    assert_eq!((try_key(&book, 7), try_phrase(&book, RIGHT)), ("wrong_keychain", "ok"));
}
