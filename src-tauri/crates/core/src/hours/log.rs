//! From clients and sessions to the rows of the log.

use chrono::{Months, NaiveDate};

use super::{Activity, CredentialTarget, EarlierHours, HoursFilter, LoggedClient, LoggedSession};
use crate::{
    consent::{Consent, ConsentDecision, ConsentPurpose},
    flags::in_force,
    session::SessionStatus,
};

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoursRow {
    /// Number, from 1.
    pub no: u32,
    /// Name, or the alias in its place.
    pub who: String,
    /// How many are in the group; none for one person.
    pub group_size: Option<u32>,
    /// Contact.
    pub contact: Option<String>,
    /// First day of the work together.
    pub first: NaiveDate,
    /// Last day within the log.
    pub last: NaiveDate,
    /// Paid minutes.
    pub paid_minutes: u64,
    /// Minutes nobody paid for.
    pub pro_bono_minutes: u64,
}

/// Something counted against what is asked: minutes, or clients.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// What, as "Paid hours".
    pub what: String,
    /// Reached: minutes, or clients.
    pub reached: u64,
    /// Asked for: hours, or clients.
    pub asked: u32,
    /// Whether hours are measured.
    pub is_hours: bool,
}

/// The log. Whoever has not agreed to be listed has no field here but a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoursContent {
    /// First day covered.
    pub from: Option<NaiveDate>,
    /// Last day covered.
    pub until: NaiveDate,
    /// Day the coach's training began, if nothing before it was counted.
    pub training_began: Option<NaiveDate>,
    /// Largest group counted.
    pub group_max: u32,
    /// The lines.
    pub rows: Vec<HoursRow>,
    /// Sum of paid minutes.
    pub paid_minutes: u64,
    /// Sum of minutes nobody paid for.
    pub pro_bono_minutes: u64,
    /// Clients counted; each member of a group is one.
    pub clients: u64,
    /// Clients with hours who have not agreed to be listed.
    pub left_off: usize,
    /// Groups that are too large to count.
    pub too_large: usize,
    /// The credential's name, the day and place its numbers were looked up, and how it stands.
    pub progress: Option<(CredentialTarget, Vec<Measured>)>,
}

/// Returns whether a client may be named in a log: agreed, and not taken back since. `consents` stand oldest first.
pub fn may_be_listed(consents: &[Consent]) -> bool {
    in_force(consents).into_iter().any(|row| {
        row.purpose == ConsentPurpose::ListInHoursLog
            && row.decision == ConsentDecision::Granted
            && row.withdrawn_at.is_none()
    })
}

/// Returns what of a client stays in the log when they are erased: one sum without a name, if they had agreed to be listed.
pub fn stays_in_log(client: &LoggedClient) -> Option<EarlierHours> {
    let everything = HoursFilter { from: None, until: NaiveDate::MAX, training_began: None, group_max: u32::MAX };
    let row = row(client, &everything).filter(|_| may_be_listed(&client.consents))?;
    let minutes = |sum: u64| u32::try_from(sum).unwrap_or(u32::MAX);
    Some(EarlierHours {
        first: row.first,
        last: row.last,
        paid_minutes: minutes(row.paid_minutes),
        pro_bono_minutes: minutes(row.pro_bono_minutes),
    })
}

