//! The one text grammar of Coachbook: paragraphs, `-` and `1.` lists, `**bold**`.
//!
//! Notes, clauses and papers share it, so it is parsed here and nowhere else. Everything that is not one of the
//! four signs is plain text; no input is an error, and an unclosed `**` is printed as typed.

/// A stretch of text of one weight. Never empty in the output of [`parse`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Run {
    /// The words, without the `**` signs. May hold `\n` where the writer broke a line.
    pub text: String,
    /// Whether the words stood between `**` signs.
    pub bold: bool,
}

/// One block of a text, in reading order.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Block {
    /// Words up to the next blank line or list.
    Paragraph(Vec<Run>),
    /// Lines that began with `- `, one entry each.
    Bullets(Vec<Vec<Run>>),
    /// Lines that began with a number and a full stop, one entry each.
    Numbered {
        /// The number the writer gave the first item; the following items count on from it.
        start: u32,
        /// The items without their numbers.
        items: Vec<Vec<Run>>,
    },
}

/// Splits a text into blocks. An empty or blank text gives no blocks.
///
/// A blank line ends a paragraph or list. A line indented by two spaces or more under a list item continues it.
pub fn parse(text: &str) -> Vec<Block> {
    let mut gathered: Vec<Lines> = Vec::new();
    let mut fresh = true;
    for line in text.lines() {
        if line.trim().is_empty() {
            fresh = true;
            continue;
        }
        gather(&mut gathered, line, fresh);
        fresh = false;
    }
    gathered.into_iter().map(Lines::into_block).collect()
}

/// The words of a text without its signs: for search, file names and e-mail.
pub fn plain(text: &str) -> String {
    runs(text).into_iter().map(|run| run.text).collect()
}

/// A block still being gathered, its words not yet cut into runs.
enum Lines {
    Paragraph(String),
    Bullets(Vec<String>),
    Numbered(u32, Vec<String>),
}

impl Lines {
    fn into_block(self) -> Block {
        let cut = |items: Vec<String>| items.iter().map(|item| runs(item)).collect();
        match self {
            Lines::Paragraph(words) => Block::Paragraph(runs(&words)),
            Lines::Bullets(items) => Block::Bullets(cut(items)),
            Lines::Numbered(start, items) => Block::Numbered { start, items: cut(items) },
        }
    }

    /// The words a continuation line is added to.
    fn last_words(&mut self) -> Option<&mut String> {
        match self {
            Lines::Paragraph(words) => Some(words),
            Lines::Bullets(items) | Lines::Numbered(_, items) => items.last_mut(),
        }
    }

    fn is_list(&self) -> bool {
        !matches!(self, Lines::Paragraph(_))
    }
}

fn gather(gathered: &mut Vec<Lines>, line: &str, fresh: bool) {
    let indented = line.starts_with("  ") || line.starts_with('\t');
    let words = line.trim();
    let open = gathered.last_mut().filter(|_| !fresh);
    if let Some(item) = bullet(words) {
        match open {
            Some(Lines::Bullets(items)) => items.push(item.to_owned()),
            _ => gathered.push(Lines::Bullets(vec![item.to_owned()])),
        }
    } else if let Some((number, item)) = numbered(words) {
        match open {
            Some(Lines::Numbered(_, items)) => items.push(item.to_owned()),
            _ => gathered.push(Lines::Numbered(number, vec![item.to_owned()])),
        }
    } else if let Some(words_so_far) = open.filter(|block| indented || !block.is_list()).and_then(Lines::last_words) {
        words_so_far.push('\n');
        words_so_far.push_str(words);
    } else {
        gathered.push(Lines::Paragraph(words.to_owned()));
    }
}

fn bullet(line: &str) -> Option<&str> {
    line.strip_prefix("- ").map(str::trim).filter(|item| !item.is_empty())
}

/// Reads `12. words`. Three digits at most: a year at the start of a sentence is not a list.
fn numbered(line: &str) -> Option<(u32, &str)> {
    let (number, item) = line.split_once(". ")?;
    if number.is_empty() || number.len() > 3 || !number.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let item = item.trim();
    (!item.is_empty()).then_some((number.parse().ok()?, item))
}

