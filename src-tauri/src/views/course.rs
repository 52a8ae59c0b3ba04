//! Where the course of a session waits for the coach: gaps, a forgotten end, the wrong client.

use coachbook_core::{client::ClientStatus, session::Session};
use coachbook_vault::Vault;

use crate::{
    window::can_stay_out_of_sharing,
    wire::{
        CommandError,
        course::{Course, EndedBefore, SessionHome},
    },
};

/// Returns what the course of a session leaves to be said.
pub(crate) fn course(vault: &mut Vault, session: &Session) -> Result<Course, CommandError> {
    let assumed = vault.sessions().ends_assumed()?;
    let gaps = vault.sessions().gaps(session.id)?;
    let stays_out = vault.practice().settings()?.stay_out_of_sharing;
    Ok(Course {
        gaps: gaps.into_iter().map(Into::into).collect(),
        held_until: EndedBefore::from(session.clone()).held_until,
        end_assumed: assumed.iter().any(|other| other.id == session.id),
        may_change_client: session.may_change_client(vault.now()),
        stays_out_of_sharing: stays_out && can_stay_out_of_sharing(),
        ended_before: assumed.into_iter().find(|other| other.id != session.id).map(Into::into),
    })
}

/// Returns where a session may belong: the engagements of clients who are not archived, by name.
pub(crate) fn session_homes(vault: &mut Vault) -> Result<Vec<SessionHome>, CommandError> {
    let mut homes = Vec::new();
    for row in vault.clients().list()? {
        if row.client.fields.status == ClientStatus::Archived {
            continue;
        }
        let home = |engagement_id, title| SessionHome {
            engagement_id,
            client_id: row.client.id.0,
            name: row.client.fields.display_name.clone(),
            title,
        };
        let engagements = vault.engagements().of_client(row.client.id)?;
        if engagements.is_empty() {
            homes.push(home(None, None));
        }
        homes.extend(engagements.into_iter().map(|one| home(Some(one.id.0), one.fields.title)));
    }
    Ok(homes)
}
