//! What a sponsor is told, as coach and client write it.

use chrono::NaiveDate;
use coachbook_core::{
    EngagementId,
    sponsor::{SponsorReport as Record, Standing},
};
use coachbook_vault::Vault;

use crate::wire::{CommandError, day, papers::SponsorReport};

/// Returns the report to the sponsor and how it stands.
pub(crate) fn sponsor_report(vault: &mut Vault, id: EngagementId) -> Result<SponsorReport, CommandError> {
    let engagement = vault.engagements().get(id)?;
    let report = vault.engagements().sponsor_report(id)?;
    Ok(SponsorReport {
        client_id: engagement.client_id.0,
        sponsor: engagement.fields.sponsor.unwrap_or_default(),
        from: report.as_ref().and_then(|report| report.from).map(day),
        until: report.as_ref().and_then(|report| report.until).map(day),
        standing: standing_key(report.as_ref().map_or(Standing::NoPeriod, Record::standing)).to_owned(),
        approved_on: report.as_ref().and_then(|report| report.approval.as_ref()).map(|approval| day(approval.on)),
        progress: report.map(|report| report.progress).unwrap_or_default(),
    })
}

const fn standing_key(standing: Standing) -> &'static str {
    match standing {
        Standing::NoPeriod => "no_period",
        Standing::Backwards => "backwards",
        Standing::Waiting => "waiting",
        Standing::Changed => "changed",
        Standing::Approved => "approved",
    }
}

/// Writes the report to the sponsor, as it is typed.
pub(crate) fn save_sponsor_report(
    vault: &mut Vault,
    id: EngagementId,
    period: (Option<NaiveDate>, Option<NaiveDate>),
    progress: &str,
) -> Result<SponsorReport, CommandError> {
    vault.engagements().save_sponsor_report(id, period, progress)?;
    sponsor_report(vault, id)
}

/// Notes that the client approved the words as they stand.
pub(crate) fn approve_sponsor_report(
    vault: &mut Vault,
    id: EngagementId,
    on: NaiveDate,
) -> Result<SponsorReport, CommandError> {
    let client = vault.engagements().get(id)?.client_id;
    let fields = vault.clients().get(client)?.fields;
    let by = fields.legal_name.unwrap_or(fields.display_name);
    vault.engagements().approve_sponsor_report(id, &by, on)?;
    sponsor_report(vault, id)
}
