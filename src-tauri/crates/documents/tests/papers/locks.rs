//! Papers with a password: they open with it, in two readers, and not without.

use coachbook_documents::papers::session_summary;
use coachbook_documents::{Lock, PageSize, PaperError, locked};

use crate::people::*;

const PASSWORD: &str = "grüne Wiese 7";
/// Fixed here for the tests; the program draws it anew for every file.
const KEY: [u8; 32] = *b"a key of thirty-two bytes, fixed";

fn summary() -> Vec<u8> {
    let setup = setup(PageSize::A4);
    pdf(&session_summary(&john(), &setup), &setup).bytes
}

#[test]
fn it_opens_with_the_password_and_not_without() {
    let plain = summary();
    let bytes = locked(&plain, &Lock { password: PASSWORD, key: &KEY }).unwrap();
    let (path, open) = (kept("locked.pdf", &bytes), kept("unlocked.pdf", &plain));
    let Some((ok, text)) = tool("pdftotext", &["-upw", PASSWORD], &path) else { return };
    assert!(ok && text.contains("John Doe") && text.contains("yearly appraisal tracker"), "{text}");
    let (_, without) = tool("pdftotext", &[], &open).unwrap();
    assert_eq!(text, without, "the lock changes nothing that is read");
    for wrong in [&[][..], &["-upw", "grüne Wiese 8"]] {
        let (ok, text) = tool("pdftotext", wrong, &path).unwrap();
        assert!(!ok && !text.contains("John"), "opened with {wrong:?}");
    }
    let (_, about) = tool("pdfinfo", &["-upw", PASSWORD], &path).unwrap();
    assert!(about.contains("AES-256") && about.contains("Tagged:          yes"), "{about}");
}

#[test]
fn qpdf_finds_no_fault_in_it() {
    let bytes = locked(&summary(), &Lock { password: PASSWORD, key: &KEY }).unwrap();
    let path = kept("locked-checked.pdf", &bytes);
    let Some((sound, report)) = tool("qpdf", &["--check", &format!("--password={PASSWORD}")], &path) else { return };
    assert!(sound && !report.contains("WARNING"), "{report}");
    assert!(!tool("qpdf", &["--check", "--password=wrong"], &path).unwrap().0, "control");
}

#[test]
fn no_word_of_it_lies_readable_in_the_file() {
    let plain = summary();
    let bytes = locked(&plain, &Lock { password: PASSWORD, key: &KEY }).unwrap();
    let holds = |file: &[u8], words: &str| file.windows(words.len()).any(|part| part == words.as_bytes());
    assert!(holds(&plain, "Session summary"), "control: the plain file states its title");
    for words in ["Session summary", "Luczak", "rdf:", PASSWORD] {
        assert!(!holds(&bytes, words), "{words}");
    }
    assert!(!bytes.windows(KEY.len()).any(|part| part == KEY), "the key");
}

#[test]
fn what_cannot_lock_is_refused() {
    let plain = summary();
    let lock = |password: &str| locked(&plain, &Lock { password, key: &KEY }).err();
    assert_eq!(lock(""), Some(PaperError::Password));
    assert_eq!(lock(&"x".repeat(128)), Some(PaperError::Password));
    assert_eq!(lock(&"x".repeat(127)), None, "control");
    assert!(matches!(locked(b"no paper", &Lock { password: "p", key: &KEY }), Err(PaperError::Write(_))));
    let once = locked(&plain, &Lock { password: "p", key: &KEY }).unwrap();
    assert!(matches!(locked(&once, &Lock { password: "q", key: &KEY }), Err(PaperError::Write(_))), "locked twice");
}
