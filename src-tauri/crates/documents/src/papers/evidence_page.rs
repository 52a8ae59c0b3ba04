//! The page behind a paper signed on the screen: what was signed, by whom, how and when.

use chrono::{DateTime, FixedOffset};
use coachbook_core::giving::{STROKES_HIGH, STROKES_WIDE, Strokes};

use super::{begun, finished, heading};
use crate::Doc;
use crate::blocks::{Block, Ink, Line, ParaStyle, words};
use crate::drawing::{Dot, Drawing, Pattern, Shape, Stroke};
use crate::paper::PaperSetup;

const TITLE: &str = "Signatures made on screen";
const WHAT: &str = "What was signed";
const ABOUT: [&str; 4] = ["Paper", "Pages", "Bytes", "SHA-256 of the bytes"];
const EACH: [&str; 6] = ["Name in print", "Words agreed to", "Place", "Day", "Date and time", "Method"];
const DRAWN: &str = "drawn on screen";
const TYPED: &str = "typed on screen";
const DRAWING: &str = "Signature drawn by ";
const SIMPLE: &str = "Each signature is a simple electronic signature, made on the coach's computer with the paper on the \
                      screen. It holds for the paper with the SHA-256 above and for no other: one changed letter would give \
                      another number. The pages before this one are that paper. A copy without a password begins with \
                      the very bytes that were signed: as many as are named above, and they have that number.";
const WIDTH: u16 = 240;
const HEIGHT: u16 = 72;

/// One signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScreenSignature {
    /// As what the person signed: *Client*.
    pub role: String,
    /// Name in print.
    pub name: String,
    /// The drawing; none when the name was typed.
    pub strokes: Option<Strokes>,
    /// The sentence that stood beside it.
    pub intent: String,
    /// Place, as said.
    pub place: Option<String>,
    /// The day the person gave.
    pub signed_on: chrono::NaiveDate,
    /// Moment, on the clock of the zone.
    pub at: DateTime<FixedOffset>,
    /// The zone's name.
    pub zone: String,
}

/// What was signed and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidencePage {
    /// The paper, as *Coaching agreement, version 2*.
    pub paper: String,
    /// Its pages.
    pub pages: usize,
    /// Its bytes, counted.
    pub bytes: usize,
    /// SHA-256 of them, in hex.
    pub sha256: String,
    /// The signatures in their order.
    pub signatures: Vec<ScreenSignature>,
}

/// The page as blocks.
pub fn evidence_page(page: &EvidencePage, setup: &PaperSetup) -> Doc {
    let setup = &setup.in_english();
    let mut blocks = begun(TITLE, Some(page.paper.clone()), setup);
    blocks.push(heading(WHAT));
    let facts = [page.paper.clone(), page.pages.to_string(), in_thousands(page.bytes), in_groups(&page.sha256)];
    blocks.push(pairs(ABOUT.into_iter().zip(facts.into_iter().map(Some))));
    for signature in &page.signatures {
        blocks.extend(signed(signature, setup));
    }
    blocks.push(Block::Space(12));
    blocks.push(Block::Para(ParaStyle::Note, words(SIMPLE)));
    finished(TITLE, None, blocks, setup)
}

fn in_thousands(count: usize) -> String {
    let digits: Vec<char> = count.to_string().chars().collect();
    let groups: Vec<String> = digits.rchunks(3).rev().map(|group| group.iter().collect()).collect();
    groups.join("\u{a0}")
}

/// The number in two lines of four groups, so that an eye can compare it.
fn in_groups(hex: &str) -> String {
    let digits: Vec<char> = hex.chars().collect();
    let groups: Vec<String> = digits.chunks(8).map(|group| group.iter().collect()).collect();
    groups.chunks(4).map(|line| line.join(" ")).collect::<Vec<_>>().join("\n")
}

fn signed(signature: &ScreenSignature, setup: &PaperSetup) -> Vec<Block> {
    let moment = format!(
        "{}, {} ({}, UTC{})",
        setup.date(signature.at.date_naive()),
        signature.at.format("%H:%M:%S"),
        signature.zone,
        signature.at.format("%:z")
    );
    let method = if signature.strokes.is_some() { DRAWN } else { TYPED };
    let facts = [
        Some(signature.name.clone()),
        Some(signature.intent.clone()),
        signature.place.clone(),
        (signature.signed_on != signature.at.date_naive()).then(|| setup.date(signature.signed_on)),
        Some(moment),
        Some(method.to_owned()),
    ];
    let sign = match &signature.strokes {
        Some(strokes) => Block::Drawing(drawn(strokes, &signature.name)),
        None => Block::Para(ParaStyle::Lead, words(signature.name.clone())),
    };
    vec![heading(&signature.role), Block::Keep(vec![sign, pairs(EACH.into_iter().zip(facts))])]
}

fn pairs(facts: impl Iterator<Item = (&'static str, Option<String>)>) -> Block {
    let known = facts.filter_map(|(name, value)| Some((name.to_owned(), words(value?)) as (String, Line)));
    Block::KeyValue(known.collect())
}

/// The drawing as it was drawn, over a line.
fn drawn(strokes: &Strokes, name: &str) -> Drawing {
    let (wide, high) = (f64::from(WIDTH) / f64::from(STROKES_WIDE), f64::from(HEIGHT) / f64::from(STROKES_HIGH));
    let pen = Stroke { ink: Ink::Text, tenths: 12, ..hairline() };
    let shape = |places: &Vec<(u16, u16)>| {
        let dots: Vec<Dot> = places.iter().map(|&(x, y)| Dot::at(f64::from(x) * wide, f64::from(y) * high)).collect();
        match dots.as_slice() {
            [dot] => Shape::Circle { centre: *dot, radius: 80, fill: Some(Ink::Text), stroke: None },
            _ => Shape::Line { dots, closed: false, stroke: pen },
        }
    };
    let shapes = std::iter::once(base()).chain(strokes.strokes().iter().map(shape)).collect();
    Drawing { width: WIDTH, height: HEIGHT, shapes, alternative: format!("{DRAWING}{name}") }
}

fn base() -> Shape {
    let low = f64::from(HEIGHT) - 2.0;
    Shape::Line { dots: vec![Dot::at(0.0, low), Dot::at(f64::from(WIDTH), low)], closed: false, stroke: hairline() }
}

fn hairline() -> Stroke {
    Stroke { ink: Ink::WritingLine, tenths: 5, pattern: Pattern::Solid }
}
