//! Papers that leave the book, and papers that are signed on the screen: kept byte for byte, locked, replaced, bound.

use crate::documents::Documents;
use crate::driver::{App, Home, base64};
use crate::steps;
use coachbook_core::{
    ClientId, PaperId,
    agreement::VersionStatus,
    giving::{GivingWay, SignMethod},
};
use std::fs;
use std::path::Path;
use std::process::Command;

const CLIENT: &str = "Ana Inventada";
const GIVE: &str = "Give a copy…";

/// Reads a PDF with another program; none when it does not open.
fn text_of(pdf: &Path, password: Option<&str>) -> Option<String> {
    let mut reader = Command::new("pdftotext");
    if let Some(password) = password {
        reader.args(["-upw", password]);
    }
    let read = reader.arg("-layout").arg(pdf).arg("-").output().expect("pdftotext runs");
    read.status
        .success()
        .then(|| String::from_utf8_lossy(&read.stdout).split_whitespace().collect::<Vec<_>>().join(" "))
}

#[track_caller]
fn a_session_with_somebody_else_in_it(app: &App) {
    steps::start_writing(app);
    steps::keep_line(app, "! Mr. X listens when I ask him first");
    steps::keep_line(app, "> Write to Mr. X by Friday");
    app.button("1 action").click();
    app.field("Add a person").type_text("Mr. X");
    app.keys("{Enter}");
    app.field("Who they are").wait();
    app.keys("{Esc}");
    app.button("Close session").click();
    app.button("End").click();
    app.wait_text("The session has ended.");
}

#[track_caller]
fn open_summary(app: &App) {
    app.execute("location.hash = '#/paper/session_summary/1'");
    app.find("heading", "Session summary").wait();
    steps::assert_pages_drawn(app);
    app.button(GIVE).wait();
}

#[track_caller]
fn open_papers(app: &App) {
    app.execute("location.hash = '#/client/1/papers'");
    app.find("tab", "Papers").wait();
    app.wait_text("Four papers to begin with.");
}

#[test]
fn a_summary_goes_out_locked_and_a_correction_says_what_it_replaces() {
    let home = Home::new();
    let documents = Documents::new("given-summary");
    let app = App::start(&home);
    app.resize(1280, 800);
    let phrase = steps::start_my_book(&app);
    steps::add_client(&app, CLIENT);
    a_session_with_somebody_else_in_it(&app);
    open_summary(&app);
    a_closed_dialog_gives_nothing(&app);
    let password = the_draft_with_a_password(&app, &documents);
    the_draft_opens_with_the_password_alone(&documents, &password);
    open_papers(&app);
    app.wait_text("Session summary, session 1");
    app.wait_text("to Ana Inventada, as an e-mail draft, with a password");
    app.assert_accessible("given-list");
    let document = document_id(&app);
    app.find("link", "View: Session summary, session 1").click();
    app.find("heading", "As it was given").wait();
    steps::assert_pages_drawn(&app);

    app.execute("location.hash = '#/session/1/wrap-up'");
    app.field("Add an action").type_text("Call the notary");
    app.keys("{Enter}");
    app.wait_text("Call the notary");
    the_correction(&app, &documents, &document);
    without_names(&app, &documents);
    as_text_without_names(&app);
    app.resize(640, 720);
    open_papers(&app);
    app.wait_text("Without the names of other people.");
    app.assert_accessible("given-list-640");
    // What was said to be given is in the book, however the program ends.
    app.kill9();
    every_copy_is_kept(&home, &phrase, &documents);
}

#[track_caller]
fn a_closed_dialog_gives_nothing(app: &App) {
    app.button(GIVE).click();
    app.find("heading", "Give a copy").wait();
    app.button("Save the draft…").click();
    app.close_file_dialog();
    app.button("Save the draft…").wait();
    app.keys("{Esc}");
    app.find("heading", "Give a copy").wait_gone();
    open_papers(app);
    assert!(!app.text().contains("as an e-mail draft"), "a closed dialog gave a paper");
    open_summary(app);
}

