//! The drawing of a wheel. Now is a filled area, wanted a strong line, an earlier day a dashed one; every part says
//! its numbers beside its name, so that nothing hangs on a colour.

use coachbook_core::wheel::{Place, WheelRow};

use crate::blocks::Ink;
use crate::drawing::{Anchor, Dot, Drawing, Pattern, Shape, Stroke, arc, on_circle};
use crate::labels::Labels;

const WIDTH: u16 = 440;
const HEIGHT: u16 = 300;
/// Height kept for the key under the wheel.
const KEY: f64 = 26.0;
const RADIUS: i32 = 10_000;
const RING: Stroke = Stroke { ink: Ink::Hairline, tenths: 5, pattern: Pattern::Solid };
const RIM: Stroke = Stroke { ink: Ink::WritingLine, tenths: 7, pattern: Pattern::Solid };
const NOW: Stroke = Stroke { ink: Ink::Text, tenths: 7, pattern: Pattern::Solid };
const WANTED: Stroke = Stroke { ink: Ink::Accent, tenths: 22, pattern: Pattern::Solid };
const EARLIER: Stroke = Stroke { ink: Ink::Text, tenths: 11, pattern: Pattern::Dashed };

/// The wheel, its parts clockwise from the top. `earlier` is the day the dashed line stands for.
pub(super) fn drawing(rows: &[WheelRow], earlier: Option<&str>, labels: &Labels) -> Drawing {
    let mut shapes = Vec::new();
    for (row, part) in rows.iter().zip(parts(rows.len())) {
        shapes.extend(row.now.map(|place| Shape::Area { dots: wedge(place, part), ink: Ink::Tint }));
    }
    shapes.extend(grid(rows.len()));
    for (row, part) in rows.iter().zip(parts(rows.len())) {
        shapes.extend(row.now.map(|place| Shape::Line { dots: wedge(place, part), closed: true, stroke: NOW }));
    }
    for (row, part) in rows.iter().zip(parts(rows.len())) {
        shapes.extend(row.earlier.map(|place| edge(place, part, EARLIER)));
        shapes.extend(row.wanted.map(|place| edge(place, part, WANTED)));
    }
    shapes.extend(rows.iter().zip(parts(rows.len())).map(|(row, part)| name(row, part, labels)));
    shapes.extend(key(earlier, labels));
    Drawing { width: WIDTH, height: HEIGHT, shapes, alternative: said(rows, earlier, labels) }
}

/// An empty wheel to fill in by hand, its rings numbered.
pub(super) fn empty(parts_count: usize, labels: &Labels) -> Drawing {
    let mut shapes = grid(parts_count);
    for number in [2, 4, 6, 8, 10] {
        let at = on_circle(centre(), RADIUS / 10 * number, 0.0);
        let at = Dot { x: at.x + 350, y: at.y + 450 };
        shapes.push(Shape::label(at, Anchor::Left, 2_000, &number.to_string()));
    }
    for (from, to) in parts(parts_count) {
        let middle = (from + to) / 2.0;
        let near = on_circle(centre(), RADIUS + 1_600, middle);
        let left = middle > 0.5;
        let end = Dot { x: if left { near.x - 9_000 } else { near.x + 9_000 }, y: near.y };
        shapes.push(Shape::Line { dots: vec![near, end], closed: false, stroke: RIM });
    }
    let alternative = labels.fill(labels.empty_wheel_alternative, &[("n", &parts_count.to_string())]);
    Drawing { width: WIDTH, height: HEIGHT, shapes, alternative }
}

type Part = (f64, f64);

/// Where each part begins and ends, in turns.
fn parts(count: usize) -> impl Iterator<Item = Part> {
    let share = 1.0 / count.max(1) as f64;
    (0..count).map(move |nth| (nth as f64 * share, (nth + 1) as f64 * share))
}

fn centre() -> Dot {
    Dot::at(f64::from(WIDTH) / 2.0, (f64::from(HEIGHT) - KEY) / 2.0)
}

fn radius(place: Place) -> i32 {
    RADIUS / 10 * i32::from(place.number())
}

