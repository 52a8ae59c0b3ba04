use coachbook_core::{
    client::ClientDraft,
    engagement::EngagementDraft,
    model::PhaseLabel,
    question::{Aside, Choices, Mark, OwnQuestion, QuestionSettings},
};
use coachbook_vault::{StartFrom, VaultError};

use crate::scene::{Scene, ZONE};

fn own(text: &str) -> OwnQuestion {
    OwnQuestion { phase: "R".to_owned(), intent: "evidence".to_owned(), text: text.to_owned() }
}

#[test]
fn marks_order_and_own_questions_come_back_after_a_crash() {
    let mut scene = Scene::new();
    let mut questions = scene.vault.questions();
    assert_eq!(questions.choices(None).unwrap(), Choices::default());
    questions.mark("R-21", Mark::Favourite, true).unwrap();
    questions.mark("R-21", Mark::Hidden, true).unwrap();
    questions.mark("R-21", Mark::Hidden, false).unwrap();
    questions.mark("G-01", Mark::Hidden, true).unwrap();
    let key = questions.save_own(None, &own("Says who?")).unwrap();
    assert_eq!(questions.save_own(Some(&key), &own("Who says so?")).unwrap(), key);
    questions.order(&["R-15".to_owned(), key.clone(), "R-21".to_owned()]).unwrap();

    let mut scene = scene.crash();
    let mut questions = scene.vault.questions();
    let choices = questions.choices(None).unwrap();
    assert_eq!((choices.favourites, choices.hidden), (vec!["R-21".to_owned()], vec!["G-01".to_owned()]));
    assert_eq!(choices.order, ["R-15".to_owned(), key.clone(), "R-21".to_owned()]);
    let kept = questions.own().unwrap();
    assert_eq!((kept[0].key.as_str(), kept[0].text.as_str(), kept[0].own), (key.as_str(), "Who says so?", true));

    questions.remove_own(&key).unwrap();
    assert!(questions.own().unwrap().is_empty());
    assert_eq!(questions.save_own(Some(&key), &own("Again?")), Err(VaultError::NotFound), "a removed one stays");
    questions.restore_own(&key).unwrap();
    assert_eq!(questions.own().unwrap(), kept);
    assert_eq!(questions.remove_own("R-21"), Err(VaultError::NotFound), "a built-in question is never written");
}

#[test]
fn set_aside_for_the_client_stays_and_for_next_time_lasts_one_session() {
    let mut scene = Scene::new();
    let first = scene.start();
    let mut questions = scene.vault.questions();
    questions.set_aside(first, "R-21", Some(Aside::Client)).unwrap();
    questions.set_aside(first, "R-27", Some(Aside::Next)).unwrap();
    let seen = questions.choices(Some(first)).unwrap().aside;
    assert_eq!(seen, [("R-21".to_owned(), Aside::Client), ("R-27".to_owned(), Aside::Next)]);

    let adam = scene.vault.clients().save(None, None, &ClientDraft::named("Adam Lis")).unwrap().id;
    let other = scene.vault.engagements().save(adam, None, None, &EngagementDraft::default()).unwrap().id;
    let others = scene.vault.sessions().start(StartFrom::Engagement(other), ZONE, 60).unwrap().session.id;
    assert_eq!(scene.vault.questions().choices(Some(others)).unwrap().aside, [], "another client's are not seen");

    scene.clock.pass(60);
    let second = scene.start();
    let state = |scene: &mut Scene, session| scene.vault.questions().choices(Some(session)).unwrap().aside_of("R-27");
    assert_eq!(state(&mut scene, second), Some(Aside::Today));
    scene.clock.pass(60);
    let third = scene.start();
    assert_eq!(state(&mut scene, third), None, "it was for one session");
    assert_eq!(scene.vault.questions().choices(Some(third)).unwrap().aside_of("R-21"), Some(Aside::Client));
    scene.vault.questions().set_aside(third, "R-21", None).unwrap();
    scene.vault.questions().set_aside(third, "R-27", Some(Aside::Next)).unwrap();
    assert_eq!(scene.vault.questions().choices(Some(third)).unwrap().aside_of("R-21"), None);
    assert_eq!(state(&mut scene, third), Some(Aside::Next), "it can be set aside again");
    assert_eq!(scene.vault.questions().set_aside(third, "R-27", Some(Aside::Today)), Err(VaultError::Stale));
}

