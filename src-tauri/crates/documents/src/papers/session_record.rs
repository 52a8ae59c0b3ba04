//! P5: the coach's copy of a session. Marked private on every page, in the foot and under the text.

use coachbook_core::coach_copy::{Belief, Check, ConsentLine, NoteLine, Phase, Private};
use coachbook_core::consent::{ConsentDecision, ConsentMethod, ConsentPurpose};
use coachbook_core::note::{BeliefStatus, Commitment, NoteKind};
use coachbook_core::session::CheckKey;

use super::session_summary::{SessionSummary, content};
use super::{begun, filled, finished, label, lines, list, pairs, section};
use crate::Doc;
use crate::blocks::{Block, Cell, Column, Inline, Line, ParaStyle, Row, Width, aside, rich, rich_line, words};
use crate::paper::PaperSetup;

const TITLE: &str = "Session record";
const PRIVATE: &str = "Private";

/// The paper as blocks. `phase_name` says how the coach names a phase, as *Goal* for `G`.
pub fn session_record(
    summary: &SessionSummary,
    private: &Private,
    phase_name: impl Fn(&str) -> String,
    setup: &PaperSetup,
) -> Doc {
    let setup = &setup.in_english();
    let under = "The coach\u{2019}s own copy: not to be given to anybody";
    let mut blocks = begun(TITLE, Some(under.to_owned()), setup);
    blocks.extend(content(summary, setup));
    blocks.extend(section("Notes", notes(&private.phases, phase_name)));
    blocks.extend(section("Beliefs and what became of them", beliefs(&private.beliefs)));
    let questions = if lines(&private.questions).is_empty() { Vec::new() } else { vec![list(&private.questions)] };
    blocks.extend(section("Questions used", questions));
    blocks.extend(section("Said and asked around the session", checks(&private.checks)));
    blocks.extend(section("Consents", consents(&private.consents, setup)));
    blocks.extend(section("Your reflection", reflection(private)));
    let doc = finished(TITLE, Some(&summary.client_name), blocks, setup);
    Doc { mark: PRIVATE.to_owned(), watermark: Some(PRIVATE.to_owned()), ..doc }
}

fn notes(phases: &[Phase], phase_name: impl Fn(&str) -> String) -> Vec<Block> {
    phases
        .iter()
        .flat_map(|phase| {
            let heading = Block::Heading { level: 2, number: None, text: phase_name(&phase.key) };
            let rows = phase.lines.iter().map(note).collect();
            [heading, Block::Table { columns: note_columns(), rows }]
        })
        .collect()
}

fn note_columns() -> Vec<Column> {
    let column = |head: &str, width| Column { head: head.to_owned(), width, right: false };
    vec![
        Column { head: "Min.".to_owned(), width: Width::Points(24), right: true },
        column("Kind", Width::Points(74)),
        column("Note", Width::Share(1)),
        column("", Width::Points(38)),
    ]
}

fn note(line: &NoteLine) -> Row {
    let text = if line.in_client_words { format!("\u{201c}{}\u{201d}", line.text) } else { line.text.clone() };
    let mut said = vec![rich_line(&text)];
    said.extend(filled(line.topic.as_ref()).map(|topic| vec![aside(topic)]));
    let kind = match line.commitment {
        Some(Commitment::Will) => "option: will",
        Some(Commitment::Could) => "option: could",
        None => kind_words(line.kind),
    };
    let seen = if line.shared { "shared" } else { "mine" };
    let cell = |lines: Vec<Line>| Cell { lines, tick: None };
    let small = |text: &str| cell(vec![vec![aside(text)]]);
    Row::Cells(vec![cell(vec![words(line.minute.to_string())]), small(kind), cell(said), small(seen)])
}

const fn kind_words(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Plain => "",
        NoteKind::Arrival => "arrives",
        NoteKind::Feeling => "feeling",
        NoteKind::Assumption => "belief",
        NoteKind::Evidence => "evidence",
        NoteKind::Exception => "was different",
        NoteKind::PastSuccess => "worked before",
        NoteKind::Perspective => "another view",
        NoteKind::Pattern => "pattern",
        NoteKind::Obstacle => "obstacle",
        NoteKind::Option => "option",
        NoteKind::CheckIn => "in between",
        NoteKind::CoachObservation => "I noticed",
        NoteKind::QuestionAsked => "question",
    }
}

