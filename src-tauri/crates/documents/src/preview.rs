//! The pages of a finished PDF as SVG pictures, drawn from the very bytes that are saved.

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
    let page = number.checked_sub(1).and_then(|index| file.pages().get(index)).ok_or(PaperError::Preview)?;
    Ok(draw(page, number, &RenderCache::new()))
}

fn open(pdf: &[u8]) -> Result<File, PaperError> {
    File::new(pdf.to_vec()).map_err(|_| PaperError::Preview)
}

fn draw<'a>(page: &'a Page<'a>, number: usize, cache: &RenderCache<'a>) -> String {
    let paper = SvgRenderSettings { bg_color: [255, 255, 255, 255] };
    let svg = convert(page, cache, &InterpreterSettings::default(), &paper);
    let with_ids = svg.replace("id=\"", &format!("id=\"p{number}-"));
    with_ids.replace("href=\"#", &format!("href=\"#p{number}-")).replace("url(#", &format!("url(#p{number}-"))
}
