//! Typst, through the binding its users install with pip.

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use crate::workshop::Answer;

/// The version measured, so that figures of two days can be compared.
pub(crate) const PACKAGE: &str = "typst==0.15.2";
/// What is run, for the report.
pub(crate) const COMMANDS: &str = "typst.compile(source, font_paths=[…]) and typst.Compiler(…).compile(input=source)";
const WORKER: &str = include_str!("typst_worker.py");

/// A Python process with Typst in it, kept warm.
pub(crate) struct Typst {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Typst {
    /// Installs the package into an environment below `tools`, once, and starts it. The reason is told when it cannot
    /// be had.
    pub(crate) fn start(tools: &Path, fonts: &Path, kept: &Path) -> Result<Self, &'static str> {
        let python = tools.join("typst/bin/python");
        let quiet = |command: &mut Command| {
            command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
        };
        if !quiet(Command::new(&python).args(["-c", "import typst"])) {
            if !quiet(Command::new("python3").args(["-m", "venv"]).arg(tools.join("typst"))) {
                return Err("there is no Python 3 with venv");
            }
            if !quiet(Command::new(&python).args(["-m", "pip", "install", "--quiet", PACKAGE])) {
                return Err("pip could not install typst");
            }
        }
        let mut command = Command::new(&python);
        command.args(["-c", WORKER]).arg(fonts).arg(kept).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(|_| "Python does not start")?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(input), Some(output)) => Ok(Self { child, input, output: BufReader::new(output) }),
            _ => Err("Python does not speak"),
        }
    }

    /// Compiles a source by a way of the worker; returns the milliseconds Typst took inside its process, and the size
    /// of the PDF.
    pub(crate) fn compile(&mut self, way: &str, source: &str) -> Answer<(f64, f64)> {
        writeln!(self.input, "{way} {}", source.len())?;
        self.input.write_all(source.as_bytes())?;
        self.input.flush()?;
        let mut line = String::new();
        self.output.read_line(&mut line)?;
        let (seconds, bytes) = line.trim().split_once(' ').ok_or("Typst refused the source")?;
        Ok((seconds.parse::<f64>()? * 1000.0, bytes.parse()?))
    }
}

impl Drop for Typst {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
