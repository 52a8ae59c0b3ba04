//! What a client receives who asks for their data: everything kept about them, private notes too, and nothing that is
//! another person's to keep.
//!
//! A record that names a third person is looked at before it is given: given as it stands, given with the name
//! replaced, or left out and counted. Until all are looked at, there is no paper.

use chrono::NaiveDate;

use crate::{
    names::held_by,
    processing::{Basis, Processing, RecordClass, RetentionRule},
};

/// What was decided about a record that names a third person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Review {
    /// Given as it stands.
    AsWritten,
    /// Given in these words, without the name.
    Renamed(String),
    /// Not given.
    LeftOut,
}

impl Review {
    /// Returns the choice as it is stored and sent, and the new words where there are any.
    pub fn parts(&self) -> (&'static str, Option<&str>) {
        match self {
            Self::AsWritten => ("as_written", None),
            Self::Renamed(words) => ("renamed", Some(words)),
            Self::LeftOut => ("left_out", None),
        }
    }

    /// Returns the decision its parts stand for; none when they stand for none.
    pub fn from_parts(choice: &str, words: Option<String>) -> Option<Self> {
        match (choice, words) {
            ("as_written", None) => Some(Self::AsWritten),
            ("renamed", Some(words)) => Some(Self::Renamed(words)),
            ("left_out", None) => Some(Self::LeftOut),
            _ => None,
        }
    }
}

/// A record about the client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Class.
    pub class: RecordClass,
    /// Local day it belongs to.
    pub on: Option<NaiveDate>,
    /// What it is in the language of the paper, as "Note, Reality".
    pub title: String,
    /// Its words.
    pub text: String,
    /// Whether the coach keeps it to herself; it is given all the same.
    pub private: bool,
    /// What was decided, where it names somebody.
    pub review: Option<Review>,
}

/// A file that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldFile {
    /// Name.
    pub name: String,
    /// What it is.
    pub kind: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Local day it was added.
    pub added_on: Option<NaiveDate>,
}

/// A class of records, and what the client must be told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassRow {
    /// Class.
    pub class: RecordClass,
    /// How many records of it are kept.
    pub count: usize,
    /// What for.
    pub purposes: Vec<String>,
    /// What makes it lawful.
    pub basis: Vec<Basis>,
    /// Who else receives them.
    pub recipients: Vec<String>,
    /// How long they are kept.
    pub kept: Option<RetentionRule>,
}

/// A record as it is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Class.
    pub class: RecordClass,
    /// Local day.
    pub on: Option<NaiveDate>,
    /// What it is.
    pub title: String,
    /// Its words.
    pub text: String,
    /// Whether the coach had kept it to herself.
    pub private: bool,
    /// Whether a name was replaced.
    pub renamed: bool,
}

/// What is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessContent {
    /// The client.
    pub client: String,
    /// The day it shows.
    pub as_of: NaiveDate,
    /// What is held, by class.
    pub classes: Vec<ClassRow>,
    /// All records, by class and day.
    pub records: Vec<Given>,
    /// Files.
    pub files: Vec<HeldFile>,
    /// How many records are left out for the sake of other persons.
    pub left_out: usize,
}

/// Why the data can't be given yet. Holds numbers of records and none of their words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{waiting} records name other persons and wait to be looked at; {still_named} still name one")]
pub struct NotReviewed {
    /// Records nobody has decided on.
    pub waiting: usize,
    /// Records whose new words still hold a name.
    pub still_named: usize,
}

/// Everything that is needed.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The client's name.
    pub client: &'a str,
    /// The day.
    pub as_of: NaiveDate,
    /// All records.
    pub records: &'a [Held],
    /// All files.
    pub files: &'a [HeldFile],
    /// Names of the people the client speaks of.
    pub third_persons: &'a [String],
    /// What the practice does with data.
    pub register: &'a [Processing],
    /// How long it keeps them.
    pub rules: &'a [RetentionRule],
}

