//! Copies that are looked into and brought back.

use std::fs;

use coachbook_core::client::ClientDraft;
use coachbook_vault::{
    IfThere, Look, RecoveryCode, Unlock, forget_undo, has_undo, restore_into, set_damaged_scans_aside, undo_restore,
};

use super::{copy_open, names, own, right, stick, the_book};
use crate::attached::{open, with_scans};
use crate::home::{NEXT, RIGHT, code_of, id, phrase, try_phrase};

#[test]
fn a_look_into_a_copy_touches_no_book_and_sees_what_only_unpacking_shows() {
    let (home, vault, _) = with_scans();
    let stick = stick(&home);
    let made = copy_open(&vault, &stick, 0).unwrap();
    let before = names(&home.dir.join("data/books"));
    right(|unlock| {
        let seen = Look::default().check(&home.places, &made.path, unlock).unwrap();
        assert_eq!((seen.counts.clients, seen.missing_files), (1, 0));
        assert_eq!(names(&home.dir.join("data/books")), before);
        let scans = own(&stick).join("scans");
        fs::remove_file(scans.join(&names(&scans)[0])).unwrap();
        let [damaged] = &names(&scans)[..] else { panic!("one scan is left") };
        fs::write(scans.join(damaged), b"damaged").unwrap();
        let seen = Look::default().check(&home.places, &made.path, unlock).unwrap();
        assert_eq!(seen.missing_files, 2);
        set_damaged_scans_aside(&made.path, &seen).unwrap();
        assert_eq!(names(&scans), [format!("{damaged}.damaged")]);
        let healed = copy_open(&vault, &stick, 1).unwrap();
        assert_eq!(Look::default().check(&home.places, &healed.path, unlock).unwrap().missing_files, 0, "brought anew");
        assert_eq!(names(&scans).len(), 3, "what was damaged is not deleted");
    });
    let wrong = phrase(NEXT);
    assert_eq!(code_of(Look::default().check(&home.places, &made.path, &Unlock::Phrase(&wrong))), "wrong_phrase");
    assert_eq!(names(&home.dir.join("data/books")), before);
}

#[test]
fn one_act_brings_the_book_back_that_a_copy_took_the_place_of() {
    let (home, mut vault, _) = with_scans();
    let stick = stick(&home);
    let made = copy_open(&vault, &stick, 0).unwrap();
    vault.clients().save(None, None, &ClientDraft::named("Later")).unwrap();
    let later = vault.book().row_hash().unwrap();
    drop(vault);
    assert!(!has_undo(&home.places, id(1)).unwrap());
    assert_eq!(code_of(undo_restore(&home.places, id(1))), "not_found");
    right(|unlock| drop(restore_into(&home.places, &made.path, unlock, IfThere::KeepAside).unwrap()));
    let there = open(&the_book(&home));
    assert!(has_undo(&home.places, id(1)).unwrap());
    assert_ne!(there.book().row_hash().unwrap(), later, "control");
    assert_eq!(code_of(undo_restore(&home.places, id(1))), "already_open");
    drop(there);
    undo_restore(&home.places, id(1)).unwrap();
    assert_eq!(open(&the_book(&home)).book().row_hash().unwrap(), later);
    undo_restore(&home.places, id(1)).unwrap();
    assert_ne!(open(&the_book(&home)).book().row_hash().unwrap(), later, "the undoing is undone the same way");
    forget_undo(&home.places, id(1)).unwrap();
    assert!(!has_undo(&home.places, id(1)).unwrap());
    assert_eq!(names(&home.dir.join("data/books")), [id(1).to_string()]);
}

#[test]
fn a_lost_key_file_leaves_phrase_and_code_to_a_copy() {
    let (home, vault, _) = with_scans();
    let stick = stick(&home);
    let code = vault.book().recovery_code().text().to_string();
    let made = copy_open(&vault, &stick, 0).unwrap();
    drop(vault);
    fs::remove_file(home.file(1, "book.keys")).unwrap();
    fs::remove_file(home.key_copy(1)).unwrap();
    assert_eq!(try_phrase(&the_book(&home), RIGHT), "header_damaged");
    right(|unlock| drop(restore_into(&home.places, &made.path, unlock, IfThere::KeepAside).unwrap()));
    assert_eq!(try_phrase(&the_book(&home), RIGHT), "ok", "the copy brought the keys");
    let code = RecoveryCode::parse(&code).unwrap();
    assert_eq!(code_of(restore_into(&home.places, &made.path, &Unlock::Code(&code), IfThere::KeepAside)), "ok");
}
