//! The recovery sheet: one page that opens the book when the passphrase is lost.

use super::{begun, finished, heading, list};
use crate::Doc;
use crate::blocks::{Block, Cell, Column, ParaStyle, Row, Width, bold, words};
use crate::paper::PaperSetup;

/// The code of one book, to be printed and kept away from the laptop.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct RecoverySheet {
    /// The name the coach gave the book.
    pub book_name: String,
    /// The book's identity, to tell two sheets apart.
    pub book_id: String,
    /// The groups of the code in order.
    pub code_groups: Vec<String>,
}

const TITLE: &str = "Recovery sheet";

/// The paper as blocks.
pub fn recovery_sheet(sheet: &RecoverySheet, setup: &PaperSetup) -> Doc {
    let setup = &setup.in_english();
    let lead = "This sheet opens your book when the passphrase is lost. Whoever holds it together with your laptop or \
                a safety copy can read everything in it.";
    let mut blocks = begun(TITLE, Some(sheet.book_name.clone()), setup);
    blocks.extend([
        Block::Para(ParaStyle::Lead, words(lead)),
        heading("The code"),
        code_table(&sheet.code_groups),
        Block::Para(ParaStyle::Note, words("Nine groups. 0 is the digit; the letters I, L, O and U are never used.")),
        heading("How to use it"),
        list(&steps()),
        heading("Where to keep it"),
        list(&places()),
        Block::KeyValue(vec![("Book".to_owned(), words(sheet.book_id.clone()))]),
        Block::WriteLine { label: "printed on, and where this sheet is kept".to_owned(), lines: 2 },
    ]);
    finished(TITLE, Some(&sheet.book_name), blocks, setup)
}

/// Three groups a row, each under its number, so that two of them can be found and typed back.
fn code_table(groups: &[String]) -> Block {
    let column = || Column { head: String::new(), width: Width::Share(1), right: false };
    let cells: Vec<Cell> = groups
        .iter()
        .zip(1_u32..)
        .map(|(group, number)| {
            let line = vec![crate::blocks::muted(format!("{number}   ")), bold(group)];
            Cell { lines: vec![line], tick: None }
        })
        .collect();
    let rows = cells.chunks(3).map(|row| Row::Cells(row.to_vec())).collect();
    Block::Table { columns: vec![column(), column(), column()], rows }
}

fn steps() -> Vec<String> {
    [
        "Start Coachbook and choose **Use the code on my recovery sheet**.",
        "Type the nine groups. Capital letters, spaces and dashes make no difference.",
        "Choose a new passphrase. The code on this sheet stays the same.",
    ]
    .map(str::to_owned)
    .to_vec()
}

fn places() -> Vec<String> {
    [
        "Away from the laptop: a drawer at home, a safe, with someone you trust.",
        "Not as a photograph, and not in an e-mail or a synced folder.",
        "If this sheet may have been seen by others, make a new code.",
    ]
    .map(str::to_owned)
    .to_vec()
}
