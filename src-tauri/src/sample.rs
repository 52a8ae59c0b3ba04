//! Fills the sample book: one fictional client, one session that was held.

use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use coachbook_core::{
    ActionId, ClientId, EngagementId, NoteId, SessionId, TopicId, Uid, VersionId,
    agreement::GapAnswer,
    book::BookSettings,
    clauses::{Jurisdiction, initial_clauses},
    results::Action,
    session::{SessionRow, SessionRowId},
};
use coachbook_exchange::sample::{SampleRecord, SampleSession, sample};
use coachbook_vault::{Clock, StartFrom, UidSource, Vault, VaultError};

use crate::wire::CommandError;

/// A clock that shows the sample's own day and goes on at every look, so that its lines stand where a session's would.
pub(crate) struct SampleClock {
    start: DateTime<Utc>,
    looks: AtomicI64,
}

impl SampleClock {
    /// Returns a clock standing at the beginning of the sample's session.
    pub(crate) fn new(sample: &SampleRecord) -> Self {
        let morning = NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default();
        Self { start: sample.session.held_on.and_time(morning).and_utc(), looks: AtomicI64::new(0) }
    }
}

impl Clock for SampleClock {
    fn now(&self) -> DateTime<Utc> {
        // Thirty seconds a look: some hundred changes make a session of a natural length.
        self.start + TimeDelta::seconds(30 * self.looks.fetch_add(1, Ordering::Relaxed))
    }
}

/// Reads the sample that is built in.
pub(crate) fn record() -> Result<SampleRecord, CommandError> {
    sample().map_err(|_| CommandError::unexpected())
}

/// Writes the sample's client, engagement and agreement. Returns the engagement and the agreement still to be frozen.
pub(crate) fn before_the_session(
    vault: &mut Vault,
    sample: &SampleRecord,
) -> Result<(ClientId, EngagementId, VersionId), CommandError> {
    vault.practice().save_coach(&sample.coach)?;
    // The sample's key lies open beside it: there is no sheet to print.
    vault.practice().save_settings(&BookSettings { recovery_confirmed: true, ..BookSettings::default() })?;
    let client = vault.clients().save(None, None, &sample.client)?.id;
    let engagement = vault.engagements().save(client, None, None, &sample.engagement)?.id;
    let version = vault.agreements().start(engagement, &initial_clauses(Jurisdiction::Elsewhere))?;
    for gap in crate::views::fields_and_sheet(vault, version.id)?.sheet.missing {
        // Nothing the sample does not say is made up: such gaps are lines to write on.
        vault.agreements().fill_gap(version.id, &gap.key, &GapAnswer::Line)?;
    }
    Ok((client, engagement, version.id))
}

/// Writes the sample's session, from start to finish.
pub(crate) fn the_session(
    vault: &mut Vault,
    sample: &SampleRecord,
    engagement: EngagementId,
    uids: &mut dyn UidSource,
) -> Result<SessionId, CommandError> {
    let held = &sample.session;
    let from = StartFrom::Engagement(engagement);
    let session = vault.sessions().start(from, held.zone, held.planned_minutes)?.session.id;
    let mut numbers = Numbers::default();
    for check in &held.checks {
        vault.sessions().tick_check(session, check.key, check.acknowledged, check.answer.as_deref())?;
    }
    for person in &sample.people {
        save(vault, session, SessionRow::Person(person.clone()))?;
    }
    focus(vault, session, held, &mut numbers)?;
    notes(vault, session, held, &mut numbers, uids)?;
    gains(vault, session, held, &numbers)?;
    promises(vault, session, held, &mut numbers)?;
    vault.sessions().end(session)?;
    vault.sessions().finish(session)?;
    Ok(session)
}

/// The numbers the sample's rows were given in this book.
#[derive(Default)]
struct Numbers {
    topics: BTreeMap<TopicId, TopicId>,
    notes: BTreeMap<NoteId, NoteId>,
    actions: BTreeMap<ActionId, ActionId>,
}

impl Numbers {
    fn topic(&self, local: Option<TopicId>) -> Option<TopicId> {
        local.and_then(|local| self.topics.get(&local).copied())
    }

    fn note(&self, local: Option<NoteId>) -> Option<NoteId> {
        local.and_then(|local| self.notes.get(&local).copied())
    }

