//! The finished file: pages and fonts packed, small objects packed together, and the table of where each stands.
//!
//! lopdf writes such files, too, but puts every small object into words three times and leaves the table unpacked.

use std::io::{Error, Result, Write};

use flate2::{Compression, write::ZlibEncoder};
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

/// How many small objects are packed together: a reader unpacks all of them to see one.
const TOGETHER: usize = 200;

/// How hard zlib tries. Small objects are packed lightly: time is dearer here than the fifteenth of the file it costs.
#[derive(Clone, Copy)]
pub(super) enum Packing {
    Light = 1,
    /// The highest level takes twice the time of this one and makes the files hardly smaller.
    Good = 6,
}

/// Takes pages, fonts and pictures out of a document, with their numbers.
pub(super) fn take_streams(document: &mut Document) -> Vec<(u32, Stream)> {
    let mut streams = Vec::new();
    for (id, object) in std::mem::take(&mut document.objects) {
        match object {
            Object::Stream(stream) => streams.push((id.0, stream)),
            small => {
                document.objects.insert(id, small);
            }
        }
    }
    streams
}

/// Packs streams, and returns them as they stand in the file. None knows of another.
pub(super) fn packed(streams: Vec<(u32, Stream)>, packing: Packing) -> Result<Vec<(u32, Vec<u8>)>> {
    // One packer for all: to make it ready takes longer than to pack a small page.
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::new(packing as u32));
    let mut written = Vec::with_capacity(streams.len());
    for (number, mut stream) in streams {
        pack(&mut stream, &mut packer)?;
        written.push((number, in_words(Object::Stream(stream))?));
    }
    Ok(written)
}

/// Packs a stream unless it is packed already, has to stay readable, or would not get smaller.
fn pack(stream: &mut Stream, packer: &mut ZlibEncoder<Vec<u8>>) -> Result<()> {
    if !stream.allows_compression || stream.dict.has(b"Filter") {
        return Ok(());
    }
    packer.write_all(&stream.content)?;
    let packed = packer.reset(Vec::with_capacity(stream.content.len() / 2))?;
    if packed.len() < stream.content.len() {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(packed);
    }
    Ok(())
}

/// An object as it stands in a file. lopdf lets others write one only among the operations of a page, where it looks the
/// same.
fn in_words(object: Object) -> Result<Vec<u8>> {
    let operations = [Operation { operator: String::new(), operands: vec![object] }];
    Content { operations }.encode().map_err(Error::other)
}

/// Writes the file: the streams that were taken out of the document and are packed, and what is left in it. The same
/// content gives the same bytes.
pub(super) fn put_together(
    mut document: Document,
    taken: impl FnOnce() -> Result<Vec<(u32, Vec<u8>)>>,
) -> Result<Vec<u8>> {
    let mut streams = take_streams(&mut document);
    let mut file = File { bytes: b"%PDF-1.7\n%\xbb\xad\xc0\xde\n".to_vec(), table: Vec::new() };
    let mut small = std::mem::take(&mut document.objects).into_iter();
    let mut number = document.max_id;
    loop {
        let together: Vec<_> = small.by_ref().take(TOGETHER).collect();
        if together.is_empty() {
            break;
        }
        number += 1;
        streams.push((number, file.gather(together, number)?));
    }
    let streams = packed(streams, Packing::Light)?;
    for (number, object) in taken()?.into_iter().chain(streams) {
        file.add(number, &object)?;
    }
    file.end(number + 1, &document.trailer)
}

/// A file that grows.
struct File {
    bytes: Vec<u8>,
    /// Where each object stands, by its number: a kind and two numbers. One that is nowhere is nought.
    table: Vec<[u8; 7]>,
}

impl File {
    fn note(&mut self, number: u32, kind: u8, place: u32, nth: u16) {
        let ([a, b, c, d], [e, f]) = (place.to_be_bytes(), nth.to_be_bytes());
        let at = number as usize;
        self.table.resize(self.table.len().max(at + 1), [0; 7]);
        self.table.get_mut(at).into_iter().for_each(|entry| *entry = [kind, a, b, c, d, e, f]);
    }

    fn add(&mut self, number: u32, object: &[u8]) -> Result<()> {
        self.note(number, 1, self.bytes.len() as u32, 0);
        writeln!(self.bytes, "{number} 0 obj")?;
        self.bytes.extend(object);
        self.bytes.extend(b"\nendobj\n");
        Ok(())
    }

    /// Small objects as one stream: first the number of each and where it begins, then all of them.
    fn gather(&mut self, together: Vec<(ObjectId, Object)>, container: u32) -> Result<Stream> {
        let (mut numbers, mut objects, mut count) = (Vec::new(), Vec::new(), 0_u16);
        for ((number, _), object) in together {
            write!(numbers, "{number} {} ", objects.len())?;
            objects.append(&mut in_words(object)?);
            self.note(number, 2, container, count);
            count += 1;
        }
        let about = dictionary! { "Type" => "ObjStm", "N" => i64::from(count), "First" => numbers.len() as i64 };
        numbers.append(&mut objects);
        Ok(Stream::new(about, numbers))
    }

    /// Adds the table. The id is a hash of everything before it.
    fn end(mut self, number: u32, trailer: &Dictionary) -> Result<Vec<u8>> {
        let hash = blake3::hash(&self.bytes);
        let id = Object::String(hash.as_bytes().iter().take(16).copied().collect(), StringFormat::Hexadecimal);
        let place = self.bytes.len();
        self.note(number, 1, place as u32, 0);
        let mut about = dictionary! {
            "Type" => "XRef",
            "Size" => self.table.len() as i64,
            "W" => vec![1.into(), 4.into(), 2.into()],
            "ID" => vec![id.clone(), id],
        };
        for key in ["Root", "Info"] {
            about.set(key, trailer.get(key.as_bytes()).map_err(Error::other)?.clone());
        }
        let table = vec![(number, Stream::new(about, self.table.concat()))];
        for (number, object) in packed(table, Packing::Light)? {
            self.add(number, &object)?;
        }
        write!(self.bytes, "startxref\n{place}\n%%EOF")?;
        Ok(self.bytes)
    }
}
