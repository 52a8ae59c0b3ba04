//! Papers that were given and signed: kept once, byte for byte, bound to what was shown, gone with the client.

use chrono::NaiveDate;
use coachbook_core::{
    PaperId, SessionId,
    agreement::{Clause, VersionStatus},
    clauses::{Jurisdiction, initial_clauses, with_sponsor},
    consent::{Consent, ConsentDecision, ConsentMethod, ConsentPurpose},
    giving::{
        AGREEMENT_OF_THREE, CONSENT, GivingDraft, GivingWay, PaperDraft, SignMethod, SignatureDraft, SignerRole,
        Strokes, Subject,
    },
    session::SessionRow,
};
use coachbook_vault::VaultError;

use crate::scene::Scene;

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, d).unwrap()
}

fn summary(scene: &Scene, session: SessionId) -> PaperDraft {
    let subject = Subject {
        client: scene.client,
        kind: "session_summary".to_owned(),
        session: Some(session),
        engagement: None,
        version: None,
    };
    let (document_id, look, language) = ("ab12cd34".to_owned(), "A4".to_owned(), "en".to_owned());
    PaperDraft {
        subject,
        document_id,
        look,
        language,
        missing: "𐀀".to_owned(),
        masked: false,
        replaces: None,
        made_on: day(4),
    }
}

fn giving(way: GivingWay) -> GivingDraft {
    GivingDraft { recipient: "Zofia".to_owned(), way, locked: way == GivingWay::EmailDraft }
}

fn signed_by(role: SignerRole, strokes: Option<Strokes>) -> SignatureDraft {
    SignatureDraft {
        role,
        name: "Zofia Nowak".to_owned(),
        strokes,
        place: Some("Warsaw".to_owned()),
        signed_on: day(5),
        zone: "Europe/Warsaw".to_owned(),
        intent: "I have read this agreement and agree to it.".to_owned(),
    }
}

#[test]
fn a_paper_is_kept_once_and_each_giving_is_noted() {
    let mut scene = Scene::new();
    let session = scene.start();
    let draft = summary(&scene, session);
    let kept = scene.vault.papers().keep(&draft, b"%PDF one").unwrap();
    assert_eq!(scene.vault.papers().of_client(scene.client).unwrap(), [], "kept, and given to nobody yet");
    assert_eq!(scene.vault.papers().last_given(&draft.subject, false).unwrap(), None);
    scene.vault.papers().log(kept, &giving(GivingWay::EmailDraft)).unwrap();
    scene.clock.pass(60);
    assert_eq!(scene.vault.papers().keep(&draft, b"%PDF one").unwrap(), kept, "the same bytes are kept once");
    scene.vault.papers().log(kept, &giving(GivingWay::ByHand)).unwrap();
    let givings = scene.vault.papers().givings(scene.client).unwrap();
    let how: Vec<_> = givings.iter().map(|one| (one.draft.way, one.draft.locked)).collect();
    assert_eq!(how, [(GivingWay::ByHand, false), (GivingWay::EmailDraft, true)]);

    let next = PaperDraft { document_id: "ef56ab78".to_owned(), replaces: Some(kept), ..draft.clone() };
    let corrected = scene.vault.papers().keep(&next, b"%PDF two").unwrap();
    scene.vault.papers().log(corrected, &giving(GivingWay::Saved)).unwrap();
    let mut scene = scene.crash();
    let last = scene.vault.papers().last_given(&draft.subject, false).unwrap().unwrap();
    assert_eq!((last.id, last.replaces, last.made_on), (corrected, Some(kept), Some(day(4))));
    assert_eq!(scene.vault.papers().last_given(&draft.subject, true).unwrap(), None, "masked ones are apart");
    assert_eq!(scene.vault.papers().bytes(kept).unwrap(), b"%PDF one");
    assert_eq!(scene.vault.papers().bytes(corrected).unwrap(), b"%PDF two");
}