#[track_caller]
fn the_draft_with_a_password(app: &App, documents: &Documents) -> String {
    app.button(GIVE).click();
    app.find("checkbox", "Lock it with a password").tick();
    let password = app.field("Password").value();
    assert!(password.split(' ').count() >= 4, "the password offered is {password:?}");
    app.assert_accessible("give-dialog");
    app.button("Save the draft…").click();
    app.choose_file(&documents.path("draft.eml"));
    app.wait_text("The password, now and not again");
    assert!(app.text().contains(&password), "the password is not said");
    app.assert_accessible("give-done");
    app.button("Done").click();
    app.wait_no_text(&password);
    password
}

fn the_draft_opens_with_the_password_alone(documents: &Documents, password: &str) {
    let draft = fs::read_to_string(documents.path("draft.eml")).expect("a draft was written");
    for words in ["X-Unsent: 1\r\n", "MIME-Version: 1.0\r\n", "Content-Type: application/pdf", "_session-summary.pdf"] {
        assert!(draft.contains(words), "{words:?} is not in the draft");
    }
    assert!(!draft.contains(password), "the password is in the draft");
    let attachment = draft.split("Content-Type: application/pdf").nth(1).expect("a PDF is attached");
    let (head, body) = attachment.split_once("\r\n\r\n").expect("the attachment has a body");
    assert!(!head.contains("Ana"), "the attachment carries a name");
    let letters: String = body.split("\r\n--").next().unwrap_or_default().split_whitespace().collect();
    let pdf = documents.path("attached.pdf");
    fs::write(&pdf, base64::decode(&letters)).expect("the attachment is written");
    assert_eq!(text_of(&pdf, None), None, "it opens without the password");
    assert_eq!(text_of(&pdf, Some("another")), None, "it opens with another password");
    let words = text_of(&pdf, Some(password)).expect("it opens with the password");
    assert!(words.contains("Session summary") && words.contains("Mr. X listens"), "{words}");
    let sound = Command::new("qpdf").args(["--check", &format!("--password={password}")]).arg(&pdf).output();
    assert!(sound.expect("qpdf runs").status.success(), "qpdf finds a fault in it");
}

/// The id a given paper is known by, read off the list.
fn document_id(app: &App) -> String {
    let text = app.text();
    let (_, after) = text.split_once("Document ").expect("the list names the document");
    after.chars().take(8).collect()
}

#[track_caller]
fn the_correction(app: &App, documents: &Documents, document: &str) {
    open_summary(app);
    app.button(GIVE).click();
    app.find("radio", "A file").click();
    app.button("Save the file…").click();
    app.choose_file(&documents.path("second.pdf"));
    app.wait_text("Outside the book anyone can read it.");
    let words = text_of(&documents.path("second.pdf"), None).expect("the second one opens");
    let line = format!("(document {document})");
    assert!(words.contains("Replaces the one of") && words.contains(&line), "{line} is not in: {words}");
    open_papers(app);
    app.wait_text("Replaces the one of");
    // The same again is a second line, not a second paper.
    open_summary(app);
    app.button(GIVE).click();
    app.find("radio", "I handed it over").click();
    app.field("To whom").replace_text("Ana, at the door");
    app.button("Note it").click();
    app.wait_text("Noted: given to Ana, at the door.");
}

#[track_caller]
fn without_names(app: &App, documents: &Documents) {
    open_summary(app);
    app.button(GIVE).click();
    app.find("radio", "A file").click();
    app.find("checkbox", "Leave out the names of other people").tick();
    app.wait_text("4 of 4 places will read");
    app.assert_accessible("give-mask");
    its_act_stays_in_sight(app);
    app.button("Save the file…").click();
    app.choose_file(&documents.path("masked.pdf"));
    app.wait_text("Kept as masked.pdf.");
    let words = text_of(&documents.path("masked.pdf"), None).expect("the masked one opens");
    assert!(words.contains("[another person] listens") && !words.contains("Mr. X"), "{words}");
    assert!(words.contains(CLIENT) && !words.contains("Replaces"), "{words}");
}

/// However small the window, the list of names scrolls and the act does not go out of sight.
#[track_caller]
fn its_act_stays_in_sight(app: &App) {
    let scrolls =
        "const body = document.querySelector('.give .dialog__body'); return body.scrollHeight > body.clientHeight + 8";
    for (width, height) in [(1280, 720), (900, 700), (480, 480)] {
        app.resize(width, height);
        let [_, top, _, high] = app.button("Save the file…").place();
        assert!(top > 0.0 && top + high < f64::from(height), "at {width} × {height} the act is at {top}, {high} high");
    }
    assert_eq!(app.execute(scrolls), true, "control: there was more than there is room for");
    app.assert_accessible("give-480");
    app.resize(1280, 800);
}

