//! Papers of the practice as a whole: hours, what is done with personal data, who must be told.

use chrono::NaiveDate;
use coachbook_core::{
    ClientId,
    client::{Client, ClientStatus},
    continuity::{self, ContinuitySheet},
    engagement::{Engagement, FundedBy},
    hours::{
        self, Activity, EarlierHours, HoursContent, HoursFilter, LoggedClient, LoggedSession, PaidClass, hours_log,
    },
    processing::{default_register, retention_rules},
    protection::Protection,
    session::Session,
};
use coachbook_documents::{
    Labels,
    papers::{DataHandling, Privacy},
};
use coachbook_vault::{ClientRow, ErasedClient, Vault};

use super::today;
use crate::{copies::standing, os, state::local_zone, wire::CommandError};

/// Largest group whose hours count: the number most bodies name.
const GROUP_MAX: u32 = 15;

/// The log of hours, and what could not be put into it.
pub(crate) struct Hours {
    pub(crate) log: HoursContent,
    /// Clients with a programme of which nobody has said who pays: their hours are neither paid nor unpaid.
    pub(crate) pay_not_said: usize,
}

/// Returns the log of coaching hours. Without a last day it reaches to today.
pub(crate) fn hours(
    vault: &mut Vault,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
) -> Result<Hours, CommandError> {
    let until = until.unwrap_or_else(|| today(vault));
    let filter = HoursFilter { from, until, training_began: None, group_max: GROUP_MAX };
    let mut clients = Vec::new();
    let mut pay_not_said = 0;
    for row in vault.clients().list()? {
        let (client, silent) = logged_client(vault, row.client)?;
        pay_not_said += usize::from(silent);
        clients.push(client);
    }
    clients.extend(vault.clients().erased()?.into_iter().map(logged_erased));
    Ok(Hours { log: hours_log(&clients, &filter, None), pay_not_said })
}

/// Returns what stays in the log when a client is erased.
pub(crate) fn stays_in_log(vault: &mut Vault, id: ClientId) -> Result<Option<EarlierHours>, CommandError> {
    let client = vault.clients().get(id)?;
    Ok(hours::stays_in_log(&logged_client(vault, client)?.0))
}

/// A client as the log sees them, and whether nobody has said who pays for some of their sessions.
fn logged_client(vault: &mut Vault, client: Client) -> Result<(LoggedClient, bool), CommandError> {
    let engagements = vault.engagements().of_client(client.id)?;
    let held = vault.sessions().list_of_client(client.id)?;
    let fields = client.fields;
    let (sessions, silent) = logged(&engagements, &held, fields.status);
    let logged = LoggedClient {
        name: fields.legal_name.unwrap_or(fields.display_name),
        alias: None,
        contact: fields.email.or(fields.phone),
        group_size: None,
        consents: vault.clients().consents(client.id)?,
        sessions,
        // What was held before the book has a number there and no days: it cannot be logged.
        earlier: None,
        erased: false,
    };
    Ok((logged, silent))
}

/// What is left of a client who was erased.
fn logged_erased(left: ErasedClient) -> LoggedClient {
    LoggedClient {
        name: left.pseudonym,
        alias: None,
        contact: None,
        group_size: None,
        consents: Vec::new(),
        sessions: Vec::new(),
        earlier: left.hours,
        erased: true,
    }
}

/// The sessions of a client that can be logged, and whether there are some of which nobody has said who pays.
fn logged(engagements: &[Engagement], held: &[Session], status: ClientStatus) -> (Vec<LoggedSession>, bool) {
    // Who is only being talked to is not being coached yet.
    let activity = if status == ClientStatus::Prospect { Activity::Discovery } else { Activity::Coaching };
    let mut silent = false;
    let sessions = held.iter().filter_map(|session| {
        let programme = engagements.iter().find(|one| one.id == session.engagement_id)?;
        // Held on paper, a session may have a day and no length: there is nothing to count.
        let minutes = u32::try_from(session.minutes()?).ok().filter(|minutes| *minutes > 0)?;
        let Some(funded_by) = programme.fields.funded_by else {
            silent = true;
            return None;
        };
        let (on, paid) = (session.base_date()?, paid_class(funded_by));
        Some(LoggedSession { on, minutes, activity, paid, status: session.status })
    });
    (sessions.collect(), silent)
}

const fn paid_class(funded_by: FundedBy) -> PaidClass {
    match funded_by {
        FundedBy::SelfPaid => PaidClass::Paid,
        FundedBy::Sponsor | FundedBy::Employer => PaidClass::ThirdParty,
        FundedBy::Barter => PaidClass::Barter,
        FundedBy::ProBono => PaidClass::ProBono,
    }
}

/// Returns what the notice and the record of processing are made from: the list most practices begin with, which says
/// of itself that it is to be checked.
pub(in crate::papers) fn privacy(vault: &mut Vault, labels: &Labels) -> Result<Privacy, CommandError> {
    Ok(Privacy {
        register: default_register(|activity| labels.activity(activity)),
        rules: retention_rules(vault.practice().settings()?.keep_years),
        safeguards: Some(labels.safeguards_text()),
        complaint_body: None,
        to_be_checked: true,
    })
}

/// Returns how data are handled, as the book is set now.
pub(in crate::papers) fn data_handling(vault: &mut Vault) -> Result<DataHandling, CommandError> {
    let settings = vault.practice().settings()?;
    let by_hand = vault.practice().copies_by_hand()?;
    let protection = Protection {
        idle_lock_minutes: settings.idle_lock_minutes,
        sheet_confirmed: settings.recovery_confirmed,
        hears_the_system: os::HEARS_THE_SYSTEM,
        keychain: vault.book().has_keychain(),
        copies: standing::kept(vault.book(), by_hand),
    };
    Ok(DataHandling { protection, rules: retention_rules(settings.keep_years) })
}

/// Returns the sheet for a colleague.
pub(in crate::papers) fn continuity_sheet(vault: &mut Vault) -> Result<ContinuitySheet, CommandError> {
    let rows = vault.clients().list()?;
    let next = |row: &ClientRow| row.next_session_at.map(|at| at.with_timezone(&local_zone()).naive_local());
    let clients: Vec<_> = rows.iter().map(|row| (&row.client.fields, next(row))).collect();
    Ok(continuity::sheet(&clients, None, today(vault)))
}
