//! One note committed, against the same words committed to a plain SQLite file on the same disk.
//!
//! Ours is all that *Enter* does: encryption, the counter, two indexes, the emptied draft, and reading the note back
//! (`decisions/0014`). The floor is one insert into one table with the columns of a note. Both are WAL with
//! `synchronous=FULL`. The vault empties its WAL every 64 pages, which the median does not see; the row of the slowest
//! twentieth does. The floor's insert through the book's own engine shows how much of ours is encryption alone.

use std::{path::Path, time::Instant};

use coachbook_core::note::NoteDraft;
use coachbook_vault::{RandomUids, UidSource, plain_floor::PlainFloor};

use crate::{
    row::{Row, median, ms, part},
    workshop::{Answer, make_book},
};

const COMMITS: usize = 400;
/// First commits, in which files grow and statements are prepared.
const WARM_UP: usize = 40;
const MOMENT: &str = "2026-03-04T09:00:00.000Z";

/// Measures the rows.
pub(crate) fn rows(folder: &Path) -> Answer<Vec<Row>> {
    let (mut vault, session) = make_book(folder)?;
    let mut plain = PlainFloor::create(&folder.join("plain.db"))?;
    let mut encrypted = PlainFloor::create_encrypted(&folder.join("encrypted.db"))?;
    let (mut ours, mut floor, mut engine) = (Vec::new(), Vec::new(), Vec::new());
    for nth in 0..WARM_UP + COMMITS {
        let text = format!("{nth}: {}", "she said what she would do first, and by when. ".repeat(8));
        let uid = RandomUids.next();
        vault.drafts().save(session, "line", &text)?;
        let draft = NoteDraft::plain(&text, "R", None);
        let began = Instant::now();
        vault.notes().keep(session, &uid, &draft, Some("line"), None)?;
        let between = Instant::now();
        plain.keep(&uid.0, MOMENT, &text)?;
        let last = Instant::now();
        encrypted.keep(&uid.0, MOMENT, &text)?;
        if nth >= WARM_UP {
            ours.push(ms(between - began));
            floor.push(ms(last - between));
            engine.push(ms(last.elapsed()));
        }
    }
    plain.close()?;
    encrypted.close()?;
    Ok(vec![
        Row::new("note committed, ms; plain SQLite, WAL and FULL", median(&ours), median(&floor), 1.5),
        Row::without_aim(
            "the same insert through the book's engine, ms; plain SQLite",
            median(&engine),
            median(&floor),
        ),
        Row::without_aim("note committed, slowest twentieth, ms; plain SQLite", part(&ours, 0.95), part(&floor, 0.95)),
    ])
}
