//! `coachbook-bench`: speed beside others and beside floors, as ratios of medians taken in one run.
//!
//! Both sides of a row take turns, so that a busy moment meets both. A row without a partner on this machine is
//! skipped and says so. `--only WORD` measures one family (`cold start`, `typing`, `note commit`, `opening`, `search`,
//! `safety copy`, `papers`); `--report FILE` writes elsewhere than `target/bench.json`. With `--search …` the program is
//! one of the processes a family measures in.

#[path = "bench/cold_start.rs"]
mod cold_start;
#[path = "bench/flat_odt.rs"]
mod flat_odt;
#[path = "bench/libreoffice.rs"]
mod libreoffice;
#[path = "bench/note_commit.rs"]
mod note_commit;
#[path = "bench/opening.rs"]
mod opening;
#[path = "bench/papers.rs"]
mod papers;
#[path = "bench/report.rs"]
mod report;
#[path = "bench/row.rs"]
mod row;
#[path = "bench/safety_copy.rs"]
mod safety_copy;
#[path = "bench/screen.rs"]
mod screen;
#[path = "bench/search.rs"]
mod search;
#[path = "bench/trial_papers.rs"]
mod trial_papers;
#[path = "bench/typing.rs"]
mod typing;
#[path = "bench/typst.rs"]
mod typst;
#[path = "bench/typst_source.rs"]
mod typst_source;
#[path = "bench/workshop.rs"]
mod workshop;

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

use report::say;
use row::Row;
use workshop::{Answer, Workshop};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let ended = match arguments.as_slice() {
        [flag, side, file] if flag == "--search" => search::be_child(side, Path::new(file)).map(|()| true),
        _ => run(arguments),
    };
    match ended {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::from(2)
        }
    }
}

/// Measures everything asked for; answers whether every aim is met.
fn run(arguments: Vec<String>) -> Answer<bool> {
    let mut only = String::new();
    let mut report = PathBuf::from("target/bench.json");
    let mut rest = arguments.into_iter();
    while let Some(flag) = rest.next() {
        let value = rest.next().ok_or(format!("{flag} needs a value"))?;
        match flag.as_str() {
            "--only" => only = value,
            "--report" => report = PathBuf::from(value),
            _ => return Err(format!("`{flag}` is not known: --only WORD, --report FILE").into()),
        }
    }
    // Beside the build, so that commits are measured on a real disk and not in a temporary folder in memory.
    std::fs::create_dir_all("target")?;
    let shop = Workshop::below(Path::new("target"), "bench")?;
    let rows = measure(shop.path(), &only, &report)?;
    Ok(rows.iter().all(Row::holds))
}

/// Measures one family after the other; the report is written after each.
fn measure(folder: &Path, only: &str, report: &Path) -> Answer<Vec<Row>> {
    type Measured = fn(&Path) -> Answer<Vec<Row>>;
    let families: [(&str, Measured); 7] = [
        ("cold start", cold_start::rows),
        ("note commit", note_commit::rows),
        ("opening", opening::rows),
        ("search", search::rows),
        ("safety copy", safety_copy::rows),
        ("papers", papers::rows),
        // Last, because a driver that is lost ends the program.
        ("typing", typing::rows),
    ];
    say(&Row::heading());
    let mut rows = Vec::new();
    for (name, measured) in families {
        if name.contains(only) {
            let found = measured(&std::path::absolute(folder)?)?;
            found.iter().for_each(|row| say(&row.line()));
            rows.extend(found);
            report::write_rows(report, &rows.iter().map(Row::fields).collect::<Vec<_>>())?;
        }
    }
    Ok(rows)
}
