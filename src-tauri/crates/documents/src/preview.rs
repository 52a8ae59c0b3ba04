//! The pages of a PDF as SVG pictures: of a finished paper, drawn from the very bytes that are saved, and of a scan that
//! somebody else made.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hayro_svg::hayro_interpret::InterpreterSettings;
use hayro_svg::hayro_syntax::Pdf as File;
use hayro_svg::hayro_syntax::page::Page;
use hayro_svg::{RenderCache, SvgRenderSettings, convert};

use crate::error::PaperError;

/// One SVG per page, in order, on white. Each stands alone in an `<img>`; ids carry the page number, so that the
/// pictures may stand in one document too. Fails on bytes that are not a PDF.
pub fn render_svg(pdf: &[u8]) -> Result<Vec<String>, PaperError> {
    let file = open(pdf)?;
    let cache = RenderCache::new();
    Ok(file.pages().iter().zip(1..).map(|(page, number)| draw(page, number, &cache)).collect())
}

/// The SVG of one page, counted from 1: the first page of a long paper need not wait for the others. Fails on bytes
/// that are not a PDF and on a page that is not there.
pub fn render_svg_page(pdf: &[u8], number: usize) -> Result<String, PaperError> {
    let file = open(pdf)?;
    Ok(draw(page_of(&file, number)?, number, &RenderCache::new()))
}

/// How many pages a paper has, and how large they are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sheets {
    /// Pages.
    pub pages: usize,
    /// Width of the first in points.
    pub width: f32,
    /// Its height.
    pub height: f32,
}

/// Counts and measures the pages of a finished paper, which are all of one size. Fails on bytes that are not a PDF.
pub fn measure_sheets(pdf: &[u8]) -> Result<Sheets, PaperError> {
    let file = open(pdf)?;
    let (width, height) = file.pages().first().ok_or(PaperError::Preview)?.render_dimensions();
    Ok(Sheets { pages: file.pages().len(), width, height })
}

/// A page of a PDF made by somebody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignPage {
    /// The drawing.
    pub svg: String,
    /// Whether all of the page is in it. A font that is not in the file is not drawn, and neither is a picture that
    /// cannot be unpacked.
    pub whole: bool,
}

/// How many pages a PDF has. Fails on bytes that are not a PDF, and on one that is locked with a password.
pub fn count_pages(pdf: &[u8]) -> Result<usize, PaperError> {
    Ok(measure_sheets(pdf)?.pages)
}

/// Draws one page of a PDF made by somebody else, counted from 1. Fails as [`count_pages`], and on a page that is not
/// there.
pub fn draw_foreign_page(pdf: &[u8], number: usize) -> Result<ForeignPage, PaperError> {
    let file = open(pdf)?;
    let page = page_of(&file, number)?;
    let left_out = Arc::new(AtomicBool::new(false));
    let noted = Arc::clone(&left_out);
    let settings = InterpreterSettings {
        warning_sink: Arc::new(move |_| noted.store(true, Ordering::Relaxed)),
        ..InterpreterSettings::default()
    };
    let svg = draw_with(page, number, &RenderCache::new(), &settings);
    Ok(ForeignPage { svg, whole: !left_out.load(Ordering::Relaxed) })
}

pub(crate) fn open(pdf: &[u8]) -> Result<File, PaperError> {
    File::new(pdf.to_vec()).map_err(|_| PaperError::Preview)
}

/// A page, counted from 1.
fn page_of(file: &File, number: usize) -> Result<&Page<'_>, PaperError> {
    number.checked_sub(1).and_then(|index| file.pages().get(index)).ok_or(PaperError::Preview)
}

fn draw<'a>(page: &'a Page<'a>, number: usize, cache: &RenderCache<'a>) -> String {
    draw_with(page, number, cache, &InterpreterSettings::default())
}

fn draw_with<'a>(page: &'a Page<'a>, number: usize, cache: &RenderCache<'a>, settings: &InterpreterSettings) -> String {
    let paper = SvgRenderSettings { bg_color: [255, 255, 255, 255] };
    let svg = convert(page, cache, settings, &paper);
    let with_ids = svg.replace("id=\"", &format!("id=\"p{number}-"));
    with_ids.replace("href=\"#", &format!("href=\"#p{number}-")).replace("url(#", &format!("url(#p{number}-"))
}
