//! Trial: the real window is killed while a person types in it, and at most half a second of typing may be gone.
//!
//! One book for all rounds. In each the window is started, the phrase typed, what the last crash left is on the screen,
//! a line is kept, and another begun at a person's pace; at a random key and a random moment after it, `kill -9`. The
//! book is then read without a window: every line once, the begun line as it was typed but for its last half second,
//! every page whole. The control is a window whose timers wait for 2.5 seconds.
//!
//! A round takes seconds, so each is noted beside the report (`faults-so-far/window`): stopped, the trial goes on there.

use crate::{plan::Plan, trial::Trial, workshop::Answer};

/// Makes the tries and the controls.
#[cfg(not(target_os = "linux"))]
pub(crate) fn run(_plan: &Plan, trial: &mut Trial<'_>) -> Answer<()> {
    Ok(trial.skip("the window can be driven on Linux only"))
}

#[cfg(target_os = "linux")]
pub(crate) use driven::run;

#[cfg(target_os = "linux")]
mod driven {
    use std::{
        env,
        fs::{self, OpenOptions},
        io::Write,
        path::PathBuf,
        process::Command,
        thread::sleep,
        time::{Duration, Instant},
    };

    use coachbook_vault::{Argon2Cost, BookPlaces, Passphrase, RandomUids, SystemClock, Vault, VaultError};

    use super::{Answer, Plan, Trial};
    use crate::{
        acknowledged::{EDITOR, all_there, keep, sound},
        chance::Chance,
        driver::{App, Home},
        workshop::make_session,
    };

    const PHRASE: &str = "lantern gravel otter sonnet plum";
    const TYPED: &str = "and then there is something about the water and the garden";
    /// What may be gone.
    const ALLOWED: Duration = Duration::from_millis(500);
    /// A killed program counts as ended a moment before the last of its threads lets go of the book.
    const LETTING_GO: Duration = Duration::from_secs(2);
    /// How long the caret may take to its line.
    const PATIENCE: Duration = Duration::from_secs(8);
    /// A window whose clock is slow; no person can make it so.
    const SLOW: &str = "const own = window.setTimeout;
        window.setTimeout = (run, ms, ...rest) => own(run, ms < 500 ? 2500 : ms, ...rest)";

    /// Makes the tries and the controls.
    pub(crate) fn run(plan: &Plan, trial: &mut Trial<'_>) -> Answer<()> {
        let Some(rounds) = plan.window else {
            trial.skip("`--window N` kills it so often");
            return Ok(());
        };
        if Command::new("WebKitWebDriver").arg("--version").output().is_err() {
            trial.skip("WebKitWebDriver is not installed");
            return Ok(());
        }
        let log = Log(plan.so_far().join("window"));
        let before = log.read(rounds)?;
        let mut told = Told::default();
        before.iter().for_each(|line| told.count(line, trial));
        let mut chance = Chance::new(plan.seed, 10);
        let mut desk = Desk::new()?;
        for _ in before.len()..usize::try_from(rounds)? {
            let line = match desk.round(false, &mut chance)? {
                Ok(gone) => format!("held {} {}", gone.as_millis(), desk.opened.as_millis()),
                Err(what) => format!("failed {what}"),
            };
            log.add(&line)?;
            told.count(&line, trial);
        }
        trial.figures(told.figures(before.len()));
        trial.until_noticed(plan.notices(), 8, |_| {
            Ok(Desk::new()?.round(true, &mut chance)?.and_then(|gone| match gone > ALLOWED {
                true => Err(format!("{gone:?} of typing are gone")),
                false => Ok(()),
            }))
        })
    }

    /// The rounds that were made, a line each.
    struct Log(PathBuf);

    impl Log {
        /// Returns the rounds of a run that was stopped; none after one that came to its end.
        fn read(&self, rounds: u32) -> Answer<Vec<String>> {
            let text = fs::read_to_string(&self.0).unwrap_or_default();
            let lines: Vec<String> = text.lines().map(str::to_owned).collect();
            if lines.len() < usize::try_from(rounds)? {
                return Ok(lines);
            }
            fs::remove_file(&self.0)?;
            Ok(Vec::new())
        }

        fn add(&self, line: &str) -> Answer<()> {
            self.0.parent().map_or(Ok(()), fs::create_dir_all)?;
            Ok(writeln!(OpenOptions::new().append(true).create(true).open(&self.0)?, "{line}")?)
        }
    }

    /// What the rounds said in all.
    #[derive(Default)]
    struct Told {
        rounds: u64,
        most_gone: u64,
        slowest: u64,
    }

    impl Told {
        fn count(&mut self, line: &str, trial: &mut Trial<'_>) {
            self.rounds += 1;
            let Some(numbers) = line.strip_prefix("held ") else { return trial.tried(Err(line.to_owned())) };
            let numbers: Vec<u64> = numbers.split(' ').filter_map(|number| number.parse().ok()).collect();
            let [gone, opened] = numbers.as_slice() else { return trial.tried(Err(line.to_owned())) };
            self.most_gone = self.most_gone.max(*gone);
            self.slowest = self.slowest.max(*opened);
            let late = Duration::from_millis(*gone) > ALLOWED;
            trial.tried(if late { Err(line.to_owned()) } else { Ok(()) });
        }

