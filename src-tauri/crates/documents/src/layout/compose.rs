//! Blocks to strips: every block is cut into the slices a page break may stand between.

use super::hyphens::Parting;
use super::look;
use super::paginate::Strip;
use super::place::{Item, Mark, Node, NodeId, Role};
use super::shape::{Look, Shaper, Side, TextLine};
use crate::blocks::{Block, Ink, Line, ParaStyle};
use crate::labels::Labels;
use crate::stationery::HeadStyle;

/// Gathers strips and the tree of parts while it walks the blocks once.
pub(crate) struct Composer<'a> {
    pub(crate) shaper: Shaper<'a>,
    pub(crate) tree: Vec<Node>,
    pub(crate) strips: Vec<Strip>,
    /// Width of the text, in points.
    pub(crate) width: f32,
    /// Height of the text on a page: rows taller than this are cut.
    pub(crate) page_height: f32,
    pub(crate) head_style: HeadStyle,
    /// Words under the lines that are written on.
    pub(crate) labels: &'static Labels,
    pub(crate) links: Vec<(NodeId, String)>,
    /// What each drawing says in words.
    pub(crate) alternatives: Vec<String>,
    pub(crate) logo: Option<Vec<u8>>,
    /// A logo was given and is none that can be read.
    pub(crate) logo_unreadable: bool,
    /// The last paragraph was a small label.
    labelled: bool,
    /// The last strip is one line under a heading, and takes what follows along.
    lone: bool,
    /// Space the last block wants below itself.
    below: f32,
    breaks: bool,
}

/// The root of the tree.
pub(crate) const ROOT: NodeId = 0;

impl<'a> Composer<'a> {
    pub(crate) fn new(shaper: Shaper<'a>, labels: &'static Labels, width: f32, page_height: f32) -> Self {
        let tree = vec![Node { role: Role::Document, parent: ROOT }];
        Self {
            shaper,
            tree,
            strips: Vec::new(),
            width,
            page_height,
            head_style: HeadStyle::default(),
            labels,
            links: Vec::new(),
            alternatives: Vec::new(),
            logo: None,
            logo_unreadable: false,
            labelled: false,
            lone: false,
            below: 0.0,
            breaks: false,
        }
    }

    pub(crate) fn node(&mut self, role: Role, parent: NodeId) -> NodeId {
        self.tree.push(Node { role, parent });
        (self.tree.len() - 1) as NodeId
    }

    /// Adds a strip with `above` points over it, more if the block before asked for more.
    pub(crate) fn strip(&mut self, above: f32, mut strip: Strip) {
        strip.gap = above.max(std::mem::take(&mut self.below));
        strip.breaks = std::mem::take(&mut self.breaks);
        self.strips.push(strip);
    }

    /// Asks for space under what was added last.
    pub(crate) fn leave(&mut self, below: f32) {
        self.below = self.below.max(below);
    }

