//! The coach's own templates, each with its versions. What comes with the program is never written here.
//!
//! The newest version is the one being written, until it is closed: by leaving it, or because something was made from
//! it. The next change of words then opens another, so that what a paper was made from can be looked at later.

mod versions;

pub use versions::TemplateVersion;

use chrono::{DateTime, Utc};
use coachbook_core::{
    TemplateId,
    template::{Template, TemplateKind, TemplatePart},
};
use rusqlite::Row;

use crate::store::{Answer, Named, Tx, Vault, all, maybe, one, required_keyed, required_moment};

/// A template without its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateRow {
    /// Row number.
    pub id: TemplateId,
    /// Revision, for detecting stale saves.
    pub rev: i64,
    /// What it is for.
    pub kind: TemplateKind,
    /// Name.
    pub name: String,
    /// Language.
    pub language: String,
    /// Whether new papers of its kind and language are made from it.
    pub in_use: bool,
    /// Whether it was removed.
    pub removed: bool,
    /// Number of its newest version.
    pub number: u32,
    /// When it was last changed.
    pub saved_at: DateTime<Utc>,
}

/// What can be asked about templates.
pub struct Templates<'a>(pub(crate) &'a mut Vault);

impl Templates<'_> {
    /// Returns the templates that are not removed, by name.
    pub fn list(&self) -> Answer<Vec<TemplateRow>> {
        all(self.0.read(), include_str!("list.sql"), &[], read_row)
    }

    /// Returns a template with the words of its newest version.
    pub fn get(&self, id: TemplateId) -> Answer<(TemplateRow, Template)> {
        let row = one(self.0.read(), include_str!("get.sql"), &[(":id", &id.0)], read_row)?;
        let parts = versions::parts(self.0.read(), versions::newest(self.0.read(), id)?.id)?;
        let template = Template { kind: row.kind, name: row.name.clone(), language: row.language.clone(), parts };
        Ok((row, template))
    }

    /// Keeps a new template with its first version.
    pub fn add(&mut self, template: &Template) -> Answer<TemplateId> {
        self.0.write(|tx| {
            let values: Named<'_> =
                &[(":kind", &template.kind.key()), (":name", &template.name), (":language", &template.language)];
            let id = TemplateId(tx.insert(include_str!("insert.sql"), values)?);
            versions::add(tx, id, &template.parts)?;
            Ok(id)
        })
    }

    /// Saves name, language and words. Changed words go into the version being written; the kind never changes.
    pub fn save(&mut self, id: TemplateId, template: &Template) -> Answer<()> {
        self.0.write(|tx| {
            let values: Named<'_> = &[(":id", &id.0), (":name", &template.name), (":language", &template.language)];
            tx.change(include_str!("update.sql"), values)?;
            versions::write(tx, id, &template.parts)
        })
    }

    /// Closes the version being written, if there is one: the next change of words makes another.
    pub fn close(&mut self, id: TemplateId) -> Answer<()> {
        self.0.write(|tx| versions::close(tx, id))
    }

    /// Makes new papers of this kind and language from a template, or no longer. At most one is used at a time.
    pub fn set_in_use(&mut self, id: TemplateId, used: bool) -> Answer<()> {
        self.0.write(|tx| {
            if used {
                tx.run(include_str!("set_down.sql"), &[(":id", &id.0)])?;
            }
            tx.change(include_str!("set_use.sql"), &[(":id", &id.0), (":used", &used)])
        })
    }

    /// Returns the words new papers are made from; none when the coach chose no template of her own.
    pub fn in_use(&self, kind: TemplateKind, language: &str) -> Answer<Option<(TemplateId, Vec<TemplatePart>)>> {
        let values: Named<'_> = &[(":kind", &kind.key()), (":language", &language)];
        let id = maybe(self.0.read(), include_str!("in_use.sql"), values, |row| row.get(0).map(TemplateId))?;
        id.map(|id| {
            let version = versions::newest(self.0.read(), id)?;
            Ok((id, versions::parts(self.0.read(), version.id)?))
        })
        .transpose()
    }

    /// Removes a template; it can be restored.
    pub fn remove(&mut self, id: TemplateId) -> Answer<()> {
        self.0.write(|tx| tx.change(include_str!("remove.sql"), &[(":id", &id.0)]))
    }

    /// Takes the removal back. It is used again only if no other took its place.
    pub fn restore(&mut self, id: TemplateId) -> Answer<()> {
        self.0.write(|tx| tx.change(include_str!("restore.sql"), &[(":id", &id.0)]))
    }

    /// Returns the versions of a template, newest first.
    pub fn versions(&self, id: TemplateId) -> Answer<Vec<TemplateVersion>> {
        versions::list(self.0.read(), id)
    }

    /// Returns the words of one version.
    pub fn version(&self, id: TemplateId, number: u32) -> Answer<Vec<TemplatePart>> {
        versions::numbered(self.0.read(), id, number)
    }

    /// Brings an earlier version back, as a new one.
    pub fn bring_back(&mut self, id: TemplateId, number: u32) -> Answer<()> {
        self.0.write(|tx: &mut Tx<'_>| {
            let parts = versions::numbered(tx.sql, id, number)?;
            versions::close(tx, id)?;
            versions::write(tx, id, &parts)
        })
    }
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<TemplateRow> {
    Ok(TemplateRow {
        id: TemplateId(row.get("id")?),
        rev: row.get("rev")?,
        kind: required_keyed(row, "kind", TemplateKind::from_key)?,
        name: row.get("name")?,
        language: row.get("language")?,
        in_use: row.get("in_use")?,
        removed: row.get("removed")?,
        number: row.get("number")?,
        saved_at: required_moment(row, "saved_at")?,
    })
}
