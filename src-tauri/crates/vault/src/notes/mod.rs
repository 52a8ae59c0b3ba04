//! Notes: the lines kept during a session, and what is made from them in the same stroke.

mod left_out;

pub(crate) use left_out::wipe_left_out;

use chrono::{DateTime, Utc};
use coachbook_core::{
    ActionId, InsightId, NoteId, SessionId, TopicId, Uid,
    note::{BeliefStatus, Commitment, Note, NoteDraft, NoteKind, Visibility},
    results::{Action, DevelopmentArea, Insight, Resource, Strength},
    session::{SessionRow, SessionRowId, SessionStatus},
};
use rusqlite::{Connection, Row};

use crate::{
    drafts,
    error::VaultError,
    sessions::{save_row, session, session_time},
    store::{Answer, Named, Stored, Tx, Vault, all, keyed, maybe, one, required_keyed, required_moment},
};

/// A row to be made from a line as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Make {
    /// An action.
    Action(Action),
    /// An insight.
    Insight(Insight),
    /// A strength.
    Strength(Strength),
    /// Something that worked before and can be drawn on.
    Resource(Resource),
    /// A skill to build.
    Skill(DevelopmentArea),
}

impl Make {
    /// Returns an action with the words of `note`: shared, open and without a date.
    #[must_use]
    pub fn action(note: &NoteDraft) -> Self {
        Self::Action(Action { topic_id: note.topic_id, ..Action::of(&note.text) })
    }

    /// Returns a shared insight with the words of `note`.
    #[must_use]
    pub fn insight(note: &NoteDraft) -> Self {
        Self::Insight(Insight {
            topic_id: note.topic_id,
            in_client_words: note.in_client_words,
            ..Insight::of(&note.text)
        })
    }

    fn into_row(self) -> SessionRow {
        match self {
            Self::Action(action) => SessionRow::Action(action),
            Self::Insight(insight) => SessionRow::Insight(insight),
            Self::Strength(strength) => SessionRow::Strength(strength),
            Self::Resource(resource) => SessionRow::Resource(resource),
            Self::Skill(skill) => SessionRow::Skill(skill),
        }
    }
}

/// A line that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The line.
    pub note: Note,
    /// The rows made from it.
    pub made: Vec<SessionRowId>,
}

/// What can be asked about notes.
pub struct Notes<'a>(pub(crate) &'a mut Vault);

