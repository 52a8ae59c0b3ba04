//! Links that can be followed: an area of a page, the address, and their place in the tree of tags.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::properties::text;
use crate::error::PaperError;
use crate::layout::place::{NodeId, Placed};

/// Links of the file: which part each belongs to, where its object is, and on which page.
pub(super) struct Links(Vec<(NodeId, ObjectId, ObjectId)>);

/// Adds a link for every page on which its part stands.
pub(super) fn add(file: &mut Document, placed: &Placed) -> Result<Links, PaperError> {
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let mut links = Vec::new();
    let mut of_page: BTreeMap<ObjectId, Vec<Object>> = BTreeMap::new();
    for (node, uri) in &placed.links {
        for (items, page) in placed.pages.iter().zip(&pages) {
            let boxes = items.iter().filter(|item| item.node == Some(*node)).map(|item| {
                let (left, right) = item.sides();
                [left, item.top(), right, item.bottom()]
            });
            let Some([left, top, right, bottom]) =
                boxes.reduce(|a, b| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])])
            else {
                continue;
            };
            let height = placed.size.1;
            let area = [left, height - bottom, right, height - top];
            let key = (pages.len() + links.len()) as i64;
            let link = file.add_object(link(area, uri, *page, key));
            of_page.entry(*page).or_default().push(Object::Reference(link));
            links.push((*node, link, *page));
        }
    }
    for page in &pages {
        let sheet = file.get_dictionary_mut(*page).map_err(|_| PaperError::Write("a page is missing"))?;
        // printpdf writes an empty list of links on every page.
        sheet.remove(b"Annots");
        if let Some(own) = of_page.remove(page) {
            sheet.set("Annots", own);
        }
    }
    Ok(Links(links))
}

fn link(area: [f32; 4], uri: &str, page: ObjectId, key: i64) -> Dictionary {
    let area: Vec<Object> = area.iter().map(|edge| Object::Real((edge * 100.0).round() / 100.0)).collect();
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => area,
        "Border" => vec![0.into(), 0.into(), 0.into()],
        // Printed with the page, if there were anything to print.
        "F" => 4,
        "P" => Object::Reference(page),
        "Contents" => text(uri),
        "StructParent" => key,
        "A" => dictionary! { "Type" => "Action", "S" => "URI", "URI" => Object::string_literal(uri) },
    }
}

impl Links {
    /// What a part of the paper holds besides its words.
    pub(super) fn of(&self, node: NodeId) -> impl Iterator<Item = Object> + '_ {
        self.0.iter().filter(move |link| link.0 == node).map(|(_, link, page)| {
            let whole = dictionary! {
                "Type" => "OBJR", "Obj" => Object::Reference(*link), "Pg" => Object::Reference(*page),
            };
            whole.into()
        })
    }

    /// The part each link belongs to, in the order of their keys.
    pub(super) fn nodes(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.0.iter().map(|link| link.0)
    }
}
