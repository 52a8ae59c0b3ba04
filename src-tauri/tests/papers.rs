//! The papers of the sample, read back: what they must say, what they must never say, and that the files are whole.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what went wrong by stopping"
)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use coachbook_core::note::{NoteKind, Visibility};
use coachbook_exchange::sample::sample;
use coachbook_lib::{sample_papers, three_way_papers};

/// Sets the sample's papers in a folder of the test's own and returns where they lie.
fn papers(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for paper in sample_papers(&folder.join("book")).unwrap_or_else(|fault| panic!("{}", fault.message)) {
        fs::write(folder.join(format!("{}.pdf", paper.name)), paper.bytes).unwrap();
    }
    folder
}

/// Returns the words of a paper on one line, or none where the reader is not installed.
fn words(pdf: &Path) -> Option<String> {
    let read = Command::new("pdftotext").arg("-raw").arg(pdf).arg("-").output();
    let Ok(read) = read else {
        println!("skipped: pdftotext is not installed");
        return None;
    };
    // A line that was broken on the page is one sentence still.
    Some(String::from_utf8_lossy(&read.stdout).split_whitespace().collect::<Vec<_>>().join(" "))
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_summary_says_what_was_shared() {
    let Some(said) = words(&papers("said").join("P4-session-summary.pdf")) else { return };
    let session = sample().unwrap().session;
    let texts = session.topics.iter().map(|row| row.title.clone());
    let texts = texts.chain(session.measures.iter().map(|row| row.text.clone()));
    let texts = texts.chain(session.insights.iter().map(|row| row.text.clone()));
    let texts = texts.chain(session.strengths.iter().map(|row| row.text.clone()));
    let texts = texts.chain(session.skills.iter().map(|row| row.text.clone()));
    let texts = texts.chain(session.accountability.iter().map(|row| row.who.clone()));
    for text in texts {
        assert!(said.contains(&squeezed(&text)), "the summary does not say “{text}”");
    }
    for sentence in [
        "John Doe",
        "from 5 March 2026",
        "(from tomorrow)",
        "11 March 2026",
        "(in a week's time)",
        "9 March 2026 to 15 March 2026",
        "(next week)",
        "No date yet",
        "after action 1",
        "Recorded with your permission",
        "XYZ accreditation body",
        "You will write to schedule the next session",
    ] {
        assert!(said.contains(sentence), "the summary does not say “{sentence}”");
    }
    assert!(said.matches(" Met ").count() >= 2, "two measures are met");
}

#[test]
fn the_summary_keeps_what_is_the_coachs() {
    let folder = papers("kept");
    for paper in ["P4-session-summary.pdf", "P6-action-plan.pdf", "P6-all-open-actions.pdf"] {
        let Some(said) = words(&folder.join(paper)) else { return };
        let notes = sample().unwrap().session.notes;
        let mine = notes.iter().filter(|note| note.fields.visibility == Visibility::Private);
        for note in mine.filter(|note| note.fields.kind != NoteKind::Option) {
            assert!(!said.contains(&squeezed(&note.fields.text)), "{paper} gives away a line of the coach's");
        }
        for word in ["score", "pass mark", "reflection"] {
            assert!(!said.to_lowercase().contains(word), "{paper} says “{word}”");
        }
    }
    // The control: the same search finds what is shared.
    let said = words(&folder.join("P4-session-summary.pdf")).unwrap();
    assert!(said.contains("technical background"), "the search finds what stands there");
}

#[test]
fn the_sheet_for_the_next_session_recalls_every_open_action() {
    let Some(said) = words(&papers("sheet").join("P16-session-sheet.pdf")) else { return };
    let session = sample().unwrap().session;
    let open = session.actions.iter().map(|row| row.what.clone());
    let clear = session.insights.iter().map(|row| row.text.clone());
    for text in open.chain(clear) {
        assert!(said.contains(&squeezed(&text)), "the sheet does not recall “{text}”");
    }
    for label in ["Session 2", "wants from today", "For next time"] {
        assert!(said.contains(label), "the sheet has no “{label}”");
    }
}

/// Sets the papers of the programme of three in a folder of the test's own.
fn papers_of_three(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for paper in three_way_papers().unwrap_or_else(|fault| panic!("{}", fault.message)) {
        fs::write(folder.join(format!("{}.pdf", paper.name)), paper.bytes).unwrap();
    }
    folder
}

fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = entries.filter(|name| name.ends_with(".pdf")).collect();
    names.sort();
    names
}

#[test]
fn all_sixteen_papers_are_there_for_both_whole_and_the_same_twice() {
    let sets =
        [(papers("first"), papers("second")), (papers_of_three("first-of-three"), papers_of_three("second-of-three"))];
    for (first, second) in sets {
        let names = files(&first);
        for code in 1..=16 {
            assert!(names.iter().any(|name| name.starts_with(&format!("P{code}-"))), "P{code} is missing");
        }
        assert!(!names.iter().any(|name| name.starts_with("P17-")), "control");
        for name in names {
            let again = fs::read(second.join(&name)).unwrap();
            assert!(fs::read(first.join(&name)).unwrap() == again, "{name} differs from one run to the next");
            whole(&first.join(&name));
        }
    }
}

#[test]
fn the_coachs_copy_holds_her_notes_and_is_marked() {
    let folder = papers("coach");
    let Some(said) = words(&folder.join("P5-session-record.pdf")) else { return };
    let notes = sample().unwrap().session.notes;
    let mine: Vec<_> = notes.iter().filter(|note| note.fields.visibility == Visibility::Private).collect();
    assert!(mine.len() > 5, "control: there are private lines to find");
    // Cells are read line by line: a line is found by its first words.
    let begins = |text: &str| text.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
    for note in mine {
        assert!(said.contains(&begins(&note.fields.text)), "a private line is missing");
    }
    assert!(said.contains("Private"));
}

/// Fails unless the file is sound and every font is embedded, cut, and readable.
fn whole(file: &Path) {
    let Ok(checked) = Command::new("qpdf").arg("--check").arg(file).output() else {
        println!("skipped: qpdf is not installed");
        return;
    };
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
    let Ok(fonts) = Command::new("pdffonts").arg(file).output() else { return };
    let listed = String::from_utf8_lossy(&fonts.stdout).into_owned();
    let faces: Vec<&str> = listed.lines().skip(2).collect();
    assert!(!faces.is_empty(), "the paper has no font at all");
    for face in faces {
        let marks: Vec<&str> = face.split_whitespace().filter(|word| ["yes", "no"].contains(word)).collect();
        assert_eq!(marks, ["yes", "yes", "yes"], "not embedded, cut and readable: {face}");
    }
}

#[test]
fn the_window_offers_the_languages_papers_can_speak() {
    let words = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/ui/src/words/en/papers.js")).unwrap();
    let offered = words.split("languages: {").nth(1).and_then(|rest| rest.split('}').next()).unwrap();
    let spoken = coachbook_documents::languages();
    for language in &spoken {
        let entry = format!("{}: \"{}\"", language.tag, language.name);
        assert!(offered.contains(&entry), "{entry} is not offered");
    }
    assert_eq!(offered.matches(": \"").count(), spoken.len(), "one is offered that papers cannot speak");
}
