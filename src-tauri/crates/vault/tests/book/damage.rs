use std::fs;

use coachbook_vault::RecoveryCode;

use crate::home::{Home, RIGHT, code_of, try_phrase};

fn by_code(book: &coachbook_vault::LockedBook, code: &str) -> &'static str {
    code_of(book.open_with_code(&RecoveryCode::parse(code).unwrap()))
}

#[test]
fn a_lost_or_damaged_key_file_is_replaced_from_the_other_copy() {
    let (home, book, _) = Home::with_book();
    let whole = fs::read(home.key_copy(1)).unwrap();
    for (broken, sound) in
        [(home.file(1, "book.keys"), home.key_copy(1)), (home.key_copy(1), home.file(1, "book.keys"))]
    {
        for damage in [None, Some(&b"rubbish"[..]), Some(&whole[..100]), Some(&[][..])] {
            match damage {
                None => fs::remove_file(&broken).unwrap(),
                Some(bytes) => fs::write(&broken, bytes).unwrap(),
            }
            assert_eq!(try_phrase(&book, RIGHT), "ok");
            assert_eq!(fs::read(&broken).unwrap(), whole);
            assert_eq!(fs::read(&sound).unwrap(), whole);
        }
    }
}

#[test]
fn with_no_key_file_at_all_the_code_opens_and_makes_new_ones() {
    let (home, book, code) = Home::with_book();
    fs::remove_file(home.file(1, "book.keys")).unwrap();
    fs::remove_dir_all(home.dir.join("config")).unwrap();
    assert_eq!(try_phrase(&book, RIGHT), "header_damaged");
    let mut open = book.open_with_code(&RecoveryCode::parse(&code).unwrap()).ok().unwrap();
    open.set_new_phrase(&crate::home::phrase(RIGHT), crate::home::tiny()).unwrap();
    assert_eq!(fs::read(home.file(1, "book.keys")).unwrap(), fs::read(home.key_copy(1)).unwrap());
    let (book, _) = open.lock();
    assert_eq!(try_phrase(&book, RIGHT), "ok");
}

#[test]
fn another_books_key_file_counts_as_damaged() {
    let (home, book, code) = Home::with_book();
    drop(home.create(2));
    fs::copy(home.file(2, "book.keys"), home.file(1, "book.keys")).unwrap();
    assert_eq!(try_phrase(&book, RIGHT), "ok", "the second copy is used");
    fs::copy(home.file(2, "book.keys"), home.file(1, "book.keys")).unwrap();
    fs::copy(home.file(2, "book.keys"), home.key_copy(1)).unwrap();
    assert_eq!(try_phrase(&book, RIGHT), "header_damaged");
    assert_eq!(by_code(&book, &code), "ok");
}

#[test]
fn a_missing_foreign_or_truncated_database_is_named_rightly() {
    let (home, book, code) = Home::with_book();
    let path = home.file(1, "book.db");
    let whole = fs::read(&path).unwrap();
    assert!(whole.len() > 3 * 4096);
    drop(home.create(2));
    let mut plain = b"SQLite format 3\0".to_vec();
    plain.resize(8192, 0);
    let foreign = fs::read(home.file(2, "book.db")).unwrap();
    let cases: [(&str, Vec<u8>, &str); 6] = [
        ("plain SQLite", plain, "not_a_book"),
        ("another book", foreign, "book_damaged"),
        ("empty", Vec::new(), "book_damaged"),
        ("first page only in part", whole[..4000].to_vec(), "book_damaged"),
        ("half", whole[..whole.len() / 2 / 4096 * 4096].to_vec(), "book_damaged"),
        ("text", b"Dear diary, ".repeat(900), "book_damaged"),
    ];
    for (what, bytes, expected) in cases {
        fs::write(&path, bytes).unwrap();
        assert_eq!(try_phrase(&book, RIGHT), expected, "{what}");
        assert_eq!(by_code(&book, &code), expected, "{what}");
    }
    fs::remove_file(&path).unwrap();
    assert_eq!(try_phrase(&book, RIGHT), "book_missing");
    fs::write(&path, whole).unwrap();
    assert_eq!(try_phrase(&book, RIGHT), "ok");
}

#[test]
fn a_flipped_bit_in_the_first_page_is_noticed() {
    let (home, book, _) = Home::with_book();
    let path = home.file(1, "book.db");
    let whole = fs::read(&path).unwrap();
    for at in (0..4096).step_by(97) {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        fs::write(&path, changed).unwrap();
        assert_eq!(try_phrase(&book, RIGHT), "book_damaged", "byte {at}");
    }
}
