//! Running statements: inside the transaction door with the stamps every row carries, and for reading.

use chrono::{DateTime, Utc};
use coachbook_core::Uid;
use rusqlite::{Connection, Row, Statement, ToSql};

use super::{Answer, UidSource, moment_text};
use crate::error::VaultError;

/// Values by name, as `(":text", &text)`.
pub(crate) type Named<'a> = &'a [(&'a str, &'a dyn ToSql)];

/// A change under way.
pub(crate) struct Tx<'a> {
    /// For reading what was just written.
    pub(crate) sql: &'a Connection,
    /// The moment of this change; the same for all its rows.
    pub(crate) now: DateTime<Utc>,
    uids: &'a mut dyn UidSource,
    /// The book's counter as far as this change has moved it; none before its first row.
    rev: Option<i64>,
}

impl<'a> Tx<'a> {
    pub(crate) fn new(sql: &'a Connection, now: DateTime<Utc>, uids: &'a mut dyn UidSource) -> Self {
        Self { sql, now, uids, rev: None }
    }

    /// Runs a statement with `:uid`, `:rev` and `:at` filled in where it names them; returns how many rows it touched.
    pub(crate) fn run(&mut self, sql: &str, values: Named<'_>) -> Answer<usize> {
        let uid = self.uids.next();
        self.run_as(&uid, sql, values)
    }

    /// As [`Tx::run`], with an id made by the caller.
    pub(crate) fn run_as(&mut self, uid: &Uid, sql: &str, values: Named<'_>) -> Answer<usize> {
        let rev = self.next_rev()?;
        let at = moment_text(self.now);
        let mut statement = self.sql.prepare_cached(sql)?;
        bind(&mut statement, values)?;
        let stamps: [(&str, &dyn ToSql); 3] = [(":uid", &uid.0), (":rev", &rev), (":at", &at)];
        for (name, value) in stamps {
            if let Some(index) = statement.parameter_index(name)? {
                statement.raw_bind_parameter(index, value)?;
            }
        }
        Ok(statement.raw_execute()?)
    }

    /// Inserts one row and returns its number.
    pub(crate) fn insert(&mut self, sql: &str, values: Named<'_>) -> Answer<i64> {
        match self.run(sql, values)? {
            0 => Err(VaultError::NotFound),
            _ => Ok(self.sql.last_insert_rowid()),
        }
    }

    /// Changes the one row a statement names; none there is an error.
    pub(crate) fn change(&mut self, sql: &str, values: Named<'_>) -> Answer<()> {
        match self.run(sql, values)? {
            0 => Err(VaultError::NotFound),
            _ => Ok(()),
        }
    }

    /// Runs an upsert of a statement that names `:id`: inserts without an id, changes with one, and returns the row's number.
    pub(crate) fn save(&mut self, id: Option<i64>, sql: &str, values: Named<'_>) -> Answer<i64> {
        let mut with_id: Vec<(&str, &dyn ToSql)> = values.to_vec();
        with_id.push((":id", &id));
        let inserted = self.insert(sql, &with_id)?;
        Ok(id.unwrap_or(inserted))
    }

    /// One counter for the whole book, so that any two changes can be ordered.
    fn next_rev(&mut self) -> Answer<i64> {
        let last = match self.rev {
            Some(rev) => rev,
            None => one(self.sql, include_str!("last_rev.sql"), &[], |row| row.get(0))?,
        };
        let next = last.saturating_add(1);
        self.rev = Some(next);
        Ok(next)
    }

    /// Stores the counter; called once, when the change is whole.
    pub(super) fn store_rev(&self) -> Answer<()> {
        if let Some(rev) = self.rev {
            self.sql.prepare_cached(include_str!("store_rev.sql"))?.execute([rev])?;
        }
        Ok(())
    }
}

fn bind(statement: &mut Statement<'_>, values: Named<'_>) -> Answer<()> {
    for (name, value) in values {
        let index = statement.parameter_index(name)?.ok_or(VaultError::Storage(0))?;
        statement.raw_bind_parameter(index, value)?;
    }
    Ok(())
}

/// Reads every row of a query.
pub(crate) fn all<T>(
    sql: &Connection,
    query: &str,
    values: Named<'_>,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Answer<Vec<T>> {
    let mut statement = sql.prepare_cached(query)?;
    let rows = statement.query_map(values, read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Reads the one row of a query; none is [`VaultError::NotFound`].
pub(crate) fn one<T>(
    sql: &Connection,
    query: &str,
    values: Named<'_>,
    read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> Answer<T> {
    Ok(sql.prepare_cached(query)?.query_row(values, read)?)
}

/// Reads the row of a query if there is one.
pub(crate) fn maybe<T>(
    sql: &Connection,
    query: &str,
    values: Named<'_>,
    read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> Answer<Option<T>> {
    match one(sql, query, values, read) {
        Ok(value) => Ok(Some(value)),
        Err(VaultError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}
