//! What can only be seen from inside: the settings of the connection and the bytes it writes.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use rusqlite::Connection;

use super::*;
use crate::container::{CopyStamp, IfThere, Unlock, restore_into, write_safety_copy};
use crate::keys::{Argon2Cost, Passphrase};
use crate::pragmas;

const CANARY: &str = "canary-7f3a-she-wept-when-she-spoke-of-her-brother";

struct Home(PathBuf);

impl Home {
    fn new() -> (Self, Book) {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let dir = std::env::temp_dir().join(format!("coachbook-inside-{}-{number}", std::process::id()));
        let _ = fs::remove_dir_all(&dir);
        let phrase = Passphrase::new("lantern gravel otter sonnet plum");
        let places = BookPlaces::new(dir.join("data"), dir.join("config"));
        let id = BookId::from_bytes([number as u8; 16]);
        let book = places.create_book(id, "Mine", &phrase, Argon2Cost::for_tests()).unwrap();
        (Self(dir), book)
    }

    /// Every file below, with how often the canary stands in it, in UTF-8 or UTF-16.
    fn canaries(&self) -> Vec<(PathBuf, usize)> {
        let wide: Vec<u8> = CANARY.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut found = Vec::new();
        let mut folders = vec![self.0.clone()];
        while let Some(folder) = folders.pop() {
            for path in fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()) {
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let bytes = fs::read(&path).unwrap();
                    let hits = hits(&bytes, CANARY.as_bytes()) + hits(&bytes, &wide);
                    found.push((path, hits));
                }
            }
        }
        found
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn hits(bytes: &[u8], needle: &[u8]) -> usize {
    bytes.windows(needle.len()).filter(|window| *window == needle).count()
}

fn write_canaries(connection: &Connection) {
    connection.execute_batch("CREATE TABLE canary(words TEXT NOT NULL) STRICT;").unwrap();
    for _ in 0..200 {
        connection.execute("INSERT INTO canary(words) VALUES (?1)", [CANARY]).unwrap();
    }
}

/// Chi-square of the byte counts of a page: about 255 for random bytes, thousands for text.
fn chi_square(page: &[u8]) -> f64 {
    let mut counts = [0_f64; 256];
    page.iter().for_each(|byte| counts[usize::from(*byte)] += 1.0);
    let expected = page.len() as f64 / 256.0;
    counts.iter().map(|count| (count - expected).powi(2) / expected).sum()
}

#[test]
fn no_word_is_readable_in_any_file_and_every_page_looks_random() {
    let (home, book) = Home::new();
    write_canaries(book.connection());
    let copy = home.0.join("copy.coachbook");
    write_safety_copy(&book, &copy, CopyStamp { sequence: 1, made_at: None }).unwrap();
    let open = home.canaries();
    assert!(open.iter().any(|(path, _)| path.to_string_lossy().ends_with("book.db-wal")), "{open:?}");
    assert!(open.iter().all(|(_, hits)| *hits == 0), "{open:?}");
    let database = book.folder().database();
    let (_, emptied) = book.lock();
    emptied.unwrap();
    assert!(home.canaries().iter().all(|(_, hits)| *hits == 0));
    let bytes = fs::read(database).unwrap();
    assert!(bytes.len() > 8 * 4096);
    // 255 degrees of freedom: mean 255, standard deviation 22.6; 430 is more than seven of them away.
    let worst = bytes.chunks(4096).map(chi_square).fold(0.0, f64::max);
    assert!(worst < 430.0, "{worst}");
}

/// The control: the same words in a plain database are found, and its pages do not look random.
#[test]
fn a_plain_database_would_have_been_caught() {
    let (home, _book) = Home::new();
    let path = home.0.join("plain.db");
    write_canaries(&crate::engine::open(&path, rusqlite::OpenFlags::default()).unwrap());
    assert!(home.canaries().iter().any(|(found, hits)| *found == path && *hits >= 200));
    let bytes = fs::read(path).unwrap();
    assert!(bytes.chunks(4096).map(chi_square).fold(0.0, f64::max) > 2000.0);
}

#[test]
fn every_setting_is_in_force() {
    let (_home, book) = Home::new();
    let asked = |name: &str| -> String {
        let sql = format!("PRAGMA {name}");
        book.connection()
            .query_row(&sql, [], |row| Ok(format!("{:?}", row.get_ref(0)?)))
            .map(|text| text.chars().filter(|c| c.is_alphanumeric()).collect())
            .unwrap_or_default()
    };
    let number = |n: i64| format!("Integer{n}");
    for (name, value) in [
        ("synchronous", 2),
        ("fullfsync", 1),
        ("checkpoint_fullfsync", 1),
        ("wal_autocheckpoint", 64),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("foreign_keys", 1),
        ("application_id", i64::from(pragmas::APPLICATION_ID)),
    ] {
        assert_eq!(asked(name), number(value), "{name}");
    }
    let text = |name: &str| -> String {
        book.connection().query_row(&format!("PRAGMA {name}"), [], |row| row.get(0)).unwrap()
    };
    assert_eq!((text("journal_mode").as_str(), text("locking_mode").as_str()), ("wal", "exclusive"));
    assert_eq!(text("cipher_memory_security"), "1");
    assert!(!text("cipher_version").is_empty());
    assert!(rusqlite::version_number() >= 3_053_002);
}

