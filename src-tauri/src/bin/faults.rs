//! `coachbook-faults`: what happens to the book when the machine fails.
//!
//! Every trial works on the real vault in a folder of its own and has a control: the same trial with something broken
//! on purpose, which the trial must notice. Rows: how often it was tried, how often it failed (must be 0), how often
//! the control was noticed (must not be 0).
//!
//! `--count N` tries oftener, `--short` less often, `--seed N` repeats a run, `--only WORDS` makes the trials with
//! these words in their name, `--minutes N` gives each reader of hostile bytes so many minutes of the processor, and
//! `--window N` kills the real window so often: both go on where they stopped. `--report FILE` writes elsewhere than
//! `target/faults.json`. With `--child …` the program is one of the processes it kills.

#[path = "faults/acknowledged.rs"]
mod acknowledged;
#[path = "faults/chance.rs"]
mod chance;
#[path = "faults/changes.rs"]
mod changes;
#[path = "faults/clock_jumps.rs"]
mod clock_jumps;
#[path = "faults/copying.rs"]
mod copying;
#[path = "faults/damaged_log.rs"]
mod damaged_log;
#[path = "faults/disk.rs"]
mod disk;
#[path = "faults/drills.rs"]
mod drills;
#[cfg(target_os = "linux")]
#[path = "../../tests/e2e/driver/mod.rs"]
#[allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "written for tests"
)]
mod driver;
#[path = "faults/erased.rs"]
mod erased;
#[path = "faults/flipped_bits.rs"]
mod flipped_bits;
#[path = "faults/full_disk.rs"]
mod full_disk;
#[path = "faults/hostile_bytes.rs"]
mod hostile_bytes;
#[path = "faults/how_far.rs"]
mod how_far;
#[path = "faults/keys.rs"]
mod keys;
#[path = "faults/killed.rs"]
mod killed;
#[path = "faults/laid_bare.rs"]
mod laid_bare;
#[path = "faults/plan.rs"]
mod plan;
#[path = "faults/power_cut.rs"]
mod power_cut;
#[path = "faults/process.rs"]
mod process;
#[path = "faults/readers.rs"]
mod readers;
#[path = "faults/recording.rs"]
mod recording;
#[path = "faults/refused_calls.rs"]
mod refused_calls;
#[path = "bench/report.rs"]
mod report;
#[path = "faults/trial.rs"]
mod trial;
#[path = "faults/two_starts.rs"]
mod two_starts;
#[path = "faults/typing.rs"]
mod typing;
#[path = "faults/upgraded.rs"]
mod upgraded;
#[path = "faults/window_kills.rs"]
mod window_kills;
#[path = "bench/workshop.rs"]
mod workshop;

use std::{
    collections::BTreeMap,
    path::Path,
    process::ExitCode,
    sync::{Mutex, PoisonError},
    thread,
};

use plan::Plan;
use report::say;
use trial::{Row, Trial};
use workshop::{Answer, Workshop};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let ended = match arguments.split_first() {
        Some((flag, rest)) if flag == "--child" => process::be_child(rest).map(|()| true),
        _ => Plan::read(&arguments).and_then(|plan| run(&plan)),
    };
    match ended {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            let _ = std::io::Write::write_fmt(&mut std::io::stderr(), format_args!("{error}\n"));
            ExitCode::from(2)
        }
    }
}

/// Runs one trial.
type Run = fn(&Plan, &mut Trial<'_>) -> Answer<()>;

/// Every trial there is.
const TRIALS: [(&str, Run); 17] = [
    ("kill -9 while notes are kept", killed::run),
    ("kill -9 while a line is typed", typing::run),
    ("kill -9 while the phrase is changed", keys::change_phrase),
    ("kill -9 while the code is changed", keys::renew_code),
    ("two starts at once", two_starts::run),
    ("one flipped bit in book.db", flipped_bits::run),
    ("disk full while notes are kept", full_disk::run),
    ("backup/restore drills", drills::run),
    ("kill -9 while backing up", copying::run),
    ("power cut while notes are kept", power_cut::run),
    ("a call of the disk fails, each", refused_calls::run),
    ("the log is damaged", damaged_log::run),
    ("an upgrade is cut or killed", upgraded::run),
    ("a client is erased", erased::run),
    ("hostile bytes are read", hostile_bytes::run),
    ("the clock jumps", clock_jumps::run),
    ("kill -9 of the real window", window_kills::run),
];

/// Runs every trial; answers whether all held and all controls were noticed.
fn run(plan: &Plan) -> Answer<bool> {
    say(&format!("seed {}", plan.seed));
    let shop = Workshop::below(&std::env::temp_dir(), "faults")?;
    let chosen = |name: &str| plan.only.as_deref().is_none_or(|words| name.contains(words));
    let waiting = Mutex::new(TRIALS.into_iter().enumerate().filter(|(_, (name, _))| chosen(name)));
    let done = Mutex::new(BTreeMap::new());
    let work = || -> Result<(), String> {
        loop {
            let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some((nth, (name, start))) = next else { return Ok(()) };
            let row = make(plan, &shop.path().join(nth.to_string()), name, start)
                .map_err(|error| format!("{name}: {error}"))?;
            say(&row.line());
            done.lock().unwrap_or_else(PoisonError::into_inner).insert(nth, row);
        }
    };
    thread::scope(|scope| {
        let hands: Vec<_> = (0..plan.workers()).map(|_| scope.spawn(work)).collect();
        hands.into_iter().try_for_each(|hand| hand.join().map_err(|_| "a trial ended by itself".to_owned())?)
    })?;
    let rows: Vec<Row> = done.into_inner().unwrap_or_else(PoisonError::into_inner).into_values().collect();
    report::write_rows(&plan.report, &rows.iter().map(Row::fields).collect::<Vec<_>>())?;
    Ok(rows.iter().all(Row::holds))
}

/// Makes one trial in a folder of its own.
fn make(plan: &Plan, folder: &Path, name: &str, start: Run) -> Answer<Row> {
    std::fs::create_dir_all(folder)?;
    let mut trial = Trial::new(name, folder);
    start(plan, &mut trial)?;
    Ok(trial.into_row())
}
