//! Marks of one page as printpdf's operations, each run of marks of one part wrapped in its tag.

use std::collections::BTreeMap;

use printpdf::{Color, DictItem, FontId, Op, PaintMode, PdfFontHandle, Pt, Rect, Rgb, TextMatrix, XObjectTransform};

use super::faces::{Face, said, shaped};
use super::picture;
use crate::blocks::Ink;
use crate::layout::place::{Glyph, GlyphRun, Item, Mark, NodeId, Placed};
use crate::stationery::Accent;

/// A page's operations, and the part of the paper each marked-content number belongs to.
pub(super) struct Drawn {
    pub(super) ops: Vec<Op>,
    pub(super) parts: Vec<NodeId>,
}

/// Draws a page.
pub(super) fn draw(page: &[Item], placed: &Placed, faces: &[Face], with_logo: bool) -> Drawn {
    let mut pen =
        Pen { height: placed.size.1, ops: Vec::new(), font: None, ink: None, in_text: false, accent: placed.accent };
    let mut parts = Vec::new();
    for group in page.chunk_by(|a, b| a.node == b.node) {
        let Some(first) = group.first() else { continue };
        match first.node {
            Some(node) => {
                pen.begin("P", "MCID", DictItem::Int(parts.len() as i64));
                parts.push(node);
            }
            None => pen.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() }),
        }
        for item in group {
            match &item.mark {
                Mark::Glyphs(run) => faces.get(usize::from(run.face)).into_iter().for_each(|face| pen.run(run, face)),
                Mark::Fill { x, y, w, h, ink } => pen.rectangle((*x, *y, *w, *h), *ink, PaintMode::Fill),
                Mark::Frame { x, y, w, h, ink } => pen.rectangle((*x, *y, *w, *h), *ink, PaintMode::Stroke),
                Mark::Path { dots, closed, paint } => pen.path(dots, *closed, *paint),
                Mark::Turned { run, pivot, degrees } => {
                    faces
                        .get(usize::from(run.face))
                        .into_iter()
                        .for_each(|face| pen.turned(run, face, *pivot, *degrees));
                }
                Mark::Picture { x, y, w, h } if with_logo => pen.picture(*x, *y, *w, *h),
                Mark::Picture { .. } => {}
            }
        }
        pen.end_text();
        pen.ops.push(Op::EndMarkedContent);
    }
    Drawn { ops: pen.ops, parts }
}

/// Writes operations and remembers the state a reader is in.
pub(super) struct Pen {
    pub(super) height: f32,
    pub(super) ops: Vec<Op>,
    pub(super) font: Option<(FontId, f32)>,
    pub(super) ink: Option<Ink>,
    in_text: bool,
    pub(super) accent: Accent,
}

impl Pen {
    pub(super) fn begin(&mut self, tag: &str, key: &str, value: DictItem) {
        let properties = DictItem::Dict { map: BTreeMap::from([(key.to_owned(), value)]) };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties });
    }

    pub(super) fn end_text(&mut self) {
        if std::mem::take(&mut self.in_text) {
            self.ops.push(Op::EndTextSection);
        }
    }

    fn run(&mut self, run: &GlyphRun, face: &Face) {
        if !std::mem::replace(&mut self.in_text, true) {
            self.ops.push(Op::StartTextSection);
        }
        if self.ink != Some(run.ink) {
            self.ink = Some(run.ink);
            self.ops.push(Op::SetFillColor { col: colour(run.ink, self.accent) });
        }
        if !self.font.as_ref().is_some_and(|(id, size)| *id == face.id && *size == run.size) {
            self.font = Some((face.id.clone(), run.size));
            let font = PdfFontHandle::External(face.id.clone());
            self.ops.push(Op::SetFont { font, size: Pt(run.size) });
        }
        let mut stretch = Stretch::new(run, face, self.height);
        let mut x = run.x;
        for cluster in &run.clusters {
            let glyphs = shaped(run, cluster);
            if face.reads_right(said(run, cluster), glyphs.iter()) {
                for glyph in glyphs {
                    stretch.add(glyph, x, &mut self.ops);
                    x += glyph.advance;
                }
            } else {
                x = self.spelled_out(said(run, cluster), glyphs, x, &mut stretch);
            }
        }
        stretch.flush(&mut self.ops);
    }

    /// Draws glyphs that do not give their words when read one by one, and says the words beside them. Dots and
    /// accents come after the letters that take room, as a stretch without words: poppler measures a spelled-out
    /// stretch from its first glyph to its last, and a dot at either end would look like a space.
    fn spelled_out(&mut self, text: &str, glyphs: &[Glyph], from: f32, stretch: &mut Stretch<'_>) -> f32 {
        let mut x = from;
        let mut placed: Vec<(&Glyph, f32)> = Vec::with_capacity(glyphs.len());
        for glyph in glyphs {
            placed.push((glyph, x));
            x += glyph.advance;
        }
        let (letters, dots): (Vec<_>, Vec<_>) = placed.iter().copied().partition(|(glyph, _)| glyph.advance > 0.0);
        let parts = if letters.is_empty() { [(text, placed), ("", Vec::new())] } else { [(text, letters), ("", dots)] };
        for (text, part) in parts.into_iter().filter(|(_, part)| !part.is_empty()) {
            let reads_right = stretch.face.reads_right(text, part.iter().map(|(glyph, _)| *glyph));
            if !reads_right {
                stretch.flush(&mut self.ops);
                let units = std::iter::once(0xfeff).chain(text.encode_utf16());
                let bytes = units.flat_map(u16::to_be_bytes).collect();
                self.begin("Span", "ActualText", DictItem::String { data: bytes, literal: false });
            }
            for (glyph, x) in part {
                stretch.add(glyph, x, &mut self.ops);
            }
            if !reads_right {
                stretch.flush(&mut self.ops);
                self.ops.push(Op::EndMarkedContent);
            }
        }
        x
    }

    fn rectangle(&mut self, (x, y, w, h): (f32, f32, f32, f32), ink: Ink, mode: PaintMode) {
        self.end_text();
        if mode == PaintMode::Fill {
            self.ink = Some(ink);
            self.ops.push(Op::SetFillColor { col: colour(ink, self.accent) });
        } else {
            self.ops.push(Op::SetOutlineColor { col: colour(ink, self.accent) });
            self.ops.push(Op::SetOutlineThickness { pt: Pt(0.8) });
        }
        let y = self.height - y - h;
        let (x, y, width, height) = (Pt(x), Pt(y), Pt(w), Pt(h));
        let rectangle = Rect { x, y, width, height, mode: Some(mode), winding_order: None };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn picture(&mut self, x: f32, y: f32, w: f32, h: f32) {
        self.end_text();
        let transform = XObjectTransform {
            translate_x: Some(Pt(x)),
            translate_y: Some(Pt(self.height - y - h)),
            scale_x: Some(w),
            scale_y: Some(h),
            no_auto_scale: true,
            ..XObjectTransform::default()
        };
        self.ops.push(Op::UseXobject { id: picture::id(), transform });
    }
}

