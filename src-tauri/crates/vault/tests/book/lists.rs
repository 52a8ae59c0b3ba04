use std::fs;

use crate::home::{Home, RIGHT, code_of, id, try_phrase};

fn names(home: &Home) -> Vec<String> {
    home.places.books().unwrap().iter().map(|book| book.name().to_owned()).collect()
}

#[test]
fn an_empty_computer_has_no_books_and_makes_no_folders() {
    let home = Home::new();
    assert!(names(&home).is_empty());
    assert!(!home.dir.exists());
}

#[test]
fn books_are_listed_renamed_and_found_again_without_the_list() {
    let home = Home::new();
    drop(home.create(1));
    drop(home.create(2));
    home.places.rename(id(2), "Evening\tpractice\n ").unwrap();
    assert_eq!(names(&home), ["My clients", "Evening practice"]);
    fs::write(home.dir.join("config/books.txt"), b"\xff rubbish").unwrap();
    assert_eq!(names(&home), ["", ""]);
    assert_eq!(try_phrase(&home.places.book(id(2)).unwrap(), RIGHT), "ok");
    assert_eq!(code_of(home.places.book(id(9))), "book_missing");
}

#[test]
fn the_same_identity_is_not_used_twice_and_nothing_half_made_stays() {
    let (home, book, _) = Home::with_book();
    let again = home.places.create_book(id(1), "x", &crate::home::phrase(RIGHT), crate::home::tiny());
    assert_eq!(code_of(again), "already_there");
    let folders: Vec<_> = fs::read_dir(home.dir.join("data/books")).unwrap().flatten().map(|e| e.file_name()).collect();
    assert_eq!(folders.len(), 1, "{folders:?}");
    assert_eq!(try_phrase(&book, RIGHT), "ok");
}

#[test]
fn a_folder_half_made_before_a_crash_is_in_nobodys_way() {
    let home = Home::new();
    let workshop = home.dir.join("data/books").join(format!(".new-{}", id(1)));
    fs::create_dir_all(&workshop).unwrap();
    fs::write(workshop.join("book.db"), b"half").unwrap();
    assert!(names(&home).is_empty());
    drop(home.create(1));
    assert_eq!(names(&home), ["My clients"]);
    assert!(!workshop.exists());
}

#[test]
fn the_sample_opens_without_asking_and_can_be_removed() {
    let home = Home::new();
    let mut sample = home.places.create_sample(id(3), "Sample").unwrap();
    assert!(sample.is_sample());
    assert_eq!(
        sample.set_new_phrase(&crate::home::phrase(RIGHT), crate::home::tiny()).err().map(|e| e.code()),
        Some("locked")
    );
    assert_eq!(code_of(home.places.remove_sample(id(3))), "already_open");
    let (locked, _) = sample.lock();
    assert!(fs::read_to_string(home.file(3, "sample.key")).unwrap().contains("invented"));
    assert_eq!(code_of(locked.open_sample()), "ok");
    assert_eq!(code_of(home.places.remove_sample(id(3))), "ok");
    assert!(names(&home).is_empty());
    assert!(!home.file(3, "").exists());
}

#[test]
fn the_coachs_own_book_is_no_sample() {
    let (home, book, _) = Home::with_book();
    assert_eq!(code_of(book.open_sample()), "header_damaged");
    assert_eq!(code_of(home.places.remove_sample(id(1))), "not_found");
    assert_eq!(try_phrase(&book, RIGHT), "ok");
}
