//! P8: the log of coaching hours. Whoever has not agreed to be listed cannot be printed: the content has no name.

use coachbook_core::hours::{CredentialTarget, HoursContent, HoursRow, Measured, hours};

use super::{begun, filled, finished, section};
use crate::Doc;
use crate::blocks::{Block, Cell, Column, Line, ParaStyle, Row, Width, aside, bold, words};
use crate::paper::PaperSetup;

const TITLE: &str = "Coaching hours log";

/// The paper as blocks.
pub fn hours_log(log: &HoursContent, setup: &PaperSetup) -> Doc {
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

fn table(log: &HoursContent) -> Block {
    let column = |head: &str, width, right| Column { head: head.to_owned(), width, right };
    let with_groups = log.rows.iter().any(|row| row.group_size.is_some());
    let mut columns = vec![column("No.", Width::Points(22), true), column("Client", Width::Share(4), false)];
    columns.push(column("Kind", Width::Points(46), false));
    columns.extend(with_groups.then(|| column("In group", Width::Points(30), true)));
    columns.extend([
        column("Contact", Width::Share(5), false),
        column("Start", Width::Points(52), false),
        column("End", Width::Points(52), false),
        column("Paid hours", Width::Points(38), true),
        column("Pro bono", Width::Points(38), true),
    ]);
    let rows = log.rows.iter().map(|one| row(one, with_groups)).collect();
    Block::Table { columns, rows }
}

fn row(row: &HoursRow, with_groups: bool) -> Row {
    let cell = |line: Line| Cell { lines: vec![line], tick: None };
    let small = |text: String| cell(vec![aside(text)]);
    let kind = if row.group_size.is_some() { "group" } else { "individual" };
    let mut cells = vec![cell(words(row.no.to_string())), cell(words(row.who.clone())), small(kind.to_owned())];
    cells.extend(with_groups.then(|| cell(words(row.group_size.map_or_else(String::new, |size| size.to_string())))));
    // Days stand in their short form: it is a table to be typed from, and the columns are narrow.
    cells.extend([
        small(filled(row.contact.as_ref()).unwrap_or_default().to_owned()),
        small(row.first.to_string()),
        small(row.last.to_string()),
        cell(words(hours(row.paid_minutes))),
        cell(words(hours(row.pro_bono_minutes))),
    ]);
    Row::Cells(cells)
}

fn totals(log: &HoursContent) -> Vec<(String, Line)> {
    let all = log.paid_minutes + log.pro_bono_minutes;
    vec![
        ("Paid hours".to_owned(), words(hours(log.paid_minutes))),
        ("Pro bono hours".to_owned(), words(hours(log.pro_bono_minutes))),
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
