//! Faces cut to the glyphs used, and which words each glyph stands for when text is copied.

use std::collections::BTreeMap;

use lopdf::{Document, Object};
use parley::FontData;
use printpdf::text::Codepoint;
use printpdf::{FontId, Mm, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage, Pt, TextItem};
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};
use subsetter::GlyphRemapper;

use crate::error::PaperError;
use crate::layout::place::{Cluster, Glyph, GlyphRun, Mark, Placed};

/// What a glyph without words of its own stands for.
const UNKNOWN: &str = "\u{fffd}";

/// A face as it is embedded. Glyphs are numbered as in the cut font.
pub(super) struct Face {
    pub(super) id: FontId,
    remap: GlyphRemapper,
    /// What each glyph stands for in copied text.
    texts: Vec<String>,
    /// Widths as the file states them: whole thousandths of the size, cut off, not rounded.
    widths: Vec<i64>,
}

impl Face {
    /// A glyph's number in the cut font.
    pub(super) fn cut(&self, glyph: u16) -> u16 {
        self.remap.get(glyph).unwrap_or(0)
    }

    /// What a glyph of the cut font stands for in copied text.
    pub(super) fn text(&self, glyph: u16) -> &str {
        self.texts.get(usize::from(glyph)).map_or(UNKNOWN, String::as_str)
    }

    /// How far a reader moves on after a glyph of the cut font, in thousandths of the size.
    pub(super) fn width(&self, glyph: u16) -> f32 {
        self.widths.get(usize::from(glyph)).copied().unwrap_or(0) as f32
    }

    /// Whether glyphs, read one by one, give the words.
    pub(super) fn reads_right<'a>(&self, words: &str, glyphs: impl Iterator<Item = &'a Glyph>) -> bool {
        let mut rest = words;
        for glyph in glyphs {
            match rest.strip_prefix(self.text(self.cut(glyph.id))) {
                Some(left) => rest = left,
                None => return false,
            }
        }
        rest.is_empty()
    }
}

/// A page that shows every glyph of every face: printpdf embeds a face, and notes what its glyphs stand for, by what
/// its own operations show, which the marks of our pages are not. [`take_out_specimen`] takes it out of the file again.
pub(super) fn specimen(faces: &[Face]) -> PdfPage {
    let shown = faces.iter().flat_map(|face| {
        let glyphs =
            (0..face.remap.num_gids()).map(|glyph| Codepoint::with_cid(glyph, 0.0, face.text(glyph).to_owned()));
        let font = PdfFontHandle::External(face.id.clone());
        [Op::SetFont { font, size: Pt(1.0) }, Op::ShowText { items: vec![TextItem::GlyphIds(glyphs.collect())] }]
    });
    let ops = [Op::StartTextSection].into_iter().chain(shown).chain([Op::EndTextSection]).collect();
    PdfPage::new(Mm(1.0), Mm(1.0), ops)
}

/// Takes the last page, the [`specimen`], out of the file.
pub(super) fn take_out_specimen(file: &mut Document) -> lopdf::Result<()> {
    let pages = file.catalog()?.get(b"Pages")?.as_reference()?;
    let pages = file.get_dictionary_mut(pages)?;
    let kids = pages.get_mut(b"Kids")?.as_array_mut()?;
    let last = kids.pop();
    let left = kids.len() as i64;
    pages.set("Count", left);
    let Some(page) = last.and_then(|page| page.as_reference().ok()) else { return Ok(()) };
    if let Ok(Object::Reference(content)) = file.get_dictionary(page)?.get(b"Contents") {
        let content = *content;
        file.objects.remove(&content);
    }
    file.objects.remove(&page);
    Ok(())
}

/// The words a cluster prints.
pub(super) fn words<'a>(run: &'a GlyphRun, cluster: &Cluster) -> &'a str {
    run.text.get(cluster.text.start as usize..cluster.text.end as usize).unwrap_or_default()
}

/// What a cluster says to whoever copies or listens: its words, unless a word is parted here.
pub(super) fn said<'a>(run: &'a GlyphRun, cluster: &Cluster) -> &'a str {
    let range = cluster.says.as_ref().unwrap_or(&cluster.text);
    run.text.get(range.start as usize..range.end as usize).unwrap_or_default()
}

/// The glyphs that print it.
pub(super) fn shaped<'a>(run: &'a GlyphRun, cluster: &Cluster) -> &'a [Glyph] {
    run.glyphs.get(cluster.glyphs.start as usize..cluster.glyphs.end as usize).unwrap_or_default()
}

