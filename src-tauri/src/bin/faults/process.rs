//! The program as a process of its own that can be killed.

use std::{
    env,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, Command, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use crate::{
    copying, full_disk, hostile_bytes, keys, killed, power_cut, refused_calls, two_starts, typing, upgraded,
    workshop::Answer,
};

/// Longest wait for a line of a child on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// Does what a parent asked for: the role, the folder, and what the role takes.
pub(crate) fn be_child(arguments: &[String]) -> Answer<()> {
    let [role, folder, rest @ ..] = arguments else {
        return Err("--child ROLE FOLDER".into());
    };
    let folder = Path::new(folder);
    match role.as_str() {
        "writer" => killed::write_until_killed(folder, rest),
        "copier" => copying::copy_until_killed(folder, rest),
        "typist" => typing::type_until_killed(folder, rest),
        "phrase-changer" => keys::change_until_killed(folder, rest),
        "code-renewer" => keys::renew_until_killed(folder),
        "owner" => two_starts::open_when_told(folder),
        "full-disk" => full_disk::fill(folder, rest),
        "reader" => hostile_bytes::read(folder, rest),
        "scribe" => power_cut::write_and_lock(folder),
        "persistent" => refused_calls::keep_at_it(folder, rest),
        "upgrader" => upgraded::upgrade(folder),
        _ => Err(format!("no child is called {role}").into()),
    }
}

/// Says something to the parent. It has left this process when this returns.
pub(crate) fn tell(line: &str) -> Answer<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}

/// Returns the time of day in milliseconds, the one clock two processes share.
pub(crate) fn now_ms() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

/// A child that runs.
pub(crate) struct Process {
    child: Child,
    words: Option<ChildStdin>,
    lines: Receiver<String>,
}

impl Process {
    /// Starts this program in a role.
    pub(crate) fn start(role: &str, folder: &Path, rest: &[&str]) -> Answer<Self> {
        let mut command = Command::new(env::current_exe()?);
        command.args(["--child", role]).arg(folder).args(rest);
        Self::spawn(command)
    }

    /// Starts a command that speaks as a child does.
    pub(crate) fn spawn(mut command: Command) -> Answer<Self> {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let output = child.stdout.take().ok_or("a child without output")?;
        let words = child.stdin.take();
        let (send, lines) = channel();
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            let mut line = String::new();
            // A line the kill cut short was never said.
            while output.read_line(&mut line).is_ok_and(|read| read > 0) && line.ends_with('\n') {
                if send.send(line.trim_end().to_owned()).is_err() {
                    return;
                }
                line.clear();
            }
        });
        Ok(Self { child, words, lines })
    }

    /// Returns the next line.
    pub(crate) fn line(&self) -> Answer<String> {
        self.lines.recv_timeout(PATIENCE).map_err(|reason| match reason {
            RecvTimeoutError::Timeout => "a child said nothing for half a minute".into(),
            RecvTimeoutError::Disconnected => "a child ended too early".into(),
        })
    }

    /// Waits for a line that says just this.
    pub(crate) fn expect(&self, wanted: &str) -> Answer<()> {
        let line = self.line()?;
        if line == wanted { Ok(()) } else { Err(format!("a child said `{line}` instead of `{wanted}`").into()) }
    }

    /// Says a line to the child.
    pub(crate) fn tell(&mut self, line: &str) -> Answer<()> {
        let words = self.words.as_mut().ok_or("a child without input")?;
        writeln!(words, "{line}")?;
        Ok(words.flush()?)
    }

    /// Kills the child as `kill -9` does; returns when, and every line it had said and nobody had read.
    pub(crate) fn kill(mut self) -> Answer<(u64, Vec<String>)> {
        let when = now_ms();
        self.child.kill()?;
        self.child.wait()?;
        Ok((when, self.lines.iter().collect()))
    }

    /// Waits for the child to end by itself; returns whether it ended well, and its lines.
    pub(crate) fn finish(mut self) -> Answer<(bool, Vec<String>)> {
        drop(self.words.take());
        let lines = self.lines.iter().collect();
        Ok((self.child.wait()?.success(), lines))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Gone already, unless an error cut the trial short.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
