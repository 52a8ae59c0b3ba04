//! The question bank.

/// A question, or a sentence to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Key in the bank, as `G-01`.
    pub key: String,
    /// Phase it belongs to.
    pub phase: String,
    /// Intent, as `evidence`.
    pub intent: String,
    /// The words.
    pub text: String,
    /// Whether it is said and not asked.
    pub statement: bool,
}
