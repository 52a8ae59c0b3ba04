//! Sizes, leadings and distances of the papers, in points. One place, so that they stay in step.

use super::hyphens::Parting;
use crate::blocks::{Ink, ParaStyle};

/// How a paragraph is set: sizes in points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    pub(crate) size: f32,
    pub(crate) leading: f32,
    pub(crate) ink: Ink,
    pub(crate) bold: bool,
    pub(crate) side: Side,
    pub(crate) parting: Parting,
}

/// Which edge lines stand at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Side {
    /// Where reading begins: right for Arabic and Hebrew.
    Start,
    /// Where the paper's language begins, whatever the words are written in: in a column of a table a name in Arabic
    /// must not jump to the other edge.
    Near,
    /// The edge across.
    Far,
}

impl Look {
    pub(crate) const fn new(size: f32, leading: f32) -> Self {
        Self { size, leading, ink: Ink::Text, bold: false, side: Side::Start, parting: Parting::Never }
    }

    pub(crate) const fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    pub(crate) const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(crate) const fn side(self, side: Side) -> Self {
        Self { side, ..self }
    }

    pub(crate) const fn parting(self, parting: Parting) -> Self {
        Self { parting, ..self }
    }
}

pub(crate) const BODY: Look = Look::new(10.0, 15.0).parting(Parting::Ragged);
pub(crate) const TITLE: Look = Look::new(21.0, 27.0).ink(Ink::Accent).bold().side(Side::Near);
pub(crate) const UNDER_TITLE: Look = Look::new(10.5, 15.0).ink(Ink::Muted).side(Side::Near);
pub(crate) const SECTION: Look = Look::new(12.0, 17.0).ink(Ink::Accent).bold().side(Side::Near);
pub(crate) const SUBSECTION: Look = Look::new(10.0, 15.0).bold().side(Side::Near);
pub(crate) const LABEL: Look = Look::new(8.0, 11.0).ink(Ink::Muted).side(Side::Near);
pub(crate) const CELL: Look = Look::new(9.0, 13.0).side(Side::Near).parting(Parting::Ragged);
/// Leading of the small words under a cell's main words.
pub(crate) const SMALL_LEADING: f32 = 10.5;
pub(crate) const CELL_HEAD: Look =
    Look::new(8.0, 11.0).ink(Ink::Accent).bold().side(Side::Near).parting(Parting::TooWide);
pub(crate) const BAND: Look = Look::new(9.0, 13.0).ink(Ink::Accent).bold().side(Side::Near);
pub(crate) const COACH: Look = Look::new(12.5, 17.0).bold().side(Side::Near);
pub(crate) const PRACTICE: Look = Look::new(9.0, 13.0).ink(Ink::Muted).side(Side::Near);
pub(crate) const CONTACT: Look = Look::new(8.0, 11.5).ink(Ink::Muted).side(Side::Far);
pub(crate) const COACH_CENTRED: Look = Look::new(14.0, 20.0).bold().side(Side::Near);
/// An entry of a letterhead's line, and the name that begins it.
pub(crate) const ENTRY: Look = Look::new(8.0, 12.5).ink(Ink::Muted).side(Side::Near);
pub(crate) const ENTRY_NAME: Look = Look::new(8.0, 12.5).bold().side(Side::Near);
pub(crate) const RUNNING: Look = Look::new(8.0, 11.0).ink(Ink::Muted).side(Side::Near);
pub(crate) const RUNNING_END: Look = Look::new(8.0, 11.0).ink(Ink::Muted).side(Side::Far);

/// Where a heading's number begins, left of the text.
pub(crate) const NUMBER_HANG: f32 = 24.0;
/// Where a list's text begins.
pub(crate) const LIST_INDENT: f32 = 15.0;
/// White between the columns of a table.
pub(crate) const COLUMN_GAP: f32 = 11.0;
/// White above and below the words of a row.
pub(crate) const ROW_PADDING: f32 = 4.5;

/// How paragraphs of a style are set, and the space above them.
pub(crate) fn of_paragraph(style: ParaStyle) -> (Look, f32) {
    match style {
        ParaStyle::Body => (BODY, 5.0),
        ParaStyle::Lead => (Look::new(12.0, 18.0).parting(Parting::Ragged), 4.0),
        ParaStyle::Note => (Look::new(8.5, 12.5).ink(Ink::Muted).parting(Parting::Ragged), 4.0),
        ParaStyle::Label => (Look::new(8.5, 12.0).ink(Ink::Accent).bold().side(Side::Near), 9.0),
        ParaStyle::Copy => (Look::new(8.5, 13.0), 0.0),
    }
}