#[test]
fn a_removed_paper_comes_back_and_a_missing_one_cannot_be_given() {
    let mut scene = Scene::new();
    let session = scene.start();
    let draft = summary(&scene, session);
    let kept = scene.vault.papers().keep(&draft, b"%PDF").unwrap();
    scene.vault.papers().log(kept, &giving(GivingWay::Shown)).unwrap();
    scene.vault.papers().remove(kept).unwrap();
    assert!(scene.vault.papers().of_client(scene.client).unwrap().is_empty());
    assert_eq!(scene.vault.papers().log(kept, &giving(GivingWay::Shown)), Err(VaultError::NotFound));
    scene.vault.papers().restore(kept).unwrap();
    assert_eq!(scene.vault.papers().of_client(scene.client).unwrap().len(), 1);
    assert_eq!(scene.vault.papers().log(PaperId(99), &giving(GivingWay::Shown)), Err(VaultError::NotFound));
}

fn issued(scene: &mut Scene) -> PaperId {
    let clause =
        Clause { key: "role".to_owned(), heading: "Role".to_owned(), body: "I coach.".to_owned(), included: true };
    let version = scene.vault.agreements().start(scene.engagement, std::slice::from_ref(&clause)).unwrap().id;
    scene.vault.agreements().issue(version, &[clause], b"%PDF agreement").unwrap();
    scene.vault.papers().of_version(version).unwrap().unwrap()
}

#[test]
fn an_agreement_is_signed_when_both_have_signed_what_was_shown() {
    let mut scene = Scene::new();
    let paper = issued(&mut scene);
    let kept = scene.vault.papers().get(paper).unwrap();
    assert_eq!(scene.vault.papers().outstanding(scene.client).unwrap()[0].version_no, Some(1));
    assert_eq!(scene.vault.papers().remove(paper), Err(VaultError::NotFound), "an agreement stays");

    let drawing = Strokes::from_text("10,10 400,200\n500,20 900,280").unwrap();
    let client = signed_by(SignerRole::Client, Some(drawing.clone()));
    let other = "0".repeat(64);
    assert_eq!(scene.vault.papers().sign(paper, &other, &client), Err(VaultError::PaperAltered), "not what was shown");
    scene.vault.papers().sign(paper, &kept.sha256, &client).unwrap();
    assert_eq!(scene.vault.papers().sign(paper, &kept.sha256, &client), Err(VaultError::Stale), "signed once");
    let version = kept.subject.version.unwrap();
    assert_eq!(scene.vault.agreements().get(version).unwrap().status, VersionStatus::Issued, "one has not signed");
    scene.vault.papers().sign(paper, &kept.sha256, &signed_by(SignerRole::Coach, None)).unwrap();
    let signed = scene.vault.agreements().get(version).unwrap();
    assert_eq!((signed.status, signed.signed_on), (VersionStatus::Signed, Some(day(5))));
    let later = SignatureDraft { signed_on: day(9), ..signed_by(SignerRole::Sponsor, None) };
    scene.vault.papers().sign(paper, &kept.sha256, &later).unwrap();
    assert_eq!(scene.vault.agreements().get(version).unwrap().signed_on, Some(day(5)), "signed when both had signed");
    assert!(scene.vault.papers().outstanding(scene.client).unwrap().is_empty());
    let scene = scene.crash();
    let mut vault = scene.vault;
    let signatures = vault.papers().signatures(paper).unwrap();
    let methods: Vec<_> = signatures.iter().map(|one| one.draft.method()).collect();
    assert_eq!(methods, [SignMethod::Drawn, SignMethod::Typed, SignMethod::Typed]);
    assert_eq!(signatures[0].draft.strokes, Some(drawing));
    assert!(signatures.iter().all(|one| one.sha256 == kept.sha256));
}

