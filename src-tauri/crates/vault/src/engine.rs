//! Which SQLite and SQLCipher the program runs, for About, and the one door through which databases are opened.

use std::path::Path;
use std::sync::Once;

use rusqlite::{Connection, OpenFlags};

use crate::error::VaultError;

/// The versions in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EngineVersions {
    /// SQLite, as `3.53.4`.
    pub sqlite: String,
    /// SQLCipher, as `4.19.0 community`.
    pub sqlcipher: String,
}

/// Asks the engine itself.
///
/// # Errors
/// [`VaultError::Storage`] when it can't be asked.
pub fn engine_versions() -> Result<EngineVersions, VaultError> {
    let memory = memory()?;
    Ok(EngineVersions {
        sqlite: rusqlite::version().to_owned(),
        sqlcipher: memory.query_row(include_str!("cipher_version.sql"), [], |row| row.get(0))?,
    })
}

/// Opens a database file. Nobody opens one in another way: the engine starts here, once, and everybody waits for it.
///
/// SQLite calls itself ready before SQLCipher has made its random numbers (4.19.0: `isInit` is set, then `EXTRA_INIT`
/// runs). A second thread that gives its key in between is refused: seen in 3 of 300 starts with eight threads.
pub(crate) fn open(path: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
    start();
    Connection::open_with_flags(path, flags)
}

/// Opens a database that lives in memory and ends with its connection.
pub(crate) fn memory() -> rusqlite::Result<Connection> {
    start();
    Connection::open_in_memory()
}

fn start() {
    static STARTED: Once = Once::new();
    // A start that fails is told by the opening that follows, which starts again and says why.
    STARTED.call_once(|| drop(Connection::open_in_memory()));
}
