//! What each page of the window needs, gathered from the book and the rules.

mod agreement;
mod clients;
mod practice;
mod rows;
mod session;

pub(crate) use agreement::{
    FilledSheet, add_clause, fields_and_sheet, fill_gap, issue, open_sheet, save_clause, sheet, sheet_after,
};
pub(crate) use clients::{client_page, client_rows, engagement};
pub(crate) use practice::{practice, save_practice, today};
pub(crate) use rows::{kept_note, made_row, read_words, row_id, row_made_from_note, save_row};
pub(crate) use session::{after, held_on, next, session_frame, session_view, start, usual_minutes};
