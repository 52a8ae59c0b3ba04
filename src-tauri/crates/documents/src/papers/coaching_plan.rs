//! P7: the coaching plan: from where the client is to where she wants to be, and how both will know.

use chrono::NaiveDate;
use coachbook_core::goals::Goal;

use super::actions::{self, Accountable};
use super::agreement::Signatory;
use super::{begun, facts, filled, finished, heading, labelled_list, lines, list, pairs, section};
use crate::Doc;
use crate::blocks::{Block, Cell, Column, Line, Row, Signer, Width, rich_line};
use crate::labels::Labels;
use crate::paper::PaperSetup;

/// A skill to build.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Skill {
    /// The skill.
    pub skill: String,
    /// Why it matters.
    pub why: Option<String>,
    /// How it is practised.
    pub practice: Option<String>,
    /// What shows that it grows.
    pub evidence: Option<String>,
    /// Where it stands: *practising*, *grown*.
    pub status: Option<String>,
}

/// A step on the way.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Milestone {
    /// What is reached.
    pub what: String,
    /// By when.
    pub by: Option<NaiveDate>,
    /// In which sessions: *2 and 3*.
    pub sessions: Option<String>,
}

/// The plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CoachingPlan {
    /// The client's name as printed.
    pub client_name: String,
    /// The programme.
    pub engagement: Option<String>,
    /// First day, and last if one is agreed.
    pub period: Option<(NaiveDate, Option<NaiveDate>)>,
    /// Where the client is now.
    pub present: Vec<String>,
    /// Where she wants to be.
    pub goals: Vec<Goal>,
    /// Strengths.
    pub strengths: Vec<String>,
    /// What already works, who and what helps.
    pub resources: Vec<String>,
    /// Skills to build.
    pub skills: Vec<Skill>,
    /// Steps on the way.
    pub milestones: Vec<Milestone>,
    /// Who supports.
    pub support: Vec<String>,
    /// Who will know.
    pub accountability: Vec<Accountable>,
    /// When the plan is looked at again, and what is looked at.
    pub reviews: Vec<(NaiveDate, Option<String>)>,
    /// Who signs; empty where nobody does.
    pub signatures: Vec<Signatory>,
}

/// The paper as blocks.
pub fn coaching_plan(plan: &CoachingPlan, setup: &PaperSetup) -> Doc {
    let labels = setup.labels();
    let mut blocks = begun(labels.development_title, None, setup);
    blocks.push(head(plan, setup));
    blocks.extend(section(labels.where_now, listed(&plan.present)));
    blocks.extend(section(labels.where_wanted, goals(&plan.goals, setup)));
    let mut gifts = labelled_list(labels.strengths, &plan.strengths);
    gifts.extend(labelled_list(labels.resources, &plan.resources));
    blocks.extend(section(labels.strengths_and_resources, gifts));
    blocks.extend(section(labels.skills_to_build, skills(&plan.skills, labels)));
    blocks.extend(section(labels.milestones_and_sessions, milestones(&plan.milestones, setup)));
    let mut support = labelled_list(labels.support, &plan.support);
    let who = actions::accountability_lines(&plan.accountability, labels);
    support.extend(labelled_list(labels.who_will_know, &who));
    blocks.extend(section(labels.support_and_accountability, support));
    blocks.extend(section(labels.review_points, reviews(&plan.reviews, setup)));
    blocks.extend(signatures(&plan.signatures, labels));
    finished(labels.development_title, Some(&plan.client_name), blocks, setup)
}

fn head(plan: &CoachingPlan, setup: &PaperSetup) -> Block {
    let labels = setup.labels();
    let period = plan.period.map(|(from, until)| match until {
        Some(until) => setup.period(from, until),
        None => labels.fill(labels.from_day, &[("date", &setup.date(from))]),
    });
    facts([
        (labels.client, Some(plan.client_name.clone())),
        (labels.programme, plan.engagement.clone()),
        (labels.period_label, period),
    ])
}

fn listed(items: &[String]) -> Vec<Block> {
    if lines(items).is_empty() { Vec::new() } else { vec![list(items)] }
}

