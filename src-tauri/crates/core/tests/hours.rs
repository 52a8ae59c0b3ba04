//! The log of hours: minutes first, names only with consent, and only what counts.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use chrono::NaiveDate;
use coachbook_core::{
    consent::{Consent, ConsentDecision, ConsentMethod, ConsentPurpose},
    hours::*,
    session::SessionStatus,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn consent(decision: ConsentDecision) -> Consent {
    Consent::answered(ConsentPurpose::ListInHoursLog, decision, ConsentMethod::Written)
}

fn session(on: &str, minutes: u32) -> LoggedSession {
    LoggedSession {
        on: day(on),
        minutes,
        activity: Activity::Coaching,
        paid: PaidClass::Paid,
        status: SessionStatus::Completed,
    }
}

fn client(name: &str, sessions: Vec<LoggedSession>) -> LoggedClient {
    LoggedClient {
        name: name.to_owned(),
        alias: None,
        contact: Some(format!("{}@mail.example", name.to_lowercase())),
        group_size: None,
        consents: vec![consent(ConsentDecision::Granted)],
        sessions,
        earlier: None,
        erased: false,
    }
}

fn filter() -> HoursFilter {
    HoursFilter { from: None, until: day("2026-03-31"), training_began: None, group_max: 15 }
}

#[test]
fn three_times_fifty_minutes_are_two_hours_and_a_half() {
    let ana = client("Ana", vec![session("2026-01-05", 50), session("2026-01-12", 50), session("2026-01-19", 50)]);
    let log = hours_log(&[ana], &filter(), None);
    assert_eq!(log.rows[0].paid_minutes, 150);
    assert_eq!(hours(log.rows[0].paid_minutes), "2.50");
    assert_eq!(hours(50), "0.83", "control: rounded one by one they would make 2.49");
    for (minutes, printed) in [(0, "0.00"), (30, "0.50"), (1, "0.02"), (2, "0.03"), (59, "0.98"), (6_000, "100.00")] {
        assert_eq!(hours(minutes), printed, "{minutes} minutes");
    }
}

#[test]
fn the_foot_is_the_sum_of_the_minutes() {
    let clients: Vec<_> =
        ["Ana", "Ben", "Eva"].iter().map(|name| client(name, vec![session("2026-01-05", 50)])).collect();
    let log = hours_log(&clients, &filter(), None);
    assert_eq!((hours(log.paid_minutes), log.rows.len()), ("2.50".to_owned(), 3));
}

#[test]
fn without_consent_a_client_is_a_number_and_nothing_else() {
    let sessions = || vec![session("2026-01-05", 60)];
    let mut clients = vec![client("Ana", sessions()), client("Secretia", sessions())];
    clients[1].alias = Some("Secretia's alias".to_owned());
    assert_eq!(hours_log(&clients, &filter(), None).rows.len(), 2, "control: with consent both are listed");
    let given_then_withdrawn = vec![consent(ConsentDecision::Granted), consent(ConsentDecision::Withdrawn)];
    let mut taken_back = consent(ConsentDecision::Granted);
    taken_back.withdrawn_at = Some("2026-02-01T10:00:00Z".parse().unwrap());
    for consents in [vec![], vec![consent(ConsentDecision::Refused)], given_then_withdrawn, vec![taken_back]] {
        clients[1].consents = consents;
        let log = hours_log(&clients, &filter(), None);
        assert!(!format!("{log:?}").contains("Secretia") && !format!("{log:?}").contains("secretia"));
        assert_eq!((log.left_off, log.rows.len(), log.paid_minutes, log.clients), (1, 1, 60, 1));
    }
    clients[1].sessions.clear();
    assert_eq!(hours_log(&clients, &filter(), None).left_off, 0, "nothing of hers would have been listed");
}

#[test]
fn an_alias_stands_in_place_of_the_name() {
    let mut ana = client("Ana", vec![session("2026-01-05", 60)]);
    ana.alias = Some("Confidential client 1".to_owned());
    ana.contact = Some("people@example.org".to_owned());
    let log = format!("{:?}", hours_log(&[ana], &filter(), None));
    assert!(log.contains("Confidential client 1") && !log.contains("Ana"));
}

#[test]
fn only_coaching_that_was_held_within_the_days_counts() {
    let with = |change: &dyn Fn(&mut LoggedSession)| {
        let mut one = session("2026-01-05", 60);
        change(&mut one);
        let filter = HoursFilter { from: Some(day("2025-06-01")), training_began: Some(day("2025-09-01")), ..filter() };
        hours_log(&[client("Ana", vec![one])], &filter, None).paid_minutes
    };
    assert_eq!(with(&|_| {}), 60, "control");
    for activity in Activity::ALL.iter().filter(|one| **one != Activity::Coaching) {
        assert_eq!(with(&|one| one.activity = *activity), 0, "{activity:?}");
    }
    for status in SessionStatus::ALL.iter().filter(|one| **one != SessionStatus::Completed) {
        assert_eq!(with(&|one| one.status = *status), 0, "{status:?}");
    }
    for (on, counted) in [("2025-08-31", 0), ("2025-09-01", 60), ("2026-03-31", 60), ("2026-04-01", 0)] {
        assert_eq!(with(&|one| one.on = day(on)), counted, "{on}");
    }
}

#[test]
fn a_group_counts_its_hours_once_and_each_member_as_a_client() {
    let group = |size| LoggedClient { group_size: Some(size), ..client("Team", vec![session("2026-01-05", 90)]) };
    let log = hours_log(&[group(8), client("Ana", vec![session("2026-01-05", 60)])], &filter(), None);
    assert_eq!((log.paid_minutes, log.clients), (150, 9));
    let log = hours_log(&[group(16)], &filter(), None);
    assert_eq!((log.paid_minutes, log.clients, log.too_large), (0, 0, 1));
}

#[test]
fn paid_is_everything_but_pro_bono() {
    let sessions = PaidClass::ALL.iter().map(|paid| LoggedSession { paid: *paid, ..session("2026-01-05", 60) });
    let log = hours_log(&[client("Ana", sessions.collect())], &filter(), None);
    assert_eq!((log.paid_minutes, log.pro_bono_minutes), (240, 60));
}

#[test]
fn hours_from_before_the_book_count_as_a_whole_or_not_at_all() {
    let earlier =
        EarlierHours { first: day("2024-01-10"), last: day("2024-11-20"), paid_minutes: 600, pro_bono_minutes: 30 };
    let ana = LoggedClient { earlier: Some(earlier), ..client("Ana", vec![session("2026-01-05", 60)]) };
    let log = hours_log(std::slice::from_ref(&ana), &filter(), None);
    assert_eq!((log.paid_minutes, log.pro_bono_minutes), (660, 30));
    assert_eq!((log.rows[0].first, log.rows[0].last), (day("2024-01-10"), day("2026-01-05")));
    let cut = HoursFilter { from: Some(day("2024-06-01")), ..filter() };
    assert_eq!(hours_log(&[ana], &cut, None).paid_minutes, 60);
}

#[test]
fn of_an_erased_client_only_agreed_hours_stay_and_no_name() {
    let paid = vec![session("2026-01-05", 50), session("2026-02-05", 55)];
    let unpaid = LoggedSession { paid: PaidClass::ProBono, ..session("2026-01-20", 30) };
    let ana = client("Ana", paid.into_iter().chain([unpaid]).collect());
    let refused = LoggedClient { consents: vec![consent(ConsentDecision::Refused)], ..ana.clone() };
    assert_eq!(stays_in_log(&refused), None, "control");
    assert_eq!(stays_in_log(&client("Ana", Vec::new())), None);
    let sum = stays_in_log(&ana).unwrap();
    assert_eq!((sum.paid_minutes, sum.pro_bono_minutes), (105, 30));
    let left = LoggedClient {
        contact: None,
        consents: Vec::new(),
        sessions: Vec::new(),
        earlier: Some(sum),
        erased: true,
        ..client("Client 002", Vec::new())
    };
    let (before, after) = (hours_log(&[ana], &filter(), None), hours_log(&[left], &filter(), None));
    assert_eq!((after.paid_minutes, after.pro_bono_minutes, after.left_off), (105, 30, 0));
    assert_eq!((before.rows[0].first, before.rows[0].last), (after.rows[0].first, after.rows[0].last));
    assert_eq!((after.rows[0].who.as_str(), &after.rows[0].contact), ("Client 002", &None));
}

#[test]
fn progress_is_measured_against_numbers_that_were_looked_up() {
    let target = CredentialTarget {
        name: "A credential".to_owned(),
        hours: 100,
        paid_hours: 75,
        clients: 8,
        recent: Some((25, 18)),
        checked_on: day("2026-01-02"),
        source: None,
    };
    let ana = client("Ana", vec![session("2024-09-30", 60), session("2024-10-01", 60), session("2026-03-01", 50)]);
    let log = hours_log(&[ana], &filter(), Some(&target));
    let rows: Vec<_> = log.progress.unwrap().1.into_iter().map(|row| (row.reached, row.asked)).collect();
    assert_eq!(rows, [(170, 100), (170, 75), (1, 8), (110, 25)], "the last 18 months begin on 1 October 2024");
}
