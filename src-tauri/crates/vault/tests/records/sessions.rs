use chrono::{NaiveDate, NaiveTime};
use coachbook_core::client::Person;
use coachbook_core::{
    SessionId, TopicId,
    consent::{Consent, ConsentDecision, ConsentMethod, ConsentPurpose},
    note::{NoteDraft, Visibility},
    results::{
        Accountability, AccountabilityKind, Action, ActionStatus, DevelopmentArea, Due, DueKind, FollowUp, Insight,
        NamedBy, Owner, Resource, Strength,
    },
    session::{
        CheckKey, FocusLine, FocusSlot, Measure, SessionRow, SessionRowId, SessionStatus, Standing, Topic, TopicStatus,
    },
};
use coachbook_testkit::at;
use coachbook_vault::{Make, StartFrom, TimelineKind, VaultError};

use crate::scene::{Scene, ZONE};

fn topic(title: &str) -> SessionRow {
    SessionRow::Topic(Topic {
        id: None,
        title: title.to_owned(),
        short_name: None,
        status: TopicStatus::Open,
        phase: "G".to_owned(),
        after_what_else: false,
        returned_at: None,
    })
}

fn add_topic(scene: &mut Scene, session: SessionId, title: &str) -> TopicId {
    match scene.vault.sessions().save_row(session, &topic(title)).unwrap() {
        SessionRowId::Topic(id) => id,
        other => panic!("a topic was saved, not {other:?}"),
    }
}

#[test]
fn a_whole_session_comes_back_after_a_crash() {
    let mut scene = Scene::new();
    let planned = scene.vault.sessions().plan(scene.engagement, at("2026-03-04T09:00:00Z"), ZONE, 60).unwrap();
    assert_eq!((planned.number, planned.status), (None, SessionStatus::Planned));
    assert_eq!(scene.vault.timeline().today().unwrap().planned[0].session, planned);
    let id = scene.vault.sessions().start(StartFrom::Planned(planned.id), ZONE, 60).unwrap().session.id;
    scene.vault.sessions().tick_check(id, CheckKey::RoleRestated, Some(true), Some("Sure.")).unwrap();
    let team = add_topic(&mut scene, id, "Speaking up in the team");
    scene.clock.pass(10);
    scene.vault.sessions().set_stage(id, Some(team), "G").unwrap();
    scene.vault.sessions().pause(id).unwrap();
    scene.clock.pass(5);
    scene.vault.sessions().resume(id).unwrap();
    scene.clock.pass(15);
    scene.vault.drafts().save(id, "line", "I will tell An").unwrap();
    let draft = NoteDraft::plain("I will tell Anna on Friday", "W", Some(team));
    let kept = scene.keep(id, "u-1", &draft.text, Some(Make::action(&draft)));
    assert_eq!(kept.note.elapsed_ms, 25 * 60_000, "the pause is left out");
    scene.clock.pass(30);
    scene.vault.drafts().save(id, "closing", "half a wo").unwrap();
    scene.vault.sessions().set_reflection(id, Some("I spoke less.")).unwrap();

    let before = scene.vault.sessions().get(id).unwrap();
    let mut scene = scene.crash();
    assert_eq!(scene.vault.sessions().get(id).unwrap(), before);
    assert_eq!(scene.vault.sessions().in_progress().unwrap().map(|session| session.id), Some(id));
    assert_eq!(before.frame.drafts.len(), 1, "the line's editor was emptied, the closing one was not");
    assert_eq!(before.frame.session.number, Some(3), "two sessions were held on paper");

    let done = scene.vault.sessions().finish(id).unwrap();
    assert_eq!((done.status, done.minutes()), (SessionStatus::Completed, Some(55)));
    let spans = scene.vault.sessions().spans(id).unwrap();
    let states: Vec<(&str, &str)> = spans.iter().map(|span| (span.phase.as_str(), span.state.as_str())).collect();
    assert_eq!(states, [("OPEN", "active"), ("G", "active"), ("G", "paused"), ("G", "active")]);
    assert!(spans.iter().all(|span| span.ended_at.is_some()));
    assert_eq!(scene.vault.sessions().reopen(id).unwrap().status, SessionStatus::Ended);

    let row = scene.vault.clients().list().unwrap().remove(0);
    assert_eq!((row.open_actions, row.sessions_held, row.sessions_planned), (1, 3, Some(6)));
    let line = scene.vault.timeline().of_client(scene.client).unwrap();
    assert!(matches!(line[0].kind, TimelineKind::Action(_)), "{line:?}");
    assert_eq!(line.len(), 3, "the action, the session, the engagement: {line:?}");
}

