//! Measures over time as a drawing. Each line has its own pattern and its own marks, and its name at its end.

use chrono::NaiveDate;
use coachbook_core::wheel::Place;

use crate::blocks::Ink;
use crate::drawing::{Anchor, Dot, Drawing, Pattern, Shape, Stroke};
use crate::paper::PaperSetup;

/// One thing measured from 0 to 10 on several days.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Series {
    /// What it is called: *confidence in meetings*.
    pub name: String,
    /// The days in order, and the places.
    pub places: Vec<(NaiveDate, Place)>,
}

const WIDTH: u16 = 450;
const HEIGHT: u16 = 190;
const LEFT: f64 = 22.0;
const RIGHT: f64 = 322.0;
const TOP: f64 = 10.0;
const FOOT: f64 = 160.0;
/// Names at the ends of lines stand at least so far apart.
const APART: f64 = 23.0;
const GRID: Stroke = Stroke { ink: Ink::Hairline, tenths: 5, pattern: Pattern::Solid };
const LEADER: Stroke = Stroke { ink: Ink::WritingLine, tenths: 4, pattern: Pattern::Solid };

/// The lines over the days they were measured on.
pub(super) fn drawing(series: &[&Series], setup: &PaperSetup) -> Drawing {
    let days = || series.iter().flat_map(|one| one.places.iter().map(|(day, _)| *day));
    let first = days().min().unwrap_or_default();
    let span = days().max().map_or(0, |last| (last - first).num_days()).max(1) as f64;
    let at = |day: NaiveDate, place: Place| {
        let x = LEFT + (RIGHT - LEFT) * (day - first).num_days() as f64 / span;
        (x, height(place.number()))
    };
    let mut shapes = grid();
    shapes.extend(day_labels(first, days().max().unwrap_or(first), setup));
    let mut ends = Vec::new();
    for (nth, one) in series.iter().enumerate() {
        let dots: Vec<(f64, f64)> = one.places.iter().map(|(day, place)| at(*day, *place)).collect();
        let line = dots.iter().map(|(x, y)| Dot::at(*x, *y)).collect();
        shapes.push(Shape::Line { dots: line, closed: false, stroke: look(nth) });
        shapes.extend(dots.iter().map(|dot| mark(nth, *dot)));
        ends.extend(dots.last().map(|end| (*end, one.name.as_str())));
    }
    shapes.extend(names(ends));
    Drawing { width: WIDTH, height: HEIGHT, shapes, alternative: said(series, setup) }
}

fn height(number: u8) -> f64 {
    FOOT - (FOOT - TOP) * f64::from(number) / 10.0
}

fn grid() -> Vec<Shape> {
    let level = |number: u8| {
        let y = height(number);
        let line = Shape::Line { dots: vec![Dot::at(LEFT, y), Dot::at(RIGHT, y)], closed: false, stroke: GRID };
        [line, Shape::label(Dot::at(LEFT - 7.0, y), Anchor::Right, 2_000, &number.to_string())]
    };
    [0, 2, 4, 6, 8, 10].into_iter().flat_map(level).collect()
}

fn day_labels(first: NaiveDate, last: NaiveDate, setup: &PaperSetup) -> Vec<Shape> {
    let label = |x: f64, anchor: Anchor, day: NaiveDate| {
        Shape::label(Dot::at(x, FOOT + 14.0), anchor, 14_000, &setup.date(day))
    };
    let mut labels = vec![label(LEFT, Anchor::Left, first)];
    labels.extend((last > first).then(|| label(RIGHT, Anchor::Right, last)));
    labels
}

const fn look(nth: usize) -> Stroke {
    let pattern = match nth % 3 {
        0 => Pattern::Solid,
        1 => Pattern::Dashed,
        _ => Pattern::Dotted,
    };
    let ink = if nth.is_multiple_of(2) { Ink::Accent } else { Ink::Text };
    Stroke { ink, tenths: 14, pattern }
}

/// A mark on a line: a full circle, an empty one, a square.
fn mark(nth: usize, (x, y): (f64, f64)) -> Shape {
    let Stroke { ink, .. } = look(nth);
    let outline = Stroke { ink, tenths: 12, pattern: Pattern::Solid };
    let corner = |right: f64, down: f64| Dot::at(x + right, y + down);
    match nth % 3 {
        0 => Shape::Circle { centre: Dot::at(x, y), radius: 300, fill: Some(ink), stroke: None },
        1 => Shape::Circle { centre: Dot::at(x, y), radius: 320, fill: Some(Ink::Paper), stroke: Some(outline) },
        _ => {
            Shape::Area { dots: vec![corner(-2.8, -2.8), corner(2.8, -2.8), corner(2.8, 2.8), corner(-2.8, 2.8)], ink }
        }
    }
}

/// Names beside the ends of their lines, pushed apart where lines end at one place.
fn names(mut ends: Vec<((f64, f64), &str)>) -> Vec<Shape> {
    ends.sort_by(|((_, a), _), ((_, b), _)| a.total_cmp(b));
    let mut shapes = Vec::new();
    let mut free = TOP - 8.0;
    let many = ends.len();
    for (nth, ((x, y), name)) in ends.into_iter().enumerate() {
        // Room must be left under it for those that follow.
        let lowest = FOOT + 8.0 - APART * (many - 1 - nth) as f64;
        let at = y.min(lowest).max(free);
        free = at + APART;
        let dots = vec![Dot::at(x + 5.0, y), Dot::at(RIGHT + 8.0, at)];
        shapes.push(Shape::Line { dots, closed: false, stroke: LEADER });
        shapes.push(Shape::label(Dot::at(RIGHT + 11.0, at), Anchor::Left, 11_600, name));
    }
    shapes
}

fn said(series: &[&Series], setup: &PaperSetup) -> String {
    let labels = setup.labels();
    let place = |(day, place): &(NaiveDate, Place)| {
        labels.fill(labels.place_on_day, &[("n", &place.number().to_string()), ("date", &setup.date(*day))])
    };
    let line = |one: &&Series| {
        let places: Vec<String> = one.places.iter().map(place).collect();
        labels.named(&one.name, &labels.commas(&places))
    };
    let lines: Vec<String> = series.iter().map(line).collect();
    labels.fill(labels.lines_alternative, &[("lines", &labels.semicolons(&lines))])
}
