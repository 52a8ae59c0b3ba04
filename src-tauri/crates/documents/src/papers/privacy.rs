//! P15: the privacy notice for clients, and the record of processing for the coach and the authority.
//!
//! A starting text in plain words, to be checked by the coach's lawyer.

use coachbook_core::processing::{Processing, RetentionRule};

use super::{begun, filled, finished, heading, section};
use crate::Doc;
use crate::blocks::{Block, Cell, Column, Line, ParaStyle, Row, Width, rich, rich_line, words};
use crate::labels::Labels;
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

/// The notice for clients.
pub fn privacy_notice(privacy: &Privacy, setup: &PaperSetup) -> Doc {
    let labels = setup.labels();
    let mut blocks = begun(labels.notice_title, Some(labels.notice_under.to_owned()), setup);
    blocks.extend(to_be_checked(privacy, labels));
    let responsible = labels.fill(labels.responsible_who, &[("who", &controller(setup))]);
    blocks.push(heading(labels.who_is_responsible));
    blocks.push(Block::Para(ParaStyle::Body, words(responsible)));
    blocks.extend(section(labels.which_data, pairs(privacy, |one| one.words.data.clone())));
    blocks.extend(section(labels.what_for_and_lawful, pairs(privacy, |one| purpose(one, labels))));
    blocks.extend(section(labels.who_receives, pairs(privacy, |one| one.words.recipients.clone())));
    blocks.extend(section(labels.kept_safe, filled(privacy.safeguards.as_ref()).map(rich).unwrap_or_default()));
    blocks.extend(section(labels.kept_how_long, retention(&privacy.rules, labels)));
    blocks.push(heading(labels.your_rights));
    blocks.extend(rich(&rights(labels)));
    blocks.push(Block::Keep(complaint(privacy, labels)));
    finished(labels.notice_title, None, blocks, setup)
}

fn rights(labels: &Labels) -> String {
    let rights = [
        labels.right_copy,
        labels.right_correct,
        labels.right_delete,
        labels.right_object,
        labels.right_portable,
        labels.right_withdraw,
    ];
    let list: String = rights.iter().map(|right| format!("\n- {right}")).collect();
    format!("{}{list}\n\n{}", labels.rights_intro, labels.rights_answer)
}

fn to_be_checked(privacy: &Privacy, labels: &Labels) -> Vec<Block> {
    let note = privacy.to_be_checked.then(|| Block::Para(ParaStyle::Note, words(labels.to_be_checked)));
    note.into_iter().collect()
}

/// Who is responsible, on one line.
fn controller(setup: &PaperSetup) -> String {
    let (head, labels) = (&setup.letterhead, setup.labels());
    let address = filled(head.address.as_ref()).map(|text| labels.commas(&text.lines().collect::<Vec<_>>()));
    let reach = [&head.email, &head.phone].into_iter().filter_map(|text| filled(text.as_ref()).map(str::to_owned));
    let business = filled(head.business_name.as_ref()).map(str::to_owned);
    let who = std::iter::once(head.coach_name.clone()).chain(business).chain(address).chain(reach);
    labels.commas(&who.collect::<Vec<_>>())
}

fn pairs(privacy: &Privacy, text: impl Fn(&Processing) -> String) -> Vec<Block> {
    let rows = privacy.register.iter().map(|one| (one.words.name.clone(), text(one)));
    let rows: Vec<(String, Line)> = rows
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(name, text)| (name, rich_line(&capital(&text))))
        .collect();
    super::pairs(rows)
}

fn purpose(one: &Processing, labels: &Labels) -> String {
    let basis: Vec<&str> = one.basis.iter().map(|basis| labels.basis_to_client(*basis)).collect();
    if basis.is_empty() {
        return one.words.purpose.clone();
    }
    labels.fill(labels.purpose_on_basis, &[("purpose", &one.words.purpose), ("basis", &labels.all_of(&basis))])
}

pub(super) fn retention(rules: &[RetentionRule], labels: &Labels) -> Vec<Block> {
    if rules.is_empty() {
        return Vec::new();
    }
    let column = |head: &str, width| Column { head: head.to_owned(), width, right: false };
    let columns = vec![column(labels.what, Width::Share(1)), column(labels.kept_for, Width::Share(1))];
    // What is kept equally long stands in one row: ten rows that say the same thrice are not read.
    let mut grouped: Vec<(String, Vec<&str>)> = Vec::new();
    for rule in rules {
        let (kept, class) = (labels.retention(rule), labels.record_class(rule.class));
        match grouped.iter_mut().find(|(words, _)| *words == kept) {
            Some((_, classes)) => classes.push(class),
            None => grouped.push((kept, vec![class])),
        }
    }
    let rows = grouped.iter().map(|(kept, classes)| Row::Cells(vec![cell(&labels.semicolons(classes)), cell(kept)]));
    vec![Block::Table { columns, rows: rows.collect() }]
}

fn complaint(privacy: &Privacy, labels: &Labels) -> Vec<Block> {
    vec![
        heading(labels.complaints),
        Block::Para(ParaStyle::Body, words(labels.complaints_text)),
        match filled(privacy.complaint_body.as_ref()) {
            Some(body) => Block::Para(ParaStyle::Body, rich_line(body)),
            None => Block::WriteLine { label: labels.authority_hint.to_owned(), lines: 1 },
        },
    ]
}

/// The register, for the coach's own files and for an authority that asks.
pub fn processing_record(privacy: &Privacy, setup: &PaperSetup) -> Doc {
    let labels = setup.labels();
    let mut blocks = begun(labels.processing_title, None, setup);
    blocks.extend(to_be_checked(privacy, labels));
    blocks.push(Block::KeyValue(vec![(labels.responsible.to_owned(), words(format!("{}.", controller(setup))))]));
    blocks.push(register(privacy, labels));
    blocks.extend(section(labels.safeguards, filled(privacy.safeguards.as_ref()).map(rich).unwrap_or_default()));
    finished(labels.processing_title, None, blocks, setup)
}

fn register(privacy: &Privacy, labels: &Labels) -> Block {
    let column = |head: &str, share| Column { head: head.to_owned(), width: Width::Share(share), right: false };
    let columns = vec![
        column(labels.activity_and_purpose, 5),
        column(labels.whose_data, 5),
        column(labels.basis, 3),
        column(labels.recipients, 3),
        column(labels.kept_for, 4),
    ];
    let rows = privacy.register.iter().map(|one| {
        let basis: Vec<String> = one.basis.iter().map(|basis| capital(labels.basis_in_register(*basis))).collect();
        let kept: Vec<String> = one
            .classes
            .iter()
            .filter_map(|class| privacy.rules.iter().find(|rule| rule.class == *class))
            .map(|rule| labels.named(labels.record_class(rule.class), &labels.retention(rule)))
            .collect();
        let lines = |texts: &[String]| Cell { lines: texts.iter().map(|text| rich_line(text)).collect(), tick: None };
        Row::Cells(vec![
            lines(&[format!("**{}**", one.words.name), one.words.purpose.clone()]),
            lines(&[capital(&one.words.people), one.words.data.clone()]),
            lines(&basis),
            lines(&[capital(&one.words.recipients)]),
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
