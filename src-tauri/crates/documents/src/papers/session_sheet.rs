//! P16: a sheet for the session itself, for a coach who writes by hand: what to recall, and room to write. Hers alone.

use super::actions::{self, Action, Detail};
use super::{facts, filled, finished, heading, lines, pairs, section};
use crate::Doc;
use crate::blocks::{Block, Line, ParaStyle, rich_line, words};
use crate::labels::Labels;
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

/// Title and head stand on every sheet.
const FRAME: usize = 2;

/// The paper as blocks.
pub fn session_sheet(sheet: &SessionSheet, setup: &PaperSetup) -> Doc {
    let labels = setup.labels();
    let title = Block::Title { text: labels.sheet_title.to_owned(), under: None };
    let mut blocks = vec![title, head(sheet, labels)];
    if let Some(line) = filled(sheet.for_next_time.as_ref()) {
        blocks.extend(section(labels.for_next_time, vec![Block::Para(ParaStyle::Lead, rich_line(line))]));
    }
    let last = named(&[(labels.wanted, &sheet.wanted), (labels.became_clear_short, &sheet.clear)]);
    blocks.extend(section(labels.last_time, last));
    blocks.extend(section(labels.open_actions, actions::table(&sheet.actions, Detail::Plan, setup)));
    blocks.extend(section(labels.to_keep_in_mind, in_mind(sheet, labels)));
    if blocks.len() > FRAME {
        // The back of the sheet is for writing; at a first meeting there is nothing to turn over for.
        blocks.push(Block::PageBreak);
    }
    blocks.extend(room(labels));
    finished(labels.sheet_title, Some(&sheet.client_name), blocks, setup)
}

fn head(sheet: &SessionSheet, labels: &Labels) -> Block {
    let number = sheet.session_no.map(|no| match sheet.sessions_planned {
        Some(of) => labels.of_count(no, of),
        None => no.to_string(),
    });
    facts([
        (labels.client, Some(sheet.client_name.clone())),
        (labels.session, number),
        (labels.when, sheet.planned.clone()),
        (labels.addressed_as, sheet.addressed.clone()),
    ])
}

fn in_mind(sheet: &SessionSheet, labels: &Labels) -> Vec<Block> {
    named(&[
        (labels.open_topics, &sheet.topics),
        (labels.promised, &sheet.promises),
        (labels.people, &sheet.people),
        (labels.works, &sheet.works),
        (labels.agreement, &sheet.standing),
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
    pairs(rows)
}

/// Lines to write on, in the order of a session. Each group stays together.
fn room(labels: &Labels) -> Vec<Block> {
    let lines = |label: &str, lines: u8| Block::WriteLine { label: label.to_owned(), lines };
    vec![
        Block::Keep(vec![
            heading(labels.today),
            lines(labels.topic_hint, 1),
            lines(labels.wants_hint, 2),
            lines(labels.know_hint, 1),
        ]),
        heading(labels.notes),
        lines(labels.notes_hint, 9),
        Block::Keep(vec![heading(labels.actions), lines(labels.action_hint, 4)]),
        Block::Keep(vec![heading(labels.for_next_time), lines(labels.alone_hint, 1)]),
    ]
}
