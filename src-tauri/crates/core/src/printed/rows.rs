//! Rows of the papers, each taken from shared records only.

use super::{
    Context,
    content::{AccountabilityRow, ActionRow, Explored, FootLine, Head, NextRow, NextStep, StandingRow, Words},
};
use crate::{
    ActionId, TopicId,
    consent::{Consent, ConsentDecision, ConsentPurpose},
    flags::{in_force, is_undated},
    note::{Note, NoteKind, Visibility},
    results::{Action, ActionStatus, FollowUp, Owner},
    session::{AssessedBy, CheckKey, FocusSlot, MeasureResult, SessionFrame, SessionRecord, Standing},
};

pub(super) fn head(frame: &SessionFrame, context: Context<'_>) -> Head {
    Head {
        session_number: frame.session.number,
        date: frame.session.base_date(),
        minutes: frame.session.minutes(),
        ..engagement_head(context)
    }
}

/// The head of a paper about a whole engagement.
pub(super) fn engagement_head(context: Context<'_>) -> Head {
    let (client, engagement) = (&context.client.fields, &context.engagement.fields);
    Head {
        client: client.legal_name.clone().unwrap_or_else(|| client.display_name.clone()),
        coach: context.coach.legal_name.clone(),
        engagement: engagement.title.clone(),
        session_number: None,
        session_of: engagement.planned_sessions,
        date: None,
        minutes: None,
        delivery: engagement.delivery,
    }
}

fn topic_title(frame: &SessionFrame, id: Option<TopicId>) -> Option<String> {
    let id = id?;
    frame.topics.iter().find(|topic| topic.id == Some(id)).map(|topic| topic.title.clone())
}

/// The actions a client sees: shared, and not let go. Their order numbers them on every paper alike.
fn printed_actions(frame: &SessionFrame) -> impl Iterator<Item = &Action> {
    frame
        .actions
        .iter()
        .filter(|action| action.visibility == Visibility::Shared && action.status != ActionStatus::Dropped)
}

fn number_of(frame: &SessionFrame, id: ActionId) -> Option<usize> {
    printed_actions(frame).position(|action| action.id == Some(id)).map(|at| at + 1)
}

pub(super) fn action_rows(frame: &SessionFrame) -> Vec<ActionRow> {
    printed_actions(frame)
        .enumerate()
        .map(|(at, action)| action_row(frame, action, at + 1, |id| number_of(frame, id)))
        .collect()
}

fn action_row(
    frame: &SessionFrame,
    action: &Action,
    number: usize,
    number_of: impl Fn(ActionId) -> Option<usize>,
) -> ActionRow {
    ActionRow {
        number,
        what: action.what.clone(),
        wording: action.wording.clone(),
        topic: topic_title(frame, action.topic_id),
        due: action.due.clone(),
        after: action.after_action_id.and_then(number_of),
        support: action.support.clone(),
        success_sign: action.success_sign.clone(),
        obstacle: action.obstacle.clone(),
        status: action.status,
        undated: is_undated(action),
    }
}

/// The actions of several sessions that are shared and still open, in the order of the sessions.
fn open_actions(frames: &[SessionFrame]) -> impl Iterator<Item = (&SessionFrame, &Action)> {
    let open = |action: &&Action| matches!(action.status, ActionStatus::Open | ActionStatus::Doing);
    frames.iter().flat_map(move |frame| printed_actions(frame).filter(open).map(move |action| (frame, action)))
}

fn open_number(frames: &[SessionFrame], id: ActionId) -> Option<usize> {
    open_actions(frames).position(|(_, action)| action.id == Some(id)).map(|at| at + 1)
}

/// What is still open of several sessions, numbered through. One that follows a finished action follows nothing.
pub(super) fn open_action_rows(frames: &[SessionFrame]) -> Vec<ActionRow> {
    open_actions(frames)
        .enumerate()
        .map(|(at, (frame, action))| action_row(frame, action, at + 1, |id| open_number(frames, id)))
        .collect()
}

/// Who will know about what is still open: each person or tracker once, with all it covers.
pub(super) fn open_accountability_rows(frames: &[SessionFrame]) -> Vec<AccountabilityRow> {
    let mut known: Vec<AccountabilityRow> = Vec::new();
    for row in frames.iter().flat_map(|frame| &frame.accountability) {
        let actions: Vec<usize> = row.actions.iter().filter_map(|id| open_number(frames, *id)).collect();
        if row.visibility != Visibility::Shared || actions.is_empty() {
            continue;
        }
        let same =
            |one: &&mut AccountabilityRow| one.who == row.who && one.how == row.how && one.how_often == row.how_often;
        match known.iter_mut().find(same) {
            Some(one) => one.actions.extend(actions),
            None => known.push(AccountabilityRow {
                who: row.who.clone(),
                how: row.how.clone(),
                how_often: row.how_often.clone(),
                actions,
            }),
        }
    }
    known
}

