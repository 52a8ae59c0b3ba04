//! Which questions were used in a session. Off until the coach switches it on.

use coachbook_core::{SessionId, question::QuestionUse};
use rusqlite::Connection;

use crate::store::{Answer, Tx, all, required_moment};

pub(super) fn log_use(tx: &mut Tx<'_>, session: SessionId, key: Option<&str>, intent: &str) -> Answer<bool> {
    if !super::settings(tx.sql)?.log_uses {
        return Ok(false);
    }
    tx.change(include_str!("log.sql"), &[(":session", &session.0), (":key", &key), (":intent", &intent)])?;
    Ok(true)
}

pub(super) fn uses(sql: &Connection, session: SessionId) -> Answer<Vec<QuestionUse>> {
    all(sql, include_str!("uses.sql"), &[(":session", &session.0)], |row| {
        Ok(QuestionUse {
            key: row.get("key")?,
            intent: row.get("intent")?,
            model: row.get("model")?,
            phase: row.get("phase")?,
            at: required_moment(row, "at")?,
        })
    })
}
