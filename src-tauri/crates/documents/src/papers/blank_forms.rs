//! P16: forms to print and fill in by hand, with room for a hand that writes.

use coachbook_core::clauses::{self, Jurisdiction, SIGNATURES};
use coachbook_core::gaps::{self, Piece};

use super::agreement::{AgreementPaper, Clause, ClausePart, Columns, Signatory, agreement};
use super::{begun, finished, heading, wheel_chart};
use crate::Doc;
use crate::blocks::{Block, Column, Inline, Line, ParaStyle, Row, Width, words};
use crate::labels::Labels;
use crate::paper::PaperSetup;

/// Parts of an empty wheel.
const PARTS: usize = 8;

/// The agreement of the clause library with a line in every gap. The text is a start, to be checked by a lawyer.
pub fn blank_agreement(jurisdiction: Jurisdiction, setup: &PaperSetup) -> Doc {
    // Its clauses are in English, and so are the words around them.
    let setup = &setup.in_english();
    let labels = setup.labels();
    let coach = setup.letterhead.coach_name.clone();
    let clauses = clauses::initial_clauses(jurisdiction);
    let wanted = clauses.into_iter().filter(|clause| clause.included && clause.key != SIGNATURES);
    let paper = AgreementPaper {
        title: labels.coaching_agreement.to_owned(),
        clauses: wanted.map(|clause| blank_clause(&clause.key, clause.heading, &clause.body, &coach, labels)).collect(),
        signatures: vec![
            Signatory { role: labels.coach.to_owned(), name: Some(coach) },
            Signatory { role: labels.client.to_owned(), name: None },
        ],
        ..AgreementPaper::default()
    };
    agreement(&paper, setup)
}

fn blank_clause(key: &str, heading: String, body: &str, coach: &str, labels: &Labels) -> Clause {
    if let Some((left, right)) = clauses::columns(key, body) {
        let (left_heading, right_heading) = (labels.coach_does.to_owned(), labels.coach_does_not.to_owned());
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
    let labels = setup.labels();
    let title = labels.before_title;
    let mut blocks = begun(title, Some(labels.before_under.to_owned()), setup);
    blocks.push(written_head(&[labels.name, labels.session_on]));
    blocks.push(asked(labels.ask_moved, labels.ask_moved_hint, 5));
    blocks.push(asked(labels.ask_wanted, labels.ask_wanted_hint, 4));
    blocks.push(asked(labels.ask_know, labels.ask_know_hint, 3));
    finished(title, None, blocks, setup)
}

/// A sheet for a session in four parts: two on each side of the paper.
pub fn grow_sheet(setup: &PaperSetup) -> Doc {
    let labels = setup.labels();
    let title = labels.grow_title;
    let part = |letter: char, name: &str| format!("{letter}  {name}");
    let mut blocks = begun(title, None, setup);
    blocks.push(written_head(&[labels.name, labels.date_label]));
    blocks.push(asked(&part('G', labels.grow_goal), labels.grow_goal_hint, 6));
    blocks.push(asked(&part('R', labels.grow_reality), labels.grow_reality_hint, 9));
    blocks.push(Block::PageBreak);
    blocks.push(asked(&part('O', labels.grow_options), labels.grow_options_hint, 8));
    let columns =
        [(labels.what, Width::Share(5)), (labels.by_when, Width::Share(2)), (labels.with_whom, Width::Share(2))];
    blocks.push(Block::Keep(vec![
        heading(&part('W', labels.grow_way)),
        Block::Para(ParaStyle::Note, words(labels.grow_way_hint)),
        blank_table(&columns, 6),
    ]));
    blocks.push(asked(labels.grow_know, labels.grow_know_hint, 2));
    finished(title, None, blocks, setup)
}

/// An action plan without a word in it.
pub fn blank_action_plan(setup: &PaperSetup) -> Doc {
    let labels = setup.labels();
    let title = labels.plan_title;
    let mut blocks = begun(title, None, setup);
    blocks.push(written_head(&[labels.name, labels.date_label]));
    blocks.push(blank_table(
        &[
            (labels.no, Width::Points(20)),
            (labels.action, Width::Share(6)),
            (labels.by_when, Width::Share(3)),
            (labels.with_via, Width::Share(3)),
            (labels.sign_of_success, Width::Share(4)),
            (labels.done, Width::Points(28)),
        ],
        9,
    ));
    blocks.push(Block::Space(12));
    blocks.push(Block::WriteLine { label: labels.who_will_know_hint.to_owned(), lines: 1 });
    blocks.push(Block::WriteLine { label: labels.look_again_hint.to_owned(), lines: 1 });
    finished(title, None, blocks, setup)
}

/// A wheel of life to shade and name.
pub fn blank_wheel(setup: &PaperSetup) -> Doc {
    let labels = setup.labels();
    let title = labels.wheel_title;
    let mut blocks = begun(title, None, setup);
    blocks.push(written_head(&[labels.name, labels.date_label]));
    blocks.push(Block::Para(ParaStyle::Body, words(labels.wheel_how)));
    blocks.push(Block::Drawing(wheel_chart::empty(PARTS, labels)));
    blocks.push(asked(labels.wheel_ask, "", 2));
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
