//! Copies that locking and the timer make: whole, found again, and numbered.

use std::fs;
use std::path::Path;

use coachbook_core::client::ClientDraft;
use coachbook_vault::{
    CopyProgress, IfThere, MadeCopy, Vault, VaultError, inspect_safety_copy, newest_copy_in, restore_into,
    safety_copies_in, write_safety_copy,
};

use super::{STAMP, at, copy_open, names, own, right, stick, the_book};
use crate::attached::{open, scan, with_scans};
use crate::home::{Home, RIGHT, code_of, id, phrase, tiny, try_phrase};

#[test]
fn the_copies_of_a_book_are_found_without_its_key_and_no_other() {
    let (home, book, _) = Home::with_book();
    let open = book.open_with_phrase(&phrase(RIGHT), tiny()).unwrap();
    let other = home.create(2);
    let folder = home.dir.join("stick");
    assert_eq!(code_of(safety_copies_in(&folder, id(1))), "copies_unreachable", "a stick that is not plugged in");
    let own = own(&folder);
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

#[test]
fn what_locking_copies_comes_back_row_by_row_and_scan_by_scan() {
    let (home, vault, ids) = with_scans();
    let stick = stick(&home);
    let (rows, revision) = (vault.book().row_hash().unwrap(), vault.last_rev().unwrap());
    let book = the_book(&home);
    let made =
        copy_locked(vault, &stick, || assert_eq!(try_phrase(&book, RIGHT), "already_open", "while it is copied"));
    let made = made.unwrap();
    assert_eq!((made.sequence, made.revision.unsigned_abs(), made.lost_files), (1, revision, 0));
    assert_eq!(try_phrase(&book, RIGHT), "ok", "afterwards");
    assert_eq!(names(&own(&stick)), ["2026-03-04_safety-copy_000001.coachbook", "scans"]);
    assert_eq!(names(&home.file(1, "")).into_iter().filter(|name| name.contains("snapshot")).count(), 0);
    right(|unlock| {
        let seen = inspect_safety_copy(&made.path, unlock).unwrap();
        let counts = seen.counts;
        assert_eq!((counts.clients, counts.sessions, counts.papers, counts.scans), (1, 1, 0, 2));
        assert_eq!((seen.attached(), seen.missing_files, seen.automatic), (2, 0, true));
        let new = Home::new();
        let mut there = open(&restore_into(&new.places, &made.path, unlock, IfThere::Refuse).unwrap());
        assert_eq!(there.book().row_hash().unwrap(), rows);
        for (id, byte) in ids.into_iter().zip([1, 2]) {
            assert_eq!(*there.attachments().read(id).unwrap(), scan(byte));
        }
        there.clients().save(None, None, &ClientDraft::named("Control")).unwrap();
        assert_ne!(there.book().row_hash().unwrap(), rows, "control: the sum sees a new row");
    });
}

#[test]
fn a_page_changed_under_the_copy_is_noticed_and_the_copies_before_stay() {
    let (home, vault, _) = with_scans();
    let stick = stick(&home);
    copy_open(&vault, &stick, 0).unwrap();
    let whole = names(&own(&stick));
    vault.into_book().lock().1.unwrap();
    let file = home.file(1, "book.db");
    let bytes = fs::read(&file).unwrap();
    let length = bytes.len();
    for at in (0..length).step_by(length / 60).chain([0, 15, 16, 4015, 4016, 4031, 4032, 4095, 4096, length - 1]) {
        let flip = |whole: bool| {
            let mut changed = bytes.clone();
            changed[at] ^= if whole { 0 } else { 1 << (at % 8) };
            fs::write(&file, changed).unwrap();
        };
        flip(true);
        let made = copy_locked(open(&the_book(&home)), &stick, || flip(false));
        assert_eq!(code_of(made), "book_damaged", "byte {at}");
        assert_eq!(names(&own(&stick)), whole, "byte {at}: no name, nothing let go, nothing left behind");
    }
    fs::write(&file, &bytes).unwrap();
    let made = copy_locked(open(&the_book(&home)), &stick, || {}).unwrap();
    assert_eq!(made.sequence, 2, "control: the whole book is copied");
}

#[test]
fn a_book_cut_short_while_it_is_copied_is_noticed() {
    let (home, vault, _) = with_scans();
    let stick = stick(&home);
    let file = home.file(1, "book.db");
    let half = fs::metadata(&file).unwrap().len() / 2;
    let cut = |length| fs::File::options().write(true).open(&file).unwrap().set_len(length).unwrap();
    assert_eq!(code_of(copy_locked(vault, &stick, || cut(half / 4096 * 4096 + 100))), "book_damaged");
    assert_eq!(names(&own(&stick)), ["scans"]);
}

#[test]
fn a_folder_that_is_gone_is_said_and_made_by_nobody() {
    let (home, vault, _) = with_scans();
    let nowhere = home.dir.join("stick");
    assert_eq!(code_of(copy_open(&vault, &nowhere, 0)), "copies_unreachable");
    assert!(!nowhere.exists());
    assert_eq!(code_of(newest_copy_in(&nowhere, id(1))), "copies_unreachable");
    assert_eq!(code_of(newest_copy_in(&home.dir, id(1))), "not_found");
}

#[test]
fn a_snapshot_that_a_crash_left_is_cleared_at_the_next_opening() {
    let (home, vault, _) = with_scans();
    let left = home.file(1, "snapshot-0123456789abcdef.next");
    fs::write(&left, b"half").unwrap();
    let taken = vault.book().order_copy().unwrap().from_open(vault.book()).unwrap();
    home.places.clear_snapshots(id(1)).unwrap();
    assert!(!left.exists() && home.file(1, "book.db").exists() && home.file(1, "book.keys").exists());
    let lost = taken.write_into(&stick(&home), at(0), 0, &CopyProgress::default());
    assert!(lost.is_err() && names(&own(&stick(&home))) == ["scans"], "a snapshot that is gone makes no copy");
}

#[test]
fn a_copy_of_an_older_moment_never_gets_a_number_below_those_that_are_there() {
    let (home, vault, _) = with_scans();
    let stick = stick(&home);
    for _ in 0..3 {
        copy_open(&vault, &stick, 0).unwrap();
    }
    drop(vault);
    let first = own(&stick).join("2026-03-04_safety-copy_000001.coachbook");
    right(|unlock| drop(restore_into(&home.places, &first, unlock, IfThere::KeepAside).unwrap()));
    assert_eq!(copy_open(&open(&the_book(&home)), &stick, 0).unwrap().sequence, 4);
}

/// A copy as locking makes it; `before` is done when the key is gone and the book is not copied yet.
fn copy_locked(vault: Vault, stick: &Path, before: impl FnOnce()) -> Result<MadeCopy, VaultError> {
    let order = vault.book().order_copy()?;
    let (file, emptied) = vault.into_book().lock_for_copy();
    emptied?;
    before();
    order.from_locked(file)?.write_into(stick, at(0), 0, &CopyProgress::default())
}
