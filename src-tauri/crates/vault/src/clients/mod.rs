//! Clients, and what a list of them shows.

mod access;
mod erasing;
pub(crate) mod people;

pub use access::record_mark;
pub use erasing::{ClientHoldings, ErasedClient};

use chrono::{DateTime, Utc};
use coachbook_core::{
    ClientId, ConsentId,
    agreement::VersionStatus,
    book::PaperSize,
    client::{Client, ClientDraft, ClientStatus},
    consent::Consent,
};
use rusqlite::{Connection, Row};

use crate::{
    error::VaultError,
    store::{Answer, Named, Stored, Tx, Vault, all, keyed, moment, one, required_keyed},
};

/// A client as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientRow {
    /// The client.
    pub client: Client,
    /// Number of open actions.
    pub open_actions: u32,
    /// Moment the last session began.
    pub last_session_at: Option<DateTime<Utc>>,
    /// Moment of the next session, planned or agreed.
    pub next_session_at: Option<DateTime<Utc>>,
    /// Title of the newest engagement.
    pub engagement_title: Option<String>,
    /// Sessions held in it, those before the book too.
    pub sessions_held: u32,
    /// Sessions planned for it, as agreed.
    pub sessions_planned: Option<u32>,
    /// Standing of its agreement: the signed version, else the issued, else the draft; signed when it is on paper.
    pub agreement_state: Option<VersionStatus>,
}

/// What can be asked about clients.
pub struct Clients<'a>(pub(crate) &'a mut Vault);

impl Clients<'_> {
    /// Returns every client by name, archived ones too.
    pub fn list(&self) -> Answer<Vec<ClientRow>> {
        let now = Stored::from(self.0.now());
        all(self.0.read(), include_str!("list.sql"), &[(":now", &now)], |row| {
            Ok(ClientRow {
                client: read_client(row)?,
                open_actions: row.get("open_actions")?,
                last_session_at: moment(row, "last_session_at")?,
                next_session_at: moment(row, "next_session_at")?,
                engagement_title: row.get("engagement_title")?,
                sessions_held: row.get("sessions_held")?,
                sessions_planned: row.get("sessions_planned")?,
                agreement_state: keyed(row, "agreement_state", VersionStatus::from_key)?,
            })
        })
    }

    /// Returns a client.
    pub fn get(&self, id: ClientId) -> Answer<Client> {
        client(self.0.read(), id)
    }

    /// Saves a client: a new one without a number; else the one with it, unless it was changed since `rev` was read.
    pub fn save(&mut self, id: Option<ClientId>, rev: Option<i64>, draft: &ClientDraft) -> Answer<Client> {
        self.0.write(|tx| save(tx, id, rev, draft))
    }

    /// Returns everything the client was asked to consent to, oldest first.
    pub fn consents(&self, id: ClientId) -> Answer<Vec<Consent>> {
        all(self.0.read(), include_str!("consent/of_client.sql"), &[(":client", &id.0)], people::read_consent)
    }

    /// Returns the consents to a recording that the client withdrew and that nobody has yet said were acted on.
    pub fn withdrawals_to_see_to(&self, id: ClientId) -> Answer<Vec<ConsentId>> {
        all(self.0.read(), include_str!("consent/to_see_to.sql"), &[(":client", &id.0)], |row| {
            row.get("id").map(ConsentId)
        })
    }

    /// Puts a client away; nothing is deleted.
    pub fn archive(&mut self, id: ClientId) -> Answer<Client> {
        self.0.write(|tx| {
            tx.change(include_str!("archive.sql"), &[(":id", &id.0)])?;
            client(tx.sql, id)
        })
    }

    /// Brings a client back to where it stood before it was put away.
    pub fn restore(&mut self, id: ClientId) -> Answer<Client> {
        self.0.write(|tx| {
            tx.change(include_str!("restore.sql"), &[(":id", &id.0)])?;
            client(tx.sql, id)
        })
    }
}

fn save(tx: &mut Tx<'_>, id: Option<ClientId>, rev: Option<i64>, draft: &ClientDraft) -> Answer<Client> {
    let values: Named<'_> = &[
        (":display_name", &draft.display_name),
        (":legal_name", &draft.legal_name),
        (":preferred_name", &draft.preferred_name),
        (":pronouns", &draft.pronouns),
        (":language", &draft.language),
        (":email", &draft.email),
        (":phone", &draft.phone),
        (":address", &draft.address),
        (":role_title", &draft.role_title),
        (":role_now", &draft.role_now),
        (":background", &draft.background),
        (":sector", &draft.sector),
        (":organisation", &draft.organisation),
        (":call_link", &draft.call_link),
        (":status", &draft.status.key()),
        (":large_print", &draft.large_print),
        (":paper_size", &Stored::Key(draft.paper_size.map(PaperSize::key))),
    ];
    let Some(id) = id else {
        let id = tx.insert(include_str!("insert.sql"), values)?;
        return client(tx.sql, ClientId(id));
    };
    let mut with_id = values.to_vec();
    with_id.push((":id", &id.0));
    with_id.push((":seen", &rev));
    let changed = tx.run(include_str!("update.sql"), &with_id)?;
    // Answers NotFound by itself when the client is gone.
    let client = client(tx.sql, id)?;
    if changed == 0 { Err(VaultError::Stale) } else { Ok(client) }
}

fn client(sql: &Connection, id: ClientId) -> Answer<Client> {
    one(sql, include_str!("get.sql"), &[(":id", &id.0)], read_client)
}

fn read_client(row: &Row<'_>) -> rusqlite::Result<Client> {
    Ok(Client {
        id: ClientId(row.get("id")?),
        rev: row.get("rev")?,
        pseudonym: row.get("pseudonym")?,
        fields: ClientDraft {
            display_name: row.get("display_name")?,
            legal_name: row.get("legal_name")?,
            preferred_name: row.get("preferred_name")?,
            pronouns: row.get("pronouns")?,
            language: row.get("language")?,
            email: row.get("email")?,
            phone: row.get("phone")?,
            address: row.get("address")?,
            role_title: row.get("role_title")?,
            role_now: row.get("role_now")?,
            background: row.get("background")?,
            sector: row.get("sector")?,
            organisation: row.get("organisation")?,
            call_link: row.get("call_link")?,
            status: required_keyed(row, "status", ClientStatus::from_key)?,
            large_print: row.get("large_print")?,
            paper_size: keyed(row, "paper_size", PaperSize::from_key)?,
        },
    })
}
