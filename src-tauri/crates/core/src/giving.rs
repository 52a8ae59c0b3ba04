//! Papers that were given out: kept byte for byte, with whom they went to and how, and who signed them on screen.

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    ClientId, EngagementId, PaperId, SessionId, VersionId,
    agreement::{Clause, VersionStatus},
    clauses,
    keyed::keyed_enum,
};

mod strokes;

pub use strokes::{STROKES_HIGH, STROKES_WIDE, Strokes};

/// Kind of the paper that is an issued version of an agreement.
pub const AGREEMENT: &str = "agreement";
/// Kind of the paper that is an issued version of an agreement the sponsor signs too.
pub const AGREEMENT_OF_THREE: &str = "three_way_agreement";
/// Kind of the paper that asks for consent to record and to share.
pub const CONSENT: &str = "recording_consent";

keyed_enum! {
    /// How a paper was given.
    GivingWay {
        /// Printed by the coach.
        Printed = "printed",
        /// Saved as a file.
        Saved = "saved",
        /// As a draft of an e-mail with the paper attached.
        EmailDraft = "email_draft",
        /// Its text was copied, to be pasted.
        TextCopied = "text_copied",
        /// Handed over.
        ByHand = "by_hand",
        /// Shown on the screen.
        Shown = "shown",
    }
}

keyed_enum! {
    /// As what somebody signs.
    SignerRole {
        /// The coach.
        Coach = "coach",
        /// The client.
        Client = "client",
        /// Who pays.
        Sponsor = "sponsor",
    }
}

keyed_enum! {
    /// How a signature was made on the screen.
    SignMethod {
        /// Drawn.
        Drawn = "drawn",
        /// The name was typed.
        Typed = "typed",
    }
}

/// What a paper is about: a client, and the session, engagement or version it speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Whose paper it is.
    pub client: ClientId,
    /// Kind of paper, as `session_summary`.
    pub kind: String,
    /// The session.
    pub session: Option<SessionId>,
    /// The engagement, where it is about no single session.
    pub engagement: Option<EngagementId>,
    /// The version of an agreement.
    pub version: Option<VersionId>,
}

/// A paper about to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperDraft {
    /// What it is about.
    pub subject: Subject,
    /// What its words are known by: printed in its foot.
    pub document_id: String,
    /// How its words were set: sheet, margins, size of print.
    pub look: String,
    /// Language it is written in.
    pub language: String,
    /// Characters no face could print: an empty box stands in their place.
    pub missing: String,
    /// Whether names of third persons were masked.
    pub masked: bool,
    /// The earlier paper whose place it takes.
    pub replaces: Option<PaperId>,
    /// Local day it was made.
    pub made_on: NaiveDate,
}

/// A paper as it is kept; its bytes are read by themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPaper {
    /// Row number.
    pub id: PaperId,
    /// What it is about.
    pub subject: Subject,
    /// What its words are known by; none for an agreement, which is known by its version.
    pub document_id: Option<String>,
    /// How its words were set.
    pub look: Option<String>,
    /// Language it is written in; none for an agreement.
    pub language: Option<String>,
    /// Characters no face could print.
    pub missing: String,
    /// Whether names of third persons were masked.
    pub masked: bool,
    /// The earlier paper whose place it takes.
    pub replaces: Option<PaperId>,
    /// Local day it was made; none for an agreement, which knows when it was made ready.
    pub made_on: Option<NaiveDate>,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// Moment it was kept.
    pub kept_at: DateTime<Utc>,
}

/// One time a paper was given. The password it was locked with is nobody's record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivingDraft {
    /// To whom, in words.
    pub recipient: String,
    /// How.
    pub way: GivingWay,
    /// Whether the file was locked with a password.
    pub locked: bool,
}

/// A giving in the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Giving {
    /// What was given.
    pub paper: PaperId,
    /// Moment.
    pub at: DateTime<Utc>,
    /// To whom and how.
    pub draft: GivingDraft,
}

/// A signature about to be made on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureDraft {
    /// As what the person signs.
    pub role: SignerRole,
    /// The name in print.
    pub name: String,
    /// The drawing; none when the name was typed.
    pub strokes: Option<Strokes>,
    /// Place, as said.
    pub place: Option<String>,
    /// Local day.
    pub signed_on: NaiveDate,
    /// Zone of that day, as `Europe/Berlin`.
    pub zone: String,
    /// The sentence that stood beside the signature.
    pub intent: String,
}

impl SignatureDraft {
    /// Returns how it was made.
    pub const fn method(&self) -> SignMethod {
        if self.strokes.is_some() { SignMethod::Drawn } else { SignMethod::Typed }
    }
}

