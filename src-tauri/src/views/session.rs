//! The session page.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;
use coachbook_core::{
    EngagementId, SessionId,
    agreement::{AgreementVersion, VersionStatus},
    clauses,
    client::ClientStatus,
    consent::Consent,
    date_words,
    engagement::{Engagement, EngagementDraft},
    flags, gaps,
    session::{self as core_session, SessionRow, SessionStatus},
};
use coachbook_vault::{HeldOnPaper, StartFrom, Vault};

use crate::{
    state::Desk,
    wire::{
        CommandError, day,
        sessions::{AgreementInForce, Draft, Flag, SessionFrame, SessionView},
    },
};

/// Minutes a session is planned for when its engagement says nothing.
const USUAL_MINUTES: u32 = 60;

/// Changes a session and returns its small lists.
pub(crate) async fn after(
    desk: &Desk,
    session_id: i64,
    change: impl FnOnce(&mut Vault, SessionId) -> Result<(), CommandError> + Send + 'static,
) -> Result<SessionFrame, CommandError> {
    desk.note_activity();
    desk.with(move |vault| {
        let id = SessionId(session_id);
        change(vault, id)?;
        session_frame(vault, id)
    })
    .await
}

/// Starts a session and returns its number in the book.
pub(crate) fn start(
    vault: &mut Vault,
    engagement: Option<EngagementId>,
    planned: Option<SessionId>,
    zone: Tz,
) -> Result<SessionId, CommandError> {
    let (from, of) = match (planned, engagement) {
        (Some(session), _) => (StartFrom::Planned(session), vault.sessions().frame(session)?.session.engagement_id),
        (None, Some(engagement)) => (StartFrom::Engagement(engagement), engagement),
        (None, None) => return Err(CommandError::malformed()),
    };
    let minutes = usual_minutes(vault, of)?;
    Ok(vault.sessions().start(from, zone, minutes)?.session.id)
}

/// Notes a session held on paper and returns its number in the book.
pub(crate) fn on_paper(
    vault: &mut Vault,
    engagement: Option<EngagementId>,
    planned: Option<SessionId>,
    zone: Tz,
    held: HeldOnPaper,
) -> Result<SessionId, CommandError> {
    let (from, minutes) = match (planned, engagement) {
        (Some(session), _) => (StartFrom::Planned(session), vault.sessions().frame(session)?.session.planned_minutes),
        (None, Some(engagement)) => (StartFrom::Engagement(engagement), usual_minutes(vault, engagement)?),
        (None, None) => return Err(CommandError::malformed()),
    };
    Ok(vault.sessions().record_on_paper(from, zone, minutes, held)?.id)
}

/// Returns how long sessions of an engagement are planned for.
pub(crate) fn usual_minutes(vault: &mut Vault, engagement: EngagementId) -> Result<u32, CommandError> {
    Ok(vault.engagements().get(engagement)?.fields.session_minutes.unwrap_or(USUAL_MINUTES))
}

/// Returns a whole session.
pub(crate) fn session_view(vault: &mut Vault, id: SessionId) -> Result<SessionView, CommandError> {
    let record = vault.sessions().get(id)?;
    let notes = super::rows::with_earlier(vault, id, record.notes)?;
    Ok(SessionView { notes, frame: framed(vault, record.frame)? })
}

/// Returns everything of a session but its notes.
pub(crate) fn session_frame(vault: &mut Vault, id: SessionId) -> Result<SessionFrame, CommandError> {
    let frame = vault.sessions().frame(id)?;
    framed(vault, frame)
}

