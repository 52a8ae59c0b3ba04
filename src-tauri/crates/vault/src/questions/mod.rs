//! What the coach makes of the question bank: her own questions, favourites, order, what is set aside for a client,
//! her words for phases, and, only if she switched it on, the log of uses. The bank itself comes with the program.

mod log;
mod own;

use coachbook_core::{
    SessionId,
    model::PhaseLabel,
    question::{Aside, Choices, Mark, OwnQuestion, Question, QuestionSettings, QuestionUse},
};
use rusqlite::Connection;

use crate::store::{Answer, OUT_OF_TURN, Tx, Vault, all, maybe, required_keyed};

/// What can be asked about questions.
pub struct Questions<'a>(pub(crate) &'a mut Vault);

impl Questions<'_> {
    /// Returns the coach's own questions, oldest first.
    pub fn own(&self) -> Answer<Vec<Question>> {
        own::list(self.0.read())
    }

    /// Saves an own question: a new one without a key, else the one with it. Returns its key.
    pub fn save_own(&mut self, key: Option<&str>, question: &OwnQuestion) -> Answer<String> {
        self.0.write(|tx| own::save(tx, key, question))
    }

    /// Removes an own question; it can be restored.
    pub fn remove_own(&mut self, key: &str) -> Answer<()> {
        self.0.write(|tx| own::set_removed(tx, key, true))
    }

    /// Takes the removal of an own question back.
    pub fn restore_own(&mut self, key: &str) -> Answer<()> {
        self.0.write(|tx| own::set_removed(tx, key, false))
    }

    /// Returns what the coach made of the bank, with what is set aside for the client of a session.
    pub fn choices(&self, session: Option<SessionId>) -> Answer<Choices> {
        let mut choices = marked(self.0.read())?;
        if let Some(session) = session {
            choices.aside = all(self.0.read(), include_str!("aside.sql"), &[(":session", &session.0)], |row| {
                Ok((row.get("key")?, required_keyed(row, "aside", Aside::from_key)?))
            })?;
        }
        Ok(choices)
    }

    /// Marks a question, or takes the mark away.
    pub fn mark(&mut self, key: &str, mark: Mark, on: bool) -> Answer<()> {
        let sql = match mark {
            Mark::Favourite => include_str!("favourite.sql"),
            Mark::Hidden => include_str!("hidden.sql"),
        };
        self.0.write(|tx| tx.change(sql, &[(":key", &key), (":on", &on)]))
    }

    /// Gives questions the order of `keys`; those of other parts of the bank keep theirs.
    pub fn order(&mut self, keys: &[String]) -> Answer<()> {
        self.0.write(|tx| {
            for (place, key) in (0_i64..).zip(keys) {
                tx.change(include_str!("place.sql"), &[(":key", key), (":place", &place)])?;
            }
            Ok(())
        })
    }

    /// Sets a question aside for the client of a session, or takes it back.
    pub fn set_aside(&mut self, session: SessionId, key: &str, aside: Option<Aside>) -> Answer<()> {
        match aside {
            // It became today's by the session's beginning, and by nothing else.
            Some(Aside::Today) => Err(OUT_OF_TURN),
            Some(scope) => self.0.write(|tx| {
                let values: [(&str, &dyn rusqlite::ToSql); 3] =
                    [(":session", &session.0), (":key", &key), (":scope", &scope.key())];
                tx.change(include_str!("set_aside.sql"), &values)
            }),
            None => self.0.write(|tx| {
                tx.run(include_str!("take_back.sql"), &[(":session", &session.0), (":key", &key)])?;
                Ok(())
            }),
        }
    }

    /// Returns how the questions behave; everything off before the coach said otherwise.
    pub fn settings(&self) -> Answer<QuestionSettings> {
        settings(self.0.read())
    }

    /// Saves how the questions behave.
    pub fn save_settings(&mut self, settings: &QuestionSettings) -> Answer<()> {
        self.0.write(|tx| {
            tx.change(
                include_str!("save_settings.sql"),
                &[
                    (":default_model", &settings.default_model),
                    (":log_uses", &settings.log_uses),
                    (":column_closed", &settings.column_closed),
                ],
            )
        })
    }

    /// Returns the coach's own words for phases.
    pub fn labels(&self) -> Answer<Vec<PhaseLabel>> {
        all(self.0.read(), include_str!("labels.sql"), &[], |row| {
            Ok(PhaseLabel { model: row.get("model")?, phase: row.get("phase")?, label: row.get("label")? })
        })
    }

    /// Gives a phase of a model another word; none brings the built-in one back.
    pub fn name_phase(&mut self, model: &str, phase: &str, label: Option<&str>) -> Answer<()> {
        self.0.write(|tx| match label {
            Some(label) => {
                let values: [(&str, &dyn rusqlite::ToSql); 3] =
                    [(":model", &model), (":phase", &phase), (":label", &label)];
                tx.change(include_str!("save_label.sql"), &values)
            }
            None => {
                tx.run(include_str!("drop_label.sql"), &[(":model", &model), (":phase", &phase)])?;
                Ok(())
            }
        })
    }

    /// Logs that a question was used, none being the bare *What else?*; only if the coach switched that on.
    /// Returns whether it was logged.
    pub fn log_use(&mut self, session: SessionId, key: Option<&str>, intent: &str) -> Answer<bool> {
        self.0.write(|tx| log::log_use(tx, session, key, intent))
    }

    /// Returns what was logged in a session, in order.
    pub fn uses(&self, session: SessionId) -> Answer<Vec<QuestionUse>> {
        log::uses(self.0.read(), session)
    }
}

/// Brings what was set aside for the next session into the one that begins.
pub(crate) fn bring(tx: &mut Tx<'_>, session: SessionId) -> Answer<()> {
    tx.run(include_str!("bring.sql"), &[(":session", &session.0)])?;
    Ok(())
}

fn marked(sql: &Connection) -> Answer<Choices> {
    let mut choices = Choices::default();
    let rows = all(sql, include_str!("choices.sql"), &[], |row| {
        let place: Option<i64> = row.get("place")?;
        Ok((row.get("key")?, row.get::<_, bool>("favourite")?, row.get::<_, bool>("hidden")?, place))
    })?;
    for (key, favourite, hidden, place) in rows {
        let key: String = key;
        if favourite {
            choices.favourites.push(key.clone());
        }
        if hidden {
            choices.hidden.push(key.clone());
        }
        if place.is_some() {
            choices.order.push(key);
        }
    }
    Ok(choices)
}

pub(super) fn settings(sql: &Connection) -> Answer<QuestionSettings> {
    let found = maybe(sql, include_str!("settings.sql"), &[], |row| {
        Ok(QuestionSettings {
            default_model: row.get("default_model")?,
            log_uses: row.get("log_uses")?,
            column_closed: row.get("column_closed")?,
        })
    })?;
    Ok(found.unwrap_or_default())
}