#[test]
fn every_kind_of_row_is_saved_changed_removed_and_restored() {
    let mut scene = Scene::new();
    let id = scene.start();
    let shared = Visibility::Shared;
    let text = || "words".to_owned();
    let standing = Standing::unknown();
    let rows = [
        topic("A topic"),
        SessionRow::Focus(FocusLine {
            id: None,
            slot: FocusSlot::Importance,
            text: text(),
            standing: standing.clone(),
        }),
        SessionRow::Measure(Measure { id: None, topic_id: None, text: text(), how_known: None, standing }),
        SessionRow::Insight(Insight::of("words")),
        SessionRow::Strength(Strength {
            id: None,
            text: text(),
            named_by: NamedBy::Client,
            from_note_id: None,
            visibility: shared,
        }),
        SessionRow::Resource(Resource { id: None, text: text(), from_note_id: None, visibility: shared }),
        SessionRow::Skill(DevelopmentArea { id: None, text: text(), from_note_id: None, visibility: shared }),
        SessionRow::Action(Action::of("words")),
        SessionRow::Accountability(Accountability {
            id: None,
            kind: AccountabilityKind::Person,
            who: text(),
            how: None,
            how_often: None,
            actions: vec![],
            visibility: shared,
        }),
        SessionRow::FollowUp(FollowUp {
            id: None,
            owner: Owner::Coach,
            what: text(),
            due_date: None,
            done: false,
            visibility: shared,
        }),
        SessionRow::Person(Person { id: None, alias: text(), relation: Some("colleague".to_owned()) }),
        SessionRow::Consent(consent()),
    ];
    let ids: Vec<SessionRowId> = rows.iter().map(|row| scene.vault.sessions().save_row(id, row).unwrap()).collect();
    let frame = scene.vault.sessions().frame(id).unwrap();
    let again = [
        SessionRow::Topic(frame.topics[0].clone()),
        SessionRow::Action(Action { status: ActionStatus::Done, ..frame.actions[0].clone() }),
        SessionRow::Consent(frame.consents[0].clone()),
    ];
    for row in &again {
        assert_eq!(Some(scene.vault.sessions().save_row(id, row).unwrap()), row.id(), "a row keeps its number");
    }
    let full = scene.vault.sessions().frame(id).unwrap();
    assert_eq!(full.actions[0].status, ActionStatus::Done);
    for row in &ids {
        scene.vault.sessions().remove_row(id, *row).unwrap();
    }
    let empty = scene.vault.sessions().frame(id).unwrap();
    assert!(empty.topics.is_empty() && empty.consents.is_empty() && empty.people.is_empty(), "{empty:?}");
    assert!(empty.focus.is_empty() && empty.measures.is_empty() && empty.accountability.is_empty());
    assert_eq!(
        scene.vault.sessions().save_row(id, &again[0]),
        Err(VaultError::NotFound),
        "a removed row stays removed"
    );
    for row in &ids {
        scene.vault.sessions().restore_row(id, *row).unwrap();
    }
    assert_eq!(scene.vault.sessions().frame(id).unwrap(), full);
}

fn consent() -> Consent {
    Consent {
        id: None,
        purpose: ConsentPurpose::RecordAudio,
        recipient: None,
        use_limit: None,
        identity_disclosed: None,
        third_party_disclosed: Some(false),
        decision: ConsentDecision::Granted,
        method: ConsentMethod::Verbal,
        quote: Some("Yes, go ahead".to_owned()),
        given_on: NaiveDate::from_ymd_opt(2026, 3, 4),
        retention_until: None,
        withdrawal_explained: Some(true),
        withdrawn_at: None,
    }
}

#[test]
fn a_consent_is_withdrawn_once_and_stays() {
    let mut scene = Scene::new();
    let id = scene.start();
    let SessionRowId::Consent(consent) = scene.vault.sessions().save_row(id, &SessionRow::Consent(consent())).unwrap()
    else {
        panic!("a consent was saved")
    };
    scene.vault.sessions().withdraw_consent(consent).unwrap();
    let kept = scene.vault.sessions().frame(id).unwrap().consents.remove(0);
    assert_eq!((kept.decision, kept.withdrawn_at), (ConsentDecision::Withdrawn, Some(at("2026-03-04T09:00:00Z"))));
    assert_eq!(scene.vault.sessions().withdraw_consent(consent), Err(VaultError::NotFound));
}

