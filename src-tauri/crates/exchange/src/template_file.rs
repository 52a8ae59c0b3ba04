//! A template as a plain file: JSON a person can read and change in any editor, marked with its version.
//!
//! What comes from outside is refused as a whole when anything about it is not right: half a template is no template.

use coachbook_core::template::{Template, TemplateKind, TemplatePart, Unfit};
use serde::{Deserialize, Serialize};

/// Version of the format this program writes, and the newest it reads.
const VERSION: u32 = 1;

/// Largest file that is read, in bytes.
pub const LARGEST: usize = 1_000_000;

/// Why a file is not taken. It carries no text of the file, so it may be logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TemplateFileError {
    /// It is larger than any template.
    #[error("the file is too large for a template")]
    TooLarge,
    /// It is something else, or damaged.
    #[error("the file is not a template at line {line}")]
    NotATemplate {
        /// Line where reading stopped.
        line: usize,
    },
    /// A later version of the program wrote it.
    #[error("the file is of version {0}")]
    Newer(u32),
    /// It is for something this program does not know.
    #[error("the template is of an unknown kind")]
    UnknownKind,
    /// It is a template no book could keep.
    #[error(transparent)]
    Unfit(#[from] Unfit),
}

/// Writes a template. The same template gives the same bytes.
///
/// # Errors
/// [`TemplateFileError::NotATemplate`] should the words not be writable, which strings always are.
pub fn write(template: &Template) -> Result<Vec<u8>, TemplateFileError> {
    let file = TemplateFile {
        coachbook_template: VERSION,
        kind: template.kind.key().to_owned(),
        name: template.name.clone(),
        language: template.language.clone(),
        parts: template.parts.iter().map(PartFile::of).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&file).map_err(|fault| not_a_template(&fault))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Reads a template.
///
/// # Errors
/// [`TemplateFileError`] for whatever is not right about it.
pub fn read(bytes: &[u8]) -> Result<Template, TemplateFileError> {
    if bytes.len() > LARGEST {
        return Err(TemplateFileError::TooLarge);
    }
    // Some editors put a mark before the first letter.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // The version first: what a later program writes may have parts this one does not know.
    let marked: Marked = serde_json::from_slice(bytes).map_err(|fault| not_a_template(&fault))?;
    if marked.coachbook_template > VERSION {
        return Err(TemplateFileError::Newer(marked.coachbook_template));
    }
    let file: TemplateFile = serde_json::from_slice(bytes).map_err(|fault| not_a_template(&fault))?;
    let template = Template {
        kind: TemplateKind::from_key(&file.kind).map_err(|_| TemplateFileError::UnknownKind)?,
        name: file.name,
        language: file.language,
        parts: file.parts.into_iter().map(PartFile::into_part).collect(),
    };
    template.fit()?;
    Ok(template)
}

fn not_a_template(fault: &serde_json::Error) -> TemplateFileError {
    TemplateFileError::NotATemplate { line: fault.line() }
}

#[derive(Deserialize)]
struct Marked {
    coachbook_template: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TemplateFile {
    coachbook_template: u32,
    kind: String,
    name: String,
    language: String,
    parts: Vec<PartFile>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PartFile {
    key: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    heading: String,
    words: String,
    /// Said only of a clause that is left out.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    included: bool,
}

const fn yes() -> bool {
    true
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_yes(included: &bool) -> bool {
    *included
}

impl PartFile {
    fn of(part: &TemplatePart) -> Self {
        let TemplatePart { key, heading, body, included } = part.clone();
        Self { key, heading, words: body, included }
    }

    fn into_part(self) -> TemplatePart {
        TemplatePart { key: self.key, heading: self.heading, body: self.words, included: self.included }
    }
}
