//! The course of a session when it does not run straight: the wrong client, pauses, gaps, midnight, forgotten ends.

use chrono::NaiveTime;
use coachbook_core::{
    EngagementId, SessionId, TopicId,
    client::{ClientDraft, Person},
    consent::{Consent, ConsentDecision, ConsentMethod, ConsentPurpose},
    engagement::EngagementDraft,
    note::{NoteDraft, Visibility},
    results::{Accountability, AccountabilityKind, Action, Due, DueKind, Insight},
    session::{FocusLine, FocusSlot, SessionRow, SessionRowId, SessionStatus, Standing, Topic, TopicStatus},
};
use coachbook_testkit::at;
use coachbook_vault::{Make, SessionGap, StartFrom, TimelineKind, VaultError};

use crate::scene::{Scene, ZONE};

fn time(text: &str) -> NaiveTime {
    text.parse().unwrap()
}

/// Another client with an engagement.
fn adam(scene: &mut Scene) -> EngagementId {
    let client = scene.vault.clients().save(None, None, &ClientDraft::named("Adam")).unwrap().id;
    scene.vault.engagements().save(client, None, None, &EngagementDraft::default()).unwrap().id
}

fn person(alias: &str) -> SessionRow {
    SessionRow::Person(Person { id: None, alias: alias.to_owned(), relation: None })
}

fn topic(scene: &mut Scene, session: SessionId) -> TopicId {
    let row = SessionRow::Topic(Topic {
        id: None,
        title: "Speaking up".to_owned(),
        short_name: None,
        status: TopicStatus::Open,
        phase: "G".to_owned(),
        after_what_else: false,
        returned_at: None,
    });
    match scene.vault.sessions().save_row(session, &row).unwrap() {
        SessionRowId::Topic(id) => id,
        other => panic!("a topic was saved, not {other:?}"),
    }
}

/// A session in which something of every sort was kept, begun from a plan.
fn full_session(scene: &mut Scene) -> SessionId {
    let plan = scene.vault.sessions().plan(scene.engagement, at("2026-03-04T10:00:00Z"), ZONE, 60).unwrap();
    let id = scene.vault.sessions().start(StartFrom::Planned(plan.id), ZONE, 60).unwrap().session.id;
    let team = topic(scene, id);
    let note = NoteDraft::plain("The manager asks for figures", "R", Some(team));
    scene.keep(id, "u-1", &note.text, Some(Make::action(&note)));
    let consent = Consent::answered(ConsentPurpose::RecordAudio, ConsentDecision::Granted, ConsentMethod::Verbal);
    let line = FocusLine {
        id: None,
        slot: FocusSlot::WantedResult,
        text: "A way to say it".to_owned(),
        standing: Standing::unknown(),
    };
    for row in [
        SessionRow::Insight(Insight::of("It is not about figures")),
        SessionRow::Consent(consent),
        SessionRow::Focus(line),
        person("Mr. X"),
        person("Ewa"),
    ] {
        scene.vault.sessions().save_row(id, &row).unwrap();
    }
    scene.vault.sessions().set_for_next_time(id, Some("Ask about Ewa")).unwrap();
    id
}

fn aliases(scene: &mut Scene, session: SessionId) -> Vec<String> {
    scene.vault.sessions().frame(session).unwrap().people.into_iter().map(|person| person.alias).collect()
}

fn kinds(scene: &mut Scene, engagement: EngagementId) -> Vec<TimelineKind> {
    let client = scene.vault.engagements().get(engagement).unwrap().client_id;
    scene.vault.timeline().of_client(client).unwrap().into_iter().map(|entry| entry.kind).collect()
}

