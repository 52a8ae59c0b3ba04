//! P10: what the sponsor receives. Built from the sponsor's list alone; see [`coachbook_core::sponsor`].

use coachbook_core::sponsor::SponsorContent;

use super::{begun, facts, finished, heading, section};
use crate::Doc;
use crate::blocks::{Block, Cell, Column, Line, ParaStyle, Row, Signer, Width, rich, rich_line, words};
use crate::labels::Labels;
use crate::paper::PaperSetup;

/// The paper as blocks. Without an approval it is the client's copy to sign, and says so on every page.
pub fn sponsor_report(report: &SponsorContent, setup: &PaperSetup) -> Doc {
    let labels = setup.labels();
    let mut blocks = begun(labels.sponsor_title, report.to.clone(), setup);
    blocks.push(head(report, setup));
    blocks.extend(section(labels.sessions, sessions(report, setup)));
    blocks.extend(section(labels.goals_of_three, goals(report, labels)));
    let progress = if report.progress.trim().is_empty() { Vec::new() } else { rich(&report.progress) };
    blocks.extend(section(labels.progress, progress));
    blocks.push(Block::Keep(approval(report, setup)));
    let doc = finished(labels.sponsor_title, Some(&report.client), blocks, setup);
    Doc { watermark: report.approved.is_none().then(|| labels.not_yet_approved.to_owned()), ..doc }
}

fn head(report: &SponsorContent, setup: &PaperSetup) -> Block {
    let labels = setup.labels();
    let (from, until) = report.period;
    facts([
        (labels.sponsor, Some(report.sponsor.clone())),
        (labels.client, Some(report.client.clone())),
        (labels.programme, report.engagement.clone()),
        (labels.period_label, Some(setup.period(from, until))),
    ])
}

fn sessions(report: &SponsorContent, setup: &PaperSetup) -> Vec<Block> {
    let labels = setup.labels();
    let held = match report.planned {
        Some(planned) => {
            labels.fill(labels.held_so_far_planned, &[("n", &report.held.to_string()), ("count", &planned.to_string())])
        }
        None => labels.counted(labels.held_so_far, report.held),
    };
    let days: Vec<String> = report.held_on.iter().map(|day| setup.date(*day)).collect();
    let mut pairs = vec![(labels.held_count.to_owned(), words(held))];
    pairs.extend((!days.is_empty()).then(|| (labels.in_this_period.to_owned(), words(labels.semicolons(&days)))));
    vec![Block::KeyValue(pairs)]
}

fn goals(report: &SponsorContent, labels: &Labels) -> Vec<Block> {
    if report.goals.is_empty() {
        return Vec::new();
    }
    let column = |head: &str, width| Column { head: head.to_owned(), width, right: false };
    let columns = vec![column(labels.goal, Width::Share(1)), column(labels.stands, Width::Points(110))];
    let cell = |line: Line| Cell { lines: vec![line], tick: None };
    let rows = report
        .goals
        .iter()
        .map(|goal| Row::Cells(vec![cell(rich_line(&goal.title)), cell(words(labels.goal_status(goal.status)))]));
    vec![Block::Table { columns, rows: rows.collect() }]
}

fn approval(report: &SponsorContent, setup: &PaperSetup) -> Vec<Block> {
    let labels = setup.labels();
    let Some((by, on)) = &report.approved else {
        let signer = Signer { role: labels.client.to_owned(), name: Some(report.client.clone()) };
        return vec![
            heading(labels.client_approval),
            Block::Para(ParaStyle::Body, words(labels.approval_ask)),
            Block::Signatures(vec![signer]),
        ];
    };
    let line = labels.fill(labels.approved_by, &[("name", by), ("date", &setup.date(*on))]);
    vec![heading(labels.client_approval), Block::Para(ParaStyle::Body, words(line))]
}
