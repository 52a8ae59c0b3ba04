//! The outline: title and headings beside the pages, one step under the other.

use std::sync::Arc;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::properties::text;
use crate::error::PaperError;
use crate::layout::place::{Mark, NodeId, Placed, Role};

/// A heading: how deep it stands, what it says, and where.
struct Entry {
    node: NodeId,
    depth: u8,
    texts: Vec<Arc<str>>,
    page: usize,
    top: f32,
}

impl Entry {
    fn words(&self) -> String {
        let words = self.texts.join(" ");
        words.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Adds the outline, if the paper has any heading.
pub(super) fn add(file: &mut Document, placed: &Placed) -> Result<(), PaperError> {
    let entries = entries(placed);
    if entries.is_empty() {
        return Ok(());
    }
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| file.new_object_id()).collect();
    let parents = parents(&entries);
    let children = |of: Option<usize>| -> Vec<ObjectId> {
        ids.iter().zip(&parents).filter(|(_, parent)| **parent == of).map(|(id, _)| *id).collect()
    };
    for (nth, entry) in entries.iter().enumerate() {
        let parent = parents.get(nth).copied().flatten();
        let (Some(own), Some(page)) = (ids.get(nth), pages.get(entry.page)) else { continue };
        let up = parent.and_then(|parent| ids.get(parent)).copied().unwrap_or(root);
        let left = Object::Null;
        let top = Object::Real((placed.size.1 - entry.top).round());
        let mut item = dictionary! {
            "Title" => text(&entry.words()),
            "Parent" => Object::Reference(up),
            "Dest" => vec![Object::Reference(*page), "XYZ".into(), left, top, Object::Null],
        };
        let beside = children(parent);
        let place = beside.iter().position(|id| id == own).unwrap_or_default();
        let neighbours = [("Prev", place.checked_sub(1)), ("Next", Some(place + 1))];
        for (key, neighbour) in neighbours {
            if let Some(id) = neighbour.and_then(|place| beside.get(place)) {
                item.set(key, Object::Reference(*id));
            }
        }
        let under = entries.iter().skip(nth + 1).take_while(|other| other.depth > entry.depth).count();
        below(&mut item, &children(Some(nth)), under);
        file.set_object(*own, item);
    }
    let mut outline = dictionary! { "Type" => "Outlines" };
    below(&mut outline, &children(None), entries.len());
    file.set_object(root, outline);
    let catalog = file.catalog_mut().map_err(|_| PaperError::Write("the catalog is missing"))?;
    catalog.set("Outlines", Object::Reference(root));
    Ok(())
}

/// Names what stands one step under an item, and how many lines all steps take, for the outline is shown open.
fn below(item: &mut Dictionary, children: &[ObjectId], lines: usize) {
    if let (Some(first), Some(last)) = (children.first(), children.last()) {
        item.set("First", Object::Reference(*first));
        item.set("Last", Object::Reference(*last));
        item.set("Count", lines as i64);
    }
}

fn entries(placed: &Placed) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (page, item) in placed.pages.iter().enumerate().flat_map(|(nth, page)| page.iter().map(move |item| (nth, item)))
    {
        let (Some(node), Mark::Glyphs(run)) = (item.node, &item.mark) else { continue };
        let depth = match placed.tree.get(node as usize).map(|node| node.role) {
            Some(Role::Title) => 0,
            Some(Role::Heading(level)) => level,
            _ => continue,
        };
        match entries.last_mut().filter(|entry| entry.node == node) {
            // Words and number of one heading are set apart; lines and runs of the same words share their text.
            Some(entry) if entry.texts.iter().any(|text| Arc::ptr_eq(text, &run.text)) => {}
            Some(entry) => entry.texts.push(Arc::clone(&run.text)),
            None => entries.push(Entry { node, depth, texts: vec![Arc::clone(&run.text)], page, top: item.top() }),
        }
    }
    entries
}

/// The entry each stands under: the nearest before it that is less deep.
fn parents(entries: &[Entry]) -> Vec<Option<usize>> {
    let mut open: Vec<(u8, usize)> = Vec::new();
    let mut parents = Vec::with_capacity(entries.len());
    for (nth, entry) in entries.iter().enumerate() {
        while open.last().is_some_and(|(depth, _)| *depth >= entry.depth) {
            open.pop();
        }
        parents.push(open.last().map(|(_, parent)| *parent));
        open.push((entry.depth, nth));
    }
    parents
}
