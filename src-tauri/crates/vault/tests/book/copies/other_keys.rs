//! Copies from before a new code or a new phrase.

use std::fs;

use coachbook_vault::{
    RandomUids, RenewedCode, SystemClock, Unlock, Vault, forget_older_copies, inspect_safety_copy, newest_copy_in,
    older_copies_in,
};

use super::{copy_open, names, own, stick};
use crate::attached::with_scans;
use crate::home::{NEXT, RIGHT, code_of, id, phrase, tiny};

/// A new code, as Settings makes it.
fn with_new_code(vault: Vault) -> Vault {
    match vault.into_book().renew_code(&phrase(RIGHT), tiny()) {
        RenewedCode::Renewed(book) => Vault::new(book, Box::new(SystemClock), Box::new(RandomUids)),
        RenewedCode::Unchanged(_, why) | RenewedCode::Closed(why) => panic!("the code stayed: {why}"),
    }
}

#[test]
fn copies_from_before_a_new_code_are_told_apart_and_go_only_when_asked() {
    let (home, vault, _) = with_scans();
    let stick = stick(&home);
    let before = [0, 1].map(|day| copy_open(&vault, &stick, day).unwrap().path);
    assert!(older_copies_in(&stick, vault.book().code_mark()).unwrap().is_empty(), "control: under the present code");
    let vault = with_new_code(vault);
    assert_eq!(older_copies_in(&stick, vault.book().code_mark()).unwrap(), before);
    assert_eq!(code_of(forget_older_copies(vault.book(), &stick)), "not_found", "there is no newer one");
    for day in 2..40 {
        copy_open(&vault, &stick, day).unwrap();
    }
    let (kept, scans) = (names(&own(&stick)).len() - 1 - before.len(), names(&own(&stick).join("scans")));
    assert!(kept < 20, "control: copies under the new code are let go, {kept} are kept");
    assert!(before.iter().all(|path| path.is_file()), "those from before are not let go by themselves");
    assert_eq!(forget_older_copies(vault.book(), &stick), Ok(2));
    assert_eq!(names(&own(&stick)).len() - 1, kept, "nothing else went");
    assert_eq!(names(&own(&stick).join("scans")), scans, "scans of newer copies stay");
    let newest = newest_copy_in(&stick, id(1)).unwrap();
    let copy = inspect_safety_copy(&newest, &Unlock::Code(&vault.book().recovery_code())).unwrap();
    assert_eq!(copy.missing_files, 0);
}

#[test]
fn copies_that_were_away_get_the_new_phrase_with_the_next_copy() {
    let (home, mut vault, _) = with_scans();
    let stick = stick(&home);
    let first = copy_open(&vault, &stick, 0).unwrap().path;
    let away = home.dir.join("away");
    fs::rename(&stick, &away).unwrap();
    vault.book_mut().change_phrase(&phrase(RIGHT), &phrase(NEXT), tiny()).unwrap();
    fs::rename(&away, &stick).unwrap();
    let opens = |with: &str| code_of(inspect_safety_copy(&first, &Unlock::Phrase(&phrase(with))));
    assert_eq!((opens(RIGHT), opens(NEXT)), ("ok", "wrong_phrase"), "as the stick was when it was pulled");
    copy_open(&vault, &stick, 1).unwrap();
    assert_eq!((opens(RIGHT), opens(NEXT)), ("wrong_phrase", "ok"));
}
