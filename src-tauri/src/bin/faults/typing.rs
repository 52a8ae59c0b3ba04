//! Trial: the program is killed while a line is typed, and at most half a second of typing may be gone.
//!
//! The typist presses a key every 60 to 160 ms and saves the draft as the window does: 400 ms after the first key that
//! is not saved. It tells each key, with the time, before anything else. The control saves after two seconds.
//! The window's own timer is tried in the real window; this is the vault's part of the promise.

use std::{path::Path, thread::sleep, time::Duration};

use crate::{
    acknowledged::{EDITOR, reopen},
    chance::Chance,
    plan::Plan,
    process::{Process, now_ms, tell},
    trial::Trial,
    workshop::{Answer, make_book, open_book},
};

/// What may be lost.
const ALLOWED_MS: u64 = 500;
/// When the window saves after the first unsaved key.
const SAVE_AFTER_MS: u64 = 400;
/// When the control does.
const TOO_LATE_MS: u64 = 2_000;

/// Makes the tries and the controls.
pub(crate) fn run(plan: &Plan, trial: &mut Trial<'_>) -> Answer<()> {
    let mut chance = Chance::new(plan.seed, 2);
    let folder = trial.folder("book");
    drop(make_book(&folder)?);
    let mut worst = 0;
    for _ in 0..(plan.count / 5).max(3) {
        let lost = try_once(&folder, SAVE_AFTER_MS, &mut chance)?;
        worst = worst.max(lost.clone().unwrap_or(0));
        trial.tried(lost.and_then(within));
    }
    trial.figures(format!("oldest lost key {worst} ms before the kill"));
    // A kill soon after a save costs little even there.
    trial.until_noticed((plan.controls() / 2).max(1), 10, |_| {
        Ok(try_once(&folder, TOO_LATE_MS, &mut chance)?.and_then(within))
    })
}

fn within(lost_ms: u64) -> Result<(), String> {
    if lost_ms <= ALLOWED_MS { Ok(()) } else { Err(format!("{lost_ms} ms of typing are gone")) }
}

/// Returns how long before the kill the first lost key was pressed.
fn try_once(folder: &Path, save_after_ms: u64, chance: &mut Chance) -> Answer<Result<u64, String>> {
    let seed = chance.between(1, u64::from(u32::MAX)).to_string();
    let typist = Process::start("typist", folder, &[&save_after_ms.to_string(), &seed])?;
    typist.expect("ready")?;
    sleep(Duration::from_millis(chance.between(700, 1_900)));
    let (killed_at, lines) = typist.kill()?;
    let keys: Vec<u64> = lines.iter().map(|line| line.parse()).collect::<Result<_, _>>()?;
    Ok(lost(folder, killed_at, &keys))
}

fn lost(folder: &Path, killed_at: u64, keys: &[u64]) -> Result<u64, String> {
    let (mut vault, _) = reopen(folder)?;
    let session = vault.sessions().in_progress().map_err(|error| error.to_string())?;
    let session = session.ok_or("no session is in progress any more")?.id;
    let stored = vault.drafts().get(session, EDITOR).map_err(|error| error.to_string())?;
    let kept = stored.map_or(0, |text| text.len());
    vault.drafts().clear(session, EDITOR).map_err(|error| error.to_string())?;
    if kept > keys.len() + 1 {
        return Err(format!("{kept} letters are there, {} were typed", keys.len()));
    }
    Ok(keys.get(kept).map_or(0, |pressed| killed_at.saturating_sub(*pressed)))
}

/// The child: types until it is killed.
pub(crate) fn type_until_killed(folder: &Path, rest: &[String]) -> Answer<()> {
    let [save_after_ms, seed] = rest else {
        return Err("the typist takes when to save, and a seed".into());
    };
    let (save_after_ms, mut chance) = (save_after_ms.parse::<u64>()?, Chance::new(seed.parse()?, 0));
    let mut vault = open_book(folder)?;
    let session = vault.sessions().in_progress()?.ok_or("no session is in progress")?.id;
    tell("ready")?;
    let mut text = String::new();
    let mut first_unsaved: Option<u64> = None;
    let mut next_key = now_ms();
    loop {
        let now = now_ms();
        if first_unsaved.is_some_and(|first| now >= first + save_after_ms) {
            vault.drafts().save(session, EDITOR, &text)?;
            first_unsaved = None;
        }
        if now >= next_key {
            tell(&now.to_string())?;
            text.push('a');
            first_unsaved = first_unsaved.or(Some(now));
            next_key = now + chance.between(60, 160);
        }
        sleep(Duration::from_millis(1));
    }
}
