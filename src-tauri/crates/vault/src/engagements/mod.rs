//! Engagements: the programmes agreed with a client.

mod report;

use coachbook_core::{
    ClientId, EngagementId,
    engagement::{Delivery, Engagement, EngagementDraft, FundedBy},
};
use rusqlite::{Connection, Row};

use crate::{
    error::VaultError,
    store::{Answer, Named, Stored, Tx, Vault, all, day, keyed, one, small},
};

/// How many sessions an engagement has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionCounts {
    /// Begun or held, those before the book too.
    pub held: u32,
    /// Agreed in all; none when not said.
    pub planned: Option<u32>,
}

/// What can be asked about engagements.
pub struct Engagements<'a>(pub(crate) &'a mut Vault);

impl Engagements<'_> {
    /// Returns the engagements of a client, newest first.
    pub fn of_client(&self, client: ClientId) -> Answer<Vec<Engagement>> {
        all(self.0.read(), include_str!("of_client.sql"), &[(":client", &client.0)], read_engagement)
    }

    /// Returns an engagement.
    pub fn get(&self, id: EngagementId) -> Answer<Engagement> {
        engagement(self.0.read(), id)
    }

    /// Saves an engagement: a new one without a number; else the one with it, unless it was changed since `rev` was
    /// read. The client of an engagement never changes.
    pub fn save(
        &mut self,
        client: ClientId,
        id: Option<EngagementId>,
        rev: Option<i64>,
        draft: &EngagementDraft,
    ) -> Answer<Engagement> {
        self.0.write(|tx| save(tx, client, id, rev, draft))
    }

    /// Returns how many sessions were held and how many were agreed.
    pub fn session_counts(&self, id: EngagementId) -> Answer<SessionCounts> {
        one(self.0.read(), include_str!("session_counts.sql"), &[(":id", &id.0)], |row| {
            Ok(SessionCounts { held: row.get("held")?, planned: small(row, "planned")? })
        })
    }
}

fn save(
    tx: &mut Tx<'_>,
    client: ClientId,
    id: Option<EngagementId>,
    rev: Option<i64>,
    draft: &EngagementDraft,
) -> Answer<Engagement> {
    let values: Named<'_> = &[
        (":client", &client.0),
        (":title", &draft.title),
        (":scope", &draft.scope),
        (":funded_by", &Stored::Key(draft.funded_by.map(FundedBy::key))),
        (":start_date", &Stored::Day(draft.start_date)),
        (":end_date", &Stored::Day(draft.end_date)),
        (":planned_sessions", &draft.planned_sessions),
        (":sessions_before", &draft.sessions_before),
        (":session_minutes", &draft.session_minutes),
        (":cadence", &draft.cadence),
        (":delivery", &Stored::Key(draft.delivery.map(Delivery::key))),
        (":fee_text", &draft.fee_text),
        (":signed_on_paper", &Stored::Day(draft.signed_on_paper)),
        (":sponsor", &draft.sponsor),
        (":sponsor_contact", &draft.sponsor_contact),
        (":model", &draft.model),
    ];
    let Some(id) = id else {
        let id = tx.insert(include_str!("insert.sql"), values)?;
        return engagement(tx.sql, EngagementId(id));
    };
    let mut with_id = values.to_vec();
    with_id.push((":id", &id.0));
    with_id.push((":seen", &rev));
    let changed = tx.run(include_str!("update.sql"), &with_id)?;
    // Answers NotFound by itself when the engagement is gone.
    let engagement = engagement(tx.sql, id)?;
    if changed == 0 { Err(VaultError::Stale) } else { Ok(engagement) }
}

pub(crate) fn engagement(sql: &Connection, id: EngagementId) -> Answer<Engagement> {
    one(sql, include_str!("get.sql"), &[(":id", &id.0)], read_engagement)
}

fn read_engagement(row: &Row<'_>) -> rusqlite::Result<Engagement> {
    Ok(Engagement {
        id: EngagementId(row.get("id")?),
        client_id: ClientId(row.get("client_id")?),
        rev: row.get("rev")?,
        fields: EngagementDraft {
            title: row.get("title")?,
            scope: row.get("scope")?,
            funded_by: keyed(row, "funded_by", FundedBy::from_key)?,
            start_date: day(row, "start_date")?,
            end_date: day(row, "end_date")?,
            planned_sessions: small(row, "planned_sessions")?,
            sessions_before: small(row, "sessions_before")?,
            session_minutes: small(row, "session_minutes")?,
            cadence: row.get("cadence")?,
            delivery: keyed(row, "delivery", Delivery::from_key)?,
            fee_text: row.get("fee_text")?,
            signed_on_paper: day(row, "signed_on_paper")?,
            sponsor: row.get("sponsor")?,
            sponsor_contact: row.get("sponsor_contact")?,
            model: row.get("model")?,
        },
    })
}
