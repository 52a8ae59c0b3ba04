//! The page behind a paper signed on screen, gathered from the book.

use chrono_tz::Tz;
use coachbook_core::{
    PaperId,
    giving::{AGREEMENT_OF_THREE, CONSENT, KeptPaper, Signature, SignerRole},
};
use coachbook_documents::{
    Labels, count_pages,
    papers::{EvidencePage, ScreenSignature},
};
use coachbook_vault::Vault;

use crate::wire::CommandError;

/// Returns what was signed, and by whom; `bytes` are those of the paper.
pub(super) fn evidence(
    vault: &mut Vault,
    id: PaperId,
    bytes: &[u8],
    labels: &Labels,
) -> Result<EvidencePage, CommandError> {
    let paper = vault.papers().get(id)?;
    let signatures = vault.papers().signatures(id)?;
    if signatures.is_empty() {
        return Err(CommandError::malformed());
    }
    Ok(EvidencePage {
        paper: title(vault, &paper, labels)?,
        pages: count_pages(bytes).unwrap_or_default(),
        bytes: bytes.len(),
        sha256: paper.sha256,
        signatures: signatures.into_iter().map(|signature| signed(signature, labels)).collect(),
    })
}

/// The paper in words, as *Coaching agreement, version 2*.
fn title(vault: &mut Vault, paper: &KeptPaper, labels: &Labels) -> Result<String, CommandError> {
    Ok(match paper.subject.version {
        Some(version) => {
            let what = match paper.subject.kind.as_str() {
                AGREEMENT_OF_THREE => labels.coaching_agreement_of_three,
                _ => labels.coaching_agreement,
            };
            let number = vault.agreements().get(version)?.version_no.to_string();
            labels.fill(labels.paper_version, &[("title", what), ("version", &number)])
        }
        None if paper.subject.kind == CONSENT => labels.consent_title.to_owned(),
        None => labels.screen_paper.to_owned(),
    })
}

fn signed(signature: Signature, labels: &Labels) -> ScreenSignature {
    let draft = signature.draft;
    let zone: Tz = draft.zone.parse().unwrap_or(Tz::UTC);
    let role = match draft.role {
        SignerRole::Coach => labels.coach,
        SignerRole::Client => labels.client,
        SignerRole::Sponsor => labels.sponsor,
    };
    ScreenSignature {
        role: role.to_owned(),
        name: draft.name,
        strokes: draft.strokes,
        intent: draft.intent,
        place: draft.place,
        signed_on: draft.signed_on,
        at: signature.at.with_timezone(&zone).fixed_offset(),
        zone: zone.name().to_owned(),
    }
}
