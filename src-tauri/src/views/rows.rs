//! The small rows of a session, and rows made from a line.

use chrono::{NaiveDate, Weekday};
use coachbook_core::{
    AccountabilityId, ActionId, ConsentId, DevelopmentAreaId, FocusLineId, FollowUpId, InsightId, MeasureId, NoteId,
    PersonId, ResourceId, SessionId, StrengthId, TopicId, Uid, date_words,
    note::{Note, NoteDraft},
    results::{Action, DevelopmentArea, Due, Insight, Resource, Strength},
    session::{SessionRow, SessionRowId},
};
use coachbook_vault::{Make, Vault};

use super::session_frame;
use crate::wire::{
    self, CommandError,
    notes::{KeptNote, SavedRow},
    prep::Revision,
};

/// Name of the editor whose half-typed words a kept line takes the place of.
const WRITING_LINE: &str = "line";

/// What a line is made into.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Made {
    Action,
    Insight,
    Strength,
    Resource,
    Skill,
}

/// Reads what a line is to be made into.
pub(crate) fn made_row(make: &str) -> Result<Made, CommandError> {
    Ok(match make {
        "action" => Made::Action,
        "insight" => Made::Insight,
        "strength" => Made::Strength,
        "resource" => Made::Resource,
        "skill" => Made::Skill,
        _ => return Err(CommandError::malformed()),
    })
}

impl Made {
    /// The row with the words of a line. The end of an action's words may say when.
    fn row(self, note: &NoteDraft, base: Option<NaiveDate>) -> SessionRow {
        let text = note.text.as_str();
        match self {
            Made::Action => SessionRow::Action(action_of(note, base)),
            Made::Insight => SessionRow::Insight(Insight {
                topic_id: note.topic_id,
                in_client_words: note.in_client_words,
                ..Insight::of(text)
            }),
            Made::Strength => SessionRow::Strength(Strength::of(text)),
            Made::Resource => SessionRow::Resource(Resource::of(text)),
            Made::Skill => SessionRow::Skill(DevelopmentArea::of(text)),
        }
    }
}

fn action_of(note: &NoteDraft, base: Option<NaiveDate>) -> Action {
    let whole = (note.text.clone(), Due::none());
    let (what, due) = base.map_or(whole, |base| date_words::split_action(&note.text, base, Weekday::Mon));
    Action { topic_id: note.topic_id, due, ..Action::of(&what) }
}

/// Keeps a line, and returns the small lists too when something was made of it.
pub(crate) fn kept_note(
    vault: &mut Vault,
    session: SessionId,
    uid: &Uid,
    draft: &NoteDraft,
    make: Option<Made>,
) -> Result<KeptNote, CommandError> {
    let base = if make.is_some() { vault.sessions().frame(session)?.session.base_date() } else { None };
    let row = make.and_then(|made| match made.row(draft, base) {
        SessionRow::Action(row) => Some(Make::Action(row)),
        SessionRow::Insight(row) => Some(Make::Insight(row)),
        SessionRow::Strength(row) => Some(Make::Strength(row)),
        SessionRow::Resource(row) => Some(Make::Resource(row)),
        SessionRow::Skill(row) => Some(Make::Skill(row)),
        _ => None,
    });
    let kept = vault.notes().keep(session, uid, draft, Some(WRITING_LINE), row)?;
    let frame = if kept.made.is_empty() { None } else { Some(session_frame(vault, session)?) };
    Ok(KeptNote { note: kept.note.into(), frame })
}

/// Puts beside each line how many earlier wordings it has.
pub(super) fn with_earlier(
    vault: &mut Vault,
    session: SessionId,
    notes: Vec<Note>,
) -> Result<Vec<wire::notes::Note>, CommandError> {
    let revised = vault.notes().revised(session)?;
    let earlier = |id| revised.iter().find(|(note, _)| *note == id).map_or(0, |(_, count)| *count);
    Ok(notes.into_iter().map(|note| wire::notes::Note { earlier: earlier(note.id), ..note.into() }).collect())
}

/// Saves a changed line.
pub(crate) fn noted_again(
    vault: &mut Vault,
    id: NoteId,
    rev: i64,
    draft: &NoteDraft,
) -> Result<KeptNote, CommandError> {
    let note = vault.notes().edit(id, rev, draft)?;
    let earlier = u32::try_from(revisions(vault, id)?.len()).unwrap_or(u32::MAX);
    Ok(KeptNote { note: wire::notes::Note { earlier, ..note.into() }, frame: None })
}

/// Returns what a line said before, oldest first, without what it says now. A line that was left out says nothing.
pub(crate) fn revisions(vault: &mut Vault, id: NoteId) -> Result<Vec<Revision>, CommandError> {
    let earlier = vault.notes().revisions(id)?;
    Ok(earlier.into_iter().map(|(at, text)| Revision { at: wire::moment(at), text }).collect())
}

