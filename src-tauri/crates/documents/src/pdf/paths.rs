//! Lines and areas of drawings, and words that do not stand level.

use super::faces::{Face, shaped};
use super::marks::{Pen, hundredths};
use crate::layout::place::{GlyphRun, Paint};

impl Pen {
    /// A path through places given from the page's top left corner.
    pub(super) fn path(&mut self, dots: &[(f32, f32)], closed: bool, paint: Paint) {
        self.end_text();
        match paint {
            Paint::Fill(ink) => {
                self.dip(ink);
                self.through(dots);
                self.op(format_args!("h\nf"));
            }
            Paint::Stroke { ink, width, dash } => {
                self.dip_for_lines(ink, width);
                if let Some((on, off)) = dash {
                    self.op(format_args!("[{on} {off}] 0 d"));
                }
                self.through(dots);
                self.op(format_args!("{}", if closed { "h\nS" } else { "S" }));
                if dash.is_some() {
                    self.op(format_args!("[] 0 d"));
                }
            }
        }
    }

    fn through(&mut self, dots: &[(f32, f32)]) {
        for (nth, (x, y)) in dots.iter().enumerate() {
            let (x, y, step) = (hundredths(*x), hundredths(self.height - y), if nth == 0 { "m" } else { "l" });
            self.op(format_args!("{x} {y} {step}"));
        }
    }

    /// Words turned around a pivot, glyph by glyph. They stand for nothing when text is copied: an empty text is said
    /// in their place, or the letters would come up between the lines they lie under.
    pub(super) fn turned(&mut self, run: &GlyphRun, face: &Face, pivot: (f32, f32), degrees: f32) {
        self.end_text();
        let (sin, cos) = degrees.to_radians().sin_cos();
        let (sin, cos) = (thousandths(sin), thousandths(cos));
        self.begin_said("");
        self.op(format_args!("BT"));
        self.dip(run.ink);
        self.take_face(run, face);
        let mut along = run.x;
        for glyph in run.clusters.iter().flat_map(|cluster| shaped(run, cluster)) {
            let (right, down) = (along + glyph.dx, run.baseline + glyph.dy);
            let x = hundredths(pivot.0 + right * cos + down * sin);
            let y = hundredths(self.height - pivot.1 + right * sin - down * cos);
            let gid = face.cut(glyph.id);
            self.op(format_args!("{cos} {sin} {} {cos} {x} {y} Tm\n<{gid:04X}> Tj", -sin));
            along += glyph.advance;
        }
        self.op(format_args!("ET\nEMC"));
    }
}

/// Cut to what a page shows, so that the last bit of a machine's sine does not change the file.
fn thousandths(value: f32) -> f32 {
    (value * 10_000.0).round() / 10_000.0
}
