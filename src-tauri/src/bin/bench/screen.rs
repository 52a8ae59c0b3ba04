//! A screen nobody else sees, read as pixels.
//!
//! Xvfb lays the picture of its screen in a file, so a start can be watched without a window manager, a driver in the
//! page, or a client asking the server anything.

use std::{
    collections::BTreeSet,
    ffi::OsStr,
    fs::{self, File},
    io::{self, BufRead, BufReader},
    os::unix::fs::FileExt,
    path::Path,
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use crate::workshop::Answer;

const WIDTH: usize = 1280;
const HEIGHT: usize = 800;
const BYTES_A_PIXEL: usize = 4;
/// Every fourth line is looked at: no letter is less high.
const STEP: usize = 4;
/// Pixels looked at that may differ in pictures that count as the same: a blinking caret.
const CARET: usize = 24;
/// A picture that has not changed for this long is the last one.
const STILL: Duration = Duration::from_millis(1_200);
const PATIENCE: Duration = Duration::from_secs(20);

/// A picture of the screen.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Picture(Vec<u8>);

impl Picture {
    /// Whether both show the same, but for a caret.
    pub(crate) fn shows(&self, other: &Self) -> bool {
        let ours = self.0.chunks_exact(BYTES_A_PIXEL);
        let theirs = other.0.chunks_exact(BYTES_A_PIXEL);
        self == other || ours.zip(theirs).filter(|(one, other)| one != other).count() <= CARET
    }

    /// Whether there are letters: their soft edges have more shades than any bare surface.
    fn has_words(&self) -> bool {
        let shades: BTreeSet<&[u8]> = self.0.chunks_exact(BYTES_A_PIXEL).collect();
        shades.len() > 8
    }
}

/// When a started program showed what.
pub(crate) struct Seen {
    /// The window: the first change of the bare screen.
    pub(crate) window: Duration,
    /// The picture that stays.
    pub(crate) usable: Duration,
}

/// A screen and a message bus of its own. Both end when this goes out of scope.
pub(crate) struct Screen {
    server: Child,
    bus: Option<Child>,
    display: String,
    bus_address: String,
    picture: File,
    pixels_at: u64,
}

impl Screen {
    /// Starts a screen that keeps its picture below `folder`.
    pub(crate) fn start(folder: &Path) -> Answer<Self> {
        fs::create_dir_all(folder)?;
        let size = format!("{WIDTH}x{HEIGHT}x24");
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-screen", "0", &size]);
        let (server, number) = start_and_read(command.arg("-fbdir").arg(folder))?;
        let picture = File::open(folder.join("Xvfb_screen0"))?;
        let length = picture.metadata()?.len();
        // Before the pixels stand a header and the colours, whose size is nobody's business here.
        let pixels_at =
            length.checked_sub((WIDTH * HEIGHT * BYTES_A_PIXEL) as u64).ok_or("no picture of the screen")?;
        let mut command = Command::new("dbus-daemon");
        let bus = start_and_read(command.args(["--session", "--nofork", "--nopidfile", "--print-address=1"])).ok();
        let (bus, bus_address) = match bus {
            Some((bus, address)) => (Some(bus), address),
            None => (None, "disabled:".to_owned()),
        };
        Ok(Self { server, bus, display: format!(":{number}"), bus_address, picture, pixels_at })
    }

    /// Looks at the screen.
    pub(crate) fn look(&self) -> io::Result<Picture> {
        let line = WIDTH * BYTES_A_PIXEL;
        let mut pixels = vec![0; line * HEIGHT / STEP];
        for (nth, part) in pixels.chunks_exact_mut(line).enumerate() {
            self.picture.read_exact_at(part, self.pixels_at + (nth * STEP * line) as u64)?;
        }
        Ok(Picture(pixels))
    }

    /// Waits until the screen shows `picture` again.
    pub(crate) fn wait_for(&self, picture: &Picture) -> Answer<()> {
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            if self.look()? == *picture {
                return Ok(());
            }
            sleep(Duration::from_millis(20));
        }
        Err("the screen does not become bare again".into())
    }

    /// Watches a program that was started at `began` until its screen has been still for a while.
    pub(crate) fn watch(&self, began: Instant, bare: &Picture) -> Answer<Seen> {
        let mut changes: Vec<(Duration, Picture)> = Vec::new();
        while began.elapsed() < PATIENCE {
            let picture = self.look()?;
            let when = began.elapsed();
            let last = changes.last();
            if !last.map_or(bare, |(_, picture)| picture).shows(&picture) {
                changes.push((when, picture));
            } else if last.is_some_and(|(changed, picture)| when > *changed + STILL && picture.has_words()) {
                return seen(&changes);
            }
            sleep(Duration::from_millis(4));
        }
        Err("the program did not come to show a page".into())
    }

    /// Returns a command that will run on this screen.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.env("DISPLAY", &self.display).env("DBUS_SESSION_BUS_ADDRESS", &self.bus_address);
        command.env("GDK_BACKEND", "x11").env("NO_AT_BRIDGE", "1").env_remove("WAYLAND_DISPLAY");
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        for child in self.bus.iter_mut().chain([&mut self.server]) {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn seen(changes: &[(Duration, Picture)]) -> Answer<Seen> {
    match (changes.first(), changes.last()) {
        (Some((window, _)), Some((usable, _))) => Ok(Seen { window: *window, usable: *usable }),
        _ => Err("nothing was shown".into()),
    }
}

/// Starts a server and reads the line in which it says where it is.
fn start_and_read(command: &mut Command) -> Answer<(Child, String)> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let output = child.stdout.take().ok_or("a server without output")?;
    let mut line = String::new();
    BufReader::new(output).read_line(&mut line)?;
    Ok((child, line.trim().to_owned()))
}
