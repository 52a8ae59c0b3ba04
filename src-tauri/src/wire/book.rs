//! The book itself: doors, keys, today, the practice.

use coachbook_core::book::{self as core_book, HeadStyle, MarginWidth, PaperSize};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CommandError, bounded, language_tag, said};

/// A book known on this computer.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)] // The names say it.
pub struct BookEntry {
    pub uid: String,
    pub name: String,
    pub sample: bool,
    /// Whether a book is kept that a safety copy took the place of.
    pub has_undo: bool,
    /// Whether this computer's keychain opens it.
    pub keychain: bool,
}

/// Which doors Start shows.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct BookStatus {
    /// `none`, `locked` or `open`.
    pub state: String,
    pub books: Vec<BookEntry>,
    pub open_uid: Option<String>,
    pub sample: bool,
    pub recovery_confirmed: bool,
    pub needs_new_phrase: bool,
    pub zone: String,
    /// How long the lock still rests after wrong phrases.
    pub rest_seconds: u32,
}

/// What a change of the phrase reached besides the book itself.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PhraseChanged {
    /// Safety copies that open with the new phrase now.
    pub reached: usize,
    /// Safety copies that keep an older phrase.
    pub left: Vec<LeftCopy>,
    /// The folder of safety copies, when it cannot be reached now.
    pub away: Option<String>,
}

/// What became of the safety copies when the recovery code was changed.
#[derive(Debug, Clone, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CodeRenewed {
    /// Whether a copy that opens with the new code was made at once.
    pub copied: bool,
    /// Whether one should have been, and could not be made.
    pub not_copied: bool,
    /// Copies in the folder that open with the old code only.
    pub older: usize,
}

/// What there is of a keychain.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct KeychainStanding {
    /// Whether one answers on this computer.
    pub there: bool,
    /// Whether it opens the book.
    pub on: bool,
}

/// A safety copy that keeps an older phrase, and why.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)] // The names say it.
pub struct LeftCopy {
    pub file_name: String,
    pub why: String,
}

/// A ready-made passphrase.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct SuggestedPhrase {
    pub phrase: String,
}

/// What a passphrase is worth.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct PhraseStrength {
    pub strong: bool,
    pub guesses_log10: f64,
    pub advice: String,
}

/// A group of the recovery code, typed back.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct CodeGroup {
    pub group: usize,
    pub text: String,
}

/// Which two groups to type back, 1 to 9.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct RecoveryGroups {
    pub first: usize,
    pub second: usize,
}

/// The answer to two groups typed back.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct RecoveryConfirmed {
    pub confirmed: bool,
}

/// A file that was written, by its name alone.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct SavedFile {
    pub file_name: String,
}

/// Something Today asks the coach to look at.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct NeedsYou {
    pub kind: String,
    pub text: String,
    pub client_id: Option<i64>,
    pub engagement_id: Option<i64>,
    pub session_id: Option<i64>,
}

/// The session being held.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct RunningSession {
    pub session_id: i64,
    pub client_id: i64,
    pub name: String,
}

/// A session in the next days.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct UpcomingSession {
    pub session_id: i64,
    pub client_id: i64,
    pub name: String,
    pub planned_at: String,
    pub number: Option<u32>,
    pub planned: Option<u32>,
}

/// The page called Today.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct Today {
    pub coach_name: String,
    pub needs_you: Vec<NeedsYou>,
    pub running: Option<RunningSession>,
    pub upcoming: Vec<UpcomingSession>,
    /// The first session after those.
    pub later: Option<UpcomingSession>,
    pub open_actions: u32,
    pub sample: bool,
}

/// The coach as named on papers.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Coach {
    pub legal_name: String,
    pub business_name: Option<String>,
    pub address: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub website: Option<String>,
}

impl From<core_book::CoachProfile> for Coach {
    fn from(record: core_book::CoachProfile) -> Self {
        Self {
            legal_name: record.legal_name,
            business_name: record.business_name,
            address: record.address,
            email: record.email,
            phone: record.phone,
            website: record.website,
        }
    }
}

impl TryFrom<Coach> for core_book::CoachProfile {
    type Error = CommandError;

    fn try_from(wire: Coach) -> Result<Self, CommandError> {
        Ok(Self {
            legal_name: bounded(wire.legal_name)?,
            business_name: said(wire.business_name),
            address: said(wire.address),
            email: said(wire.email),
            phone: said(wire.phone),
            website: said(wire.website),
        })
    }
}

