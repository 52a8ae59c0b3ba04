//! An agreement of three by keyboard alone: the sponsor comes in, it is made ready, all three sign on screen, and what is
//! given is one file that begins with the very bytes they signed. The next version is signed on paper.

use crate::documents::Documents;
use crate::driver::{App, Home};
use crate::steps;
use coachbook_core::{
    ClientId,
    agreement::VersionStatus,
    giving::{AGREEMENT_OF_THREE, SignerRole},
};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

const CLIENT: &str = "Ana Inventada";
const SPONSOR: &str = "Example Works Ltd";
const AGREE: &str = "I have read this agreement and agree to it.";

#[test]
fn three_sign_an_agreement_and_each_gets_it_with_the_signatures() {
    let (home, documents) = (Home::new(), Documents::new("three"));
    let app = App::start(&home);
    app.resize(1280, 800);
    let phrase = steps::start_my_book(&app);
    steps::add_client(&app, CLIENT);
    press(&app, "button", "Prepare the agreement");
    app.find("heading", "Coaching agreement").wait();
    press(&app, "link", &format!("Back to {CLIENT}"));
    the_sponsor_is_named(&app);
    the_sponsor_comes_in(&app);
    made_ready(&app);
    press(&app, "link", "Sign on screen");
    app.find("heading", "Sign on screen").wait();
    sign(&app, "Ada Lindqvist, coach");
    sign(&app, "Ana Inventada, client");
    who_is_missing(&app);
    sign(&app, "Ines Example, sponsor");
    app.wait_text("Everybody has signed on screen.");
    press(&app, "link", "The paper with its signatures");
    app.find("heading", "Signed on screen").wait();
    steps::assert_pages_drawn(&app);
    app.assert_accessible("signed-paper");
    let saved = documents.path("of-three.pdf");
    press(&app, "button", "Save as…");
    app.choose_file(&saved);
    app.wait_text("Kept as of-three.pdf.");
    let given = given_to_the_sponsor(&app, &documents);
    the_next_version_on_paper(&app, &documents);
    app.quit();
    what_the_book_holds(&home, &phrase, &saved, &given);
}

/// Goes to a control by Tab and presses Enter on it.
#[track_caller]
fn press(app: &App, role: &str, name: &str) {
    app.find(role, name).wait();
    steps::reach(app, "Tab", name);
    app.keys("{Enter}");
}

#[track_caller]
fn the_sponsor_is_named(app: &App) {
    press(app, "button", "Change the programme");
    steps::reach(app, "Tab", "Sponsor, if there is one");
    app.type_text(SPONSOR);
    steps::reach(app, "Tab", "Who signs for the sponsor");
    app.type_text("Ines Example");
    app.keys("{Enter}");
    app.wait_text("Example Works Ltd, Ines Example");
    steps::reach(app, "Tab", "Overview");
    app.keys("{Right}{Right}{Right}");
    app.wait_text("Four papers to begin with.");
    steps::reach(app, "Tab", "More papers");
    app.keys("{Enter}");
    press(app, "link", "Prepare: Agreement of three");
}

#[track_caller]
fn the_sponsor_comes_in(app: &App) {
    app.find("heading", "Coaching agreement").wait();
    steps::reach(app, "Tab", &format!("{SPONSOR} signs it too"));
    app.keys(" ");
    app.find("heading", "Coaching agreement of three").wait();
    app.wait_text("The sponsor does not receive");
    app.assert_accessible("agreement-of-three");
}

