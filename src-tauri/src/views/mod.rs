//! What each page of the window needs, gathered from the book and the rules.

mod agreement;
mod clients;
mod course;
mod giving;
mod practice;
mod prep;
mod questions;
mod rows;
mod scans;
mod session;
mod sponsor;
mod templates;

pub(crate) use agreement::{
    FilledSheet, add_clause, english_for, fields_and_sheet, fill_gap, issue, open_sheet, save_clause,
    set_sponsor_signs, sheet, sheet_after, spoken,
};
pub(crate) use clients::{client_page, client_rows, engagement};
pub(crate) use course::session_homes;
pub(crate) use giving::{given_papers, signing_sheet};
pub(crate) use practice::{practice, save_practice, save_practice_answer, today};
pub(crate) use prep::{OpenSince, PrepFacts, prep, prep_facts};
pub(crate) use questions::{PhaseNames, name_phase, phase_names, question_bank, question_uses, settled_question};
pub(crate) use rows::{kept_note, made_row, noted_again, read_words, revisions, row_id, row_made_from_note, save_row};
pub(crate) use scans::{page_picture, pages, scan, scan_bytes, scans, scans_of_client};
pub(crate) use session::{after, held_on, next, on_paper, session_frame, session_view, start, usual_minutes};
pub(crate) use sponsor::{approve_sponsor_report, save_sponsor_report, sponsor_report};
pub(crate) use templates::{
    copy as copy_template, first_clauses, keep as keep_template, language_of, own_words, save as save_template,
    template_sheet, templates,
};
