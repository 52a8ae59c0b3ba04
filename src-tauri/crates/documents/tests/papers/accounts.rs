//! Invoices, the answer to who asks for their data, and the coach's reflection. Everybody in them is invented.

use coachbook_core::access::{self, AccessContent, Held, HeldFile, Review};
use coachbook_core::invoice::*;
use coachbook_core::processing::{RecordClass, default_register, default_rules};
use coachbook_core::reflection::{self, Form, Question, Segment, Speaker, Turn, figures};
use coachbook_documents::papers::*;
use coachbook_documents::{Doc, Fonts, Labels, PageSize, PaperSetup, placed_text};

use crate::people::*;

pub fn bill(kind: InvoiceKind) -> Invoice {
    let line = |text: &str, hundredths, unit_minor, tax_rate| InvoiceLine {
        text: text.to_owned(),
        hundredths,
        unit_minor,
        tax_rate,
    };
    let payments = vec![
        Payment { on: day(2026, 3, 20), minor: 100_000, method: some("transfer"), reference: some("2026/03-7") },
        Payment { on: day(2026, 4, 2), minor: 60_170, method: some("transfer"), reference: None },
    ];
    Invoice {
        kind,
        number: some("2026/03-7"),
        corrects: None,
        issued_on: Some(day(2026, 3, 4)),
        delivered: Some((day(2026, 1, 13), day(2026, 2, 24))),
        due_on: Some(day(2026, 3, 18)),
        currency: "PLN".to_owned(),
        seller: Party {
            name: "Zofia Łuczak, Still Water Coaching".into(),
            tax_number: some("PL0000000000"),
            ..Party::default()
        },
        buyer: Party {
            name: "Zmyślone Zakłady Papiernicze Spółka z ograniczoną odpowiedzialnością".into(),
            address: some("ul. Nieistniejąca 1\n00-001 Nibylandia"),
            tax_number: some("PL1111111111"),
            register_number: None,
        },
        buyer_reference: some("PO 4711"),
        lines: vec![
            line("Coaching sessions", 350, 35_000, 2_300),
            line("Travel to the plant, as agreed", 100, 8_920, 800),
        ],
        reverse_charge: None,
        exemption: None,
        pay_to: some("PL00 0000 0000 0000 0000 0000 0000, Zofia Łuczak"),
        payments: if kind == InvoiceKind::Receipt { payments } else { payments.into_iter().take(1).collect() },
    }
}

#[test]
fn an_invoice_prints_its_fields_and_sums() {
    let setup = setup(PageSize::A4);
    let paper = pdf(&invoice(&bill(InvoiceKind::Invoice), &setup).unwrap(), &setup);
    let Some(said) = read_back("invoice-read.pdf", &paper) else { return };
    let said = said.replace('\u{202f}', " ");
    for words in [
        "No. 2026/03-7",
        "Tax number PL1111111111",
        "13 January 2026 to 24 February 2026",
        "Due by",
        "3.5",
        "1 225.00",
        "23 %",
        "1 314.20",
        "281.75",
        "7.14",
        "1 603.09",
        "603.09",
        "Still open",
        "How to pay",
    ] {
        assert!(said.contains(words), "{words} in {said}");
    }
    for empty in ["Register number", "Takes back", "Confidential"] {
        assert!(!said.contains(empty), "{empty}");
    }
}

#[test]
fn a_receipt_is_given_only_for_what_is_paid() {
    let setup = setup(PageSize::A4);
    let mut receipt = bill(InvoiceKind::Receipt);
    assert_eq!(invoice(&receipt, &setup).err(), Some(InvoiceFault::NotPaid), "160170 of 160309 is not all");
    receipt.payments[1].minor = 60_309;
    let placed = placed_text(&invoice(&receipt, &setup).unwrap(), &setup, &mut Fonts::bundled());
    assert!(placed.contains("Receipt") && placed.contains("Still open") && !placed.contains("How to pay"));
}

#[test]
fn where_the_buyer_owes_the_tax_it_says_so_and_has_no_tax_column() {
    let setup = setup(PageSize::A4);
    let mut free = Invoice { reverse_charge: some("The buyer owes the tax."), ..bill(InvoiceKind::Invoice) };
    assert!(invoice(&free, &setup).is_err(), "control: with tax on it, it is refused");
    free.lines.iter_mut().for_each(|line| line.tax_rate = 0);
    let placed = placed_text(&invoice(&free, &setup).unwrap(), &setup, &mut Fonts::bundled());
    assert!(placed.contains("The buyer owes the tax.") && !placed.contains("HeadCell   Tax"));
}

pub fn asked_for(labels: &Labels) -> AccessContent {
    let held = |class, on: u32, title: &str, text: &str, private, review| Held {
        class,
        on: Some(day(2026, 3, on)),
        title: title.to_owned(),
        text: text.to_owned(),
        private,
        review,
    };
    let long = "wants to stay calm when the numbers are read out, and to have an answer ready. ".repeat(12);
    let records = [
        held(RecordClass::Contact, 1, "Contact details", "John Doe, john@mail.example", false, None),
        held(RecordClass::Note, 4, "Note, Goal", &long, false, None),
        held(RecordClass::Note, 4, "Note, Reality", "speaks faster when the board comes up", true, None),
        held(
            RecordClass::Note,
            4,
            "Note, Reality",
            "Mr. X shouted",
            true,
            Some(Review::Renamed("a customer raised his voice".into())),
        ),
        held(RecordClass::Note, 4, "Note, Reality", "Eva told him of her illness", true, Some(Review::LeftOut)),
        held(RecordClass::SessionRecord, 4, "Insight", "“I can ask before I answer.”", false, None),
    ];
    let files = [HeldFile {
        name: "2026-03-04_recording-consent.pdf".into(),
        kind: "signed consent".into(),
        bytes: 1_234_567,
        added_on: Some(day(2026, 3, 4)),
    }];
    access::access(access::Request {
        client: "John Doe",
        as_of: day(2026, 4, 1),
        records: &records,
        files: &files,
        third_persons: &["Mr. X".to_owned(), "Eva".to_owned()],
        register: &default_register(|one| labels.activity(one)),
        rules: &default_rules(),
    })
    .unwrap()
}

