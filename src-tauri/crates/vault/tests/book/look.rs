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

/// A scan that is a pipe opens only when somebody opens its other end: so the look is held where its keys are in memory.
#[cfg(target_os = "linux")]
#[test]
fn a_look_that_is_held_up_ends_at_the_next_piece() {
    use std::fs::File;
    use std::os::unix::fs::OpenOptionsExt;

    let (home, vault, _) = with_scans();
    let code = vault.book().recovery_code().text().to_string();
    let made = copy_open(&vault, &stick(&home), 0).unwrap();
    let scans = own(&stick(&home)).join("scans");
    let pipes: Vec<_> = names(&scans).iter().map(|name| scans.join(name)).collect();
    for pipe in &pipes {
        std::fs::remove_file(pipe).unwrap();
        assert!(std::process::Command::new("mkfifo").arg(pipe).status().unwrap().success());
    }
    // Opened without waiting: true when the look waits at the other end.
    let let_on = |pipe: &Path| File::options().write(true).custom_flags(0o4000).open(pipe).is_ok();
    for (ended, answer) in [(true, "locked"), (false, "ok")] {
        let look = Look::default();
        thread::scope(|scope| {
            let checking = scope.spawn(|| checked(&look, &home.places, &made.path, &code));
            // From the first it goes on to the second at once, and is held there.
            while !let_on(&pipes[0]) {}
            thread::sleep(Duration::from_millis(100));
            if ended {
                look.end();
            }
            while !checking.is_finished() && !let_on(&pipes[1]) {}
            assert_eq!(checking.join().unwrap(), answer);
        });
    }
}