fn framed(vault: &mut Vault, frame: core_session::SessionFrame) -> Result<SessionFrame, CommandError> {
    let engagement = vault.engagements().get(frame.session.engagement_id)?;
    let client = vault.clients().get(engagement.client_id)?;
    let agreement = agreement_in_force(vault, &engagement)?;
    let waiting = vault.sessions().waiting_topics(frame.session.id)?;
    let steps = vault.sessions().steps(frame.session.id)?;
    let before = earlier(vault, &frame.session)?;
    let open = flags::flags(&frame);
    let course = super::course::course(vault, &frame.session)?;
    let model = super::questions::model(vault, Some(&frame.session.model))?;
    let opening_words = super::templates::opening_words(vault, &frame.session, &client, &engagement)?;
    Ok(SessionFrame {
        client_id: client.id.0,
        name_on_screen: client.name_on_screen().to_owned(),
        opening_words,
        client_name: client.fields.display_name,
        planned: engagement.fields.planned_sessions,
        first_of_engagement: before.is_empty() && engagement.fields.sessions_before.unwrap_or(0) == 0,
        agreement,
        agreement_expected: client.fields.status != ClientStatus::Prospect,
        waiting_topics: waiting.into_iter().map(Into::into).collect(),
        steps: steps.into_iter().map(Into::into).collect(),
        model: model.into(),
        last_for_next_time: before.iter().rev().find_map(|session| session.for_next_time.clone()),
        prior_actions: vault
            .results()
            .open_actions(client.id)?
            .into_iter()
            .filter(|open| open.session_id != frame.session.id)
            .map(|open| open.action.into())
            .collect(),
        withdrawals_to_see_to: vault.clients().withdrawals_to_see_to(client.id)?.into_iter().map(|id| id.0).collect(),
        session: frame.session.into(),
        checks: frame.checks.into_iter().map(Into::into).collect(),
        consents: frame.consents.into_iter().map(Into::into).collect(),
        topics: frame.topics.into_iter().map(Into::into).collect(),
        focus: frame.focus.into_iter().map(Into::into).collect(),
        measures: frame.measures.into_iter().map(Into::into).collect(),
        insights: frame.insights.into_iter().map(Into::into).collect(),
        strengths: frame.strengths.into_iter().map(Into::into).collect(),
        resources: frame.resources.into_iter().map(Into::into).collect(),
        skills: frame.skills.into_iter().map(Into::into).collect(),
        actions: frame.actions.into_iter().map(Into::into).collect(),
        accountability: frame.accountability.into_iter().map(Into::into).collect(),
        follow_ups: frame.follow_ups.into_iter().map(Into::into).collect(),
        people: frame.people.into_iter().map(Into::into).collect(),
        drafts: frame.drafts.into_iter().map(|draft| Draft { editor: draft.editor, text: draft.text }).collect(),
        flags: counted(open),
        course,
    })
}

/// Returns the sessions of the same engagement that were held before this one, oldest first.
fn earlier(vault: &mut Vault, session: &core_session::Session) -> Result<Vec<core_session::Session>, CommandError> {
    let client = vault.engagements().get(session.engagement_id)?.client_id;
    let mut held: Vec<_> = vault
        .sessions()
        .list_of_client(client)?
        .into_iter()
        .filter(|other| other.engagement_id == session.engagement_id && other.id != session.id)
        .filter(|other| matches!(other.status, SessionStatus::Ended | SessionStatus::Completed))
        .filter(|other| session.started_at.is_none() || other.started_at < session.started_at)
        .collect();
    held.sort_by_key(|other| other.started_at);
    Ok(held)
}

/// Returns what the agreement of an engagement says, one signed on paper outside the book too.
pub(super) fn agreement_in_force(
    vault: &mut Vault,
    engagement: &Engagement,
) -> Result<Option<AgreementInForce>, CommandError> {
    let version = in_force_version(vault, engagement.id)?;
    Ok(version.map(in_force).or_else(|| signed_on_paper(&engagement.fields)))
}

/// Returns the version an engagement stands under: the newest one that was made ready to sign.
fn in_force_version(vault: &mut Vault, engagement: EngagementId) -> Result<Option<AgreementVersion>, CommandError> {
    let Some(newest) = vault.agreements().current(engagement)? else { return Ok(None) };
    let mut versions = vault.agreements().versions(newest.agreement_id)?.into_iter();
    Ok(versions.find(|version| matches!(version.status, VersionStatus::Issued | VersionStatus::Signed)))
}

