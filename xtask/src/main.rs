//! The developer's commands. `cargo xtask` alone lists them.
//!
//! One file per command; what several need stands in `shell`, `system`, `packages` and `tally`.
//! Nothing here knows a crate of the workspace: programs of the project are started, never linked.

mod bench;
mod bundle;
mod faults;
mod r#gen;
mod notices;
mod packages;
mod papers;
mod programs;
mod run;
mod screens;
mod setup;
mod shell;
mod supply;
mod system;
mod tally;
mod test;

use shell::Trouble;
use std::process::ExitCode;

/// One line of the list, and what it starts.
struct Task {
    name: &'static str,
    takes: &'static str,
    does: &'static str,
    start: fn(&[String]) -> Result<(), Trouble>,
}

/// Every command there is, in the order in which a newcomer needs them.
const TASKS: &[Task] = &[
    Task {
        name: "run",
        takes: "[--release]",
        does: "sets up what is missing, builds, opens the app",
        start: run::start,
    },
    Task {
        name: "test",
        takes: "",
        does: "sets up what is missing, then every check and test, the real window included",
        start: test::start,
    },
    Task {
        name: "setup",
        takes: "",
        does: "the set-up alone: system packages, npm packages, fonts, notices",
        start: setup::start,
    },
    Task {
        name: "gen",
        takes: "",
        does: "writes the wire types of the window from the Rust types",
        start: r#gen::start,
    },
    Task {
        name: "papers",
        takes: "--out DIR",
        does: "writes every paper of the sample book as PDF",
        start: papers::start,
    },
    Task {
        name: "screens",
        takes: "--out DIR",
        does: "drives the window through every screen and saves pictures, light and dark",
        start: screens::start,
    },
    Task {
        name: "faults",
        takes: "[--count N] [--short] [--seed N] [--only WORDS] [--minutes N] [--window N] [--report FILE]",
        does: "crashes, full disks, flipped bits, clock jumps, hostile bytes; table and target/faults.json",
        start: faults::start,
    },
    Task {
        name: "bench",
        takes: "[--only WORD] [--report FILE]",
        does: "speed side by side with peers and floors; table and target/bench.json",
        start: bench::start,
    },
    Task { name: "bundle", takes: "", does: "installers for this system", start: bundle::start },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = arguments.split_first() else {
        list();
        return ExitCode::SUCCESS;
    };
    let Some(task) = TASKS.iter().find(|task| task.name == name) else {
        eprintln!("There is no command `{name}`. These there are:\n");
        list();
        return ExitCode::from(2);
    };
    match (task.start)(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("\ncargo xtask {name}: {trouble}");
            ExitCode::FAILURE
        }
    }
}

/// Prints the commands.
fn list() {
    println!("cargo xtask COMMAND");
    for task in TASKS {
        println!("  {:<8} {}", task.name, task.does);
        if !task.takes.is_empty() {
            println!("  {:<8} {}", "", task.takes);
        }
    }
}
