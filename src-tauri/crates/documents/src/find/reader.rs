//! Reads the letters of a PDF as it is drawn: what a glyph says, what is said in the place of several, and where they
//! stand.

use hayro_svg::hayro_interpret::font::{Glyph, GlyphRun, PositionedGlyph};
use hayro_svg::hayro_interpret::hayro_cmap::BfString;
use hayro_svg::hayro_interpret::kurbo::{Affine, BezPath, Rect};
use hayro_svg::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, TransformExt, interpret_page,
};
use hayro_svg::hayro_syntax::object::{Dict, String as Bytes};
use hayro_svg::hayro_syntax::page::Page;

use super::lines::{Letter, in_reading_order};
use crate::error::PaperError;
use crate::preview::open;

/// How far a letter reaches above and below its baseline, in thousandths of its size.
const ABOVE: f64 = 900.0;
const BELOW: f64 = 260.0;

/// The letters of every page in reading order. Fails on bytes that are not a PDF.
pub(super) fn letters_of_pages(pdf: &[u8]) -> Result<Vec<Vec<Letter>>, PaperError> {
    let file = open(pdf)?;
    let cache = InterpreterCache::new();
    Ok(file.pages().iter().map(|page| in_reading_order(letters_of(page, &cache))).collect())
}

fn letters_of<'a>(page: &'a Page<'a>, cache: &InterpreterCache<'a>) -> Vec<Letter> {
    let (width, height) = page.render_dimensions();
    let (width, height) = (f64::from(width), f64::from(height));
    let sheet = Rect::new(0.0, 0.0, width, height);
    let upright = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(upright, sheet, cache, page.xref(), InterpreterSettings::default());
    let to_fractions = Affine::scale_non_uniform(1.0 / width.max(1.0), 1.0 / height.max(1.0));
    let mut reader =
        Reader { to_fractions, letters: Vec::new(), open: Vec::new(), part: 0, line: 0, baseline: f64::MIN };
    interpret_page(page, &mut context, &mut reader);
    reader.letters
}

/// A stretch of a page that is marked as something.
enum Stretch {
    /// Head, foot, watermark: no part of what the paper says.
    Ornament,
    /// Glyphs that say something else than each by itself; its letter is made at the first of them.
    Said { text: String, begun: bool },
    /// A paragraph, a cell.
    Other,
}

struct Reader {
    to_fractions: Affine,
    letters: Vec<Letter>,
    open: Vec<Stretch>,
    part: u32,
    line: u32,
    baseline: f64,
}

impl Reader {
    fn read(&mut self, glyph: &PositionedGlyph<'_>, page: Affine) {
        let advance = match &**glyph {
            Glyph::Outline(outline) => outline.advance_width().unwrap_or(0.0),
            Glyph::Type3(drawn) => drawn.advance_width().unwrap_or(0.0),
        };
        let to_page = self.to_fractions * page * glyph.transform();
        let place = to_page.transform_rect_bbox(Rect::new(0.0, -BELOW, f64::from(advance), ABOVE));
        let baseline = to_page.translation().y;
        if (baseline - self.baseline).abs() > 0.5 * place.height() {
            self.baseline = baseline;
            self.line += 1;
        }
        let said = self.open.iter_mut().rev().find_map(|stretch| match stretch {
            Stretch::Said { text, begun } => Some((std::mem::take(text), std::mem::replace(begun, true))),
            _ => None,
        });
        match said {
            // The rest of a spelled-out stretch, and what an earlier sign said already: the second half of a parted
            // word, the dots of a letter.
            Some((_, true)) => self.belongs_to_the_last(place),
            Some((text, false)) if text.is_empty() => self.belongs_to_the_last(place),
            Some((text, false)) => self.push(text, place),
            None => self.push(said_by(glyph), place),
        }
    }

    fn push(&mut self, text: String, place: Rect) {
        self.letters.push(Letter { text, places: vec![place], part: self.part, line: self.line });
    }

    fn belongs_to_the_last(&mut self, place: Rect) {
        let part = self.part;
        if let Some(last) = self.letters.last_mut().filter(|last| last.part == part) {
            last.places.push(place);
        }
    }
}

fn said_by(glyph: &PositionedGlyph<'_>) -> String {
    match glyph.as_unicode() {
        Some(BfString::Char(c)) => c.to_string(),
        Some(BfString::String(text)) => text,
        None => String::new(),
    }
}

/// Text of a PDF: UTF-16 after its mark, else one byte a letter.
fn text_of(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(units) => {
            let units = units.as_chunks().0.iter().map(|pair| u16::from_be_bytes(*pair));
            char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect()
        }
        None => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

impl<'a> Device<'a> for Reader {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        if self.open.iter().any(|stretch| matches!(stretch, Stretch::Ornament)) {
            return;
        }
        for glyph in run.glyphs() {
            self.read(glyph, props.transform);
        }
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        let text = properties.and_then(|dict| dict.get::<Bytes<'_>>(b"ActualText"));
        let stretch = match text {
            _ if tag == b"Artifact" => Stretch::Ornament,
            Some(text) => Stretch::Said { text: text_of(text.as_bytes()), begun: false },
            None => Stretch::Other,
        };
        if matches!(stretch, Stretch::Other) {
            self.part += 1;
        }
        self.open.push(stretch);
    }

    fn end_marked_content(&mut self) {
        self.open.pop();
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
