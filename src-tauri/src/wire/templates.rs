//! Templates as they cross to the window.

use coachbook_core::template as core_template;
use coachbook_vault as vault;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::moment;

/// A part of a template: a clause, or one of the texts its kind has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)] // The fields are those of the record.
pub struct TemplatePart {
    pub key: String,
    pub heading: String,
    pub body: String,
    pub included: bool,
}

impl From<core_template::TemplatePart> for TemplatePart {
    fn from(part: core_template::TemplatePart) -> Self {
        Self { key: part.key, heading: part.heading, body: part.body, included: part.included }
    }
}

impl From<TemplatePart> for core_template::TemplatePart {
    fn from(part: TemplatePart) -> Self {
        Self { key: part.key, heading: part.heading, body: part.body, included: part.included }
    }
}

/// What the coach writes of a template.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct TemplateWords {
    pub name: String,
    pub language: String,
    pub parts: Vec<TemplatePart>,
}

/// A template in the list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct TemplateRow {
    pub id: i64,
    pub kind: String,
    pub name: String,
    pub language: String,
    pub in_use: bool,
    pub saved_at: String,
}

impl From<vault::TemplateRow> for TemplateRow {
    fn from(row: vault::TemplateRow) -> Self {
        Self {
            id: row.id.0,
            kind: row.kind.key().to_owned(),
            name: row.name,
            language: row.language,
            in_use: row.in_use,
            saved_at: moment(row.saved_at),
        }
    }
}

/// The list of templates, and which kinds there are.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct TemplateList {
    pub kinds: Vec<String>,
    pub own: Vec<TemplateRow>,
}

/// A template that is there now.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct KeptTemplate {
    pub id: i64,
}

/// Something that is wrong, and where: `from` and `to` count as the window counts letters.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct TemplateFinding {
    pub part: usize,
    pub in_heading: bool,
    pub from: usize,
    pub to: usize,
    pub fault: String,
    /// The words it is about.
    pub written: String,
    /// Key of the field that was most likely meant.
    pub nearest: Option<String>,
}

/// A field to choose.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct TemplateField {
    pub key: String,
    pub label: String,
    pub source: String,
}

impl From<core_template::Field> for TemplateField {
    fn from(field: core_template::Field) -> Self {
        Self { key: field.key.to_owned(), label: field.label.into_owned(), source: field.source.key().to_owned() }
    }
}

/// A piece of a text with its fields filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub enum FilledPiece {
    Text { text: String },
    Value { text: String },
    Empty { label: String },
}

/// A part as it would be printed.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct FilledPart {
    pub key: String,
    pub heading: String,
    pub pieces: Vec<FilledPiece>,
}

/// One version in the list of versions.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct TemplateVersion {
    pub number: u32,
    pub saved_at: String,
}

impl From<vault::TemplateVersion> for TemplateVersion {
    fn from(version: vault::TemplateVersion) -> Self {
        Self { number: version.number, saved_at: moment(version.saved_at) }
    }
}

/// A template open to be written, with what is wrong in it and what it becomes.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct TemplateSheet {
    pub id: i64,
    pub kind: String,
    pub name: String,
    pub language: String,
    pub languages: Vec<String>,
    pub in_use: bool,
    pub parts: Vec<TemplatePart>,
    /// Keys of the clauses every agreement has.
    pub required: Vec<String>,
    pub findings: Vec<TemplateFinding>,
    pub fields: Vec<TemplateField>,
    pub filled: Vec<FilledPart>,
    /// Whose values it is filled with; samples without.
    pub client_id: Option<i64>,
    pub versions: Vec<TemplateVersion>,
}
