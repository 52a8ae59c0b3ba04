//! P16: a sheet for the session itself, for a coach who writes by hand: what to recall, and room to write. Hers alone.

use super::actions::{self, Action, Detail};
use super::{filled, finished, heading, lines, section};
use crate::Doc;
use crate::blocks::{Block, Line, ParaStyle, rich_line, words};
use crate::paper::PaperSetup;

/// What the coach wants before her eyes, and nothing the client is given: this sheet stays with her.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SessionSheet {
    /// The client, as named on screen.
    pub client_name: String,
    /// The session's number in the programme.
    pub session_no: Option<u32>,
    /// How many sessions the programme plans.
    pub sessions_planned: Option<u32>,
    /// Day and time, in words.
    pub planned: Option<String>,
    /// How the client is addressed, with pronouns and role.
    pub addressed: Option<String>,
    /// Her own line from last time.
    pub for_next_time: Option<String>,
    /// What was wanted last time, with how it stood.
    pub wanted: Vec<String>,
    /// What became clear last time.
    pub clear: Vec<String>,
    /// Everything still open, of all sessions.
    pub actions: Vec<Action>,
    /// Topics that wait, and those already chosen for today.
    pub topics: Vec<String>,
    /// What was promised between the two and is not done.
    pub promises: Vec<String>,
    /// Who is who.
    pub people: Vec<String>,
    /// Strengths, and what worked before.
    pub works: Vec<String>,
    /// How agreement and consents stand.
    pub standing: Vec<String>,
}

const TITLE: &str = "Session sheet";
/// Title and head stand on every sheet.
const FRAME: usize = 2;

/// The paper as blocks.
pub fn session_sheet(sheet: &SessionSheet, setup: &PaperSetup) -> Doc {
    let mut blocks = vec![Block::Title { text: TITLE.to_owned(), under: None }, Block::KeyValue(head(sheet))];
    if let Some(line) = filled(sheet.for_next_time.as_ref()) {
        blocks.extend(section("For next time", vec![Block::Para(ParaStyle::Lead, rich_line(line))]));
    }
    blocks.extend(section("Last time", named(&[("Wanted", &sheet.wanted), ("Became clear", &sheet.clear)])));
    blocks.extend(section("Open actions", actions::table(&sheet.actions, Detail::Plan, setup)));
    blocks.extend(section("To keep in mind", in_mind(sheet)));
    if blocks.len() > FRAME {
        // The back of the sheet is for writing; at a first meeting there is nothing to turn over for.
        blocks.push(Block::PageBreak);
    }
    blocks.extend(room());
    finished(TITLE, Some(&sheet.client_name), blocks, setup)
}

fn head(sheet: &SessionSheet) -> Vec<(String, Line)> {
    let number = sheet.session_no.map(|no| match sheet.sessions_planned {
        Some(of) => format!("{no} of {of}"),
        None => no.to_string(),
    });
    [
        ("Client", Some(sheet.client_name.clone())),
        ("Session", number),
        ("When", sheet.planned.clone()),
        ("Addressed as", sheet.addressed.clone()),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name.to_owned(), words(filled(value.as_ref())?))))
    .collect()
}

fn in_mind(sheet: &SessionSheet) -> Vec<Block> {
    named(&[
        ("Open topics", &sheet.topics),
        ("Promised", &sheet.promises),
        ("People", &sheet.people),
        ("Works", &sheet.works),
        ("Agreement", &sheet.standing),
    ])
}

/// Lists beside their names, one text a line; what is empty is left out.
fn named(lists: &[(&str, &[String])]) -> Vec<Block> {
    let filled = lists.iter().filter_map(|(name, items)| {
        let mut beside = Line::new();
        for line in lines(items) {
            if !beside.is_empty() {
                beside.extend(words("\n"));
            }
            beside.extend(line);
        }
        (!beside.is_empty()).then(|| ((*name).to_owned(), beside))
    });
    let rows: Vec<(String, Line)> = filled.collect();
    if rows.is_empty() { Vec::new() } else { vec![Block::KeyValue(rows)] }
}

/// Lines to write on, in the order of a session. Each group stays together.
fn room() -> Vec<Block> {
    let lines = |label: &str, lines: u8| Block::WriteLine { label: label.to_owned(), lines };
    vec![
        Block::Keep(vec![
            heading("Today"),
            lines("topic", 1),
            lines("wants from today, and why it matters", 2),
            lines("we will know by", 1),
        ]),
        heading("Notes"),
        lines("key words; ! an insight, > an action, \u{201c} their words", 9),
        Block::Keep(vec![heading("Actions"), lines("what, by when, with whom, who will know", 4)]),
        Block::Keep(vec![heading("For next time"), lines("for you alone", 1)]),
    ]
}
