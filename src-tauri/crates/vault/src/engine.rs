//! Which SQLite and SQLCipher the program runs, for About.

use rusqlite::Connection;

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
    let memory = Connection::open_in_memory()?;
    Ok(EngineVersions {
        sqlite: rusqlite::version().to_owned(),
        sqlcipher: memory.query_row(include_str!("cipher_version.sql"), [], |row| row.get(0))?,
    })
}
