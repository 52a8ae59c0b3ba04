//! The file's properties, twice as PDF wants them (the information dictionary and XMP).

use chrono::Datelike;
use lopdf::{Document, Object, Stream, StringFormat, dictionary};

use super::Properties;
use crate::error::PaperError;
use crate::signs::on_one_line;

const MAKER: &str = "Coachbook";

/// Sets title, author, language and date. Replaces what printpdf wrote: it dates every file 1970 and calls it PDF/X.
pub(super) fn add(file: &mut Document, properties: &Properties<'_>) -> Result<(), PaperError> {
    let made = properties.made;
    let stamp = format!("D:{:04}{:02}{:02}000000Z", made.year(), made.month(), made.day());
    let described = file.add_object(dictionary! {
        "Title" => text(properties.title),
        "Author" => text(properties.author),
        "Creator" => text(MAKER),
        "Producer" => text(MAKER),
        "CreationDate" => Object::string_literal(stamp.as_str()),
        "ModDate" => Object::string_literal(stamp.as_str()),
    });
    let old = file.trailer.get(b"Info").and_then(Object::as_reference).ok();
    file.trailer.set("Info", Object::Reference(described));
    if let Some(old) = old {
        file.objects.remove(&old);
    }
    let xmp = Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp(properties).into_bytes());
    // Left readable, as readers that look for it without opening the file expect.
    let metadata = file.add_object(xmp.with_compression(false));
    let catalog = file.catalog_mut().map_err(|_| PaperError::Write("the catalog is missing"))?;
    catalog.set("Metadata", Object::Reference(metadata));
    catalog.set("Lang", Object::string_literal(properties.language));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    Ok(())
}

pub(super) fn text(words: &str) -> Object {
    let words = on_one_line(words);
    if words.is_ascii() {
        return Object::string_literal(words.as_str());
    }
    let units = std::iter::once(0xfeff).chain(words.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}

fn xmp(properties: &Properties<'_>) -> String {
    let (title, author, language) =
        (escaped(properties.title), escaped(properties.author), escaped(properties.language));
    let made = properties.made.format("%Y-%m-%d");
    format!(
        r#"<?xpacket begin="{}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate><xmp:CreatorTool>{MAKER}</xmp:CreatorTool>
<pdf:Producer>{MAKER}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"#,
        '\u{feff}'
    )
}

fn escaped(words: &str) -> String {
    on_one_line(words).chars().fold(String::new(), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
        out
    })
}