/// How papers and locking behave.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Settings {
    pub paper_size: String,
    pub paper_language: String,
    pub idle_lock_minutes: u32,
    pub recovery_confirmed: bool,
    pub stay_out_of_sharing: bool,
    pub text_size: u32,
    pub wrap_up_letters: bool,
    pub own_keys: String,
    pub keep_years: u32,
}

impl From<core_book::BookSettings> for Settings {
    fn from(record: core_book::BookSettings) -> Self {
        Self {
            paper_size: record.paper_size.key().to_owned(),
            paper_language: record.paper_language,
            idle_lock_minutes: record.idle_lock_minutes,
            recovery_confirmed: record.recovery_confirmed,
            stay_out_of_sharing: record.stay_out_of_sharing,
            text_size: record.text_size,
            wrap_up_letters: record.wrap_up_letters,
            own_keys: record.own_keys,
            keep_years: record.keep_years,
        }
    }
}

impl From<Settings> for core_book::BookSettings {
    fn from(wire: Settings) -> Self {
        Self {
            paper_size: PaperSize::from_key(&wire.paper_size).unwrap_or(PaperSize::A4),
            // English for what is no tag: the window offers a list and sends nothing else.
            paper_language: language_tag(&wire.paper_language).unwrap_or_else(|_| "en".to_owned()),
            // An hour at most: a book that never locks is a book left open.
            idle_lock_minutes: wire.idle_lock_minutes.clamp(1, 60),
            recovery_confirmed: wire.recovery_confirmed,
            stay_out_of_sharing: wire.stay_out_of_sharing,
            text_size: wire.text_size.clamp(100, 200),
            wrap_up_letters: wire.wrap_up_letters,
            // Eight acts of some twenty letters; more is nothing the window wrote.
            own_keys: wire.own_keys.chars().take(400).collect(),
            keep_years: wire.keep_years.clamp(1, 30),
        }
    }
}

/// How papers look, as the coach chose it. The colour is written as `#1e5b47`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PaperLook {
    pub head: String,
    pub accent: String,
    pub margins: String,
}

impl From<core_book::PaperLook> for PaperLook {
    fn from(record: core_book::PaperLook) -> Self {
        Self {
            head: record.head.key().to_owned(),
            accent: colour(record.accent),
            margins: record.margins.key().to_owned(),
        }
    }
}

impl TryFrom<PaperLook> for core_book::PaperLook {
    type Error = CommandError;

    fn try_from(wire: PaperLook) -> Result<Self, CommandError> {
        let accent = wire.accent.strip_prefix('#').filter(|digits| digits.len() == 6);
        let accent =
            accent.and_then(|digits| u32::from_str_radix(digits, 16).ok()).ok_or_else(CommandError::malformed)?;
        let [_, red, green, blue] = accent.to_be_bytes();
        Ok(Self {
            head: HeadStyle::from_key(&wire.head)?,
            accent: [red, green, blue],
            margins: MarginWidth::from_key(&wire.margins)?,
        })
    }
}

/// Writes a colour as the window writes it.
pub(crate) fn colour([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// An answer about the practice, kept for the next agreement.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PracticeAnswer {
    pub key: String,
    pub label: String,
    pub value: String,
}

/// The page called Settings.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Practice {
    pub coach: Coach,
    pub settings: Settings,
    pub answers: Vec<PracticeAnswer>,
    /// Whether this system knows the wish to be kept out of screen sharing.
    #[serde(rename = "canStayOut")]
    pub can_stay_out: bool,
    /// Whether this system says when its screen is locked or another user takes over.
    #[serde(rename = "hearsTheSystem")]
    pub hears_the_system: bool,
    /// Whether this computer's keychain opens the book.
    pub keychain: bool,
    pub look: PaperLook,
    /// The colour as it is printed: a pale one is darkened until it can be read.
    #[serde(rename = "printedAccent")]
    pub printed_accent: String,
    #[serde(rename = "hasLogo")]
    pub has_logo: bool,
}

/// What came of choosing a logo: it is kept, or it is a drawing for the window to draw.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ChosenLogo {
    pub practice: Option<Practice>,
    /// The text of an SVG file.
    pub drawing: Option<String>,
}

/// The page called About.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct About {
    pub version: String,
    pub licence: String,
    pub notices: String,
    pub sqlite: String,
    pub sqlcipher: String,
}
