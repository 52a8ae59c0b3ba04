//! Placed pages to a PDF file. This folder alone names printpdf, lopdf and subsetter.
//!
//! printpdf lays out the document with its fonts and pictures; what it does not write, writes wrongly or slowly, is put
//! right on its lopdf document: what stands on the pages, the tree of tags, the properties. The same pages give the same
//! bytes.

mod faces;
mod file;
mod joined;
mod links;
mod lock;
mod marks;
mod outline;
mod paths;
mod picture;
mod properties;
mod tags;

use std::io;
use std::thread;

use lopdf::{Document, ObjectId};
use printpdf::{ImageOptimizationOptions, Mm, PdfDocument, PdfPage, PdfSaveOptions, Pt};

use crate::error::PaperError;
use crate::layout::place::Placed;
pub use joined::joined;
pub use lock::{Lock, locked};

/// What stands in the file's properties.
pub(crate) struct Properties<'a> {
    pub(crate) title: &'a str,
    pub(crate) author: &'a str,
    pub(crate) language: &'a str,
    pub(crate) made: chrono::NaiveDate,
}

/// A written file.
pub(crate) struct Written {
    pub(crate) bytes: Vec<u8>,
    pub(crate) logo_unreadable: bool,
}

/// Writes the pages as a tagged PDF 1.7 with its fonts cut to the glyphs used.
pub(crate) fn write(placed: &Placed, properties: &Properties<'_>) -> Result<Written, PaperError> {
    let mut pdf = PdfDocument::new("");
    let faces = faces::embed(placed, &mut pdf)?;
    let logo = placed.logo.as_deref().map(|bytes| picture::add(bytes, &mut pdf));
    let logo_unreadable = placed.logo_unreadable || logo == Some(false);
    pdf.pages.extend(placed.pages.iter().map(|_| empty_page(placed.size)));
    pdf.pages.push(faces::specimen(&faces));
    let mut document = pdf.to_lopdf_document(&save_options(), &mut Vec::new());
    let missing = |_| PaperError::Write("the pages are missing");
    faces::take_out_specimen(&mut document).map_err(missing)?;
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    let mut parts = Vec::new();
    for (page, id) in placed.pages.iter().zip(pages) {
        let drawn = marks::draw(page, placed, &faces, !logo_unreadable);
        fill(&mut document, id, drawn.content).map_err(missing)?;
        parts.push(drawn.parts);
    }
    let unpackable = |_| PaperError::Write("the file could not be put together");
    // Pages and fonts are packed on a thread beside this one.
    let streams = file::take_streams(&mut document);
    let bytes = thread::scope(|scope| {
        let packing = scope.spawn(|| file::packed(streams, file::Packing::Good));
        let links = links::add(&mut document, placed)?;
        tags::add(&mut document, placed, &parts, &links)?;
        outline::add(&mut document, placed)?;
        properties::add(&mut document, properties)?;
        let taken = || packing.join().unwrap_or_else(|_| Err(io::Error::other("the second thread failed")));
        file::put_together(document, taken).map_err(unpackable)
    })?;
    Ok(Written { bytes, logo_unreadable })
}

/// A page of this size, in points. Millimetres would round it; its boxes are the setup's, to the hundredth of a point.
fn empty_page((width, height): (f32, f32)) -> PdfPage {
    let mut page = PdfPage::new(Mm::from(Pt(width)), Mm::from(Pt(height)), Vec::new());
    for edge in [&mut page.media_box, &mut page.trim_box, &mut page.crop_box] {
        (edge.width, edge.height) = (Pt(width), Pt(height));
    }
    page
}

fn fill(document: &mut Document, page: ObjectId, content: Vec<u8>) -> lopdf::Result<()> {
    let id = document.get_dictionary(page)?.get(b"Contents")?.as_reference()?;
    document.get_object_mut(id)?.as_stream_mut()?.set_plain_content(content);
    Ok(())
}

fn save_options() -> PdfSaveOptions {
    PdfSaveOptions {
        // Without options printpdf writes pictures uncompressed.
        image_optimization: Some(ImageOptimizationOptions {
            quality: None,
            max_image_size: None,
            dither_greyscale: None,
            convert_to_greyscale: None,
            auto_optimize: Some(false),
            format: Some(printpdf::ImageCompression::Flate),
        }),
        subset_fonts: false,
        ..PdfSaveOptions::default()
    }
}