#[test]
fn a_session_given_to_its_right_client_takes_what_was_set_aside_for_that_one() {
    let mut scene = Scene::new();
    let earlier = scene.start();
    scene.vault.questions().set_aside(earlier, "R-27", Some(Aside::Next)).unwrap();
    let adam = scene.vault.clients().save(None, None, &ClientDraft::named("Adam Lis")).unwrap().id;
    let right = scene.vault.engagements().save(adam, None, None, &EngagementDraft::default()).unwrap().id;
    let adams = scene.vault.sessions().start(StartFrom::Engagement(right), ZONE, 60).unwrap().session.id;
    scene.vault.questions().set_aside(adams, "G-01", Some(Aside::Next)).unwrap();
    scene.clock.pass(60);
    let mistaken = scene.start();
    scene.vault.sessions().move_to_client(mistaken, right).unwrap();
    let seen = scene.vault.questions().choices(Some(mistaken)).unwrap().aside;
    assert_eq!(seen, [("G-01".to_owned(), Aside::Today)], "the right client's, and none of the wrong one's");
    let next = scene.start();
    assert_eq!(scene.vault.questions().choices(Some(next)).unwrap().aside_of("R-27"), Some(Aside::Today));
}

#[test]
fn uses_are_logged_only_when_switched_on() {
    let mut scene = Scene::new();
    let id = scene.start();
    scene.vault.sessions().set_stage(id, None, "R").unwrap();
    let mut questions = scene.vault.questions();
    assert!(!questions.settings().unwrap().log_uses, "off by default");
    assert!(!questions.log_use(id, Some("R-21"), "evidence").unwrap());
    assert_eq!(questions.uses(id).unwrap(), []);
    questions.save_settings(&QuestionSettings { log_uses: true, ..QuestionSettings::default() }).unwrap();
    assert!(questions.log_use(id, Some("R-21"), "evidence").unwrap());
    assert!(questions.log_use(id, None, "what_else").unwrap());
    let uses = questions.uses(id).unwrap();
    let seen: Vec<_> = uses.iter().map(|one| (one.key.as_deref(), one.intent.as_str(), one.phase.as_str())).collect();
    assert_eq!(seen, [(Some("R-21"), "evidence", "R"), (None, "what_else", "R")]);
    assert!(uses.iter().all(|one| one.model == "GROW"));
}

#[test]
fn a_session_takes_the_model_of_its_programme_else_of_the_book() {
    let mut scene = Scene::new();
    assert_eq!(model_of_next(&mut scene), "GROW");
    let settings = QuestionSettings { default_model: Some("CLEAR".to_owned()), ..QuestionSettings::default() };
    scene.vault.questions().save_settings(&settings).unwrap();
    let now = scene.vault.now();
    let planned = scene.vault.sessions().plan(scene.engagement, now, ZONE, 60).unwrap();
    assert_eq!(planned.model, "CLEAR");
    let before = scene.vault.engagements().get(scene.engagement).unwrap();
    let draft = EngagementDraft { model: Some("OSKAR".to_owned()), ..before.fields };
    scene.vault.engagements().save(scene.client, Some(scene.engagement), Some(before.rev), &draft).unwrap();
    let begun = scene.vault.sessions().start(StartFrom::Planned(planned.id), ZONE, 60).unwrap().session;
    assert_eq!(begun.model, "OSKAR", "as chosen when it begins");
}

fn model_of_next(scene: &mut Scene) -> String {
    let id = scene.start();
    scene.vault.sessions().end(id).unwrap().model
}

#[test]
fn a_phase_has_her_word_until_she_takes_it_away() {
    let mut scene = Scene::new();
    let mut questions = scene.vault.questions();
    questions.name_phase("GROW", "W", Some("Will")).unwrap();
    questions.name_phase("GROW", "W", Some("What next")).unwrap();
    let label = PhaseLabel { model: "GROW".to_owned(), phase: "W".to_owned(), label: "What next".to_owned() };
    assert_eq!(questions.labels().unwrap(), [label]);
    questions.name_phase("GROW", "W", None).unwrap();
    assert_eq!(questions.labels().unwrap(), []);
    questions.name_phase("GROW", "W", Some("Will")).unwrap();
    assert_eq!(questions.labels().unwrap().len(), 1);
}