#[test]
fn who_asks_receives_private_notes_too_and_no_other_persons_matters() {
    let setup = setup(PageSize::A4);
    let paper = pdf(&access_export(&asked_for(setup.labels()), &setup), &setup);
    let Some(said) = read_back("access-read.pdf", &paper) else { return };
    for words in [
        "4 records",
        "speaks faster when the board comes up",
        "kept by the coach for herself",
        "a customer raised his voice",
        "a name was replaced",
        "1 record was left out",
        "1.2 MB",
        "3 years after the last session",
    ] {
        assert!(said.contains(words), "{words} in {said}");
    }
    for words in ["Mr. X", "Eva", "illness"] {
        assert!(!said.contains(words), "{words} is another person's");
    }
}

#[test]
fn records_of_one_line_do_not_hang_together_over_pages() {
    let record = |nth: u32| Held {
        class: RecordClass::Note,
        on: Some(day(2026, 3, 4)),
        title: "Note".to_owned(),
        text: format!("line {nth}"),
        private: false,
        review: None,
    };
    let records: Vec<Held> = (0..90).map(record).collect();
    let given = access::access(access::Request {
        client: "John Doe",
        as_of: day(2026, 4, 1),
        records: &records,
        files: &[],
        third_persons: &[],
        register: &[],
        rules: &[],
    });
    let setup = setup(PageSize::A4);
    let placed = placed_text(&access_export(&given.unwrap(), &setup), &setup, &mut Fonts::bundled());
    let pages: Vec<&str> = placed.split("== page").skip(1).collect();
    assert!(pages.len() > 3, "{} pages", pages.len());
    for page in pages.iter().take(pages.len() - 1) {
        // The foot is the last mark; what stands before it reaches the end of the page, and is no label.
        let marks: Vec<&str> =
            page.lines().filter(|line| line.contains("Paragraph") || line.contains("Heading")).collect();
        let last = marks.last().unwrap();
        let down: f32 = last.split_whitespace().nth(1).unwrap().parse().unwrap();
        assert!(down > 700.0 && last.contains("Paragraph  line"), "{last}");
    }
}

pub fn mirror(setup: &PaperSetup) -> Doc {
    let turn = |speaker, words| Turn { speaker, paragraphs: 1, words };
    let turns = [12, 140, 9, 88, 31, 60, 2, 45, 18].iter().zip([Speaker::Coach, Speaker::Client].iter().cycle());
    let turns: Vec<Turn> = turns.map(|(words, speaker)| turn(*speaker, *words)).collect();
    let question = |turn, text: &str, form| Question {
        turn,
        text: text.to_owned(),
        marked: text.ends_with('?'),
        form,
        by_hand: None,
        what_else: text.starts_with("What else"),
        bare_what_else: text == "What else?",
        rejected: false,
    };
    let questions = [
        question(1, "What would you like to leave with today?", Form::Open),
        question(3, "Everyone?", Form::Elliptical),
        question(5, "Bring to mind the last time it was different", Form::Directive),
        Question { by_hand: Some(Form::Open), ..question(5, "Can you say what you saw then?", Form::Closed) },
        question(7, "What else?", Form::Open),
        Question { rejected: true, ..question(9, "Not a question?", Form::Closed) },
    ];
    let segment = |name: &str, phase: &str, from, to| Segment { name: name.into(), phase: phase.into(), from, to };
    let segments =
        [segment("what is wanted", "G", 1, 2), segment("how it is", "R", 3, 6), segment("what could be", "O", 7, 9)];
    let report = ReflectionReport {
        client: "Client 001".into(),
        session_no: Some(1),
        held_on: Some(day(2026, 3, 4)),
        figures: figures(&turns, &questions, &segments),
        reflection: some("I asked twice at once when I was moved."),
    };
    reflection_report(&report, setup)
}

#[test]
fn the_reflection_counts_and_judges_nobody() {
    let setup = setup(PageSize::A4);
    let paper = pdf(&mirror(&setup), &setup);
    let Some(said) = read_back("reflection-read.pdf", &paper) else { return };
    for words in [
        "17.8 %",
        "82.2 %",
        "140 (turn 2)",
        "3 open, 1 closed, 1 directive",
        "read as closed",
        "no question mark",
        "turn 5 (2)",
        "not available",
        "moved",
    ] {
        assert!(said.contains(words), "{words} in {said}");
    }
    for words in ["Not a question", "score", "pass mark", "%%"] {
        assert!(!said.contains(words), "{words}");
    }
    let placed = placed_text(&mirror(&setup), &setup, &mut Fonts::bundled());
    assert!(placed.split("== page").skip(1).all(|page| page.contains("turned 52 Private")));
    assert_eq!(reflection::share(72, 405).map(reflection::tenths).as_deref(), Some("17.8"), "control");
}
