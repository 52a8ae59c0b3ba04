//! Safety copies: one file that holds a whole book, written and opened where the coach says.

use std::path::Path;

use coachbook_vault::{
    Argon2Cost, CopyStamp, IfThere, Passphrase, RecoveryCode, Unlock, bring_files_back, restore_into, write_safety_copy,
};
use tauri::AppHandle;

use crate::{
    dialogs,
    state::{Desk, off_the_main_thread},
    wire::{
        CommandError,
        scans::{ScansBack, WrittenCopy},
    },
};

const KIND: &str = "Coachbook safety copy";
const EXTENSION: &str = "coachbook";

/// Brings a book back from a safety copy and lays it open on the desk. `secret` is a passphrase or a recovery code.
pub(crate) async fn open(app: AppHandle, desk: &Desk, secret: String) -> Result<(), CommandError> {
    let path = dialogs::which_to_open(app, KIND, &[EXTENSION]).await?;
    let places = desk.places().clone();
    let book = off_the_main_thread(move || {
        let phrase = Passphrase::new(&secret);
        // A code is told from a phrase by its form: its check group fits, which no phrase does by chance.
        match RecoveryCode::parse(&secret) {
            Ok(code) => restore_into(&places, &path, &Unlock::Code(&code), IfThere::Refuse)?.open_with_code(&code),
            Err(_) => restore_into(&places, &path, &Unlock::Phrase(&phrase), IfThere::Refuse)?
                .open_with_phrase(&phrase, Argon2Cost::DEFAULT),
        }
    })
    .await??;
    desk.lay(book)
}

/// Takes damaged scans of the open book from a safety copy of it.
pub(crate) async fn bring_scans_back(app: AppHandle, desk: &Desk) -> Result<ScansBack, CommandError> {
    let path = dialogs::which_to_open(app, KIND, &[EXTENSION]).await?;
    let back = desk.with(move |vault| Ok(bring_files_back(vault.book(), &path)?)).await?;
    Ok(ScansBack { whole: back.whole, still_lost: back.still_lost })
}

/// Writes a safety copy; says what the file is called, and how many scans could not go into it.
pub(crate) async fn write(app: AppHandle, desk: &Desk) -> Result<WrittenCopy, CommandError> {
    // Asked before the dialog, so that nobody picks a place for a book that is locked.
    let today = desk.with(|vault| Ok(vault.now())).await?;
    let suggested = format!("{}_safety-copy.{EXTENSION}", today.format("%Y-%m-%d"));
    let path = dialogs::where_to_save(app, suggested, KIND, EXTENSION).await?;
    let file_name = dialogs::file_name(&path);
    let other_disk = is_on_other_disk(&path, &desk.places().books_dir());
    let lost_scans = desk
        .with(move |vault| {
            let stamp = CopyStamp { sequence: vault.last_rev()?, made_at: Some(vault.now()) };
            let copy = write_safety_copy(vault.book(), &path, stamp)?;
            vault.practice().note_safety_copy(other_disk)?;
            Ok(copy.lost_files)
        })
        .await?;
    Ok(WrittenCopy { file_name, lost_scans })
}

/// Whether a file would outlive the disk the books are on. Where the system does not say, it would not.
#[cfg(unix)]
fn is_on_other_disk(file: &Path, books: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let disk = |path: &Path| std::fs::metadata(path).ok().map(|found| found.dev());
    match (file.parent().and_then(disk), disk(books)) {
        (Some(copy), Some(book)) => copy != book,
        _ => false,
    }
}

/// Whether a file would outlive the disk the books are on: drives are told apart by their letter.
#[cfg(not(unix))]
fn is_on_other_disk(file: &Path, books: &Path) -> bool {
    let drive = |path: &Path| path.components().next().map(|part| part.as_os_str().to_ascii_lowercase());
    drive(file) != drive(books)
}