fn wedge(place: Place, (from, to): Part) -> Vec<Dot> {
    std::iter::once(centre()).chain(arc(centre(), radius(place), from, to)).collect()
}

fn edge(place: Place, (from, to): Part, stroke: Stroke) -> Shape {
    Shape::Line { dots: arc(centre(), radius(place), from, to), closed: false, stroke }
}

fn grid(count: usize) -> Vec<Shape> {
    let ring = |number: i32| {
        let stroke = Some(if number == 10 { RIM } else { RING });
        Shape::Circle { centre: centre(), radius: RADIUS / 10 * number, fill: None, stroke }
    };
    let spoke = |(from, _): Part| Shape::Line {
        dots: vec![centre(), on_circle(centre(), RADIUS, from)],
        closed: false,
        stroke: RIM,
    };
    [2, 4, 6, 8, 10].map(ring).into_iter().chain(parts(count).map(spoke)).collect()
}

/// A part's name outside the rim, with its numbers under it.
fn name(row: &WheelRow, (from, to): Part, labels: &Labels) -> Shape {
    let middle = (from + to) / 2.0;
    let near = on_circle(centre(), RADIUS + 800, middle);
    let (across, up) = ((middle * std::f64::consts::TAU).sin(), (middle * std::f64::consts::TAU).cos());
    let anchor = match across {
        across if across > 0.25 => Anchor::Left,
        across if across < -0.25 => Anchor::Right,
        _ => Anchor::Middle,
    };
    // A name over the wheel stands on its place, one under it hangs from it: however long, neither runs into the rim.
    let above = (50.0 + 50.0 * up).round() as u8;
    Shape::Label {
        at: near,
        anchor,
        above,
        width: 9_800,
        text: row.label.clone(),
        bold: true,
        under: numbers(row, labels),
    }
}

fn numbers(row: &WheelRow, labels: &Labels) -> String {
    let named = [(labels.now_inside, row.now), (labels.wanted_inside, row.wanted)];
    let said = named.into_iter().filter_map(|(name, place)| Some(format!("{name} {}", place?.number())));
    labels.commas(&said.collect::<Vec<_>>())
}

/// What each look means.
fn key(earlier: Option<&str>, labels: &Labels) -> Vec<Shape> {
    let y = f64::from(HEIGHT) - 7.0;
    let label = |x: f64, text: &str| Shape::label(Dot::at(x, y), Anchor::Left, 12_000, text);
    let line =
        |x: f64, stroke: Stroke| Shape::Line { dots: vec![Dot::at(x, y), Dot::at(x + 22.0, y)], closed: false, stroke };
    let start = if earlier.is_some() { 70.0 } else { 130.0 };
    let corner = |right: f64, down: f64| Dot::at(start + right, y + down);
    let area = vec![corner(0.0, -4.0), corner(22.0, -4.0), corner(22.0, 4.0), corner(0.0, 4.0)];
    let mut shapes = vec![
        Shape::Area { dots: area.clone(), ink: Ink::Tint },
        Shape::Line { dots: area, closed: true, stroke: NOW },
        label(start + 28.0, labels.now_inside),
        line(start + 90.0, WANTED),
        label(start + 118.0, labels.wanted_inside),
    ];
    if let Some(day) = earlier {
        shapes.push(line(start + 190.0, EARLIER));
        shapes.push(label(start + 218.0, day));
    }
    shapes
}

/// The wheel in words.
fn said(rows: &[WheelRow], earlier: Option<&str>, labels: &Labels) -> String {
    let before = |row: &WheelRow| {
        let (place, day) = (row.earlier?.number().to_string(), earlier?);
        Some(labels.fill(labels.on_day_inside, &[("day", day), ("n", &place)]))
    };
    let part = |row: &WheelRow| {
        let now = numbers(row, labels);
        let said = match before(row) {
            _ if now.is_empty() => labels.not_filled_in.to_owned(),
            Some(before) => labels.commas(&[now, before]),
            None => now,
        };
        labels.named(&row.label, &said)
    };
    let parts: Vec<String> = rows.iter().map(part).collect();
    labels.fill(labels.wheel_alternative, &[("parts", &labels.semicolons(&parts))])
}