/// Glyphs on one baseline that are written with one operation.
///
/// printpdf's own operation takes and writes each glyph as a string of its own, which is half the time of a long
/// table. Its open operation takes the strings as they stand in the file.
struct Stretch<'a> {
    face: &'a Face,
    size: f32,
    /// The baseline in the file's upward coordinates.
    baseline: f32,
    start: Option<(f32, f32)>,
    /// Where the reader's own arithmetic has brought it.
    reached: f32,
    /// Strings of glyphs and, between them, how far the reader moves back, in thousandths of the size.
    shown: Vec<DictItem>,
    /// The string begun last: two bytes a glyph.
    glyphs: Vec<u8>,
}

impl<'a> Stretch<'a> {
    fn new(run: &GlyphRun, face: &'a Face, page_height: f32) -> Self {
        let baseline = page_height - run.baseline;
        let glyphs = Vec::with_capacity(2 * run.glyphs.len());
        Self { face, size: run.size, baseline, start: None, reached: 0.0, shown: Vec::new(), glyphs }
    }

    fn add(&mut self, glyph: &Glyph, pen: f32, ops: &mut Vec<Op>) {
        // Shaping counts downwards, the file upwards.
        let (x, y) = (pen + glyph.dx, self.baseline - glyph.dy);
        if self.start.is_some_and(|(_, line)| (line - y).abs() > 0.01) {
            self.flush(ops);
        }
        if self.start.is_none() {
            self.start = Some((x, y));
            self.reached = x;
        }
        // Half a thousandth of the size is finer than any device draws.
        let behind = (x - self.reached) * 1000.0 / self.size;
        if !self.glyphs.is_empty() && behind.abs() > 0.5 {
            let back = -(behind * 10.0).round() / 10.0;
            self.end_string();
            self.shown.push(DictItem::Real(back));
            self.reached -= back * self.size / 1000.0;
        }
        let gid = self.face.cut(glyph.id);
        self.glyphs.extend(gid.to_be_bytes());
        self.reached += self.face.width(gid) * self.size / 1000.0;
    }

    fn end_string(&mut self) {
        self.shown.push(DictItem::String { data: std::mem::take(&mut self.glyphs), literal: true });
    }

    fn flush(&mut self, ops: &mut Vec<Op>) {
        if let Some((x, y)) = self.start.take() {
            self.end_string();
            let shown = DictItem::Array(std::mem::take(&mut self.shown));
            ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(Pt(hundredths(x)), Pt(hundredths(y))) });
            ops.push(Op::Unknown { key: "TJ".to_owned(), value: vec![shown] });
        }
    }
}

pub(super) fn hundredths(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}

pub(super) fn colour(ink: Ink, accent: Accent) -> Color {
    let [r, g, b] = match ink {
        Ink::Text => [0x1d, 0x21, 0x1f],
        Ink::Muted => [0x5c, 0x65, 0x61],
        Ink::Accent => accent.rgb(),
        Ink::Hairline => [0xc6, 0xd0, 0xca],
        Ink::WritingLine => [0x7d, 0x88, 0x83],
        Ink::Tint => [0xd5, 0xe3, 0xdb],
        Ink::Watermark => [0xe9, 0xed, 0xeb],
        Ink::Paper => [0xff, 0xff, 0xff],
    };
    let part = |byte: u8| (f32::from(byte) / 255.0 * 1000.0).round() / 1000.0;
    Color::Rgb(Rgb { r: part(r), g: part(g), b: part(b), icc_profile: None })
}
