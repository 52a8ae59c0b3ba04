//! Bringing a book's tables up to what this program knows.

use rusqlite::{Connection, TransactionBehavior};

use crate::error::VaultError;

/// The steps, oldest first; step n takes `user_version` from n-1 to n. A released step is never edited.
pub(crate) const MIGRATIONS: &[&str] = &[include_str!("../migrations/0001_initial.sql")];

/// Runs the missing steps in one transaction. `before` is called with the old version first, if there is one, and
/// is where the safety copy is made: when it fails, nothing is changed.
///
/// # Errors
/// [`VaultError::NewerBook`] when a later program wrote the file; [`VaultError::BookDamaged`] when a row refers to
/// one that does not exist.
pub(crate) fn migrate(
    connection: &mut Connection,
    before: impl FnOnce(&Connection, usize) -> Result<(), VaultError>,
) -> Result<(), VaultError> {
    migrate_by(connection, MIGRATIONS, before)
}

/// `user_version` of a book this program has just written.
pub(crate) fn newest_version() -> usize {
    MIGRATIONS.len()
}

/// `user_version` as it stands in the file.
pub(crate) fn version(connection: &Connection) -> Result<usize, VaultError> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    usize::try_from(version).map_err(|_| VaultError::NotABook)
}

/// As [`migrate`], by other steps than this program's.
pub(crate) fn migrate_by(
    connection: &mut Connection,
    steps: &[&str],
    before: impl FnOnce(&Connection, usize) -> Result<(), VaultError>,
) -> Result<(), VaultError> {
    let from = version(connection)?;
    if from > steps.len() {
        return Err(VaultError::NewerBook);
    }
    if from == steps.len() {
        return Ok(());
    }
    if from > 0 {
        before(connection, from)?;
    }
    // Rebuilding a table drops it for a moment; the check below proves that nothing dangles afterwards. The switch
    // works outside a transaction only (sqlite.org/lang_altertable.html, step 1).
    connection.pragma_update(None, "foreign_keys", "OFF")?;
    let done = apply(connection, steps, from);
    connection.pragma_update(None, "foreign_keys", "ON")?;
    done
}

fn apply(connection: &mut Connection, steps: &[&str], from: usize) -> Result<(), VaultError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for step in steps.iter().skip(from) {
        transaction.execute_batch(step)?;
    }
    {
        let mut check = transaction.prepare("PRAGMA foreign_key_check")?;
        if check.query([])?.next()?.is_some() {
            return Err(VaultError::BookDamaged);
        }
    }
    transaction.pragma_update(None, "user_version", i64::try_from(steps.len()).unwrap_or(i64::MAX))?;
    Ok(transaction.commit()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine;

    const ONE: &str = "CREATE TABLE a(id INTEGER PRIMARY KEY) STRICT;";
    const TWO: &str = "CREATE TABLE b(a_id INTEGER REFERENCES a(id)) STRICT;";
    const BROKEN: &str = "CREATE TABLE c(x INTEGER) STRICT; INSERT INTO nowhere VALUES (1);";
    const DANGLING: &str = "INSERT INTO b(a_id) VALUES (99);";

    fn tables(connection: &Connection) -> i64 {
        connection.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn steps_run_once_and_a_copy_is_asked_for_only_before_changing_old_rows() {
        let mut connection = engine::memory().unwrap();
        migrate_by(&mut connection, &[ONE], |_, _| panic!("a new book has nothing to copy")).unwrap();
        migrate_by(&mut connection, &[ONE], |_, _| panic!("nothing to do")).unwrap();
        let mut copied_from = None;
        migrate_by(&mut connection, &[ONE, TWO], |_, from| {
            copied_from = Some(from);
            Ok(())
        })
        .unwrap();
        assert_eq!((copied_from, version(&connection)), (Some(1), Ok(2)));
    }

    #[test]
    fn a_failing_step_a_dangling_row_or_a_failed_copy_changes_nothing() {
        let mut connection = engine::memory().unwrap();
        migrate_by(&mut connection, &[ONE, TWO], |_, _| Ok(())).unwrap();
        let before = tables(&connection);
        assert!(migrate_by(&mut connection, &[ONE, TWO, BROKEN], |_, _| Ok(())).is_err());
        let dangling = migrate_by(&mut connection, &[ONE, TWO, DANGLING], |_, _| Ok(()));
        assert_eq!(dangling, Err(VaultError::BookDamaged));
        let full = migrate_by(&mut connection, &[ONE, TWO, ONE], |_, _| Err(VaultError::DiskFull));
        assert_eq!(full, Err(VaultError::DiskFull));
        assert_eq!((tables(&connection), version(&connection)), (before, Ok(2)));
        let keys_on: bool = connection.pragma_query_value(None, "foreign_keys", |row| row.get(0)).unwrap();
        assert!(keys_on);
    }

    #[test]
    fn a_newer_file_is_refused() {
        let mut connection = engine::memory().unwrap();
        connection.pragma_update(None, "user_version", 9).unwrap();
        assert_eq!(migrate_by(&mut connection, &[ONE], |_, _| Ok(())), Err(VaultError::NewerBook));
        assert_eq!(tables(&connection), 0);
    }
}
