//! What is filled in by hand: places to sign, boxes to tick, lines to write on.

use super::compose::{Composer, ROOT, beside};
use super::hyphens::Parting;
use super::look;
use super::paginate::Strip;
use super::place::{Item, NodeId, Role};
use super::shape::Side;
use super::table::tick_box;
use crate::blocks::{Ink, Line, Signer};

const SIGNER_GAP: f32 = 34.0;
/// Height over a line that is signed or written on by hand.
const WRITING_HEIGHT: f32 = 30.0;

impl Composer<'_> {
    pub(crate) fn signatures(&mut self, signers: &[Signer]) {
        let width = (self.width - SIGNER_GAP) / 2.0;
        let pairs = signers.chunks(2);
        let last = pairs.len().saturating_sub(1);
        for (nth, pair) in pairs.enumerate() {
            let mut items = Vec::new();
            let mut height = 0.0_f32;
            if let [signer] = pair {
                // Alone: place and date stand at the right, where a second signer would.
                height = self.signer(signer, [(0.0, width), (width + SIGNER_GAP, width)], &mut items);
            } else {
                for (signer, x) in pair.iter().zip([0.0, width + SIGNER_GAP]) {
                    height = height.max(self.signer(signer, [(x, width), (x, width)], &mut items));
                }
            }
            self.strip(
                if nth == 0 { 10.0 } else { 20.0 },
                Strip { height, items, glue: nth < last, ..Strip::default() },
            );
        }
        self.leave(10.0);
    }

    /// One who signs, with name and signature in the first column and place and date in the second, which may be
    /// the same; returns the height used.
    fn signer(&mut self, signer: &Signer, columns: [(f32, f32); 2], items: &mut Vec<Item>) -> f32 {
        let [(x, width), (end_x, end_width)] = columns;
        let node = self.node(Role::Paragraph, ROOT);
        let (mut role, height) = self.set(&signer.role, look::BAND, (x, 0.0), width, node);
        items.append(&mut role);
        let mut y = height + 4.0;
        match &signer.name {
            Some(name) => {
                let (mut set, height) =
                    self.set(name, look::BODY.side(Side::Near).parting(Parting::Never), (x, y), width, node);
                items.append(&mut set);
                y += height;
                y = self.written_line((self.labels.name_in_print, x, width), y, items, node);
            }
            None => y = self.written_line((self.labels.name_in_print, x, width), y + look::BODY.leading, items, node),
        }
        let signed = y + WRITING_HEIGHT;
        y = self.written_line((self.labels.signature, x, width), signed, items, node);
        let half = (end_width - 14.0) / 2.0;
        let line = if x == end_x { y + WRITING_HEIGHT - 8.0 } else { signed };
        self.written_line((self.labels.place, end_x, half), line, items, node);
        self.written_line((self.labels.date_label, end_x + half + 14.0, half), line, items, node)
    }

    /// A rule at `y` with its label under it; returns where the label ends.
    fn written_line(&mut self, what: (&str, f32, f32), y: f32, items: &mut Vec<Item>, node: NodeId) -> f32 {
        let (label, x, width) = what;
        items.push(Item::rule(x, y + 1.5, width, 0.5, Ink::WritingLine));
        let (mut set, height) = self.set(label, look::LABEL, (x, y + 3.0), width, node);
        items.append(&mut set);
        y + 3.0 + height
    }

    pub(crate) fn tick(&mut self, ticked: bool, line: &Line) {
        let indent = 20.0;
        let node = self.node(Role::Paragraph, ROOT);
        let words = self.shaper.lines(line, look::BODY, self.width - indent, Some(node));
        let mut strip = beside(Vec::new(), words, indent);
        strip.height = strip.height.max(look::BODY.leading);
        strip.items.extend(tick_box(0.0, 3.0, ticked));
        self.strip(8.0, strip);
        self.leave(6.0);
    }

    pub(crate) fn write_lines(&mut self, label: &str, lines: u8) {
        let node = self.node(Role::Paragraph, ROOT);
        let mut items = Vec::new();
        let mut y = 0.0;
        for _ in 0..lines.max(1) {
            y += WRITING_HEIGHT - 6.0;
            items.push(Item::rule(0.0, y, self.width, 0.5, Ink::WritingLine));
        }
        let (mut set, height) = self.set(label, look::LABEL, (0.0, y + 2.0), self.width, node);
        items.append(&mut set);
        self.strip(2.0, Strip { height: y + 2.0 + height, items, ..Strip::default() });
        self.leave(5.0);
    }
}
