//! What a paper says, without a word about where it stands on the page.
//!
//! A [`Doc`] is a list of [`Block`]s. The papers build it, the layout places it, and the document id is the hash
//! of it: two papers with the same blocks carry the same id, whatever day they were printed.

use std::hash::{Hash, Hasher};

use crate::drawing::Drawing;
pub use crate::wording::{answer_or_gap, aside, bold, muted, rich, rich_line, words, words_or_gap};

/// Which ink a stretch of text is printed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Ink {
    /// Near black, for everything that is read.
    #[default]
    Text,
    /// Grey, for labels and what stands beside.
    Muted,
    /// The green of headings and rules.
    Accent,
    /// The light line between rows.
    Hairline,
    /// The line a person writes on.
    WritingLine,
    /// The light fill of areas in drawings.
    Tint,
    /// The word that lies under a page.
    Watermark,
    /// The colour of the sheet, for what is empty over a line.
    Paper,
}

/// A stretch of text of one look.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Span {
    /// The words; may hold `\n` for a line break.
    pub text: String,
    /// Bold face.
    pub bold: bool,
    /// Italic face.
    pub italic: bool,
    /// Colour.
    pub ink: Ink,
    /// Set two points smaller than the words around it.
    pub small: bool,
}

/// What can stand in a line of text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Inline {
    /// Words.
    Words(Span),
    /// A line to write on, with what belongs there in small type under it.
    Gap {
        /// What the writer should put there.
        label: String,
        /// As wide as the text may be, where the gap stands alone.
        wide: bool,
    },
}

/// A paragraph's content.
pub type Line = Vec<Inline>;

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ParaStyle {
    /// The text of the paper.
    #[default]
    Body,
    /// Larger, for the one sentence that matters most.
    Lead,
    /// Small and grey, for notes on the paper itself.
    Note,
    /// Small label in the accent colour, set tight above what it names.
    Label,
    /// Text of another program's plain copy: small, with a rule at its left edge.
    Copy,
}

/// How wide a column of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Width {
    /// Whole points.
    Points(u16),
    /// A share of what the fixed columns leave.
    Share(u16),
}

/// One column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Column {
    /// Its heading, repeated on every page the table reaches.
    pub head: String,
    /// Its width.
    pub width: Width,
    /// Numbers stand at the right edge.
    pub right: bool,
}

/// One cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Cell {
    /// The cell's paragraphs.
    pub lines: Vec<Line>,
    /// A box to tick instead of words: `Some(true)` is printed ticked.
    pub tick: Option<bool>,
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Row {
    /// One cell per column.
    Cells(Vec<Cell>),
    /// A heading inside the table over the rows that follow.
    Band(String),
    /// Empty cells of so many points, to write in by hand.
    Blank(u16),
}

/// One who signs.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Signer {
    /// As what the person signs: *Coach*, *Client*, *Sponsor*.
    pub role: String,
    /// The name in print; a line to write on when not known.
    pub name: Option<String>,
}

/// The smallest things a paper is made of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Block {
    /// The coach's head: names at the left, contact lines at the right, a logo above.
    Head {
        /// PNG or JPEG bytes.
        logo: Option<Vec<u8>>,
        /// Name first, then the business.
        names: Vec<String>,
        /// Address, e-mail, telephone, website.
        contact: Vec<String>,
    },
    /// The paper's title and an optional line under it.
    Title {
        /// The title.
        text: String,
        /// The line under it.
        under: Option<String>,
    },
    /// A heading of level 1 (section) or 2 (within a section), with its number if it has one.
    Heading {
        /// 1 or 2.
        level: u8,
        /// Printed hanging before the words.
        number: Option<String>,
        /// The words.
        text: String,
    },
    /// A paragraph.
    Para(ParaStyle, Line),
    /// A list with bullets.
    BulletList(Vec<Line>),
    /// A list with numbers counting from `start`.
    NumberedList {
        /// The first number.
        start: u32,
        /// The items.
        items: Vec<Line>,
    },
    /// Label and value, one pair a line.
    KeyValue(Vec<(String, Line)>),
    /// A table; its head is repeated on every page.
    Table {
        /// The columns, left to right.
        columns: Vec<Column>,
        /// The rows.
        rows: Vec<Row>,
    },
    /// Two lists side by side under their headings.
    TwoColumns {
        /// Heading and items at the left.
        left: (String, Vec<Line>),
        /// Heading and items at the right.
        right: (String, Vec<Line>),
    },
    /// Blocks that stay on one page together, if a page can hold them.
    Keep(Vec<Block>),
    /// Places to sign, two beside each other.
    Signatures(Vec<Signer>),
    /// A box to tick and what ticking it means.
    Tick {
        /// Printed ticked.
        ticked: bool,
        /// The words beside the box.
        line: Line,
    },
    /// Full-width lines to write on, with a small label under the last.
    WriteLine {
        /// What the writer should put there.
        label: String,
        /// How many lines.
        lines: u8,
    },
    /// Empty height in points; vanishes at the top of a page.
    Space(u16),
    /// The next block starts a new page.
    PageBreak,
    /// A small drawing, never cut by a page break.
    Drawing(Drawing),
}

/// A paper, ready to be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doc {
    /// Title for the file's properties. Holds no client name: viewers show it in window titles.
    pub title: String,
    /// Author for the file's properties.
    pub author: String,
    /// Printed at the top of every page from the second on.
    pub running_head: String,
    /// The word beside the document id in the footer, such as *Confidential*.
    pub mark: String,
    /// A word that lies light across every page, under the text: *Private*.
    pub watermark: Option<String>,
    /// The paper behind whose pages it is added, if it is no paper of its own.
    pub behind: Option<Behind>,
    /// The content.
    pub blocks: Vec<Block>,
}

/// A paper that pages are added behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Behind {
    /// What it is called, as *Coaching agreement, version 2*.
    pub paper: String,
    /// Its pages.
    pub pages: usize,
}

impl Doc {
    /// The paper's identity: the first eight hex digits of BLAKE3 over the list of blocks.
    pub fn document_id(&self) -> String {
        let mut digest = BlockDigest(blake3::Hasher::new());
        self.blocks.hash(&mut digest);
        let hash = digest.0.finalize();
        hash.to_hex().chars().take(8).collect()
    }
}

/// Feeds the derived [`Hash`] of the blocks to BLAKE3, the same on every machine.
struct BlockDigest(blake3::Hasher);

impl Hasher for BlockDigest {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    // Lengths and discriminants are pointer-sized: fix their width and order, or 32-bit machines would differ.
    fn write_usize(&mut self, value: usize) {
        self.write(&(value as u64).to_le_bytes());
    }

    fn write_isize(&mut self, value: isize) {
        self.write(&(value as i64).to_le_bytes());
    }

    fn write_u16(&mut self, value: u16) {
        self.write(&value.to_le_bytes());
    }

    fn write_u32(&mut self, value: u32) {
        self.write(&value.to_le_bytes());
    }

    fn finish(&self) -> u64 {
        0
    }
}
