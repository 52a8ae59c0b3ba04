//! Lines and areas of drawings, and words that do not stand level.

use printpdf::text::Codepoint;
use printpdf::{
    DictItem, LineDashPattern, LinePoint, Op, PaintMode, PdfFontHandle, Point, Polygon, PolygonRing, Pt, TextItem,
    TextMatrix, WindingOrder,
};

use super::faces::{Face, shaped};
use super::marks::{Pen, colour, hundredths};
use crate::layout::place::{GlyphRun, Paint};

impl Pen {
    /// A path through places given from the page's top left corner.
    pub(super) fn path(&mut self, dots: &[(f32, f32)], closed: bool, paint: Paint) {
        self.end_text();
        let at = |(x, y): (f32, f32)| Point { x: Pt(hundredths(x)), y: Pt(hundredths(self.height - y)) };
        let points: Vec<LinePoint> = dots.iter().map(|dot| LinePoint { p: at(*dot), bezier: false }).collect();
        match paint {
            Paint::Fill(ink) => {
                self.ink = Some(ink);
                self.ops.push(Op::SetFillColor { col: colour(ink, self.accent) });
                let rings = vec![PolygonRing { points }];
                let polygon = Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
                self.ops.push(Op::DrawPolygon { polygon });
            }
            Paint::Stroke { ink, width, dash } => {
                self.ops.push(Op::SetOutlineColor { col: colour(ink, self.accent) });
                self.ops.push(Op::SetOutlineThickness { pt: Pt(width) });
                if let Some((on, off)) = dash {
                    self.ops.push(Op::SetLineDashPattern { dash: LineDashPattern::new(0.0, &[on, off]) });
                }
                self.ops.push(Op::DrawLine { line: printpdf::Line { points, is_closed: closed } });
                if dash.is_some() {
                    self.ops.push(Op::SetLineDashPattern { dash: LineDashPattern::solid() });
                }
            }
        }
    }

    /// Words turned around a pivot, glyph by glyph. They stand for nothing when text is copied: an empty text is said
    /// in their place, or the letters would come up between the lines they lie under.
    pub(super) fn turned(&mut self, run: &GlyphRun, face: &Face, pivot: (f32, f32), degrees: f32) {
        self.end_text();
        let (sin, cos) = degrees.to_radians().sin_cos();
        let (sin, cos) = (thousandths(sin), thousandths(cos));
        self.begin("Span", "ActualText", DictItem::String { data: vec![0xfe, 0xff], literal: false });
        self.ops.push(Op::StartTextSection);
        self.ink = Some(run.ink);
        self.ops.push(Op::SetFillColor { col: colour(run.ink, self.accent) });
        self.font = Some((face.id.clone(), run.size));
        let font = PdfFontHandle::External(face.id.clone());
        self.ops.push(Op::SetFont { font, size: Pt(run.size) });
        let mut along = run.x;
        for glyph in run.clusters.iter().flat_map(|cluster| shaped(run, cluster)) {
            let (right, down) = (along + glyph.dx, run.baseline + glyph.dy);
            let x = pivot.0 + right * cos + down * sin;
            let y = self.height - pivot.1 + right * sin - down * cos;
            let matrix = TextMatrix::Raw([cos, sin, -sin, cos, hundredths(x), hundredths(y)]);
            self.ops.push(Op::SetTextMatrix { matrix });
            let gid = face.cut(glyph.id);
            let glyph_out = Codepoint::with_cid(gid, 0.0, face.text(gid).to_owned());
            self.ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(vec![glyph_out])] });
            along += glyph.advance;
        }
        self.ops.push(Op::EndTextSection);
        self.ops.push(Op::EndMarkedContent);
    }
}

/// Cut to what a page shows, so that the last bit of a machine's sine does not change the file.
fn thousandths(value: f32) -> f32 {
    (value * 10_000.0).round() / 10_000.0
}
