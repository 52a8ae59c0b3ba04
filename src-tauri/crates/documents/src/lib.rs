//! The papers of a coaching practice: a value in, a PDF out.
//!
//! A paper (such as [`papers::SessionSummary`]) becomes a [`Doc`], a list of blocks; [`typeset`] places the blocks
//! on pages and writes a tagged PDF; [`render_svg`] draws the pages of that PDF; [`joined`] puts the pages
//! of another paper behind it; [`locked`] puts a password on it. Nothing here reads the vault, the clock or a file, or
//! writes one.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

mod error;
mod find;
mod fonts;
mod labels;
mod layout;
mod links;
mod paper;
mod pdf;
mod preview;
mod replaced;
mod signs;
mod stationery;
mod wording;

pub mod blocks;
pub mod drawing;
pub mod mask;
pub mod papers;

pub use blocks::Doc;
pub use error::PaperError;
pub use find::{Found, PaperWords, Place};
pub use fonts::Fonts;
pub use labels::{Labels, Language, language, languages};
pub use layout::{LogoFault, check_logo};
pub use paper::{DateStyle, Letterhead, PageSize, PaperSetup};
pub use pdf::{Lock, joined, locked};
pub use preview::{ForeignPage, Sheets, count_pages, draw_foreign_page, measure_sheets, render_svg, render_svg_page};
pub use stationery::{Accent, HeadStyle, Margins, Stationery};

/// A finished paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file. The same paper and setup give the same bytes.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Characters no face could print, in code point order. To be shown before the paper is saved.
    pub missing: Vec<char>,
    /// The id in the footer: eight hex digits over the content.
    pub document_id: String,
    /// The letterhead's logo could not be decoded and was left out.
    pub logo_unreadable: bool,
}

/// Sets a paper and writes it as a PDF. Fails only if a font cannot be cut or the file cannot be put together.
pub fn typeset(doc: &Doc, setup: &PaperSetup, fonts: &mut Fonts) -> Result<Pdf, PaperError> {
    let placed = layout::layout(doc, setup, fonts);
    let properties =
        pdf::Properties { title: &doc.title, author: &doc.author, language: &setup.language, made: setup.generated_on };
    let written = pdf::write(&placed, &properties)?;
    Ok(Pdf {
        bytes: written.bytes,
        pages: placed.pages.len(),
        missing: placed.missing,
        document_id: doc.document_id(),
        logo_unreadable: written.logo_unreadable,
    })
}

/// Every mark of the set paper with its place, as text: what golden tests compare.
pub fn placed_text(doc: &Doc, setup: &PaperSetup, fonts: &mut Fonts) -> String {
    layout::transcript(&layout::layout(doc, setup, fonts))
}
