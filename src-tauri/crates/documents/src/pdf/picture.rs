//! The letterhead's logo.

use printpdf::{PdfDocument, RawImage, XObject, XObjectId};

/// The logo's name in the file: fixed, because printpdf's own ids differ from run to run.
pub(super) const NAME: &str = "Logo";

/// Decodes a PNG or JPEG and adds it under its fixed name; false if it cannot be read.
pub(super) fn add(bytes: &[u8], pdf: &mut PdfDocument) -> bool {
    let Ok(image) = RawImage::decode_from_bytes(bytes, &mut Vec::new()) else { return false };
    pdf.resources.xobjects.map.insert(XObjectId(NAME.to_owned()), XObject::Image(image));
    true
}