/// A signature made on the screen, bound to the very bytes that were shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// What was signed.
    pub paper: PaperId,
    /// Moment.
    pub at: DateTime<Utc>,
    /// SHA-256 of the bytes that were signed, in hex.
    pub sha256: String,
    /// Who, how, where and with which words.
    pub draft: SignatureDraft,
}

/// A paper that waits for a signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outstanding {
    /// The paper.
    pub paper: PaperId,
    /// Its kind.
    pub kind: String,
    /// Number of the version, of an agreement.
    pub version_no: Option<u32>,
    /// The session it is about.
    pub session: Option<SessionId>,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// Returns the kind of paper an agreement with these clauses is.
pub fn agreement_kind(clauses: &[Clause]) -> &'static str {
    if clauses::is_of_three(clauses) { AGREEMENT_OF_THREE } else { AGREEMENT }
}

/// Whose signatures a paper needs; none for a paper that is not signed.
pub fn required_signers(kind: &str) -> &'static [SignerRole] {
    match kind {
        AGREEMENT => &[SignerRole::Coach, SignerRole::Client],
        AGREEMENT_OF_THREE => &[SignerRole::Coach, SignerRole::Client, SignerRole::Sponsor],
        CONSENT => &[SignerRole::Client],
        _ => &[],
    }
}

/// Returns who still has to sign.
pub fn missing_signers(kind: &str, signed: &[SignerRole]) -> Vec<SignerRole> {
    required_signers(kind).iter().copied().filter(|role| !signed.contains(role)).collect()
}

/// Whether everybody who has to has signed.
pub fn all_signed(kind: &str, signed: &[SignerRole]) -> bool {
    !required_signers(kind).is_empty() && missing_signers(kind, signed).is_empty()
}

/// Whether a paper may be signed on screen: an agreement that was made ready, and one that both have signed so, for a
/// sponsor who comes later; a consent at any time. `status` is that of an agreement's version.
pub fn waits_for_signatures(kind: &str, status: Option<VersionStatus>, signed: &[SignerRole]) -> bool {
    let ready = match status {
        None | Some(VersionStatus::Issued) => true,
        Some(VersionStatus::Signed) => !signed.is_empty(),
        Some(VersionStatus::Draft | VersionStatus::Superseded) => false,
    };
    ready && !required_signers(kind).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_signed_on_paper_is_not_signed_on_screen_too() {
        use VersionStatus::{Draft, Issued, Signed, Superseded};
        let waits = |status, signed: &[SignerRole]| waits_for_signatures(AGREEMENT, Some(status), signed);
        assert!(waits(Issued, &[]) && waits(Signed, &[SignerRole::Coach]));
        assert!(!waits(Draft, &[]) && !waits(Signed, &[]) && !waits(Superseded, &[SignerRole::Coach]));
        assert!(waits_for_signatures(CONSENT, None, &[]) && !waits_for_signatures("action_plan", None, &[]));
    }

    #[test]
    fn an_agreement_is_signed_by_both_and_a_consent_by_the_client() {
        use SignerRole::{Client, Coach, Sponsor};
        assert!(!all_signed(AGREEMENT, &[Coach]));
        assert!(!all_signed(AGREEMENT, &[Client, Sponsor]));
        assert!(all_signed(AGREEMENT, &[Client, Coach]));
        assert!(all_signed(CONSENT, &[Client]));
        assert!(!all_signed(CONSENT, &[Coach]));
        assert!(!all_signed("session_summary", &[Client, Coach]), "a summary is not signed");
    }

    #[test]
    fn an_agreement_with_the_sponsor_s_clauses_is_signed_by_three() {
        use SignerRole::{Client, Coach, Sponsor};
        let of_two = clauses::initial_clauses(clauses::Jurisdiction::Elsewhere);
        let of_three = clauses::with_sponsor(of_two.clone(), true);
        assert_eq!((agreement_kind(&of_two), agreement_kind(&of_three)), (AGREEMENT, AGREEMENT_OF_THREE));
        assert_eq!(missing_signers(AGREEMENT_OF_THREE, &[Client]), [Coach, Sponsor]);
        assert!(!all_signed(AGREEMENT_OF_THREE, &[Client, Coach]) && all_signed(AGREEMENT, &[Client, Coach]));
        assert!(all_signed(AGREEMENT_OF_THREE, &[Sponsor, Client, Coach]));
        let last = of_three.iter().position(|clause| clause.key == clauses::SIGNATURES);
        assert_eq!(last, Some(of_three.len() - 1), "they stand before the signatures");
        let without = clauses::with_sponsor(of_three.clone(), false);
        assert_eq!(agreement_kind(&without), AGREEMENT);
        assert_eq!(clauses::with_sponsor(without, true), of_three, "their words are kept while they are left out");
    }
}
