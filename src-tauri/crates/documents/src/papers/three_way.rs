//! P2: the agreement of three: coach, client and sponsor. The individual agreement with what the sponsor adds.

use super::agreement::{AgreementPaper, Clause, ClausePart, Columns, Signatory, agreement_with};
use crate::Doc;
use crate::blocks::words_or_gap;
use crate::labels::Labels;
use crate::paper::PaperSetup;

/// The agreement. Its clauses are those of the individual agreement; the sponsor's follow them under the numbers that
/// come next.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ThreeWayAgreement {
    /// What coach and client agree on, and who of the two signs.
    pub agreement: AgreementPaper,
    /// The sponsor's name; a line to write on when not known.
    pub sponsor: Option<String>,
    /// Who signs for the sponsor.
    pub represented_by: Option<String>,
    /// Who is what to whom.
    pub roles: Vec<ClausePart>,
    /// The goals all three share.
    pub goals_shared: Vec<ClausePart>,
    /// What the sponsor receives.
    pub receives: Vec<String>,
    /// What the sponsor does not receive.
    pub receives_not: Vec<String>,
    /// Who pays, who schedules.
    pub pays_and_schedules: Vec<ClausePart>,
    /// What holds if the employment or the sponsorship ends.
    pub if_it_ends: Vec<ClausePart>,
}

/// The paper as blocks.
pub fn three_way_agreement(paper: &ThreeWayAgreement, setup: &PaperSetup) -> Doc {
    let labels = setup.labels();
    let mut whole = paper.agreement.clone();
    whole.clauses.extend(sponsor_clauses(paper, labels));
    whole.signatures.push(Signatory {
        role: labels.sponsor.to_owned(),
        name: paper.represented_by.clone().or_else(|| paper.sponsor.clone()),
    });
    let mut parties = vec![(labels.sponsor.to_owned(), words_or_gap(paper.sponsor.as_deref(), labels.name_hint))];
    let signs = paper.represented_by.as_deref();
    parties.extend(signs.map(|name| (labels.signs_for_it.to_owned(), words_or_gap(Some(name), ""))));
    agreement_with(&whole, parties, setup)
}

fn sponsor_clauses(paper: &ThreeWayAgreement, labels: &Labels) -> Vec<Clause> {
    let clause = |heading: &str, parts: &[ClausePart]| {
        (!parts.is_empty()).then(|| Clause { heading: heading.to_owned(), parts: parts.to_vec(), columns: None })
    };
    let columns = Columns {
        left_heading: labels.sponsor_receives.to_owned(),
        left: paper.receives.clone(),
        right_heading: labels.sponsor_receives_not.to_owned(),
        right: paper.receives_not.clone(),
    };
    let reporting = (!columns.left.is_empty() || !columns.right.is_empty()).then(|| Clause {
        heading: labels.sponsor_reporting.to_owned(),
        parts: Vec::new(),
        columns: Some(columns),
    });
    [
        clause(labels.roles, &paper.roles),
        clause(labels.goals_shared, &paper.goals_shared),
        reporting,
        clause(labels.pays_and_schedules, &paper.pays_and_schedules),
        clause(labels.if_it_ends, &paper.if_it_ends),
    ]
    .into_iter()
    .flatten()
    .collect()
}