/// Cuts every face of the paper and adds it to the file.
pub(super) fn embed(placed: &Placed, pdf: &mut PdfDocument) -> Result<Vec<Face>, PaperError> {
    let mut used: Vec<_> = placed.faces.iter().map(|_| (GlyphRemapper::new(), BTreeMap::new())).collect();
    let runs = || {
        placed.pages.iter().flatten().filter_map(|item| {
            if let Mark::Glyphs(run) | Mark::Turned { run, .. } = &item.mark { Some(run) } else { None }
        })
    };
    for run in runs() {
        let Some((remap, texts)) = used.get_mut(usize::from(run.face)) else { continue };
        for cluster in &run.clusters {
            let mut last = None;
            for glyph in shaped(run, cluster) {
                last = Some(remap.remap(glyph.id));
            }
            // A glyph that prints a cluster alone stands for its words: the first meeting decides.
            if let Some(glyph) = last.filter(|glyph| *glyph != 0 && cluster.glyphs.len() == 1) {
                texts.entry(glyph).or_insert_with(|| words(run, cluster).to_owned());
            }
        }
    }
    for run in runs() {
        let Some((remap, texts)) = used.get_mut(usize::from(run.face)) else { continue };
        run.clusters
            .iter()
            .filter(|cluster| cluster.glyphs.len() > 1)
            .for_each(|cluster| share(run, cluster, remap, texts));
    }
    used.into_iter().zip(&placed.faces).zip(0_u16..).map(|((used, font), nth)| cut(used, font, nth, pdf)).collect()
}

/// Gives the glyphs of a cluster their letters if there are as many in the order of writing, else all words to the
/// first that takes room.
fn share(run: &GlyphRun, cluster: &Cluster, remap: &GlyphRemapper, texts: &mut BTreeMap<u16, String>) {
    let words = words(run, cluster);
    let one_each = !run.leftwards && words.chars().count() == cluster.glyphs.len();
    let mut letters = words.chars();
    let mut rest = Some(words.to_owned());
    for glyph in shaped(run, cluster) {
        let letter = letters.next().filter(|_| one_each).map(String::from);
        let whole = if glyph.advance > 0.0 { rest.take() } else { None };
        let Some(cut) = remap.get(glyph.id).filter(|cut| *cut != 0) else { continue };
        // A glyph with nothing of its own: the words are given whole beside it.
        texts.entry(cut).or_insert_with(|| letter.or(whole).unwrap_or_else(|| "\u{200b}".to_owned()));
    }
}

type Used = (GlyphRemapper, BTreeMap<u16, String>);

fn cut(used: Used, font: &FontData, nth: u16, pdf: &mut PdfDocument) -> Result<Face, PaperError> {
    let (remap, mut texts) = used;
    let failed = PaperError::Font(nth);
    let program = subsetter::subset(font.data.as_ref(), font.index, &remap).map_err(|_| failed)?;
    let mut parsed = ParsedFont::from_bytes(&program, 0, &mut Vec::new()).ok_or(failed)?;
    parsed.font_name = Some(format!("{}+{}", tag(&program), postscript_name(font, nth)));
    let per_em = f32::from(parsed.units_per_em.max(1));
    let widths = (0..remap.num_gids())
        .map(|glyph| parsed.get_glyph_width(glyph).map_or(0, |width| (f32::from(width) * 1000.0 / per_em) as i64))
        .collect();
    let texts = (0..remap.num_gids()).map(|glyph| texts.remove(&glyph).unwrap_or_else(|| UNKNOWN.to_owned())).collect();
    // Own ids: printpdf counts its ids through the life of the process, so the second file would differ.
    let id = FontId(format!("T{nth}"));
    pdf.resources.fonts.map.insert(id.clone(), PdfFont::new(parsed));
    Ok(Face { id, remap, texts, widths })
}

/// Six capital letters that mark a cut font, made from its content.
fn tag(program: &[u8]) -> String {
    let hash = blake3::hash(program);
    hash.as_bytes().iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

fn postscript_name(font: &FontData, nth: u16) -> String {
    let name = FontRef::from_index(font.data.as_ref(), font.index)
        .ok()
        .and_then(|face| Some(face.localized_strings(StringId::POSTSCRIPT_NAME).english_or_first()?.to_string()));
    let name: String = name.unwrap_or_default().chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    if name.is_empty() { format!("Face{nth}") } else { name }
}