#[test]
fn a_session_goes_to_the_right_client_with_everything_in_it_and_back() {
    let mut scene = Scene::new();
    let (wrong, right) = (scene.engagement, adam(&mut scene));
    let known = scene.vault.sessions().start(StartFrom::Engagement(right), ZONE, 60).unwrap().session.id;
    scene.vault.sessions().save_row(known, &person("Mr. X")).unwrap();
    let before_kinds = (kinds(&mut scene, wrong), kinds(&mut scene, right));
    let id = full_session(&mut scene);
    let before = scene.vault.sessions().get(id).unwrap();
    scene.clock.pass(20);

    let moved = scene.vault.sessions().move_to_client(id, right).unwrap();
    assert_eq!((moved.engagement_id, moved.number), (right, Some(2)), "it is the second session over there");
    let after = scene.vault.sessions().get(id).unwrap();
    assert_eq!(after.notes.len(), 1);
    assert_eq!((after.frame.topics.len(), after.frame.consents.len(), after.frame.actions.len()), (1, 1, 1));
    assert_eq!(aliases(&mut scene, id), ["Mr. X", "Ewa"], "someone both speak of is there once");
    let adam = scene.vault.engagements().get(right).unwrap().client_id;
    assert_eq!(scene.vault.results().open_actions(adam).unwrap().len(), 1);

    let left = scene.client;
    assert!(scene.vault.results().open_actions(left).unwrap().is_empty());
    let plan = scene.vault.sessions().list_of_client(left).unwrap();
    assert_eq!(plan.len(), 1, "of the session only its plan is left, where it was made");
    assert_eq!((plan[0].status, plan[0].planned_at), (SessionStatus::Planned, Some(at("2026-03-04T10:00:00Z"))));
    assert!(kinds(&mut scene, wrong).contains(&TimelineKind::SessionMovedAway));
    assert!(kinds(&mut scene, right).contains(&TimelineKind::SessionMovedHere));
    let probe = scene.vault.sessions().start(StartFrom::Engagement(wrong), ZONE, 60).unwrap().session.id;
    assert!(aliases(&mut scene, probe).is_empty(), "nobody the client never spoke of stays with them");
    assert!(scene.vault.sessions().frame(probe).unwrap().consents.is_empty());
    scene.vault.sessions().end(probe).unwrap();
    scene.vault.sessions().remove(probe).unwrap();

    scene.clock.pass(1);
    scene.vault.sessions().move_to_client(id, wrong).unwrap();
    let back = scene.vault.sessions().get(id).unwrap();
    assert_eq!(back.frame.session.planned_at, before.frame.session.planned_at);
    let words = |record: &coachbook_core::session::SessionRecord| {
        (record.notes[0].fields.clone(), record.frame.people.clone(), record.frame.actions.clone())
    };
    assert_eq!(words(&back), words(&before));
    assert_eq!(scene.vault.sessions().list_of_client(left).unwrap().len(), 1, "the plan was taken back");
    assert_eq!(kinds(&mut scene, right), before_kinds.1, "nothing of the move is left");
    assert!(!kinds(&mut scene, wrong).contains(&TimelineKind::SessionMovedAway));
}

/// What ties a session to one before it: a topic taken up, an action that follows another, somebody who will know of both.
fn tied_session(scene: &mut Scene, before: SessionId) -> SessionId {
    let parked = topic(scene, before);
    let save = |scene: &mut Scene, id, row| scene.vault.sessions().save_row(id, &row).unwrap();
    let SessionRowId::Action(first) = save(scene, before, SessionRow::Action(Action::of("Write it down"))) else {
        panic!("an action was saved")
    };
    scene.vault.sessions().end(before).unwrap();
    scene.clock.pass(30);
    let id = scene.start();
    scene.vault.sessions().take_up(id, parked).unwrap();
    let follows = Action { after_action_id: Some(first), ..Action::of("Send it") };
    let SessionRowId::Action(second) = save(scene, id, SessionRow::Action(follows)) else {
        panic!("an action was saved")
    };
    let knows = Accountability {
        id: None,
        kind: AccountabilityKind::Person,
        who: "Ewa".to_owned(),
        how: None,
        how_often: None,
        actions: vec![first, second],
        visibility: Visibility::Shared,
    };
    save(scene, id, SessionRow::Accountability(knows));
    id
}

