//! What goes out beside a masked paper, its text and the letter that brings it.

use coachbook_core::template::{Template, TemplateKind, TemplatePart};
use coachbook_documents::Labels;

use super::*;
use crate::papers::{beside_earlier, given::Givable, giving, letter::Occasion, masking};

impl Trial {
    /// The summary as it is about to be given, with a name coded in another way and one the coach typed herself.
    fn summary_with_names(&mut self) -> Givable {
        for text in ["Mr.\u{a0}X listens", "to Mr. X in writing"] {
            self.vault.sessions().save_row(self.session, &SessionRow::Insight(Insight::of(text))).unwrap();
        }
        let part = |key: &str, body: &str| TemplatePart {
            key: key.into(),
            heading: String::new(),
            body: body.into(),
            included: true,
        };
        let parts = vec![part("subject", "On Mr. X"), part("body", "Dear {client.name}, about MR. X:\n\n{paper.text}")];
        let template = Template { kind: TemplateKind::Email, name: "Mine".into(), language: "en".into(), parts };
        let template = self.vault.templates().add(&template.settled().unwrap()).unwrap();
        self.vault.templates().set_in_use(template, true).unwrap();
        let request = PaperRequest::SessionSummary { session_id: self.session.0 };
        beside_earlier(&mut self.vault, request).unwrap().1.unwrap()
    }

    /// Numbers of the places with these words behind the name.
    fn places(&mut self, givable: &Givable, behind: &str) -> Vec<usize> {
        let places = masking::places(&mut self.vault, givable).unwrap();
        (0..).zip(places).filter(|(_, place)| place.after.starts_with(behind)).map(|(nth, _)| nth).collect()
    }
}

#[test]
fn the_text_of_a_masked_paper_names_nobody_the_paper_does_not() {
    let mut trial = Trial::new();
    let givable = trial.summary_with_names();
    let all = trial.places(&givable, "");
    let open = giving::text(&mut trial.vault, &givable, &[]).unwrap();
    for words in ["about MR. X:", "Mr.\u{a0}X listens", "to Mr. X in writing"] {
        assert!(open.contains(words), "control: “{words}” is not in {open}");
    }
    let masked = giving::text(&mut trial.vault, &givable, &all).unwrap();
    assert!(!masked.contains('X'), "{masked}");
    for words in ["Dear Ana, about [another person]:", "- [another person] listens", "silence is a habit"] {
        assert!(masked.contains(words), "“{words}” is not in {masked}");
    }
    let half = trial.places(&givable, " listens");
    let masked = giving::text(&mut trial.vault, &givable, &half).unwrap();
    assert!(masked.contains("[another person] listens") && masked.contains("to Mr. X in writing"), "{masked}");
    assert!(!masked.contains("MR. X"), "the paper does not say it, so nobody looked at it: {masked}");
}

#[test]
fn the_letter_that_brings_a_masked_paper_names_its_reader_and_nobody_else() {
    let mut trial = Trial::new();
    let givable = trial.summary_with_names();
    let all = trial.places(&givable, "");
    let labels = Labels::of("en");
    let occasion = Occasion { kind: "session_summary", reader: "Ana", coach: "Mara Lind", locked: false, labels };
    let letter = |trial: &mut Trial, mask: &[usize], reader| {
        let letter = giving::letter(&mut trial.vault, &givable, mask, &Occasion { reader, ..occasion }).unwrap();
        (letter.subject, letter.text)
    };
    let (subject, text) = letter(&mut trial, &all, "Ana");
    assert_eq!(subject, "On [another person]");
    assert!(text.starts_with("Dear Ana, about [another person]:"), "{text}");
    let (subject, text) = letter(&mut trial, &[], "Ana");
    assert!(subject == "On Mr. X" && text.contains("MR. X"), "control: {subject}, {text}");
    let (subject, _) = letter(&mut trial, &all, "Mr. X");
    assert_eq!(subject, "On Mr. X", "whom it is written to is named");
}