impl Notes<'_> {
    /// Keeps a line: the note, what is made from it and the emptied editor are stored together or not at all.
    ///
    /// `uid` is made by the editor, so that a second Enter on the same line finds the first and keeps nothing twice.
    pub fn keep(
        &mut self,
        session: SessionId,
        uid: &Uid,
        draft: &NoteDraft,
        clear_draft_editor: Option<&str>,
        make: Option<Make>,
    ) -> Answer<Kept> {
        self.0.write(|tx| {
            if let Some(id) = with_uid(tx.sql, uid)? {
                return Ok(Kept { note: note(tx.sql, id)?, made: made_from(tx.sql, id)? });
            }
            let id = insert(tx, session, uid, draft)?;
            let made = make.map(|make| save_row(tx, session, &make.into_row().made_from(id))).transpose()?;
            if let Some(editor) = clear_draft_editor {
                drafts::clear(tx, Some(session), editor)?;
            }
            Ok(Kept { note: note(tx.sql, id)?, made: made.into_iter().collect() })
        })
    }

    /// Changes a line. When it was changed since revision `rev` was read, nothing is stored and the answer is
    /// [`VaultError::Stale`].
    pub fn edit(&mut self, id: NoteId, rev: i64, draft: &NoteDraft) -> Answer<Note> {
        self.0.write(|tx| edit(tx, id, rev, draft))
    }

    /// Keeps the words of a line as they are now in its history; called when the coach leaves it.
    pub fn cut_revision(&mut self, id: NoteId) -> Answer<()> {
        self.0.write(|tx| cut_revision(tx, id))
    }

    /// Returns how many earlier wordings the lines of a session have; lines without one are not named.
    pub fn revised(&self, session: SessionId) -> Answer<Vec<(NoteId, u32)>> {
        all(self.0.read(), include_str!("revised.sql"), &[(":session", &session.0)], |row| {
            Ok((NoteId(row.get("note_id")?), row.get("earlier")?))
        })
    }

    /// Returns the earlier words of a line, oldest first, without what it says now; of one that was left out, nothing.
    pub fn revisions(&self, id: NoteId) -> Answer<Vec<(DateTime<Utc>, String)>> {
        all(self.0.read(), include_str!("revisions.sql"), &[(":id", &id.0)], |row| {
            Ok((required_moment(row, "created_at")?, row.get("text")?))
        })
    }

    /// Returns a line and the session it was kept in.
    pub fn get(&self, id: NoteId) -> Answer<(SessionId, Note)> {
        Ok((session_of(self.0.read(), id)?, note(self.0.read(), id)?))
    }

    /// Leaves a line out of the record. Its words are wiped when the session is finished.
    pub fn leave_out(&mut self, id: NoteId) -> Answer<()> {
        self.0.write(|tx| left_out::leave_out(tx, id))
    }

    /// Takes a line back that was left out; too late once the session is finished.
    pub fn restore(&mut self, id: NoteId) -> Answer<Note> {
        self.0.write(|tx| {
            tx.change(include_str!("restore.sql"), &[(":id", &id.0)])?;
            note(tx.sql, id)
        })
    }

    /// Returns the lines of a session that were left out and can still be taken back.
    pub fn left_out(&self, session: SessionId) -> Answer<Vec<Note>> {
        all(self.0.read(), include_str!("left_out.sql"), &[(":session", &session.0)], read_note)
    }

    /// Returns the newest `limit` lines before `before`, in the order they were kept.
    pub fn page(&self, session: SessionId, before: Option<NoteId>, limit: u32) -> Answer<Vec<Note>> {
        let before = before.map_or(i64::MAX, |id| id.0);
        page(self.0.read(), session, before, i64::from(limit))
    }

    /// Makes a row from a line, in the line's session.
    pub fn make_row(&mut self, id: NoteId, row: &SessionRow) -> Answer<SessionRowId> {
        self.0.write(|tx| {
            let session = session_of(tx.sql, id)?;
            save_row(tx, session, &row.clone().made_from(id))
        })
    }
}

fn insert(tx: &mut Tx<'_>, id: SessionId, uid: &Uid, draft: &NoteDraft) -> Answer<NoteId> {
    let (client, time) = session_time(tx.sql, id)?;
    let elapsed = time.elapsed_ms(tx.now);
    let draft = draft.clone().settled();
    let fields = Fields::of(&draft);
    let mut values = fields.named();
    values.push((":session", &id.0));
    values.push((":client_id", &client.0));
    values.push((":elapsed_ms", &elapsed));
    tx.run_as(uid, include_str!("insert.sql"), &values)?;
    Ok(NoteId(tx.sql.last_insert_rowid()))
}

fn edit(tx: &mut Tx<'_>, id: NoteId, rev: i64, draft: &NoteDraft) -> Answer<Note> {
    // After the session a line is written over as a whole, and what was written over is kept.
    let over = session(tx.sql, session_of(tx.sql, id)?)?.status != SessionStatus::InProgress;
    if over && note(tx.sql, id)?.fields.text != draft.text {
        cut_revision(tx, id)?;
    }
    let draft = draft.clone().settled();
    let fields = Fields::of(&draft);
    let mut values = fields.named();
    values.push((":id", &id.0));
    values.push((":seen", &rev));
    if tx.run(include_str!("edit.sql"), &values)? == 0 {
        // Answers NotFound by itself when the line is gone.
        note(tx.sql, id)?;
        return Err(VaultError::Stale);
    }
    note(tx.sql, id)
}

fn cut_revision(tx: &mut Tx<'_>, id: NoteId) -> Answer<()> {
    tx.run(include_str!("cut_revision.sql"), &[(":id", &id.0)])?;
    Ok(())
}