/// The kibibytes a process keeps out of swap, from what Linux says of it.
#[cfg(target_os = "linux")]
fn pinned(status: &str) -> u32 {
    let line = status.lines().find_map(|line| line.strip_prefix("VmLck:")).unwrap();
    line.split_whitespace().next().unwrap().parse().unwrap()
}

/// Without `OMIT_MEMLOCK` (`.cargo/config.toml`) the engine asks the system to pin every piece of its memory: every
/// search is then many times slower (`decisions/0013`), and nothing else shows it.
#[cfg(target_os = "linux")]
#[test]
fn memory_is_wiped_and_not_pinned() {
    let (_home, book) = Home::new();
    // The engine says so only after it has taken memory in its guarded way, in which it would have pinned it.
    let guarded: String = book.connection().query_row("PRAGMA cipher_memory_security", [], |row| row.get(0)).unwrap();
    assert_eq!(guarded, "1");
    assert_eq!(pinned(&fs::read_to_string("/proc/self/status").unwrap()), 0, "kB, built without OMIT_MEMLOCK");
    assert_eq!(pinned("VmPin:\t 9 kB\nVmLck:\t    132 kB\n"), 132, "control: pinned memory is read");
}

#[test]
fn sql_can_reach_no_other_file_and_no_schema_but_vacuum_works() {
    let (home, book) = Home::new();
    let sql = book.connection();
    let plain = home.0.join("plain.db");
    let attached = sql.execute_batch(&format!("ATTACH '{}' AS other KEY ''; CREATE TABLE other.t(x)", plain.display()));
    assert!(attached.is_err());
    assert_eq!(fs::metadata(&plain).map_or(0, |file| file.len()), 0);
    assert!(sql.execute_batch("PRAGMA writable_schema=ON; DELETE FROM sqlite_master").is_err());
    assert!(sql.prepare("SELECT \"no such column\"").is_err());
    sql.execute_batch("VACUUM").unwrap();
    assert_eq!(book.checkpoint(), Ok(()));
}

#[test]
fn what_was_written_is_there_after_locking_crashing_and_restoring() {
    let (home, book) = Home::new();
    let phrase = Passphrase::new("lantern gravel otter sonnet plum");
    write_canaries(book.connection());
    let copy = home.0.join("copy.coachbook");
    let seen = write_safety_copy(&book, &copy, CopyStamp { sequence: 1, made_at: None }).unwrap();
    assert_eq!(seen.rows.get("canary"), Some(&200));
    // Dropping without locking is what a crash of the window leaves to the drop order.
    let locked = book.locked().clone();
    drop(book);
    let rows = |book: &Book| -> i64 {
        book.connection().query_row("SELECT count(*) FROM canary WHERE words = ?1", [CANARY], |r| r.get(0)).unwrap()
    };
    let again = locked.open_with_phrase(&phrase, Argon2Cost::for_tests()).unwrap();
    assert_eq!(rows(&again), 200);
    drop(again);
    let elsewhere = BookPlaces::new(home.0.join("data2"), home.0.join("config2"));
    let restored = restore_into(&elsewhere, &copy, &Unlock::Phrase(&phrase), IfThere::Refuse).unwrap();
    let restored = restored.open_with_phrase(&phrase, Argon2Cost::for_tests()).unwrap();
    assert_eq!(rows(&restored), 200);
}

#[test]
fn a_book_of_a_newer_program_is_refused_and_left_alone() {
    let (_home, book) = Home::new();
    book.connection().pragma_update(None, "user_version", 99).unwrap();
    let path = book.folder().database();
    let (locked, _) = book.lock();
    let before = fs::read(&path).unwrap();
    let phrase = Passphrase::new("lantern gravel otter sonnet plum");
    let refused = locked.open_with_phrase(&phrase, Argon2Cost::for_tests());
    assert_eq!(refused.err(), Some(VaultError::NewerBook));
    assert!(fs::read(&path).unwrap() == before);
}

#[test]
fn a_foreign_encrypted_database_under_the_right_key_is_not_a_book() {
    let (_home, book) = Home::new();
    book.connection().pragma_update(None, "application_id", 1).unwrap();
    let (locked, _) = book.lock();
    let phrase = Passphrase::new("lantern gravel otter sonnet plum");
    let refused = locked.open_with_phrase(&phrase, Argon2Cost::for_tests());
    assert_eq!(refused.err(), Some(VaultError::NotABook));
}

#[test]
fn the_copy_before_an_upgrade_brings_the_book_back() {
    let (home, book) = Home::new();
    write_canaries(book.connection());
    crate::container::before_upgrade(book.connection(), book.locked(), book.root(), book.header(), 1).unwrap();
    let copy = book.folder().path().join("before-upgrade-1.coachbook");
    let elsewhere = BookPlaces::new(home.0.join("data2"), home.0.join("config2"));
    let code = book.recovery_code();
    assert!(restore_into(&elsewhere, &copy, &Unlock::Code(&code), IfThere::Refuse).is_ok());
}

/// The shell keeps the open book in its state and works on it from a thread of its own.
#[test]
fn an_open_book_can_move_to_another_thread() {
    fn moves<T: Send + 'static>() {}
    moves::<Book>();
    moves::<LockedBook>();
}
