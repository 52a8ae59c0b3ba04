//! Drafts of e-mails, read back by another program's parser.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use chrono::DateTime;
use coachbook_exchange::eml::{Draft, write};
use mail_parser::{Address, Message, MessageParser, MimeHeaders};

const PDF: &[u8] = b"%PDF-1.7\r\n\x00\xff--coachbook-u1\r\n.\r\nFrom here\n";
const TEXT: &str = "Dear Żaneta,\n\nthe summary of our session is attached.\n.\nFrom here on – ready.\n";

fn draft() -> Draft<'static> {
    Draft {
        from: Some(("Zofia Łuczak", "zofia@stillwater.example")),
        to: Some(("ليلى «L» \"Q\"", "leyla@example.org")),
        subject: "Zusammenfassung unserer Sitzung vom 4. März 2026, wie besprochen: мир 和平",
        text: TEXT,
        file_name: "2026-03-04_session-summary.pdf",
        pdf: PDF,
        at: DateTime::from_timestamp(1_772_600_000, 0).unwrap(),
        uid: "u1",
    }
}

fn first(address: Option<&Address<'_>>) -> Option<(String, String)> {
    let one = address?.first()?;
    Some((one.name()?.to_owned(), one.address()?.to_owned()))
}

fn read(bytes: &[u8]) -> Message<'_> {
    MessageParser::new().parse(bytes).unwrap()
}

#[test]
fn everything_is_read_back_as_it_was_written() {
    let bytes = write(&draft());
    let message = read(&bytes);
    assert_eq!(message.header_raw("X-Unsent").map(str::trim), Some("1"));
    assert_eq!(message.subject(), Some(draft().subject));
    assert_eq!(first(message.from()), Some(("Zofia Łuczak".to_owned(), "zofia@stillwater.example".to_owned())));
    assert_eq!(first(message.to()), Some(("ليلى «L» \"Q\"".to_owned(), "leyla@example.org".to_owned())));
    assert_eq!(message.date().unwrap().to_timestamp(), 1_772_600_000);
    assert_eq!(message.body_text(0).unwrap().replace("\r\n", "\n"), TEXT);
    let attached = message.attachment(0).unwrap();
    assert_eq!(attached.attachment_name(), Some("2026-03-04_session-summary.pdf"));
    assert_eq!(attached.content_type().unwrap().c_subtype.as_deref(), Some("pdf"));
    assert_eq!(attached.contents(), PDF);
    assert_eq!((message.attachment_count(), message.text_body_count()), (1, 1));
    assert_eq!(write(&draft()), bytes, "the same draft gives the same bytes");
}

#[test]
fn lines_are_short_and_plain() {
    let bytes = write(&Draft { text: &"ä".repeat(5000), ..draft() });
    let message = String::from_utf8(bytes).expect("plain letters");
    assert!(message.is_ascii());
    assert!(message.split("\r\n").all(|line| line.len() <= 998 && !line.contains(['\r', '\n'])));
}

#[test]
fn no_field_begins_a_header_of_its_own() {
    let bytes = write(&Draft {
        from: Some(("Eve\r\nBcc: all@example.org", "eve@example.org")),
        to: Some(("Ann", "ann@example.org>\r\nBcc: all@example.org")),
        subject: "Hello\r\nBcc: all@example.org\r\n\r\nbody",
        ..draft()
    });
    let message = read(&bytes);
    assert!(message.bcc().is_none() && message.to().is_none(), "what is no address is left out");
    assert!(message.subject().unwrap().starts_with("Hello"));
    let control = b"Subject: Hello\r\nBcc: all@example.org\r\n\r\nbody";
    assert!(read(control).bcc().is_some(), "control");
}

#[test]
fn without_addresses_the_mail_program_asks() {
    let bytes = write(&Draft { from: None, to: None, ..draft() });
    let message = read(&bytes);
    assert!(message.to().is_none() && message.from().is_none());
    assert_eq!(message.attachment_count(), 1, "control");
}
