//! The same paper as a flat OpenDocument text: one XML file that LibreOffice converts like an .odt.
//!
//! Sheet, margins, face and sizes are ours. What a writer of letters would not draw by hand (rules, tints) is left out.

use coachbook_documents::{
    Doc,
    blocks::{Block, Cell, Column, Inline, Line, Row, Signer},
};

/// Begins every paper: sheet, styles, a foot with the page's number.
const BEGINNING: &str = r##"<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="Noto Sans" fo:font-family="'Noto Sans'" fo:font-size="10pt" fo:language="en" fo:country="GB"/></style:default-style>
<style:style style:name="Title" style:family="paragraph"><style:text-properties fo:font-size="21pt" fo:font-weight="bold" fo:color="#1e5b47"/></style:style>
<style:style style:name="Head" style:family="paragraph"><style:text-properties fo:font-size="12pt" fo:font-weight="bold" fo:color="#1e5b47"/></style:style>
<style:style style:name="Cell" style:family="paragraph"><style:text-properties fo:font-size="9pt"/></style:style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="Sheet"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-left="70pt" fo:margin-right="70pt" fo:margin-top="66pt" fo:margin-bottom="74pt"/></style:page-layout>
<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Sheet"><style:footer><text:p>Page <text:page-number/> of <text:page-count/></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
"##;
const END: &str = "</office:text></office:body></office:document>\n";

/// Returns the whole file.
pub(crate) fn flat_odt(doc: &Doc) -> String {
    let blocks: String = doc.blocks.iter().map(translated).collect();
    format!("{BEGINNING}{blocks}{END}")
}

fn translated(block: &Block) -> String {
    match block {
        Block::Head { names, contact, .. } => names.iter().chain(contact).map(|line| paragraph("", line)).collect(),
        Block::Title { text, under } => {
            paragraph("Title", text) + &under.iter().map(|line| paragraph("", line)).collect::<String>()
        }
        Block::Heading { level, number, text } => format!(
            "<text:h text:style-name=\"Head\" text:outline-level=\"{level}\">{}</text:h>\n",
            escaped(&number.iter().map(|number| format!("{number} ")).chain([text.clone()]).collect::<String>())
        ),
        Block::Para(_, line) | Block::Tick { line, .. } => lines(std::slice::from_ref(line), ""),
        Block::BulletList(items) | Block::NumberedList { items, .. } => list(items),
        Block::KeyValue(pairs) => {
            let pair = |(key, line): &(String, Line)| format!("<text:p>{}: {}</text:p>\n", escaped(key), inline(line));
            pairs.iter().map(pair).collect()
        }
        Block::Table { columns, rows } => table(columns, rows),
        Block::TwoColumns { left, right } => {
            let column = |(head, items): &(String, Vec<Line>)| cell(&(paragraph("Head", head) + &list(items)));
            format!(
                "<table:table><table:table-column table:number-columns-repeated=\"2\"/><table:table-row>{}{}</table:table-row></table:table>\n",
                column(left),
                column(right)
            )
        }
        Block::Keep(blocks) => blocks.iter().map(translated).collect(),
        Block::Signatures(signers) => signers.iter().map(signer).collect(),
        Block::WriteLine { label, .. } => paragraph("", label),
        Block::Drawing(drawing) => paragraph("", &drawing.alternative),
        Block::Space(_) | Block::PageBreak => String::new(),
    }
}

fn signer(signer: &Signer) -> String {
    let name = signer.name.as_deref().unwrap_or_default();
    paragraph("Head", &signer.role) + &paragraph("", name) + &paragraph("", "Signature, place, date")
}

fn list(items: &[Line]) -> String {
    let item = |line: &Line| format!("<text:list-item><text:p>{}</text:p></text:list-item>", inline(line));
    format!("<text:list>{}</text:list>\n", items.iter().map(item).collect::<String>())
}

fn table(columns: &[Column], rows: &[Row]) -> String {
    let heads: String = columns.iter().map(|column| cell(&paragraph("Head", &column.head))).collect();
    let row = |row: &Row| match row {
        Row::Cells(cells) => format!(
            "<table:table-row>{}</table:table-row>\n",
            cells.iter().map(|Cell { lines: said, .. }| cell(&lines(said, "Cell"))).collect::<String>()
        ),
        Row::Band(words) => format!("<table:table-row>{}</table:table-row>\n", cell(&paragraph("Head", words))),
        Row::Blank(_) => "<table:table-row><table:table-cell/></table:table-row>\n".to_owned(),
    };
    format!(
        "<table:table><table:table-column table:number-columns-repeated=\"{}\"/><table:table-header-rows><table:table-row>{heads}</table:table-row></table:table-header-rows>{}</table:table>\n",
        columns.len(),
        rows.iter().map(row).collect::<String>()
    )
}

fn cell(content: &str) -> String {
    format!("<table:table-cell>{content}</table:table-cell>")
}

fn lines(lines: &[Line], style: &str) -> String {
    lines.iter().map(|line| format!("<text:p text:style-name=\"{style}\">{}</text:p>\n", inline(line))).collect()
}

fn paragraph(style: &str, words: &str) -> String {
    format!("<text:p text:style-name=\"{style}\">{}</text:p>\n", escaped(words))
}

fn inline(line: &Line) -> String {
    let piece = |inline: &Inline| match inline {
        Inline::Gap { label, .. } => format!("________ ({})", escaped(label)),
        Inline::Words(span) if span.bold => {
            format!("<text:span text:style-name=\"Bold\">{}</text:span>", escaped(&span.text))
        }
        Inline::Words(span) => escaped(&span.text),
    };
    line.iter().map(piece).collect()
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\n', "<text:line-break/>")
}