fn beliefs(beliefs: &[Belief]) -> Vec<Block> {
    if beliefs.is_empty() {
        return Vec::new();
    }
    let column = |head: &str, width| Column { head: head.to_owned(), width, right: false };
    let answered = beliefs.iter().any(|belief| !belief.answers.is_empty());
    let mut columns = vec![column("Belief", Width::Share(3)), column("Became", Width::Points(62))];
    columns.extend(answered.then(|| column("Answered by", Width::Share(3))));
    let rows = beliefs.iter().map(|belief| {
        let became = match belief.became {
            BeliefStatus::Held => "held",
            BeliefStatus::Loosened => "less sure",
            BeliefStatus::Dropped => "let go",
        };
        let cell = |lines: Vec<Line>| Cell { lines, tick: None };
        let mut cells = vec![cell(vec![rich_line(&belief.text)]), cell(vec![words(became)])];
        cells.extend(answered.then(|| cell(belief.answers.iter().map(|text| rich_line(text)).collect())));
        Row::Cells(cells)
    });
    vec![Block::Table { columns, rows: rows.collect() }]
}

fn checks(checks: &[Check]) -> Vec<Block> {
    let lines: Vec<Line> = checks
        .iter()
        .map(|check| {
            let mut line = words(check_words(check.key));
            let said = filled(check.answer.as_ref()).map(|answer| format!(" \u{2014} \u{201c}{answer}\u{201d}"));
            let nodded = (check.acknowledged == Some(true)).then(|| " \u{2014} acknowledged".to_owned());
            line.extend(said.or(nodded).map(crate::blocks::muted));
            line
        })
        .collect();
    if lines.is_empty() { Vec::new() } else { vec![Block::BulletList(lines)] }
}

const fn check_words(key: CheckKey) -> &'static str {
    match key {
        CheckKey::RoleRestated => "The coach\u{2019}s role",
        CheckKey::AgreementReferredTo => "The agreement",
        CheckKey::NoAdviceRestated => "No advice, no solutions",
        CheckKey::ConfidentialityRestated => "Confidentiality",
        CheckKey::ConfidentialityLimitsStated => "Its limits",
        CheckKey::RecordingConsentAsked => "Permission to record",
        CheckKey::ReadyConfirmed => "Ready to begin",
        CheckKey::MeasuresChecked => "How the measures stand",
        CheckKey::AnythingElseAsked => "Anything else",
        CheckKey::ActionsReadBack => "The actions, read back",
        CheckKey::WithdrawalSeenTo => "A withdrawal, seen to",
    }
}

fn consents(consents: &[ConsentLine], setup: &PaperSetup) -> Vec<Block> {
    let rows = consents.iter().map(|one| (purpose_words(one.purpose).to_owned(), consent_line(one, setup)));
    let rows: Vec<(String, Line)> = rows.collect();
    pairs(rows)
}

fn consent_line(one: &ConsentLine, setup: &PaperSetup) -> Line {
    let decision = match one.decision {
        ConsentDecision::Granted => "agreed",
        ConsentDecision::Refused => "not agreed",
        ConsentDecision::Withdrawn => "taken back",
    };
    let method = match one.method {
        ConsentMethod::Verbal => "in the session",
        ConsentMethod::Written => "on paper",
        ConsentMethod::Electronic => "on a device",
    };
    let with = filled(one.recipient.as_ref()).map(|who| format!("with {who}"));
    let given = one.given_on.map(|day| setup.date(day));
    let kept = one.kept_until.map(|day| format!("kept until {}", setup.date(day)));
    let facts = [Some(decision.to_owned()), with, Some(method.to_owned()), given, kept];
    let mut line: Line = words(facts.into_iter().flatten().collect::<Vec<_>>().join(", "));
    let quote = filled(one.quote.as_ref()).map(|quote| aside(format!("\n\u{201c}{quote}\u{201d}")));
    line.extend::<Option<Inline>>(quote);
    line
}

const fn purpose_words(purpose: ConsentPurpose) -> &'static str {
    match purpose {
        ConsentPurpose::RecordAudio => "Recording the sound",
        ConsentPurpose::RecordVideo => "Recording the picture",
        ConsentPurpose::ShareRecording => "Sharing the recording",
        ConsentPurpose::ShareTranscript => "Sharing the transcript",
        ConsentPurpose::ListInHoursLog => "Log of hours",
    }
}

fn reflection(private: &Private) -> Vec<Block> {
    let mut blocks: Vec<Block> = filled(private.reflection.as_ref()).map(rich).unwrap_or_default();
    if let Some(line) = filled(private.for_next_time.as_ref()) {
        blocks.push(label("For next time"));
        blocks.push(Block::Para(ParaStyle::Body, rich_line(line)));
    }
    blocks
}
