//! The coach, the book's settings, and what the book remembers about the practice.

mod look;

use chrono::{DateTime, Utc};
use coachbook_core::book::{BookSettings, CoachProfile, PaperSize};
use coachbook_core::protection::CopiesKept;

use crate::store::{Answer, Vault, all, maybe, one, required_keyed, required_moment};

/// What can be asked about the practice.
pub struct Practice<'a>(pub(crate) &'a mut Vault);

impl Practice<'_> {
    /// Returns the coach; all empty before anything was written.
    pub fn coach(&self) -> Answer<CoachProfile> {
        let coach = maybe(self.0.read(), include_str!("coach.sql"), &[], |row| {
            Ok(CoachProfile {
                legal_name: row.get("legal_name")?,
                business_name: row.get("business_name")?,
                address: row.get("address")?,
                email: row.get("email")?,
                phone: row.get("phone")?,
                website: row.get("website")?,
            })
        })?;
        Ok(coach.unwrap_or_default())
    }

    /// Saves the coach.
    pub fn save_coach(&mut self, coach: &CoachProfile) -> Answer<()> {
        self.0.write(|tx| {
            tx.change(
                include_str!("save_coach.sql"),
                &[
                    (":legal_name", &coach.legal_name),
                    (":business_name", &coach.business_name),
                    (":address", &coach.address),
                    (":email", &coach.email),
                    (":phone", &coach.phone),
                    (":website", &coach.website),
                ],
            )
        })
    }

    /// Returns the book's settings; the defaults before anything was written.
    pub fn settings(&self) -> Answer<BookSettings> {
        let settings = maybe(self.0.read(), include_str!("settings.sql"), &[], |row| {
            Ok(BookSettings {
                paper_size: required_keyed(row, "paper_size", PaperSize::from_key)?,
                paper_language: row.get("paper_language")?,
                idle_lock_minutes: row.get("idle_lock_minutes")?,
                recovery_confirmed: row.get("recovery_confirmed")?,
                stay_out_of_sharing: row.get("stay_out_of_sharing")?,
                text_size: row.get("text_size")?,
                wrap_up_letters: row.get("wrap_up_letters")?,
                own_keys: row.get("own_keys")?,
                keep_years: row.get("keep_years")?,
            })
        })?;
        Ok(settings.unwrap_or_default())
    }

    /// Saves the book's settings.
    pub fn save_settings(&mut self, settings: &BookSettings) -> Answer<()> {
        self.0.write(|tx| {
            tx.change(
                include_str!("save_settings.sql"),
                &[
                    (":paper_size", &settings.paper_size.key()),
                    (":paper_language", &settings.paper_language),
                    (":idle_lock_minutes", &settings.idle_lock_minutes),
                    (":recovery_confirmed", &settings.recovery_confirmed),
                    (":stay_out_of_sharing", &settings.stay_out_of_sharing),
                    (":text_size", &settings.text_size),
                    (":wrap_up_letters", &settings.wrap_up_letters),
                    (":own_keys", &settings.own_keys),
                    (":keep_years", &settings.keep_years),
                ],
            )
        })
    }

    /// Returns the answers about the practice, reused in the next client's agreement, by key.
    pub fn practice_answers(&self) -> Answer<Vec<(String, String)>> {
        all(self.0.read(), include_str!("answers.sql"), &[], |row| Ok((row.get("key")?, row.get("value")?)))
    }

    /// Saves an answer about the practice.
    pub fn save_practice_answer(&mut self, key: &str, value: &str) -> Answer<()> {
        self.0.write(|tx| tx.change(include_str!("save_answer.sql"), &[(":key", &key), (":value", &value)]))
    }

    /// Notes that a safety copy was written, and whether on another disk than the book.
    pub fn note_safety_copy(&mut self, other_disk: bool) -> Answer<()> {
        self.0.write(|tx| tx.change(include_str!("note_copy.sql"), &[(":other_disk", &other_disk)]))
    }

    /// Notes that the sheet for a colleague was printed.
    pub fn note_continuity_print(&mut self) -> Answer<()> {
        self.0.write(|tx| tx.insert(include_str!("note_continuity.sql"), &[]).map(drop))
    }

    /// Returns when the sheet for a colleague was last printed, and how many clients came, left or changed since then.
    pub fn continuity_print(&self) -> Answer<Option<(DateTime<Utc>, u32)>> {
        maybe(self.0.read(), include_str!("continuity.sql"), &[], |row| {
            Ok((required_moment(row, "created_at")?, row.get("changed")?))
        })
    }

    /// Returns where the safety copies lie that the coach wrote herself.
    pub fn copies_by_hand(&self) -> Answer<CopiesKept> {
        one(self.0.read(), include_str!("copies.sql"), &[], |row| {
            Ok(match (row.get::<_, i64>("written")?, row.get("elsewhere")?) {
                (0, _) => CopiesKept::None,
                (_, false) => CopiesKept::SameDisk,
                (_, true) => CopiesKept::OtherDisk,
            })
        })
    }

    /// Forgets an answer about the practice; the next agreement has the gap again.
    pub fn forget_practice_answer(&mut self, key: &str) -> Answer<()> {
        self.0.write(|tx| tx.run(include_str!("forget_answer.sql"), &[(":key", &key)]).map(drop))
    }
}