pub(super) fn first_due(rows: &[ActionRow]) -> Option<usize> {
    let day = |row: &ActionRow| row.due.from.or(row.due.date);
    rows.iter().filter_map(|row| day(row).map(|date| (date, row.number))).min().map(|(_, number)| number)
}

pub(super) fn accountability_rows(frame: &SessionFrame) -> Vec<AccountabilityRow> {
    frame
        .accountability
        .iter()
        .filter(|row| row.visibility == Visibility::Shared)
        .map(|row| AccountabilityRow {
            who: row.who.clone(),
            how: row.how.clone(),
            how_often: row.how_often.clone(),
            actions: row.actions.iter().filter_map(|id| number_of(frame, *id)).collect(),
        })
        .collect()
}

/// Measures always, what was wanted only once something was noted about it: the same wish stands in section 2 already.
pub(super) fn standing_rows(frame: &SessionFrame) -> Vec<StandingRow> {
    let measures = frame.measures.iter().map(|row| (&row.text, &row.standing));
    let wanted = frame
        .focus
        .iter()
        .filter(|line| line.slot == FocusSlot::WantedResult && line.standing.result != MeasureResult::Unknown)
        .map(|line| (&line.text, &line.standing));
    measures.chain(wanted).map(|(what, standing)| standing_row(what, standing)).collect()
}

fn standing_row(what: &str, standing: &Standing) -> StandingRow {
    let clients = matches!(standing.assessed_by, Some(AssessedBy::ClientAsked | AssessedBy::ClientVolunteered));
    StandingRow { what: what.to_owned(), result: standing.result, words: standing.evidence.clone().filter(|_| clients) }
}

pub(super) fn explored_rows(record: &SessionRecord) -> Vec<Explored> {
    let mut topics: Vec<Option<TopicId>> = record.frame.topics.iter().map(|topic| topic.id).collect();
    topics.push(None);
    topics
        .into_iter()
        .map(|id| Explored {
            topic: topic_title(&record.frame, id),
            lines: record
                .notes
                .iter()
                .filter(|note| note.fields.topic_id == id && may_be_explored(note))
                .map(|note| Words { text: note.fields.text.clone(), in_client_words: note.fields.in_client_words })
                .collect(),
        })
        .filter(|part| !part.lines.is_empty())
        .collect()
}

/// A belief that was taken apart in the session must not come back at the client in print, and the coach's own
/// questions and observations are hers, even when a row was marked shared by mistake.
fn may_be_explored(note: &Note) -> bool {
    let kind = note.fields.kind;
    note.fields.visibility == Visibility::Shared
        && kind.may_be_shared()
        && !matches!(kind, NoteKind::Assumption | NoteKind::QuestionAsked)
}

pub(super) fn next_row(follow_up: &FollowUp) -> NextRow {
    let what = follow_up.what.trim();
    let step = match follow_up.owner {
        Owner::Client if is_about_the_next_date(what) => NextStep::ClientWrites,
        Owner::Client => NextStep::Client(what.to_owned()),
        Owner::Coach => NextStep::Coach(what.to_owned()),
    };
    NextRow { step, due: follow_up.due_date }
}

fn is_about_the_next_date(what: &str) -> bool {
    let what = what.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| what.contains(word));
    has(&["mail", "write"]) && has(&["schedul", "next session", "next date", "appointment"])
}

pub(super) fn granted(frame: &SessionFrame) -> Vec<&Consent> {
    let mut rows = in_force(&frame.consents);
    rows.retain(|row| row.decision == ConsentDecision::Granted && row.withdrawn_at.is_none());
    rows
}

pub(super) fn footer(frame: &SessionFrame, context: Context<'_>) -> Vec<FootLine> {
    let agreement = context.agreement.map(|(version, signed)| FootLine::HeldUnder { version, signed });
    [agreement, recorded_line(frame), Some(FootLine::Confidential)].into_iter().flatten().collect()
}

/// Says that the session was recorded, when permission was given in it.
///
/// A consent of an earlier session says nothing about whether this one was recorded, so it prints nothing.
fn recorded_line(frame: &SessionFrame) -> Option<FootLine> {
    let asked = frame.checks.iter().any(|check| check.key == CheckKey::RecordingConsentAsked);
    let today = frame.session.base_date();
    let rows: Vec<&Consent> =
        granted(frame).into_iter().filter(|row| row.given_on.map_or(asked, |day| Some(day) == today)).collect();
    let recording =
        rows.iter().find(|row| matches!(row.purpose, ConsentPurpose::RecordAudio | ConsentPurpose::RecordVideo))?;
    let mut shared = rows.iter().filter(|row| row.purpose == ConsentPurpose::ShareRecording);
    Some(FootLine::Recorded {
        purpose: recording.use_limit.clone(),
        shared_with: shared.find_map(|row| row.recipient.clone()),
    })
}
