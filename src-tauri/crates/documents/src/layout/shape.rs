//! Words to glyphs: one paragraph in, its lines out, through parley.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use parley::{
    Alignment, AlignmentOptions, FontData, FontStyle, FontWeight, InlineBox, InlineBoxKind, Language, Layout,
    LineHeight, OverflowWrap, PositionedInlineBox, PositionedLayoutItem, RangedBuilder, StyleProperty, VerticalAlign,
};
use skrifa::{FontRef, Tag};

use super::direction;
use super::gathered::{Gathered, gathered};
use super::glyphs::RunGlyphs;
use super::hyphens::{self, Hyphens, Parting, Said};
pub(crate) use super::look::{Look, Side};
use super::place::{FaceId, Item, Mark, NodeId};
use super::remembered::Remembered;
use crate::blocks::{Ink, Inline, Span};
use crate::fonts::{Fonts, families};

/// A set line, its items relative to its top left corner.
#[derive(Debug, Clone, Default)]
pub(crate) struct TextLine {
    pub(crate) height: f32,
    /// From the top to the baseline.
    pub(crate) baseline: f32,
    pub(crate) width: f32,
    /// The paragraph runs from right to left.
    pub(crate) leftwards: bool,
    pub(crate) items: Vec<Item>,
}

/// Height of a gap above its rule, and below it for the label.
const GAP_ABOVE: f32 = 13.0;
const GAP_BELOW: f32 = 11.0;
const GAP_MIN_WIDTH: f32 = 118.0;
/// How often a paragraph is set anew to part more words.
const PARTING_ROUNDS: usize = 4;
/// Longest text whose words are parted, in bytes: more is no paragraph a person wrote.
const PARTING_LONGEST: usize = 20_000;
const GAP_LABEL: Look = Look::new(6.5, 8.0).ink(Ink::Muted).side(Side::Near);

/// What the language of a paper decides.
#[derive(Clone, Copy)]
pub(crate) struct Tongue {
    language: Option<Language>,
    /// The paper is read from the right.
    pub(crate) from_right: bool,
    hyphens: Hyphens,
}

/// Shapes paragraphs and remembers which faces were used and which characters no face had.
pub(crate) struct Shaper<'a> {
    pub(super) fonts: &'a mut Fonts,
    pub(super) tongue: Tongue,
    layout: Layout<Ink>,
    pub(crate) faces: Vec<FontData>,
    /// Face of a font file and index in it; `None` when its outlines cannot go into a PDF.
    known: HashMap<(u64, u32), Option<FaceId>>,
    pub(crate) missing: BTreeSet<char>,
    scratch: RunGlyphs,
    pub(super) remembered: Remembered,
}

impl<'a> Shaper<'a> {
    pub(crate) fn new(fonts: &'a mut Fonts, language: &str) -> Self {
        let tongue = Tongue {
            language: Language::parse(language).ok(),
            from_right: direction::from_right(language),
            hyphens: Hyphens::new(language),
        };
        Self::speaking(fonts, tongue)
    }

    pub(super) fn speaking(fonts: &'a mut Fonts, tongue: Tongue) -> Self {
        Self {
            fonts,
            tongue,
            layout: Layout::new(),
            faces: Vec::new(),
            known: HashMap::new(),
            missing: BTreeSet::new(),
            scratch: RunGlyphs::default(),
            remembered: Remembered::default(),
        }
    }

    /// Sets plain words.
    pub(crate) fn words(&mut self, text: &str, look: Look, width: f32, node: Option<NodeId>) -> Vec<TextLine> {
        self.lines(&crate::blocks::words(text), look, width, node)
    }

    pub(super) fn set(&mut self, content: &[Inline], look: Look, width: f32, node: Option<NodeId>) -> Vec<TextLine> {
        let labels = self.gap_labels(content, width, node);
        let mut layout = std::mem::take(&mut self.layout);
        let text = self.broken(content, look, width, &labels, &mut layout);
        if text.is_empty() && labels.is_empty() {
            self.layout = layout;
            return Vec::new();
        }
        let side = match (look.side, self.tongue.from_right) {
            (Side::Start, _) => Alignment::Start,
            (Side::Near, false) | (Side::Far, true) => Alignment::Left,
            (Side::Far, false) | (Side::Near, true) => Alignment::Right,
        };
        layout.align(side, AlignmentOptions::default());
        let leftwards = layout.is_rtl();
        let mut said = Said::default();
        let mut lines: Vec<TextLine> = layout
            .lines()
            .map(|line| TextLine { leftwards, ..self.line(&line, &text, &labels, &mut said, node) })
            .collect();
        self.layout = layout;
        if self.tongue.from_right {
            direction::turn(lines.iter_mut().flat_map(|line| &mut line.items), width);
        }
        lines
    }

    fn gap_labels(&mut self, content: &[Inline], width: f32, node: Option<NodeId>) -> Vec<TextLine> {
        let mut labels = Vec::new();
        for inline in content {
            if let Inline::Gap { label, wide } = inline {
                let mut lines = self.words(label, GAP_LABEL, width, node);
                let mut label = if lines.is_empty() { TextLine::default() } else { lines.swap_remove(0) };
                label.width = if *wide { width } else { (label.width + 6.0).max(GAP_MIN_WIDTH).min(width) };
                if self.tongue.from_right {
                    // Back to how it was set, at the right end of its gap.
                    direction::turn(label.items.iter_mut(), width);
                    label.items.iter_mut().for_each(|item| item.shift(label.width - 2.0 - width, 0.0));
                }
                labels.push(label);
            }
        }
        labels
    }

