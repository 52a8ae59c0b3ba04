use coachbook_core::{
    Uid,
    note::{NoteDraft, NoteKind, Visibility},
    results::Insight,
    session::{SessionRow, SessionRowId},
};
use coachbook_vault::{Make, VaultError};

use crate::scene::Scene;

#[test]
fn a_second_enter_on_the_same_line_keeps_nothing_twice() {
    let mut scene = Scene::new();
    let id = scene.start();
    let draft = NoteDraft::plain("I see it now", "R", None);
    let first = scene.keep(id, "same", &draft.text, Some(Make::insight(&draft)));
    scene.vault.drafts().save(id, "line", "the next words").unwrap();
    let second = scene.keep(id, "same", &draft.text, Some(Make::insight(&draft)));
    assert_eq!(first, second);
    assert!(matches!(first.made[..], [SessionRowId::Insight(_)]));
    let record = scene.vault.sessions().get(id).unwrap();
    assert_eq!((record.notes.len(), record.frame.insights.len()), (1, 1));
    assert_eq!(record.frame.insights[0].from_note_id, Some(first.note.id));
    assert_eq!(record.frame.drafts[0].text, "the next words", "what was typed since is not emptied");
    scene.keep(id, "another", "I see it now", None);
    assert_eq!(scene.vault.sessions().get(id).unwrap().notes.len(), 2, "the same words again are another line");
}

#[test]
fn a_stale_edit_is_refused_and_the_newer_words_stay() {
    let mut scene = Scene::new();
    let id = scene.start();
    let note = scene.keep(id, "u-1", "first", None).note;
    let second = NoteDraft { text: "second".to_owned(), ..note.fields.clone() };
    let edited = scene.vault.notes().edit(note.id, note.rev, &second).unwrap();
    let stale = NoteDraft { text: "stale".to_owned(), ..note.fields };
    assert_eq!(scene.vault.notes().edit(note.id, note.rev, &stale), Err(VaultError::Stale));
    assert_eq!(scene.vault.sessions().get(id).unwrap().notes, [edited]);
}

#[test]
fn what_the_coach_noticed_is_never_shared() {
    let mut scene = Scene::new();
    let id = scene.start();
    let ask = |kind| NoteDraft { kind, visibility: Visibility::Shared, ..NoteDraft::plain("x", "R", None) };
    let noticed = ask(NoteKind::CoachObservation);
    let kept = scene.vault.notes().keep(id, &Uid("a".to_owned()), &noticed, None, None).unwrap().note;
    assert_eq!(kept.fields.visibility, Visibility::Private);
    let edited = scene.vault.notes().edit(kept.id, kept.rev, &noticed).unwrap();
    assert_eq!(edited.fields.visibility, Visibility::Private);
    let plain = scene.vault.notes().keep(id, &Uid("b".to_owned()), &ask(NoteKind::Feeling), None, None).unwrap().note;
    assert_eq!(plain.fields.visibility, Visibility::Shared, "control: another kind is shared when asked");
}

#[test]
fn revisions_are_cut_on_leaving_and_after_finishing_not_per_save() {
    let mut scene = Scene::new();
    let id = scene.start();
    let mut note = scene.keep(id, "u-1", "one", None).note;
    for words in ["two", "three"] {
        let draft = NoteDraft { text: words.to_owned(), ..note.fields.clone() };
        note = scene.vault.notes().edit(note.id, note.rev, &draft).unwrap();
    }
    let words = |scene: &mut Scene| -> Vec<String> {
        scene.vault.notes().revisions(note.id).unwrap().into_iter().map(|(_, text)| text).collect()
    };
    assert!(words(&mut scene).is_empty());
    scene.vault.notes().cut_revision(note.id).unwrap();
    scene.vault.notes().cut_revision(note.id).unwrap();
    assert!(words(&mut scene).is_empty(), "the words as they are now are no earlier ones");
    let four = NoteDraft { text: "four".to_owned(), ..note.fields.clone() };
    let rev = scene.vault.notes().edit(note.id, note.rev, &four).unwrap().rev;
    assert_eq!(words(&mut scene), ["three"]);
    scene.vault.sessions().finish(id).unwrap();
    let five = NoteDraft { text: "five".to_owned(), ..four };
    scene.vault.notes().edit(note.id, rev, &five).unwrap();
    assert_eq!(words(&mut scene), ["three", "four"]);
}

#[test]
fn pages_go_back_from_the_newest_line() {
    let mut scene = Scene::new();
    let id = scene.start();
    for n in 1..=5 {
        scene.keep(id, &format!("u-{n}"), &n.to_string(), None);
    }
    let words =
        |notes: Vec<coachbook_core::note::Note>| -> String { notes.into_iter().map(|note| note.fields.text).collect() };
    let newest = scene.vault.notes().page(id, None, 2).unwrap();
    let before = newest.first().map(|note| note.id);
    assert_eq!(words(newest), "45");
    assert_eq!(words(scene.vault.notes().page(id, before, 10).unwrap()), "123");
}

#[test]
fn a_line_left_out_comes_back_until_the_session_is_finished() {
    let mut scene = Scene::new();
    let id = scene.start();
    let note = scene.keep(id, "u-1", "not for the record", None).note;
    scene.vault.notes().leave_out(note.id).unwrap();
    assert!(scene.vault.sessions().get(id).unwrap().notes.is_empty());
    assert_eq!(scene.vault.notes().left_out(id).unwrap().len(), 1);
    assert_eq!(scene.vault.notes().restore(note.id).unwrap().fields, note.fields);
    scene.vault.notes().leave_out(note.id).unwrap();
    scene.vault.sessions().finish(id).unwrap();
    assert_eq!(scene.vault.notes().restore(note.id), Err(VaultError::NotFound));
}

#[test]
fn a_row_made_later_remembers_its_line() {
    let mut scene = Scene::new();
    let id = scene.start();
    let note = scene.keep(id, "u-1", "I see it", None).note;
    scene.vault.notes().make_row(note.id, &SessionRow::Insight(Insight::of("I see it"))).unwrap();
    assert_eq!(scene.vault.sessions().frame(id).unwrap().insights[0].from_note_id, Some(note.id));
}
