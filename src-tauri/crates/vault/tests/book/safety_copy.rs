use std::fs;
use std::path::{Path, PathBuf};

use coachbook_vault::{
    CopyStamp, IfThere, RecoveryCode, Unlock, inspect_safety_copy, restore_into, rewrap_safety_copy, write_safety_copy,
};

use crate::home::{Home, NEXT, RIGHT, code_of, id, phrase, tiny, try_phrase};

const STAMP: CopyStamp = CopyStamp { sequence: 7, made_at: None };

/// A home with a book, a safety copy of it outside, and the code.
fn copied() -> (Home, PathBuf, String) {
    let (home, book, code) = Home::with_book();
    let open = book.open_with_phrase(&phrase(RIGHT), tiny()).unwrap();
    let path = home.dir.join("copy.coachbook");
    let copy = write_safety_copy(&open, &path, STAMP).unwrap();
    assert_eq!((copy.sequence, copy.schema_version), (7, 1));
    (home, path, code)
}

fn inspect(path: &Path, text: &str) -> &'static str {
    code_of(inspect_safety_copy(path, &Unlock::Phrase(&phrase(text))))
}

#[test]
fn a_copy_says_what_it_brings_to_phrase_and_code_only() {
    let (home, path, code) = copied();
    let code = RecoveryCode::parse(&code).unwrap();
    let seen = inspect_safety_copy(&path, &Unlock::Code(&code)).unwrap();
    assert_eq!((seen.name.as_str(), seen.book), ("My clients", id(1)));
    assert_eq!(inspect(&path, RIGHT), "ok");
    assert_eq!(inspect(&path, NEXT), "wrong_phrase");
    let other = home.create(2).recovery_code();
    assert_eq!(code_of(inspect_safety_copy(&path, &Unlock::Code(&other))), "wrong_code");
    // Nothing but the copy is left beside it.
    let beside = fs::read_dir(&home.dir).unwrap().flatten().count();
    assert_eq!(beside, 3, "data, config, copy");
    assert!(!home.file(1, "snapshot.next").exists());
}

#[test]
fn a_new_computer_gets_the_whole_book_back() {
    let (_old, path, code) = copied();
    for by_code in [false, true] {
        let new = Home::new();
        let (phrase, code) = (phrase(RIGHT), RecoveryCode::parse(&code).unwrap());
        let unlock = if by_code { Unlock::Code(&code) } else { Unlock::Phrase(&phrase) };
        let book = restore_into(&new.places, &path, &unlock, IfThere::Refuse).unwrap();
        assert_eq!(book.name(), "My clients");
        assert_eq!(try_phrase(&book, RIGHT), "ok");
        assert_eq!(fs::read(new.file(1, "book.keys")).unwrap(), fs::read(new.key_copy(1)).unwrap());
    }
}

#[test]
fn the_book_that_is_there_is_refused_or_kept_aside() {
    let (home, path, _) = copied();
    fs::write(home.file(1, "files/blob"), b"sealed").unwrap();
    let right = phrase(RIGHT);
    let unlock = Unlock::Phrase(&right);
    assert_eq!(code_of(restore_into(&home.places, &path, &unlock, IfThere::Refuse)), "already_there");
    let open = home.places.book(id(1)).unwrap().open_with_phrase(&right, tiny()).ok().unwrap();
    assert_eq!(code_of(restore_into(&home.places, &path, &unlock, IfThere::KeepAside)), "already_open");
    drop(open);
    let book = restore_into(&home.places, &path, &unlock, IfThere::KeepAside).unwrap();
    assert_eq!(try_phrase(&book, RIGHT), "ok");
    let aside = home.dir.join("data/books").join(format!("{}.undo-1", id(1)));
    assert!(aside.join("book.db").is_file() && aside.join("files/blob").is_file());
    assert_eq!(fs::read(home.file(1, "files/blob")).unwrap(), b"sealed");
    assert_eq!(home.places.books().unwrap().len(), 1);
}

