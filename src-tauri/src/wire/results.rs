//! What a session leaves behind, as it crosses to the window.

use coachbook_core::{
    AccountabilityId, ActionId, DevelopmentAreaId, FollowUpId, InsightId, NoteId, ResourceId, StrengthId, TopicId,
    note::Visibility,
    results::{self as core_results, AccountabilityKind, ActionStatus, DueKind, NamedBy, Owner},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CommandError, bounded, day, read_day, said};

/// Something that became clear.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)] // The fields are those of the record.
pub struct Insight {
    pub id: Option<i64>,
    pub topic_id: Option<i64>,
    pub text: String,
    pub in_client_words: bool,
    pub from_note_id: Option<i64>,
    pub visibility: String,
}

impl From<core_results::Insight> for Insight {
    fn from(row: core_results::Insight) -> Self {
        Self {
            id: row.id.map(|id| id.0),
            topic_id: row.topic_id.map(|id| id.0),
            text: row.text,
            in_client_words: row.in_client_words,
            from_note_id: row.from_note_id.map(|id| id.0),
            visibility: row.visibility.key().to_owned(),
        }
    }
}

impl TryFrom<Insight> for core_results::Insight {
    type Error = CommandError;

    fn try_from(wire: Insight) -> Result<Self, CommandError> {
        Ok(Self {
            id: wire.id.map(InsightId),
            topic_id: wire.topic_id.map(TopicId),
            text: bounded(wire.text)?,
            in_client_words: wire.in_client_words,
            from_note_id: wire.from_note_id.map(NoteId),
            visibility: Visibility::from_key(&wire.visibility)?,
        })
    }
}

/// A strength.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Strength {
    pub id: Option<i64>,
    pub text: String,
    pub named_by: String,
    pub from_note_id: Option<i64>,
    pub visibility: String,
}

impl From<core_results::Strength> for Strength {
    fn from(row: core_results::Strength) -> Self {
        Self {
            id: row.id.map(|id| id.0),
            text: row.text,
            named_by: row.named_by.key().to_owned(),
            from_note_id: row.from_note_id.map(|id| id.0),
            visibility: row.visibility.key().to_owned(),
        }
    }
}

impl TryFrom<Strength> for core_results::Strength {
    type Error = CommandError;

    fn try_from(wire: Strength) -> Result<Self, CommandError> {
        Ok(Self {
            id: wire.id.map(StrengthId),
            text: bounded(wire.text)?,
            named_by: NamedBy::from_key(&wire.named_by)?,
            from_note_id: wire.from_note_id.map(NoteId),
            visibility: Visibility::from_key(&wire.visibility)?,
        })
    }
}

/// Declares a wire twin of a row that is only words, their origin and their visibility.
macro_rules! words_row {
    ($(#[$meta:meta])* $name:ident, $core:ident, $id:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Serialize, Deserialize, TS)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        #[ts(export)]
        #[allow(missing_docs)]
        pub struct $name {
            pub id: Option<i64>,
            pub text: String,
            pub from_note_id: Option<i64>,
            pub visibility: String,
        }

        impl From<core_results::$core> for $name {
            fn from(row: core_results::$core) -> Self {
                Self {
                    id: row.id.map(|id| id.0),
                    text: row.text,
                    from_note_id: row.from_note_id.map(|id| id.0),
                    visibility: row.visibility.key().to_owned(),
                }
            }
        }

        impl TryFrom<$name> for core_results::$core {
            type Error = CommandError;

            fn try_from(wire: $name) -> Result<Self, CommandError> {
                Ok(Self {
                    id: wire.id.map($id),
                    text: bounded(wire.text)?,
                    from_note_id: wire.from_note_id.map(NoteId),
                    visibility: Visibility::from_key(&wire.visibility)?,
                })
            }
        }
    };
}

words_row! {
    /// Something that worked before.
    Resource, Resource, ResourceId
}
words_row! {
    /// A skill to build.
    Skill, DevelopmentArea, DevelopmentAreaId
}

/// When an action is due: the words and the days they were read as.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Due {
    pub kind: String,
    pub text: Option<String>,
    pub from: Option<String>,
    pub date: Option<String>,
    pub read_from_words: bool,
}

impl From<core_results::Due> for Due {
    fn from(due: core_results::Due) -> Self {
        Self {
            kind: due.kind.key().to_owned(),
            text: due.text,
            from: due.from.map(day),
            date: due.date.map(day),
            read_from_words: due.read_from_words,
        }
    }
}

impl TryFrom<Due> for core_results::Due {
    type Error = CommandError;

