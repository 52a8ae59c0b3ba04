//! P9: the end of an engagement: what became of its goals, and what the client goes on with.

use chrono::NaiveDate;
use coachbook_core::goals::Goal;

use super::coaching_plan::table;
use super::line_chart::{self, Series};
use super::{begun, facts, filled, finished, lines, list, section};
use crate::Doc;
use crate::blocks::{Block, ParaStyle, rich, words};
use crate::labels::Labels;
use crate::paper::PaperSetup;

/// A goal at the end, with the client's words on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndedGoal {
    /// The goal.
    pub goal: Goal,
    /// The client's words on how it ended.
    pub own_words: Option<String>,
}

/// The report. Holds shared rows only: what is not given here cannot be printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClosingReport {
    /// The client's name as printed.
    pub client_name: String,
    /// The programme.
    pub engagement: Option<String>,
    /// First and last day.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// The goals and how they ended.
    pub goals: Vec<EndedGoal>,
    /// What was measured over time.
    pub measures: Vec<Series>,
    /// Key insights.
    pub insights: Vec<String>,
    /// Strengths.
    pub strengths: Vec<String>,
    /// Skills that were built.
    pub skills: Vec<String>,
    /// What the client goes on with.
    pub goes_on_with: Vec<String>,
    /// The client's feedback.
    pub feedback: Vec<String>,
    /// The days sessions were held.
    pub sessions: Vec<NaiveDate>,
    /// How many were planned.
    pub planned: Option<u32>,
    /// Thanks and ending, a text in the small grammar.
    pub thanks: Option<String>,
}

/// The paper as blocks.
pub fn closing_report(report: &ClosingReport, setup: &PaperSetup) -> Doc {
    let labels = setup.labels();
    let mut blocks = begun(labels.closing_title, None, setup);
    blocks.push(head(report, setup));
    blocks.extend(section(labels.goals_ended, goals(&report.goals, labels)));
    blocks.extend(section(labels.measures_over_time, measures(&report.measures, setup)));
    for (name, items) in [
        (labels.key_insights, &report.insights),
        (labels.strengths, &report.strengths),
        (labels.skills, &report.skills),
        (labels.goes_on_with, &report.goes_on_with),
        (labels.feedback, &report.feedback),
    ] {
        let content = if lines(items).is_empty() { Vec::new() } else { vec![list(items)] };
        blocks.extend(section(name, content));
    }
    blocks.extend(section(labels.sessions_held, sessions(report, setup)));
    blocks.extend(section(labels.thanks, filled(report.thanks.as_ref()).map(rich).unwrap_or_default()));
    finished(labels.closing_title, Some(&report.client_name), blocks, setup)
}

fn head(report: &ClosingReport, setup: &PaperSetup) -> Block {
    let labels = setup.labels();
    facts([
        (labels.client, Some(report.client_name.clone())),
        (labels.programme, report.engagement.clone()),
        (labels.period_label, report.period.map(|(from, until)| setup.period(from, until))),
    ])
}

fn goals(goals: &[EndedGoal], labels: &Labels) -> Vec<Block> {
    let rows: Vec<Vec<Option<&str>>> = goals
        .iter()
        .filter(|one| !one.goal.title.trim().is_empty())
        .map(|one| {
            let ended = labels.goal_status(one.goal.status);
            vec![Some(one.goal.title.as_str()), Some(ended), filled(one.own_words.as_ref())]
        })
        .collect();
    table(&[(labels.goal, 5), (labels.ended, 2), (labels.your_words, 4)], &rows)
}

/// The drawing, and the same numbers in a table.
fn measures(series: &[Series], setup: &PaperSetup) -> Vec<Block> {
    let series: Vec<&Series> = series.iter().filter(|one| !one.places.is_empty()).collect();
    if series.is_empty() {
        return Vec::new();
    }
    let mut days: Vec<NaiveDate> = series.iter().flat_map(|one| one.places.iter().map(|(day, _)| *day)).collect();
    days.sort_unstable();
    days.dedup();
    let texts: Vec<Vec<Option<String>>> = days
        .iter()
        .map(|day| {
            let place = |one: &&Series| {
                one.places.iter().find(|(on, _)| on == day).map(|(_, place)| place.number().to_string())
            };
            std::iter::once(Some(setup.date(*day))).chain(series.iter().map(place)).collect()
        })
        .collect();
    let rows: Vec<Vec<Option<&str>>> = texts.iter().map(|row| row.iter().map(Option::as_deref).collect()).collect();
    let mut columns = vec![(setup.labels().day, 3)];
    columns.extend(series.iter().map(|one| (one.name.as_str(), 3)));
    let mut blocks = vec![Block::Drawing(line_chart::drawing(&series, setup))];
    blocks.push(Block::Para(ParaStyle::Note, words(setup.labels().places_note)));
    blocks.extend(table(&columns, &rows));
    blocks
}

fn sessions(report: &ClosingReport, setup: &PaperSetup) -> Vec<Block> {
    if report.sessions.is_empty() {
        return Vec::new();
    }
    let labels = setup.labels();
    let held = report.sessions.len();
    let count = match report.planned {
        Some(planned) => {
            labels.fill(labels.held_of_planned, &[("n", &held.to_string()), ("count", &planned.to_string())])
        }
        None => held.to_string(),
    };
    let days: Vec<String> = report.sessions.iter().map(|day| setup.date(*day)).collect();
    let on = words(labels.semicolons(&days));
    vec![Block::KeyValue(vec![(labels.held_count.to_owned(), words(count)), (labels.held_on.to_owned(), on)])]
}
