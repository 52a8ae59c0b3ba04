//! What is left behind: nothing readable on any disk, and after locking no key in memory and no process that drew the words.
//!
//! Words nobody else uses stand in many fields; one of them is typed in the window. The home, the temporary and shared
//! folders are searched in the letters' own bytes, as UTF-16 and as base64; the memory of the program before and after.

use crate::driver::{App, Home, PATIENCE};
use crate::steps;
use coachbook_core::{client::ClientDraft, engagement::EngagementDraft};
use std::fs::File;
use std::io::BufRead;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

const STORED: &str = "Kanarienvogelwort";
const TYPED: &str = "Zaunkoenigzeile";

/// The forms words may lie in.
fn forms(words: &str) -> Vec<Vec<u8>> {
    let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut forms = vec![words.as_bytes().to_vec(), wide, words.to_lowercase().into(), words.to_uppercase().into()];
    // Base64 of the words at each of the three places they may begin, without the letters their neighbours change.
    for shift in 0..3 {
        let padded = [vec![b' '; shift], words.as_bytes().to_vec()].concat();
        let whole = base64(&padded);
        forms.push(whole.as_bytes()[[0, 2, 3][shift]..whole.len() - 4].to_vec());
    }
    forms
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let group = |three: &[u8]| {
        let bits = three.iter().chain([0, 0].iter()).take(3).fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte));
        [18, 12, 6, 0].map(|shift| char::from(LETTERS[bits >> shift & 63]))
    };
    bytes.chunks(3).flat_map(group).collect()
}

/// Counts a needle. `skip_until` is fast even where the test itself is not optimised.
fn hits(bytes: &[u8], needle: &[u8]) -> usize {
    let (first, others) = needle.split_first().expect("a needle");
    let (mut rest, mut found) = (bytes, 0);
    while rest.skip_until(*first).expect("bytes in memory are read") > 0 {
        let at = bytes.len() - rest.len();
        found += usize::from(bytes[at - 1] == *first && rest.starts_with(others));
    }
    found
}

fn hits_in_any_form(bytes: &[u8], words: &str) -> usize {
    forms(words).iter().map(|form| hits(bytes, form)).sum()
}

/// Files below a folder that were written since `then`.
fn written_since(folder: &Path, then: SystemTime) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let Ok(about) = entry.metadata() else { continue };
        // Another test's home is not this one's business.
        let other = entry.file_name().to_string_lossy().starts_with("coachbook-e2e-");
        if about.is_dir() && !other {
            found.extend(written_since(&entry.path(), then));
        } else if about.is_file() && about.len() < 64 << 20 && about.modified().is_ok_and(|at| at >= then) {
            found.push(entry.path());
        }
    }
    found
}

/// Files in which the words lie, in any form.
fn on_disk(home: &Home, then: SystemTime) -> Vec<String> {
    let mut files = home.files();
    for folder in ["/dev/shm", "/var/tmp"] {
        files.extend(written_since(Path::new(folder), then));
    }
    let read = |file: &PathBuf| std::fs::read(file).unwrap_or_default();
    let said = |file: &&PathBuf| [STORED, TYPED].iter().any(|words| hits_in_any_form(&read(file), words) > 0);
    files.iter().filter(said).map(|file| file.display().to_string()).collect()
}

/// What a process can write to, as it is in memory now; nothing where the system shows it to nobody.
pub(crate) fn memory(id: u32) -> Option<Vec<Vec<u8>>> {
    let maps = std::fs::read_to_string(format!("/proc/{id}/maps")).ok()?;
    let memory = File::open(format!("/proc/{id}/mem")).ok()?;
    let mut parts = Vec::new();
    for line in maps.lines().filter(|line| line.split(' ').nth(1).is_some_and(|rights| rights.starts_with("rw"))) {
        let (from, to) = line.split(' ').next()?.split_once('-')?;
        let (from, to) = (u64::from_str_radix(from, 16).ok()?, u64::from_str_radix(to, 16).ok()?);
        let mut part = vec![0; usize::try_from(to - from).ok()?.min(256 << 20)];
        if memory.read_exact_at(&mut part, from).is_ok() {
            parts.push(part);
        }
    }
    Some(parts)
}

pub(crate) fn in_memory(parts: &[Vec<u8>], needle: &[u8]) -> usize {
    parts.iter().map(|part| hits(part, needle)).sum()
}

