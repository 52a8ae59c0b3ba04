//! Trial: bytes nobody vouches for are read. Nothing may crash, hang or take more than 512 MB.
//!
//! Each reader (`readers`) is a process of its own, and reads real examples that were changed (`changes`). Every input has
//! a number: seed and number make it again. `--minutes N` gives each reader so many minutes of the processor and notes
//! beside the report how far it came (`faults-so-far/`, a line a reader): stopped and started again, it goes on there,
//! with the seed it began with, and when all are through, the next run reads the inputs after those.
//!
//! Chance alone chooses. No reader is watched for where it went: on a stable compiler that takes a fuzzer from outside
//! (AFL++, honggfuzz), built from C on every machine, or unsafe code of our own. The controls are a reader that believes
//! a length, and one that keeps what it reads.
//!
//! Nothing searches the book by what somebody types yet; what goes into the index for it is tried.

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use crate::{
    chance::Chance,
    changes::changed,
    how_far::{HowFar, Note},
    plan::Plan,
    process::{Process, tell},
    readers::{GREEDY, READERS, TRUSTING, dearer, reader_of},
    report::say,
    trial::Trial,
    workshop::Answer,
};

/// The most a reader may have in memory, in KiB.
const MEMORY: u64 = 512 * 1024;
/// The most it can ask for at all.
const ADDRESSES: u64 = 4 << 30;
/// How often a reader says that it is still there. One that does not within half a minute hangs.
const HEARTBEAT: Duration = Duration::from_millis(500);
/// The longest one input may take.
const SLOWEST: Duration = Duration::from_secs(10);
/// No end by a number, or by time.
const ENDLESS: u64 = u64::MAX;

/// Makes the tries and the controls.
pub(crate) fn run(plan: &Plan, trial: &mut Trial<'_>) -> Answer<()> {
    let (mut inputs, mut slowest_ms) = (0, 0);
    plan.minutes.map_or(Ok(()), |minutes| begin_another(plan, minutes))?;
    for (nth, reader) in READERS.into_iter().enumerate() {
        let (stretch, note) = stretch_of(plan, reader);
        let read = read_stretch(reader, &trial.folder(&nth.to_string()), &stretch, note.as_ref())?;
        if let (Ok(end), false) = (&read, plan.is_short()) {
            let Heard { far, most, slowest_ms } = end;
            let seconds = far.spent_ms / 1000;
            say(&format!("  {reader}: to input {}, {seconds} s, {most} KiB, slowest {slowest_ms} ms", far.next));
        }
        if let Ok(end) = &read {
            inputs += end.far.next - stretch.far.next;
            slowest_ms = slowest_ms.max(end.slowest_ms);
        }
        trial.tried(read.map(drop).map_err(|what| format!("{reader}: {what}")));
    }
    trial.figures(format!("{inputs} inputs to {} readers, slowest {slowest_ms} ms", READERS.len()));
    for control in [TRUSTING, GREEDY] {
        let stretch = Stretch { far: HowFar { seed: plan.seed, next: 0, spent_ms: 0 }, until: 600, cpu_ms: ENDLESS };
        trial.control(read_stretch(control, &trial.folder(control), &stretch, None)?.map(drop));
    }
    Ok(())
}

/// A stretch of inputs: from where, to which number, or until so much time was spent.
struct Stretch {
    far: HowFar,
    until: u64,
    cpu_ms: u64,
}

/// What a reader said of itself.
#[derive(Clone, Copy)]
struct Heard {
    far: HowFar,
    most: u64,
    slowest_ms: u64,
}

/// Where every reader is through, each begins another stretch, with the inputs after its last.
fn begin_another(plan: &Plan, minutes: u64) -> Answer<()> {
    let notes = READERS.map(|reader| Note::at(plan.so_far(), reader));
    let through = |note: &Note| note.read().filter(|far| far.spent_ms >= minutes * 60_000);
    let Some(last) = notes.iter().map(through).collect::<Option<Vec<HowFar>>>() else { return Ok(()) };
    notes.iter().zip(last).try_for_each(|(note, far)| note.keep(HowFar { spent_ms: 0, ..far }))
}

fn stretch_of(plan: &Plan, reader: &str) -> (Stretch, Option<Note>) {
    let fresh = HowFar { seed: plan.seed, next: 0, spent_ms: 0 };
    match plan.minutes {
        Some(minutes) => {
            let (note, cpu_ms) = (Note::at(plan.so_far(), reader), minutes * 60_000);
            (Stretch { far: note.read().unwrap_or(fresh), until: ENDLESS, cpu_ms }, Some(note))
        }
        None => {
            let until = u64::from(plan.times(200_000, 1_000)) / dearer(reader);
            (Stretch { far: fresh, until, cpu_ms: ENDLESS }, None)
        }
    }
}

