//! No paper a client or a sponsor is handed mixes languages: every word on it is a record's own, which the book of this
//! test marks, or one of the words of the paper's language.

mod book;

use std::collections::BTreeSet;

use coachbook_core::{
    access::Review,
    clauses,
    gaps::{self, Piece},
    invoice::{Invoice, InvoiceKind, InvoiceLine, Party, Payment},
    wheel::{Place, Segment, Wheel, laid_over},
};
use coachbook_documents::{
    Doc, Labels, PaperSetup,
    blocks::{Block, ParaStyle, words},
    papers as paper,
};

use super::{Gathered, gather::access, language, letter};
use crate::{
    views,
    wire::papers::{BlankForm, PaperRequest},
};
use book::{Book, MARK, day, said};

/// Words that are the same everywhere: names of methods, formats and zones.
const EVERYWHERE: &[&str] = &["grow", "sha", "pdf", "utc", "europe", "warsaw", "eur"];

impl Book {
    /// Every paper the window offers for a client or a sponsor, for the coach's own duties and for a session to come.
    fn requests(&mut self) -> Vec<PaperRequest> {
        let (session_id, engagement_id) = (Some(self.session.0), Some(self.engagement.0));
        let (id, client_id) = (self.engagement.0, self.client.0);
        let naming = access::records_naming(&mut self.vault, self.client).unwrap();
        for (nth, row) in naming.into_iter().enumerate() {
            let review = if nth == 0 { Review::LeftOut } else { Review::AsWritten };
            self.vault.clients().review_record(self.client, &row.key, &review).unwrap();
        }
        let form = |form| PaperRequest::BlankForm { form, client_id: Some(client_id) };
        vec![
            PaperRequest::Agreement { version_id: self.version.0 },
            PaperRequest::RecordingConsent { session_id, engagement_id: None },
            PaperRequest::SessionSummary { session_id: self.session.0 },
            PaperRequest::ActionPlan { session_id, engagement_id, last_session: false },
            PaperRequest::ActionPlan { session_id: None, engagement_id, last_session: false },
            PaperRequest::CoachingPlan { engagement_id: id },
            PaperRequest::ClosingReport { engagement_id: id },
            PaperRequest::SponsorReport { engagement_id: id },
            PaperRequest::AccessExport { client_id },
            PaperRequest::PrivacyNotice,
            PaperRequest::ProcessingRecord,
            PaperRequest::DataHandling,
            PaperRequest::Signed { paper_id: self.agreement.0 },
            PaperRequest::Signed { paper_id: self.consent.0 },
            PaperRequest::SessionSheet { session_id: self.planned.0 },
            form(BlankForm::Consent),
            form(BlankForm::BeforeSession),
            form(BlankForm::GrowSheet),
            form(BlankForm::ActionPlan),
            form(BlankForm::Wheel),
        ]
    }

    fn docs(&mut self) -> Vec<(String, Doc)> {
        let period = (Some(day("2026-01-01")), Some(day("2026-03-31")));
        self.vault.engagements().save_sponsor_report(self.engagement, period, &said("progress")).unwrap();
        let mut docs: Vec<(String, Doc)> = self.requests().iter().map(|request| self.doc(request)).collect();
        self.vault.engagements().approve_sponsor_report(self.engagement, &said("legal"), day("2026-03-05")).unwrap();
        docs.push(self.doc(&PaperRequest::SponsorReport { engagement_id: self.engagement.0 }));
        views::set_sponsor_signs(&mut self.vault, self.version, true).unwrap();
        let (name, of_three) = self.doc(&PaperRequest::Agreement { version_id: self.version.0 });
        docs.push((format!("{name} of three"), of_three));
        docs.push(self.sheet_under_a_signed_agreement());
        let request = PaperRequest::SessionSummary { session_id: self.session.0 };
        let setup = language::setup(&mut self.vault, &request).unwrap();
        let (name, summary) = docs.iter().find(|(name, _)| name.starts_with("SessionSummary")).cloned().unwrap();
        docs.push((format!("corrected {name}"), summary.replacing(day("2026-03-04"), "ab12cd34", &setup)));
        docs.extend(without_records(&setup).map(|(name, doc)| (name.to_owned(), doc)));
        docs
    }

    fn sheet_under_a_signed_agreement(&mut self) -> (String, Doc) {
        let clauses = self.vault.agreements().get(self.version).unwrap().clauses;
        self.vault.agreements().issue(self.version, &clauses, b"%PDF agreement").unwrap();
        self.vault.agreements().mark_signed(self.version, day("2026-03-03")).unwrap();
        self.doc(&PaperRequest::SessionSheet { session_id: self.planned.0 })
    }

