//! P12: what a client receives who asks for their data.

use coachbook_core::access::{AccessContent, ClassRow, Given, HeldFile};
use coachbook_core::processing::RecordClass;

use super::{begun, finished, heading, section};
use crate::Doc;
use crate::blocks::{Block, Cell, Column, Line, ParaStyle, Row, Width, aside, rich, rich_line, words};
use crate::labels::Labels;
use crate::paper::PaperSetup;

/// The paper as blocks.
pub fn access_export(data: &AccessContent, setup: &PaperSetup) -> Doc {
    let labels = setup.labels();
    let mut blocks = begun(labels.access_title, Some(labels.access_under.to_owned()), setup);
    blocks.push(Block::KeyValue(vec![
        (labels.given_to.to_owned(), words(data.client.clone())),
        (labels.as_of.to_owned(), words(setup.date(data.as_of))),
        (labels.kept_by.to_owned(), words(setup.letterhead.coach_name.clone())),
    ]));
    blocks.extend(section(labels.what_is_held, classes(&data.classes, labels)));
    blocks.push(heading(labels.your_rights));
    blocks.push(Block::Para(ParaStyle::Body, words(labels.access_rights)));
    blocks.push(heading(labels.other_persons));
    blocks.push(Block::Para(ParaStyle::Body, words(others(data, labels))));
    for class in RecordClass::ALL {
        let rows: Vec<&Given> = data.records.iter().filter(|row| row.class == *class).collect();
        blocks.extend(section(labels.record_class(*class), records(&rows, setup)));
    }
    blocks.extend(section(labels.files, files(&data.files, setup)));
    finished(labels.access_title, Some(&data.client), blocks, setup)
}

fn classes(classes: &[ClassRow], labels: &Labels) -> Vec<Block> {
    if classes.is_empty() {
        return Vec::new();
    }
    let column = |head: &str, width| Column { head: head.to_owned(), width, right: false };
    let columns = vec![
        column(labels.what, Width::Share(4)),
        column(labels.what_for, Width::Share(5)),
        column(labels.lawful_by, Width::Share(4)),
        column(labels.received_by, Width::Share(4)),
        column(labels.kept_for, Width::Share(4)),
    ];
    let rows = classes.iter().map(|row| {
        let cell = |texts: Vec<String>| Cell { lines: texts.iter().map(|text| rich_line(text)).collect(), tick: None };
        let number = labels.counted(labels.records, row.count);
        let what = Cell { lines: vec![words(labels.record_class(row.class)), vec![aside(number)]], tick: None };
        Row::Cells(vec![
            what,
            cell(row.purposes.clone()),
            cell(row.basis.iter().map(|basis| labels.basis_to_client(*basis).to_owned()).collect()),
            cell(row.recipients.clone()),
            cell(row.kept.iter().map(|rule| labels.retention(rule)).collect()),
        ])
    });
    vec![Block::Table { columns, rows: rows.collect() }]
}

fn others(data: &AccessContent, labels: &Labels) -> String {
    let renamed = data.records.iter().filter(|row| row.renamed).count();
    let count = |none: &str, some: &str, n| if n == 0 { none.to_owned() } else { labels.counted(some, n) };
    let left_out = count(labels.none_left_out, labels.some_left_out, data.left_out);
    let renamed = count(labels.none_renamed, labels.some_renamed, renamed);
    labels.fill(labels.other_persons_text, &[("left_out", &left_out), ("renamed", &renamed)])
}

/// Each record whole, with its day and what it is.
fn records(rows: &[&Given], setup: &PaperSetup) -> Vec<Block> {
    let mut blocks = Vec::new();
    for row in rows {
        let day = row.on.map(|day| setup.date(day));
        let private = row.private.then(|| setup.labels().kept_privately.to_owned());
        let renamed = row.renamed.then(|| setup.labels().name_replaced.to_owned());
        let head = [Some(row.title.clone()), day, private, renamed].into_iter().flatten().collect::<Vec<_>>();
        blocks.push(Block::Para(ParaStyle::Label, words(head.join("  \u{b7}  "))));
        blocks.extend(rich(&row.text));
    }
    blocks
}

fn files(files: &[HeldFile], setup: &PaperSetup) -> Vec<Block> {
    if files.is_empty() {
        return Vec::new();
    }
    let labels = setup.labels();
    let column = |head: &str, width, right| Column { head: head.to_owned(), width, right };
    let columns = vec![
        column(labels.file, Width::Share(1), false),
        column(labels.what_it_is, Width::Points(110), false),
        column(labels.added, Width::Points(90), false),
        column(labels.size, Width::Points(60), true),
    ];
    let cell = |line: Line| Cell { lines: vec![line], tick: None };
    let rows = files.iter().map(|file| {
        let added = file.added_on.map_or_else(String::new, |day| setup.date(day));
        let cells = [file.name.clone(), file.kind.clone(), added, size(file.bytes, labels)];
        Row::Cells(cells.into_iter().map(|text| cell(words(text))).collect())
    });
    vec![Block::Table { columns, rows: rows.collect() }]
}

/// In thousands and millions, as file managers count.
fn size(bytes: u64, labels: &Labels) -> String {
    let (label, number) = match bytes {
        0..1_000 => (labels.bytes, bytes.to_string()),
        1_000..1_000_000 => (labels.kilobytes, bytes.div_ceil(1_000).to_string()),
        _ => (labels.megabytes, labels.number(i64::try_from(bytes / 100_000).unwrap_or(i64::MAX), 1)),
    };
    labels.fill(label, &[("n", &number)])
}
