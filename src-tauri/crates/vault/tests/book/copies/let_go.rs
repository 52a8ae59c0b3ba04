//! Old copies that are let go, and the scans that go with the last of them.

use std::fs;
use std::path::Path;

use coachbook_core::attachment::KeptWith;
use coachbook_vault::{
    CopyProgress, GivenFile, IfThere, Unlock, inspect_safety_copy, newest_copy_in, restore_into, safety_copies_in,
    write_safety_copy,
};

use super::{STAMP, at, copy_open, names, own, stick};
use crate::attached::{blobs, open, scan, with_scans};
use crate::home::{Home, code_of, id};

#[test]
fn each_scan_lies_beside_the_copies_once_and_goes_with_the_last_that_names_it() {
    let (home, mut vault, ids) = with_scans();
    let stick = stick(&home);
    for day in 0..12 {
        copy_open(&vault, &stick, day).unwrap();
    }
    let scans = own(&stick).join("scans");
    assert_eq!(names(&scans), blobs(&home).iter().map(|path| name_of(path)).collect::<Vec<_>>());
    let containers: u64 = safety_copies_in(&stick, id(1)).unwrap().iter().map(|path| length(path)).sum();
    assert!(containers < 12 * (length(&home.file(1, "book.db")) + 20_000), "a copy holds more than the records");
    let gone = vault.attachments().get(ids[0]).unwrap();
    let KeptWith::Session(session) = gone.kept_with else { panic!("kept with a session") };
    let damaged = fs::read_dir(home.file(1, "files")).unwrap().next().unwrap().unwrap().path();
    fs::write(&damaged, b"damaged").unwrap();
    let made = copy_open(&vault, &stick, 12).unwrap();
    assert_eq!(made.lost_files, 0, "it lies whole beside the copies");
    vault.attachments().add(KeptWith::Session(session), &GivenFile::new("3.pdf", scan(3).into()).unwrap()).unwrap();
    copy_open(&vault, &stick, 13).unwrap();
    assert_eq!(names(&scans).len(), 3);
    let code = vault.book().recovery_code();
    let newest = newest_copy_in(&stick, id(1)).unwrap();
    let other = scans.join(name_of(&damaged));
    fs::write(&other, b"cut").unwrap();
    assert_eq!(inspect_safety_copy(&newest, &Unlock::Code(&code)).unwrap().missing_files, 1);
    let new = Home::new();
    let mut there = open(&restore_into(&new.places, &newest, &Unlock::Code(&code), IfThere::Refuse).unwrap());
    let mut codes = ids.map(|id| code_of(there.attachments().read(id)));
    codes.sort_unstable();
    assert_eq!(codes, ["file_damaged", "ok"], "the rest is brought all the same");
    fs::remove_file(&other).unwrap();
    let made = copy_open(&vault, &stick, 14).unwrap();
    assert_eq!(made.lost_files, 1, "damaged in the book, and nowhere else");
    let odd = scans.join("0".repeat(32));
    fs::write(&odd, b"nobody names it").unwrap();
    fs::write(scans.join("holiday.jpg"), b"not ours").unwrap();
    copy_open(&vault, &stick, 15).unwrap();
    assert!(!odd.exists() && scans.join("holiday.jpg").exists());
}

#[test]
fn old_copies_are_let_go_and_nothing_that_is_not_surely_ours() {
    let (home, vault, _) = with_scans();
    let stick = stick(&home);
    let own = own(&stick);
    for hour in 0..10 {
        copy_open(&vault, &stick, hour / 24).unwrap();
    }
    let ours = names(&own);
    // By hand, of another book, under a name that is not its own, and one whose bytes nobody can read.
    write_safety_copy(vault.book(), &own.join("2026-03-04_safety-copy_000000.coachbook"), STAMP).unwrap();
    let other = home.create(2);
    let places = home.dir.join("other stick");
    fs::create_dir_all(&places).unwrap();
    let foreign = other.order_copy().unwrap().from_open(&other).unwrap();
    let foreign = foreign.write_into(&places, at(0), 0, &CopyProgress::default()).unwrap();
    fs::copy(&foreign.path, own.join("2026-03-04_safety-copy_000011.coachbook")).unwrap();
    fs::copy(own.join(&ours[0]), own.join("2026-03-04_safety-copy_000012.coachbook")).unwrap();
    fs::write(own.join("2026-03-04_safety-copy_000013.coachbook"), b"COACHBK1 of nobody").unwrap();
    fs::write(own.join("2026-03-04_safety-copy_000014.coachbook.0123456789abcdef.part"), b"half").unwrap();
    fs::write(own.join("letter.part"), b"Dear Ana").unwrap();
    let kept_whatever = ["000000", "000011", "000012", "000013", "letter.part"];
    for day in 1..3 {
        for _ in 0..12 {
            copy_open(&vault, &stick, day).unwrap();
        }
    }
    let now = names(&own);
    for name in kept_whatever {
        assert!(now.iter().any(|there| there.contains(name)), "{name} was deleted");
    }
    assert!(!now.iter().any(|name| name.ends_with("abcdef.part")), "what a crash left is cleared");
    let left = now.iter().filter(|name| name.contains("safety-copy")).count() - 4;
    assert_eq!(left, 12, "ten newest, and the last of each day before: {now:?}");
    assert!(now.iter().any(|name| name.contains("000037")), "no number is used twice: {now:?}");
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

fn length(path: &Path) -> u64 {
    fs::metadata(path).unwrap().len()
}
