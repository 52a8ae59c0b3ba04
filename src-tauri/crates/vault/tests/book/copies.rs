//! The safety copies that lie in a folder the coach chose.

use std::fs;

use coachbook_vault::{CopyStamp, safety_copies_in, write_safety_copy};

use crate::home::{Home, RIGHT, code_of, id, phrase, tiny};

const STAMP: CopyStamp = CopyStamp { sequence: 1, made_at: None };

#[test]
fn the_copies_of_a_book_are_found_without_its_key_and_no_other() {
    let (home, book, _) = Home::with_book();
    let open = book.open_with_phrase(&phrase(RIGHT), tiny()).unwrap();
    let other = home.create(2);
    let folder = home.dir.join("stick");
    assert_eq!(code_of(safety_copies_in(&folder, id(1))), "book_missing", "a stick that is not plugged in");
    let own = folder.join(format!("coachbook-{}", id(1)));
    fs::create_dir_all(&own).unwrap();
    write_safety_copy(&open, &folder.join("by hand.coachbook"), STAMP).unwrap();
    write_safety_copy(&open, &own.join("by itself.coachbook"), STAMP).unwrap();
    write_safety_copy(&other, &folder.join("foreign.coachbook"), STAMP).unwrap();
    write_safety_copy(&other, &own.join("moved here.coachbook"), STAMP).unwrap();
    fs::write(folder.join("letter.coachbook"), b"Dear Ana").unwrap();
    fs::write(folder.join("by hand.txt"), b"").unwrap();
    let found = safety_copies_in(&folder, id(1)).unwrap();
    assert_eq!(found, [folder.join("by hand.coachbook"), own.join("by itself.coachbook")]);
    assert_eq!(safety_copies_in(&folder, id(2)).unwrap(), [folder.join("foreign.coachbook")]);
}
