//! P3: consent to record a session and to share the recording. Unknown fields are lines to write on.

use chrono::NaiveDate;

use super::agreement::{ClausePart, clause_text};
use super::{begun, filled, finished, heading};
use crate::Doc;
use crate::blocks::{Block, Line, ParaStyle, Signer, answer_or_gap, rich_line, words, words_or_gap};
use crate::labels::Labels;
use crate::paper::PaperSetup;

/// What is asked, before it is signed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ConsentPaper {
    /// The client's name.
    pub client_name: Option<String>,
    /// Who asks; the letterhead's coach when not given.
    pub who_asks: Option<String>,
    /// For which session or sessions.
    pub sessions: Option<String>,
    /// What is recorded: *sound only*.
    pub recorded: Option<String>,
    /// The purpose, and only that purpose.
    pub purpose: Option<String>,
    /// Who will hear it.
    pub hearers: Option<String>,
    /// How the client's identity is kept.
    pub client_identity: Option<String>,
    /// How third persons' identity is kept.
    pub third_persons: Option<String>,
    /// The day the recording is deleted.
    pub kept_until: Option<NaiveDate>,
    /// Where to withdraw; when not given, the letterhead's e-mail and telephone, or else a line to write on.
    pub withdrawal: Option<String>,
    /// The coach's own words on refusing and withdrawing, in the place of the usual ones.
    pub refusal: Vec<ClausePart>,
    /// With whom it may be shared, in the second tick.
    pub share_with: Option<String>,
    /// The first tick, where the answer was given another way and is only put on paper.
    pub may_record: bool,
    /// The second tick.
    pub may_share: bool,
}

/// The paper as blocks.
pub fn consent(paper: &ConsentPaper, setup: &PaperSetup) -> Doc {
    let labels = setup.labels();
    let mut blocks = begun(labels.consent_title, paper.client_name.clone(), setup);
    let who = filled(paper.who_asks.as_ref()).unwrap_or(&setup.letterhead.coach_name);
    let until = paper.kept_until.map(|date| setup.date(date));
    let asked = [
        (labels.who_asks, Some(who), labels.who_asks_hint),
        (labels.which_sessions, filled(paper.sessions.as_ref()), labels.which_sessions_hint),
        (labels.what_recorded, filled(paper.recorded.as_ref()), labels.what_recorded_hint),
        (labels.purpose_only, filled(paper.purpose.as_ref()), labels.purpose_hint),
        (labels.hearers, filled(paper.hearers.as_ref()), labels.hearers_hint),
        (labels.your_identity, filled(paper.client_identity.as_ref()), labels.your_identity_hint),
        (labels.third_persons, filled(paper.third_persons.as_ref()), labels.third_persons_hint),
        (labels.kept_until, until.as_deref(), labels.date_hint),
    ];
    blocks.push(Block::KeyValue(
        asked.into_iter().map(|(name, value, hint)| (name.to_owned(), answer_or_gap(value, hint))).collect(),
    ));
    blocks.push(heading(labels.refuse_heading));
    match paper.refusal.as_slice() {
        [] => blocks.push(Block::Para(ParaStyle::Body, words(labels.refuse_text))),
        own => blocks.extend(clause_text(own)),
    }
    blocks.push(match filled(paper.withdrawal.as_ref()).map(str::to_owned).or_else(|| reach(setup)) {
        Some(how) => Block::Para(ParaStyle::Body, rich_line(&how)),
        None => Block::WriteLine { label: labels.withdraw_hint.to_owned(), lines: 1 },
    });
    blocks.push(heading(labels.your_answer));
    blocks.push(Block::Tick { ticked: paper.may_record, line: words(labels.may_record) });
    let share_with = filled(paper.share_with.as_ref());
    let sharing = around(labels.may_share, share_with, labels.with_whom_hint, labels);
    blocks.push(Block::Tick { ticked: paper.may_share, line: sharing });
    blocks.push(Block::Keep(vec![Block::Signatures(vec![signer(paper, labels)])]));
    blocks.extend(withdrawal_slip(paper, who, labels));
    finished(labels.consent_title, paper.client_name.as_deref(), blocks, setup)
}

/// Where a withdrawal reaches the coach, as far as the letterhead says.
fn reach(setup: &PaperSetup) -> Option<String> {
    let labels = setup.labels();
    let (email, phone) = (filled(setup.letterhead.email.as_ref()), filled(setup.letterhead.phone.as_ref()));
    let label = match (email, phone) {
        (Some(_), Some(_)) => labels.withdraw_write_or_call,
        (Some(_), None) => labels.withdraw_write,
        (None, Some(_)) => labels.withdraw_call,
        (None, None) => return None,
    };
    Some(labels.fill(label, &[("email", email.unwrap_or_default()), ("phone", phone.unwrap_or_default())]))
}

/// A sentence with a value or a line to write on in it.
fn around(sentence: &'static str, value: Option<&str>, hint: &str, labels: &Labels) -> Line {
    let (before, after) = labels.around(sentence);
    let mut line = if before.is_empty() { Line::new() } else { words(before) };
    line.extend(words_or_gap(value, hint));
    if !after.is_empty() {
        line.extend(words(after));
    }
    line
}

fn signer(paper: &ConsentPaper, labels: &Labels) -> Signer {
    Signer { role: labels.client.to_owned(), name: filled(paper.client_name.as_ref()).map(str::to_owned) }
}

fn withdrawal_slip(paper: &ConsentPaper, who: &str, labels: &Labels) -> Vec<Block> {
    let sessions = filled(paper.sessions.as_ref());
    let opening = around(labels.withdrawal_opening, sessions, labels.which_sessions_hint, labels);
    let tick = |text: &str| Block::Tick { ticked: false, line: words(text) };
    let under = labels.fill(labels.withdrawal_to, &[("who", who)]);
    vec![
        Block::PageBreak,
        Block::Title { text: labels.withdrawal_title.to_owned(), under: Some(under) },
        Block::Para(ParaStyle::Body, opening),
        tick(labels.stop_recording),
        tick(labels.stop_sharing),
        Block::Para(ParaStyle::Note, words(labels.withdrawal_note)),
        Block::Keep(vec![Block::Signatures(vec![signer(paper, labels)])]),
    ]
}
