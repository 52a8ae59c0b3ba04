//! Trial: the clock on the wall jumps while a session is held and safety copies are made, and later jumps back.
//!
//! A day back, a year on, to 2099, an hour either way in the nights in which the clocks change, eight hours of sleep. After
//! each jump the lines stand in the order in which they were written; the ten newest copies by number are there, and of
//! those before them every one that would be there had the clock been right; a look into the newest copy is asked for
//! within half a year, however far ahead the last one seems; and a book left alone is locked by the rules the program
//! locks by (`clocks`, `core::locking`). The clock of the real window is set in `tests/e2e/crooked.rs`.
//!
//! The controls let copies go by the day they were made on, and measure idle time by the clock on the wall alone.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use coachbook_core::{
    safety_copies::{CopiesStanding, CopyNeed, KeptCopy, is_check_due, need, to_let_go},
    session::Session,
};
use coachbook_lib::clocks::{is_too_long, left_alone, slept};
use coachbook_vault::{
    Clock, CopyPlan, CopyProgress, RandomUids, RecoveryCode, StartFrom, Unlock, Vault, inspect_safety_copy,
    safety_copies_in,
};

use crate::{
    acknowledged::{keep, texts, words},
    disk::copy_all,
    plan::Plan,
    trial::Trial,
    workshop::{Answer, locked_book, make_book},
};

const SPRING: &str = "2026-03-29T00:50:00Z";
const AUTUMN: &str = "2026-10-25T00:50:00Z";
const DAY: i64 = 24 * 60;
/// What happens, when, and how many minutes the clock jumps.
const JUMPS: [(&str, &str, i64); 6] = [
    ("a day back", SPRING, -DAY),
    ("to 2099", SPRING, 26_663 * DAY),
    ("a year on", SPRING, 365 * DAY),
    ("an hour on, as in spring", SPRING, 60),
    ("an hour back, as in autumn", AUTUMN, -60),
    ("eight hours of sleep", SPRING, 8 * 60),
];
/// Days before the session on which a copy was made; on its own day there are more of them.
const COPIED: [u64; 16] = [200, 170, 140, 110, 80, 50, 28, 21, 14, 7, 6, 5, 4, 3, 2, 1];
const COPIED_TODAY: usize = 11;
/// Copies and lines after each jump.
const AFTER: u32 = 4;
const NEWEST: usize = 10;
/// Minutes without a key until the book locks, and until it is locked whatever session is held.
const LIMIT: u64 = 10;
const LATEST: u64 = 4 * 60 + LIMIT;
const HALF_A_YEAR: u64 = 180;

/// Makes the tries and the controls.
pub(crate) fn run(plan: &Plan, trial: &mut Trial<'_>) -> Answer<()> {
    let jumps = if plan.is_short() { 2 } else { JUMPS.len() };
    let (mut scenes, mut longest) = (Vec::<(&str, PathBuf)>::new(), 0);
    for (nth, (name, base, minutes)) in JUMPS.into_iter().take(jumps).enumerate() {
        let whole = match scenes.iter().find(|(there, _)| *there == base) {
            Some((_, whole)) => whole.clone(),
            None => {
                let whole = trial.folder(&format!("whole-{}", scenes.len()));
                make_history(&whole, base.parse()?)?;
                scenes.push((base, whole.clone()));
                whole
            }
        };
        let folder = trial.folder(&format!("jump-{nth}"));
        copy_all(&whole, &folder)?;
        let mut scene = Scene::begin(&folder, base.parse()?)?;
        for (way, by) in [("", minutes), (", and back again", -minutes)] {
            let locked = scene.jump(TimeDelta::minutes(by))?;
            let held = locked.and_then(|after| {
                longest = longest.max(after);
                scene.check()
            });
            trial.tried(held.map_err(|what| format!("{name}{way}: {what}")));
        }
    }
    trial.figures(format!("locked within {longest} minutes"));
    for (base, whole) in scenes {
        let folder = trial.folder("control");
        copy_all(&whole, &folder)?;
        let mut scene = Scene::begin(&folder, base.parse()?)?;
        let touched = scene.clock.now();
        let _ = scene.jump(TimeDelta::minutes(-DAY))?;
        trial.control(locks(&scene.session, touched, scene.clock.now(), Duration::ZERO).map(drop));
        scene.let_go_by_day()?;
        trial.control(scene.check());
    }
    Ok(())
}

