//! The writing line: marks at its start, letters after `/`, and what a question makes of the next line.
//!
//! A mark never changes the phase, and no question makes a commitment: an action comes from a mark alone. The tables
//! are public so that the window's own copy of these rules is tested against the same rows.

use crate::{keyed::keyed_enum, model::Phase, note::NoteKind, session::FocusSlot};

keyed_enum! {
    /// A mark at the start of a line.
    Mark {
        /// Something became clear.
        Insight = "insight",
        /// The client will do it.
        Action = "action",
        /// The client's own words.
        ClientWords = "client_words",
        /// A belief the client holds.
        Belief = "belief",
        /// What makes the last belief less sure.
        LessSure = "less_sure",
        /// A possibility.
        Option = "option",
        /// What the coach noticed.
        Noticed = "noticed",
        /// A topic, picked or new.
        Topic = "topic",
        /// Finds a question, or logs the coach's own.
        Question = "question",
        /// A person by alias.
        Person = "person",
        /// The list of everything else.
        Others = "others",
    }
}

/// One row of the table of marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MarkRow {
    /// Characters that count as this mark; the first is the one taught.
    pub signs: &'static [char],
    /// The mark.
    pub mark: Mark,
    /// Word in the tag column.
    pub tag: &'static str,
    /// What helps to remember it.
    pub remember: &'static str,
    /// Whether it is one of the three a new coach meets.
    pub taught: bool,
}

/// Quotation marks that open or close the client's own words: straight, curly and low ones, whichever the keyboard
/// or the input method gives.
pub const QUOTES: &[char] = &['"', '\u{201c}', '\u{201d}', '\u{201e}', '\u{201f}'];

/// Every mark.
pub const MARKS: &[MarkRow] = &[
    row(&['!'], Mark::Insight, "insight", "aha", true),
    row(&['>'], Mark::Action, "action", "forward", true),
    row(QUOTES, Mark::ClientWords, "their words", "quotation", true),
    row(&['='], Mark::Belief, "belief", "no agreement = unhappy", false),
    row(&['<'], Mark::LessSure, "less sure", "less than before", false),
    row(&['+'], Mark::Option, "option", "one more", false),
    row(&['*'], Mark::Noticed, "I noticed", "margin star", false),
    row(&['#'], Mark::Topic, "topic", "hash tag", false),
    row(&['?'], Mark::Question, "question", "a question", false),
    row(&['@'], Mark::Person, "person", "at somebody", false),
    row(&['/'], Mark::Others, "more", "everything else", false),
];

const fn row(signs: &'static [char], mark: Mark, tag: &'static str, remember: &'static str, taught: bool) -> MarkRow {
    MarkRow { signs, mark, tag, remember, taught }
}

keyed_enum! {
    /// What a letter after `/` does to the line, or on an empty line to the line above.
    LetterAct {
        /// Makes an insight.
        Insight = "insight",
        /// Makes an action.
        Action = "action",
        /// Makes an option.
        Option = "option",
        /// Makes a belief.
        Belief = "belief",
        /// Makes the last belief less sure.
        LessSure = "less_sure",
        /// A time it was different.
        WasDifferent = "was_different",
        /// What worked before.
        WorkedBefore = "worked_before",
        /// Another view.
        OtherView = "other_view",
        /// A feeling.
        Feeling = "feeling",
        /// What the coach noticed.
        Noticed = "noticed",
        /// The client's own words.
        TheirWords = "their_words",
        /// Shared becomes mine, mine becomes shared.
        Share = "share",
        /// Moves the line to a topic.
        Topic = "topic",
        /// Leaves the line out.
        LeaveOut = "leave_out",
        /// A word in between.
        CheckIn = "check_in",
        /// Goes to the closing.
        Close = "close",
        /// Pauses the clock.
        Pause = "pause",
    }
}

/// One row of the table of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LetterRow {
    /// The letter, lower case.
    pub letter: char,
    /// What it does.
    pub act: LetterAct,
    /// Word in the list.
    pub word: &'static str,
    /// Whether it works in a running session only, and not in wrap-up.
    pub live_only: bool,
}

