//! Placed things: what stands where on a page. Points, origin at the top left; nothing here knows PDF.

use std::ops::Range;
use std::sync::Arc;

use parley::FontData;

use crate::blocks::Ink;
use crate::stationery::Accent;

/// Index of a face in [`Placed::faces`].
pub(crate) type FaceId = u16;
/// Index of a node in [`Placed::tree`].
pub(crate) type NodeId = u32;

/// What a part of the paper is, for screen readers and text extraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Document,
    Title,
    Heading(u8),
    Paragraph,
    List,
    Item,
    ItemLabel,
    ItemBody,
    Table,
    Row,
    HeadCell,
    Cell,
    Figure,
    Link,
    /// A drawing, by the place of its words in [`Placed::alternatives`].
    Drawing(u16),
}

/// A node of the tree of parts. The root is node 0.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node {
    pub(crate) role: Role,
    pub(crate) parent: NodeId,
}

/// A shaped glyph. `dx` and `dy` move it from the pen; `advance` moves the pen.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    pub(crate) dx: f32,
    pub(crate) dy: f32,
    pub(crate) advance: f32,
}

/// Glyphs that print a stretch of text together: byte range of the text, index range of the glyphs.
#[derive(Debug, Clone)]
pub(crate) struct Cluster {
    pub(crate) text: Range<u32>,
    pub(crate) glyphs: Range<u32>,
    /// The stretch of the run's text said in its place, where a word is parted at the end of a line.
    pub(crate) says: Option<Range<u32>>,
}

/// Glyphs of one face, size and ink on one baseline, in visual order.
#[derive(Debug, Clone)]
pub(crate) struct GlyphRun {
    pub(crate) face: FaceId,
    pub(crate) size: f32,
    pub(crate) ink: Ink,
    pub(crate) x: f32,
    pub(crate) baseline: f32,
    /// Written from right to left: the glyphs stand in the reverse order of the text.
    pub(crate) leftwards: bool,
    pub(crate) text: Arc<str>,
    pub(crate) glyphs: Vec<Glyph>,
    pub(crate) clusters: Vec<Cluster>,
}

impl GlyphRun {
    /// How long it is along its baseline.
    fn length(&self) -> f32 {
        self.glyphs.iter().map(|glyph| glyph.advance).sum()
    }

    fn scale(&mut self, by: f32) {
        for measure in [&mut self.x, &mut self.baseline, &mut self.size] {
            *measure *= by;
        }
        for glyph in &mut self.glyphs {
            (glyph.dx, glyph.dy, glyph.advance) = (glyph.dx * by, glyph.dy * by, glyph.advance * by);
        }
    }
}

/// How far a run whose middle is its pivot reaches along one of the page's axes.
fn reach(run: &GlyphRun, along: f32) -> f32 {
    run.length() / 2.0 * along.abs()
}

fn least(values: impl Iterator<Item = f32>) -> f32 {
    values.fold(f32::INFINITY, f32::min)
}

fn most(values: impl Iterator<Item = f32>) -> f32 {
    values.fold(f32::NEG_INFINITY, f32::max)
}

/// How a path is drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Paint {
    Fill(Ink),
    /// `dash` is the length of a dash and of the gap after it.
    Stroke {
        ink: Ink,
        width: f32,
        dash: Option<(f32, f32)>,
    },
}

/// What can be drawn.
#[derive(Debug, Clone)]
pub(crate) enum Mark {
    Glyphs(GlyphRun),
    /// Words turned around a pivot; their `x` and `baseline` count from it.
    Turned {
        run: GlyphRun,
        pivot: (f32, f32),
        degrees: f32,
    },
    /// A line through places, or the area they enclose.
    Path {
        dots: Vec<(f32, f32)>,
        closed: bool,
        paint: Paint,
    },
    /// A filled rectangle: rules are thin ones.
    Fill {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
        ink: Ink,
    },
    /// The outline of a box.
    Frame {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
        ink: Ink,
    },
    /// The letterhead's picture.
    Picture {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
    },
}

/// A mark and the part of the paper it belongs to; `None` is decoration, which screen readers skip.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) mark: Mark,
    pub(crate) node: Option<NodeId>,
}

impl Item {
    /// Moves the item by whole distances.
    pub(crate) fn shift(&mut self, right: f32, down: f32) {
        match &mut self.mark {
            Mark::Glyphs(run) => {
                run.x += right;
                run.baseline += down;
            }
            Mark::Turned { pivot, .. } => {
                pivot.0 += right;
                pivot.1 += down;
            }
            Mark::Path { dots, .. } => {
                for (x, y) in dots {
                    *x += right;
                    *y += down;
                }
            }
            Mark::Fill { x, y, .. } | Mark::Frame { x, y, .. } | Mark::Picture { x, y, .. } => {
                *x += right;
                *y += down;
            }
        }
    }

