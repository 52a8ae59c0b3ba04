//! The words of an e-mail that carries a paper. One function, so that other words can take their place.

use coachbook_core::giving::{AGREEMENT, CONSENT};

/// An e-mail that brings a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Letter {
    /// Its subject, one line.
    pub(crate) subject: String,
    /// Its text.
    pub(crate) text: String,
}

/// What the letter speaks of.
pub(super) struct Occasion<'a> {
    /// Kind of the paper.
    pub(super) kind: &'a str,
    /// How the reader is addressed.
    pub(super) reader: &'a str,
    /// Who writes.
    pub(super) coach: &'a str,
    /// Whether the paper opens only with a password.
    pub(super) locked: bool,
}

const GREETING: &str = "Hello";
const ATTACHED: &str = "attached is";
const LOCKED: &str = "It opens with a password, which you get from me another way.";

/// The letter for an occasion; never with the password.
pub(super) fn covering(occasion: &Occasion<'_>) -> Letter {
    let (subject, what) = named(occasion.kind);
    let Occasion { reader, coach, .. } = occasion;
    let greeting = if reader.trim().is_empty() { GREETING.to_owned() } else { format!("{GREETING} {reader}") };
    let text = format!("{greeting},\n\n{ATTACHED} {what}.{}\n\n{coach}\n", lock(occasion.locked));
    Letter { subject: subject.to_owned(), text }
}

/// Subject, and what is attached, for the coach's own words to stand around.
pub(super) fn enclosed(kind: &str, locked: bool) -> (&'static str, String) {
    let (subject, what) = named(kind);
    let mut what = format!("{ATTACHED} {what}.{}", lock(locked));
    what.get_mut(..1).into_iter().for_each(str::make_ascii_uppercase);
    (subject, what)
}

fn lock(locked: bool) -> String {
    if locked { format!("\n\n{LOCKED}") } else { String::new() }
}

/// The subject of the letter, and the paper in a sentence.
fn named(kind: &str) -> (&'static str, &'static str) {
    match kind {
        AGREEMENT => ("Coaching agreement", "our coaching agreement"),
        CONSENT => ("Consent to record", "the consent to record and to share, to read and to sign"),
        "session_summary" => ("Session summary", "the summary of our session"),
        "action_plan" => ("Action plan", "your action plan"),
        "signatures" => ("Signatures", "the page with the signatures"),
        _ => ("Your paper", "the paper we spoke of"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_says_what_is_attached_and_how_it_opens() {
        let occasion = Occasion { kind: "session_summary", reader: "Ana", coach: "Ada Lindqvist", locked: true };
        let letter = covering(&occasion);
        assert_eq!(letter.subject, "Session summary");
        assert_eq!(
            letter.text,
            format!("Hello Ana,\n\nattached is the summary of our session.\n\n{LOCKED}\n\nAda Lindqvist\n")
        );
        let open = covering(&Occasion { locked: false, reader: " ", ..occasion });
        assert!(open.text.starts_with("Hello,") && !open.text.contains("password"), "{}", open.text);
    }
}