#[test]
fn what_ties_a_session_to_the_one_before_comes_back_with_it() {
    let mut scene = Scene::new();
    let right = adam(&mut scene);
    let before = scene.start();
    let id = tied_session(&mut scene, before);
    let ties = |scene: &mut Scene| {
        let frame = scene.vault.sessions().frame(id).unwrap();
        let waiting = scene.vault.sessions().waiting_topics(id).unwrap().len();
        (frame.actions[0].after_action_id.is_some(), frame.accountability[0].actions.len(), waiting)
    };
    let tied = ties(&mut scene);
    assert_eq!(tied, (true, 2, 0), "a control: the topic was taken up and waits no more");
    scene.clock.pass(1);
    scene.vault.sessions().move_to_client(id, right).unwrap();
    assert_eq!(ties(&mut scene), (false, 1, 0), "nothing of the other client hangs on it");
    scene.clock.pass(1);
    scene.vault.sessions().move_to_client(id, scene.engagement).unwrap();
    assert_eq!(ties(&mut scene), tied);
}

#[test]
fn a_session_is_not_moved_after_its_day() {
    let mut scene = Scene::new();
    let right = adam(&mut scene);
    let id = full_session(&mut scene);
    scene.clock.pass(60);
    scene.vault.sessions().end(id).unwrap();
    // 23:59 in Warsaw.
    scene.clock.set("2026-03-04T22:59:00Z");
    scene.vault.sessions().move_to_client(id, right).unwrap();
    scene.vault.sessions().move_to_client(id, scene.engagement).unwrap();
    scene.clock.pass(1);
    assert_eq!(scene.vault.sessions().move_to_client(id, right), Err(VaultError::DayOver));
    assert_eq!(scene.vault.sessions().frame(id).unwrap().session.engagement_id, scene.engagement);
    assert_eq!(scene.vault.sessions().move_to_client(id, EngagementId(99)), Err(VaultError::DayOver));
}

fn states(scene: &mut Scene, id: SessionId) -> Vec<String> {
    scene.vault.sessions().spans(id).unwrap().into_iter().map(|span| span.state).collect()
}

/// The one gap that waits for an answer.
fn gap(scene: &mut Scene, id: SessionId) -> SessionGap {
    let gaps = scene.vault.sessions().gaps(id).unwrap();
    assert_eq!(gaps.len(), 1, "{gaps:?}");
    gaps[0]
}

#[test]
fn a_crash_leaves_a_gap_since_the_last_sign_and_the_answer_counts() {
    let mut scene = Scene::new();
    let id = scene.start();
    scene.clock.pass(20);
    scene.keep(id, "u-1", "before", None);
    scene.clock.pass(10);
    scene.vault.drafts().save(id, "line", "half a li").unwrap();
    let mut scene = scene.crash();
    scene.clock.pass(52);
    scene.vault.sessions().return_to(id, None).unwrap();
    let asked = gap(&mut scene, id);
    assert_eq!((asked.started_at, asked.minutes()), (at("2026-03-04T09:30:00Z"), 52), "a draft is a sign, too");
    scene.clock.pass(3);
    assert_eq!(scene.keep(id, "u-2", "after", None).note.elapsed_ms, 33 * 60_000, "left out while nobody has said");
    scene.vault.sessions().return_to(id, None).unwrap();
    assert_eq!(scene.vault.sessions().gaps(id).unwrap().len(), 1, "coming back again asks nothing new");

    scene.vault.sessions().answer_gap(id, asked.id, Some(true)).unwrap();
    assert!(scene.vault.sessions().gaps(id).unwrap().is_empty());
    let lines: Vec<i64> =
        scene.vault.sessions().get(id).unwrap().notes.iter().map(|note| note.elapsed_ms / 60_000).collect();
    assert_eq!(lines, [20, 85], "lines after the gap stand where they were said");
    scene.clock.pass(5);
    let ended = scene.vault.sessions().end(id).unwrap();
    assert_eq!(ended.minutes(), Some(90));
    let left_out = scene.vault.sessions().answer_gap(id, asked.id, Some(false)).unwrap();
    assert_eq!(left_out.minutes(), Some(38), "an answer can be changed after the end");
    assert_eq!(states(&mut scene, id), ["active", "asleep", "active"]);
    scene.vault.sessions().answer_gap(id, asked.id, None).unwrap();
    assert_eq!(gap(&mut scene, id), asked, "and taken back");
}

