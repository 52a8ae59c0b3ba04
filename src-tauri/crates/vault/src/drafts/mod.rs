//! Half-typed words, one row an editor, safe before they are kept.

use coachbook_core::{SessionId, session::Draft};
use rusqlite::Connection;

use crate::store::{Answer, Named, Tx, Vault, all, maybe};

/// What can be asked about half-typed words.
pub struct Drafts<'a>(pub(crate) &'a mut Vault);

impl Drafts<'_> {
    /// Keeps the words of an editor, of a session or of none. No words clear it.
    pub fn save(&mut self, session: impl Into<Option<SessionId>>, editor: &str, text: &str) -> Answer<()> {
        let session = session.into();
        self.0.write(|tx| {
            if text.is_empty() {
                return clear(tx, session, editor);
            }
            let values: Named<'_> = &[(":session", &session.map(|id| id.0)), (":editor", &editor), (":text", &text)];
            tx.change(include_str!("save.sql"), values)
        })
    }

    /// Returns the words of an editor; none when there are none.
    pub fn get(&self, session: impl Into<Option<SessionId>>, editor: &str) -> Answer<Option<String>> {
        let session = session.into().map(|id| id.0);
        let values: Named<'_> = &[(":session", &session), (":editor", &editor)];
        maybe(self.0.read(), include_str!("get.sql"), values, |row| row.get(0))
    }

    /// Empties an editor.
    pub fn clear(&mut self, session: impl Into<Option<SessionId>>, editor: &str) -> Answer<()> {
        let session = session.into();
        self.0.write(|tx| clear(tx, session, editor))
    }
}

pub(crate) fn clear(tx: &mut Tx<'_>, session: Option<SessionId>, editor: &str) -> Answer<()> {
    tx.run(include_str!("clear.sql"), &[(":session", &session.map(|id| id.0)), (":editor", &editor)])?;
    Ok(())
}

pub(crate) fn of_session(sql: &Connection, session: SessionId) -> Answer<Vec<Draft>> {
    all(sql, include_str!("of_session.sql"), &[(":session", &session.0)], |row| {
        Ok(Draft { editor: row.get("editor")?, text: row.get("text")? })
    })
}
