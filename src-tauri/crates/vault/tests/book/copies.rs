//! Safety copies that are made by themselves: made, looked at, let go, brought back.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Days, Utc};
use coachbook_core::attachment::KeptWith;
use coachbook_core::client::ClientDraft;
use coachbook_vault::{
    CopyPlan, CopyProgress, CopyStamp, GivenFile, IfThere, LockedBook, Look, MadeCopy, RandomUids, RecoveryCode,
    RenewedCode, SystemClock, Unlock, Vault, VaultError, forget_copies_before, forget_earlier_states,
    forget_older_copies, forget_undo, has_earlier_states, has_undo, inspect_safety_copy, newest_copy_in,
    older_copies_in, restore_into, safety_copies_in, set_damaged_scans_aside, undo_restore, write_safety_copy,
};

use crate::attached::{blobs, open, scan, with_scans};
use crate::home::{Home, NEXT, RIGHT, code_of, id, phrase, tiny, try_phrase};

const STAMP: CopyStamp = CopyStamp { sequence: 1, made_at: None };

fn at(day: u64) -> DateTime<Utc> {
    "2026-03-04T09:00:00Z".parse::<DateTime<Utc>>().unwrap() + Days::new(day)
}

/// A stick that is plugged in.
pub(crate) fn stick(home: &Home) -> PathBuf {
    let folder = home.dir.join("stick");
    fs::create_dir_all(&folder).unwrap();
    folder
}

pub(crate) fn own(stick: &Path) -> PathBuf {
    stick.join(format!("coachbook-{}", id(1)))
}

/// A copy as the timer makes it.
pub(crate) fn copy_open(vault: &Vault, stick: &Path, day: u64) -> Result<MadeCopy, VaultError> {
    let book = vault.book();
    book.order_copy()?.from_open(book)?.write_into(stick, at(day), 0, &CopyProgress::default())
}

/// A copy as locking makes it; `before` is done when the key is gone and the book is not copied yet.
fn copy_locked(vault: Vault, stick: &Path, before: impl FnOnce()) -> Result<MadeCopy, VaultError> {
    let order = vault.book().order_copy()?;
    let (file, emptied) = vault.into_book().lock_for_copy();
    emptied?;
    before();
    order.from_locked(file)?.write_into(stick, at(0), 0, &CopyProgress::default())
}

pub(crate) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn the_book(home: &Home) -> LockedBook {
    home.places.book(id(1)).unwrap()
}