/// A clock that shows what it was set to. Its clones show the same.
#[derive(Clone)]
struct SetClock(Arc<Mutex<DateTime<Utc>>>);

impl SetClock {
    fn pass(&self, by: TimeDelta) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) += by;
    }
}

impl Clock for SetClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn open(folder: &Path, shows: DateTime<Utc>) -> Answer<(Vault, SetClock)> {
    let clock = SetClock(Arc::new(Mutex::new(shows)));
    let book = locked_book(folder)?.open_sample()?;
    Ok((Vault::new(book, Box::new(clock.clone()), Box::new(RandomUids)), clock))
}

fn stick(folder: &Path) -> PathBuf {
    folder.join("stick")
}

/// Makes a copy as the program does by itself, on a day; returns its number.
fn copy_on(vault: &Vault, folder: &Path, at: DateTime<Utc>) -> Answer<u64> {
    let snapshot = vault.book().order_copy()?.from_open(vault.book())?;
    Ok(snapshot.write_into(&stick(folder), at, 0, &CopyProgress::default())?.sequence)
}

/// A book with copies of half a year, under a clock that was right.
fn make_history(folder: &Path, base: DateTime<Utc>) -> Answer<()> {
    fs::create_dir_all(stick(folder))?;
    let (mut vault, session) = make_book(folder)?;
    vault.sessions().end(session)?;
    for before in COPIED.into_iter().chain([0; COPIED_TODAY]) {
        copy_on(&vault, folder, base - Days::new(before))?;
    }
    Ok(vault.into_book().lock().1?)
}

/// A session under way, and what must be true of it.
struct Scene {
    folder: PathBuf,
    vault: Vault,
    clock: SetClock,
    session: Session,
    /// What the clock should show.
    truth: DateTime<Utc>,
    lines: Vec<String>,
    /// Every copy that was ever there, by the day it was truly made on.
    copies: Vec<KeptCopy>,
    plan: CopyPlan,
}

impl Scene {
    fn begin(folder: &Path, base: DateTime<Utc>) -> Answer<Self> {
        let (mut vault, clock) = open(folder, base)?;
        let client = vault.clients().list()?.first().ok_or("no client")?.client.id;
        let before = vault.sessions().list_of_client(client)?;
        let engagement = before.first().ok_or("no session")?.engagement_id;
        let session = vault.sessions().start(StartFrom::Engagement(engagement), chrono_tz::Europe::Warsaw, 60)?.session;
        let copies = present(&vault, folder)?;
        let plan = CopyPlan::new(stick(folder), base.date_naive());
        let folder = folder.to_owned();
        let mut scene = Self { folder, vault, clock, session, truth: base, lines: Vec::new(), copies, plan };
        scene.work()?;
        Ok(scene)
    }

    /// Lines are written, and copies made, under the clock as it is.
    fn work(&mut self) -> Answer<()> {
        for _ in 0..AFTER {
            self.clock.pass(TimeDelta::minutes(1));
            self.truth += TimeDelta::minutes(1);
            let text = words(0, u32::try_from(self.lines.len())?);
            keep(&mut self.vault, &text)?;
            self.lines.push(text);
            let sequence = copy_on(&self.vault, &self.folder, self.clock.now())?;
            self.copies.push(KeptCopy { sequence, made_on: self.truth.date_naive() });
        }
        // She looks into the newest copy on what she takes for today.
        self.plan.note_use(self.clock.now().date_naive());
        self.plan.checked_on = Some(self.clock.now().date_naive());
        let (places, id) = (self.vault.book().places(), self.vault.book().id());
        places.keep_copy_plan(id, &self.plan)?;
        self.plan = places.copy_plan(id).ok_or("what is known about the copies is gone")?;
        Ok(())
    }

    /// The clock jumps. Returns after how many minutes a book left alone is locked; then the coach goes on.
    fn jump(&mut self, by: TimeDelta) -> Answer<Result<u64, String>> {
        let touched = self.clock.now();
        self.clock.pass(by);
        let steady = Duration::from_secs(60);
        let locked = locks(&self.session, touched, self.clock.now(), steady);
        self.work()?;
        Ok(locked)
    }

