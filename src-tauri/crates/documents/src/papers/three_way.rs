//! P2: the agreement of three: coach, client and sponsor. The individual agreement with the sponsor's clauses in it.

use super::agreement::{AgreementPaper, Signatory, agreement_with};
use crate::Doc;
use crate::blocks::words_or_gap;
use crate::paper::PaperSetup;

/// The agreement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ThreeWayAgreement {
    /// All clauses, the sponsor's among them, and who of the other two signs.
    pub agreement: AgreementPaper,
    /// The sponsor's name; a line to write on when not known.
    pub sponsor: Option<String>,
    /// Who signs for the sponsor.
    pub represented_by: Option<String>,
}

/// The paper as blocks.
pub fn three_way_agreement(paper: &ThreeWayAgreement, setup: &PaperSetup) -> Doc {
    let labels = setup.labels();
    let mut whole = paper.agreement.clone();
    whole.signatures.push(Signatory {
        role: labels.sponsor.to_owned(),
        name: paper.represented_by.clone().or_else(|| paper.sponsor.clone()),
    });
    let mut parties = vec![(labels.sponsor.to_owned(), words_or_gap(paper.sponsor.as_deref(), labels.name_hint))];
    let signs = paper.represented_by.as_deref();
    parties.extend(signs.map(|name| (labels.signs_for_it.to_owned(), words_or_gap(Some(name), ""))));
    agreement_with(&whole, parties, setup)
}
