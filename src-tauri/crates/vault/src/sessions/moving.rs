//! A session begun with the wrong client: given to the right one with everything in it, and back.

use chrono::{DateTime, Utc};
use coachbook_core::{EngagementId, SessionId, session::Session};

use super::{course::plan, read::session};
use crate::{
    engagements,
    error::VaultError,
    questions,
    store::{Answer, Stored, Tx, maybe, required_moment},
};

/// What goes with a session: every table whose rows name both a session and a client.
pub(super) const ROWS: [(&str, &str); 16] = [
    ("session_check", include_str!("move/session_check.sql")),
    ("topic", include_str!("move/topic.sql")),
    ("focus_line", include_str!("move/focus_line.sql")),
    ("measure", include_str!("move/measure.sql")),
    ("note", include_str!("move/note.sql")),
    ("insight", include_str!("move/insight.sql")),
    ("strength", include_str!("move/strength.sql")),
    ("resource", include_str!("move/resource.sql")),
    ("development_area", include_str!("move/development_area.sql")),
    ("action", include_str!("move/action.sql")),
    ("accountability", include_str!("move/accountability.sql")),
    ("follow_up", include_str!("move/follow_up.sql")),
    ("consent", include_str!("move/consent.sql")),
    ("paper", include_str!("move/paper.sql")),
    ("person", include_str!("move/person.sql")),
    ("question_aside", include_str!("move/question_aside.sql")),
];

/// What ties a session's rows to rows of other sessions of the same client: how it is remembered, loosened, tied again.
const THREADS: [Thread; 3] = [
    Thread {
        keep: include_str!("move/keep_topic.sql"),
        loosen: include_str!("move/loosen_topic.sql"),
        tie: include_str!("move/tie_topic.sql"),
    },
    Thread {
        keep: include_str!("move/keep_action.sql"),
        loosen: include_str!("move/loosen_action.sql"),
        tie: include_str!("move/tie_action.sql"),
    },
    Thread {
        keep: include_str!("move/keep_accountability.sql"),
        loosen: include_str!("move/loosen_accountability.sql"),
        tie: include_str!("move/tie_accountability.sql"),
    },
];

struct Thread {
    keep: &'static str,
    loosen: &'static str,
    tie: &'static str,
}

/// The last time the session was given to another client.
struct LastMove {
    id: i64,
    moved_at: DateTime<Utc>,
    from: EngagementId,
    plan: Option<i64>,
}

/// Gives a session to `engagement`. Given back to where it came from, nothing is left of the move.
pub(super) fn move_to(tx: &mut Tx<'_>, id: SessionId, engagement: EngagementId) -> Answer<Session> {
    let moved = session(tx.sql, id)?;
    if moved.engagement_id == engagement {
        return Ok(moved);
    }
    if !moved.may_change_client(tx.now) {
        return Err(VaultError::DayOver);
    }
    engagements::engagement(tx.sql, engagement)?;
    match last_move(tx, id)?.filter(|last| last.from == engagement) {
        Some(last) => {
            carry(tx, id, engagement)?;
            take_back(tx, id, &last)?;
        }
        None => {
            record(tx, &moved, engagement)?;
            carry(tx, id, engagement)?;
        }
    }
    session(tx.sql, id)
}

/// Moves the session and its rows; the index of words follows by itself.
fn carry(tx: &mut Tx<'_>, id: SessionId, engagement: EngagementId) -> Answer<()> {
    tx.change(include_str!("move/session.sql"), &[(":session", &id.0), (":engagement", &engagement.0)])?;
    for (_, rows) in ROWS {
        tx.run(rows, &[(":session", &id.0), (":engagement", &engagement.0)])?;
    }
    for thread in &THREADS {
        tx.run(thread.loosen, &[(":session", &id.0)])?;
    }
    // It is the right client's next session now.
    questions::bring(tx, id)
}

/// Notes the move with what it will loosen, and puts the plan it was begun from back into the calendar of the client it was made with.
fn record(tx: &mut Tx<'_>, moved: &Session, to: EngagementId) -> Answer<()> {
    let planned = match moved.planned_at {
        Some(at) => Some(plan(tx, moved.engagement_id, Some(at), moved.zone, moved.planned_minutes)?.0),
        None => None,
    };
    set_planned_at(tx, moved.id, None)?;
    let noted = tx.insert(
        include_str!("move/record.sql"),
        &[(":session", &moved.id.0), (":from", &moved.engagement_id.0), (":to", &to.0), (":plan", &planned)],
    )?;
    for thread in &THREADS {
        tx.run(thread.keep, &[(":move", &noted), (":session", &moved.id.0)])?;
    }
    Ok(())
}

