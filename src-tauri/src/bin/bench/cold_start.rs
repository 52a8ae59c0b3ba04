//! From starting the program to its first screen, against an empty window of the same build.
//!
//! Each start is a new process in a home of its own on a screen of its own. Two moments are taken from the pixels, the
//! same way on both sides: the window is there (first change of the bare screen), and the page is usable (the picture
//! that stays). For the app that is the screen that asks for the passphrase, of a home that holds one book, so it
//! comes after the page has asked for the state of the book. What the disk gives has been read before: file caches are warm, as after a first start.

use std::path::Path;

use crate::{row::Row, workshop::Answer};

const USABLE: &str = "cold start to the unlock screen, ms; empty Tauri window drawn";

/// Measures the rows.
#[cfg(not(target_os = "linux"))]
pub(crate) fn rows(_folder: &Path) -> Answer<Vec<Row>> {
    Ok(vec![Row::skipped(USABLE, AIM, "measured on Linux, where a screen can be had as a file")])
}

const AIM: f64 = 1.25;

#[cfg(target_os = "linux")]
pub(crate) use watched::rows;

#[cfg(target_os = "linux")]
mod watched {
    use std::{
        env, fs,
        path::PathBuf,
        time::{Duration, Instant},
    };

    use coachbook_vault::{Argon2Cost, BookId, BookPlaces, Passphrase};

    use super::{AIM, Answer, Path, Row, USABLE};
    use crate::{
        row::{median, ms},
        screen::{Picture, Screen},
    };

    const STARTS: usize = 11;
    const IDENTIFIER: &str = "org.coachbook.Coachbook";

    /// Measures the rows.
    pub(crate) fn rows(folder: &Path) -> Answer<Vec<Row>> {
        let app = beside("coachbook")?;
        let empty = beside("coachbook-empty-window")?;
        if !app.is_file() || !empty.is_file() {
            return Ok(vec![Row::skipped(USABLE, AIM, "the app was not built beside this program")]);
        }
        let Ok(screen) = Screen::start(&folder.join("screen")) else {
            return Ok(vec![Row::skipped(USABLE, AIM, "Xvfb is not installed")]);
        };
        let bare = screen.look()?;
        let mut app = Side::new(app, folder.join("app"), &screen, &bare)?;
        let mut empty = Side::new(empty, folder.join("empty"), &screen, &bare)?;
        for _ in 0..STARTS {
            app.start(&screen, &bare)?;
            empty.start(&screen, &bare)?;
        }
        Ok(vec![
            Row::new(USABLE, median(&app.usable), median(&empty.usable), AIM),
            Row::without_aim(
                "cold start to the window itself, ms; empty Tauri window",
                median(&app.window),
                median(&empty.window),
            ),
        ])
    }

    fn beside(program: &str) -> Answer<PathBuf> {
        Ok(env::current_exe()?.with_file_name(program))
    }

    /// One of the two programs, and how its starts went.
    struct Side {
        program: PathBuf,
        home: PathBuf,
        window: Vec<f64>,
        usable: Vec<f64>,
    }

    impl Side {
        /// Makes a home and starts the program once, uncounted: caches are made then.
        fn new(program: PathBuf, home: PathBuf, screen: &Screen, bare: &Picture) -> Answer<Self> {
            make_home(&home)?;
            let mut side = Self { program, home, window: Vec::new(), usable: Vec::new() };
            side.start(screen, bare)?;
            side.window.clear();
            side.usable.clear();
            Ok(side)
        }

        fn start(&mut self, screen: &Screen, bare: &Picture) -> Answer<()> {
            let mut command = screen.command(&self.program);
            let places = ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"];
            command.envs(places.map(|place| (place, self.home.join(place)))).env("HOME", &self.home);
            let began = Instant::now();
            let mut running = command.spawn()?;
            let seen = screen.watch(began, bare);
            running.kill()?;
            running.wait()?;
            let seen = seen?;
            self.window.push(ms(seen.window));
            self.usable.push(ms(seen.usable));
            // The next start begins on a bare and quiet screen.
            screen.wait_for(bare)?;
            std::thread::sleep(Duration::from_millis(300));
            Ok(())
        }
    }

    /// A home with one locked book.
    fn make_home(home: &Path) -> Answer<()> {
        fs::create_dir_all(home.join("XDG_RUNTIME_DIR"))?;
        let place = |name: &str| home.join(name).join(IDENTIFIER);
        let places = BookPlaces::new(place("XDG_DATA_HOME"), place("XDG_CONFIG_HOME"));
        let phrase = Passphrase::new("quiet lantern over seven invented rivers");
        let book = places.create_book(BookId::from_bytes([3; 16]), "Practice", &phrase, Argon2Cost::FLOOR)?;
        Ok(book.lock().1?)
    }
}
