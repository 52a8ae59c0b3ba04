//! The question bank, and what the coach makes of it: favourites, hidden ones, her own order, her own questions, and
//! what she sets aside for a client.

use chrono::{DateTime, Utc};

use crate::keyed::keyed_enum;

/// A question, or a sentence to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Key in the bank, as `G-01`; of an own question `own-` and its id.
    pub key: String,
    /// Part of the bank it belongs to, as `G`.
    pub phase: String,
    /// Intent, as `evidence`.
    pub intent: String,
    /// The words; `{word}` and the like are gaps that are filled on the screen.
    pub text: String,
    /// Whether it is said and not asked.
    pub statement: bool,
    /// Whether the coach wrote it.
    pub own: bool,
}

impl Question {
    /// Returns whether the words have a gap, as `{word}`.
    pub fn has_gap(&self) -> bool {
        self.text.contains('{')
    }
}

/// What can be written about an own question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnQuestion {
    /// Part of the bank: one of [`PARTS`].
    pub phase: String,
    /// Intent: one of the bank's, or [`OWN_INTENT`].
    pub intent: String,
    /// The words.
    pub text: String,
}

/// The parts of the bank, opening and closing among them.
pub const PARTS: &[&str] = &["OPEN", "G", "R", "O", "W", "CLOSE"];

/// Intent of an own question that asks for nothing special: the next line stays plain.
pub const OWN_INTENT: &str = "own";

/// Longest own question, in characters: what still fits a row of the bank.
pub const LONGEST_OWN: usize = 300;

impl OwnQuestion {
    /// Returns the same question with its blanks in order, if it can be kept: some words, not too many, a known part.
    pub fn settled(self) -> Option<Self> {
        let text = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let fits = !text.is_empty() && text.chars().count() <= LONGEST_OWN;
        let known = PARTS.contains(&self.phase.as_str()) && !self.intent.is_empty();
        (fits && known).then_some(Self { text, ..self })
    }
}

keyed_enum! {
    /// What a coach can mark a question as.
    Mark {
        /// Shown before the phase's first ones.
        Favourite = "favourite",
        /// Not offered any more, until shown again.
        Hidden = "hidden",
    }
}

keyed_enum! {
    /// For when a question was set aside.
    Aside {
        /// For this client, until taken away.
        Client = "client",
        /// For this client's next session.
        Next = "next",
        /// It was for the next session, and this is it. Follows from the book; nobody sets it.
        Today = "today",
    }
}

impl Aside {
    /// Returns whether a question set aside like this stands in the column of the session that asks.
    pub const fn stands_now(self) -> bool {
        matches!(self, Aside::Client | Aside::Today)
    }
}

/// What the coach made of the bank, as one session sees it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// Keys of favourites.
    pub favourites: Vec<String>,
    /// Keys of hidden ones.
    pub hidden: Vec<String>,
    /// Keys she gave a place, in her order.
    pub order: Vec<String>,
    /// Keys set aside for the client of the session, oldest first.
    pub aside: Vec<(String, Aside)>,
}

impl Choices {
    /// Returns for when a question was set aside, if it was.
    pub fn aside_of(&self, key: &str) -> Option<Aside> {
        self.aside.iter().find(|(other, _)| other == key).map(|(_, aside)| *aside)
    }

    /// Returns whether the coach gave this question a place of her own.
    pub fn is_placed(&self, key: &str) -> bool {
        self.order.iter().any(|other| other == key)
    }
}

/// Built-in questions that open their part while the coach has no order of her own: short, and of five intents.
pub const FIRST: &[&str] = &[
    "OPEN-01", "OPEN-04", "OPEN-15", "G-01", "G-11", "G-22", "G-28", "G-34", "R-15", "R-21", "R-27", "R-33", "R-36",
    "O-01", "O-21", "O-15", "O-28", "O-31", "W-01", "W-07", "W-19", "W-23", "W-15", "CLOSE-01", "CLOSE-03", "CLOSE-10",
    "CLOSE-13", "CLOSE-18",
];

/// Lays the bank and the coach's own questions in her order: part by part, those she placed, then the usual [`FIRST`]
/// ones, then the others as the bank has them, and her own last.
pub fn laid_out(bank: Vec<Question>, own: Vec<Question>, order: &[String]) -> Vec<Question> {
    let mut all = bank;
    all.extend(own);
    let mut parts: Vec<String> = Vec::new();
    for question in &all {
        if !parts.contains(&question.phase) {
            parts.push(question.phase.clone());
        }
    }
    let part = |question: &Question| parts.iter().position(|part| *part == question.phase);
    let place = |question: &Question| order.iter().position(|key| *key == question.key).unwrap_or(usize::MAX);
    let usual = |question: &Question| FIRST.iter().position(|key| *key == question.key).unwrap_or(usize::MAX);
    // A stable sort: what is neither placed nor usual keeps the order of the bank.
    all.sort_by_cached_key(|question| (part(question), place(question), usual(question)));
    all
}

/// How the questions behave in this book; everything off or default until the coach says otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuestionSettings {
    /// Key of the model new programmes use; none means the built-in default.
    pub default_model: Option<String>,
    /// Whether uses and *What else?* are logged.
    pub log_uses: bool,
    /// Whether the column of questions is closed for good.
    pub column_closed: bool,
}

/// A question that was used in a session, as logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionUse {
    /// Key of the question; none for the bare *What else?*.
    pub key: Option<String>,
    /// Its intent.
    pub intent: String,
    /// Key of the coaching model.
    pub model: String,
    /// Key of the phase.
    pub phase: String,
    /// Moment.
    pub at: DateTime<Utc>,
}
