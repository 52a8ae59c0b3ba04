//! P4: what the client takes home from a session.

use chrono::NaiveDate;

use super::actions::{self, Accountable, Action, Detail};
use super::agreement::{ClausePart, clause_text};
use super::{begun, facts, filled, finished, label, labelled_list, lead, lines, list, section};
use crate::Doc;
use crate::blocks::{Block, Cell, Column, ParaStyle, Row, Width, muted, rich_line};
use crate::labels::Labels;
use crate::paper::PaperSetup;

/// What was explored of one topic: only notes the coach has shared belong here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Explored {
    /// The topic.
    pub topic: String,
    /// Its shared notes.
    pub notes: Vec<String>,
}

/// Where a measure of success stands at the end of the session.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Measure {
    /// What was to be reached.
    pub measure: String,
    /// The result in one word: *Met*, *Partly met*, *Carried forward*. Empty when it was not asked.
    pub result: Option<String>,
    /// The client's own words on it.
    pub own_words: Option<String>,
}

/// The client's copy of a session. Holds shared rows only: what is not given here cannot be printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SessionSummary {
    /// The client's name as printed.
    pub client_name: String,
    /// The session's number in the programme.
    pub session_no: Option<u32>,
    /// How many sessions the programme plans.
    pub sessions_planned: Option<u32>,
    /// The day it was held.
    pub held_on: NaiveDate,
    /// Its length in minutes.
    pub length_minutes: Option<u32>,
    /// Where or how: *in person*, *video call*.
    pub delivery: Option<String>,
    /// The coach's own words before everything else; fields nobody knows are left out.
    pub opening: Vec<ClausePart>,
    /// The coach's own words after everything else.
    pub closing: Vec<ClausePart>,
    /// The one insight for *At a glance*.
    pub key_insight: Option<String>,
    /// The number of the action that comes next, for *At a glance*.
    pub next_action_no: Option<u32>,
    /// Topics the client brought.
    pub topics: Vec<String>,
    /// Results the client wanted from the session.
    pub wanted: Vec<String>,
    /// Why it matters to the client.
    pub importance: Vec<String>,
    /// How the client would know.
    pub success_measures: Vec<String>,
    /// Shared notes by topic; empty unless the coach turned them on.
    pub explored: Vec<Explored>,
    /// What became clear.
    pub insights: Vec<String>,
    /// Strengths.
    pub strengths: Vec<String>,
    /// What already works or worked before.
    pub already_works: Vec<String>,
    /// Actions, in their agreed order.
    pub actions: Vec<Action>,
    /// Who will know.
    pub accountability: Vec<Accountable>,
    /// Skills to build.
    pub skills: Vec<String>,
    /// How the measures stand.
    pub measures: Vec<Measure>,
    /// What happens between now and then, in whole sentences.
    pub follow_up: Vec<String>,
    /// The next session, in words; empty when none is agreed.
    pub next_session: Option<String>,
    /// The agreement the work stands on, such as *Coaching agreement, version 2 of 3 February 2026*.
    pub agreement_version: Option<String>,
    /// Sentences on recording and sharing.
    pub recording: Vec<String>,
    /// One sentence on confidentiality.
    pub confidentiality: Option<String>,
}

/// The paper as blocks.
pub fn session_summary(summary: &SessionSummary, setup: &PaperSetup) -> Doc {
    let title = setup.labels().summary_title;
    let mut blocks = begun(title, None, setup);
    blocks.extend(content(summary, setup));
    finished(title, Some(&summary.client_name), blocks, setup)
}

/// What stands under the title; the coach's copy begins with it, too.
pub(super) fn content(summary: &SessionSummary, setup: &PaperSetup) -> Vec<Block> {
    let labels = setup.labels();
    let mut blocks = vec![head(summary, setup)];
    blocks.extend(own_words(&summary.opening));
    blocks.extend(section(labels.at_a_glance, at_a_glance(summary, setup)));
    blocks.extend(section(labels.wanted_from_session, wanted(summary, labels)));
    blocks.extend(section(labels.explored, explored(summary)));
    blocks.extend(section(labels.became_clear, unlabelled(&summary.insights)));
    blocks.extend(section(labels.build_on, build_on(summary, labels)));
    blocks.extend(section(labels.actions, planned(summary, setup)));
    blocks.extend(section(labels.skills_to_build, unlabelled(&summary.skills)));
    blocks.extend(section(labels.how_measures_stand, measures(summary, labels)));
    blocks.extend(section(labels.next, next(summary, labels)));
    blocks.extend(closing(summary));
    blocks.extend(foot(summary));
    blocks
}

/// The coach's own words as blocks. This is no form: where a field is not known there is no line to write on.
fn own_words(parts: &[ClausePart]) -> Vec<Block> {
    let known = |part: &&ClausePart| !matches!(part, ClausePart::Gap { value: None, .. });
    clause_text(&parts.iter().filter(known).cloned().collect::<Vec<_>>())
}