    /// Breaks the words into lines, parting those that need it; returns the text the clusters point into.
    fn broken(
        &mut self,
        content: &[Inline],
        look: Look,
        width: f32,
        gaps: &[TextLine],
        layout: &mut Layout<Ink>,
    ) -> Arc<str> {
        let mut gathered = gathered(content);
        let parting = if gathered.text.len() > PARTING_LONGEST { Parting::Never } else { look.parting };
        for round in 0.. {
            let text = self.build(&gathered, look, gaps, layout);
            layout.break_all_lines(Some(width));
            let points = self.tongue.hyphens.wanted(layout, &text, width, parting);
            if points.is_empty() || round == PARTING_ROUNDS {
                return text;
            }
            gathered.part(&points);
        }
        Arc::default()
    }

    /// Hands the words and their looks to parley.
    fn build(&mut self, gathered: &Gathered<'_>, look: Look, gaps: &[TextLine], layout: &mut Layout<Ink>) -> Arc<str> {
        let Gathered { text, spans, gap_at } = gathered;
        let text: Arc<str> = text.as_str().into();
        let fonts = &mut *self.fonts;
        let mut builder = fonts.shaping.ranged_builder(&mut fonts.faces, &text, 1.0, false);
        builder.set_base_direction(direction::base(&text, self.tongue.from_right));
        builder.push_default(families());
        builder.push_default(StyleProperty::FontSize(look.size));
        builder.push_default(LineHeight::Absolute(look.leading));
        builder.push_default(StyleProperty::Brush(look.ink));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.push_default(StyleProperty::Locale(self.tongue.language));
        if look.bold {
            builder.push_default(FontWeight::BOLD);
        }
        for (range, span) in spans {
            differ(&mut builder, range.clone(), span, look);
        }
        for ((id, index), gap) in (0_u64..).zip(gap_at).zip(gaps) {
            builder.push_inline_box(InlineBox {
                id,
                kind: InlineBoxKind::InFlow,
                index: *index,
                width: gap.width,
                height: GAP_ABOVE + GAP_BELOW,
                baseline: Some(GAP_ABOVE),
                vertical_align: VerticalAlign::BASELINE,
            });
        }
        builder.build_into(layout, &*text);
        text
    }

    fn line(
        &mut self,
        line: &parley::Line<'_, Ink>,
        text: &Arc<str>,
        gaps: &[TextLine],
        said: &mut Said,
        node: Option<NodeId>,
    ) -> TextLine {
        let metrics = line.metrics();
        let top = metrics.block_min_coord;
        let mut items = Vec::new();
        let mut walked = None;
        let mut font = None;
        for item in line.items() {
            match item {
                PositionedLayoutItem::GlyphRun(run) => {
                    // One shaped run comes back as several glyph runs where only the ink changes.
                    let index = run.run().index();
                    if walked != Some(index) {
                        self.scratch.load(run.run());
                        walked = Some(index);
                    }
                    let face = self.face(run.run().font());
                    font = Some(run.run().font().clone());
                    if let Some(glyphs) = self.scratch.take(&run, face, text, top, said, &mut self.missing) {
                        items.push(Item { mark: Mark::Glyphs(glyphs), node });
                    }
                }
                PositionedLayoutItem::InlineBox(gap) => draw_gap(&gap, top, gaps, &mut items),
            }
        }
        if let (Some(Item { mark: Mark::Glyphs(last), .. }), Some(font)) = (items.last(), font)
            && let Some(hyphen) = hyphens::hyphen(last, &font, line.text_range().end, said)
        {
            items.push(Item { mark: Mark::Glyphs(hyphen), node });
        }
        TextLine {
            height: metrics.line_height,
            baseline: metrics.baseline - top,
            width: metrics.advance,
            leftwards: false,
            items,
        }
    }

    pub(super) fn face(&mut self, font: &FontData) -> Option<FaceId> {
        let faces = &mut self.faces;
        *self.known.entry((font.data.id(), font.index)).or_insert_with(|| {
            let id = FaceId::try_from(faces.len()).ok()?;
            has_outlines(font).then(|| {
                faces.push(font.clone());
                id
            })
        })
    }
}

/// Tells parley only where a span looks different from its paragraph.
fn differ(builder: &mut RangedBuilder<'_, Ink>, range: Range<usize>, span: &Span, look: Look) {
    if span.bold && !look.bold {
        builder.push(FontWeight::BOLD, range.clone());
    }
    if span.italic {
        builder.push(FontStyle::Italic, range.clone());
    }
    if span.small {
        builder.push(StyleProperty::FontSize(look.size - 1.5), range.clone());
    }
    if span.ink != Ink::Text && span.ink != look.ink {
        builder.push(StyleProperty::Brush(span.ink), range);
    }
}

/// Whether a face holds outlines a PDF font can carry. Bitmap and colour-only faces do not.
fn has_outlines(font: &FontData) -> bool {
    let Ok(face) = FontRef::from_index(font.data.as_ref(), font.index) else { return false };
    [b"glyf", b"CFF "].iter().any(|tag| face.table_data(Tag::new(tag)).is_some())
}

fn draw_gap(gap: &PositionedInlineBox, top: f32, gaps: &[TextLine], items: &mut Vec<Item>) {
    let rule = gap.y - top + GAP_ABOVE + 1.5;
    items.push(Item::rule(gap.x + 1.0, rule, gap.width - 2.0, 0.5, Ink::WritingLine));
    let label = usize::try_from(gap.id).ok().and_then(|index| gaps.get(index));
    for item in label.iter().flat_map(|label| &label.items) {
        let mut item = item.clone();
        item.shift(gap.x + 1.0, rule + 1.5);
        items.push(item);
    }
}
