//! `cargo xtask papers --out DIR`: every paper of the sample book, for looking at.

use crate::shell::{self, Trouble};
use crate::system::Need;
use crate::{programs, setup};

/// Writes the papers into the named folder.
pub fn start(arguments: &[String]) -> Result<(), Trouble> {
    let out = shell::out_folder(arguments)?;
    setup::for_need(Need::Build)?;
    shell::say(&format!("Writing the papers of the sample book to {}", out.display()));
    let mut command = shell::command(
        "cargo",
        &["run", "--quiet", "--features", "developer", "--bin", programs::PAPERS, "--", "--out"],
    );
    shell::run(command.arg(&out))
}
