//! What was promised: actions, who will know, and what happens next.

use coachbook_core::{
    AccountabilityId, ActionId, FollowUpId, SessionId, TopicId,
    results::{Accountability, AccountabilityKind, Action, ActionStatus, Due, DueKind, FollowUp, Owner},
};
use rusqlite::{Result, Row};

use super::gains::{read_note, read_visibility};
use crate::store::{Answer, Stored, Tx, day, required_keyed};

pub(crate) fn save_action(tx: &mut Tx<'_>, session: SessionId, action: &Action) -> Answer<ActionId> {
    tx.save(
        action.id.map(|id| id.0),
        include_str!("action/save.sql"),
        &[
            (":session", &session.0),
            (":topic_id", &action.topic_id.map(|id| id.0)),
            (":what", &action.what),
            (":wording", &action.wording),
            (":due_kind", &action.due.kind.key()),
            (":due_text", &action.due.text),
            (":due_from", &Stored::Day(action.due.from)),
            (":due_date", &Stored::Day(action.due.date)),
            (":due_read_from_words", &action.due.read_from_words),
            (":after_action_id", &action.after_action_id.map(|id| id.0)),
            (":support", &action.support),
            (":success_sign", &action.success_sign),
            (":obstacle", &action.obstacle),
            (":from_note_id", &action.from_note_id.map(|id| id.0)),
            (":status", &action.status.key()),
            (":visibility", &action.visibility.key()),
        ],
    )
    .map(ActionId)
}

pub(crate) fn read_action(row: &Row<'_>) -> Result<Action> {
    Ok(Action {
        id: Some(ActionId(row.get("id")?)),
        topic_id: row.get::<_, Option<i64>>("topic_id")?.map(TopicId),
        what: row.get("what")?,
        wording: row.get("wording")?,
        due: read_due(row)?,
        after_action_id: row.get::<_, Option<i64>>("after_action_id")?.map(ActionId),
        support: row.get("support")?,
        success_sign: row.get("success_sign")?,
        obstacle: row.get("obstacle")?,
        from_note_id: read_note(row)?,
        status: required_keyed(row, "status", ActionStatus::from_key)?,
        visibility: read_visibility(row)?,
    })
}

pub(crate) fn read_due(row: &Row<'_>) -> Result<Due> {
    Ok(Due {
        kind: required_keyed(row, "due_kind", DueKind::from_key)?,
        text: row.get("due_text")?,
        from: day(row, "due_from")?,
        date: day(row, "due_date")?,
        read_from_words: row.get("due_read_from_words")?,
    })
}

pub(crate) fn save_accountability(
    tx: &mut Tx<'_>,
    session: SessionId,
    accountability: &Accountability,
) -> Answer<AccountabilityId> {
    let id = tx.save(
        accountability.id.map(|id| id.0),
        include_str!("accountability/save.sql"),
        &[
            (":session", &session.0),
            (":kind", &accountability.kind.key()),
            (":who", &accountability.who),
            (":how", &accountability.how),
            (":how_often", &accountability.how_often),
            (":visibility", &accountability.visibility.key()),
        ],
    )?;
    tx.run(include_str!("accountability/uncover_all.sql"), &[(":id", &id)])?;
    for action in &accountability.actions {
        tx.run(include_str!("accountability/cover.sql"), &[(":id", &id), (":action", &action.0)])?;
    }
    Ok(AccountabilityId(id))
}

/// Reads a row whose `actions` column holds the numbers of the covered actions, parted by commas.
pub(crate) fn read_accountability(row: &Row<'_>) -> Result<Accountability> {
    let actions: String = row.get("actions")?;
    Ok(Accountability {
        id: Some(AccountabilityId(row.get("id")?)),
        kind: required_keyed(row, "kind", AccountabilityKind::from_key)?,
        who: row.get("who")?,
        how: row.get("how")?,
        how_often: row.get("how_often")?,
        actions: actions.split(',').filter_map(|id| id.parse().ok().map(ActionId)).collect(),
        visibility: read_visibility(row)?,
    })
}

pub(crate) fn save_follow_up(tx: &mut Tx<'_>, session: SessionId, follow_up: &FollowUp) -> Answer<FollowUpId> {
    tx.save(
        follow_up.id.map(|id| id.0),
        include_str!("follow_up/save.sql"),
        &[
            (":session", &session.0),
            (":owner", &follow_up.owner.key()),
            (":what", &follow_up.what),
            (":due_date", &Stored::Day(follow_up.due_date)),
            (":done", &follow_up.done),
            (":visibility", &follow_up.visibility.key()),
        ],
    )
    .map(FollowUpId)
}

pub(crate) fn read_follow_up(row: &Row<'_>) -> Result<FollowUp> {
    Ok(FollowUp {
        id: Some(FollowUpId(row.get("id")?)),
        owner: required_keyed(row, "owner", Owner::from_key)?,
        what: row.get("what")?,
        due_date: day(row, "due_date")?,
        done: row.get("done")?,
        visibility: read_visibility(row)?,
    })
}
