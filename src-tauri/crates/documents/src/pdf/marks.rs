//! Marks of one page as the operations of its content, each run of marks of one part wrapped in its tag.
//!
//! They are written as they stand in the file. printpdf's own operations are turned into those of lopdf and then into
//! bytes, each with strings and lists of its own, which took a sixth of the time of a long table.

use std::fmt::Arguments;
use std::io::Write;

use super::faces::{Face, said, shaped};
use super::picture;
use crate::blocks::Ink;
use crate::layout::place::{FaceId, Glyph, GlyphRun, Item, Mark, NodeId, Placed};
use crate::stationery::Accent;

/// A page's content, and the part of the paper each marked-content number belongs to.
pub(super) struct Drawn {
    pub(super) content: Vec<u8>,
    pub(super) parts: Vec<NodeId>,
}

/// Draws a page.
pub(super) fn draw(page: &[Item], placed: &Placed, faces: &[Face], with_logo: bool) -> Drawn {
    let content = Vec::with_capacity(ROOM);
    let mut pen = Pen { height: placed.size.1, content, font: None, ink: None, in_text: false, accent: placed.accent };
    let mut parts = Vec::new();
    for group in page.chunk_by(|a, b| a.node == b.node) {
        let Some(first) = group.first() else { continue };
        match first.node {
            Some(node) => {
                pen.op(format_args!("/P <</MCID {}>> BDC", parts.len()));
                parts.push(node);
            }
            None => pen.op(format_args!("/Artifact BMC")),
        }
        for item in group {
            match &item.mark {
                Mark::Glyphs(run) => faces.get(usize::from(run.face)).into_iter().for_each(|face| pen.run(run, face)),
                Mark::Fill { x, y, w, h, ink } => pen.rectangle((*x, *y, *w, *h), *ink, true),
                Mark::Frame { x, y, w, h, ink } => pen.rectangle((*x, *y, *w, *h), *ink, false),
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
        pen.op(format_args!("EMC"));
    }
    Drawn { content: pen.content, parts }
}

/// Bytes of an ordinary page.
const ROOM: usize = 16_384;

/// Writes operations and remembers the state a reader is in.
pub(super) struct Pen {
    pub(super) height: f32,
    content: Vec<u8>,
    pub(super) font: Option<(FaceId, f32)>,
    pub(super) ink: Option<Ink>,
    in_text: bool,
    pub(super) accent: Accent,
}

impl Pen {
    /// Writes one operation, what it takes before its name, as PDF has it.
    pub(super) fn op(&mut self, operation: Arguments<'_>) {
        write(&mut self.content, operation);
        self.content.push(b'\n');
    }

    /// Begins a stretch that is said in other words than its glyphs give.
    pub(super) fn begin_said(&mut self, words: &str) {
        self.content.extend(b"/Span <</ActualText <FEFF");
        words.encode_utf16().for_each(|unit| write(&mut self.content, format_args!("{unit:04X}")));
        self.content.extend(b">>> BDC\n");
    }

    pub(super) fn end_text(&mut self) {
        if std::mem::take(&mut self.in_text) {
            self.op(format_args!("ET"));
        }
    }

    /// Fills what follows with an ink.
    pub(super) fn dip(&mut self, ink: Ink) {
        self.ink = Some(ink);
        let [r, g, b] = colour(ink, self.accent);
        self.op(format_args!("{r} {g} {b} rg"));
    }

    /// Strokes what follows with an ink.
    pub(super) fn dip_for_lines(&mut self, ink: Ink, width: f32) {
        let [r, g, b] = colour(ink, self.accent);
        self.op(format_args!("{r} {g} {b} RG\n{width} w"));
    }

    pub(super) fn take_face(&mut self, run: &GlyphRun, face: &Face) {
        self.font = Some((run.face, run.size));
        self.op(format_args!("/{} {} Tf", face.id.0, run.size));
    }

    fn run(&mut self, run: &GlyphRun, face: &Face) {
        if !std::mem::replace(&mut self.in_text, true) {
            self.op(format_args!("BT"));
        }
        if self.ink != Some(run.ink) {
            self.dip(run.ink);
        }
        if self.font != Some((run.face, run.size)) {
            self.take_face(run, face);
        }
        let mut stretch = Stretch::new(run, face, self.height);
        let mut x = run.x;
        for cluster in &run.clusters {
            let glyphs = shaped(run, cluster);
            if face.reads_right(said(run, cluster), glyphs.iter()) {
                for glyph in glyphs {
                    stretch.add(glyph, x, &mut self.content);
                    x += glyph.advance;
                }
            } else {
                x = self.spelled_out(said(run, cluster), glyphs, x, &mut stretch);
            }
        }
        stretch.flush(&mut self.content);
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
                stretch.flush(&mut self.content);
                self.begin_said(text);
            }
            for (glyph, x) in part {
                stretch.add(glyph, x, &mut self.content);
            }
            if !reads_right {
                stretch.flush(&mut self.content);
                self.op(format_args!("EMC"));
            }
        }
        x
    }

    fn rectangle(&mut self, (x, y, w, h): (f32, f32, f32, f32), ink: Ink, filled: bool) {
        self.end_text();
        if filled {
            self.dip(ink);
        } else {
            self.dip_for_lines(ink, 0.8);
        }
        let (y, paint) = (self.height - y - h, if filled { "f" } else { "S" });
        self.op(format_args!("{x} {y} {w} {h} re\n{paint}"));
    }

    fn picture(&mut self, x: f32, y: f32, w: f32, h: f32) {
        self.end_text();
        let y = self.height - y - h;
        self.op(format_args!("q\n{w} 0 0 {h} {x} {y} cm\n/{} Do\nQ", picture::NAME));
    }
}

