//! One door each for saving, removing and restoring whatever is kept beside the notes.

use coachbook_core::{
    SessionId,
    session::{SessionRow, SessionRowId},
};
use rusqlite::{Connection, Row};

use super::focus::{read_focus, read_measure, read_topic, save_focus, save_measure, save_topic};
use crate::{
    clients::people::{read_consent, read_person, save_consent, save_person},
    results::{gains, promises},
    store::{Answer, Tx, all},
};

/// Saves one row of a session: inserts it at the end, or changes the one that has its number.
pub(crate) fn save_row(tx: &mut Tx<'_>, session: SessionId, row: &SessionRow) -> Answer<SessionRowId> {
    match row {
        SessionRow::Topic(row) => save_topic(tx, session, row).map(SessionRowId::Topic),
        SessionRow::Focus(row) => save_focus(tx, session, row).map(SessionRowId::Focus),
        SessionRow::Measure(row) => save_measure(tx, session, row).map(SessionRowId::Measure),
        SessionRow::Insight(row) => gains::save_insight(tx, session, row).map(SessionRowId::Insight),
        SessionRow::Strength(row) => gains::save_strength(tx, session, row).map(SessionRowId::Strength),
        SessionRow::Resource(row) => gains::save_resource(tx, session, row).map(SessionRowId::Resource),
        SessionRow::Skill(row) => gains::save_skill(tx, session, row).map(SessionRowId::Skill),
        SessionRow::Action(row) => promises::save_action(tx, session, row).map(SessionRowId::Action),
        SessionRow::Accountability(row) => {
            promises::save_accountability(tx, session, row).map(SessionRowId::Accountability)
        }
        SessionRow::FollowUp(row) => promises::save_follow_up(tx, session, row).map(SessionRowId::FollowUp),
        SessionRow::Person(row) => save_person(tx, session, row).map(SessionRowId::Person),
        SessionRow::Consent(row) => save_consent(tx, session, row).map(SessionRowId::Consent),
    }
}

/// Removes a row, or takes the removal back.
pub(super) fn set_removed(tx: &mut Tx<'_>, session: SessionId, row: SessionRowId, removed: bool) -> Answer<()> {
    let (id, sql) = match row {
        SessionRowId::Topic(id) => (id.0, include_str!("topic/remove.sql")),
        SessionRowId::Focus(id) => (id.0, include_str!("focus/remove.sql")),
        SessionRowId::Measure(id) => (id.0, include_str!("measure/remove.sql")),
        SessionRowId::Insight(id) => (id.0, include_str!("../results/insight/remove.sql")),
        SessionRowId::Strength(id) => (id.0, include_str!("../results/strength/remove.sql")),
        SessionRowId::Resource(id) => (id.0, include_str!("../results/resource/remove.sql")),
        SessionRowId::Skill(id) => (id.0, include_str!("../results/skill/remove.sql")),
        SessionRowId::Action(id) => (id.0, include_str!("../results/action/remove.sql")),
        SessionRowId::Accountability(id) => (id.0, include_str!("../results/accountability/remove.sql")),
        SessionRowId::FollowUp(id) => (id.0, include_str!("../results/follow_up/remove.sql")),
        SessionRowId::Person(id) => (id.0, include_str!("../clients/person/remove.sql")),
        SessionRowId::Consent(id) => (id.0, include_str!("../clients/consent/remove.sql")),
    };
    tx.change(sql, &[(":id", &id), (":session", &session.0), (":removed", &removed)])
}

/// The lists of a session's frame.
pub(super) struct Rows<'a> {
    pub(super) sql: &'a Connection,
    pub(super) session: SessionId,
}

macro_rules! lists {
    ($($name:ident -> $kind:ty = $file:literal, $read:path;)+) => { $(
        pub(super) fn $name(&self) -> Answer<Vec<$kind>> {
            self.list(include_str!($file), $read)
        }
    )+ };
}

impl Rows<'_> {
    lists! {
        topics -> coachbook_core::session::Topic = "topic/list.sql", read_topic;
        focus -> coachbook_core::session::FocusLine = "focus/list.sql", read_focus;
        measures -> coachbook_core::session::Measure = "measure/list.sql", read_measure;
        insights -> coachbook_core::results::Insight = "../results/insight/list.sql", gains::read_insight;
        strengths -> coachbook_core::results::Strength = "../results/strength/list.sql", gains::read_strength;
        resources -> coachbook_core::results::Resource = "../results/resource/list.sql", gains::read_resource;
        skills -> coachbook_core::results::DevelopmentArea = "../results/skill/list.sql", gains::read_skill;
        actions -> coachbook_core::results::Action = "../results/action/list.sql", promises::read_action;
        accountability -> coachbook_core::results::Accountability
            = "../results/accountability/list.sql", promises::read_accountability;
        follow_ups -> coachbook_core::results::FollowUp = "../results/follow_up/list.sql", promises::read_follow_up;
        people -> coachbook_core::client::Person = "../clients/person/list.sql", read_person;
        consents -> coachbook_core::consent::Consent = "../clients/consent/list.sql", read_consent;
    }

    fn list<T>(&self, query: &str, read: fn(&Row<'_>) -> rusqlite::Result<T>) -> Answer<Vec<T>> {
        all(self.sql, query, &[(":session", &self.session.0)], read)
    }
}
