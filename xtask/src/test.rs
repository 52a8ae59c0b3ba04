//! `cargo xtask test`: every check, from cheap to dear. Continuous integration runs exactly this.

use crate::shell::{self, Trouble, say};
use crate::system::{self, Need};
use crate::tally::Tally;
use crate::{r#gen, setup, supply};
use std::fs;

/// The crates that need no window to be tested.
const LIBRARIES: &[&str] =
    &["xtask", "coachbook-core", "coachbook-exchange", "coachbook-documents", "coachbook-vault", "coachbook-testkit"];

/// Runs everything even after a failure, so that one run tells all there is to mend.
pub fn start(arguments: &[String]) -> Result<(), Trouble> {
    shell::no_arguments(arguments)?;
    setup::for_need(Need::Test)?;
    let mut tally = Tally::default();
    form(&mut tally);
    tally.check(supply::check());
    libraries(&mut tally);
    window_code(&mut tally)?;
    app(&mut tally);
    println!("\n{} passed, {} failed", tally.passed, tally.failed);
    if tally.failed == 0 { Ok(()) } else { Err(Trouble::new("not everything holds; look for FAILED above")) }
}

fn form(tally: &mut Tally) {
    say("Form: rustfmt");
    tally.check(shell::run(&mut shell::command("cargo", &["fmt", "--all", "--check"])));
    say("Form: clippy, warnings count as errors");
    let line = ["clippy", "--quiet", "--workspace", "--all-features", "--all-targets", "--", "--deny", "warnings"];
    tally.check(shell::run(&mut shell::command("cargo", &line)));
}

fn libraries(tally: &mut Tally) {
    say("Libraries: rules, vault, papers, formats");
    let mut line = vec!["test", "--no-fail-fast"];
    line.extend(LIBRARIES.iter().flat_map(|library| ["--package", library]));
    tally.run(&mut shell::command("cargo", &line));
}

fn window_code(tally: &mut Tally) -> Result<(), Trouble> {
    say("Wire types: what is committed is what the Rust types say");
    tally.check(r#gen::check());
    say("Window: types");
    let compiler = "node_modules/typescript/bin/tsc";
    tally.check(shell::run(shell::command("node", &[compiler, "--noEmit"]).current_dir(shell::root().join("ui"))));
    say("Window: logic and elements");
    let tests = tests_of_the_window()?;
    if tests.is_empty() {
        tally.check(Err(Trouble::new("there is no test in ui/tests")));
        return Ok(());
    }
    let mut command = shell::command("node", &["--test", "--test-reporter=tap"]);
    tally.run(command.args(tests).current_dir(shell::root().join("ui")));
    Ok(())
}

/// Lists the tests by name: what `node --test` finds by itself differs between its versions.
fn tests_of_the_window() -> Result<Vec<String>, Trouble> {
    let folder = shell::root().join("ui/tests");
    let entries = fs::read_dir(&folder).map_err(|error| Trouble::new(format!("{}: {error}", folder.display())))?;
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut tests: Vec<String> =
        names.filter(|name| name.ends_with(".test.js")).map(|name| format!("tests/{name}")).collect();
    tests.sort();
    Ok(tests)
}

fn app(tally: &mut Tally) {
    let mut line = vec!["test", "--no-fail-fast", "--package", "coachbook", "--features", "developer"];
    if system::has_window_tests() {
        say("App: the invariants, then the real window on a screen of its own");
    } else {
        say("App: the invariants (the real window is driven on Linux only: other systems' web views bring no driver)");
        line.extend(["--lib", "--bins", "--test", "tidy"]);
    }
    let mut command = shell::command("cargo", &line);
    // One window at a time: two of them and their drivers share two cores badly, and patience runs out.
    tally.run(command.env("RUST_TEST_THREADS", "1"));
}
