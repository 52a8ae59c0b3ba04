//! A safety copy of a book of 500 MB, against copying its file, syncing the copy and reading it once.
//!
//! Ours takes the book's bytes down, writes the copy and syncs it. Reading it back before it has its name, with the
//! checksum over the whole and each page's, is a row of its own, and so is a look into the copy with the key, as before
//! it is brought back.

use std::{
    fs::{self, File},
    io::{Read, copy, sink},
    path::Path,
    time::{Instant, SystemTime},
};

use coachbook_core::{
    client::ClientDraft,
    giving::{CONSENT, PaperDraft, Subject},
};
use coachbook_vault::{CopyProgress, Unlock, Vault, inspect_safety_copy};

use crate::{
    row::{Row, median, ms},
    workshop::{Answer, database, make_book},
};

const PAPERS: u8 = 125;
const PAPER_BYTES: u64 = 4_000_000;
const ROUNDS: usize = 3;
const AIM: f64 = 2.0;

/// Measures the rows.
pub(crate) fn rows(folder: &Path) -> Answer<Vec<Row>> {
    let mut vault = filled(folder)?;
    let stick = folder.join("stick");
    fs::create_dir_all(&stick)?;
    let code = vault.book().recovery_code();
    let (mut ours, mut floor) = (Vec::new(), Vec::new());
    let (mut back, mut look, mut read) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        vault.clients().save(None, None, &ClientDraft::named(&format!("Ada {round}")))?;
        let began = Instant::now();
        let snapshot = vault.book().order_copy()?.from_open(vault.book())?;
        let made = snapshot.write_into(&stick, SystemTime::now().into(), 0, &CopyProgress::default())?;
        ours.push(ms(began.elapsed().saturating_sub(made.read_back)));
        back.push(ms(made.read_back));
        let plain = folder.join("plain.copy");
        let began = Instant::now();
        fs::copy(database(folder), &plain)?;
        File::open(&plain)?.sync_all()?;
        copy(&mut File::open(&plain)?, &mut sink())?;
        floor.push(ms(began.elapsed()));
        let began = Instant::now();
        inspect_safety_copy(&made.path, &Unlock::Code(&code))?;
        look.push(ms(began.elapsed()));
        let began = Instant::now();
        copy(&mut File::open(&made.path)?, &mut sink())?;
        read.push(ms(began.elapsed()));
    }
    Ok(vec![
        Row::new("safety copy of 500 MB, ms; copied, synced, read", median(&ours), median(&floor), AIM),
        Row::without_aim("reading that copy back, ms; read once", median(&back), median(&read)),
        Row::without_aim("look into that copy, ms; read once", median(&look), median(&read)),
    ])
}

/// A book with papers that nothing can make smaller.
fn filled(folder: &Path) -> Answer<Vault> {
    let (mut vault, session) = make_book(folder)?;
    let client = vault.clients().save(None, None, &ClientDraft::named("Ada Trial"))?.id;
    let chance = File::open("/dev/urandom")?;
    for nth in 0..PAPERS {
        let mut bytes = Vec::new();
        (&chance).take(PAPER_BYTES).read_to_end(&mut bytes)?;
        let session = Some(session);
        let subject = Subject { client, kind: CONSENT.to_owned(), session, engagement: None, version: None };
        let draft = PaperDraft {
            subject,
            document_id: format!("{nth:08x}"),
            look: String::new(),
            language: "en".to_owned(),
            missing: String::new(),
            masked: false,
            replaces: None,
            made_on: "2026-03-04".parse()?,
        };
        vault.papers().keep(&draft, &bytes)?;
    }
    Ok(vault)
}
