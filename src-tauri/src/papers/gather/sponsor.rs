//! Papers of three: coach, client, and whoever pays for the client.

use coachbook_core::{
    EngagementId,
    agreement::{GapAnswer, GapFill},
    clauses,
    engagement::FundedBy,
    gaps,
};
use coachbook_documents::papers::ThreeWayAgreement;
use coachbook_vault::{Vault, VaultError};

use super::content;
use crate::{views, wire::CommandError};

/// Returns the agreement of three, from the newest words of the one between coach and client.
pub(in crate::papers) fn three_way(vault: &mut Vault, id: i64) -> Result<ThreeWayAgreement, CommandError> {
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
            .map(|(clause, stored)| content::clause_on_paper(clause, &stored.body))
            .collect(),
    };
    Ok(content::three_way(content::agreement(filled, &coach), side))
}
