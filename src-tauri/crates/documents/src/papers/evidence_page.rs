//! The page behind a paper signed on the screen: what was signed, by whom, how and when.

use chrono::{DateTime, FixedOffset};
use coachbook_core::giving::{STROKES_HIGH, STROKES_WIDE, Strokes};

use super::{begun, facts, finished, heading};
use crate::Doc;
use crate::blocks::{Behind, Block, Ink, ParaStyle, words};
use crate::drawing::{Dot, Drawing, Pattern, Shape, Stroke};
use crate::labels::Labels;
use crate::layout::from_right;
use crate::paper::PaperSetup;

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
    let labels = setup.labels();
    let mut blocks = begun(labels.screen_title, Some(page.paper.clone()), setup);
    blocks.push(heading(labels.screen_what));
    blocks.push(facts([
        (labels.screen_paper, Some(page.paper.clone())),
        (labels.screen_pages, Some(page.pages.to_string())),
        (labels.screen_bytes, Some(in_thousands(page.bytes))),
        (labels.screen_sha, Some(in_groups(&page.sha256))),
    ]));
    for signature in &page.signatures {
        blocks.extend(signed(signature, setup));
    }
    blocks.push(Block::Space(12));
    blocks.push(Block::Para(ParaStyle::Note, words(labels.screen_simple)));
    let behind = Some(Behind { paper: page.paper.clone(), pages: page.pages });
    Doc { behind, ..finished(labels.screen_title, None, blocks, setup) }
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
    let labels = setup.labels();
    let at = signature.at;
    let (day, time) = (setup.date(at.date_naive()), at.format("%H:%M:%S").to_string());
    let moment = labels.fill(labels.date_time, &[("date", &day), ("time", &time)]);
    let facts = facts([
        (labels.name_in_print, Some(signature.name.clone())),
        (labels.screen_words, Some(signature.intent.clone())),
        (labels.place, signature.place.clone()),
        (labels.day, (signature.signed_on != at.date_naive()).then(|| setup.date(signature.signed_on))),
        (labels.screen_moment, Some(format!("{moment} ({}, UTC{})", signature.zone, at.format("%:z")))),
        (labels.screen_method, Some(drawn_or_typed(signature, labels).to_owned())),
    ]);
    let from_right = from_right(&setup.language);
    let sign = match &signature.strokes {
        Some(strokes) => {
            let alternative = labels.fill(labels.screen_drawing, &[("name", &signature.name)]);
            Block::Drawing(drawn(strokes, from_right, alternative))
        }
        // The name stands where the paper's own words begin, whatever its script.
        None => {
            let mark = if from_right { "\u{200f}" } else { "" };
            Block::Para(ParaStyle::Lead, words(format!("{mark}{}", signature.name)))
        }
    };
    vec![heading(&signature.role), Block::Keep(vec![sign, facts])]
}

const fn drawn_or_typed(signature: &ScreenSignature, labels: &Labels) -> &'static str {
    if signature.strokes.is_some() { labels.screen_drawn } else { labels.screen_typed }
}

/// The drawing as it was drawn, over a line. A page that is read from the right is turned over whole, and a signature
/// turned over would be another one: it is turned beforehand, so that it comes out as the hand made it.
fn drawn(strokes: &Strokes, from_right: bool, alternative: String) -> Drawing {
    let (wide, high) = (f64::from(WIDTH) / f64::from(STROKES_WIDE), f64::from(HEIGHT) / f64::from(STROKES_HIGH));
    let pen = Stroke { ink: Ink::Text, tenths: 12, ..hairline() };
    let across = |x: u16| if from_right { STROKES_WIDE.saturating_sub(x) } else { x };
    let dot = |&(x, y): &(u16, u16)| Dot::at(f64::from(across(x)) * wide, f64::from(y) * high);
    let shape = |places: &Vec<(u16, u16)>| {
        let dots: Vec<Dot> = places.iter().map(dot).collect();
        match dots.as_slice() {
            [dot] => Shape::Circle { centre: *dot, radius: 80, fill: Some(Ink::Text), stroke: None },
            _ => Shape::Line { dots, closed: false, stroke: pen },
        }
    };
    let shapes = std::iter::once(base()).chain(strokes.strokes().iter().map(shape)).collect();
    Drawing { width: WIDTH, height: HEIGHT, shapes, alternative }
}

fn base() -> Shape {
    let low = f64::from(HEIGHT) - 2.0;
    Shape::Line { dots: vec![Dot::at(0.0, low), Dot::at(f64::from(WIDTH), low)], closed: false, stroke: hairline() }
}

fn hairline() -> Stroke {
    Stroke { ink: Ink::WritingLine, tenths: 5, pattern: Pattern::Solid }
}
