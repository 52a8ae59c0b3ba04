//! P13: figures of a session's transcript, for the coach alone. Marked private on every page.

use chrono::NaiveDate;
use coachbook_core::reflection::{Figures, Form, Question, SegmentRow, Side, ratio, share, tenths};

use super::{begun, facts, filled, finished, pairs, section};
use crate::Doc;
use crate::blocks::{Block, Cell, Column, Line, ParaStyle, Row, Width, aside, rich, rich_line, words};
use crate::paper::PaperSetup;

/// What the paper is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReflectionReport {
    /// The client, under the name that is used in reflection: better a pseudonym.
    pub client: String,
    /// The session's number.
    pub session_no: Option<u32>,
    /// The day it was held.
    pub held_on: Option<NaiveDate>,
    /// The figures.
    pub figures: Figures,
    /// The coach's reflection, a text in the small grammar.
    pub reflection: Option<String>,
}

const TITLE: &str = "Reflection report";
const PRIVATE: &str = "Private";
const RULES: &str = "A word is a run of signs with a letter or digit in it. A question is a sentence of the coach \
                     that ends in a question mark, or plainly asks without one. Open questions begin with what, how, \
                     who and the like; closed ones with a verb, or are cut short; directive ones ask for something to \
                     be done. The coach\u{2019}s own word on a form goes before the one that was read. Times are not \
                     available: the transcript has none. These are counts and no verdict.";

/// The paper as blocks.
pub fn reflection_report(report: &ReflectionReport, setup: &PaperSetup) -> Doc {
    let setup = &setup.in_english();
    let figures = &report.figures;
    let mut blocks = begun(TITLE, Some("For the coach alone".to_owned()), setup);
    blocks.push(head(report, setup));
    let mut counted = vec![sides(figures), Block::KeyValue(asked(figures))];
    counted.push(Block::Para(ParaStyle::Note, words(RULES)));
    blocks.extend(section("Figures", counted));
    blocks.extend(section("By segment", segments(&figures.segments)));
    blocks.extend(section("Questions", questions(&figures.questions)));
    blocks.extend(section("What else, and several at once", repeated(figures)));
    blocks.extend(section("Your reflection", filled(report.reflection.as_ref()).map(rich).unwrap_or_default()));
    let doc = finished(TITLE, Some(&report.client), blocks, setup);
    Doc { mark: PRIVATE.to_owned(), watermark: Some(PRIVATE.to_owned()), ..doc }
}

fn head(report: &ReflectionReport, setup: &PaperSetup) -> Block {
    facts([
        ("Client", Some(report.client.clone())),
        ("Session", report.session_no.map(|no| no.to_string())),
        ("Date", report.held_on.map(|day| setup.date(day))),
    ])
}

fn column(head: &str, width: Width, right: bool) -> Column {
    Column { head: head.to_owned(), width, right }
}

fn cell(text: impl Into<String>) -> Cell {
    Cell { lines: vec![words(text)], tick: None }
}

fn sides(figures: &Figures) -> Block {
    let all = figures.coach.words + figures.client.words;
    let percent = |side: &Side| share(side.words, all).map_or_else(String::new, |share| format!("{} %", tenths(share)));
    let longest = |side: &Side| side.longest.map_or_else(String::new, |(turn, words)| format!("{words} (turn {turn})"));
    let rows: [(&str, [String; 2]); 7] = [
        ("Turns", [figures.coach.turns.to_string(), figures.client.turns.to_string()]),
        ("Paragraphs", [figures.coach.paragraphs.to_string(), figures.client.paragraphs.to_string()]),
        ("Words", [figures.coach.words.to_string(), figures.client.words.to_string()]),
        ("Share of the words", [percent(&figures.coach), percent(&figures.client)]),
        ("Mean words of a turn", [tenths(figures.coach.mean_tenths), tenths(figures.client.mean_tenths)]),
        ("Median words of a turn", [tenths(figures.coach.median_tenths), tenths(figures.client.median_tenths)]),
        ("Longest turn, in words", [longest(&figures.coach), longest(&figures.client)]),
    ];
    let columns = vec![
        column("", Width::Share(1), false),
        column("Coach", Width::Points(92), true),
        column("Client", Width::Points(92), true),
    ];
    let rows = rows.into_iter().map(|(name, [coach, client])| Row::Cells(vec![cell(name), cell(coach), cell(client)]));
    Block::Table { columns, rows: rows.collect() }
}

