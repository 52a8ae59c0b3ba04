//! Paper that comes into the book: a session held on paper, a signed agreement, and files that are not what they say.

use crate::documents::Documents;
use crate::driver::{App, Home};
use crate::steps;
use coachbook_vault::{CopyStamp, write_safety_copy};
use std::fs;
use std::path::{Path, PathBuf};

const CLIENT: &str = "Ana Inventada";
const NAME: &str = "Ana 4 March.png";
const LISTED: &str = "Open: Ana 4 March.png";

/// A page as a scanner makes it: one picture and no words.
fn scanned_page() -> Vec<u8> {
    let grey: Vec<u8> = (0..48 * 64).map(|at| if at % 7 == 0 { b'@' } else { b'z' }).collect();
    let draw = "480 0 0 640 0 0 cm /P Do";
    let picture = "/Type /XObject /Subtype /Image /Width 48 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 8";
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 480 640] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>".to_vec(),
        format!("<< /Length {} >>\nstream\n{draw}\nendstream", draw.len()).into_bytes(),
        [format!("<< {picture} /Length {} >>\nstream\n", grey.len()).as_bytes(), &grey, b"\nendstream"].concat(),
    ];
    let mut file = b"%PDF-1.4\n".to_vec();
    for (object, number) in objects.iter().zip(1..) {
        file.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
        file.extend_from_slice(object);
        file.extend_from_slice(b"\nendobj\n");
    }
    file.extend_from_slice(b"trailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n");
    file
}

/// The sealed files of the one book of a home.
fn sealed(home: &Home) -> Vec<PathBuf> {
    home.files().into_iter().filter(|path| path.parent().is_some_and(|folder| folder.ends_with("files"))).collect()
}

/// Files of a home in which these bytes can be read.
fn readable(home: &Home, bytes: &[u8]) -> Vec<PathBuf> {
    let has = |path: &PathBuf| fs::read(path).is_ok_and(|file| file.windows(bytes.len()).any(|part| part == bytes));
    home.files().into_iter().filter(has).collect()
}

#[test]
fn a_session_on_paper_is_finished_with_a_scan_and_no_line() {
    let home = Home::new();
    let documents = Documents::new("paper");
    let app = App::start(&home);
    app.resize(1280, 720);
    let phrase = steps::start_my_book(&app);
    steps::add_client(&app, CLIENT);
    let picture = documents.picture(&app, NAME);
    app.find("tab", "Sessions").click();
    app.button("Wrap it up").click();
    app.wait_text("You wrote nothing, and that is fine.");
    a_closed_dialog_says_nothing(&app);
    app.button("Add a scan").click();
    app.choose_file(&picture);
    app.button(LISTED).wait();
    steps::assert_pages_drawn(&app);
    app.wait_text("Kept in your book.");
    assert!(app.button(LISTED).has_focus(), "the focus is on {:?}", app.focused());
    app.assert_accessible("scan-beside");
    app.resize(640, 720);
    app.assert_accessible("scan-640");
    let fits = app.execute("return document.documentElement.scrollWidth <= window.innerWidth");
    assert_eq!(fits, true, "with a scan, wrap-up is wider than a small window");
    app.resize(1280, 720);
    removed_and_undone(&app);
    refused_in_words(&app, &documents);
    app.button("Finish").click();
    app.button("Reopen").wait();
    app.button("Back to the summary").click();
    assert!(app.button(LISTED).has_focus(), "the focus is on {:?}", app.focused());
    app.wait_text("Session summary");
    app.quit();

    let bytes = fs::read(&picture).expect("the picture is read");
    assert_eq!(sealed(&home).len(), 1, "the book holds more or less than one scan");
    for secret in [&bytes[100..140], NAME.as_bytes()] {
        assert_eq!(readable(&home, secret), Vec::<PathBuf>::new(), "it can be read in the home");
    }
    fs::write(home.path("control"), &bytes).expect("a control is written");
    assert_eq!(readable(&home, &bytes[100..140]).len(), 1, "control: a readable scan goes unnoticed");

    in_the_papers_after_a_restart(&home, &documents, &phrase, &bytes);
    a_damaged_scan_is_named_and_comes_back(&home, &documents, &phrase);
}

#[track_caller]
fn a_closed_dialog_says_nothing(app: &App) {
    app.button("Add a scan").click();
    app.close_file_dialog();
    app.button("Add a scan").wait();
    assert!(!app.text().contains("Nothing was saved."), "a closed dialog is told as a fault");
}

/// By keyboard: the focus never falls out of the list.
#[track_caller]
fn removed_and_undone(app: &App) {
    app.keys("{Tab}{Tab}");
    assert_eq!(app.focused().1, "Remove: Ana 4 March.png");
    app.keys("{Enter}");
    app.button(LISTED).wait_gone();
    app.wait_text("After 30 days it is gone for good.");
    app.button("Undo").click();
    app.button(LISTED).wait();
    app.button("Remove: Ana 4 March.png").click();
    app.button(LISTED).wait_gone();
    app.find("heading", "Session summary").click();
    app.keys("{Ctrl+z}");
    app.button(LISTED).wait();
}

