//! From one session to the next: what waits, what was held on paper, what a line said before.

use chrono::{NaiveDate, NaiveTime};
use coachbook_core::{
    SessionId, TopicId,
    note::NoteDraft,
    session::{SessionRow, SessionRowId, SessionStatus, Topic, TopicStatus},
};
use coachbook_testkit::at;
use coachbook_vault::{HeldOnPaper, Make, StartFrom, VaultError};

use crate::scene::{Scene, ZONE};

fn topic(scene: &mut Scene, session: SessionId, title: &str, status: TopicStatus) -> TopicId {
    let row = SessionRow::Topic(Topic {
        id: None,
        title: title.to_owned(),
        short_name: None,
        status,
        phase: "G".to_owned(),
        after_what_else: false,
        returned_at: None,
    });
    match scene.vault.sessions().save_row(session, &row).unwrap() {
        SessionRowId::Topic(id) => id,
        other => panic!("a topic was saved, not {other:?}"),
    }
}

fn waiting(scene: &mut Scene, session: SessionId) -> Vec<String> {
    let topics = scene.vault.sessions().waiting_topics(session).unwrap();
    topics.into_iter().map(|waiting| waiting.topic.title).collect()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const TEN: NaiveTime = NaiveTime::from_hms_opt(10, 0, 0).unwrap();

#[test]
fn what_was_put_off_or_never_touched_waits_until_it_is_taken_up() {
    let mut scene = Scene::new();
    let first = scene.start();
    let worked = topic(&mut scene, first, "worked", TopicStatus::Open);
    topic(&mut scene, first, "untouched", TopicStatus::Open);
    let put_off = topic(&mut scene, first, "put off", TopicStatus::CarriedForward);
    topic(&mut scene, first, "put aside", TopicStatus::Parked);
    let line = NoteDraft::plain("we spoke of it", "G", Some(worked));
    scene.vault.notes().keep(first, &coachbook_core::Uid("n".to_owned()), &line, None, None).unwrap();
    scene.vault.sessions().finish(first).unwrap();
    scene.clock.pass(60 * 24 * 7);
    let second = scene.start();
    assert_eq!(waiting(&mut scene, second), ["untouched", "put off"]);
    let taken = scene.vault.sessions().take_up(second, put_off).unwrap();
    assert_eq!(waiting(&mut scene, second), ["untouched"]);
    assert_eq!(scene.vault.sessions().take_up(second, put_off), Err(VaultError::NotFound), "a topic is taken up once");
    let frame = scene.vault.sessions().frame(second).unwrap();
    assert_eq!((frame.topics[0].title.as_str(), frame.topics[0].status), ("put off", TopicStatus::Open));
    scene.vault.sessions().remove_row(second, SessionRowId::Topic(taken)).unwrap();
    assert_eq!(waiting(&mut scene, second), ["untouched", "put off"], "undone, it waits again");
}

#[test]
fn topics_of_another_client_never_wait_here() {
    let mut scene = Scene::new();
    let first = scene.start();
    let mine = topic(&mut scene, first, "mine", TopicStatus::CarriedForward);
    scene.vault.sessions().finish(first).unwrap();
    let other = coachbook_core::client::ClientDraft::named("Somebody else");
    let other = scene.vault.clients().save(None, None, &other).unwrap().id;
    let engagement = scene.vault.engagements().save(other, None, None, &Default::default()).unwrap().id;
    let session = scene.vault.sessions().start(StartFrom::Engagement(engagement), ZONE, 60).unwrap().session.id;
    assert!(waiting(&mut scene, session).is_empty());
    assert_eq!(scene.vault.sessions().take_up(session, mine), Err(VaultError::NotFound));
}

#[test]
fn a_session_on_paper_needs_no_line_to_be_complete() {
    let mut scene = Scene::new();
    let held = HeldOnPaper { date: day("2026-03-02"), time: TEN, minutes: Some(50) };
    let from = StartFrom::Engagement(scene.engagement);
    let session = scene.vault.sessions().record_on_paper(from, ZONE, 60, held).unwrap();
    assert_eq!((session.status, session.number, session.minutes()), (SessionStatus::Ended, Some(3), Some(50)));
    assert_eq!(session.started_at, Some(at("2026-03-02T09:00:00Z")), "ten o’clock in Warsaw");
    assert_eq!(scene.vault.timeline().today().unwrap().to_wrap_up.len(), 1, "its wrap-up waits");
    assert_eq!(scene.vault.sessions().finish(session.id).unwrap().status, SessionStatus::Completed);
    assert!(scene.vault.timeline().today().unwrap().to_wrap_up.is_empty());
    // Control: tomorrow was not held yet.
    let tomorrow = HeldOnPaper { date: day("2026-03-05"), time: TEN, minutes: None };
    assert!(scene.vault.sessions().record_on_paper(from, ZONE, 60, tomorrow).is_err());
}

#[test]
fn a_planned_session_can_turn_out_to_have_been_on_paper_once() {
    let mut scene = Scene::new();
    let plan = scene.vault.sessions().plan(scene.engagement, at("2026-03-04T08:00:00Z"), ZONE, 60).unwrap().id;
    let held = HeldOnPaper { date: day("2026-03-03"), time: TEN, minutes: None };
    let session = scene.vault.sessions().record_on_paper(StartFrom::Planned(plan), ZONE, 60, held).unwrap();
    assert_eq!((session.id, session.minutes()), (plan, Some(0)), "nobody knows how long it was");
    assert!(scene.vault.sessions().record_on_paper(StartFrom::Planned(plan), ZONE, 60, held).is_err());
}

#[test]
fn finishing_and_opening_again_are_recorded() {
    let mut scene = Scene::new();
    let id = scene.start();
    scene.vault.sessions().finish(id).unwrap();
    scene.vault.sessions().finish(id).unwrap();
    scene.clock.pass(30);
    scene.vault.sessions().reopen(id).unwrap();
    assert!(scene.vault.sessions().reopen(id).is_err(), "what is open is not opened again");
    scene.vault.sessions().finish(id).unwrap();
    let steps: Vec<bool> = scene.vault.sessions().steps(id).unwrap().iter().map(|step| step.finished).collect();
    assert_eq!(steps, [true, false, true]);
}

#[test]
fn words_written_over_in_wrap_up_can_be_read_and_words_left_out_cannot() {
    let mut scene = Scene::new();
    let id = scene.start();
    let note = scene.keep(id, "u-1", "cross-chk", None).note;
    scene.vault.sessions().end(id).unwrap();
    let full = NoteDraft { text: "many questions may be cross-checking".to_owned(), ..note.fields.clone() };
    let edited = scene.vault.notes().edit(note.id, note.rev, &full).unwrap();
    let only_kind = NoteDraft { phase: "R".to_owned(), ..full };
    scene.vault.notes().edit(note.id, edited.rev, &only_kind).unwrap();
    assert_eq!(scene.vault.notes().revised(id).unwrap(), [(note.id, 1)], "a change of phase is no other wording");
    assert_eq!(scene.vault.notes().revisions(note.id).unwrap()[0].1, "cross-chk");
    scene.vault.notes().leave_out(note.id).unwrap();
    assert!(scene.vault.notes().revisions(note.id).unwrap().is_empty());
    assert!(scene.vault.notes().revised(id).unwrap().is_empty());
}

#[test]
fn open_actions_of_every_session_and_what_was_gained_come_together() {
    let mut scene = Scene::new();
    for nth in 1..=3 {
        let id = scene.start();
        for action in 1..=7 {
            let words = format!("promise {nth}.{action}");
            let draft = NoteDraft::plain(&words, "W", None);
            scene.keep(id, &format!("u-{nth}-{action}"), &words, Some(Make::action(&draft)));
        }
        let strength = SessionRow::Strength(coachbook_core::results::Strength::of(&format!("strength {nth}")));
        scene.vault.sessions().save_row(id, &strength).unwrap();
        scene.vault.sessions().finish(id).unwrap();
        scene.clock.pass(60 * 24);
    }
    assert_eq!(scene.vault.results().open_actions(scene.client).unwrap().len(), 21, "none is dropped");
    let gains = scene.vault.results().gains(scene.client).unwrap();
    let strengths: Vec<&str> = gains.strengths.iter().map(|row| row.text.as_str()).collect();
    assert_eq!(strengths, ["strength 1", "strength 2", "strength 3"]);
}

#[test]
fn a_far_off_session_is_known_to_today() {
    let mut scene = Scene::new();
    assert!(scene.vault.timeline().today().unwrap().later.is_none());
    let far = scene.vault.sessions().plan(scene.engagement, at("2026-04-20T08:00:00Z"), ZONE, 60).unwrap().id;
    let farther = scene.vault.sessions().plan(scene.engagement, at("2026-05-20T08:00:00Z"), ZONE, 60).unwrap().id;
    let today = scene.vault.timeline().today().unwrap();
    assert!(today.planned.is_empty());
    assert_eq!(today.later.map(|row| row.session.id), Some(far));
    assert_ne!(far, farther);
}

#[test]
fn the_only_copy_is_pointed_out_once_there_is_something_to_lose() {
    let mut scene = Scene::new();
    assert!(!scene.vault.timeline().today().unwrap().only_copy, "an empty book asks for nothing");
    let id = scene.start();
    scene.vault.sessions().end(id).unwrap();
    assert!(scene.vault.timeline().today().unwrap().only_copy);
    scene.vault.practice().note_safety_copy(false).unwrap();
    assert!(scene.vault.timeline().today().unwrap().only_copy, "a copy on the same disk goes with the disk");
    scene.vault.practice().note_safety_copy(true).unwrap();
    assert!(!scene.vault.timeline().today().unwrap().only_copy);
}

#[test]
fn an_answer_about_the_practice_can_be_forgotten_and_given_again() {
    let mut scene = Scene::new();
    scene.vault.practice().save_practice_answer("fee", "120 a session").unwrap();
    scene.vault.practice().forget_practice_answer("fee").unwrap();
    assert!(scene.vault.practice().practice_answers().unwrap().is_empty());
    scene.vault.practice().save_practice_answer("fee", "130 a session").unwrap();
    assert_eq!(scene.vault.practice().practice_answers().unwrap().len(), 1);
}
