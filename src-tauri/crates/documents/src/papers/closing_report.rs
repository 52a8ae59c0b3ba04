//! P9: the end of an engagement: what became of its goals, and what the client goes on with.

use chrono::NaiveDate;
use coachbook_core::goals::{Goal, status_words};

use super::coaching_plan::table;
use super::line_chart::{self, Series};
use super::{begun, filled, finished, lines, list, section};
use crate::Doc;
use crate::blocks::{Block, Line, ParaStyle, rich, words};
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

const TITLE: &str = "Closing report";

/// The paper as blocks.
pub fn closing_report(report: &ClosingReport, setup: &PaperSetup) -> Doc {
    let mut blocks = begun(TITLE, None, setup);
    blocks.push(Block::KeyValue(head(report, setup)));
    blocks.extend(section("Your goals and how they ended", goals(&report.goals)));
    blocks.extend(section("Measures over time", measures(&report.measures, setup)));
    for (name, items) in [
        ("Key insights", &report.insights),
        ("Strengths", &report.strengths),
        ("Skills", &report.skills),
        ("What you go on with", &report.goes_on_with),
        ("Your feedback", &report.feedback),
    ] {
        let content = if lines(items).is_empty() { Vec::new() } else { vec![list(items)] };
        blocks.extend(section(name, content));
    }
    blocks.extend(section("Sessions held", sessions(report, setup)));
    blocks.extend(section("Thanks", filled(report.thanks.as_ref()).map(rich).unwrap_or_default()));
    finished(TITLE, Some(&report.client_name), blocks, setup)
}

fn head(report: &ClosingReport, setup: &PaperSetup) -> Vec<(String, Line)> {
    let period = report.period.map(|(from, until)| format!("{} to {}", setup.date(from), setup.date(until)));
    [("Client", Some(report.client_name.clone())), ("Programme", report.engagement.clone()), ("Period", period)]
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), words(filled(value.as_ref())?))))
        .collect()
}

fn goals(goals: &[EndedGoal]) -> Vec<Block> {
    let rows: Vec<Vec<Option<&str>>> = goals
        .iter()
        .filter(|one| !one.goal.title.trim().is_empty())
        .map(|one| {
            vec![Some(one.goal.title.as_str()), Some(status_words(one.goal.status)), filled(one.own_words.as_ref())]
        })
        .collect();
    table(&[("Goal", 5), ("Ended", 2), ("Your words", 4)], &rows)
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
    let mut columns = vec![("Day", 3)];
    columns.extend(series.iter().map(|one| (one.name.as_str(), 3)));
    let note = "Places from 0 to 10, as you gave them on the day.";
    let mut blocks = vec![Block::Drawing(line_chart::drawing(&series, setup))];
    blocks.push(Block::Para(ParaStyle::Note, words(note)));
    blocks.extend(table(&columns, &rows));
    blocks
}

fn sessions(report: &ClosingReport, setup: &PaperSetup) -> Vec<Block> {
    if report.sessions.is_empty() {
        return Vec::new();
    }
    let count = match report.planned {
        Some(planned) => format!("{} of {planned} planned", report.sessions.len()),
        None => report.sessions.len().to_string(),
    };
    let days: Vec<String> = report.sessions.iter().map(|day| setup.date(*day)).collect();
    vec![Block::KeyValue(vec![("Held".to_owned(), words(count)), ("On".to_owned(), words(days.join("; ")))])]
}