/// Every letter: the same after `/` while writing and bare in wrap-up.
pub const LETTERS: &[LetterRow] = &[
    letter('i', LetterAct::Insight, "insight", false),
    letter('a', LetterAct::Action, "action", false),
    letter('o', LetterAct::Option, "option", false),
    letter('b', LetterAct::Belief, "belief", false),
    letter('l', LetterAct::LessSure, "less sure", false),
    letter('x', LetterAct::WasDifferent, "was different", false),
    letter('p', LetterAct::WorkedBefore, "worked before", false),
    letter('v', LetterAct::OtherView, "other view", false),
    letter('f', LetterAct::Feeling, "feeling", false),
    letter('n', LetterAct::Noticed, "I noticed", false),
    letter('q', LetterAct::TheirWords, "their words", false),
    letter('s', LetterAct::Share, "share, or keep mine", false),
    letter('t', LetterAct::Topic, "topic", false),
    letter('d', LetterAct::LeaveOut, "leave out", false),
    letter('c', LetterAct::CheckIn, "check-in", true),
    letter('e', LetterAct::Close, "close", true),
    letter('z', LetterAct::Pause, "pause", true),
];

const fn letter(letter: char, act: LetterAct, word: &'static str, live_only: bool) -> LetterRow {
    LetterRow { letter, act, word, live_only }
}

/// What the line after a question becomes or fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// A line of this kind.
    Note(NoteKind),
    /// A topic.
    Topic,
    /// A slot of the focus card.
    Focus(FocusSlot),
    /// A success measure: *We'll know by*.
    Measure,
    /// The date words of the last action.
    ActionWhen,
    /// With or via whom the last action is done.
    ActionSupport,
    /// Who will know of the last action.
    ActionWhoWillKnow,
}

/// What each intent of the question bank makes of the next line. Intents that are not listed change nothing.
pub const INTENTS: &[(&str, Next)] = &[
    ("facts", Next::Note(NoteKind::Plain)),
    ("specificity", Next::Note(NoteKind::Plain)),
    ("truth", Next::Note(NoteKind::Plain)),
    ("evidence", Next::Note(NoteKind::Evidence)),
    ("assumption", Next::Note(NoteKind::Assumption)),
    ("exception", Next::Note(NoteKind::Exception)),
    ("past_success", Next::Note(NoteKind::PastSuccess)),
    ("perspective", Next::Note(NoteKind::Perspective)),
    ("pattern", Next::Note(NoteKind::Pattern)),
    ("obstacle", Next::Note(NoteKind::Obstacle)),
    ("feeling", Next::Note(NoteKind::Feeling)),
    ("topic", Next::Topic),
    ("outcome", Next::Focus(FocusSlot::WantedResult)),
    ("importance", Next::Focus(FocusSlot::Importance)),
    ("measure", Next::Measure),
    ("need_to_address", Next::Focus(FocusSlot::NeedToAddress)),
    ("when", Next::ActionWhen),
    ("support", Next::ActionSupport),
    ("accountability", Next::ActionWhoWillKnow),
];

/// Returns what the line after a question of this intent becomes; none when the line stays what it would be.
pub fn after_question(intent: &str) -> Option<Next> {
    INTENTS.iter().find(|(key, _)| *key == intent).map(|(_, next)| *next)
}

/// A line as typed, cut into its mark and its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MarkedLine<'a> {
    /// The mark, if the very first character is one.
    pub mark: Option<Mark>,
    /// The words.
    pub rest: &'a str,
    /// Whether all the words are the client's own.
    pub in_client_words: bool,
}

impl MarkedLine<'_> {
    /// Returns whether the mark stands alone, and so changes the line above.
    pub fn acts_on_line_above(&self) -> bool {
        self.mark.is_some() && self.rest.is_empty()
    }
}

