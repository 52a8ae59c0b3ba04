//! What a colleague needs to tell clients if the coach no longer can: who they are, how they are reached, when they are
//! expected. Not a word of what they came for.

use chrono::{NaiveDate, NaiveDateTime};

use crate::client::{ClientDraft, ClientStatus};

/// A client as the colleague sees her.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContinuityRow {
    /// The name she uses.
    pub name: String,
    /// Telephone first: it is quicker.
    pub reach: Vec<String>,
    /// The next session, in local time.
    pub next: Option<NaiveDateTime>,
}

/// The sheet. What a client came for has no field here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContinuitySheet {
    /// The colleague it is for.
    pub colleague: Option<String>,
    /// The day it shows.
    pub as_of: NaiveDate,
    /// Active clients, those expected first at the top.
    pub rows: Vec<ContinuityRow>,
}

/// Makes the sheet from clients and their next sessions; only who is being coached now stands on it. A session that
/// was over by the day of the sheet is not the next one.
pub fn sheet(
    clients: &[(&ClientDraft, Option<NaiveDateTime>)],
    colleague: Option<String>,
    as_of: NaiveDate,
) -> ContinuitySheet {
    let mut rows: Vec<ContinuityRow> = clients
        .iter()
        .filter(|(client, _)| client.status == ClientStatus::Active)
        .map(|(client, next)| ContinuityRow {
            name: client.display_name.clone(),
            reach: [&client.phone, &client.email].into_iter().flatten().map(|way| way.trim().to_owned()).collect(),
            next: next.filter(|at| at.date() >= as_of),
        })
        .collect();
    rows.sort_by(|a, b| (a.next.is_none(), a.next, &a.name).cmp(&(b.next.is_none(), b.next, &b.name)));
    ContinuitySheet { colleague, as_of, rows }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(name: &str, status: ClientStatus) -> ClientDraft {
        ClientDraft {
            status,
            phone: Some("+48 00 000 00 00".into()),
            background: Some("canary".into()),
            role_title: Some("canary".into()),
            role_now: Some("canary".into()),
            organisation: Some("canary".into()),
            sector: Some("canary".into()),
            legal_name: Some("canary".into()),
            pronouns: Some("canary".into()),
            language: Some("canary".into()),
            call_link: Some("canary".into()),
            address: Some("canary".into()),
            ..ClientDraft::named(name)
        }
    }

    #[test]
    fn active_clients_alone_and_nothing_of_what_they_came_for() {
        let clients: Vec<ClientDraft> =
            ClientStatus::ALL.iter().map(|status| client(&format!("{status:?}"), *status)).collect();
        let pairs: Vec<_> = clients.iter().map(|client| (client, None)).collect();
        let sheet = sheet(&pairs, None, "2026-03-04".parse().unwrap());
        assert_eq!(sheet.rows.len(), 1);
        assert_eq!((sheet.rows[0].name.as_str(), sheet.rows[0].reach.len()), ("Active", 1));
        assert!(!format!("{sheet:?}").contains("canary"));
    }

    #[test]
    fn who_is_expected_first_stands_first_and_the_past_is_not_next() {
        let at = |text: &str| Some(text.parse::<NaiveDateTime>().unwrap());
        let (a, b, c) =
            (client("A", ClientStatus::Active), client("B", ClientStatus::Active), client("C", ClientStatus::Active));
        let pairs = [(&a, at("2026-03-01T10:00:00")), (&b, at("2026-03-09T10:00:00")), (&c, at("2026-03-04T10:00:00"))];
        let sheet = sheet(&pairs, Some("Eva".into()), "2026-03-04".parse().unwrap());
        let order: Vec<_> = sheet.rows.iter().map(|row| (row.name.as_str(), row.next.is_some())).collect();
        assert_eq!(order, [("C", true), ("B", true), ("A", false)]);
    }
}
