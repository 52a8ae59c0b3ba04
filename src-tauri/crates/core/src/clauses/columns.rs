//! The clause that is two lists side by side.

use crate::text::{Block, parse};

/// Returns the two lists of a clause of dos and don'ts: what the coach does, and what she does not.
///
/// None when the text does not hold exactly two lists; it is then printed as it stands.
pub fn columns(body: &str) -> Option<(Vec<String>, Vec<String>)> {
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
    use crate::clauses::{DOES, DOES_NOT, DOS_AND_DONTS, library_clause};

    #[test]
    fn the_built_in_clause_gives_its_two_lists() {
        let (does, does_not) = columns(library_clause(DOS_AND_DONTS).unwrap().text).unwrap();
        assert_eq!(does, DOES, "what the coach does");
        assert_eq!(does_not, DOES_NOT, "what she does not do");
    }

    #[test]
    fn anything_else_is_printed_as_it_stands() {
        for body in ["", "words alone", "- one list", "- a\n\nx\n\n- b\n\nx\n\n- c"] {
            assert_eq!(columns(body), None, "{body:?} is not two lists");
        }
    }
}