#[test]
fn every_flip_and_cut_is_noticed_and_nothing_is_restored() {
    let (home, path, code) = copied();
    let whole = fs::read(&path).unwrap();
    let bad = home.dir.join("bad.coachbook");
    let code = RecoveryCode::parse(&code).unwrap();
    let by_code = |path: &Path| code_of(inspect_safety_copy(path, &Unlock::Code(&code)));
    let step = whole.len() / 400;
    for at in (4096..whole.len()).step_by(step.max(1)).chain([4096, 4099, 4100, 4124, whole.len() - 1]) {
        let mut changed = whole.clone();
        changed[at] ^= 1 << (at % 8);
        fs::write(&bad, changed).unwrap();
        assert_eq!(by_code(&bad), "book_damaged", "byte {at}");
    }
    for part in 1..64 {
        fs::write(&bad, &whole[..whole.len() * part / 64]).unwrap();
        assert!(matches!(by_code(&bad), "book_damaged" | "not_a_book"), "{part}/64");
    }
    fs::write(&bad, [&whole[..], b"x"].concat()).unwrap();
    assert_eq!(by_code(&bad), "book_damaged", "bytes added");
    let new = Home::new();
    assert_eq!(code_of(restore_into(&new.places, &bad, &Unlock::Code(&code), IfThere::Refuse)), "book_damaged");
    assert!(!new.dir.exists());
}

#[test]
fn damaged_keys_in_a_copy_leave_the_code() {
    let (home, path, code) = copied();
    let mut bytes = fs::read(&path).unwrap();
    bytes[60] ^= 1;
    fs::write(&path, bytes).unwrap();
    assert_eq!(inspect(&path, RIGHT), "header_damaged");
    let code = RecoveryCode::parse(&code).unwrap();
    assert_eq!(code_of(inspect_safety_copy(&path, &Unlock::Code(&code))), "ok");
    let other = home.create(2).recovery_code();
    assert_eq!(code_of(inspect_safety_copy(&path, &Unlock::Code(&other))), "wrong_code");
    let new = Home::new();
    let book = restore_into(&new.places, &path, &Unlock::Code(&code), IfThere::Refuse).unwrap();
    assert_eq!(try_phrase(&book, RIGHT), "header_damaged");
    assert_eq!(code_of(book.open_with_code(&code)), "ok");
}

#[test]
fn foreign_and_newer_files_are_named_rightly() {
    let (home, path, _) = copied();
    let other = home.dir.join("other.coachbook");
    for foreign in
        [Vec::new(), b"COACHBK1".to_vec(), b"%PDF-1.7 ".repeat(1000), fs::read(home.file(1, "book.db")).unwrap()]
    {
        fs::write(&other, foreign).unwrap();
        assert_eq!(inspect(&other, RIGHT), "not_a_book");
    }
    let mut newer = fs::read(&path).unwrap();
    newer[10] = 2;
    fs::write(&other, newer).unwrap();
    assert_eq!(inspect(&other, RIGHT), "newer_book");
    assert_eq!(inspect(&home.dir.join("nowhere"), RIGHT), "book_missing");
}

#[test]
fn an_older_copy_takes_the_new_phrase_by_changing_its_first_page_only() {
    let (home, path, _) = copied();
    let before = fs::read(&path).unwrap();
    let book = home.places.book(id(1)).unwrap();
    let mut open = book.open_with_phrase(&phrase(RIGHT), tiny()).unwrap();
    open.set_new_phrase(&phrase(NEXT), tiny()).unwrap();
    assert_eq!(inspect(&path, RIGHT), "ok", "not reached yet");
    rewrap_safety_copy(&open, &path).unwrap();
    assert_eq!((inspect(&path, NEXT), inspect(&path, RIGHT)), ("ok", "wrong_phrase"));
    let after = fs::read(&path).unwrap();
    assert_eq!(before[4096..], after[4096..]);
    assert_eq!(before.len(), after.len());
}

#[test]
fn a_failing_copy_leaves_the_one_that_was_there() {
    let (home, path, _) = copied();
    let whole = fs::read(&path).unwrap();
    let open = home.places.book(id(1)).unwrap().open_with_phrase(&phrase(RIGHT), tiny()).ok().unwrap();
    // A folder in the place of the snapshot makes the copy fail on every system.
    fs::create_dir(home.file(1, "snapshot.next")).unwrap();
    assert!(write_safety_copy(&open, &path, STAMP).is_err());
    assert_eq!(fs::read(&path).unwrap(), whole);
    let missing = home.dir.join("no such folder/copy.coachbook");
    fs::remove_dir(home.file(1, "snapshot.next")).unwrap();
    assert!(write_safety_copy(&open, &missing, STAMP).is_err());
    assert!(!home.file(1, "snapshot.next").exists());
}
