use chrono::NaiveDate;
use coachbook_core::{
    agreement::{AgreementVersion, Clause, GapAnswer, VersionStatus},
    session::SessionStatus,
};
use coachbook_vault::VaultError;

use crate::scene::Scene;

fn clause(key: &str, body: &str) -> Clause {
    Clause { key: key.to_owned(), heading: key.to_uppercase(), body: body.to_owned(), included: true }
}

fn keys(version: &AgreementVersion) -> Vec<&str> {
    version.clauses.iter().map(|clause| clause.key.as_str()).collect()
}

#[test]
fn an_agreement_is_drafted_issued_signed_and_followed_by_another() {
    let mut scene = Scene::new();
    let engagement = scene.engagement;
    let library = [clause("role", "I coach."), clause("fees", "{fee_text}"), clause("end", "It ends.")];
    let first = scene.vault.agreements().start(engagement, &library).unwrap();
    assert_eq!(scene.vault.agreements().start(engagement, &[]).unwrap(), first, "started once");
    let id = first.id;
    let moved = scene.vault.agreements().move_clause(id, "end", 0).unwrap();
    assert_eq!(keys(&moved), ["end", "role", "fees"]);
    scene.vault.agreements().include_clause(id, "role", false).unwrap();
    scene.vault.agreements().save_clause(id, &clause("own:1", "We walk.")).unwrap();
    scene.vault.agreements().fill_gap(id, "fee_text", &GapAnswer::Words("100".to_owned())).unwrap();
    scene.vault.agreements().fill_gap(id, "law", &GapAnswer::Line).unwrap();
    let draft = scene.vault.agreements().clear_gap(id, "law").unwrap();
    assert_eq!((draft.fills.len(), draft.has_pdf, keys(&draft).len()), (1, false, 4));

    let resolved = [clause("end", "It ends."), clause("fees", "100")];
    let issued = scene.vault.agreements().issue(id, &resolved, b"%PDF").unwrap();
    assert_eq!((issued.status, issued.has_pdf, &issued.clauses[..]), (VersionStatus::Issued, true, &resolved[..]));
    assert_eq!(scene.vault.agreements().pdf(id).unwrap().as_deref(), Some(&b"%PDF"[..]));
    let refused = scene.vault.agreements().save_clause(id, &clause("fees", "200"));
    assert_eq!(refused, Err(VaultError::Stale));

    assert!(scene.vault.agreements().unsigned_since(7).unwrap().is_empty());
    scene.clock.pass(7 * 24 * 60);
    assert_eq!(scene.vault.agreements().unsigned_since(7).unwrap()[0].version_id, id);
    let on = NaiveDate::from_ymd_opt(2026, 3, 11).unwrap();
    assert_eq!(scene.vault.agreements().mark_signed(id, on).unwrap().signed_on, Some(on));
    assert!(scene.vault.timeline().today().unwrap().unsigned.is_empty());
    let session = scene.start();
    let session = scene.vault.sessions().get(session).unwrap().frame.session;
    assert_eq!((session.status, session.agreement_version), (SessionStatus::InProgress, Some(id)));

    let second = scene.vault.agreements().start_next_version(issued.agreement_id).unwrap();
    assert_eq!((second.version_no, &second.clauses[..]), (2, &resolved[..]));
    assert_eq!(scene.vault.agreements().get(id).unwrap().status, VersionStatus::Signed, "not yet superseded");
    let row = scene.vault.clients().list().unwrap().remove(0);
    assert_eq!(row.agreement_state, Some(VersionStatus::Signed));
    scene.vault.agreements().issue(second.id, &resolved, b"%PDF2").unwrap();
    let statuses: Vec<VersionStatus> =
        scene.vault.agreements().versions(issued.agreement_id).unwrap().iter().map(|version| version.status).collect();
    assert_eq!(statuses, [VersionStatus::Issued, VersionStatus::Superseded]);
    assert_eq!(scene.vault.agreements().current(engagement).unwrap().unwrap().id, second.id);
}
