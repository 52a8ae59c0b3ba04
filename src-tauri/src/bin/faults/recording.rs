//! What a program did to its disk, call by call, as the system's tracer saw it.
//!
//! The very program that is shipped to try is traced: nothing stands between the vault and the system. Linux with
//! `strace` only, and only where a program may be traced.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::workshop::Answer;

/// The calls that change a disk.
const CALLS: &str =
    "trace=openat,write,pwrite64,lseek,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,close";

/// Lets every other call pass without a stop: a page of the vault's memory is locked and let go with two calls, and they
/// are thousands.
pub(crate) const TRACER: [&str; 2] = ["--follow-forks", "--seccomp-bpf"];

/// One thing a program did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Act {
    /// A file was opened that may be new; `emptied` if what it held was thrown away.
    Opened { path: PathBuf, emptied: bool },
    /// Bytes were written at a place.
    Wrote { path: PathBuf, at: u64, bytes: Vec<u8> },
    /// A file was given this length.
    Cut { path: PathBuf, length: u64 },
    /// The system was asked to bring a file or folder to the disk, and answered that it has.
    Synced(PathBuf),
    /// A file got another name.
    Moved { from: PathBuf, to: PathBuf },
    /// A file lost its name.
    Removed(PathBuf),
    /// The program said a line on its output.
    Said(String),
}

/// Whether programs can be traced here.
pub(crate) fn can_trace() -> bool {
    let quiet = |command: &mut Command| command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    quiet(Command::new("strace").args(TRACER).args(["-o", "/dev/null", "true"])).is_ok_and(|status| status.success())
}

/// Runs this program in a role under the tracer and returns what it did, in order.
pub(crate) fn record(role: &str, folder: &Path, rest: &[&str]) -> Answer<Vec<Act>> {
    let log = folder.with_extension("calls");
    let mut command = Command::new("strace");
    command.args(TRACER).args(["-y", "-xx", "-s", "1048576", "-e", CALLS, "-o"]).arg(&log);
    command.arg(env::current_exe()?).args(["--child", role]).arg(folder).args(rest);
    let ended = command.stdin(Stdio::null()).output()?;
    let text = fs::read_to_string(&log)?;
    fs::remove_file(&log)?;
    if !ended.status.success() {
        return Err(format!("the traced {role} failed: {}", String::from_utf8_lossy(&ended.stderr)).into());
    }
    Ok(Reader::default().read(&text))
}

/// Reads a log; remembers where each open file is written next.
#[derive(Default)]
struct Reader {
    places: std::collections::BTreeMap<String, u64>,
}

impl Reader {
    fn read(mut self, log: &str) -> Vec<Act> {
        log.lines().filter_map(|line| self.act(line)).collect()
    }

    fn act(&mut self, line: &str) -> Option<Act> {
        let (call, answer) = line.rsplit_once(" = ")?;
        if answer.starts_with('-') {
            return None;
        }
        let (name, rest) = call.split_once('(')?;
        // The process stands before the call.
        let name = name.rsplit(' ').next()?;
        let words = rest.trim_end().strip_suffix(')')?;
        match name {
            "openat" => self.opened(words, answer),
            "lseek" => {
                self.places.insert(number_of(words)?.to_owned(), answer.parse().ok()?);
                None
            }
            "close" => {
                self.places.remove(number_of(words)?);
                None
            }
            "write" | "pwrite64" => self.wrote(name, words),
            "ftruncate" => Some(Act::Cut { path: file_of(words)?, length: last_number(words)? }),
            "fsync" | "fdatasync" => Some(Act::Synced(file_of(words)?)),
            "rename" | "renameat" | "renameat2" => {
                let mut names = quoted(words).into_iter();
                Some(Act::Moved { from: names.next()?, to: names.next()? })
            }
            "unlink" | "unlinkat" => Some(Act::Removed(quoted(words).into_iter().next()?)),
            _ => None,
        }
    }

    fn opened(&mut self, words: &str, answer: &str) -> Option<Act> {
        self.places.insert(answer.split('<').next()?.to_owned(), 0);
        let path = quoted(words).into_iter().next()?;
        words.contains("O_CREAT").then(|| Act::Opened { path, emptied: words.contains("O_TRUNC") })
    }

    fn wrote(&mut self, name: &str, words: &str) -> Option<Act> {
        let bytes = unhex(words.split('"').nth(1)?);
        if words.starts_with("1<") {
            return Some(Act::Said(String::from_utf8_lossy(&bytes).trim_end().to_owned()));
        }
        let path = file_of(words)?;
        if name == "pwrite64" {
            return Some(Act::Wrote { path, at: last_number(words)?, bytes });
        }
        let place = self.places.entry(number_of(words)?.to_owned()).or_default();
        let at = *place;
        *place += bytes.len() as u64;
        Some(Act::Wrote { path, at, bytes })
    }
}

/// The number of the open file a call names first.
fn number_of(words: &str) -> Option<&str> {
    words.split('<').next()
}

/// The path of the open file a call names first.
fn file_of(words: &str) -> Option<PathBuf> {
    let path = words.split_once('<')?.1.split_once('>')?.0;
    let path = if path.contains("\\x") { String::from_utf8(unhex(path)).ok()? } else { path.to_owned() };
    path.starts_with('/').then(|| PathBuf::from(path))
}

fn last_number(words: &str) -> Option<u64> {
    words.rsplit_once(", ")?.1.parse().ok()
}

/// The paths that stand in quotation marks.
fn quoted(words: &str) -> Vec<PathBuf> {
    let names = words.split('"').skip(1).step_by(2);
    names.filter_map(|name| String::from_utf8(unhex(name)).ok()).map(PathBuf::from).collect()
}

/// Reads `\x2f\x74` and so on.
fn unhex(text: &str) -> Vec<u8> {
    text.split("\\x").filter_map(|pair| u8::from_str_radix(pair.get(..2)?, 16).ok()).collect()
}