    fn doc(&mut self, request: &PaperRequest) -> (String, Doc) {
        let name = format!("{request:?}");
        match super::gather(&mut self.vault, request) {
            Ok(Gathered::Blocks(doc, _) | Gathered::Signed(_, doc, _)) => (name, *doc),
            Ok(Gathered::Frozen(_)) => panic!("{name} is not set"),
            Err(fault) => panic!("{name}: {}", fault.message),
        }
    }

    /// The texts for an e-mail and the letters that bring papers.
    fn letters(&mut self) -> Vec<(String, String)> {
        let (session_id, engagement_id) = (self.session.0, Some(self.engagement.0));
        let texts = [
            PaperRequest::SessionSummary { session_id },
            PaperRequest::ActionPlan { session_id: None, engagement_id, last_session: false },
        ];
        let of = |request: &PaperRequest, vault: &mut _| {
            let letter = super::letter_with_text(vault, request).unwrap();
            (format!("text of {request:?}"), format!("{} {}", letter.subject, letter.text))
        };
        let mut letters: Vec<(String, String)> = texts.iter().map(|request| of(request, &mut self.vault)).collect();
        let setup = language::setup(&mut self.vault, &texts[0]).unwrap();
        for kind in ["agreement", "recording_consent", "session_summary", "action_plan", "signatures", "your_data"] {
            let (reader, coach) = (said("client"), said("coach"));
            let occasion =
                letter::Occasion { kind, reader: &reader, coach: &coach, locked: true, labels: setup.labels() };
            let letter = letter::covering(&occasion);
            letters.push((format!("letter with {kind}"), format!("{} {}", letter.subject, letter.text)));
        }
        let signing = views::signing_sheet(&mut self.vault, self.agreement).unwrap().words;
        letters.push((
            "over a signature".to_owned(),
            [signing.agree, signing.record, signing.share, signing.refuse].join(" "),
        ));
        letters
    }
}

/// Papers of which the book has no records yet.
fn without_records(setup: &PaperSetup) -> impl Iterator<Item = (&'static str, Doc)> {
    let wheel = |on, now| Wheel {
        on: day(on),
        segments: (0..6_u8)
            .map(|nth| Segment {
                label: said(&format!("part{nth}")),
                now: Place::of(now),
                wanted: if nth == 0 { None } else { Place::of(9) },
                note: Some(said("remark")),
            })
            .collect(),
        chosen: Some(said("chosen")),
    };
    let wheel = laid_over(&wheel("2026-03-04", 7), Some(&wheel("2026-01-04", 4))).unwrap();
    let bill = |kind| Invoice {
        kind,
        number: Some("2026-007".to_owned()),
        corrects: Some("2026-006".to_owned()),
        issued_on: Some(day("2026-03-04")),
        delivered: Some((day("2026-01-04"), day("2026-03-04"))),
        due_on: Some(day("2026-03-18")),
        currency: "EUR".to_owned(),
        seller: Party { tax_number: Some("1".into()), register_number: Some("2".into()), ..Party::default() },
        buyer: Party { name: said("buyer"), address: Some(said("street")), tax_number: None, register_number: None },
        buyer_reference: Some(said("reference")),
        lines: vec![InvoiceLine { text: said("line"), hundredths: 150, unit_minor: 123_456, tax_rate: 2_300 }],
        reverse_charge: None,
        exemption: None,
        pay_to: Some(said("account")),
        payments: vec![Payment { on: day("2026-03-10"), minor: 5_000, method: Some(said("method")), reference: None }],
    };
    let bills = [InvoiceKind::Invoice, InvoiceKind::CreditNote].map(|kind| paper::invoice(&bill(kind), setup));
    [("wheel", paper::wheel_of_life(&said("client"), &wheel, setup))]
        .into_iter()
        .chain(bills.into_iter().map(|doc| ("invoice", doc.unwrap())))
}

/// Every text of a paper, seen or only heard: what stands between quotation marks when it is written out for a
/// programmer.
fn texts_of(doc: &Doc) -> Vec<String> {
    let written = format!("{doc:?}");
    let (mut texts, mut rest) = (Vec::new(), written.chars());
    while rest.any(|sign| sign == '"') {
        let mut text = String::new();
        while let Some(sign) = rest.next().filter(|sign| *sign != '"') {
            text.extend(if sign == '\\' { escaped(&mut rest) } else { Some(sign) });
        }
        texts.push(text);
    }
    texts
}