#[test]
fn a_withdrawal_waits_through_later_sessions_until_it_is_seen_to() {
    let mut scene = Scene::new();
    let id = scene.start();
    let SessionRowId::Consent(consent) = scene.vault.sessions().save_row(id, &SessionRow::Consent(consent())).unwrap()
    else {
        panic!("a consent was saved")
    };
    let client = scene.client;
    let waiting = |scene: &mut Scene| scene.vault.clients().withdrawals_to_see_to(client).unwrap();
    scene.vault.sessions().tick_check(id, CheckKey::WithdrawalSeenTo, None, None).unwrap();
    assert!(waiting(&mut scene).is_empty(), "a control: nothing was withdrawn");
    scene.clock.pass(1);
    scene.vault.sessions().withdraw_consent(consent).unwrap();
    assert_eq!(waiting(&mut scene), [consent], "a tick before it says nothing of it");
    scene.vault.sessions().end(id).unwrap();
    scene.clock.pass(10_000);
    let later = scene.start();
    assert_eq!(waiting(&mut scene), [consent]);
    scene.vault.sessions().tick_check(later, CheckKey::WithdrawalSeenTo, None, None).unwrap();
    assert!(waiting(&mut scene).is_empty());
    scene.vault.sessions().untick_check(later, CheckKey::WithdrawalSeenTo).unwrap();
    assert_eq!(waiting(&mut scene), [consent], "a slip is taken back");
}

#[test]
fn one_session_runs_and_a_forgotten_one_ends_at_its_last_line() {
    let mut scene = Scene::new();
    let forgotten = scene.start();
    scene.clock.pass(40);
    scene.keep(forgotten, "u-1", "the last line", None);
    scene.clock.pass(20);
    scene.vault.sessions().pause(forgotten).unwrap();
    scene.clock.pass(30);
    scene.vault.sessions().resume(forgotten).unwrap();
    scene.clock.pass(600);
    let started = scene.vault.sessions().start(StartFrom::Engagement(scene.engagement), ZONE, 60).unwrap();
    let ended = started.ended.unwrap();
    assert_eq!((ended.id, ended.status, ended.minutes()), (forgotten, SessionStatus::Ended, Some(40)));
    assert_eq!(started.session.number, Some(4));
    let running = scene.vault.sessions().in_progress().unwrap().unwrap();
    assert_eq!(running.id, started.session.id);
    assert_eq!(scene.vault.sessions().pause(forgotten), Err(VaultError::Stale), "an ended session has no clock");
}

#[test]
fn held_on_moves_a_session_with_its_length_and_dates_can_be_read_again() {
    let mut scene = Scene::new();
    let id = scene.start();
    let due = Due { kind: DueKind::On, text: Some("tomorrow".to_owned()), read_from_words: true, ..Due::none() };
    let dated = Action { due, ..Action::of("Call Anna") };
    scene.vault.sessions().save_row(id, &SessionRow::Action(dated)).unwrap();
    scene.vault.sessions().save_row(id, &SessionRow::Action(Action::of("No date"))).unwrap();
    scene.clock.pass(10);
    scene.keep(id, "u-1", "a line", None);
    scene.clock.pass(40);
    scene.vault.sessions().end(id).unwrap();
    let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    let moved = scene.vault.sessions().set_held_on(id, day, NaiveTime::from_hms_opt(18, 30, 0).unwrap()).unwrap();
    assert_eq!((moved.started_at, moved.minutes()), (Some(at("2026-03-02T17:30:00Z")), Some(50)));
    assert_eq!(moved.base_date(), Some(day));
    let record = scene.vault.sessions().get(id).unwrap();
    assert_eq!((record.notes[0].at, record.notes[0].elapsed_ms), (at("2026-03-02T17:40:00Z"), 600_000));
    let spans = scene.vault.sessions().spans(id).unwrap();
    assert_eq!((spans[0].started_at, spans[0].ended_at), (moved.started_at.unwrap(), moved.ended_at));

    let worded = scene.vault.sessions().actions_with_due_words(id).unwrap();
    assert_eq!(worded.len(), 1);
    let read = Due { date: day.succ_opt(), ..worded[0].due.clone() };
    scene.vault.sessions().save_due(worded[0].id.unwrap(), &read).unwrap();
    assert_eq!(scene.vault.sessions().frame(id).unwrap().actions[0].due, read);
}