fn read_stretch(reader: &str, folder: &Path, stretch: &Stretch, note: Option<&Note>) -> Answer<Result<Heard, String>> {
    let mut heard = Heard { far: stretch.far, most: 0, slowest_ms: 0 };
    let failed = match listen(reader, folder, stretch, HEARTBEAT, |now| {
        heard = now;
        note.map_or(Ok(()), |note| note.keep(now.far))
    })? {
        Ok(()) => judged(&heard),
        Err(what) if !READERS.contains(&reader) => Err(what),
        Err(what) => {
            // Once more from the last sign of life, and now each input says that it was read.
            let again = Stretch { far: heard.far, ..*stretch };
            let _ = listen(reader, folder, &again, Duration::ZERO, |now| {
                heard = now;
                Ok(())
            })?;
            Err(format!("seed {}, input {}: {what}", heard.far.seed, heard.far.next))
        }
    };
    Ok(failed.map(|()| heard))
}

fn judged(heard: &Heard) -> Result<(), String> {
    let Heard { most, slowest_ms, .. } = heard;
    if *most >= MEMORY {
        return Err(format!("{most} KiB of memory"));
    }
    if u128::from(*slowest_ms) >= SLOWEST.as_millis() { Err(format!("an input took {slowest_ms} ms")) } else { Ok(()) }
}

/// Starts a reader and hears what it says until it ends: well, or not.
fn listen(
    reader: &str,
    folder: &Path,
    stretch: &Stretch,
    beat: Duration,
    mut heard: impl FnMut(Heard) -> Answer<()>,
) -> Answer<Result<(), String>> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let Stretch { far, until, cpu_ms } = stretch;
    let rest =
        [far.seed, far.next, *until, far.spent_ms, *cpu_ms, u64::try_from(beat.as_millis())?].map(|n| n.to_string());
    let rest: Vec<&str> = [reader].into_iter().chain(rest.iter().map(String::as_str)).collect();
    let child = Process::start("reader", folder, &rest)?;
    loop {
        let line = match child.line() {
            Ok(line) => line,
            Err(error) => return Ok(Err(error.to_string())),
        };
        if line == "end" {
            return Ok(Ok(()));
        }
        let numbers: Vec<u64> = line.split(' ').map(str::parse).collect::<Result<_, _>>()?;
        let [next, spent_ms, most, slowest_ms] = numbers.as_slice() else {
            return Err(format!("a reader said `{line}`").into());
        };
        let far = HowFar { seed: far.seed, next: *next, spent_ms: *spent_ms };
        heard(Heard { far, most: *most, slowest_ms: *slowest_ms })?;
    }
}

/// The child: reads changed bytes.
pub(crate) fn read(folder: &Path, rest: &[String]) -> Answer<()> {
    let [reader, numbers @ ..] = rest else { return Err("the reader takes its name and numbers".into()) };
    let numbers: Vec<u64> = numbers.iter().map(|number| number.parse()).collect::<Result<_, _>>()?;
    let [seed, from, until, spent_ms, cpu_ms, beat_ms] = numbers.as_slice() else {
        return Err("the reader takes six numbers".into());
    };
    let mut reader = reader_of(reader, folder)?;
    bound_memory();
    let (began_ms, mut slowest, mut beat) = (cpu_now_ms(), Duration::ZERO, Instant::now());
    let mut nth = *from;
    loop {
        let spent = spent_ms + cpu_now_ms().saturating_sub(began_ms);
        let over = nth >= *until || spent >= *cpu_ms;
        if over || beat.elapsed().as_millis() >= u128::from(*beat_ms) {
            beat = Instant::now();
            tell(&format!("{nth} {spent} {} {}", peak(), slowest.as_millis()))?;
        }
        if over {
            return tell("end");
        }
        let bytes = changed(&reader.examples, reader.tokens, &mut Chance::of_input(*seed, nth))?;
        let began = Instant::now();
        (reader.take)(&bytes)?;
        slowest = slowest.max(began.elapsed());
        nth += 1;
    }
}

/// A reader that asks for more than this gets nothing, and ends.
fn bound_memory() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let _ = setrlimit(Resource::As, Rlimit { current: Some(ADDRESSES), maximum: Some(ADDRESSES) });
    }
}

/// Milliseconds of the processor this process has used; the time since it began where the system does not say.
fn cpu_now_ms() -> u64 {
    /// Linux counts in hundredths of a second.
    const TICK_MS: u64 = 10;
    static BEGAN: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name stands in brackets; user and system time are the 12th and 13th field after it.
    let fields = stat.rsplit_once(") ").map_or("", |(_, rest)| rest).split(' ').skip(11).take(2);
    let ticks: Vec<u64> = fields.filter_map(|field| field.parse().ok()).collect();
    match ticks.as_slice() {
        [user, system] => (user + system) * TICK_MS,
        _ => u64::try_from(BEGAN.get_or_init(Instant::now).elapsed().as_millis()).unwrap_or(0),
    }
}

/// The most memory this process had, in KiB; nothing where the system does not say.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or(0)
}
