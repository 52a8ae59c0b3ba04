//! The words of an e-mail that carries a paper, where the coach has none of her own.

use coachbook_core::giving::{AGREEMENT, AGREEMENT_OF_THREE, CONSENT};
use coachbook_documents::Labels;

use super::given::SIGNED;

/// An e-mail that brings a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Letter {
    /// Its subject, one line.
    pub(crate) subject: String,
    /// Its text.
    pub(crate) text: String,
}

/// What the letter speaks of.
#[derive(Clone, Copy)]
pub(super) struct Occasion<'a> {
    /// Kind of the paper.
    pub(super) kind: &'a str,
    /// How the reader is addressed.
    pub(super) reader: &'a str,
    /// Who writes.
    pub(super) coach: &'a str,
    /// Whether the paper opens only with a password.
    pub(super) locked: bool,
    /// The words of the client's language.
    pub(super) labels: &'a Labels,
}

/// The letter for an occasion; never with the password.
pub(super) fn covering(occasion: &Occasion<'_>) -> Letter {
    let Occasion { kind, reader, coach, locked, labels } = *occasion;
    let (subject, what) = named(kind, labels);
    let greeting = match reader.trim() {
        "" => labels.mail_hello.to_owned(),
        name => labels.fill(labels.mail_hello_name, &[("name", name)]),
    };
    let text = format!("{greeting}\n\n{what}{}\n\n{coach}\n", lock(locked, labels));
    Letter { subject: subject.to_owned(), text }
}

/// Subject, and what is attached, for the coach's own words to stand around.
pub(super) fn enclosed(kind: &str, locked: bool, labels: &Labels) -> (&'static str, String) {
    let (subject, what) = named(kind, labels);
    let mut what = format!("{what}{}", lock(locked, labels));
    what.get_mut(..1).into_iter().for_each(str::make_ascii_uppercase);
    (subject, what)
}

fn lock(locked: bool, labels: &Labels) -> String {
    if locked { format!("\n\n{}", labels.mail_locked) } else { String::new() }
}

/// The subject of the letter, and a sentence that brings the paper.
fn named(kind: &str, labels: &Labels) -> (&'static str, &'static str) {
    if let Some(signed) = kind.strip_prefix(SIGNED) {
        return (named(signed, labels).0, labels.mail_signatures);
    }
    match kind {
        AGREEMENT => (labels.coaching_agreement, labels.mail_agreement),
        AGREEMENT_OF_THREE => (labels.coaching_agreement_of_three, labels.mail_agreement),
        CONSENT => (labels.consent_title, labels.mail_consent),
        "session_summary" => (labels.summary_title, labels.mail_summary),
        "action_plan" => (labels.plan_title, labels.mail_plan),
        _ => (labels.mail_your_paper, labels.mail_paper),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_says_what_is_attached_and_how_it_opens() {
        let labels = Labels::of("en");
        let occasion =
            Occasion { kind: "session_summary", reader: "Ana", coach: "Ada Lindqvist", locked: true, labels };
        let letter = covering(&occasion);
        assert_eq!(letter.subject, "Session summary");
        assert_eq!(
            letter.text,
            format!(
                "Hello Ana,\n\nattached is the summary of our session.\n\n{}\n\nAda Lindqvist\n",
                labels.mail_locked
            )
        );
        let open = covering(&Occasion { locked: false, reader: " ", ..occasion });
        assert!(open.text.starts_with("Hello,") && !open.text.contains("password"), "{}", open.text);
        let german = covering(&Occasion { labels: Labels::of("de"), ..occasion });
        assert!(german.text.starts_with("Guten Tag Ana,\n\nanbei die Zusammenfassung"), "{}", german.text);
    }
}
