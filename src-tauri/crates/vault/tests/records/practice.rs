//! How the coach's papers look.

use coachbook_core::{
    book::{HeadStyle, MarginWidth, PaperLook, PaperSize},
    client::{ClientDraft, ClientStatus},
};
use coachbook_vault::VaultError;

use crate::scene::Scene;

#[test]
fn the_look_of_papers_comes_back_as_chosen() {
    let mut scene = Scene::new();
    assert_eq!(scene.vault.practice().paper_look().unwrap(), PaperLook::default());
    for (accent, head, margins) in [
        ([0, 0, 0], HeadStyle::Quiet, MarginWidth::Wide),
        ([0x01, 0x80, 0xff], HeadStyle::Centred, MarginWidth::Narrow),
        ([255, 255, 255], HeadStyle::Split, MarginWidth::Normal),
    ] {
        let look = PaperLook { head, accent, margins };
        scene.vault.practice().save_paper_look(look).unwrap();
        assert_eq!(scene.vault.practice().paper_look().unwrap(), look);
    }
    let mut scene = scene.crash();
    assert_eq!(scene.vault.practice().paper_look().unwrap().accent, [255, 255, 255]);
}

#[test]
fn a_logo_is_replaced_removed_and_brought_back() {
    let mut scene = Scene::new();
    assert_eq!(scene.vault.practice().logo().unwrap(), None);
    assert_eq!(scene.vault.practice().remove_logo(), Err(VaultError::NotFound), "there is none to remove");
    scene.vault.practice().save_logo(b"first").unwrap();
    scene.vault.practice().save_logo(b"second").unwrap();
    assert_eq!(scene.vault.practice().logo().unwrap().as_deref(), Some(&b"second"[..]));
    scene.vault.practice().remove_logo().unwrap();
    assert_eq!(scene.vault.practice().logo().unwrap(), None);
    scene.vault.practice().restore_logo().unwrap();
    let mut scene = scene.crash();
    assert_eq!(scene.vault.practice().logo().unwrap().as_deref(), Some(&b"second"[..]));
}

#[test]
fn an_approval_stays_with_the_words_it_was_given_for() {
    let mut scene = Scene::new();
    let engagement = scene.engagement;
    let day = |text: &str| -> chrono::NaiveDate { text.parse().unwrap() };
    let period = (Some(day("2026-01-01")), Some(day("2026-03-31")));
    let mut reports = scene.vault.engagements();
    assert_eq!(reports.sponsor_report(engagement).unwrap(), None);
    assert_eq!(reports.approve_sponsor_report(engagement, "Zofia", day("2026-03-31")), Err(VaultError::NotFound));
    reports.save_sponsor_report(engagement, (None, None), "fir").unwrap();
    assert_eq!(reports.sponsor_report(engagement).unwrap().unwrap().progress, "fir", "kept before there are days");
    reports.save_sponsor_report(engagement, period, "first words").unwrap();
    assert_eq!(reports.sponsor_report(engagement).unwrap().unwrap().approval, None);
    reports.approve_sponsor_report(engagement, "Zofia Nowak", day("2026-04-02")).unwrap();
    reports.save_sponsor_report(engagement, period, "other words").unwrap();
    let kept = scene.crash().vault.engagements().sponsor_report(engagement).unwrap().unwrap();
    let approval = kept.approval.unwrap();
    assert_eq!((kept.progress.as_str(), approval.text.as_str()), ("other words", "first words"));
    assert_eq!((approval.by.as_str(), approval.on, kept.until), ("Zofia Nowak", day("2026-04-02"), period.1));
}

#[test]
fn it_is_known_when_the_sheet_for_a_colleague_was_printed_and_who_changed_since() {
    let mut scene = Scene::new();
    assert_eq!(scene.vault.practice().continuity_print().unwrap(), None);
    let fields = scene.vault.clients().get(scene.client).unwrap().fields;
    let active = ClientDraft { status: ClientStatus::Active, ..fields };
    scene.vault.clients().save(Some(scene.client), None, &active).unwrap();
    scene.clock.pass(1);
    scene.vault.practice().note_continuity_print().unwrap();
    let changed = |scene: &mut Scene| scene.vault.practice().continuity_print().unwrap().unwrap().1;
    assert_eq!(changed(&mut scene), 0);
    scene.clock.pass(1);
    let talk = ClientDraft { status: ClientStatus::Prospect, ..ClientDraft::named("A talk") };
    scene.vault.clients().save(None, None, &talk).unwrap();
    assert_eq!(changed(&mut scene), 0, "who is only being talked to does not stand on it");
    scene.vault.clients().archive(scene.client).unwrap();
    assert_eq!(changed(&mut scene), 1, "who left does");
    scene.clock.pass(1);
    scene.vault.practice().note_continuity_print().unwrap();
    assert_eq!(changed(&mut scene), 0, "printed anew");
}

#[test]
fn a_client_has_a_sheet_and_large_letters_of_her_own() {
    let mut scene = Scene::new();
    let plain = scene.vault.clients().get(scene.client).unwrap().fields;
    assert_eq!((plain.large_print, plain.paper_size), (false, None));
    let draft = ClientDraft { large_print: true, paper_size: Some(PaperSize::Letter), ..plain };
    let client = scene.client;
    scene.vault.clients().save(Some(client), None, &draft).unwrap();
    let listed = scene.vault.clients().list().unwrap();
    let listed = listed.into_iter().find(|row| row.client.id == client).unwrap();
    assert_eq!(listed.client.fields, draft);
    assert_eq!(scene.crash().vault.clients().get(client).unwrap().fields, draft);
}
