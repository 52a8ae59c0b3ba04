//! Placed things: what stands where on a page. Points, origin at the top left; nothing here knows PDF.

use std::ops::Range;
use std::sync::Arc;

use parley::FontData;

use crate::blocks::Ink;

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
    pub(crate) faces: Vec<FontData>,
    pub(crate) missing: Vec<char>,
    /// What each drawing says in words.
    pub(crate) alternatives: Vec<String>,
    pub(crate) logo: Option<Vec<u8>>,
    pub(crate) logo_unreadable: bool,
}