fn right(work: impl FnOnce(&Unlock<'_>)) {
    work(&Unlock::Phrase(&phrase(RIGHT)));
}

/// What is told of a copy, where there need be none.
fn made(sequence: u64, revision: i64) -> MadeCopy {
    let (path, read_back) = (PathBuf::new(), Duration::ZERO);
    MadeCopy { path, sequence, revision, bytes: 5, lost_files: 0, read_back, let_go: 0 }
}

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
fn each_scan_lies_beside_the_copies_once_and_goes_with_the_last_that_names_it() {
    let (home, mut vault, ids) = with_scans();
    let stick = stick(&home);
    for day in 0..12 {
        copy_open(&vault, &stick, day).unwrap();
    }
    let scans = own(&stick).join("scans");
    assert_eq!(names(&scans), blobs(&home).iter().map(|path| name_of(path)).collect::<Vec<_>>());
    let containers: u64 = safety_copies_in(&stick, id(1)).unwrap().iter().map(|path| length(path)).sum();
    assert!(containers < 12 * (length(&home.file(1, "book.db")) + 20_000), "a copy holds more than the records");
    let gone = vault.attachments().get(ids[0]).unwrap();
    let KeptWith::Session(session) = gone.kept_with else { panic!("kept with a session") };
    let damaged = fs::read_dir(home.file(1, "files")).unwrap().next().unwrap().unwrap().path();
    fs::write(&damaged, b"damaged").unwrap();
    let made = copy_open(&vault, &stick, 12).unwrap();
    assert_eq!(made.lost_files, 0, "it lies whole beside the copies");
    vault.attachments().add(KeptWith::Session(session), &GivenFile::new("3.pdf", scan(3).into()).unwrap()).unwrap();
    copy_open(&vault, &stick, 13).unwrap();
    assert_eq!(names(&scans).len(), 3);
    let code = vault.book().recovery_code();
    let newest = newest_copy_in(&stick, id(1)).unwrap();
    let other = scans.join(name_of(&damaged));
    fs::write(&other, b"cut").unwrap();
    assert_eq!(inspect_safety_copy(&newest, &Unlock::Code(&code)).unwrap().missing_files, 1);
    let new = Home::new();
    let mut there = open(&restore_into(&new.places, &newest, &Unlock::Code(&code), IfThere::Refuse).unwrap());
    let mut codes = ids.map(|id| code_of(there.attachments().read(id)));
    codes.sort_unstable();
    assert_eq!(codes, ["file_damaged", "ok"], "the rest is brought all the same");
    fs::remove_file(&other).unwrap();
    let made = copy_open(&vault, &stick, 14).unwrap();
    assert_eq!(made.lost_files, 1, "damaged in the book, and nowhere else");
    let odd = scans.join("0".repeat(32));
    fs::write(&odd, b"nobody names it").unwrap();
    fs::write(scans.join("holiday.jpg"), b"not ours").unwrap();
    copy_open(&vault, &stick, 15).unwrap();
    assert!(!odd.exists() && scans.join("holiday.jpg").exists());
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

fn length(path: &Path) -> u64 {
    fs::metadata(path).unwrap().len()
}

#[test]
fn old_copies_are_let_go_and_nothing_that_is_not_surely_ours() {
    let (home, vault, _) = with_scans();
    let stick = stick(&home);
    let own = own(&stick);
    for hour in 0..10 {
        copy_open(&vault, &stick, hour / 24).unwrap();
    }
    let ours = names(&own);
    // By hand, of another book, under a name that is not its own, and one whose bytes nobody can read.
    write_safety_copy(vault.book(), &own.join("2026-03-04_safety-copy_000000.coachbook"), STAMP).unwrap();
    let other = home.create(2);
    let places = home.dir.join("other stick");
    fs::create_dir_all(&places).unwrap();
    let foreign = other.order_copy().unwrap().from_open(&other).unwrap();
    let foreign = foreign.write_into(&places, at(0), 0, &CopyProgress::default()).unwrap();
    fs::copy(&foreign.path, own.join("2026-03-04_safety-copy_000011.coachbook")).unwrap();
    fs::copy(own.join(&ours[0]), own.join("2026-03-04_safety-copy_000012.coachbook")).unwrap();
    fs::write(own.join("2026-03-04_safety-copy_000013.coachbook"), b"COACHBK1 of nobody").unwrap();
    fs::write(own.join("2026-03-04_safety-copy_000014.coachbook.0123456789abcdef.part"), b"half").unwrap();
    fs::write(own.join("letter.part"), b"Dear Ana").unwrap();
    let kept_whatever = ["000000", "000011", "000012", "000013", "letter.part"];
    for day in 1..3 {
        for _ in 0..12 {
            copy_open(&vault, &stick, day).unwrap();
        }
    }
    let now = names(&own);
    for name in kept_whatever {
        assert!(now.iter().any(|there| there.contains(name)), "{name} was deleted");
    }
    assert!(!now.iter().any(|name| name.ends_with("abcdef.part")), "what a crash left is cleared");
    let left = now.iter().filter(|name| name.contains("safety-copy")).count() - 4;
    assert_eq!(left, 12, "ten newest, and the last of each day before: {now:?}");
    assert!(now.iter().any(|name| name.contains("000037")), "no number is used twice: {now:?}");
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

#[test]
fn a_plan_is_kept_on_this_computer_and_counts_days_of_use() {
    let home = Home::new();
    let day = |nth| at(nth).date_naive();
    assert_eq!(home.places.copy_plan(id(1)), None);
    let mut plan = CopyPlan::new(home.dir.join("a stick = \u{e9}t\u{e9}"), day(0));
    for nth in [0, 0, 1, 1, 400, 1] {
        plan.note_use(day(nth));
    }
    assert_eq!(plan.days_of_use, 4, "a leap of the clock is one day");
    assert_eq!(plan.checked_or_chosen_on(), day(0));
    (plan.synced, plan.checked_on) = (true, Some(day(200)));
    assert_eq!(plan.checked_or_chosen_on(), day(200));
    home.places.keep_copy_plan(id(1), &plan).unwrap();
    assert_eq!(home.places.copy_plan(id(1)), Some(plan.clone()));
    let made = MadeCopy { bytes: 9, lost_files: 2, let_go: 1, ..made(7, -1) };
    plan.note_made(&made, at(3));
    assert_eq!(plan.days_of_use, 0);
    home.places.keep_copy_plan(id(1), &plan).unwrap();
    assert_eq!(home.places.copy_plan(id(1)), Some(plan.clone()));
    plan.folder = PathBuf::from("two\nlines");
    assert_eq!(code_of(home.places.keep_copy_plan(id(1), &plan)), "copies_unreachable");
    home.places.forget_copy_plan(id(1)).unwrap();
    assert_eq!(home.places.copy_plan(id(1)), None);
}

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

#[test]
fn a_plan_knows_that_no_copy_holds_a_book_brought_back_or_under_another_code() {
    let home = Home::new();
    let today = at(0).date_naive();
    let made = made(7, 12);
    let mut plan = CopyPlan { checked_on: Some(today), ..CopyPlan::new(home.dir.join("stick"), today) };
    plan.note_made(&made, at(0));
    plan.note_other_book();
    home.places.keep_copy_plan(id(1), &plan).unwrap();
    let mut read = home.places.copy_plan(id(1)).unwrap();
    assert_eq!((read.last.map(|last| (last.sequence, last.revision)), read.checked_on), (Some((7, -1)), Some(today)));
    read.note_other_code();
    assert_eq!((read.last, read.checked_on), (None, None));
}

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
