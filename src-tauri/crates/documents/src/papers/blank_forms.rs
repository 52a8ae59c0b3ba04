//! P16: forms to print and fill in by hand, with room for a hand that writes.

use coachbook_core::clauses::{self, DOS_AND_DONTS, Jurisdiction, SIGNATURES};
use coachbook_core::gaps::{self, Piece};

use super::agreement::{AgreementPaper, Clause, ClausePart, Columns, Signatory, agreement};
use super::{begun, finished, heading, wheel_chart};
use crate::Doc;
use crate::blocks::{Block, Column, Inline, Line, ParaStyle, Row, Width, words};
use crate::paper::PaperSetup;

/// Parts of an empty wheel.
const PARTS: usize = 8;

/// The agreement of the clause library with a line in every gap. The text is a start, to be checked by a lawyer.
pub fn blank_agreement(jurisdiction: Jurisdiction, setup: &PaperSetup) -> Doc {
    let coach = setup.letterhead.coach_name.clone();
    let clauses = clauses::initial_clauses(jurisdiction);
    let wanted = clauses.into_iter().filter(|clause| clause.included && clause.key != SIGNATURES);
    let paper = AgreementPaper {
        title: "Coaching agreement".to_owned(),
        clauses: wanted.map(|clause| blank_clause(&clause.key, clause.heading, &clause.body, &coach)).collect(),
        signatures: vec![
            Signatory { role: "Coach".to_owned(), name: Some(coach) },
            Signatory { role: "Client".to_owned(), name: None },
        ],
        ..AgreementPaper::default()
    };
    agreement(&paper, setup)
}

fn blank_clause(key: &str, heading: String, body: &str, coach: &str) -> Clause {
    if let Some((left, right)) = (key == DOS_AND_DONTS).then(|| clauses::columns(body)).flatten() {
        let (left_heading, right_heading) = ("The coach does".to_owned(), "The coach does not".to_owned());
        return Clause {
            heading,
            parts: Vec::new(),
            columns: Some(Columns { left_heading, left, right_heading, right }),
        };
    }
    let part = |piece: Piece<'_>| match piece {
        Piece::Text(text) => ClausePart::Text(text.to_owned()),
        Piece::Gap("coach.legal_name") => gap(Some(coach.to_owned()), "coach"),
        Piece::Gap("client.legal_name") => gap(None, "client"),
        Piece::Gap(key) => gap(None, &gaps::gap_spec(key).label.to_lowercase()),
    };
    // "refunded{refund_terms}" runs up to the word before its gap.
    let mut parts = Vec::new();
    for piece in gaps::parse(body) {
        if matches!(piece, Piece::Gap(key) if gaps::gap_spec(key).optional) {
            parts.push(ClausePart::Text(" ".to_owned()));
        }
        parts.push(part(piece));
    }
    Clause { heading, parts, columns: None }
}

fn gap(value: Option<String>, label: &str) -> ClausePart {
    ClausePart::Gap { value, label: label.to_owned() }
}

/// What the client thinks over before a session.
pub fn before_session_form(setup: &PaperSetup) -> Doc {
    let title = "Before our session";
    let under = "For you to think over; bring it along, or send as much of it as you like.".to_owned();
    let mut blocks = begun(title, Some(under), setup);
    blocks.push(written_head(&["Name", "Session on"]));
    for (name, hint, lines) in [
        ("What has moved since last time?", "What you did, what happened, what you noticed", 5),
        ("What do you want from this session?", "What should be different at the end of it", 4),
        ("How will you know?", "What you would see, hear, feel or have in your hands", 3),
    ] {
        blocks.push(asked(name, hint, lines));
    }
    finished(title, None, blocks, setup)
}

/// A sheet for a session in four parts: two on each side of the paper.
pub fn grow_sheet(setup: &PaperSetup) -> Doc {
    let title = "GROW sheet";
    let mut blocks = begun(title, None, setup);
    blocks.push(written_head(&["Name", "Date"]));
    blocks.push(asked("G  Goal", "What do you want? How will you know that you have it?", 6));
    blocks.push(asked("R  Reality", "How is it now? What have you tried? What is in the way, what helps?", 9));
    blocks.push(Block::PageBreak);
    blocks.push(asked("O  Options", "What could you do? What else? What if nothing were in the way?", 8));
    let hint = "What will you do, by when, with whom?";
    blocks.push(Block::Keep(vec![
        heading("W  Way forward"),
        Block::Para(ParaStyle::Note, words(hint)),
        blank_table(&[("What", Width::Share(5)), ("By when", Width::Share(2)), ("With whom", Width::Share(2))], 6),
    ]));
    blocks.push(asked("Who will know?", "A person, a list, a calendar", 2));
    finished(title, None, blocks, setup)
}

/// An action plan without a word in it.
pub fn blank_action_plan(setup: &PaperSetup) -> Doc {
    let title = "Action plan";
    let mut blocks = begun(title, None, setup);
    blocks.push(written_head(&["Name", "Date"]));
    blocks.push(blank_table(
        &[
            ("No.", Width::Points(20)),
            ("Action", Width::Share(6)),
            ("By when", Width::Share(3)),
            ("With / via", Width::Share(3)),
            ("Sign of success", Width::Share(4)),
            ("Done", Width::Points(28)),
        ],
        9,
    ));
    blocks.push(Block::Space(12));
    blocks.push(Block::WriteLine { label: "who will know".to_owned(), lines: 1 });
    blocks.push(Block::WriteLine { label: "we look at it again on".to_owned(), lines: 1 });
    finished(title, None, blocks, setup)
}

/// A wheel of life to shade and name.
pub fn blank_wheel(setup: &PaperSetup) -> Doc {
    let title = "Wheel of life";
    let mut blocks = begun(title, None, setup);
    blocks.push(written_head(&["Name", "Date"]));
    let how = "Name each part on its line. Shade it from the middle outward to how full it is now, from 0 to 10; then \
               draw a line where you want it.";
    blocks.push(Block::Para(ParaStyle::Body, words(how)));
    blocks.push(Block::Drawing(wheel_chart::empty(PARTS)));
    blocks.push(asked("What do you notice, and what do you want to look at first?", "", 2));
    finished(title, None, blocks, setup)
}

fn written_head(labels: &[&str]) -> Block {
    let gap = || vec![Inline::Gap { label: String::new(), wide: true }];
    Block::KeyValue(labels.iter().map(|label| ((*label).to_owned(), gap())).collect::<Vec<(String, Line)>>())
}

/// A question with lines to write on, kept on one page.
fn asked(name: &str, hint: &str, lines: u8) -> Block {
    let mut blocks = vec![heading(name)];
    if !hint.is_empty() {
        blocks.push(Block::Para(ParaStyle::Note, words(hint)));
    }
    blocks.push(Block::WriteLine { label: String::new(), lines });
    Block::Keep(blocks)
}

fn blank_table(columns: &[(&str, Width)], rows: usize) -> Block {
    let columns =
        columns.iter().map(|(head, width)| Column { head: (*head).to_owned(), width: *width, right: false }).collect();
    Block::Table { columns, rows: vec![Row::Blank(32); rows] }
}
