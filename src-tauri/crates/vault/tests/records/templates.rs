use coachbook_core::{
    TemplateId,
    template::{Template, TemplateKind, TemplatePart, starting},
};
use coachbook_vault::VaultError;

use crate::scene::Scene;

fn opening(name: &str, words: &str) -> Template {
    let part = TemplatePart { key: "words".into(), heading: String::new(), body: words.into(), included: true };
    Template { kind: TemplateKind::OpeningScript, name: name.into(), language: "en".into(), parts: vec![part] }
}

fn words(scene: &mut Scene, id: TemplateId) -> String {
    scene.vault.templates().get(id).unwrap().1.parts[0].body.clone()
}

fn used(scene: &mut Scene, language: &str) -> Option<TemplateId> {
    scene.vault.templates().in_use(TemplateKind::OpeningScript, language).unwrap().map(|(id, _)| id)
}

#[test]
fn a_template_comes_back_as_it_was_after_a_crash() {
    let mut scene = Scene::new();
    let mut parts = starting(TemplateKind::Agreement);
    parts.reverse();
    parts[1].included = false;
    let agreement =
        Template {
            kind: TemplateKind::Agreement, name: "Für Ana".into(), language: "de".into(), parts: parts.clone()
        };
    let id = scene.vault.templates().add(&agreement).unwrap();
    let mut scene = scene.crash();
    let (row, kept) = scene.vault.templates().get(id).unwrap();
    assert_eq!(kept, agreement, "order, inclusion and words");
    assert_eq!((row.number, row.in_use, row.removed), (1, false, false));
    let changed = Template { name: "For Ana".into(), language: "en".into(), ..agreement };
    scene.vault.templates().save(id, &changed).unwrap();
    assert_eq!(scene.vault.templates().list().unwrap()[0].name, "For Ana");
    assert_eq!(scene.vault.templates().versions(id).unwrap().len(), 1, "a name is no words");
    assert_eq!(scene.vault.templates().get(TemplateId(99)).unwrap_err(), VaultError::NotFound);
}

#[test]
fn words_saved_in_one_sitting_are_one_version_and_after_leaving_another() {
    let mut scene = Scene::new();
    let id = scene.vault.templates().add(&opening("Mine", "one")).unwrap();
    for half in ["one t", "one tw", "one two"] {
        scene.vault.templates().save(id, &opening("Mine", half)).unwrap();
    }
    assert_eq!(scene.vault.templates().versions(id).unwrap().len(), 1);
    scene.vault.templates().close(id).unwrap();
    scene.vault.templates().save(id, &opening("Mine", "one two")).unwrap();
    assert_eq!(scene.vault.templates().versions(id).unwrap().len(), 1, "the same words are no new version");
    scene.clock.pass(60);
    scene.vault.templates().save(id, &opening("Mine", "three")).unwrap();
    let versions = scene.vault.templates().versions(id).unwrap();
    assert_eq!(versions.iter().map(|version| version.number).collect::<Vec<_>>(), [2, 1]);
    assert!(versions[0].closed_at.is_none() && versions[1].closed_at.is_some());
    assert_eq!(scene.vault.templates().version(id, 1).unwrap()[0].body, "one two");
    assert_eq!(words(&mut scene, id), "three");

    scene.vault.templates().bring_back(id, 1).unwrap();
    assert_eq!(words(&mut scene, id), "one two");
    let numbers: Vec<u32> = scene.vault.templates().versions(id).unwrap().iter().map(|one| one.number).collect();
    assert_eq!(numbers, [3, 2, 1], "what was brought back is a new one, and nothing is lost");
    assert_eq!(scene.vault.templates().version(id, 2).unwrap()[0].body, "three");
    scene.vault.templates().bring_back(id, 3).unwrap();
    assert_eq!(scene.vault.templates().versions(id).unwrap().len(), 3, "the newest is there already");
    assert_eq!(scene.vault.templates().bring_back(id, 9), Err(VaultError::NotFound));
}

#[test]
fn one_template_of_a_kind_and_language_is_used_at_a_time() {
    let mut scene = Scene::new();
    let first = scene.vault.templates().add(&opening("First", "a")).unwrap();
    let second = scene.vault.templates().add(&opening("Second", "b")).unwrap();
    let german = scene.vault.templates().add(&Template { language: "de".into(), ..opening("Dritte", "c") }).unwrap();
    assert_eq!(used(&mut scene, "en"), None);
    scene.vault.templates().set_in_use(first, true).unwrap();
    scene.vault.templates().set_in_use(german, true).unwrap();
    scene.vault.templates().set_in_use(second, true).unwrap();
    assert_eq!((used(&mut scene, "en"), used(&mut scene, "de")), (Some(second), Some(german)));

    // A template that changes its language never pushes another out.
    scene.vault.templates().save(german, &opening("Third", "c")).unwrap();
    assert_eq!((used(&mut scene, "en"), used(&mut scene, "de")), (Some(second), None));

    scene.vault.templates().remove(second).unwrap();
    assert_eq!(used(&mut scene, "en"), None, "what is removed is not used");
    assert_eq!(scene.vault.templates().save(second, &opening("x", "y")), Err(VaultError::NotFound));
    scene.vault.templates().restore(second).unwrap();
    assert_eq!(used(&mut scene, "en"), Some(second));
    scene.vault.templates().remove(second).unwrap();
    scene.vault.templates().set_in_use(first, true).unwrap();
    scene.vault.templates().restore(second).unwrap();
    assert_eq!(used(&mut scene, "en"), Some(first), "it comes back beside the one that took its place");
    scene.vault.templates().set_in_use(first, false).unwrap();
    assert_eq!(used(&mut scene, "en"), None);
}