    fn check(&mut self) -> Result<(), String> {
        if texts(&mut self.vault).map_err(|error| error.to_string())? != self.lines {
            return Err("the lines stand in another order".to_owned());
        }
        let there: BTreeSet<u64> = present(&self.vault, &self.folder)
            .map_err(|error| error.to_string())?
            .iter()
            .map(|copy| copy.sequence)
            .collect();
        let newest = self.copies.iter().rev().take(NEWEST).map(|copy| copy.sequence);
        let gone: BTreeSet<u64> = to_let_go(&self.copies).into_iter().collect();
        let rightly = self.copies.iter().map(|copy| copy.sequence).filter(|sequence| !gone.contains(sequence));
        let missing: Vec<u64> = newest.chain(rightly).filter(|sequence| !there.contains(sequence)).collect();
        if !missing.is_empty() {
            return Err(format!("copies {missing:?} were let go"));
        }
        self.newest_opens()?;
        self.reminds(self.clock.now().date_naive())
    }

    fn newest_opens(&self) -> Result<(), String> {
        let code = RecoveryCode::parse(&self.vault.book().recovery_code().text()).map_err(|error| error.to_string())?;
        let last = self.copies.last().map_or(0, |copy| copy.sequence);
        let paths =
            safety_copies_in(&stick(&self.folder), self.vault.book().id()).map_err(|error| error.to_string())?;
        let newest = paths.into_iter().find(|path| number_of(path) == Some(last)).ok_or("the newest copy is gone")?;
        inspect_safety_copy(&newest, &Unlock::Code(&code)).map(drop).map_err(|error| error.to_string())
    }

    /// No missing copy is told after three days of use, and a look into the newest is asked for in time.
    fn reminds(&self, today: NaiveDate) -> Result<(), String> {
        let CopyPlan { days_of_use, .. } = self.plan;
        let checked_on = self.plan.checked_or_chosen_on();
        let standing = CopiesStanding { reachable: true, made: true, days_of_use, checked_on };
        if need(standing, today) == Some(CopyNeed::Old) {
            return Err(format!("after {days_of_use} days of use a copy is missed"));
        }
        let in_time = today.checked_add_days(Days::new(HALF_A_YEAR)).is_some_and(|end| is_check_due(checked_on, end));
        if in_time {
            Ok(())
        } else {
            Err(format!("nobody asks for a look into the newest copy; the last was on {checked_on}"))
        }
    }

    /// The control: as the program lets copies go, but the day a copy was made on says which is new.
    fn let_go_by_day(&self) -> Answer<()> {
        let mut by_day: Vec<(NaiveDate, PathBuf)> = safety_copies_in(&stick(&self.folder), self.vault.book().id())?
            .into_iter()
            .filter_map(|path| Some((day_of(&path)?, path)))
            .collect();
        by_day.sort();
        let ranked = by_day.iter().zip(1..).map(|((made_on, _), sequence)| KeptCopy { sequence, made_on: *made_on });
        for rank in to_let_go(&ranked.collect::<Vec<_>>()) {
            let (_, path) = by_day.get(usize::try_from(rank)? - 1).ok_or("no such copy")?;
            fs::remove_file(path)?;
        }
        Ok(())
    }
}

/// After how many minutes a book is locked that nobody touches after a jump; `steady` is how long a minute is by the
/// clock that no one can set.
fn locks(session: &Session, touched: DateTime<Utc>, shown: DateTime<Utc>, steady: Duration) -> Result<u64, String> {
    if slept(touched.into(), shown.into()) {
        return Ok(0);
    }
    let limit = Duration::from_secs(LIMIT * 60);
    let locked = (1..=LATEST).find(|minute| {
        let now = shown + Duration::from_secs(minute * 60);
        let steady = steady * u32::try_from(*minute).unwrap_or(u32::MAX);
        is_too_long(left_alone(steady, touched.into(), now.into()), limit, Some(session), now)
    });
    locked.ok_or_else(|| format!("the book is still open after {LATEST} minutes"))
}

/// The copies in the folder, by what their names say.
fn present(vault: &Vault, folder: &Path) -> Answer<Vec<KeptCopy>> {
    let paths = safety_copies_in(&stick(folder), vault.book().id())?;
    let mut copies: Vec<KeptCopy> =
        paths.iter().filter_map(|path| Some(KeptCopy { sequence: number_of(path)?, made_on: day_of(path)? })).collect();
    copies.sort_by_key(|copy| copy.sequence);
    Ok(copies)
}

/// `2026-03-04_safety-copy_000012.coachbook`.
fn number_of(path: &Path) -> Option<u64> {
    path.file_stem()?.to_str()?.rsplit('_').next()?.parse().ok()
}

fn day_of(path: &Path) -> Option<NaiveDate> {
    path.file_stem()?.to_str()?.split('_').next()?.parse().ok()
}
