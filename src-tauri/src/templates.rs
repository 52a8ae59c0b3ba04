//! Templates as plain files, written and opened where the coach says.

use std::{fs::File, io::Read, path::Path};

use coachbook_core::{TemplateId, template::Template};
use coachbook_exchange::template_file::{self, LARGEST, TemplateFileError};
use coachbook_vault::VaultError;
use tauri::AppHandle;

use crate::{
    dialogs, papers,
    state::{Desk, off_the_main_thread},
    views,
    wire::{CommandError, book::SavedFile, templates::KeptTemplate},
};

const KIND: &str = "Coachbook template";
const EXTENSION: &str = "json";

/// Writes a template to a file.
pub(crate) async fn export(app: AppHandle, desk: &Desk, id: TemplateId) -> Result<SavedFile, CommandError> {
    let (template, today) = desk.with(move |vault| Ok((vault.templates().get(id)?.1, papers::today(vault)))).await?;
    let bytes = template_file::write(&template)?;
    // Day and kind, as for papers: what she called it may name somebody.
    let kind = template.kind.key().replace('_', "-");
    let suggested = format!("{today}_{kind}-template.{EXTENSION}");
    let path = dialogs::where_to_save(app, suggested, KIND, EXTENSION).await?;
    let file_name = dialogs::file_name(&path);
    off_the_main_thread(move || coachbook_vault::replace_file(&path, &bytes)).await?.map_err(VaultError::from)?;
    Ok(SavedFile { file_name })
}

/// Brings a template in from a file, as a new one that is not used yet.
pub(crate) async fn import(app: AppHandle, desk: &Desk) -> Result<KeptTemplate, CommandError> {
    // Asked before the dialog, so that nobody picks a file for a book that is locked.
    desk.with(|_| Ok(())).await?;
    let path = dialogs::which_to_open(app, KIND, &[EXTENSION]).await?;
    let template = off_the_main_thread(move || read(&path)).await??;
    desk.note_activity();
    desk.with(move |vault| views::keep_template(vault, template)).await
}

/// Reads a file as far as a template can go and one byte further.
fn read(path: &Path) -> Result<Template, CommandError> {
    let mut bytes = Vec::new();
    let most = u64::try_from(LARGEST).unwrap_or(u64::MAX).saturating_add(1);
    let file = File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes));
    file.map_err(|_| unreadable())?;
    Ok(template_file::read(&bytes)?)
}

fn unreadable() -> CommandError {
    refused("This file could not be read.")
}

fn refused(message: &str) -> CommandError {
    CommandError::new(
        "not_a_template",
        message,
        "Nothing was brought in. A template is a small text file, made by Export.",
    )
}

impl From<TemplateFileError> for CommandError {
    fn from(fault: TemplateFileError) -> Self {
        match fault {
            TemplateFileError::TooLarge => refused("This file is too large to be a template."),
            TemplateFileError::NotATemplate { line } => {
                refused(&format!("This file is not a template, or it is damaged at line {line}."))
            }
            TemplateFileError::Newer(_) => refused("This template was made by a newer Coachbook."),
            TemplateFileError::UnknownKind => refused("This template is for something this Coachbook does not know."),
            TemplateFileError::Unfit(unfit) => refused(&CommandError::from(unfit).message),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_as_far_as_a_template_can_go() {
        let folder = std::env::temp_dir().join(format!("coachbook-template-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let refusal = |name: &str| read(&folder.join(name)).unwrap_err().message;
        std::fs::write(folder.join("huge.json"), vec![b' '; LARGEST * 3]).unwrap();
        assert!(refusal("huge.json").contains("too large"));
        assert!(refusal("none.json").contains("could not be read"));
        assert!(read(&folder).is_err(), "a folder is no file");
        std::fs::write(folder.join("other.json"), "{\n\"a\": 1}").unwrap();
        assert!(refusal("other.json").contains("line 2"));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
