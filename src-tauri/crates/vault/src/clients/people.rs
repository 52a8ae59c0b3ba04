//! The people a client speaks of, and the client's consents.

use coachbook_core::{
    ConsentId, PersonId, SessionId,
    client::Person,
    consent::{Consent, ConsentDecision, ConsentMethod, ConsentPurpose},
};
use rusqlite::{Result, Row};

use crate::store::{Answer, Stored, Tx, day, moment, required_keyed};

pub(crate) fn save_person(tx: &mut Tx<'_>, session: SessionId, person: &Person) -> Answer<PersonId> {
    tx.save(
        person.id.map(|id| id.0),
        include_str!("person/save.sql"),
        &[(":session", &session.0), (":alias", &person.alias), (":relation", &person.relation)],
    )
    .map(PersonId)
}

pub(crate) fn read_person(row: &Row<'_>) -> Result<Person> {
    Ok(Person { id: Some(PersonId(row.get("id")?)), alias: row.get("alias")?, relation: row.get("relation")? })
}

pub(crate) fn save_consent(tx: &mut Tx<'_>, session: SessionId, consent: &Consent) -> Answer<ConsentId> {
    tx.save(
        consent.id.map(|id| id.0),
        include_str!("consent/save.sql"),
        &[
            (":session", &session.0),
            (":purpose", &consent.purpose.key()),
            (":recipient", &consent.recipient),
            (":use_limit", &consent.use_limit),
            (":identity_disclosed", &consent.identity_disclosed),
            (":third_party_disclosed", &consent.third_party_disclosed),
            (":decision", &consent.decision.key()),
            (":method", &consent.method.key()),
            (":quote", &consent.quote),
            (":given_on", &Stored::Day(consent.given_on)),
            (":retention_until", &Stored::Day(consent.retention_until)),
            (":withdrawal_explained", &consent.withdrawal_explained),
            (":withdrawn_at", &Stored::Moment(consent.withdrawn_at)),
        ],
    )
    .map(ConsentId)
}

pub(crate) fn read_consent(row: &Row<'_>) -> Result<Consent> {
    Ok(Consent {
        id: Some(ConsentId(row.get("id")?)),
        purpose: required_keyed(row, "purpose", ConsentPurpose::from_key)?,
        recipient: row.get("recipient")?,
        use_limit: row.get("use_limit")?,
        identity_disclosed: row.get("identity_disclosed")?,
        third_party_disclosed: row.get("third_party_disclosed")?,
        decision: required_keyed(row, "decision", ConsentDecision::from_key)?,
        method: required_keyed(row, "method", ConsentMethod::from_key)?,
        quote: row.get("quote")?,
        given_on: day(row, "given_on")?,
        retention_until: day(row, "retention_until")?,
        withdrawal_explained: row.get("withdrawal_explained")?,
        withdrawn_at: moment(row, "withdrawn_at")?,
    })
}
