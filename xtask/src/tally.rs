//! Counting what passed: every test of every runner, and every check as one.

use crate::shell::{self, Trouble};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// The sum over all runs.
#[derive(Debug, Default, PartialEq, Eq, Clone, Copy)]
pub struct Tally {
    /// Tests and checks that passed.
    pub passed: u32,
    /// Tests and checks that failed.
    pub failed: u32,
}

impl Tally {
    /// Counts a check that either holds or not, and says why not.
    pub fn check(&mut self, outcome: Result<(), Trouble>) {
        match outcome {
            Ok(()) => self.passed += 1,
            Err(trouble) => {
                println!("   FAILED: {trouble}");
                self.failed += 1;
            }
        }
    }

    /// Runs a test runner, shows its output as it comes, and adds up what it reports.
    ///
    /// A runner that ends badly without reporting a failed test did not get as far as testing: that is one failure.
    pub fn run(&mut self, command: &mut Command) {
        let line = shell::typed(command);
        println!("   {line}");
        let before = *self;
        let finished = self.listen(command);
        match finished {
            Ok(true) => {}
            Ok(false) if self.failed > before.failed => {}
            Ok(false) => {
                println!("   FAILED: `{line}`");
                self.failed += 1;
            }
            Err(error) => {
                println!("   FAILED: `{line}`: {error}");
                self.failed += 1;
            }
        }
    }

    fn listen(&mut self, command: &mut Command) -> std::io::Result<bool> {
        let mut child = command.stdout(Stdio::piped()).spawn()?;
        if let Some(output) = child.stdout.take() {
            for line in BufReader::new(output).split(b'\n') {
                let line = line?;
                let line = String::from_utf8_lossy(&line);
                println!("{line}");
                self.read(&line);
            }
        }
        Ok(child.wait()?.success())
    }

    /// Adds what a closing line of `cargo test` or `node --test` reports; other lines count nothing.
    fn read(&mut self, line: &str) {
        if let Some(report) = line.strip_prefix("test result: ") {
            self.passed += before(report, " passed");
            self.failed += before(report, " failed");
        } else if let Some(count) = line.strip_prefix("# pass ") {
            self.passed += count.trim().parse::<u32>().unwrap_or(0);
        } else if let Some(count) = line.strip_prefix("# fail ") {
            self.failed += count.trim().parse::<u32>().unwrap_or(0);
        }
    }
}

/// Returns the number that stands before a word.
fn before(text: &str, word: &str) -> u32 {
    text.split_once(word)
        .and_then(|(left, _)| left.rsplit(' ').next())
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Tally;

    fn read(lines: &[&str]) -> Tally {
        let mut tally = Tally::default();
        lines.iter().for_each(|line| tally.read(line));
        tally
    }

    #[test]
    fn reports_of_both_runners_are_added_up() {
        let tally = read(&[
            "running 3 tests",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.10s",
            "# pass 7",
            "# fail 1",
        ]);
        assert_eq!(tally, Tally { passed: 21, failed: 4 });
    }

    #[test]
    fn words_inside_a_test_count_nothing() {
        assert_eq!(read(&["5 passed, 0 failed", "  # pass 3"]), Tally::default());
    }
}