/// Makes the log.
pub fn hours_log(clients: &[LoggedClient], filter: &HoursFilter, target: Option<&CredentialTarget>) -> HoursContent {
    let mut content = HoursContent {
        from: filter.from,
        until: filter.until,
        training_began: filter.training_began,
        group_max: filter.group_max,
        rows: Vec::new(),
        paid_minutes: 0,
        pro_bono_minutes: 0,
        clients: 0,
        left_off: 0,
        too_large: 0,
        progress: None,
    };
    let mut listed: Vec<&LoggedClient> = Vec::new();
    for client in clients {
        let Some(row) = row(client, filter) else { continue };
        if client.group_size.is_some_and(|size| size > filter.group_max) {
            content.too_large += 1;
        } else if !client.erased && !may_be_listed(&client.consents) {
            content.left_off += 1;
        } else {
            content.rows.push(row);
            listed.push(client);
        }
    }
    content.rows.sort_by(|a, b| (a.first, &a.who).cmp(&(b.first, &b.who)));
    (1..).zip(&mut content.rows).for_each(|(no, row)| row.no = no);
    content.paid_minutes = content.rows.iter().map(|row| row.paid_minutes).sum();
    content.pro_bono_minutes = content.rows.iter().map(|row| row.pro_bono_minutes).sum();
    content.clients = content.rows.iter().map(|row| u64::from(row.group_size.unwrap_or(1))).sum();
    content.progress = target.map(|target| (target.clone(), progress(target, &content, &listed, filter)));
    content
}

/// A client's line, not yet numbered; none when nothing counts.
fn row(client: &LoggedClient, filter: &HoursFilter) -> Option<HoursRow> {
    let mut first: Option<NaiveDate> = None;
    let mut last: Option<NaiveDate> = None;
    let (mut paid, mut pro_bono) = (0, 0);
    let mut add = |from: NaiveDate, to: NaiveDate, paid_minutes: u32, free_minutes: u32| {
        first = Some(first.map_or(from, |day| day.min(from)));
        last = Some(last.map_or(to, |day| day.max(to)));
        paid += u64::from(paid_minutes);
        pro_bono += u64::from(free_minutes);
    };
    // Sums from before the book can't be cut at a day: they count when all of them lie within.
    let earlier = client.earlier.as_ref().filter(|sum| covers(sum.first, filter) && covers(sum.last, filter));
    if let Some(sum) = earlier {
        add(sum.first, sum.last, sum.paid_minutes, sum.pro_bono_minutes);
    }
    for session in client.sessions.iter().filter(|session| counts(session, filter)) {
        let (paid, free) = if session.paid.is_paid() { (session.minutes, 0) } else { (0, session.minutes) };
        add(session.on, session.on, paid, free);
    }
    (paid + pro_bono > 0).then_some(())?;
    Some(HoursRow {
        no: 0,
        who: client.alias.clone().unwrap_or_else(|| client.name.clone()),
        group_size: client.group_size,
        contact: client.contact.clone(),
        first: first?,
        last: last?,
        paid_minutes: paid,
        pro_bono_minutes: pro_bono,
    })
}

fn counts(session: &LoggedSession, filter: &HoursFilter) -> bool {
    session.activity == Activity::Coaching && session.status == SessionStatus::Completed && covers(session.on, filter)
}

fn covers(day: NaiveDate, filter: &HoursFilter) -> bool {
    let begins = filter.from.max(filter.training_began);
    begins.is_none_or(|first| day >= first) && day <= filter.until
}

fn progress(
    target: &CredentialTarget,
    content: &HoursContent,
    listed: &[&LoggedClient],
    filter: &HoursFilter,
) -> Vec<Measured> {
    let measured = |what: &str, reached: u64, asked: u32, is_hours: bool| Measured {
        what: what.to_owned(),
        reached,
        asked,
        is_hours,
    };
    let all = content.paid_minutes + content.pro_bono_minutes;
    let mut rows = vec![
        measured("Hours", all, target.hours, true),
        measured("Paid hours", content.paid_minutes, target.paid_hours, true),
        measured("Clients", content.clients, target.clients, false),
    ];
    if let Some((asked, months)) = target.recent {
        // Only sessions with a day of their own can be told to be recent.
        let since = filter.until.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN);
        let sessions = listed.iter().flat_map(|client| &client.sessions);
        let recent = sessions.filter(|session| counts(session, filter) && session.on > since);
        let minutes = recent.map(|session| u64::from(session.minutes)).sum();
        rows.push(measured(&format!("Hours in the last {months} months"), minutes, asked, true));
    }
    rows
}
