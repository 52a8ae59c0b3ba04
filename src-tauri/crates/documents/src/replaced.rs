//! A corrected paper says which one it replaces.

use chrono::NaiveDate;

use crate::blocks::{Block, Doc, ParaStyle, words};
use crate::paper::PaperSetup;

impl Doc {
    /// The paper with a line under its title: which earlier one it replaces.
    #[must_use]
    pub fn replacing(mut self, made_on: NaiveDate, document_id: &str, setup: &PaperSetup) -> Self {
        let labels = setup.labels();
        let line = labels.fill(labels.replaces, &[("date", &setup.date(made_on)), ("id", document_id)]);
        let title = self.blocks.iter().position(|block| matches!(block, Block::Title { .. }));
        self.blocks.insert(title.map_or(0, |at| at + 1), Block::Para(ParaStyle::Note, words(line)));
        self
    }
}

impl PaperSetup {
    /// What a paper looks like, apart from its words and its day: the same look gives the same words the same pages.
    pub fn look(&self) -> String {
        let look = format!("{:?} {:?} {}", self.size, self.stationery, self.language);
        blake3::hash(look.as_bytes()).to_hex().chars().take(16).collect()
    }
}
