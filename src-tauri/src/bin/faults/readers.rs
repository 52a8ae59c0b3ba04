//! What reads bytes nobody vouches for: each with real examples to change, and words it knows.

use std::{fs, path::Path};

use coachbook_core::{
    SessionId, date_words, gaps, marks,
    note::NoteDraft,
    template::{Template, TemplateKind, starting},
    text,
};
use coachbook_exchange::template_file;
use coachbook_lib::wire::hostile::{examples, read_as_each};
use coachbook_vault::{
    Argon2Cost, BookId, CopyStamp, GivenFile, KeyHeader, KeychainKey, Passphrase, RandomUids, RecoveryCode, RootSecret,
    UidSource, Unlock, Vault, VaultError, inspect_safety_copy, write_safety_copy,
};

use crate::workshop::{Answer, make_book};

/// Everything in the program that reads such bytes.
pub(crate) const READERS: [&str; 8] = [
    "key file",
    "safety copy",
    "template file",
    "scan",
    "lines",
    "words for a day",
    "from the window",
    "words into the book",
];
/// The controls: one that believes a length, and one that takes what it is asked for.
pub(crate) const TRUSTING: &str = "trusting";
pub(crate) const GREEDY: &str = "greedy";
const CHECKSUM: usize = 32;

/// What a reader does with bytes.
type Take<'a> = Box<dyn FnMut(&[u8]) -> Answer<()> + 'a>;

/// A reader.
pub(crate) struct Reader<'a> {
    pub(crate) examples: Vec<Vec<u8>>,
    pub(crate) tokens: &'static [&'static [u8]],
    pub(crate) take: Take<'a>,
}

/// How many times fewer inputs a reader gets that writes to the disk for each.
pub(crate) fn dearer(name: &str) -> u64 {
    if matches!(name, "safety copy" | "words into the book") { 100 } else { 1 }
}

/// Lengths and counts no file has.
const NUMBERS: &[&[u8]] = &[&[0xff; 4], &[0; 4], &[0xff, 0xff, 0xff, 0x7f], &[0xff; 8], &[0, 0, 0, 0x80], b"COACHBK1"];
const JSON: &[&[u8]] = &[
    b"{\"",
    b"[[[[[[[[",
    b"null",
    b"1e999",
    b"-0",
    b"18446744073709551616",
    b"\\ud800",
    b"\\u0000",
    b"\":",
    b"true",
    b"\xef\xbb\xbf",
];
const WORDS: &[&[u8]] = &[
    b"\"",
    b"*",
    b" AND ",
    b" NOT ",
    b"NEAR(",
    b"^",
    b"text:",
    b"--",
    b"';",
    b"\0",
    b"**",
    b"{",
    b"|}",
    b"> ",
    b"\n- ",
    b"\n1. ",
    b"!\"",
    "\u{202e}".as_bytes(),
    "\u{2066}".as_bytes(),
    "\u{200d}".as_bytes(),
    "e\u{301}\u{301}".as_bytes(),
    "👩‍👧".as_bytes(),
    "ß".as_bytes(),
    "İ".as_bytes(),
    "\u{feff}".as_bytes(),
    "\u{2028}".as_bytes(),
];
const DAYS: &[&[u8]] = &[
    b"by ",
    b"in ",
    b"next ",
    b"this ",
    b"end of ",
    b"+",
    b"-",
    b"99999999999999999999",
    b"4294967296",
    b"0",
    b" weeks",
    b" months",
    b" years",
    b"Friday",
    b"February",
    b"29.2.",
    b"31.",
    b"9999-12-31",
    b"0000-00-00",
    b"/",
    "\u{0660}".as_bytes(),
];
const PICTURES: &[&[u8]] =
    &[b"%PDF-1.7", b"%%EOF", b"\x89PNG\r\n\x1a\n", b"IHDR", &[0xff, 0xd8, 0xff], b"IEND", b"RIFF", b"WEBP"];

/// Returns the reader with a name. `folder` is its own.
pub(crate) fn reader_of<'a>(name: &str, folder: &'a Path) -> Answer<Reader<'a>> {
    let lines = |lines: &[&str]| lines.iter().map(|line| line.as_bytes().to_vec()).collect::<Vec<_>>();
    let words = |said: &[&str], tokens, read: fn(&str)| {
        let take: Take<'a> = Box::new(move |bytes| {
            read(&String::from_utf8_lossy(bytes));
            Ok(())
        });
        Reader { examples: lines(said), tokens, take }
    };
    Ok(match name {
        "key file" => key_file()?,
        "safety copy" => safety_copy(folder)?,
        "template file" => template()?,
        "scan" => Reader { examples: scans(), tokens: PICTURES, take: Box::new(take_scan) },
        "lines" => words(&LINES, WORDS, read_words),
        "words for a day" => words(&DAY_WORDS, DAYS, read_day),
        "from the window" => Reader { examples: examples(), tokens: JSON, take: Box::new(take_arguments) },
        "words into the book" => {
            let mut page = Page::open(folder)?;
            let take: Take<'a> = Box::new(move |bytes| page.write(&String::from_utf8_lossy(bytes)));
            Reader { examples: lines(&LINES), tokens: WORDS, take }
        }
        TRUSTING => Reader { examples: vec![vec![2, 7, 7], vec![1, 7]], tokens: NUMBERS, take: Box::new(trust) },
        GREEDY => Reader { examples: vec![vec![1]], tokens: NUMBERS, take: Box::new(hoard()) },
        _ => return Err(format!("no reader is called {name}").into()),
    })
}

