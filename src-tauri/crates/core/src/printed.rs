//! What may stand on the papers a client receives.
//!
//! The one door between the coach's pages and the client's paper: every value here is taken field by field from rows
//! that are shared. Private rows, beliefs, what the coach noticed, reflections and the line for the next time have no
//! field to stand in, and a number is given only to what is printed.

mod content;
mod programme;
mod rows;
mod words;

pub use content::{
    AccountabilityRow, ActionPlanContent, ActionRow, ConsentContent, Explored, FootLine, Head, MeasureRow, Medium,
    NextRow, NextStep, StandingRow, SummaryContent, Words,
};
pub use programme::{ProgrammeContent, programme};
pub use words::when;

use chrono::NaiveDate;

use crate::{
    book::CoachProfile,
    client::Client,
    consent::ConsentPurpose,
    engagement::Engagement,
    note::Visibility,
    session::{FocusSlot, SessionFrame, SessionRecord},
};
use rows::{
    accountability_rows, action_rows, engagement_head, explored_rows, first_due, footer, granted, head, next_row,
    open_accountability_rows, open_action_rows, standing_rows,
};
use words::tracker_line;

/// Whose papers these are.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The coach.
    pub coach: &'a CoachProfile,
    /// The client.
    pub client: &'a Client,
    /// The engagement.
    pub engagement: &'a Engagement,
    /// Number and day of signing of the agreement the session was held under.
    pub agreement: Option<(u32, Option<NaiveDate>)>,
}

/// Returns the session summary; `explored` says whether the shared lines are printed too.
pub fn summary(record: &SessionRecord, context: Context<'_>, explored: bool) -> SummaryContent {
    let frame = &record.frame;
    let slot = |slot| frame.focus.iter().filter(move |l| l.slot == slot).map(|l| l.text.clone()).collect::<Vec<_>>();
    let insights: Vec<Words> = frame
        .insights
        .iter()
        .filter(|row| row.visibility == Visibility::Shared)
        .map(|row| Words { text: row.text.clone(), in_client_words: row.in_client_words })
        .collect();
    let shared_texts = |rows: Vec<(&String, Visibility)>| {
        rows.into_iter().filter(|(_, v)| *v == Visibility::Shared).map(|(text, _)| text.clone()).collect::<Vec<_>>()
    };
    let actions = action_rows(frame);
    SummaryContent {
        head: head(frame, context),
        one_insight: insights.first().cloned(),
        next_action: first_due(&actions),
        state_before: slot(FocusSlot::PresentState),
        state_after: slot(FocusSlot::StateAfter),
        topics: frame.topics.iter().map(|topic| topic.title.clone()).collect(),
        wanted: slot(FocusSlot::WantedResult),
        importance: slot(FocusSlot::Importance),
        need_to_address: slot(FocusSlot::NeedToAddress),
        measures: frame
            .measures
            .iter()
            .map(|row| MeasureRow { text: row.text.clone(), how_known: row.how_known.clone() })
            .collect(),
        explored: if explored { explored_rows(record) } else { Vec::new() },
        insights,
        strengths: shared_texts(frame.strengths.iter().map(|row| (&row.text, row.visibility)).collect()),
        resources: shared_texts(frame.resources.iter().map(|row| (&row.text, row.visibility)).collect()),
        accountability: accountability_rows(frame),
        skills: shared_texts(frame.skills.iter().map(|row| (&row.text, row.visibility)).collect()),
        standings: standing_rows(frame),
        next: frame.follow_ups.iter().filter(|f| f.visibility == Visibility::Shared).map(next_row).collect(),
        next_session: frame
            .session
            .next_session_at
            .map(|moment| moment.with_timezone(&frame.session.zone).naive_local()),
        footer: footer(frame, context),
        actions,
    }
}

/// Returns the action plan of one session as it stands on `as_of`.
pub fn action_plan(record: &SessionRecord, context: Context<'_>, as_of: NaiveDate) -> ActionPlanContent {
    let head = head(&record.frame, context);
    plan_of(head, as_of, action_rows(&record.frame), accountability_rows(&record.frame))
}

/// Returns the plan of all that is still open of an engagement as it stands on `as_of`. `frames` are its sessions,
/// oldest first; there may be none yet.
pub fn open_plan(frames: &[SessionFrame], context: Context<'_>, as_of: NaiveDate) -> ActionPlanContent {
    let head = engagement_head(context);
    plan_of(head, as_of, open_action_rows(frames), open_accountability_rows(frames))
}

fn plan_of(
    head: Head,
    as_of: NaiveDate,
    rows: Vec<ActionRow>,
    accountability: Vec<AccountabilityRow>,
) -> ActionPlanContent {
    let for_own_tracker = rows.iter().map(tracker_line).collect::<Vec<_>>().join("\n");
    let (undated, dated) = rows.into_iter().partition(|row| row.undated);
    ActionPlanContent { head, as_of, accountability, dated, undated, for_own_tracker }
}

/// Returns the consent to sign, filled from what was asked in the session. What was refused or withdrawn is offered
/// no box; where nothing was asked yet the usual two boxes stand, to be decided on paper.
pub fn consent(record: &SessionRecord, context: Context<'_>) -> ConsentContent {
    let mut asked = granted(&record.frame);
    asked.retain(|row| row.purpose != ConsentPurpose::ListInHoursLog);
    let unasked = record.frame.consents.iter().all(|row| row.purpose == ConsentPurpose::ListInHoursLog);
    let mut purposes: Vec<(ConsentPurpose, Option<&str>)> =
        asked.iter().map(|row| (row.purpose, row.recipient.as_deref())).collect();
    if unasked {
        purposes = vec![(ConsentPurpose::RecordAudio, None), (ConsentPurpose::ShareRecording, None)];
    }
    let mut recipients: Vec<String> = purposes.iter().filter_map(|(_, name)| name.map(str::to_owned)).collect();
    recipients.dedup();
    ConsentContent {
        head: head(&record.frame, context),
        recorded: purposes.iter().filter_map(|(purpose, _)| recorded_thing(*purpose)).collect(),
        use_limit: asked.iter().find_map(|row| row.use_limit.clone()),
        recipients,
        identity_disclosed: strictest(asked.iter().map(|row| row.identity_disclosed)),
        third_party_disclosed: strictest(asked.iter().map(|row| row.third_party_disclosed)),
        kept_until: asked.iter().filter_map(|row| row.retention_until).min(),
        boxes: purposes.iter().map(|(purpose, name)| box_words(*purpose, *name)).collect(),
    }
}

const fn recorded_thing(purpose: ConsentPurpose) -> Option<Medium> {
    match purpose {
        ConsentPurpose::RecordAudio => Some(Medium::Sound),
        ConsentPurpose::RecordVideo => Some(Medium::Picture),
        _ => None,
    }
}

fn box_words(purpose: ConsentPurpose, recipient: Option<&str>) -> String {
    let with = recipient.unwrap_or("whoever is named above");
    match purpose {
        ConsentPurpose::RecordAudio => "My coach may record the sound of the session.".to_owned(),
        ConsentPurpose::RecordVideo => "My coach may record the picture of the session.".to_owned(),
        ConsentPurpose::ShareRecording => format!("My coach may share the recording with {with}."),
        ConsentPurpose::ShareTranscript => format!("My coach may share the transcript with {with}."),
        ConsentPurpose::ListInHoursLog => "My coach may list my name and hours in a professional log.".to_owned(),
    }
}

/// Returns the promise the client heard: once "not disclosed" was said, no other row may loosen it.
fn strictest(said: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    said.flatten().min()
}
