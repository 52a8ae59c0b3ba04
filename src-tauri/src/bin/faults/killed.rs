//! Trial: the program is killed while it keeps notes, and no note it had acknowledged may be missing.
//!
//! The writer keeps a draft and then a note, over and over, and acknowledges each on its output after the vault has
//! returned. The kill comes 5 to 65 ms after the first. All tries work on one book, which is checked whole each time.
//! The control acknowledges a handful of notes before it keeps them. (A handful, because a kill, unlike a power cut,
//! spares what SQLite has handed to the system: most kills in the middle of one commit lose nothing.)

use std::{
    path::{Path, PathBuf},
    thread::sleep,
    time::Duration,
};

use coachbook_core::SessionId;
use coachbook_vault::Vault;

use crate::{
    acknowledged::{EDITOR, all_there, keep, reopen, sound, words},
    chance::Chance,
    plan::Plan,
    process::{Process, tell},
    trial::{CONTROLS_AT_MOST, Trial},
    workshop::{Answer, make_book, open_book},
};

const EARLY: &str = "early";
/// Notes the control acknowledges before it keeps them.
const HANDFUL: u32 = 8;

/// Makes the tries and the controls.
pub(crate) fn run(plan: &Plan, trial: &mut Trial<'_>) -> Answer<()> {
    let mut chance = Chance::new(plan.seed, 1);
    let mut scene = Scene::new(trial.folder("book"))?;
    for run in 0..plan.count {
        let held = scene.try_once(run, false, &mut chance)?;
        trial.tried(held);
    }
    trial.figures(format!("{} notes acknowledged, slowest reopening {} ms", scene.notes.len(), scene.slowest_ms));
    let controls = trial.folder("control");
    trial.until_noticed(plan.controls(), CONTROLS_AT_MOST, |run| {
        // A book of its own each time: what one control lost must not count in the next.
        Scene::new(controls.join(run.to_string()))?.try_once(run, true, &mut chance)
    })
}

/// A book, and all that was acknowledged about it so far.
struct Scene {
    folder: PathBuf,
    session: SessionId,
    notes: Vec<String>,
    slowest_ms: u128,
}

impl Scene {
    fn new(folder: PathBuf) -> Answer<Self> {
        let (vault, session) = make_book(&folder)?;
        drop(vault);
        Ok(Self { folder, session, notes: Vec::new(), slowest_ms: 0 })
    }

    fn try_once(&mut self, run: u32, early: bool, chance: &mut Chance) -> Answer<Result<(), String>> {
        let number = run.to_string();
        let rest: &[&str] = if early { &[&number, EARLY] } else { &[&number] };
        let writer = Process::start("writer", &self.folder, rest)?;
        writer.expect("ready")?;
        sleep(Duration::from_millis(chance.between(5, 65)));
        let (_, lines) = writer.kill()?;
        let mut last_draft = None;
        for line in &lines {
            match line.split_once(' ') {
                Some(("note", nth)) => {
                    self.notes.push(words(run, nth.parse()?));
                    last_draft = None;
                }
                Some(("draft", nth)) => last_draft = Some(words(run, nth.parse()?)),
                _ => return Err(format!("the writer said `{line}`").into()),
            }
        }
        Ok(self.check(last_draft))
    }

    fn check(&mut self, last_draft: Option<String>) -> Result<(), String> {
        let (mut vault, took) = reopen(&self.folder)?;
        self.slowest_ms = self.slowest_ms.max(took.as_millis());
        all_there(&mut vault, self.notes.iter())?;
        if let Some(draft) = last_draft {
            self.check_draft(&mut vault, draft)?;
        }
        sound(&vault, &self.folder).map_err(|error| format!("the book is not sound: {error}"))
    }

    /// The draft acknowledged last is there, or had become a note when the kill came.
    fn check_draft(&self, vault: &mut Vault, draft: String) -> Result<(), String> {
        let stored = vault.drafts().get(self.session, EDITOR).map_err(|error| error.to_string())?;
        if stored.as_ref() == Some(&draft) {
            return Ok(());
        }
        all_there(vault, [draft].iter()).map_err(|what| format!("the last draft is gone; {what}"))
    }
}

/// The child: writes until it is killed.
pub(crate) fn write_until_killed(folder: &Path, rest: &[String]) -> Answer<()> {
    let (run, early) = match rest {
        [run] => (run.parse()?, false),
        [run, how] if how == EARLY => (run.parse()?, true),
        _ => return Err("the writer takes the number of its run".into()),
    };
    let mut vault = open_book(folder)?;
    let session = vault.sessions().in_progress()?.ok_or("no session is in progress")?.id;
    tell("ready")?;
    if early {
        return acknowledge_early(&mut vault, run);
    }
    for nth in 0_u32.. {
        let text = words(run, nth);
        vault.drafts().save(session, EDITOR, &text)?;
        tell(&format!("draft {nth}"))?;
        keep(&mut vault, &text)?;
        tell(&format!("note {nth}"))?;
    }
    Ok(())
}

/// The control's child.
fn acknowledge_early(vault: &mut Vault, run: u32) -> Answer<()> {
    for handful in 0_u32.. {
        let notes = handful * HANDFUL..(handful + 1) * HANDFUL;
        for nth in notes.clone() {
            tell(&format!("note {nth}"))?;
        }
        for nth in notes {
            keep(vault, &words(run, nth))?;
        }
    }
    Ok(())
}
