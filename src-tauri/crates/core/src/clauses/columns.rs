//! The clause that is two lists side by side.

use super::{DOS_AND_DONTS, SPONSOR_REPORTING};
use crate::text::{Block, parse};

/// Returns the two lists of a clause that is one of both sides: what the coach does and does not, what a sponsor
/// receives and does not.
///
/// None for other clauses, and when the text does not hold exactly two lists; it is then printed as it stands.
pub fn columns(key: &str, body: &str) -> Option<(Vec<String>, Vec<String>)> {
    if !matches!(key, DOS_AND_DONTS | SPONSOR_REPORTING) {
        return None;
    }
    let mut lists = parse(body).into_iter().filter_map(items);
    let (does, does_not) = (lists.next()?, lists.next()?);
    lists.next().is_none().then_some((does, does_not))
}

fn items(block: Block) -> Option<Vec<String>> {
    let (Block::Bullets(items) | Block::Numbered { items, .. }) = block else { return None };
    Some(items.into_iter().map(|runs| runs.into_iter().map(|run| run.text).collect()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clauses::{DOES, DOES_NOT, library_clause};

    #[test]
    fn the_built_in_clause_gives_its_two_lists() {
        let (does, does_not) = columns(DOS_AND_DONTS, library_clause(DOS_AND_DONTS).unwrap().text).unwrap();
        assert_eq!(does, DOES, "what the coach does");
        assert_eq!(does_not, DOES_NOT, "what she does not do");
    }

    #[test]
    fn what_a_sponsor_receives_and_does_not_are_two_lists_too() {
        let body = library_clause(SPONSOR_REPORTING).unwrap().text;
        let (receives, does_not) = columns(SPONSOR_REPORTING, body).unwrap();
        assert_eq!((receives.len(), does_not.len()), (3, 4));
        assert_eq!(columns("fees", body), None, "two lists in another clause are text");
    }

    #[test]
    fn anything_else_is_printed_as_it_stands() {
        for body in ["", "words alone", "- one list", "- a\n\nx\n\n- b\n\nx\n\n- c"] {
            assert_eq!(columns(DOS_AND_DONTS, body), None, "{body:?} is not two lists");
        }
    }
}
