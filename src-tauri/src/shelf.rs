//! Papers being looked at: the very bytes that will be saved and printed, kept while their preview is open.

use std::collections::VecDeque;
use std::sync::{Arc, OnceLock};

use coachbook_documents::{PaperWords, Sheets};

use crate::{papers::Givable, wire::CommandError};

/// How many papers are kept; the oldest goes first. Wrap-up shows one and a coach opens another beside it.
const KEPT: usize = 4;

/// A paper on the shelf.
#[derive(Clone)]
pub(crate) struct ShelvedPaper {
    /// The PDF.
    pub(crate) bytes: Arc<Vec<u8>>,
    /// How many pages it has, and how large they are.
    pub(crate) sheets: Sheets,
    /// Name offered in the save dialog: date and kind, never a client's name.
    pub(crate) suggested_name: String,
    /// Its kind, as `session_summary`.
    pub(crate) kind: String,
    /// Its words, read when something is looked for in it for the first time.
    words: Arc<OnceLock<Option<PaperWords>>>,
    /// What giving it needs; none when it is given to nobody.
    pub(crate) givable: Option<Arc<Givable>>,
}

impl ShelvedPaper {
    /// A finished paper.
    pub(crate) fn new(bytes: Vec<u8>, sheets: Sheets, kind: String, suggested_name: String) -> Self {
        Self { bytes: Arc::new(bytes), sheets, suggested_name, kind, words: Arc::default(), givable: None }
    }

    /// The paper with what giving it needs.
    pub(crate) fn given_as(self, givable: Option<Arc<Givable>>) -> Self {
        Self { givable, ..self }
    }

    /// Returns its words with their places; none of a file that cannot be read.
    pub(crate) fn words(&self) -> Option<&PaperWords> {
        self.words.get_or_init(|| PaperWords::read(&self.bytes).ok()).as_ref()
    }
}

/// The shelf. It is emptied when the book closes.
#[derive(Default)]
pub(crate) struct PaperShelf {
    papers: VecDeque<(u32, ShelvedPaper)>,
    last_token: u32,
}

impl PaperShelf {
    /// Puts a paper on the shelf and returns its token.
    pub(crate) fn put(&mut self, paper: ShelvedPaper) -> u32 {
        self.last_token = self.last_token.wrapping_add(1);
        self.papers.push_back((self.last_token, paper));
        while self.papers.len() > KEPT {
            self.papers.pop_front();
        }
        self.last_token
    }

    /// Returns the paper behind a token.
    ///
    /// # Errors
    /// `preview_gone` when it was taken off the shelf.
    pub(crate) fn get(&self, token: u32) -> Result<ShelvedPaper, CommandError> {
        let found = self.papers.iter().find(|(kept, _)| *kept == token);
        found.map(|(_, paper)| paper.clone()).ok_or_else(|| {
            CommandError::new("preview_gone", "This preview is no longer open.", "Open the preview again.")
        })
    }

    /// Takes every paper off the shelf.
    pub(crate) fn clear(&mut self) {
        self.papers.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paper(name: &str) -> ShelvedPaper {
        let sheets = Sheets { pages: 0, width: 0.0, height: 0.0 };
        ShelvedPaper::new(Vec::new(), sheets, "paper".to_owned(), name.to_owned())
    }

    #[test]
    fn the_oldest_paper_goes_first() {
        let mut shelf = PaperShelf::default();
        let tokens: Vec<u32> = (0..5).map(|n| shelf.put(paper(&n.to_string()))).collect();
        assert!(shelf.get(tokens[0]).is_err(), "the first of five is gone");
        assert_eq!(shelf.get(tokens[4]).unwrap().suggested_name, "4", "the last is there");
    }

    #[test]
    fn a_cleared_shelf_shows_nothing() {
        let mut shelf = PaperShelf::default();
        let token = shelf.put(paper("a"));
        shelf.clear();
        assert_eq!(shelf.get(token).err().unwrap().code, "preview_gone");
    }
}
