//! A change of passphrase that is cut off at any point leaves the old phrase or the new one, never neither.

use std::fs;
use std::path::{Path, PathBuf};

use crate::home::{Home, NEXT, RIGHT, phrase, tiny, try_phrase};

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().unwrap().to_os_string();
    name.push(suffix);
    path.with_file_name(name)
}

/// The key file before and after a change, made in a home of its own.
fn old_and_new() -> (Home, Vec<u8>, Vec<u8>) {
    let (home, book, _) = Home::with_book();
    let old = fs::read(home.key_copy(1)).unwrap();
    let mut open = book.open_with_phrase(&phrase(RIGHT), tiny()).unwrap();
    open.set_new_phrase(&phrase(NEXT), tiny()).unwrap();
    drop(open);
    let new = fs::read(home.key_copy(1)).unwrap();
    assert!(old != new);
    (home, old, new)
}

#[test]
fn after_a_change_only_the_new_phrase_is_anywhere_on_disk() {
    let (home, old, new) = old_and_new();
    let book = home.places.book(crate::home::id(1)).unwrap();
    assert_eq!((try_phrase(&book, NEXT), try_phrase(&book, RIGHT)), ("ok", "wrong_phrase"));
    for folder in [home.file(1, ""), home.dir.join("config/keys")] {
        for entry in fs::read_dir(folder).unwrap().flatten().filter(|entry| entry.path().is_file()) {
            let bytes = fs::read(entry.path()).unwrap();
            assert!(bytes != old, "{:?} still opens with the old phrase", entry.file_name());
            assert!(!entry.file_name().to_string_lossy().contains("keys") || bytes == new);
        }
    }
}

#[test]
fn every_state_a_crash_can_leave_opens_with_exactly_one_of_the_two() {
    let (home, old, new) = old_and_new();
    let (first, second) = (home.file(1, "book.keys"), home.key_copy(1));
    let book = home.places.book(crate::home::id(1)).unwrap();
    // What stands in the two places, and which phrase opens then.
    let states: [(&[u8], &[u8], &str, &str); 3] =
        [(&old, &old, RIGHT, NEXT), (&new, &old, NEXT, RIGHT), (&new, &new, NEXT, RIGHT)];
    for (in_first, in_second, opens, refused) in states {
        for half_written in [0, 1, 80, new.len()] {
            fs::write(&first, in_first).unwrap();
            fs::write(&second, in_second).unwrap();
            for path in [&first, &second] {
                fs::write(with_suffix(path, ".next"), &new[..half_written]).unwrap();
                fs::write(with_suffix(path, ".prev"), &old).unwrap();
                fs::write(with_suffix(path, ".prev.next"), &old[..half_written.min(old.len())]).unwrap();
            }
            assert_eq!(try_phrase(&book, refused), "wrong_phrase");
            assert_eq!(try_phrase(&book, opens), "ok");
            assert_eq!(fs::read(&second).unwrap(), in_first, "the copies are made equal");
            for path in [&first, &second] {
                for suffix in [".next", ".prev", ".prev.next"] {
                    assert!(!with_suffix(path, suffix).exists(), "{suffix} is cleared away");
                }
            }
        }
    }
}

#[test]
fn a_crash_that_took_both_files_leaves_the_previous_copy() {
    let (home, old, _) = old_and_new();
    let (first, second) = (home.file(1, "book.keys"), home.key_copy(1));
    let book = home.places.book(crate::home::id(1)).unwrap();
    fs::write(&first, b"torn").unwrap();
    fs::remove_file(&second).unwrap();
    fs::write(with_suffix(&first, ".prev"), &old).unwrap();
    assert_eq!(try_phrase(&book, RIGHT), "ok");
    assert_eq!(fs::read(&first).unwrap(), old);
}
