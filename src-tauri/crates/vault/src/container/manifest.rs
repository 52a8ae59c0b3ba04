//! What a safety copy says about itself, sealed inside it: lines of `key=value`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::CopyStamp;
use crate::error::VaultError;
use crate::files::StoredName;
use crate::keys::BookId;
use crate::migrate;
use crate::store::{moment, one};

/// A sealed file in a safety copy.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct PackedFile {
    /// Its length, sealed.
    pub(crate) bytes: u64,
    /// BLAKE3 of it, sealed.
    pub(crate) hash: blake3::Hash,
}

/// The attached files that go into a safety copy.
#[derive(Default)]
pub(crate) struct Packing {
    /// The whole ones.
    pub(crate) files: BTreeMap<StoredName, PackedFile>,
    /// How many are damaged or missing in the book itself.
    pub(crate) lost: u64,
}

/// What a safety copy will bring.
#[derive(Clone, PartialEq, Eq)]
pub struct SafetyCopy {
    /// The book it is a copy of.
    pub book: BookId,
    /// The book's name when the copy was made.
    pub name: String,
    /// Whether it is a copy of the sample.
    pub sample: bool,
    /// Number of the copy among those of its book.
    pub sequence: u64,
    /// When it was made by the clock of that computer.
    pub made_at: Option<DateTime<Utc>>,
    /// Version of Coachbook that made it.
    pub app_version: String,
    /// `user_version` of the tables.
    pub schema_version: usize,
    /// The book-wide revision counter: a copy with a higher one is the newer copy.
    pub max_rev: i64,
    /// Rows a table.
    pub rows: BTreeMap<String, i64>,
    /// Attached files that are damaged or missing in the book, and so could not be copied.
    pub lost_files: u64,
    /// Whether it was made by itself, which only a copy is that may be let go by itself.
    pub automatic: bool,
    /// What a person would count, and when the last line in it was kept.
    pub counts: Counts,
    /// Attached files that should lie beside it and do not, or are damaged there. Found by looking, not written in it.
    pub missing_files: u64,
    /// The attached files in it, in the order they stand in.
    pub(crate) files: BTreeMap<StoredName, PackedFile>,
    /// The attached files that lie beside it, in `scans/`.
    pub(crate) beside: BTreeMap<StoredName, PackedFile>,
}

/// What a person would count in a book; what was removed is left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(missing_docs)] // The names say it.
pub struct Counts {
    pub clients: u64,
    /// Those that were held.
    pub sessions: u64,
    /// Papers that were given or made ready to sign.
    pub papers: u64,
    pub scans: u64,
    /// When the last note was kept.
    pub last_line_at: Option<DateTime<Utc>>,
}

impl Counts {
    fn of(connection: &Connection) -> Result<Self, VaultError> {
        one(connection, include_str!("counts.sql"), &[], |row| {
            let count = |name| row.get::<_, i64>(name).map(i64::unsigned_abs);
            Ok(Self {
                clients: count("clients")?,
                sessions: count("sessions")?,
                papers: count("papers")?,
                scans: count("scans")?,
                last_line_at: moment(row, "last_line_at")?,
            })
        })
    }
}

impl SafetyCopy {
    /// Describes the database behind `connection`.
    pub(crate) fn of(
        connection: &Connection,
        book: BookId,
        name: &str,
        sample: bool,
        stamp: CopyStamp,
        packing: Packing,
    ) -> Result<Self, VaultError> {
        Ok(Self {
            book,
            name: name.to_owned(),
            sample,
            sequence: stamp.sequence,
            made_at: stamp.made_at,
            app_version: env!("CARGO_PKG_VERSION").to_owned(),
            schema_version: migrate::version(connection)?,
            max_rev: revision(connection)?,
            rows: count_rows(connection)?,
            lost_files: packing.lost,
            automatic: false,
            // Tables of an older shape may have no such columns; then the copy says less of itself.
            counts: Counts::of(connection).unwrap_or_default(),
            missing_files: 0,
            files: packing.files,
            beside: BTreeMap::new(),
        })
    }

    /// How many attached files it brings: those in it, and those beside it.
    #[must_use]
    pub fn attached(&self) -> usize {
        self.files.len() + self.beside.len()
    }

    /// Whether the database behind `connection` is the one this manifest was written for.
    pub(super) fn describes(&self, connection: &Connection) -> Result<bool, VaultError> {
        Ok(self.schema_version == migrate::version(connection)?
            && self.max_rev == revision(connection)?
            && self.rows == count_rows(connection)?)
    }