#[test]
fn an_agreement_of_three_waits_for_the_sponsor_too() {
    let mut scene = Scene::new();
    let engagement = scene.engagement;
    let started = scene.vault.agreements().start(engagement, &initial_clauses(Jurisdiction::Elsewhere)).unwrap();
    let of_three = with_sponsor(started.clauses, true);
    let draft = scene.vault.agreements().set_clauses(started.id, &of_three).unwrap();
    assert_eq!(draft.clauses, of_three, "in their order");
    scene.vault.agreements().issue(draft.id, &of_three, b"%PDF of three").unwrap();
    assert_eq!(
        scene.vault.agreements().set_clauses(draft.id, &of_three),
        Err(VaultError::Stale),
        "what was issued stays as it is"
    );
    let paper = scene.vault.papers().of_version(draft.id).unwrap().unwrap();
    let kept = scene.vault.papers().get(paper).unwrap();
    assert_eq!(kept.subject.kind, AGREEMENT_OF_THREE);
    for role in [SignerRole::Client, SignerRole::Coach] {
        scene.vault.papers().sign(paper, &kept.sha256, &signed_by(role, None)).unwrap();
    }
    assert_eq!(scene.vault.agreements().get(draft.id).unwrap().status, VersionStatus::Issued, "two are not three");
    assert_eq!(scene.vault.papers().outstanding(scene.client).unwrap()[0].kind, AGREEMENT_OF_THREE);
    scene.vault.papers().sign(paper, &kept.sha256, &signed_by(SignerRole::Sponsor, None)).unwrap();
    assert_eq!(scene.vault.agreements().get(draft.id).unwrap().status, VersionStatus::Signed);
    assert!(scene.vault.papers().outstanding(scene.client).unwrap().is_empty());
}

#[test]
fn what_was_signed_on_paper_is_not_signed_again_on_screen() {
    let mut scene = Scene::new();
    let paper = issued(&mut scene);
    let kept = scene.vault.papers().get(paper).unwrap();
    scene.vault.agreements().mark_signed(kept.subject.version.unwrap(), day(5)).unwrap();
    let coach = signed_by(SignerRole::Coach, None);
    assert_eq!(scene.vault.papers().sign(paper, &kept.sha256, &coach), Err(VaultError::Stale));
    assert!(scene.vault.papers().signatures(paper).unwrap().is_empty());
}

#[test]
fn a_consent_waits_until_the_client_has_signed_and_a_summary_never_does() {
    let mut scene = Scene::new();
    let session = scene.start();
    let mut draft = summary(&scene, session);
    let kept = scene.vault.papers().keep(&draft, b"%PDF summary").unwrap();
    scene.vault.papers().log(kept, &giving(GivingWay::Printed)).unwrap();
    let sha256 = scene.vault.papers().get(kept).unwrap().sha256;
    let client = signed_by(SignerRole::Client, None);
    assert_eq!(scene.vault.papers().sign(kept, &sha256, &client), Err(VaultError::Stale));

    draft.subject.kind = CONSENT.to_owned();
    let consent = scene.vault.papers().keep(&draft, b"%PDF consent").unwrap();
    assert!(scene.vault.papers().outstanding(scene.client).unwrap().is_empty(), "not given yet");
    scene.vault.papers().log(consent, &giving(GivingWay::Printed)).unwrap();
    assert_eq!(scene.vault.papers().outstanding(scene.client).unwrap()[0].paper, consent);
    let named = Consent::answered(ConsentPurpose::ListInHoursLog, ConsentDecision::Granted, ConsentMethod::Verbal);
    scene.vault.sessions().save_row(session, &SessionRow::Consent(named)).unwrap();
    assert_eq!(scene.vault.papers().outstanding(scene.client).unwrap().len(), 1, "an answer to another question");
    let sha256 = scene.vault.papers().get(consent).unwrap().sha256;
    scene.vault.papers().sign(consent, &sha256, &client).unwrap();
    assert!(scene.vault.papers().outstanding(scene.client).unwrap().is_empty());
}
