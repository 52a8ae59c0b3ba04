//! What became clear and what can be built on: insights, strengths, resources, skills.

use coachbook_core::{
    DevelopmentAreaId, InsightId, NoteId, ResourceId, SessionId, StrengthId, TopicId,
    note::Visibility,
    results::{DevelopmentArea, Insight, NamedBy, Resource, Strength},
};
use rusqlite::{Result, Row};

use crate::store::{Answer, Tx, required_keyed};

pub(crate) fn save_insight(tx: &mut Tx<'_>, session: SessionId, insight: &Insight) -> Answer<InsightId> {
    tx.save(
        insight.id.map(|id| id.0),
        include_str!("insight/save.sql"),
        &[
            (":session", &session.0),
            (":topic_id", &insight.topic_id.map(|id| id.0)),
            (":text", &insight.text),
            (":in_client_words", &insight.in_client_words),
            (":from_note_id", &insight.from_note_id.map(|id| id.0)),
            (":visibility", &insight.visibility.key()),
        ],
    )
    .map(InsightId)
}

pub(crate) fn read_insight(row: &Row<'_>) -> Result<Insight> {
    Ok(Insight {
        id: Some(InsightId(row.get("id")?)),
        topic_id: row.get::<_, Option<i64>>("topic_id")?.map(TopicId),
        text: row.get("text")?,
        in_client_words: row.get("in_client_words")?,
        from_note_id: read_note(row)?,
        visibility: read_visibility(row)?,
    })
}

pub(crate) fn save_strength(tx: &mut Tx<'_>, session: SessionId, strength: &Strength) -> Answer<StrengthId> {
    tx.save(
        strength.id.map(|id| id.0),
        include_str!("strength/save.sql"),
        &[
            (":session", &session.0),
            (":text", &strength.text),
            (":named_by", &strength.named_by.key()),
            (":from_note_id", &strength.from_note_id.map(|id| id.0)),
            (":visibility", &strength.visibility.key()),
        ],
    )
    .map(StrengthId)
}

pub(crate) fn read_strength(row: &Row<'_>) -> Result<Strength> {
    Ok(Strength {
        id: Some(StrengthId(row.get("id")?)),
        text: row.get("text")?,
        named_by: required_keyed(row, "named_by", NamedBy::from_key)?,
        from_note_id: read_note(row)?,
        visibility: read_visibility(row)?,
    })
}

pub(crate) fn save_resource(tx: &mut Tx<'_>, session: SessionId, resource: &Resource) -> Answer<ResourceId> {
    tx.save(
        resource.id.map(|id| id.0),
        include_str!("resource/save.sql"),
        &[
            (":session", &session.0),
            (":text", &resource.text),
            (":from_note_id", &resource.from_note_id.map(|id| id.0)),
            (":visibility", &resource.visibility.key()),
        ],
    )
    .map(ResourceId)
}

pub(crate) fn read_resource(row: &Row<'_>) -> Result<Resource> {
    Ok(Resource {
        id: Some(ResourceId(row.get("id")?)),
        text: row.get("text")?,
        from_note_id: read_note(row)?,
        visibility: read_visibility(row)?,
    })
}

pub(crate) fn save_skill(tx: &mut Tx<'_>, session: SessionId, skill: &DevelopmentArea) -> Answer<DevelopmentAreaId> {
    tx.save(
        skill.id.map(|id| id.0),
        include_str!("skill/save.sql"),
        &[
            (":session", &session.0),
            (":text", &skill.text),
            (":from_note_id", &skill.from_note_id.map(|id| id.0)),
            (":visibility", &skill.visibility.key()),
        ],
    )
    .map(DevelopmentAreaId)
}

pub(crate) fn read_skill(row: &Row<'_>) -> Result<DevelopmentArea> {
    Ok(DevelopmentArea {
        id: Some(DevelopmentAreaId(row.get("id")?)),
        text: row.get("text")?,
        from_note_id: read_note(row)?,
        visibility: read_visibility(row)?,
    })
}

pub(super) fn read_note(row: &Row<'_>) -> Result<Option<NoteId>> {
    Ok(row.get::<_, Option<i64>>("from_note_id")?.map(NoteId))
}

pub(super) fn read_visibility(row: &Row<'_>) -> Result<Visibility> {
    required_keyed(row, "visibility", Visibility::from_key)
}
