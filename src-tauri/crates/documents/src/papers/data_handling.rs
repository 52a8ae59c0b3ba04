//! How a client's data are handled, on one page: made from how the program is set, for whoever asks before she speaks.

use coachbook_core::processing::RetentionRule;
use coachbook_core::protection::{CopiesKept, Protection};

use super::privacy::retention;
use super::{begun, finished, section};
use crate::Doc;
use crate::blocks::{Block, ParaStyle, rich, words};
use crate::labels::Labels;
use crate::paper::PaperSetup;

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
    let labels = setup.labels();
    let as_of = labels.fill(labels.handling_as_of, &[("date", &setup.date(setup.generated_on))]);
    let mut blocks = begun(labels.handling_title, Some(as_of), setup);
    blocks.push(Block::Para(ParaStyle::Lead, words(labels.handling_lead)));
    let protection = handling.protection;
    let mut rows = vec![
        (labels.handling_where, labels.handling_where_text.to_owned()),
        (labels.handling_encrypted, encrypted(&protection, labels)),
        (labels.handling_locked, locked(&protection, labels)),
        (labels.handling_copies, copies(protection.copies, labels).to_owned()),
    ];
    if protection.sheet_confirmed {
        rows.push((labels.handling_lost, labels.handling_lost_text.to_owned()));
    }
    rows.push((labels.handling_outside, labels.handling_outside_text.to_owned()));
    blocks.push(Block::KeyValue(rows.into_iter().map(|(name, text)| (name.to_owned(), words(text))).collect()));
    blocks.extend(section(labels.kept_how_long, retention(&handling.rules, labels)));
    let limits = [labels.handling_limit_program, labels.handling_limit_disk];
    let mut last = section(labels.handling_limits, rich(&limits.map(|limit| format!("- {limit}")).join("\n")));
    last.push(Block::Para(ParaStyle::Note, words(labels.handling_rights)));
    // In a longer language a second page holds all of it, and not its last sentence.
    blocks.push(Block::Keep(last));
    finished(labels.handling_title, None, blocks, setup)
}

fn encrypted(protection: &Protection, labels: &Labels) -> String {
    let sentence = labels.handling_encrypted_text.to_owned();
    if protection.keychain { sentence + " " + labels.handling_keychain_text } else { sentence }
}

fn locked(protection: &Protection, labels: &Labels) -> String {
    let time = labels.counted(labels.minutes, protection.idle_lock_minutes as usize);
    let sentence = match protection.hears_the_system {
        true => labels.handling_locked_text,
        false => labels.handling_locked_slept,
    };
    labels.fill(sentence, &[("time", &time)])
}

const fn copies(kept: CopiesKept, labels: &Labels) -> &'static str {
    match kept {
        CopiesKept::None => labels.handling_copies_none,
        CopiesKept::Synced => labels.handling_copies_synced,
        CopiesKept::SameDisk => labels.handling_copies_same_disk,
        CopiesKept::OtherDisk => labels.handling_copies_other_disk,
    }
}