    pub(crate) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        self.lone &= matches!(block, Block::Heading { .. } | Block::Space(_));
        match block {
            Block::Head { logo, names, contact } => self.letterhead(logo.as_deref(), names, contact),
            Block::Title { text, under } => self.title(text, under.as_deref()),
            Block::Heading { level, number, text } => self.heading(*level, number.as_deref(), text),
            Block::Para(style, line) => self.paragraph(*style, line),
            Block::BulletList(items) => self.list(items, |_| "•".to_owned(), look::LIST_INDENT),
            Block::NumberedList { start, items } => {
                let start = *start as usize;
                self.list(items, |nth| format!("{}.", start.saturating_add(nth)), look::LIST_INDENT + 5.0);
            }
            Block::KeyValue(pairs) => self.pairs(pairs),
            Block::Table { columns, rows } => self.table(columns, rows),
            Block::TwoColumns { left, right } => self.two_columns(left, right),
            Block::Keep(blocks) => self.keep(blocks),
            Block::Signatures(signers) => self.signatures(signers),
            Block::Tick { ticked, line } => self.tick(*ticked, line),
            Block::WriteLine { label, lines } => self.write_lines(label, *lines),
            Block::Drawing(drawing) => self.drawing(drawing),
            Block::Space(points) => self.below += f32::from(*points),
            Block::PageBreak => self.breaks = true,
        }
    }

    /// Adds a paragraph's lines, `indent` points from the left, never leaving one line alone on a page.
    pub(crate) fn text(&mut self, above: f32, indent: f32, lines: Vec<TextLine>) {
        let count = lines.len();
        for (nth, line) in lines.into_iter().enumerate() {
            let alone_if_cut = nth == 0 || nth + 2 == count;
            let strip = strip_of(line, indent, count > 1 && nth + 1 < count && alone_if_cut);
            self.strip(if nth == 0 { above } else { 0.0 }, strip);
        }
    }

    fn title(&mut self, text: &str, under: Option<&str>) {
        let node = self.node(Role::Title, ROOT);
        let lines = self.shaper.words(text, look::TITLE, self.width, Some(node));
        self.text(20.0, 0.0, lines);
        self.glue_last();
        if let Some(under) = under {
            let node = self.node(Role::Paragraph, ROOT);
            let lines = self.shaper.words(under, look::UNDER_TITLE, self.width, Some(node));
            self.text(1.0, 0.0, lines);
            self.glue_last();
        }
        self.leave(10.0);
    }

    fn heading(&mut self, level: u8, number: Option<&str>, text: &str) {
        self.labelled = false;
        let (set, above, below) = if level == 1 { (look::SECTION, 17.0, 4.0) } else { (look::SUBSECTION, 10.0, 2.0) };
        let node = self.node(Role::Heading(level), ROOT);
        let mut lines = self.shaper.words(text, set, self.width, Some(node));
        if let (Some(number), Some(line)) = (number, lines.first_mut()) {
            let number = self.shaper.words(number, set, look::NUMBER_HANG, Some(node));
            // The number is read before the words, so it stands before them among the items.
            let mut items: Vec<Item> = number.into_iter().flat_map(|line| line.items).collect();
            items.iter_mut().for_each(|item| item.shift(-look::NUMBER_HANG, 0.0));
            items.append(&mut line.items);
            line.items = items;
        }
        self.part_sections();
        let first = self.strips.len();
        self.text(above, 0.0, lines);
        self.strips.iter_mut().skip(first).for_each(|strip| strip.glue = true);
        self.leave(below);
    }

    /// One line under a heading takes along what else its section has, and not the next section: the hole that would leave
    /// at the foot of a page is worse than two lines there.
    fn part_sections(&mut self) {
        if std::mem::take(&mut self.lone) {
            self.strips.iter_mut().last().into_iter().for_each(|strip| strip.glue = false);
        }
    }

    pub(crate) fn paragraph(&mut self, style: ParaStyle, line: &Line) {
        let role = if style == ParaStyle::Label { Role::Heading(2) } else { Role::Paragraph };
        let node = self.node(role, ROOT);
        let (set, above) = look::of_paragraph(style);
        let indent = if style == ParaStyle::Copy { 11.0 } else { 0.0 };
        let mut lines = self.shaper.lines(line, set, self.width - indent, Some(node));
        if style == ParaStyle::Copy {
            for line in &mut lines {
                line.items.push(bar(-indent, line.height));
            }
        }
        // One line under a heading takes along what its section still has. Not under a small label: records of one line each
        // would hang together over pages.
        let glued = self.strips.last().is_some_and(|strip| strip.glue) && !self.labelled;
        self.labelled = style == ParaStyle::Label;
        self.lone = lines.len() == 1 && style == ParaStyle::Body && glued;
        self.text(above, indent, lines);
        if self.lone || style == ParaStyle::Label {
            self.glue_last();
        }
        self.leave(if style == ParaStyle::Label { 1.0 } else { above });
    }

    fn list(&mut self, items: &[Line], mark: impl Fn(usize) -> String, indent: f32) {
        let list = self.node(Role::List, ROOT);
        for (nth, line) in items.iter().enumerate() {
            let item = self.node(Role::Item, list);
            let label = self.node(Role::ItemLabel, item);
            let body = self.node(Role::ItemBody, item);
            let lines = self.shaper.lines(line, look::BODY, self.width - indent, Some(body));
            let mark = self.shaper.words(&mark(nth), look::BODY.ink(Ink::Accent), indent, Some(label));
            // The mark stands where the item's own reading begins, at the far edge if the paper is read the other way.
            let across = lines.first().is_some_and(|line| line.leftwards != self.shaper.tongue.from_right);
            let mark_width = mark.first().map_or(0.0, |mark| mark.width);
            let (text_at, hang) = if across { (0.0, mark_width - self.width) } else { (indent, indent) };
            let lines = with_mark(lines, mark, hang);
            self.text(if nth == 0 { 4.0 } else { 2.5 }, text_at, lines);
            // No item stands alone, neither at the foot of a page nor at the head of the next.
            if nth + 1 < items.len() && (nth == 0 || nth + 2 == items.len()) {
                self.glue_last();
            }
        }
        self.leave(5.0);
    }

    fn pairs(&mut self, pairs: &[(String, Line)]) {
        let indent = 112.0;
        let list = self.node(Role::List, ROOT);
        for (nth, (label, value)) in pairs.iter().enumerate() {
            let item = self.node(Role::Item, list);
            let label_node = self.node(Role::ItemLabel, item);
            let body = self.node(Role::ItemBody, item);
            let label = self.shaper.words(
                label,
                look::BODY.ink(Ink::Muted).side(Side::Near).parting(Parting::TooWide),
                indent - 8.0,
                Some(label_node),
            );
            let value_look = look::BODY.side(Side::Near).parting(Parting::TooWide);
            let value = self.shaper.lines(value, value_look, self.width - indent, Some(body));
            let mut strip = beside(label, value, indent);
            strip.glue = nth + 1 < pairs.len();
            self.strip(if nth == 0 { 6.0 } else { 1.5 }, strip);
        }
        self.leave(8.0);
    }

    fn keep(&mut self, blocks: &[Block]) {
        let first = self.strips.len();
        self.blocks(blocks);
        let last = self.strips.len().saturating_sub(1);
        self.strips.iter_mut().take(last).skip(first).for_each(|strip| strip.glue = true);
    }

    pub(crate) fn glue_last(&mut self) {
        if let Some(strip) = self.strips.last_mut() {
            strip.glue = true;
        }
    }

    /// The lines of a text set in `look`, as one strip's items with their height.
    pub(crate) fn stack(lines: Vec<TextLine>, right: f32, down: f32) -> (Vec<Item>, f32) {
        let mut items = Vec::new();
        let mut height = 0.0;
        for line in lines {
            for mut item in line.items {
                item.shift(right, down + height);
                items.push(item);
            }
            height += line.height;
        }
        (items, height)
    }

    /// Sets words at a place and returns their items and height.
    pub(crate) fn set(&mut self, text: &str, look: Look, at: (f32, f32), width: f32, node: NodeId) -> (Vec<Item>, f32) {
        let lines = self.shaper.words(text, look, width, Some(node));
        Self::stack(lines, at.0, at.1)
    }
}

