//! Files kept with a session or an agreement, through the public door.

use std::fs;
use std::path::PathBuf;

use coachbook_core::agreement::Clause;
use coachbook_core::attachment::{KeptWith, LARGEST_FILE, MediaType};
use coachbook_core::client::ClientDraft;
use coachbook_vault::{GivenFile, VaultError};

use crate::scene::Scene;

const PDF: &[u8] = b"%PDF-1.4 notes on paper";

/// A folder with files to choose from, gone when the test is over.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("coachbook-desk-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, bytes).unwrap();
        path
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn given(desk: &Desk, name: &str, bytes: &[u8]) -> Result<GivenFile, VaultError> {
    GivenFile::read(&desk.put(name, bytes))
}

#[test]
fn what_cannot_be_kept_is_refused_in_words() {
    let desk = Desk::new("refused");
    let code = |answer: Result<GivenFile, VaultError>| answer.err().map_or("ok", VaultError::code);
    assert_eq!(code(given(&desk, "scan.pdf", PDF)), "ok", "control");
    assert_eq!(code(given(&desk, "empty.pdf", b"")), "file_empty");
    assert_eq!(code(given(&desk, "program.pdf", b"MZ\x90\0 not a scan")), "file_unknown");
    assert_eq!(code(given(&desk, "drawing.png", b"<svg onload='alert(1)'/>")), "file_unknown");
    assert_eq!(code(GivenFile::read(&desk.0)), "file_unknown", "a folder");
    assert_eq!(code(GivenFile::read(&desk.0.join("nowhere.pdf"))), "file_unreadable");
    let huge = desk.put("huge.pdf", PDF);
    fs::File::options().write(true).open(&huge).unwrap().set_len(LARGEST_FILE + 1).unwrap();
    assert_eq!(code(GivenFile::read(&huge)), "file_too_large");
    for fault in [VaultError::FileEmpty, VaultError::FileTooLarge, VaultError::FileUnknown, VaultError::FileUnreadable]
    {
        assert!(fault.hint().contains("Nothing was added."), "{}", fault.code());
    }
}

#[test]
fn the_kind_follows_the_bytes_and_the_name_fits_in_a_line() {
    let desk = Desk::new("named");
    let file = given(&desk, "notes\nof \u{202e}fdp.exe", PDF).unwrap();
    assert_eq!((file.name(), file.media_type()), ("notesof fdp.exe", MediaType::Pdf));
    let nameless = GivenFile::new(" \u{7} ", PDF.to_vec().into()).unwrap();
    assert_eq!(nameless.name(), "scan.pdf");
}

#[test]
fn a_session_on_paper_is_complete_with_a_scan_and_no_line() {
    let mut scene = Scene::new();
    let desk = Desk::new("session");
    let file = given(&desk, "March, second session.pdf", PDF).unwrap();
    let session = scene.start();
    let with = KeptWith::Session(session);
    assert_eq!(scene.vault.attachments().add(with, &file).err(), Some(VaultError::Stale), "it is being held");
    scene.vault.sessions().end(session).unwrap();
    let kept = scene.vault.attachments().add(with, &file).unwrap();
    scene.vault.sessions().finish(session).unwrap();
    let mut scene = scene.crash();
    let there = scene.vault.attachments().list(with).unwrap();
    assert_eq!(there, std::slice::from_ref(&kept));
    assert_eq!((kept.name.as_str(), kept.bytes), ("March, second session.pdf", PDF.len() as u64));
    assert_eq!(*scene.vault.attachments().read(kept.id).unwrap(), PDF);
    assert_eq!(scene.vault.attachments().of_client(scene.client).unwrap(), there);
    scene.vault.attachments().remove(kept.id).unwrap();
    assert!(scene.vault.attachments().list(with).unwrap().is_empty());
    assert_eq!(scene.vault.attachments().restore(kept.id).unwrap().name, kept.name);
}

#[test]
fn a_signed_sheet_is_kept_with_its_version_and_signs_nothing_by_itself() {
    let mut scene = Scene::new();
    let desk = Desk::new("signed");
    let file = given(&desk, "signed.pdf", PDF).unwrap();
    let clause =
        Clause { key: "own:1".to_owned(), heading: "Role".to_owned(), body: "I coach.".to_owned(), included: true };
    let version = scene.vault.agreements().start(scene.engagement, std::slice::from_ref(&clause)).unwrap().id;
    let with = KeptWith::Version(version);
    assert_eq!(scene.vault.attachments().add(with, &file).err(), Some(VaultError::Stale), "a draft");
    let issued = scene.vault.agreements().issue(version, &[clause], b"%PDF").unwrap();
    let kept = scene.vault.attachments().add(with, &file).unwrap();
    assert_eq!(scene.vault.agreements().get(version).unwrap(), issued);
    assert_eq!(scene.vault.attachments().of_client(scene.client).unwrap(), [kept]);
}

#[test]
fn a_file_follows_its_session_to_the_right_client() {
    let mut scene = Scene::new();
    let desk = Desk::new("moved");
    let session = scene.start();
    scene.vault.sessions().end(session).unwrap();
    scene.vault.attachments().add(KeptWith::Session(session), &given(&desk, "a.pdf", PDF).unwrap()).unwrap();
    let other = scene.vault.clients().save(None, None, &ClientDraft::named("Adam Test")).unwrap().id;
    let theirs = scene.vault.engagements().save(other, None, None, &Default::default()).unwrap().id;
    scene.vault.sessions().move_to_client(session, theirs).unwrap();
    let mut count = |client| scene.vault.attachments().of_client(client).unwrap().len();
    assert_eq!((count(scene.client), count(other)), (0, 1));
}
