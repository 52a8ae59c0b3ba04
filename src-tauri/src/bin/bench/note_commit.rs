//! One note committed, against the same words committed to a plain SQLite file on the same disk.
//!
//! Ours is all that *Enter* does: encryption, the counter, four indexes, the emptied draft, and reading the note back.
//! The floor is one insert into one table with the columns of a note. Both are WAL with `synchronous=FULL`. The vault
//! empties its WAL every 64 pages, which the median does not see; the row of the slowest twentieth does.

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

/// Measures the rows.
pub(crate) fn rows(folder: &Path) -> Answer<Vec<Row>> {
    let (mut vault, session) = make_book(folder)?;
    let mut plain = PlainFloor::create(&folder.join("plain.db"))?;
    let (mut ours, mut floor) = (Vec::new(), Vec::new());
    for nth in 0..WARM_UP + COMMITS {
        let text = format!("{nth}: {}", "she said what she would do first, and by when. ".repeat(8));
        let uid = RandomUids.next();
        vault.drafts().save(session, "line", &text)?;
        let draft = NoteDraft::plain(&text, "R", None);
        let began = Instant::now();
        vault.notes().keep(session, &uid, &draft, Some("line"), None)?;
        let between = Instant::now();
        plain.keep(&uid.0, "2026-03-04T09:00:00.000Z", &text)?;
        if nth >= WARM_UP {
            ours.push(ms(between - began));
            floor.push(ms(between.elapsed()));
        }
    }
    plain.close()?;
    Ok(vec![
        Row::new("note committed, ms; plain SQLite, WAL and FULL", median(&ours), median(&floor), 1.5),
        Row::without_aim("note committed, slowest twentieth, ms; plain SQLite", part(&ours, 0.95), part(&floor, 0.95)),
    ])
}