fn asked(figures: &Figures) -> Vec<(String, Line)> {
    let unmarked = match figures.unmarked {
        0 => String::new(),
        count => format!(", {count} of them without a question mark"),
    };
    let mut pairs = vec![
        ("Questions".to_owned(), words(format!("{}{unmarked}", figures.questions.len()))),
        (
            "By form".to_owned(),
            words(format!("{} open, {} closed, {} directive", figures.open, figures.closed, figures.directive)),
        ),
        ("Turns without one".to_owned(), words(figures.turns_without.to_string())),
    ];
    pairs.extend(
        ratio(figures.coach.words, figures.client.words).map(|ratio| {
            ("Coach to client".to_owned(), words(format!("1 : {}.{:02} words", ratio / 100, ratio % 100)))
        }),
    );
    pairs
}

fn segments(segments: &[SegmentRow]) -> Vec<Block> {
    if segments.is_empty() {
        return Vec::new();
    }
    let number = |head: &str| column(head, Width::Points(40), true);
    let columns = vec![
        column("Segment", Width::Share(1), false),
        column("Turns", Width::Points(36), false),
        number("Coach words"),
        number("Client words"),
        number("Coach share"),
        column("Questions", Width::Points(44), true),
        number("Open, closed"),
        number("What else"),
    ];
    let rows = segments.iter().map(|row| {
        let all = row.coach.words + row.client.words;
        let share = share(row.coach.words, all).map_or_else(String::new, |share| format!("{} %", tenths(share)));
        let name =
            Cell { lines: vec![rich_line(&row.segment.name), vec![aside(row.segment.phase.clone())]], tick: None };
        Row::Cells(vec![
            name,
            cell(format!("{}\u{2013}{}", row.segment.from, row.segment.to)),
            cell(row.coach.words.to_string()),
            cell(row.client.words.to_string()),
            cell(share),
            cell(row.questions.to_string()),
            cell(format!("{}, {}", row.open, row.closed)),
            cell(row.what_else.to_string()),
        ])
    });
    vec![Block::Table { columns, rows: rows.collect() }]
}

fn questions(questions: &[Question]) -> Vec<Block> {
    if questions.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        column("Turn", Width::Points(28), true),
        column("Question", Width::Share(1), false),
        column("Form", Width::Points(84), false),
    ];
    let rows = questions.iter().map(|one| {
        let mut form = vec![words(form_words(one.form_in_force()))];
        let changed = one.by_hand.is_some_and(|hand| hand != one.form);
        form.extend(changed.then(|| vec![aside(format!("read as {}", form_words(one.form)))]));
        form.extend((!one.marked).then(|| vec![aside("no question mark")]));
        Row::Cells(vec![cell(one.turn.to_string()), cell(one.text.clone()), Cell { lines: form, tick: None }])
    });
    vec![Block::Table { columns, rows: rows.collect() }]
}

const fn form_words(form: Form) -> &'static str {
    match form {
        Form::Open => "open",
        Form::Closed => "closed",
        Form::Elliptical => "closed, cut short",
        Form::Directive => "directive",
    }
}

fn repeated(figures: &Figures) -> Vec<Block> {
    let mut rows = Vec::new();
    if figures.what_else > 0 {
        let line = format!("{}, of them {} with nothing added", figures.what_else, figures.bare_what_else);
        rows.push(("What else?".to_owned(), words(line)));
    }
    if !figures.stacked.is_empty() {
        let turns = figures.stacked.iter().map(|(turn, count)| format!("turn {turn} ({count})"));
        rows.push(("Several at once".to_owned(), words(turns.collect::<Vec<_>>().join("; "))));
    }
    pairs(rows)
}
