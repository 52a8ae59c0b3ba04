//! Safety copies bring the attached files, and only as they were.

use std::fs;
use std::path::{Path, PathBuf};

use chrono_tz::UTC;
use coachbook_core::attachment::KeptWith;
use coachbook_core::{AttachmentId, ClientId, client::ClientDraft};
use coachbook_vault::{
    CopyStamp, GivenFile, IfThere, LockedBook, RandomUids, RenewedCode, SafetyCopy, StartFrom, SystemClock, Unlock,
    Vault, bring_files_back, inspect_safety_copy, restore_into, write_safety_copy,
};

use crate::home::{Home, RIGHT, code_of, id, phrase, tiny};

const STAMP: CopyStamp = CopyStamp { sequence: 3, made_at: None };

/// Several pieces long, with a border in the middle of it.
pub(crate) fn scan(byte: u8) -> Vec<u8> {
    [&b"%PDF-1.4 "[..], &vec![byte; 150_000]].concat()
}

pub(crate) fn open(book: &LockedBook) -> Vault {
    Vault::new(book.open_with_phrase(&phrase(RIGHT), tiny()).unwrap(), Box::new(SystemClock), Box::new(RandomUids))
}

/// A book with a session that has ended, and two scans kept with it.
pub(crate) fn with_scans() -> (Home, Vault, [AttachmentId; 2]) {
    let (home, book, _) = Home::with_book();
    let mut vault = open(&book);
    let client = vault.clients().save(None, None, &ClientDraft::named("Zofia")).unwrap().id;
    let engagement = vault.engagements().save(client, None, None, &Default::default()).unwrap().id;
    let session = vault.sessions().start(StartFrom::Engagement(engagement), UTC, 60).unwrap().session.id;
    vault.sessions().end(session).unwrap();
    let mut add = |name: &str, byte| {
        let file = GivenFile::new(name, scan(byte).into()).unwrap();
        vault.attachments().add(KeptWith::Session(session), &file).unwrap().id
    };
    let ids = [add("one.pdf", 1), add("two.pdf", 2)];
    (home, vault, ids)
}

fn copy(vault: &Vault, path: &Path) -> SafetyCopy {
    write_safety_copy(vault.book(), path, STAMP).unwrap()
}

