//! Tables: wrapped cells, a head that comes again on every page, rows that stay whole unless no page can hold them.

use std::sync::Arc;

use super::compose::{Composer, ROOT, with_mark};
use super::hyphens::Parting;
use super::look;
use super::paginate::{Head, Strip};
use super::place::{Item, Mark, NodeId, Role};
use super::shape::{Look, Side, TextLine};
use crate::blocks::{Cell, Column, Ink, Inline, Line, Row, Width};

/// Where a column stands and how its cells are set.
#[derive(Debug, Clone, Copy)]
struct Place {
    x: f32,
    width: f32,
    side: Side,
}

const TICK_SIZE: f32 = 10.0;
/// The most that columns of fixed width may take of a table that has others, and what they may take even where those
/// others have less than `LEAST` points each.
const FIXED_SHARE: f32 = 0.7;
const FIXED_SHARE_CROWDED: f32 = 0.5;
const LEAST: f32 = 72.0;

impl Composer<'_> {
    pub(crate) fn table(&mut self, columns: &[Column], rows: &[Row]) {
        let places = places(columns, &self.widths(columns));
        let table = self.node(Role::Table, ROOT);
        let heads: Vec<&str> = columns.iter().map(|column| column.head.as_str()).collect();
        let (strip, head) = self.table_head(&heads, &places, table);
        self.strip(6.0, strip);
        self.cells_ahead(rows, &places);
        for (nth, row) in rows.iter().enumerate() {
            // The last row does not stand on a page alone.
            let before_last = nth + 2 == rows.len() && rows.len() > 2;
            match row {
                Row::Cells(cells) => self.row(cells, &places, table, &head, before_last),
                Row::Band(text) => self.band(text, table, &head),
                Row::Blank(height) => self.blank_row(f32::from(*height), &places, &head),
            }
        }
        self.leave(9.0);
    }

    /// How wide the columns of a table are. On narrow sheets and in large print the fixed ones give way before the
    /// others vanish, as far as the words of their heads allow.
    fn widths(&mut self, columns: &[Column]) -> Vec<f32> {
        let (mut fixed, mut shares, mut least) = (0.0, 0.0, 0.0);
        for column in columns {
            match column.width {
                Width::Points(points) => fixed += f32::from(points),
                Width::Share(share) => (shares, least) = (shares + f32::from(share), least + LEAST),
            }
        }
        let room = (self.width - look::COLUMN_GAP * columns.len().saturating_sub(1) as f32).max(1.0);
        let left = (room - least).clamp(room * FIXED_SHARE_CROWDED, room * FIXED_SHARE);
        let most = if shares > 0.0 { left } else { room };
        let mut widths: Vec<f32> = Vec::with_capacity(columns.len());
        for column in columns {
            widths.push(match column.width {
                Width::Points(points) if fixed > most => {
                    let points = f32::from(points);
                    (points * most / fixed).max(self.widest_word(&column.head).min(points))
                }
                Width::Points(points) => f32::from(points),
                Width::Share(_) => 0.0,
            });
        }
        let per_share = (room - widths.iter().sum::<f32>()).max(0.0) / shares.max(1.0);
        for (width, column) in widths.iter_mut().zip(columns) {
            if let Width::Share(share) = column.width {
                *width = f32::from(share) * per_share;
            }
        }
        widths
    }

    fn widest_word(&mut self, head: &str) -> f32 {
        let mut widest = 0.0_f32;
        for word in head.split_whitespace() {
            let lines = self.shaper.words(word, look::CELL_HEAD, self.width, None);
            widest = lines.iter().map(|line| line.width).fold(widest, f32::max);
        }
        // A hair more, or rounding would break the word.
        widest + 0.5
    }

    fn table_head(&mut self, heads: &[&str], places: &[Place], table: NodeId) -> (Strip, Arc<Head>) {
        let row = self.node(Role::Row, table);
        let mut cells = Vec::new();
        for (head, place) in heads.iter().zip(places) {
            let node = self.node(Role::HeadCell, row);
            cells.push(self.shaper.words(head, look::CELL_HEAD.side(place.side), place.width, Some(node)));
        }
        let height = cells.iter().map(|lines| lines_height(lines)).fold(0.0, f32::max);
        let mut items = Vec::new();
        for (lines, place) in cells.into_iter().zip(places) {
            let down = height - lines_height(&lines);
            items.extend(Self::stack(lines, place.x, down).0);
        }
        items.push(Item::rule(0.0, height + 3.0, self.width, 0.8, Ink::Accent));
        let height = height + 4.0;
        // A head that would fill the pages it comes again on is said once.
        if height > self.page_height / 3.0 {
            let strip = Strip { height, items, ..Strip::default() };
            return (strip, Arc::new(Head { height: 0.0, items: Vec::new() }));
        }
        let again = items.iter().cloned().map(|item| Item { node: None, ..item }).collect();
        let strip = Strip { height, items, glue: true, ..Strip::default() };
        (strip, Arc::new(Head { height, items: again }))
    }

    fn band(&mut self, text: &str, table: NodeId, head: &Arc<Head>) {
        let row = self.node(Role::Row, table);
        let node = self.node(Role::Cell, row);
        let (mut items, height) = self.set(text, look::BAND, (0.0, 9.0), self.width, node);
        let height = height + 9.0 + 3.0;
        items.push(Item::rule(0.0, height - 0.4, self.width, 0.4, Ink::Hairline));
        self.strip(0.0, Strip { height, items, glue: true, head: Some(Arc::clone(head)), ..Strip::default() });
    }

    /// A line to write on under each column.
    fn blank_row(&mut self, height: f32, places: &[Place], head: &Arc<Head>) {
        let line = |place: &Place| Item::rule(place.x, height - 0.5, place.width, 0.5, Ink::WritingLine);
        let items = places.iter().map(line).collect();
        self.strip(0.0, Strip { height, items, head: Some(Arc::clone(head)), ..Strip::default() });
    }

    fn row(&mut self, cells: &[Cell], places: &[Place], table: NodeId, head: &Arc<Head>, glue: bool) {
        let row = self.node(Role::Row, table);
        let mut columns = Vec::new();
        for (cell, place) in cells.iter().zip(places) {
            let node = self.node(Role::Cell, row);
            columns.push((*place, self.cell(cell, *place, node)));
        }
        let tallest = columns.iter().map(|(_, lines)| lines_height(lines)).fold(0.0, f32::max);
        let whole = tallest + 2.0 * look::ROW_PADDING;
        if whole > self.page_height - head.height {
            return self.cut_row(columns, head);
        }
        let mut items = Vec::new();
        for (place, lines) in columns {
            items.extend(Self::stack(lines, place.x, look::ROW_PADDING).0);
        }
        items.push(Item::rule(0.0, whole - 0.4, self.width, 0.4, Ink::Hairline));
        self.strip(0.0, Strip { height: whole, items, glue, head: Some(Arc::clone(head)), ..Strip::default() });
    }

    /// A row no page can hold: a strip for each line of its cells, so that it runs on over the pages.
    fn cut_row(&mut self, columns: Vec<(Place, Vec<TextLine>)>, head: &Arc<Head>) {
        let count = columns.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
        let mut columns: Vec<_> = columns.into_iter().map(|(place, lines)| (place, lines.into_iter())).collect();
        for nth in 0..count {
            let padding = if nth == 0 { look::ROW_PADDING } else { 0.0 };
            let mut items = Vec::new();
            let mut height = 0.0_f32;
            for (place, lines) in &mut columns {
                if let Some(line) = lines.next() {
                    height = height.max(line.height);
                    items.extend(Self::stack(vec![line], place.x, padding).0);
                }
            }
            height += padding;
            if nth + 1 == count {
                height += look::ROW_PADDING;
                items.push(Item::rule(0.0, height - 0.4, self.width, 0.4, Ink::Hairline));
            }
            // Two lines at the least stand on either side of a page break.
            let glue = nth + 1 < count && (nth == 0 || nth + 2 == count);
            self.strip(0.0, Strip { height, items, glue, head: Some(Arc::clone(head)), ..Strip::default() });
        }
    }

    fn cell(&mut self, cell: &Cell, place: Place, node: NodeId) -> Vec<TextLine> {
        if let Some(ticked) = cell.tick {
            let items = tick_box(place.x_of_box(), 1.5, ticked);
            return vec![TextLine { height: look::CELL.leading, width: TICK_SIZE, items, ..TextLine::default() }];
        }
        cell.lines
            .iter()
            .flat_map(|line| self.shaper.lines(line, cell_look(line, place.side), place.width, Some(node)))
            .collect()
    }

    fn cells_ahead(&mut self, rows: &[Row], places: &[Place]) {
        let cells = rows
            .iter()
            .flat_map(|row| if let Row::Cells(cells) = row { cells.as_slice() } else { &[] }.iter().zip(places));
        let written = cells.filter(|(cell, _)| cell.tick.is_none());
        let lines = written.flat_map(|(cell, place)| cell.lines.iter().map(move |line| (line, place)));
        self.shaper.set_ahead(lines.map(|(line, place)| (line.as_slice(), cell_look(line, place.side), place.width)));
    }

    pub(crate) fn two_columns(&mut self, left: &(String, Vec<Line>), right: &(String, Vec<Line>)) {
        let columns = [left, right].map(|side| Column { head: side.0.clone(), width: Width::Share(1), right: false });
        let places = places(&columns, &self.widths(&columns));
        let table = self.node(Role::Table, ROOT);
        let (strip, head) = self.table_head(&[&left.0, &right.0], &places, table);
        self.strip(8.0, strip);
        let count = left.1.len().max(right.1.len());
        let mut items = Vec::new();
        // How far down each column is written since a page could break last.
        let mut depths = [0.0_f32; 2];
        for nth in 0..count {
            let row = self.node(Role::Row, table);
            for ((side, place), depth) in [left, right].into_iter().zip(&places).zip(&mut depths) {
                let node = self.node(Role::Cell, row);
                let Some(line) = side.1.get(nth) else { continue };
                let lines = self.pointed(line, look::BODY, place.width, node);
                let (mut set, tall) = Self::stack(lines, place.x, *depth + 3.0);
                items.append(&mut set);
                *depth += tall + 3.0;
            }
            // Each column is a list of its own: one that wraps leaves no hole in the other. They wait for each other
            // only where a page may break.
            let ended = [left, right].map(|side| side.1.len() <= nth + 1);
            let [one, other] = depths;
            let level = (one - other).abs() < 0.5 || (ended[0] && one < other) || (ended[1] && other < one);
            let height = one.max(other);
            if level || nth + 1 == count || height > self.page_height / 4.0 {
                let items = std::mem::take(&mut items);
                self.strip(0.0, Strip { height, items, head: Some(Arc::clone(&head)), ..Strip::default() });
                depths = [0.0; 2];
            }
        }
        self.leave(9.0);
    }

    fn pointed(&mut self, line: &Line, look: Look, width: f32, node: NodeId) -> Vec<TextLine> {
        let indent = 11.0;
        let mut lines = self.shaper.lines(line, look.side(Side::Near), width - indent, Some(node));
        for line in &mut lines {
            line.items.iter_mut().for_each(|item| item.shift(indent, 0.0));
        }
        let mark = self.shaper.words("•", look.ink(Ink::Accent), indent, Some(node));
        with_mark(lines, mark, 0.0)
    }
}

