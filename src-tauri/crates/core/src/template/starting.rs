//! What an own copy begins with. Where a paper prints words of its own, these are the same words.

use super::{TemplateKind, TemplatePart};
use crate::clauses::{self, Jurisdiction};

/// Returns the parts an own copy of the built-in words begins with.
pub fn starting(kind: TemplateKind) -> Vec<TemplatePart> {
    if kind == TemplateKind::Agreement {
        return clauses::initial_clauses(Jurisdiction::Elsewhere).into_iter().map(TemplatePart::from).collect();
    }
    let part = |key: &&str| TemplatePart {
        key: (*key).to_owned(),
        heading: String::new(),
        body: words(kind, key).to_owned(),
        included: true,
    };
    kind.part_keys().iter().map(part).collect()
}

fn words(kind: TemplateKind, key: &str) -> &'static str {
    match (kind, key) {
        (TemplateKind::Consent, "withdrawal") => {
            "You may refuse, wholly or in part, and the coaching goes on as before. You may withdraw at any time, \
             without giving a reason, with the slip on the last page or in any other way you like."
        }
        (TemplateKind::SummaryWording, "opening") => {
            "{client.name}, here is what we noted together on {session.date}. The words are yours wherever they stand \
             in quotation marks."
        }
        (TemplateKind::SummaryWording, "closing") => {
            "If something is missing or not as you meant it, tell me and I will change it."
        }
        (TemplateKind::Email, "subject") => "{paper.title}, {today}",
        (TemplateKind::Email, "body") => {
            "Dear {client.name},\n\nhere is what we noted.\n\n{paper.text}\n\nKind regards\n{coach.name}"
        }
        (TemplateKind::OpeningScript, _) => {
            "I am here as your coach: I ask, and you decide. What you say stays with me, within the limits of our \
             agreement. Is it all right if I take a few notes?"
        }
        _ => "",
    }
}
