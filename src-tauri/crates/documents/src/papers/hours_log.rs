//! P8: the log of coaching hours. Whoever has not agreed to be listed cannot be printed: the content has no name.

use coachbook_core::hours::{CredentialTarget, HoursContent, HoursRow, Measured, hours};

use super::{begun, filled, finished, section};
use crate::Doc;
use crate::blocks::{Block, Cell, Column, Line, ParaStyle, Row, Width, aside, bold, words};
use crate::paper::PaperSetup;

const TITLE: &str = "Coaching hours log";

/// The paper as blocks.
pub fn hours_log(log: &HoursContent, setup: &PaperSetup) -> Doc {
    let setup = &setup.in_english();
    let mut blocks = begun(TITLE, None, setup);
    blocks.push(Block::KeyValue(head(log, setup)));
    if !log.rows.is_empty() {
        blocks.push(table(log));
        blocks.push(Block::Keep(vec![Block::KeyValue(totals(log))]));
    }
    if let Some((target, measured)) = &log.progress {
        blocks.extend(section(&format!("Toward {}", target.name), progress(target, measured, setup)));
    }
    blocks.extend(notes(log));
    finished(TITLE, None, blocks, setup)
}

fn head(log: &HoursContent, setup: &PaperSetup) -> Vec<(String, Line)> {
    let until = setup.date(log.until);
    let period = match log.from {
        Some(from) => format!("{} to {until}", setup.date(from)),
        None => format!("up to {until}"),
    };
    let mut counted = vec!["coaching sessions that were held".to_owned()];
    counted.extend(log.training_began.map(|day| format!("from {}, when training began", setup.date(day))));
    counted.push(format!("groups of up to {}", log.group_max));
    [("Coach", setup.letterhead.coach_name.clone()), ("Period", period), ("Counted", counted.join("; "))]
        .map(|(name, value)| (name.to_owned(), words(value)))
        .to_vec()
}

/// Nine facts in seven columns: the contact stands under the name, the number in a group under its kind.
fn table(log: &HoursContent) -> Block {
    let column = |head: &str, width, right| Column { head: head.to_owned(), width, right };
    let columns = vec![
        column("No.", Width::Points(20), true),
        column("Client, contact", Width::Share(1), false),
        column("Kind, number", Width::Points(48), false),
        column("Start", Width::Points(50), false),
        column("End", Width::Points(50), false),
        column("Paid hours", Width::Points(36), true),
        column("Pro bono hours", Width::Points(42), true),
    ];
    let rows = log.rows.iter().map(row).chain(std::iter::once(foot(log))).collect();
    Block::Table { columns, rows }
}

fn foot(log: &HoursContent) -> Row {
    let cell = |text: String| Cell { lines: vec![vec![bold(text)]], tick: None };
    let mut cells = vec![Cell::default(), cell("Total".to_owned())];
    cells.resize(5, Cell::default());
    cells.extend([cell(hours(log.paid_minutes)), cell(hours(log.pro_bono_minutes))]);
    Row::Cells(cells)
}

fn row(row: &HoursRow) -> Row {
    let cell = |line: Line| Cell { lines: vec![line], tick: None };
    let mut who = vec![words(row.who.clone())];
    who.extend(filled(row.contact.as_ref()).map(|contact| vec![aside(contact)]));
    let kind = match row.group_size {
        Some(size) => vec![words("group"), vec![aside(format!("of {size}"))]],
        None => vec![words("individual")],
    };
    // Days stand in their short form: it is a table to be typed from, and the columns are narrow.
    let day = |day: chrono::NaiveDate| cell(words(day.to_string()));
    Row::Cells(vec![
        cell(words(row.no.to_string())),
        Cell { lines: who, tick: None },
        Cell { lines: kind, tick: None },
        day(row.first),
        day(row.last),
        cell(words(hours(row.paid_minutes))),
        cell(words(hours(row.pro_bono_minutes))),
    ])
}

fn totals(log: &HoursContent) -> Vec<(String, Line)> {
    let all = log.paid_minutes + log.pro_bono_minutes;
    vec![
        ("All hours".to_owned(), vec![bold(hours(all))]),
        ("Clients counted".to_owned(), words(log.clients.to_string())),
    ]
}

fn progress(target: &CredentialTarget, measured: &[Measured], setup: &PaperSetup) -> Vec<Block> {
    let rows = measured.iter().map(|one| {
        let reached = if one.is_hours { hours(one.reached) } else { one.reached.to_string() };
        (one.what.clone(), words(format!("{reached} of {}", one.asked)))
    });
    let source = filled(target.source.as_ref()).map_or_else(String::new, |source| format!(", at {source}"));
    let checked = format!("These numbers were checked on {}{source}.", setup.date(target.checked_on));
    vec![Block::KeyValue(rows.collect()), Block::Para(ParaStyle::Note, words(checked))]
}

fn notes(log: &HoursContent) -> Vec<Block> {
    let count = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        more => Some(format!("{more} {many}")),
    };
    let left_off = count(
        log.left_off,
        "client has not agreed to be listed and is left off; these hours are not in the sums.",
        "clients have not agreed to be listed and are left off; their hours are not in the sums.",
    );
    let too_large = count(log.too_large, "group is too large to be counted.", "groups are too large to be counted.");
    let notes = left_off.into_iter().chain(too_large);
    notes.map(|note| Block::Para(ParaStyle::Note, words(note))).collect()
}
