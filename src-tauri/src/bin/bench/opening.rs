//! A book opened by its key, and a phrase changed, without the second that the derivation of a key takes on purpose.

use std::{fs, path::Path, time::Instant};

use coachbook_core::note::NoteDraft;
use coachbook_vault::{Argon2Cost, KeyHeader, Passphrase, RandomUids, UidSource, plain_floor::PlainFloor};

use crate::{
    row::{Row, median, ms},
    workshop::{Answer, key_files, make_book, make_locked, open_book},
};

const NOTES: usize = 2_000;
const ROUNDS: usize = 40;
const CHANGES: usize = 7;
/// Derivations a change takes: of the phrase that was, of the new one, and of the new one as an opening would.
const DERIVATIONS: f64 = 3.0;

/// Measures the rows.
pub(crate) fn rows(folder: &Path) -> Answer<Vec<Row>> {
    Ok(vec![opened(&folder.join("opened"))?, phrase_changed(&folder.join("changed"))?])
}

/// Ours takes the lock, reads the file's shape, gives the key, asks for the engine's version and that of the tables.
fn opened(folder: &Path) -> Answer<Row> {
    let (mut vault, session) = make_book(folder)?;
    let plain = folder.join("plain.db");
    let mut floor = PlainFloor::create(&plain)?;
    for nth in 0..NOTES {
        let (uid, text) = (RandomUids.next(), format!("{nth}: {}", "what she would do first, and by when. ".repeat(4)));
        vault.notes().keep(session, &uid, &NoteDraft::plain(&text, "R", None), None, None)?;
        floor.keep(&uid.0, "2026-03-04T09:00:00.000Z", &text)?;
    }
    vault.into_book().lock().1?;
    floor.close()?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let began = Instant::now();
        let vault = open_book(folder)?;
        ours.push(ms(began.elapsed()));
        vault.into_book().lock().1?;
        let began = Instant::now();
        let floor = PlainFloor::open(&plain)?;
        theirs.push(ms(began.elapsed()));
        floor.close()?;
    }
    Ok(Row::without_aim("book opened by its key, ms; plain SQLite opened", median(&ours), median(&theirs)))
}

/// The other side is the derivations alone, at the same cost.
fn phrase_changed(folder: &Path) -> Answer<Row> {
    let phrases = ["walnut ferry cobalt thimble lantern", "thistle anchor velvet copper meadow"].map(Passphrase::new);
    let [first, second] = &phrases;
    let mut vault = make_locked(folder, first, Argon2Cost::FLOOR)?;
    let (mut ours, mut derivation) = (Vec::new(), Vec::new());
    for nth in 0..CHANGES {
        let (from, to) = if nth % 2 == 0 { (first, second) } else { (second, first) };
        let began = Instant::now();
        vault.book_mut().change_phrase(from, to, Argon2Cost::FLOOR)?;
        ours.push(ms(began.elapsed()));
        let [keys, _] = key_files(folder);
        let header = KeyHeader::from_bytes(&fs::read(keys)?)?;
        let began = Instant::now();
        header.open(to)?;
        derivation.push(ms(began.elapsed()));
    }
    vault.into_book().lock().1?;
    let floor = DERIVATIONS * median(&derivation);
    Ok(Row::without_aim("phrase changed, ms; its three key derivations alone", median(&ours), floor))
}
