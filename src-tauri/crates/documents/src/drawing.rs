//! Small drawings on a paper: lines, areas, circles and labels, with a text for those who cannot see them.
//!
//! A drawing never says anything by colour alone: lines differ in how they are drawn, and everything is labelled.

use crate::blocks::Ink;

/// A place in a drawing, in hundredths of a point from its top left corner. Whole numbers, so that the same drawing
/// has the same identity on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Dot {
    /// To the right.
    pub x: i32,
    /// Down.
    pub y: i32,
}

impl Dot {
    /// The place at so many points; rounded to the hundredth.
    pub fn at(x: f64, y: f64) -> Self {
        Self { x: hundredths(x), y: hundredths(y) }
    }
}

/// Points in hundredths, rounded.
pub fn hundredths(points: f64) -> i32 {
    // A drawing is smaller than a page; the cast holds to the edge of what fits.
    (points * 100.0).round() as i32
}

/// How a line is drawn along its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Pattern {
    /// Without a gap.
    #[default]
    Solid,
    /// In dashes.
    Dashed,
    /// In dots.
    Dotted,
}

/// A line's look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stroke {
    /// Colour.
    pub ink: Ink,
    /// Thickness in tenths of a point.
    pub tenths: u16,
    /// Solid, dashed, dotted.
    pub pattern: Pattern,
}

/// Which part of a label stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Anchor {
    /// Its left edge.
    Left,
    /// Its middle.
    #[default]
    Middle,
    /// Its right edge.
    Right,
}

/// One thing in a drawing. What comes later is drawn over what came before.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A line through several places.
    Line {
        /// The places in order.
        dots: Vec<Dot>,
        /// The last is joined to the first.
        closed: bool,
        /// Look.
        stroke: Stroke,
    },
    /// A filled area.
    Area {
        /// Its corners in order.
        dots: Vec<Dot>,
        /// Colour.
        ink: Ink,
    },
    /// A circle.
    Circle {
        /// Centre.
        centre: Dot,
        /// Radius in hundredths of a point.
        radius: i32,
        /// Colour inside; none leaves what is under it.
        fill: Option<Ink>,
        /// Its line, if it has one.
        stroke: Option<Stroke>,
    },
    /// Words beside, over or under a place.
    Label {
        /// The place.
        at: Dot,
        /// What of the words stands there.
        anchor: Anchor,
        /// How much of their height stands above the place, in percent: 50 is the middle.
        above: u8,
        /// Widest line, in hundredths of a point.
        width: i32,
        /// The words.
        text: String,
        /// Bold face.
        bold: bool,
        /// Plain words under them.
        under: String,
    },
}

impl Shape {
    /// Plain words on the height of their place.
    pub fn label(at: Dot, anchor: Anchor, width: i32, text: &str) -> Self {
        Self::Label { at, anchor, above: 50, width, text: text.to_owned(), bold: false, under: String::new() }
    }
}

/// A drawing.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Drawing {
    /// Width in points; it stands in the middle of the text's width.
    pub width: u16,
    /// Height in points.
    pub height: u16,
    /// What it shows, back to front.
    pub shapes: Vec<Shape>,
    /// What it says, in words: read out in its place.
    pub alternative: String,
}

/// Corners of a circle drawn as a polygon: more than the eye sees at the sizes of a paper.
const CORNERS: usize = 72;

/// The places of a full circle.
pub(crate) fn circle(centre: Dot, radius: i32) -> Vec<Dot> {
    (0..CORNERS).map(|nth| on_circle(centre, radius, nth as f64 / CORNERS as f64)).collect()
}

/// The place on a circle at so many turns from the top, clockwise.
pub(crate) fn on_circle(centre: Dot, radius: i32, turns: f64) -> Dot {
    let angle = turns * std::f64::consts::TAU;
    let (radius, x, y) = (f64::from(radius), f64::from(centre.x), f64::from(centre.y));
    Dot { x: (x + radius * angle.sin()).round() as i32, y: (y - radius * angle.cos()).round() as i32 }
}

/// The places of an arc between two angles in turns, both ends included.
pub(crate) fn arc(centre: Dot, radius: i32, from: f64, to: f64) -> Vec<Dot> {
    let steps = (((to - from).abs() * CORNERS as f64).ceil() as usize).max(2);
    (0..=steps).map(|nth| on_circle(centre, radius, from + (to - from) * nth as f64 / steps as f64)).collect()
}
