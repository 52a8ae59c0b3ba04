//! Trial: a client is erased, and no word about her is left in any page of the book, of its search, of its log, or of a
//! safety copy made afterwards.
//!
//! A word nobody else uses stands in every field the trial can reach, and in a scan. The pages are read without SQLite
//! (`laid_bare`). Another client's words must still be there. The control puts the client away instead of erasing her.

use std::{fs, path::Path};

use coachbook_core::{
    SessionId, Uid, attachment::KeptWith, client::ClientDraft, engagement::EngagementDraft, note::NoteDraft,
};
use coachbook_vault::{CopyStamp, GivenFile, Make, RandomUids, StartFrom, UidSource, Vault, write_safety_copy};

use crate::{
    acknowledged::{EDITOR, keep},
    laid_bare::{PageKey, hits, snapshot},
    plan::Plan,
    trial::Trial,
    workshop::{Answer, database, make_book},
};

const STAYS: &str = "words of somebody who stays";

/// Makes the tries and the controls.
pub(crate) fn run(plan: &Plan, trial: &mut Trial<'_>) -> Answer<()> {
    let mut before = 0;
    for nth in 0..plan.times(20, 1) {
        let (found, held) = try_once(&trial.folder(&nth.to_string()), nth, true)?;
        before += found;
        trial.tried(held);
    }
    trial.figures(format!("{before} hits before"));
    for nth in 0..plan.times(2, 1) {
        trial.control(try_once(&trial.folder(&format!("control-{nth}")), nth, false)?.1);
    }
    Ok(())
}

/// Returns how often the word was found before, and whether it is gone.
fn try_once(folder: &Path, nth: u32, erases: bool) -> Answer<(usize, Result<(), String>)> {
    let word = format!("Kanarienvogel{nth}x{}", RandomUids.next().0.chars().take(8).collect::<String>());
    let (mut vault, _) = make_book(folder)?;
    keep(&mut vault, STAYS)?;
    let running = vault.sessions().in_progress()?.ok_or("no session is in progress")?.id;
    vault.sessions().end(running)?;
    let client = write_about(&mut vault, &word)?;
    let key = PageKey::of_sample(&database(folder))?;
    let before: usize = found(&vault, folder, &key, &word)?.iter().map(|(_, hits)| hits).sum();
    if before == 0 {
        return Err("the word is not found before erasing: nothing would be noticed".into());
    }
    if erases {
        vault.clients().erase(client, None)?.map_or(Ok(()), Err)?;
    } else {
        vault.clients().archive(client)?;
    }
    let after = found(&vault, folder, &key, &word)?;
    let left: Vec<String> =
        after.iter().filter(|(_, hits)| *hits > 0).map(|(place, hits)| format!("{hits} in {place}")).collect();
    let scans = fs::read_dir(database(folder).with_file_name("files"))?.count();
    let others: usize = found(&vault, folder, &key, STAYS)?.iter().map(|(_, hits)| hits).sum();
    let held = match (left.is_empty(), scans, others) {
        (true, 0, 1..) => Ok(()),
        _ => Err(format!("left: {left:?}, {scans} scans; {others} hits of another client's words")),
    };
    Ok((before, held))
}

/// A client with the word in every field, a session with it in every kind of row, and a scan.
fn write_about(vault: &mut Vault, word: &str) -> Answer<coachbook_core::ClientId> {
    let said = Some(word.to_owned());
    let draft = ClientDraft {
        legal_name: said.clone(),
        preferred_name: said.clone(),
        email: said.clone(),
        phone: said.clone(),
        address: said.clone(),
        role_title: said.clone(),
        role_now: said.clone(),
        background: said.clone(),
        organisation: said.clone(),
        ..ClientDraft::named(word)
    };
    let client = vault.clients().save(None, None, &draft)?.id;
    let title = EngagementDraft { title: said.clone(), scope: said, ..EngagementDraft::default() };
    let engagement = vault.engagements().save(client, None, None, &title)?.id;
    let session = vault.sessions().start(StartFrom::Engagement(engagement), chrono_tz::Tz::UTC, 60)?.session.id;
    for nth in 0..30 {
        note(vault, session, &format!("{word} said {nth} things about {word}"), nth)?;
    }
    vault.drafts().save(session, EDITOR, &format!("half a line about {word}"))?;
    vault.sessions().end(session)?;
    let scan = [b"%PDF-1.4\n% ".as_slice(), word.as_bytes(), b"\n%%EOF\n"].concat();
    let file = GivenFile::new(&format!("{word}.pdf"), scan.into())?;
    vault.attachments().add(KeptWith::Session(session), &file)?;
    Ok(client)
}

fn note(vault: &mut Vault, session: SessionId, text: &str, nth: u32) -> Answer<()> {
    let draft = NoteDraft::plain(text, "R", None);
    let make = match nth % 5 {
        0 => Some(Make::action(&draft)),
        1 => Some(Make::insight(&draft)),
        _ => None,
    };
    let uid: Uid = RandomUids.next();
    let kept = vault.notes().keep(session, &uid, &draft, Some(EDITOR), make)?.note;
    // Changed, so that it has a history; now and then removed, which can be taken back.
    let changed = NoteDraft::plain(&format!("{text}, and more"), "R", None);
    let kept = vault.notes().edit(kept.id, kept.rev, &changed)?;
    vault.notes().cut_revision(kept.id)?;
    Ok(())
}

/// Where the word is found, and how often: book, log, later safety copy.
fn found(vault: &Vault, folder: &Path, key: &PageKey, word: &str) -> Answer<Vec<(&'static str, usize)>> {
    let file = database(folder);
    let log = fs::read(file.with_extension("db-wal")).unwrap_or_default();
    let copy = folder.join("later.coachbook");
    write_safety_copy(vault.book(), &copy, CopyStamp { sequence: 1, made_at: None })?;
    let copy = fs::read(copy)?;
    let snapshot = snapshot(&copy).ok_or("the copy is not as SECURITY.md says")?;
    Ok(vec![
        ("the book", hits(&key.database(&fs::read(file)?), word)),
        ("the log", hits(&key.log(&log), word)),
        ("a later safety copy", hits(&key.database(snapshot), word)),
    ])
}