/// Glyphs on one baseline that are written with one operation.
struct Stretch<'a> {
    face: &'a Face,
    size: f32,
    /// The baseline in the file's upward coordinates.
    baseline: f32,
    /// The line of the operation that is being written.
    begun: Option<f32>,
    /// Where the reader's own arithmetic has brought it.
    reached: f32,
}

impl<'a> Stretch<'a> {
    fn new(run: &GlyphRun, face: &'a Face, page_height: f32) -> Self {
        Self { face, size: run.size, baseline: page_height - run.baseline, begun: None, reached: 0.0 }
    }

    fn add(&mut self, glyph: &Glyph, pen: f32, content: &mut Vec<u8>) {
        // Shaping counts downwards, the file upwards.
        let (x, y) = (pen + glyph.dx, self.baseline - glyph.dy);
        if self.begun.is_some_and(|line| (line - y).abs() > 0.01) {
            self.flush(content);
        }
        if self.begun.is_none() {
            (self.begun, self.reached) = (Some(y), x);
            write(content, format_args!("1 0 0 1 {} {} Tm\n[(", hundredths(x), hundredths(y)));
        }
        // Half a thousandth of the size is finer than any device draws.
        let behind = (x - self.reached) * 1000.0 / self.size;
        if behind.abs() > 0.5 {
            // How far the reader moves back between two strings.
            let back = -(behind * 10.0).round() / 10.0;
            write(content, format_args!("){back}("));
            self.reached -= back * self.size / 1000.0;
        }
        let gid = self.face.cut(glyph.id);
        for byte in gid.to_be_bytes() {
            match byte {
                b'(' | b')' | b'\\' => content.extend([b'\\', byte]),
                // Any line end in a string is read as a line feed.
                b'\r' => content.extend(b"\\r"),
                _ => content.push(byte),
            }
        }
        self.reached += self.face.width(gid) * self.size / 1000.0;
    }

    fn flush(&mut self, content: &mut Vec<u8>) {
        if self.begun.take().is_some() {
            content.extend(b")] TJ\n");
        }
    }
}

fn write(content: &mut Vec<u8>, words: Arguments<'_>) {
    // Cannot fail: memory takes all that is written to it.
    let _ = content.write_fmt(words);
}

pub(super) fn hundredths(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}

/// Red, green and blue, from 0 to 1.
fn colour(ink: Ink, accent: Accent) -> [f32; 3] {
    let bytes = match ink {
        Ink::Text => [0x1d, 0x21, 0x1f],
        Ink::Muted => [0x5c, 0x65, 0x61],
        Ink::Accent => accent.rgb(),
        Ink::Hairline => [0xc6, 0xd0, 0xca],
        Ink::WritingLine => [0x7d, 0x88, 0x83],
        Ink::Tint => [0xd5, 0xe3, 0xdb],
        Ink::Watermark => [0xe9, 0xed, 0xeb],
        Ink::Paper => [0xff, 0xff, 0xff],
    };
    bytes.map(|byte| (f32::from(byte) / 255.0 * 1000.0).round() / 1000.0)
}
