//! Upgrading a book: a copy first, every row kept, and a newer file refused; what each step makes of the tables.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use rusqlite::Connection;

use super::{BookPlaces, LockedBook};
use crate::keys::BookId;
use crate::migrate::MIGRATIONS;
use crate::{RecoveryCode, Unlock, VaultError, engine, inspect_safety_copy};

const TEXT: &str = "words that outlive the upgrade";

struct Home(PathBuf);

impl Drop for Home {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A sample book of this release with one draft in it, locked again, and the code that opens its copies.
fn old_book(name: &str) -> (Home, LockedBook, RecoveryCode) {
    let folder = env::temp_dir().join(format!("coachbook-upgrade-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    let places = BookPlaces::new(folder.join("data"), folder.join("config"));
    let book = places.create_sample(BookId::from_bytes([4; 16]), "Old").unwrap();
    let code = book.recovery_code();
    let sql = "INSERT INTO draft (place, editor, rev, created_at, updated_at, text) VALUES (0, 'line', 1, '', '', ?1)";
    book.connection().execute(sql, [TEXT]).unwrap();
    let (locked, closed) = book.lock();
    closed.unwrap();
    (Home(folder), locked, code)
}

fn draft(connection: &Connection) -> String {
    connection.query_row("SELECT text FROM draft", [], |row| row.get(0)).unwrap()
}

fn copy_of(book: &LockedBook) -> PathBuf {
    book.folder().path().join("before-upgrade-1.coachbook")
}

#[test]
fn an_older_book_is_copied_first_and_loses_nothing() {
    let (_home, old, code) = old_book("kept");
    let new = old.open_sample_as_next_release().unwrap();
    assert_eq!(draft(new.connection()), TEXT);
    assert_eq!(crate::migrate::version(new.connection()), Ok(MIGRATIONS.len() + 1));
    let copy = inspect_safety_copy(&copy_of(&old), &Unlock::Code(&code)).unwrap();
    assert_eq!((copy.schema_version, copy.rows.get("draft")), (MIGRATIONS.len(), Some(&1)));
    drop(new);

    let refused = old.open_sample().unwrap_err();
    assert_eq!(refused, VaultError::NewerBook);
    assert_eq!(refused.message(), "This book was written by a newer Coachbook.");
    assert_eq!(refused.hint(), "Install the current version of Coachbook, then open it again. Nothing was changed.");
    assert_eq!(draft(old.open_sample_as_next_release().unwrap().connection()), TEXT);
}

#[test]
fn an_upgrade_without_its_copy_does_not_happen() {
    let (_home, old, _) = old_book("no-copy");
    // A folder in the place of the copy: it can't be written.
    fs::create_dir_all(copy_of(&old).join("in the way")).unwrap();
    assert!(old.open_sample_as_next_release().is_err());
    assert_eq!(draft(old.open_sample().unwrap().connection()), TEXT);
}

/// The tables after `steps`, one line an object: its name, and of a table its columns; else the beginning of a hash.
fn schema(steps: &[&str]) -> String {
    let connection = engine::memory().unwrap();
    for step in steps {
        connection.execute_batch(step).unwrap();
    }
    let mut statement = connection
        .prepare("SELECT type, name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name")
        .unwrap();
    let rows = statement
        .query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?)))
        .unwrap();
    let mut text = String::new();
    for (kind, name, sql) in rows.map(Result::unwrap) {
        let words = sql.split_whitespace().collect::<Vec<_>>().join(" ");
        let hash: String = blake3::hash(words.as_bytes()).to_hex().chars().take(16).collect();
        writeln!(text, "{kind} {name} {hash} {}", columns(&connection, &kind, &name).join(" ")).unwrap();
    }
    text.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

fn columns(connection: &Connection, kind: &str, name: &str) -> Vec<String> {
    if kind != "table" {
        return Vec::new();
    }
    let mut statement = connection.prepare("SELECT name FROM pragma_table_info(?1)").unwrap();
    statement.query_map([name], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn migrations() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations")
}

/// `UPDATE_SCHEMA=1` writes the texts anew, after the change was looked at.
#[test]
fn the_tables_after_each_step_are_the_written_ones() {
    for last in 1..=MIGRATIONS.len() {
        let file = migrations().join(format!("schema-{last:04}.txt"));
        let found = schema(&MIGRATIONS[..last]);
        if env::var_os("UPDATE_SCHEMA").is_some() {
            fs::write(&file, &found).unwrap();
        }
        let written = fs::read_to_string(&file).unwrap_or_default();
        let differs: Vec<_> = found.lines().filter(|line| !written.lines().any(|other| other == *line)).collect();
        assert!(written == found, "{}: {differs:#?}; UPDATE_SCHEMA=1 writes it anew", file.display());
    }
    let other = MIGRATIONS[0].replace("commitment TEXT", "commitment ANY");
    assert_ne!(schema(&[&other]), schema(&MIGRATIONS[..1]), "control: a changed column is not noticed");
}

/// Returns the entries of a list of released steps that the steps no longer fit.
fn edited<'a>(list: &'a str, steps: &[&str]) -> Vec<&'a str> {
    let entries = list.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let is_edited = |(nth, entry): &(usize, &str)| {
        let found = steps.get(*nth).map(|step| blake3::hash(step.as_bytes()).to_hex());
        !found.is_some_and(|hash| entry.ends_with(hash.as_str()))
    };
    entries.enumerate().filter(is_edited).map(|(_, entry)| entry).collect()
}

/// `released.txt` names every step that went out, with its BLAKE3: such a step is never edited.
#[test]
fn released_steps_are_as_they_were() {
    let list = fs::read_to_string(migrations().join("released.txt")).unwrap();
    assert_eq!(edited(&list, MIGRATIONS), [""; 0]);

    let released = format!("# said\n0001_initial.sql {}\n", blake3::hash(MIGRATIONS[0].as_bytes()).to_hex());
    assert_eq!(edited(&released, MIGRATIONS), [""; 0]);
    assert_eq!(edited(&released, &["CREATE TABLE other (id INTEGER);"]).len(), 1, "control");
}
