//! What a session leaves behind: insights, strengths, resources, skills, actions and who will know.

use chrono::NaiveDate;

use crate::{
    AccountabilityId, ActionId, DevelopmentAreaId, FollowUpId, InsightId, NoteId, ResourceId, StrengthId, TopicId,
    keyed::keyed_enum, note::Visibility,
};

/// Something that became clear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insight {
    /// Row number; none when new.
    pub id: Option<InsightId>,
    /// Topic it belongs to.
    pub topic_id: Option<TopicId>,
    /// The words.
    pub text: String,
    /// Whether they are the client's own.
    pub in_client_words: bool,
    /// The line it was made from.
    pub from_note_id: Option<NoteId>,
    /// Visibility; shared unless made private.
    pub visibility: Visibility,
}

impl Insight {
    /// Returns a new shared insight with nothing but its words.
    pub fn of(text: &str) -> Self {
        Self {
            id: None,
            topic_id: None,
            text: text.to_owned(),
            in_client_words: false,
            from_note_id: None,
            visibility: Visibility::Shared,
        }
    }
}

keyed_enum! {
    /// Who named a strength.
    NamedBy {
        /// The client.
        Client = "client",
        /// The coach.
        Coach = "coach",
        /// An assessment.
        Assessment = "assessment",
    }
}

/// A strength.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strength {
    /// Row number; none when new.
    pub id: Option<StrengthId>,
    /// The words.
    pub text: String,
    /// Who named it.
    pub named_by: NamedBy,
    /// The line it was made from.
    pub from_note_id: Option<NoteId>,
    /// Visibility.
    pub visibility: Visibility,
}

impl Strength {
    /// Returns a new shared row with nothing but its words, named by the client.
    pub fn of(text: &str) -> Self {
        Self {
            id: None,
            text: text.to_owned(),
            named_by: NamedBy::Client,
            from_note_id: None,
            visibility: Visibility::Shared,
        }
    }
}

/// Something that worked before and can be used again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource {
    /// Row number; none when new.
    pub id: Option<ResourceId>,
    /// The words.
    pub text: String,
    /// The line it was made from.
    pub from_note_id: Option<NoteId>,
    /// Visibility.
    pub visibility: Visibility,
}

impl Resource {
    /// Returns a new shared row with nothing but its words.
    pub fn of(text: &str) -> Self {
        Self { id: None, text: text.to_owned(), from_note_id: None, visibility: Visibility::Shared }
    }
}

/// A skill to build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DevelopmentArea {
    /// Row number; none when new.
    pub id: Option<DevelopmentAreaId>,
    /// The words.
    pub text: String,
    /// The line it was made from.
    pub from_note_id: Option<NoteId>,
    /// Visibility.
    pub visibility: Visibility,
}

impl DevelopmentArea {
    /// Returns a new shared row with nothing but its words.
    pub fn of(text: &str) -> Self {
        Self { id: None, text: text.to_owned(), from_note_id: None, visibility: Visibility::Shared }
    }
}

keyed_enum! {
    /// What the date of an action means.
    DueKind {
        /// No date; never guessed.
        None = "none",
        /// Done by that day.
        By = "by",
        /// Done on that day.
        On = "on",
        /// Begun on that day; never overdue.
        StartOn = "start_on",
        /// Between two days; overdue after the second.
        Window = "window",
        /// After another action.
        After = "after",
        /// Without an end.
        Ongoing = "ongoing",
        /// Before something that has no date yet.
        BeforeEvent = "before_event",
    }
}

/// When an action is due: the words, and the days they were read as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Meaning of the days.
    pub kind: DueKind,
    /// The words as said.
    pub text: Option<String>,
    /// First day, for a start and a window.
    pub from: Option<NaiveDate>,
    /// Last day, for by, on and a window.
    pub date: Option<NaiveDate>,
    /// Whether the days were read from the words and not yet looked at by the coach.
    pub read_from_words: bool,
}

impl Due {
    /// Returns the state of an action nobody dated.
    pub const fn none() -> Self {
        Self { kind: DueKind::None, text: None, from: None, date: None, read_from_words: false }
    }
}

keyed_enum! {
    /// Where an action stands.
    ActionStatus {
        /// Not yet done.
        Open = "open",
        /// Begun.
        Doing = "doing",
        /// Done.
        Done = "done",
        /// Not this time.
        NotDone = "not_done",
        /// Let go.
        Dropped = "dropped",
    }
}

/// Something the client chose to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// Row number; none when new.
    pub id: Option<ActionId>,
    /// Topic it belongs to.
    pub topic_id: Option<TopicId>,
    /// What will be done.
    pub what: String,
    /// The client's verb, as "will / can".
    pub wording: Option<String>,
    /// When.
    pub due: Due,
    /// The action this one follows.
    pub after_action_id: Option<ActionId>,
    /// With or via whom.
    pub support: Option<String>,
    /// How one will see that it worked.
    pub success_sign: Option<String>,
    /// What could get in the way.
    pub obstacle: Option<String>,
    /// The line it was made from.
    pub from_note_id: Option<NoteId>,
    /// Where it stands.
    pub status: ActionStatus,
    /// Visibility.
    pub visibility: Visibility,
}

impl Action {
    /// Returns a new open action of the client, shared and without a date.
    pub fn of(what: &str) -> Self {
        Self {
            id: None,
            topic_id: None,
            what: what.to_owned(),
            wording: None,
            due: Due::none(),
            after_action_id: None,
            support: None,
            success_sign: None,
            obstacle: None,
            from_note_id: None,
            status: ActionStatus::Open,
            visibility: Visibility::Shared,
        }
    }
}

keyed_enum! {
    /// Who or what will know.
    AccountabilityKind {
        /// A person.
        Person = "person",
        /// A list, calendar or tracker.
        Tracker = "tracker",
        /// The coach.
        Coach = "coach",
        /// The client alone.
        Oneself = "self",
    }
}

/// Who will know about actions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accountability {
    /// Row number; none when new.
    pub id: Option<AccountabilityId>,
    /// Kind.
    pub kind: AccountabilityKind,
    /// Who or what.
    pub who: String,
    /// In what way.
    pub how: Option<String>,
    /// How often.
    pub how_often: Option<String>,
    /// The actions it covers.
    pub actions: Vec<ActionId>,
    /// Visibility.
    pub visibility: Visibility,
}

keyed_enum! {
    /// Who does something next.
    Owner {
        /// The client.
        Client = "client",
        /// The coach.
        Coach = "coach",
    }
}

/// What happens next between client and coach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// Row number; none when new.
    pub id: Option<FollowUpId>,
    /// Who.
    pub owner: Owner,
    /// What.
    pub what: String,
    /// Until when.
    pub due_date: Option<NaiveDate>,
    /// Whether it is done.
    pub done: bool,
    /// Visibility.
    pub visibility: Visibility,
}
