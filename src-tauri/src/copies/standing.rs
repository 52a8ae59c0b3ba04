//! How the safety copies of the open book stand, for Settings and for Today.

use std::path::Path;

use coachbook_core::{
    protection::CopiesKept,
    safety_copies::{CopiesStanding, CopyNeed, is_check_due, need},
};
use coachbook_vault::{Book, BookId, CopyPlan, has_undo, older_copies_in};

use super::working::today;
use crate::{
    state::{Desk, off_the_main_thread},
    wire::{
        CommandError,
        copies::{CopyRunning, NewestCopy, SafetyCopies},
        day, moment,
    },
};

/// What can be seen without asking the book.
pub(crate) struct Standing {
    plan: Option<CopyPlan>,
    reachable: bool,
    other_disk: bool,
}

impl Standing {
    /// Looks at the folder, which may be a slow one.
    pub(crate) async fn of(desk: &Desk, book: BookId) -> Result<Self, CommandError> {
        let (copying, books) = (desk.copying(), desk.places().books_dir());
        off_the_main_thread(move || {
            let plan = copying.plan(book);
            let folder = plan.as_ref().map(|plan| plan.folder.clone());
            Self {
                plan,
                reachable: folder.as_ref().is_some_and(|folder| folder.is_dir()),
                other_disk: folder.is_some_and(|folder| is_on_other_disk(&folder, &books)),
            }
        })
        .await
    }

    /// Whether a copy of the book lies somewhere else than on this laptop.
    pub(crate) fn is_elsewhere(&self) -> bool {
        // A disk that is not plugged in is another one.
        let synced = self.plan.as_ref().is_some_and(|plan| plan.synced);
        let made = self.plan.as_ref().is_some_and(|plan| plan.last.is_some());
        made && (synced || self.other_disk || !self.reachable)
    }

    /// Returns what Today says, if anything.
    pub(crate) fn need(&self) -> Option<CopyNeed> {
        let plan = self.plan.as_ref()?;
        let standing = CopiesStanding {
            reachable: self.reachable,
            made: plan.last.is_some(),
            days_of_use: plan.days_of_use,
            checked_on: plan.checked_or_chosen_on(),
        };
        need(standing, today())
    }
}

/// Returns the part of Settings about safety copies.
pub(crate) async fn safety_copies(desk: &Desk) -> Result<SafetyCopies, CommandError> {
    let (book, mark, revision) =
        desk.with(|vault| Ok((vault.book().id(), vault.book().code_mark(), vault.last_rev()?))).await?;
    let standing = Standing::of(desk, book).await?;
    let folder = standing.plan.as_ref().map(|plan| plan.folder.clone());
    let older = off_the_main_thread(move || folder.and_then(|folder| older_copies_in(&folder, mark).ok())).await?;
    let copying = desk.copying();
    let (done, total) = copying.progress();
    let last = standing.plan.as_ref().and_then(|plan| plan.last);
    Ok(SafetyCopies {
        folder: standing.plan.as_ref().map(|plan| plan.folder.display().to_string()),
        reachable: standing.reachable,
        synced: standing.plan.as_ref().is_some_and(|plan| plan.synced),
        same_disk: standing.reachable && !standing.other_disk,
        newest: last.map(|last| NewestCopy {
            made_at: moment(last.made_at),
            sequence: last.sequence,
            bytes: last.bytes,
            lost_scans: last.lost_files,
            is_current: u64::try_from(last.revision) == Ok(revision),
        }),
        running: copying.is_busy().then_some(CopyRunning { done, total }),
        problem: copying.failed().map(CommandError::from),
        checked_on: standing.plan.as_ref().and_then(|plan| plan.checked_on).map(day),
        check_due: standing
            .plan
            .as_ref()
            .is_some_and(|plan| plan.last.is_some() && is_check_due(plan.checked_or_chosen_on(), today())),
        older: older.map_or(0, |older| older.len()),
        has_undo: has_undo(desk.places(), book)?,
    })
}

/// Returns where copies of a book are kept: those made by themselves, and `by_hand` those the coach wrote.
pub(crate) fn kept(book: &Book, by_hand: CopiesKept) -> CopiesKept {
    let Some(plan) = book.places().copy_plan(book.id()).filter(|plan| plan.last.is_some()) else { return by_hand };
    // A disk that is not plugged in is another one.
    let other_disk = !plan.folder.is_dir() || is_on_other_disk(&plan.folder, &book.places().books_dir());
    match (other_disk, plan.synced) {
        (true, _) => CopiesKept::OtherDisk,
        (false, true) => CopiesKept::Synced,
        (false, false) => by_hand.max(CopiesKept::SameDisk),
    }
}

/// Whether a folder would outlive the disk the books are on. Where the system does not say, it would not.
#[cfg(unix)]
pub(super) fn is_on_other_disk(folder: &Path, books: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let disk = |path: &Path| std::fs::metadata(path).ok().map(|found| found.dev());
    match (disk(folder), disk(books)) {
        (Some(copy), Some(book)) => copy != book,
        _ => false,
    }
}

/// Whether a folder would outlive the disk the books are on: drives are told apart by their letter.
#[cfg(not(unix))]
pub(super) fn is_on_other_disk(folder: &Path, books: &Path) -> bool {
    let drive = |path: &Path| path.components().next().map(|part| part.as_os_str().to_ascii_lowercase());
    drive(folder) != drive(books)
}
