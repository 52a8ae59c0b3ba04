//! The papers, each from plain values to a [`Doc`]: what they hold, in which order, in which words.
//!
//! Empty sections are left out. A field nobody knows is never guessed: papers to be signed print a line to write
//! on, papers of record leave it out.
//!
//! What a client, a sponsor or anybody else is given takes its fixed words from [`Labels`](crate::Labels), in the
//! language of the setup, and so do the coach's session sheet and record of processing. English alone are the session
//! record, the hours log, the reflection report, the recovery sheet and the continuity sheet, which the coach keeps for
//! herself, the page on how data are handled, and the blank agreement, because the clauses it prints are.

mod access_export;
mod action_plan;
mod actions;
mod agreement;
mod blank_forms;
mod closing_report;
mod coaching_plan;
mod consent;
mod continuity_sheet;
mod data_handling;
mod evidence_page;
mod hours_log;
mod invoice;
mod line_chart;
mod plain_text;
mod privacy;
mod recovery_sheet;
mod reflection_report;
mod session_record;
mod session_sheet;
mod session_summary;
mod sponsor_report;
mod three_way;
mod wheel;
mod wheel_chart;

pub use access_export::access_export;
pub use action_plan::{ActionPlan, PlanScope, action_plan};
pub use actions::{Accountable, Action, Due};
pub use agreement::{AgreementPaper, Clause, ClausePart, Columns, Signatory, agreement};
pub use blank_forms::{before_session_form, blank_action_plan, blank_agreement, blank_wheel, grow_sheet};
pub use closing_report::{ClosingReport, EndedGoal, closing_report};
pub use coaching_plan::{CoachingPlan, Milestone, Skill, coaching_plan};
pub use consent::{ConsentPaper, consent};
pub use continuity_sheet::continuity_sheet;
pub use data_handling::{DataHandling, data_handling};
pub use evidence_page::{EvidencePage, ScreenSignature, evidence_page};
pub use hours_log::hours_log;
pub use invoice::invoice;
pub use line_chart::Series;
pub use plain_text::{action_plan_text, session_summary_text};
pub use privacy::{Privacy, privacy_notice, processing_record};
pub use recovery_sheet::{RecoverySheet, recovery_sheet};
pub use reflection_report::{ReflectionReport, reflection_report};
pub use session_record::session_record;
pub use session_sheet::{SessionSheet, session_sheet};
pub use session_summary::{Explored, Measure, SessionSummary, session_summary};
pub use sponsor_report::sponsor_report;
pub use three_way::{ThreeWayAgreement, three_way_agreement};
pub use wheel::wheel_of_life;

use crate::blocks::{Block, Inline, Line, bold, rich_line, words};
use crate::paper::PaperSetup;
use crate::{Doc, blocks};

/// A paper's frame: letterhead and title, with the content to follow.
fn begun(title: &str, under: Option<String>, setup: &PaperSetup) -> Vec<Block> {
    vec![setup.letterhead.block(), Block::Title { text: title.to_owned(), under }]
}

/// Finishes a paper. The running head may name the client; the title, which windows show, does not.
fn finished(title: &str, about: Option<&str>, blocks: Vec<Block>, setup: &PaperSetup) -> Doc {
    let running_head = match about.map(str::trim).filter(|about| !about.is_empty()) {
        Some(about) => format!("{title}  ·  {about}"),
        None => title.to_owned(),
    };
    let author = setup.letterhead.coach_name.clone();
    Doc {
        title: title.to_owned(),
        author,
        running_head,
        mark: setup.labels().confidential.to_owned(),
        watermark: None,
        behind: None,
        blocks,
    }
}

fn heading(text: &str) -> Block {
    Block::Heading { level: 1, number: None, text: text.to_owned() }
}

/// Names and values beside each other, of those that have one.
fn facts<const N: usize>(facts: [(&str, Option<String>); N]) -> Block {
    let known = facts.into_iter().filter_map(|(name, value)| Some((name.to_owned(), words(filled(value.as_ref())?))));
    Block::KeyValue(known.collect())
}

/// Names and what belongs to each, or nothing.
fn pairs(pairs: Vec<(String, Line)>) -> Vec<Block> {
    if pairs.is_empty() { Vec::new() } else { vec![Block::KeyValue(pairs)] }
}

fn label(text: &str) -> Block {
    Block::Para(blocks::ParaStyle::Label, words(text))
}

/// A name in bold before what belongs to it on the same line.
fn lead(name: &str, setup: &PaperSetup) -> Inline {
    let named = setup.labels().named(name, "");
    bold(format!("{} ", named.trim_end()))
}

/// A list of texts under a label, or nothing.
fn labelled_list(name: &str, items: &[String]) -> Vec<Block> {
    if lines(items).is_empty() { Vec::new() } else { vec![label(name), list(items)] }
}

/// One text is a paragraph, several are a list: a bullet before a single line says nothing.
fn list(items: &[String]) -> Block {
    let mut lines = lines(items);
    if lines.len() == 1 {
        return Block::Para(blocks::ParaStyle::Body, lines.swap_remove(0));
    }
    Block::BulletList(lines)
}

fn lines(items: &[String]) -> Vec<Line> {
    items.iter().map(|item| rich_line(item)).filter(|line| !line.is_empty()).collect()
}

/// A heading with what belongs under it, or nothing if there is nothing.
fn section(name: &str, content: Vec<Block>) -> Vec<Block> {
    if content.is_empty() {
        return content;
    }
    std::iter::once(heading(name)).chain(content).collect()
}

/// The text if it holds more than white space.
fn filled(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}
