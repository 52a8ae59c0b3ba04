//! Drawings to marks: circles become polygons, labels are set like all words.

use super::compose::{Composer, ROOT};
use super::look;
use super::paginate::Strip;
use super::place::{Item, Mark, NodeId, Paint, Role};
use super::shape::Side;
use crate::blocks::Ink;
use crate::drawing::{Anchor, Dot, Drawing, Pattern, Shape, Stroke, circle};

impl Composer<'_> {
    /// Adds a drawing, in the middle of the text's width. It is never cut.
    pub(crate) fn drawing(&mut self, drawing: &Drawing) {
        let figure = u16::try_from(self.alternatives.len()).unwrap_or(u16::MAX);
        self.alternatives.push(drawing.alternative.clone());
        let node = self.node(Role::Drawing(figure), ROOT);
        let mut items = Vec::new();
        for shape in &drawing.shapes {
            self.shape(shape, node, &mut items);
        }
        // Large print leaves a narrower measure: a drawing never reaches over it.
        let by = (self.width / f32::from(drawing.width)).min(1.0);
        let indent = (self.width - f32::from(drawing.width) * by) / 2.0;
        for item in &mut items {
            item.scale(by);
            item.shift(indent, 0.0);
        }
        self.strip(8.0, Strip { height: f32::from(drawing.height) * by, items, ..Strip::default() });
        self.leave(8.0);
    }

    fn shape(&mut self, shape: &Shape, node: NodeId, items: &mut Vec<Item>) {
        let mut path = |dots: &[Dot], closed: bool, paint: Paint| {
            let dots = dots.iter().map(|dot| (points(dot.x), points(dot.y))).collect();
            items.push(Item { mark: Mark::Path { dots, closed, paint }, node: Some(node) });
        };
        match shape {
            Shape::Line { dots, closed, stroke } => path(dots, *closed, line(*stroke)),
            Shape::Area { dots, ink } => path(dots, true, Paint::Fill(*ink)),
            Shape::Circle { centre, radius, fill, stroke } => {
                let dots = circle(*centre, *radius);
                fill.iter().for_each(|ink| path(&dots, true, Paint::Fill(*ink)));
                stroke.iter().for_each(|stroke| path(&dots, true, line(*stroke)));
            }
            Shape::Label { at, anchor, above, width, text, bold, under } => {
                let plain = look::LABEL.side(Side::Near).ink(Ink::Text);
                let first = if *bold { plain.bold() } else { plain };
                let mut lines = self.shaper.words(text, first, points(*width), Some(node));
                lines.extend(self.shaper.words(under, plain, points(*width), Some(node)));
                let height: f32 = lines.iter().map(|line| line.height).sum();
                let mut y = points(at.y) - height * f32::from(*above) / 100.0;
                for set in lines {
                    let back = match anchor {
                        Anchor::Left => 0.0,
                        Anchor::Middle => set.width / 2.0,
                        Anchor::Right => set.width,
                    };
                    // Where papers are read from the right, a line stands at the other end of its measure.
                    let begins = set.items.iter().map(|item| item.sides().0).fold(f32::INFINITY, f32::min);
                    let begins = if begins.is_finite() { begins } else { 0.0 };
                    items.extend(Self::stack(vec![set], points(at.x) - back - begins, y).0);
                    y += look::LABEL.leading;
                }
            }
        }
    }
}

fn points(hundredths: i32) -> f32 {
    hundredths as f32 / 100.0
}

fn line(stroke: Stroke) -> Paint {
    let dash = match stroke.pattern {
        Pattern::Solid => None,
        Pattern::Dashed => Some((4.0, 2.5)),
        Pattern::Dotted => Some((0.8, 2.0)),
    };
    Paint::Stroke { ink: stroke.ink, width: f32::from(stroke.tenths) / 10.0, dash }
}
