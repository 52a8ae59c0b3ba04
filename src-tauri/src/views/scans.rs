//! Scans: with whom they are kept, and their pages.

use coachbook_core::{
    AttachmentId, ClientId,
    attachment::{Attachment, KeptWith, MediaType},
};
use coachbook_documents::{count_pages, draw_foreign_page};
use coachbook_vault::Vault;

use crate::wire::{CommandError, day, scans::Scan};

/// Returns the scans kept with a session or a version.
pub(crate) fn scans(vault: &mut Vault, kept_with: KeptWith) -> Result<Vec<Scan>, CommandError> {
    let rows = vault.attachments().list(kept_with)?;
    rows.into_iter().map(|row| scan(vault, row)).collect()
}

/// Returns the scans of a client, newest first.
pub(crate) fn scans_of_client(vault: &mut Vault, client: ClientId) -> Result<Vec<Scan>, CommandError> {
    let rows = vault.attachments().of_client(client)?;
    rows.into_iter().map(|row| scan(vault, row)).collect()
}

/// Returns a scan with the words for what it is kept with.
pub(crate) fn scan(vault: &mut Vault, row: Attachment) -> Result<Scan, CommandError> {
    let kept_with = row.kept_with;
    let scan = Scan::from(row);
    Ok(match kept_with {
        KeptWith::Session(id) => {
            let session = vault.sessions().frame(id)?.session;
            Scan { session_number: session.number, held_on: session.base_date().map(day), ..scan }
        }
        KeptWith::Version(id) => Scan { version_no: Some(vault.agreements().get(id)?.version_no), ..scan },
    })
}

/// Returns what is known of a scan, and its bytes: all of them were found whole. They are wiped when dropped.
pub(crate) fn scan_bytes(
    vault: &mut Vault,
    id: AttachmentId,
) -> Result<(Attachment, impl AsRef<[u8]> + Send + use<>), CommandError> {
    Ok((vault.attachments().get(id)?, vault.attachments().read(id)?))
}

/// Returns how many pages a file has; none when they cannot be drawn.
pub(crate) fn pages(kind: MediaType, file: &[u8]) -> Option<usize> {
    match kind {
        MediaType::Pdf => count_pages(file).ok(),
        MediaType::Png | MediaType::Jpeg => Some(1),
    }
}

/// Returns one page of a file as a picture: a drawing of a PDF's page, or the picture itself. The first byte is 1 when
/// all of the page is in it.
pub(crate) fn page_picture(kind: MediaType, file: &[u8], page: usize) -> Result<Vec<u8>, CommandError> {
    let with_mark = |whole: bool, picture: &[u8]| [&[u8::from(whole)], picture].concat();
    match kind {
        MediaType::Pdf => {
            let drawn = draw_foreign_page(file, page.saturating_add(1)).map_err(|_| undrawable())?;
            Ok(with_mark(drawn.whole, drawn.svg.as_bytes()))
        }
        MediaType::Png | MediaType::Jpeg => Ok(with_mark(true, file)),
    }
}

fn undrawable() -> CommandError {
    CommandError::new(
        "undrawable",
        "This page cannot be drawn here.",
        "The file is kept whole. Save it, and open it with the program you read PDFs with.",
    )
}
