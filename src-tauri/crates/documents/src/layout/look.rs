//! Sizes, leadings and distances of the papers, in points. One place, so that they stay in step.

use super::hyphens::Parting;
use super::shape::{Look, Side};
use crate::blocks::{Ink, ParaStyle};

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
        ParaStyle::Label => (Look::new(8.5, 12.0).ink(Ink::Accent).bold(), 9.0),
        ParaStyle::Copy => (Look::new(8.5, 13.0), 0.0),
    }
}