/// The bytes the code on the recovery sheet stands for: the root of every key.
pub(crate) fn root_of(code: &str) -> Vec<u8> {
    const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let values: Vec<usize> = code.chars().filter_map(|letter| ALPHABET.find(letter)).take(32).collect();
    let group = |eight: &[usize]| eight.iter().fold(0_u64, |bits, value| bits << 5 | *value as u64).to_be_bytes();
    values.chunks(8).flat_map(|eight| group(eight)[3..].to_vec()).collect()
}

/// Writes the stored word where the window will read it, and returns the code of the book.
fn store(home: &Home, phrase: &str) -> String {
    let mut vault = steps::open_book(home, phrase);
    let said = |place: &str| Some(format!("{STORED} {place}"));
    let draft = ClientDraft {
        legal_name: said("name"),
        email: said("mail"),
        phone: said("phone"),
        background: said("background"),
        ..ClientDraft::named(&format!("{STORED} Mira"))
    };
    let client = vault.clients().save(None, None, &draft).expect("a client").id;
    let draft = EngagementDraft { title: said("title"), scope: said("scope"), ..EngagementDraft::default() };
    vault.engagements().save(client, None, None, &draft).expect("an engagement");
    let code = vault.book().recovery_code().text().to_string();
    vault.into_book().lock().1.expect("the book is closed");
    code
}

/// Looks at the words, types some, makes a paper, and locks. Returns the web processes that drew it.
fn use_and_lock(app: &App, phrase: &str, first: bool) -> Vec<u32> {
    steps::unlock(app, phrase);
    app.execute("location.hash = '#/client/1/overview'");
    app.wait_text(STORED);
    if first {
        app.execute("location.hash = '#/client/1/sessions'");
        steps::start_writing(app);
        steps::keep_line(app, TYPED);
        app.type_text(&format!("half a line, {TYPED}"));
        std::thread::sleep(Duration::from_millis(700));
    }
    app.execute("location.hash = '#/paper/session_record/1'");
    steps::assert_pages_drawn(app);
    let drew = app.web_processes();
    if let Some(open) = memory(app.pid()) {
        let seen: usize = forms(STORED).iter().map(|form| in_memory(&open, form)).sum();
        assert!(seen > 0, "control: the word is not found in the memory of an open book");
    }
    app.keys("{Ctrl+l}");
    steps::wait_locked(app);
    let locked = Instant::now();
    while app.web_processes().iter().any(|id| drew.contains(id)) && locked.elapsed() < PATIENCE {
        std::thread::sleep(Duration::from_millis(50));
    }
    // What goes on after a lock is over then.
    std::thread::sleep(Duration::from_secs(3));
    drew
}

#[test]
fn nothing_readable_is_left_on_disk_and_no_key_in_memory() {
    steps::once_more_if_the_driver_is_lost(|| {
        let then = SystemTime::now();
        let home = Home::new();
        let app = App::start(&home);
        let phrase = steps::start_my_book(&app);
        app.quit();
        let code = store(&home, &phrase);
        let app = App::start(&home);
        let mut left = Vec::new();
        for first in [true, false] {
            let drew = use_and_lock(&app, &phrase, first);
            assert!(app.web_processes().iter().all(|id| !drew.contains(id)), "a process that drew the words is there");
            assert_eq!(on_disk(&home, then), [""; 0], "words on the disk");
            let Some(locked) = memory(app.pid()) else {
                eprintln!("skipped: the memory of another process cannot be read here");
                return;
            };
            for (what, needle) in [("the root secret", root_of(&code)), ("the code", code.clone().into_bytes())] {
                assert_eq!(in_memory(&locked, &needle), 0, "{what} is in memory after locking");
            }
            left.push(forms(STORED).iter().chain(&forms(TYPED)).map(|form| in_memory(&locked, form)).sum::<usize>());
        }
        eprintln!("words left in the program's own memory after locking: {left:?}");
        assert!(left[1] <= 2 * left[0] + 40, "what is left rises from lock to lock: {left:?}");
        app.kill9();
        assert_eq!(on_disk(&home, then), [""; 0], "words on the disk after a crash");
    });
}

#[test]
fn the_search_finds_what_lies_open() {
    let (home, then) = (Home::new(), SystemTime::now());
    assert_eq!(on_disk(&home, then), [""; 0]);
    let wide: Vec<u8> = format!("x{STORED}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, bytes) in [
        ("plain", format!("say {TYPED} again").into_bytes()),
        ("wide", wide),
        ("base64", base64(format!("ab {TYPED}").as_bytes()).into_bytes()),
    ] {
        std::fs::write(home.path(name), bytes).expect("a file");
    }
    assert_eq!(on_disk(&home, then).len(), 3, "{:?}", on_disk(&home, then));
    assert_eq!(root_of("ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ"), [0xff; 20]);
}