fn cell_look(line: &Line, side: Side) -> Look {
    let look = look::CELL.side(side);
    let look = if side == Side::Far { look.parting(Parting::Never) } else { look };
    // Small words stand closer, so that they read as belonging to the words above.
    let small = line.iter().all(|inline| matches!(inline, Inline::Words(span) if span.small));
    if small { Look { leading: look::SMALL_LEADING, ..look } } else { look }
}

impl Place {
    /// A box to tick stands at the column's own edge; cells are placed at `x` afterwards.
    fn x_of_box(self) -> f32 {
        if self.side == Side::Far { self.width - TICK_SIZE } else { 0.0 }
    }
}

/// A box to tick, its top left corner at the given place.
pub(crate) fn tick_box(x: f32, y: f32, ticked: bool) -> Vec<Item> {
    let mark = Mark::Frame { x, y, w: TICK_SIZE, h: TICK_SIZE, ink: Ink::Accent };
    let mut items = vec![Item { mark, node: None }];
    if ticked {
        let (inset, side) = (2.5, TICK_SIZE - 5.0);
        let mark = Mark::Fill { x: x + inset, y: y + inset, w: side, h: side, ink: Ink::Accent };
        items.push(Item { mark, node: None });
    }
    items
}

/// Where columns stand that are so wide.
fn places(columns: &[Column], widths: &[f32]) -> Vec<Place> {
    let mut x = 0.0;
    columns
        .iter()
        .zip(widths)
        .map(|(column, width)| {
            let place = Place { x, width: *width, side: if column.right { Side::Far } else { Side::Near } };
            x += width + look::COLUMN_GAP;
            place
        })
        .collect()
}

fn lines_height(lines: &[TextLine]) -> f32 {
    lines.iter().map(|line| line.height).sum()
}
