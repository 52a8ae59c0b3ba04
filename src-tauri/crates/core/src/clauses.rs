//! The built-in clauses of a coaching agreement, written for this product in plain English.
//!
//! They are a start and not legal advice: the coach has them looked at by a lawyer. Their order is the order of the
//! printed agreement. Text in braces is a gap, described in [`crate::gaps`].

mod columns;
mod library;

pub use columns::columns;
pub use library::LIBRARY;

use crate::{agreement::Clause, keyed::keyed_enum};

keyed_enum! {
    /// Whether an agreement has a clause.
    ClauseClass {
        /// In every agreement.
        Required = "required",
        /// When the coach wants it.
        Optional = "optional",
        /// In agreements of three: client, coach and sponsor.
        Sponsor = "sponsor",
    }
}

keyed_enum! {
    /// The law a practice works under, as far as the clauses differ by it.
    Jurisdiction {
        /// A country of the European Union.
        EuropeanUnion = "eu",
        /// The United Kingdom.
        UnitedKingdom = "uk",
        /// The United States.
        UnitedStates = "us",
        /// Anywhere else, or not said.
        Elsewhere = "elsewhere",
    }
}

/// A clause of the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LibraryClause {
    /// Key.
    pub key: &'static str,
    /// Heading.
    pub heading: &'static str,
    /// Text with gaps in braces.
    pub text: &'static str,
    /// Class.
    pub class: ClauseClass,
}

/// Key of the clause that is printed as two columns, from [`DOES`] and [`DOES_NOT`].
pub const DOS_AND_DONTS: &str = "dos_and_donts";

/// Key of the clause that says in two columns what a sponsor receives and what not.
pub const SPONSOR_REPORTING: &str = "sponsor_reporting";

/// Key of the last clause, whose place on paper are the signature blocks.
pub const SIGNATURES: &str = "signatures";

/// What the coach does.
pub const DOES: &[&str] =
    &["listen", "ask", "reflect back", "challenge with respect", "keep time", "help turn insight into steps"];

/// What the coach does not do.
pub const DOES_NOT: &[&str] =
    &["give solutions", "advise", "decide", "judge", "treat illness", "act as lawyer, financial adviser or therapist"];

/// Returns the clause of the library with that key.
pub fn library_clause(key: &str) -> Option<&'static LibraryClause> {
    LIBRARY.iter().find(|clause| clause.key == key)
}

/// Returns the clauses a new agreement between coach and client begins with, in order of printing.
///
/// The required ones are included. Of the optional ones those are that most practices want or that another clause
/// speaks of; the right to cancel is included where consumers have it by law. The rest is listed, ready to be taken
/// in. Sponsor clauses come with [`sponsor_clauses`].
pub fn initial_clauses(jurisdiction: Jurisdiction) -> Vec<Clause> {
    LIBRARY
        .iter()
        .filter(|clause| clause.class != ClauseClass::Sponsor)
        .map(|clause| {
            let wanted = clause.class == ClauseClass::Required || included_at_first(clause.key, jurisdiction);
            from_library(clause, wanted)
        })
        .collect()
}

/// Returns the clauses that make an agreement one of three, to be set before the signatures.
pub fn sponsor_clauses() -> Vec<Clause> {
    LIBRARY
        .iter()
        .filter(|clause| clause.class == ClauseClass::Sponsor)
        .map(|clause| from_library(clause, true))
        .collect()
}

/// Whether an agreement is one of three: it holds a clause that binds the sponsor, and so the sponsor signs it.
pub fn is_of_three(clauses: &[Clause]) -> bool {
    clauses.iter().any(|clause| clause.included && is_sponsors(&clause.key))
}

/// Returns the clauses of an agreement with the sponsor's taken in, before the signatures where they are new; or with
/// the sponsor's left out, their words kept.
pub fn with_sponsor(mut clauses: Vec<Clause>, signs: bool) -> Vec<Clause> {
    for clause in clauses.iter_mut().filter(|clause| is_sponsors(&clause.key)) {
        clause.included = signs;
    }
    if signs {
        let mut new = sponsor_clauses();
        new.retain(|clause| clauses.iter().all(|there| there.key != clause.key));
        let at = clauses.iter().position(|clause| clause.key == SIGNATURES).unwrap_or(clauses.len());
        clauses.splice(at..at, new);
    }
    clauses
}

fn is_sponsors(key: &str) -> bool {
    library_clause(key).is_some_and(|clause| clause.class == ClauseClass::Sponsor)
}

/// Returns whether an agreement still holds words the program came with, and so is in English. The place of the
/// signatures has no words on paper.
pub fn has_built_in_words(clauses: &[Clause]) -> bool {
    let mut printed = clauses.iter().filter(|clause| clause.included && clause.key != SIGNATURES);
    printed.any(|clause| library_clause(&clause.key).is_some_and(|known| known.text == clause.body))
}

fn from_library(clause: &LibraryClause, included: bool) -> Clause {
    Clause { key: clause.key.to_owned(), heading: clause.heading.to_owned(), body: clause.text.to_owned(), included }
}

fn included_at_first(key: &str, jurisdiction: Jurisdiction) -> bool {
    match key {
        "methods" | "between_sessions" | "conflicts" => true,
        // The confidentiality clause names supervision and the listing among its limits.
        "supervision" | "release_for_log" => true,
        "withdrawal_right" => {
            matches!(jurisdiction, Jurisdiction::EuropeanUnion | Jurisdiction::UnitedKingdom)
        }
        _ => false,
    }
}
