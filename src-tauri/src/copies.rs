//! Safety copies: one file that holds a whole book, written and opened where the coach says; and those made by themselves.

pub(crate) mod folder;
pub(crate) mod standing;
pub(crate) mod working;

use std::path::Path;

use coachbook_vault::{
    Argon2Cost, Book, BookId, BookPlaces, CopyPlan, CopyStamp, IfThere, Look, Unlock, VaultError, bring_files_back,
    undo_restore, write_safety_copy,
};
use tauri::AppHandle;

use folder::with_key;
use standing::is_on_other_disk;
use working::Copying;

use crate::{
    dialogs, lifecycle,
    state::{Desk, off_the_main_thread},
    wire::{
        CommandError,
        copies::CopyContents,
        scans::{ScansBack, WrittenCopy},
    },
};

const KIND: &str = "Coachbook safety copy";
const EXTENSION: &str = "coachbook";

/// Asks for a safety copy and says what it will bring, after every byte of it was looked at. Nothing is changed.
pub(crate) async fn look_into(app: AppHandle, desk: &Desk, secret: String) -> Result<CopyContents, CommandError> {
    let path = dialogs::which_to_open(app, KIND, &[EXTENSION]).await?;
    let places = desk.places().clone();
    let (look, looked) = (desk.look(), path.clone());
    let (copy, here) = off_the_main_thread(move || {
        let copy = with_key(&secret, |unlock| look.inspect(&looked, unlock))?;
        let here = places.books()?.iter().any(|book| book.id() == copy.book);
        Ok::<_, VaultError>((copy, here))
    })
    .await?
    .map_err(told)?;
    desk.choose_copy(path);
    Ok(CopyContents::of(&copy, here))
}

/// Brings the book back from the safety copy that was looked into, and lays it open on the desk. A book that is there is
/// kept as it is, for [`undo`]. `secret` is a passphrase or a recovery code.
///
/// A coach who goes away meanwhile finds everything as it was, or, where the copy was in its place already, the book
/// brought back and locked. Ending the program waits for that.
pub(crate) async fn open(desk: &Desk, secret: String) -> Result<(), CommandError> {
    let path = desk.chosen_copy().ok_or_else(CommandError::malformed)?;
    let look = desk.look();
    let (places, copying, bringing) = (desk.places().clone(), desk.copying(), look.clone());
    let brought = off_the_main_thread(move || {
        copying.wait_until_free();
        copying.counted(|| with_key(&secret, |unlock| bring_back(&places, &copying, &bringing, &path, unlock)))
    })
    .await?;
    match brought? {
        Some(book) => desk.lay_unless_away(book, &look),
        None => Ok(()),
    }
}

/// Returns the book it brought back; none where the coach went before it was opened.
fn bring_back(
    places: &BookPlaces,
    copying: &Copying,
    look: &Look,
    path: &Path,
    unlock: &Unlock<'_>,
) -> Result<Option<Book>, CommandError> {
    let book = look.restore_into(places, path, unlock, IfThere::KeepAside).map_err(told)?;
    copying.change_plan(book.id(), CopyPlan::note_other_book)?;
    if look.is_over() {
        return Ok(None);
    }
    let opened = match unlock {
        Unlock::Code(code) => book.open_with_code(code),
        Unlock::Phrase(phrase) => book.open_with_phrase(phrase, Argon2Cost::DEFAULT),
    };
    Ok(Some(opened?))
}

/// Says of a look that it was ended, where no book was open that could have been locked.
fn told(fault: VaultError) -> CommandError {
    match fault {
        VaultError::Locked => CommandError::new(
            "look_ended",
            "You were away, so nothing more was done with the safety copy.",
            "Your books are as they were. Choose the copy again.",
        ),
        fault => fault.into(),
    }
}

/// Puts the book back that a safety copy took the place of. It is locked then, whether it was open or not.
pub(crate) async fn undo(app: &AppHandle, desk: &Desk, uid: &str) -> Result<(), CommandError> {
    let id: BookId = uid.parse()?;
    let was_open = desk.close_book();
    let (places, copying) = (desk.places().clone(), desk.copying());
    let undone = off_the_main_thread(move || {
        copying.wait_until_free();
        undo_restore(&places, id)?;
        copying.change_plan(id, CopyPlan::note_other_book)
    })
    .await?;
    if was_open {
        lifecycle::renew_window(app);
    }
    Ok(undone?)
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
    let other_disk = path.parent().is_some_and(|folder| is_on_other_disk(folder, &desk.places().books_dir()));
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
