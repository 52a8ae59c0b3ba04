//! How a client's data are handled, on one page: made from how the program is set, for whoever asks before she speaks.

use coachbook_core::processing::RetentionRule;
use coachbook_core::protection::{CopiesKept, Protection};

use super::privacy::retention;
use super::{begun, finished, section};
use crate::Doc;
use crate::blocks::{Block, ParaStyle, rich, words};
use crate::paper::PaperSetup;

const TITLE: &str = "How your data are handled";
const LEAD: &str = "What you say in coaching is written down in one place. This page says where that is, how it is \
                    closed, and what that cannot do.";
const WHERE: &str = "One book on the coach\u{2019}s own computer. There is no account; the program opens no network connection, \
                     and no machine reads along.";
const ENCRYPTED: &str = "All of it (AES-256), and checked for changes. It opens with a phrase that is stored nowhere; each \
                         guess costs 64 MB of memory or more.";
const OUTSIDE: &str = "A paper that is printed, saved as a PDF or sent to you has left the book. A PDF can be closed with \
                       a password.";
const LIMITS: &str = "- A program that spies on the computer while the book is open, a camera, or somebody who sees the \
                      unlocked screen.\n\
                      - What the computer itself sets aside on its disk while it works, unless its own disk encryption \
                      is on.\n\
                      - A paper once it has been handed over.";

/// What the page is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataHandling {
    /// How the book is protected.
    pub protection: Protection,
    /// How long each class of records is kept.
    pub rules: Vec<RetentionRule>,
}

/// The paper as blocks.
pub fn data_handling(handling: &DataHandling, setup: &PaperSetup) -> Doc {
    let setup = &setup.in_english();
    let as_of = format!("As set on {}", setup.date(setup.generated_on));
    let mut blocks = begun(TITLE, Some(as_of), setup);
    blocks.push(Block::Para(ParaStyle::Lead, words(LEAD)));
    let protection = handling.protection;
    let mut rows = vec![
        ("Where it lies", WHERE.to_owned()),
        ("Encrypted", ENCRYPTED.to_owned()),
        ("Locked", locked(&protection)),
        ("Safety copies", copies(protection.copies).to_owned()),
    ];
    if protection.sheet_confirmed {
        rows.push(("If the phrase is lost", "A recovery sheet on paper opens the book. It was checked.".to_owned()));
    }
    rows.push(("Outside the book", OUTSIDE.to_owned()));
    blocks.push(Block::KeyValue(rows.into_iter().map(|(name, text)| (name.to_owned(), words(text))).collect()));
    blocks.extend(section("How long it is kept", retention(&handling.rules, setup.labels())));
    blocks.extend(section("What this cannot keep out", rich(LIMITS)));
    blocks.push(Block::Para(
        ParaStyle::Note,
        words(
            "You may ask what is kept about you, have it corrected, and have it erased. The privacy notice says how.",
        ),
    ));
    finished(TITLE, None, blocks, setup)
}

fn locked(protection: &Protection) -> String {
    let minutes = protection.idle_lock_minutes;
    let after = if minutes == 1 { "1 minute".to_owned() } else { format!("{minutes} minutes") };
    let when = match protection.hears_the_system {
        true => ", on sleep or a locked screen",
        false => ", and after a sleep",
    };
    format!("After {after} without a key{when}. While you speak, a session stays open.")
}

const fn copies(kept: CopiesKept) -> &'static str {
    match kept {
        CopiesKept::None => "None at present: there is only the book itself.",
        CopiesKept::Synced => {
            "Encrypted as the book is; in a folder that goes to a cloud drive or the like, where nobody has a key."
        }
        CopiesKept::SameDisk => "Encrypted as the book is, and on the same disk.",
        CopiesKept::OtherDisk => "Encrypted as the book is; at least one on another disk.",
    }
}
