//! What only the inside can show: what lies on disk, what a crash between file and record leaves, who erases what.

use std::fs::{self, File};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::SystemTime;
use std::{env, process};

use chrono::{DateTime, Utc};
use chrono_tz::UTC;
use coachbook_core::{client::ClientDraft, engagement::EngagementDraft};

use super::*;
use crate::{BookId, BookPlaces, Clock, RandomUids, StartFrom, SystemClock};

const CANARY: &str = "canary-19c4-he-wrote-it-on-the-back-of-the-sheet";

#[derive(Clone)]
struct At(DateTime<Utc>);

impl Clock for At {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
}

struct Room {
    folder: PathBuf,
    session: SessionId,
}

impl Room {
    fn new() -> (Self, Vault) {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("coachbook-attached-{}-{number}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        let mut room = Self { folder, session: SessionId(0) };
        let book = room.places().create_sample(BookId::from_bytes([4; 16]), "Test").unwrap();
        let mut vault = Vault::new(book, Box::new(At(SystemClock.now())), Box::new(RandomUids));
        let client = vault.clients().save(None, None, &ClientDraft::named("Zofia")).unwrap().id;
        let engagement = vault.engagements().save(client, None, None, &EngagementDraft::default()).unwrap().id;
        room.session = vault.sessions().start(StartFrom::Engagement(engagement), UTC, 60).unwrap().session.id;
        vault.sessions().end(room.session).unwrap();
        (room, vault)
    }

    fn places(&self) -> BookPlaces {
        BookPlaces::new(self.folder.join("data"), self.folder.join("config"))
    }

    /// Opens the book again so many days from now.
    fn reopen(&self, days: i64) -> Vault {
        let book = self.places().book(BookId::from_bytes([4; 16])).unwrap().open_sample().unwrap();
        Vault::new(book, Box::new(At(SystemClock.now() + chrono::Duration::days(days))), Box::new(RandomUids))
    }

    fn files(&self) -> PathBuf {
        self.places().folder(BookId::from_bytes([4; 16])).files()
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.files())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    fn add(&self, vault: &mut Vault, name: &str) -> Attachment {
        vault.attachments().add(KeptWith::Session(self.session), &scan(name)).unwrap()
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn scan(name: &str) -> GivenFile {
    let bytes = format!("%PDF-1.4\n{}", format!("{CANARY}\n").repeat(3000));
    GivenFile::new(name, Zeroizing::new(bytes.into_bytes())).unwrap()
}

/// Files below a folder in which the canary can be read.
fn readable(folder: &PathBuf) -> usize {
    let inside = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    inside
        .map(|path| match path.is_dir() {
            true => readable(&path),
            false => usize::from(fs::read(path).unwrap().windows(CANARY.len()).any(|part| part == CANARY.as_bytes())),
        })
        .sum()
}

#[test]
fn neither_the_file_nor_its_name_can_be_read_on_disk() {
    let (room, mut vault) = Room::new();
    let kept = room.add(&mut vault, &format!("{CANARY}.pdf"));
    assert_eq!(*vault.attachments().read(kept.id).unwrap(), scan("x").bytes());
    assert_eq!(readable(&room.folder), 0);
    let [name] = &room.names()[..] else { panic!("one file") };
    assert!(name.len() == 32 && !name.contains("canary"), "{name}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(room.files().join(name)).unwrap().permissions().mode() & 0o777, 0o600);
    }
    drop(vault);
    assert_eq!(readable(&room.folder), 0, "locked");
    fs::write(room.folder.join("control"), CANARY).unwrap();
    assert_eq!(readable(&room.folder), 1, "control");
}

#[test]
fn a_crash_between_file_and_record_is_swept_once_it_is_old_and_costs_nothing() {
    let (room, mut vault) = Room::new();
    let kept = room.add(&mut vault, "kept.pdf");
    let store = FileStore::of(vault.book());
    let orphan = store.put(b"%PDF-nobody knows").unwrap();
    fs::write(fsio_next(&store, orphan.name), b"half").unwrap();
    drop(vault);
    let mut vault = room.reopen(29);
    vault.attachments().tidy().unwrap();
    assert_eq!(room.names().len(), 2, "the half is gone, the young one stays");
    drop(vault);
    let mut vault = room.reopen(31);
    vault.attachments().tidy().unwrap();
    assert_eq!(room.names().len(), 1);
    assert!(!store.path(orphan.name).exists());
    assert_eq!(*vault.attachments().read(kept.id).unwrap(), scan("x").bytes());
}

fn fsio_next(store: &FileStore, name: crate::files::StoredName) -> PathBuf {
    crate::fsio::sibling(&store.path(name), ".next")
}

#[test]
fn a_file_of_the_future_and_a_stranger_are_left_alone() {
    let (room, mut vault) = Room::new();
    let store = FileStore::of(vault.book());
    let ahead = store.put(b"%PDF-ahead").unwrap();
    let far = SystemTime::now() + std::time::Duration::from_secs(400 * 86_400);
    File::options().write(true).open(store.path(ahead.name)).unwrap().set_modified(far).unwrap();
    fs::write(room.files().join("a note of the owner.txt"), b"x").unwrap();
    drop(vault);
    vault = room.reopen(40);
    vault.attachments().tidy().unwrap();
    assert_eq!(room.names().len(), 2);
}

#[test]
fn a_book_that_lost_its_folder_of_files_is_cleared_up_all_the_same() {
    let (room, mut vault) = Room::new();
    room.add(&mut vault, "a.pdf");
    vault.read().execute("DELETE FROM client", []).unwrap();
    fs::remove_dir_all(room.files()).unwrap();
    assert_eq!(vault.attachments().tidy(), Ok(()));
    let left: i64 = vault.read().query_row("SELECT count(*) FROM file_to_erase", [], |row| row.get(0)).unwrap();
    assert_eq!(left, 0);
}

#[test]
fn clearing_up_where_nothing_is_to_clear_writes_nothing() {
    let (room, mut vault) = Room::new();
    let kept = room.add(&mut vault, "a.pdf");
    vault.attachments().remove(kept.id).unwrap();
    let rev = vault.last_rev().unwrap();
    vault.attachments().tidy().unwrap();
    assert_eq!(vault.last_rev().unwrap(), rev);
    drop(vault);
    let mut vault = room.reopen(31);
    vault.attachments().tidy().unwrap();
    assert!(vault.last_rev().unwrap() > rev, "control");
}

#[test]
fn a_removed_file_stays_for_thirty_days_and_goes_with_its_record_after_that() {
    let (room, mut vault) = Room::new();
    let kept = room.add(&mut vault, "a.pdf");
    vault.attachments().remove(kept.id).unwrap();
    assert_eq!(vault.attachments().read(kept.id).err(), Some(VaultError::NotFound));
    drop(vault);
    let mut vault = room.reopen(29);
    vault.attachments().tidy().unwrap();
    let back = vault.attachments().restore(kept.id).unwrap();
    assert_eq!((back.name.as_str(), vault.attachments().read(kept.id).is_ok()), ("a.pdf", true));
    vault.attachments().remove(kept.id).unwrap();
    drop(vault);
    let mut vault = room.reopen(60);
    vault.attachments().tidy().unwrap();
    assert_eq!(vault.attachments().restore(kept.id).err(), Some(VaultError::NotFound));
    assert_eq!(room.names(), [""; 0]);
}

#[test]
fn erasing_a_client_takes_the_files_off_the_disk_even_after_a_crash() {
    let (room, mut vault) = Room::new();
    room.add(&mut vault, "a.pdf");
    room.add(&mut vault, "b.pdf");
    vault.read().execute("DELETE FROM client", []).unwrap();
    // A crash: the records are gone, the files are there.
    drop(vault);
    assert_eq!(room.names().len(), 2);
    let mut vault = room.reopen(0);
    vault.attachments().tidy().unwrap();
    assert_eq!(room.names(), [""; 0]);
    let left: i64 = vault.read().query_row("SELECT count(*) FROM file_to_erase", [], |row| row.get(0)).unwrap();
    assert_eq!(left, 0);
}

#[test]
fn two_files_swapped_on_disk_are_noticed_and_so_is_one_that_is_gone() {
    let (room, mut vault) = Room::new();
    let ids = [room.add(&mut vault, "a.pdf").id, room.add(&mut vault, "b.pdf").id];
    let [one, two] = &room.names()[..] else { panic!("two files") };
    let (one, two) = (room.files().join(one), room.files().join(two));
    let aside = room.folder.join("aside");
    let swap = || {
        fs::rename(&one, &aside).unwrap();
        fs::rename(&two, &one).unwrap();
        fs::rename(&aside, &two).unwrap();
    };
    let mut codes = || ids.map(|id| vault.attachments().read(id).err().map_or("ok", VaultError::code));
    assert_eq!(codes(), ["ok"; 2], "control");
    swap();
    assert_eq!(codes(), ["file_damaged"; 2]);
    swap();
    assert_eq!(codes(), ["ok"; 2], "control");
    fs::remove_file(&one).unwrap();
    fs::remove_file(&two).unwrap();
    assert_eq!(codes(), ["file_damaged"; 2]);
}

#[test]
fn a_file_that_finds_no_record_leaves_nothing() {
    let (room, mut vault) = Room::new();
    for nowhere in [KeptWith::Session(SessionId(99)), KeptWith::Version(VersionId(99))] {
        assert_eq!(vault.attachments().add(nowhere, &scan("a.pdf")).err(), Some(OUT_OF_TURN));
    }
    assert_eq!(room.names(), [""; 0]);
}

#[test]
fn the_copy_before_an_upgrade_leaves_the_files_where_they_are() {
    use crate::container::{IfThere, Unlock, before_upgrade, restore_into};
    let (room, mut vault) = Room::new();
    let kept = room.add(&mut vault, "a.pdf");
    let book = vault.into_book();
    before_upgrade(book.connection(), book.locked(), book.root(), book.header(), 1).unwrap();
    let path = book.folder().path().join("before-upgrade-1.coachbook");
    assert!(fs::metadata(&path).unwrap().len() < 2_000_000);
    let code = book.recovery_code();
    drop(book);
    let back = restore_into(&room.places(), &path, &Unlock::Code(&code), IfThere::KeepAside).unwrap();
    let mut vault = Vault::new(back.open_sample().unwrap(), Box::new(At(SystemClock.now())), Box::new(RandomUids));
    assert_eq!(*vault.attachments().read(kept.id).unwrap(), scan("x").bytes());
}