pub(crate) fn strip_of(line: TextLine, indent: f32, glue: bool) -> Strip {
    let mut items = line.items;
    items.iter_mut().for_each(|item| item.shift(indent, 0.0));
    Strip { height: line.height, items, glue, ..Strip::default() }
}

/// Puts a list's mark before the first line. An item without words keeps its mark.
pub(crate) fn with_mark(mut lines: Vec<TextLine>, mark: Vec<TextLine>, indent: f32) -> Vec<TextLine> {
    let Some(mut mark) = mark.into_iter().next() else { return lines };
    mark.items.iter_mut().for_each(|item| item.shift(-indent, 0.0));
    match lines.first_mut() {
        Some(line) => {
            mark.items.append(&mut line.items);
            line.items = mark.items;
        }
        None => lines.push(mark),
    }
    lines
}

/// Two texts beside each other as one strip, as tall as the taller.
pub(crate) fn beside(left: Vec<TextLine>, right: Vec<TextLine>, indent: f32) -> Strip {
    // First lines share a baseline, however high they are.
    let baseline = |lines: &[TextLine]| lines.first().map_or(0.0, |line| line.baseline);
    let down = baseline(&right) - baseline(&left);
    let down = if left.is_empty() || right.is_empty() { 0.0 } else { down };
    let (mut items, left_height) = Composer::stack(left, 0.0, down.max(0.0));
    let (mut more, right_height) = Composer::stack(right, indent, (-down).max(0.0));
    items.append(&mut more);
    let height = (left_height + down.max(0.0)).max(right_height + (-down).max(0.0));
    Strip { height, items, ..Strip::default() }
}

fn bar(x: f32, height: f32) -> Item {
    Item { mark: Mark::Fill { x, y: 0.0, w: 1.4, h: height, ink: Ink::Hairline }, node: None }
}
