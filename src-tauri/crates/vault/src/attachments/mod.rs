//! Files kept with a session or an agreement: the record in the database, the bytes sealed beside it.
//!
//! The sealed file is on disk before its record is written, and is taken off after its record is erased: a crash in
//! between leaves a file nobody knows, never a record without its file.

mod given;
mod tidy;

pub use given::GivenFile;

use coachbook_core::{
    AttachmentId, ClientId, SessionId, Uid, VersionId,
    attachment::{Attachment, KeptWith, MediaType},
};
use rusqlite::{Connection, Row};
use zeroize::Zeroizing;

use crate::error::VaultError;
use crate::files::{FileStore, StoredFile};
use crate::keys::SubKey;
use crate::store::{Answer, Named, OUT_OF_TURN, Vault, all, one, required_keyed, required_moment};

/// What can be asked about files in the book.
pub struct Attachments<'a>(pub(crate) &'a mut Vault);

impl Attachments<'_> {
    /// Keeps a file with a session that has ended, or with a version that was made ready to sign.
    ///
    /// # Errors
    /// [`VaultError::Stale`] when it cannot be kept there; [`VaultError::DiskFull`] and the like. Nothing is kept then.
    pub fn add(&mut self, kept_with: KeptWith, file: &GivenFile) -> Answer<Attachment> {
        let store = FileStore::of(self.0.book());
        let stored = store.put(file.bytes())?;
        let kept = self.record(kept_with, file, &stored);
        if kept.is_err() {
            // Left behind it would be a file nobody knows, which is swept one day.
            let _ = store.erase(&[stored.name]);
        }
        kept
    }

    fn record(&mut self, kept_with: KeptWith, file: &GivenFile, stored: &StoredFile) -> Answer<Attachment> {
        let (session, version) = numbers(kept_with);
        let bytes = i64::try_from(stored.bytes).map_err(|_| VaultError::FileTooLarge)?;
        let sealed = stored.sealed.to_hex();
        self.0.write(|tx| {
            let values: Named<'_> = &[
                (":session", &session),
                (":version", &version),
                (":name", &file.name()),
                (":media_type", &file.media_type().key()),
                (":bytes", &bytes),
                (":sha256", &stored.sha256),
                (":stored_name", &stored.name.to_string()),
                (":sealed_blake3", &sealed.as_str()),
                (":seal_key", stored.key.expose()),
            ];
            if tx.run(include_str!("insert.sql"), values)? == 0 {
                return Err(OUT_OF_TURN);
            }
            get(tx.sql, AttachmentId(tx.sql.last_insert_rowid())).map(|(row, _)| row)
        })
    }

    /// Returns what is known about a file.
    pub fn get(&self, id: AttachmentId) -> Answer<Attachment> {
        get(self.0.read(), id).map(|(row, _)| row)
    }

    /// Returns the files kept with a session or a version, oldest first.
    pub fn list(&self, kept_with: KeptWith) -> Answer<Vec<Attachment>> {
        let (session, version) = numbers(kept_with);
        all(self.0.read(), include_str!("of.sql"), &[(":session", &session), (":version", &version)], read_row)
    }

    /// Returns the files of a client, newest first.
    pub fn of_client(&self, client: ClientId) -> Answer<Vec<Attachment>> {
        all(self.0.read(), include_str!("of_client.sql"), &[(":client", &client.0)], read_row)
    }

    /// Returns the bytes of a file, once all of them were found to be as they were given.
    ///
    /// # Errors
    /// [`VaultError::FileDamaged`] when one is not; no byte is returned then.
    pub fn read(&self, id: AttachmentId) -> Answer<Zeroizing<Vec<u8>>> {
        let (_, stored) = get(self.0.read(), id)?;
        FileStore::of(self.0.book()).read(&stored)
    }

    /// Removes a file; it can be restored for 30 days.
    pub fn remove(&mut self, id: AttachmentId) -> Answer<()> {
        self.set_removed(id, true)
    }

    /// Takes the removal of a file back.
    pub fn restore(&mut self, id: AttachmentId) -> Answer<Attachment> {
        self.set_removed(id, false)?;
        self.get(id)
    }

    fn set_removed(&mut self, id: AttachmentId, removed: bool) -> Answer<()> {
        self.0.write(|tx| tx.change(include_str!("set_removed.sql"), &[(":id", &id.0), (":removed", &removed)]))
    }

    /// Clears up; for the opening of a book, and after something was erased. Files removed 30 days ago are erased with
    /// their records, files of erased records are taken off the disk, and so is what a crash left, once it is as old.
    ///
    /// # Errors
    /// What the file system said; the rest is done at the next opening.
    pub fn tidy(&mut self) -> Answer<()> {
        tidy::tidy(self.0)
    }
}

fn numbers(kept_with: KeptWith) -> (Option<i64>, Option<i64>) {
    match kept_with {
        KeptWith::Session(SessionId(id)) => (Some(id), None),
        KeptWith::Version(VersionId(id)) => (None, Some(id)),
    }
}

fn get(sql: &Connection, id: AttachmentId) -> Answer<(Attachment, StoredFile)> {
    one(sql, include_str!("get.sql"), &[(":id", &id.0)], |row| Ok((read_row(row)?, read_stored(row)?)))
}

/// What the records say about every file, of removed ones too.
pub(crate) fn stored_files(sql: &Connection) -> Answer<Vec<StoredFile>> {
    all(sql, include_str!("stored.sql"), &[], read_stored)
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<Attachment> {
    let session: Option<i64> = row.get("session_id")?;
    let version: Option<i64> = row.get("version_id")?;
    let kept_with = match (session, version) {
        (Some(id), _) => KeptWith::Session(SessionId(id)),
        (None, id) => KeptWith::Version(VersionId(id.unwrap_or_default())),
    };
    Ok(Attachment {
        id: AttachmentId(row.get("id")?),
        uid: Uid(row.get("uid")?),
        rev: row.get("rev")?,
        kept_with,
        name: row.get("name")?,
        media_type: required_keyed(row, "media_type", MediaType::from_key)?,
        bytes: length(row)?,
        added_at: required_moment(row, "created_at")?,
    })
}

fn read_stored(row: &Row<'_>) -> rusqlite::Result<StoredFile> {
    let name: String = row.get("stored_name")?;
    let sealed: String = row.get("sealed_blake3")?;
    Ok(StoredFile {
        name: name.parse().map_err(|_| rusqlite::Error::InvalidQuery)?,
        bytes: length(row)?,
        sha256: row.get("sha256")?,
        sealed: blake3::Hash::from_hex(sealed).map_err(|_| rusqlite::Error::InvalidQuery)?,
        key: SubKey::from_bytes(row.get("seal_key")?),
    })
}

fn length(row: &Row<'_>) -> rusqlite::Result<u64> {
    Ok(row.get::<_, i64>("bytes")?.unsigned_abs())
}

#[cfg(test)]
mod tests;
