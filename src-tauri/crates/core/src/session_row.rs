//! The rows of a session under one name, so that saving, removing and restoring are one door each.

use crate::{
    AccountabilityId, ActionId, ConsentId, DevelopmentAreaId, FocusLineId, FollowUpId, InsightId, MeasureId, NoteId,
    PersonId, ResourceId, StrengthId, TopicId,
    client::Person,
    consent::Consent,
    results::{Accountability, Action, DevelopmentArea, FollowUp, Insight, Resource, Strength},
    session::{FocusLine, Measure, Topic},
};

/// A row that is kept beside the notes of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionRow {
    /// A topic.
    Topic(Topic),
    /// A line of the focus for the day.
    Focus(FocusLine),
    /// A success measure.
    Measure(Measure),
    /// An insight.
    Insight(Insight),
    /// A strength.
    Strength(Strength),
    /// A resource.
    Resource(Resource),
    /// A skill to build.
    Skill(DevelopmentArea),
    /// An action.
    Action(Action),
    /// Who will know.
    Accountability(Accountability),
    /// What happens next.
    FollowUp(FollowUp),
    /// A person the client speaks of.
    Person(Person),
    /// A consent.
    Consent(Consent),
}

/// The number of a [`SessionRow`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SessionRowId {
    /// A topic.
    Topic(TopicId),
    /// A line of the focus for the day.
    Focus(FocusLineId),
    /// A success measure.
    Measure(MeasureId),
    /// An insight.
    Insight(InsightId),
    /// A strength.
    Strength(StrengthId),
    /// A resource.
    Resource(ResourceId),
    /// A skill to build.
    Skill(DevelopmentAreaId),
    /// An action.
    Action(ActionId),
    /// Who will know.
    Accountability(AccountabilityId),
    /// What happens next.
    FollowUp(FollowUpId),
    /// A person the client speaks of.
    Person(PersonId),
    /// A consent.
    Consent(ConsentId),
}

impl SessionRow {
    /// Returns the number of the row; none when it is new.
    pub fn id(&self) -> Option<SessionRowId> {
        match self {
            Self::Topic(row) => row.id.map(SessionRowId::Topic),
            Self::Focus(row) => row.id.map(SessionRowId::Focus),
            Self::Measure(row) => row.id.map(SessionRowId::Measure),
            Self::Insight(row) => row.id.map(SessionRowId::Insight),
            Self::Strength(row) => row.id.map(SessionRowId::Strength),
            Self::Resource(row) => row.id.map(SessionRowId::Resource),
            Self::Skill(row) => row.id.map(SessionRowId::Skill),
            Self::Action(row) => row.id.map(SessionRowId::Action),
            Self::Accountability(row) => row.id.map(SessionRowId::Accountability),
            Self::FollowUp(row) => row.id.map(SessionRowId::FollowUp),
            Self::Person(row) => row.id.map(SessionRowId::Person),
            Self::Consent(row) => row.id.map(SessionRowId::Consent),
        }
    }

    /// Returns the same row as made from `note`, for the kinds that remember the line they came from.
    #[must_use]
    pub fn made_from(mut self, note: NoteId) -> Self {
        match &mut self {
            Self::Insight(row) => row.from_note_id = Some(note),
            Self::Strength(row) => row.from_note_id = Some(note),
            Self::Resource(row) => row.from_note_id = Some(note),
            Self::Skill(row) => row.from_note_id = Some(note),
            Self::Action(row) => row.from_note_id = Some(note),
            Self::Topic(_)
            | Self::Focus(_)
            | Self::Measure(_)
            | Self::Accountability(_)
            | Self::FollowUp(_)
            | Self::Person(_)
            | Self::Consent(_) => {}
        }
        self
    }
}
