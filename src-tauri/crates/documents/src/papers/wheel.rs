//! P11: the wheel of life, as a drawing and as a table that says the same.

use coachbook_core::wheel::{Place, WheelContent, WheelRow};

use super::{begun, filled, finished, pairs, section, wheel_chart};
use crate::Doc;
use crate::blocks::{Block, Cell, Column, Line, ParaStyle, Row, Width, rich_line, words};
use crate::paper::PaperSetup;

/// The paper as blocks.
pub fn wheel_of_life(client: &str, wheel: &WheelContent, setup: &PaperSetup) -> Doc {
    let labels = setup.labels();
    let mut blocks = begun(labels.wheel_title, None, setup);
    blocks.push(Block::KeyValue(head(client, wheel, setup)));
    let earlier = wheel.earlier_on.map(|day| setup.date(day));
    blocks.push(Block::Drawing(wheel_chart::drawing(&wheel.rows, earlier.as_deref(), labels)));
    blocks.extend(section(labels.in_numbers, vec![table(wheel, setup)]));
    blocks.extend(section(labels.what_you_said, notes(&wheel.rows)));
    if let Some(chosen) = filled(wheel.chosen.as_ref()) {
        blocks.extend(section(labels.what_you_chose, vec![Block::Para(ParaStyle::Lead, rich_line(chosen))]));
    }
    finished(labels.wheel_title, Some(client), blocks, setup)
}

fn head(client: &str, wheel: &WheelContent, setup: &PaperSetup) -> Vec<(String, Line)> {
    let labels = setup.labels();
    vec![(labels.client.to_owned(), words(client)), (labels.filled_in_on.to_owned(), words(setup.date(wheel.on)))]
}

fn table(wheel: &WheelContent, setup: &PaperSetup) -> Block {
    let labels = setup.labels();
    let column = |head: &str, width, right| Column { head: head.to_owned(), width, right };
    let mut columns = vec![
        column(labels.part_of_life, Width::Share(1), false),
        column(labels.now, Width::Points(52), true),
        column(labels.wanted, Width::Points(52), true),
    ];
    columns.extend(wheel.earlier_on.map(|day| column(&setup.date(day), Width::Points(88), true)));
    let place = |place: Option<Place>| Cell {
        lines: place.map(|place| words(place.number().to_string())).into_iter().collect(),
        tick: None,
    };
    let rows = wheel.rows.iter().map(|row| {
        let label = Cell { lines: vec![words(row.label.clone())], tick: None };
        let mut cells = vec![label, place(row.now), place(row.wanted)];
        cells.extend(wheel.earlier_on.map(|_| place(row.earlier)));
        Row::Cells(cells)
    });
    Block::Table { columns, rows: rows.collect() }
}

fn notes(rows: &[WheelRow]) -> Vec<Block> {
    let said = rows.iter().filter_map(|row| Some((row.label.clone(), rich_line(filled(row.note.as_ref())?))));
    let said: Vec<(String, Line)> = said.collect();
    pairs(said)
}