pub(crate) fn blobs(home: &Home) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(home.file(1, "files")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

pub(crate) fn bytes_of(paths: &[PathBuf]) -> Vec<Vec<u8>> {
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

fn restored(home: &Home, path: &Path, if_there: IfThere) -> Vault {
    open(&restore_into(&home.places, path, &Unlock::Phrase(&phrase(RIGHT)), if_there).unwrap())
}

#[test]
fn a_new_computer_gets_every_scan_back_as_it_was() {
    let (home, mut vault, ids) = with_scans();
    vault.attachments().remove(ids[1]).unwrap();
    let path = home.dir.join("copy.coachbook");
    let made = copy(&vault, &path);
    assert_eq!((made.attached(), made.lost_files), (2, 0), "a removed one can be restored, so it is copied too");
    let new = Home::new();
    let mut there = restored(&new, &path, IfThere::Refuse);
    assert_eq!(bytes_of(&blobs(&home)), bytes_of(&blobs(&new)));
    assert_eq!(*there.attachments().read(ids[0]).unwrap(), scan(1));
    there.attachments().restore(ids[1]).unwrap();
    assert_eq!(*there.attachments().read(ids[1]).unwrap(), scan(2));
    assert_eq!(there.attachments().of_client(ClientId(1)).unwrap().len(), 2);
}

#[test]
fn a_changed_byte_of_a_scan_in_a_copy_is_noticed_and_nothing_is_restored() {
    let (home, vault, _) = with_scans();
    let path = home.dir.join("copy.coachbook");
    copy(&vault, &path);
    let whole = fs::read(&path).unwrap();
    let sealed: usize = bytes_of(&blobs(&home)).iter().map(Vec::len).sum();
    assert!(sealed > 300_000 && whole.len() > sealed, "control: both are in it");
    let first = whole.len() - 32 - sealed;
    let code = vault.book().recovery_code();
    for at in (first..whole.len() - 32).step_by(9973).chain([first, whole.len() - 33]) {
        let mut changed = whole.clone();
        changed[at] ^= 4;
        fs::write(&path, changed).unwrap();
        assert_eq!(code_of(inspect_safety_copy(&path, &Unlock::Code(&code))), "book_damaged", "byte {at}");
    }
    let new = Home::new();
    assert_eq!(code_of(restore_into(&new.places, &path, &Unlock::Code(&code), IfThere::Refuse)), "book_damaged");
    assert!(!new.dir.exists());
}

#[test]
fn a_scan_damaged_in_the_book_is_counted_and_keeps_no_copy_from_being_made() {
    let (home, vault, ids) = with_scans();
    let [damaged, _] = &blobs(&home)[..] else { panic!("two files") };
    let mut bytes = fs::read(damaged).unwrap();
    bytes[70_000] ^= 1;
    fs::write(damaged, bytes).unwrap();
    let path = home.dir.join("copy.coachbook");
    let made = copy(&vault, &path);
    assert_eq!((made.attached(), made.lost_files), (1, 1));
    let new = Home::new();
    let mut there = restored(&new, &path, IfThere::Refuse);
    let mut codes = ids.map(|id| code_of(there.attachments().read(id)));
    codes.sort_unstable();
    assert_eq!(codes, ["file_damaged", "ok"]);
}

#[test]
fn an_older_copy_heals_a_scan_and_the_present_book_is_kept_aside_with_its_own() {
    let (home, vault, ids) = with_scans();
    let path = home.dir.join("copy.coachbook");
    copy(&vault, &path);
    drop(vault);
    for blob in blobs(&home) {
        fs::write(blob, b"overwritten").unwrap();
    }
    let mut there = restored(&home, &path, IfThere::KeepAside);
    for (id, byte) in ids.into_iter().zip([1, 2]) {
        assert_eq!(*there.attachments().read(id).unwrap(), scan(byte));
    }
    let aside = home.dir.join("data/books").join(format!("{}.undo-1", id(1))).join("files");
    let kept: Vec<_> = fs::read_dir(aside).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap()).collect();
    assert_eq!(kept, [b"overwritten"; 2]);
}

#[test]
fn damaged_and_missing_scans_come_back_into_the_open_book_and_nothing_else_changes() {
    let (home, mut vault, ids) = with_scans();
    let path = home.dir.join("copy.coachbook");
    copy(&vault, &path);
    let later = vault.attachments().get(ids[0]).unwrap().kept_with;
    let newer = GivenFile::new("three.pdf", scan(3).into()).unwrap();
    let newer = vault.attachments().add(later, &newer).unwrap().id;
    let rev = vault.last_rev().unwrap();
    let nothing = bring_files_back(vault.book(), &path).unwrap();
    assert_eq!((nothing.whole, nothing.still_lost), (0, 0), "control: all are whole");
    let [one, two, three] = &blobs(&home)[..] else { panic!("three files") };
    fs::write(one, b"damaged").unwrap();
    fs::remove_file(two).unwrap();
    fs::write(three, b"damaged").unwrap();
    let back = bring_files_back(vault.book(), &path).unwrap();
    assert_eq!((back.whole, back.still_lost), (2, 1), "the third was added after the copy");
    for (id, byte) in ids.into_iter().zip([1, 2]) {
        assert_eq!(*vault.attachments().read(id).unwrap(), scan(byte));
    }
    assert_eq!(code_of(vault.attachments().read(newer)), "file_damaged");
    assert_eq!(vault.last_rev().unwrap(), rev);
}

#[test]
fn scans_come_back_only_from_a_whole_copy_of_the_same_book() {
    let (home, vault, _) = with_scans();
    let path = home.dir.join("copy.coachbook");
    copy(&vault, &path);
    let before: Vec<_> = blobs(&home);
    fs::write(&before[0], b"damaged").unwrap();
    let mut changed = fs::read(&path).unwrap();
    let middle = changed.len() - 1000;
    changed[middle] ^= 1;
    let bad = home.dir.join("bad.coachbook");
    fs::write(&bad, changed).unwrap();
    assert_eq!(code_of(bring_files_back(vault.book(), &bad)), "book_damaged");
    let other = home.create(2);
    let foreign = home.dir.join("other.coachbook");
    write_safety_copy(&other, &foreign, STAMP).unwrap();
    assert_eq!(code_of(bring_files_back(vault.book(), &foreign)), "wrong_code");
    assert_eq!(fs::read(&before[0]).unwrap(), b"damaged");
    assert_eq!(blobs(&home), before);
}

#[test]
fn a_new_recovery_code_leaves_every_scan_as_it_lies_and_readable() {
    let (home, vault, ids) = with_scans();
    let older = home.dir.join("older.coachbook");
    copy(&vault, &older);
    let before = bytes_of(&blobs(&home));
    let RenewedCode::Renewed(book) = vault.into_book().renew_code(&phrase(RIGHT), tiny()) else {
        panic!("the code stayed")
    };
    let mut vault = Vault::new(book, Box::new(SystemClock), Box::new(RandomUids));
    assert_eq!(bytes_of(&blobs(&home)), before);
    for (id, byte) in ids.into_iter().zip([1, 2]) {
        assert_eq!(*vault.attachments().read(id).unwrap(), scan(byte));
    }
    fs::write(&blobs(&home)[0], b"damaged").unwrap();
    assert_eq!(code_of(bring_files_back(vault.book(), &older)), "older_code");
    let newer = home.dir.join("newer.coachbook");
    assert_eq!(copy(&vault, &newer).lost_files, 1);
    // The copy from before is a book of its own, under the phrase and the code of that time.
    let new = Home::new();
    let mut there = restored(&new, &older, IfThere::Refuse);
    assert_eq!(*there.attachments().read(ids[0]).unwrap(), scan(1));
}
