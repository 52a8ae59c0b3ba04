//! Copies from before a client was erased.

use std::fs;

use coachbook_vault::{
    IfThere, forget_copies_before, forget_earlier_states, has_earlier_states, has_undo, inspect_safety_copy,
    restore_into, write_safety_copy,
};

use super::{STAMP, copy_open, names, own, right, stick, the_book};
use crate::attached::{open, with_scans};
use crate::home::{code_of, id};

#[test]
fn copies_from_before_an_erasure_go_once_one_from_after_it_is_there() {
    let (home, mut vault, _) = with_scans();
    let stick = stick(&home);
    for day in 0..3 {
        copy_open(&vault, &stick, day).unwrap();
    }
    fs::write(own(&stick).join("by hand.coachbook"), b"not made by itself").unwrap();
    let all = names(&own(&stick));
    let client = vault.clients().list().unwrap()[0].client.id;
    assert_eq!(vault.clients().erase(client, None), Ok(None));
    assert_eq!(code_of(forget_copies_before(vault.book(), &stick, 4)), "not_found", "none is there from after it");
    assert_eq!(names(&own(&stick)), all);
    assert_eq!(code_of(forget_copies_before(vault.book(), &home.dir.join("away"), 4)), "copies_unreachable");

    let made = copy_open(&vault, &stick, 3).unwrap();
    assert_eq!(made.sequence, 4);
    assert_eq!(forget_copies_before(vault.book(), &stick, made.sequence), Ok(3));
    assert_eq!(names(&own(&stick)), ["2026-03-07_safety-copy_000004.coachbook", "by hand.coachbook", "scans"]);
    fs::remove_file(own(&stick).join("by hand.coachbook")).unwrap();
    assert_eq!(forget_copies_before(vault.book(), &stick, made.sequence), Ok(0));
    assert!(names(&own(&stick).join("scans")).is_empty(), "the scans only they had");
    right(|unlock| assert_eq!(inspect_safety_copy(&made.path, unlock).unwrap().counts.clients, 0));
}

#[test]
fn the_book_as_it_was_earlier_goes_when_a_client_is_erased() {
    let (home, vault, _) = with_scans();
    let made = copy_open(&vault, &stick(&home), 0).unwrap();
    vault.into_book().lock().1.unwrap();
    right(|unlock| drop(restore_into(&home.places, &made.path, unlock, IfThere::KeepAside).unwrap()));
    let vault = open(&the_book(&home));
    let upgraded = home.file(1, "before-2.coachbook");
    write_safety_copy(vault.book(), &upgraded, STAMP).unwrap();
    assert!(has_undo(&home.places, id(1)).unwrap() && has_earlier_states(vault.book()).unwrap());
    forget_earlier_states(vault.book()).unwrap();
    assert!(!has_earlier_states(vault.book()).unwrap() && !upgraded.exists());
    assert_eq!(names(&home.dir.join("data/books")), [id(1).to_string()]);
    fs::write(&upgraded, b"another").unwrap();
    assert!(has_earlier_states(vault.book()).unwrap(), "control: one of the two is enough");
}