#[track_caller]
fn refused_in_words(app: &App, documents: &Documents) {
    let files: [(&str, &[u8], &str, &str); 3] = [
        (
            "program.pdf",
            b"MZ\x90\0\x03 a program",
            "is not a PDF, PNG or JPEG, whatever its name says.",
            "Save the scan as",
        ),
        ("drawing.png", b"<svg onload='alert(1)'/>", "is not a PDF, PNG or JPEG", "Nothing was added."),
        ("empty.jpg", b"", "That file is empty.", "Scan the sheet again"),
    ];
    for (name, bytes, message, hint) in files {
        app.button("Add another scan").click();
        app.choose_file(&documents.put(name, bytes));
        app.wait_text(message);
        app.wait_text(hint);
        assert!(!app.text().contains(name), "{name} was added");
    }
}

/// Under Papers, opened on a page of its own, and saved as it was given.
fn in_the_papers_after_a_restart(home: &Home, documents: &Documents, phrase: &str, bytes: &[u8]) {
    let app = App::start(home);
    app.resize(1280, 720);
    steps::unlock(&app, phrase);
    app.find("link", "Clients").click();
    steps::click_when_there(&app, "a[href*=\"client/1\"]");
    app.find("tab", "Papers").click();
    app.button(LISTED).wait();
    app.wait_text("Session 1");
    app.assert_accessible("papers-scans");
    app.button(LISTED).click();
    app.find("heading", NAME).wait();
    assert_eq!(steps::assert_pages_drawn(&app), 1);
    app.assert_accessible("scan-page");
    assert!(app.window_titles().iter().all(|title| !title.contains("Ana")), "a scan's name is in a window's title");
    app.button("Save as…").click();
    let saved = documents.path("again.png");
    app.choose_file(&saved);
    app.wait_text("Kept as again.png.");
    assert!(fs::read(&saved).expect("it was saved") == bytes, "it was not saved as it was given");
    app.quit();
}

/// One bit of the sealed file is another: nothing of it is shown, it is said which one it is, and a safety copy has it.
fn a_damaged_scan_is_named_and_comes_back(home: &Home, documents: &Documents, phrase: &str) {
    let copy = documents.path("copy.coachbook");
    let stamp = CopyStamp { sequence: 1, made_at: None };
    write_safety_copy(steps::open_book(home, phrase).book(), &copy, stamp).expect("a safety copy is written");
    let file = sealed(home).remove(0);
    let mut bytes = fs::read(&file).expect("the sealed file is read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&file, bytes).expect("the sealed file is changed");
    let app = App::start(home);
    steps::unlock(&app, phrase);
    app.execute("location.hash = '#/scan/1'");
    app.find("heading", NAME).wait();
    app.wait_text("The file of this scan is damaged or missing, so nothing of it is shown.");
    app.wait_text("Bring it back from a safety copy that was made when it was whole");
    assert_eq!(app.execute("return document.querySelectorAll('.paper__sheet').length"), 0);
    assert!(!app.button("Save as…").is_enabled(), "what is damaged can be saved");
    app.assert_accessible("scan-damaged");
    app.button("Bring it back from a safety copy…").click();
    app.choose_file(&copy);
    app.wait_text("The scan is whole again.");
    assert_eq!(steps::assert_pages_drawn(&app), 1);
}

#[test]
fn a_signed_sheet_lies_beside_the_agreement_and_signs_nothing_by_itself() {
    let home = Home::new();
    let documents = Documents::new("signed");
    let app = App::start(&home);
    app.resize(1280, 720);
    steps::start_my_book(&app);
    steps::add_client(&app, CLIENT);
    steps::issue_agreement(&app);
    app.button("Add a scan").click();
    app.choose_file(&documents.put("signed.pdf", &scanned_page()));
    app.button("Open: signed.pdf").wait();
    app.assert_accessible("agreement-scan");
    assert!(app.button("Note the day").is_there(), "the scan signed the agreement");
    app.button("Open: signed.pdf").click();
    app.find("heading", "signed.pdf").wait();
    steps::assert_pages_drawn(&app);
    assert!(!app.text().contains("Something is missing"), "a scanned page is said not to be whole");
    app.button("Back").click();
    app.button("Note the day").click();
    app.wait_text("Signed on paper on");
    app.button("Open: signed.pdf").wait();
}

/// The file she chose stands on her screen under its own name, however strange.
#[test]
fn a_file_named_like_a_page_is_only_a_name() {
    let home = Home::new();
    let documents = Documents::new("named");
    let app = App::start(&home);
    steps::start_my_book(&app);
    steps::add_client(&app, CLIENT);
    app.find("tab", "Sessions").click();
    app.button("Wrap it up").click();
    let name = "<img src=x onerror=alert(1)>.png";
    let picture = documents.picture(&app, name);
    app.button("Add a scan").click();
    app.choose_file(Path::new(&picture));
    app.wait_text(name);
    assert_eq!(app.execute("return document.querySelectorAll('img[src=\"x\"]').length"), 0);
}
