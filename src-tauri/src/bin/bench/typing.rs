//! From a key to the frame that shows it, in a session with a thousand lines against one with ten.
//!
//! The real window is driven as the tests drive it. The page itself takes both moments: the key's own time stamp, and
//! the first task after the frame that follows it. Every thirtieth key is an *Enter*, which keeps a line.

use std::path::Path;

use crate::{row::Row, workshop::Answer};

const MEDIAN: &str = "key to painted frame at 1,000 lines, ms; at 10 lines";
const AIM: f64 = 1.2;

/// Measures the rows.
#[cfg(not(target_os = "linux"))]
pub(crate) fn rows(_folder: &Path) -> Answer<Vec<Row>> {
    Ok(vec![Row::skipped(MEDIAN, AIM, "measured on Linux, where the window can be driven")])
}

#[cfg(target_os = "linux")]
#[path = "../../../tests/e2e/driver/mod.rs"]
#[allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "written for tests"
)]
mod driver;

#[cfg(target_os = "linux")]
pub(crate) use driven::rows;

#[cfg(target_os = "linux")]
mod driven {
    use std::{env, process::Command};

    use coachbook_core::note::NoteDraft;
    use coachbook_vault::{Argon2Cost, BookPlaces, Passphrase, RandomUids, UidSource};

    use super::{
        AIM, Answer, MEDIAN, Path, Row,
        driver::{App, Home, Pace},
    };
    use crate::{
        row::{median, part},
        workshop::make_session,
    };

    const PHRASE: &str = "lantern gravel otter sonnet plum";
    /// Each side is opened this often; the sides take turns.
    const TURNS: usize = 2;
    /// Lines typed in a turn, with the keys of one line.
    const LINES: usize = 6;
    const LINE: &str = "she said what came first now";
    /// First keys of a turn, in which code is compiled and fonts are fetched.
    const WARM_UP: usize = 30;

    /// Notes the times; what is asked for at the end is what it has noted.
    const LISTEN: &str = "window.noted = []; addEventListener('keydown', (key) => requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => window.noted.push(performance.now() - key.timeStamp);
        painted.port2.postMessage(0);
    }), true);";

    /// Measures the rows.
    pub(crate) fn rows(_folder: &Path) -> Answer<Vec<Row>> {
        if Command::new("WebKitWebDriver").arg("--version").output().is_err() {
            return Ok(vec![Row::skipped(MEDIAN, AIM, "WebKitWebDriver is not installed")]);
        }
        let (short, long) = (home_with(10)?, home_with(1_000)?);
        let (mut at_ten, mut at_thousand) = (Vec::new(), Vec::new());
        for _ in 0..TURNS {
            at_ten.extend(typed(&short)?);
            at_thousand.extend(typed(&long)?);
        }
        let slowest = |times: &[f64]| part(times, 0.95);
        Ok(vec![
            Row::new(MEDIAN, median(&at_thousand), median(&at_ten), AIM),
            Row::new(format!("{MEDIAN}, slowest twentieth"), slowest(&at_thousand), slowest(&at_ten), AIM),
        ])
    }

    /// A home with a book and a running session of so many lines.
    fn home_with(lines: usize) -> Answer<Home> {
        let home = Home::new();
        let places = BookPlaces::new(home.data(), home.config());
        let (mut vault, session) =
            make_session(|id| places.create_book(id, "Trial", &Passphrase::new(PHRASE), Argon2Cost::FLOOR))?;
        for nth in 0..lines {
            let draft = NoteDraft::plain(&format!("{nth}: what she said about it, in a few words"), "R", None);
            vault.notes().keep(session, &RandomUids.next(), &draft, None, None)?;
        }
        let (_, emptied) = vault.into_book().lock();
        emptied?;
        Ok(home)
    }

    /// Types, and answers how long each key took.
    fn typed(home: &Home) -> Answer<Vec<f64>> {
        let app = App::start_program(&env::current_exe()?.with_file_name("coachbook"), home);
        app.field("Your phrase").type_text(PHRASE);
        app.keys("{Enter}");
        app.field("Writing line").wait();
        app.execute(LISTEN);
        for _ in 0..LINES {
            app.type_text_at(LINE, Pace::Human);
            app.keys("{Enter}");
        }
        let noted = app.execute("return window.noted");
        app.quit();
        let times: Vec<f64> = noted.as_array().into_iter().flatten().filter_map(|took| took.as_f64()).collect();
        if times.len() < LINES * LINE.len() {
            return Err(format!("only {} keys were painted", times.len()).into());
        }
        Ok(times.into_iter().skip(WARM_UP).collect())
    }
}
