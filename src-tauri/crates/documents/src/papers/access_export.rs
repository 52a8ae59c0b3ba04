//! P12: what a client receives who asks for their data.

use coachbook_core::access::{AccessContent, ClassRow, Given, HeldFile};
use coachbook_core::processing::RecordClass;

use super::{begun, finished, heading, section};
use crate::Doc;
use crate::blocks::{Block, Cell, Column, Line, ParaStyle, Row, Width, aside, rich, rich_line, words};
use crate::paper::PaperSetup;

const TITLE: &str = "Your data";
const RIGHTS: &str = "You may have what is wrong put right, have your data deleted or their use stopped as far as no \
                      law and no legal claim stands against it, object to a use that rests on the coach\u{2019}s own \
                      interest, and take back any consent. You may complain to the data protection authority. What \
                      you gave yourself comes with this paper as a file that machines can read.";

/// The paper as blocks.
pub fn access_export(data: &AccessContent, setup: &PaperSetup) -> Doc {
    let mut blocks = begun(TITLE, Some("Everything that is kept about you".to_owned()), setup);
    blocks.push(Block::KeyValue(vec![
        ("For".to_owned(), words(data.client.clone())),
        ("As of".to_owned(), words(setup.date(data.as_of))),
        ("Kept by".to_owned(), words(setup.letterhead.coach_name.clone())),
    ]));
    blocks.extend(section("What is held, and why", classes(&data.classes)));
    blocks.push(heading("Your rights"));
    blocks.push(Block::Para(ParaStyle::Body, words(RIGHTS)));
    blocks.push(heading("Other persons"));
    blocks.push(Block::Para(ParaStyle::Body, words(others(data))));
    for class in RecordClass::ALL {
        let rows: Vec<&Given> = data.records.iter().filter(|row| row.class == *class).collect();
        blocks.extend(section(class.words(), records(&rows, setup)));
    }
    blocks.extend(section("Files", files(&data.files, setup)));
    finished(TITLE, Some(&data.client), blocks, setup)
}

fn classes(classes: &[ClassRow]) -> Vec<Block> {
    if classes.is_empty() {
        return Vec::new();
    }
    let column = |head: &str, width| Column { head: head.to_owned(), width, right: false };
    let columns = vec![
        column("What", Width::Share(4)),
        column("What for", Width::Share(5)),
        column("Lawful by", Width::Share(4)),
        column("Received by", Width::Share(4)),
        column("Kept for", Width::Share(4)),
    ];
    let rows = classes.iter().map(|row| {
        let cell = |texts: Vec<String>| Cell { lines: texts.iter().map(|text| rich_line(text)).collect(), tick: None };
        let number = if row.count == 1 { "1 record".to_owned() } else { format!("{} records", row.count) };
        let what = Cell { lines: vec![words(row.class.words()), vec![aside(number)]], tick: None };
        Row::Cells(vec![
            what,
            cell(row.purposes.clone()),
            cell(row.basis.iter().map(|basis| basis.words().to_owned()).collect()),
            cell(row.recipients.clone()),
            cell(row.kept.clone().into_iter().collect()),
        ])
    });
    vec![Block::Table { columns, rows: rows.collect() }]
}

fn others(data: &AccessContent) -> String {
    let renamed = data.records.iter().filter(|row| row.renamed).count();
    let left_out = match data.left_out {
        0 => "No record was left out".to_owned(),
        1 => "1 record was left out".to_owned(),
        more => format!("{more} records were left out"),
    };
    let changed = match renamed {
        0 => "no name was replaced".to_owned(),
        1 => "in 1 record a name was replaced".to_owned(),
        more => format!("in {more} records a name was replaced"),
    };
    format!("Records that name somebody else were looked at one by one. {left_out} for their sake; {changed}.")
}

/// Each record whole, with its day and what it is.
fn records(rows: &[&Given], setup: &PaperSetup) -> Vec<Block> {
    let mut blocks = Vec::new();
    for row in rows {
        let day = row.on.map(|day| setup.date(day));
        let private = row.private.then(|| "kept by the coach for herself".to_owned());
        let renamed = row.renamed.then(|| "a name was replaced".to_owned());
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
    let column = |head: &str, width, right| Column { head: head.to_owned(), width, right };
    let columns = vec![
        column("File", Width::Share(1), false),
        column("What it is", Width::Points(110), false),
        column("Added", Width::Points(90), false),
        column("Size", Width::Points(60), true),
    ];
    let cell = |line: Line| Cell { lines: vec![line], tick: None };
    let rows = files.iter().map(|file| {
        let added = file.added_on.map_or_else(String::new, |day| setup.date(day));
        let cells = [file.name.clone(), file.kind.clone(), added, size(file.bytes)];
        Row::Cells(cells.into_iter().map(|text| cell(words(text))).collect())
    });
    vec![Block::Table { columns, rows: rows.collect() }]
}

/// In thousands and millions, as file managers count.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}
