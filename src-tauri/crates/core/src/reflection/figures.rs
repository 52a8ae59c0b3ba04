//! Counting.

use super::{Form, Question, Segment, Speaker, Turn};

/// One side of the talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Side {
    /// Turns.
    pub turns: usize,
    /// Paragraphs.
    pub paragraphs: u64,
    /// Words.
    pub words: u64,
    /// Mean words of a turn, in tenths.
    pub mean_tenths: u64,
    /// Median words of a turn, in tenths.
    pub median_tenths: u64,
    /// Number and words of the longest turn.
    pub longest: Option<(usize, u32)>,
}

/// The figures of a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SegmentRow {
    /// The segment.
    pub segment: Segment,
    /// The coach.
    pub coach: Side,
    /// The client.
    pub client: Side,
    /// Questions.
    pub questions: usize,
    /// Open ones.
    pub open: usize,
    /// Closed ones.
    pub closed: usize,
    /// With "what else".
    pub what_else: usize,
}

/// The figures of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The coach.
    pub coach: Side,
    /// The client.
    pub client: Side,
    /// Questions that count, in order.
    pub questions: Vec<Question>,
    /// Of them without a question mark.
    pub unmarked: usize,
    /// Open ones.
    pub open: usize,
    /// Closed ones, those cut short among them.
    pub closed: usize,
    /// Directive ones.
    pub directive: usize,
    /// With "what else".
    pub what_else: usize,
    /// Nothing but "What else?".
    pub bare_what_else: usize,
    /// Turns with more than one question, and how many.
    pub stacked: Vec<(usize, usize)>,
    /// Turns of the coach without a question.
    pub turns_without: usize,
    /// By segment.
    pub segments: Vec<SegmentRow>,
}

/// Counts.
pub fn figures(turns: &[Turn], questions: &[Question], segments: &[Segment]) -> Figures {
    let questions: Vec<Question> = questions.iter().filter(|one| !one.rejected).cloned().collect();
    let all: Vec<(usize, Turn)> = (1..).zip(turns.iter().copied()).collect();
    let asked = |turn: usize| questions.iter().filter(|one| one.turn == turn).count();
    let coach_turns = || all.iter().filter(|(_, turn)| turn.speaker == Speaker::Coach).map(|(number, _)| *number);
    let rows = segments.iter().map(|segment| {
        let inside = |number: usize| (segment.from..=segment.to).contains(&number);
        let part: Vec<(usize, Turn)> = all.iter().copied().filter(|(number, _)| inside(*number)).collect();
        let own: Vec<&Question> = questions.iter().filter(|one| inside(one.turn)).collect();
        SegmentRow {
            segment: segment.clone(),
            coach: side(&part, Speaker::Coach),
            client: side(&part, Speaker::Client),
            questions: own.len(),
            open: own.iter().filter(|one| one.form_in_force() == Form::Open).count(),
            closed: own.iter().filter(|one| is_closed(one)).count(),
            what_else: own.iter().filter(|one| one.what_else).count(),
        }
    });
    let rows = rows.collect();
    let count = |test: &dyn Fn(&Question) -> bool| questions.iter().filter(|one| test(one)).count();
    Figures {
        coach: side(&all, Speaker::Coach),
        client: side(&all, Speaker::Client),
        unmarked: count(&|one| !one.marked),
        open: count(&|one| one.form_in_force() == Form::Open),
        closed: count(&is_closed),
        directive: count(&|one| one.form_in_force() == Form::Directive),
        what_else: count(&|one| one.what_else),
        bare_what_else: count(&|one| one.bare_what_else),
        stacked: coach_turns().map(|turn| (turn, asked(turn))).filter(|(_, count)| *count > 1).collect(),
        turns_without: coach_turns().filter(|turn| asked(*turn) == 0).count(),
        segments: rows,
        questions,
    }
}

fn is_closed(question: &Question) -> bool {
    matches!(question.form_in_force(), Form::Closed | Form::Elliptical)
}

fn side(turns: &[(usize, Turn)], speaker: Speaker) -> Side {
    let own: Vec<&(usize, Turn)> = turns.iter().filter(|(_, turn)| turn.speaker == speaker).collect();
    let words: u64 = own.iter().map(|(_, turn)| u64::from(turn.words)).sum();
    let mut sorted: Vec<u32> = own.iter().map(|(_, turn)| turn.words).collect();
    sorted.sort_unstable();
    let middle = |nth: usize| u64::from(sorted.get(nth).copied().unwrap_or(0));
    let count = sorted.len();
    let median_tenths = match count {
        0 => 0,
        odd if odd % 2 == 1 => middle(count / 2) * 10,
        _ => (middle(count / 2 - 1) + middle(count / 2)) * 5,
    };
    // The first of several that are equally long.
    let longest = own.iter().rev().max_by_key(|(_, turn)| turn.words).map(|(number, turn)| (*number, turn.words));
    Side {
        turns: count,
        paragraphs: own.iter().map(|(_, turn)| u64::from(turn.paragraphs)).sum(),
        words,
        mean_tenths: rounded(words * 10, count as u64),
        median_tenths,
        longest,
    }
}

/// Returns a part of a whole in tenths of a percent; none of nothing.
pub fn share(part: u64, whole: u64) -> Option<u64> {
    (whole > 0).then(|| rounded(part * 1_000, whole))
}

/// Returns how many of `other` come to one of `one`, in hundredths; none where there is no one.
pub fn ratio(one: u64, other: u64) -> Option<u64> {
    (one > 0).then(|| rounded(other * 100, one))
}

/// Returns tenths as they are printed, "19.8".
pub fn tenths(number: u64) -> String {
    format!("{}.{}", number / 10, number % 10)
}

/// Rounds half up; nothing divided by nothing is nothing.
const fn rounded(number: u64, by: u64) -> u64 {
    if by == 0 { 0 } else { (number * 2 + by) / (by * 2) }
}
