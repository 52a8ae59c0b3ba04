//! Takes shaped runs apart into glyphs that know which words they print.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use coachbook_core::fold::is_invisible;

use super::hyphens::{SOFT, Said};
use super::place::{Cluster, FaceId, Glyph, GlyphRun};
use crate::blocks::Ink;

/// The glyphs of one shaped run, as pieces that cannot be parted (a ligature is one), in visual order.
#[derive(Default)]
pub(crate) struct RunGlyphs {
    pieces: Vec<Piece>,
    glyphs: Vec<parley::layout::Glyph>,
    next: usize,
}

struct Piece {
    text: Range<usize>,
    glyphs: Range<usize>,
    style: u16,
}

impl RunGlyphs {
    /// Reads a run. parley hands a ligature's glyphs to its first letter and none to the others.
    pub(crate) fn load(&mut self, run: &parley::layout::Run<'_, Ink>) {
        self.pieces.clear();
        self.glyphs.clear();
        self.next = 0;
        for cluster in run.clusters() {
            let text = cluster.text_range();
            match self.pieces.last_mut() {
                Some(piece) if cluster.is_ligature_continuation() => piece.text.end = text.end,
                _ => {
                    let start = self.glyphs.len();
                    cluster.glyphs().for_each(|glyph| self.glyphs.push(glyph));
                    let glyphs = start..self.glyphs.len();
                    self.pieces.push(Piece { text, glyphs, style: cluster.style_index() });
                }
            }
        }
        if run.is_rtl() {
            self.pieces.reverse();
        }
    }

    /// Takes the next pieces of the run's style. `None` if they print nothing or their face cannot be printed;
    /// characters without a glyph are added to `missing`.
    pub(crate) fn take(
        &mut self,
        run: &parley::layout::GlyphRun<'_, Ink>,
        face: Option<FaceId>,
        text: &Arc<str>,
        top: f32,
        said: &Said,
        missing: &mut BTreeSet<char>,
    ) -> Option<GlyphRun> {
        let mut glyphs = Vec::with_capacity(self.glyphs.len());
        let mut clusters: Vec<Cluster> = Vec::with_capacity(self.pieces.len());
        while let Some(piece) = self.pieces.get(self.next).filter(|piece| piece.style == run.style_index()) {
            self.next += 1;
            let words = text.get(piece.text.clone()).unwrap_or_default();
            if words.chars().all(|c| c == '\n' || c == SOFT) {
                continue;
            }
            let shaped = self.glyphs.get(piece.glyphs.clone()).unwrap_or_default();
            if face.is_none() || shaped.iter().any(|glyph| glyph.id == 0) {
                missing.extend(words.chars().filter(|c| !is_invisible(*c)));
            }
            let first = glyphs.len() as u32;
            glyphs.extend(shaped.iter().map(|glyph| Glyph {
                id: u16::try_from(glyph.id).unwrap_or(0),
                dx: glyph.x,
                dy: glyph.y,
                advance: glyph.advance,
            }));
            let text = piece.text.start as u32..piece.text.end as u32;
            let says = said.holds(piece.text.start).then_some(0..0);
            clusters.push(Cluster { text, glyphs: first..glyphs.len() as u32, says });
        }
        let face = face.filter(|_| !glyphs.is_empty())?;
        Some(GlyphRun {
            face,
            size: run.run().font_size(),
            ink: run.style().brush,
            x: run.offset(),
            baseline: run.baseline() - top,
            leftwards: run.run().is_rtl(),
            text: Arc::clone(text),
            glyphs,
            clusters,
        })
    }
}
