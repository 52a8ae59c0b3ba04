//! Which questions stand beside the notes.
//!
//! Five at a time: those the coach set aside for this client, then her favourites, then the phase's first ones. Only
//! questions of the phase she is in are offered, so that a click never surprises her with another phase. Where a phase
//! takes one part of the bank whole, its first ones are the first of that part, in her order; where it gathers
//! questions from several places, one of each place and intent.

use crate::{
    model::CoachingModel,
    question::{Choices, Question},
};

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

/// Returns the questions to show, at most [`SHOWN`], without repeats; `questions` lie in the coach's order.
///
/// *What else?* has a place of its own on screen, and a gap may not be fillable yet: neither takes one of the five
/// unless the coach chose it. Hidden ones never stand there.
pub fn five<'a>(questions: &'a [Question], phase: &str, model: &CoachingModel, choices: &Choices) -> Vec<&'a Question> {
    let mut left = of_phase(questions, phase, model);
    left.retain(|question| !choices.hidden.contains(&question.key));
    let mut shown: Vec<&Question> = Vec::new();
    let aside = choices.aside.iter().filter(|(_, aside)| aside.stands_now()).map(|(key, _)| key);
    for key in aside {
        take(key, &mut left, &mut shown);
    }
    let (favourites, mut left): (Vec<_>, Vec<_>) =
        left.into_iter().partition(|question| choices.favourites.contains(&question.key));
    shown.extend(favourites);
    left.retain(|question| question.intent != WHAT_ELSE && !question.has_gap());
    if takes_one_part(phase, model) {
        shown.extend(left);
    } else {
        gather(&mut shown, left);
    }
    shown.truncate(SHOWN);
    shown
}

/// Moves the question with `key` to those shown, if it is there.
fn take<'a>(key: &str, left: &mut Vec<&'a Question>, shown: &mut Vec<&'a Question>) {
    if let Some(at) = left.iter().position(|question| question.key == key) {
        shown.push(left.remove(at));
    }
}

/// Fills up with the part, and then the intent, heard least so far.
fn gather<'a>(shown: &mut Vec<&'a Question>, mut left: Vec<&'a Question>) {
    while shown.len() < SHOWN && !left.is_empty() {
        let at = least_heard(&left, shown);
        shown.push(left.remove(at));
    }
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

/// Returns the place of the first question whose part and intent have been shown least.
fn least_heard(left: &[&Question], shown: &[&Question]) -> usize {
    let heard = |question: &Question| {
        let parts = shown.iter().filter(|other| other.phase == question.phase).count();
        (parts, shown.iter().filter(|other| other.intent == question.intent).count())
    };
    // `min_by_key` keeps the first of equals, and so the order of the bank.
    left.iter().enumerate().min_by_key(|(_, question)| heard(question)).map_or(0, |(at, _)| at)
}

/// Returns whether a phase is one whole part of the bank.
fn takes_one_part(phase: &str, model: &CoachingModel) -> bool {
    let bank = bank_of(phase, model);
    bank.len() == 1 && bank.iter().all(|entry| !entry.contains(':'))
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
