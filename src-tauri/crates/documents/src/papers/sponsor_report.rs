//! P10: what the sponsor receives. Built from the sponsor's list alone; see [`coachbook_core::sponsor`].

use coachbook_core::goals::status_words;
use coachbook_core::sponsor::SponsorContent;

use super::{begun, filled, finished, heading, section};
use crate::Doc;
use crate::blocks::{Block, Cell, Column, Line, ParaStyle, Row, Signer, Width, rich, rich_line, words};
use crate::paper::PaperSetup;

const TITLE: &str = "Progress report to the sponsor";
const WAITING: &str = "Not yet approved";

/// The paper as blocks. Without an approval it is the client's copy to sign, and says so on every page.
pub fn sponsor_report(report: &SponsorContent, setup: &PaperSetup) -> Doc {
    let mut blocks = begun(TITLE, report.to.clone(), setup);
    blocks.push(Block::KeyValue(head(report, setup)));
    blocks.extend(section("Sessions", sessions(report, setup)));
    blocks.extend(section("Goals shared by all three", goals(report)));
    let progress = if report.progress.trim().is_empty() { Vec::new() } else { rich(&report.progress) };
    blocks.extend(section("Progress", progress));
    blocks.push(Block::Keep(approval(report, setup)));
    let doc = finished(TITLE, Some(&report.client), blocks, setup);
    Doc { watermark: report.approved.is_none().then(|| WAITING.to_owned()), ..doc }
}

fn head(report: &SponsorContent, setup: &PaperSetup) -> Vec<(String, Line)> {
    let (from, until) = report.period;
    [
        ("Sponsor", Some(report.sponsor.clone())),
        ("Client", Some(report.client.clone())),
        ("Programme", report.engagement.clone()),
        ("Period", Some(format!("{} to {}", setup.date(from), setup.date(until)))),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name.to_owned(), words(filled(value.as_ref())?))))
    .collect()
}

fn sessions(report: &SponsorContent, setup: &PaperSetup) -> Vec<Block> {
    let held = match report.planned {
        Some(planned) => format!("{} of {planned} planned sessions held so far", report.held),
        None => format!("{} sessions held so far", report.held),
    };
    let days: Vec<String> = report.held_on.iter().map(|day| setup.date(*day)).collect();
    let mut pairs = vec![("Held".to_owned(), words(held))];
    pairs.extend((!days.is_empty()).then(|| ("In this period".to_owned(), words(days.join("; ")))));
    vec![Block::KeyValue(pairs)]
}

fn goals(report: &SponsorContent) -> Vec<Block> {
    if report.goals.is_empty() {
        return Vec::new();
    }
    let column = |head: &str, width| Column { head: head.to_owned(), width, right: false };
    let columns = vec![column("Goal", Width::Share(1)), column("Stands", Width::Points(110))];
    let cell = |line: Line| Cell { lines: vec![line], tick: None };
    let rows = report
        .goals
        .iter()
        .map(|goal| Row::Cells(vec![cell(rich_line(&goal.title)), cell(words(status_words(goal.status)))]));
    vec![Block::Table { columns, rows: rows.collect() }]
}

fn approval(report: &SponsorContent, setup: &PaperSetup) -> Vec<Block> {
    let Some((by, on)) = &report.approved else {
        let ask = "I have read this report and agree that it goes to the sponsor as it stands.";
        let signer = Signer { role: "Client".to_owned(), name: Some(report.client.clone()) };
        return vec![
            heading("The client\u{2019}s approval"),
            Block::Para(ParaStyle::Body, words(ask)),
            Block::Signatures(vec![signer]),
        ];
    };
    let line = format!("Written together with the client, and approved by {by} on {}.", setup.date(*on));
    vec![heading("The client\u{2019}s approval"), Block::Para(ParaStyle::Body, words(line))]
}
