//! PDFs that somebody else made: a scanner's, and one that leaves its font to the reader.

use coachbook_documents::{PaperError, count_pages, draw_foreign_page};

/// Puts objects together as a PDF. The first must be the catalogue.
fn pdf(objects: &[String]) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (object, number) in objects.iter().zip(1..) {
        places.push(file.len());
        file.extend_from_slice(format!("{number} 0 obj\n{object}\nendobj\n").as_bytes());
    }
    let table = file.len();
    file.extend_from_slice(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).as_bytes());
    for place in &places {
        file.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes());
    }
    let end = format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1);
    file.extend_from_slice(end.as_bytes());
    file
}

/// One page with this content and these resources, and further objects from 5 on.
fn one_page(content: &str, resources: &str, more: &[String]) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 4 0 R /Resources << {resources} >> >>"),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
    ];
    objects.extend_from_slice(more);
    pdf(&objects)
}

fn stream(head: &str, bytes: &str) -> String {
    format!("<< {head} /Length {} >>\nstream\n{bytes}\nendstream", bytes.len())
}

const PICTURE: &str = "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8";

#[test]
fn a_scanned_page_is_drawn_whole() {
    let scan = one_page("200 0 0 300 0 0 cm /P Do", "/XObject << /P 5 0 R >>", &[stream(PICTURE, "\0@`~")]);
    assert_eq!(count_pages(&scan), Ok(1));
    let page = draw_foreign_page(&scan, 1).unwrap();
    assert!(page.whole && page.svg.contains("<image"), "{}", page.svg);
    assert_eq!(draw_foreign_page(&scan, 2), Err(PaperError::Preview));
    assert_eq!(draw_foreign_page(&scan, 0), Err(PaperError::Preview));
}

#[test]
fn a_page_whose_font_is_not_in_the_file_says_that_something_is_missing() {
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned();
    let typed = one_page("BT /F 20 Tf 20 150 Td (signed) Tj ET", "/Font << /F 5 0 R >>", &[font]);
    assert!(!draw_foreign_page(&typed, 1).unwrap().whole);
    let bare = one_page("20 20 100 100 re f", "", &[]);
    assert!(draw_foreign_page(&bare, 1).unwrap().whole, "control");
}

#[test]
fn a_page_whose_picture_is_broken_says_that_something_is_missing() {
    let head = format!("{PICTURE} /Filter /DCTDecode");
    let broken = one_page("200 0 0 300 0 0 cm /P Do", "/XObject << /P 5 0 R >>", &[stream(&head, "no jpeg")]);
    assert!(!draw_foreign_page(&broken, 1).unwrap().whole);
}

#[test]
fn what_is_no_pdf_or_is_cut_off_is_refused_or_drawn_and_never_stops_the_program() {
    for nothing in [&b"%PDF-1.7"[..], b"%PDF-1.7\n1 0 obj\n<<", b"no pdf"] {
        assert_eq!(count_pages(nothing), Err(PaperError::Preview));
    }
    let scan = one_page("200 0 0 300 0 0 cm /P Do", "/XObject << /P 5 0 R >>", &[stream(PICTURE, "\0@`~")]);
    for length in 0..scan.len() {
        let _ = draw_foreign_page(&scan[..length], 1);
    }
    for at in 0..scan.len() {
        let mut changed = scan.clone();
        changed[at] ^= 1 << (at % 8);
        let _ = draw_foreign_page(&changed, 1);
    }
}