        fn figures(&self, earlier: usize) -> String {
            let Self { most_gone, slowest, .. } = self;
            let earlier = if earlier > 0 { format!(", {earlier} of them in an earlier run") } else { String::new() };
            format!("oldest lost key {most_gone} ms before the kill, slowest reopening {slowest} ms{earlier}")
        }
    }

    /// A home with a book, and every line that was kept in it.
    struct Desk {
        home: Home,
        kept: Vec<String>,
        left: String,
        opened: Duration,
    }

    impl Desk {
        fn new() -> Answer<Self> {
            let home = Home::new();
            let places = BookPlaces::new(home.data(), home.config());
            let (mut vault, _) =
                make_session(|id| places.create_book(id, "Trial", &Passphrase::new(PHRASE), Argon2Cost::FLOOR))?;
            // A session with a line in it goes on at the writing line.
            let kept = vec!["the first line".to_owned()];
            kept.iter().try_for_each(|line| keep(&mut vault, line))?;
            vault.into_book().lock().1?;
            Ok(Self { home, kept, left: String::new(), opened: Duration::ZERO })
        }

        /// Returns how long before the kill the first key was pressed that is gone.
        fn round(&mut self, late: bool, chance: &mut Chance) -> Answer<Result<Duration, String>> {
            let app = App::start_program(&env::current_exe()?.with_file_name("coachbook"), &self.home);
            app.field("Your phrase").type_text(PHRASE);
            app.keys("{Enter}");
            let line = app.field("Writing line");
            let shown = line.wait().value();
            let began = Instant::now();
            while !line.has_focus() && began.elapsed() < PATIENCE {
                sleep(Duration::from_millis(50));
            }
            if shown != self.left {
                return Ok(Err(format!("“{shown}” stands in the line, and the book held “{}”", self.left)));
            }
            app.keys("{Ctrl+a}{Delete}");
            if late {
                app.execute(SLOW);
            }
            let words = format!("line {} is kept", self.kept.len());
            app.type_text(&words);
            app.keys("{Enter}");
            app.wait_text(&words);
            self.kept.push(words);
            let keys = usize::try_from(chance.between(8, TYPED.len() as u64))?;
            let typed = TYPED.get(..keys).unwrap_or(TYPED);
            let pressed = type_slowly(&app, typed, chance);
            // Before the next key would come.
            sleep(Duration::from_millis(chance.between(0, 120)));
            let killed = Instant::now();
            app.kill9();
            Ok(self.look(typed).map(|left| pressed.get(left).map_or(Duration::ZERO, |first| killed - *first)))
        }

        /// Reads the book; returns how many letters are left of the line that was begun.
        fn look(&mut self, typed: &str) -> Result<usize, String> {
            let began = Instant::now();
            let mut vault = self.open().map_err(|error| format!("the book does not open: {error}"))?;
            self.opened = began.elapsed();
            all_there(&mut vault, self.kept.iter())?;
            let session = vault.sessions().in_progress().ok().flatten().ok_or("no session is in progress any more")?;
            let left = vault.drafts().get(session.id, EDITOR).map_err(|error| error.to_string())?.unwrap_or_default();
            if !typed.starts_with(&left) {
                return Err(format!("“{left}” is left of “{typed}”"));
            }
            sound(&vault, &self.home.path("tmp")).map_err(|error| format!("the book is not sound: {error}"))?;
            vault.into_book().lock().1.map_err(|error| error.to_string())?;
            self.left = left;
            Ok(self.left.len())
        }

        fn open(&self) -> Result<Vault, VaultError> {
            let began = Instant::now();
            let places = BookPlaces::new(self.home.data(), self.home.config());
            let books = places.books()?;
            let book = books.first().ok_or(VaultError::NotFound)?;
            loop {
                match book.open_with_phrase(&Passphrase::new(PHRASE), Argon2Cost::FLOOR) {
                    Err(VaultError::AlreadyOpen) if began.elapsed() < LETTING_GO => sleep(Duration::from_millis(20)),
                    opened => return Ok(Vault::new(opened?, Box::new(SystemClock), Box::new(RandomUids))),
                }
            }
        }
    }

    /// Types with an uneven pause between the keys; returns when each was pressed.
    fn type_slowly(app: &App, words: &str, chance: &mut Chance) -> Vec<Instant> {
        let press = |letter: char| {
            let now = Instant::now();
            app.type_text(&letter.to_string());
            now
        };
        let mut pressed = Vec::new();
        for letter in words.chars() {
            // The driver takes about 60 ms for a key itself.
            sleep(Duration::from_millis(chance.between(0, 100)));
            pressed.push(press(letter));
        }
        pressed
    }
}
