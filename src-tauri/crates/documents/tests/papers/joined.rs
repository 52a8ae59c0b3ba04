//! A signed paper and the page of its signatures as one file, which begins with the very bytes that were signed.

use coachbook_documents::papers::{agreement, evidence_page};
use coachbook_documents::{Lock, PageSize, PaperError, PaperWords, count_pages, joined, locked, render_svg_page};

use crate::people::*;
use crate::signatures::signed;

const KEY: [u8; 32] = *b"a key of thirty-two bytes, fixed";

fn parts() -> (Vec<u8>, Vec<u8>) {
    let setup = setup(PageSize::A4);
    let paper = pdf(&agreement(&contract(), &setup), &setup).bytes;
    (paper, pdf(&evidence_page(&signed(setup.labels()), &setup), &setup).bytes)
}

#[test]
fn it_begins_with_the_signed_bytes_and_ends_with_the_signatures() {
    let (paper, page) = parts();
    let whole = joined(&paper, &page).unwrap();
    assert!(whole.starts_with(&paper), "the signed bytes were changed");
    assert_eq!(joined(&paper, &page).unwrap(), whole, "the same twice");
    let pages = count_pages(&paper).unwrap();
    assert_eq!(count_pages(&whole), Ok(pages + 1));
    assert_eq!(render_svg_page(&whole, 1).unwrap(), render_svg_page(&paper, 1).unwrap(), "the first page is another");
    let found = PaperWords::read(&whole).unwrap().find("simple electronic signature");
    assert_eq!(found.iter().map(|hit| hit.page).collect::<Vec<_>>(), [pages]);
}

#[test]
fn other_readers_find_it_sound_tagged_and_in_order() {
    let (paper, page) = parts();
    let (before, behind, whole) = (
        kept("joined-paper.pdf", &paper),
        kept("joined-page.pdf", &page),
        kept("joined.pdf", &joined(&paper, &page).unwrap()),
    );
    let Some((sound, report)) = tool("qpdf", &["--check"], &whole) else { return };
    assert!(sound && !report.contains("WARNING"), "{report}");
    let (_, about) = tool("pdfinfo", &[], &whole).unwrap();
    assert!(about.contains("Tagged:          yes") && about.contains("Title:           Coaching agreement"), "{about}");
    for arguments in [&[][..], &["-struct-text"]] {
        let read = |path| {
            let named = if arguments.is_empty() { "pdftotext" } else { "pdfinfo" };
            let said = tool(named, arguments, path).unwrap().1;
            // The second paper is a part of the first one's document, and its objects have other numbers.
            let frame = |line: &&str| !["Document", "Part", "Object"].iter().any(|name| line.trim().starts_with(name));
            said.lines().filter(frame).flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
        };
        let (first, last, all) = (read(&before), read(&behind), read(&whole));
        assert!(last.contains("Żaneta Wójcik") && !all.contains("Warning"), "{all}");
        assert_eq!(all, format!("{first} {last}"), "it reads otherwise than its parts");
    }
}

#[test]
fn it_can_be_locked_and_opens_whole() {
    let (paper, page) = parts();
    let bytes = locked(&joined(&paper, &page).unwrap(), &Lock { password: "p", key: &KEY }).unwrap();
    let path = kept("joined-locked.pdf", &bytes);
    let Some((sound, report)) = tool("qpdf", &["--check", "--password=p"], &path) else { return };
    assert!(sound && !report.contains("WARNING"), "{report}");
    let (_, text) = tool("pdftotext", &["-upw", "p"], &path).unwrap();
    assert!(text.contains("What coaching is") && text.contains("simple electronic signature"), "{text}");
}

#[test]
fn what_is_no_paper_is_not_joined() {
    let (paper, page) = parts();
    for (first, last) in [(&paper[..], &b"no paper"[..]), (b"no paper", &page)] {
        assert!(matches!(joined(first, last), Err(PaperError::Write(_))));
    }
}
