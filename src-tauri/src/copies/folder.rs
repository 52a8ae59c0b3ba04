//! The folder safety copies go to: chosen, copied into, looked into, left.

use coachbook_vault::{
    BookId, CopyPlan, Passphrase, RecoveryCode, Unlock, VaultError, forget_older_copies, newest_copy_in,
    set_damaged_scans_aside,
};
use tauri::AppHandle;

use super::working::today;
use crate::{
    dialogs,
    state::{Desk, off_the_main_thread},
    wire::{CommandError, copies::CopyContents},
};

/// Asks for a folder and makes the first copy in it. A folder that takes no copy is not kept.
pub(crate) async fn choose(app: AppHandle, desk: &Desk) -> Result<(), CommandError> {
    let book = own_book(desk).await?;
    let folder = dialogs::which_folder(app).await?;
    let books = desk.places().books_dir();
    let inside = move |folder: &std::path::Path| {
        let (folder, books) = (folder.canonicalize(), books.canonicalize());
        // The folder above holds the book's other files.
        books
            .is_ok_and(|books| books.parent().is_some_and(|above| folder.is_ok_and(|folder| folder.starts_with(above))))
    };
    if inside(&folder) {
        return Err(CommandError::new(
            "copies_in_book",
            "That folder is where your book itself is kept.",
            "Choose one on a stick, on another disk, or one that another program takes elsewhere.",
        ));
    }
    let copying = desk.copying();
    let before = copying.plan(book);
    copying.set_plan(book, Some(&CopyPlan::new(folder, today())))?;
    let made = now(desk).await;
    if made.is_err() {
        copying.set_plan(book, before.as_ref())?;
    }
    made
}

/// Makes a copy of the open book now, and answers when it was looked at.
pub(crate) async fn now(desk: &Desk) -> Result<(), CommandError> {
    let book = own_book(desk).await?;
    let snapshot = desk.with(|vault| Ok(vault.book().order_copy()?.from_open(vault.book())?)).await?;
    let copying = desk.copying();
    off_the_main_thread(move || copying.write_counted(book, snapshot)).await??;
    Ok(())
}

/// Makes a copy before something risky, where copies are made and the book changed since the newest one. What comes then
/// is safe by itself, so a copy that cannot be made does not hold it up; Settings says why it was not.
pub(crate) async fn before_a_risk(desk: &Desk) {
    let copying = desk.copying();
    let taken = desk
        .with(move |vault| {
            let book = vault.book();
            let there = copying.plan(book.id()).is_some_and(|plan| plan.folder.is_dir());
            let order = if there { copying.order(vault) } else { None };
            Ok(order.map(|order| order.from_open(book)).transpose()?.map(|snapshot| (book.id(), snapshot)))
        })
        .await;
    if let Ok(Some((book, snapshot))) = taken {
        let copying = desk.copying();
        let _ = off_the_main_thread(move || copying.write_counted(book, snapshot)).await;
    }
}

/// Deletes the copies that open with an earlier recovery code only.
pub(crate) async fn forget_older(desk: &Desk) -> Result<(), CommandError> {
    let copying = desk.copying();
    desk.with(move |vault| {
        let plan = copying.plan(vault.book().id()).ok_or(VaultError::NotFound)?;
        forget_older_copies(vault.book(), &plan.folder)?;
        Ok(())
    })
    .await
}

/// Opens the newest copy out of sight, with what the coach typed, and says what is in it. No book is touched. It ends when
/// the book locks.
pub(crate) async fn check(desk: &Desk, secret: String) -> Result<CopyContents, CommandError> {
    // Taken first: a lock that comes before the book is asked for would else not be noticed.
    let look = desk.look();
    let book = open_book(desk).await?;
    let (copying, places) = (desk.copying(), desk.places().clone());
    let copy = off_the_main_thread(move || {
        let plan = copying.plan(book).ok_or(VaultError::NotFound)?;
        let path = newest_copy_in(&plan.folder, book)?;
        let copy = with_key(&secret, |unlock| look.check(&places, &path, unlock))?;
        set_damaged_scans_aside(&path, &copy)?;
        copying.change_plan(book, |plan| plan.checked_on = Some(today()))?;
        Ok::<_, VaultError>(copy)
    })
    .await??;
    if copy.missing_files > 0 {
        // What is whole in the book is brought again. If that fails, Settings says why.
        let _ = now(desk).await;
    }
    Ok(CopyContents::of(&copy, true))
}

/// Hands over what opens a copy: a code is told from a phrase by its form, since its check group fits, which no phrase
/// does by chance.
pub(super) fn with_key<R>(secret: &str, work: impl FnOnce(&Unlock<'_>) -> R) -> R {
    match RecoveryCode::parse(secret) {
        Ok(code) => work(&Unlock::Code(&code)),
        Err(_) => work(&Unlock::Phrase(&Passphrase::new(secret))),
    }
}

/// Returns the book that is open, unless it is the sample.
async fn own_book(desk: &Desk) -> Result<BookId, CommandError> {
    desk.with(|vault| match vault.book().is_sample() {
        false => Ok(vault.book().id()),
        true => Err(CommandError::new(
            "sample_not_copied",
            "The sample needs no safety copies.",
            "Start your own book; copies of that one are worth keeping.",
        )),
    })
    .await
}

/// Returns the book that is open.
pub(crate) async fn open_book(desk: &Desk) -> Result<BookId, CommandError> {
    desk.with(|vault| Ok(vault.book().id())).await
}
