//! Typed row numbers: a note's number can't be passed where a client's is wanted.

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub i64);
    )+ };
}

ids! {
    /// A client of the coach.
    ClientId,
    /// A person a client speaks of.
    PersonId,
    /// One coaching programme with a client.
    EngagementId,
    /// An agreement, all its versions together.
    AgreementId,
    /// One version of an agreement.
    VersionId,
    /// A file kept in the book.
    AttachmentId,
    /// A paper kept byte for byte.
    PaperId,
    /// One consent, for one purpose.
    ConsentId,
    /// A coaching session.
    SessionId,
    /// A topic raised in a session.
    TopicId,
    /// A line kept in a session.
    NoteId,
    /// A line of the focus for the day.
    FocusLineId,
    /// A success measure.
    MeasureId,
    /// An insight.
    InsightId,
    /// A strength.
    StrengthId,
    /// A resource.
    ResourceId,
    /// A skill to build.
    DevelopmentAreaId,
    /// An action.
    ActionId,
    /// An accountability row.
    AccountabilityId,
    /// A follow-up after a session.
    FollowUpId,
    /// A template of the coach's own.
    TemplateId,
}

/// The id of a row outside the book: a UUID in its usual text form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uid(pub String);