fn closing(summary: &SessionSummary) -> Vec<Block> {
    let words = own_words(&summary.closing);
    if words.is_empty() { words } else { std::iter::once(Block::Space(16)).chain(words).collect() }
}

fn head(summary: &SessionSummary, setup: &PaperSetup) -> Block {
    let labels = setup.labels();
    let session = match (summary.session_no, summary.sessions_planned) {
        (Some(no), Some(planned)) => Some(labels.of_count(no, planned)),
        (Some(no), None) => Some(no.to_string()),
        (None, _) => None,
    };
    let length = summary.length_minutes.map(|minutes| labels.counted(labels.minutes, minutes as usize));
    facts([
        (labels.client, Some(summary.client_name.clone())),
        (labels.session, session),
        (labels.date_label, Some(setup.date(summary.held_on))),
        (labels.length, length),
        (labels.held_how, summary.delivery.clone()),
    ])
}

fn at_a_glance(summary: &SessionSummary, setup: &PaperSetup) -> Vec<Block> {
    let insight = filled(summary.key_insight.as_ref()).map(|insight| Block::Para(ParaStyle::Lead, rich_line(insight)));
    let next = summary.actions.iter().find(|action| Some(action.no) == summary.next_action_no);
    let next = next.map(|action| {
        let mut line = vec![lead(setup.labels().next, setup)];
        line.extend(rich_line(&action.what));
        let when = [action.due.print(setup), action.due.words()].into_iter().flatten().collect::<Vec<_>>().join(" ");
        if !when.is_empty() {
            line.push(muted(format!(" — {when}")));
        }
        Block::Para(ParaStyle::Body, line)
    });
    insight.into_iter().chain(next).collect()
}

fn wanted(summary: &SessionSummary, labels: &Labels) -> Vec<Block> {
    [
        (labels.topics, &summary.topics),
        (labels.what_you_wanted, &summary.wanted),
        (labels.why_it_matters, &summary.importance),
        (labels.how_you_would_know, &summary.success_measures),
    ]
    .into_iter()
    .flat_map(|(name, items)| labelled_list(name, items))
    .collect()
}

fn explored(summary: &SessionSummary) -> Vec<Block> {
    summary.explored.iter().flat_map(|one| labelled_list(&one.topic, &one.notes)).collect()
}

fn unlabelled(items: &[String]) -> Vec<Block> {
    if lines(items).is_empty() { Vec::new() } else { vec![list(items)] }
}

fn build_on(summary: &SessionSummary, labels: &Labels) -> Vec<Block> {
    let mut blocks = labelled_list(labels.strengths, &summary.strengths);
    blocks.extend(labelled_list(labels.already_works, &summary.already_works));
    blocks
}

fn planned(summary: &SessionSummary, setup: &PaperSetup) -> Vec<Block> {
    let labels = setup.labels();
    let mut blocks = actions::table(&summary.actions, Detail::Summary, setup);
    let who = actions::accountability_lines(&summary.accountability, labels);
    blocks.extend(labelled_list(labels.who_will_know, &who));
    blocks
}

fn measures(summary: &SessionSummary, labels: &Labels) -> Vec<Block> {
    let measures: Vec<&Measure> = summary.measures.iter().filter(|one| !one.measure.trim().is_empty()).collect();
    if measures.is_empty() {
        return Vec::new();
    }
    let with_words = measures.iter().any(|one| filled(one.own_words.as_ref()).is_some());
    let column = |head: &str, width| Column { head: head.to_owned(), width, right: false };
    let mut columns = vec![column(labels.measure, Width::Share(5)), column(labels.result, Width::Points(76))];
    columns.extend(with_words.then(|| column(labels.your_words, Width::Share(4))));
    let cell = |text: Option<&str>| Cell { lines: text.map(rich_line).into_iter().collect(), tick: None };
    let rows = measures.iter().map(|one| {
        let mut cells = vec![cell(Some(&one.measure)), cell(filled(one.result.as_ref()))];
        cells.extend(with_words.then(|| cell(filled(one.own_words.as_ref()))));
        Row::Cells(cells)
    });
    vec![Block::Table { columns, rows: rows.collect() }]
}

fn next(summary: &SessionSummary, labels: &Labels) -> Vec<Block> {
    let mut blocks = unlabelled(&summary.follow_up);
    if let Some(session) = filled(summary.next_session.as_ref()) {
        blocks.push(label(labels.next_session));
        blocks.push(Block::Para(ParaStyle::Body, rich_line(session)));
    }
    blocks
}

fn foot(summary: &SessionSummary) -> Vec<Block> {
    let agreement = filled(summary.agreement_version.as_ref());
    let recording = summary.recording.iter().filter_map(|line| filled(Some(line)));
    let notes: Vec<&str> =
        agreement.into_iter().chain(recording).chain(filled(summary.confidentiality.as_ref())).collect();
    if notes.is_empty() {
        return Vec::new();
    }
    let notes = notes.into_iter().map(|note| Block::Para(ParaStyle::Note, rich_line(note)));
    vec![Block::Space(16), Block::Keep(notes.collect())]
}
