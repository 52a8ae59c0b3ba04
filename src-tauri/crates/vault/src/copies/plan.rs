//! Where this computer puts safety copies of a book, and how they stand: a small file in the config folder. It says
//! nothing of what is in the book; another computer has another one.

use std::fmt::Write as _;
use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};

use super::make::MadeCopy;
use crate::book::BookPlaces;
use crate::error::VaultError;
use crate::fsio;
use crate::keys::BookId;

/// First line of the file.
const TITLE: &str = "coachbook copies 1";

/// A counter no book has.
const NEVER: i64 = -1;

/// The newest copy that was made and looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastCopy {
    /// Its number.
    pub sequence: u64,
    /// The book's counter at the moment it shows.
    pub revision: i64,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// How long it is, its scans left out.
    pub bytes: u64,
    /// Scans that are damaged in the book and lie whole nowhere beside it.
    pub lost_files: u64,
}

/// Where copies go, and how they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyPlan {
    /// The folder the coach chose.
    pub folder: PathBuf,
    /// Whether she said that another program takes it elsewhere.
    pub synced: bool,
    /// The newest copy in this folder; none before the first.
    pub last: Option<LastCopy>,
    /// Days on which the book was used since then.
    pub days_of_use: u32,
    /// The last of those days.
    pub used_on: NaiveDate,
    /// When the folder was chosen.
    pub chosen_on: NaiveDate,
    /// When the newest copy was last opened to see that it can be.
    pub checked_on: Option<NaiveDate>,
}

impl CopyPlan {
    /// A plan for a folder that was just chosen.
    #[must_use]
    pub fn new(folder: PathBuf, today: NaiveDate) -> Self {
        Self { folder, synced: false, last: None, days_of_use: 1, used_on: today, chosen_on: today, checked_on: None }
    }

    /// Notes that the book is used today. Days are counted, not measured: a clock that leaps costs one.
    pub fn note_use(&mut self, today: NaiveDate) {
        if self.used_on != today {
            self.used_on = today;
            self.days_of_use = self.days_of_use.saturating_add(1);
        }
    }

    /// From when on half a year is counted to the next look into the newest copy.
    #[must_use]
    pub fn checked_or_chosen_on(&self) -> NaiveDate {
        self.checked_on.unwrap_or(self.chosen_on)
    }

    /// Notes a copy that was made.
    pub fn note_made(&mut self, made: &MadeCopy, made_at: DateTime<Utc>) {
        let MadeCopy { sequence, revision, bytes, lost_files, .. } = *made;
        self.last = Some(LastCopy { sequence, revision, made_at, bytes, lost_files });
        self.days_of_use = 0;
    }

    /// Notes that the book is another one than when the newest copy was made: that copy holds not what is there now.
    pub fn note_other_book(&mut self) {
        if let Some(last) = &mut self.last {
            last.revision = NEVER;
        }
    }

    /// Notes that the book gets another recovery code: no copy opens with that.
    pub fn note_other_code(&mut self) {
        self.last = None;
        self.checked_on = None;
    }

    fn to_text(&self) -> Option<String> {
        let folder = self.folder.to_str().filter(|path| !path.contains(['\n', '\r']))?;
        let mut text = format!(
            "{TITLE}\nfolder={folder}\nsynced={}\ndays_of_use={}\nused_on={}\nchosen_on={}\n",
            self.synced, self.days_of_use, self.used_on, self.chosen_on
        );
        // Writing to a string cannot fail.
        if let Some(checked_on) = self.checked_on {
            let _ = writeln!(text, "checked_on={checked_on}");
        }
        if let Some(last) = &self.last {
            let LastCopy { sequence, revision, made_at, bytes, lost_files } = last;
            let _ = writeln!(text, "last={sequence} {revision} {} {bytes} {lost_files}", made_at.timestamp());
        }
        Some(text)
    }

    fn from_text(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next() != Some(TITLE) {
            return None;
        }
        let field = |key: &str| {
            let mut fields = text.lines().filter_map(|line| line.split_once('='));
            fields.find(|(name, _)| *name == key).map(|(_, value)| value)
        };
        Some(Self {
            folder: PathBuf::from(field("folder")?),
            synced: field("synced")? == "true",
            last: field("last").and_then(read_last),
            days_of_use: field("days_of_use")?.parse().ok()?,
            used_on: field("used_on")?.parse().ok()?,
            chosen_on: field("chosen_on")?.parse().ok()?,
            checked_on: field("checked_on").and_then(|day| day.parse().ok()),
        })
    }
}

fn read_last(value: &str) -> Option<LastCopy> {
    let mut parts = value.split(' ');
    Some(LastCopy {
        sequence: parts.next()?.parse().ok()?,
        revision: parts.next()?.parse().ok()?,
        made_at: DateTime::from_timestamp(parts.next()?.parse().ok()?, 0)?,
        bytes: parts.next()?.parse().ok()?,
        lost_files: parts.next()?.parse().ok()?,
    })
}

impl BookPlaces {
    /// Returns where copies of a book go; nothing before a folder was chosen, or when the file makes no sense: then the
    /// coach is asked again.
    #[must_use]
    pub fn copy_plan(&self, book: BookId) -> Option<CopyPlan> {
        let bytes = fsio::read_small(&self.plan_path(book), fsio::MAX_SMALL_FILE).ok()??;
        CopyPlan::from_text(&String::from_utf8(bytes).ok()?)
    }

    /// Keeps where copies of a book go.
    ///
    /// # Errors
    /// [`VaultError::CopiesUnreachable`] for a folder whose name cannot be written down; what the file system said.
    pub fn keep_copy_plan(&self, book: BookId, plan: &CopyPlan) -> Result<(), VaultError> {
        let text = plan.to_text().ok_or(VaultError::CopiesUnreachable)?;
        let path = self.plan_path(book);
        path.parent().map_or(Ok(()), fsio::create_private_dir)?;
        Ok(fsio::replace_file(&path, text.as_bytes())?)
    }

    /// Forgets where copies of a book go. The copies stay where they are.
    ///
    /// # Errors
    /// What the file system said.
    pub fn forget_copy_plan(&self, book: BookId) -> Result<(), VaultError> {
        Ok(fsio::remove_if_there(&self.plan_path(book))?)
    }
}