    fn action(&self, local: Option<ActionId>) -> Option<ActionId> {
        local.and_then(|local| self.actions.get(&local).copied())
    }
}

fn save(vault: &mut Vault, session: SessionId, row: SessionRow) -> Result<SessionRowId, VaultError> {
    vault.sessions().save_row(session, &row)
}

fn focus(
    vault: &mut Vault,
    session: SessionId,
    held: &SampleSession,
    numbers: &mut Numbers,
) -> Result<(), CommandError> {
    for topic in &held.topics {
        let row = coachbook_core::session::Topic { id: None, ..topic.clone() };
        if let (Some(local), SessionRowId::Topic(real)) = (topic.id, save(vault, session, SessionRow::Topic(row))?) {
            numbers.topics.insert(local, real);
        }
    }
    for line in &held.focus {
        let row = coachbook_core::session::FocusLine { id: None, ..line.clone() };
        save(vault, session, SessionRow::Focus(row))?;
    }
    for measure in &held.measures {
        let topic_id = numbers.topic(measure.topic_id);
        let row = coachbook_core::session::Measure { id: None, topic_id, ..measure.clone() };
        save(vault, session, SessionRow::Measure(row))?;
    }
    for consent in &held.consents {
        let row = coachbook_core::consent::Consent { id: None, ..consent.clone() };
        save(vault, session, SessionRow::Consent(row))?;
    }
    Ok(())
}

fn notes(
    vault: &mut Vault,
    session: SessionId,
    held: &SampleSession,
    numbers: &mut Numbers,
    uids: &mut dyn UidSource,
) -> Result<(), CommandError> {
    for note in &held.notes {
        let mut draft = note.fields.clone();
        draft.topic_id = numbers.topic(draft.topic_id);
        draft.answers = numbers.note(draft.answers);
        let uid: Uid = uids.next();
        let kept = vault.notes().keep(session, &uid, &draft, None, None)?;
        numbers.notes.insert(note.id, kept.note.id);
    }
    Ok(())
}

fn gains(vault: &mut Vault, session: SessionId, held: &SampleSession, numbers: &Numbers) -> Result<(), CommandError> {
    use coachbook_core::results::{DevelopmentArea, Insight, Resource, Strength};
    for row in &held.insights {
        let (topic_id, from_note_id) = (numbers.topic(row.topic_id), numbers.note(row.from_note_id));
        save(vault, session, SessionRow::Insight(Insight { id: None, topic_id, from_note_id, ..row.clone() }))?;
    }
    for row in &held.strengths {
        let from_note_id = numbers.note(row.from_note_id);
        save(vault, session, SessionRow::Strength(Strength { id: None, from_note_id, ..row.clone() }))?;
    }
    for row in &held.resources {
        let from_note_id = numbers.note(row.from_note_id);
        save(vault, session, SessionRow::Resource(Resource { id: None, from_note_id, ..row.clone() }))?;
    }
    for row in &held.skills {
        let from_note_id = numbers.note(row.from_note_id);
        save(vault, session, SessionRow::Skill(DevelopmentArea { id: None, from_note_id, ..row.clone() }))?;
    }
    Ok(())
}

fn promises(
    vault: &mut Vault,
    session: SessionId,
    held: &SampleSession,
    numbers: &mut Numbers,
) -> Result<(), CommandError> {
    use coachbook_core::results::{Accountability, FollowUp};
    for action in &held.actions {
        let row = Action {
            id: None,
            topic_id: numbers.topic(action.topic_id),
            from_note_id: numbers.note(action.from_note_id),
            after_action_id: numbers.action(action.after_action_id),
            ..action.clone()
        };
        if let (Some(local), SessionRowId::Action(real)) = (action.id, save(vault, session, SessionRow::Action(row))?) {
            numbers.actions.insert(local, real);
        }
    }
    for row in &held.accountability {
        let actions = row.actions.iter().filter_map(|local| numbers.action(Some(*local))).collect();
        let row = Accountability { id: None, actions, ..row.clone() };
        save(vault, session, SessionRow::Accountability(row))?;
    }
    for row in &held.follow_ups {
        save(vault, session, SessionRow::FollowUp(FollowUp { id: None, ..row.clone() }))?;
    }
    Ok(())
}
