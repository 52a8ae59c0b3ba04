//! Versions of a template: one being written, the earlier ones as they were left.

use chrono::{DateTime, Utc};
use coachbook_core::{TemplateId, template::TemplatePart};
use rusqlite::{Connection, Row};

use crate::store::{Answer, Tx, all, moment, one, required_moment};

/// A version without its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateVersion {
    pub(super) id: i64,
    /// 1, 2, …
    pub number: u32,
    /// When it was left, or first used; none while it is being written.
    pub closed_at: Option<DateTime<Utc>>,
    /// When its words were last changed.
    pub saved_at: DateTime<Utc>,
}

pub(super) fn newest(sql: &Connection, template: TemplateId) -> Answer<TemplateVersion> {
    one(sql, include_str!("newest.sql"), &[(":template", &template.0)], read)
}

pub(super) fn list(sql: &Connection, template: TemplateId) -> Answer<Vec<TemplateVersion>> {
    all(sql, include_str!("versions.sql"), &[(":template", &template.0)], read)
}

pub(super) fn numbered(sql: &Connection, template: TemplateId, number: u32) -> Answer<Vec<TemplatePart>> {
    let values: crate::store::Named<'_> = &[(":template", &template.0), (":number", &number)];
    let id = one(sql, include_str!("numbered.sql"), values, |row| row.get(0))?;
    parts(sql, id)
}

pub(super) fn parts(sql: &Connection, version: i64) -> Answer<Vec<TemplatePart>> {
    all(sql, include_str!("parts.sql"), &[(":version", &version)], |row| {
        Ok(TemplatePart {
            key: row.get("key")?,
            heading: row.get("heading")?,
            body: row.get("body")?,
            included: row.get("included")?,
        })
    })
}

/// Writes words: into the version being written, or into a new one after it was closed. The same words change nothing.
pub(super) fn write(tx: &mut Tx<'_>, template: TemplateId, words: &[TemplatePart]) -> Answer<()> {
    let version = newest(tx.sql, template)?;
    if parts(tx.sql, version.id)? == words {
        return Ok(());
    }
    if version.closed_at.is_some() {
        return add(tx, template, words);
    }
    tx.run(include_str!("drop_parts.sql"), &[(":version", &version.id)])?;
    insert(tx, version.id, words)?;
    tx.change(include_str!("touch_version.sql"), &[(":version", &version.id)])
}

pub(super) fn add(tx: &mut Tx<'_>, template: TemplateId, words: &[TemplatePart]) -> Answer<()> {
    let version = tx.insert(include_str!("add_version.sql"), &[(":template", &template.0)])?;
    insert(tx, version, words)
}

pub(super) fn close(tx: &mut Tx<'_>, template: TemplateId) -> Answer<()> {
    tx.run(include_str!("close_version.sql"), &[(":template", &template.0)]).map(drop)
}

fn insert(tx: &mut Tx<'_>, version: i64, words: &[TemplatePart]) -> Answer<()> {
    for (ordinal, part) in (1_i64..).zip(words) {
        tx.run(
            include_str!("insert_part.sql"),
            &[
                (":version", &version),
                (":ordinal", &ordinal),
                (":key", &part.key),
                (":heading", &part.heading),
                (":body", &part.body),
                (":included", &part.included),
            ],
        )?;
    }
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<TemplateVersion> {
    Ok(TemplateVersion {
        id: row.get("id")?,
        number: row.get("number")?,
        closed_at: moment(row, "closed_at")?,
        saved_at: required_moment(row, "updated_at")?,
    })
}
