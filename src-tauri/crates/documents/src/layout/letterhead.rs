//! The coach's head on the first page, in its three styles.

use super::compose::{Composer, ROOT};
use super::look;
use super::paginate::Strip;
use super::picture;
use super::place::{Item, Mark, Role};
use super::shape::Look;
use crate::blocks::Ink;
use crate::links;
use crate::stationery::HeadStyle;

const LOGO_HEIGHT: f32 = 40.0;
const QUIET_LOGO_HEIGHT: f32 = 22.0;
const LOGO_WIDTH: f32 = 150.0;
/// White on either side of the dot between two entries of one line.
const ENTRY_GAP: f32 = 6.0;

impl Composer<'_> {
    pub(crate) fn letterhead(&mut self, logo: Option<&[u8]>, names: &[String], contact: &[String]) {
        let (mut items, height, rule) = match self.head_style {
            HeadStyle::Split => self.split_head(logo, names, contact),
            HeadStyle::Centred => self.centred_head(logo, names, contact),
            HeadStyle::Quiet => self.quiet_head(logo, names, contact),
        };
        let (thick, ink) = rule;
        items.push(Item::rule(0.0, height + 9.0, self.width, thick, ink));
        self.strip(0.0, Strip { height: height + 10.0, items, glue: true, ..Strip::default() });
    }

    fn split_head(&mut self, logo: Option<&[u8]>, names: &[String], contact: &[String]) -> Head {
        let mut items = Vec::new();
        let mut left_height = self.logo(logo, LOGO_HEIGHT, false, &mut items);
        let half = self.width * 0.5;
        for (nth, name) in names.iter().enumerate() {
            let node = self.node(Role::Paragraph, ROOT);
            let set = if nth == 0 { look::COACH } else { look::PRACTICE };
            let (mut set, height) = self.set(name, set, (0.0, left_height), half - 10.0, node);
            items.append(&mut set);
            left_height += height;
        }
        let mut right_height = 0.0;
        for line in contact {
            let node = self.contact_node(line);
            let (mut set, height) = self.set(line, look::CONTACT, (half, right_height), half, node);
            items.append(&mut set);
            right_height += height;
        }
        (items, left_height.max(right_height), (0.8, Ink::Accent))
    }

    fn centred_head(&mut self, logo: Option<&[u8]>, names: &[String], contact: &[String]) -> Head {
        let mut items = Vec::new();
        let mut y = self.logo(logo, LOGO_HEIGHT, true, &mut items);
        for (nth, name) in names.iter().enumerate() {
            let set = if nth == 0 { look::COACH_CENTRED } else { look::PRACTICE };
            y = self.row_of_entries(&[(name, set)], true, y, &mut items);
        }
        let entries: Vec<_> = contact.iter().map(|line| (line, look::ENTRY)).collect();
        y = self.row_of_entries(&entries, true, y + 4.0, &mut items);
        (items, y, (0.8, Ink::Accent))
    }

    fn quiet_head(&mut self, logo: Option<&[u8]>, names: &[String], contact: &[String]) -> Head {
        let mut items = Vec::new();
        let y = self.logo(logo, QUIET_LOGO_HEIGHT, false, &mut items);
        let first = names.iter().take(1).map(|name| (name, look::ENTRY_NAME));
        let others = names.iter().skip(1).chain(contact).map(|line| (line, look::ENTRY));
        let entries: Vec<_> = first.chain(others).collect();
        let y = self.row_of_entries(&entries, false, y, &mut items);
        (items, y - 3.0, (0.4, Ink::Hairline))
    }

    /// Puts entries on one line with a dot between them, on more lines if they need them; returns where they end.
    fn row_of_entries(&mut self, entries: &[(&String, Look)], centred: bool, mut y: f32, items: &mut Vec<Item>) -> f32 {
        let mut row = Row::default();
        for (words, look) in entries {
            let node = self.contact_node(words);
            let lines = self.shaper.words(words, *look, self.width, Some(node));
            let width = lines.iter().map(|line| line.width).fold(0.0, f32::max);
            if row.width > 0.0 && row.width + 2.0 * ENTRY_GAP + width > self.width {
                y = row.end(centred, self.width, y, items);
            }
            if row.width > 0.0 {
                let dot = self.shaper.words("·", *look, ENTRY_GAP, None);
                row.add(Self::stack(dot, row.width + ENTRY_GAP * 0.7, 0.0), ENTRY_GAP * 2.0);
            }
            row.add(Self::stack(lines, row.width, 0.0), width);
        }
        row.end(centred, self.width, y, items)
    }

    /// The part of the paper a line of the head is, made a link if it can be followed.
    fn contact_node(&mut self, line: &str) -> u32 {
        let node = self.node(Role::Paragraph, ROOT);
        let Some(uri) = links::uri_of(line) else { return node };
        let link = self.node(Role::Link, node);
        self.links.push((link, uri));
        link
    }

    /// Draws the logo if it can be read; returns where what follows it begins.
    fn logo(&mut self, logo: Option<&[u8]>, tallest: f32, centred: bool, items: &mut Vec<Item>) -> f32 {
        self.logo_unreadable |= logo.is_some_and(|bytes| picture::ratio(bytes).is_err());
        let Some((bytes, ratio)) = logo.and_then(|bytes| Some((bytes, picture::ratio(bytes).ok()?))) else {
            return 0.0;
        };
        let h = tallest.min(LOGO_WIDTH / ratio);
        let node = self.node(Role::Figure, ROOT);
        let x = if centred { (self.width - h * ratio) / 2.0 } else { 0.0 };
        items.push(Item { mark: Mark::Picture { x, y: 0.0, w: h * ratio, h }, node: Some(node) });
        self.logo = Some(bytes.to_vec());
        h + 7.0
    }
}

/// What a head draws, how tall it is, and the rule under it.
type Head = (Vec<Item>, f32, (f32, Ink));

/// A line of entries while it fills.
#[derive(Default)]
struct Row {
    items: Vec<Item>,
    width: f32,
    height: f32,
}

impl Row {
    fn add(&mut self, (items, height): (Vec<Item>, f32), width: f32) {
        self.items.extend(items);
        self.height = self.height.max(height);
        self.width += width;
    }

    /// Hands over what it holds and begins anew; returns where it ends.
    fn end(&mut self, centred: bool, measure: f32, y: f32, items: &mut Vec<Item>) -> f32 {
        let row = std::mem::take(self);
        let x = if centred { (measure - row.width) / 2.0 } else { 0.0 };
        items.extend(row.items.into_iter().map(|mut item| {
            item.shift(x, y);
            item
        }));
        y + row.height
    }
}
