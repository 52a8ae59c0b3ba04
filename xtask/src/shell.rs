//! Starting other programs, and saying so first.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What went wrong, in a sentence that names the way out where there is one.
#[derive(Debug)]
pub struct Trouble(String);

impl Trouble {
    /// Wraps a sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Announces a step: what is done and, where it is not plain, why.
pub fn say(sentence: &str) {
    println!("\n== {sentence}");
}

/// Returns the top folder of the project.
///
/// Asked at run time, because the program may outlive the place it was compiled in.
pub fn root() -> PathBuf {
    let own = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&own).parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// Returns a command that will run in the project's top folder.
pub fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(named_for_system(program));
    command.args(arguments).current_dir(root());
    // What `cargo run` set for this program must not reach a cargo started by it: build scripts of
    // other packages watch some of these names and would be run again.
    for (name, _) in std::env::vars_os() {
        let is_own =
            name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_"));
        if is_own {
            command.env_remove(name);
        }
    }
    command
}

/// npm and npx are batch files on Windows, which have to be named in full.
fn named_for_system(program: &str) -> String {
    let is_batch_file = cfg!(windows) && matches!(program, "npm" | "npx");
    if is_batch_file { format!("{program}.cmd") } else { program.to_owned() }
}

/// Shows a command as it would be typed.
pub fn typed(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|argument| argument.to_string_lossy().into_owned()));
    words.join(" ")
}

/// Prints and runs a command; anything but success is trouble.
pub fn run(command: &mut Command) -> Result<(), Trouble> {
    let line = typed(command);
    println!("   {line}");
    let status = command.status().map_err(|error| Trouble::new(format!("`{line}` could not be started: {error}")))?;
    if status.success() { Ok(()) } else { Err(Trouble::new(format!("`{line}` failed ({status})"))) }
}

/// Runs a question quietly and returns whether it was answered with yes.
pub fn succeeds(program: &str, arguments: &[&str]) -> bool {
    let asked = command(program, arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

/// Runs a question quietly and returns what it printed, if it succeeded.
pub fn answer(program: &str, arguments: &[&str]) -> Option<String> {
    let output = command(program, arguments).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Reads `--out DIR` and returns the folder as an absolute path, made if it was missing.
pub fn out_folder(arguments: &[String]) -> Result<PathBuf, Trouble> {
    let [flag, folder] = arguments else {
        return Err(Trouble::new("say where to: --out DIR"));
    };
    if flag != "--out" {
        return Err(Trouble::new(format!("`{flag}` is not known; say where to: --out DIR")));
    }
    let folder = std::path::absolute(folder).map_err(|error| Trouble::new(format!("{folder}: {error}")))?;
    std::fs::create_dir_all(&folder).map_err(|error| Trouble::new(format!("{}: {error}", folder.display())))?;
    Ok(folder)
}

/// Refuses arguments where a command takes none.
pub fn no_arguments(arguments: &[String]) -> Result<(), Trouble> {
    match arguments.first() {
        None => Ok(()),
        Some(first) => Err(Trouble::new(format!("takes nothing, and was given `{first}`"))),
    }
}
