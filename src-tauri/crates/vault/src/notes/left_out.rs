//! Leaving a line out, and wiping its words once the session is finished.

use coachbook_core::{NoteId, SessionId, session::SessionStatus};

use super::session_of;
use crate::{
    sessions::session,
    store::{Answer, Tx, all},
};

/// Leaves a line out. In a finished session there is nothing to wait for: its words go at once.
pub(super) fn leave_out(tx: &mut Tx<'_>, id: NoteId) -> Answer<()> {
    tx.change(include_str!("leave_out.sql"), &[(":id", &id.0)])?;
    let of = session_of(tx.sql, id)?;
    if session(tx.sql, of)?.status == SessionStatus::Completed {
        wipe_left_out(tx, of)?;
    }
    Ok(())
}

/// Wipes the words of every line left out of a session: from the line, its history and its editor. Search forgot them
/// when the line was left out.
pub(crate) fn wipe_left_out(tx: &mut Tx<'_>, session: SessionId) -> Answer<()> {
    let lines = all(tx.sql, include_str!("to_wipe.sql"), &[(":session", &session.0)], |row| row.get::<_, i64>(0))?;
    for id in lines {
        tx.run(include_str!("wipe_revisions.sql"), &[(":id", &id)])?;
        tx.run(include_str!("wipe_editor.sql"), &[(":id", &id)])?;
        tx.run(include_str!("wipe.sql"), &[(":id", &id)])?;
    }
    Ok(())
}
