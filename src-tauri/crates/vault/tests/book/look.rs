//! A look into a safety copy ends when it is no longer wanted, wherever it is, and leaves nothing behind.

use std::path::Path;
use std::thread;
use std::time::Duration;

use coachbook_vault::{BookPlaces, Look, RecoveryCode, Unlock};

use crate::attached::with_scans;
use crate::copies::{copy_open, names, own, stick};
use crate::home::code_of;

fn checked(look: &Look, places: &BookPlaces, path: &Path, code: &str) -> &'static str {
    code_of(look.check(places, path, &Unlock::Code(&RecoveryCode::parse(code).unwrap())))
}

#[test]
fn a_look_that_was_ended_is_over_wherever_it_is() {
    let (home, vault, _) = with_scans();
    let code = vault.book().recovery_code().text().to_string();
    let made = copy_open(&vault, &stick(&home), 0).unwrap();
    let before = names(&home.dir.join("data/books"));
    let mut seen = Vec::new();
    for wait in (0..).map(|nth| Duration::from_millis(nth * 3)) {
        let look = Look::default();
        let answer = thread::scope(|scope| {
            let checking = scope.spawn(|| checked(&look, &home.places, &made.path, &code));
            thread::sleep(wait);
            look.end();
            checking.join().unwrap()
        });
        assert_eq!(names(&home.dir.join("data/books")), before, "left behind after {wait:?}");
        assert_eq!(checked(&look, &home.places, &made.path, &code), "locked", "what is over stays over");
        seen.push(answer);
        if seen.ends_with(&["ok"; 3]) {
            break;
        }
    }
    assert_eq!(seen.first(), Some(&"locked"), "{seen:?}");
    assert!(seen.iter().all(|answer| ["ok", "locked"].contains(answer)), "what is cut off is no damage: {seen:?}");
}

/// A scan that is a pipe is read when somebody writes into it: so the look is held where its keys are in memory.
#[cfg(unix)]
#[test]
fn a_look_that_is_held_up_ends_at_the_next_piece() {
    let (home, vault, _) = with_scans();
    let code = vault.book().recovery_code().text().to_string();
    let made = copy_open(&vault, &stick(&home), 0).unwrap();
    let scans = own(&stick(&home)).join("scans");
    let pipe = scans.join(&names(&scans)[0]);
    std::fs::remove_file(&pipe).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for (ended, answer) in [(true, "locked"), (false, "ok")] {
        let look = Look::default();
        thread::scope(|scope| {
            let checking = scope.spawn(|| checked(&look, &home.places, &made.path, &code));
            // Waits until the look reads it.
            let writer = std::fs::File::options().write(true).open(&pipe).unwrap();
            if ended {
                look.end();
            }
            drop(writer);
            assert_eq!(checking.join().unwrap(), answer);
        });
    }
}
