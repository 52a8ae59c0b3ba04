//! P1: the coaching agreement.

use chrono::NaiveDate;

use super::{begun, finished, heading, list};
use crate::Doc;
use crate::blocks::{self, Block, Inline, ParaStyle, Signer, Span, rich, rich_line, words, words_or_gap};
use crate::labels::Labels;
use crate::paper::PaperSetup;
use crate::wording::{GAP_SIGN, filled};

/// A piece of a clause's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClausePart {
    /// Text in the small grammar; the parts of a clause are one text.
    Text(String),
    /// A blank of the text: the value if known, else a line to write on with the label under it.
    Gap {
        /// What is filled in.
        value: Option<String>,
        /// What belongs there: *fee for a session*.
        label: String,
    },
}

/// Two lists beside each other in a clause.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Columns {
    /// Heading at the left: *The coach does*.
    pub left_heading: String,
    /// Items at the left.
    pub left: Vec<String>,
    /// Heading at the right: *The coach does not*.
    pub right_heading: String,
    /// Items at the right.
    pub right: Vec<String>,
}

/// A clause; its number is its place in the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Clause {
    /// Its heading.
    pub heading: String,
    /// Its text.
    pub parts: Vec<ClausePart>,
    /// Two lists under the text.
    pub columns: Option<Columns>,
}

/// One who signs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signatory {
    /// *Coach*, *Client*, *Sponsor*.
    pub role: String,
    /// The name in print; a line to write on when not known.
    pub name: Option<String>,
}

/// The agreement as signed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AgreementPaper {
    /// The title: *Coaching agreement*.
    pub title: String,
    /// The client's name; a line to write on when not known.
    pub client_name: Option<String>,
    /// From when it holds; a line to write on when not known.
    pub effective_date: Option<NaiveDate>,
    /// The frozen version.
    pub version_no: Option<u32>,
    /// The clauses in order.
    pub clauses: Vec<Clause>,
    /// Schedule A: goals and topics. Left out when empty.
    pub schedule_goals: Vec<String>,
    /// Schedule B: fees. Left out when empty.
    pub fee_schedule: Vec<String>,
    /// Annex: privacy notice, a text in the small grammar for each paragraph or list. Left out when empty.
    pub privacy_notice: Vec<String>,
    /// Who signs, in order.
    pub signatures: Vec<Signatory>,
}

/// The paper as blocks.
pub fn agreement(paper: &AgreementPaper, setup: &PaperSetup) -> Doc {
    agreement_with(paper, Vec::new(), setup)
}

/// The paper with further parties after coach and client.
pub(super) fn agreement_with(paper: &AgreementPaper, further: Vec<(String, blocks::Line)>, setup: &PaperSetup) -> Doc {
    let mut blocks = begun(&paper.title, None, setup);
    let mut parties = parties(paper, setup);
    parties.splice(2..2, further);
    blocks.push(Block::KeyValue(parties));
    for (number, clause) in (1_u32..).zip(&paper.clauses) {
        blocks.push(numbered(number, &clause.heading));
        blocks.extend(clause_text(&clause.parts));
        blocks.extend(clause.columns.as_ref().map(two_columns));
    }
    let labels = setup.labels();
    blocks.extend(schedule(labels.schedule_goals, &paper.schedule_goals));
    blocks.extend(schedule(labels.schedule_fees, &paper.fee_schedule));
    if !paper.privacy_notice.is_empty() {
        blocks.push(heading(labels.annex_privacy));
        blocks.extend(paper.privacy_notice.iter().flat_map(|text| rich(text)));
    }
    blocks.extend(signature_block(&paper.signatures, labels));
    finished(&paper.title, paper.client_name.as_deref(), blocks, setup)
}

fn parties(paper: &AgreementPaper, setup: &PaperSetup) -> Vec<(String, blocks::Line)> {
    let (letterhead, labels) = (&setup.letterhead, setup.labels());
    let mut coach = words(letterhead.coach_name.clone());
    if let Some(business) = &letterhead.business_name {
        coach.push(blocks::muted(format!("{} {business}", labels.comma)));
    }
    let date = paper.effective_date.map(|date| setup.date(date));
    let mut pairs = vec![
        (labels.coach.to_owned(), coach),
        (labels.client.to_owned(), words_or_gap(paper.client_name.as_deref(), labels.name_hint)),
        (labels.date_label.to_owned(), words_or_gap(date.as_deref(), labels.date_hint)),
    ];
    pairs.extend(paper.version_no.map(|no| (labels.version.to_owned(), words(no.to_string()))));
    pairs
}

fn numbered(number: u32, text: &str) -> Block {
    Block::Heading { level: 1, number: Some(number.to_string()), text: text.to_owned() }
}

/// The parts as one text, so that a gap can stand in the middle of a list item.
pub(super) fn clause_text(parts: &[ClausePart]) -> Vec<Block> {
    let mut text = String::new();
    let mut gaps = Vec::new();
    for part in parts {
        match part {
            ClausePart::Text(words) => text.extend(words.chars().filter(|c| *c != GAP_SIGN)),
            ClausePart::Gap { value, label } => {
                text.push(GAP_SIGN);
                gaps.push(match value.as_deref().map(str::trim).filter(|value| !value.is_empty()) {
                    Some(value) => Inline::Words(Span { text: value.to_owned(), ..Span::default() }),
                    None => Inline::Gap { label: label.clone(), wide: false },
                });
            }
        }
    }
    filled(&text, gaps)
}

fn two_columns(columns: &Columns) -> Block {
    let lines = |items: &[String]| items.iter().map(|item| rich_line(item)).collect();
    Block::TwoColumns {
        left: (columns.left_heading.clone(), lines(&columns.left)),
        right: (columns.right_heading.clone(), lines(&columns.right)),
    }
}

fn schedule(name: &str, items: &[String]) -> Vec<Block> {
    if super::lines(items).is_empty() { Vec::new() } else { vec![heading(name), list(items)] }
}

fn signature_block(signatures: &[Signatory], labels: &Labels) -> Vec<Block> {
    if signatures.is_empty() {
        return Vec::new();
    }
    let signers = signatures.iter().map(|one| Signer { role: one.role.clone(), name: one.name.clone() });
    vec![Block::Keep(vec![
        heading(labels.signatures),
        Block::Para(ParaStyle::Body, words(labels.signed_by)),
        Block::Signatures(signers.collect()),
    ])]
}