/// Cuts one line of words at its `**` pairs.
fn runs(words: &str) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    let mut rest = words;
    while let Some((before, bold, after)) = next_bold(rest) {
        push(&mut out, before, false);
        push(&mut out, bold, true);
        rest = after;
    }
    push(&mut out, rest, false);
    out
}

/// Finds the next closed, non-empty pair: the words before it, in it, and after it.
fn next_bold(words: &str) -> Option<(&str, &str, &str)> {
    let (before, opened) = words.split_once("**")?;
    let (bold, after) = opened.split_once("**")?;
    // `****` and `** **` mark nothing: they stay what they are.
    (!bold.trim().is_empty()).then_some((before, bold, after))
}

fn push(out: &mut Vec<Run>, text: &str, bold: bool) {
    if !text.is_empty() {
        out.push(Run { text: text.to_owned(), bold });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, bold: bool) -> Run {
        Run { text: text.to_owned(), bold }
    }

    fn words(text: &str) -> Vec<Run> {
        vec![run(text, false)]
    }

    #[test]
    fn blank_text_has_no_blocks() {
        assert_eq!(parse(""), vec![]);
        assert_eq!(parse(" \n\t\n "), vec![]);
    }

    #[test]
    fn blank_lines_part_paragraphs_and_single_breaks_stay() {
        assert_eq!(
            parse("One\ntwo\n\nThree"),
            vec![Block::Paragraph(words("One\ntwo")), Block::Paragraph(words("Three"))]
        );
    }

    #[test]
    fn lists_are_read_with_their_continuations() {
        let blocks = parse("Before\n- first\n  goes on\n- second\n\n3. three\n4. four\nAfter");
        assert_eq!(
            blocks,
            vec![
                Block::Paragraph(words("Before")),
                Block::Bullets(vec![words("first\ngoes on"), words("second")]),
                Block::Numbered { start: 3, items: vec![words("three"), words("four")] },
                Block::Paragraph(words("After")),
            ]
        );
    }

    #[test]
    fn what_only_looks_like_a_list_is_a_paragraph() {
        for text in ["-no space", "- ", "2026. A year", "1.5 hours", "a. letter", "1.", ". dot"] {
            assert!(matches!(parse(text).as_slice(), [Block::Paragraph(_)]), "{text:?}");
        }
    }

    #[test]
    fn bold_needs_a_closed_pair() {
        assert_eq!(
            parse("a **b** c"),
            vec![Block::Paragraph(vec![run("a ", false), run("b", true), run(" c", false)])]
        );
        assert_eq!(parse("a **b c"), vec![Block::Paragraph(words("a **b c"))]);
        assert_eq!(parse("****"), vec![Block::Paragraph(words("****"))]);
        assert_eq!(parse("2 * 3 * 4"), vec![Block::Paragraph(words("2 * 3 * 4"))]);
    }

    #[test]
    fn plain_drops_the_signs_only() {
        assert_eq!(plain("**Zofia** said *yes*"), "Zofia said *yes*");
    }

    #[test]
    fn no_word_is_lost_or_invented_whatever_is_typed() {
        // A small deterministic shuffle of the signs the grammar knows, and of text it must leave alone.
        let parts = ["-", " ", "\n", "**", "*", "1.", "12. ", "é", "שלום", "👩‍👩‍👧", "- ", "\t", "\r\n", "x", "  "];
        let mut state = 7_u64;
        for _ in 0..4_000 {
            let mut text = String::new();
            for _ in 0..12 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                text.push_str(parts[(state >> 33) as usize % parts.len()]);
            }
            let letters = |s: &str| s.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            let printed: String = parse(&text).iter().flat_map(all_runs).map(|run| run.text).collect();
            assert_eq!(letters(&printed), letters(&text), "{text:?}");
        }
    }

    fn all_runs(block: &Block) -> Vec<Run> {
        match block {
            Block::Paragraph(runs) => runs.clone(),
            Block::Bullets(items) | Block::Numbered { items, .. } => items.concat(),
        }
    }
}
