//! Strips to pages. A strip is a slice of the paper's full width that no page break may cut.

use std::sync::Arc;

use super::place::Item;

/// A slice of the paper, its items relative to its top and the left margin.
#[derive(Debug, Clone, Default)]
pub(crate) struct Strip {
    /// Space above in points; vanishes at the top of a page.
    pub(crate) gap: f32,
    /// Height in points.
    pub(crate) height: f32,
    /// What is drawn.
    pub(crate) items: Vec<Item>,
    /// Stays on the page of the strip that follows.
    pub(crate) glue: bool,
    /// Starts a new page.
    pub(crate) breaks: bool,
    /// The table head to draw above it when it comes first on a page.
    pub(crate) head: Option<Arc<Head>>,
}

impl Strip {
    fn height_with_head(&self) -> f32 {
        self.height + self.head.as_ref().map_or(0.0, |head| head.height)
    }

    /// Pieces of a strip that is taller than a page, cut between its lines. Nothing is lost and no line is cut
    /// through: what does not fit whole moves on, with all that stands below it in its column.
    fn torn(self, page: f32) -> Vec<Strip> {
        let room = page - self.head.as_ref().map_or(0.0, |head| head.height);
        let mut pieces = Vec::new();
        let mut rest = self.items;
        let mut from = 0.0_f32;
        while !rest.is_empty() {
            // What is itself taller than a page can only stand at the top of one.
            let fits = |item: &Item| item.bottom() <= from + room || item.top() <= from;
            let (mut items, later): (Vec<Item>, Vec<Item>) = rest.into_iter().partition(fits);
            let height = items.iter().map(|item| item.bottom() - from).fold(0.0, f32::max);
            items.iter_mut().for_each(|item| item.shift(0.0, -from));
            let gap = if pieces.is_empty() { self.gap } else { 0.0 };
            pieces.push(Strip { gap, height, items, head: self.head.clone(), ..Strip::default() });
            from = later.iter().map(Item::top).fold(f32::INFINITY, f32::min);
            rest = later;
        }
        pieces
    }
}

/// A table's head as it is repeated: decoration, for the first one already says it to a screen reader.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) height: f32,
    pub(crate) items: Vec<Item>,
}

/// Where strips may stand on a page, in points from its top left.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Area {
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) bottom: f32,
}

/// Puts the strips on as many pages as they need. There is always at least one page.
pub(crate) fn paginate(strips: Vec<Strip>, area: Area) -> Vec<Vec<Item>> {
    let mut pages = Pages { area, y: area.top, done: Vec::new(), page: Vec::new() };
    let mut chain: Vec<Strip> = Vec::new();
    for strip in strips {
        let open = strip.glue;
        chain.push(strip);
        if !open {
            pages.add(std::mem::take(&mut chain));
        }
    }
    pages.add(chain);
    pages.finish()
}

struct Pages {
    area: Area,
    y: f32,
    done: Vec<Vec<Item>>,
    page: Vec<Item>,
}

impl Pages {
    /// Adds strips that belong together, on the next page if this one is too short for them. Strips that no page
    /// can hold together are parted where they must.
    fn add(&mut self, chain: Vec<Strip>) {
        let breaks = chain.first().is_some_and(|strip| strip.breaks);
        let height: f32 = chain.iter().map(|strip| strip.gap + strip.height).sum();
        if breaks || self.y + height > self.area.bottom {
            self.turn();
        }
        let room = self.area.bottom - self.area.top;
        for strip in chain {
            if strip.height_with_head() <= room {
                self.place(strip);
            } else {
                strip.torn(room).into_iter().for_each(|piece| self.place(piece));
            }
        }
    }

    fn place(&mut self, strip: Strip) {
        if self.y + self.gap(&strip) + strip.height > self.area.bottom {
            self.turn();
        }
        self.put(strip);
    }

    fn at_top(&self) -> bool {
        self.page.is_empty()
    }

    fn gap(&self, strip: &Strip) -> f32 {
        if self.at_top() { 0.0 } else { strip.gap }
    }

    fn turn(&mut self) {
        if !self.at_top() {
            self.done.push(std::mem::take(&mut self.page));
            self.y = self.area.top;
        }
    }

    fn put(&mut self, strip: Strip) {
        self.y += self.gap(&strip);
        if let Some(head) = strip.head.as_ref().filter(|_| self.at_top()) {
            self.draw(head.items.iter().cloned());
            self.y += head.height;
        }
        self.draw(strip.items.into_iter());
        self.y += strip.height;
    }

    fn draw(&mut self, items: impl Iterator<Item = Item>) {
        let (left, y) = (self.area.left, self.y);
        self.page.extend(items.map(|mut item| {
            item.shift(left, y);
            item
        }));
    }

    fn finish(mut self) -> Vec<Vec<Item>> {
        if !self.at_top() || self.done.is_empty() {
            self.done.push(self.page);
        }
        self.done
    }
}
