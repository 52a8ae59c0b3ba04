//! Placed pages to a PDF file. This folder alone names printpdf, lopdf and subsetter.
//!
//! printpdf writes pages, fonts and pictures; what it does not write, or writes wrongly, is put right on its
//! lopdf document: the tree of tags, the properties, the file's id. The same pages give the same bytes.

mod faces;
mod joined;
mod links;
mod lock;
mod marks;
mod outline;
mod paths;
mod picture;
mod properties;
mod tags;

use std::cmp::Reverse;
use std::io::Write;
use std::thread;

use flate2::{Compression, write::ZlibEncoder};
use lopdf::{Document, SaveOptions, Stream};
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
    let (width, height) = (Mm::from(Pt(placed.size.0)), Mm::from(Pt(placed.size.1)));
    let mut parts = Vec::new();
    for page in &placed.pages {
        let drawn = marks::draw(page, placed, &faces, !logo_unreadable);
        let mut sheet = PdfPage::new(width, height, drawn.ops);
        // Millimetres would round the sheet; the box is the setup's, to the hundredth of a point.
        for edge in [&mut sheet.media_box, &mut sheet.trim_box, &mut sheet.crop_box] {
            (edge.width, edge.height) = (Pt(placed.size.0), Pt(placed.size.1));
        }
        pdf.pages.push(sheet);
        parts.push(drawn.parts);
    }
    pdf.pages.push(faces::specimen(&faces));
    let mut file = pdf.to_lopdf_document(&save_options(), &mut Vec::new());
    faces::take_out_specimen(&mut file).map_err(|_| PaperError::Write("the pages are missing"))?;
    file.version = "1.7".to_owned();
    let links = links::add(&mut file, placed)?;
    tags::add(&mut file, placed, &parts, &links)?;
    outline::add(&mut file, placed)?;
    properties::add(&mut file, properties)?;
    let bytes = save(file)?;
    Ok(Written { bytes, logo_unreadable })
}

fn save(mut file: Document) -> Result<Vec<u8>, PaperError> {
    pack_all(&mut file).map_err(|_| PaperError::Write("a page could not be packed"))?;
    properties::set_id(&mut file);
    let mut bytes = Vec::new();
    // The small objects are packed lightly: time is dearer here than the twentieth of the file it costs.
    let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).compression_level(1).build();
    file.save_with_options(&mut bytes, options).map_err(|_| PaperError::Write("the file could not be put together"))?;
    Ok(bytes)
}

/// Packs pages and fonts, half of the bytes on a thread beside this one. None of them knows of another, so the file is
/// the same every time.
fn pack_all(file: &mut Document) -> std::io::Result<()> {
    let streams = file.objects.values_mut().filter_map(|object| object.as_stream_mut().ok());
    let mut streams: Vec<&mut Stream> = streams.collect();
    streams.sort_by_key(|stream| Reverse(stream.content.len()));
    let (mut here, mut beside) = (Half::default(), Half::default());
    for stream in streams {
        let lighter = if here.bytes <= beside.bytes { &mut here } else { &mut beside };
        lighter.bytes += stream.content.len();
        lighter.streams.push(stream);
    }
    thread::scope(|scope| {
        let there = scope.spawn(|| beside.pack());
        here.pack()?;
        there.join().unwrap_or_else(|_| Err(std::io::Error::other("the second thread failed")))
    })
}

/// What one thread packs.
#[derive(Default)]
struct Half<'a> {
    bytes: usize,
    streams: Vec<&'a mut Stream>,
}

impl Half<'_> {
    /// One packer for all: to make it ready takes longer than to pack a small page.
    fn pack(self) -> std::io::Result<()> {
        let mut packer = ZlibEncoder::new(Vec::new(), Compression::new(6));
        self.streams.into_iter().try_for_each(|stream| pack(stream, &mut packer))
    }
}

/// Packs a stream unless it is packed already, has to stay readable, or would not get smaller.
///
/// lopdf packs at level 9, which takes twice the time of level 6 and makes the files hardly smaller.
fn pack(stream: &mut Stream, packer: &mut ZlibEncoder<Vec<u8>>) -> std::io::Result<()> {
    if !stream.allows_compression || stream.dict.has(b"Filter") {
        return Ok(());
    }
    packer.write_all(&stream.content)?;
    let packed = packer.reset(Vec::with_capacity(stream.content.len() / 2))?;
    if packed.len() < stream.content.len() {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(packed);
    }
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
        // Else operations it does not know are dropped, and all words with them; ours are no stranger's.
        secure: false,
        ..PdfSaveOptions::default()
    }
}
