//! One number for everything a book holds, so that a trial can tell whether a copy brought back is the same.

use rusqlite::types::ValueRef;

use crate::book::Book;
use crate::error::VaultError;

impl Book {
    /// Returns BLAKE3 over every value of every row of every table, the search index and its mark left out: they are made of them.
    ///
    /// # Errors
    /// [`VaultError::BookDamaged`] and the like.
    #[doc(hidden)]
    pub fn row_hash(&self) -> Result<String, VaultError> {
        let sql = self.connection();
        let mut tables = sql.prepare(include_str!("row_hash/tables.sql"))?;
        let names = tables.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        let mut hash = blake3::Hasher::new();
        for name in names {
            add(&mut hash, b't', name.as_bytes());
            // A table's name cannot be a parameter; doubling the quotes makes any name safe.
            let mut all = sql.prepare(&format!("SELECT * FROM \"{}\" ORDER BY 1", name.replace('"', "\"\"")))?;
            let width = all.column_count();
            let mut rows = all.query([])?;
            while let Some(row) = rows.next()? {
                for column in 0..width {
                    match row.get_ref(column)? {
                        ValueRef::Null => add(&mut hash, b'0', &[]),
                        ValueRef::Integer(number) => add(&mut hash, b'i', &number.to_le_bytes()),
                        ValueRef::Real(number) => add(&mut hash, b'r', &number.to_le_bytes()),
                        ValueRef::Text(text) => add(&mut hash, b's', text),
                        ValueRef::Blob(bytes) => add(&mut hash, b'b', bytes),
                    }
                }
            }
        }
        Ok(hash.finalize().to_hex().to_string())
    }
}

fn add(hash: &mut blake3::Hasher, kind: u8, bytes: &[u8]) {
    hash.update(&[kind]);
    hash.update(&(bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}
