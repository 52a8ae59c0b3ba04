//! Plain values and texts in the small grammar of Coachbook, as lines and blocks.

use coachbook_core::text;

use crate::blocks::{Block, Ink, Inline, Line, ParaStyle, Span};

/// Words in the body's look.
pub fn words(text: impl Into<String>) -> Line {
    vec![Inline::Words(Span { text: text.into(), ..Span::default() })]
}

/// Words in grey.
pub fn muted(text: impl Into<String>) -> Inline {
    Inline::Words(Span { text: text.into(), ink: Ink::Muted, ..Span::default() })
}

/// Small grey words, for what stands under or beside the main words of a cell.
pub fn aside(text: impl Into<String>) -> Inline {
    Inline::Words(Span { text: text.into(), ink: Ink::Muted, small: true, ..Span::default() })
}

/// Bold words.
pub fn bold(text: impl Into<String>) -> Inline {
    Inline::Words(Span { text: text.into(), bold: true, ..Span::default() })
}

/// The words if known, else a line to write on.
pub fn words_or_gap(value: Option<&str>, label: &str) -> Line {
    match value.map(str::trim).filter(|value| !value.is_empty()) {
        Some(value) => words(value),
        None => vec![Inline::Gap { label: label.to_owned(), wide: false }],
    }
}

/// The value in the small grammar if known, else a line to write on over the whole width.
pub fn answer_or_gap(value: Option<&str>, label: &str) -> Line {
    match value.map(str::trim).filter(|value| !value.is_empty()) {
        Some(value) => rich_line(value),
        None => vec![Inline::Gap { label: label.to_owned(), wide: true }],
    }
}

/// A text in the small grammar of Coachbook as blocks.
pub fn rich(source: &str) -> Vec<Block> {
    filled(source, Vec::new())
}

/// A text in the small grammar as one line, its blocks parted by line breaks: for cells and list items.
pub fn rich_line(source: &str) -> Line {
    let mut line = Line::new();
    for block in text::parse(source) {
        let items = match block {
            text::Block::Paragraph(runs) => vec![(String::new(), runs)],
            text::Block::Bullets(items) => items.into_iter().map(|runs| ("• ".to_owned(), runs)).collect(),
            text::Block::Numbered { start, items } => {
                (start..).zip(items).map(|(number, runs)| (format!("{number}. "), runs)).collect()
            }
        };
        for (mark, runs) in items {
            if !line.is_empty() {
                line.extend(words("\n"));
            }
            if !mark.is_empty() {
                line.extend(words(mark));
            }
            line.extend(runs.into_iter().map(of_run));
        }
    }
    line
}

/// Stands for a gap while a text is parsed; typed ones are dropped, so that gaps cannot be forged.
pub(crate) const GAP_SIGN: char = '\u{FFFC}';

/// Like [`rich`], with each [`GAP_SIGN`] replaced by the next of `gaps`.
pub(crate) fn filled(source: &str, gaps: Vec<Inline>) -> Vec<Block> {
    let mut gaps = gaps.into_iter();
    let mut line = |runs: Vec<text::Run>| -> Line { runs.into_iter().flat_map(|run| fill(run, &mut gaps)).collect() };
    text::parse(source)
        .into_iter()
        .map(|block| match block {
            text::Block::Paragraph(runs) => Block::Para(ParaStyle::Body, line(runs)),
            text::Block::Bullets(items) => Block::BulletList(items.into_iter().map(&mut line).collect()),
            text::Block::Numbered { start, items } => {
                Block::NumberedList { start, items: items.into_iter().map(&mut line).collect() }
            }
        })
        .collect()
}

fn of_run(run: text::Run) -> Inline {
    Inline::Words(Span { text: run.text, bold: run.bold, ..Span::default() })
}

fn fill(run: text::Run, gaps: &mut impl Iterator<Item = Inline>) -> Line {
    let mut line = Line::new();
    for (nth, part) in run.text.split(GAP_SIGN).enumerate() {
        if nth > 0 {
            line.extend(gaps.next());
        }
        if !part.is_empty() {
            line.push(of_run(text::Run { text: part.to_owned(), bold: run.bold }));
        }
    }
    line
}
