//! A look into a safety copy ends when it is no longer wanted, wherever it is, and leaves nothing behind.

use std::path::Path;
use std::thread;
use std::time::Duration;

use coachbook_core::client::ClientDraft;
use coachbook_vault::{BookPlaces, IfThere, Look, RecoveryCode, Unlock, has_undo};

use crate::attached::{open, with_scans};
use crate::copies::{copy_open, names, own, stick};
use crate::home::{code_of, id};

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

#[test]
fn a_book_is_brought_back_whole_or_left_as_it_was_whenever_the_look_is_ended() {
    let (home, mut vault, _) = with_scans();
    let code = vault.book().recovery_code();
    let made = copy_open(&vault, &stick(&home), 0).unwrap();
    let copied = vault.book().row_hash().unwrap();
    vault.clients().save(None, None, &ClientDraft::named("Later")).unwrap();
    let later = vault.book().row_hash().unwrap();
    drop(vault);
    let mut seen = Vec::new();
    // Ever longer, so that a slow machine comes to an end as well.
    for wait in std::iter::successors(Some(Duration::ZERO), |wait| Some(*wait * 5 / 4 + Duration::from_millis(3))) {
        let look = Look::default();
        let bring = || look.restore_into(&home.places, &made.path, &Unlock::Code(&code), IfThere::KeepAside).map(drop);
        let brought = thread::scope(|scope| {
            let bringing = scope.spawn(bring);
            thread::sleep(wait);
            look.end();
            code_of(bringing.join().unwrap())
        });
        let there = open(&home.places.book(id(1)).unwrap()).book().row_hash().unwrap();
        assert_eq!(&there, if brought == "ok" { &copied } else { &later }, "after {wait:?}: {brought}");
        assert_eq!(has_undo(&home.places, id(1)).unwrap(), brought == "ok");
        assert!(names(&home.dir.join("data/books")).iter().all(|name| !name.starts_with('.')), "left behind");
        assert_eq!(code_of(bring()), "locked", "what is over stays over");
        seen.push(brought);
        if brought == "ok" {
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
