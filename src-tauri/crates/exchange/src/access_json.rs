//! What a client who asks is given, as a file that machines can read.

use coachbook_core::access::AccessContent;
use serde::Serialize;

/// Why the file could not be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the file could not be put together")]
pub struct JsonFault;

#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    client: &'a str,
    as_of: String,
    left_out_for_others: usize,
    records: Vec<Record<'a>>,
    files: Vec<Kept<'a>>,
}

#[derive(Serialize)]
struct Record<'a> {
    class: &'static str,
    on: Option<String>,
    title: &'a str,
    text: &'a str,
    kept_by_the_coach_for_herself: bool,
    name_replaced: bool,
}

#[derive(Serialize)]
struct Kept<'a> {
    name: &'a str,
    kind: &'a str,
    bytes: u64,
    added_on: Option<String>,
}

/// Returns the same records as the paper, as JSON in UTF-8.
///
/// # Errors
/// [`JsonFault`] when memory runs out.
pub fn write(given: &AccessContent) -> Result<Vec<u8>, JsonFault> {
    let file = File {
        format: "coachbook-access-1",
        client: &given.client,
        as_of: given.as_of.to_string(),
        left_out_for_others: given.left_out,
        records: given
            .records
            .iter()
            .map(|row| Record {
                class: row.class.key(),
                on: row.on.map(|day| day.to_string()),
                title: &row.title,
                text: &row.text,
                kept_by_the_coach_for_herself: row.private,
                name_replaced: row.renamed,
            })
            .collect(),
        files: given
            .files
            .iter()
            .map(|file| Kept {
                name: &file.name,
                kind: &file.kind,
                bytes: file.bytes,
                added_on: file.added_on.map(|day| day.to_string()),
            })
            .collect(),
    };
    serde_json::to_vec_pretty(&file).map_err(|_| JsonFault)
}