fn take_back(tx: &mut Tx<'_>, id: SessionId, last: &LastMove) -> Answer<()> {
    tx.run(include_str!("move/person_back.sql"), &[(":session", &id.0), (":moved_at", &Stored::from(last.moved_at))])?;
    if let Some(plan) = last.plan {
        let planned = session(tx.sql, SessionId(plan)).ok().and_then(|plan| plan.planned_at);
        if tx.run(include_str!("move/drop_plan.sql"), &[(":plan", &plan)])? > 0 {
            set_planned_at(tx, id, planned)?;
        }
    }
    for thread in &THREADS {
        tx.run(thread.tie, &[(":move", &last.id)])?;
    }
    tx.change(include_str!("move/take_back.sql"), &[(":id", &last.id)])
}

fn set_planned_at(tx: &mut Tx<'_>, id: SessionId, at: Option<DateTime<Utc>>) -> Answer<()> {
    tx.change(include_str!("move/set_planned_at.sql"), &[(":session", &id.0), (":planned_at", &Stored::Moment(at))])
}

fn last_move(tx: &Tx<'_>, id: SessionId) -> Answer<Option<LastMove>> {
    maybe(tx.sql, include_str!("move/last.sql"), &[(":session", &id.0)], |row| {
        Ok(LastMove {
            id: row.get("id")?,
            moved_at: required_moment(row, "created_at")?,
            from: EngagementId(row.get("from_engagement")?),
            plan: row.get("plan_id")?,
        })
    })
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, env, fs, process};

    use chrono_tz::UTC;
    use coachbook_core::session::SessionRow;
    use coachbook_core::{Uid, client::ClientDraft, engagement::EngagementDraft, note::NoteDraft, results::Action};

    use super::*;
    use crate::{BookId, BookPlaces, Make, RandomUids, StartFrom, SystemClock, Vault};

    /// Words in the index that stand under a client.
    fn found(vault: &Vault, client: i64) -> Vec<String> {
        let mut words = vault
            .read()
            .prepare("SELECT kind FROM search_text WHERE search_text MATCH 'quokka' AND client_id = ?1 ORDER BY kind")
            .unwrap();
        words.query_map([client], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    #[test]
    fn the_index_of_words_follows_a_session_to_its_client() {
        let folder = env::temp_dir().join(format!("coachbook-moving-{}", process::id()));
        let places = BookPlaces::new(folder.join("data"), folder.join("config"));
        let book = places.create_sample(BookId::from_bytes([3; 16]), "Test").unwrap();
        let mut vault = Vault::new(book, Box::new(SystemClock), Box::new(RandomUids));
        let mut add = |name: &str| {
            let client = vault.clients().save(None, None, &ClientDraft::named(name)).unwrap().id;
            (client.0, vault.engagements().save(client, None, None, &EngagementDraft::default()).unwrap().id)
        };
        let (wrong, right) = (add("Zofia"), add("Adam"));
        let id = vault.sessions().start(StartFrom::Engagement(wrong.1), UTC, 60).unwrap().session.id;
        let note = NoteDraft::plain("a quokka", "G", None);
        vault.notes().keep(id, &Uid("u-1".to_owned()), &note, None, Some(Make::action(&note))).unwrap();
        vault.sessions().save_row(id, &SessionRow::Action(Action::of("quokka again"))).unwrap();
        vault.sessions().set_for_next_time(id, Some("the quokka")).unwrap();
        vault.book().index_lines().unwrap();
        let all = ["action", "action", "note", "session"];
        assert_eq!(found(&vault, wrong.0), all, "a control: there is something to find");
        vault.sessions().move_to_client(id, right.1).unwrap();
        assert_eq!((found(&vault, wrong.0), found(&vault, right.0)), (vec![], all.map(str::to_owned).to_vec()));
        drop(vault);
        fs::remove_dir_all(folder).unwrap();
    }

    /// A table that is added one day and forgotten here would stay behind with the wrong client.
    #[test]
    fn everything_that_names_a_session_and_a_client_goes_along() {
        let sql = crate::engine::memory().unwrap();
        sql.execute_batch(include_str!("../../migrations/0001_initial.sql")).unwrap();
        let mut tables = sql
            .prepare(
                "SELECT m.name FROM sqlite_schema AS m
                 WHERE m.type = 'table'
                   AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'session_id')
                   AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'client_id')",
            )
            .unwrap();
        let tables: BTreeSet<String> = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let carried: BTreeSet<String> = ROWS.iter().map(|(table, _)| (*table).to_owned()).collect();
        assert_eq!(tables, carried);
        for (table, rows) in ROWS {
            assert!(rows.contains(&format!("UPDATE {table}\n")), "{table} is moved by a statement about another table");
        }
    }
}
