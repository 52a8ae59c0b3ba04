//! How the coach's papers look, and the logo on them.

use coachbook_core::book::{HeadStyle, MarginWidth, PaperLook};

use super::Practice;
use crate::store::{Answer, maybe, required_keyed};

impl Practice<'_> {
    /// Returns how papers look; the defaults before anything was chosen.
    pub fn paper_look(&self) -> Answer<PaperLook> {
        let look = maybe(self.0.read(), include_str!("look.sql"), &[], |row| {
            let [_, red, green, blue] = row.get::<_, u32>("accent")?.to_be_bytes();
            Ok(PaperLook {
                head: required_keyed(row, "head", HeadStyle::from_key)?,
                accent: [red, green, blue],
                margins: required_keyed(row, "margins", MarginWidth::from_key)?,
            })
        })?;
        Ok(look.unwrap_or_default())
    }

    /// Saves how papers look.
    pub fn save_paper_look(&mut self, look: PaperLook) -> Answer<()> {
        let [red, green, blue] = look.accent;
        let accent = u32::from_be_bytes([0, red, green, blue]);
        let (head, margins) = (look.head.key(), look.margins.key());
        self.0.write(|tx| {
            tx.change(include_str!("save_look.sql"), &[(":head", &head), (":accent", &accent), (":margins", &margins)])
        })
    }

    /// Returns the logo, if there is one.
    pub fn logo(&self) -> Answer<Option<Vec<u8>>> {
        maybe(self.0.read(), include_str!("logo.sql"), &[], |row| row.get("picture"))
    }

    /// Keeps a logo in the place of the one before it.
    pub fn save_logo(&mut self, picture: &[u8]) -> Answer<()> {
        self.0.write(|tx| tx.change(include_str!("save_logo.sql"), &[(":picture", &picture)]))
    }

    /// Removes the logo; it can be restored.
    pub fn remove_logo(&mut self) -> Answer<()> {
        self.set_logo_removed(true)
    }

    /// Takes the removal of the logo back.
    pub fn restore_logo(&mut self) -> Answer<()> {
        self.set_logo_removed(false)
    }

    fn set_logo_removed(&mut self, removed: bool) -> Answer<()> {
        self.0.write(|tx| tx.change(include_str!("set_logo_removed.sql"), &[(":removed", &removed)]))
    }
}