/// The sign that is written as what follows a backslash.
fn escaped(rest: &mut std::str::Chars<'_>) -> Option<char> {
    match rest.next() {
        Some('u') => {
            let number: String = rest.by_ref().take_while(|sign| *sign != '}').filter(|sign| *sign != '{').collect();
            char::from_u32(u32::from_str_radix(&number, 16).unwrap())
        }
        Some('n') => Some('\n'),
        other => other,
    }
}

/// The words of a text. What holds a digit is none, nor is a letter that stands alone, as on the sheet of four parts.
fn words_of(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|sign: char| !sign.is_alphanumeric());
    words.filter(|word| word.len() > 1 && !word.contains(|sign: char| sign.is_numeric())).map(str::to_lowercase)
}

/// The days of a text that are written as programs write them, and not as the language does.
fn bare_days(text: &str) -> impl Iterator<Item = String> {
    let signs: Vec<char> = text.chars().collect();
    let is_day = |ten: &[char]| {
        "dddd-dd-dd".chars().zip(ten).all(|(d, it)| if d == 'd' { it.is_ascii_digit() } else { *it == d })
    };
    signs.windows(10).filter(|ten| is_day(ten)).map(|ten| ten.iter().collect()).collect::<Vec<_>>().into_iter()
}

/// What may stand on a paper of a language.
struct Words {
    tag: &'static str,
    own: BTreeSet<String>,
    /// The sponsor's clauses come with the program, in English; the preview says so.
    built_in: Vec<String>,
}

impl Words {
    fn of(tag: &'static str) -> Self {
        let labels = Labels::of(tag);
        let clauses = clauses::sponsor_clauses();
        let pieces = clauses.iter().flat_map(|clause| gaps::parse(&clause.body)).filter_map(|piece| match piece {
            Piece::Text(words) => Some(words),
            Piece::Gap(_) => None,
        });
        // What stands in a list is a text of its own.
        let lines = pieces.flat_map(|words| {
            words.lines().map(|line| line.trim_start_matches("- ").trim().to_owned()).collect::<Vec<_>>()
        });
        // The longest first: a short one may be the beginning of another.
        let mut built_in: Vec<String> = lines.filter(|line| line.len() > 3).collect();
        built_in.sort_by_key(|line| std::cmp::Reverse(line.len()));
        Self { tag, own: Labels::KEYS.iter().filter_map(|key| labels.get(key)).flat_map(words_of).collect(), built_in }
    }

    /// Arabic writes *and* as a part of the next word.
    fn is_own(&self, word: &str) -> bool {
        self.own.contains(word) || word.strip_prefix('و').is_some_and(|word| self.own.contains(word))
    }

    /// The words of texts that are neither marked nor of the language, if there are any.
    fn foreign(&self, name: &str, texts: &[String]) -> Option<String> {
        let without = |text: &String| self.built_in.iter().fold(text.clone(), |text, words| text.replace(words, " "));
        let words = texts.iter().flat_map(|text| words_of(&without(text)).collect::<Vec<_>>());
        let foreign: BTreeSet<String> = words
            .filter(|word| !word.starts_with(MARK) && !self.is_own(word) && !EVERYWHERE.contains(&word.as_str()))
            .chain(texts.iter().flat_map(|text| bare_days(text)))
            .collect();
        (!foreign.is_empty()).then(|| format!("{}, {name}: {foreign:?}", self.tag))
    }
}

#[test]
fn no_paper_mixes_languages() {
    let mut mixed = Vec::new();
    for tag in ["de", "pl", "ar"] {
        let (mut book, words) = (Book::new(tag), Words::of(tag));
        for (name, doc) in book.docs() {
            let texts = texts_of(&doc);
            assert!(texts.len() > 4, "control: {name} says something");
            mixed.extend(words.foreign(&name, &texts));
        }
        mixed.extend(book.letters().into_iter().filter_map(|(name, text)| words.foreign(&name, &[text])));
    }
    assert!(mixed.is_empty(), "{}", mixed.join("\n"));
}

#[test]
fn one_literal_on_one_paper_is_found() {
    let (mut book, polish) = (Book::new("pl"), Words::of("pl"));
    let (name, mut doc) = book.doc(&PaperRequest::SessionSummary { session_id: book.session.0 });
    assert_eq!(polish.foreign(&name, &texts_of(&doc)), None);
    assert!(texts_of(&doc).iter().any(|text| text.contains(&said("insight"))), "the records are there");
    doc.blocks.push(Block::Keep(vec![Block::Para(ParaStyle::Note, words("Notes are kept, 2026-03-04."))]));
    let found = polish.foreign(&name, &texts_of(&doc)).unwrap();
    assert!(found.ends_with(r#"{"2026-03-04", "are", "kept", "notes"}"#), "{found}");
}
