//! P15: the privacy notice for clients, and the record of processing for the coach and the authority.
//!
//! A starting text in plain words, to be checked by the coach's lawyer.

use coachbook_core::processing::{Processing, RetentionRule};

use super::{begun, filled, finished, heading, section};
use crate::Doc;
use crate::blocks::{Block, Cell, Column, Line, ParaStyle, Row, Width, rich, rich_line, words};
use crate::paper::PaperSetup;

/// What the papers are made from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Privacy {
    /// What is done with data.
    pub register: Vec<Processing>,
    /// How long each class is kept.
    pub rules: Vec<RetentionRule>,
    /// How data are protected, a text in the small grammar.
    pub safeguards: Option<String>,
    /// The authority a complaint goes to; a line to write on when not known.
    pub complaint_body: Option<String>,
    /// Whether a lawyer has yet to look at it: the papers then say so.
    pub to_be_checked: bool,
}

const NOTICE: &str = "Privacy notice";
const RECORD: &str = "Record of processing";
const CHECK: &str = "A starting text, to be checked by the coach\u{2019}s lawyer.";

/// The notice for clients.
pub fn privacy_notice(privacy: &Privacy, setup: &PaperSetup) -> Doc {
    let mut blocks = begun(NOTICE, Some("What happens with your data, in plain words".to_owned()), setup);
    blocks.extend(to_be_checked(privacy));
    blocks.push(heading("Who is responsible"));
    blocks.push(Block::Para(ParaStyle::Body, words(controller(setup))));
    blocks.extend(section("Which data", pairs(privacy, |one| one.data.clone())));
    blocks.extend(section("What for, and what makes it lawful", pairs(privacy, purpose)));
    blocks.extend(section("Who else receives them", pairs(privacy, |one| one.recipients.clone())));
    blocks.extend(section("How they are kept safe", filled(privacy.safeguards.as_ref()).map(rich).unwrap_or_default()));
    blocks.extend(section("How long they are kept", retention(&privacy.rules)));
    blocks.push(heading("Your rights"));
    blocks.extend(rich(RIGHTS));
    blocks.push(Block::Keep(complaint(privacy)));
    finished(NOTICE, None, blocks, setup)
}

const RIGHTS: &str = "You may at any time, and without paying for it:\n\
    - ask what is kept about you and receive a copy of it, private notes included;\n\
    - have what is wrong put right;\n\
    - have your data deleted, or their use stopped, unless the law says they must be kept or they are needed for a \
    legal claim;\n\
    - object to a use that rests on the coach's own interest;\n\
    - receive what you gave yourself in a form that machines can read;\n\
    - take back any consent, as easily as you gave it. What was done before stays lawful, and the coaching does not \
    depend on it.\n\n\
    You will have an answer within a month. No decision about you is made by a machine.";

fn to_be_checked(privacy: &Privacy) -> Vec<Block> {
    if privacy.to_be_checked { vec![Block::Para(ParaStyle::Note, words(CHECK))] } else { Vec::new() }
}

fn controller(setup: &PaperSetup) -> String {
    let head = &setup.letterhead;
    let address = filled(head.address.as_ref()).map(|text| text.lines().collect::<Vec<_>>().join(", "));
    let reach = [&head.email, &head.phone].into_iter().filter_map(|text| filled(text.as_ref()).map(str::to_owned));
    let business = filled(head.business_name.as_ref()).map(str::to_owned);
    let who = std::iter::once(head.coach_name.clone()).chain(business).chain(address).chain(reach);
    format!("{}. Write or call if anything in this notice is not clear.", who.collect::<Vec<_>>().join(", "))
}

fn pairs(privacy: &Privacy, text: impl Fn(&Processing) -> String) -> Vec<Block> {
    let rows = privacy.register.iter().map(|one| (one.name.clone(), text(one)));
    let rows: Vec<(String, Line)> = rows
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(name, text)| (name, rich_line(&capital(&text))))
        .collect();
    if rows.is_empty() { Vec::new() } else { vec![Block::KeyValue(rows)] }
}

