//! Questions the coach wrote.

use coachbook_core::question::{OwnQuestion, Question};
use rusqlite::Connection;

use crate::{
    error::VaultError,
    store::{Answer, Named, Tx, all, one},
};

/// What the key of an own question begins with; the rest is its uid.
const OWN: &str = "own-";

pub(super) fn list(sql: &Connection) -> Answer<Vec<Question>> {
    all(sql, include_str!("own.sql"), &[], |row| {
        let uid: String = row.get("uid")?;
        Ok(Question {
            key: format!("{OWN}{uid}"),
            phase: row.get("phase")?,
            intent: row.get("intent")?,
            text: row.get("text")?,
            statement: false,
            own: true,
        })
    })
}

pub(super) fn save(tx: &mut Tx<'_>, key: Option<&str>, question: &OwnQuestion) -> Answer<String> {
    let values: Named<'_> = &[(":phase", &question.phase), (":intent", &question.intent), (":text", &question.text)];
    if let Some(key) = key {
        let uid = uid_of(key)?;
        let mut with_uid = values.to_vec();
        with_uid.push((":own", &uid));
        tx.change(include_str!("update_own.sql"), &with_uid)?;
        return Ok(key.to_owned());
    }
    let id = tx.insert(include_str!("insert_own.sql"), values)?;
    let uid: String = one(tx.sql, include_str!("uid_of_row.sql"), &[(":id", &id)], |row| row.get(0))?;
    Ok(format!("{OWN}{uid}"))
}

pub(super) fn set_removed(tx: &mut Tx<'_>, key: &str, removed: bool) -> Answer<()> {
    tx.change(include_str!("set_removed.sql"), &[(":own", &uid_of(key)?), (":removed", &removed)])
}

/// Built-in questions are never written: a key that is not her own finds nothing.
fn uid_of(key: &str) -> Answer<&str> {
    key.strip_prefix(OWN).ok_or(VaultError::NotFound)
}