#[test]
fn a_closed_book_says_since_when_nobody_was_there() {
    let mut scene = Scene::new();
    let id = scene.start();
    scene.clock.pass(25);
    // The machine slept: the book is locked when it wakes.
    scene.vault.sessions().fall_asleep(at("2026-03-04T09:15:00Z")).unwrap();
    let mut scene = scene.crash();
    scene.clock.pass(5);
    scene.vault.sessions().return_to(id, None).unwrap();
    assert_eq!((gap(&mut scene, id).started_at, gap(&mut scene, id).minutes()), (at("2026-03-04T09:15:00Z"), 15));
    assert_eq!(scene.vault.sessions().end(id).unwrap().minutes(), Some(15));
}

#[test]
fn a_glass_of_water_is_no_gap_and_a_pause_is_no_question() {
    let mut scene = Scene::new();
    let id = scene.start();
    scene.clock.pass(10);
    scene.vault.sessions().fall_asleep(at("2026-03-04T09:10:00Z")).unwrap();
    scene.clock.pass(3);
    scene.vault.sessions().return_to(id, None).unwrap();
    assert!(scene.vault.sessions().gaps(id).unwrap().is_empty());
    assert_eq!(scene.vault.sessions().frame(id).unwrap().session.elapsed_ms(at("2026-03-04T09:13:00Z")), 13 * 60_000);
    scene.vault.sessions().pause(id).unwrap();
    scene.vault.sessions().fall_asleep(at("2026-03-04T09:13:00Z")).unwrap();
    scene.clock.pass(47);
    let back = scene.vault.sessions().return_to(id, None).unwrap();
    assert_eq!(back.paused_since, Some(at("2026-03-04T09:13:00Z")), "a pause stays a pause");
    scene.vault.sessions().resume(id).unwrap();
    scene.clock.pass(7);
    assert_eq!(scene.vault.sessions().end(id).unwrap().minutes(), Some(20));
    assert!(scene.vault.sessions().gaps(id).unwrap().is_empty());
}

#[test]
fn the_window_may_say_since_when_it_slept() {
    let mut scene = Scene::new();
    let id = scene.start();
    scene.clock.pass(30);
    scene.keep(id, "u-1", "typed by a coach whose window woke up late", None);
    scene.clock.pass(1);
    scene.vault.sessions().return_to(id, Some(at("2026-03-04T09:05:00Z"))).unwrap();
    assert_eq!(gap(&mut scene, id).minutes(), 26);
    // A clock that was set may say anything.
    scene.clock.pass(10);
    scene.vault.sessions().return_to(id, Some(at("2020-01-01T00:00:00Z"))).unwrap();
    let gaps = scene.vault.sessions().gaps(id).unwrap();
    assert_eq!(gaps.iter().map(SessionGap::minutes).collect::<Vec<_>>(), [26, 10]);
    scene.vault.sessions().return_to(id, Some(at("2030-01-01T00:00:00Z"))).unwrap();
    assert_eq!(scene.vault.sessions().end(id).unwrap().minutes(), Some(5));
}