/// Moves the moments of lines kept while a session was held, together with the session.
pub(crate) fn shift(
    tx: &mut Tx<'_>,
    session: SessionId,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
    shift: &str,
) -> Answer<()> {
    let values: Named<'_> =
        &[(":session", &session.0), (":from", &Stored::from(from)), (":to", &Stored::from(to)), (":shift", &shift)];
    tx.run(include_str!("shift.sql"), values)?;
    Ok(())
}

pub(crate) fn of_session(sql: &Connection, session: SessionId) -> Answer<Vec<Note>> {
    page(sql, session, i64::MAX, -1)
}

fn page(sql: &Connection, session: SessionId, before: i64, limit: i64) -> Answer<Vec<Note>> {
    let values: Named<'_> = &[(":session", &session.0), (":before", &before), (":limit", &limit)];
    let mut notes = all(sql, include_str!("page.sql"), values, read_note)?;
    notes.reverse();
    Ok(notes)
}

fn note(sql: &Connection, id: NoteId) -> Answer<Note> {
    one(sql, include_str!("get.sql"), &[(":id", &id.0)], read_note)
}

fn session_of(sql: &Connection, id: NoteId) -> Answer<SessionId> {
    one(sql, include_str!("session_of.sql"), &[(":id", &id.0)], |row| row.get(0).map(SessionId))
}

fn with_uid(sql: &Connection, uid: &Uid) -> Answer<Option<NoteId>> {
    maybe(sql, include_str!("with_uid.sql"), &[(":uid", &uid.0)], |row| row.get(0).map(NoteId))
}

fn made_from(sql: &Connection, id: NoteId) -> Answer<Vec<SessionRowId>> {
    let mut made = all(sql, include_str!("actions_made.sql"), &[(":id", &id.0)], |row| {
        row.get(0).map(|id| SessionRowId::Action(ActionId(id)))
    })?;
    made.extend(all(sql, include_str!("insights_made.sql"), &[(":id", &id.0)], |row| {
        row.get(0).map(|id| SessionRowId::Insight(InsightId(id)))
    })?);
    Ok(made)
}

/// The fields of a note as they go into their columns.
struct Fields<'a> {
    draft: &'a NoteDraft,
    kind: &'static str,
    topic: Option<i64>,
    visibility: &'static str,
    belief: Stored,
    answers: Option<i64>,
    commitment: Stored,
}

impl<'a> Fields<'a> {
    fn of(draft: &'a NoteDraft) -> Self {
        Self {
            draft,
            kind: draft.kind.key(),
            topic: draft.topic_id.map(|id| id.0),
            visibility: draft.visibility.key(),
            belief: Stored::Key(draft.belief_status.map(BeliefStatus::key)),
            answers: draft.answers.map(|id| id.0),
            commitment: Stored::Key(draft.commitment.map(Commitment::key)),
        }
    }

    fn named(&self) -> Vec<(&str, &dyn rusqlite::ToSql)> {
        vec![
            (":text", &self.draft.text),
            (":model", &self.draft.model),
            (":phase", &self.draft.phase),
            (":kind", &self.kind),
            (":topic_id", &self.topic),
            (":in_client_words", &self.draft.in_client_words),
            (":visibility", &self.visibility),
            (":belief_status", &self.belief),
            (":answers", &self.answers),
            (":commitment", &self.commitment),
        ]
    }
}

fn read_note(row: &Row<'_>) -> rusqlite::Result<Note> {
    Ok(Note {
        id: NoteId(row.get("id")?),
        rev: row.get("rev")?,
        at: required_moment(row, "at")?,
        elapsed_ms: row.get("elapsed_ms")?,
        fields: NoteDraft {
            text: row.get("text")?,
            model: row.get("model")?,
            phase: row.get("phase")?,
            kind: required_keyed(row, "kind", NoteKind::from_key)?,
            topic_id: row.get::<_, Option<i64>>("topic_id")?.map(TopicId),
            in_client_words: row.get("in_client_words")?,
            visibility: required_keyed(row, "visibility", Visibility::from_key)?,
            belief_status: keyed(row, "belief_status", BeliefStatus::from_key)?,
            answers: row.get::<_, Option<i64>>("answers_note_id")?.map(NoteId),
            commitment: keyed(row, "commitment", Commitment::from_key)?,
        },
    })
}