    fn try_from(wire: Due) -> Result<Self, CommandError> {
        Ok(Self {
            kind: DueKind::from_key(&wire.kind)?,
            text: said(wire.text),
            from: read_day(wire.from.as_deref())?,
            date: read_day(wire.date.as_deref())?,
            read_from_words: wire.read_from_words,
        })
    }
}

/// Something the client chose to do.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Action {
    pub id: Option<i64>,
    pub topic_id: Option<i64>,
    pub what: String,
    pub wording: Option<String>,
    /// None on the way in means: read the words at the end of `what`, or `dueText` when it is given.
    pub due: Option<Due>,
    /// On the way in only: date words to read.
    #[serde(default)]
    pub due_text: Option<String>,
    pub after_action_id: Option<i64>,
    pub support: Option<String>,
    pub success_sign: Option<String>,
    pub obstacle: Option<String>,
    pub from_note_id: Option<i64>,
    pub status: String,
    pub visibility: String,
}

impl From<core_results::Action> for Action {
    fn from(row: core_results::Action) -> Self {
        Self {
            id: row.id.map(|id| id.0),
            topic_id: row.topic_id.map(|id| id.0),
            what: row.what,
            wording: row.wording,
            due: Some(row.due.into()),
            due_text: None,
            after_action_id: row.after_action_id.map(|id| id.0),
            support: row.support,
            success_sign: row.success_sign,
            obstacle: row.obstacle,
            from_note_id: row.from_note_id.map(|id| id.0),
            status: row.status.key().to_owned(),
            visibility: row.visibility.key().to_owned(),
        }
    }
}

impl TryFrom<Action> for core_results::Action {
    type Error = CommandError;

    fn try_from(wire: Action) -> Result<Self, CommandError> {
        Ok(Self {
            id: wire.id.map(ActionId),
            topic_id: wire.topic_id.map(TopicId),
            what: bounded(wire.what)?,
            wording: said(wire.wording),
            due: wire.due.map(TryInto::try_into).transpose()?.unwrap_or(core_results::Due::none()),
            after_action_id: wire.after_action_id.map(ActionId),
            support: said(wire.support),
            success_sign: said(wire.success_sign),
            obstacle: said(wire.obstacle),
            from_note_id: wire.from_note_id.map(NoteId),
            status: ActionStatus::from_key(&wire.status)?,
            visibility: Visibility::from_key(&wire.visibility)?,
        })
    }
}

/// Who will know about actions.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Accountability {
    pub id: Option<i64>,
    pub kind: String,
    pub who: String,
    pub how: Option<String>,
    pub how_often: Option<String>,
    pub actions: Vec<i64>,
    pub visibility: String,
}

impl From<core_results::Accountability> for Accountability {
    fn from(row: core_results::Accountability) -> Self {
        Self {
            id: row.id.map(|id| id.0),
            kind: row.kind.key().to_owned(),
            who: row.who,
            how: row.how,
            how_often: row.how_often,
            actions: row.actions.into_iter().map(|id| id.0).collect(),
            visibility: row.visibility.key().to_owned(),
        }
    }
}

impl TryFrom<Accountability> for core_results::Accountability {
    type Error = CommandError;

    fn try_from(wire: Accountability) -> Result<Self, CommandError> {
        Ok(Self {
            id: wire.id.map(AccountabilityId),
            kind: AccountabilityKind::from_key(&wire.kind)?,
            who: bounded(wire.who)?,
            how: said(wire.how),
            how_often: said(wire.how_often),
            actions: wire.actions.into_iter().map(ActionId).collect(),
            visibility: Visibility::from_key(&wire.visibility)?,
        })
    }
}

/// What happens next.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct FollowUp {
    pub id: Option<i64>,
    pub owner: String,
    pub what: String,
    pub due_date: Option<String>,
    pub done: bool,
    pub visibility: String,
}

impl From<core_results::FollowUp> for FollowUp {
    fn from(row: core_results::FollowUp) -> Self {
        Self {
            id: row.id.map(|id| id.0),
            owner: row.owner.key().to_owned(),
            what: row.what,
            due_date: row.due_date.map(day),
            done: row.done,
            visibility: row.visibility.key().to_owned(),
        }
    }
}

impl TryFrom<FollowUp> for core_results::FollowUp {
    type Error = CommandError;

    fn try_from(wire: FollowUp) -> Result<Self, CommandError> {
        Ok(Self {
            id: wire.id.map(FollowUpId),
            owner: Owner::from_key(&wire.owner)?,
            what: bounded(wire.what)?,
            due_date: read_day(wire.due_date.as_deref())?,
            done: wire.done,
            visibility: Visibility::from_key(&wire.visibility)?,
        })
    }
}