/// What is copied as text follows the same list.
#[track_caller]
fn as_text_without_names(app: &App) {
    open_summary(app);
    app.button(GIVE).click();
    app.find("radio", "Its text, to paste").click();
    app.find("checkbox", "Leave out the names of other people").click();
    app.wait_text("Its text follows this list.");
    app.button("Copy the text").click();
    app.wait_text("without the names you left out");
    // Her own book is not where she pastes it, but it has a field.
    app.button(GIVE).click();
    steps::wait_caret(app, "To whom");
    app.keys("{Ctrl+a}{Ctrl+v}");
    let pasted = app.field("To whom").value();
    assert!(pasted.contains("[another person] listens") && pasted.contains("Write to [another person]"), "{pasted}");
    assert!(!pasted.contains("Mr. X"), "the copied text names him: {pasted}");
    app.keys("{Esc}");
    app.find("heading", "Give a copy").wait_gone();
}

fn every_copy_is_kept(home: &Home, phrase: &str, documents: &Documents) {
    let mut vault = steps::open_book(home, phrase);
    let papers = vault.papers().of_client(ClientId(1)).expect("the papers are listed");
    assert_eq!(papers.len(), 3, "three papers were given: {papers:?}");
    let masked: Vec<bool> = papers.iter().map(|paper| paper.masked).collect();
    assert_eq!(masked, [true, false, false]);
    assert_eq!(papers[1].replaces, Some(papers[2].id));
    let bytes = |id: PaperId, vault: &mut coachbook_vault::Vault| vault.papers().bytes(id).expect("kept bytes");
    for (paper, file) in [(&papers[0], "masked.pdf"), (&papers[1], "second.pdf")] {
        let saved = fs::read(documents.path(file)).expect("a saved file");
        assert!(bytes(paper.id, &mut vault) == saved, "{file} is not what is kept");
    }
    assert!(bytes(papers[2].id, &mut vault).starts_with(b"%PDF"), "the first is kept without its lock");
    let givings = vault.papers().givings(ClientId(1)).expect("the givings are listed");
    assert_eq!(givings.len(), 5);
    let newest = (givings[0].paper, givings[0].draft.way);
    assert_eq!(newest, (papers[0].id, GivingWay::TextCopied), "the text is noted of the masked paper");
}

#[test]
fn an_agreement_is_signed_by_keyboard_and_by_hand() {
    let home = Home::new();
    let app = App::start(&home);
    app.resize(1280, 800);
    let phrase = steps::start_my_book(&app);
    steps::add_client(&app, CLIENT);
    steps::issue_agreement(&app);
    app.find("link", "Sign on screen").click();
    app.find("heading", "Sign on screen").wait();
    steps::assert_pages_drawn(&app);
    app.assert_accessible("sign-page");
    read_before_it_is_signed_in_a_small_window(&app);
    the_coach_signs_by_keyboard(&app);
    the_client_signs_by_hand(&app);
    app.find("link", "The paper with its signatures").click();
    app.find("heading", "Signed on screen").wait();
    steps::assert_pages_drawn(&app);
    open_papers(&app);
    app.wait_text("Signed on screen.");
    app.wait_no_text("Not signed yet");
    app.execute("location.hash = '#/agreement/1'");
    app.wait_text("Signed on screen on");
    assert!(!app.button("Note the day").is_there(), "a signed agreement asks for its day");
    app.quit();

    let mut vault = steps::open_book(&home, &phrase);
    let kept = vault.papers().of_client(ClientId(1)).expect("the papers are listed").remove(0);
    let version = vault.agreements().get(kept.subject.version.expect("a version")).expect("it is there");
    assert_eq!(version.status, VersionStatus::Signed);
    let signatures = vault.papers().signatures(kept.id).expect("the signatures are listed");
    let methods: Vec<SignMethod> = signatures.iter().map(|one| one.draft.method()).collect();
    assert_eq!(methods, [SignMethod::Typed, SignMethod::Drawn]);
    assert!(signatures.iter().all(|one| one.sha256 == kept.sha256), "a signature is bound to other bytes");
    assert_eq!(signatures[0].draft.place.as_deref(), Some("Lund"));
}

