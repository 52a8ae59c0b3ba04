//! What whoever pays for the client is told.

use coachbook_core::{
    EngagementId,
    hours::{Activity, LoggedSession, PaidClass},
    sponsor::{SponsorContent, Work, for_client, for_sponsor},
};
use coachbook_vault::{Vault, VaultError};

use crate::wire::CommandError;

/// Returns the report as the sponsor receives it; while the client has not approved these very words, as the copy the
/// client is asked to approve.
pub(in crate::papers) fn report(vault: &mut Vault, id: i64) -> Result<SponsorContent, CommandError> {
    let id = EngagementId(id);
    let engagement = vault.engagements().get(id)?;
    let client = vault.clients().get(engagement.client_id)?.fields;
    let report = vault.engagements().sponsor_report(id)?.ok_or(VaultError::NotFound)?;
    let held = vault.sessions().list_of_client(engagement.client_id)?;
    let sessions: Vec<LoggedSession> = held
        .into_iter()
        .filter(|session| session.engagement_id == id)
        .filter_map(|session| {
            Some(LoggedSession {
                on: session.base_date()?,
                minutes: 0,
                activity: Activity::Coaching,
                paid: PaidClass::ThirdParty,
                status: session.status,
            })
        })
        .collect();
    let fields = &engagement.fields;
    let work = Work {
        client: client.legal_name.as_deref().unwrap_or(&client.display_name),
        engagement: fields.title.as_deref(),
        planned: fields.planned_sessions,
        sessions: &sessions,
        goals: &[],
    };
    let content = for_sponsor(&report, work).or_else(|_| for_client(&report, work));
    let mut content = content.map_err(|_| CommandError::malformed())?;
    // Those held before the book have no days to be listed, and were held all the same.
    content.held += fields.sessions_before.unwrap_or(0) as usize;
    Ok(content)
}