/// Every gap is left as a line, from one to the next.
#[track_caller]
fn made_ready(app: &App) {
    press(app, "button", "Make ready to sign");
    let began = std::time::Instant::now();
    while !app.text().contains("Every gap is filled or left as a line.") {
        assert!(began.elapsed().as_secs() < 60, "gaps stay open: {:?}", app.focused());
        if app.focused().0 == "textbox" {
            app.keys("{Tab}{Enter}");
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    press(app, "button", "Make ready to sign");
    app.wait_text("Its words do not change any more.");
}

#[track_caller]
fn sign(app: &App, who: &str) {
    app.find("radio", who).wait();
    steps::reach(app, "Tab", who);
    steps::reach(app, "Tab", AGREE);
    app.keys(" ");
    // The second signs as the first one did: the way stays chosen.
    if !app.text().contains("The name above is the signature.") {
        steps::reach(app, "Tab", "Draw it");
        app.keys("{Right}");
        app.wait_text("The name above is the signature.");
    }
    steps::reach(app, "Tab", "Place");
    app.type_text("Lund");
    app.keys("{Enter}");
    app.wait_text(&format!("{who}: typed on screen"));
}

/// The list of what waits says for whom, and leads back to the paper.
#[track_caller]
fn who_is_missing(app: &App) {
    press(app, "link", &format!("Back to {CLIENT}"));
    app.wait_text("Agreement of three, version 1");
    app.wait_text("Still to sign: sponsor.");
    app.assert_accessible("waiting-of-three");
    press(app, "link", "Sign on screen: Agreement of three, version 1");
    app.find("heading", "Sign on screen").wait();
}

#[track_caller]
fn given_to_the_sponsor(app: &App, documents: &Documents) -> std::path::PathBuf {
    let given = documents.path("given.pdf");
    press(app, "button", "Give a copy…");
    steps::wait_caret(app, "To whom");
    app.keys("{Ctrl+a}");
    app.type_text(SPONSOR);
    app.keys("{Tab}{Down}");
    press(app, "button", "Save the file…");
    app.choose_file(&given);
    app.wait_text("Kept as given.pdf.");
    given
}

/// Signed on paper, with the scan beside it: the same path as an agreement of two.
#[track_caller]
fn the_next_version_on_paper(app: &App, documents: &Documents) {
    app.execute("location.hash = '#/agreement/1'");
    app.wait_text("Signed on screen on");
    press(app, "button", "Make version 2");
    app.find("heading", "Coaching agreement of three").wait();
    press(app, "button", "Make ready to sign");
    app.wait_text("Made ready on");
    press(app, "button", "Note the day");
    app.wait_text("Signed on paper on");
    let scan = documents.picture(app, "scan.png");
    press(app, "button", "Add a scan");
    app.choose_file(&scan);
    app.wait_text("scan.png");
}

fn what_the_book_holds(home: &Home, phrase: &str, saved: &Path, given: &Path) {
    let mut vault = steps::open_book(home, phrase);
    let papers = vault.papers().of_client(ClientId(1)).expect("the papers are listed");
    let signed = papers.iter().find(|paper| paper.subject.kind == AGREEMENT_OF_THREE).expect("it is kept");
    let first = vault.agreements().get(signed.subject.version.expect("a version")).expect("it is there");
    assert_eq!(first.status, VersionStatus::Superseded, "the next one has taken its place");
    let newest = vault.agreements().current(first.engagement_id).expect("it is read").expect("there is one");
    assert_eq!((newest.version_no, newest.status), (2, VersionStatus::Signed));
    let signatures = vault.papers().signatures(signed.id).expect("the signatures are listed");
    let roles: Vec<SignerRole> = signatures.iter().map(|one| one.draft.role).collect();
    assert_eq!(roles, [SignerRole::Coach, SignerRole::Client, SignerRole::Sponsor]);
    assert!(signatures.iter().all(|one| one.sha256 == signed.sha256), "a signature is bound to other bytes");
    let bytes = vault.papers().bytes(signed.id).expect("the signed bytes");
    let whole = fs::read(saved).expect("a saved file");
    assert!(whole.starts_with(&bytes) && whole.len() > bytes.len(), "the file does not begin with what was signed");
    let copy = papers.iter().find(|paper| paper.subject.kind == "signed_three_way_agreement").expect("it was given");
    assert!(vault.papers().bytes(copy.id).expect("kept bytes") == whole, "what was given is not what was saved");
    assert!(fs::read(given).expect("a given file") == whole);
    let read = Command::new("pdftotext").arg(saved).arg("-").output().expect("pdftotext runs");
    let words = String::from_utf8_lossy(&read.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
    for said in ["Coaching agreement of three", "Signatures made on screen", "Ines Example", "simple electronic"] {
        assert!(words.contains(said), "“{said}” is not in: {words}");
    }
    assert!(Command::new("qpdf").arg("--check").arg(saved).output().expect("qpdf runs").status.success());
}
