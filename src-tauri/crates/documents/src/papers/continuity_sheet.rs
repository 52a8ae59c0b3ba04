//! The continuity sheet: for a colleague, in a sealed envelope, for the day the coach can no longer tell her clients.

use coachbook_core::continuity::{ContinuityRow, ContinuitySheet};

use super::{begun, filled, finished, heading};
use crate::Doc;
use crate::blocks::{Block, Cell, Column, Line, ParaStyle, Row, Width, rich, words, words_or_gap};
use crate::paper::PaperSetup;

const TITLE: &str = "Continuity sheet";
const WHEN: &str = "Open this only if I can no longer work and cannot tell my clients myself: after my death, or an \
                    illness or accident that keeps me from it.";
const TASKS: &str = "1. Call or write to everyone on the list, those expected first at the top. Say that sessions do not \
                     take place, and no more of the reason than I would.\n\
                     2. Offer names of colleagues. Take nobody over before she has asked you to.\n\
                     3. Leave my book closed. You need nothing in it for this, and what stands in it was said to me.\n\
                     4. Then destroy this sheet, and write down for my family on which day you did.";
const WHAT: &str = "The list holds names, ways to reach them and the next dates, and nothing of what they come for. \
                    That they are coached is itself confidential.";

/// The paper as blocks: a first page for the outside, the list behind it.
pub fn continuity_sheet(sheet: &ContinuitySheet, setup: &PaperSetup) -> Doc {
    let setup = &setup.in_english();
    let mut blocks = begun(TITLE, Some("To be kept sealed".to_owned()), setup);
    blocks.push(Block::KeyValue(vec![
        ("For".to_owned(), words_or_gap(sheet.colleague.as_deref(), "name of the colleague")),
        ("From".to_owned(), words(setup.letterhead.coach_name.clone())),
        ("List as of".to_owned(), words(setup.date(sheet.as_of))),
    ]));
    blocks.push(Block::Para(ParaStyle::Lead, words(WHEN)));
    blocks.push(heading("What to do"));
    blocks.extend(rich(TASKS));
    blocks.push(Block::Para(ParaStyle::Note, words(WHAT)));
    blocks.push(Block::Keep(vec![
        heading("Seal"),
        Block::WriteLine { label: "sealed on, and signature across the edge of the envelope".to_owned(), lines: 1 },
        Block::WriteLine { label: "opened on, by, and why".to_owned(), lines: 2 },
    ]));
    blocks.push(Block::PageBreak);
    blocks.push(heading("Clients to be told"));
    blocks.push(list(sheet, setup));
    finished(TITLE, None, blocks, setup)
}

fn list(sheet: &ContinuitySheet, setup: &PaperSetup) -> Block {
    if sheet.rows.is_empty() {
        return Block::Para(ParaStyle::Body, words("Nobody is being coached on this day."));
    }
    let column = |head: &str, width| Column { head: head.to_owned(), width, right: false };
    let columns = vec![
        column("Name", Width::Share(4)),
        column("Reached by", Width::Share(5)),
        column("Next session", Width::Points(92)),
        column("Told", Width::Points(26)),
    ];
    Block::Table { columns, rows: sheet.rows.iter().map(|one| row(one, setup)).collect() }
}

fn row(one: &ContinuityRow, setup: &PaperSetup) -> Row {
    let next: Vec<Line> = match one.next {
        Some(at) => vec![words(setup.date(at.date())), words(at.format("%H:%M").to_string())],
        None => vec![words("no date")],
    };
    let reach = one.reach.iter().filter_map(|way| filled(Some(way))).map(words).collect();
    let cell = |lines: Vec<Line>| Cell { lines, tick: None };
    let told = Cell { lines: Vec::new(), tick: Some(false) };
    Row::Cells(vec![cell(vec![words(one.name.clone())]), cell(reach), cell(next), told])
}
