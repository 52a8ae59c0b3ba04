//! The list of clients and a client's page.

use coachbook_core::{ClientId, agreement::VersionStatus, engagement as core_engagement, session::Session};
use coachbook_vault::{TimelineAt, TimelineEntry, TimelineKind, Vault};

use crate::{
    state::local_day,
    wire::{
        CommandError,
        clients::{self as wire, ClientPage, ClientRow, Engagement, OpenAction},
        day, moment,
    },
};

/// Days after which an unsigned agreement is pointed out.
pub(crate) const UNSIGNED_TOO_LONG: u32 = 7;

/// Returns the list of clients, archived ones too.
pub(crate) fn client_rows(vault: &mut Vault) -> Result<Vec<ClientRow>, CommandError> {
    let rows = vault.clients().list()?;
    rows.into_iter().map(|row| client_row(vault, row)).collect()
}

fn client_row(vault: &mut Vault, row: coachbook_vault::ClientRow) -> Result<ClientRow, CommandError> {
    let newest = vault.engagements().of_client(row.client.id)?.into_iter().next();
    let agreement = newest.as_ref().map(|engagement| agreement_state(vault, engagement)).transpose()?;
    Ok(ClientRow {
        id: row.client.id.0,
        rev: row.client.rev,
        name_on_screen: row.client.name_on_screen().to_owned(),
        name: row.client.fields.display_name,
        role_title: row.client.fields.role_title,
        status: row.client.fields.status.key().to_owned(),
        open_actions: row.open_actions,
        last_session_on: row.last_session_at.map(|at| day(local_day(at))),
        next_session_at: row.next_session_at.map(moment),
        engagement_id: newest.map(|engagement| engagement.id.0),
        held: row.sessions_held,
        planned: row.sessions_planned,
        agreement: agreement.map_or("none", |(state, _)| state).to_owned(),
    })
}

/// Says where the agreement of an engagement stands, and which version that is.
fn agreement_state(
    vault: &mut Vault,
    engagement: &core_engagement::Engagement,
) -> Result<(&'static str, Option<i64>), CommandError> {
    let version = vault.agreements().current(engagement.id)?;
    let number = version.as_ref().map(|version| version.id.0);
    if engagement.fields.signed_on_paper.is_some() {
        return Ok(("signed", number));
    }
    let Some(version) = version else { return Ok(("none", None)) };
    let waited = version.issued_at.map(|at| (vault.now() - at).num_days());
    let state = match version.status {
        VersionStatus::Draft => "draft",
        VersionStatus::Issued if waited.is_some_and(|days| days >= i64::from(UNSIGNED_TOO_LONG)) => "unsigned_long",
        VersionStatus::Issued => "issued",
        VersionStatus::Signed | VersionStatus::Superseded => "signed",
    };
    Ok((state, number))
}

/// Returns an engagement with its counts.
pub(crate) fn engagement(vault: &mut Vault, record: core_engagement::Engagement) -> Result<Engagement, CommandError> {
    let counts = vault.engagements().session_counts(record.id)?;
    let (agreement, version_id) = agreement_state(vault, &record)?;
    Ok(Engagement {
        id: record.id.0,
        client_id: record.client_id.0,
        rev: record.rev,
        held: counts.held,
        planned: counts.planned,
        agreement: agreement.to_owned(),
        version_id,
        fields: record.fields.into(),
    })
}

/// Returns everything on a client's page.
pub(crate) fn client_page(vault: &mut Vault, id: ClientId) -> Result<ClientPage, CommandError> {
    let client = vault.clients().get(id)?;
    let engagements = vault.engagements().of_client(id)?;
    let sessions = vault.sessions().list_of_client(id)?;
    let open = vault.results().open_actions(id)?;
    let gains = vault.results().gains(id)?;
    Ok(ClientPage {
        client: client.into(),
        engagements: engagements.into_iter().map(|row| engagement(vault, row)).collect::<Result<_, _>>()?,
        timeline: vault.timeline().of_client(id)?.into_iter().map(entry).collect(),
        open_actions: open
            .into_iter()
            .map(|row| OpenAction { session_id: Some(row.session_id.0), action: row.action.into() })
            .collect(),
        people: gains.people.into_iter().map(Into::into).collect(),
        strengths: gains.strengths.into_iter().map(Into::into).collect(),
        resources: gains.resources.into_iter().map(Into::into).collect(),
        skills: gains.skills.into_iter().map(Into::into).collect(),
        sessions: sessions.iter().map(session_row).collect(),
    })
}

fn session_row(session: &Session) -> wire::SessionListRow {
    wire::SessionListRow {
        session_id: session.id.0,
        engagement_id: session.engagement_id.0,
        number: session.number,
        status: session.status.key().to_owned(),
        held_on: session.base_date().map(day),
        planned_at: session.planned_at.map(moment),
        minutes: session.minutes(),
    }
}

fn entry(row: TimelineEntry) -> wire::TimelineEntry {
    let (kind, version_id, engagement_id) = match row.kind {
        TimelineKind::Session(_) => ("session", None, None),
        TimelineKind::AgreementIssued(id) => ("agreement_issued", Some(id.0), None),
        TimelineKind::AgreementSigned(id) => ("agreement_signed", Some(id.0), None),
        TimelineKind::Consent(_) => ("consent", None, None),
        TimelineKind::ConsentWithdrawn(_) => ("consent_withdrawn", None, None),
        TimelineKind::Action(_) => ("action", None, None),
        TimelineKind::Engagement(id) => ("engagement", None, Some(id.0)),
        TimelineKind::SessionMovedAway => ("session_moved_away", None, None),
        TimelineKind::SessionMovedHere => ("session_moved_here", None, None),
    };
    wire::TimelineEntry {
        at: match row.at {
            TimelineAt::Moment(at) => moment(at),
            TimelineAt::Day(on) => day(on),
        },
        kind: kind.to_owned(),
        title: row.title.unwrap_or_default(),
        detail: row.state,
        session_id: row.session_id.map(|id| id.0),
        version_id,
        engagement_id,
    }
}
