//! Where words may be parted at the end of a line, and what is printed and read there.
//!
//! A paragraph is first set without hyphens. Only where that left a hole at the end of a line, or broke a word no line
//! can hold, are soft hyphens put into the word to blame and the paragraph is set again: short lines read better than
//! many hyphens. parley takes a soft hyphen for a place to break but draws nothing there, so the hyphen is added here;
//! it hangs beyond the measure, which is how the edge looks straightest. For whoever copies or listens, the hyphen says
//! the rest of the word and the next line keeps silent about it, so that the text of the file holds whole words only.

use std::ops::Range;
use std::sync::Arc;

use hypher::Lang;
use parley::BreakReason;
use parley::FontData;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use super::place::{Cluster, Glyph, GlyphRun};
use crate::blocks::Ink;

/// Marks in the text where a word may be parted.
pub(crate) const SOFT: char = '\u{ad}';

/// Whether a paragraph's words may be parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Parting {
    /// Never: headings, names of those who sign.
    Never,
    /// Only a word wider than the measure, which would be broken anyhow.
    TooWide,
    /// Where a line would be left short as well.
    Ragged,
}

/// A line may end short by this share of its measure, and always by so many points.
const SHORT_SHARE: f32 = 0.25;
const SHORT_POINTS: f32 = 40.0;
/// Letters a word must have if no line can hold it, and if it only left one short; letters that must stand on either
/// side of a hyphen; letters no word has.
const FEWEST: usize = 7;
const FEWEST_RAGGED: usize = 12;
const ASIDE: usize = 3;
const MOST: usize = 80;

/// Parts words of one language.
#[derive(Clone, Copy)]
pub(crate) struct Hyphens {
    language: Option<Lang>,
}

impl Hyphens {
    /// The rules of a language, a BCP 47 tag. One that is not known parts no words.
    pub(crate) fn new(language: &str) -> Self {
        let first = language.split(['-', '_']).next().unwrap_or_default().to_lowercase();
        let code = <[u8; 2]>::try_from(first.as_bytes()).ok();
        // The two Norwegian tongues share their rules, which are kept under neither name.
        let code = code.map(|code| if matches!(&code, b"nb" | b"nn") { *b"no" } else { code });
        Self { language: code.and_then(Lang::from_iso) }
    }

    /// Where soft hyphens would mend what the lines show, in rising order. Empty if nothing is to be mended.
    pub(crate) fn wanted(&self, layout: &parley::Layout<Ink>, text: &str, width: f32, parting: Parting) -> Vec<usize> {
        let Some(language) = self.language.filter(|_| parting != Parting::Never) else { return Vec::new() };
        let short = width - (width * SHORT_SHARE).max(SHORT_POINTS);
        let mut points = Vec::new();
        for line in layout.lines() {
            let metrics = line.metrics();
            let end = line.text_range().end;
            let (reason, used) = (line.break_reason(), metrics.advance);
            let too_wide = reason == BreakReason::Emergency;
            let ragged = reason == BreakReason::Regular && parting == Parting::Ragged && used < short;
            if too_wide || ragged {
                points.extend(points_of(text, end, language, too_wide));
            }
        }
        points.sort_unstable();
        points.dedup();
        points
    }
}

/// Where the word at a place may be parted. Names and codes stay whole unless no line can hold them.
fn points_of(text: &str, at: usize, language: Lang, too_wide: bool) -> Vec<usize> {
    let token = around(text, at, |c| !c.is_whitespace());
    let range = around(text, at, |c| c.is_alphabetic() || c == SOFT);
    let (token, word) = (text.get(token).unwrap_or_default(), text.get(range.clone()).unwrap_or_default());
    let count = word.chars().count();
    let is_code = token.trim_end_matches(['.', ':']).contains(|c: char| c.is_numeric() || "@/\\_:=.".contains(c));
    let shouted = !word.chars().any(char::is_lowercase);
    // German writes every noun with a capital; elsewhere a capital within a text is a name.
    let named = language != Lang::German && word.starts_with(char::is_uppercase);
    let foreign = language == Lang::English && !word.is_ascii();
    let whole = word.contains(SOFT) || is_code || shouted || foreign || (named && !too_wide);
    let fewest = if too_wide { FEWEST } else { FEWEST_RAGGED };
    if whole || !(fewest..=MOST).contains(&count) || word.to_lowercase().len() != word.len() {
        return Vec::new();
    }
    let mut place = range.start;
    let syllables = hypher::hyphenate_bounded(word, language, ASIDE, ASIDE);
    let mut points: Vec<usize> = syllables
        .map(|syllable| {
            place += syllable.len();
            place
        })
        .collect();
    points.pop();
    points
}

