//! A client erased for good: refused while they are met, gone from every table, and what little is left.

use std::{collections::BTreeMap, env, fs};

use coachbook_core::{
    ClientId, SessionId,
    agreement::Clause,
    attachment::KeptWith,
    client::{ClientDraft, Person},
    consent::{Consent, ConsentDecision, ConsentMethod, ConsentPurpose},
    engagement::EngagementDraft,
    giving::{GivingDraft, GivingWay},
    hours::EarlierHours,
    note::NoteDraft,
    question::Aside,
    results::Strength,
    session::SessionRow,
};
use coachbook_vault::{
    CopyStamp, GivenFile, Make, RandomUids, StartFrom, UidSource, Vault, VaultError, write_safety_copy,
};

use crate::scene::{Scene, ZONE};

/// Rows of each table, as a safety copy counts them.
fn rows(vault: &Vault) -> BTreeMap<String, i64> {
    let path = env::temp_dir().join(format!("coachbook-erased-{}.coachbook", RandomUids.next().0));
    let copy = write_safety_copy(vault.book(), &path, CopyStamp { sequence: 1, made_at: None }).unwrap();
    fs::remove_file(path).unwrap();
    copy.rows
}

/// Adam, with a session that is under way, lines, what came of them, and a half-typed line.
fn adam(scene: &mut Scene) -> (ClientId, SessionId) {
    let vault = &mut scene.vault;
    let adam = vault.clients().save(None, None, &ClientDraft::named("Adam")).unwrap().id;
    let sponsored = EngagementDraft { sponsor: Some("Example Works".to_owned()), ..Default::default() };
    let engagement = vault.engagements().save(adam, None, None, &sponsored).unwrap().id;
    let session = vault.sessions().start(StartFrom::Engagement(engagement), ZONE, 60).unwrap().session.id;
    let draft = NoteDraft::plain("Adam said", "G", None);
    for make in [None, Some(Make::action(&draft)), Some(Make::insight(&draft))] {
        vault.notes().keep(session, &RandomUids.next(), &draft, Some("line"), make).unwrap();
    }
    vault.drafts().save(session, "line", "half a line").unwrap();
    for row in rows_of_a_session() {
        vault.sessions().save_row(session, &row).unwrap();
    }
    vault.questions().set_aside(session, "R-21", Some(Aside::Client)).unwrap();
    // Issued and signed, it does not change by itself any more.
    let clauses = [Clause { key: "fees".into(), heading: "Fees".into(), body: "100".into(), included: true }];
    let version = vault.agreements().start(engagement, &clauses).unwrap().id;
    vault.agreements().issue(version, &clauses, b"%PDF-1.4 agreement").unwrap();
    let paper = vault.papers().of_version(version).unwrap().unwrap();
    let giving = GivingDraft { recipient: "Adam".into(), way: GivingWay::ByHand, locked: false };
    vault.papers().log(paper, &giving).unwrap();
    (adam, session)
}

fn rows_of_a_session() -> Vec<SessionRow> {
    vec![
        SessionRow::Person(Person { id: None, alias: "his brother".to_owned(), relation: None }),
        SessionRow::Consent(Consent::answered(
            ConsentPurpose::RecordAudio,
            ConsentDecision::Granted,
            ConsentMethod::Written,
        )),
        SessionRow::Strength(Strength::of("patient")),
    ]
}

/// The session is over, and its sheet is scanned.
fn end(scene: &mut Scene, session: SessionId) {
    scene.vault.sessions().end(session).unwrap();
    let scan = GivenFile::new("Adam.pdf", b"%PDF-1.4\n%%EOF\n".to_vec().into()).unwrap();
    scene.vault.attachments().add(KeptWith::Session(session), &scan).unwrap();
}

fn sum() -> EarlierHours {
    let day = |text: &str| text.parse().unwrap();
    EarlierHours { first: day("2026-01-05"), last: day("2026-02-05"), paid_minutes: 105, pro_bono_minutes: 30 }
}

#[test]
fn a_client_goes_from_every_table_and_nobody_else_loses_a_row() {
    let mut scene = Scene::new();
    let before = rows(&scene.vault);
    let (adam, session) = adam(&mut scene);
    let full = rows(&scene.vault);

    assert!(scene.vault.clients().is_being_met(adam).unwrap());
    assert_eq!(scene.vault.clients().erase(adam, None), Err(VaultError::SessionUnderWay));
    assert_eq!(rows(&scene.vault), full, "refused, nothing is touched");
    end(&mut scene, session);
    let held = scene.vault.clients().holdings(adam).unwrap();
    assert_eq!((held.sessions, held.notes, held.results, held.papers, held.scans), (1, 3, 3, 1, 1));

    assert_eq!(scene.vault.clients().erase(adam, Some(&sum())), Ok(None));
    let mut after = rows(&scene.vault);
    assert_eq!(after.insert("erased_client".to_owned(), 0), Some(1));
    assert_eq!(after, before, "control: {full:?}");
    assert_eq!(scene.vault.clients().get(adam), Err(VaultError::NotFound));
    assert_eq!(scene.vault.clients().erase(adam, None), Err(VaultError::NotFound), "only once");
    assert_eq!(scene.vault.clients().get(scene.client).unwrap().fields.display_name, "Zofia Nowak");
}

#[test]
fn a_number_and_agreed_hours_are_left_and_the_number_is_given_to_nobody_else() {
    let mut scene = Scene::new();
    let (adam, session) = adam(&mut scene);
    end(&mut scene, session);
    scene.vault.clients().erase(adam, Some(&sum())).unwrap();
    let next = scene.vault.clients().save(None, None, &ClientDraft::named("Eva")).unwrap();
    assert_eq!(next.pseudonym, "Client 003");
    scene.vault.clients().erase(next.id, None).unwrap();
    let left = scene.vault.clients().erased().unwrap();
    let told: Vec<_> = left.iter().map(|one| (one.pseudonym.as_str(), one.hours.clone())).collect();
    assert_eq!(told, [("Client 002", Some(sum())), ("Client 003", None)]);
    assert_eq!(left[0].erased_at, scene.vault.now());
}
