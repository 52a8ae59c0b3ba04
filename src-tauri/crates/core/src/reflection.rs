//! Figures of a session's transcript, for the coach's own reflection: who spoke how much, and what was asked how.
//!
//! No score and no mark to pass. Shares and means have one decimal, rounded half up; a question's form is the one the
//! coach gave it, else the one that was read from its words.

mod figures;

pub use figures::{Figures, SegmentRow, Side, figures, ratio, share, tenths};

use crate::keyed::keyed_enum;

keyed_enum! {
    /// Who speaks.
    Speaker {
        /// The coach.
        Coach = "coach",
        /// The client.
        Client = "client",
    }
}

keyed_enum! {
    /// The form of a question.
    Form {
        /// Begins with what, how, who and the like.
        Open = "open",
        /// Can be answered with yes or no.
        Closed = "closed",
        /// Closed, and cut short: "Everyone?".
        Elliptical = "elliptical_closed",
        /// Asks for something to be done: "Bring to mind …".
        Directive = "directive",
    }
}

/// One turn of the talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// Who speaks.
    pub speaker: Speaker,
    /// Paragraphs.
    pub paragraphs: u32,
    /// Words.
    pub words: u32,
}

/// A question of the coach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Number of its turn, from 1.
    pub turn: usize,
    /// The words.
    pub text: String,
    /// Whether it ends in a question mark.
    pub marked: bool,
    /// Form as read from the words.
    pub form: Form,
    /// Form the coach gave it.
    pub by_hand: Option<Form>,
    /// Whether it holds "what else".
    pub what_else: bool,
    /// Whether it is nothing but "What else?".
    pub bare_what_else: bool,
    /// Whether the coach said that it is none.
    pub rejected: bool,
}

impl Question {
    /// Returns the form that counts.
    pub fn form_in_force(&self) -> Form {
        self.by_hand.unwrap_or(self.form)
    }
}

/// A stretch of turns the coach gave a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// Name.
    pub name: String,
    /// Key of the phase.
    pub phase: String,
    /// First turn, from 1.
    pub from: usize,
    /// Last turn.
    pub to: usize,
}
