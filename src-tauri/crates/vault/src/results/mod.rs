//! What sessions leave behind, seen across sessions: open actions and follow-ups.

pub(crate) mod gains;
pub(crate) mod promises;

use coachbook_core::{
    ActionId, ClientId, FollowUpId, SessionId,
    client::Person,
    results::{Action, ActionStatus, DevelopmentArea, Due, FollowUp, Resource, Strength},
};
use rusqlite::Connection;

use crate::{
    clients::people::read_person,
    store::{Answer, Named, Stored, Tx, Vault, all, one},
};

/// An action with the client it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientAction {
    /// The client.
    pub client_id: ClientId,
    /// Name as it stands in lists.
    pub display_name: String,
    /// The session it was born in.
    pub session_id: SessionId,
    /// The action.
    pub action: Action,
}

/// What a client has gained over all sessions, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gains {
    /// Strengths that were named.
    pub strengths: Vec<Strength>,
    /// What worked before.
    pub resources: Vec<Resource>,
    /// Skills to build.
    pub skills: Vec<DevelopmentArea>,
    /// The people the client speaks of.
    pub people: Vec<Person>,
}

/// What can be asked about results.
pub struct Results<'a>(pub(crate) &'a mut Vault);

impl Results<'_> {
    /// Returns the open actions of a client, of all sessions, those with a date first.
    pub fn open_actions(&self, client: ClientId) -> Answer<Vec<ClientAction>> {
        open_actions(self.0.read(), Some(client))
    }

    /// Returns the open actions of every client, those with a date first.
    pub fn all_open_actions(&self) -> Answer<Vec<ClientAction>> {
        open_actions(self.0.read(), None)
    }

    /// Returns what a client has gained over all sessions.
    pub fn gains(&self, client: ClientId) -> Answer<Gains> {
        let (sql, of): (_, Named<'_>) = (self.0.read(), &[(":client", &client.0)]);
        Ok(Gains {
            strengths: all(sql, include_str!("strength/of_client.sql"), of, gains::read_strength)?,
            resources: all(sql, include_str!("resource/of_client.sql"), of, gains::read_resource)?,
            skills: all(sql, include_str!("skill/of_client.sql"), of, gains::read_skill)?,
            people: all(sql, include_str!("../clients/person/of_client.sql"), of, read_person)?,
        })
    }

    /// Returns what was promised between client and coach and is not done yet, those with a date first.
    pub fn open_follow_ups(&self, client: ClientId) -> Answer<Vec<FollowUp>> {
        let sql = include_str!("follow_up/open_of_client.sql");
        all(self.0.read(), sql, &[(":client", &client.0)], promises::read_follow_up)
    }

    /// Returns one action.
    pub fn action(&self, id: ActionId) -> Answer<Action> {
        one(self.0.read(), include_str!("action/get.sql"), &[(":id", &id.0)], promises::read_action)
    }

    /// Sets where an action stands.
    pub fn set_action_status(&mut self, id: ActionId, status: ActionStatus) -> Answer<()> {
        let sql = include_str!("action/set_status.sql");
        self.0.write(|tx| tx.change(sql, &[(":id", &id.0), (":status", &status.key())]))
    }

    /// Notes whether a follow-up is done.
    pub fn set_follow_up_done(&mut self, id: FollowUpId, done: bool) -> Answer<()> {
        let sql = include_str!("follow_up/set_done.sql");
        self.0.write(|tx| tx.change(sql, &[(":id", &id.0), (":done", &done)]))
    }
}

fn open_actions(sql: &Connection, client: Option<ClientId>) -> Answer<Vec<ClientAction>> {
    all(sql, include_str!("action/open.sql"), &[(":client", &client.map(|id| id.0))], |row| {
        Ok(ClientAction {
            client_id: ClientId(row.get("client_id")?),
            display_name: row.get("display_name")?,
            session_id: SessionId(row.get("session_id")?),
            action: promises::read_action(row)?,
        })
    })
}

pub(crate) fn with_due_words(sql: &Connection, session: SessionId) -> Answer<Vec<Action>> {
    all(sql, include_str!("action/with_due_words.sql"), &[(":session", &session.0)], promises::read_action)
}

pub(crate) fn save_due(tx: &mut Tx<'_>, action: ActionId, due: &Due) -> Answer<()> {
    tx.change(
        include_str!("action/save_due.sql"),
        &[
            (":id", &action.0),
            (":due_kind", &due.kind.key()),
            (":due_text", &due.text),
            (":due_from", &Stored::Day(due.from)),
            (":due_date", &Stored::Day(due.date)),
            (":due_read_from_words", &due.read_from_words),
        ],
    )
}
