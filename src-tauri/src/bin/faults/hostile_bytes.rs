//! Trial: bytes nobody vouches for are read. Nothing may crash, hang or take more than 512 MB.
//!
//! Six readers, each in a process of its own: the key file, the safety copy, the file of a template, the lines of a
//! session with their grammar, words for a day, and what the window sends. Real files and lines are changed by chance: bits,
//! bytes and pieces are flipped, taken out, doubled, and put where they do not belong. A key file gets its checksum anew,
//! else nothing behind it would be read. Chance alone chooses; no reader is watched for where it went. The control is a
//! reader that trusts a length.

use std::{fs, path::Path};

use coachbook_core::{
    date_words, gaps, marks,
    template::{Template, TemplateKind, starting},
    text,
};
use coachbook_exchange::template_file;
use coachbook_lib::wire::papers::is_paper_request;
use coachbook_vault::{
    Argon2Cost, BookId, CopyStamp, KeyHeader, Passphrase, RecoveryCode, RootSecret, Unlock, inspect_safety_copy,
    write_safety_copy,
};

use crate::{
    chance::Chance,
    plan::Plan,
    process::{Process, tell},
    trial::Trial,
    workshop::{Answer, make_book},
};

const READERS: [&str; 6] = ["key file", "safety copy", "template file", "lines", "words for a day", "from the window"];
const TRUSTING: &str = "trusting";
/// The most a reader may have in memory, in KiB.
const MEMORY: u64 = 512 * 1024;
/// How often a reader says that it is still there. One that does not within half a minute hangs.
const HEARTBEAT: u32 = 500;
const CHECKSUM: usize = 32;

/// Makes the tries and the controls.
pub(crate) fn run(plan: &Plan, trial: &mut Trial<'_>) -> Answer<()> {
    let inputs = plan.times(200_000, 2_000);
    for (nth, reader) in READERS.into_iter().enumerate() {
        // A safety copy is read from the disk, and all of it each time.
        let inputs = if reader == "safety copy" { inputs / 100 } else { inputs };
        let folder = trial.folder(&nth.to_string());
        trial.tried(read_all(reader, &folder, plan.seed, inputs)?.map_err(|what| format!("{reader}: {what}")));
    }
    trial.figures(format!("{inputs} inputs for each reader, a hundredth for the safety copy"));
    trial.control(read_all(TRUSTING, &trial.folder("control"), plan.seed, 2_000)?);
    Ok(())
}

fn read_all(reader: &str, folder: &Path, seed: u64, inputs: u32) -> Answer<Result<(), String>> {
    fs::create_dir_all(folder)?;
    let child = Process::start("reader", folder, &[reader, &seed.to_string(), &inputs.to_string()])?;
    let mut last = String::new();
    loop {
        match child.line() {
            Ok(line) if line.starts_with("most ") => {
                let most: u64 = line.trim_start_matches("most ").parse()?;
                return Ok(if most < MEMORY { Ok(()) } else { Err(format!("{most} KiB of memory")) });
            }
            Ok(line) => last = line,
            Err(error) => return Ok(Err(format!("seed {seed}, {last}: {error}"))),
        }
    }
}

/// The child: reads changed bytes.
pub(crate) fn read(folder: &Path, rest: &[String]) -> Answer<()> {
    let [reader, seed, inputs] = rest else {
        return Err("the reader takes its name, a seed and a number".into());
    };
    let mut chance = Chance::new(seed.parse()?, 9);
    let (examples, mut take) = reader_of(reader, folder)?;
    for nth in 0..inputs.parse::<u32>()? {
        if nth.is_multiple_of(HEARTBEAT) {
            tell(&format!("from input {nth}"))?;
        }
        let which = usize::try_from(chance.between(0, examples.len() as u64))?;
        let mut bytes = examples.get(which).cloned().unwrap_or_default();
        for _ in 0..chance.between(1, 6) {
            change(&mut bytes, &mut chance)?;
        }
        take(&bytes)?;
    }
    tell(&format!("most {}", peak()))
}

/// What a reader does with bytes.
type Take<'a> = Box<dyn FnMut(&[u8]) -> Answer<()> + 'a>;