/// Returns what is given.
///
/// # Errors
/// [`NotReviewed`] while a record that names a third person is not looked at, or still names one.
pub fn access(request: Request<'_>) -> Result<AccessContent, NotReviewed> {
    let named = |held: &&Held| !names_in(held, request.third_persons).is_empty();
    let waiting = request.records.iter().filter(|held| held.review.is_none()).filter(named).count();
    let named_in = |texts: &[&str]| !held_by(texts, request.third_persons).is_empty();
    let still = |held: &&Held| matches!(&held.review, Some(Review::Renamed(words)) if named_in(&[words, &held.title]));
    let still_named = request.records.iter().filter(still).count();
    if waiting + still_named > 0 {
        return Err(NotReviewed { waiting, still_named });
    }
    let mut records: Vec<Given> = request.records.iter().filter_map(given).collect();
    records.sort_by_key(|row| (row.class, row.on));
    Ok(AccessContent {
        client: request.client.to_owned(),
        as_of: request.as_of,
        classes: classes(request),
        left_out: request.records.len() - records.len(),
        records,
        files: request.files.to_vec(),
    })
}

/// Returns the names of third persons that a record holds: it waits to be looked at while there is one.
pub fn names_in<'a>(held: &Held, third_persons: &'a [String]) -> Vec<&'a str> {
    held_by(&[&held.text, &held.title], third_persons)
}

fn given(held: &Held) -> Option<Given> {
    let (text, renamed) = match &held.review {
        Some(Review::LeftOut) => return None,
        Some(Review::Renamed(words)) => (words.clone(), true),
        Some(Review::AsWritten) | None => (held.text.clone(), false),
    };
    Some(Given { class: held.class, on: held.on, title: held.title.clone(), text, private: held.private, renamed })
}

fn classes(request: Request<'_>) -> Vec<ClassRow> {
    RecordClass::ALL
        .iter()
        .filter_map(|class| {
            let count = request.records.iter().filter(|held| held.class == *class).count();
            let uses: Vec<&Processing> = request.register.iter().filter(|one| one.classes.contains(class)).collect();
            let mut basis: Vec<Basis> = uses.iter().flat_map(|one| one.basis.iter().copied()).collect();
            basis.sort_unstable();
            basis.dedup();
            (count > 0).then(|| ClassRow {
                class: *class,
                count,
                purposes: uses.iter().map(|one| one.words.purpose.clone()).collect(),
                basis,
                recipients: uses.iter().map(|one| one.words.recipients.clone()).collect(),
                kept: request.rules.iter().find(|rule| rule.class == *class).cloned(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::processing::{ActivityWords, Period, default_register, default_rules};

    fn held(text: &str, review: Option<Review>) -> Held {
        Held { class: RecordClass::Note, on: None, title: "Note".into(), text: text.into(), private: true, review }
    }

    fn ask(records: &[Held]) -> Result<AccessContent, NotReviewed> {
        access(Request {
            client: "Ana",
            as_of: "2026-03-04".parse().unwrap(),
            records,
            files: &[],
            third_persons: &["Eva".to_owned(), "Mr. X".to_owned()],
            register: &default_register(|_| ActivityWords::default()),
            rules: &default_rules(),
        })
    }

    #[test]
    fn private_notes_are_given_too() {
        let given = ask(&[held("speaks faster when tired", None)]).unwrap();
        assert_eq!((given.records.len(), given.records[0].private, given.left_out), (1, true, 0));
        assert_eq!(given.classes.len(), 1);
        assert_eq!(given.classes[0].kept.as_ref().map(|rule| rule.period), Some(Period::Months(36)));
    }

    #[test]
    fn nothing_is_given_until_every_record_with_a_name_was_looked_at() {
        let waits = |text: &str| ask(&[held(text, None)]).is_err();
        for text in ["Eva said no", "asked EVA.", "with mr. x, twice", "with Mr.\u{a0}X", "E\u{ad}va said no"] {
            assert!(waits(text), "{text}");
        }
        for text in ["evaluated it", "never", "Eve said no"] {
            assert!(!waits(text), "control: {text} names nobody");
        }
        let decided = [
            held("Eva said no", Some(Review::AsWritten)),
            held("Eva cried", Some(Review::LeftOut)),
            held("Mr. X shouted", Some(Review::Renamed("a customer shouted".into()))),
        ];
        let given = ask(&decided).unwrap();
        let texts: Vec<_> = given.records.iter().map(|row| (row.text.as_str(), row.renamed)).collect();
        assert_eq!(texts, [("Eva said no", false), ("a customer shouted", true)]);
        assert_eq!((given.left_out, given.classes[0].count), (1, 3), "what is left out is held, and counted");
    }

    #[test]
    fn new_words_that_still_name_somebody_are_refused() {
        let half = held("Eva and Mr. X", Some(Review::Renamed("a colleague and Mr. X".into())));
        assert_eq!(ask(&[half]), Err(NotReviewed { waiting: 0, still_named: 1 }));
    }
}