#[track_caller]
fn read_before_it_is_signed_in_a_small_window(app: &App) {
    app.resize(640, 720);
    let fits = "const top = (css) => document.querySelector(css).getBoundingClientRect().top;\
                return [document.documentElement.scrollWidth <= innerWidth, top('.paper__sheet') < top('form.sign')]";
    assert_eq!(app.execute(fits), serde_json::json!([true, true]), "it is too wide, or the form stands over the paper");
    app.assert_accessible("sign-640");
    app.resize(1280, 800);
}

#[track_caller]
fn the_coach_signs_by_keyboard(app: &App) {
    steps::reach(app, "Tab", "Ada Lindqvist, coach");
    steps::reach(app, "Tab", "I have read this agreement and agree to it.");
    app.keys(" ");
    steps::reach(app, "Tab", "Draw it");
    app.keys("{Right}");
    app.wait_text("The name above is the signature.");
    steps::reach(app, "Tab", "Place");
    app.type_text("Lund");
    app.keys("{Enter}");
    app.wait_text("Signed by Ada Lindqvist.");
    app.wait_text("Ada Lindqvist, coach: typed on screen");
}

#[track_caller]
fn the_client_signs_by_hand(app: &App) {
    app.button("Sign").click();
    app.wait_text("The sentence above the signature is not ticked.");
    app.find("checkbox", "I have read this agreement and agree to it.").tick();
    app.find("radio", "Draw it").click();
    app.button("Sign").click();
    app.wait_text("There is no signature in the field.");
    let pad = app.find("img", "Field for the signature. Draw with pen, finger or mouse.");
    pad.draw(&[(-100, 20), (-60, -30), (-20, 25), (30, -20), (100, 10)]);
    app.button("Clear the field").click();
    app.button("Sign").click();
    app.wait_text("There is no signature in the field.");
    pad.draw(&[(-100, 20), (-60, -30), (-20, 25), (30, -20), (100, 10)]);
    pad.draw(&[(-40, 30), (60, 28)]);
    app.assert_accessible("sign-drawn");
    app.button("Sign").click();
    app.wait_text("Everybody has signed on screen.");
}

#[track_caller]
fn given_by_keyboard(app: &App) {
    steps::reach(app, "Tab", GIVE);
    app.keys("{Enter}");
    steps::wait_caret(app, "To whom");
    app.keys("{Tab}");
    assert_eq!(app.focused().1, "A draft for my mail program, with the paper attached");
    app.keys("{Down}{Down}{Down}{Down}");
    assert_eq!(app.focused().1, "I showed it on the screen");
    app.button("Note it").wait();
    app.keys("{Enter}");
    app.wait_text("Noted: given to Ana Inventada.");
    assert_eq!(app.focused().1, GIVE, "the focus is not where it was before the dialog");
}

#[test]
fn a_consent_waits_for_its_signature_and_a_refusal_is_one() {
    let home = Home::new();
    let app = App::start(&home);
    app.resize(1280, 800);
    let phrase = steps::start_my_book(&app);
    steps::add_client(&app, CLIENT);
    a_session_with_somebody_else_in_it(&app);
    app.execute("location.hash = '#/paper/recording_consent/1'");
    app.find("heading", "Recording consent").wait();
    steps::assert_pages_drawn(&app);
    given_by_keyboard(&app);
    open_papers(&app);
    app.wait_text("Not signed yet");
    app.assert_accessible("given-waiting");
    app.find("link", "Sign on screen: Recording consent, session 1").click();
    app.find("heading", "Sign on screen").wait();
    app.wait_text("With neither ticked, the signature stands under a refusal.");
    app.assert_accessible("sign-consent");
    app.find("radio", "Type the name").click();
    app.button("Sign").click();
    app.wait_text("Everybody has signed on screen.");
    open_papers(&app);
    app.wait_no_text("Not signed yet");
    app.quit();

    let mut vault = steps::open_book(&home, &phrase);
    let kept = vault.papers().of_client(ClientId(1)).expect("the papers are listed").remove(0);
    let signatures = vault.papers().signatures(kept.id).expect("the signatures are listed");
    assert_eq!(signatures[0].draft.intent, "I have read this paper and do not agree to a recording.");
}