    /// Where the item begins, from above; of words, where their tallest letters can reach.
    pub(crate) fn top(&self) -> f32 {
        match &self.mark {
            Mark::Glyphs(run) => run.baseline - run.size * 1.1,
            Mark::Turned { run, pivot, degrees } => pivot.1 - reach(run, degrees.to_radians().sin()),
            Mark::Path { dots, .. } => least(dots.iter().map(|dot| dot.1)),
            Mark::Fill { y, .. } | Mark::Frame { y, .. } | Mark::Picture { y, .. } => *y,
        }
    }

    /// Where the item ends, from above.
    pub(crate) fn bottom(&self) -> f32 {
        match &self.mark {
            Mark::Glyphs(run) => run.baseline + run.size * 0.35,
            Mark::Turned { run, pivot, degrees } => pivot.1 + reach(run, degrees.to_radians().sin()),
            Mark::Path { dots, .. } => most(dots.iter().map(|dot| dot.1)),
            Mark::Fill { y, h, .. } | Mark::Frame { y, h, .. } | Mark::Picture { y, h, .. } => y + h,
        }
    }

    /// Makes the item larger, with its distance from the top left corner.
    pub(crate) fn scale(&mut self, by: f32) {
        match &mut self.mark {
            Mark::Glyphs(run) => run.scale(by),
            Mark::Turned { run, pivot, .. } => {
                run.scale(by);
                *pivot = (pivot.0 * by, pivot.1 * by);
            }
            Mark::Path { dots, paint, .. } => {
                for (x, y) in dots {
                    (*x, *y) = (*x * by, *y * by);
                }
                if let Paint::Stroke { width, dash, .. } = paint {
                    *width *= by;
                    *dash = dash.map(|(on, off)| (on * by, off * by));
                }
            }
            Mark::Fill { x, y, w, h, .. } | Mark::Frame { x, y, w, h, .. } | Mark::Picture { x, y, w, h } => {
                for measure in [x, y, w, h] {
                    *measure *= by;
                }
            }
        }
    }

    /// Its left and right end.
    pub(crate) fn sides(&self) -> (f32, f32) {
        let x = match &self.mark {
            Mark::Turned { run, pivot, degrees } => pivot.0 - reach(run, degrees.to_radians().cos()),
            Mark::Path { dots, .. } => least(dots.iter().map(|dot| dot.0)),
            Mark::Glyphs(GlyphRun { x, .. })
            | Mark::Fill { x, .. }
            | Mark::Frame { x, .. }
            | Mark::Picture { x, .. } => *x,
        };
        (x, x + self.width())
    }

    /// How wide the item is drawn.
    fn width(&self) -> f32 {
        match &self.mark {
            Mark::Glyphs(run) => run.length(),
            Mark::Turned { run, degrees, .. } => 2.0 * reach(run, degrees.to_radians().cos()),
            Mark::Path { dots, .. } => most(dots.iter().map(|dot| dot.0)) - least(dots.iter().map(|dot| dot.0)),
            Mark::Fill { w, .. } | Mark::Frame { w, .. } | Mark::Picture { w, .. } => *w,
        }
    }

    /// Puts the item as far from the right edge of a stretch as it was from the left one; twice is nothing.
    pub(crate) fn mirror(&mut self, stretch: f32) {
        let width = self.width();
        match &mut self.mark {
            Mark::Glyphs(GlyphRun { x, .. })
            | Mark::Fill { x, .. }
            | Mark::Frame { x, .. }
            | Mark::Picture { x, .. } => *x = stretch - *x - width,
            // A word across the page is written the same way on every page.
            Mark::Turned { pivot, .. } => pivot.0 = stretch - pivot.0,
            Mark::Path { dots, .. } => dots.iter_mut().for_each(|dot| dot.0 = stretch - dot.0),
        }
    }

    /// A horizontal rule of `thick` points.
    pub(crate) fn rule(x: f32, y: f32, w: f32, thick: f32, ink: Ink) -> Self {
        Self { mark: Mark::Fill { x, y, w, h: thick, ink }, node: None }
    }
}

/// A whole paper, placed.
pub(crate) struct Placed {
    pub(crate) size: (f32, f32),
    pub(crate) pages: Vec<Vec<Item>>,
    pub(crate) tree: Vec<Node>,
    /// Parts that can be followed, and where to.
    pub(crate) links: Vec<(NodeId, String)>,
    pub(crate) accent: Accent,
    pub(crate) faces: Vec<FontData>,
    pub(crate) missing: Vec<char>,
    /// What each drawing says in words.
    pub(crate) alternatives: Vec<String>,
    pub(crate) logo: Option<Vec<u8>>,
    pub(crate) logo_unreadable: bool,
}
