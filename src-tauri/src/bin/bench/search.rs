//! Words found in the index of a long life's notes, with memory wiped when SQLite frees it, against not wiped.
//!
//! The engine wipes in a whole program or not at all: each side is measured in processes of its own, which take turns.

use std::{env, path::Path, process::Command, time::Instant};

use coachbook_vault::plain_floor::WordIndex;

use crate::{
    report::say,
    row::{Row, median, ms, part},
    workshop::Answer,
};

const NOTES: usize = 40_000;
const ROUNDS: usize = 3;
const AIM: f64 = 1.3;
/// What is looked for: words as they grow under the hand, rare and common.
const WORDS: [&str; 8] = ["me*", "mee*", "meeting", "lan*", "lantern12", "first", "wh*", "what"];
const LOOKS: usize = 10;
const WIPED: &str = "wiped";
const KEPT: &str = "kept";

/// Measures the row.
pub(crate) fn rows(folder: &Path) -> Answer<Vec<Row>> {
    let (mut wiped, mut kept) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        wiped.push(measured_apart(&folder.join(format!("{round}.wiped")), WIPED)?);
        kept.push(measured_apart(&folder.join(format!("{round}.kept")), KEPT)?);
    }
    let of = |side: &[(f64, f64)], which: fn(&(f64, f64)) -> f64| median(&side.iter().map(which).collect::<Vec<_>>());
    let [middle, slow] = [|it: &(f64, f64)| it.0, |it: &(f64, f64)| it.1];
    Ok(vec![
        Row::new("word found in 40,000 notes, memory wiped, ms; not wiped", of(&wiped, middle), of(&kept, middle), AIM),
        Row::without_aim("the slowest twentieth of these, ms; not wiped", of(&wiped, slow), of(&kept, slow)),
    ])
}

fn measured_apart(file: &Path, side: &str) -> Answer<(f64, f64)> {
    let child = Command::new(env::current_exe()?).args(["--search", side]).arg(file).output()?;
    let said = String::from_utf8(child.stdout)?;
    let figures: Vec<f64> = said.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    match figures.as_slice() {
        [middle, slow] => Ok((*middle, *slow)),
        _ => Err(format!("the search said “{said}”").into()),
    }
}

/// The child: fills an index and looks for words; says the middle and the slowest twentieth in milliseconds.
pub(crate) fn be_child(side: &str, file: &Path) -> Answer<()> {
    let mut index = WordIndex::create(file, side == WIPED)?;
    index.fill((0..NOTES).map(|nth| {
        let rare = if nth % 97 == 0 { "meeting" } else { "call" };
        format!("{nth} what she would do first after the {rare}, by lantern{} and by when she knows", nth % 300)
    }))?;
    let mut took = Vec::new();
    for word in WORDS.iter().cycle().take(WORDS.len() * LOOKS) {
        let began = Instant::now();
        let found = index.find(word)?;
        took.push(ms(began.elapsed()));
        if found.is_empty() {
            return Err(format!("{word} is not found").into());
        }
    }
    say(&format!("{} {}", median(&took), part(&took, 0.95)));
    Ok(())
}