/// Each goal with why it matters, and its measures in a table if it has any.
fn goals(goals: &[Goal], setup: &PaperSetup) -> Vec<Block> {
    let labels = setup.labels();
    let mut blocks = Vec::new();
    for goal in goals.iter().filter(|goal| !goal.title.trim().is_empty()) {
        blocks.push(Block::Heading { level: 2, number: None, text: goal.title.trim().to_owned() });
        let facts = [
            (labels.why, goal.why.clone()),
            (labels.now, goal.present_state.clone()),
            (labels.by, goal.target_date.map(|day| setup.date(day))),
        ];
        let facts =
            facts.into_iter().filter_map(|(name, text)| Some((name.to_owned(), rich_line(filled(text.as_ref())?))));
        let facts: Vec<(String, Line)> = facts.collect();
        if !facts.is_empty() {
            blocks.push(Block::KeyValue(facts));
        }
        let rows: Vec<Vec<Option<&str>>> = goal
            .measures
            .iter()
            .filter(|measure| !measure.text.trim().is_empty())
            .map(|one| vec![Some(one.text.as_str()), filled(one.baseline.as_ref()), filled(one.target.as_ref())])
            .collect();
        let columns = [(labels.know_by, 5), (labels.at_the_start, 3), (labels.wanted, 3)];
        blocks.extend(table(&columns, &rows));
    }
    blocks
}

fn skills(skills: &[Skill], labels: &Labels) -> Vec<Block> {
    let rows: Vec<Vec<Option<&str>>> = skills
        .iter()
        .filter(|one| !one.skill.trim().is_empty())
        .map(|one| {
            let fields = [&one.why, &one.practice, &one.evidence, &one.status];
            std::iter::once(Some(one.skill.as_str())).chain(fields.map(|field| filled(field.as_ref()))).collect()
        })
        .collect();
    let columns = [(labels.skill, 4), (labels.why, 4), (labels.practice, 4), (labels.evidence, 4), (labels.status, 3)];
    table(&columns, &rows)
}

fn milestones(milestones: &[Milestone], setup: &PaperSetup) -> Vec<Block> {
    let labels = setup.labels();
    let days: Vec<Option<String>> = milestones.iter().map(|one| one.by.map(|day| setup.date(day))).collect();
    let rows: Vec<Vec<Option<&str>>> = milestones
        .iter()
        .zip(&days)
        .filter(|(one, _)| !one.what.trim().is_empty())
        .map(|(one, day)| vec![Some(one.what.as_str()), day.as_deref(), filled(one.sessions.as_ref())])
        .collect();
    table(&[(labels.milestone, 6), (labels.by, 3), (labels.sessions, 2)], &rows)
}

/// A table whose columns nobody filled are left out; nothing without rows.
pub(super) fn table(columns: &[(&str, u16)], rows: &[Vec<Option<&str>>]) -> Vec<Block> {
    if rows.is_empty() {
        return Vec::new();
    }
    let shown = |nth: usize| rows.iter().any(|row| row.get(nth).is_some_and(Option::is_some));
    let heads = columns.iter().enumerate().filter(|(nth, _)| shown(*nth));
    let columns = heads
        .map(|(_, (head, share))| Column { head: (*head).to_owned(), width: Width::Share(*share), right: false })
        .collect();
    let rows = rows.iter().map(|row| {
        let cells = row.iter().enumerate().filter(|(nth, _)| shown(*nth));
        Row::Cells(
            cells.map(|(_, text)| Cell { lines: text.map(rich_line).into_iter().collect(), tick: None }).collect(),
        )
    });
    vec![Block::Table { columns, rows: rows.collect() }]
}

fn reviews(reviews: &[(NaiveDate, Option<String>)], setup: &PaperSetup) -> Vec<Block> {
    let rows = reviews
        .iter()
        .map(|(day, what)| (setup.date(*day), rich_line(filled(what.as_ref()).unwrap_or(setup.labels().how_far))));
    let rows: Vec<(String, Line)> = rows.collect();
    pairs(rows)
}

fn signatures(signatures: &[Signatory], labels: &Labels) -> Vec<Block> {
    if signatures.is_empty() {
        return Vec::new();
    }
    let signers = signatures.iter().map(|one| Signer { role: one.role.clone(), name: one.name.clone() });
    vec![Block::Keep(vec![heading(labels.signatures), Block::Signatures(signers.collect())])]
}
