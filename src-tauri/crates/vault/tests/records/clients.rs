use coachbook_core::{
    book::{BookSettings, CoachProfile},
    client::{ClientDraft, ClientStatus},
    engagement::{Delivery, EngagementDraft, FundedBy},
};
use coachbook_vault::VaultError;

use crate::scene::Scene;

#[test]
fn clients_are_numbered_and_a_stale_save_is_refused() {
    let mut scene = Scene::new();
    let adam = scene.vault.clients().save(None, None, &ClientDraft::named("Adam")).unwrap();
    assert_eq!(adam.pseudonym, "Client 002");
    let draft = ClientDraft { pronouns: Some("he".to_owned()), language: Some("pl".to_owned()), ..adam.fields.clone() };
    let saved = scene.vault.clients().save(Some(adam.id), Some(adam.rev), &draft).unwrap();
    assert!(saved.rev > adam.rev);
    let stale = scene.vault.clients().save(Some(adam.id), Some(adam.rev), &adam.fields);
    assert_eq!(stale, Err(VaultError::Stale));
    assert_eq!(scene.vault.clients().get(adam.id).unwrap(), saved);
    let gone = scene.vault.clients().save(Some(coachbook_core::ClientId(99)), None, &draft);
    assert_eq!(gone, Err(VaultError::NotFound));
}

#[test]
fn an_archived_client_comes_back_as_it_was() {
    let mut scene = Scene::new();
    let draft = ClientDraft { status: ClientStatus::Paused, ..ClientDraft::named("Adam") };
    let adam = scene.vault.clients().save(None, None, &draft).unwrap();
    scene.vault.clients().archive(adam.id).unwrap();
    let away = scene.vault.clients().archive(adam.id).unwrap();
    assert_eq!(away.fields.status, ClientStatus::Archived);
    assert_eq!(scene.vault.clients().restore(adam.id).unwrap().fields, draft);
}

#[test]
fn engagements_and_the_practice_come_back_as_written() {
    let mut scene = Scene::new();
    let draft = EngagementDraft {
        title: Some("Leading a new team".to_owned()),
        funded_by: Some(FundedBy::Employer),
        start_date: chrono::NaiveDate::from_ymd_opt(2026, 1, 15),
        delivery: Some(Delivery::Video),
        planned_sessions: Some(8),
        ..Default::default()
    };
    let saved = scene.vault.engagements().save(scene.client, None, None, &draft).unwrap();
    assert_eq!(scene.vault.engagements().get(saved.id).unwrap().fields, draft);
    assert_eq!(scene.vault.engagements().of_client(scene.client).unwrap().len(), 2);
    assert_eq!(scene.vault.engagements().session_counts(scene.engagement).unwrap().held, 2);

    assert_eq!(scene.vault.practice().coach().unwrap(), CoachProfile::default());
    let coach = CoachProfile { legal_name: "Maria Lis".to_owned(), ..Default::default() };
    scene.vault.practice().save_coach(&coach).unwrap();
    scene.vault.practice().save_coach(&coach).unwrap();
    assert_eq!(scene.vault.practice().coach().unwrap(), coach);
    assert!(scene.vault.timeline().today().unwrap().recovery_unconfirmed);
    let settings = BookSettings { recovery_confirmed: true, ..Default::default() };
    scene.vault.practice().save_settings(&settings).unwrap();
    assert_eq!(scene.vault.practice().settings().unwrap(), settings);
    assert!(!scene.vault.timeline().today().unwrap().recovery_unconfirmed);
    scene.vault.practice().save_practice_answer("law", "Poland").unwrap();
    scene.vault.practice().save_practice_answer("law", "Germany").unwrap();
    let answers = scene.vault.practice().practice_answers().unwrap();
    assert_eq!(answers, [("law".to_owned(), "Germany".to_owned())]);
}