#[test]
fn a_forgotten_end_is_shown_until_it_is_set_or_said_to_be_right() {
    let mut scene = Scene::new();
    let forgotten = scene.start();
    scene.clock.pass(30);
    scene.vault.sessions().pause(forgotten).unwrap();
    scene.clock.pass(5);
    scene.vault.sessions().resume(forgotten).unwrap();
    scene.clock.pass(5);
    scene.keep(forgotten, "u-1", "the last line", None);
    scene.clock.pass(600);
    let started = scene.vault.sessions().start(StartFrom::Engagement(scene.engagement), ZONE, 60).unwrap();
    let assumed = scene.vault.sessions().ends_assumed().unwrap();
    assert_eq!(assumed, [started.ended.unwrap()]);
    assert_eq!(assumed[0].minutes(), Some(35));

    // 10:00 began, 10:40 the last line; it ended at 10:55.
    let set = scene.vault.sessions().set_ended(forgotten, time("10:55:00")).unwrap();
    assert_eq!((set.ended_at, set.minutes()), (Some(at("2026-03-04T09:55:00Z")), Some(50)));
    assert!(scene.vault.sessions().ends_assumed().unwrap().is_empty());
    let set = scene.vault.sessions().set_ended(forgotten, time("10:33:00")).unwrap();
    assert_eq!(set.minutes(), Some(30), "three minutes of the pause were before that end");
    assert_eq!(scene.vault.sessions().set_ended(forgotten, time("09:30:00")), Err(VaultError::Stale), "not yet over");
    assert_eq!(scene.vault.sessions().set_ended(started.session.id, time("11:00:00")), Err(VaultError::Stale));
}

#[test]
fn a_session_over_midnight_keeps_its_day_its_date_words_and_its_minutes() {
    let mut scene = Scene::new();
    // 23:30 in Warsaw.
    scene.clock.set("2026-03-04T22:30:00Z");
    let id = scene.start();
    scene.clock.pass(50);
    let due = Due { kind: DueKind::On, text: Some("tomorrow".to_owned()), read_from_words: true, ..Due::none() };
    scene.vault.sessions().save_row(id, &SessionRow::Action(Action { due, ..Action::of("Call") })).unwrap();
    assert_eq!(scene.keep(id, "u-1", "a line after midnight", None).note.elapsed_ms, 50 * 60_000);
    scene.clock.pass(20);
    let ended = scene.vault.sessions().end(id).unwrap();
    assert_eq!((ended.minutes(), ended.base_date().unwrap().to_string().as_str()), (Some(70), "2026-03-04"));
    let longer = scene.vault.sessions().set_ended(id, time("00:20:00")).unwrap();
    assert_eq!((longer.ended_at, longer.minutes()), (Some(at("2026-03-04T23:20:00Z")), Some(50)));
}

#[test]
fn clocks_that_change_in_a_session_change_neither_minutes_nor_lines() {
    let mut scene = Scene::new();
    // 01:30 in Warsaw, half an hour before the clocks go forward.
    scene.clock.set("2026-03-29T00:30:00Z");
    let id = scene.start();
    scene.clock.pass(45);
    assert_eq!(scene.keep(id, "u-1", "03:15 on the wall", None).note.elapsed_ms, 45 * 60_000);
    scene.clock.pass(15);
    assert_eq!(scene.vault.sessions().end(id).unwrap().minutes(), Some(60));
    // Moved to an evening without a change it keeps its length, and the line its place.
    let day = "2026-03-28".parse().unwrap();
    let moved = scene.vault.sessions().set_held_on(id, day, time("18:00:00")).unwrap();
    assert_eq!((moved.minutes(), moved.ended_at), (Some(60), Some(at("2026-03-28T18:00:00Z"))));
    assert_eq!(scene.vault.sessions().get(id).unwrap().notes[0].at, at("2026-03-28T17:45:00Z"));
    // Back into the night when the clocks go back: half past two comes twice, and the first is meant.
    scene.clock.set("2026-10-25T12:00:00Z");
    let moved = scene.vault.sessions().set_held_on(id, "2026-10-25".parse().unwrap(), time("02:30:00")).unwrap();
    assert_eq!((moved.started_at, moved.minutes()), (Some(at("2026-10-25T00:30:00Z")), Some(60)));
    assert_eq!(moved.base_date().unwrap().to_string(), "2026-10-25");
}