/// What the opening of a session reads from the agreement.
fn in_force(version: AgreementVersion) -> AgreementInForce {
    let body = |key: &str| {
        let mut clauses = version.clauses.iter().filter(|clause| clause.included);
        clauses.find(|clause| clause.key == key).map(|clause| readable(&clause.body))
    };
    let columns = body(clauses::DOS_AND_DONTS).and_then(|body| clauses::columns(clauses::DOS_AND_DONTS, &body));
    let (does, does_not) = columns.unwrap_or_default();
    AgreementInForce {
        version_id: Some(version.id.0),
        version_no: Some(version.version_no),
        signed_on: version.signed_on.map(day),
        status: version.status.key().to_owned(),
        scope: body("scope"),
        does,
        does_not,
        limits: body("confidentiality"),
    }
}

/// The words of a clause; a gap that was left to be written on by hand is a dash.
fn readable(body: &str) -> String {
    let word = |piece| match piece {
        gaps::Piece::Text(text) => text,
        gaps::Piece::Gap(_) => "–",
    };
    gaps::parse(body).into_iter().map(word).collect()
}

/// An agreement that was signed on paper before the book: its day is known, its words are not.
fn signed_on_paper(engagement: &EngagementDraft) -> Option<AgreementInForce> {
    engagement.signed_on_paper.map(|signed_on| AgreementInForce {
        version_id: None,
        version_no: None,
        signed_on: Some(day(signed_on)),
        status: VersionStatus::Signed.key().to_owned(),
        scope: engagement.scope.clone(),
        does: Vec::new(),
        does_not: Vec::new(),
        limits: None,
    })
}

fn counted(open: flags::Flags) -> Vec<Flag> {
    let counts = [
        ("no_retention_date", open.no_retention_date),
        ("withdrawal_not_mentioned", open.withdrawal_not_mentioned),
        ("limits_not_stated", usize::from(open.limits_not_stated)),
        ("undated_actions", open.undated_actions),
        ("dates_to_look_at", open.dates_to_look_at),
        ("actions_nobody_knows", open.actions_nobody_knows),
        ("measures_unknown", open.measures_unknown),
    ];
    let shown = counts.into_iter().filter(|(_, count)| *count > 0);
    shown.map(|(key, count)| Flag { key: key.to_owned(), count: u32::try_from(count).unwrap_or(u32::MAX) }).collect()
}

/// Says when a session was held, and reads the date words of its actions anew from that day.
pub(crate) fn held_on(
    vault: &mut Vault,
    id: SessionId,
    date: NaiveDate,
    time: Option<NaiveTime>,
) -> Result<(), CommandError> {
    let session = vault.sessions().frame(id)?.session;
    let kept = session.started_at.map(|at| at.with_timezone(&session.zone).time());
    let before = session.base_date();
    vault.sessions().set_held_on(id, date, time.or(kept).unwrap_or_default())?;
    move_consents(vault, id, before, date)?;
    for action in vault.sessions().actions_with_due_words(id)? {
        let words = action.due.text.as_deref().unwrap_or_default();
        if let (Some(row), Some(due)) = (action.id, date_words::read(words, date, Weekday::Mon)) {
            vault.sessions().save_due(row, &due)?;
        }
    }
    Ok(())
}

/// Consents given in the session were given on its day; those of other days stay as they are.
fn move_consents(
    vault: &mut Vault,
    id: SessionId,
    before: Option<NaiveDate>,
    date: NaiveDate,
) -> Result<(), CommandError> {
    for consent in vault.sessions().frame(id)?.consents {
        if consent.given_on.is_some() && consent.given_on == before {
            let row = SessionRow::Consent(Consent { given_on: Some(date), ..consent });
            vault.sessions().save_row(id, &row)?;
        }
    }
    Ok(())
}

/// Notes what comes next.
pub(crate) fn next(
    vault: &mut Vault,
    id: SessionId,
    at: Option<DateTime<Utc>>,
    for_next_time: Option<&str>,
    reflection: Option<&str>,
) -> Result<(), CommandError> {
    vault.sessions().set_next(id, at)?;
    vault.sessions().set_for_next_time(id, for_next_time)?;
    vault.sessions().set_reflection(id, reflection)?;
    Ok(())
}
