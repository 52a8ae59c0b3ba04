//! From a path and a key to a connection that is proven to be ours.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::engine;
use crate::error::VaultError;
use crate::fsio;
use crate::keys::DatabaseKey;
use crate::pragmas;

/// SQLite below 3.53.2 has the FTS5 heap overflow CVE-2026-11824.
const OLDEST_SQLITE: i32 = 3_053_002;
/// SQLCipher's page; a shorter file cannot hold one.
const PAGE_BYTES: u64 = 4096;
/// How every unencrypted SQLite file begins.
const PLAIN_SQLITE: &[u8; 16] = b"SQLite format 3\0";

/// Opens an existing encrypted database and reads its first page.
///
/// # Errors
/// [`VaultError::BookMissing`], [`VaultError::NotABook`], and [`VaultError::BookDamaged`] when the key makes no
/// sense of it: that is a wrong key or a damaged page, which only the caller can tell apart.
pub(crate) fn open_database(path: &Path, key: &DatabaseKey) -> Result<Connection, VaultError> {
    check_shape(path)?;
    let connection = connect(path, key)?;
    connection.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get::<_, i64>(0))?;
    let application: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != pragmas::APPLICATION_ID {
        return Err(VaultError::NotABook);
    }
    Ok(connection)
}

/// Makes a new encrypted database that only its owner can read. The file must not exist.
pub(crate) fn create_database(path: &Path, key: &DatabaseKey) -> Result<Connection, VaultError> {
    drop(fsio::create_private(path, true)?);
    let connection = connect(path, key)?;
    connection.pragma_update(None, "application_id", pragmas::APPLICATION_ID)?;
    Ok(connection)
}

/// A keyed connection on which nothing has been read yet.
pub(crate) fn connect(path: &Path, key: &DatabaseKey) -> Result<Connection, VaultError> {
    // No URI names: a path with a question mark in it is a path. No own mutex: Rust lends the connection to one.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = engine::open(path, flags)?;
    check_engine(&connection)?;
    pragmas::before_key(&connection)?;
    connection.execute_batch(&key.pragma())?;
    pragmas::before_first_read(&connection)?;
    Ok(connection)
}

/// Plain SQLite takes `PRAGMA key` without a word and writes everything in the clear, so the engine is asked first.
fn check_engine(connection: &Connection) -> Result<(), VaultError> {
    let cipher: Option<String> = connection.query_row("PRAGMA cipher_version", [], |row| row.get(0)).map_or_else(
        |error| if error == rusqlite::Error::QueryReturnedNoRows { Ok(None) } else { Err(error) },
        |v| Ok(Some(v)),
    )?;
    let encrypted = cipher.is_some_and(|version| !version.is_empty());
    if encrypted && rusqlite::version_number() >= OLDEST_SQLITE { Ok(()) } else { Err(VaultError::Storage(-4)) }
}

fn check_shape(path: &Path) -> Result<(), VaultError> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(VaultError::BookMissing),
        Err(error) => return Err(error.into()),
    };
    let length = file.metadata()?.len();
    let mut start = [0; 16];
    if length >= 16 {
        file.read_exact(&mut start)?;
    }
    if start == *PLAIN_SQLITE {
        return Err(VaultError::NotABook);
    }
    if length < PAGE_BYTES {
        return Err(VaultError::BookDamaged);
    }
    Ok(())
}

/// Reads the whole database: structure, then every page's HMAC. For files no other connection has open.
///
/// `integrity_check` goes first because `cipher_integrity_check` reads the main file only, not the WAL, and raised
/// false alarms after 23 of 400 power cuts.
pub(crate) fn check_whole(connection: &Connection) -> Result<(), VaultError> {
    let structure: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if structure != "ok" {
        return Err(VaultError::BookDamaged);
    }
    let mut statement = connection.prepare("PRAGMA cipher_integrity_check")?;
    let mut faults = statement.query([])?;
    if faults.next()?.is_some() { Err(VaultError::BookDamaged) } else { Ok(()) }
}