/// The unbroken stretch of fitting characters that holds a place or begins there.
fn around(text: &str, at: usize, fits: impl Fn(char) -> bool) -> Range<usize> {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let start = before.trim_end_matches(&fits).len();
    let end = text.len() - after.trim_start_matches(&fits).len();
    start..end
}

/// What of a paragraph was said already, by the hyphen before it.
#[derive(Default)]
pub(crate) struct Said {
    until: usize,
    from: usize,
}

impl Said {
    /// Whether the letters at a place are said by a hyphen before them.
    pub(crate) fn holds(&self, place: usize) -> bool {
        (self.from..self.until).contains(&place)
    }

    /// What the hyphen at a place says: the rest of its word, or nothing if an earlier one said it.
    fn rest<'t>(&mut self, text: &'t str, at: usize) -> &'t str {
        if at < self.until {
            return "";
        }
        let end = around(text, at, |c| !c.is_whitespace()).end;
        (self.from, self.until) = (at, end);
        text.get(at..end).unwrap_or_default()
    }
}

/// The hyphen that ends a line after the last run on it, if the text was parted there.
pub(crate) fn hyphen(last: &GlyphRun, font: &FontData, end: usize, said: &mut Said) -> Option<GlyphRun> {
    if last.leftwards || !last.text.get(..end)?.ends_with(SOFT) {
        return None;
    }
    let face = FontRef::from_index(font.data.as_ref(), font.index).ok()?;
    let glyph = ['\u{2010}', '-'].into_iter().find_map(|sign| face.charmap().map(sign))?;
    let advance = face.glyph_metrics(Size::new(last.size), LocationRef::default()).advance_width(glyph)?;
    let rest: String = said.rest(&last.text, end).chars().filter(|c| *c != SOFT).collect();
    let text: Arc<str> = format!("-{rest}").into();
    let says = Some(1..text.len() as u32);
    let id = u16::try_from(glyph.to_u32()).ok()?;
    Some(GlyphRun {
        x: last.x + last.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>(),
        glyphs: vec![Glyph { id, dx: 0.0, dy: 0.0, advance }],
        clusters: vec![Cluster { text: 0..1, glyphs: 0..1, says }],
        text,
        ..last.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(language: &str, word: &str, too_wide: bool) -> String {
        let text = format!("see {word} here");
        let mut out = text.clone();
        let language = Hyphens::new(language).language.unwrap();
        for point in points_of(&text, 4, language, too_wide).into_iter().rev() {
            out.insert(point, '|');
        }
        out.trim_start_matches("see ").trim_end_matches(" here").to_owned()
    }

    #[test]
    fn words_are_parted_by_the_rules_of_their_language() {
        assert_eq!(parted("en", "responsibility", false), "respon|si|bil|ity");
        assert_eq!(parted("de-AT", "Zusammensetzung", false), "Zusam|men|set|zung");
        assert!(parted("pl", "odpowiedzialność", false).contains('|'));
        assert!(parted("ru", "ответственность", false).contains('|'));
    }

    #[test]
    fn names_codes_and_short_words_stay_whole() {
        for word in [
            "Wolverhampton",
            "zofia@stillwater.example",
            "REFERENCE",
            "P16reference",
            "little",
            "references/number",
            "development",
        ] {
            assert_eq!(parted("en", word, false), word);
        }
        assert_ne!(
            parted("en", "Wolverhampton", true),
            "Wolverhampton",
            "no line can hold it: broken anyhow, so rightly"
        );
        assert_eq!(parted("en", "zofia@stillwater.example", true), "zofia@stillwater.example");
        assert!(Hyphens::new("xx").language.is_none() && Hyphens::new("").language.is_none());
    }
}