/// Examples to change, and what reads them.
fn reader_of<'a>(reader: &str, folder: &'a Path) -> Answer<(Vec<Vec<u8>>, Take<'a>)> {
    let lines = |lines: &[&str]| lines.iter().map(|line| line.as_bytes().to_vec()).collect::<Vec<_>>();
    Ok(match reader {
        "key file" => {
            let root = RootSecret::generate()?;
            let id = BookId::from_bytes([1; 16]);
            let mut file = KeyHeader::seal(id, &root, &Passphrase::new("words"), Argon2Cost::FLOOR)?.to_bytes();
            file.truncate(file.len().saturating_sub(CHECKSUM));
            let take = |bytes: &[u8]| {
                let whole = [bytes, blake3::hash(bytes).as_bytes().as_slice()].concat();
                let _ = KeyHeader::from_bytes(&whole);
                Ok(())
            };
            (vec![file], Box::new(take))
        }
        "safety copy" => {
            let (vault, _) = make_book(folder)?;
            let path = folder.join("copy.coachbook");
            write_safety_copy(vault.book(), &path, CopyStamp { sequence: 1, made_at: None })?;
            let code = vault.book().recovery_code();
            let take = move |bytes: &[u8]| {
                fs::write(&path, bytes)?;
                let _ = inspect_safety_copy(&path, &Unlock::Code(&code));
                Ok(())
            };
            (vec![fs::read(folder.join("copy.coachbook"))?], Box::new(take))
        }
        "template file" => {
            let kinds = TemplateKind::ALL.iter().map(|kind| {
                let (name, language) = ("Für Ana".to_owned(), "pt-BR".to_owned());
                template_file::write(&Template { kind: *kind, name, language, parts: starting(*kind) })
            });
            let files: Vec<Vec<u8>> = kinds.collect::<Result<_, _>>()?;
            (
                files,
                Box::new(|bytes: &[u8]| {
                    let _ = template_file::read(bytes);
                    Ok(())
                }),
            )
        }
        "lines" => {
            let said = [
                "> talk to the manager by Friday",
                "!\"own words\" of hers",
                "- one\n- two\n\n1. **bold**",
                "{client.name|} {gap:x}",
            ];
            (
                lines(&said),
                Box::new(|bytes| {
                    read_words(&String::from_utf8_lossy(bytes));
                    Ok(())
                }),
            )
        }
        "words for a day" => {
            let said = [
                "by Friday",
                "in two weeks",
                "end of month",
                "+10d",
                "next week",
                "31.12.2026",
                "before the appraisal",
            ];
            (
                lines(&said),
                Box::new(|bytes| {
                    read_day(&String::from_utf8_lossy(bytes));
                    Ok(())
                }),
            )
        }
        "from the window" => {
            let sent = [
                r#"{"kind":"access_export","clientId":1,"reviews":[{"record":"note:1","decision":"as_it_is"}]}"#,
                r#"{"kind":"action_plan","sessionId":null,"engagementId":7,"lastSession":false}"#,
                r#"{"text":"words","model":"GROW","phase":"R","kind":"plain","topicId":null,"inClientWords":false,"visibility":"private"}"#,
            ];
            (
                lines(&sent),
                Box::new(|bytes| {
                    let _ = is_paper_request(bytes);
                    Ok(())
                }),
            )
        }
        TRUSTING => (vec![vec![2, 7, 7], vec![1, 7]], Box::new(trust)),
        _ => return Err(format!("no reader is called {reader}").into()),
    })
}

/// What is read of a line: its mark, its blocks, its gaps; and a code, which is typed as well.
fn read_words(words: &str) {
    let _ = (marks::read_line(words), marks::quoted_parts(words), text::parse(words), text::plain(words));
    let _ = (gaps::parse(words), RecoveryCode::parse(words).is_ok());
}

fn read_day(words: &str) {
    for day in ["2026-03-04", "2024-02-29", "9999-12-31"] {
        if let Ok(base) = day.parse() {
            let _ = date_words::read(words, base, chrono::Weekday::Mon);
        }
    }
}

/// The control: believes that as many bytes follow as the first one says.
fn trust(bytes: &[u8]) -> Answer<()> {
    let Some((length, rest)) = bytes.split_first() else { return Ok(()) };
    rest.get(..usize::from(*length)).map(drop).ok_or_else(|| "fewer bytes than were promised".into())
}

fn change(bytes: &mut Vec<u8>, chance: &mut Chance) -> Answer<()> {
    const TELLING: [u8; 8] = [0, 1, 0x7f, 0x80, 0xff, b'"', b'{', 0xe2];
    let at = usize::try_from(chance.between(0, bytes.len() as u64 + 1))?.min(bytes.len());
    let length = usize::try_from(chance.between(1, 17))?.min(bytes.len().saturating_sub(at));
    match chance.between(0, 6) {
        0 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << (length % 8)),
        1 => bytes
            .iter_mut()
            .skip(at)
            .take(length)
            .for_each(|byte| *byte = TELLING.get(length % 8).copied().unwrap_or(0)),
        2 => drop(bytes.drain(at..at + length)),
        3 => bytes.truncate(at),
        4 => {
            let piece = bytes.get(at..at + length).unwrap_or_default().to_vec();
            let to = usize::try_from(chance.between(0, bytes.len() as u64 + 1))?.min(bytes.len());
            drop(bytes.splice(to..to, piece.repeat(1 + length % 3)));
        }
        _ => bytes.insert(at, u8::try_from(chance.between(0, 256))?),
    }
    Ok(())
}

/// The most memory this process had, in KiB; nothing where the system does not say.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or(0)
}
