//! The tree of tags: what screen readers walk, and what keeps headings, lists and tables when text is copied.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::links::Links;
use crate::error::PaperError;
use crate::layout::place::{Node, NodeId, Placed, Role};

/// Adds the tree. `parts` holds, page by page, the node each marked-content number belongs to.
pub(super) fn add(
    file: &mut Document,
    placed: &Placed,
    parts: &[Vec<NodeId>],
    links: &Links,
) -> Result<(), PaperError> {
    let (tree, alternatives) = (&placed.tree, &placed.alternatives);
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let mut marked: BTreeMap<NodeId, Vec<(usize, i64)>> = BTreeMap::new();
    for (page, nodes) in parts.iter().enumerate() {
        for (mcid, node) in (0_i64..).zip(nodes) {
            marked.entry(*node).or_default().push((page, mcid));
        }
    }
    let kept = kept_nodes(tree, &marked);
    let root = file.new_object_id();
    let ids: BTreeMap<NodeId, ObjectId> = kept.iter().map(|node| (*node, file.new_object_id())).collect();
    let mut children: BTreeMap<NodeId, Vec<Object>> = BTreeMap::new();
    for (node, id) in &ids {
        let parent = tree.get(*node as usize).map_or(0, |found| found.parent);
        if *node != 0 {
            children.entry(parent).or_default().push(Object::Reference(*id));
        }
    }
    for (node, id) in &ids {
        let Some(found) = tree.get(*node as usize) else { continue };
        let mut element = element(found.role, alternatives);
        let parent = if *node == 0 { root } else { ids.get(&found.parent).copied().unwrap_or(root) };
        element.set("P", Object::Reference(parent));
        let mut kids = children.remove(node).unwrap_or_default();
        kids.extend(content(marked.get(node), &pages, &mut element));
        kids.extend(links.of(*node));
        element.set("K", if kids.len() == 1 { kids.swap_remove(0) } else { Object::Array(kids) });
        file.set_object(*id, element);
    }
    let parents = parent_tree(parts, links, &ids);
    let next = (parts.len() + links.nodes().count()) as i64;
    let first = ids.get(&0).copied().map_or(Object::Null, Object::Reference);
    file.set_object(
        root,
        dictionary! { "Type" => "StructTreeRoot", "K" => first, "ParentTree" => parents, "ParentTreeNextKey" => next },
    );
    for (nth, page) in pages.iter().enumerate() {
        let page = file.get_dictionary_mut(*page).map_err(|_| PaperError::Write("a page is missing"))?;
        page.set("StructParents", nth as i64);
        page.set("Tabs", "S");
    }
    let catalog = file.catalog_mut().map_err(|_| PaperError::Write("the catalog is missing"))?;
    catalog.set("StructTreeRoot", Object::Reference(root));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    Ok(())
}

/// Nodes with marked content below them: an empty part is no part.
fn kept_nodes(tree: &[Node], marked: &BTreeMap<NodeId, Vec<(usize, i64)>>) -> Vec<NodeId> {
    let mut kept = vec![false; tree.len()];
    for (nth, node) in tree.iter().enumerate().rev() {
        // A node stands after its parent, so walking backwards meets children first. Empty cells are kept: they
        // hold the columns of their row together.
        let is_cell = matches!(node.role, Role::Cell | Role::HeadCell);
        let is_kept = nth == 0 || is_cell || kept.get(nth) == Some(&true) || marked.contains_key(&(nth as NodeId));
        if let Some(own) = kept.get_mut(nth) {
            *own = is_kept;
        }
        if let Some(parent) = kept.get_mut(node.parent as usize).filter(|_| is_kept) {
            *parent = true;
        }
    }
    (0..).zip(kept).filter_map(|(node, kept)| kept.then_some(node)).collect()
}

fn element(role: Role, alternatives: &[String]) -> Dictionary {
    let name = match role {
        Role::Document => "Document",
        Role::Title | Role::Heading(0) => "H1",
        Role::Heading(1) => "H2",
        Role::Heading(_) => "H3",
        Role::Paragraph => "P",
        Role::List => "L",
        Role::Item => "LI",
        Role::ItemLabel => "Lbl",
        Role::ItemBody => "LBody",
        Role::Table => "Table",
        Role::Row => "TR",
        Role::HeadCell => "TH",
        Role::Cell => "TD",
        Role::Figure | Role::Drawing(_) => "Figure",
        Role::Link => "Link",
    };
    let mut element = dictionary! { "S" => name };
    match role {
        Role::HeadCell => element.set("A", dictionary! { "O" => "Table", "Scope" => "Column" }),
        Role::Figure => element.set("Alt", Object::string_literal("Logo")),
        Role::Drawing(nth) => {
            let words = alternatives.get(usize::from(nth)).map_or("", String::as_str);
            element.set("Alt", super::properties::text(words));
        }
        _ => {}
    }
    element
}

/// A part's own content: plain numbers on the page it begins on, references on the pages after.
fn content(marked: Option<&Vec<(usize, i64)>>, pages: &[ObjectId], element: &mut Dictionary) -> Vec<Object> {
    let marked = marked.map(Vec::as_slice).unwrap_or_default();
    let page = |nth: usize| pages.get(nth).copied().map_or(Object::Null, Object::Reference);
    let Some((first, _)) = marked.first() else { return Vec::new() };
    element.set("Pg", page(*first));
    marked
        .iter()
        .map(|(on, mcid)| match on == first {
            true => Object::Integer(*mcid),
            false => dictionary! { "Type" => "MCR", "Pg" => page(*on), "MCID" => *mcid }.into(),
        })
        .collect()
}

/// From marked content back to its part, page by page, and from links to theirs.
fn parent_tree(parts: &[Vec<NodeId>], links: &Links, ids: &BTreeMap<NodeId, ObjectId>) -> Dictionary {
    let of = |node: &NodeId| ids.get(node).copied().map_or(Object::Null, Object::Reference);
    let mut numbers = Vec::new();
    for (nth, nodes) in (0_i64..).zip(parts) {
        numbers.push(Object::Integer(nth));
        numbers.push(Object::Array(nodes.iter().map(of).collect()));
    }
    for (nth, node) in (parts.len() as i64..).zip(links.nodes()) {
        numbers.push(Object::Integer(nth));
        numbers.push(of(&node));
    }
    dictionary! { "Nums" => numbers }
}
