//! Templates as files: there and back, and what is not taken.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use coachbook_core::template::{Template, TemplateKind, TemplatePart, Unfit, starting};
use coachbook_exchange::template_file::{LARGEST, TemplateFileError as Refused, read, write};

fn of_kind(kind: TemplateKind) -> Template {
    Template { kind, name: "Für Ana, שלום".into(), language: "pt-BR".into(), parts: starting(kind) }
}

const PLAIN: &str = r#"{
  "coachbook_template": 1,
  "kind": "opening_script",
  "name": "Mine",
  "language": "en",
  "parts": [
    {
      "key": "words",
      "words": "Good day, {client.name}.\nShall we?"
    }
  ]
}
"#;

#[test]
fn there_and_back_and_there_are_the_same_bytes() {
    for kind in TemplateKind::ALL {
        let template = of_kind(*kind);
        let file = write(&template).unwrap();
        assert_eq!(read(&file).unwrap(), template, "{}", kind.key());
        assert_eq!(write(&read(&file).unwrap()).unwrap(), file, "{}", kind.key());
    }
    assert_eq!(String::from_utf8(write(&read(PLAIN.as_bytes()).unwrap()).unwrap()).unwrap(), PLAIN, "the format stays");
    let marked = [b"\xEF\xBB\xBF".as_slice(), PLAIN.as_bytes()].concat();
    assert_eq!(read(&marked), read(PLAIN.as_bytes()), "an editor's mark before the first letter");
}

#[test]
fn a_clause_that_is_left_out_stays_left_out() {
    let mut template = of_kind(TemplateKind::Agreement);
    template.parts[3].included = false;
    assert_eq!(read(&write(&template).unwrap()).unwrap(), template);
}

#[test]
fn what_is_no_template_is_refused_and_said_clearly() {
    let but = |from: &str, to: &str| {
        assert!(PLAIN.contains(from), "{from} stands in the file");
        read(PLAIN.replace(from, to).as_bytes())
    };
    let unfit = |why| Err(Refused::Unfit(why));
    let not = |line| Err(Refused::NotATemplate { line });
    assert!(but("Mine", "Yours").is_ok(), "the control: an ordinary change is taken");
    assert_eq!(but("\"coachbook_template\": 1", "\"coachbook_template\": 2"), Err(Refused::Newer(2)));
    assert_eq!(
        but("\"parts\": [", "\"sealed\": true, \"coachbook_template\": 7, \"parts\": ["),
        not(6),
        "twice the mark"
    );
    assert_eq!(
        but("1,", "7, \"of_tomorrow\": {},"),
        Err(Refused::Newer(7)),
        "the version is said before anything else"
    );
    assert_eq!(but("\"coachbook_template\": 1,", ""), not(12));
    assert_eq!(but("1,", "-1,"), not(2));
    assert_eq!(but("\"kind\"", "\"kinds\""), not(3), "a word it does not know");
    assert_eq!(but("opening_script", "incantation"), Err(Refused::UnknownKind));
    assert_eq!(but("opening_script", "email"), unfit(Unfit::Parts), "the parts of another kind");
    assert_eq!(but("\"key\": \"words\"", "\"key\": \"words\", \"included\": false"), unfit(Unfit::Parts));
    assert_eq!(but("Mine", ""), unfit(Unfit::Name));
    assert_eq!(but("\"en\"", "\"../../etc\""), unfit(Unfit::Language));
    assert_eq!(but("Shall", "\\u0000Shall"), unfit(Unfit::Hidden));
    assert_eq!(but("Shall", "\\u202eShall"), unfit(Unfit::Hidden), "a sign that turns letters over");
    assert_eq!(but("Shall", "\\r\\nShall"), unfit(Unfit::Hidden));
    assert_eq!(but("Mine", "\\u001b[31mMine"), unfit(Unfit::Name));
    assert_eq!(but("Shall", "\\ud800"), not(9), "half a letter");
    assert_eq!(but("    }\n  ]", "    },\n    { \"key\": \"words\", \"words\": \"b\" }\n  ]"), unfit(Unfit::Twice));
    assert_eq!(read(b""), not(1));
    assert_eq!(read(b"%PDF-1.7"), not(1));
    assert_eq!(read(&[0xff, 0xfe, 0x7b, 0x00]), not(1), "another encoding");
    assert_eq!(read(PLAIN.trim_end().strip_suffix('}').unwrap().as_bytes()), not(12), "cut off");
}

#[test]
fn size_and_depth_are_bounded() {
    let long = format!("{PLAIN}{}", " ".repeat(LARGEST));
    assert_eq!(read(long.as_bytes()), Err(Refused::TooLarge));
    let deep = PLAIN.replace("\"words\": \"Good", &format!("\"words\": {}\"Good", "[".repeat(200_000)));
    assert!(matches!(read(deep.as_bytes()), Err(Refused::NotATemplate { .. })));
    let part = "{\"key\": \"own:1\", \"words\": \"\"},";
    let many =
        PLAIN.replace("opening_script", "agreement").replace("    {\n", &format!("{}    {{\n", part.repeat(20_000)));
    assert_eq!(read(many.as_bytes()), Err(Refused::Unfit(Unfit::Twice)));
    let mut hundred_and_one = of_kind(TemplateKind::Agreement);
    hundred_and_one.parts = (0..101)
        .map(|nth| TemplatePart { key: format!("own:{nth}"), heading: "H".into(), body: String::new(), included: true })
        .collect();
    assert_eq!(read(&write(&hundred_and_one).unwrap()), Err(Refused::Unfit(Unfit::Parts)));
    // As long as a template may be, with signs that take two in the file: it still comes back.
    let mut longest = of_kind(TemplateKind::OpeningScript);
    longest.parts[0].body = "\"".repeat(coachbook_core::template::LONGEST);
    assert_eq!(read(&write(&longest).unwrap()), Ok(longest));
    let words = PLAIN.replace("Shall", &"x".repeat(450_000));
    assert_eq!(read(words.as_bytes()), Err(Refused::Unfit(Unfit::TooLong)));
}
