//! Topics, the focus for the day and success measures.

use coachbook_core::{
    FocusLineId, MeasureId, SessionId, TopicId,
    session::{AssessedBy, FocusLine, FocusSlot, Measure, MeasureResult, Standing, Topic, TopicStatus},
};
use rusqlite::{Result, Row};

use crate::store::{Answer, Stored, Tx, keyed, moment, required_keyed};

pub(super) fn save_topic(tx: &mut Tx<'_>, session: SessionId, topic: &Topic) -> Answer<TopicId> {
    tx.save(
        topic.id.map(|id| id.0),
        include_str!("topic/save.sql"),
        &[
            (":session", &session.0),
            (":title", &topic.title),
            (":short_name", &topic.short_name),
            (":status", &topic.status.key()),
            (":phase", &topic.phase),
            (":after_what_else", &topic.after_what_else),
            (":returned_at", &Stored::Moment(topic.returned_at)),
        ],
    )
    .map(TopicId)
}

pub(super) fn read_topic(row: &Row<'_>) -> Result<Topic> {
    Ok(Topic {
        id: Some(TopicId(row.get("id")?)),
        title: row.get("title")?,
        short_name: row.get("short_name")?,
        status: required_keyed(row, "status", TopicStatus::from_key)?,
        phase: row.get("phase")?,
        after_what_else: row.get("after_what_else")?,
        returned_at: moment(row, "returned_at")?,
    })
}

pub(super) fn save_focus(tx: &mut Tx<'_>, session: SessionId, line: &FocusLine) -> Answer<FocusLineId> {
    tx.save(
        line.id.map(|id| id.0),
        include_str!("focus/save.sql"),
        &[
            (":session", &session.0),
            (":slot", &line.slot.key()),
            (":text", &line.text),
            (":result", &line.standing.result.key()),
            (":evidence", &line.standing.evidence),
            (":assessed_by", &Stored::Key(line.standing.assessed_by.map(AssessedBy::key))),
        ],
    )
    .map(FocusLineId)
}

pub(super) fn read_focus(row: &Row<'_>) -> Result<FocusLine> {
    Ok(FocusLine {
        id: Some(FocusLineId(row.get("id")?)),
        slot: required_keyed(row, "slot", FocusSlot::from_key)?,
        text: row.get("text")?,
        standing: read_standing(row)?,
    })
}

pub(super) fn save_measure(tx: &mut Tx<'_>, session: SessionId, measure: &Measure) -> Answer<MeasureId> {
    tx.save(
        measure.id.map(|id| id.0),
        include_str!("measure/save.sql"),
        &[
            (":session", &session.0),
            (":topic_id", &measure.topic_id.map(|id| id.0)),
            (":text", &measure.text),
            (":how_known", &measure.how_known),
            (":result", &measure.standing.result.key()),
            (":evidence", &measure.standing.evidence),
            (":assessed_by", &Stored::Key(measure.standing.assessed_by.map(AssessedBy::key))),
        ],
    )
    .map(MeasureId)
}

pub(super) fn read_measure(row: &Row<'_>) -> Result<Measure> {
    Ok(Measure {
        id: Some(MeasureId(row.get("id")?)),
        topic_id: row.get::<_, Option<i64>>("topic_id")?.map(TopicId),
        text: row.get("text")?,
        how_known: row.get("how_known")?,
        standing: read_standing(row)?,
    })
}

fn read_standing(row: &Row<'_>) -> Result<Standing> {
    Ok(Standing {
        result: required_keyed(row, "result", MeasureResult::from_key)?,
        evidence: row.get("evidence")?,
        assessed_by: keyed(row, "assessed_by", AssessedBy::from_key)?,
    })
}
