//! Trial: two programs open the same book at the same moment, and exactly one gets it.
//!
//! Both wait for a word and open at once. The other must be refused within a second, as already open. Then both are
//! killed, so each try also shows that the lock of a killed program is free. In the control each has a book of its
//! own, so nothing keeps them apart.

use std::{
    io::stdin,
    path::Path,
    time::{Duration, Instant},
};

use coachbook_vault::VaultError;

use crate::{
    plan::Plan,
    process::{Process, tell},
    trial::Trial,
    workshop::{Answer, make_book, open_book},
};

const OWNER: &str = "owner";

/// Makes the tries and the controls.
pub(crate) fn run(plan: &Plan, trial: &mut Trial<'_>) -> Answer<()> {
    let (book, other) = (trial.folder("book"), trial.folder("other"));
    drop(make_book(&book)?);
    drop(make_book(&other)?);
    let mut slowest = Duration::ZERO;
    for _ in 0..plan.count {
        let (held, took) = start_two(&book, &book)?;
        slowest = slowest.max(took);
        trial.tried(held);
    }
    trial.figures(format!("both answered within {} ms", slowest.as_millis()));
    for _ in 0..plan.controls() {
        let (held, _) = start_two(&book, &other)?;
        trial.control(held);
    }
    Ok(())
}

fn start_two(one: &Path, other: &Path) -> Answer<(Result<(), String>, Duration)> {
    let mut pair = [Process::start("owner", one, &[])?, Process::start("owner", other, &[])?];
    for process in &pair {
        process.expect("waiting")?;
    }
    let began = Instant::now();
    for process in &mut pair {
        process.tell("now")?;
    }
    let [first, second] = pair;
    let mut answers = [first.line()?, second.line()?];
    let took = began.elapsed();
    answers.sort();
    first.kill()?;
    second.kill()?;
    let [lower, higher] = &answers;
    let right = lower == VaultError::AlreadyOpen.code() && higher == OWNER;
    let held = match right {
        true if took < Duration::from_secs(1) => Ok(()),
        true => Err(format!("the second start was refused after {took:?}")),
        false => Err(format!("the answers were {lower} and {higher}")),
    };
    Ok((held, took))
}

/// The child: opens the book when told to, says how that went, and keeps it until it is killed.
pub(crate) fn open_when_told(folder: &Path) -> Answer<()> {
    tell("waiting")?;
    let mut word = String::new();
    stdin().read_line(&mut word)?;
    let opened = open_book(folder);
    match &opened {
        Ok(_) => tell(OWNER)?,
        Err(error) => tell(error.code())?,
    }
    word.clear();
    stdin().read_line(&mut word)?;
    Ok(())
}
