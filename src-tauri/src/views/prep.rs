//! The five minutes before a session: what she left for herself, what was wanted, what is open, who is who.

use chrono::NaiveDate;
use coachbook_core::{
    EngagementId, SessionId,
    client::{Client, ClientStatus},
    consent::Consent,
    engagement::Engagement,
    flags::in_force,
    results::{Action, FollowUp},
    session::{Session, SessionFrame, SessionStatus, Topic},
};
use coachbook_vault::{Gains, Vault, WaitingTopic};

use super::session::agreement_in_force;
use crate::wire::{
    CommandError, day,
    prep::{Prep, PriorAction, SessionBefore},
    sessions::AgreementInForce,
};

/// What is known before a session, gathered once for the page and for the sheet.
pub(crate) struct PrepFacts {
    pub(crate) session: Session,
    /// The number the session will have.
    pub(crate) number: u32,
    pub(crate) client: Client,
    pub(crate) engagement: Engagement,
    /// Whether there is nothing to recall.
    pub(crate) first: bool,
    pub(crate) for_next_time: Option<String>,
    /// The session held last, in whatever programme.
    pub(crate) before: Option<SessionFrame>,
    pub(crate) actions: Vec<OpenSince>,
    pub(crate) topics: Vec<Topic>,
    pub(crate) waiting: Vec<WaitingTopic>,
    pub(crate) promises: Vec<FollowUp>,
    pub(crate) gains: Gains,
    pub(crate) agreement: Option<AgreementInForce>,
    pub(crate) consents: Vec<Consent>,
}

/// An action nobody has closed, with the session it comes from.
pub(crate) struct OpenSince {
    pub(crate) number: Option<u32>,
    pub(crate) held_on: Option<NaiveDate>,
    pub(crate) action: Action,
}

/// Gathers what is known before a session.
pub(crate) fn prep_facts(vault: &mut Vault, id: SessionId) -> Result<PrepFacts, CommandError> {
    let frame = vault.sessions().frame(id)?;
    let engagement = vault.engagements().get(frame.session.engagement_id)?;
    let client = vault.clients().get(engagement.client_id)?;
    let sessions = vault.sessions().list_of_client(client.id)?;
    // The list stands newest first.
    let held: Vec<&Session> = sessions.iter().filter(|other| other.id != id && was_held(other)).collect();
    let before = held.first().map(|session| vault.sessions().frame(session.id)).transpose()?;
    let open = vault.results().open_actions(client.id)?;
    Ok(PrepFacts {
        number: expected_number(vault, &frame.session, engagement.id)?,
        first: held.is_empty() && engagement.fields.sessions_before.unwrap_or(0) == 0,
        for_next_time: held.iter().find_map(|session| session.for_next_time.clone()),
        before,
        actions: open
            .into_iter()
            .filter(|row| row.session_id != id)
            .map(|row| {
                let of = sessions.iter().find(|session| session.id == row.session_id);
                OpenSince {
                    number: of.and_then(|session| session.number),
                    held_on: of.and_then(Session::base_date),
                    action: row.action,
                }
            })
            .collect(),
        topics: frame.topics,
        waiting: vault.sessions().waiting_topics(id)?,
        promises: vault.results().open_follow_ups(client.id)?,
        gains: vault.results().gains(client.id)?,
        agreement: agreement_in_force(vault, &engagement)?,
        consents: in_force(&frame.consents).into_iter().cloned().collect(),
        session: frame.session,
        client,
        engagement,
    })
}

const fn was_held(session: &Session) -> bool {
    matches!(session.status, SessionStatus::Ended | SessionStatus::Completed)
}

/// The number a planned session will have: one more than were held, those on paper too.
fn expected_number(vault: &mut Vault, session: &Session, engagement: EngagementId) -> Result<u32, CommandError> {
    match session.number {
        Some(number) => Ok(number),
        None => Ok(vault.engagements().session_counts(engagement)?.held + 1),
    }
}

/// Returns the page before a session.
pub(crate) fn prep(vault: &mut Vault, id: SessionId) -> Result<Prep, CommandError> {
    let facts = prep_facts(vault, id)?;
    let name_on_screen = facts.client.name_on_screen().to_owned();
    let client = facts.client.fields;
    Ok(Prep {
        session: facts.session.into(),
        client_id: facts.client.id.0,
        name_on_screen,
        number: facts.number,
        planned: facts.engagement.fields.planned_sessions,
        preferred_name: client.preferred_name,
        pronouns: client.pronouns,
        role_title: client.role_title,
        organisation: client.organisation,
        call_link: client.call_link,
        first: facts.first,
        agreement_expected: client.status != ClientStatus::Prospect,
        for_next_time: facts.for_next_time,
        before: facts.before.map(before),
        actions: facts.actions.into_iter().map(prior).collect(),
        topics: facts.topics.into_iter().map(Into::into).collect(),
        waiting: facts.waiting.into_iter().map(Into::into).collect(),
        promises: facts.promises.into_iter().map(Into::into).collect(),
        people: facts.gains.people.into_iter().map(Into::into).collect(),
        strengths: facts.gains.strengths.into_iter().map(Into::into).collect(),
        resources: facts.gains.resources.into_iter().map(Into::into).collect(),
        skills: facts.gains.skills.into_iter().map(Into::into).collect(),
        agreement: facts.agreement,
        consents: facts.consents.into_iter().map(Into::into).collect(),
        withdrawals_to_see_to: vault
            .clients()
            .withdrawals_to_see_to(facts.client.id)?
            .into_iter()
            .map(|id| id.0)
            .collect(),
    })
}

fn before(frame: SessionFrame) -> SessionBefore {
    SessionBefore {
        session_id: frame.session.id.0,
        number: frame.session.number,
        held_on: frame.session.base_date().map(day),
        focus: frame.focus.into_iter().map(Into::into).collect(),
        measures: frame.measures.into_iter().map(Into::into).collect(),
        insights: frame.insights.into_iter().map(Into::into).collect(),
    }
}

fn prior(open: OpenSince) -> PriorAction {
    PriorAction { session_number: open.number, held_on: open.held_on.map(day), action: open.action.into() }
}