fn purpose(one: &Processing) -> String {
    let basis: Vec<&str> = one.basis.iter().map(|basis| basis.words()).collect();
    if basis.is_empty() { one.purpose.clone() } else { format!("{}; on {}", one.purpose, basis.join(" and ")) }
}

fn retention(rules: &[RetentionRule]) -> Vec<Block> {
    if rules.is_empty() {
        return Vec::new();
    }
    let column = |head: &str, width| Column { head: head.to_owned(), width, right: false };
    let columns = vec![column("What", Width::Share(1)), column("Kept for", Width::Share(1))];
    // What is kept equally long stands in one row: ten rows that say the same thrice are not read.
    let mut grouped: Vec<(String, Vec<&str>)> = Vec::new();
    for rule in rules {
        match grouped.iter_mut().find(|(words, _)| *words == rule.words()) {
            Some((_, classes)) => classes.push(rule.class.words()),
            None => grouped.push((rule.words(), vec![rule.class.words()])),
        }
    }
    let rows = grouped.iter().map(|(kept, classes)| Row::Cells(vec![cell(&classes.join("; ")), cell(kept)]));
    vec![Block::Table { columns, rows: rows.collect() }]
}

fn complaint(privacy: &Privacy) -> Vec<Block> {
    let ask = "Please come to the coach first: most things are quickly put right. You may also complain to the data \
               protection authority, at any time:";
    vec![
        heading("Complaints"),
        Block::Para(ParaStyle::Body, words(ask)),
        match filled(privacy.complaint_body.as_ref()) {
            Some(body) => Block::Para(ParaStyle::Body, rich_line(body)),
            None => Block::WriteLine { label: "name and address of the authority".to_owned(), lines: 1 },
        },
    ]
}

/// The register, for the coach's own files and for an authority that asks.
pub fn processing_record(privacy: &Privacy, setup: &PaperSetup) -> Doc {
    let mut blocks = begun(RECORD, None, setup);
    blocks.extend(to_be_checked(privacy));
    blocks.push(Block::KeyValue(vec![("Responsible".to_owned(), words(controller_line(setup)))]));
    blocks.push(register(privacy));
    blocks.extend(section("Safeguards", filled(privacy.safeguards.as_ref()).map(rich).unwrap_or_default()));
    finished(RECORD, None, blocks, setup)
}

fn controller_line(setup: &PaperSetup) -> String {
    controller(setup).trim_end_matches(" Write or call if anything in this notice is not clear.").to_owned()
}

fn register(privacy: &Privacy) -> Block {
    let column = |head: &str, share| Column { head: head.to_owned(), width: Width::Share(share), right: false };
    let columns = vec![
        column("Activity and purpose", 5),
        column("Whose data, which", 5),
        column("Basis", 3),
        column("Recipients", 3),
        column("Kept for", 4),
    ];
    let rows = privacy.register.iter().map(|one| {
        let basis: Vec<String> = one.basis.iter().map(|basis| capital(basis.register_words())).collect();
        let kept: Vec<String> = one
            .classes
            .iter()
            .filter_map(|class| privacy.rules.iter().find(|rule| rule.class == *class))
            .map(|rule| format!("{}: {}", rule.class.words(), rule.words()))
            .collect();
        let lines = |texts: &[String]| Cell { lines: texts.iter().map(|text| rich_line(text)).collect(), tick: None };
        Row::Cells(vec![
            lines(&[format!("**{}**", one.name), one.purpose.clone()]),
            lines(&[capital(&one.people), one.data.clone()]),
            lines(&basis),
            lines(&[capital(&one.recipients)]),
            lines(&kept),
        ])
    });
    Block::Table { columns, rows: rows.collect() }
}

fn cell(text: &str) -> Cell {
    Cell { lines: vec![words(text)], tick: None }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