/// Makes a row of a line that is already kept.
pub(crate) fn row_made_from_note(vault: &mut Vault, id: NoteId, make: Made) -> Result<SavedRow, CommandError> {
    let (session, note) = vault.notes().get(id)?;
    let base = vault.sessions().frame(session)?.session.base_date();
    let row = vault.notes().make_row(id, &make.row(&note.fields, base))?;
    Ok(SavedRow { id: number(row), frame: session_frame(vault, session)? })
}

/// Saves a row of a session.
pub(crate) fn save_row(
    vault: &mut Vault,
    session: SessionId,
    row: wire::sessions::SessionRow,
) -> Result<SavedRow, CommandError> {
    let row = match row {
        wire::sessions::SessionRow::Action(action) => SessionRow::Action(dated(vault, session, *action)?),
        other => plain_row(other)?,
    };
    let id = vault.sessions().save_row(session, &row)?;
    Ok(SavedRow { id: number(id), frame: session_frame(vault, session)? })
}

fn plain_row(row: wire::sessions::SessionRow) -> Result<SessionRow, CommandError> {
    use wire::sessions::SessionRow as Wire;
    Ok(match row {
        Wire::Topic(row) => SessionRow::Topic(row.try_into()?),
        Wire::Focus(row) => SessionRow::Focus(row.try_into()?),
        Wire::Measure(row) => SessionRow::Measure(row.try_into()?),
        Wire::Insight(row) => SessionRow::Insight(row.try_into()?),
        Wire::Strength(row) => SessionRow::Strength(row.try_into()?),
        Wire::Resource(row) => SessionRow::Resource(row.try_into()?),
        Wire::Skill(row) => SessionRow::Skill(row.try_into()?),
        Wire::Action(row) => SessionRow::Action((*row).try_into()?),
        Wire::Accountability(row) => SessionRow::Accountability(row.try_into()?),
        Wire::FollowUp(row) => SessionRow::FollowUp(row.try_into()?),
        Wire::Person(row) => SessionRow::Person(row.try_into()?),
        Wire::Consent(row) => SessionRow::Consent((*row).try_into()?),
    })
}

/// Reads the date of an action from its words: from `due_text`, else from the end of `what`, else the given date holds.
fn dated(vault: &mut Vault, session: SessionId, wire: wire::results::Action) -> Result<Action, CommandError> {
    let (given, words) = (wire.due.is_some(), wire.due_text.clone().filter(|words| !words.trim().is_empty()));
    let mut action: Action = wire.try_into()?;
    let Some(base) = vault.sessions().frame(session)?.session.base_date() else { return Ok(action) };
    if let Some(words) = words {
        action.due = date_words::read(&words, base, Weekday::Mon).unwrap_or(Due {
            // Words that name no day are kept as words; no day is ever guessed.
            text: Some(words),
            ..Due::none()
        });
    } else if !given {
        (action.what, action.due) = date_words::split_action(&action.what, base, Weekday::Mon);
    }
    Ok(action)
}

/// Reads date words from the session's day.
pub(crate) fn read_words(
    vault: &mut Vault,
    session: SessionId,
    words: &str,
) -> Result<Option<wire::results::Due>, CommandError> {
    let base = vault.sessions().frame(session)?.session.base_date();
    Ok(base.and_then(|base| date_words::read(words, base, Weekday::Mon)).map(Into::into))
}

/// Names a row by its kind and number.
pub(crate) fn row_id(kind: &str, id: i64) -> Result<SessionRowId, CommandError> {
    Ok(match kind {
        "topic" => SessionRowId::Topic(TopicId(id)),
        "focus" => SessionRowId::Focus(FocusLineId(id)),
        "measure" => SessionRowId::Measure(MeasureId(id)),
        "insight" => SessionRowId::Insight(InsightId(id)),
        "strength" => SessionRowId::Strength(StrengthId(id)),
        "resource" => SessionRowId::Resource(ResourceId(id)),
        "skill" => SessionRowId::Skill(DevelopmentAreaId(id)),
        "action" => SessionRowId::Action(ActionId(id)),
        "accountability" => SessionRowId::Accountability(AccountabilityId(id)),
        "followUp" => SessionRowId::FollowUp(FollowUpId(id)),
        "person" => SessionRowId::Person(PersonId(id)),
        "consent" => SessionRowId::Consent(ConsentId(id)),
        _ => return Err(CommandError::malformed()),
    })
}

fn number(row: SessionRowId) -> i64 {
    match row {
        SessionRowId::Topic(id) => id.0,
        SessionRowId::Focus(id) => id.0,
        SessionRowId::Measure(id) => id.0,
        SessionRowId::Insight(id) => id.0,
        SessionRowId::Strength(id) => id.0,
        SessionRowId::Resource(id) => id.0,
        SessionRowId::Skill(id) => id.0,
        SessionRowId::Action(id) => id.0,
        SessionRowId::Accountability(id) => id.0,
        SessionRowId::FollowUp(id) => id.0,
        SessionRowId::Person(id) => id.0,
        SessionRowId::Consent(id) => id.0,
    }
}
