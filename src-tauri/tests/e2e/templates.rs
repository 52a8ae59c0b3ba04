//! An own template by keyboard alone: copied, written with a picked field, a slip mended, used for a new client, kept as
//! a file, removed and brought in again.

use crate::driver::{App, Home};
use crate::steps::{self, reach};
use coachbook_core::template::TemplateKind;
use coachbook_exchange::template_file;
use std::{fs, path::PathBuf};

const NAME: &str = "My words: Agreement";
const WORDS: &str = "With {client.name} it is a pleasure. Yours, {coach.business_name}";

/// A file outside the home, where her documents are. Gone when the story is over.
struct Document(PathBuf);

impl Drop for Document {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[test]
fn an_own_agreement_by_keyboard() {
    let home = Home::new().set("TZ", "UTC");
    let file = Document(std::env::temp_dir().join(format!("coachbook-template-{}.json", std::process::id())));
    let app = App::start(&home);
    app.resize(1280, 960);
    let phrase = steps::start_my_book(&app);
    own_copy(&app);
    a_slip_is_mended(&app);
    a_field_is_picked(&app);
    used_and_left(&app);
    a_new_client_has_the_words(&app);
    to_a_file_and_back(&app, &file.0);
    app.quit();

    let bytes = fs::read(&file.0).unwrap();
    let written = template_file::read(&bytes).unwrap();
    let mut vault = steps::open_book(&home, &phrase);
    let rows = vault.templates().list().unwrap();
    assert_eq!(rows.len(), 1, "the removed one stays removed");
    assert!(!rows[0].in_use, "what comes from a file is not used before she says so");
    let (_, kept) = vault.templates().get(rows[0].id).unwrap();
    assert_eq!(kept, written);
    assert_eq!(template_file::write(&kept).unwrap(), bytes, "out, in and out again are the same bytes");
    assert_eq!(vault.templates().in_use(TemplateKind::Agreement, "en").unwrap(), None);
}

/// The list of texts, by its name.
fn texts(app: &App) {
    app.keys("{Ctrl+k}");
    steps::wait_caret(app, "What would you like to do?");
    app.type_text("your texts");
    app.keys("{Enter}");
    app.find("heading", "Your texts").wait();
    app.find("heading", "Opening").wait();
}

fn own_copy(app: &App) {
    texts(app);
    app.assert_accessible("the list of texts");
    reach(app, "Tab", "Make my own copy: Agreement");
    app.keys("{Enter}");
    app.field("Words of “Parties”").wait();
    app.wait_text("Nothing to mend.");
}

fn a_slip_is_mended(app: &App) {
    reach(app, "Tab", "Words of “Parties”");
    app.keys("{Ctrl+End}");
    app.type_text(" With {client.nmae} it is a pleasure.");
    app.wait_text("{client.nmae} is no field. Did you mean “Client's name”?");
    app.assert_accessible("a template with a slip in it");
    reach(app, "Tab", "Put in {client.name}");
    app.keys("{Enter}");
    app.wait_text("Nothing to mend.");
    steps::wait_caret(app, "Words of “Parties”");
}

fn a_field_is_picked(app: &App) {
    app.keys("{Ctrl+End}");
    app.type_text(" Yours, ");
    reach(app, "Tab", "Insert a field: Parties");
    app.keys("{Enter}");
    steps::wait_caret(app, "Find a field");
    app.type_text("your bus");
    app.assert_accessible("the fields of a template");
    app.keys("{Enter}");
    steps::wait_caret(app, "Words of “Parties”");
    let words = app.field("Words of “Parties”").value();
    assert!(words.ends_with(WORDS), "{words}");
}

/// One clause is left out, and the template used for new agreements.
fn used_and_left(app: &App) {
    reach(app, "Tab", "Use for new ones");
    app.keys("{Space}");
    reach(app, "Tab", "Include “Ways of working”");
    app.keys("{Space}");
    app.field("Words of “Ways of working”").wait_gone();
    reach(app, "Shift+Tab", "Preview");
    app.keys("{Enter}");
    app.wait_text("With Ana it is a pleasure.");
    app.assert_accessible("a template as it would be printed");
    texts(app);
    app.wait_text("used for new ones");
}

fn a_new_client_has_the_words(app: &App) {
    steps::add_client(app, "Nadia Berg");
    reach(app, "Tab", "Prepare the agreement");
    app.keys("{Enter}");
    app.find("heading", "Coaching agreement").wait();
    app.button("Client's name: Nadia. Change").wait();
    let sheet = app.text();
    assert!(sheet.contains("it is a pleasure."), "{sheet}");
    assert!(!sheet.contains("The client may decline any exercise."), "the clause she left out is not in it: {sheet}");
}

fn to_a_file_and_back(app: &App, file: &std::path::Path) {
    texts(app);
    reach(app, "Tab", NAME);
    app.keys("{Enter}");
    app.field("Words of “Parties”").wait();
    reach(app, "Tab", "Export…");
    app.keys("{Enter}");
    app.choose_file(file);
    app.wait_text("Kept as");
    reach(app, "Tab", "Remove");
    app.keys("{Enter}");
    app.wait_text("is removed.");
    app.find("heading", "Your texts").wait();
    assert!(!app.find("link", NAME).is_there());
    reach(app, "Tab", "Import…");
    app.keys("{Enter}");
    app.choose_file(file);
    app.wait_text("The template is in your book.");
    let words = app.field("Words of “Parties”").value();
    assert!(words.ends_with(WORDS), "{words}");
    assert!(!app.field("Words of “Ways of working”").is_there(), "what was left out stays left out");
}
