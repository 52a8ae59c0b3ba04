//! The same as two of the papers, for other programs; and what stands behind those of the practice.

use coachbook_core::ClientId;
use coachbook_exchange::{access_json as json, hours_csv as csv};
use coachbook_vault::Vault;

use super::gather::{
    self,
    access::{answer, labels_of},
    practice::hours,
};
use crate::{
    state::local_day,
    wire::{CommandError, day, papers::PracticePapers, read_day},
};

/// Returns the log of hours as a table, and the name it is offered under.
pub(crate) fn hours_csv(
    vault: &mut Vault,
    from: Option<String>,
    until: Option<String>,
) -> Result<(String, Vec<u8>), CommandError> {
    let (from, until) = (read_day(from.as_deref())?, read_day(until.as_deref())?);
    let table = csv::write(&hours(vault, from, until)?.log).map_err(|_| CommandError::unexpected())?;
    Ok((format!("{}_hours-log.csv", gather::today(vault)), table))
}

/// Returns what a client who asks is given, and the name it is offered under.
pub(crate) fn access_json(vault: &mut Vault, client: ClientId) -> Result<(String, Vec<u8>), CommandError> {
    let labels = labels_of(vault, client)?;
    let file = json::write(&answer(vault, client, labels)?).map_err(|_| CommandError::unexpected())?;
    Ok((format!("{}_your-data.json", gather::today(vault)), file))
}

/// Counts what stands behind the papers of the practice.
pub(crate) fn practice_papers(vault: &mut Vault) -> Result<PracticePapers, CommandError> {
    let hours = hours(vault, None, None)?;
    let printed = vault.practice().continuity_print()?;
    Ok(PracticePapers {
        continuity_printed: printed.map(|(at, _)| day(local_day(at))),
        changed_since: printed.map_or(0, |(_, changed)| changed),
        listed: hours.log.rows.len(),
        left_off: hours.log.left_off,
        pay_not_said: hours.pay_not_said,
        active: gather::practice::continuity_sheet(vault)?.rows.len(),
    })
}
