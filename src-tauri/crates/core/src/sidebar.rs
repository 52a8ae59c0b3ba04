//! Which questions stand beside the notes.
//!
//! Five at a time: those the coach set aside for this client, then her favourites, then the phase's first ones. Only
//! questions of the phase she is in are offered, so that a click never surprises her with another phase.

use crate::{model::CoachingModel, question::Question};

/// How many questions the column shows.
pub const SHOWN: usize = 5;

const WHAT_ELSE: &str = "what_else";

/// Returns the questions of a phase in the order the model draws on the bank; statements are left out.
///
/// A phase the model does not have, as `OPEN` and `CLOSE`, draws on the part of the bank with its own name.
pub fn of_phase<'a>(questions: &'a [Question], phase: &str, model: &CoachingModel) -> Vec<&'a Question> {
    let mut found: Vec<&Question> = Vec::new();
    for entry in bank_of(phase, model) {
        for question in questions.iter().filter(|question| !question.statement && drawn(question, &entry)) {
            if !found.iter().any(|known| known.key == question.key) {
                found.push(question);
            }
        }
    }
    found
}

/// Returns the questions to show, at most [`SHOWN`], without repeats.
///
/// *What else?* has a place of its own on screen, so it takes none of the five unless the coach chose it.
pub fn five<'a>(
    questions: &'a [Question],
    phase: &str,
    model: &CoachingModel,
    set_aside: &[String],
    favourites: &[String],
) -> Vec<&'a Question> {
    let mut left = of_phase(questions, phase, model);
    let mut shown: Vec<&Question> = Vec::new();
    for key in set_aside.iter().chain(favourites) {
        if let Some(at) = left.iter().position(|question| question.key == *key) {
            shown.push(left.remove(at));
        }
    }
    left.retain(|question| question.intent != WHAT_ELSE);
    while shown.len() < SHOWN && !left.is_empty() {
        let at = least_heard(&left, &shown);
        shown.push(left.remove(at));
    }
    shown.truncate(SHOWN);
    shown
}

/// Returns the *What else?* questions that fit a phase, the phase's own first; where it has none, all of them.
pub fn what_else<'a>(questions: &'a [Question], phase: &str, model: &CoachingModel) -> Vec<&'a Question> {
    let bank = bank_of(phase, model);
    let parts: Vec<&str> = bank.iter().map(|entry| entry.split(':').next().unwrap_or(entry)).collect();
    let all: Vec<&Question> =
        questions.iter().filter(|question| question.intent == WHAT_ELSE && !question.statement).collect();
    let own: Vec<&Question> = all.iter().copied().filter(|question| parts.contains(&question.phase.as_str())).collect();
    if own.is_empty() { all } else { own }
}

/// Returns the place of the first question whose intent has been shown least.
fn least_heard(left: &[&Question], shown: &[&Question]) -> usize {
    let heard = |question: &Question| shown.iter().filter(|other| other.intent == question.intent).count();
    // `min_by_key` keeps the first of equals, and so the order of the bank.
    left.iter().enumerate().min_by_key(|(_, question)| heard(question)).map_or(0, |(at, _)| at)
}

fn bank_of(phase: &str, model: &CoachingModel) -> Vec<String> {
    match model.phases.iter().find(|known| known.key == phase) {
        Some(known) => known.bank.clone(),
        None => vec![phase.to_owned()],
    }
}

/// Returns whether a bank entry, `G` or `G:topic`, draws on this question.
fn drawn(question: &Question, entry: &str) -> bool {
    match entry.split_once(':') {
        Some((phase, intent)) => question.phase == phase && question.intent == intent,
        None => question.phase == entry,
    }
}
