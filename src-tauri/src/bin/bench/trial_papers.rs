//! The papers that are set: an agreement from the built-in clauses, a session summary, a log of hours. `nth` makes every one
//! a little different, as papers are, so that nobody answers from memory.

use chrono::NaiveDate;
use coachbook_core::{
    clauses::{DOES, DOES_NOT, DOS_AND_DONTS, Jurisdiction, SIGNATURES, initial_clauses},
    gaps::{self, Piece},
};
use coachbook_documents::{
    DateStyle, Doc, Letterhead, PageSize, PaperSetup, Stationery,
    blocks::{Block, Cell, Column, Row, Width, words},
    papers::{
        Accountable, Action, AgreementPaper, Clause, ClausePart, Columns, Due, Measure, SessionSummary, Signatory,
        agreement, session_summary,
    },
};

/// Returns the sheet they are set on.
pub(crate) fn setup() -> PaperSetup {
    let some = |text: &str| Some(text.to_owned());
    PaperSetup {
        size: PageSize::A4,
        language: "en".to_owned(),
        generated_on: day(0),
        date_style: DateStyle::Long,
        letterhead: Letterhead {
            coach_name: "Zofia Łuczak".to_owned(),
            business_name: some("Still Water Coaching"),
            address: some("ul. Zmyślona 7\n00-000 Nibylandia"),
            email: some("zofia@stillwater.example"),
            phone: some("+48 00 000 00 00"),
            website: None,
            logo: None,
        },
        stationery: Stationery::default(),
    }
}

/// Returns the agreement with its gaps filled.
pub(crate) fn agreement_doc(nth: usize, setup: &PaperSetup) -> Doc {
    let included = initial_clauses(Jurisdiction::EuropeanUnion).into_iter();
    let clauses = included.filter(|clause| clause.included && clause.key != SIGNATURES).map(|clause| Clause {
        heading: clause.heading,
        columns: (clause.key == DOS_AND_DONTS).then(both_columns),
        parts: if clause.key == DOS_AND_DONTS { Vec::new() } else { parts(&clause.body, nth) },
    });
    let signatory = |role: &str, name: &str| Signatory { role: role.to_owned(), name: Some(name.to_owned()) };
    let client = format!("Ada Trial {nth}");
    let paper = AgreementPaper {
        title: "Coaching agreement".to_owned(),
        effective_date: Some(day(0)),
        version_no: Some(1),
        clauses: clauses.collect(),
        signatures: vec![signatory("Coach", "Zofia Łuczak"), signatory("Client", &client)],
        client_name: Some(client),
        ..AgreementPaper::default()
    };
    agreement(&paper, setup)
}

fn both_columns() -> Columns {
    let list = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect();
    Columns {
        left_heading: "The coach does".to_owned(),
        left: list(DOES),
        right_heading: "The coach does not".to_owned(),
        right: list(DOES_NOT),
    }
}

fn parts(body: &str, nth: usize) -> Vec<ClausePart> {
    let part = |piece| match piece {
        Piece::Text(text) => ClausePart::Text(text.to_owned()),
        Piece::Gap(key) => {
            let known = gaps::gap_spec(key);
            let words = if known.example.is_empty() { known.label.to_string() } else { known.example.to_owned() };
            ClausePart::Gap { value: Some(words), label: known.label.to_string() }
        }
    };
    let mut parts: Vec<ClausePart> = gaps::parse(body).into_iter().map(part).collect();
    parts.push(ClausePart::Text(format!(" This is said in paper {nth}.")));
    parts
}

/// Returns the summary of an ordinary session.
pub(crate) fn summary_doc(nth: usize, setup: &PaperSetup) -> Doc {
    let told = |what: &str, count: usize| -> Vec<String> {
        (1..=count)
            .map(|number| format!("{what} {number} of talk {nth}: saying no early and staying on good terms"))
            .collect()
    };
    let action = |no: u32| Action {
        no,
        what: format!("Ask for half an hour with the head of the team, step {no} of talk {nth}"),
        topic: None,
        wording: None,
        due: Due::By { date: day(i64::from(no)), words: Some(format!("in {no} days")) },
        with_whom: Some("a colleague".to_owned()),
        sign_of_success: Some("A date is in both calendars".to_owned()),
        obstacle: None,
        answer: None,
        commitment: None,
        done: false,
    };
    let paper = SessionSummary {
        client_name: format!("Ada Trial {nth}"),
        session_no: Some(2),
        sessions_planned: Some(6),
        held_on: day(0),
        length_minutes: Some(60),
        delivery: Some("by video call".to_owned()),
        key_insight: Some(format!("“It was never about the numbers, talk {nth}.”")),
        next_action_no: Some(1),
        topics: told("Topic", 2),
        wanted: told("Result", 3),
        importance: told("Reason", 2),
        success_measures: told("Measure", 2),
        opening: Vec::new(),
        closing: Vec::new(),
        explored: Vec::new(),
        insights: told("Insight", 6),
        strengths: told("Strength", 3),
        already_works: told("Resource", 3),
        actions: (1..=10).map(action).collect(),
        accountability: vec![Accountable { who: "a friend at work".to_owned(), covers: vec![1, 2], how_often: None }],
        skills: told("Skill", 5),
        measures: told("Measure", 2)
            .into_iter()
            .map(|measure| Measure { measure, result: Some("Met".to_owned()), own_words: None })
            .collect(),
        follow_up: told("Follow-up", 1),
        next_session: None,
        agreement_version: Some("Coaching agreement, version 1".to_owned()),
        recording: Vec::new(),
        confidentiality: None,
    };
    session_summary(&paper, setup)
}

/// Returns the log of hours with so many rows.
pub(crate) fn hours_doc(rows: usize, nth: usize, setup: &PaperSetup) -> Doc {
    let column = |head: &str, width, right| Column { head: head.to_owned(), width, right };
    let columns = vec![
        column("No.", Width::Points(28), true),
        column("Date", Width::Points(88), false),
        column("Client", Width::Share(2), false),
        column("What was worked on", Width::Share(4), false),
        column("Minutes", Width::Points(48), true),
    ];
    let cell = |text: String| Cell { lines: vec![words(text)], tick: None };
    let row = |number: usize| {
        let (client, topic) = (number % 23, number * 10_000 + nth);
        Row::Cells(vec![
            cell(number.to_string()),
            cell(setup.date(day(number as i64))),
            cell(format!("Client C-{client:03}")),
            cell(format!("Leading a team through change, part {topic}; saying no and staying on good terms")),
            cell((45 + number % 4 * 15).to_string()),
        ])
    };
    Doc {
        title: "Hours log".to_owned(),
        author: setup.letterhead.coach_name.clone(),
        running_head: "Hours log".to_owned(),
        mark: "Confidential".to_owned(),
        watermark: None,
        behind: None,
        blocks: vec![
            Block::Title { text: "Hours log".to_owned(), under: None },
            Block::Table { columns, rows: (1..=rows).map(row).collect() },
        ],
    }
}

fn day(after: i64) -> NaiveDate {
    NaiveDate::default() + chrono::Duration::days(20_000 + after)
}
