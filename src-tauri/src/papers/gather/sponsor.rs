//! Papers of three: coach, client, and whoever pays for the client.

use coachbook_core::{
    EngagementId,
    agreement::{GapAnswer, GapFill},
    clauses,
    engagement::FundedBy,
    gaps,
    hours::{Activity, LoggedSession, PaidClass},
    sponsor::{SponsorContent, Work, for_client, for_sponsor},
};
use coachbook_documents::{Labels, PaperSetup, papers::ThreeWayAgreement};
use coachbook_vault::{Vault, VaultError};

use super::content;
use crate::{views, wire::CommandError};

/// Returns the agreement of three, from the newest words of the one between coach and client.
pub(in crate::papers) fn three_way(
    vault: &mut Vault,
    id: i64,
    setup: &PaperSetup,
) -> Result<ThreeWayAgreement, CommandError> {
    let labels = setup.labels();
    let version = vault.agreements().current(EngagementId(id))?.ok_or(VaultError::NotFound)?;
    let filled = views::fields_and_sheet(vault, version.id)?;
    let coach = vault.practice().coach()?;
    let programme = filled.engagement.fields.clone();
    let mut fills = filled.version.fills.clone();
    let known = programme.sponsor.clone().map(GapAnswer::Words);
    fills.extend(known.map(|answer| GapFill { key: "sponsor.name".to_owned(), answer }));
    let clauses = clauses::sponsor_clauses();
    let sources = gaps::Sources {
        fills: &fills,
        client: &filled.client.fields,
        engagement: &programme,
        // The sponsor's clauses come with the program, in English.
        spoken: &views::spoken(&programme, Labels::of("en")),
        coach: &coach,
        practice: &[],
    };
    let sheet = gaps::fill(&clauses, sources);
    let side = content::SponsorSide {
        name: programme.sponsor.clone(),
        contact: programme.sponsor_contact.clone(),
        pays: matches!(programme.funded_by, Some(FundedBy::Sponsor | FundedBy::Employer)),
        clauses: sheet
            .clauses
            .into_iter()
            .zip(&clauses)
            .map(|(clause, stored)| content::clause_on_paper(clause, &stored.body, labels))
            .collect(),
    };
    Ok(content::three_way(content::agreement(filled, &coach, labels), side, labels))
}

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
    let mut content = for_sponsor(&report, work).unwrap_or_else(|_| for_client(&report, work));
    // Those held before the book have no days to be listed, and were held all the same.
    content.held += fields.sessions_before.unwrap_or(0) as usize;
    Ok(content)
}