const LINES: [&str; 4] = [
    "> talk to the manager by Friday",
    "!\"own words\" of hers",
    "- one\n- two\n\n1. **bold**",
    "{client.name|} {gap:x}",
];
const DAY_WORDS: [&str; 7] =
    ["by Friday", "in two weeks", "end of month", "+10d", "next week", "31.12.2026", "before the appraisal"];

/// A key file gets its checksum anew, else nothing behind it would be read.
fn key_file<'a>() -> Answer<Reader<'a>> {
    let root = RootSecret::generate()?;
    let id = BookId::from_bytes([1; 16]);
    let alone = KeyHeader::seal(id, &root, &Passphrase::new("words"), Argon2Cost::FLOOR)?;
    let with_keychain = alone.with_keychain(&root, &KeychainKey::generate()?)?;
    let examples = [alone, with_keychain].map(|header| {
        let mut file = header.to_bytes();
        file.truncate(file.len().saturating_sub(CHECKSUM));
        file
    });
    let take = |bytes: &[u8]| {
        let whole = [bytes, blake3::hash(bytes).as_bytes().as_slice()].concat();
        let _ = KeyHeader::from_bytes(&whole);
        Ok(())
    };
    Ok(Reader { examples: examples.to_vec(), tokens: NUMBERS, take: Box::new(take) })
}

/// A safety copy is read from the disk, and all of it each time.
fn safety_copy<'a>(folder: &Path) -> Answer<Reader<'a>> {
    let (vault, _) = make_book(folder)?;
    let path = folder.join("copy.coachbook");
    write_safety_copy(vault.book(), &path, CopyStamp { sequence: 1, made_at: None })?;
    let code = vault.book().recovery_code();
    let examples = vec![fs::read(&path)?];
    let take = move |bytes: &[u8]| {
        fs::write(&path, bytes)?;
        let _ = inspect_safety_copy(&path, &Unlock::Code(&code));
        Ok(())
    };
    Ok(Reader { examples, tokens: NUMBERS, take: Box::new(take) })
}

fn template<'a>() -> Answer<Reader<'a>> {
    let kinds = TemplateKind::ALL.iter().map(|kind| {
        let (name, language) = ("Für Ana".to_owned(), "pt-BR".to_owned());
        template_file::write(&Template { kind: *kind, name, language, parts: starting(*kind) })
    });
    let take = |bytes: &[u8]| {
        let _ = template_file::read(bytes);
        Ok(())
    };
    Ok(Reader { examples: kinds.collect::<Result<_, _>>()?, tokens: JSON, take: Box::new(take) })
}

/// The beginning and the end of each kind of file that can be kept.
fn scans() -> Vec<Vec<u8>> {
    let png =
        [b"\x89PNG\r\n\x1a\n".as_slice(), &[0, 0, 0, 13], b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]].concat();
    let jpeg =
        [[0xff_u8, 0xd8, 0xff, 0xe0, 0, 16].as_slice(), b"JFIF\0", &[1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9]].concat();
    vec![b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".to_vec(), png, jpeg]
}

fn take_scan(bytes: &[u8]) -> Answer<()> {
    let _ = GivenFile::new(&String::from_utf8_lossy(bytes), bytes.to_vec().into());
    Ok(())
}

fn take_arguments(bytes: &[u8]) -> Answer<()> {
    let _ = read_as_each(bytes);
    Ok(())
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

/// A note that is written again and again, and its place in the index of a search.
struct Page {
    vault: Vault,
    session: SessionId,
}

impl Page {
    fn open(folder: &Path) -> Answer<Self> {
        let (vault, session) = make_book(folder)?;
        Ok(Self { vault, session })
    }

    /// The words are kept as they are, or refused in words; the book stays whole.
    fn write(&mut self, words: &str) -> Answer<()> {
        let draft = NoteDraft::plain(words, "R", None).settled();
        let kept = match self.vault.notes().keep(self.session, &RandomUids.next(), &draft, None, None) {
            Ok(kept) => kept.note,
            Err(VaultError::Storage(_) | VaultError::BookDamaged) => return Err("the book did not take words".into()),
            Err(_) => return Ok(()),
        };
        if kept.fields.text != draft.text {
            return Err("other words were kept".into());
        }
        Ok(())
    }
}

/// The control: believes that as many bytes follow as the first one says.
fn trust(bytes: &[u8]) -> Answer<()> {
    let Some((length, rest)) = bytes.split_first() else { return Ok(()) };
    rest.get(..usize::from(*length)).map(drop).ok_or_else(|| "fewer bytes than were promised".into())
}

/// The control: keeps a megabyte for whatever it reads.
fn hoard() -> impl FnMut(&[u8]) -> Answer<()> {
    let mut kept = Vec::new();
    move |bytes| {
        kept.push(vec![bytes.first().copied().unwrap_or(1) | 1; 1 << 20]);
        Ok(())
    }
}
