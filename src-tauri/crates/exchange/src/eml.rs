//! A draft of an e-mail with a paper attached, as a file that a mail program opens for writing (RFC 5322, MIME). The
//! program that makes it sends nothing.

use chrono::{DateTime, Utc};
use mail_builder::{
    MessageBuilder,
    headers::{content_type::ContentType, raw::Raw},
    mime::{BodyPart, MimePart},
};

/// A draft. The attachment's name carries day and kind, never a person's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft<'a> {
    /// Name and address of who writes; none leaves it to the mail program.
    pub from: Option<(&'a str, &'a str)>,
    /// Name and address of who it goes to; none leaves it to the coach.
    pub to: Option<(&'a str, &'a str)>,
    /// Subject.
    pub subject: &'a str,
    /// The words.
    pub text: &'a str,
    /// Name of the attached file.
    pub file_name: &'a str,
    /// The PDF.
    pub pdf: &'a [u8],
    /// When it was made.
    pub at: DateTime<Utc>,
    /// An id nobody has, for the message and the border between its parts.
    pub uid: &'a str,
}

/// Writes the draft. The same draft gives the same bytes.
#[must_use]
pub fn write(draft: &Draft<'_>) -> Vec<u8> {
    let mut message = MessageBuilder::new()
        // Mail programs that know it open the file for writing instead of reading.
        .header("X-Unsent", Raw::new("1"))
        .date(draft.at.timestamp())
        .message_id(format!("{}@coachbook.invalid", draft.uid))
        .subject(in_one_line(draft.subject));
    if let Some((name, address)) = draft.from.filter(|(_, address)| is_address(address)) {
        message = message.from((in_one_line(name), address.to_owned()));
    }
    if let Some((name, address)) = draft.to.filter(|(_, address)| is_address(address)) {
        message = message.to((in_one_line(name), address.to_owned()));
    }
    let text = MimePart::new("text/plain", BodyPart::Text(draft.text.into()));
    let pdf = MimePart::new("application/pdf", BodyPart::Binary(draft.pdf.into())).attachment(draft.file_name);
    let kind = ContentType::new("multipart/mixed").attribute("boundary", format!("coachbook-{}", draft.uid));
    let mut bytes = Vec::new();
    message.body(MimePart::new(kind, BodyPart::Multipart(vec![text, pdf]))).serialize(&mut bytes);
    bytes
}

/// A header is one line: whatever would begin another becomes a space.
fn in_one_line(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect::<String>().trim().to_owned()
}

/// Whether this can stand as an address in a header; what she typed in the field may be anything.
fn is_address(text: &str) -> bool {
    let plain =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_graphic() && !"()<>[]:;,\\\"@".contains(c));
    text.split_once('@').is_some_and(|(local, domain)| plain(local) && plain(domain))
}
