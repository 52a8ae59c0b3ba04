//! A finished file with the pages of another one behind its own: added after its last byte, as PDF allows, so that the
//! file begins with the very bytes of the first.

use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId};

use crate::error::PaperError;

const UNREADABLE: PaperError = PaperError::Write("the papers to join could not be read");

/// Returns `first` with the pages of `last` after its own, their tags and headings with them. Both are papers of ours;
/// the first so many bytes of the file are `first`, unchanged. Fails on bytes that are neither.
pub fn joined(first: &[u8], last: &[u8]) -> Result<Vec<u8>, PaperError> {
    let before = Document::load_mem(first).map_err(|_| UNREADABLE)?;
    let mut behind = Document::load_mem(last).map_err(|_| UNREADABLE)?;
    behind.renumber_objects_with(before.max_id + 1);
    let mut whole = IncrementalDocument::create_from(first.to_vec(), before);
    join(&mut whole, &mut behind).map_err(|_| UNREADABLE)?;
    let mut bytes = Vec::new();
    whole.save_to(&mut bytes).map_err(|_| PaperError::Write("the joined paper could not be put together"))?;
    Ok(bytes)
}

fn join(whole: &mut IncrementalDocument, behind: &mut Document) -> lopdf::Result<()> {
    let roots = [Root::of(whole.get_prev_documents())?, Root::of(behind)?];
    pages(whole, behind, &roots)?;
    tags(whole, behind, &roots)?;
    outline(whole, behind, &roots)?;
    ids(whole, behind)?;
    // What only held the second file together stays behind; so do its properties.
    for left in [roots[1].catalog, roots[1].pages, roots[1].tags, roots[1].outline] {
        behind.objects.remove(&left);
    }
    let file = &mut whole.new_document;
    file.version = "1.7".to_owned();
    file.trailer.remove(b"DecodeParms");
    file.max_id = file.max_id.max(behind.max_id);
    file.objects.append(&mut behind.objects);
    Ok(())
}

/// Where the parts of a file hang.
struct Root {
    catalog: ObjectId,
    pages: ObjectId,
    tags: ObjectId,
    outline: ObjectId,
}

impl Root {
    fn of(file: &Document) -> lopdf::Result<Self> {
        let catalog = file.trailer.get(b"Root")?.as_reference()?;
        let found = file.get_dictionary(catalog)?;
        let root = |key: &[u8]| found.get(key).and_then(Object::as_reference);
        Ok(Self { catalog, pages: root(b"Pages")?, tags: root(b"StructTreeRoot")?, outline: root(b"Outlines")? })
    }
}

/// Takes an object of the first file up into what is added, to be changed there.
fn changed(whole: &mut IncrementalDocument, id: ObjectId) -> lopdf::Result<&mut Dictionary> {
    whole.opt_clone_object_to_new_document(id)?;
    whole.new_document.get_object_mut(id)?.as_dict_mut()
}

fn pages(whole: &mut IncrementalDocument, behind: &mut Document, [to, from]: &[Root; 2]) -> lopdf::Result<()> {
    let tree = behind.get_dictionary(from.pages)?.clone();
    let kids = tree.get(b"Kids")?.as_array()?.clone();
    for kid in &kids {
        behind.get_dictionary_mut(kid.as_reference()?)?.set("Parent", to.pages);
    }
    let all = changed(whole, to.pages)?;
    let count = all.get(b"Count")?.as_i64()? + tree.get(b"Count")?.as_i64()?;
    all.set("Count", count);
    all.get_mut(b"Kids")?.as_array_mut()?.extend(kids);
    Ok(())
}

fn tags(whole: &mut IncrementalDocument, behind: &mut Document, [to, from]: &[Root; 2]) -> lopdf::Result<()> {
    let tree = behind.get_dictionary(from.tags)?.clone();
    let root = changed(whole, to.tags)?;
    let next = root.get(b"ParentTreeNextKey")?.as_i64()?;
    let document = root.get(b"K")?.as_reference()?;
    root.set("ParentTreeNextKey", next + tree.get(b"ParentTreeNextKey")?.as_i64()?);
    let numbers = root.get_mut(b"ParentTree")?.as_dict_mut()?.get_mut(b"Nums")?.as_array_mut()?;
    for pair in tree.get(b"ParentTree")?.as_dict()?.get(b"Nums")?.as_array()?.chunks(2) {
        let [number, part] = pair else { continue };
        numbers.extend([Object::Integer(number.as_i64()? + next), part.clone()]);
    }
    // One document: what was the second is its last part.
    let part = tree.get(b"K")?.as_reference()?;
    let top = behind.get_dictionary_mut(part)?;
    top.set("S", "Part");
    top.set("P", document);
    let whole = changed(whole, document)?;
    let mut kids = match whole.get(b"K")? {
        Object::Array(kids) => kids.clone(),
        one => vec![one.clone()],
    };
    kids.push(part.into());
    whole.set("K", kids);
    // Pages and links name their place in the tree by number.
    for object in behind.objects.values_mut() {
        let Ok(part) = object.as_dict_mut() else { continue };
        for key in [&b"StructParents"[..], b"StructParent"] {
            if let Ok(number) = part.get(key).and_then(Object::as_i64) {
                part.set(key, number + next);
            }
        }
    }
    Ok(())
}

fn outline(whole: &mut IncrementalDocument, behind: &mut Document, [to, from]: &[Root; 2]) -> lopdf::Result<()> {
    let list = behind.get_dictionary(from.outline)?.clone();
    let (first, last) = (list.get(b"First")?.as_reference()?, list.get(b"Last")?.as_reference()?);
    let root = changed(whole, to.outline)?;
    let before = root.get(b"Last")?.as_reference()?;
    let count = root.get(b"Count")?.as_i64()? + list.get(b"Count")?.as_i64()?;
    root.set("Count", count);
    root.set("Last", last);
    changed(whole, before)?.set("Next", first);
    behind.get_dictionary_mut(first)?.set("Prev", before);
    let mut at = Some(first);
    while let Some(id) = at {
        let item = behind.get_dictionary_mut(id)?;
        item.set("Parent", to.outline);
        at = item.get(b"Next").and_then(Object::as_reference).ok();
    }
    Ok(())
}

/// The first half of a file's id stays when something is added to it; the second is that of what was added.
fn ids(whole: &mut IncrementalDocument, behind: &Document) -> lopdf::Result<()> {
    let halves = [&whole.new_document, behind].map(|file| {
        file.trailer.get(b"ID")?.as_array()?.first().cloned().ok_or(lopdf::Error::DictKey("ID".to_owned()))
    });
    let [first, second] = halves;
    whole.new_document.trailer.set("ID", vec![first?, second?]);
    Ok(())
}