    pub(super) fn to_text(&self) -> String {
        let mut text = String::new();
        let fields = [
            ("book", self.book.to_string()),
            ("name", self.name.clone()),
            ("sample", self.sample.to_string()),
            ("sequence", self.sequence.to_string()),
            ("made_at", seconds(self.made_at)),
            ("app_version", self.app_version.clone()),
            ("schema_version", self.schema_version.to_string()),
            ("max_rev", self.max_rev.to_string()),
            ("lost_files", self.lost_files.to_string()),
            ("automatic", self.automatic.to_string()),
            ("clients", self.counts.clients.to_string()),
            ("sessions", self.counts.sessions.to_string()),
            ("papers", self.counts.papers.to_string()),
            ("scans", self.counts.scans.to_string()),
            ("last_line_at", seconds(self.counts.last_line_at)),
        ];
        for (key, value) in fields {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{key}={value}");
        }
        for (table, rows) in &self.rows {
            let _ = writeln!(text, "rows.{table}={rows}");
        }
        for (key, files) in [("file", &self.files), ("beside", &self.beside)] {
            for (name, file) in files {
                let _ = writeln!(text, "{key}.{name}={} {}", file.bytes, file.hash.to_hex());
            }
        }
        text
    }

    /// Reads a manifest; keys a later program added are passed over.
    pub(super) fn from_text(text: &str) -> Option<Self> {
        let fields: BTreeMap<&str, &str> = text.lines().filter_map(|line| line.split_once('=')).collect();
        let (mut rows, mut files, mut beside) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for (key, value) in &fields {
            if let Some(table) = key.strip_prefix("rows.") {
                rows.insert(table.to_owned(), value.parse().ok()?);
            } else if let Some(name) = key.strip_prefix("file.") {
                files.insert(name.parse().ok()?, packed(value)?);
            } else if let Some(name) = key.strip_prefix("beside.") {
                beside.insert(name.parse().ok()?, packed(value)?);
            }
        }
        let count = |key| fields.get(key)?.parse().ok();
        let moment = |key| DateTime::from_timestamp(fields.get(key)?.parse().ok()?, 0);
        Some(Self {
            book: fields.get("book")?.parse().ok()?,
            name: (*fields.get("name")?).to_owned(),
            sample: *fields.get("sample")? == "true",
            sequence: fields.get("sequence")?.parse().ok()?,
            made_at: moment("made_at"),
            app_version: (*fields.get("app_version")?).to_owned(),
            schema_version: fields.get("schema_version")?.parse().ok()?,
            max_rev: fields.get("max_rev")?.parse().ok()?,
            rows,
            lost_files: fields.get("lost_files")?.parse().ok()?,
            automatic: *fields.get("automatic")? == "true",
            counts: Counts {
                clients: count("clients")?,
                sessions: count("sessions")?,
                papers: count("papers")?,
                scans: count("scans")?,
                last_line_at: moment("last_line_at"),
            },
            missing_files: 0,
            files,
            beside,
        })
    }
}

/// A moment in seconds, or nothing.
fn seconds(at: Option<DateTime<Utc>>) -> String {
    at.map(|at| at.timestamp().to_string()).unwrap_or_default()
}

/// Reads `length hash`.
fn packed(value: &str) -> Option<PackedFile> {
    let (bytes, hash) = value.split_once(' ')?;
    Some(PackedFile { bytes: bytes.parse().ok()?, hash: blake3::Hash::from_hex(hash).ok()? })
}

/// The book-wide revision counter.
fn revision(connection: &Connection) -> Result<i64, VaultError> {
    Ok(connection.query_row("SELECT rev FROM book_counter WHERE id = 1", [], |row| row.get(0))?)
}

/// Rows of every real table; the shadow tables of the search index are left to `integrity_check`.
fn count_rows(connection: &Connection) -> Result<BTreeMap<String, i64>, VaultError> {
    let mut list = connection.prepare(
        "SELECT name FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )?;
    let names = list.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    let mut rows = BTreeMap::new();
    for name in names {
        // A table's name cannot be a parameter; doubling the quotes makes any name safe.
        let sql = format!("SELECT count(*) FROM \"{}\"", name.replace('"', "\"\""));
        let count = connection.query_row(&sql, [], |row| row.get(0))?;
        rows.insert(name, count);
    }
    Ok(rows)
}