/// Cuts a typed line. Pasted text and dictation are never cut: their first character is text.
pub fn read_line(line: &str) -> MarkedLine<'_> {
    let plain = MarkedLine { mark: None, rest: line.trim(), in_client_words: false };
    let Some(first) = line.chars().next() else { return plain };
    let Some(row) = MARKS.iter().find(|row| row.signs.contains(&first)) else { return plain };
    let rest = line.get(first.len_utf8()..).unwrap_or_default().trim();
    if row.mark == Mark::ClientWords {
        let inner = rest.strip_suffix(QUOTES).unwrap_or(rest).trim_end();
        // Words go on after the closing sign: only that part is quoted, and the line as a whole is the coach's.
        return match inner.contains(QUOTES) {
            true => plain,
            false => MarkedLine { mark: Some(Mark::ClientWords), rest: inner, in_client_words: true },
        };
    }
    match wholly_quoted(rest) {
        Some(words) => MarkedLine { mark: Some(row.mark), rest: words, in_client_words: true },
        None => MarkedLine { mark: Some(row.mark), rest, in_client_words: false },
    }
}

fn wholly_quoted(rest: &str) -> Option<&str> {
    let inner = rest.strip_prefix(QUOTES)?.strip_suffix(QUOTES)?.trim();
    (!inner.is_empty() && !inner.contains(QUOTES)).then_some(inner)
}

/// Returns the parts of a line between quotation marks: only these may be printed as quoted. An unclosed mark
/// quotes nothing.
pub fn quoted_parts(line: &str) -> Vec<&str> {
    let mut pieces: Vec<&str> = line.split(QUOTES).collect();
    // An odd number of signs leaves the last one open; its words are the coach's.
    if pieces.len().is_multiple_of(2) {
        pieces.pop();
    }
    pieces.into_iter().skip(1).step_by(2).filter(|part| !part.trim().is_empty()).collect()
}

/// What *Enter* makes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Becomes {
    /// A line of this kind.
    Note(NoteKind),
    /// A line, and an insight made from it.
    Insight,
    /// A line, and an action made from it.
    Action,
    /// What speaks against the last belief, linked to it; the belief becomes less sure.
    LessSure,
    /// Something other than a line: a topic, a slot of the focus card, a part of the last action.
    Fills(Next),
    /// The question finder.
    FindQuestion,
    /// The list of aliases.
    FindPerson,
    /// The list of letters.
    ListLetters,
}

/// Returns what *Enter* makes of a line with this mark, in this phase, after a question that announced `next`.
///
/// The mark wins over the question, and the question over the phase: what is typed last is meant most.
pub fn on_enter(mark: Option<Mark>, next: Option<Next>, phase: Option<&Phase>) -> Becomes {
    match mark {
        Some(Mark::Insight) => Becomes::Insight,
        Some(Mark::Action) => Becomes::Action,
        Some(Mark::Belief) => Becomes::Note(NoteKind::Assumption),
        Some(Mark::LessSure) => Becomes::LessSure,
        Some(Mark::Option) => Becomes::Note(NoteKind::Option),
        Some(Mark::Noticed) => Becomes::Note(NoteKind::CoachObservation),
        Some(Mark::Topic) => Becomes::Fills(Next::Topic),
        Some(Mark::Question) => Becomes::FindQuestion,
        Some(Mark::Person) => Becomes::FindPerson,
        Some(Mark::Others) => Becomes::ListLetters,
        // Whose words they are says nothing about what they are.
        Some(Mark::ClientWords) | None => match next {
            Some(Next::Note(NoteKind::Plain)) | None => Becomes::Note(plain_kind(phase)),
            Some(Next::Note(kind)) => Becomes::Note(kind),
            Some(fills) => Becomes::Fills(fills),
        },
    }
}

/// Returns the kind of a line without mark: an option where options are gathered, else plain.
pub fn plain_kind(phase: Option<&Phase>) -> NoteKind {
    if phase.is_some_and(gathers_options) { NoteKind::Option } else { NoteKind::Plain }
}

/// Returns whether a phase gathers options: all its questions come from the O part of the bank.
///
/// The phase's own letter does not tell, because it means different things in different models: O is Options in GROW
/// and Outcome in OSKAR.
pub fn gathers_options(phase: &Phase) -> bool {
    !phase.bank.is_empty() && phase.bank.iter().all(|entry| entry == "O" || entry.starts_with("O:"))
}
